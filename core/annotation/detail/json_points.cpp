#include "core/annotation/detail/json_points.h"

namespace cf::annotation::detail {

std::optional<Ring> pointPairs(const Json &json)
{
    if (!json.is_array())
        return std::nullopt;
    Ring ring;
    ring.reserve(json.size());
    for (const Json &pair : json) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number())
            return std::nullopt;
        ring.emplace_back(pair[0].get<double>(), pair[1].get<double>());
    }
    return ring;
}

Json jsonPairs(const Ring &ring)
{
    Json json = Json::array();
    for (const auto &point : ring)
        json.push_back(Json::array({point.x, point.y}));
    return json;
}

std::optional<Ring> flatPoints(const Json &json)
{
    if (!json.is_array() || json.size() % 2 != 0)
        return std::nullopt;
    Ring ring;
    ring.reserve(json.size() / 2);
    for (std::size_t i = 0; i < json.size(); i += 2) {
        if (!json[i].is_number() || !json[i + 1].is_number())
            return std::nullopt;
        ring.emplace_back(json[i].get<double>(), json[i + 1].get<double>());
    }
    return ring;
}

Json jsonFlat(const Ring &ring)
{
    Json json = Json::array();
    for (const auto &point : ring) {
        json.push_back(point.x);
        json.push_back(point.y);
    }
    return json;
}

} // namespace cf::annotation::detail
