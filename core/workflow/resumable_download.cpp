#include "core/workflow/resumable_download.h"

#include "core/base/atomic_file.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <fstream>
#include <memory>
#include <optional>
#include <thread>

namespace cf::workflow {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

constexpr int kRetries = 3; // without a byte in between
constexpr auto kRetryPause = 500ms;
constexpr auto kStopInterval = 100ms; // how long a wish to stop may go unheard
constexpr auto kIdleLimit = 30s;      // a connection that brings nothing for so long is dead
constexpr qint64 kBufferBytes = 1 << 20;
constexpr std::uintmax_t kSpareBytes = 16 << 20; // left free on the disk

/// The environment's http_proxy and its like, without a change to the whole program.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxyForQuery(query);
    }
};

/// What a part is the beginning of.
struct Origin
{
    std::string address, validator; ///< ETag or date; empty when the server gave none
};

fs::path originOf(const fs::path &part)
{
    return fs::path(part.string() + ".origin");
}

Origin readOrigin(const fs::path &part)
{
    Origin origin;
    std::ifstream in(originOf(part));
    std::getline(in, origin.address);
    std::getline(in, origin.validator);
    return origin;
}

std::uintmax_t sizeOf(const fs::path &file)
{
    std::error_code failed;
    const auto bytes = fs::file_size(file, failed);
    return failed ? 0 : bytes;
}

std::optional<std::uintmax_t> number(const QByteArray &text)
{
    std::uintmax_t value = 0;
    const auto *end = text.constData() + text.size();
    const auto [stop, error] = std::from_chars(text.constData(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

/// Content-Range: "bytes FIRST-LAST/TOTAL" or "bytes */TOTAL".
struct ContentRange
{
    std::optional<std::uintmax_t> first, total;
};

ContentRange contentRange(const QNetworkReply &reply)
{
    auto text = reply.rawHeader("Content-Range");
    if (!text.startsWith("bytes "))
        return {};
    text = text.mid(6);
    const auto slash = text.indexOf('/');
    const auto dash = text.indexOf('-');
    return {dash < 0 ? std::nullopt : number(text.left(dash)),
            slash < 0 ? std::nullopt : number(text.mid(slash + 1))};
}

/// What If-Range may hold: a weak ETag does not promise the same bytes.
std::string validatorOf(const QNetworkReply &reply)
{
    const auto tag = reply.rawHeader("ETag").trimmed();
    if (tag.startsWith('"'))
        return tag.toStdString();
    return reply.rawHeader("Last-Modified").trimmed().toStdString();
}

/// Sleeps in the event loop until there is something to do or to ask.
void waitFor(QNetworkReply &reply)
{
    if (reply.isFinished() || reply.bytesAvailable() > 0)
        return;
    QEventLoop loop;
    QObject::connect(&reply, &QNetworkReply::readyRead, &loop, &QEventLoop::quit);
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(kStopInterval, &loop, &QEventLoop::quit);
    loop.exec();
}

enum class Ending { Complete, Broken, Useless };

/// One connection. Nothing is thrown through Qt: it runs only inside of waitFor().
class Attempt
{
public:
    Attempt(QNetworkAccessManager &manager, const DownloadRequest &request)
        : m_request(request), m_have(sizeOf(request.part))
    {
        const auto origin = readOrigin(request.part);
        if (origin.address != request.address)
            m_have = 0;
        QNetworkRequest http(QUrl(QString::fromStdString(request.address)));
        http.setRawHeader("Accept-Encoding", "identity"); // else Qt unpacks and ranges do not fit
        if (!request.accept.empty())
            http.setRawHeader("Accept", QByteArray::fromStdString(request.accept));
        http.setTransferTimeout(std::chrono::milliseconds(kIdleLimit).count());
        if (m_have > 0) {
            http.setRawHeader("Range", "bytes=" + QByteArray::number(qulonglong(m_have)) + "-");
            if (!origin.validator.empty())
                http.setRawHeader("If-Range", QByteArray::fromStdString(origin.validator));
        }
        m_reply.reset(manager.get(http));
        m_reply->setReadBufferSize(kBufferBytes);
    }

    bool broughtBytes() const { return m_received > 0; }

    Result<Ending> run(RunContext &run)
    {
        while (true) {
            waitFor(*m_reply);
            const bool isFinished = m_reply->isFinished();
            if (!m_out.is_open() && hasAnswer()) {
                CF_ASSIGN_OR_RETURN(const auto ending, begin(run));
                if (ending)
                    return *ending;
            }
            const auto before = m_received;
            CF_RETURN_IF_ERROR(takeBytes());
            if (m_received > before)
                run.step({m_request.stage, static_cast<std::size_t>(m_received),
                          static_cast<std::size_t>(m_toCome)});
            else if (run.stopRequested())
                throw Cancelled();
            if (isFinished)
                return finish();
        }
    }

private:
    int status() const
    {
        return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    /// Not that of a redirect, which Qt follows.
    bool hasAnswer() const
    {
        const int code = status();
        return code >= 200 && (code < 300 || code >= 400) &&
               (m_reply->isFinished() || m_reply->bytesAvailable() > 0);
    }

    Error unreachable(const std::string &reason) const
    {
        return Error::make(ErrorCode::Failed, "Cannot fetch " + m_request.address + " (" + reason +
                                                  ")" + (m_request.advice.empty() ? "" : "; ") +
                                                  m_request.advice + ".");
    }

    /// Opens the part for what the answer brings. An ending if nothing is to be read.
    Result<std::optional<Ending>> begin(RunContext &run)
    {
        const auto range = contentRange(*m_reply);
        std::optional<std::uintmax_t> total;
        if (status() == 416) // nothing lies behind what we have
            return std::optional(range.total == m_have && m_have > 0 ? Ending::Complete
                                                                     : Ending::Useless);
        if (status() == 206) {
            if (range.first != m_have)
                return std::optional(Ending::Useless);
            total = range.total;
        } else if (status() == 200) {
            m_have = 0;
            total = number(m_reply->rawHeader("Content-Length"));
        } else {
            return unreachable("the server answers with HTTP status " + std::to_string(status()));
        }
        if (total && m_request.officialSize > 0 && *total != m_request.officialSize) {
            removePart(m_request.part);
            return Error::make(
                ErrorCode::BadFormat,
                "What lies at " + m_request.address + " is not the official file: " + "it has " +
                    std::to_string(*total) + " bytes instead of " +
                    std::to_string(m_request.officialSize) + "; " + m_request.advice + ".");
        }
        m_toCome = total ? *total - std::min(m_have, *total) : 0;
        CF_RETURN_IF_ERROR(checkSpace());
        CF_RETURN_IF_ERROR(writeFileAtomically(
            originOf(m_request.part), m_request.address + "\n" + validatorOf(*m_reply) + "\n"));
        if (m_have > 0)
            run.log(LogLevel::Info,
                    "Going on after the first " + std::to_string(m_have / 1'000'000) + " MB.");
        m_out.open(m_request.part,
                   std::ios::binary | (m_have > 0 ? std::ios::app : std::ios::trunc));
        if (!m_out)
            return notWritten();
        return std::optional<Ending>();
    }

    Result<void> checkSpace() const
    {
        std::error_code failed; // a file system that does not tell is tried
        const auto space = fs::space(m_request.part.parent_path(), failed);
        if (failed || m_toCome == 0 || space.available >= m_toCome + kSpareBytes)
            return {};
        return Error::make(ErrorCode::DiskFull,
                           "The disk of " + m_request.part.parent_path().string() + " has " +
                               std::to_string(space.available / 1'000'000) + " MB free, and " +
                               std::to_string((m_toCome + kSpareBytes) / 1'000'000) +
                               " MB are needed; free some space and try again.");
    }

    Error notWritten() const
    {
        return Error::make(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::ReadOnly,
                           "Cannot write " + m_request.part.string() +
                               "; see that the folder may be written and the disk has space.");
    }

    Result<void> takeBytes()
    {
        std::array<char, 1 << 16> block{};
        for (qint64 count = 1; count > 0;) {
            count = m_reply->read(block.data(), block.size());
            if (count <= 0 || !m_out.is_open()) // the page that comes with a redirect
                continue;
            if (!m_out.write(block.data(), count))
                return notWritten();
            m_received += static_cast<std::uintmax_t>(count);
        }
        return {};
    }

    Result<Ending> finish()
    {
        const bool isWhole = m_toCome == 0 || m_received == m_toCome;
        if (!m_out.is_open())
            return unreachable(m_reply->errorString().toStdString());
        m_out.close();
        if (!m_out)
            return notWritten();
        if (m_toCome > 0 && m_received > m_toCome)
            return Ending::Useless; // some of it came twice
        return m_reply->error() == QNetworkReply::NoError && isWhole ? Ending::Complete
                                                                     : Ending::Broken;
    }

    const DownloadRequest &m_request;
    std::unique_ptr<QNetworkReply> m_reply;
    std::ofstream m_out; ///< open once there is an answer to be kept
    std::uintmax_t m_have, m_toCome = 0, m_received = 0;
};

void pause(RunContext &run)
{
    for (auto waited = 0ms; waited < kRetryPause; waited += kStopInterval) {
        std::this_thread::sleep_for(kStopInterval);
        if (run.stopRequested())
            throw Cancelled();
    }
}

} // namespace

void removePart(const fs::path &part)
{
    std::error_code ignored; // there may be nothing to remove
    fs::remove(part, ignored);
    fs::remove(originOf(part), ignored);
}

Result<void> download(const DownloadRequest &request, RunContext &run)
{
    QNetworkAccessManager manager;
    manager.setProxyFactory(new SystemProxies); // which the manager owns
    int retries = 0;
    bool hasRestarted = false;
    while (true) {
        Attempt attempt(manager, request);
        CF_ASSIGN_OR_RETURN(const auto ending, attempt.run(run));
        if (ending == Ending::Complete)
            return {};
        retries = attempt.broughtBytes() ? 0 : retries + 1;
        if (ending == Ending::Useless && !hasRestarted) {
            removePart(request.part);
            hasRestarted = true;
            continue;
        }
        if (ending == Ending::Useless || retries > kRetries)
            return Error::make(ErrorCode::Failed,
                               "The download of " + request.address + " broke off after " +
                                   std::to_string(sizeOf(request.part)) +
                                   " bytes; the same command goes on from there.");
        pause(run);
    }
}

} // namespace cf::workflow
