#include "core/store/detail/migrations.h"
#include "samples.h"
#include "tests/result_check.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

using namespace cf::store;
using cf::ErrorCode;

namespace {

/// SQL beside the store, as another program would run it.
class PlainFile
{
public:
    explicit PlainFile(const std::filesystem::path &file)
        : m_db(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("plain")))
    {
        m_db.setDatabaseName(QString::fromStdString(file.string()));
        if (!m_db.open())
            qFatal("cannot open %s", file.c_str());
    }
    ~PlainFile()
    {
        m_db.close();
        m_db = QSqlDatabase();
        QSqlDatabase::removeDatabase(QStringLiteral("plain"));
    }
    void run(const QString &sql)
    {
        QSqlQuery query(m_db);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    }
    QStringList rows(const QString &sql)
    {
        QStringList rows;
        QSqlQuery query(m_db);
        if (!query.exec(sql))
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        while (query.next())
            rows.append(query.value(0).toString());
        return rows;
    }
    void runFile(const QString &fileName)
    {
        QFile file(fileName);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(fileName));
        const auto parts = QString::fromUtf8(file.readAll())
                               .split(QRegularExpression(QStringLiteral("\\n\\s*\\n")));
        for (const QString &part : parts)
            run(part);
    }

private:
    QSqlDatabase m_db;
};

const QString kTables = QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' "
                                       "AND name NOT LIKE 'sqlite%' ORDER BY name");
/// One line per column and index of every table; the texts of CREATE differ after ALTER TABLE.
const QString kLayout = QStringLiteral(
    "SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || c.pk || "
    "' ' || ifnull(c.dflt_value, '-') FROM sqlite_master AS m, pragma_table_info(m.name) AS c "
    "WHERE m.type = 'table' UNION ALL SELECT 'index ' || name FROM sqlite_master "
    "WHERE type = 'index' ORDER BY 1");

} // namespace

class TstMigrations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void runsTheSameChainForANewFile();
    void keepsEveryRowOfAnOlderVersion_data();
    void keepsEveryRowOfAnOlderVersion();
    void leavesACopyOfTheOlderFile();
    void replacesACopyThatWasCutShort();
    void undoesAStepThatLeavesDanglingRows();
    void refusesANewerFileWithBothNumbers();
    void fillsAFileThatWasMadeAndNeverFilled();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path folder() const { return samples::pathOf(*m_dir, "project"); }
    std::filesystem::path file() const { return folder() / "project.costfilter"; }
    void makeVersion(int version) const;
};

void TstMigrations::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    std::filesystem::create_directories(folder());
}

void TstMigrations::makeVersion(int version) const
{
    PlainFile(file()).runFile(
        QStringLiteral(CF_SOURCE_DIR "/tests/data/store/v%1.sql").arg(version));
}

void TstMigrations::runsTheSameChainForANewFile()
{
    CF_VERIFY(Project::create(folder()));
    QStringList fresh;
    {
        PlainFile plain(file());
        QCOMPARE(plain.rows(QStringLiteral("PRAGMA user_version")).value(0).toInt(),
                 detail::newestVersion());
        QCOMPARE(plain.rows(QStringLiteral("PRAGMA journal_mode")).value(0), QStringLiteral("wal"));
        fresh = plain.rows(kLayout);
    }
    QVERIFY(fresh.size() > 50);
    init();
    makeVersion(1);
    CF_VERIFY(Project::open(folder()));
    QCOMPARE(PlainFile(file()).rows(kLayout), fresh);
}

void TstMigrations::keepsEveryRowOfAnOlderVersion_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < detail::newestVersion(); ++version)
        QTest::addRow("version %d", version) << version;
}

void TstMigrations::keepsEveryRowOfAnOlderVersion()
{
    QFETCH(int, version);
    makeVersion(version);
    QList<QPair<QString, QString>> counts;
    {
        PlainFile plain(file());
        for (const QString &table : plain.rows(kTables)) {
            const auto sql = QStringLiteral("SELECT count(*) FROM %1").arg(table);
            counts.append({sql, plain.rows(sql).value(0)});
            QVERIFY2(counts.back().second.toInt() > 0, "the fixture has rows in every table");
        }
    }
    {
        const auto opened = Project::open(folder());
        CF_VERIFY(opened);
        const Project &project = *opened;
        const auto runs = project.runs().orThrow();
        QCOMPARE(runs.size(), 2U);
        QCOMPARE(runs.at(0).name, std::string("first"));
        QCOMPARE(runs.at(0).finalLoss, std::optional(0.25));
        QCOMPARE(runs.at(0).notes, std::string(version < 2 ? "" : "kept"));
        QCOMPARE(runs.at(1).id, 4);
        QVERIFY(runs.at(1).state == RunState::Interrupted); // its process is long gone
        QCOMPARE(project.losses(1).orThrow().size(), 2U);
        QCOMPARE(project.templateSets(1).orThrow().at(0).images.size(), 1U);
        QCOMPARE(project.dataset(1).orThrow().categories.size(), 2U);
        const auto evaluation = project.latestEvaluation(1).orThrow();
        QVERIFY(evaluation);
        QCOMPARE(evaluation->metrics.size(), 2U);
        QCOMPARE(evaluation->metrics.at(0).reason, std::string("no masks"));
        QCOMPARE(evaluation->scores.at(0).filtered, std::optional(0.75));
        const Curve wanted{"bolt", Variant::Filtered, "image_roc", "", {}, {0, 0.5F}, {0.25F, 1}};
        QVERIFY(evaluation->curves == std::vector{wanted});
        const auto decisions = project.decisions().orThrow();
        QCOMPARE(decisions.size(), version < 3 ? 0U : 1U);
        QVERIFY(project.annotations(1).orThrow().empty());
    }
    PlainFile plain(file());
    for (const auto &[sql, count] : counts)
        QCOMPARE(plain.rows(sql).value(0), count);
}

void TstMigrations::leavesACopyOfTheOlderFile()
{
    makeVersion(1);
    CF_VERIFY(Project::open(folder()));
    PlainFile copy(folder() / "project.v1.costfilter");
    QCOMPARE(copy.rows(QStringLiteral("PRAGMA user_version")), {QStringLiteral("1")});
    QCOMPARE(copy.rows(QStringLiteral("SELECT state FROM runs WHERE id = 4")),
             {QStringLiteral("running")});
    QVERIFY(!copy.rows(kLayout).join(u' ').contains(QStringLiteral("population")));
}

void TstMigrations::replacesACopyThatWasCutShort()
{
    makeVersion(1);
    samples::writeFile(folder() / "project.v1.costfilter", "half a co");
    CF_VERIFY(Project::open(folder()));
    PlainFile copy(folder() / "project.v1.costfilter");
    QCOMPARE(copy.rows(QStringLiteral("SELECT count(*) FROM runs")), {QStringLiteral("2")});
}

void TstMigrations::undoesAStepThatLeavesDanglingRows()
{
    makeVersion(1);
    PlainFile(file()).run(QStringLiteral("INSERT INTO curves VALUES (77, '', 'fused', 'roc', "
                                         "x'', x'')"));
    const auto project = Project::open(folder());
    CF_FAILS(project, ErrorCode::BadFormat);
    QVERIFY2(project.error().detail.find("curves") != std::string::npos,
             project.error().detail.c_str());
    PlainFile plain(file());
    QCOMPARE(plain.rows(QStringLiteral("PRAGMA user_version")), {QStringLiteral("1")});
    QVERIFY(!plain.rows(kLayout).join(u' ').contains(QStringLiteral("population")));
    QCOMPARE(plain.rows(QStringLiteral("SELECT count(*) FROM curves")), {QStringLiteral("2")});
}

void TstMigrations::refusesANewerFileWithBothNumbers()
{
    CF_VERIFY(Project::create(folder()));
    PlainFile(file()).run(QStringLiteral("PRAGMA user_version = 99"));
    const auto project = Project::openOrCreate(folder());
    CF_FAILS(project, ErrorCode::NewerVersion);
    QVERIFY(project.error().detail.find("99") != std::string::npos);
    QVERIFY(project.error().detail.find(std::to_string(detail::newestVersion())) !=
            std::string::npos);
    QCOMPARE(PlainFile(file()).rows(QStringLiteral("PRAGMA user_version")), {QStringLiteral("99")});
}

void TstMigrations::fillsAFileThatWasMadeAndNeverFilled()
{
    samples::writeFile(file(), "");
    const auto project = Project::open(folder());
    CF_VERIFY(project);
    QVERIFY(project->runs().orThrow().empty());
}

QTEST_GUILESS_MAIN(TstMigrations)
#include "tst_migrations.moc"
