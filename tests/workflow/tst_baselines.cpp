#include "core/demo/demo_data.h"
#include "core/imaging/image_file.h"
#include "core/imaging/map_file.h"
#include "core/store/project.h"
#include "core/weights/tensor_reader.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/infer.h"
#include "core/workflow/inspect.h"
#include "core/workflow/model_files.h"
#include "core/workflow/model_location.h"
#include "core/workflow/report_run.h"
#include "core/workflow/run_settings.h"
#include "core/workflow/train.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>

#include <map>

namespace fs = std::filesystem;
using namespace cf;
using engine::BaselineMethod;

namespace {

constexpr const char *kCategory = "circuit_board";

/// The seven figures of one method in the only category.
std::vector<double> figures(const workflow::Evaluation &evaluation, const char *method)
{
    std::vector<double> values;
    for (const auto &[name, figure] : evaluation.categories.at(0).methods.at(method).named())
        values.push_back(figure->value.value_or(-1.0));
    return values;
}

} // namespace

/// PatchCore and AnomalyDINO without a filter and with one, through the functions that the command
/// line and the window call.
class TstBaselines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void standsAlone_data();
    void standsAlone();
    void isAModelLikeAnyOther_data();
    void isAModelLikeAnyOther();
    void aFilterStartsFromTheBaseline();
    void modelsWithoutThemAreAsTheyAlwaysWere();
    void templatesOfAMemoryNeedThatMemory();

private:
    QTemporaryDir m_dir;
    std::map<BaselineMethod, std::string> m_runs;
    std::map<BaselineMethod, workflow::Evaluation> m_evaluations;

    fs::path at(const std::string &name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    workflow::TrainRequest request(BaselineMethod method) const;
    workflow::Evaluation evaluated(const std::string &run) const;
    fs::path modelOf(BaselineMethod method) const;
    static void addMethods();
};

void TstBaselines::initTestCase()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("SKIPPED tst_baselines: the weights of efficientnet-lite0 are not installed.");
    demo::DemoOptions options;
    options.trainPerCategory = 16;
    options.goodPerCategory = 8;
    options.defectsPerKind = 2;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(at("data"), options, run));
}

workflow::TrainRequest TstBaselines::request(BaselineMethod method) const
{
    workflow::TrainRequest made;
    made.project = at("project");
    made.data = at("data");
    made.categories = {kCategory};
    made.options.baseline.method = method;
    made.options.filter = false;
    return made;
}

workflow::Evaluation TstBaselines::evaluated(const std::string &run) const
{
    workflow::EvaluateRequest evaluate;
    evaluate.project = at("project");
    evaluate.run = run;
    evaluate.categories = {kCategory};
    RunContext context;
    return workflow::evaluate(evaluate, context).orThrow();
}

fs::path TstBaselines::modelOf(BaselineMethod method) const
{
    const auto project = store::Project::open(at("project")).orThrow();
    return workflow::modelOfRun(project, project.run(std::stoll(m_runs.at(method))).orThrow())
        .orThrow();
}

void TstBaselines::addMethods()
{
    QTest::addColumn<BaselineMethod>("method");
    for (const auto method :
         {BaselineMethod::PatchCore, BaselineMethod::AnomalyDino, BaselineMethod::CostVolume})
        QTest::newRow(toString(method)) << method;
}

void TstBaselines::standsAlone_data()
{
    addMethods();
}

void TstBaselines::standsAlone()
{
    QFETCH(const BaselineMethod, method);
    RunContext run;
    const auto trained = workflow::train(request(method), run).orThrow();
    QCOMPARE(trained.steps, std::int64_t{0});
    m_runs[method] = trained.run;
    const auto evaluation = evaluated(trained.run);
    m_evaluations[method] = evaluation;
    const auto baseline = figures(evaluation, "baseline");
    qInfo("%s: image AUROC %.3f, pixel AUROC %.3f, pixel AP %.3f, AU-PRO %.3f in %.1f s",
          toString(method), baseline[0], baseline[3], baseline[4], baseline[6], trained.seconds);
    QVERIFY(baseline[0] > 0.7);
    QVERIFY(baseline[3] > 0.8);
    // It is the answer, and there is nothing else.
    QCOMPARE(figures(evaluation, "fused"), baseline);
    QVERIFY(!evaluation.categories.at(0).methods.contains("filtered"));
}

void TstBaselines::isAModelLikeAnyOther_data()
{
    addMethods();
}

void TstBaselines::isAModelLikeAnyOther()
{
    QFETCH(const BaselineMethod, method);
    QVERIFY(m_runs.contains(method));
    const auto id = m_runs.at(method);
    const std::string name = toString(method);
    RunContext run;
    const auto picture = at("data") / kCategory / "test" / "good" / "000.png";
    workflow::InferRequest infer;
    infer.model = modelOf(method);
    infer.images = picture;
    infer.out = at("scores-" + name);
    infer.maps = imaging::MapFormat::Tiff;
    CF_VERIFY(workflow::infer(infer, run));
    const auto map = imaging::loadMap(infer.out / "maps" / "000.png.tiff").orThrow();

    const auto inspector = workflow::Inspector::open(at("project"), id, "cpu", run).orThrow();
    dataset::Sample sample;
    sample.image = picture;
    sample.label = dataset::Label::Normal;
    const auto seen = inspector.inspect(sample, run).orThrow();
    QVERIFY(seen.stages.back().kind == workflow::NoiseStage::Kind::Fused);
    QCOMPARE(cv::norm(seen.stages.back().map, map, cv::NORM_INF), 0.0);
    QCOMPARE(seen.templates.empty(), method != BaselineMethod::CostVolume);

    CF_VERIFY(workflow::reportRun(at("project"), id, at(name + ".html"), run));
    CF_VERIFY(
        workflow::exportModel(infer.model, at(name + ".pt"), run)); // compares the maps itself
    const auto weights = workflow::exportModel(infer.model, at(name + ".pth"), run);
    QVERIFY(!weights.ok());
    QCOMPARE(weights.error().code, ErrorCode::Unsupported);

    const auto project = store::Project::open(at("project")).orThrow();
    const auto row = project.run(std::stoll(id)).orThrow();
    const auto command = workflow::repeatCommand(row, workflow::runSettings(row).orThrow(), "p");
    QVERIFY2(command.find("--method " + name) != std::string::npos, command.c_str());
    QVERIFY(command.find("--baseline") == std::string::npos);

    auto again = request(method);
    again.resumeRun = id;
    again.options = {}; // all comes from the run
    CF_VERIFY(workflow::train(again, run));
    QCOMPARE(figures(evaluated(id), "baseline"), figures(m_evaluations.at(method), "baseline"));
}

void TstBaselines::aFilterStartsFromTheBaseline()
{
    QVERIFY(m_evaluations.contains(BaselineMethod::PatchCore));
    auto wanted = request(BaselineMethod::PatchCore);
    wanted.options.filter = true;
    wanted.options.source = engine::kPatchCoreSource;
    wanted.options.steps = 20;
    wanted.options.batch = 4;
    RunContext run;
    const auto trained = workflow::train(wanted, run).orThrow();
    QCOMPARE(trained.steps, std::int64_t{20});
    const auto evaluation = evaluated(trained.run);
    // The same memory, whose scale over the normals moves no rank.
    const auto alone = figures(m_evaluations.at(BaselineMethod::PatchCore), "baseline");
    const auto within = figures(evaluation, "baseline");
    for (std::size_t i = 0; i < alone.size(); ++i)
        QVERIFY2(std::abs(alone[i] - within[i]) < 1e-3,
                 qPrintable(QStringLiteral("%1: %2 and %3").arg(i).arg(alone[i]).arg(within[i])));
    QVERIFY(evaluation.categories.at(0).methods.contains("filtered"));
    const auto project = store::Project::open(at("project")).orThrow();
    const auto row = project.run(std::stoll(trained.run)).orThrow();
    const auto command = workflow::repeatCommand(row, workflow::runSettings(row).orThrow(), "p");
    QVERIFY2(command.find("--baseline patchcore") != std::string::npos, command.c_str());
    QVERIFY(command.find("--templates patchcore") != std::string::npos);
    // Each template is a reconstruction from the memory: it has no picture.
    const auto inspector =
        workflow::Inspector::open(at("project"), trained.run, "cpu", run).orThrow();
    dataset::Sample sample;
    sample.image = at("data") / kCategory / "test" / "good" / "000.png";
    sample.label = dataset::Label::Normal;
    const auto seen = inspector.inspect(sample, run).orThrow();
    QCOMPARE(seen.scored.templateCount, static_cast<std::size_t>(wanted.options.templateCount));
    QVERIFY(seen.templates.front().empty());
}

void TstBaselines::modelsWithoutThemAreAsTheyAlwaysWere()
{
    workflow::TrainRequest wanted = request(BaselineMethod::CostVolume);
    wanted.options.filter = true;
    wanted.options.steps = 2;
    wanted.options.batch = 2;
    RunContext run;
    const auto trained = workflow::train(wanted, run).orThrow();
    const auto headers = weights::readTensorHeaders(trained.model).orThrow();
    const auto &settings = headers.metadata.at("costfilter");
    for (const char *later : {"baseline\"", "patchLayers", "maskedCategories", "hasFilter"})
        QVERIFY2(settings.find(later) == std::string::npos, later);
    const auto project = store::Project::open(at("project")).orThrow();
    const auto row = project.run(std::stoll(trained.run)).orThrow();
    QVERIFY(row.settingsJson.find("coreset") == std::string::npos);
    QVERIFY(row.settingsJson.find("\"baseline\"") == std::string::npos);
}

void TstBaselines::templatesOfAMemoryNeedThatMemory()
{
    auto wanted = request(BaselineMethod::AnomalyDino);
    wanted.options.filter = true;
    wanted.options.source = engine::kPatchCoreSource;
    const auto runs = [&] {
        return store::Project::open(at("project")).orThrow().runs().orThrow().size();
    };
    const auto before = runs();
    RunContext run;
    const auto trained = workflow::train(wanted, run);
    QVERIFY(!trained.ok());
    QCOMPARE(runs(), before);
    QCOMPARE(trained.error().code, ErrorCode::BadUsage);
    QVERIFY(trained.error().detail.find("--baseline patchcore") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstBaselines)
#include "tst_baselines.moc"
