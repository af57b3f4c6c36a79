#include "core/workflow/resumable_download.h"
#include "tests/result_check.h"
#include "tests/workflow/local_http_server.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::workflow;
using namespace Qt::StringLiterals;

/// A file that comes over a network of every kind.
class TstResumableDownload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void bringsTheWholeFile();
    void goesOnAfterACutConnection();
    void goesOnAfterAnEarlierCall();
    void beginsAnewWhereTheServerKnowsNoRanges();
    void beginsAnewWhereTheFileHasChanged();
    void beginsAnewFromAnotherAddress();
    void beginsAnewWhereThePartIsTooLong();
    void isDoneWhereNothingIsMissing();
    void givesUpWhereTheServerAlwaysBreaksOff();
    void followsARedirect();
    void saysWhatTheServerAnswers();
    void saysWhereNobodyAnswers();
    void refusesAnotherSize();
    void refusesWhatTheDiskCannotHold();
    void keepsThePartWhenCancelled();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QByteArray m_content;
    const QByteArray m_tag = "\"one\"";
    RunContext m_silent;

    fs::path part() const { return m_dir->filePath(u"file.part"_s).toStdString(); }
    DownloadRequest requestOf(const LocalHttpServer &server) const
    {
        DownloadRequest request;
        request.address = server.address("/file");
        request.part = part();
        request.advice = "ask for it";
        return request;
    }
    static QByteArray read(const fs::path &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// As a call leaves it that was killed after `bytes`.
    void leavePart(qsizetype bytes, const std::string &address, const QByteArray &tag) const
    {
        QFile left(part());
        QVERIFY(left.open(QIODevice::WriteOnly) && left.write(m_content.left(bytes)) == bytes);
        QFile origin(fs::path(part().string() + ".origin"));
        QVERIFY(origin.open(QIODevice::WriteOnly));
        origin.write(QByteArray::fromStdString(address) + "\n" + tag + "\n");
    }
};

void TstResumableDownload::init()
{
    for (const char *name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(name); // this computer's own server needs none
    m_dir = std::make_unique<QTemporaryDir>();
    m_content.clear();
    for (int i = 0; i < 700'000; ++i) // several reads
        m_content.append(static_cast<char>(i * 31 % 251));
}

void TstResumableDownload::bringsTheWholeFile()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        return LocalHttpServer::file(request, m_content, m_tag);
    });
    std::vector<Progress> seen;
    RunContext run({}, [&](const Progress &progress) { seen.push_back(progress); });
    auto request = requestOf(server);
    request.officialSize = static_cast<std::uintmax_t>(m_content.size());
    CF_VERIFY(download(request, run));
    QVERIFY(read(part()) == m_content);
    QCOMPARE(server.requests().size(), std::size_t{1});
    QVERIFY(!server.requests().front().headers.contains("range"));
    QCOMPARE(server.requests().front().headers.value("accept-encoding"), QByteArray("identity"));
    QVERIFY(!seen.empty());
    QCOMPARE(seen.back().done, static_cast<std::size_t>(m_content.size()));
    QCOMPARE(seen.back().total, seen.back().done);
    removePart(part());
    QVERIFY(fs::is_empty(m_dir->path().toStdString()));
}

void TstResumableDownload::goesOnAfterACutConnection()
{
    int count = 0;
    LocalHttpServer server([&](const HttpRequest &request) {
        auto answer = LocalHttpServer::file(request, m_content, m_tag);
        if (++count == 1) {
            answer.announcedBytes = answer.body.size();
            answer.body.truncate(300'000);
        }
        return answer;
    });
    CF_VERIFY(download(requestOf(server), m_silent));
    QVERIFY(read(part()) == m_content);
    // Qt itself may have asked once more in between, if it saw the cut before the answer.
    const auto &last = server.requests().back().headers;
    QCOMPARE(last.value("range"), QByteArray("bytes=300000-"));
    QCOMPARE(last.value("if-range"), m_tag);
}

void TstResumableDownload::goesOnAfterAnEarlierCall()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        return LocalHttpServer::file(request, m_content, m_tag);
    });
    leavePart(1000, server.address("/file"), m_tag);
    CF_VERIFY(download(requestOf(server), m_silent));
    QVERIFY(read(part()) == m_content);
    QCOMPARE(server.requests().front().headers.value("range"), QByteArray("bytes=1000-"));
}

void TstResumableDownload::beginsAnewWhereTheServerKnowsNoRanges()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        return LocalHttpServer::file(request, m_content, m_tag, false);
    });
    leavePart(1000, server.address("/file"), m_tag);
    CF_VERIFY(download(requestOf(server), m_silent));
    QVERIFY(read(part()) == m_content);
}

void TstResumableDownload::beginsAnewWhereTheFileHasChanged()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        return LocalHttpServer::file(request, m_content, "\"two\"");
    });
    leavePart(1000, server.address("/file"), m_tag);
    CF_VERIFY(download(requestOf(server), m_silent));
    QVERIFY(read(part()) == m_content);
    QCOMPARE(server.requests().front().headers.value("if-range"), m_tag);
}

void TstResumableDownload::beginsAnewFromAnotherAddress()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        return LocalHttpServer::file(request, m_content, m_tag);
    });
    leavePart(1000, "http://elsewhere/file", m_tag);
    CF_VERIFY(download(requestOf(server), m_silent));
    QVERIFY(read(part()) == m_content);
    QVERIFY(!server.requests().front().headers.contains("range"));
}

void TstResumableDownload::beginsAnewWhereThePartIsTooLong()
{
    const auto shorter = m_content.left(5000);
    LocalHttpServer server(
        [&](const HttpRequest &request) { return LocalHttpServer::file(request, shorter, m_tag); });
    leavePart(6000, server.address("/file"), m_tag);
    CF_VERIFY(download(requestOf(server), m_silent));
    QVERIFY(read(part()) == shorter);
}

void TstResumableDownload::isDoneWhereNothingIsMissing()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        return LocalHttpServer::file(request, m_content, m_tag);
    });
    leavePart(m_content.size(), server.address("/file"), m_tag);
    CF_VERIFY(download(requestOf(server), m_silent));
    QVERIFY(read(part()) == m_content);
    QCOMPARE(server.requests().size(), std::size_t{1});
}

void TstResumableDownload::givesUpWhereTheServerAlwaysBreaksOff()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        auto answer = LocalHttpServer::file(request, m_content, m_tag);
        answer.announcedBytes = answer.body.size();
        answer.body.truncate(request.headers.contains("range") ? 0 : 1000);
        return answer;
    });
    const auto failed = download(requestOf(server), m_silent);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, ErrorCode::Failed);
    QVERIFY2(failed.error().detail.find("goes on") != std::string::npos,
             failed.error().detail.c_str());
    QCOMPARE(read(part()), m_content.left(1000));
}

void TstResumableDownload::followsARedirect()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        if (request.path == "/file")
            return HttpAnswer{302, {"Location: /moved"}, "it has moved", -1};
        return LocalHttpServer::file(request, m_content, m_tag);
    });
    leavePart(1000, server.address("/file"), m_tag);
    CF_VERIFY(download(requestOf(server), m_silent));
    QVERIFY(read(part()) == m_content);
    QCOMPARE(server.requests().size(), std::size_t{2});
    QCOMPARE(server.requests().back().headers.value("range"), QByteArray("bytes=1000-"));
}

void TstResumableDownload::saysWhatTheServerAnswers()
{
    LocalHttpServer server([](const HttpRequest &) {
        return HttpAnswer{404, {}, "no such page", -1};
    });
    const auto failed = download(requestOf(server), m_silent);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, ErrorCode::Failed);
    for (const auto &words : {std::string("404"), server.address("/file"), std::string("ask for")})
        QVERIFY2(failed.error().detail.find(words) != std::string::npos,
                 failed.error().detail.c_str());
    QVERIFY(!fs::exists(part()));
}

void TstResumableDownload::saysWhereNobodyAnswers()
{
    DownloadRequest request;
    {
        const LocalHttpServer gone([](const HttpRequest &) { return HttpAnswer(); });
        request = requestOf(gone);
    }
    const auto failed = download(request, m_silent);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, ErrorCode::Failed);
    for (const auto &words : {request.address, request.advice})
        QVERIFY2(failed.error().detail.find(words) != std::string::npos,
                 failed.error().detail.c_str());
}

void TstResumableDownload::refusesAnotherSize()
{
    LocalHttpServer server([&](const HttpRequest &request) {
        return LocalHttpServer::file(request, m_content, m_tag);
    });
    auto request = requestOf(server);
    request.officialSize = 12345;
    const auto failed = download(request, m_silent);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, ErrorCode::BadFormat);
    QVERIFY2(failed.error().detail.find("700000 bytes instead of 12345") != std::string::npos,
             failed.error().detail.c_str());
    QVERIFY(!fs::exists(part()));
}

void TstResumableDownload::refusesWhatTheDiskCannotHold()
{
    LocalHttpServer server([&](const HttpRequest &) {
        HttpAnswer answer;
        answer.announcedBytes = qint64{1} << 60;
        answer.body = "the beginning";
        return answer;
    });
    const auto failed = download(requestOf(server), m_silent);
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, ErrorCode::DiskFull);
    QVERIFY(!fs::exists(part()));
}

void TstResumableDownload::keepsThePartWhenCancelled()
{
    std::stop_source stop;
    LocalHttpServer server([&](const HttpRequest &request) {
        auto answer = LocalHttpServer::file(request, m_content, m_tag);
        answer.announcedBytes = answer.body.size();
        if (!stop.stop_requested())
            answer.body.truncate(1000);
        return answer;
    });
    RunContext run(stop.get_token(), [&](const Progress &) { stop.request_stop(); });
    QVERIFY_EXCEPTION_THROWN((void)download(requestOf(server), run), Cancelled);
    QCOMPARE(read(part()), m_content.left(1000));
    CF_VERIFY(download(requestOf(server), m_silent)); // once more, and it goes on
    QVERIFY(read(part()) == m_content);
    QCOMPARE(server.requests().back().headers.value("range"), QByteArray("bytes=1000-"));
}

QTEST_GUILESS_MAIN(TstResumableDownload)
#include "tst_resumable_download.moc"
