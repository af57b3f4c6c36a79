#include "core/annotation/annotation_csv.h"

#include "core/annotation/detail/csv_rows.h"
#include "core/annotation/detail/number_text.h"
#include "core/annotation/run_length.h"
#include "core/base/atomic_file.h"
#include "core/imaging/file_bytes.h"

#include <array>
#include <cmath>
#include <map>

namespace cf::annotation {

namespace {

constexpr std::array kColumns = {"image", "width",  "height", "label", "kind",
                                 "group", "points", "holes",  "runs",  "extra"};
enum Column {
    Image,
    Width,
    Height,
    Label,
    Kind,
    Group,
    Points,
    Holes,
    RunLengths,
    Extra,
    ColumnCount
};
constexpr std::array kKinds = {"polygon", "rectangle", "ellipse", "mask", "marker"};

std::string textOf(const Ring &ring)
{
    std::string text;
    for (const auto &point : ring) {
        if (!text.empty())
            text += ';';
        detail::append(text, point.x);
        detail::append(text += ' ', point.y);
    }
    return text;
}

std::optional<Ring> ringOf(std::string_view text)
{
    Ring ring;
    for (const auto pair : detail::split(text, ';')) {
        const auto gap = pair.find(' ');
        if (gap == std::string_view::npos)
            return std::nullopt;
        const auto x = detail::numberOf(pair.substr(0, gap));
        const auto y = detail::numberOf(pair.substr(gap + 1));
        if (!x || !y)
            return std::nullopt;
        ring.emplace_back(*x, *y);
    }
    return ring;
}

Error damagedRow(const std::string &reason)
{
    return Error::make(ErrorCode::BadData, reason);
}

/// A row's fields by column; those that the table lacks are empty.
class Row
{
public:
    Row(const std::vector<std::string> &fields, const std::array<std::size_t, ColumnCount> &places)
        : m_fields(fields), m_places(places)
    {
    }
    std::string_view operator[](Column column) const
    {
        const auto place = m_places[column];
        return place < m_fields.size() ? std::string_view(m_fields[place]) : std::string_view();
    }

private:
    const std::vector<std::string> &m_fields;
    const std::array<std::size_t, ColumnCount> &m_places;
};

/// Box and run lengths into mask and place.
Result<void> readMask(const Row &row, Shape &shape)
{
    if (shape.points.size() != 2)
        return damagedRow("is a mask without its box");
    for (const auto &point : shape.points)
        if (std::abs(point.x) > kLongestSidePx || std::abs(point.y) > kLongestSidePx)
            return damagedRow("is a mask that is too large or too far outside");
    shape.maskAt = shape.points[0];
    CF_ASSIGN_OR_RETURN(const Runs runs, decompressRuns(row[RunLengths]));
    CF_ASSIGN_OR_RETURN(shape.mask, decodeRuns(runs, cv::Size(cvRound(shape.points[1].x),
                                                              cvRound(shape.points[1].y))));
    shape.points.clear();
    return {};
}

Result<Shape> readShape(const Row &row)
{
    Shape shape;
    const auto kind = std::find(kKinds.begin(), kKinds.end(), row[Kind]);
    if (kind == kKinds.end())
        return damagedRow("has an unknown kind");
    shape.kind = static_cast<ShapeKind>(kind - kKinds.begin());
    shape.label = row[Label];
    shape.extraJson = row[Extra];
    if (!row[Group].empty()) {
        shape.group = detail::wholeNumberOf(row[Group]);
        if (!shape.group)
            return damagedRow("has a group that is no number");
    }
    auto points = ringOf(row[Points]);
    if (!points)
        return damagedRow("has points that are no pairs of numbers");
    shape.points = std::move(*points);
    for (const auto hole : detail::split(row[Holes], '|')) {
        auto ring = ringOf(hole);
        if (!ring)
            return damagedRow("has holes that are no pairs of numbers");
        shape.holes.push_back(std::move(*ring));
    }
    if (shape.kind == ShapeKind::Mask)
        CF_RETURN_IF_ERROR(readMask(row, shape));
    return shape;
}

Result<void> addRow(const Row &row, std::vector<Annotation> &pictures,
                    std::map<std::string, std::size_t> &pictureOf)
{
    const auto width = detail::wholeNumberOf(row[Width]);
    const auto height = detail::wholeNumberOf(row[Height]);
    if (!width || !height || *width < 1 || *height < 1 || *width > kLongestSidePx ||
        *height > kLongestSidePx)
        return damagedRow("has no size of a picture");
    const cv::Size size(static_cast<int>(*width), static_cast<int>(*height));
    const auto [place, isNew] = pictureOf.try_emplace(std::string(row[Image]), pictures.size());
    if (isNew) {
        pictures.emplace_back();
        pictures.back().imagePath = row[Image];
        pictures.back().imageSize = size;
        CF_RETURN_IF_ERROR(check(pictures.back()));
    }
    Annotation &picture = pictures[place->second];
    if (picture.imageSize != size)
        return damagedRow("has another size of the picture than a row before");
    if (row[Kind].empty()) {
        picture.extraJson = row[Extra];
        return {};
    }
    CF_ASSIGN_OR_RETURN(Shape shape, readShape(row));
    CF_RETURN_IF_ERROR(check(shape, size));
    picture.shapes.push_back(std::move(shape));
    return {};
}

std::vector<std::string> fieldsOf(const Annotation &picture)
{
    std::vector<std::string> fields(ColumnCount);
    fields[Image] = picture.imagePath;
    fields[Width] = std::to_string(picture.imageSize.width);
    fields[Height] = std::to_string(picture.imageSize.height);
    return fields;
}

} // namespace

Result<std::vector<Annotation>> readAnnotationCsv(const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(const auto bytes, imaging::readFileBytes(path));
    const auto refuse = [&](const std::string &reason) {
        return imaging::aboutFile(path, damagedRow(reason));
    };
    const auto rows = detail::csvRows(
        std::string_view(reinterpret_cast<const char *>(bytes.data()), bytes.size()));
    std::array<std::size_t, ColumnCount> places;
    places.fill(std::string::npos);
    if (!rows.empty())
        for (std::size_t i = 0; i < kColumns.size(); ++i) {
            const auto place = std::find(rows[0].begin(), rows[0].end(), kColumns[i]);
            if (place != rows[0].end())
                places[i] = static_cast<std::size_t>(place - rows[0].begin());
        }
    for (const Column needed : {Image, Width, Height, Label, Kind, Points})
        if (places[needed] == std::string::npos)
            return refuse(std::string("it has no column \"") + kColumns[needed] +
                          "\", so it is no table of shapes");
    std::vector<Annotation> pictures;
    std::map<std::string, std::size_t> pictureOf;
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (auto added = addRow(Row(rows[i], places), pictures, pictureOf); !added.ok())
            return refuse("its row " + std::to_string(i) + " is damagedRow: it " +
                          added.error().detail);
    return pictures;
}

Result<Warnings> writeAnnotationCsv(const std::filesystem::path &path,
                                    std::span<const Annotation> pictures)
{
    std::string text;
    detail::appendRow(text, {kColumns.begin(), kColumns.end()});
    for (const Annotation &picture : pictures) {
        CF_RETURN_IF_ERROR(check(picture));
        if (picture.shapes.empty() || !picture.extraJson.empty()) {
            auto fields = fieldsOf(picture);
            fields[Extra] = picture.extraJson;
            detail::appendRow(text, fields);
        }
        for (const Shape &shape : picture.shapes) {
            auto fields = fieldsOf(picture);
            fields[Label] = shape.label;
            fields[Kind] = kKinds[static_cast<std::size_t>(shape.kind)];
            if (shape.group)
                fields[Group] = std::to_string(*shape.group);
            fields[Points] = textOf(shape.points);
            for (const Ring &hole : shape.holes) {
                if (&hole != &shape.holes.front())
                    fields[Holes] += '|';
                fields[Holes] += textOf(hole);
            }
            if (shape.kind == ShapeKind::Mask) {
                const cv::Point2d size(shape.mask.cols, shape.mask.rows);
                fields[Points] = textOf({shape.maskAt, size});
                fields[RunLengths] = compressRuns(encodeRuns(shape.mask));
            }
            fields[Extra] = shape.extraJson;
            detail::appendRow(text, fields);
        }
    }
    CF_RETURN_IF_ERROR(writeFileAtomically(path, text));
    return Warnings();
}

} // namespace cf::annotation
