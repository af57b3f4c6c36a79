#include "ui/dataset/health_panel.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace cf::dataset;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

Dataset tiles()
{
    Dataset dataset{"mvtec-loco", "/set", {{"tile", {}}}, {}};
    for (const char *name : {"/set/a.png", "/set/b.png", "/set/c.png"})
        dataset.categories[0].samples.push_back({name, Split::Test, Label::Defect, "crack", {}});
    dataset.categories[0].samples[0].mask = "/set/mask_a.png";
    dataset.categories[0].samples[1].mask = "/set/masks_b"; // a folder
    return dataset;
}

QStringList linesOf(const HealthPanel &panel)
{
    QStringList lines;
    for (QTreeWidgetItemIterator item(panel.findChild<QTreeWidget *>(u"health"_s)); *item; ++item)
        lines += ((*item)->parent() ? u"- "_s : u""_s) + (*item)->text(0);
    return lines;
}

} // namespace

class TstHealthPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void groupsTheWorstFirst();
    void joinsProblemsOfTheSameWords();
    void findsThePicturesOfMasks();
    void hasOneKeyForOneFault();
    void ignoresAndUndoes();
    void ignoresSeveralAtOnce();
    void heedsAgainWhatIsShownAsIgnored();
    void remembersWhatIsIgnored();
    void takesAStackFromOutside();
    void showsPicturesOfTheChosen();
    void tellsTroubledPicturesFromNotes();
    void listsABoundedNumber();
    void saysThatNothingIsWrong();

private:
    QTreeWidgetItem *line(const QString &start) const
    {
        for (QTreeWidgetItemIterator item(m_panel->findChild<QTreeWidget *>(u"health"_s)); *item;
             ++item)
            if ((*item)->text(0).startsWith(start))
                return *item;
        return nullptr;
    }
    void choose(const QString &start) const
    {
        auto *item = line(start);
        QVERIFY2(item, qPrintable(start));
        item->setSelected(true);
    }
    void press(const char *name) const
    {
        auto *button = m_panel->findChild<QPushButton *>(QLatin1String(name));
        QVERIFY(button && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }

    Dataset m_dataset;
    std::vector<HealthFinding> m_findings;
    std::unique_ptr<HealthPanel> m_panel;
};

void TstHealthPanel::init()
{
    m_dataset = tiles();
    m_dataset.problems = {{"/set/a.png", "it is cut off"}, {"/set/x", "this folder is empty"}};
    m_findings = {
        {HealthKind::Copies, Severity::Note, "tile", {"/set/b.png", "/set/c.png"}, "2 copies"},
        {HealthKind::Copies, Severity::Warning, "tile", {"/set/a.png"}, "3 copies"},
        {HealthKind::Leak, Severity::Serious, "tile", {"/set/c.png"}, "a leak"}};
    m_panel = std::make_unique<HealthPanel>();
    m_panel->setEntries(healthEntries(m_dataset, m_findings), true);
    m_panel->resize(300, 400);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TstHealthPanel::groupsTheWorstFirst()
{
    QCOMPARE(linesOf(*m_panel),
             (QStringList{u"In training and in the test"_s, u"- a leak"_s, u"Files and folders"_s,
                          u"- a.png: it is cut off"_s, u"- x: this folder is empty"_s, u"Copies"_s,
                          u"- 3 copies"_s, u"- 2 copies"_s}));
    QCOMPARE(m_panel->openCount(), 5);
    const auto spoken = line(u"a leak"_s)->data(0, Qt::AccessibleTextRole).toString();
    QVERIFY2(spoken.startsWith(u"Serious"_s), qPrintable(spoken));
}

void TstHealthPanel::joinsProblemsOfTheSameWords()
{
    m_dataset.problems = {{"/set/a.png", "this defect has no mask"},
                          {"/set/x", "this folder is empty"},
                          {"/set/c.png", "this defect has no mask"}};
    const auto entries = healthEntries(m_dataset, {});
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(entries[0].files, (std::vector<std::string>{"/set/a.png", "/set/c.png"}));
    QVERIFY(entries[0].sentence.startsWith(u"2 files: this defect"_s));
    QCOMPARE(entries[1].files.size(), std::size_t{1});
}

void TstHealthPanel::findsThePicturesOfMasks()
{
    m_dataset.problems = {{"/set/mask_a.png", "no pixel"},
                          {"/set/masks_b/000.png", "another size"},
                          {"/set/masks_b", "holds none"},
                          {"/set/x", "empty"}};
    const auto entries = healthEntries(m_dataset, {});
    QCOMPARE(entries.size(), std::size_t{4});
    QCOMPARE(entries[0].pictures, (std::vector<std::string>{"/set/a.png"}));
    QCOMPARE(entries[1].pictures, (std::vector<std::string>{"/set/b.png"}));
    QCOMPARE(entries[2].pictures, (std::vector<std::string>{"/set/b.png"}));
    QVERIFY(entries[3].pictures.empty());
}

void TstHealthPanel::hasOneKeyForOneFault()
{
    QSet<QString> keys;
    const auto entries = healthEntries(m_dataset, m_findings);
    for (const HealthEntry &entry : entries)
        keys += entry.key;
    QCOMPARE(keys.size(), 5);
    for (const HealthEntry &entry : healthEntries(m_dataset, m_findings))
        QVERIFY(keys.contains(entry.key));
}

void TstHealthPanel::ignoresAndUndoes()
{
    QSignalSpy changed(m_panel.get(), &HealthPanel::ignoredChanged);
    choose(u"a leak"_s);
    press("ignore");
    QCOMPARE(m_panel->openCount(), 4);
    QVERIFY(!line(u"a leak"_s));
    QVERIFY(!line(u"In training"_s)); // its group is empty
    QCOMPARE(changed.size(), 1);
    m_panel->undoStack()->undo();
    QVERIFY(line(u"a leak"_s));
    QCOMPARE(m_panel->openCount(), 5);
    m_panel->undoStack()->redo();
    QVERIFY(!line(u"a leak"_s));
}

void TstHealthPanel::ignoresSeveralAtOnce()
{
    choose(u"2 copies"_s);
    choose(u"a.png"_s);
    press("ignore");
    QCOMPARE(m_panel->openCount(), 3);
    m_panel->undoStack()->undo();
    QCOMPARE(m_panel->openCount(), 5);
}

void TstHealthPanel::heedsAgainWhatIsShownAsIgnored()
{
    auto *box = m_panel->findChild<QCheckBox *>(u"showIgnored"_s);
    QVERIFY(!box->isVisible());
    choose(u"2 copies"_s);
    press("ignore");
    QVERIFY(box->isVisible());
    box->setChecked(true);
    choose(u"Ignored: 2 copies"_s);
    press("ignore");
    QVERIFY(line(u"2 copies"_s));
    QCOMPARE(m_panel->openCount(), 5);
    m_panel->undoStack()->undo(); // the heeding
    QCOMPARE(m_panel->openCount(), 4);
}

void TstHealthPanel::remembersWhatIsIgnored()
{
    choose(u"a.png"_s);
    press("ignore");
    m_panel->setEntries({}, false); // another dataset, and back
    m_panel->setEntries(healthEntries(m_dataset, m_findings), true);
    QCOMPARE(m_panel->openCount(), 4);
    HealthPanel other;
    other.setEntries(healthEntries(m_dataset, m_findings), true);
    other.setIgnored(m_panel->ignored());
    QCOMPARE(other.openCount(), 4);
}

void TstHealthPanel::takesAStackFromOutside()
{
    QUndoStack stack;
    m_panel->setUndoStack(&stack);
    choose(u"a leak"_s);
    press("ignore");
    QCOMPARE(stack.count(), 1);
    stack.undo();
    QCOMPARE(m_panel->openCount(), 5);
    m_panel.reset();
    stack.redo(); // the panel is gone: nothing happens
}

void TstHealthPanel::showsPicturesOfTheChosen()
{
    QSignalSpy wanted(m_panel.get(), &HealthPanel::showWanted);
    choose(u"x: this folder"_s);
    QVERIFY(!m_panel->findChild<QPushButton *>(u"showPictures"_s)->isEnabled());
    choose(u"2 copies"_s);
    press("showPictures");
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<std::vector<std::string>>(),
             (std::vector<std::string>{"/set/b.png", "/set/c.png"}));
}

void TstHealthPanel::tellsTroubledPicturesFromNotes()
{
    auto pictures = m_panel->troubledPictures();
    std::sort(pictures.begin(), pictures.end());
    QCOMPARE(pictures, (std::vector<std::string>{"/set/a.png", "/set/a.png", "/set/c.png"}));
    choose(u"a leak"_s);
    press("ignore");
    pictures = m_panel->troubledPictures();
    QVERIFY(std::find(pictures.begin(), pictures.end(), "/set/c.png") == pictures.end());
}

void TstHealthPanel::listsABoundedNumber()
{
    m_dataset.problems.clear();
    for (int i = 0; i < HealthPanel::kMostOfAGroup + 25; ++i)
        m_dataset.problems.push_back({"/set/a.png", "problem " + std::to_string(i)});
    m_panel->setEntries(healthEntries(m_dataset, {}), true);
    const auto lines = linesOf(*m_panel);
    QCOMPARE(lines.size(), HealthPanel::kMostOfAGroup + 2);
    QVERIFY2(lines.back().contains(u"25"_s), qPrintable(lines.back()));
    QCOMPARE(m_panel->openCount(), HealthPanel::kMostOfAGroup + 25);
}

void TstHealthPanel::saysThatNothingIsWrong()
{
    const auto says = [&](const QString &words) {
        for (const QLabel *label : m_panel->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    };
    m_panel->setEntries({}, false);
    QVERIFY(says(u"not been compared"_s));
    m_panel->setEntries({}, true);
    QVERIFY(says(u"Nothing wrong"_s));
    m_panel->setEntries(healthEntries(m_dataset, {}), true);
    QVERIFY(!says(u"Nothing wrong"_s));
}

QTEST_MAIN(TstHealthPanel)
#include "tst_health_panel.moc"
