#pragma once

#include <QFile>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

#include <map>
#include <utility>

namespace cf::test {

/// One text of a .ts file.
struct Message
{
    QStringList forms; ///< the translation; several for a text with %n
    QString type;      ///< "unfinished", "vanished", "obsolete"; empty: done
    bool isPlural = false;
};

/// Context and source, as written.
using MessageKey = std::pair<QString, QString>;
using Catalogue = std::map<MessageKey, Message>;

/// Empty when the file is not there or is no catalogue.
inline Catalogue readCatalogue(const QString &path)
{
    Catalogue catalogue;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return catalogue;
    QXmlStreamReader xml(&file);
    QString context, source;
    Message message;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        const auto name = xml.name();
        if (token == QXmlStreamReader::StartElement) {
            if (name == QLatin1String("name"))
                context = xml.readElementText();
            else if (name == QLatin1String("message"))
                message = {{},
                           {},
                           xml.attributes().value(QLatin1String("numerus")) ==
                               QLatin1String("yes")};
            else if (name == QLatin1String("source"))
                source = xml.readElementText();
            else if (name == QLatin1String("translation")) {
                message.type = xml.attributes().value(QLatin1String("type")).toString();
                if (!message.isPlural)
                    message.forms = {xml.readElementText()};
            } else if (name == QLatin1String("numerusform"))
                message.forms += xml.readElementText();
        } else if (token == QXmlStreamReader::EndElement && name == QLatin1String("message")) {
            catalogue[{context, source}] = message;
        }
    }
    return xml.hasError() ? Catalogue() : catalogue;
}

} // namespace cf::test
