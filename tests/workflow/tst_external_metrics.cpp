#include "core/imaging/map_file.h"
#include "core/store/project.h"
#include "core/workflow/analysis.h"
#include "core/workflow/external_metrics.h"
#include "core/workflow/report_run.h"
#include "core/workflow/run_comparison.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>

#include <cmath>
#include <fstream>
#include <limits>

namespace fs = std::filesystem;
using namespace cf;

/// Score maps of other methods, on a data set of six flat pictures.
class TstExternalMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsAPerfectMapPerfect();
    void enlargesMapsOfAnotherSize();
    void namesTheMissingMap();
    void refusesNaN();
    void isARunLikeAnyOther();
    void leavesNoRunBehindAFailure();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    cv::Mat m_mask;

    fs::path at(const std::string &name) const
    {
        return fs::path(m_dir->path().toStdString()) / name;
    }
    void writeMap(const std::string &name, const cv::Mat &map) const
    {
        const auto file = at("maps/part/test/" + name);
        fs::create_directories(file.parent_path());
        CF_VERIFY(imaging::saveMap(file, map, imaging::MapFormat::Tiff));
    }
    cv::Mat perfectMap() const
    {
        cv::Mat map;
        m_mask.convertTo(map, CV_32F, 1.0 / 255.0);
        return map;
    }
    Result<workflow::Evaluation> measure(const std::optional<fs::path> &project = {}) const
    {
        RunContext run;
        workflow::ExternalMetricsRequest request;
        request.project = project;
        request.data = at("data");
        request.maps = at("maps");
        return workflow::externalMetrics(request, run);
    }
};

void TstExternalMetrics::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const cv::Mat picture(48, 64, CV_8UC3, cv::Scalar(90, 120, 150));
    m_mask = cv::Mat::zeros(48, 64, CV_8UC1);
    m_mask(cv::Rect(10, 8, 12, 6)).setTo(255);
    for (const char *folder : {"train/good", "test/good", "test/dent", "ground_truth/dent"})
        fs::create_directories(at("data/part/" + std::string(folder)));
    for (const char *name : {"train/good/0.png", "train/good/1.png", "test/good/0.png",
                             "test/good/1.png", "test/dent/0.png", "test/dent/1.png"})
        QVERIFY(cv::imwrite(at("data/part/" + std::string(name)).string(), picture));
    for (const char *name : {"0_mask.png", "1_mask.png"})
        QVERIFY(
            cv::imwrite(at("data/part/ground_truth/dent/" + std::string(name)).string(), m_mask));
    for (const char *name : {"good/0.tiff", "good/1.tiff"})
        writeMap(name, cv::Mat::zeros(48, 64, CV_32F));
    for (const char *name : {"dent/0.tiff", "dent/1.tiff"})
        writeMap(name, perfectMap());
}

void TstExternalMetrics::findsAPerfectMapPerfect()
{
    const auto evaluation = measure();
    CF_VERIFY(evaluation);
    for (const auto &[name, figure] : evaluation->mean.methods.at("external").named())
        QVERIFY2(figure->value && std::abs(*figure->value - 1.0) < 1e-12, name.c_str());
}

void TstExternalMetrics::enlargesMapsOfAnotherSize()
{
    for (const char *name : {"dent/0.tiff", "dent/1.tiff"}) {
        cv::Mat small = cv::Mat::zeros(24, 32, CV_32F);
        small(cv::Rect(5, 4, 6, 3)).setTo(1.0F);
        writeMap(name, small);
    }
    const auto evaluation = measure();
    CF_VERIFY(evaluation);
    const auto &metrics = evaluation->categories.front().methods.at("external");
    QCOMPARE(*metrics.imageAuroc.value, 1.0);
    QVERIFY(*metrics.pixelAp.value > 0.9);
}

void TstExternalMetrics::namesTheMissingMap()
{
    fs::remove(at("maps/part/test/good/1.tiff"));
    const auto evaluation = measure();
    QVERIFY(!evaluation.ok());
    QVERIFY(evaluation.error().code == ErrorCode::BadData);
    QVERIFY(evaluation.error().detail.find("good/1.tiff") != std::string::npos);
}

void TstExternalMetrics::refusesNaN()
{
    cv::Mat map = perfectMap();
    map.at<float>(3, 3) = std::numeric_limits<float>::quiet_NaN();
    const auto file = at("maps/part/test/dent/0.tiff");
    QVERIFY(cv::imwrite(file.string(), map));
    const auto evaluation = measure();
    QVERIFY(!evaluation.ok());
    QVERIFY(evaluation.error().code == ErrorCode::BadData);
    QVERIFY(evaluation.error().detail.find("0.tiff") != std::string::npos);
}

void TstExternalMetrics::isARunLikeAnyOther()
{
    const auto evaluation = measure(at("project"));
    CF_VERIFY(evaluation);
    QCOMPARE(evaluation->run, std::string("1"));
    const auto project = store::Project::open(at("project"));
    CF_VERIFY(project);
    const auto rows = workflow::runTable(*project);
    CF_VERIFY(rows);
    QCOMPARE(rows->size(), std::size_t{1});
    QCOMPARE(rows->front().run.kind, store::RunKind::External);
    QCOMPARE(rows->front().run.state, store::RunState::Done);
    QCOMPARE(rows->front().run.name, std::string("maps"));
    QVERIFY(!rows->front().figures.empty());
    for (const auto &figure : rows->front().figures)
        QVERIFY(figure.result && std::abs(*figure.result - 1.0) < 1e-12);

    RunContext run;
    const auto analysis = workflow::analyseRun(at("project"), 1, run);
    CF_VERIFY(analysis);
    QVERIFY(*analysis);
    const auto &scores = (*analysis)->categories.front().scores.at(store::Variant::External);
    QCOMPARE(scores.pictures.size(), std::size_t{4});
    QCOMPARE(scores.pictures.front().score, 72.0 / 250.0); // 72 pixels of 1 among the 250 largest

    CF_VERIFY(workflow::reportRun(at("project"), "1", at("report.csv"), run));
    std::ifstream in(at("report.csv"));
    std::string heading, figures;
    std::getline(in, heading);
    std::getline(in, figures);
    QCOMPARE(figures, std::string("part,external,1,1,1,1,1,1,1"));
}

void TstExternalMetrics::leavesNoRunBehindAFailure()
{
    fs::remove(at("maps/part/test/good/1.tiff"));
    QVERIFY(!measure(at("project")).ok());
    QVERIFY(!fs::exists(at("project")));
}

QTEST_GUILESS_MAIN(TstExternalMetrics)
#include "tst_external_metrics.moc"
