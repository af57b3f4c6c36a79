#include "core/engine/template_preview.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <set>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::engine;

namespace {

constexpr std::size_t kParts = 10;
constexpr std::size_t kTwin = kParts;        // the first part again
constexpr std::size_t kStripes = kParts + 1; // nothing like the others

const fs::path kWeights =
    fs::path(CF_SOURCE_DIR) / ".deps" / "weights" / "efficientnet-lite0-57934424.pth";

/// A disc with a bar, turned by `number`; every one has its own noise.
cv::Mat part(int number)
{
    cv::Mat picture(160, 200, CV_8UC3, cv::Scalar(70, 80, 90));
    const cv::Point centre(100 + number % 3, 80 - number % 2);
    cv::circle(picture, centre, 55, cv::Scalar(150, 160, 170), cv::FILLED, cv::LINE_AA);
    cv::ellipse(picture, centre, {45, 12}, 3.0 * number, 0, 360, cv::Scalar(60, 50, 40), cv::FILLED,
                cv::LINE_AA);
    cv::Mat noise(picture.size(), CV_8UC3);
    cv::RNG(static_cast<std::uint64_t>(number) + 1).fill(noise, cv::RNG::UNIFORM, 0, 12);
    return picture + noise;
}

cv::Mat stripes()
{
    cv::Mat picture(160, 200, CV_8UC3, cv::Scalar(20, 220, 240));
    for (int x = 0; x < picture.cols; x += 16)
        cv::rectangle(picture, {x, 0, 8, picture.rows}, cv::Scalar(200, 30, 30), cv::FILLED);
    return picture;
}

/// Gives what it is told to.
class Given : public TemplateSource
{
public:
    explicit Given(QueryTemplates templates) : m_templates(std::move(templates)) {}
    Result<QueryTemplates> templatesFor(const TemplateQuery &query) override
    {
        asked = query;
        mostAlike = query.normal(0);
        return m_templates;
    }

    TemplateQuery asked;
    cv::Mat mostAlike;

private:
    QueryTemplates m_templates;
};

} // namespace

/// Comparing and matching normals, on pictures made here.
class TstTemplatePreview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsTheOutlierAndTheTwin();
    void placesEqualPicturesAtOnePlace();
    void goldenPicturesAreNeitherOutliersNorTwins();
    void choosesAsTrainingDoes();
    void coversBetterWithMoreTemplates();
    void findsNothingInACopyAndMuchInADefect();
    void keepsMapsOfLargePicturesSmall();
    void namesTheWinningPlace();
    void isNeverMatchedWithItself();
    void matchesWithWhatASourceGives();
    void saysWhyASourceHadNothing();
    void refusesFeaturesOfAnotherBackbone();
    void readsTheSameFromTheCache();
    void leavesUnreadablePicturesOut();
    void needsTwoPictures();
    void stopsWhenAsked();

private:
    TemplatePreviewOptions options() const;
    PreviewQuery query(std::size_t normal) const
    {
        return {cv::imread(m_normals[normal].path.string()), m_normals[normal].contentKey, {}, {}};
    }

    QTemporaryDir m_dir;
    std::vector<NormalImage> m_normals;
    std::unique_ptr<TemplatePreview> m_preview;
    RunContext m_run;
};

TemplatePreviewOptions TstTemplatePreview::options() const
{
    TemplatePreviewOptions options;
    options.normals = m_normals;
    options.backboneWeights = kWeights;
    options.backboneName = "efficientnet-lite0";
    options.backboneSha256 = "as in the registry";
    options.featureCache = fs::path(m_dir.path().toStdString()) / "features";
    return options;
}

void TstTemplatePreview::initTestCase()
{
    if (!fs::exists(kWeights))
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    const auto add = [&](const std::string &key, const cv::Mat &picture) {
        NormalImage normal;
        normal.path = m_dir.filePath(QString::number(m_normals.size())).toStdString() + ".png";
        normal.contentKey = key;
        normal.category = 2;
        QVERIFY(cv::imwrite(normal.path.string(), picture));
        m_normals.push_back(normal);
    };
    for (std::size_t i = 0; i < kParts; ++i)
        add("part " + std::to_string(i), part(static_cast<int>(i)));
    add("part 0", part(0));
    add("stripes", stripes());
    auto opened = TemplatePreview::open(options(), m_run);
    CF_VERIFY(opened);
    m_preview = std::make_unique<TemplatePreview>(std::move(*opened));
}

void TstTemplatePreview::findsTheOutlierAndTheTwin()
{
    const auto &points = m_preview->coverage().points;
    QCOMPARE(points.size(), m_normals.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        QCOMPARE(points[i].outlier, i == kStripes);
        QCOMPARE(points[i].redundant, i == kTwin);
    }
    QVERIFY(points[kTwin].nearest < 1e-5);
    QVERIFY(points[kStripes].nearest > 2.0 * points[1].nearest);
}

void TstTemplatePreview::placesEqualPicturesAtOnePlace()
{
    const auto &coverage = m_preview->coverage();
    const auto &points = coverage.points;
    QVERIFY(std::abs(points[0].x - points[kTwin].x) < 1e-3);
    QVERIFY(std::abs(points[0].y - points[kTwin].y) < 1e-3);
    double variance = 0.0;
    double farthest = 0.0;
    const double outside = std::hypot(points[kStripes].x, points[kStripes].y);
    for (const auto &point : points) {
        if (point.outlier)
            continue;
        QVERIFY(outside > std::hypot(point.x, point.y));
        variance += point.x * point.x / static_cast<double>(points.size() - 1);
        if (std::abs(point.x) > std::abs(farthest))
            farthest = point.x;
    }
    QVERIFY(std::abs(variance - 1.0) < 1e-6); // whitened
    QVERIFY(farthest > 0.0);                  // of fixed sign
    QVERIFY(coverage.shownVariance > 0.3 && coverage.shownVariance <= 1.0);
}

void TstTemplatePreview::goldenPicturesAreNeitherOutliersNorTwins()
{
    const auto &golden = m_preview->coverage().golden;
    QCOMPARE(golden.size(), kParts);
    QVERIFY(std::find(golden.begin(), golden.end(), kStripes) == golden.end());
    QVERIFY(std::find(golden.begin(), golden.end(), kTwin) == golden.end());
    QCOMPARE(std::set(golden.begin(), golden.end()).size(), golden.size());
}

void TstTemplatePreview::choosesAsTrainingDoes()
{
    const auto centres = m_preview->choose(TemplateStrategy::KCentre, 3, 0);
    QCOMPARE(centres.size(), 3U);
    QVERIFY(std::find(centres.begin(), centres.end(), kStripes) != centres.end());
    const auto random = m_preview->choose(TemplateStrategy::Random, 4, 7);
    QCOMPARE(random.size(), 4U);
    QCOMPARE(m_preview->choose(TemplateStrategy::Random, 4, 7), random);
    bool differs = false;
    for (std::uint64_t seed = 8; seed < 12; ++seed)
        differs = differs || m_preview->choose(TemplateStrategy::Random, 4, seed) != random;
    QVERIFY(differs);
    QVERIFY(m_preview->choose(TemplateStrategy::Nearest, 3, 0).empty());
}

void TstTemplatePreview::coversBetterWithMoreTemplates()
{
    double before = 2.0;
    for (std::size_t count = 1; count <= 6; ++count) {
        const auto radius =
            m_preview->coveringRadius(m_preview->choose(TemplateStrategy::KCentre, count, 0));
        QVERIFY(radius.largest <= before);
        QVERIFY(radius.mean <= radius.largest);
        before = radius.largest;
    }
    // Without fixed templates: to the nearest other normal, the outlier farthest.
    QCOMPARE(m_preview->coveringRadius({}).largest, m_preview->coverage().points[kStripes].nearest);
}

void TstTemplatePreview::findsNothingInACopyAndMuchInADefect()
{
    const std::vector<std::size_t> templates = {0, 3, 6};
    PreviewQuery fine{part(0), {}, {}, {}};
    const auto same = m_preview->match(fine, templates, m_run);
    CF_VERIFY(same);
    cv::Mat defective = part(0);
    cv::rectangle(defective, {88, 60, 24, 24}, cv::Scalar(0, 255, 255), cv::FILLED);
    const auto defect = m_preview->match({defective, {}, {}, {}}, templates, m_run);
    CF_VERIFY(defect);
    QCOMPARE(same->layers.size(), 5U);
    for (const auto &map : same->layers) {
        QCOMPARE(map.cost.size(), cv::Size(200, 160));
        QCOMPARE(map.cost.type(), CV_32FC1);
        double most = 0.0;
        cv::minMaxLoc(map.cost, nullptr, &most);
        QVERIFY(most < 1e-4);
    }
    cv::Point worst;
    double most = 0.0;
    cv::minMaxLoc(defect->mean.cost, nullptr, &most, nullptr, &worst);
    QVERIFY(most > 0.1);
    QVERIFY(cv::Rect(80, 52, 40, 40).contains(worst));
}

void TstTemplatePreview::keepsMapsOfLargePicturesSmall()
{
    cv::Mat large;
    cv::resize(part(1), large, {3000, 2400});
    const auto match = m_preview->match({large, {}, {}, {}}, {2, 5}, m_run);
    CF_VERIFY(match);
    QCOMPARE(match->mean.cost.cols, 1024);
    QCOMPARE(match->mean.cost.rows, 819);
}

void TstTemplatePreview::namesTheWinningPlace()
{
    const auto match = m_preview->match({part(3), {}, {}, {}}, {6, 3}, m_run);
    CF_VERIFY(match);
    QCOMPARE(match->templates, (std::vector<std::size_t>{6, 3}));
    QCOMPARE(match->grid, 32);
    for (int row = 0; row < match->grid; ++row)
        for (int column = 0; column < match->grid; ++column) {
            QCOMPARE(match->mean.winner.at<int>(row, column), 1); // the same picture
            QCOMPARE(match->mean.place.at<int>(row, column), row * match->grid + column);
        }
}

void TstTemplatePreview::isNeverMatchedWithItself()
{
    const auto nearest = m_preview->matchNearest(query(0), 3, m_run);
    CF_VERIFY(nearest);
    QCOMPARE(nearest->templates.size(), 3U);
    for (const auto index : nearest->templates)
        QVERIFY(index != 0 && index != kTwin); // nor with its copy
    const auto fixed = m_preview->match(query(0), {0, kTwin, 4}, m_run);
    CF_VERIFY(fixed);
    QCOMPARE(fixed->templates, std::vector<std::size_t>{4});
    const auto alone = m_preview->match(query(4), {4}, m_run);
    QVERIFY(!alone.ok());
    QCOMPARE(alone.error().code, ErrorCode::BadUsage);
    QVERIFY(!m_preview->match(query(4), {}, m_run).ok());
}

void TstTemplatePreview::matchesWithWhatASourceGives()
{
    const auto source = std::make_shared<Given>(QueryTemplates{{part(9), part(3)}, {}, {}});
    auto asked = query(3);
    asked.file = "parts/3.png";
    asked.category = "part";
    const auto match = m_preview->matchSource(asked, source, 2, m_run);
    CF_VERIFY(match);
    QCOMPARE(match->templateCount, 2U);
    QVERIFY(match->templates.empty() && match->note.empty());
    QCOMPARE(match->pictures.size(), 2U);
    QCOMPARE(cv::norm(match->pictures[1], part(3), cv::NORM_INF), 0.0);
    double most = 0.0;
    cv::minMaxLoc(match->mean.cellCost, nullptr, &most);
    QVERIFY(most < 1e-4); // the second is the picture itself
    QCOMPARE(match->mean.winner.at<int>(5, 7), 1);

    // It is told of the picture what it is told in scoring, and offered other pictures only.
    QCOMPARE(source->asked.file, asked.file);
    QCOMPARE(source->asked.category, asked.category);
    QCOMPARE(source->asked.normalCount, m_normals.size() - 1);
    QVERIFY(!source->asked.training);
    QVERIFY(!source->mostAlike.empty());
}

void TstTemplatePreview::saysWhyASourceHadNothing()
{
    const auto match = m_preview->matchSource(
        query(3), std::make_shared<Given>(QueryTemplates{{}, {}, "no golden picture"}), 2, m_run);
    CF_VERIFY(match);
    QCOMPARE(match->note, std::string("no golden picture"));
    QCOMPARE(match->templates, m_preview->matchNearest(query(3), 2, m_run)->templates);
    QCOMPARE(match->templateCount, 2U);
}

void TstTemplatePreview::refusesFeaturesOfAnotherBackbone()
{
    const std::vector<int> shape{7, 4, 4};
    const std::vector<cv::Mat> layer{cv::Mat(shape, CV_32F, cv::Scalar(1))};
    const auto match = m_preview->matchSource(
        query(3), std::make_shared<Given>(QueryTemplates{{}, {layer}, {}}), 2, m_run);
    QVERIFY(!match.ok());
    QCOMPARE(match.error().code, ErrorCode::BadData);
}

void TstTemplatePreview::readsTheSameFromTheCache()
{
    QVERIFY(fs::exists(options().featureCache));
    std::size_t computed = 0;
    RunContext run({}, [&](const Progress &progress) {
        if (progress.stage == "features" && progress.done < progress.total)
            ++computed;
    });
    const auto again = TemplatePreview::open(options(), run);
    CF_VERIFY(again);
    QCOMPARE(computed, 0U);
    for (std::size_t i = 0; i < m_normals.size(); ++i) {
        QCOMPARE(again->coverage().points[i].x, m_preview->coverage().points[i].x);
        QCOMPARE(again->coverage().points[i].nearest, m_preview->coverage().points[i].nearest);
    }
    QCOMPARE(again->coverage().golden, m_preview->coverage().golden);
}

void TstTemplatePreview::leavesUnreadablePicturesOut()
{
    auto some = options();
    some.normals.resize(4);
    some.normals[1].path = m_dir.filePath(QStringLiteral("gone.png")).toStdString();
    QStringList lines;
    RunContext run(
        {}, {}, [&](LogLevel, const std::string &line) { lines += QString::fromStdString(line); });
    const auto opened = TemplatePreview::open(some, run);
    CF_VERIFY(opened);
    QCOMPARE(opened->normals().size(), 3U);
    QCOMPARE(opened->normals()[1].path, some.normals[2].path);
    QVERIFY(lines.join(QLatin1Char('\n')).contains(QStringLiteral("gone.png")));
}

void TstTemplatePreview::needsTwoPictures()
{
    auto one = options();
    one.normals.resize(1);
    const auto opened = TemplatePreview::open(one, m_run);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, ErrorCode::BadData);
}

void TstTemplatePreview::stopsWhenAsked()
{
    std::stop_source stop;
    RunContext run(stop.get_token(), [&](const Progress &progress) {
        if (progress.stage == "load" && progress.done == 2)
            stop.request_stop();
    });
    QVERIFY_EXCEPTION_THROWN((void)TemplatePreview::open(options(), run).ok(), Cancelled);
}

QTEST_GUILESS_MAIN(TstTemplatePreview)
#include "tst_template_preview.moc"
