#include "core/annotation/yolo_seg.h"

#include "core/annotation/detail/loss_log.h"
#include "core/annotation/detail/number_text.h"
#include "core/base/atomic_file.h"
#include "core/imaging/file_bytes.h"

#include <algorithm>
#include <map>

namespace cf::annotation {

namespace {

Result<std::vector<std::string>> readLines(const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(const auto bytes, imaging::readFileBytes(path));
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    std::vector<std::string> lines;
    for (auto line : detail::split(text, '\n')) {
        if (!line.empty() && line.back() == '\r')
            line.remove_suffix(1);
        lines.emplace_back(line);
    }
    if (!lines.empty() && lines.back().empty())
        lines.pop_back(); // the last line ends like the others
    return lines;
}

/// The class of a line and the numbers behind it; nothing when one is none.
std::optional<std::pair<long long, std::vector<double>>> numbersOf(std::string line)
{
    std::replace(line.begin(), line.end(), '\t', ' ');
    std::optional<long long> index;
    std::vector<double> numbers;
    for (const auto part : detail::split(line, ' ')) {
        if (part.empty())
            continue;
        if (!index) {
            index = detail::wholeNumberOf(part);
            if (!index)
                return std::nullopt;
            continue;
        }
        const auto number = detail::numberOf(part);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    }
    if (!index)
        return std::nullopt;
    return std::pair(*index, std::move(numbers));
}

Result<Shape> shapeOf(const std::string &line, std::span<const std::string> labels,
                      cv::Size imageSize)
{
    const auto parsed = numbersOf(line);
    if (!parsed || parsed->first < 0)
        return Error::make(ErrorCode::BadData, "is no number of a class with numbers behind it");
    const auto &[index, numbers] = *parsed;
    Shape shape;
    if (labels.empty())
        shape.label = std::to_string(index);
    else if (index < static_cast<long long>(labels.size()))
        shape.label = labels[static_cast<std::size_t>(index)];
    else
        return Error::make(ErrorCode::BadData,
                           "is of class " + std::to_string(index) + ", and there are " +
                               std::to_string(labels.size()) + " names of classes");
    const double width = imageSize.width;
    const double height = imageSize.height;
    if (numbers.size() == 4) {
        shape.kind = ShapeKind::Rectangle;
        const cv::Point2d centre = {numbers[0] * width, numbers[1] * height};
        const cv::Point2d half = {numbers[2] * width / 2, numbers[3] * height / 2};
        shape.points = {centre - half, centre + half};
        return shape;
    }
    if (numbers.size() < 6 || numbers.size() % 2 != 0)
        return Error::make(ErrorCode::BadData, "has " + std::to_string(numbers.size()) +
                                                   " numbers, which make no outline");
    for (std::size_t i = 0; i < numbers.size(); i += 2)
        shape.points.emplace_back(numbers[i] * width, numbers[i + 1] * height);
    return shape;
}

/// How many shapes share their group with another.
std::size_t groupedCount(const Annotation &annotation)
{
    std::map<long long, std::size_t> sizes;
    for (const Shape &shape : annotation.shapes)
        if (shape.group)
            ++sizes[*shape.group];
    std::size_t count = 0;
    for (const auto &[group, size] : sizes)
        count += size > 1 ? size : 0;
    return count;
}

} // namespace

Result<std::vector<std::string>> readClassNames(const std::filesystem::path &path)
{
    return readLines(path);
}

Result<void> writeClassNames(const std::filesystem::path &path, std::span<const std::string> labels)
{
    std::string text;
    for (const auto &label : labels) {
        if (label.find_first_of("\r\n") != std::string::npos)
            return Error::make(ErrorCode::BadUsage,
                               "The class \"" + label.substr(0, 60) + "\" has a line break");
        text += label + '\n';
    }
    return writeFileAtomically(path, text);
}

Result<Annotation> readYoloSeg(const std::filesystem::path &path,
                               std::span<const std::string> labels, cv::Size imageSize)
{
    CF_ASSIGN_OR_RETURN(const auto lines, readLines(path));
    Annotation annotation;
    annotation.imageSize = imageSize;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].find_first_not_of(" \t") == std::string::npos)
            continue;
        auto shape = shapeOf(lines[i], labels, imageSize);
        if (!shape.ok())
            return imaging::aboutFile(
                path, Error::make(ErrorCode::BadData, "its line " + std::to_string(i + 1) + " " +
                                                          shape.error().detail));
        annotation.shapes.push_back(std::move(*shape));
    }
    if (auto checked = check(annotation); !checked.ok())
        return imaging::aboutFile(path, checked.error());
    return annotation;
}

Result<Warnings> writeYoloSeg(const std::filesystem::path &path, const Annotation &annotation,
                              std::span<const std::string> labels)
{
    CF_RETURN_IF_ERROR(check(annotation));
    detail::LossLog log;
    log.addExtras(annotation, "yolo");
    log.add(Loss::Objects, groupedCount(annotation));
    const double width = annotation.imageSize.width;
    const double height = annotation.imageSize.height;
    std::string text;
    for (const Shape &shape : annotation.shapes) {
        CF_ASSIGN_OR_RETURN(const auto rings, detail::asOutlines(shape, annotation.imageSize, log));
        if (rings.empty())
            continue;
        const auto place = std::find(labels.begin(), labels.end(), shape.label);
        if (place == labels.end())
            return Error::make(ErrorCode::BadUsage, "The class \"" + shape.label.substr(0, 60) +
                                                        "\" is not among the names of classes");
        bool moved = false;
        for (const Ring &ring : rings) {
            text += std::to_string(place - labels.begin());
            for (const auto &point : ring) {
                const double x = std::clamp(point.x, 0.0, width);
                const double y = std::clamp(point.y, 0.0, height);
                moved = moved || x != point.x || y != point.y;
                detail::append(text += ' ', x / width);
                detail::append(text += ' ', y / height);
            }
            text += '\n';
        }
        if (moved)
            log.add(Loss::Outside);
        if (rings.size() > 1 && !shape.group)
            log.add(Loss::Objects);
    }
    CF_RETURN_IF_ERROR(writeFileAtomically(path, text));
    return log.warnings();
}

} // namespace cf::annotation
