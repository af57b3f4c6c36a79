#include "core/dataset/open_dataset.h"
#include "core/demo/demo_data.h"
#include "core/imaging/image_file.h"
#include "core/store/file_hash.h"
#include "core/store/project.h"
#include "core/workflow/model_location.h"
#include "core/workflow/templates.h"
#include "core/workflow/train.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QTemporaryDir>

#include <nlohmann/json.hpp>
#include <opencv2/core.hpp>

namespace fs = std::filesystem;
using namespace cf;

/// Which templates a run uses: picked by hand or by a rule, kept with the run and in its model.
class TstRunTemplates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void keepsTheHandPickedOnes();
    void scoresWithTheHandPickedOnes();
    void goesOnWithTheSameOnes();
    void notesWhatARuleChose();
    void refusesAFileThatIsNoNormal();
    void refusesACategoryWithoutOne();
    void previewsACategoryOfADataset();

private:
    QTemporaryDir m_dir;
    std::string m_run;
    fs::path m_model;

    fs::path at(const std::string &name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    fs::path normal(const std::string &category, int number) const
    {
        RunContext run;
        const auto found = dataset::openDataset(at("data"), run).orThrow();
        return found.find(category)->trainNormals().at(static_cast<std::size_t>(number)).image;
    }
    workflow::TrainRequest request(engine::TemplateStrategy strategy) const
    {
        workflow::TrainRequest made;
        made.project = at("project");
        made.data = at("data");
        made.categories = {"cloth"};
        made.options.templates = strategy;
        made.options.steps = 2;
        made.options.batch = 2;
        made.options.checkpointEvery = 1;
        return made;
    }
    store::TemplateSet templatesOf(const std::string &id) const
    {
        const auto project = store::Project::open(at("project")).orThrow();
        const auto sets = project.templateSets(std::stoll(id)).orThrow();
        return sets.size() == 1 ? sets.front() : store::TemplateSet();
    }
};

void TstRunTemplates::initTestCase()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    demo::DemoOptions options;
    options.trainPerCategory = 6;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(at("data"), options, run));
}

void TstRunTemplates::keepsTheHandPickedOnes()
{
    auto chosen = request(engine::TemplateStrategy::Chosen);
    chosen.templates = {normal("cloth", 4), normal("cloth", 1), normal("cloth", 4)};
    RunContext run;
    const auto trained = workflow::train(chosen, run);
    CF_VERIFY(trained);
    m_run = trained->run;
    m_model = trained->model;
    const auto set = templatesOf(m_run);
    QCOMPARE(set.source, std::string("chosen"));
    QCOMPARE(set.count, 2);
    QCOMPARE(set.images.size(), 2U);
    QCOMPARE(at("data") / set.images[0].path, normal("cloth", 4)); // in the order of picking
    QCOMPARE(at("data") / set.images[1].path, normal("cloth", 1));
    const auto row = store::Project::open(at("project")).orThrow().run(std::stoll(m_run)).orThrow();
    const auto keys = nlohmann::json::parse(row.settingsJson).at("chosen_templates");
    QCOMPARE(keys.size(), 2U);
    QCOMPARE(keys[0].get<std::string>(), store::sha256File(normal("cloth", 4)).orThrow());
}

void TstRunTemplates::scoresWithTheHandPickedOnes()
{
    QVERIFY(!m_model.empty());
    RunContext run;
    const auto scorer = workflow::openScorer({m_model, "cpu", {}, {}}, run);
    CF_VERIFY(scorer);
    const auto scored = scorer->explain(imaging::loadBgr(normal("cloth", 0)).orThrow());
    // A hand-picked template costs nothing against itself; another normal does.
    const auto picked = scorer->explain(imaging::loadBgr(normal("cloth", 1)).orThrow());
    double most = 0.0;
    cv::minMaxLoc(picked.layerCosts.front(), nullptr, &most);
    QVERIFY2(most < 1e-4, std::to_string(most).c_str());
    cv::minMaxLoc(scored.layerCosts.front(), nullptr, &most);
    QVERIFY2(most > 1e-3, std::to_string(most).c_str());
}

void TstRunTemplates::goesOnWithTheSameOnes()
{
    QVERIFY(!m_run.empty());
    workflow::TrainRequest more;
    more.project = at("project");
    more.resumeRun = m_run;
    more.options.steps = 3;
    std::vector<std::string> lines;
    RunContext run({}, {}, [&](LogLevel, const std::string &line) { lines.push_back(line); });
    const auto trained = workflow::train(more, run);
    CF_VERIFY(trained);
    QCOMPARE(trained->steps, std::int64_t{3});
    QCOMPARE(templatesOf(m_run).images.size(), 2U); // not noted twice
}

void TstRunTemplates::notesWhatARuleChose()
{
    auto centres = request(engine::TemplateStrategy::KCentre);
    centres.options.templateCount = 2;
    RunContext run;
    const auto trained = workflow::train(centres, run);
    CF_VERIFY(trained);
    const auto set = templatesOf(trained->run);
    QCOMPARE(set.source, std::string("k-centre"));
    QCOMPARE(set.images.size(), 2U);

    // The preview says the same before the training.
    const auto found = dataset::openDataset(at("data"), run).orThrow();
    const auto preview = workflow::openTemplates(found, {"cloth", at("project")}, run);
    CF_VERIFY(preview);
    const auto chosen = preview->choose(engine::TemplateStrategy::KCentre, 2, 0);
    QCOMPARE(chosen.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i)
        QCOMPARE(preview->normals()[chosen[i]].path, at("data") / set.images[i].path);

    const auto nearest = workflow::train(request(engine::TemplateStrategy::Nearest), run);
    CF_VERIFY(nearest);
    QCOMPARE(templatesOf(nearest->run).source, std::string("nearest"));
    QVERIFY(templatesOf(nearest->run).images.empty());
}

void TstRunTemplates::refusesAFileThatIsNoNormal()
{
    RunContext run;
    const auto found = dataset::openDataset(at("data"), run).orThrow();
    auto chosen = request(engine::TemplateStrategy::Chosen);
    chosen.templates = {found.find("cloth")->test().back().image};
    const auto trained = workflow::train(chosen, run);
    QVERIFY(!trained.ok());
    QCOMPARE(trained.error().code, ErrorCode::BadUsage);
    QVERIFY(trained.error().detail.find(chosen.templates[0].string()) != std::string::npos);
    chosen.templates = {at("gone.png")};
    QCOMPARE(workflow::train(chosen, run).error().code, ErrorCode::NotFound);
}

void TstRunTemplates::refusesACategoryWithoutOne()
{
    RunContext run;
    auto chosen = request(engine::TemplateStrategy::Chosen);
    chosen.categories = {"cloth", "circuit_board"};
    chosen.templates = {normal("cloth", 0)};
    const auto trained = workflow::train(chosen, run);
    QVERIFY(!trained.ok());
    QCOMPARE(trained.error().code, ErrorCode::BadUsage);
    QVERIFY(trained.error().detail.find("circuit_board") != std::string::npos);
}

void TstRunTemplates::previewsACategoryOfADataset()
{
    RunContext run;
    const auto found = dataset::openDataset(at("data"), run).orThrow();
    QCOMPARE(workflow::openTemplates(found, {"cheese", {}}, run).error().code, ErrorCode::BadUsage);
    const auto preview = workflow::openTemplates(found, {"cloth", at("project")}, run);
    CF_VERIFY(preview);
    QCOMPARE(preview->normals().size(), 6U);
    const auto image = found.find("cloth")->test().back().image;
    const auto match = workflow::matchTemplates(*preview, image, {}, 2, run);
    CF_VERIFY(match);
    QCOMPARE(match->templatePictures.size(), 2U);
    QCOMPARE(match->preview.mean.cost.size(), match->picture.size());
    const auto own = workflow::matchTemplates(*preview, normal("cloth", 3), {3, 5}, 0, run);
    CF_VERIFY(own);
    QCOMPARE(own->preview.templates, std::vector<std::size_t>{5});
}

QTEST_GUILESS_MAIN(TstRunTemplates)
#include "tst_run_templates.moc"
