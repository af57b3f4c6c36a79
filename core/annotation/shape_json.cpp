#include "core/annotation/shape_json.h"

#include "core/annotation/detail/json_text.h"
#include "core/annotation/run_length.h"

#include <algorithm>
#include <array>

namespace cf::annotation {

using detail::Json;

namespace {

constexpr std::array kKinds = {"polygon", "rectangle", "ellipse", "mask", "marker"};

Json numbersOf(const Ring &ring)
{
    Json numbers = Json::array();
    for (const auto &point : ring) {
        numbers.push_back(point.x);
        numbers.push_back(point.y);
    }
    return numbers;
}

Error damagedShape(const std::string &reason)
{
    return Error::make(ErrorCode::BadData, "A stored shape is damaged: " + reason);
}

Result<Ring> ringOf(const Json &numbers)
{
    if (!numbers.is_array() || numbers.size() % 2 != 0 ||
        !std::all_of(numbers.begin(), numbers.end(), [](const Json &n) { return n.is_number(); }))
        return damagedShape("its points are no pairs of numbers");
    Ring ring;
    for (std::size_t i = 0; i < numbers.size(); i += 2)
        ring.emplace_back(numbers[i].get<double>(), numbers[i + 1].get<double>());
    return ring;
}

/// Two whole numbers within the limits of a picture.
std::optional<cv::Point> pairOf(const Json *pair)
{
    if (!pair || !pair->is_array() || pair->size() != 2)
        return std::nullopt;
    const auto x = detail::wholeNumber(&(*pair)[0]);
    const auto y = detail::wholeNumber(&(*pair)[1]);
    if (!x || !y || std::max(std::abs(*x), std::abs(*y)) > kLongestSidePx)
        return std::nullopt;
    return cv::Point(static_cast<int>(*x), static_cast<int>(*y));
}

Result<void> readMask(const Json &json, Shape &shape)
{
    const auto at = pairOf(detail::find(json, "at"));
    const auto size = pairOf(detail::find(json, "size"));
    if (!at || !size)
        return damagedShape("its mask has no place");
    shape.maskAt = *at;
    CF_ASSIGN_OR_RETURN(const Runs runs, decompressRuns(detail::textAt(json, "runs")));
    CF_ASSIGN_OR_RETURN(shape.mask, decodeRuns(runs, cv::Size(size->x, size->y)));
    return {};
}

} // namespace

std::string shapeJson(const Shape &shape)
{
    Json json;
    json["kind"] = kKinds[static_cast<std::size_t>(shape.kind)];
    if (!shape.points.empty())
        json["points"] = numbersOf(shape.points);
    for (const Ring &hole : shape.holes)
        json["holes"].push_back(numbersOf(hole));
    if (shape.kind == ShapeKind::Mask) {
        json["at"] = {shape.maskAt.x, shape.maskAt.y};
        json["size"] = {shape.mask.cols, shape.mask.rows};
        json["runs"] = compressRuns(encodeRuns(shape.mask));
    }
    if (shape.group)
        json["group"] = *shape.group;
    if (!shape.extraJson.empty())
        json["extra"] = shape.extraJson;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Shape> shapeFromJson(std::string_view text, std::string label)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return damagedShape("it is no JSON object");
    Shape shape;
    shape.label = std::move(label);
    const auto kind = std::find(kKinds.begin(), kKinds.end(), detail::textAt(json, "kind"));
    if (kind == kKinds.end())
        return damagedShape("its kind is unknown");
    shape.kind = static_cast<ShapeKind>(kind - kKinds.begin());
    if (const auto *points = detail::find(json, "points")) {
        CF_ASSIGN_OR_RETURN(shape.points, ringOf(*points));
    }
    if (const auto *holes = detail::find(json, "holes"); holes && holes->is_array())
        for (const Json &hole : *holes) {
            CF_ASSIGN_OR_RETURN(Ring ring, ringOf(hole));
            shape.holes.push_back(std::move(ring));
        }
    if (shape.kind == ShapeKind::Mask)
        CF_RETURN_IF_ERROR(readMask(json, shape));
    if (const auto *group = detail::find(json, "group")) {
        shape.group = detail::wholeNumber(group);
        if (!shape.group)
            return damagedShape("its group is no number");
    }
    shape.extraJson = detail::textAt(json, "extra");
    return shape;
}

} // namespace cf::annotation
