#include "core/store/project.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>

#include <csignal>
#include <random>

using namespace Qt::StringLiterals;

namespace {

/// What a finished command left behind.
struct Ended
{
    int code = -1;
    bool crashed = false;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

Ended runCommand(const QStringList &arguments, int timeoutMs = 300000)
{
    QProcess process;
    process.start(QStringLiteral(CF_COMMAND), arguments);
    process.waitForFinished(timeoutMs);
    return {process.exitCode(), process.exitStatus() != QProcess::NormalExit,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

/// One sentence, and no trace of what happened inside.
void verifySentence(const Ended &ended)
{
    QVERIFY(!ended.crashed);
    QVERIFY2(!ended.err.trimmed().isEmpty(), "an error must say something");
    for (const char *trace :
         {"terminate", "what()", "Exception raised from", "frame #", "Segmentation"})
        QVERIFY2(!ended.err.contains(trace), ended.err.constData());
}

} // namespace

/// The program as scripts use it: exit codes, JSON on stdout alone, one sentence on stderr.
class TstCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void doctorTellsWhatIsThere();
    void wrongUsageIsExitCodeTwo_data();
    void wrongUsageIsExitCodeTwo();
    void whatIsNotBuiltSaysSo();
    void listsTheWeights();
    void saysWhichWeightsToGetByHand();
    void refusesWeightsOfAnotherBackbone();
    void inspectsTheDemoData();
    void unusableDataIsExitCodeThree_data();
    void unusableDataIsExitCodeThree();
    void hostileImagesAreListedAndTheRestIsScored();
    void hostileModelsAreRefused_data();
    void hostileModelsAreRefused();
    void writesAReportForPrinting();
    void keepsThresholdsAndDecides();
    void learnsFromWhatWasReviewed();
    void interruptIsExitCodeFour();
    void aCrashLeavesATrace();
    void aKilledTrainingLeavesAProjectThatGoesOn();

private:
    QTemporaryDir m_dir;
    bool m_trained = false;

    QString at(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    void write(const char *name, const QByteArray &bytes) const
    {
        QDir().mkpath(QFileInfo(at(name)).path());
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QString model() const { return at("project/runs/0001/model.safetensors"); }
};

void TstCommandLine::initTestCase()
{
    qputenv("XDG_CACHE_HOME", at("cache").toUtf8());
    // Two small categories of noise-free stripes: enough for the program, quick to train.
    std::mt19937 random(3);
    for (const char *category : {"stripes", "checks"}) {
        for (const auto &[folder, count] :
             {std::pair("train/good", 8), std::pair("test/good", 3), std::pair("test/spot", 3)}) {
            for (int i = 0; i < count; ++i) {
                cv::Mat picture(70, 90, CV_8UC3);
                for (int y = 0; y < picture.rows; ++y)
                    for (int x = 0; x < picture.cols; ++x) {
                        const bool light =
                            category[0] == 's' ? (x + i) / 6 % 2 : (x / 8 + (y + i) / 8) % 2;
                        const int level = (light ? 170 : 90) + static_cast<int>(random() % 9);
                        picture.at<cv::Vec3b>(y, x) = cv::Vec3b::all(static_cast<uchar>(level));
                    }
                const bool defect = QByteArray(folder).endsWith("spot");
                if (defect)
                    picture(cv::Rect(20 + 5 * i, 15, 14, 12)).setTo(cv::Scalar(20, 20, 230));
                const QString name =
                    u"data/%1/%2/%3.png"_s.arg(QLatin1String(category), QLatin1String(folder))
                        .arg(i);
                QDir().mkpath(QFileInfo(m_dir.filePath(name)).path());
                QVERIFY(cv::imwrite(m_dir.filePath(name).toStdString(), picture));
                if (defect) {
                    cv::Mat mask = cv::Mat::zeros(picture.size(), CV_8UC1);
                    mask(cv::Rect(20 + 5 * i, 15, 14, 12)).setTo(255);
                    const QString file =
                        u"data/%1/ground_truth/spot/%2_mask.png"_s.arg(QLatin1String(category))
                            .arg(i);
                    QDir().mkpath(QFileInfo(m_dir.filePath(file)).path());
                    QVERIFY(cv::imwrite(m_dir.filePath(file).toStdString(), mask));
                }
            }
        }
    }
    const auto weights = runCommand({u"weights"_s, u"list"_s, u"--json"_s});
    QCOMPARE(weights.code, 0);
    if (!weights.json()[u"weights"_s].toArray().first().toObject()[u"present"_s].toBool())
        return;
    const auto trained =
        runCommand({u"train"_s, u"--project"_s, at("project"), u"--data"_s, at("data"),
                    u"--steps"_s, u"3"_s, u"--batch"_s, u"4"_s, u"--json"_s});
    QVERIFY2(trained.code == 0, trained.err.constData());
    QCOMPARE(trained.json()[u"run"_s].toString(), u"1"_s);
    QCOMPARE(trained.json()[u"model"_s].toString(), model());
    m_trained = true;
}

void TstCommandLine::doctorTellsWhatIsThere()
{
    const auto ended = runCommand({u"doctor"_s, u"--json"_s});
    QCOMPARE(ended.code, 0);
    for (const char *key : {"version", "torch", "cuda", "devices", "weights"})
        QVERIFY2(ended.json().contains(QString::fromLatin1(key)), key);
    QVERIFY(!ended.json()[u"devices"_s].toArray().isEmpty());
}

void TstCommandLine::wrongUsageIsExitCodeTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"fly"_s};
    QTest::newRow("missing option") << QStringList{u"infer"_s};
    QTest::newRow("no data") << QStringList{u"train"_s, u"--project"_s, at("p")};
    QTest::newRow("no subject") << QStringList{u"evaluate"_s, u"--project"_s, at("p")};
    QTest::newRow("bad number") << QStringList{u"train"_s, u"--project"_s, at("p"), u"--data"_s,
                                               at("data"), u"--steps"_s,   u"-4"_s};
    QTest::newRow("unknown backbone") << QStringList{
        u"train"_s, u"--project"_s, at("p"), u"--data"_s, at("data"), u"--backbone"_s, u"vgg"_s};
    QTest::newRow("a baseline alone over another")
        << QStringList{u"train"_s,    u"--project"_s, at("p"),         u"--data"_s,     at("data"),
                       u"--method"_s, u"patchcore"_s, u"--baseline"_s, u"anomalydino"_s};
    QTest::newRow("templates of a memory that is not there")
        << QStringList{u"train"_s, u"--project"_s,   at("p"),       u"--data"_s,
                       at("data"), u"--templates"_s, u"patchcore"_s};
    QTest::newRow("unknown weights") << QStringList{u"weights"_s, u"fetch"_s, u"vgg"_s};
    QTest::newRow("no weights") << QStringList{u"weights"_s, u"fetch"_s};
}

void TstCommandLine::wrongUsageIsExitCodeTwo()
{
    QFETCH(const QStringList, arguments);
    const auto ended = runCommand(arguments);
    QCOMPARE(ended.code, 2);
    verifySentence(ended);
}

void TstCommandLine::whatIsNotBuiltSaysSo()
{
    const auto ended = runCommand({u"reproduce"_s, u"mvtec"_s, u"--method"_s, u"glad"_s});
    QVERIFY2(!ended.crashed, ended.err.constData());
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.err.contains("not built yet"));
}

void TstCommandLine::listsTheWeights()
{
    qputenv("COSTFILTER_WEIGHTS", at("weights").toUtf8());
    const auto cleanUp = qScopeGuard([] { qunsetenv("COSTFILTER_WEIGHTS"); });
    write("weights/resnet18-f37072fd.pth", "four");
    write("weights/my-net.pt", "a network");
    const auto ended = runCommand({u"weights"_s, u"list"_s, u"--json"_s});
    QCOMPARE(ended.code, 0);
    QHash<QString, QJsonObject> rows;
    for (const auto row : ended.json()[u"weights"_s].toArray())
        rows.insert(row[u"name"_s].toString(), row.toObject());
    for (const auto &row : std::as_const(rows))
        for (const char *key :
             {"name", "title", "present", "path", "source", "license", "sha256", "size"})
            QVERIFY2(row.contains(QString::fromLatin1(key)), key);
    const auto present = rows.value(u"resnet18"_s);
    QCOMPARE(present[u"present"_s].toBool(), true);
    QCOMPARE(present[u"path"_s].toString(), at("weights/resnet18-f37072fd.pth"));
    QCOMPARE(present[u"size"_s].toInt(), 4);
    QVERIFY(present[u"sha256"_s].isNull()); // only its first digits are known
    QCOMPARE(rows.value(u"efficientnet-lite2"_s)[u"sha256"_s].toString().size(), 64);
    QCOMPARE(rows.value(u"dinov2-vits14"_s)[u"license"_s].toString(), u"Apache-2.0"_s);
    const auto script = rows.value(u"torchscript:my-net"_s);
    QCOMPARE(script[u"path"_s].toString(), at("weights/my-net.pt"));
    QVERIFY(script[u"license"_s].isNull());
}

void TstCommandLine::saysWhichWeightsToGetByHand()
{
    // Freed memory is overwritten: an option that is parsed into it crashes each time.
    qputenv("MALLOC_PERTURB_", "165");
    qputenv("XDG_DATA_HOME", at("share").toUtf8());
    qputenv("COSTFILTER_WEIGHTS_MIRROR", "http://127.0.0.1:1"); // where nobody answers
    const auto cleanUp = qScopeGuard([] {
        for (const char *name : {"MALLOC_PERTURB_", "XDG_DATA_HOME", "COSTFILTER_WEIGHTS_MIRROR"})
            qunsetenv(name);
    });
    const auto ended = runCommand({u"weights"_s, u"fetch"_s, u"dino-vits8"_s, u"--json"_s});
    QCOMPARE(ended.code, 1);
    verifySentence(ended);
    QVERIFY(ended.out.isEmpty());
    for (const char *words : {"http://127.0.0.1:1/dino_deitsmall8_pretrain.pth",
                              "https://dl.fbaipublicfiles.com/dino/", "costfilter weights add"})
        QVERIFY2(ended.err.contains(words), ended.err.constData());
}

void TstCommandLine::refusesWeightsOfAnotherBackbone()
{
    if (!m_trained)
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    qputenv("XDG_DATA_HOME", at("share").toUtf8());
    const auto cleanUp = qScopeGuard([] { qunsetenv("XDG_DATA_HOME"); });
    const auto ended =
        runCommand({u"weights"_s, u"add"_s, model(), u"--as"_s, u"efficientnet-lite1"_s});
    QCOMPARE(ended.code, 3);
    verifySentence(ended);
    for (const char *words : {"does not fit EfficientNet-Lite1", "missing: _blocks.0._bn1.bias"})
        QVERIFY2(ended.err.contains(words), ended.err.constData());
}

void TstCommandLine::inspectsTheDemoData()
{
    const auto ended = runCommand({u"dataset"_s, u"inspect"_s, at("data"), u"--json"_s});
    QCOMPARE(ended.code, 0);
    const auto categories = ended.json()[u"categories"_s].toArray();
    QCOMPARE(categories.size(), 2);
    QCOMPARE(categories.first().toObject()[u"train_good"_s].toInt(), 8);
    QCOMPARE(categories.first().toObject()[u"masks"_s].toInt(), 3);
}

void TstCommandLine::unusableDataIsExitCodeThree_data()
{
    write("a_file.txt", "x");
    QDir().mkpath(at("empty"));
    QTest::addColumn<QString>("data");
    QTest::newRow("missing") << at("nowhere");
    QTest::newRow("a file") << at("a_file.txt");
    QTest::newRow("empty folder") << at("empty");
}

void TstCommandLine::unusableDataIsExitCodeThree()
{
    QFETCH(const QString, data);
    for (const auto &arguments :
         {QStringList{u"dataset"_s, u"inspect"_s, data},
          QStringList{u"metrics"_s, u"--data"_s, data, u"--maps"_s, at("empty")}}) {
        const auto ended = runCommand(arguments);
        QCOMPARE(ended.code, 3);
        verifySentence(ended);
        QVERIFY(ended.err.contains(data.toUtf8()));
    }
}

void TstCommandLine::hostileImagesAreListedAndTheRestIsScored()
{
    if (!m_trained)
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    QFile good(at("data/stripes/test/good/0.png"));
    QVERIFY(good.open(QIODevice::ReadOnly));
    const QByteArray png = good.readAll();
    write("hostile/good.png", png);
    write("hostile/truncated.png", png.left(png.size() / 2));
    write("hostile/zero.png", {});
    write("hostile/text.png", "this is not a picture\n");
    QByteArray huge = png;
    huge.replace(16, 8, QByteArray::fromHex("0000ea600000ea60")); // 60000 x 60000
    write("hostile/huge.png", huge);
    QVERIFY(cv::imwrite(at("hostile/one.png").toStdString(),
                        cv::Mat(1, 1, CV_8UC3, cv::Scalar(1, 2, 3))));
    const auto ended = runCommand({u"infer"_s, u"--model"_s, model(), u"--images"_s, at("hostile"),
                                   u"--out"_s, at("hostile-out"), u"--json"_s});
    QVERIFY2(ended.code == 0, ended.err.constData());
    QCOMPARE(ended.json()[u"images"_s].toInt(), 2);
    QCOMPARE(ended.json()[u"failed"_s].toArray().size(), 4);
    verifySentence(ended);
}

void TstCommandLine::hostileModelsAreRefused_data()
{
    write("models/empty.safetensors", {});
    write("models/text.pth", "not a model");
    // A pickle (protocol 2) that asks for os.system("touch ...").
    write("models/evil.pth", QByteArray("\x80\x02") + "cos\nsystem\n" + "X" +
                                 QByteArray("\x05\x00\x00\x00", 4) + "false" + "\x85R.");
    QTest::addColumn<QString>("file");
    for (const char *name :
         {"models/empty.safetensors", "models/text.pth", "models/evil.pth", "models/missing.pth"})
        QTest::newRow(name) << at(name);
}

void TstCommandLine::hostileModelsAreRefused()
{
    QFETCH(const QString, file);
    for (const auto &arguments : {QStringList{u"model"_s, u"info"_s, file},
                                  QStringList{u"infer"_s, u"--model"_s, file, u"--images"_s,
                                              at("data"), u"--out"_s, at("o")}}) {
        const auto ended = runCommand(arguments);
        QCOMPARE(ended.code, 3);
        verifySentence(ended);
        QVERIFY(ended.err.contains(QFileInfo(file).fileName().toUtf8()));
    }
}

void TstCommandLine::writesAReportForPrinting()
{
    if (!m_trained)
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    const auto evaluated =
        runCommand({u"evaluate"_s, u"--project"_s, at("project"), u"--run"_s, u"1"_s, u"--json"_s});
    QVERIFY2(evaluated.code == 0, evaluated.err.constData());
    // The fonts come without a display, whatever the environment asks for.
    qputenv("QT_QPA_PLATFORM", "xcb");
    const auto cleanUp = qScopeGuard([] { qputenv("QT_QPA_PLATFORM", "offscreen"); });
    const auto ended = runCommand({u"report"_s, u"--project"_s, at("project"), u"--run"_s, u"1"_s,
                                   u"--out"_s, at("report.pdf"), u"--json"_s});
    QVERIFY2(ended.code == 0, ended.err.constData());
    QCOMPARE(ended.json()[u"file"_s].toString(), at("report.pdf"));
    QFile file(at("report.pdf"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-1."));
    // Of pictures alone.
    const auto few = runCommand({u"report"_s, u"--project"_s, at("project"), u"--run"_s, u"1"_s,
                                 u"--out"_s, at("few.csv"), u"--images"_s, u"cloth/none.png"_s});
    QCOMPARE(few.code, 3);
    QVERIFY(few.err.contains("can be read"));
}

void TstCommandLine::keepsThresholdsAndDecides()
{
    if (!m_trained)
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    const QStringList thresholds{u"thresholds"_s, u"--project"_s, at("project"),
                                 u"--run"_s,      u"1"_s,         u"--json"_s};
    const auto cheapest = runCommand(thresholds + QStringList{u"--escape-cost"_s, u"50"_s});
    QVERIFY2(cheapest.code == 0, cheapest.err.constData());
    for (const auto *interval : {"low_interval", "high_interval", "expected_cost_interval"})
        QCOMPARE(cheapest.json()[QLatin1String(interval)].toArray().size(), 2);
    QVERIFY(cheapest.json()[u"file"_s].isNull()); // looked at only
    const auto infer = [&] {
        return runCommand({u"infer"_s, u"--model"_s, model(), u"--images"_s,
                           at("data/stripes/test/good"), u"--out"_s, at("decided"), u"--json"_s});
    };
    QVERIFY(!infer().json().contains(u"decisions"_s));

    const auto kept = runCommand(
        thresholds + QStringList{u"--low"_s, u"-1000"_s, u"--high"_s, u"1000"_s, u"--save"_s});
    QVERIFY2(kept.code == 0, kept.err.constData());
    QVERIFY(QFile::exists(kept.json()[u"file"_s].toString()));
    const auto decisions = infer().json()[u"decisions"_s].toObject();
    QCOMPARE(decisions[u"review"_s].toInt(), 3);
    QCOMPARE(decisions[u"pass"_s].toInt() + decisions[u"fail"_s].toInt(), 0);

    QCOMPARE(runCommand(thresholds + QStringList{u"--low"_s, u"2"_s, u"--high"_s, u"1"_s}).code, 2);
    const auto unknown = runCommand(thresholds + QStringList{u"--category"_s, u"cheese"_s});
    QCOMPARE(unknown.code, 3);
    QVERIFY(unknown.err.contains("cheese"));
}

void TstCommandLine::learnsFromWhatWasReviewed()
{
    if (!m_trained)
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    const QStringList project = {u"--project"_s, at("judged"), u"--json"_s};
    const QStringList train = QStringList{u"train"_s} + project +
                              QStringList{u"--data"_s,  at("data"), u"--category"_s, u"stripes"_s,
                                          u"--steps"_s, u"1"_s,     u"--batch"_s,    u"4"_s};
    QCOMPARE(runCommand(train).code, 0);
    const auto refused = runCommand(train + QStringList{u"--reviewed"_s});
    QCOMPARE(refused.code, 2); // nothing was reviewed yet
    verifySentence(refused);

    {
        using namespace cf::store;
        auto open = Project::open(at("judged").toStdString()).orThrow();
        open.saveReviewer({"Ada", "{}", true, ""}).orThrow();
        const auto dataset = open.dataset(open.datasets().orThrow().front().id).orThrow();
        for (const auto &image : dataset.categories.front().images) {
            const bool good = image.path == "stripes/test/good/0.png";
            if (!good && image.path != "stripes/test/spot/0.png")
                continue;
            NewDecision decision;
            decision.reviewer = "Ada";
            decision.imageId = image.id;
            decision.verdict = good ? Verdict::Ok : Verdict::Ng;
            open.appendDecision(decision).orThrow();
        }
    }
    const auto drawn =
        runCommand(QStringList{u"annotations"_s, u"import"_s} + project +
                   QStringList{u"--format"_s, u"mvtec"_s, at("data/stripes/ground_truth")});
    QVERIFY2(drawn.code == 0, drawn.err.constData());
    const auto trained = runCommand(train + QStringList{u"--reviewed"_s});
    QVERIFY2(trained.code == 0, trained.err.constData());
    QCOMPARE(trained.json()[u"reviewed"_s].toObject(),
             (QJsonObject{{u"normals"_s, 1}, {u"defects"_s, 1}}));
    QCOMPARE(trained.json()[u"run"_s].toString(), u"2"_s);
    const QStringList evaluate = QStringList{u"evaluate"_s} + project;
    const auto leftOut = [&](const QStringList &arguments) {
        const auto ended = runCommand(evaluate + arguments);
        return ended.code == 0 ? ended.json()[u"left_out"_s].toInt(-1) : -1;
    };
    QCOMPARE(leftOut({u"--run"_s, u"1"_s}), 0);
    QCOMPARE(leftOut({u"--run"_s, u"2"_s}), 2);
    QCOMPARE(leftOut({u"--run"_s, u"1"_s, u"--apart-from"_s, u"2"_s}), 2);
    const auto resumed = runCommand(QStringList{u"train"_s} + project +
                                    QStringList{u"--resume"_s, u"2"_s, u"--steps"_s, u"2"_s});
    QCOMPARE(resumed.json()[u"reviewed"_s].toObject()[u"defects"_s].toInt(), 1);
}

void TstCommandLine::interruptIsExitCodeFour()
{
    if (!m_trained)
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    QProcess process;
    process.start(QStringLiteral(CF_COMMAND),
                  {u"train"_s, u"--project"_s, at("interrupted"), u"--data"_s, at("data"),
                   u"--steps"_s, u"100000"_s, u"--batch"_s, u"4"_s});
    QVERIFY(process.waitForStarted());
    const QString checkpoint =
        at("interrupted/runs/0001/run.lock"); // there as soon as the run is running
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(checkpoint), 120000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(120000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 4);
    const auto runs = runCommand({u"runs"_s, u"--project"_s, at("interrupted"), u"--json"_s});
    QCOMPARE(runs.json()[u"runs"_s].toArray().first().toObject()[u"state"_s].toString(),
             u"cancelled"_s);
}

void TstCommandLine::aCrashLeavesATrace()
{
    QProcess process;
    process.start(QStringLiteral(CF_COMMAND), {u"demo-data"_s, at("crash"), u"--json"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(at("crash")), 60000); // main() has begun its work
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGSEGV), 0);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QCOMPARE(process.exitCode(), SIGSEGV);
    const auto err = process.readAllStandardError();
    QVERIFY2(err.contains("costfilter crashed"), err.constData());
    QVERIFY2(err.count('\n') > 3, err.constData());
}

void TstCommandLine::aKilledTrainingLeavesAProjectThatGoesOn()
{
    if (!m_trained)
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    // The first start makes the run; each kill comes a little later than the one before.
    QStringList arguments = {u"train"_s,   u"--project"_s, at("killed"), u"--data"_s, at("data"),
                             u"--steps"_s, u"12"_s,        u"--batch"_s, u"4"_s};
    for (int kill = 0; kill < 4; ++kill) {
        QProcess process;
        process.start(QStringLiteral(CF_COMMAND), arguments);
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(at("killed/runs/0001/run.lock")), 120000);
        if (process.waitForFinished(300 + 900 * kill))
            break; // done before the kill: nothing left to interrupt
        process.kill();
        process.waitForFinished();
        const auto verified = runCommand({u"verify"_s, at("killed"), u"--json"_s});
        QVERIFY2(verified.code == 0, verified.out.constData());
        const auto runs = runCommand({u"runs"_s, u"--project"_s, at("killed"), u"--json"_s});
        const auto rows = runs.json()[u"runs"_s].toArray();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().toObject()[u"state"_s].toString(), u"interrupted"_s);
        arguments = {u"train"_s, u"--project"_s, at("killed"), u"--resume"_s, u"1"_s};
    }
    const auto finished =
        runCommand({u"train"_s, u"--project"_s, at("killed"), u"--resume"_s, u"1"_s, u"--json"_s});
    QVERIFY2(finished.code == 0, finished.err.constData());
    QCOMPARE(finished.json()[u"steps"_s].toInt(), 12);
}

QTEST_GUILESS_MAIN(TstCommandLine)
#include "tst_command_line.moc"
