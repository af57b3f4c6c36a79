#include "core/review/reviewer_profile.h"

#include <nlohmann/json.hpp>

namespace cf::review {

using nlohmann::json;

namespace {

constexpr auto kOrder = "order";
constexpr auto kReasons = "reasons";
constexpr auto kSecondShare = "second_share";

json objectFrom(const std::string &text)
{
    auto parsed = json::parse(text, nullptr, false);
    return parsed.is_object() ? parsed : json::object();
}

} // namespace

ReviewerProfile profileFrom(const std::string &text)
{
    const auto stored = objectFrom(text);
    ReviewerProfile profile;
    if (const auto order = stored.find(kOrder); order != stored.end() && order->is_string())
        profile.order = queueOrderFrom(order->get<std::string>()).value_or(profile.order);
    if (const auto reasons = stored.find(kReasons); reasons != stored.end() && reasons->is_array())
        for (const auto &reason : *reasons)
            if (reason.is_string() && profile.reasons.size() < ReviewerProfile::kMostReasons)
                profile.reasons.push_back(reason.get<std::string>());
    if (const auto share = stored.find(kSecondShare); share != stored.end() && share->is_number())
        if (const double value = share->get<double>(); value >= 0 && value <= 1)
            profile.secondShare = value;
    return profile;
}

std::string profileJson(const ReviewerProfile &profile, const std::string &before)
{
    auto stored = objectFrom(before);
    stored[kOrder] = toString(profile.order);
    stored[kReasons] = profile.reasons;
    stored[kSecondShare] = profile.secondShare;
    return stored.dump();
}

} // namespace cf::review
