#include "tests/result_check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 600000;

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
    process.waitForFinished(kPatienceMs);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// `costfilter normals` on a baseline that is made in seconds.
class TstNormalsCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void looksAddsListsAndRemoves();
    void saysWhatIsWrong();
    void helpNamesTheKeys();

private:
    QTemporaryDir m_dir;
    QString at(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    Ended normals(const QStringList &arguments) const
    {
        return runCommand(QStringList{u"normals"_s} + arguments +
                          QStringList{u"--project"_s, at("project"), u"--run"_s, u"1"_s});
    }
    QByteArray bytesOf(const QString &name) const
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TstNormalsCommand::initTestCase()
{
    const auto weights = runCommand({u"doctor"_s, u"--json"_s});
    QCOMPARE(weights.code, 0);
    QVERIFY(runCommand({u"demo-data"_s, at("data")}).code == 0);
    const auto trained =
        runCommand({u"train"_s, u"--project"_s, at("project"), u"--data"_s, at("data"),
                    u"--category"_s, u"cloth"_s, u"--method"_s, u"cost-volume"_s});
    if (trained.err.contains("weights"))
        QSKIP("SKIPPED tst_normals_command: the weights of efficientnet-lite0 are not installed.");
    QVERIFY2(trained.code == 0, trained.err.constData());
}

void TstNormalsCommand::looksAddsListsAndRemoves()
{
    const auto picture = at("data/cloth/test/good/003.png");
    const auto early = normals({u"add"_s, picture});
    QCOMPARE(early.code, 3); // there are no scores yet
    QVERIFY2(early.err.contains("evaluate"), early.err.constData());
    QCOMPARE(runCommand({u"evaluate"_s, u"--project"_s, at("project"), u"--run"_s, u"1"_s}).code,
             0);
    const auto model = at("project/runs/0001/model.safetensors");
    const auto bytes = bytesOf(model);
    const auto metrics = [&] {
        return runCommand({u"runs"_s, u"--project"_s, at("project"), u"--json"_s}).json();
    };
    const auto before = metrics();

    const auto looked = normals({u"add"_s, picture, u"--dry-run"_s, u"--json"_s}).json();
    QCOMPARE(looked[u"applied"_s].toBool(true), false);
    QCOMPARE(looked[u"pictures"_s].toInt(), 56);
    QVERIFY(looked[u"rescored"_s].toInt() >= 1);
    QCOMPARE(looked[u"known_defect"_s].toBool(true), false);
    QVERIFY(normals({u"list"_s, u"--json"_s}).json()[u"normals"_s].toArray().isEmpty());

    const auto added = normals({u"add"_s, picture, u"--by"_s, u"Ada"_s, u"--json"_s});
    QVERIFY2(added.code == 0, added.err.constData());
    for (const auto *list : {"missed", "solved", "others", "pictures", "rescored"})
        QCOMPARE(added.json()[QLatin1String(list)], looked[QLatin1String(list)]);
    const auto listed = normals({u"list"_s, u"--json"_s}).json()[u"normals"_s].toArray();
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed[0][u"by"_s].toString(), u"Ada"_s);
    QCOMPARE(listed[0][u"category"_s].toString(), u"cloth"_s);
    QVERIFY(metrics() != before);
    QVERIFY(normals({u"list"_s}).out.contains("by Ada"));

    const auto hash = listed[0][u"sha256"_s].toString().left(12);
    const auto removed = normals({u"remove"_s, hash});
    QVERIFY2(removed.code == 0, removed.err.constData());
    QVERIFY2(removed.out.contains("defects that would now be missed"), removed.out.constData());
    QCOMPARE(metrics(), before);
    QVERIFY(bytesOf(model) == bytes);
}

void TstNormalsCommand::saysWhatIsWrong()
{
    QCOMPARE(normals({u"add"_s, u"nowhere.png"_s}).code, 2);
    QCOMPARE(normals({u"remove"_s, u"nowhere.png"_s}).code, 2);
    QCOMPARE(runCommand({u"normals"_s}).code, 2);
    QFile file(at("project/runs/0001/model.safetensors.normals.safetensors"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no such file");
    file.close();
    const auto damaged = normals({u"list"_s});
    QCOMPARE(damaged.code, 3);
    QCOMPARE(damaged.err.trimmed().count('\n'), 0);
    QVERIFY2(damaged.err.contains("damaged"), damaged.err.constData());
    QVERIFY(file.remove());
}

void TstNormalsCommand::helpNamesTheKeys()
{
    const auto help = runCommand({u"normals"_s, u"add"_s, u"--help"_s}).out;
    for (const auto *key :
         {"normal", "applied", "pictures", "rescored", "known_defect", "missed", "solved", "others",
          "score_before", "decision_after", "seconds", "--dry-run"})
        QVERIFY2(help.contains(key), key);
}

QTEST_GUILESS_MAIN(TstNormalsCommand)
#include "tst_normals_command.moc"
