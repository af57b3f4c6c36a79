#include "ui/review/queue_arrangement.h"

#include <QTest>

using namespace cf;
using namespace cf::ui;
using Show = QueueWish::Show;

namespace {

struct Made
{
    const char *name;
    std::optional<double> score;
    std::optional<bool> defective;
};

constexpr double kThreshold = 5.0;

/// One category "bolt", in this order (which is that of the names).
workflow::ReviewSet setOf(const std::vector<Made> &pictures)
{
    workflow::ReviewSet set;
    set.root = "/data";
    set.categories.emplace_back().name = "bolt";
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        workflow::ReviewPicture picture;
        picture.item = {static_cast<store::Id>(100 + i),
                        "bolt",
                        pictures[i].name,
                        pictures[i].score,
                        kThreshold,
                        pictures[i].defective};
        picture.kind = pictures[i].defective.value_or(false) ? "bent" : "good";
        set.pictures.push_back(picture);
    }
    return set;
}

workflow::ReviewSet fivePictures()
{
    return setOf({{"a.png", 2.0, false},
                  {"b.png", 5.5, false}, // a suspect
                  {"c.png", 9.0, true},
                  {"d.png", 4.8, true}, // a suspect
                  {"e.png", std::nullopt, std::nullopt}});
}

/// A trail without a store.
class Trail
{
public:
    explicit Trail(const workflow::ReviewSet &set) : m_set(set) {}
    void decide(const std::string &reviewer, std::size_t picture, store::Verdict verdict,
                store::DecisionKind kind = store::DecisionKind::First)
    {
        store::Decision decision;
        decision.sequence = static_cast<std::int64_t>(m_rows.size()) + 1;
        decision.reviewer = reviewer;
        decision.category = "bolt";
        decision.path = m_set.pictures[picture].item.path;
        decision.imageSha256 = "hash";
        decision.verdict = verdict;
        decision.kind = kind;
        m_rows.push_back(decision);
    }
    const std::vector<store::Decision> &rows() const { return m_rows; }

private:
    const workflow::ReviewSet &m_set;
    std::vector<store::Decision> m_rows;
};

QString namesOf(const workflow::ReviewSet &set, const std::vector<std::uint32_t> &rows)
{
    QString names;
    for (const auto picture : rows)
        names += QString::fromStdString(set.pictures[picture].item.path.stem().string());
    return names;
}

} // namespace

class TstQueueArrangement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ordersTheQueue_data();
    void ordersTheQueue();
    void fallsBackWithoutCosts();
    void listsTheLabelSuspects();
    void filtersByCategoryAndText();
    void saysWhatIsWrongWithTheText();
    void filtersByDecision_data();
    void filtersByDecision();
    void goesOnAfterTheLastDecision();
    void drawsABlindQueueOfOthersDecisions();
    void aBlindQueueKnowsNoLabels();
    void listsWhatReviewersDisagreeOn();
    void settledAgainWhenSomebodyDisagreesLater();
    void measuresTheAgreement();
};

void TstQueueArrangement::ordersTheQueue_data()
{
    using review::QueueOrder;
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("names");
    QTest::newRow("uncertainty") << int(QueueOrder::Uncertainty) << QStringLiteral("dbace");
    QTest::newRow("score") << int(QueueOrder::Score) << QStringLiteral("cbdae");
    QTest::newRow("category") << int(QueueOrder::Category) << QStringLiteral("abcde");
}

void TstQueueArrangement::ordersTheQueue()
{
    QFETCH(int, order);
    QFETCH(QString, names);
    const auto set = fivePictures();
    QueueWish wish;
    wish.order = static_cast<review::QueueOrder>(order);
    const auto arrangement = arrange(set, wish, {});
    // c lies 4 and a lies 3 from the threshold
    QCOMPARE(namesOf(set, arrangement.rows), names);
    QCOMPARE(arrangement.members.size(), std::size_t(5));
    QCOMPARE(arrangement.resume, std::optional<std::size_t>(0));
}

void TstQueueArrangement::fallsBackWithoutCosts()
{
    auto set = fivePictures();
    QueueWish wish;
    wish.order = review::QueueOrder::CostAtStake;
    auto arrangement = arrange(set, wish, {});
    QVERIFY(arrangement.lacksCosts);
    QCOMPARE(namesOf(set, arrangement.rows), QStringLiteral("dbace")); // nearest first
    set.pictures[2].item.costAtStake = 3.0;
    set.pictures[0].item.costAtStake = 7.0;
    arrangement = arrange(set, wish, {});
    QVERIFY(!arrangement.lacksCosts);
    QCOMPARE(namesOf(set, arrangement.rows), QStringLiteral("acbde"));
    wish.queue = ReviewQueue::LabelSuspects; // has an order of its own
    set.pictures[0].item.costAtStake.reset();
    set.pictures[2].item.costAtStake.reset();
    QVERIFY(!arrange(set, wish, {}).lacksCosts);
}

void TstQueueArrangement::listsTheLabelSuspects()
{
    const auto set = fivePictures();
    QueueWish wish;
    wish.queue = ReviewQueue::LabelSuspects;
    const auto arrangement = arrange(set, wish, {});
    QCOMPARE(namesOf(set, arrangement.rows), QStringLiteral("bd")); // 0.5 and 0.2 wrong
    QCOMPARE(namesOf(set, arrangement.members), QStringLiteral("bd"));
}

void TstQueueArrangement::filtersByCategoryAndText()
{
    const auto set = fivePictures();
    QueueWish wish;
    wish.order = review::QueueOrder::Category;
    wish.category = "nut";
    auto arrangement = arrange(set, wish, {});
    QVERIFY(arrangement.rows.empty());
    QCOMPARE(arrangement.members.size(), std::size_t(5));
    wish.category = "bolt";
    wish.text = QStringLiteral("kind:bent score>5");
    arrangement = arrange(set, wish, {});
    QCOMPARE(namesOf(set, arrangement.rows), QStringLiteral("c"));
    Trail trail(set);
    trail.decide("Ada", 0, store::Verdict::Ok);
    wish.text = QStringLiteral("reviewed:yes");
    QCOMPARE(namesOf(set, arrange(set, wish, trail.rows()).rows), QStringLiteral("a"));
}

void TstQueueArrangement::saysWhatIsWrongWithTheText()
{
    const auto set = fivePictures();
    QueueWish wish;
    wish.text = QStringLiteral("score>high");
    const auto arrangement = arrange(set, wish, {});
    QVERIFY(arrangement.filterProblem.contains(QStringLiteral("score>high")));
    QCOMPARE(arrangement.rows.size(), std::size_t(5)); // rather all than none
}

void TstQueueArrangement::filtersByDecision_data()
{
    QTest::addColumn<int>("show");
    QTest::addColumn<QString>("names");
    QTest::newRow("everything") << int(Show::Everything) << QStringLiteral("abcde");
    QTest::newRow("undecided") << int(Show::Undecided) << QStringLiteral("de");
    QTest::newRow("ok") << int(Show::Ok) << QStringLiteral("a");
    QTest::newRow("ng") << int(Show::Ng) << QStringLiteral("b");
    QTest::newRow("unsure") << int(Show::Unsure) << QStringLiteral("c");
}

void TstQueueArrangement::filtersByDecision()
{
    QFETCH(int, show);
    QFETCH(QString, names);
    const auto set = fivePictures();
    Trail trail(set);
    trail.decide("Ada", 0, store::Verdict::Ok);
    trail.decide("Ada", 1, store::Verdict::Ng);
    trail.decide("Ada", 2, store::Verdict::Unsure);
    QueueWish wish;
    wish.order = review::QueueOrder::Category;
    wish.show = static_cast<Show>(show);
    QCOMPARE(namesOf(set, arrange(set, wish, trail.rows()).rows), names);
}

void TstQueueArrangement::goesOnAfterTheLastDecision()
{
    const auto set = fivePictures();
    Trail trail(set);
    trail.decide("Ada", 2, store::Verdict::Ng);
    QueueWish wish;
    wish.order = review::QueueOrder::Category;
    wish.reviewer = "Ada";
    QCOMPARE(arrange(set, wish, trail.rows()).resume, std::optional<std::size_t>(3));
    wish.reviewer = "Bo"; // nothing of theirs yet
    QCOMPARE(arrange(set, wish, trail.rows()).resume, std::optional<std::size_t>(0));
}

void TstQueueArrangement::drawsABlindQueueOfOthersDecisions()
{
    const auto set = fivePictures();
    Trail trail(set);
    for (const std::size_t picture : {0, 1, 2})
        trail.decide("Ada", picture, store::Verdict::Ok);
    trail.decide("Bo", 3, store::Verdict::Ok);
    QueueWish wish;
    wish.queue = ReviewQueue::SecondOpinion;
    wish.reviewer = "Bo";
    wish.secondShare = 1.0;
    const auto arrangement = arrange(set, wish, trail.rows());
    auto names = namesOf(set, arrangement.rows);
    std::sort(names.begin(), names.end());
    QCOMPARE(names, QStringLiteral("abc")); // not Bo's own, and not what nobody has seen
    wish.secondShare = 0.0;
    QVERIFY(arrange(set, wish, trail.rows()).rows.empty());
}

void TstQueueArrangement::aBlindQueueKnowsNoLabels()
{
    const auto set = fivePictures();
    Trail trail(set);
    for (std::size_t picture = 0; picture < 5; ++picture)
        trail.decide("Ada", picture, store::Verdict::Ng);
    QueueWish wish;
    wish.queue = ReviewQueue::SecondOpinion;
    wish.reviewer = "Bo";
    wish.secondShare = 1.0;
    wish.text = QStringLiteral("kind:bent");
    QVERIFY(arrange(set, wish, trail.rows()).rows.empty());
    wish.text.clear();
    wish.show = Show::Ng; // of Bo, who has said nothing
    QVERIFY(arrange(set, wish, trail.rows()).rows.empty());
    trail.decide("Bo", 1, store::Verdict::Ng, store::DecisionKind::Second);
    QCOMPARE(namesOf(set, arrange(set, wish, trail.rows()).rows), QStringLiteral("b"));
    const auto ledger = workflow::ledgerOf(set, trail.rows());
    QVERIFY(isDecided(ledger, 1, ReviewQueue::SecondOpinion));
    QCOMPARE(shownDecision(ledger, 1, ReviewQueue::SecondOpinion, "Bo")->reviewer,
             std::string("Bo"));
    QVERIFY(!shownDecision(ledger, 1, ReviewQueue::SecondOpinion, "Cy"));
    QVERIFY(!shownDecision(ledger, 0, ReviewQueue::SecondOpinion, "Bo"));
}

void TstQueueArrangement::listsWhatReviewersDisagreeOn()
{
    const auto set = fivePictures();
    Trail trail(set);
    trail.decide("Ada", 0, store::Verdict::Ok);
    trail.decide("Ada", 1, store::Verdict::Ok);
    trail.decide("Bo", 0, store::Verdict::Ok, store::DecisionKind::Second);
    trail.decide("Bo", 1, store::Verdict::Ng, store::DecisionKind::Second);
    QueueWish wish;
    wish.queue = ReviewQueue::Disagreements;
    wish.reviewer = "Cy";
    const auto arrangement = arrange(set, wish, trail.rows());
    QCOMPARE(namesOf(set, arrangement.rows), QStringLiteral("b"));
    QCOMPARE(arrangement.resume, std::optional<std::size_t>(0));
    trail.decide("Cy", 1, store::Verdict::Ng, store::DecisionKind::Arbitration);
    QVERIFY(arrange(set, wish, trail.rows()).rows.empty());
}

void TstQueueArrangement::settledAgainWhenSomebodyDisagreesLater()
{
    const auto set = fivePictures();
    Trail trail(set);
    trail.decide("Ada", 1, store::Verdict::Ok);
    trail.decide("Bo", 1, store::Verdict::Ng, store::DecisionKind::Second);
    trail.decide("Cy", 1, store::Verdict::Ng, store::DecisionKind::Arbitration);
    QVERIFY(isDecided(workflow::ledgerOf(set, trail.rows()), 1, ReviewQueue::Disagreements));
    trail.decide("Ada", 1, store::Verdict::Unsure);
    QVERIFY(!isDecided(workflow::ledgerOf(set, trail.rows()), 1, ReviewQueue::Disagreements));
    QueueWish wish;
    wish.queue = ReviewQueue::Disagreements;
    QCOMPARE(namesOf(set, arrange(set, wish, trail.rows()).rows), QStringLiteral("b"));
}

void TstQueueArrangement::measuresTheAgreement()
{
    const auto set = fivePictures();
    Trail trail(set);
    QCOMPARE(arrange(set, {}, trail.rows()).agreement.count, std::uint64_t(0));
    for (std::size_t picture = 0; picture < 4; ++picture) {
        const auto verdict = picture < 2 ? store::Verdict::Ok : store::Verdict::Ng;
        trail.decide("Ada", picture, verdict);
        trail.decide("Bo", picture, picture == 3 ? store::Verdict::Ok : verdict,
                     store::DecisionKind::Second);
    }
    const auto agreement = arrange(set, {}, trail.rows()).agreement;
    QCOMPARE(agreement.count, std::uint64_t(4));
    QCOMPARE(agreement.observed.value.value(), 0.75);
    QCOMPARE(agreement.kappa.value.value(), 0.5); // expected: 1/2 * 3/4 + 1/2 * 1/4
}

QTEST_GUILESS_MAIN(TstQueueArrangement)
#include "tst_queue_arrangement.moc"
