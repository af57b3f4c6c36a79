#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <string>
#include <vector>

/// What a client asked for.
struct HttpRequest
{
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
};

/// What it gets. A body shorter than the length it announces breaks the connection off.
struct HttpAnswer
{
    int status = 200;
    QList<QByteArray> headers; ///< "Name: value"
    QByteArray body;
    qint64 announcedBytes = -1; ///< -1 = as long as the body is
};

/// One answer a connection, on a free port of this computer, in the thread that made it.
class LocalHttpServer
{
public:
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;

    explicit LocalHttpServer(Handler handler) : m_handler(std::move(handler))
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (auto *socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [this, socket] { serve(*socket); });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    std::string address(const std::string &path = {}) const
    {
        return "http://127.0.0.1:" + std::to_string(m_server.serverPort()) + path;
    }
    const std::vector<HttpRequest> &requests() const { return m_requests; }

    /// A file as servers with and without ranges hand it out.
    static HttpAnswer file(const HttpRequest &request, const QByteArray &content,
                           const QByteArray &tag, bool knowsRanges = true)
    {
        HttpAnswer answer;
        answer.body = content;
        answer.headers = {"ETag: " + tag};
        const auto range = request.headers.value("range");
        const auto wanted = request.headers.value("if-range", tag);
        if (!knowsRanges || range.isEmpty() || wanted != tag)
            return answer;
        const auto total = QByteArray::number(content.size());
        const auto first = range.mid(6, range.size() - 7).toLongLong(); // bytes=FIRST-
        if (first >= content.size())
            return {416, {"Content-Range: bytes */" + total}, {}, -1};
        answer.status = 206;
        answer.body = content.mid(first);
        answer.headers.append("Content-Range: bytes " + QByteArray::number(first) + "-" +
                              QByteArray::number(content.size() - 1) + "/" + total);
        return answer;
    }

private:
    void serve(QTcpSocket &socket)
    {
        auto &text = m_received[&socket];
        text += socket.readAll();
        if (!text.contains("\r\n\r\n"))
            return;
        HttpRequest request;
        const auto lines = m_received.take(&socket).trimmed().split('\n');
        request.path = lines.first().split(' ').value(1);
        for (const auto &line : lines.mid(1)) {
            const auto colon = line.indexOf(':');
            request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        }
        m_requests.push_back(request);
        const auto answer = m_handler(request);
        const auto length = answer.announcedBytes < 0 ? answer.body.size() : answer.announcedBytes;
        socket.write("HTTP/1.1 " + QByteArray::number(answer.status) +
                     " status\r\nConnection: close\r\nContent-Length: " +
                     QByteArray::number(length) + "\r\n");
        for (const auto &header : answer.headers)
            socket.write(header + "\r\n");
        socket.write("\r\n" + answer.body);
        socket.disconnectFromHost(); // once all is written
    }

    QTcpServer m_server;
    Handler m_handler;
    QHash<QTcpSocket *, QByteArray> m_received;
    std::vector<HttpRequest> m_requests;
};
