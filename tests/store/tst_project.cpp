#include "core/store/detail/database.h"
#include "core/store/detail/queries.h"
#include "samples.h"
#include "tests/result_check.h"

#include <QSqlError>
#include <QTest>
#include <algorithm>
#include <barrier>
#include <cstring>
#include <sys/mount.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace cf::store;
using cf::ErrorCode;

namespace {

/// Takes the rights of root away while it lives, for they would let a test write everywhere.
class WithoutRoot
{
public:
    WithoutRoot()
    {
        if (::geteuid() == 0 && ::seteuid(kNobody) != 0)
            qFatal("cannot leave root");
    }
    ~WithoutRoot()
    {
        if (::geteuid() != m_before && ::seteuid(m_before) != 0)
            qFatal("cannot become root again");
    }
    WithoutRoot(const WithoutRoot &) = delete;
    WithoutRoot &operator=(const WithoutRoot &) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    uid_t m_before = ::geteuid();
};

void forbidWriting(const std::filesystem::path &folder)
{
    using std::filesystem::perms;
    const auto readOnly = perms::owner_read | perms::group_read | perms::others_read;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file())
            std::filesystem::permissions(entry.path(), readOnly);
    }
    std::filesystem::permissions(folder, readOnly | perms::owner_exec | perms::group_exec |
                                             perms::others_exec);
}

} // namespace

class TstProject : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void makesItsFolders();
    void opensByFolderAndByFile_data();
    void opensByFolderAndByFile();
    void isNotMadeTwice();
    void isNotFoundWhereThereIsNone();
    void refusesAFileThatIsNoDatabase_data();
    void refusesAFileThatIsNoDatabase();
    void refusesADatabaseOfAnotherProgramAndLeavesItAlone();
    void refusesAFileInPlaceOfTheFolder();
    void opensForReadingWhereItCannotWrite();
    void cannotConvertAnOlderFileWhereItCannotWrite();
    void opensForReadingBesideAWriter();
    void isNotMadeWhereItCannotWrite();
    void saysThatTheDiskIsFull();
    void turnsAFullDatabaseIntoDiskFull();
    void rollsBackATransactionThatIsNotCommitted();
    void takesRowsFromTwoThreadsAtOnce();
    void isMadeByTwoThreadsAtOnce();
    void answersOnlyTheThreadThatOpenedIt();
    void servesEveryListWithAnIndex();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path folder() const { return samples::pathOf(*m_dir, "project"); }
    std::filesystem::path file() const { return folder() / "project.costfilter"; }
};

void TstProject::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    ::chmod(m_dir->path().toUtf8().constData(), 0755); // so that nobody may enter
}

void TstProject::cleanup()
{
    std::error_code missing;
    std::filesystem::permissions(folder(), std::filesystem::perms::owner_all, missing);
}

void TstProject::makesItsFolders()
{
    const auto project = Project::create(samples::pathOf(*m_dir, "a/b/pro%20ject #1?"));
    CF_VERIFY(project);
    QCOMPARE(project->folder(), samples::pathOf(*m_dir, "a/b/pro%20ject #1?"));
    QVERIFY(std::filesystem::is_regular_file(project->file()));
    QVERIFY(std::filesystem::is_directory(project->cacheFolder()));
    QVERIFY(std::filesystem::is_directory(project->folder() / "runs"));
    QVERIFY(!project->isReadOnly());
    QCOMPARE(project->runFolder(12).filename().string(), std::string("0012"));
    QCOMPARE(project->runFolder(12345).filename().string(), std::string("12345"));
}

void TstProject::opensByFolderAndByFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("folder") << QStringLiteral("project");
    QTest::newRow("folder and slash") << QStringLiteral("project/");
    QTest::newRow("file") << QStringLiteral("project/project.costfilter");
    QTest::newRow("detour") << QStringLiteral("project/runs/../../project/.");
}

void TstProject::opensByFolderAndByFile()
{
    QFETCH(QString, path);
    const auto given = samples::pathOf(*m_dir, path.toUtf8().constData());
    CF_VERIFY(Project::openOrCreate(path.contains(QStringLiteral("..")) ? folder() : given));
    const auto project = Project::open(given);
    CF_VERIFY(project);
    QCOMPARE(project->folder(), folder());
}

void TstProject::isNotMadeTwice()
{
    const Id run = Project::create(folder()).orThrow().createRun(samples::newRun()).orThrow();
    const auto second = Project::create(folder());
    CF_FAILS(second, ErrorCode::BadUsage);
    CF_VERIFY(Project::openOrCreate(folder()).orThrow().run(run));
}

void TstProject::isNotFoundWhereThereIsNone()
{
    CF_FAILS(Project::open(folder()), ErrorCode::NotFound);
    QVERIFY(!std::filesystem::exists(folder()));
    CF_FAILS(Project::open(""), ErrorCode::BadUsage);
}

void TstProject::refusesAFileThatIsNoDatabase_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("this is a text, not a database\n").repeated(100);
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("header, then noise")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, '\x5a');
}

void TstProject::refusesAFileThatIsNoDatabase()
{
    QFETCH(QByteArray, content);
    samples::writeFile(file(), content.toStdString());
    const auto project = Project::openOrCreate(folder());
    CF_FAILS(project, ErrorCode::BadFormat);
    QVERIFY(project.error().detail.find(file().string()) != std::string::npos);
}

void TstProject::refusesADatabaseOfAnotherProgramAndLeavesItAlone()
{
    std::filesystem::create_directories(folder());
    {
        const auto other = detail::Database::open(file(), detail::OpenMode::ReadWrite).orThrow();
        CF_VERIFY(other->exec("CREATE TABLE bookmarks (url TEXT)"));
    }
    const auto project = Project::openOrCreate(folder());
    CF_FAILS(project, ErrorCode::BadFormat);
    const auto other = detail::Database::open(file(), detail::OpenMode::ReadWrite).orThrow();
    QCOMPARE(other->integer("SELECT count(*) FROM sqlite_master").orThrow(), 1);
    QCOMPARE(other->integer("SELECT journal_mode = 'delete' FROM pragma_journal_mode").orThrow(),
             1);
}

void TstProject::refusesAFileInPlaceOfTheFolder()
{
    samples::writeFile(folder(), "no folder");
    CF_FAILS(Project::openOrCreate(folder()), ErrorCode::BadFormat);
    CF_FAILS(Project::create(folder() / "below"), ErrorCode::NotFound);
}

void TstProject::opensForReadingWhereItCannotWrite()
{
    const Id run = Project::create(folder()).orThrow().createRun(samples::newRun()).orThrow();
    forbidWriting(folder());
    const WithoutRoot nobody;
    auto project = Project::open(folder());
    CF_VERIFY(project);
    QVERIFY(project->isReadOnly());
    CF_VERIFY(project->run(run));
    QVERIFY(project->verify().orThrow().empty());
    CF_FAILS(project->createRun(samples::newRun()), ErrorCode::ReadOnly);
    CF_FAILS(project->setRunNotes(run, "x"), ErrorCode::ReadOnly);
    CF_FAILS(project->appendLosses(run, {{0, 1, {}}}), ErrorCode::ReadOnly);
}

void TstProject::cannotConvertAnOlderFileWhereItCannotWrite()
{
    CF_VERIFY(Project::create(folder()));
    {
        const auto database = detail::Database::open(file(), detail::OpenMode::ReadWrite).orThrow();
        CF_VERIFY(database->exec("PRAGMA user_version = 1"));
    }
    forbidWriting(folder());
    const WithoutRoot nobody;
    const auto project = Project::open(folder());
    CF_FAILS(project, ErrorCode::ReadOnly);
    QVERIFY(project.error().detail.find("older version 1") != std::string::npos);
}

void TstProject::opensForReadingBesideAWriter()
{
    Project writer = Project::create(folder()).orThrow();
    const Id run = writer.createRun(samples::newRun()).orThrow();
    CF_VERIFY(writer.setRunState(run, RunState::Running)); // still in the write-ahead log
    forbidWriting(folder());
    const WithoutRoot nobody;
    auto project = Project::open(folder());
    CF_VERIFY(project);
    QVERIFY(project->isReadOnly());
    QVERIFY(project->run(run).orThrow().state == RunState::Running);
}

void TstProject::isNotMadeWhereItCannotWrite()
{
    std::filesystem::create_directories(folder());
    forbidWriting(folder());
    const WithoutRoot nobody;
    CF_FAILS(Project::create(folder()), ErrorCode::ReadOnly);
    CF_FAILS(Project::create(folder() / "below"), ErrorCode::ReadOnly);
}

void TstProject::saysThatTheDiskIsFull()
{
    std::filesystem::create_directories(folder());
    if (::mount("tmpfs", folder().c_str(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("only root may mount the small disk that this test fills");
    const auto unmount = qScopeGuard([this] { ::umount2(folder().c_str(), MNT_DETACH); });
    auto project = Project::create(folder());
    CF_VERIFY(project);
    const Id run = project->createRun(samples::newRun()).orThrow();
    cf::Result<Id> saved = Id{0};
    Id count = 0;
    while (saved.ok() && count < 1000) {
        saved = project->saveEvaluation(samples::evaluation(run, 100, 100));
        count += saved.ok() ? 1 : 0;
    }
    CF_FAILS(saved, ErrorCode::DiskFull);
    QCOMPARE(static_cast<Id>(project->evaluations(run).orThrow().size()), count);
    QVERIFY(project->verify().orThrow().empty());
    const auto before = project->losses(run).orThrow().size();
    samples::writeFile(folder() / "filler", std::string(1 << 20, 'x'));
    std::vector<LossStep> many;
    for (int step = 0; step < 30000; ++step)
        many.push_back({step, 1, {{"a term with a long name", 1}}});
    CF_FAILS(project->appendLosses(run, many), ErrorCode::DiskFull);
    QCOMPARE(project->losses(run).orThrow().size(), before);
}

void TstProject::turnsAFullDatabaseIntoDiskFull()
{
    std::filesystem::create_directories(folder());
    const auto database = detail::Database::open(file(), detail::OpenMode::ReadWrite).orThrow();
    CF_VERIFY(database->exec("CREATE TABLE t (x BLOB)"));
    CF_VERIFY(database->exec("PRAGMA max_page_count = 4"));
    const auto result = database->exec("INSERT INTO t VALUES (zeroblob(100000))");
    CF_FAILS(result, ErrorCode::DiskFull);
    CF_VERIFY(database->exec("INSERT INTO t VALUES (1)")); // goes on once there is space
}

void TstProject::rollsBackATransactionThatIsNotCommitted()
{
    std::filesystem::create_directories(folder());
    const auto database = detail::Database::open(file(), detail::OpenMode::ReadWrite).orThrow();
    CF_VERIFY(database->exec("CREATE TABLE t (x INTEGER)"));
    {
        auto lost = detail::Transaction::begin(*database);
        CF_VERIFY(lost);
        CF_VERIFY(database->exec("INSERT INTO t VALUES (1)"));
    }
    QCOMPARE(database->integer("SELECT count(*) FROM t").orThrow(), 0);
    {
        auto kept = detail::Transaction::begin(*database);
        CF_VERIFY(kept);
        CF_VERIFY(database->exec("INSERT INTO t VALUES (2)"));
        CF_VERIFY(kept->commit());
    }
    QCOMPARE(database->integer("SELECT count(*) FROM t").orThrow(), 1);
}

void TstProject::takesRowsFromTwoThreadsAtOnce()
{
    constexpr int kRounds = 25;
    CF_VERIFY(Project::create(folder()));
    std::barrier start(2);
    std::array<std::string, 2> failures;
    std::array<Id, 2> runs{};
    const auto work = [&](std::size_t me) {
        try {
            Project project = Project::open(folder()).orThrow();
            runs[me] = project.createRun(samples::newRun()).orThrow();
            project.setRunState(runs[me], RunState::Running).orThrow();
            start.arrive_and_wait();
            for (int round = 0; round < kRounds; ++round) {
                project.appendLosses(runs[me], {{round, 1, {{"a", 1}}}}).orThrow();
                project.saveEvaluation(samples::evaluation(runs[me])).orThrow();
                (void)project.runSummaries().orThrow();
            }
            project.finishRun(runs[me], {}).orThrow();
        } catch (const std::exception &failure) {
            failures[me] = failure.what();
            start.arrive_and_drop();
        }
    };
    std::thread other(work, 1);
    work(0);
    other.join();
    for (const std::string &failure : failures)
        QCOMPARE(failure, std::string());
    const Project project = Project::open(folder()).orThrow();
    for (const Id run : runs) {
        QVERIFY(project.run(run).orThrow().state == RunState::Done);
        QCOMPARE(project.losses(run).orThrow().size(), std::size_t{kRounds});
        QCOMPARE(project.evaluations(run).orThrow().size(), std::size_t{kRounds});
    }
    QVERIFY(project.verify().orThrow().empty());
}

void TstProject::isMadeByTwoThreadsAtOnce()
{
    std::barrier start(2);
    std::array<std::string, 2> failures;
    const auto work = [&](std::size_t me) {
        start.arrive_and_wait();
        const auto project = Project::openOrCreate(folder());
        if (!project)
            failures[me] = project.error().detail;
    };
    std::thread other(work, 1);
    work(0);
    other.join();
    for (const std::string &failure : failures)
        QCOMPARE(failure, std::string());
}

void TstProject::answersOnlyTheThreadThatOpenedIt()
{
    const Project project = Project::create(folder()).orThrow();
    cf::Result<std::vector<Run>> elsewhere = std::vector<Run>();
    std::thread([&] { elsewhere = project.runs(); }).join();
    CF_FAILS(elsewhere, ErrorCode::Failed);
    CF_VERIFY(project.runs());
}

void TstProject::servesEveryListWithAnIndex()
{
    Project project = Project::create(folder()).orThrow();
    for (int i = 0; i < 200; ++i) {
        const Id run = project.createRun(samples::newRun()).orThrow();
        if (i % 10 == 0)
            CF_VERIFY(project.saveEvaluation(samples::evaluation(run)));
    }
    QCOMPARE(project.runSummaries().orThrow().size(), 200U);
    const auto database = detail::Database::open(file(), detail::OpenMode::ReadWrite).orThrow();
    for (const char *sql : detail::sql::kAll) {
        detail::Query plan(*database, (std::string("EXPLAIN QUERY PLAN ") + sql).c_str());
        detail::Parameters values;
        for (auto marks = std::count(sql, sql + std::strlen(sql), '?'); marks > 0; --marks)
            values << 1;
        CF_VERIFY(plan.exec(values));
        while (plan.next().orThrow()) {
            plan.integer();
            plan.integer();
            plan.integer();
            const std::string step = plan.text();
            // Lists of everything walk their table in order of the key; nothing else may, and
            // nothing sorts.
            const bool isWholeList = step == "SCAN runs" || step == "SCAN datasets" ||
                                     step == "SCAN artifacts" || step == "SCAN reviewers" ||
                                     step == "SCAN annotation_classes";
            QVERIFY2(isWholeList || step.rfind("SCAN", 0) != 0, (step + " in " + sql).c_str());
            QVERIFY2(step.find("TEMP B-TREE FOR ORDER BY") == std::string::npos,
                     (step + " in " + sql).c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TstProject)
#include "tst_project.moc"
