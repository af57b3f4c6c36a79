#include "ui/train/picture_grid.h"
#include "ui/train/preview_timeline.h"

#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>

#include <limits>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int kSidePx = 32;

/// Two grey samples; the left half is the truth, the map says `probability` everywhere.
engine::TrainingPreview preview(std::int64_t step, double score, float probability)
{
    engine::TrainingPreview made;
    made.step = step;
    made.score = score;
    for (const auto *category : {"tile", "board"}) {
        engine::PreviewSample sample;
        sample.category = category;
        sample.picture = cv::Mat(kSidePx, kSidePx, CV_8UC3, cv::Scalar(10, 120, 240));
        sample.mask = cv::Mat::zeros(kSidePx, kSidePx, CV_8UC1);
        sample.mask.colRange(0, kSidePx / 2) = 255;
        sample.map = cv::Mat(kSidePx / 4, kSidePx / 4, CV_32FC1, cv::Scalar(probability));
        made.samples.push_back(sample);
    }
    return made;
}

} // namespace

class TstPreviewTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysWhatWillAppear();
    void showsPictureTruthAndMap();
    void putsManySamplesIntoTwoLines();
    void saysAShortenedCaptionInFull();
    void fillsALargeScreen();
    void followsTheLatestUntilTheUserLooksBack();
    void arrowKeysGoThroughTheSteps();
    void tellsTheStepOnShow();
    void playsFromTheFirstToTheLast();
    void takesTheHistoryInPlaceOfWhatItSaw();
    void showsNoScoreThatWasNotComputed();

private:
    std::unique_ptr<PreviewTimeline> m_timeline;

    QSlider &slider() const { return *m_timeline->findChild<QSlider *>(); }
    QString place() const
    {
        QString text;
        for (const auto *label : m_timeline->findChildren<QLabel *>())
            if (label->text().startsWith(u"step"_s))
                text = label->text();
        return text;
    }
    int mapLightness() const
    {
        const auto &rows = m_timeline->findChild<PictureGrid *>()->pictures();
        return rows.at(0).at(2).pixelColor(1, 1).lightness();
    }
};

void TstPreviewTimeline::init()
{
    QLocale::setDefault(QLocale::c());
    m_timeline = std::make_unique<PreviewTimeline>();
    m_timeline->resize(800, 300);
    m_timeline->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_timeline.get()));
}

void TstPreviewTimeline::saysWhatWillAppear()
{
    QCOMPARE(m_timeline->step(), std::int64_t{-1});
    QVERIFY(!slider().isEnabled());
    QVERIFY(m_timeline->findChild<PictureGrid *>()->pictures().empty());
}

void TstPreviewTimeline::showsPictureTruthAndMap()
{
    m_timeline->add(preview(200, 0.5, 1.0F));
    const auto &rows = m_timeline->findChild<PictureGrid *>()->pictures();
    QCOMPARE(rows.size(), std::size_t{1});
    QCOMPARE(rows[0].size(), std::size_t{6});                    // two samples, side by side
    QCOMPARE(rows[0][3].pixelColor(5, 5), QColor(240, 120, 10)); // BGR became RGB
    QCOMPARE(rows[0][1].pixelColor(2, 2), QColor(Qt::white));
    QCOMPARE(rows[0][1].pixelColor(kSidePx - 2, 2), QColor(Qt::black));
    QCOMPARE(m_timeline->findChild<PictureGrid *>()->captions().front().at(3), u"board"_s);
    QVERIFY(mapLightness() > 150); // certain of a defect
    m_timeline->add(preview(400, 0.6, 0.0F));
    QVERIFY(mapLightness() < 20);
    QCOMPARE(place(), u"step 400, score 0.600"_s);
}

void TstPreviewTimeline::putsManySamplesIntoTwoLines()
{
    auto many = preview(200, 0.5, 0.5F);
    for (int i = 0; i < 3; ++i)
        many.samples.push_back(many.samples.front());
    m_timeline->add(many);
    const auto &rows = m_timeline->findChild<PictureGrid *>()->pictures();
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(rows[0].size(), std::size_t{9});
    QCOMPARE(rows[1].size(), std::size_t{6});
    QVERIFY(!m_timeline->grab().isNull()); // the last line is shorter
}

void TstPreviewTimeline::saysAShortenedCaptionInFull()
{
    auto *grid = m_timeline->findChild<PictureGrid *>();
    QVERIFY(grid->captionAt({5, 5}).isEmpty());
    m_timeline->add(preview(100, 0.4, 0.2F));
    QCOMPARE(grid->captionAt({5, 5}), u"tile"_s);
    QVERIFY(grid->captionAt({grid->width() - 1, grid->height() - 1}).isEmpty());
}

void TstPreviewTimeline::fillsALargeScreen()
{
    constexpr int kColumns = 9;
    PictureGrid grid;
    grid.setPictures({std::vector<QImage>(kColumns, QImage(32, 32, QImage::Format_RGB32))});
    QStringList captions;
    for (int column = 0; column < kColumns; ++column)
        captions += QString::number(column);
    grid.setCaptions({captions});
    grid.resize(3700, 900); // of 3840 x 2160 pixels
    QCOMPARE(grid.captionAt({3690, 5}), u"8"_s);
    grid.resize(1100, 400);
    QCOMPARE(grid.captionAt({1090, 5}), u"8"_s);
}

void TstPreviewTimeline::followsTheLatestUntilTheUserLooksBack()
{
    m_timeline->add(preview(200, 0.5, 0.1F));
    QVERIFY(!slider().isEnabled()); // nowhere to go
    m_timeline->add(preview(400, 0.6, 0.2F));
    QCOMPARE(m_timeline->step(), std::int64_t{400});
    slider().setValue(0);
    m_timeline->add(preview(600, 0.7, 0.3F));
    QCOMPARE(m_timeline->step(), std::int64_t{200});
    slider().setValue(2);
    m_timeline->add(preview(800, 0.8, 0.4F));
    QCOMPARE(m_timeline->step(), std::int64_t{800});
    m_timeline->add(preview(800, 0.9, 0.4F)); // the same step once more
    QCOMPARE(m_timeline->count(), std::size_t{4});
    QCOMPARE(place(), u"step 800, score 0.900"_s);
}

void TstPreviewTimeline::arrowKeysGoThroughTheSteps()
{
    for (const int step : {200, 400, 600})
        m_timeline->add(preview(step, 0.5, 0.5F));
    QTest::keyClick(&slider(), Qt::Key_Left);
    QCOMPARE(m_timeline->step(), std::int64_t{400});
    QTest::keyClick(&slider(), Qt::Key_Left);
    QCOMPARE(m_timeline->step(), std::int64_t{200});
    QTest::keyClick(&slider(), Qt::Key_Right);
    QCOMPARE(m_timeline->step(), std::int64_t{400});
    QTest::keyClick(&slider(), Qt::Key_End);
    QCOMPARE(m_timeline->step(), std::int64_t{600});
    QVERIFY(slider().accessibleDescription().contains(u"600"_s));
}

void TstPreviewTimeline::tellsTheStepOnShow()
{
    QSignalSpy shown(m_timeline.get(), &PreviewTimeline::stepShown);
    const auto last = [&] { return shown.back().at(0).value<std::int64_t>(); };
    m_timeline->add(preview(100, 0.4, 0.2F));
    QCOMPARE(last(), 100);
    m_timeline->add(preview(200, 0.5, 0.4F));
    QCOMPARE(last(), 200);
    slider().setValue(0);
    QCOMPARE(last(), 100);
    m_timeline->clear();
    QCOMPARE(last(), -1);
}

void TstPreviewTimeline::playsFromTheFirstToTheLast()
{
    for (const int step : {200, 400, 600})
        m_timeline->add(preview(step, 0.5, 0.5F));
    auto *play = m_timeline->findChild<QToolButton *>(u"previewPlay"_s);
    QTest::keyClick(play, Qt::Key_Space);
    QCOMPARE(m_timeline->step(), std::int64_t{200});
    QTRY_COMPARE(m_timeline->step(), std::int64_t{400});
    QTRY_COMPARE(m_timeline->step(), std::int64_t{600});
    QTRY_VERIFY(!play->isChecked());
    play->click();
    QTest::keyClick(&slider(), Qt::Key_Right); // the user takes over
    QVERIFY(!play->isChecked());
    QCOMPARE(m_timeline->step(), std::int64_t{400});
}

void TstPreviewTimeline::takesTheHistoryInPlaceOfWhatItSaw()
{
    m_timeline->add(preview(400, 0.6, 0.5F));
    m_timeline->add(preview(600, 0.6, 0.5F));
    slider().setValue(0);
    m_timeline->setHistory({preview(200, 0.5, 0.5F), preview(400, 0.6, 0.5F)});
    QCOMPARE(m_timeline->count(), std::size_t{2});
    QCOMPARE(m_timeline->step(), std::int64_t{400}); // what was looked at stays
    m_timeline->clear();
    QCOMPARE(m_timeline->step(), std::int64_t{-1});
}

void TstPreviewTimeline::showsNoScoreThatWasNotComputed()
{
    m_timeline->add(preview(50, std::numeric_limits<double>::quiet_NaN(), 0.5F));
    QCOMPARE(place(), u"step 50"_s);
}

QTEST_MAIN(TstPreviewTimeline)
#include "tst_preview_timeline.moc"
