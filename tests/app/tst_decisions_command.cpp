#include "tests/result_check.h"
#include "tests/store/decided_project.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

/// What a finished command left behind.
struct Ended
{
    int code = -1;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Ended runCommand(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(CF_COMMAND), arguments);
    process.waitForFinished(60000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// `costfilter decisions`, and what `costfilter verify` says of them.
class TstDecisionsCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void writesJsonAndCsv();
    void refusesAnotherFormatAndAMissingProject();
    void reportsAShift();
    void refusesAReportOfNothing();
    void tellsWhereDefectsSit();
    void verifiesASoundChain();
    void verifyNamesTheRowWithAFlippedByte();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_head;
    QString at(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
};

void TstDecisionsCommand::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto project = samples::projectToDecide(samples::pathOf(*m_dir, "project"), 5);
    for (int step = 1; step <= 5; ++step)
        m_head = project.appendDecision(samples::scripted(step, step)).orThrow().sha256;
}

void TstDecisionsCommand::writesJsonAndCsv()
{
    for (const char *name : {"out.json", "out.csv"}) {
        const auto ended = runCommand(
            {u"decisions"_s, u"--project"_s, at("project"), u"--out"_s, at(name), u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(ended.json()[u"file"_s].toString(), at(name));
        QCOMPARE(ended.json()[u"decisions"_s].toInt(), 5);
        QCOMPARE(ended.json()[u"head"_s].toString().toStdString(), m_head);
        QVERIFY(QFile::exists(at(name)));
    }
    QFile file(at("out.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto rows = QJsonDocument::fromJson(file.readAll())[u"decisions"_s].toArray();
    QCOMPARE(rows.size(), 5);
    const auto help = runCommand({u"decisions"_s, u"--help"_s});
    for (const QString &key : rows.first().toObject().keys())
        QVERIFY2(help.out.contains(key.toUtf8()), qPrintable(key));
}

void TstDecisionsCommand::refusesAnotherFormatAndAMissingProject()
{
    QCOMPARE(
        runCommand({u"decisions"_s, u"--project"_s, at("project"), u"--out"_s, at("o.xlsx")}).code,
        2);
    QCOMPARE(
        runCommand({u"decisions"_s, u"--project"_s, at("nowhere"), u"--out"_s, at("o.csv")}).code,
        3);
}

void TstDecisionsCommand::reportsAShift()
{
    for (const char *name : {"shift.csv", "shift.pdf", "shift.html"}) {
        const auto ended =
            runCommand({u"report"_s, u"--project"_s, at("project"), u"--decisions"_s,
                        u"--last-hours"_s, u"1"_s, u"--out"_s, at(name), u"--json"_s});
        QVERIFY2(ended.code == 0, ended.err.constData());
        QCOMPARE(ended.json()[u"file"_s].toString(), at(name));
        QVERIFY(QFile::exists(at(name)));
    }
    QFile summary(at("shift.summary.csv"));
    QVERIFY(summary.open(QIODevice::ReadOnly));
    const auto text = summary.readAll();
    QVERIFY(text.contains("pictures,5,"));
    QVERIFY(text.contains(QByteArray::fromStdString("chain_head_sha256," + m_head)));
    QFile page(at("shift.html"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("not available")); // the pictures are gone, the decisions not
}

void TstDecisionsCommand::refusesAReportOfNothing()
{
    const auto report = [this](const QStringList &options) {
        return runCommand(
            QStringList{u"report"_s, u"--project"_s, at("project"), u"--out"_s, at("x.csv")} +
            options);
    };
    QCOMPARE(report({u"--decisions"_s, u"--reviewer"_s, u"Nobody"_s}).code, 3);
    QCOMPARE(report({u"--decisions"_s, u"--from"_s, u"yesterday"_s}).code, 2);
    QCOMPARE(report({u"--reviewer"_s, u"Ada"_s}).code, 2); // of what?
    QCOMPARE(report({}).code, 2);
    QVERIFY(!QFile::exists(at("x.csv")));
}

void TstDecisionsCommand::tellsWhereDefectsSit()
{
    const auto ended = runCommand({u"defects"_s, at("project"), u"--json"_s});
    QVERIFY2(ended.code == 0, ended.err.constData());
    const auto category = ended.json()[u"categories"_s].toArray().first().toObject();
    QCOMPARE(category[u"name"_s].toString(), u"bolt"_s);
    QCOMPARE(category[u"pictures"_s].toInt(), 5);
    QCOMPARE(category[u"regions"_s].toInt(), 0);
    QCOMPARE(category[u"left_out"_s].toInt(), 2); // the defective ones have no mask
    const auto help = runCommand({u"defects"_s, u"--help"_s});
    for (const auto &key : ended.json().keys() + category.keys())
        QVERIFY2(help.out.contains(key.toUtf8()), qPrintable(key));
    QCOMPARE(runCommand({u"defects"_s, at("project"), u"--source"_s, u"maps"_s}).code, 3);
    QCOMPARE(runCommand({u"defects"_s, at("project"), u"--source"_s, u"guesses"_s}).code, 2);
    QCOMPARE(runCommand({u"defects"_s, at("project"), u"--category"_s, u"nut"_s}).code, 2);
    QCOMPARE(runCommand({u"defects"_s}).code, 2);
}

void TstDecisionsCommand::verifiesASoundChain()
{
    const auto ended = runCommand({u"verify"_s, at("project"), u"--json"_s});
    QCOMPARE(ended.code, 0);
    QVERIFY(ended.json()[u"ok"_s].toBool());
}

void TstDecisionsCommand::verifyNamesTheRowWithAFlippedByte()
{
    QFile file(at("project/project.costfilter"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const auto place = bytes.indexOf("\"step\":4}");
    QVERIFY(place > 0);
    bytes[place + 7] = '5';
    file.seek(0);
    file.write(bytes);
    file.close();
    const auto ended = runCommand({u"verify"_s, at("project"), u"--json"_s});
    QCOMPARE(ended.code, 1);
    QVERIFY(!ended.json()[u"ok"_s].toBool());
    const QString problem = ended.json()[u"problems"_s].toArray().first().toString();
    QVERIFY2(problem.startsWith(u"Decision 4 in project.costfilter was changed"_s),
             qPrintable(problem));
    QVERIFY(ended.err.contains("Decision 4"));
}

QTEST_GUILESS_MAIN(TstDecisionsCommand)
#include "tst_decisions_command.moc"
