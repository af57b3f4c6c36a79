#include "core/dataset/open_dataset.h"
#include "core/demo/demo_data.h"
#include "core/imaging/image_file.h"
#include "core/workflow/model_location.h"
#include "core/workflow/train.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"
#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_controls.h"
#include "ui/inspect/inspect_page.h"
#include "ui/inspect/inspect_tile.h"
#include "ui/inspect/map_chooser.h"
#include "ui/inspect/map_legend.h"
#include "ui/inspect/map_text.h"
#include "ui/inspect/profile_panel.h"
#include "ui/inspect/values_panel.h"
#include "ui/jobs/job_runner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <memory>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

using Choice = workflow::MapChoice;
using Kind = workflow::NoiseStage::Kind;

constexpr int kMostMs = 60000;

cv::Mat atSize(const cv::Mat &map, cv::Size size)
{
    cv::Mat large;
    cv::resize(map, large, size, 0, 0, cv::INTER_LINEAR);
    return large;
}

/// The canvas's own number at every seventh pixel is the map's, to the last bit.
bool probesEqual(const ImageCanvas &canvas, const cv::Mat &map)
{
    if (map.empty())
        return false;
    for (int y = 0; y < map.rows; y += 7)
        for (int x = 0; x < map.cols; x += 7)
            if (canvas.valueAt({x, y}) != std::optional(map.at<float>(y, x)))
                return false;
    return true;
}

QComboBox &list(MapChooser &chooser, const char *name)
{
    return *chooser.findChild<QComboBox *>(QString::fromLatin1(name));
}

} // namespace

/// The page over a filter that was trained a few steps: what it shows is what the engine computed.
class TstInspectPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_page.reset(); }

    void probeGivesTheEnginesNumbers();
    void tellsAllValuesBelowTheMouse();
    void smallestOfTheTemplatesCostsIsTheLayersCost();
    void choosesLayerAndTemplate();
    void namesTheTemplates();
    void ordersChannelsByWeight();
    void showsBothGuidanceStreams();
    void choosesAnyChannel();
    void keepsAChoiceForTheNextPicture();
    void letsGoOfAPictureThatIsNotAmongOthers();
    void aBaselineAloneHasNothingToMix();
    void splitsAView();
    void plotsALine();
    void showsOneToTwelveViews();
    void scalesToThePictureWhenAsked();
    void namesUnitsInTheLegend();
    void controlsHaveNames();

private:
    InspectTile &tile() { return *m_page->tiles().front(); }
    const workflow::Inspection &seen() const { return *m_page->inspection(); }

    QTemporaryDir m_dir;
    std::filesystem::path m_project, m_model;
    std::string m_run;
    std::shared_ptr<const dataset::Dataset> m_dataset;
    JobRunner m_runner;
    std::unique_ptr<InspectPage> m_page;
    std::filesystem::path m_picture;
};

void TstInspectPage::initTestCase()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    const std::filesystem::path folder = m_dir.path().toStdString();
    m_project = folder / "project";
    demo::DemoOptions options;
    options.trainPerCategory = 6;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(folder / "data", options, run));
    workflow::TrainRequest request;
    request.project = m_project;
    request.data = folder / "data";
    request.categories = {"cloth"};
    request.options.steps = 3;
    request.options.batch = 2;
    const auto trained = workflow::train(request, run);
    CF_VERIFY(trained);
    m_run = trained->run;
    m_model = trained->model;
    auto found = dataset::openDataset(folder / "data", run);
    CF_VERIFY(found);
    m_dataset = std::make_shared<const dataset::Dataset>(std::move(*found));
    for (const auto &sample : m_dataset->find("cloth")->test())
        if (sample.label == dataset::Label::Defect)
            m_picture = sample.image;
}

void TstInspectPage::init()
{
    m_page = std::make_unique<InspectPage>(&m_runner);
    m_page->resize(1280, 800);
    m_page->setDataset(m_dataset);
    m_page->setRun(m_project, m_run);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QSignalSpy inspected(m_page.get(), &InspectPage::inspected);
    m_page->showPicture(m_picture);
    QVERIFY(inspected.wait(kMostMs));
}

void TstInspectPage::probeGivesTheEnginesNumbers()
{
    RunContext run;
    const auto scorer = workflow::openScorer({m_model, "cpu", {}, {}}, run);
    CF_VERIFY(scorer);
    const auto bgr = imaging::loadBgr(m_picture);
    CF_VERIFY(bgr);
    const auto scored = scorer->explain(*bgr);
    std::vector<cv::Mat> expected = scored.layerCosts;
    expected.push_back(scored.baseline);
    for (const auto &heatmap : scored.heatmaps)
        expected.push_back(heatmap.map);
    for (const auto &map : {scored.networkOutput, scored.filtered, scored.fused})
        expected.push_back(map);
    QCOMPARE(expected.size(), seen().stages.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        tile().setStage(static_cast<int>(i));
        QVERIFY2(probesEqual(tile().canvas(), expected[i]), qPrintable(tile().title()));
    }
}

void TstInspectPage::tellsAllValuesBelowTheMouse()
{
    m_page->findChild<QTabWidget *>()->setCurrentWidget(&m_page->values());
    auto &canvas = tile().canvas();
    const QPointF at(canvas.rect().center());
    QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&canvas, &move);
    const auto pixel = canvas.geometryOfView().pixelAt(at);
    QVERIFY(pixel);
    const auto *table = m_page->values().findChild<QTableWidget *>();
    QCOMPARE(table->rowCount(), static_cast<int>(seen().stages.size()));
    const auto isValue = [&](int row, QPoint place) {
        // The text names the float itself, not one beside it.
        return table->locale().toFloat(table->item(row, 1)->text()) ==
               seen().stages[static_cast<std::size_t>(row)].map.at<float>(place.y(), place.x());
    };
    for (int row = 0; row < table->rowCount(); ++row)
        QVERIFY2(isValue(row, *pixel), qPrintable(table->item(row, 0)->text()));
    // The other views tell theirs, too.
    const auto *legend = m_page->tiles().back()->findChild<MapLegend *>();
    QVERIFY(legend->notes().at(0).startsWith(u"%1, %2: "_s.arg(pixel->x()).arg(pixel->y())));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&canvas, &leave);
    QVERIFY(legend->notes().isEmpty());
    // Without a mouse.
    const auto boxes = m_page->values().findChildren<QSpinBox *>();
    boxes[0]->setValue(9);
    boxes[1]->setValue(17);
    for (int row = 0; row < table->rowCount(); ++row)
        QVERIFY(isValue(row, {9, 17}));
    QVERIFY(legend->notes().at(0).startsWith(u"9, 17: "_s));
}

void TstInspectPage::smallestOfTheTemplatesCostsIsTheLayersCost()
{
    RunContext run;
    const auto scorer = workflow::openScorer({m_model, "cpu", {}, {}}, run);
    CF_VERIFY(scorer);
    const auto bgr = imaging::loadBgr(m_picture);
    CF_VERIFY(bgr);
    const auto scored = scorer->explain(*bgr);
    QVERIFY(scored.templateCount > 1);
    for (std::size_t layer = 0; layer < scored.layerCosts.size(); ++layer) {
        cv::Mat least = scorer->templateCost(scored, layer, 0);
        cv::Mat most = least.clone();
        for (std::size_t n = 1; n < scored.templateCount; ++n) {
            const auto one = scorer->templateCost(scored, layer, n);
            cv::min(least, one, least);
            cv::max(most, one, most);
        }
        const double away = cv::norm(atSize(least, scored.layerCosts[layer].size()),
                                     scored.layerCosts[layer], cv::NORM_INF);
        QVERIFY2(away < 1e-5, qPrintable(QString::number(away)));
        QVERIFY(cv::norm(most, least, cv::NORM_INF) > 1e-3); // the templates do differ
    }
    QCOMPARE(scorer->templateImage(scored, 0).type(), CV_8UC3);
}

void TstInspectPage::choosesLayerAndTemplate()
{
    auto &chooser = tile().chooser(InspectTile::Left);
    auto &maps = list(chooser, "map");
    QVERIFY(!list(chooser, "part").isVisible());
    maps.setCurrentIndex(maps.findText(u"Cost against one template"_s));
    QTRY_VERIFY_WITH_TIMEOUT(tile().canvas().valueAt({1, 1}), kMostMs);
    auto &templates = list(chooser, "part");
    QVERIFY(templates.isVisible());
    QCOMPARE(templates.count(), static_cast<int>(seen().templates.size()));
    QVERIFY(!templates.itemIcon(0).isNull()); // its picture
    const float first = *tile().canvas().valueAt({40, 60});
    list(chooser, "index").setFocus();
    QTest::keyClick(&list(chooser, "index"), Qt::Key_Down);
    QCOMPARE(tile().choice(InspectTile::Left), (Choice{Choice::Kind::TemplateCost, 1, 0}));
    templates.setCurrentIndex(1);
    QCOMPARE(tile().choice(InspectTile::Left), (Choice{Choice::Kind::TemplateCost, 1, 1}));
    QTRY_VERIFY_WITH_TIMEOUT(tile().canvas().valueAt({40, 60}), kMostMs);
    QVERIFY(*tile().canvas().valueAt({40, 60}) != first);
    // No template comes nearer than the nearest one.
    QVERIFY(*tile().canvas().valueAt({40, 60}) >
            seen().scored.layerCosts[1].at<float>(60, 40) - 1e-5F);
}

void TstInspectPage::namesTheTemplates()
{
    auto &chooser = tile().chooser(InspectTile::Left);
    chooser.setChoice({Choice::Kind::TemplateCost, 0, 1});
    const auto &file = seen().templateFiles.at(1);
    const auto name = u"good/"_s + QString::fromStdString(file.filename().string());
    QCOMPARE(list(chooser, "part").currentText(), name);
    QVERIFY(list(chooser, "part").toolTip().contains(name));
    QVERIFY(choiceName(seen(), chooser.choice()).endsWith(name));
    // It is the picture of that name.
    const auto named = imaging::loadBgr(m_dataset->root / file);
    CF_VERIFY(named);
    cv::Mat atItsSize;
    cv::resize(*named, atItsSize, seen().templates[1].size(), 0, 0, cv::INTER_AREA);
    const auto distance = [&](const cv::Mat &one) { return cv::norm(one, atItsSize, cv::NORM_L1); };
    QVERIFY(distance(seen().templates[1]) < 0.5 * distance(seen().templates[0]));

    auto unknown = seen();
    unknown.templateFiles.assign(unknown.templates.size(), {});
    QCOMPARE(templateName(unknown, 1), u"Template 2 of %1"_s.arg(unknown.scored.templateCount));
}

void TstInspectPage::ordersChannelsByWeight()
{
    const auto &scored = seen().scored;
    QCOMPARE(scored.attention.size(), scored.heatmaps.size());
    for (std::size_t b = 0; b < scored.attention.size(); ++b) {
        const auto &block = scored.attention[b];
        QCOMPARE(block.block, scored.heatmaps[b].block);
        for (std::size_t c = 1; c < block.channels.size(); ++c)
            if (block.channels[c].weight)
                QVERIFY(*block.channels[c - 1].weight >= *block.channels[c].weight);
        // The first one, scaled to 0..1, is the paper's heatmap.
        cv::Mat first;
        cv::normalize(block.channels.front().map, first, 0.0, 1.0, cv::NORM_MINMAX);
        QVERIFY(cv::norm(atSize(first, scored.heatmaps[b].map.size()), scored.heatmaps[b].map,
                         cv::NORM_INF) < 1e-4);
        double low = 0.0;
        double high = 0.0;
        cv::minMaxLoc(block.spatialWeight, &low, &high);
        QVERIFY(low >= 0.0 && high <= 1.0);
    }
}

void TstInspectPage::showsBothGuidanceStreams()
{
    int guided = 0;
    for (const auto &block : seen().scored.attention) {
        const auto count = [&](engine::AttentionStream stream) {
            return std::count_if(block.channels.begin(), block.channels.end(),
                                 [&](const auto &channel) { return channel.stream == stream; });
        };
        const auto spatial = count(engine::AttentionStream::SpatialGuidance);
        const auto matching = count(engine::AttentionStream::MatchingGuidance);
        QCOMPARE(spatial > 0, matching > 0);
        QCOMPARE(spatial > 0, block.block.rfind("encoder", 0) == 0);
        guided += spatial > 0 ? 1 : 0;
    }
    QCOMPARE(guided, 3);
}

void TstInspectPage::choosesAnyChannel()
{
    auto &chooser = tile().chooser(InspectTile::Left);
    auto &maps = list(chooser, "map");
    maps.setCurrentIndex(maps.findText(u"RCSA, any channel"_s));
    const auto &attention = seen().scored.attention;
    auto &blocks = list(chooser, "index");
    auto &channels = list(chooser, "part");
    QCOMPARE(blocks.count(), static_cast<int>(attention.size()));
    QCOMPARE(blocks.itemText(0), u"Encoder block 1"_s);
    const auto size = seen().picture.size();
    for (int b = 0; b < blocks.count(); ++b) {
        blocks.setCurrentIndex(b);
        const auto &block = attention[static_cast<std::size_t>(b)];
        QCOMPARE(channels.count(), static_cast<int>(block.channels.size()) + 1);
        for (const int c : {0, static_cast<int>(block.channels.size()) - 1}) {
            channels.setCurrentIndex(c + 1);
            const auto expected = atSize(block.channels[static_cast<std::size_t>(c)].map, size);
            QTRY_VERIFY_WITH_TIMEOUT(probesEqual(tile().canvas(), expected), kMostMs);
        }
        channels.setCurrentIndex(0);
        QTRY_VERIFY_WITH_TIMEOUT(probesEqual(tile().canvas(), atSize(block.spatialWeight, size)),
                                 kMostMs);
    }
}

void TstInspectPage::keepsAChoiceForTheNextPicture()
{
    const Choice choice{Choice::Kind::TemplateCost, 0, 1};
    tile().setChoice(InspectTile::Left, choice);
    QTRY_VERIFY_WITH_TIMEOUT(tile().canvas().valueAt({1, 1}), kMostMs);
    QSignalSpy inspected(m_page.get(), &InspectPage::inspected);
    const auto first = seen().image;
    m_page->showPrevious();
    QTRY_VERIFY_WITH_TIMEOUT(seen().image != first, kMostMs);
    QCOMPARE(tile().choice(InspectTile::Left), choice);
    QTRY_VERIFY_WITH_TIMEOUT(tile().canvas().valueAt({1, 1}), kMostMs);
}

void TstInspectPage::splitsAView()
{
    QTest::mouseClick(&tile().canvas(), Qt::LeftButton); // from now on the one that is meant
    m_page->toggleSplit();
    QVERIFY(tile().isSplit());
    QVERIFY(!m_page->tiles().back()->isSplit());
    tile().setStage(-1);
    const int baseline = static_cast<int>(seen().scored.layerCosts.size());
    tile().setChoice(InspectTile::Right, {Choice::Kind::Stage, baseline, 0});
    QVERIFY(!tile().canvas().valueAt({5, 6}));
    QCOMPARE(tile().canvas().compareValueAt({5, 6}),
             std::optional(seen().scored.baseline.at<float>(6, 5)));
    QVERIFY(tile().canvas().isSplit());
    QCOMPARE(tile().title(), u"Picture | Baseline map"_s);
    tile().canvas().setFocus();
    QTest::keyClick(&tile().canvas(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(tile().canvas().splitPosition(), 0.48);
    QTest::mouseClick(tile().findChild<QToolButton *>(u"split"_s), Qt::LeftButton);
    QVERIFY(!tile().canvas().isSplit());
}

void TstInspectPage::plotsALine()
{
    auto *panels = m_page->findChild<QTabWidget *>();
    QVERIFY(panels->currentWidget() != &m_page->profile());
    m_page->toggleProfile();
    QVERIFY(panels->currentWidget() == &m_page->profile());
    auto &canvas = tile().canvas();
    const QPoint middle = canvas.rect().center();
    QTest::mousePress(&canvas, Qt::LeftButton, {}, middle);
    QMouseEvent move(QEvent::MouseMove, middle + QPointF(40, 10),
                     canvas.mapToGlobal(middle + QPointF(40, 10)), Qt::NoButton, Qt::LeftButton,
                     {});
    QCoreApplication::sendEvent(&canvas, &move);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, middle + QPoint(40, 10));
    QVERIFY(m_page->view().profileInImage().has_value());
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QVERIFY(!m_page->view().profileInImage());
}

void TstInspectPage::showsOneToTwelveViews()
{
    for (const int count : {1, 12, 5, 2}) {
        m_page->controls().setTiles(count);
        QCOMPARE(m_page->tiles().size(), static_cast<std::size_t>(count));
        QCOMPARE(m_page->tiles().back()->stage(), static_cast<int>(seen().stages.size()) - 1);
    }
}

void TstInspectPage::scalesToThePictureWhenAsked()
{
    auto &last = *m_page->tiles().back();
    QCOMPARE(last.canvas().style().scale.low, 0.0F);
    QCOMPARE(last.canvas().style().scale.high, static_cast<float>(m_page->controls().deviations()));
    m_page->controls().findChild<QCheckBox *>()->click();
    double low = 0.0;
    double high = 0.0;
    cv::minMaxLoc(seen().scored.fused, &low, &high);
    QCOMPARE(last.canvas().style().scale.low, static_cast<float>(low));
    QCOMPARE(last.canvas().style().scale.high, static_cast<float>(high));
    QCOMPARE(last.canvas().style().scale.threshold,
             std::optional(static_cast<float>(m_page->controls().threshold())));
}

void TstInspectPage::namesUnitsInTheLegend()
{
    const auto *legend = tile().findChild<MapLegend *>();
    const auto unit = [&] { return legend->entries().at(0).unit; };
    tile().setStage(-1);
    QCOMPARE(unit(), u"picture, 8 bit"_s);
    tile().setStage(0);
    QVERIFY(unit().contains(u"cosine"_s));
    tile().setStage(static_cast<int>(seen().stages.size()) - 1);
    QVERIFY(unit().contains(u"deviations"_s));
    tile().setChoice(InspectTile::Left, {Choice::Kind::AttentionChannel, 0, 0});
    QTRY_VERIFY_WITH_TIMEOUT(tile().canvas().valueAt({1, 1}), kMostMs);
    QVERIFY(unit().contains(u"this picture"_s)); // an activation has no scale of its own
    tile().setChoice(InspectTile::Left, {Choice::Kind::SpatialAttention, 0, 0});
    QVERIFY(unit().contains(u"weight"_s));
}

void TstInspectPage::controlsHaveNames()
{
    m_page->toggleSplit();
    tile().setChoice(InspectTile::Left, {Choice::Kind::TemplateCost, 0, 0});
    for (auto *combo : m_page->findChildren<QComboBox *>())
        if (combo->isVisible())
            QVERIFY2(!combo->accessibleName().isEmpty(), qPrintable(combo->objectName()));
}

void TstInspectPage::aBaselineAloneHasNothingToMix()
{
    auto *lambda = m_page->findChild<InspectControls *>()->findChildren<QDoubleSpinBox *>().at(0);
    QVERIFY(lambda->isEnabled());
    workflow::TrainRequest request;
    request.project = m_project;
    request.data = m_dataset->root;
    request.categories = {"cloth"};
    request.options.filter = false;
    RunContext run;
    const auto trained = workflow::train(request, run);
    CF_VERIFY(trained);
    m_page->setRun(m_project, trained->run);
    QSignalSpy inspected(m_page.get(), &InspectPage::inspected);
    m_page->showPicture(m_picture);
    QVERIFY(inspected.wait(kMostMs));
    QVERIFY(!seen().hasFilter());
    QVERIFY(!lambda->isEnabled());
    QVERIFY(lambda->toolTip().contains(u"without a filter"_s));
    const auto labels = m_page->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(u"of the baseline without a filter"_s);
    }));
    QVERIFY(probesEqual(m_page->tiles().back()->canvas(), seen().scored.baseline));
}

void TstInspectPage::letsGoOfAPictureThatIsNotAmongOthers()
{
    m_page->setDataset(m_dataset); // read again
    QVERIFY(m_page->inspection());
    auto others = std::make_shared<dataset::Dataset>(*m_dataset);
    for (auto &category : others->categories)
        std::erase_if(category.samples,
                      [&](const dataset::Sample &sample) { return sample.image == m_picture; });
    m_page->setDataset(others);
    QVERIFY(!m_page->inspection());
}

QTEST_MAIN(TstInspectPage)
#include "tst_inspect_page.moc"
