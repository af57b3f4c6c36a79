#include "core/weights/tensor_writer.h"
#include "tests/parity/compare.h"
#include "tests/parity/fill.h"
#include "tests/result_check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>
#include <cstring>
#include <limits>

using namespace cf::parity;

namespace {

struct Answer
{
    int exitCode = -1;
    QJsonObject json;
    QString errors;
};

Answer runTool(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(CF_PARITY_TOOL), arguments);
    Answer answer;
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return answer;
    answer.exitCode = process.exitCode();
    answer.json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    answer.errors = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

void writeText(const QTemporaryDir &folder, const char *name, const QByteArray &text)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

/// A golden folder with one tensor, filled with the given salt.
void writeFill(const QTemporaryDir &folder, std::uint32_t salt)
{
    const auto values = Fill(salt).uniform("in.thing", {4});
    cf::weights::Tensor tensor;
    tensor.name = "u";
    tensor.shape = {4};
    tensor.bytes.resize(values.nbytes());
    std::memcpy(tensor.bytes.data(), values.data_ptr(), tensor.bytes.size());
    CF_VERIFY(cf::weights::writeTorchZip(folder.filePath(QStringLiteral("fill.pt")).toStdString(),
                                         std::vector{tensor}));
    writeText(folder, "fill.json",
              R"([{"key": "u", "kind": "u", "name": "in.thing", "shape": [2, 2, 9],
                   "gain2": null, "salt": 0, "note": NaN}])");
}

bool nearly(double a, double b)
{
    return std::abs(a - b) < 1e-15;
}

} // namespace

class TstParityTool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hashesNamesAsDocumented();
    void fillsTensorsAsDocumented();
    void fillsParametersByTheirNames();
    void countsAnotherShapeAsInfinitelyFar();
    void neverAcceptsNaN();
    void reportsTheElementThatUsesMostOfItsTolerance();
    void refusesWrongUsage();
    void saysThatTheFolderIsMissing();
    void isContentWithMissingFiles();
    void skipsAFileWhoseListIsMissing();
    void countsAnUnreadableFileAsOff();
    void findsWrongNumbers();
    void honoursSalts();
    void refusesSaltsThatAreNoHexNumbers();
};

void TstParityTool::hashesNamesAsDocumented()
{
    QCOMPARE(fnv1a("a"), 0xe40c292cU);
    QCOMPARE(fnv1a("foobar"), 0xbf9cf968U);
    QCOMPARE(fnv1a("in.volume"), 0xafcf1b62U);
}

void TstParityTool::fillsTensorsAsDocumented()
{
    const auto values = Fill(0).uniform("in.volume", {5});
    const double expected[] = {-0.7530307769775391, -0.982252836227417, 0.25444090366363525,
                               -0.6108747720718384, -0.21035313606262207};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(values[i].item<double>(), expected[i]);
    QVERIFY(torch::equal(Fill(0).absolute("in.volume", {5}), values.abs()));
    QVERIFY(!torch::equal(Fill(1).uniform("in.volume", {5}), values));
}

void TstParityTool::fillsParametersByTheirNames()
{
    const auto weight =
        Fill(0).parameter("encoder_segment.down_channel1.conv.weight", {384, 1024, 1, 1, 1}, 2.0);
    QCOMPARE(weight.flatten()[0].item<double>(), 0.04253065586090088);
    QCOMPARE(weight.flatten()[1].item<double>(), 0.059491805732250214);
    QCOMPARE(weight.flatten()[2].item<double>(), -0.0744636282324791);
    const auto within = [](const torch::Tensor &x, double low, double high) {
        return x.min().item<double>() >= low && x.max().item<double>() <= high &&
               x.std().item<double>() > 0.0;
    };
    QVERIFY(within(Fill(0).parameter("bn.weight", {50}, 2.0), 0.875, 1.125));
    QVERIFY(within(Fill(0).parameter("bn.bias", {50}, 2.0), -0.0625, 0.0625));
    QVERIFY(within(Fill(0).parameter("bn.running_var", {50}, 2.0), 1.0, 1.375));
    QCOMPARE(Fill(5).parameter("bn.num_batches_tracked", {}, 2.0).item<std::int64_t>(),
             std::int64_t{0});
    QVERIFY_EXCEPTION_THROWN(Fill(0).parameter("bn.unknown", {1}, 2.0), std::invalid_argument);
}

void TstParityTool::countsAnotherShapeAsInfinitelyFar()
{
    const auto golden = torch::zeros({2, 3});
    QVERIFY(compare(golden, torch::zeros({1, 2, 3}), kExact).ok());
    QVERIFY(!compare(golden, torch::zeros({3, 2}), {1.0}).ok());
    QVERIFY(!compare(golden, torch::Tensor(), {1.0}).ok());
}

void TstParityTool::neverAcceptsNaN()
{
    const auto nan = torch::full({2}, std::numeric_limits<float>::quiet_NaN());
    QVERIFY(!compare(torch::zeros({2}), nan, {1e9}).ok());
    QVERIFY(!compare(nan, torch::zeros({2}), {1e9}).ok());
    QVERIFY(!compareNumber(0.0, std::nan(""), 1e9).ok());
    QVERIFY(!worseOf({0.5, 1.0}, {std::nan(""), 1.0}).ok());
    QVERIFY(!worseOf({std::nan(""), 1.0}, {0.5, 1.0}).ok());
}

void TstParityTool::reportsTheElementThatUsesMostOfItsTolerance()
{
    const auto golden = torch::tensor({1.0F, 1000.0F});
    const auto actual = torch::tensor({1.0625F, 1001.0F});
    const auto worst = compare(golden, actual, {0.0, 0.0, 0.01});
    QVERIFY(!worst.ok());
    QVERIFY(nearly(worst.maxAbsDiff, 0.0625));
    QVERIFY(nearly(worst.tolerance, 0.01));
}

void TstParityTool::refusesWrongUsage()
{
    QTemporaryDir folder;
    QCOMPARE(runTool({}).exitCode, 2);
    QCOMPARE(runTool({folder.path(), QStringLiteral("--only"), QStringLiteral("nothing")}).exitCode,
             2);
    QCOMPARE(runTool({folder.path(), QStringLiteral("--unknown")}).exitCode, 2);
}

void TstParityTool::saysThatTheFolderIsMissing()
{
    QTemporaryDir folder;
    const auto answer = runTool({folder.filePath(QStringLiteral("nowhere"))});
    QCOMPARE(answer.exitCode, 3);
    QVERIFY(answer.errors.contains(QStringLiteral("nowhere")));
}

void TstParityTool::isContentWithMissingFiles()
{
    QTemporaryDir folder;
    const auto answer = runTool({folder.path(), QStringLiteral("--json")});
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(answer.json.value(QStringLiteral("cases")).isArray());
    QVERIFY(answer.json.value(QStringLiteral("cases")).toArray().isEmpty());
}

void TstParityTool::skipsAFileWhoseListIsMissing()
{
    QTemporaryDir folder;
    writeFill(folder, 0);
    QVERIFY(QFile::remove(folder.filePath(QStringLiteral("fill.json"))));
    const auto answer = runTool({folder.path()});
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(answer.json.value(QStringLiteral("cases")).toArray().isEmpty());
    const auto skipped = answer.json.value(QStringLiteral("skipped")).toArray().at(0).toObject();
    QCOMPARE(skipped.value(QStringLiteral("name")).toString(), QStringLiteral("fill"));
}

void TstParityTool::countsAnUnreadableFileAsOff()
{
    QTemporaryDir folder;
    writeFill(folder, 0);
    writeText(folder, "fill.pt", "not a zip file");
    const auto answer = runTool({folder.path()});
    QCOMPARE(answer.exitCode, 1);
    const auto first = answer.json.value(QStringLiteral("cases")).toArray().at(0).toObject();
    QCOMPARE(first.value(QStringLiteral("ok")).toBool(true), false);
    QVERIFY(answer.errors.contains(QStringLiteral("fill.pt")));
}

void TstParityTool::findsWrongNumbers()
{
    QTemporaryDir folder;
    writeFill(folder, 0);
    QCOMPARE(runTool({folder.path()}).exitCode, 0);
    writeFill(folder, 1);
    const auto answer = runTool({folder.path()});
    QCOMPARE(answer.exitCode, 1);
    const auto first = answer.json.value(QStringLiteral("cases")).toArray().at(0).toObject();
    QCOMPARE(first.value(QStringLiteral("ok")).toBool(true), false);
    QVERIFY(first.value(QStringLiteral("max_abs_diff")).toDouble() > 0.0);
}

void TstParityTool::honoursSalts()
{
    QTemporaryDir folder;
    writeFill(folder, 0xC0FFEE);
    QCOMPARE(runTool({folder.path()}).exitCode, 1);
    for (const char *salt : {"c0ffee", "0xC0FFEE", "0x00c0ffee"}) {
        writeText(folder, "salts.json", QByteArray("{\"fill.pt\": \"") + salt + "\"}");
        QCOMPARE(runTool({folder.path()}).exitCode, 0);
    }
    writeText(folder, "salts.json", R"({"losses.pt": "c0ffee"})");
    QCOMPARE(runTool({folder.path()}).exitCode, 1);
}

void TstParityTool::refusesSaltsThatAreNoHexNumbers()
{
    for (const char *salts :
         {R"({"fill.pt": "xyz"})", R"({"fill.pt": 7})", R"(["fill.pt"])", "{"}) {
        QTemporaryDir folder;
        writeText(folder, "salts.json", salts);
        const auto answer = runTool({folder.path()});
        QCOMPARE(answer.exitCode, 3);
        QVERIFY(answer.errors.contains(QStringLiteral("salts.json")));
    }
}

QTEST_GUILESS_MAIN(TstParityTool)
#include "tst_parity_tool.moc"
