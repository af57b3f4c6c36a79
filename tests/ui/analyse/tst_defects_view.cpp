#include "ui/analyse/defects_view.h"

#include "core/imaging/map_file.h"
#include "core/store/project.h"
#include "core/workflow/project_annotations.h"
#include "ui/analyse/location_map_view.h"
#include "ui/analyse/picture_table.h"
#include "ui/analyse/size_table.h"
#include "ui/dataset/message_pane.h"
#include "ui/plots/size_plot.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>

#include <fstream>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

namespace {

constexpr int kLoadMs = 60000;

void paint(const fs::path &file, QSize size, const QColor &ground, const std::vector<QRect> &marked,
           const QColor &mark)
{
    fs::create_directories(file.parent_path());
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(ground);
    QPainter painter(&picture);
    for (const auto &place : marked)
        painter.fillRect(place, mark);
    painter.end();
    picture.save(QString::fromStdString(file.string()));
}

} // namespace

/// Where defects sit, as a user looks at it.
class TstDefectsView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void readsOnceItIsSeen();
    void showsTheMapOfACategory();
    void aCellListsItsPictures();
    void keysWalkOverTheMap();
    void aBarListsItsPictures();
    void aKindAlone();
    void tellsSizesByKind();
    void showsWhatWasDrawn();
    void saysWhyThereIsNothing();
    void readsAnew();
    void exportsAllThree();
    void speaksTheLanguageOfTheMoment();

private:
    void open()
    {
        m_view->setRun(m_project, m_run);
        m_view->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_view->locations(), kLoadMs);
    }
    QComboBox &box(const char *name)
    {
        return *m_view->findChild<QComboBox *>(QLatin1String(name));
    }
    QString label(const char *name)
    {
        return m_view->findChild<QLabel *>(QLatin1String(name))->text();
    }
    QString message()
    {
        for (const auto *one : m_view->findChildren<QLabel *>(u"message"_s))
            if (one->isVisible())
                return one->text();
        return {};
    }
    QStringList names()
    {
        QStringList names;
        for (const auto &path : m_view->pictures().paths())
            names += QFileInfo(path).baseName();
        names.sort();
        return names;
    }

    QTemporaryDir m_dir;
    fs::path m_project;
    std::string m_run;
    store::Id m_datasetId = 0;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<DefectsView> m_view;
};

void TstDefectsView::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    const auto folder = fs::path(m_dir.path().toStdString());
    m_project = folder / "project";
    const auto root = folder / "pictures";
    auto project = store::Project::create(m_project).orThrow();
    store::Dataset dataset{0, "parts", root, "mvtec-ad", "", {}};
    store::Evaluation evaluation;
    const auto add = [&](const char *category, const char *kind, const char *name, QSize size,
                         const std::vector<QRect> &marked) {
        if (dataset.categories.empty() || dataset.categories.back().name != category)
            dataset.categories.emplace_back().name = category;
        store::Image image;
        image.path = fs::path(category) / "test" / kind / name;
        image.kind = kind;
        image.defective = !marked.empty();
        paint(root / image.path, size, QColor(90, 110, 130), marked, QColor(40, 40, 40));
        if (!marked.empty()) {
            image.mask = fs::path(category) / "ground_truth" / kind / name;
            paint(root / *image.mask, size, Qt::black, marked, Qt::white);
        }
        dataset.categories.back().images.push_back(image);
        store::ImageScore score;
        score.category = category;
        score.path = image.path;
        score.defective = image.defective;
        score.kind = kind;
        score.fused = marked.empty() ? 1.0 : 6.0;
        evaluation.scores.push_back(score);
    };
    add("bolt", "good", "g0.png", {128, 64}, {});
    add("bolt", "scratch", "s0.png", {128, 64}, {{0, 0, 40, 2}, {100, 50, 20, 2}});
    add("bolt", "scratch", "s1.png", {256, 128}, {{0, 0, 80, 4}});
    add("bolt", "hole", "h0.png", {128, 64}, {{60, 30, 8, 8}});
    add("nut", "good", "g0.png", {64, 64}, {});
    m_datasetId = project.saveDataset(dataset).orThrow();
    evaluation.datasetId = m_datasetId;
    evaluation.runId = project.createRun({}).orThrow();
    evaluation.startedUtc = evaluation.endedUtc = "2024-05-01T12:00:00.000Z";
    project.saveEvaluation(evaluation).orThrow();
    m_run = std::to_string(evaluation.runId);
}

void TstDefectsView::init()
{
    m_view.reset();
    m_runner = std::make_unique<JobRunner>();
    m_view = std::make_unique<DefectsView>(m_runner.get());
    m_view->resize(1200, 720);
}

void TstDefectsView::readsOnceItIsSeen()
{
    m_view->setRun(m_project, m_run);
    QVERIFY(m_runner->jobs().empty());
    m_view->show();
    QVERIFY(message().contains(u"Finding"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_view->locations(), kLoadMs);
    QTRY_VERIFY(message().isEmpty());
}

void TstDefectsView::showsTheMapOfACategory()
{
    open();
    QCOMPARE(box("defectCategory").currentText(), u"bolt"_s);
    QCOMPARE(label("defectFacts"), u"Areas: 4 · pictures: 3 of 4"_s);
    QCOMPARE(names(), QStringList({u"h0"_s, u"s0"_s, u"s1"_s}));
    // Two of three pictures are scratched in the upper left corner: 2 by 2 pixels a cell.
    const auto shares = workflow::locationMap(m_view->locations()->at(0));
    QVERIFY(std::abs(shares.at<float>(0, 0) - 2.0F / 3) < 1e-6F);
    QVERIFY(m_view->map().cellText(0).contains(u"66.7 %"_s));
    // It is drawn: bright there, dark where nothing is.
    QTRY_VERIFY(m_view->map().width() > 200);
    const auto seen = m_view->map().grab().toImage();
    const auto bright = seen.pixelColor(m_view->map().middleOf(2));
    const auto dark = seen.pixelColor(m_view->map().middleOf(10 * 64 + 40));
    QVERIFY2(bright.lightness() > dark.lightness() + 60,
             qPrintable(bright.name() + u' ' + dark.name()));
}

void TstDefectsView::aCellListsItsPictures()
{
    open();
    auto &map = m_view->map();
    const std::uint32_t corner = 1; // the scratches' own corner
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.middleOf(corner));
    QVERIFY(map.chosenCell() == corner);
    QCOMPARE(names(), QStringList({u"s0"_s, u"s1"_s}));
    QVERIFY(label("defectWhy").contains(u"2–3 %"_s));
    QVERIFY(label("defectWhy").endsWith(u": 2"_s));
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.middleOf(corner)); // lets it go
    QVERIFY(!map.chosenCell());
    QCOMPARE(names().size(), 3);
    QSignalSpy wanted(m_view.get(), &DefectsView::pictureWanted);
    m_view->pictures().setCurrentIndex(m_view->pictures().model()->index(0, 0));
    m_view->pictures().setFocus();
    QTest::keyClick(&m_view->pictures(), Qt::Key_Return);
    QTRY_COMPARE(wanted.size(), 1);
}

void TstDefectsView::keysWalkOverTheMap()
{
    open();
    auto &map = m_view->map();
    map.setFocus();
    for (int i = 0; i < 70; ++i) { // to the edge and no further
        QTest::keyClick(&map, Qt::Key_Left);
        QTest::keyClick(&map, Qt::Key_Up);
    }
    QTest::keyClick(&map, Qt::Key_Right);
    QVERIFY(map.accessibleDescription().contains(u"2–3 % from the left, 0–3 % from the top"_s));
    QTest::keyClick(&map, Qt::Key_Space);
    QVERIFY(map.chosenCell() == std::uint32_t{1});
    QCOMPARE(names(), QStringList({u"s0"_s, u"s1"_s}));
    QTest::keyClick(&map, Qt::Key_Down);
    QTest::keyClick(&map, Qt::Key_Return);
    QVERIFY(map.chosenCell() == std::uint32_t{65});
    QTest::keyClick(&map, Qt::Key_Escape);
    QVERIFY(!map.chosenCell());
}

void TstDefectsView::aBarListsItsPictures()
{
    open();
    auto &sizes = m_view->sizes();
    QVERIFY(!sizes.isEmpty());
    sizes.setFocus();
    QTest::keyClick(&sizes, Qt::Key_Right); // the smallest: 40 px
    QCOMPARE(sizes.chosenBin().value(), std::size_t(0));
    QCOMPARE(names(), QStringList{u"s0"_s});
    QTest::keyClick(&sizes, Qt::Key_Escape);
    QTest::keyClick(&sizes, Qt::Key_Left); // the largest: 320 px
    QCOMPARE(names(), QStringList{u"s1"_s});
    QTest::mouseClick(&m_view->map(), Qt::LeftButton, {}, m_view->map().middleOf(1));
    QVERIFY(!sizes.chosenBin()); // one of both
    box("sizeMeasure").setCurrentIndex(1);
    sizes.setFocus();
    QTest::keyClick(&sizes, Qt::Key_Right); // the least long
    QCOMPARE(names(), QStringList{u"h0"_s});
    QTRY_VERIFY(sizes.middleOf(0).x() > 0);
    const auto place = sizes.middleOf(23); // the longest: 20 times
    auto *plot = sizes.childAt(place);
    QVERIFY(plot);
    QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(&sizes, place));
    QCOMPARE(names(), QStringList({u"s0"_s, u"s1"_s}));
}

void TstDefectsView::aKindAlone()
{
    open();
    box("defectKind").setCurrentText(u"hole"_s);
    QCOMPARE(names(), QStringList{u"h0"_s});
    QVERIFY(m_view->map().cellText(0).contains(u"0.0 % of 1 picture"_s));
    Q_EMIT m_view->table().kindActivated(u"scratch"_s);
    QCOMPARE(box("defectKind").currentText(), u"scratch"_s);
    QCOMPARE(names(), QStringList({u"s0"_s, u"s1"_s}));
}

void TstDefectsView::tellsSizesByKind()
{
    open();
    const auto text = m_view->table().text(CopyTable::CopyAs::Csv);
    QCOMPARE(m_view->table().rowCount(), 3);
    QVERIFY2(text.contains(u"hole"_s) && text.contains(u"64 (64–64)"_s), qPrintable(text));
    QVERIFY(text.contains(u"1.00 (1.00–1.00)"_s));
    QVERIFY(text.contains(u"80 (60–200)"_s)); // of 40, 80 and 320
}

void TstDefectsView::showsWhatWasDrawn()
{
    open();
    m_view->setSource(workflow::DefectSource::Drawn);
    QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"Nothing is drawn"_s), kLoadMs);
    {
        auto project = store::Project::open(m_project).orThrow();
        annotation::Annotation drawn;
        drawn.imageSize = {128, 64};
        annotation::Shape shape;
        shape.kind = annotation::ShapeKind::Rectangle;
        shape.label = "dent";
        shape.points = {{10, 10}, {40, 20}};
        drawn.shapes.push_back(shape);
        project
            .saveAnnotation(
                workflow::replacement({m_datasetId, "bolt", "bolt/test/good/g0.png"}, drawn))
            .orThrow();
    }
    m_view->findChild<QPushButton *>(u"readDefectsAgain"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(label("defectFacts"), u"Areas: 1 · pictures: 1 of 1"_s, kLoadMs);
    QCOMPARE(names(), QStringList{u"g0"_s});
    QCOMPARE(box("defectKind").itemText(1), u"dent"_s);
    auto project = store::Project::open(m_project).orThrow();
    store::AnnotationChange none;
    none.picture = {m_datasetId, "bolt", "bolt/test/good/g0.png"};
    none.widthPx = 128;
    none.heightPx = 64;
    none.extraJson = "{}";
    none.replacesAll = true;
    project.saveAnnotation(none).orThrow();
}

void TstDefectsView::saysWhyThereIsNothing()
{
    open();
    box("defectCategory").setCurrentText(u"nut"_s);
    QVERIFY(message().contains(u"another source"_s));
    QVERIFY(!m_view->findChild<QPushButton *>(u"saveDefects"_s)->isEnabled());
    m_view->setRun(m_project, "99");
    QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"99"_s), kLoadMs);
    m_view->setRun({}, {});
    QTRY_VERIFY(message().contains(u"no pictures"_s));
}

void TstDefectsView::readsAnew()
{
    open();
    const auto before = m_view->locations();
    auto *again = m_view->findChild<QPushButton *>(u"readDefectsAgain"_s);
    again->click();
    QVERIFY(message().isEmpty()); // what is shown stays meanwhile
    QTRY_VERIFY_WITH_TIMEOUT(m_view->locations() && m_view->locations() != before, kLoadMs);
    QCOMPARE(names().size(), 3);
}

void TstDefectsView::exportsAllThree()
{
    open();
    QSignalSpy said(m_view.get(), &DefectsView::said);
    const auto folder = fs::path(m_dir.path().toStdString());
    for (const char *name : {"out.csv", "out.png", "out.tiff"}) {
        said.clear();
        m_view->save(folder / name);
        QTRY_COMPARE_WITH_TIMEOUT(said.size(), 1, kLoadMs);
        QVERIFY(fs::file_size(folder / name) > 0);
    }
    const auto map = imaging::loadMap(folder / "out.tiff").orThrow();
    QCOMPARE(cv::norm(map, workflow::locationMap(m_view->locations()->at(0)), cv::NORM_INF), 0.0);
    std::ifstream table(folder / "out.csv");
    QCOMPARE(std::count(std::istreambuf_iterator<char>(table), {}, '\n'), 1 + 4);
}

void TstDefectsView::speaksTheLanguageOfTheMoment()
{
    open();
    QTest::mouseClick(&m_view->map(), Qt::LeftButton, {}, m_view->map().middleOf(1));
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(m_view.get(), &change);
    QVERIFY(m_view->map().chosenCell()); // what was chosen stays
    QCOMPARE(names(), QStringList({u"s0"_s, u"s1"_s}));
    QTest::keyClick(&m_view->sizes(), Qt::Key_Left);
    QApplication::sendEvent(m_view.get(), &change);
    QVERIFY(m_view->sizes().chosenBin());
    QCOMPARE(names(), QStringList{u"s1"_s});
}

QTEST_MAIN(TstDefectsView)
#include "tst_defects_view.moc"
