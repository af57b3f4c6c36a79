#include "core/review/shift_figures.h"

#include "tests/result_check.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>

using namespace cf;
using namespace cf::review;
using store::Decision;
using store::DecisionKind;
using store::Verdict;

namespace {

constexpr std::int64_t kStartMs = 1714543200000; // 2024-05-01T06:00:00Z

/// A trail whose decisions come at the given seconds after six in the morning.
class TimedTrail
{
public:
    std::int64_t at(double seconds, const std::string &reviewer, const std::string &image,
                    Verdict verdict, DecisionKind kind = DecisionKind::First,
                    const std::string &reason = "", const std::string &category = "bolt")
    {
        Decision decision;
        decision.sequence = std::int64_t(m_rows.size()) + 1;
        decision.timeUtc = utcOf(kStartMs + std::int64_t(seconds * 1000));
        decision.reviewer = reviewer;
        decision.category = category;
        decision.path = image;
        decision.imageSha256 = "hash";
        decision.verdict = verdict;
        decision.kind = kind;
        decision.reason = reason;
        m_rows.push_back(decision);
        return decision.sequence;
    }
    void undo(double seconds, std::int64_t sequence)
    {
        auto decision = m_rows.at(std::size_t(sequence - 1));
        decision.sequence = std::int64_t(m_rows.size()) + 1;
        decision.timeUtc = utcOf(kStartMs + std::int64_t(seconds * 1000));
        decision.verdict = Verdict::Withdrawn;
        decision.kind = DecisionKind::Undo;
        decision.withdraws = sequence;
        m_rows.push_back(decision);
    }
    const std::vector<Decision> &rows() const { return m_rows; }

private:
    std::vector<Decision> m_rows;
};

/// Pictures whose name begins with d are defective, with g good; of others nobody knows.
ShiftKnowledge knowledge(const std::optional<metrics::InspectionCosts> &costs = {})
{
    ShiftKnowledge known;
    known.isDefective = [](const Decision &decision) -> std::optional<bool> {
        const auto first = decision.path.filename().string().front();
        return first == 'd'   ? std::optional(true)
               : first == 'g' ? std::optional(false)
                              : std::nullopt;
    };
    known.costsOf = [costs](const std::string &category) {
        return category == "bolt" ? costs : std::nullopt;
    };
    return known;
}

ShiftFigures figuresOf(const TimedTrail &trail, const ShiftFilter &filter = {},
                       const std::optional<metrics::InspectionCosts> &costs = {})
{
    return shiftFigures(trail.rows(), filter, knowledge(costs)).orThrow();
}

std::string utc(double seconds)
{
    return utcOf(kStartMs + std::int64_t(seconds * 1000));
}

} // namespace

class TstShiftFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWhatStoodAtTheEnd();
    void takesTheTimeAskedFor();
    void takesALot();
    void takesOneReviewer();
    void measuresTheWorkWithoutBreaks();
    void comparesWithTheLabels();
    void sumsTheCosts();
    void leavesOutUnknownCosts();
    void agreesWithTheFirstOpinionBeforeTheShift();
    void listsWhatIsToBeSettled();
    void addsUpOverRandomTrails();
    void refusesTimesThatAreNone();
    void readsAndWritesTimes();
};

void TstShiftFigures::countsWhatStoodAtTheEnd()
{
    TimedTrail trail;
    trail.at(0, "Ada", "g1", Verdict::Ok);
    const auto slip = trail.at(5, "Ada", "g2", Verdict::Ng, DecisionKind::First, "dent");
    trail.undo(7, slip);
    trail.at(9, "Ada", "g2", Verdict::Ok);
    trail.at(12, "Ada", "d1", Verdict::Ng, DecisionKind::First, "scratch");
    trail.at(15, "Ada", "d2", Verdict::Ng, DecisionKind::First, "scratch");
    trail.at(18, "Ada", "x1", Verdict::Ng);
    trail.at(20, "Ada", "x2", Verdict::Unsure);
    const auto figures = figuresOf(trail);
    QCOMPARE(figures.rows.size(), std::size_t(8));
    QCOMPARE(figures.pictures.size(), std::size_t(6));
    QCOMPARE(figures.takenBack, std::size_t(1));
    QCOMPARE(figures.ok, std::size_t(2));
    QCOMPARE(figures.ng, std::size_t(3));
    QCOMPARE(figures.unsure, std::size_t(1));
    QCOMPARE(figures.unlabelled, std::size_t(2));
    QVERIFY(figures.reasons == (std::map<std::string, std::size_t>{{"scratch", 2}, {"", 1}}));
}

void TstShiftFigures::takesTheTimeAskedFor()
{
    TimedTrail trail;
    trail.at(0, "Ada", "g1", Verdict::Ok);
    const auto kept = trail.at(10, "Ada", "g2", Verdict::Ng);
    trail.at(20, "Ada", "g3", Verdict::Ok);
    trail.undo(30, kept); // after the shift: it stood at its end
    const auto figures = figuresOf(trail, {utc(10), utc(20), "", "", ""});
    QCOMPARE(figures.rows.size(), std::size_t(1));
    QCOMPARE(figures.ng, std::size_t(1));
    QCOMPARE(figures.takenBack, std::size_t(0));
    const auto later = figuresOf(trail, {utc(10), "", "", "", ""});
    QCOMPARE(later.ng, std::size_t(0));
    QCOMPARE(later.ok, std::size_t(1));
    QCOMPARE(later.takenBack, std::size_t(1));
    // The same moment, written without its fraction.
    QCOMPARE(
        figuresOf(trail, {"2024-05-01T06:00:10Z", "2024-05-01T06:00:20Z", "", "", ""}).rows.size(),
        std::size_t(1));
    QVERIFY(figuresOf(trail, {utc(100), "", "", "", ""}).rows.empty());
}

void TstShiftFigures::takesALot()
{
    TimedTrail trail;
    trail.at(0, "Ada", "bolt/lot1/g1", Verdict::Ok);
    trail.at(1, "Ada", "bolt/lot10/g1", Verdict::Ok);
    trail.at(2, "Ada", "bolt/lot1/deep/g1", Verdict::Ng);
    trail.at(3, "Ada", "nut/g1", Verdict::Ok, DecisionKind::First, "", "nut");
    const auto count = [&](const char *category, const char *folder) {
        return figuresOf(trail, {"", "", "", category, folder}).pictures.size();
    };
    QCOMPARE(count("", "bolt/lot1"), std::size_t(2));
    QCOMPARE(count("", "bolt/lot1/"), std::size_t(2));
    QCOMPARE(count("", "bolt"), std::size_t(3));
    QCOMPARE(count("nut", ""), std::size_t(1));
    QCOMPARE(count("nut", "bolt"), std::size_t(0));
    QCOMPARE(count("", ""), std::size_t(4));
}

void TstShiftFigures::takesOneReviewer()
{
    TimedTrail trail;
    trail.at(0, "Ada", "g1", Verdict::Ok);
    trail.at(1, "Bo", "g1", Verdict::Ng, DecisionKind::Second);
    trail.at(2, "Bo", "g2", Verdict::Ok);
    QCOMPARE(figuresOf(trail).pictures.size(), std::size_t(2));
    const auto figures = figuresOf(trail, {"", "", "Ada", "", ""});
    QCOMPARE(figures.pictures.size(), std::size_t(1));
    QCOMPARE(figures.ok, std::size_t(1)); // what Bo said later is not Ada's
    QCOMPARE(figures.byReviewer.size(), std::size_t(1));
}

void TstShiftFigures::measuresTheWorkWithoutBreaks()
{
    TimedTrail trail;
    for (const double seconds : {0.0, 2.0, 6.0, 9.0}) // steps of 2, 4 and 3
        trail.at(seconds, "Ada", "g" + std::to_string(int(seconds)), Verdict::Ok);
    trail.at(1009, "Ada", "g1009", Verdict::Ok); // after a break
    trail.at(1014, "Ada", "g1014", Verdict::Ok); // 5
    trail.at(1015, "Bo", "g1015", Verdict::Ok);  // another person's step is none
    const auto figures = figuresOf(trail);
    const auto &ada = figures.byReviewer.at("Ada");
    QCOMPARE(ada.decisions, std::size_t(6));
    QCOMPARE(ada.steps, std::size_t(4));
    QCOMPARE(ada.medianSeconds.value(), 3.5);
    QCOMPARE(ada.perHour.value(), 3600 * 4 / 14.0);
    QVERIFY(!figures.byReviewer.at("Bo").medianSeconds);
    QCOMPARE(figures.tempo.decisions, std::size_t(7));
    QCOMPARE(figures.tempo.medianSeconds.value(), 3.5);
}

void TstShiftFigures::comparesWithTheLabels()
{
    TimedTrail trail;
    for (int i = 0; i < 10; ++i)
        trail.at(i, "Ada", "d" + std::to_string(i), i < 2 ? Verdict::Ok : Verdict::Ng);
    for (int i = 0; i < 20; ++i)
        trail.at(20 + i, "Ada", "g" + std::to_string(i), i < 1 ? Verdict::Ng : Verdict::Ok);
    trail.at(50, "Ada", "d90", Verdict::Unsure); // neither accepted nor rejected
    trail.at(51, "Ada", "x1", Verdict::Ok);
    const auto figures = figuresOf(trail);
    QCOMPARE(figures.escapes.successes, std::size_t(2));
    QCOMPARE(figures.escapes.trials, std::size_t(10));
    QCOMPARE(figures.falseRejects.successes, std::size_t(1));
    QCOMPARE(figures.falseRejects.trials, std::size_t(20));
    // Wilson's formula for 2 of 10, written out.
    const double z = 1.959963984540054, n = 10, p = 0.2;
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    QVERIFY(std::abs(figures.escapes.interval.value->low - (middle - half)) < 1e-6);
    QVERIFY(std::abs(figures.escapes.interval.value->high - (middle + half)) < 1e-6);
    TimedTrail unknown;
    unknown.at(0, "Ada", "x1", Verdict::Ok);
    QVERIFY(!figuresOf(unknown).escapes.interval.defined());
    QVERIFY(!figuresOf(unknown).escapes.interval.reasonWhenUndefined.empty());
}

void TstShiftFigures::sumsTheCosts()
{
    metrics::InspectionCosts costs;
    costs.escape = 100;
    costs.falseReject = 10;
    costs.review = 1.5;
    TimedTrail trail;
    trail.at(0, "Ada", "d1", Verdict::Ok);
    trail.at(1, "Ada", "g1", Verdict::Ng);
    const auto undone = trail.at(2, "Ada", "g2", Verdict::Ng);
    trail.undo(3, undone);
    trail.at(4, "Ada", "g2", Verdict::Ok);
    trail.at(5, "Bo", "g1", Verdict::Ng, DecisionKind::Second); // looked at again, still wrong once
    trail.at(6, "Ada", "x1", Verdict::Ng);
    const auto sum = figuresOf(trail, {}, costs).costs.value();
    QCOMPARE(sum.escapes, 100.0);
    QCOMPARE(sum.falseRejects, 10.0);
    QCOMPARE(sum.looks, 6 * 1.5);
    QCOMPARE(sum.total(), 119.0);
    QCOMPARE(sum.withoutCosts, std::size_t(0));
}

void TstShiftFigures::leavesOutUnknownCosts()
{
    TimedTrail trail;
    trail.at(0, "Ada", "d1", Verdict::Ok);
    trail.at(1, "Ada", "d1", Verdict::Ok, DecisionKind::First, "", "nut");
    QVERIFY(!figuresOf(trail).costs);
    const auto sum = figuresOf(trail, {}, metrics::InspectionCosts{}).costs.value();
    QCOMPARE(sum.escapes, 100.0); // not the nut's
    QCOMPARE(sum.withoutCosts, std::size_t(1));
}

void TstShiftFigures::agreesWithTheFirstOpinionBeforeTheShift()
{
    TimedTrail trail;
    for (const char *name : {"a1", "a2", "a3", "a4"})
        trail.at(0, "Ada", name, name[1] < '3' ? Verdict::Ok : Verdict::Ng);
    trail.at(100, "Bo", "a1", Verdict::Ok, DecisionKind::Second);
    trail.at(101, "Bo", "a2", Verdict::Ng, DecisionKind::Second);
    trail.at(102, "Bo", "a3", Verdict::Ng, DecisionKind::Second);
    trail.at(200, "Bo", "a4", Verdict::Ok, DecisionKind::Second); // in a later shift
    const auto figures = figuresOf(trail, {utc(100), utc(200), "", "", ""});
    QCOMPARE(figures.agreement.count, std::uint64_t(3));
    // 2 of 3 alike; by chance 2/3 * 1/3 + 1/3 * 2/3 = 4/9.
    QVERIFY(std::abs(*figures.agreement.kappa.value - (2 / 3.0 - 4 / 9.0) / (5 / 9.0)) < 1e-12);
    QVERIFY(!figuresOf(trail, {"", utc(100), "", "", ""}).agreement.kappa.defined());
}

void TstShiftFigures::listsWhatIsToBeSettled()
{
    TimedTrail trail;
    trail.at(0, "Ada", "a1", Verdict::Ok);
    trail.at(1, "Ada", "a2", Verdict::Ok);
    trail.at(10, "Bo", "a1", Verdict::Ng, DecisionKind::Second);
    trail.at(11, "Bo", "a2", Verdict::Ng, DecisionKind::Second);
    trail.at(20, "Cy", "a2", Verdict::Ng, DecisionKind::Arbitration);
    const auto figures = figuresOf(trail, {utc(10), "", "", "", ""});
    QCOMPARE(figures.disagreements.size(), std::size_t(1));
    QCOMPARE(figures.disagreements[0].path.string(), std::string("a1"));
    QCOMPARE(figuresOf(trail, {utc(10), utc(20), "", "", ""}).disagreements.size(),
             std::size_t(2)); // not settled yet
}

void TstShiftFigures::addsUpOverRandomTrails()
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        std::mt19937 random(seed);
        TimedTrail trail;
        std::map<std::string, std::vector<std::pair<std::int64_t, Verdict>>> history;
        double seconds = 0;
        for (int step = 0; step < 300; ++step) {
            seconds += random() % 100;
            const auto name = std::string(1, "dgx"[random() % 3]) + std::to_string(random() % 40);
            if (random() % 5 == 0 && !history[name].empty()) {
                trail.undo(seconds, history[name].back().first);
                history[name].pop_back();
                continue;
            }
            const auto verdict =
                std::array{Verdict::Ok, Verdict::Ng, Verdict::Unsure}[random() % 3];
            history[name].emplace_back(trail.at(seconds, "Ada", name, verdict), verdict);
        }
        std::size_t ok = 0, ng = 0, unsure = 0, escapes = 0, defects = 0;
        for (const auto &[name, decisions] : history) {
            if (decisions.empty())
                continue;
            const auto last = decisions.back().second;
            ok += last == Verdict::Ok;
            ng += last == Verdict::Ng;
            unsure += last == Verdict::Unsure;
            escapes += name[0] == 'd' && last == Verdict::Ok;
            defects += name[0] == 'd' && last != Verdict::Unsure;
        }
        const auto figures = figuresOf(trail);
        QVERIFY2(figures.ok == ok && figures.ng == ng && figures.unsure == unsure,
                 qPrintable(QString::number(seed)));
        QCOMPARE(figures.escapes.successes, escapes);
        QCOMPARE(figures.escapes.trials, defects);
        const auto undos = std::ranges::count(trail.rows(), DecisionKind::Undo, &Decision::kind);
        QCOMPARE(figures.takenBack, std::size_t(undos));
    }
}

void TstShiftFigures::refusesTimesThatAreNone()
{
    for (const ShiftFilter &filter : {ShiftFilter{"yesterday", "", "", "", ""},
                                      ShiftFilter{"", "2024-13-01T00:00:00Z", "", "", ""},
                                      ShiftFilter{utc(10), utc(10), "", "", ""}}) {
        const auto refused = shiftFigures({}, filter, knowledge());
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::BadUsage);
    }
}

void TstShiftFigures::readsAndWritesTimes()
{
    QCOMPARE(utcOf(kStartMs + 7), std::string("2024-05-01T06:00:00.007Z"));
    QCOMPARE(millisecondsOf("2024-05-01T06:00:00.007Z").value(), kStartMs + 7);
    QCOMPARE(millisecondsOf("2024-05-01T06:00:00Z").value(), kStartMs);
    QCOMPARE(millisecondsOf(store::utcNow()).has_value(), true);
    for (const char *wrong :
         {"", "2024-05-01", "2024-05-01T06:00:00", "2024-05-01T06:00:00.7Z",
          "2024-05-01T06:00:00+02:00", "2024-02-30T06:00:00Z", "2024-05-01T24:00:00Z"})
        QVERIFY2(!millisecondsOf(wrong), wrong);
    for (std::int64_t time = 0; time < 4000000000000; time += 86399123457)
        QCOMPARE(millisecondsOf(utcOf(time)).value(), time);
}

QTEST_GUILESS_MAIN(TstShiftFigures)
#include "tst_shift_figures.moc"
