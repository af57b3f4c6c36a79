#include "core/annotation/coco.h"
#include "core/annotation/labelme.h"
#include "core/annotation/rasterise.h"
#include "core/annotation/shape_json.h"
#include "core/store/project.h"
#include "core/workflow/annotation_exchange.h"
#include "core/workflow/picture_finder.h"
#include "core/workflow/project_annotations.h"
#include "tests/annotation/annotation_samples.h"

#include <QTest>
#include <opencv2/imgcodecs.hpp>

using namespace cf;
using namespace cf::workflow;
using namespace cf::annotation;
using namespace cf::test;

namespace fs = std::filesystem;

namespace {

const cv::Size kSize(80, 60);

/// All pixels of a class.
cv::Mat pixelsOf(const Annotation &picture, const std::string &label)
{
    cv::Mat all = cv::Mat::zeros(picture.imageSize, CV_8UC1);
    for (const Shape &shape : picture.shapes)
        if (shape.label == label)
            all |= rasterise(shape, picture.imageSize).orThrow();
    return all;
}

} // namespace

/// Shapes of a project out into each format, and in again.
class TstAnnotationExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void namesItsFormats();
    void comesBackWithTheSamePixels_data();
    void comesBackWithTheSamePixels();
    void saysTheLossesBeforeItWrites();
    void leavesNothingBehindWhatIsNotCommitted();
    void addsOnTopOrReplaces();
    void takesWhatLabelmeWrote();
    void takesWhatPycocotoolsWrote();
    void leavesOutWhatDoesNotFit();
    void refusesWhatHasNoPictures();
    void findsPicturesByTheEndOfTheirPath();
    void stopsWhenAsked();

private:
    fs::path project() const { return fs::path(m_dir->path().toStdString()) / "project"; }
    fs::path pictures() const { return fs::path(m_dir->path().toStdString()) / "pictures"; }
    fs::path out(AnnotationFormat format) const
    {
        const fs::path folder = fs::path(m_dir->path().toStdString()) / "out";
        return isOneFile(format) ? folder / (std::string("shapes.") + toString(format)) : folder;
    }
    void addPicture(const fs::path &path, cv::Size size = kSize);
    void draw(const fs::path &path, const Annotation &annotation);
    Annotation drawn(const fs::path &path) const;
    PreparedExport prepared(AnnotationFormat format);

    std::unique_ptr<QTemporaryDir> m_dir;
    store::Dataset m_dataset;
    store::Id m_datasetId = 0;
    RunContext m_run;
};

void TstAnnotationExchange::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_dataset = {};
    m_dataset.name = "pictures";
    m_dataset.root = pictures();
    m_dataset.categories = {{0, "bolt", {}}};
    CF_VERIFY(store::Project::create(project()));
    addPicture("bolt/test/bent/000.png");
    addPicture("bolt/test/scratch/000.png");
    addPicture("bolt/test/bent/001.png", {61, 47});
}

void TstAnnotationExchange::addPicture(const fs::path &path, cv::Size size)
{
    fs::create_directories((pictures() / path).parent_path());
    cv::imwrite((pictures() / path).string(), cv::Mat(size, CV_8UC1, cv::Scalar(9)));
    store::Image image;
    image.path = path;
    image.kind = "bent";
    m_dataset.categories.front().images.push_back(image);
    auto opened = store::Project::open(project()).orThrow();
    m_datasetId = opened.saveDataset(m_dataset).orThrow();
}

void TstAnnotationExchange::draw(const fs::path &path, const Annotation &annotation)
{
    auto opened = store::Project::open(project()).orThrow();
    opened.saveAnnotation(replacement({m_datasetId, "bolt", path}, annotation)).orThrow();
}

Annotation TstAnnotationExchange::drawn(const fs::path &path) const
{
    const auto opened = store::Project::open(project()).orThrow();
    const auto stored = opened.annotation({m_datasetId, "bolt", path}).orThrow();
    return stored ? annotationOf(*stored).orThrow() : Annotation();
}

PreparedExport TstAnnotationExchange::prepared(AnnotationFormat format)
{
    return prepareExport({project(), format, out(format)}, m_run).orThrow();
}

void TstAnnotationExchange::namesItsFormats()
{
    for (const auto format : kAnnotationFormats)
        QVERIFY(annotationFormatFrom(toString(format)) == format);
    QVERIFY(!annotationFormatFrom("voc"));
}

void TstAnnotationExchange::comesBackWithTheSamePixels_data()
{
    QTest::addColumn<QString>("format");
    for (const auto format : kAnnotationFormats)
        QTest::newRow(toString(format)) << QString::fromLatin1(toString(format));
}

void TstAnnotationExchange::comesBackWithTheSamePixels()
{
    QFETCH(QString, format);
    const auto chosen = *annotationFormatFrom(format.toStdString());
    auto sample = everyKind();
    sample.shapes.erase(sample.shapes.begin() + 3); // an ellipse is not the same everywhere
    sample.shapes.pop_back();                       // nor is a marker
    draw("bolt/test/bent/000.png", sample);
    Annotation second;
    second.imageSize = kSize;
    second.shapes = {polygon("scratch", {{3, 3}, {30, 3}, {30, 30}})};
    draw("bolt/test/scratch/000.png", second);
    auto written = prepared(chosen);
    QCOMPARE(written.pictures(), 2U);
    QCOMPARE(written.shapes(), 6U);
    CF_VERIFY(written.commit());

    draw("bolt/test/bent/000.png", {{}, kSize, {}, {}});
    draw("bolt/test/scratch/000.png", {{}, kSize, {}, {}});
    const auto read =
        importAnnotations({project(), chosen, out(chosen), {}, true}, m_run).orThrow();
    QCOMPARE(read.pictures, 2U);
    QVERIFY2(read.skipped.empty(), read.skipped.empty() ? "" : read.skipped.front().c_str());
    for (const auto &[path, wanted] :
         {std::pair("bolt/test/bent/000.png", sample), {"bolt/test/scratch/000.png", second}}) {
        const Annotation back = drawn(path);
        QVERIFY(same(rasterise(back).orThrow(), rasterise(wanted).orThrow()));
        if (chosen == AnnotationFormat::MvtecMasks)
            continue; // knows no classes
        for (const auto &label : labelsOf({&wanted, 1}))
            QVERIFY2(same(pixelsOf(back, label), pixelsOf(wanted, label)), label.c_str());
    }
    if (chosen == AnnotationFormat::Csv)
        for (std::size_t i = 0; i < sample.shapes.size(); ++i)
            QCOMPARE(shapeJson(drawn("bolt/test/bent/000.png").shapes[i]),
                     shapeJson(sample.shapes[i]));
}

void TstAnnotationExchange::saysTheLossesBeforeItWrites()
{
    Annotation sample;
    sample.imageSize = kSize;
    sample.shapes = {polygon("ring", {{5, 5}, {40, 5}, {40, 40}}, {{{20, 9}, {30, 9}, {30, 20}}}),
                     box(ShapeKind::Ellipse, "pore", 10, 10, 30, 40)};
    draw("bolt/test/bent/000.png", sample);
    draw("bolt/test/scratch/000.png", sample);
    const auto yolo = prepared(AnnotationFormat::YoloSeg);
    QCOMPARE(lossesOf(yolo.losses()), std::string("holes:2 curve:2")); // of both pictures
    QVERIFY(!fs::exists(out(AnnotationFormat::YoloSeg)));
    QVERIFY(prepared(AnnotationFormat::Csv).losses().empty());
}

void TstAnnotationExchange::leavesNothingBehindWhatIsNotCommitted()
{
    Annotation sample;
    sample.imageSize = kSize;
    draw("bolt/test/bent/000.png", sample);
    fs::create_directories(fs::path(m_dir->path().toStdString()) / "out");
    const auto before = std::distance(fs::recursive_directory_iterator(m_dir->path().toStdString()),
                                      fs::recursive_directory_iterator());
    for (const auto format : kAnnotationFormats)
        QCOMPARE(prepared(format).pictures(), 1U);
    QCOMPARE(std::distance(fs::recursive_directory_iterator(m_dir->path().toStdString()),
                           fs::recursive_directory_iterator()),
             before);
}

void TstAnnotationExchange::addsOnTopOrReplaces()
{
    Annotation sample;
    sample.imageSize = kSize;
    sample.shapes = {polygon("a", {{5, 5}, {40, 5}, {40, 40}})};
    draw("bolt/test/bent/000.png", sample);
    const auto csv = AnnotationFormat::Csv;
    CF_VERIFY(prepared(csv).commit());
    CF_VERIFY(importAnnotations({project(), csv, out(csv), {}, false}, m_run));
    QCOMPARE(drawn("bolt/test/bent/000.png").shapes.size(), 2U);
    CF_VERIFY(importAnnotations({project(), csv, out(csv), {}, true}, m_run));
    QCOMPARE(drawn("bolt/test/bent/000.png").shapes.size(), 1U);
}

void TstAnnotationExchange::takesWhatLabelmeWrote()
{
    const fs::path folder = fs::path(m_dir->path().toStdString()) / "from";
    fs::create_directories(folder / "bent");
    fs::copy_file(fixture("labelme.json"), folder / "bent/001.json");
    const auto labelme = AnnotationFormat::Labelme;
    CF_VERIFY(importAnnotations({project(), labelme, folder, {}, false}, m_run));
    const Annotation here = drawn("bolt/test/bent/001.png");
    const auto wanted = readLabelme(fixture("labelme.json")).orThrow();
    QCOMPARE(here.shapes.size(), wanted.shapes.size());
    for (std::size_t i = 0; i < wanted.shapes.size(); ++i)
        QCOMPARE(shapeJson(here.shapes[i]), shapeJson(wanted.shapes[i]));
    QCOMPARE(here.extraJson, wanted.extraJson); // unknown keys come along
    const cv::Mat mask = cv::imread(fixture("labelme_mask.png").string(), cv::IMREAD_GRAYSCALE);
    QVERIFY(same(pixelsOf(here, here.shapes[4].label), mask));
}

void TstAnnotationExchange::takesWhatPycocotoolsWrote()
{
    m_dataset.categories.front().images.clear();
    addPicture("bolt/part_001.png", {61, 47});
    addPicture("bolt/part_002.png", {30, 40});
    const auto coco = AnnotationFormat::Coco;
    const auto read =
        importAnnotations({project(), coco, fixture("coco.json"), {}, false}, m_run).orThrow();
    QCOMPARE(read.pictures, 2U);
    const Annotation here = drawn("bolt/part_001.png");
    // Annotations 12 to 16 are run lengths, the last five shapes; their masks by annToMask().
    for (int id = 12; id <= 16; ++id) {
        const cv::Mat mask = cv::imread(fixture("coco_" + std::to_string(id) + ".png").string(),
                                        cv::IMREAD_GRAYSCALE);
        const auto &shape = here.shapes[here.shapes.size() - static_cast<std::size_t>(17 - id)];
        QVERIFY2(same(rasterise(shape, here.imageSize).orThrow(), mask > 0),
                 std::to_string(id).c_str());
    }
}

void TstAnnotationExchange::leavesOutWhatDoesNotFit()
{
    Annotation sample;
    sample.imageSize = kSize;
    sample.shapes = {polygon("a", {{5, 5}, {40, 5}, {40, 40}})};
    draw("bolt/test/bent/000.png", sample);
    draw("bolt/test/scratch/000.png", sample);
    const auto csv = AnnotationFormat::Csv;
    CF_VERIFY(prepared(csv).commit());
    cv::imwrite((pictures() / "bolt/test/scratch/000.png").string(),
                cv::Mat(10, 10, CV_8UC1, cv::Scalar(9)));
    const auto read = importAnnotations({project(), csv, out(csv), {}, true}, m_run).orThrow();
    QCOMPARE(read.pictures, 1U);
    QCOMPARE(read.skipped.size(), 1U);
    QVERIFY(read.skipped.front().find("80 x 60") != std::string::npos);
}

void TstAnnotationExchange::refusesWhatHasNoPictures()
{
    const auto csv = AnnotationFormat::Csv;
    const auto none = prepareExport({project(), csv, out(csv)}, m_run);
    QVERIFY(!none.ok() && none.error().code == ErrorCode::BadUsage); // nothing was drawn
    const auto gone = importAnnotations({project(), csv, out(csv), {}, false}, m_run);
    QVERIFY(!gone.ok() && gone.error().code == ErrorCode::NotFound);
    Annotation sample;
    sample.imagePath = "elsewhere/999.png";
    sample.imageSize = kSize;
    fs::create_directories(out(AnnotationFormat::Labelme));
    CF_VERIFY(writeLabelme(out(AnnotationFormat::Labelme) / "999.json", sample));
    const auto foreign = importAnnotations(
        {project(), AnnotationFormat::Labelme, out(AnnotationFormat::Labelme), {}, false}, m_run);
    QVERIFY(!foreign.ok() && foreign.error().code == ErrorCode::BadData);
}

void TstAnnotationExchange::findsPicturesByTheEndOfTheirPath()
{
    const PictureFinder finder(m_dataset);
    QCOMPARE(finder.find("bent/000.json").orThrow().path, fs::path("bolt/test/bent/000.png"));
    QCOMPARE(finder.find("bolt/ground_truth/scratch/000.png").orThrow().path,
             fs::path("bolt/test/scratch/000.png"));
    QCOMPARE(finder.find("/far/away/001.jpg").orThrow().path, fs::path("bolt/test/bent/001.png"));
    const auto which = finder.find("000.png");
    QVERIFY(!which.ok() && which.error().code == ErrorCode::BadUsage);
    const auto none = finder.find("002.png");
    QVERIFY(!none.ok() && none.error().code == ErrorCode::NotFound);
}

void TstAnnotationExchange::stopsWhenAsked()
{
    Annotation sample;
    sample.imageSize = kSize;
    draw("bolt/test/bent/000.png", sample);
    std::stop_source stop;
    stop.request_stop();
    RunContext stopped(stop.get_token());
    QVERIFY_EXCEPTION_THROWN(
        (void)prepareExport({project(), AnnotationFormat::Labelme, out(AnnotationFormat::Labelme)},
                            stopped),
        Cancelled);
    for (const auto &entry : fs::directory_iterator(m_dir->path().toStdString()))
        QVERIFY(entry.path().string().find("partial") == std::string::npos);
}

QTEST_GUILESS_MAIN(TstAnnotationExchange)
#include "tst_annotation_exchange.moc"
