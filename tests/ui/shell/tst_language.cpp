#include "core/demo/demo_data.h"
#include "core/engine/backbones.h"
#include "core/engine/train_options.h"
#include "core/imaging/colour_map.h"
#include "tests/result_check.h"
#include "tests/translations/catalogue.h"
#include "tests/ui/shell/every_page.h"
#include "ui/dataset/column_scroll.h"
#include "ui/inspect/inspect_page.h"
#include "ui/jobs/job_model.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRegularExpression>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QTreeView>

#include <set>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

/// Sees each text that the program looks up; translates none.
class LookUps : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        m_seen.insert({QString::fromUtf8(context), QString::fromUtf8(source)});
        return {};
    }
    bool isEmpty() const override { return false; }
    const std::set<test::MessageKey> &seen() const { return m_seen; }

private:
    mutable std::set<test::MessageKey> m_seen;
};

bool holdsAWord(const QString &text)
{
    static const QRegularExpression word(u"\\pL{3}"_s);
    return text.contains(word);
}

QByteArray placeOf(const QObject *object)
{
    QByteArray place = object->metaObject()->className() + (" " + object->objectName().toUtf8());
    if (object->parent())
        place += " in " + QByteArray(object->parent()->metaObject()->className());
    return place;
}

/// What the window says, by place; places without words are left out.
class Texts
{
public:
    explicit Texts(QWidget &window)
    {
        for (auto *action : window.findChildren<QAction *>()) {
            const auto at = action->objectName();
            if (at.isEmpty() || at.startsWith(u"_q_"_s) || at.startsWith(u"language."_s))
                continue; // Qt's own; languages are called in their own words
            add(action, u"text"_s, action->text());
            add(action, u"tip"_s, action->toolTip());
        }
        auto widgets = window.findChildren<QWidget *>();
        widgets.prepend(&window);
        for (auto *widget : widgets)
            if (!widget->objectName().startsWith(u"qt_"_s) && !isPutAway(widget))
                addWidget(*widget);
    }

    struct Text
    {
        QString text;
        QByteArray place;
        QPointer<const QObject> owner; ///< what a page makes anew with its words may be gone
    };
    const std::map<std::pair<const QObject *, QString>, Text> &all() const { return m_texts; }

private:
    /// On a page that is not shown now inside one of the window's pages, with the words of before;
    /// they are made anew when it is shown.
    static bool isPutAway(const QWidget *widget)
    {
        for (; widget; widget = widget->parentWidget())
            if (const auto *stack = qobject_cast<QStackedWidget *>(widget->parentWidget()))
                if (stack->currentWidget() != widget &&
                    stack != stack->window()->findChild<QStackedWidget *>())
                    return true;
        return false;
    }

    void add(const QObject *object, const QString &what, const QString &text)
    {
        if (holdsAWord(text))
            m_texts[{object, what}] = {text, placeOf(object), object};
    }

    void addHeader(const QHeaderView *header)
    {
        if (header && header->model() && !header->isHidden())
            for (int i = 0; i < header->count(); ++i)
                add(header, QString::number(i),
                    header->model()->headerData(i, header->orientation()).toString());
    }

    void addWidget(const QWidget &widget)
    {
        add(&widget, u"title"_s, widget.windowTitle());
        add(&widget, u"tip"_s, widget.toolTip());
        add(&widget, u"accessible"_s, widget.accessibleName());
        add(&widget, u"described"_s, widget.accessibleDescription());
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            add(label, u"text"_s, label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            add(button, u"text"_s, button->text());
        if (const auto *box = qobject_cast<const QGroupBox *>(&widget))
            add(box, u"text"_s, box->title());
        if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
            add(edit, u"placeholder"_s, edit->placeholderText());
        if (const auto *edit = qobject_cast<const QPlainTextEdit *>(&widget))
            add(edit, u"placeholder"_s, edit->placeholderText());
        if (const auto *box = qobject_cast<const QAbstractSpinBox *>(&widget))
            add(box, u"special"_s, box->specialValueText());
        if (const auto *menu = qobject_cast<const QMenu *>(&widget))
            add(menu, u"text"_s, menu->title());
        if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
            for (int i = 0; i < combo->count(); ++i)
                add(combo, QString::number(i), combo->itemText(i));
        if (const auto *tree = qobject_cast<const QTreeView *>(&widget))
            addHeader(tree->header());
        if (const auto *table = qobject_cast<const QTableView *>(&widget)) {
            addHeader(table->horizontalHeader());
            addHeader(table->verticalHeader());
        }
    }

    std::map<std::pair<const QObject *, QString>, Text> m_texts;
};

/// Visible, and not a part of Qt's own making.
bool isSeen(const QWidget &widget)
{
    return widget.isVisible() && !widget.objectName().startsWith(u"qt_"_s);
}

/// Empty when the widget shows all of its text.
QByteArray clippedBy(const QWidget &widget)
{
    QSize wanted = widget.sizeHint();
    if (const auto *column = qobject_cast<const ColumnScroll *>(&widget))
        wanted = {widget.width() + column->widget()->width() - column->viewport()->width(), 0};
    else if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty() || label->metaObject() != &QLabel::staticMetaObject)
            return {}; // a label class of its own shortens its text on purpose
        if (label->wordWrap())
            wanted = {0, label->heightForWidth(label->width())};
    } else if (qobject_cast<const QComboBox *>(&widget)) {
        wanted = widget.minimumSizeHint();
    } else if (!qobject_cast<const QAbstractButton *>(&widget)) {
        return {};
    } else if (widget.hasHeightForWidth()) { // wraps its text
        wanted = {widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())};
    }
    if (wanted.width() <= widget.width() && wanted.height() <= widget.height())
        return {};
    return placeOf(&widget) + " \"" + widget.property("text").toString().toUtf8() + "\" wants " +
           QByteArray::number(wanted.width()) + "x" + QByteArray::number(wanted.height()) +
           ", has " + QByteArray::number(widget.width()) + "x" +
           QByteArray::number(widget.height());
}

} // namespace

/// The whole window in each of its languages.
class TstLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void changesAllTextsAtOnce_data();
    void changesAllTextsAtOnce();
    void looksUpOnlyWhatIsInTheCatalogues();
    void clipsNothing_data() { addLanguages(); }
    void clipsNothing();
    void mnemonicsDifferInEachMenu_data();
    void mnemonicsDifferInEachMenu();
    void mnemonicsDifferOnEachPage_data() { mnemonicsDifferInEachMenu_data(); }
    void mnemonicsDifferOnEachPage();
    void numbersFollow();
    void titlesOfPastJobsFollow();
    void countsInEnglish();
    void isRemembered();

private:
    static void addLanguages();
    void choose(const QString &language);
    void openProject();

    QTemporaryDir m_dir;
    std::string m_run; ///< of the project
    std::unique_ptr<MainWindow> m_window;
    test::Catalogue m_german;
};

void TstLanguage::addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("catalogue");
    QTest::newRow("German") << u"de"_s << u"de"_s;
    QTest::newRow("Chinese") << u"zh"_s << u"zh_CN"_s;
}

void TstLanguage::initTestCase()
{
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.filePath(u"settings"_s));
    demo::DemoOptions options;
    options.trainPerCategory = 4;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(m_dir.filePath(u"pictures"_s).toStdString(), options, run));
    m_run = every_page::makeProject(m_dir.filePath(u"project"_s).toStdString(),
                                    m_dir.filePath(u"pictures"_s).toStdString());
    m_german = test::readCatalogue(QStringLiteral(CF_SOURCE_DIR "/translations/costfilter_de.ts"));
    QVERIFY(!m_german.empty());
}

void TstLanguage::init()
{
    if (!m_window) {
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    if (!m_window->session().dataset())
        m_window->openPath(m_dir.filePath(u"pictures"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), 60000);
    QVERIFY(m_window->session().dataset());
    m_window->actions().action(u"go.start"_s)->trigger();
}

void TstLanguage::openProject()
{
    every_page::open(*m_window, m_dir.filePath(u"project"_s).toStdString(), m_run);
}

void TstLanguage::cleanup()
{
    if (m_window->session().project())
        m_window->session().close();
    applyLanguage(Language::English);
}

void TstLanguage::choose(const QString &language)
{
    m_window->actions().action(u"language."_s + language)->trigger();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

void TstLanguage::changesAllTextsAtOnce_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("catalogue");
    QTest::addColumn<bool>("isOpen");
    for (const bool isOpen : {true, false}) {
        QTest::addRow("German, %s", isOpen ? "pictures" : "nothing")
            << u"de"_s << u"de"_s << isOpen;
        QTest::addRow("Chinese, %s", isOpen ? "pictures" : "nothing")
            << u"zh"_s << u"zh_CN"_s << isOpen;
    }
}

void TstLanguage::changesAllTextsAtOnce()
{
    QFETCH(QString, language);
    QFETCH(QString, catalogue);
    QFETCH(bool, isOpen);
    // The same in both languages, or no language at all.
    QSet<QString> same;
    for (const auto &[key, message] : test::readCatalogue(
             QStringLiteral(CF_SOURCE_DIR "/translations/costfilter_%1.ts").arg(catalogue)))
        if (message.forms.contains(key.second))
            same += key.second;
    for (const auto &category : m_window->session().dataset()->categories)
        same += QString::fromStdString(category.name);
    if (!isOpen)
        m_window->session().close();
    for (const auto map : imaging::kColourMaps)
        same += QString::fromUtf8(imaging::toString(map).data());
    for (const auto *name : {"cpu", "cuda", "I-AUROC", "I-AP", "I-F1max", "P-AUROC", "P-AP",
                             "P-F1max", "AU-PRO", "pictures - CostFilter Studio"})
        same += QString::fromLatin1(name);
    // Values that the command line has under the same names.
    for (const auto &info : engine::backbones())
        same += QString::fromStdString(info.name);
    for (const auto guidance : {engine::Guidance::Both, engine::Guidance::Spatial,
                                engine::Guidance::Matching, engine::Guidance::None})
        same += QString::fromLatin1(engine::toString(guidance));
    for (const auto method : {engine::BaselineMethod::CostVolume, engine::BaselineMethod::PatchCore,
                              engine::BaselineMethod::AnomalyDino})
        same += QString::fromLatin1(engine::toString(method));
    for (const auto *name : {"true", "false", "ssim=0, ..."})
        same += QString::fromLatin1(name);

    choose(u"en"_s);
    const Texts english(*m_window);
    QVERIFY(english.all().size() > 150);
    choose(language);
    const Texts other(*m_window);
    QStringList left;
    for (const auto &[key, said] : english.all()) {
        const auto now = other.all().find(key);
        const auto &text = said.text;
        if (!said.owner || now == other.all().end() || now->second.text != text ||
            same.contains(text.section(u" (--"_s, 0, 0)) || text.startsWith(u"--"_s) ||
            text.contains(m_dir.path()))
            continue;
        left += QString::fromUtf8(said.place) + u": "_s + text;
    }
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));

    choose(u"en"_s);
    const Texts again(*m_window);
    for (const auto &[key, said] : english.all()) {
        const auto now = again.all().find(key);
        QVERIFY2(!said.owner || (now != again.all().end() && now->second.text == said.text),
                 said.place + ": " + said.text.toUtf8());
    }
}

/// A text that is looked up under another context than lupdate wrote stays English for ever.
void TstLanguage::looksUpOnlyWhatIsInTheCatalogues()
{
    LookUps lookUps;
    QVERIFY(QCoreApplication::installTranslator(&lookUps));
    for (const auto *page :
         {"go.start", "go.dataset", "go.templates", "go.train", "go.inspect", "go.analyse",
          "go.runs", "view.jobs", "help.palette", "help.shortcuts", "help.editShortcuts"}) {
        m_window->actions().action(QLatin1String(page))->trigger();
        QCoreApplication::processEvents();
    }
    QCoreApplication::removeTranslator(&lookUps);
    m_window->actions().action(u"view.jobs"_s)->trigger(); // hides them again
    QVERIFY(lookUps.seen().size() > 150);
    for (const auto &key : lookUps.seen())
        if (!key.first.startsWith(u'Q') && !key.second.isEmpty())
            QVERIFY2(m_german.contains(key), qPrintable(key.first + u": "_s + key.second));
}

void TstLanguage::clipsNothing()
{
    QFETCH(QString, language);
    choose(language);
    openProject();
    QStringList clipped;
    auto *pages = m_window->findChild<QStackedWidget *>();
    const auto look = [&] {
        for (const auto &stop : every_page::kStops) {
            every_page::goTo(*m_window, stop);
            for (const auto *widget : pages->currentWidget()->findChildren<QWidget *>())
                if (isSeen(*widget))
                    if (const auto sentence = clippedBy(*widget); !sentence.isEmpty())
                        clipped += QString::fromUtf8(stop.name() + ": " + sentence);
        }
    };
    look();
    m_window->session().close();
    look();
    QCOMPARE(m_window->size(), QSize(1280, 800));
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
}

void TstLanguage::mnemonicsDifferInEachMenu_data()
{
    addLanguages();
    QTest::newRow("English") << u"en"_s << u"en"_s;
}

void TstLanguage::mnemonicsDifferInEachMenu()
{
    QFETCH(QString, language);
    choose(language);
    for (const auto *menu : m_window->findChildren<QMenu *>()) {
        QStringList seen;
        for (const auto *action : menu->actions()) {
            const auto mnemonic = QKeySequence::mnemonic(action->text()).toString();
            QVERIFY2(mnemonic.isEmpty() || !seen.contains(mnemonic),
                     qPrintable(menu->title() + u": "_s + action->text()));
            seen += mnemonic;
        }
    }
}

void TstLanguage::mnemonicsDifferOnEachPage()
{
    QFETCH(QString, language);
    choose(language);
    openProject();
    QStringList twice;
    auto *pages = m_window->findChild<QStackedWidget *>();
    for (const auto &stop : every_page::kStops) {
        every_page::goTo(*m_window, stop);
        QHash<QString, QString> seen;
        const auto take = [&](const QString &text) {
            const auto keys = QKeySequence::mnemonic(text).toString();
            if (keys.isEmpty())
                return;
            if (const auto before = seen.constFind(keys); before != seen.constEnd())
                twice += QString::fromUtf8(stop.name()) + u": "_s + *before + u", "_s + text;
            seen.insert(keys, text);
        };
        for (const auto *action : m_window->menuBar()->actions())
            take(action->text());
        for (const auto *widget : pages->currentWidget()->findChildren<QWidget *>()) {
            if (!isSeen(*widget))
                continue;
            const auto *label = qobject_cast<const QLabel *>(widget);
            if (qobject_cast<const QAbstractButton *>(widget) || (label && label->buddy()))
                take(widget->property("text").toString());
        }
    }
    QVERIFY2(twice.isEmpty(), qPrintable(twice.join(u'\n')));
}

void TstLanguage::numbersFollow()
{
    auto *box = m_window->inspectPage().findChild<QDoubleSpinBox *>();
    QVERIFY(box);
    choose(u"de"_s);
    QVERIFY2(box->text().contains(u','), qPrintable(box->text()));
    QCOMPARE(u"%L1"_s.arg(1234567), u"1.234.567"_s);
    choose(u"en"_s);
    QVERIFY2(box->text().contains(u'.'), qPrintable(box->text()));
    QCOMPARE(u"%L1"_s.arg(1234567), u"1,234,567"_s);
}

void TstLanguage::titlesOfPastJobsFollow()
{
    auto *job = m_window->jobs().jobs().front();
    QVERIFY(job->isOver());
    const JobModel model(&m_window->jobs());
    const auto shown = [&] {
        return model.index(model.rowCount() - 1, JobModel::Title).data().toString();
    };
    choose(u"en"_s);
    QVERIFY2(shown().startsWith(u"Read "_s), qPrintable(shown()));
    choose(u"de"_s);
    QVERIFY2(shown().endsWith(u" lesen"_s), qPrintable(shown()));
    QCOMPARE(job->title(), shown());
}

void TstLanguage::countsInEnglish()
{
    choose(u"en"_s);
    QCOMPARE(QCoreApplication::translate("cf::ui::DatasetHead", "%n pictures", nullptr, 1),
             u"1 picture"_s);
    QCOMPARE(QCoreApplication::translate("cf::ui::DatasetHead", "%n pictures", nullptr, 2),
             u"2 pictures"_s);
}

void TstLanguage::isRemembered()
{
    choose(u"de"_s);
    QVERIFY(savedLanguage() == Language::German);
    m_window.reset();
    applyLanguage(Language::English);
    m_window = std::make_unique<MainWindow>();
    QCOMPARE(m_window->actions().action(u"go.dataset"_s)->text(), u"Datensatz"_s);
    QVERIFY(m_window->actions().action(u"language.de"_s)->isChecked());
    QVERIFY(languageFrom(u"klingon"_s) == Language::System);
}

QTEST_MAIN(TstLanguage)
#include "tst_language.moc"
