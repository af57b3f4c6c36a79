#include "core/review/shift_figures.h"

#include "core/metrics/intervals.h"
#include "core/review/image_key.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>

namespace cf::review {

namespace {

using store::Decision;
using store::DecisionKind;
using store::Verdict;

constexpr double kMsPerSecond = 1000;
constexpr double kSecondsPerHour = 3600;

bool liesBelow(const std::filesystem::path &path, const std::string &folder)
{
    const auto wanted = std::filesystem::path(folder).lexically_normal();
    auto at = path.begin();
    for (const auto &part : wanted) {
        if (part.empty() || part == ".")
            continue; // a slash at the end
        if (at == path.end() || *at != part)
            return false;
        ++at;
    }
    return true;
}

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Seconds from one decision to the next without the breaks.
std::vector<double> stepsOf(const std::vector<std::int64_t> &timesMs)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < timesMs.size(); ++i) {
        const double seconds = static_cast<double>(timesMs[i] - timesMs[i - 1]) / kMsPerSecond;
        if (seconds >= 0 && seconds <= Tempo::kBreakSeconds)
            steps.push_back(seconds);
    }
    return steps;
}

Tempo tempoOf(std::size_t decisions, const std::vector<double> &steps)
{
    Tempo tempo;
    tempo.decisions = decisions;
    tempo.steps = steps.size();
    if (steps.empty())
        return tempo;
    tempo.medianSeconds = medianOf(steps);
    double seconds = 0;
    for (const double step : steps)
        seconds += step;
    if (seconds > 0)
        tempo.perHour = kSecondsPerHour * static_cast<double>(steps.size()) / seconds;
    return tempo;
}

void measureTempo(ShiftFigures &figures)
{
    std::map<std::string, std::vector<std::int64_t>> times;
    for (const auto &row : figures.rows)
        if (row.kind != DecisionKind::Undo)
            if (const auto time = millisecondsOf(row.timeUtc))
                times[row.reviewer].push_back(*time);
    std::vector<double> all;
    std::size_t decisions = 0;
    for (const auto &[reviewer, ofReviewer] : times) {
        const auto steps = stepsOf(ofReviewer);
        figures.byReviewer[reviewer] = tempoOf(ofReviewer.size(), steps);
        all.insert(all.end(), steps.begin(), steps.end());
        decisions += ofReviewer.size();
    }
    figures.tempo = tempoOf(decisions, all);
}

Result<void> rate(CountedRate &rate)
{
    CF_ASSIGN_OR_RETURN(rate.interval, metrics::wilsonInterval(rate.successes, rate.trials));
    return {};
}

Result<void> countPictures(ShiftFigures &figures)
{
    for (const auto &picture : figures.pictures) {
        const auto verdict = picture.decision.verdict;
        (verdict == Verdict::Ok   ? figures.ok
         : verdict == Verdict::Ng ? figures.ng
                                  : figures.unsure)++;
        if (verdict == Verdict::Ng)
            ++figures.reasons[picture.decision.reason];
        if (!picture.defective) {
            ++figures.unlabelled;
            continue;
        }
        if (verdict == Verdict::Unsure)
            continue;
        auto &of = *picture.defective ? figures.escapes : figures.falseRejects;
        ++of.trials;
        of.successes += verdict == (*picture.defective ? Verdict::Ok : Verdict::Ng) ? 1 : 0;
    }
    CF_RETURN_IF_ERROR(rate(figures.escapes));
    return rate(figures.falseRejects);
}

void addCosts(ShiftFigures &figures, const ShiftKnowledge &knowledge)
{
    std::map<std::string, std::optional<metrics::InspectionCosts>> known;
    const auto costsOf = [&](const std::string &category) {
        const auto [found, isNew] = known.try_emplace(category);
        if (isNew)
            found->second = knowledge.costsOf(category);
        return found->second;
    };
    ShiftCosts sum;
    bool any = false;
    for (const auto &row : figures.rows) {
        if (row.kind == DecisionKind::Undo)
            continue;
        if (const auto costs = costsOf(row.category)) {
            any = true;
            sum.looks += costs->review;
        } else {
            ++sum.withoutCosts;
        }
    }
    for (const auto &picture : figures.pictures) {
        const auto costs = costsOf(picture.decision.category);
        if (!costs || !picture.defective)
            continue;
        if (*picture.defective && picture.decision.verdict == Verdict::Ok)
            sum.escapes += costs->escape;
        if (!*picture.defective && picture.decision.verdict == Verdict::Ng)
            sum.falseRejects += costs->falseReject;
    }
    if (any)
        figures.costs = sum;
}

} // namespace

bool ShiftFilter::holds(const Decision &decision) const
{
    // Times of the same form: their order is that of the text.
    return (fromUtc.empty() || decision.timeUtc >= fromUtc) &&
           (toUtc.empty() || decision.timeUtc < toUtc) &&
           (reviewer.empty() || decision.reviewer == reviewer) &&
           (category.empty() || decision.category == category) &&
           (folder.empty() || liesBelow(decision.path, folder));
}

Result<ShiftFigures> shiftFigures(std::span<const Decision> trail, const ShiftFilter &wanted,
                                  const ShiftKnowledge &knowledge)
{
    auto filter = wanted;
    for (auto *time : {&filter.fromUtc, &filter.toUtc}) {
        if (time->empty())
            continue;
        const auto exact = millisecondsOf(*time);
        if (!exact)
            return Error::make(ErrorCode::BadUsage,
                               "'" + *time + "' is no time; write it as 2024-05-01T06:00:00.000Z.");
        *time = utcOf(*exact); // as the trail writes it
    }
    if (!filter.fromUtc.empty() && !filter.toUtc.empty() && filter.toUtc <= filter.fromUtc)
        return Error::make(ErrorCode::BadUsage, "The shift ends before it begins.");
    std::vector<Decision> untilEnd;
    for (const auto &decision : trail)
        if (filter.toUtc.empty() || decision.timeUtc < filter.toUtc)
            untilEnd.push_back(decision);
    ShiftFigures figures;
    for (const auto &decision : untilEnd)
        if (filter.holds(decision))
            figures.rows.push_back(decision);
    std::map<ImageKey, JudgedPicture> last;
    std::set<std::int64_t> standing;
    std::set<ImageKey> secondJudged;
    for (const auto &decision : store::standingDecisions(untilEnd)) {
        if (!filter.holds(decision))
            continue;
        standing.insert(decision.sequence);
        last.insert_or_assign(keyOf(decision),
                              JudgedPicture{decision, knowledge.isDefective(decision)});
        if (decision.kind == DecisionKind::Second)
            secondJudged.insert(keyOf(decision));
    }
    for (auto &[unused, picture] : last)
        figures.pictures.push_back(std::move(picture));
    figures.takenBack =
        static_cast<std::size_t>(std::ranges::count_if(figures.rows, [&](const Decision &decision) {
            return decision.kind != DecisionKind::Undo && !standing.contains(decision.sequence);
        }));
    CF_RETURN_IF_ERROR(countPictures(figures));
    measureTempo(figures);
    // A second opinion of the shift may answer a first one from before it.
    std::vector<Decision> compared, judged;
    for (const auto &decision : untilEnd) {
        if (secondJudged.contains(keyOf(decision)) &&
            (decision.kind != DecisionKind::Second || filter.holds(decision)))
            compared.push_back(decision);
        if (last.contains(keyOf(decision)))
            judged.push_back(decision);
    }
    CF_ASSIGN_OR_RETURN(figures.agreement, metrics::cohensKappa(ratingTable(compared)));
    figures.disagreements = arbitrationList(judged);
    addCosts(figures, knowledge);
    return figures;
}

std::optional<std::int64_t> millisecondsOf(const std::string &utc)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, length = 0;
    if (std::sscanf(utc.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%n", &year, &month, &day, &hour, &minute,
                    &second, &length) != 6)
        return std::nullopt;
    std::int64_t fraction = 0;
    const auto rest = utc.substr(static_cast<std::size_t>(length));
    if (rest != "Z") {
        int digits = 0, milliseconds = 0;
        if (std::sscanf(rest.c_str(), ".%3d%nZ", &milliseconds, &digits) != 1 || digits != 4 ||
            rest.size() != 5 || rest.back() != 'Z')
            return std::nullopt;
        fraction = milliseconds;
    }
    using namespace std::chrono;
    const year_month_day date{std::chrono::year(year),
                              std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    return duration_cast<milliseconds>(sys_days(date).time_since_epoch()).count() +
           ((hour * 60LL + minute) * 60 + second) * 1000 + fraction;
}

std::string utcOf(std::int64_t sinceEpoch)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(sinceEpoch)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                  int(clock.minutes().count()), int(clock.seconds().count()),
                  int(clock.subseconds().count()));
    return text;
}

} // namespace cf::review
