#include "core/store/detail/database.h"
#include "decided_project.h"
#include "tests/result_check.h"

#include <QCryptographicHash>
#include <algorithm>
#include <fstream>
#include <iterator>

using namespace cf::store;
using cf::ErrorCode;
using samples::kReviewer;
using samples::scripted;

namespace {

constexpr int kImages = 10;

bool anyHolds(const std::vector<std::string> &problems, const std::string &text)
{
    return std::any_of(problems.begin(), problems.end(), [&](const std::string &problem) {
        return problem.find(text) != std::string::npos;
    });
}

/// For QVERIFY2.
std::string joined(const std::vector<std::string> &problems)
{
    std::string text = "found:";
    for (const std::string &problem : problems)
        text += "\n  " + problem;
    return text;
}

std::string bytesOf(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class TstDecisions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsEveryFieldOfADecision();
    void fillsInWhatTheProjectKnows();
    void hashesTheFileThatNobodyHashed();
    void isHashedAsDescribed();
    void takesBackAnyNumberOfDecisions();
    void takesBackOnlyWhatStandsAndIsOnesOwn();
    void keepsTheLastVerdictOfEachImageAndKind();
    void filtersTheTrail();
    void keepsReviewersAndTheirProfiles();
    void refusesWhatCannotBeDecided();
    void refusesChangesInTheFile_data();
    void refusesChangesInTheFile();
    void outlivesItsDataset();
    void findsAChangeInEachColumn_data();
    void findsAChangeInEachColumn();
    void findsAFlippedByteInTheFile_data();
    void findsAFlippedByteInTheFile();
    void findsADeletedRow();
    void findsADeletedRowThatWasNumberedOver();
    void findsSwappedRows();
    void findsARowThatWasHashedAnew();
    void findsACutTail();
    void findsAllRowsGone();
    void findsAHeadThatIsGoneOrChanged();
    void findsRowsAddedBesideTheProgram();
    void findsMissingTriggers();
    void allowsAHeadThatIsOneBehind();
    void refusesToGoOnAfterACut();
    void removesHeadsThatWereNeverRenamed();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Project> m_project;
    std::vector<Id> m_images;

    std::vector<std::string> problems() const { return m_project->verify().orThrow(); }
    std::filesystem::path head() const { return m_project->folder() / "decisions.head"; }
    void decide(int count);
    /// As another program, which first removes what would refuse it and then puts it back.
    void tamper(const std::vector<std::string> &statements) const;
};

void TstDecisions::init()
{
    m_project.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<Project>(
        samples::projectToDecide(samples::pathOf(*m_dir, "project"), kImages));
    m_images.clear();
    const Dataset dataset = m_project->dataset(1).orThrow();
    for (const Image &image : dataset.categories.at(0).images)
        m_images.push_back(image.id);
}

void TstDecisions::decide(int count)
{
    for (int i = 0; i < count; ++i)
        m_project->appendDecision(scripted(i + 1, m_images.at(i % kImages))).orThrow();
}

void TstDecisions::tamper(const std::vector<std::string> &statements) const
{
    const auto database =
        detail::Database::open(m_project->file(), detail::OpenMode::ReadWrite).orThrow();
    std::vector<std::string> triggers;
    {
        detail::Query query(*database, "SELECT sql FROM sqlite_master WHERE type = 'trigger'");
        query.exec().orThrow();
        while (query.next().orThrow())
            triggers.push_back(query.text());
    }
    database->exec("PRAGMA foreign_keys = OFF").orThrow();
    database->exec("PRAGMA ignore_check_constraints = ON").orThrow();
    for (const char *name : {"decisions_are_never_changed", "decisions_are_never_deleted",
                             "decisions_come_at_the_end"})
        database->exec((std::string("DROP TRIGGER ") + name).c_str()).orThrow();
    for (const std::string &statement : statements)
        database->exec(statement.c_str()).orThrow();
    for (const std::string &trigger : triggers)
        database->exec(trigger.c_str()).orThrow();
}

void TstDecisions::keepsEveryFieldOfADecision()
{
    const Id run = m_project->createRun(samples::newRun()).orThrow();
    NewDecision given = scripted(1, m_images.at(3));
    given.runId = run;
    given.kind = DecisionKind::Second;
    given.imageSha256 = std::string(64, 'b');
    const auto stored = m_project->appendDecision(given);
    CF_VERIFY(stored);
    QCOMPARE(stored->sequence, 1);
    QCOMPARE(stored->timeUtc.size(), 24U);
    QCOMPARE(stored->reviewer, given.reviewer);
    QCOMPARE(stored->datasetId, 1);
    QCOMPARE(stored->imageId, given.imageId);
    QCOMPARE(stored->category, std::string("bolt"));
    QCOMPARE(stored->path.string(), std::string("bolt/test/10003.png"));
    QCOMPARE(stored->imageSha256, *given.imageSha256);
    QVERIFY(stored->verdict == given.verdict);
    QCOMPARE(stored->reason, given.reason);
    QVERIFY(stored->kind == DecisionKind::Second);
    QVERIFY(stored->runId == run);
    QVERIFY(stored->modelSha256 == given.modelSha256);
    QVERIFY(stored->score == given.score);
    QVERIFY(stored->threshold == given.threshold);
    QCOMPARE(stored->shownJson, given.shownJson);
    QCOMPARE(stored->previousSha256, std::string(64, '0'));
    const auto next = m_project->appendDecision(scripted(2, m_images.at(4)));
    CF_VERIFY(next);
    QCOMPARE(next->previousSha256, stored->sha256);
    QVERIFY(m_project->decisions().orThrow() == (std::vector{*stored, *next}));
    QVERIFY2(problems().empty(), joined(problems()).c_str());
}

void TstDecisions::fillsInWhatTheProjectKnows()
{
    const Id run = m_project->createRun(samples::newRun()).orThrow();
    RunOutcome outcome;
    outcome.modelSha256 = std::string(64, 'd');
    CF_VERIFY(m_project->finishRun(run, outcome));
    NewDecision given;
    given.reviewer = kReviewer;
    given.imageId = m_images.at(1);
    given.runId = run;
    given.score = -0.0; // comes back as 0, and must be hashed as such
    const auto stored = m_project->appendDecision(given);
    CF_VERIFY(stored);
    QCOMPARE(stored->imageSha256, "10001" + std::string(59, 'a'));
    QVERIFY(stored->modelSha256 == outcome.modelSha256);
    QVERIFY(!stored->threshold);
    QVERIFY2(problems().empty(), joined(problems()).c_str());
    given.runId = 77;
    CF_FAILS(m_project->appendDecision(given), ErrorCode::NotFound);
}

void TstDecisions::hashesTheFileThatNobodyHashed()
{
    const auto root = samples::pathOf(*m_dir, "pictures");
    samples::writeFile(root / "a.png", "abc");
    Image image;
    image.path = "a.png";
    const Id dataset =
        m_project->saveDataset({0, "more", root, "folder", "", {{0, "all", {image}}}}).orThrow();
    NewDecision given;
    given.reviewer = kReviewer;
    given.imageId = m_project->dataset(dataset).orThrow().categories.at(0).images.at(0).id;
    // "abc": the example of FIPS 180-4
    QCOMPARE(m_project->appendDecision(given).orThrow().imageSha256,
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    std::filesystem::remove(root / "a.png");
    CF_FAILS(m_project->appendDecision(given), ErrorCode::NotFound);
    QCOMPARE(m_project->decisions().orThrow().size(), 1U);
}

void TstDecisions::isHashedAsDescribed()
{
    decide(1);
    const Decision decision = m_project->decisions().orThrow().at(0);
    // Written out by hand: the description is what an auditor's own program goes by.
    const std::string text = "costfilter decision 1\n"
                             "sequence 1:1\n"
                             "time_utc 24:" +
                             decision.timeUtc +
                             "\nreviewer 3:Ada\n"
                             "dataset_id 1:1\n"
                             "image_id 1:1\n"
                             "category 4:bolt\n"
                             "path 19:bolt/test/10000.png\n"
                             "image_sha256 64:10000" +
                             std::string(59, 'a') +
                             "\nverdict 2:ng\n"
                             "reason 14:scratch, d\xc3\xbcnn\n"
                             "kind 5:first\n"
                             "withdraws -\n"
                             "run_id -\n"
                             "model_sha256 64:" +
                             std::string(64, 'c') +
                             "\nscore 16:3fd5555555555555\n"
                             "threshold 16:3fd0000000000000\n"
                             "shown 33:{\"map\":\"fused\",\"zoom\":2,\"step\":1}\n"
                             "previous_sha256 64:" +
                             std::string(64, '0') + "\n";
    QCOMPARE(QString::fromStdString(decision.sha256),
             QString::fromLatin1(QCryptographicHash::hash(QByteArray::fromStdString(text),
                                                          QCryptographicHash::Sha256)
                                     .toHex()));
}

void TstDecisions::takesBackAnyNumberOfDecisions()
{
    decide(5);
    for (const std::int64_t sequence : {5, 4, 3}) {
        const auto undo = m_project->undoDecision(sequence, kReviewer);
        CF_VERIFY(undo);
        QVERIFY(undo->withdraws == sequence);
        QVERIFY(undo->verdict == Verdict::Withdrawn);
        QVERIFY(undo->imageId == m_images.at(static_cast<std::size_t>(sequence - 1)));
    }
    QCOMPARE(m_project->decisions().orThrow().size(), 8U);
    const auto current = m_project->currentVerdicts().orThrow();
    QCOMPARE(current.size(), 2U);
    QCOMPARE(current.at(1).sequence, 2);
    QVERIFY2(problems().empty(), joined(problems()).c_str());
}

void TstDecisions::takesBackOnlyWhatStandsAndIsOnesOwn()
{
    CF_VERIFY(m_project->saveReviewer({"Bob", "{}", true, ""}));
    decide(2);
    CF_FAILS(m_project->undoDecision(3, kReviewer), ErrorCode::BadUsage);
    CF_FAILS(m_project->undoDecision(2, "Bob"), ErrorCode::BadUsage);
    CF_VERIFY(m_project->undoDecision(2, kReviewer));
    CF_FAILS(m_project->undoDecision(2, kReviewer), ErrorCode::BadUsage);
    CF_FAILS(m_project->undoDecision(3, kReviewer), ErrorCode::BadUsage);
    QCOMPARE(m_project->decisions().orThrow().size(), 3U);
}

void TstDecisions::keepsTheLastVerdictOfEachImageAndKind()
{
    NewDecision given;
    given.reviewer = kReviewer;
    given.imageId = m_images.at(0);
    const auto add = [&](Verdict verdict, DecisionKind kind) {
        given.verdict = verdict;
        given.kind = kind;
        return m_project->appendDecision(given).orThrow().sequence;
    };
    add(Verdict::Ok, DecisionKind::First);
    add(Verdict::Unsure, DecisionKind::Second);
    const auto last = add(Verdict::Ng, DecisionKind::First);
    auto current = m_project->currentVerdicts().orThrow();
    QCOMPARE(current.size(), 2U);
    QVERIFY(current.at(0).verdict == Verdict::Unsure);
    QVERIFY(current.at(1).verdict == Verdict::Ng);
    CF_VERIFY(m_project->undoDecision(last, kReviewer)); // what it replaced stands again
    current = m_project->currentVerdicts().orThrow();
    QCOMPARE(current.size(), 2U);
    QVERIFY(current.at(0).verdict == Verdict::Ok);
}

void TstDecisions::filtersTheTrail()
{
    CF_VERIFY(m_project->saveReviewer({"Bob", "{}", true, ""}));
    const Id run = m_project->createRun(samples::newRun()).orThrow();
    decide(3);
    NewDecision other = scripted(4, m_images.at(0));
    other.reviewer = "Bob";
    other.runId = run;
    CF_VERIFY(m_project->appendDecision(other));
    CF_VERIFY(m_project->undoDecision(4, "Bob"));
    QCOMPARE(m_project->decisions({.runId = run}).orThrow().size(), 2U);
    QVERIFY(m_project->currentVerdicts({.runId = run}).orThrow().empty());
    QCOMPARE(m_project->decisions({.reviewer = kReviewer}).orThrow().size(), 3U);
    QCOMPARE(m_project->decisions({.datasetId = 1}).orThrow().size(), 5U);
    QVERIFY(m_project->decisions({.datasetId = 2}).orThrow().empty());
    QCOMPARE(m_project->decisions({.afterSequence = 4}).orThrow().size(), 1U);
}

void TstDecisions::keepsReviewersAndTheirProfiles()
{
    CF_VERIFY(m_project->saveReviewer({"Bob", R"({"order":"score"})", true, ""}));
    const auto added = m_project->reviewers().orThrow();
    QCOMPARE(added.size(), 2U);
    QCOMPARE(added.at(1).profileJson, std::string(R"({"order":"score"})"));
    CF_VERIFY(m_project->saveReviewer({"Bob", R"({"order":"random"})", false, ""}));
    const auto changed = m_project->reviewers().orThrow();
    QCOMPARE(changed.size(), 2U);
    QVERIFY(!changed.at(1).active);
    QCOMPARE(changed.at(1).addedUtc, added.at(1).addedUtc);
    CF_FAILS(m_project->saveReviewer({" ", "{}", true, ""}), ErrorCode::BadUsage);
    CF_FAILS(m_project->saveReviewer({"Eve", "{", true, ""}), ErrorCode::BadUsage);
}

void TstDecisions::refusesWhatCannotBeDecided()
{
    NewDecision given = scripted(1, m_images.at(0));
    given.reviewer = "nobody";
    CF_FAILS(m_project->appendDecision(given), ErrorCode::BadUsage);
    given = scripted(1, 999);
    CF_FAILS(m_project->appendDecision(given), ErrorCode::BadUsage);
    given = scripted(1, m_images.at(0));
    given.verdict = Verdict::Withdrawn;
    CF_FAILS(m_project->appendDecision(given), ErrorCode::BadUsage);
    given = scripted(1, m_images.at(0));
    given.kind = DecisionKind::Undo;
    CF_FAILS(m_project->appendDecision(given), ErrorCode::BadUsage);
    given = scripted(1, m_images.at(0));
    given.score = std::numeric_limits<double>::quiet_NaN();
    CF_FAILS(m_project->appendDecision(given), ErrorCode::BadUsage);
    given = scripted(1, m_images.at(0));
    given.shownJson = "no json";
    CF_FAILS(m_project->appendDecision(given), ErrorCode::BadUsage);
    given = scripted(1, m_images.at(0));
    given.reason = "\xff";
    CF_FAILS(m_project->appendDecision(given), ErrorCode::BadData);
    QVERIFY(m_project->decisions().orThrow().empty());
    QVERIFY2(problems().empty(), joined(problems()).c_str());
    QVERIFY(!std::filesystem::exists(head()));
}

void TstDecisions::refusesChangesInTheFile_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const QString &sql) { QTest::newRow(name) << sql; };
    const QString columns = QStringLiteral(
        "time_utc, reviewer, dataset_id, image_id, category, path, image_sha256, verdict, reason, "
        "kind, withdraws, run_id, model_sha256, score, threshold, shown, previous_sha256, sha256");
    const auto copyAs = [&](const char *verb, const char *sequence, const char *from) {
        return QStringLiteral("%1 INTO decisions (sequence, %2) SELECT %3, %2 FROM decisions "
                              "WHERE sequence = %4")
            .arg(QLatin1String(verb), columns, QLatin1String(sequence), QLatin1String(from));
    };
    row("update", QStringLiteral("UPDATE decisions SET reason = 'x' WHERE sequence = 2"));
    row("same value", QStringLiteral("UPDATE decisions SET reason = reason"));
    row("delete", QStringLiteral("DELETE FROM decisions WHERE sequence = 3"));
    row("delete all", QStringLiteral("DELETE FROM decisions"));
    row("replace", copyAs("INSERT OR REPLACE", "2", "1"));
    row("gap", copyAs("INSERT", "9", "1"));
    row("fork", copyAs("INSERT", "5", "1"));
    row("reviewer", QStringLiteral("DELETE FROM reviewers"));
    row("reviewer's name", QStringLiteral("UPDATE reviewers SET name = 'Eve'"));
    // Row 4 withdraws row 1: the same again, in its place.
    row("second undo",
        QStringLiteral("INSERT OR REPLACE INTO decisions (sequence, %1) SELECT 5, %2 FROM "
                       "decisions WHERE sequence = 4")
            .arg(columns, QString(columns).replace(QStringLiteral("previous_sha256, sha256"),
                                                   QStringLiteral("sha256, sha256"))));
}

void TstDecisions::refusesChangesInTheFile()
{
    QFETCH(QString, sql);
    decide(3);
    CF_VERIFY(m_project->undoDecision(1, kReviewer));
    const auto before = m_project->decisions().orThrow();
    const auto database =
        detail::Database::open(m_project->file(), detail::OpenMode::ReadWrite).orThrow();
    CF_FAILS(database->exec(sql.toUtf8().constData()), ErrorCode::BadUsage);
    QVERIFY(m_project->decisions().orThrow() == before);
    QVERIFY2(problems().empty(), joined(problems()).c_str());
}

void TstDecisions::outlivesItsDataset()
{
    decide(2);
    Dataset dataset = m_project->dataset(1).orThrow();
    dataset.categories.at(0).images.resize(1);
    dataset.categories.at(0).images.at(0).path = "bolt/test/new.png";
    CF_VERIFY(m_project->saveDataset(dataset));
    QCOMPARE(m_project->decisions().orThrow().at(1).path.string(),
             std::string("bolt/test/10001.png"));
    QVERIFY2(problems().empty(), joined(problems()).c_str());
}

void TstDecisions::findsAChangeInEachColumn_data()
{
    QTest::addColumn<QString>("change");
    // One letter or the lowest bit of each; the rest of the schema (CHECK, key) is off meanwhile.
    for (const char *column :
         {"time_utc", "reviewer", "category", "path", "image_sha256", "verdict", "reason", "kind",
          "model_sha256", "shown", "previous_sha256", "sha256"})
        QTest::newRow(column) << QStringLiteral("%1 = substr(%1, 1, length(%1) - 1) || "
                                                "char(unicode(substr(%1, -1)) + 1)")
                                     .arg(QLatin1String(column));
    for (const char *column : {"sequence", "dataset_id", "image_id"})
        QTest::newRow(column) << QStringLiteral("%1 = %1 + 100").arg(QLatin1String(column));
    for (const char *column : {"score", "threshold"})
        QTest::newRow(column) << QStringLiteral("%1 = %1 + 1e-16").arg(QLatin1String(column));
    QTest::newRow("withdraws") << QStringLiteral("withdraws = 1");
    QTest::newRow("run_id") << QStringLiteral("run_id = 0");
    QTest::newRow("score gone") << QStringLiteral("score = NULL");
    QTest::newRow("reason to verdict") << QStringLiteral("verdict = 'ok', reason = ''");
}

void TstDecisions::findsAChangeInEachColumn()
{
    QFETCH(QString, change);
    for (int i = 0; i < 6; ++i) { // each one NG, so that there is a reason
        NewDecision given = scripted(1, m_images.at(static_cast<std::size_t>(i)));
        given.score = 0.375;
        m_project->appendDecision(given).orThrow();
    }
    QVERIFY2(problems().empty(), joined(problems()).c_str());
    tamper({"UPDATE decisions SET " + change.toStdString() + " WHERE sequence = 4"});
    QVERIFY2(anyHolds(problems(), "Decision 4 "), joined(problems()).c_str());
}

void TstDecisions::findsAFlippedByteInTheFile_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("path") << QByteArray("bolt/test/10002.png");
    QTest::newRow("image's hash") << QByteArray("10002aaaa");
    QTest::newRow("shown") << QByteArray("\"step\":3}");
    QTest::newRow("time") << QByteArray();
}

void TstDecisions::findsAFlippedByteInTheFile()
{
    QFETCH(QByteArray, place);
    decide(6);
    const Decision third = m_project->decisions().orThrow().at(2);
    if (place.isEmpty())
        place = QByteArray::fromStdString(third.timeUtc);
    const auto folder = m_project->folder();
    const auto file = m_project->file();
    m_project.reset(); // writes everything into the one file
    std::string bytes = bytesOf(file);
    // A row's columns lie one after the other and end with both hashes: the nearest before is its.
    const std::size_t own = bytes.find(third.previousSha256 + third.sha256);
    QVERIFY(own != std::string::npos);
    const std::size_t at = bytes.rfind(place.toStdString(), own);
    QVERIFY(at != std::string::npos && own - at < 600);
    bytes[at + 3] = static_cast<char>(bytes[at + 3] ^ 1);
    samples::writeFile(file, bytes);
    m_project = std::make_unique<Project>(Project::open(folder).orThrow());
    QVERIFY2(anyHolds(problems(), "Decision 3 "), joined(problems()).c_str());
}

void TstDecisions::findsADeletedRow()
{
    decide(6);
    tamper({"DELETE FROM decisions WHERE sequence = 4"});
    QVERIFY2(anyHolds(problems(), "Decision 4 is missing"), joined(problems()).c_str());
    tamper({"DELETE FROM decisions WHERE sequence = 1"});
    QVERIFY2(anyHolds(problems(), "Decision 1 is missing"), joined(problems()).c_str());
}

void TstDecisions::findsADeletedRowThatWasNumberedOver()
{
    decide(6);
    tamper({"DELETE FROM decisions WHERE sequence = 4",
            "UPDATE decisions SET sequence = sequence - 1 WHERE sequence > 4"});
    const auto found = problems();
    QVERIFY2(anyHolds(found, "Decision 4 ") && anyHolds(found, "stored as decision 5"),
             joined(found).c_str());
}

void TstDecisions::findsSwappedRows()
{
    decide(6);
    tamper({"UPDATE decisions SET sequence = 99 WHERE sequence = 2",
            "UPDATE decisions SET sequence = 2 WHERE sequence = 5",
            "UPDATE decisions SET sequence = 5 WHERE sequence = 99"});
    const auto found = problems();
    QVERIFY2(anyHolds(found, "Decision 2 ") && anyHolds(found, "stored as decision 5"),
             joined(found).c_str());
}

void TstDecisions::findsARowThatWasHashedAnew()
{
    // Two projects that differ in their third decision only: its row, good in itself, is put into
    // the other chain.
    decide(4);
    std::string other;
    {
        auto twin = samples::projectToDecide(samples::pathOf(*m_dir, "twin"), kImages);
        for (int i = 1; i <= 2; ++i)
            CF_VERIFY(twin.appendDecision(scripted(i, m_images.at(0))));
        CF_VERIFY(twin.appendDecision(scripted(7, m_images.at(0))));
        other = twin.file().string();
    }
    tamper({"ATTACH '" + other + "' AS twin", "DELETE FROM decisions WHERE sequence = 3",
            "INSERT INTO decisions SELECT * FROM twin.decisions WHERE sequence = 3"});
    QVERIFY2(anyHolds(problems(), "Decision 3 "), joined(problems()).c_str());
}

void TstDecisions::findsACutTail()
{
    decide(6);
    tamper({"DELETE FROM decisions WHERE sequence = 6"});
    QVERIFY2(anyHolds(problems(), "Decision 6 is missing"), joined(problems()).c_str());
    tamper({"DELETE FROM decisions WHERE sequence > 2"});
    const auto found = problems();
    QVERIFY2(anyHolds(found, "Decision 3 is missing") && anyHolds(found, "remembers 6"),
             joined(found).c_str());
}

void TstDecisions::findsAllRowsGone()
{
    decide(3);
    tamper({"DELETE FROM decisions"});
    QVERIFY2(anyHolds(problems(), "Decision 1 is missing"), joined(problems()).c_str());
}

void TstDecisions::findsAHeadThatIsGoneOrChanged()
{
    decide(3);
    const std::string good = bytesOf(head());
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        samples::writeFile(head(), bad);
        QVERIFY2(anyHolds(problems(), "decisions.head"), bad.c_str());
    }
    std::filesystem::remove(head());
    QVERIFY2(anyHolds(problems(), "decisions.head is missing"), joined(problems()).c_str());
    samples::writeFile(head(), good);
    QVERIFY2(problems().empty(), joined(problems()).c_str());
}

void TstDecisions::findsRowsAddedBesideTheProgram()
{
    decide(2);
    const std::string old = bytesOf(head());
    for (const int step : {3, 4})
        CF_VERIFY(m_project->appendDecision(scripted(step, m_images.at(0))));
    samples::writeFile(head(), old);
    QVERIFY2(anyHolds(problems(), "Decisions after 3 "), joined(problems()).c_str());
}

void TstDecisions::findsMissingTriggers()
{
    decide(2);
    {
        const auto database =
            detail::Database::open(m_project->file(), detail::OpenMode::ReadWrite).orThrow();
        CF_VERIFY(database->exec("DROP TRIGGER decisions_are_never_changed"));
    }
    QCOMPARE(problems().size(), 1U);
    QVERIFY(anyHolds(problems(), "triggers"));
}

void TstDecisions::allowsAHeadThatIsOneBehind()
{
    // As left by a kill between the commit and the renaming of the head.
    for (int count = 0; count < 3; ++count) {
        const std::string old = count == 0 ? "" : bytesOf(head());
        CF_VERIFY(m_project->appendDecision(scripted(count + 1, m_images.at(0))));
        const std::string now = bytesOf(head());
        if (old.empty())
            std::filesystem::remove(head());
        else
            samples::writeFile(head(), old);
        QVERIFY2(problems().empty(), joined(problems()).c_str());
        samples::writeFile(head(), now);
    }
}

void TstDecisions::refusesToGoOnAfterACut()
{
    decide(4);
    tamper({"DELETE FROM decisions WHERE sequence > 2"});
    CF_FAILS(m_project->appendDecision(scripted(3, m_images.at(0))), ErrorCode::BadFormat);
    CF_FAILS(m_project->undoDecision(1, kReviewer), ErrorCode::BadFormat);
    QVERIFY2(anyHolds(problems(), "Decision 3 is missing"), joined(problems()).c_str());
    std::filesystem::remove(head()); // as its sentence says: go on without what is gone
    CF_VERIFY(m_project->appendDecision(scripted(3, m_images.at(0))));
    QVERIFY2(problems().empty(), joined(problems()).c_str());
}

void TstDecisions::removesHeadsThatWereNeverRenamed()
{
    decide(1);
    const auto left = m_project->folder() / "decisions.head.part123";
    samples::writeFile(left, "half");
    decide(1);
    QVERIFY(!std::filesystem::exists(left));
}

QTEST_GUILESS_MAIN(TstDecisions)
#include "tst_decisions.moc"
