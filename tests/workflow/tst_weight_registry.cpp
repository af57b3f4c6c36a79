#include "core/engine/backbones.h"
#include "core/workflow/weight_check.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <set>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::workflow;
using namespace Qt::StringLiterals;

/// Which weights there are, and where they are found.
class TstWeightRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void knowsEveryBackbone();
    void namesCarryTheirHashes();
    void comparesAsMuchOfAHashAsIsKnown();
    void saysHowToGetThem();
    void findsScriptNetworks();
    void takesTheFirstFolder();

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    fs::path at(const QString &name) const { return m_dir->filePath(name).toStdString(); }
    void touch(const QString &name) const
    {
        QDir().mkpath(QFileInfo(m_dir->filePath(name)).path());
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
};

void TstWeightRegistry::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("COSTFILTER_WEIGHTS", m_dir->filePath(u"given"_s).toUtf8());
    qputenv("XDG_DATA_HOME", m_dir->filePath(u"share"_s).toUtf8());
}

void TstWeightRegistry::knowsEveryBackbone()
{
    const auto &backbones = engine::backbones();
    const auto &entries = weightRegistry();
    QCOMPARE(entries.size(), backbones.size());
    std::set<std::string> files;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto &entry = entries[i];
        QCOMPARE(entry.name, backbones[i].name);
        QCOMPARE(entry.title, backbones[i].title);
        QVERIFY2(entry.source.rfind("https://", 0) == 0, entry.source.c_str());
        QVERIFY(!entry.license.empty());
        QVERIFY2(files.insert(entry.fileName).second, entry.fileName.c_str());
        QCOMPARE(findWeightEntry(entry.name), &entry);
        if (entry.pypiPackage.empty()) // else the address is that of the package's page
            QCOMPARE(entry.source.substr(entry.source.rfind('/') + 1), entry.fileName);
    }
    QVERIFY(!findWeightEntry("vgg"));
}

void TstWeightRegistry::namesCarryTheirHashes()
{
    for (const auto &entry : weightRegistry()) {
        const bool isDino = entry.name.rfind("dino", 0) == 0;
        QCOMPARE(entry.sha256Prefix.empty(), isDino); // of those nobody has published one
        QVERIFY(entry.sha256Prefix.empty() ||
                entry.fileName.find("-" + entry.sha256Prefix + ".") != std::string::npos);
        QCOMPARE(entry.sha256.substr(0, 8), entry.sha256.empty() ? "" : entry.sha256Prefix);
        QCOMPARE(entry.bytes > 0, !entry.sha256.empty());
    }
}

void TstWeightRegistry::comparesAsMuchOfAHashAsIsKnown()
{
    WeightEntry entry;
    QVERIFY(!isHashOf(entry, "0123456789"));
    entry.sha256Prefix = "01234567";
    QVERIFY(isHashOf(entry, "0123456789"));
    QVERIFY(!isHashOf(entry, "1123456789"));
    entry.sha256 = "0123456789";
    QVERIFY(isHashOf(entry, "0123456789"));
    QVERIFY(!isHashOf(entry, "0123456799"));
}

void TstWeightRegistry::saysHowToGetThem()
{
    const auto unknown = findWeights("resnet-1");
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.error().code, ErrorCode::BadUsage);
    for (const char *word : {"efficientnet-lite0", "dinov2-vitl14-reg4", "torchscript:NAME"})
        QVERIFY2(unknown.error().detail.find(word) != std::string::npos, word);
    const auto missing = findWeights("efficientnet-lite2");
    if (missing.ok())
        QSKIP("a source tree's weights lie above this program");
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto &sentence = missing.error().detail;
    for (const auto &words :
         {std::string("efficientnet-lite2-9656183e.pth"), at(u"given"_s).string(),
          std::string("costfilter weights fetch efficientnet-lite2"),
          std::string("costfilter weights add FILE")})
        QVERIFY2(sentence.find(words) != std::string::npos, sentence.c_str());
}

void TstWeightRegistry::findsScriptNetworks()
{
    const auto missing = findWeights("torchscript:my-net");
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY2(missing.error().detail.find("costfilter weights add my-net.pt") != std::string::npos,
             missing.error().detail.c_str());
    for (const char *name : {"torchscript:", "torchscript:../my-net"})
        QCOMPARE(findWeights(name).error().code, ErrorCode::BadUsage);

    touch(u"share/costfilter/weights/my-net.pt"_s);
    touch(u"given/another.pt"_s);
    touch(u"given/resnet18-f37072fd.pth"_s);
    const auto found = findWeights("torchscript:my-net");
    CF_VERIFY(found);
    QCOMPARE(*found, at(u"share/costfilter/weights/my-net.pt"_s));
    std::vector<std::string> names;
    for (const auto &network : scriptNetworks())
        if (network.path.string().rfind(m_dir->path().toStdString(), 0) == 0)
            names.push_back(network.name);
    QCOMPARE(names, (std::vector<std::string>{"torchscript:another", "torchscript:my-net"}));
}

void TstWeightRegistry::takesTheFirstFolder()
{
    touch(u"share/costfilter/weights/resnet18-f37072fd.pth"_s);
    touch(u"share/costfilter/weights/net.pt"_s);
    CF_VERIFY(findWeights("resnet18"));
    QCOMPARE(*findWeights("resnet18"), at(u"share/costfilter/weights/resnet18-f37072fd.pth"_s));
    touch(u"given/resnet18-f37072fd.pth"_s);
    touch(u"given/net.pt"_s);
    QCOMPARE(*findWeights("resnet18"), at(u"given/resnet18-f37072fd.pth"_s));
    QCOMPARE(*findWeights("torchscript:net"), at(u"given/net.pt"_s));
    for (const auto &network : scriptNetworks())
        if (network.name == "torchscript:net")
            QCOMPARE(network.path, at(u"given/net.pt"_s));
}

QTEST_GUILESS_MAIN(TstWeightRegistry)
#include "tst_weight_registry.moc"
