#include "core/demo/demo_data.h"
#include "core/store/project.h"
#include "core/weights/tensor_reader.h"
#include "core/workflow/model_files.h"
#include "core/workflow/run_settings.h"
#include "core/workflow/train.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace fs = std::filesystem;
using namespace cf;

namespace {

/// Bytes of the network's tensors in a model file, by official name.
std::map<std::string, std::vector<std::byte>> networkOf(const fs::path &model)
{
    std::map<std::string, std::vector<std::byte>> tensors;
    for (const auto &tensor : weights::readTensorFile(model).orThrow().tensors)
        if (tensor.name.starts_with("network."))
            tensors[tensor.name] = {tensor.bytes.begin(), tensor.bytes.end()};
    return tensors;
}

} // namespace

/// Trainings that begin with weights from a file.
class TstFilterWeights : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void usesThemAsTheyAre_data();
    void usesThemAsTheyAre();
    void goesOnFromThem();
    void takesThePublishedNetwork();
    void beginsTheAdaptorAnewForOtherCategories();
    void namesTheTensorsThatDoNotFit();

private:
    fs::path at(const std::string &name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    workflow::TrainRequest request(std::int64_t steps) const
    {
        workflow::TrainRequest made;
        made.project = at("project");
        made.data = at("data");
        made.categories = {"cloth", "brushed_metal"};
        made.options.steps = steps;
        made.options.batch = 4;
        return made;
    }
    workflow::TrainRequest paper(std::int64_t steps) const
    {
        auto made = request(steps);
        made.options.profile = engine::Profile::Paper;
        made.options.matches = 24;
        made.options.gridPx = 16;
        made.options.batch = 2;
        return made;
    }
    fs::path exported(const fs::path &model, const char *name)
    {
        workflow::exportModel(model, at(name), m_run).orThrow();
        return at(name);
    }

    QTemporaryDir m_dir;
    RunContext m_run;
    fs::path m_model; ///< a compact filter of 8 steps
};

void TstFilterWeights::initTestCase()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("SKIPPED tst_filter_weights: the weights of efficientnet-lite0 are not installed.");
    demo::DemoOptions options;
    options.trainPerCategory = 6;
    options.goodPerCategory = 2;
    options.defectsPerKind = 1;
    demo::writeDemoData(at("data"), options, m_run).orThrow();
    m_model = workflow::train(request(8), m_run).orThrow().model;
}

void TstFilterWeights::usesThemAsTheyAre_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("a model") << QString();
    QTest::newRow("pth") << QStringLiteral("filter.pth");
}

void TstFilterWeights::usesThemAsTheyAre()
{
    QFETCH(const QString, file);
    auto wanted = request(0);
    wanted.options.seed = 7; // what the network would begin with is something else
    wanted.options.filterWeights = file.isEmpty() ? m_model : exported(m_model, qPrintable(file));
    const auto trained = workflow::train(wanted, m_run);
    CF_VERIFY(trained);
    QCOMPARE(trained->steps, std::int64_t{0});
    QVERIFY(networkOf(trained->model) == networkOf(m_model));
    const auto row =
        store::Project::open(at("project")).orThrow().run(std::stoll(trained->run)).orThrow();
    const auto command =
        workflow::repeatCommand(row, workflow::runSettings(row).orThrow(), at("project"));
    QVERIFY2(command.find("--filter-weights " + wanted.options.filterWeights.string()) !=
                 std::string::npos,
             command.c_str());
}

void TstFilterWeights::goesOnFromThem()
{
    auto wanted = request(2);
    wanted.options.filterWeights = m_model;
    const auto trained = workflow::train(wanted, m_run);
    CF_VERIFY(trained);
    QCOMPARE(trained->steps, std::int64_t{2});
    QVERIFY(networkOf(trained->model) != networkOf(m_model));
}

void TstFilterWeights::takesThePublishedNetwork()
{
    const auto first = workflow::train(paper(1), m_run);
    CF_VERIFY(first);
    auto again = paper(0);
    again.options.seed = 7;
    again.options.filterWeights = exported(first->model, "published.pth");
    const auto trained = workflow::train(again, m_run);
    CF_VERIFY(trained);
    QVERIFY(networkOf(trained->model) == networkOf(first->model));
}

void TstFilterWeights::beginsTheAdaptorAnewForOtherCategories()
{
    auto wanted = request(0);
    wanted.categories = {"cloth"};
    wanted.options.filterWeights = m_model;
    std::string said;
    RunContext run({}, {}, [&](LogLevel, const std::string &line) { said += line + "\n"; });
    const auto trained = workflow::train(wanted, run);
    CF_VERIFY(trained);
    QVERIFY2(said.find("knows 2 categories, and here are 1") != std::string::npos, said.c_str());
    auto before = networkOf(m_model);
    for (const auto &[name, bytes] : networkOf(trained->model))
        QVERIFY(bytes == before[name] || name.find("classifier") != std::string::npos);
}

void TstFilterWeights::namesTheTensorsThatDoNotFit()
{
    auto wanted = request(0);
    wanted.options.filterWeights = workflow::findWeights("efficientnet-lite0").orThrow();
    const auto trained = workflow::train(wanted, m_run);
    QVERIFY(!trained.ok());
    QCOMPARE(trained.error().code, ErrorCode::BadFormat);
    QVERIFY2(trained.error().detail.find("_blocks.0") != std::string::npos,
             trained.error().detail.c_str());
    wanted.options.filterWeights = at("gone.pth");
    QCOMPARE(workflow::train(wanted, m_run).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TstFilterWeights)
#include "tst_filter_weights.moc"
