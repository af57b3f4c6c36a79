#include "tests/translations/catalogue.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace cf::test;
using namespace Qt::StringLiterals;

namespace {

QStringList matches(const QString &pattern, const QString &text)
{
    QStringList found;
    for (auto it = QRegularExpression(pattern).globalMatch(text); it.hasNext();)
        found += it.next().captured();
    found.sort();
    return found;
}

QStringList placeholders(const QString &text)
{
    return matches(u"%(?:L?[1-9]|n)"_s, text);
}

qsizetype mnemonics(const QString &text)
{
    return matches(u"&[^& ]"_s, text).size();
}

QByteArray described(const QString &language, const MessageKey &key, const QString &translation)
{
    return u"%1, %2: \"%3\" as \"%4\""_s.arg(language, key.first, key.second, translation).toUtf8();
}

} // namespace

/// The catalogues against the source code, in every language.
class TstTranslationsComplete : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void holdsEveryText_data() { addLanguages(); }
    void holdsEveryText();
    void translatesEveryText_data() { addLanguages(); }
    void translatesEveryText();
    void keepsPlaceholdersAndSigns_data() { addLanguages(); }
    void keepsPlaceholdersAndSigns();
    void everyLiteralIsCollected();

private:
    static void addLanguages();
    static QString catalogueFile(const QString &language);

    Catalogue m_source; // as lupdate finds it now
};

QString TstTranslationsComplete::catalogueFile(const QString &language)
{
    return QStringLiteral(CF_SOURCE_DIR "/translations/costfilter_%1.ts").arg(language);
}

void TstTranslationsComplete::addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("pluralForms");
    QTest::newRow("en") << u"en"_s << 2;
    QTest::newRow("de") << u"de"_s << 2;
    QTest::newRow("zh_CN") << u"zh_CN"_s << 1;
}

void TstTranslationsComplete::initTestCase()
{
    const QTemporaryDir dir;
    const auto file = dir.filePath(u"source.ts"_s);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(CF_SOURCE_DIR));
    lupdate.start(QStringLiteral(CF_LUPDATE),
                  {u"-silent"_s, u"-I"_s, u"."_s, u"ui"_s, u"app/studio"_s, u"core/workflow"_s, u"-ts"_s, file});
    QVERIFY2(lupdate.waitForFinished(), CF_LUPDATE);
    QCOMPARE(lupdate.exitCode(), 0);
    // Says which texts it could not place; a program would look for them in vain.
    QCOMPARE(QString::fromUtf8(lupdate.readAllStandardError()), QString());
    m_source = readCatalogue(file);
    QVERIFY(m_source.size() > 300);
}

void TstTranslationsComplete::holdsEveryText()
{
    QFETCH(QString, language);
    const auto catalogue = readCatalogue(catalogueFile(language));
    QVERIFY(!catalogue.empty());
    for (const auto &[key, message] : m_source)
        if (message.isPlural || language != u"en"_s)
            QVERIFY2(catalogue.contains(key) && catalogue.at(key).isPlural == message.isPlural,
                     described(language, key, u"nothing: run make translations"_s));
    for (const auto &[key, message] : catalogue)
        QVERIFY2(m_source.contains(key), described(language, key, u"no text any more"_s));
}

void TstTranslationsComplete::translatesEveryText()
{
    QFETCH(QString, language);
    QFETCH(int, pluralForms);
    for (const auto &[key, message] : readCatalogue(catalogueFile(language))) {
        const auto what = described(language, key, message.forms.join(u" / "_s));
        QVERIFY2(message.type.isEmpty(), what + " is " + message.type.toUtf8());
        QVERIFY2(message.forms.size() == (message.isPlural ? pluralForms : 1), what);
        for (const auto &form : message.forms)
            QVERIFY2(!form.trimmed().isEmpty(), what);
    }
}

void TstTranslationsComplete::keepsPlaceholdersAndSigns()
{
    QFETCH(QString, language);
    for (const auto &[key, message] : readCatalogue(catalogueFile(language)))
        for (const auto &form : message.forms) {
            const auto what = described(language, key, form);
            QVERIFY2(placeholders(form) == placeholders(key.second), what);
            QVERIFY2(mnemonics(form) == mnemonics(key.second), what);
            QVERIFY2(form.endsWith(u"..."_s) == key.second.endsWith(u"..."_s), what);
            QVERIFY2(form.startsWith(u' ') == key.second.startsWith(u' ') || language == u"zh_CN"_s,
                     what);
            QVERIFY2(form.count(u'\n') == key.second.count(u'\n'), what);
        }
}

/// lupdate leaves out what it cannot read, without a word: a cast as the count of translate(), a
/// function of its own that is called tr().
void TstTranslationsComplete::everyLiteralIsCollected()
{
    QSet<QString> known;
    for (const auto &[key, message] : m_source)
        known += key.second;
    const QRegularExpression call(
        uR"x(\b(?:(?:tr|QT_TR_NOOP)\(\s*|(?:translate|QT_TRANSLATE_NOOP)\(\s*"[^"]*",\s*)((?:"(?:[^"\\]|\\.)*"\s*)+))x"_s);
    int checked = 0;
    for (const auto *folder : {CF_SOURCE_DIR "/ui", CF_SOURCE_DIR "/app/studio"})
        for (QDirIterator it(QString::fromUtf8(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto code = QString::fromUtf8(file.readAll());
            code.remove(QRegularExpression(u"//.*"_s));
            for (auto match = call.globalMatch(code); match.hasNext(); ++checked) {
                auto text = match.next().captured(1);
                text.remove(QRegularExpression(u"\"\\s*\""_s));
                text = text.trimmed().mid(1).chopped(1);
                text.replace(u"\\n"_s, u"\n"_s).replace(u"\\\""_s, u"\""_s);
                QVERIFY2(known.contains(text), qPrintable(file.fileName() + u": "_s + text));
            }
        }
    QVERIFY(checked >= static_cast<int>(known.size()));
}

QTEST_GUILESS_MAIN(TstTranslationsComplete)
#include "tst_translations_complete.moc"
