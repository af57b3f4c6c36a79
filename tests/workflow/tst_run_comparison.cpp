#include "core/workflow/run_comparison.h"
#include "core/workflow/run_settings.h"
#include "tests/result_check.h"
#include "tests/workflow/compared_runs.h"

#include <QTemporaryDir>

#include <cmath>
#include <fstream>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::workflow;

namespace {

bool near(const std::optional<double> &value, double wanted)
{
    return value && std::abs(*value - wanted) < 1e-6;
}

const MetricRow *rowOf(const RunComparison &comparison, const std::string &category)
{
    for (const auto &row : comparison.metrics)
        if (row.category == category && row.metric == "image_auroc")
            return &row;
    return nullptr;
}

} // namespace

class TstRunComparison : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tellsFiguresAndGainOfEachRun();
    void comparesCategoriesWithTheReference();
    void takesTheMeanOverSharedCategoriesOnly();
    void takesAnotherReference();
    void findsThePicturesThatChangeSide();
    void judgesByAGivenThreshold();
    void comparesAcrossScales();
    void listsSettingsThatDiffer();
    void survivesDamagedSettings();
    void smoothsTheLoss();
    void takesRunsThatWereNotEvaluated();
    void findsThePictureWhereTheDataWasMovedTo();
    void refusesWhatCannotBeCompared();
    void writesTheCommandThatRepeatsARun();
    void writesChoicesInTheirWords();
    void listsTwoHundredRuns();

private:
    RunComparison compare(const ComparisonRequest &request) const
    {
        RunContext run;
        return compareRuns(*m_project, request, run).orThrow();
    }
    fs::path folder() const { return fs::path(m_dir->path().toStdString()); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Project> m_project;
    std::vector<store::Id> m_runs;
};

void TstRunComparison::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_project = std::make_unique<store::Project>(store::Project::create(folder() / "p").orThrow());
    m_runs = compared::threeRuns(*m_project);
}

void TstRunComparison::tellsFiguresAndGainOfEachRun()
{
    const auto rows = runTable(*m_project);
    CF_VERIFY(rows);
    QCOMPARE(rows->size(), std::size_t{3});
    const auto &first = rows->front();
    QCOMPARE(first.run.name, std::string("first"));
    QCOMPARE(first.profile, std::string("compact"));
    QCOMPARE(first.folder, m_project->runFolder(m_runs[0]));
    QCOMPARE(first.figures.size(), std::size_t{4});
    QCOMPARE(first.figures[0].metric, std::string("image_auroc"));
    QVERIFY(near(first.figures[0].baseline, 0.6)); // (0.8 + 0.6) / 2 - 0.1
    QVERIFY(near(first.figures[0].result, 0.7));
    QVERIFY(near(first.figures[0].gain(), 0.1));
    QVERIFY(!first.figures[1].result && !first.figures[1].gain());
    const auto &other = rows->back();
    QVERIFY(near(other.figures[0].result, 0.7));
    QVERIFY(!other.figures[0].baseline && !other.figures[0].gain());
}

void TstRunComparison::comparesCategoriesWithTheReference()
{
    const auto comparison = compare({{m_runs[0], m_runs[1]}, {}, {}});
    QCOMPARE(comparison.reference, std::size_t{0});
    const auto *row = rowOf(comparison, "a");
    QVERIFY(row);
    QVERIFY(near(row->values[0], 0.8) && near(row->values[1], 0.9));
    QVERIFY(!row->deltas[0]);
    QVERIFY(near(row->deltas[1], 0.1));
    const auto *lacking = rowOf(comparison, "b");
    QVERIFY(lacking && !lacking->values[0] && near(lacking->values[1], 0.2));
    QVERIFY(!lacking->deltas[1]);
}

void TstRunComparison::takesTheMeanOverSharedCategoriesOnly()
{
    const auto comparison = compare({{m_runs[0], m_runs[1]}, {}, {}});
    QCOMPARE(comparison.sharedCategories, (std::vector<std::string>{"a", "c"}));
    QCOMPARE(comparison.otherCategories, std::size_t{1});
    const auto *mean = rowOf(comparison, "");
    QVERIFY(near(mean->values[0], 0.7) && near(mean->values[1], 0.85)); // without b
    QVERIFY(near(mean->deltas[1], 0.15));
    QVERIFY(comparison.metrics.front().category.empty());
}

void TstRunComparison::takesAnotherReference()
{
    const auto comparison = compare({{m_runs[0], m_runs[1]}, m_runs[1], {}});
    QCOMPARE(comparison.reference, std::size_t{1});
    QVERIFY(near(rowOf(comparison, "a")->deltas[0], -0.1));
    QVERIFY(!rowOf(comparison, "a")->deltas[1]);
}

void TstRunComparison::findsThePicturesThatChangeSide()
{
    const auto comparison = compare({{m_runs[0], m_runs[1]}, {}, {}});
    QVERIFY(near(comparison.runs[0].thresholds.at("a"), 3.0));
    QVERIFY(near(comparison.runs[1].thresholds.at("a"), 3.0));
    QStringList order;
    for (const auto &picture : comparison.pictures)
        order += QString::fromStdString(picture.path.string());
    QCOMPARE(order.join(QLatin1Char(' ')),
             QStringLiteral("a/g1.png a/d1.png a/g0.png a/d0.png b/d0.png"));
    const auto &first = comparison.pictures[0];
    QVERIFY(first.changesSide && first.called[0] == false && first.called[1] == true);
    // Scores 1 2 3 6 and 1 5 3 7: variances 3.5 and 5; g1 is 1 below 3, then 2 above.
    QVERIFY(near(first.change, 1.0 / std::sqrt(3.5) + 2.0 / std::sqrt(5.0)));
    QVERIFY(!comparison.pictures[1].changesSide);
    QVERIFY(near(comparison.pictures[1].change, 4.0 / std::sqrt(5.0) - 3.0 / std::sqrt(3.5)));
    QVERIFY(near(comparison.pictures[3].change, 0.0));
    QCOMPARE(comparison.sharedPictures, std::size_t{4});
    const auto &lacking = comparison.pictures[4];
    QVERIFY(!lacking.scores[0] && !lacking.called[0] && near(lacking.scores[1], 4.0));
}

void TstRunComparison::judgesByAGivenThreshold()
{
    const auto comparison = compare({{m_runs[0], m_runs[1]}, {}, 6.5});
    QCOMPARE(comparison.runs[0].thresholds.at("a"), 6.5);
    QCOMPARE(comparison.pictures[0].path.string(), std::string("a/d1.png")); // 6, then 7
    QVERIFY(comparison.pictures[0].changesSide);
    QVERIFY(!comparison.pictures[1].changesSide);
}

void TstRunComparison::comparesAcrossScales()
{
    const auto comparison = compare({{m_runs[0], m_runs[2]}, {}, {}});
    QVERIFY(comparison.runs[1].variant == store::Variant::External);
    QVERIFY(near(comparison.runs[1].thresholds.at("a"), 0.15));
    const auto &changed = comparison.pictures[0];
    QCOMPARE(changed.path.string(), std::string("a/g1.png")); // 0.2 is called anomalous
    // Scores 0.1 0.2 0.15 0.9: mean 0.3375, variance 0.1067187...
    QVERIFY(near(changed.change, 1.0 / std::sqrt(3.5) + 0.05 / std::sqrt(0.10671875)));
    QCOMPARE(comparison.sharedCategories, std::vector<std::string>{"a"});
}

void TstRunComparison::listsSettingsThatDiffer()
{
    const auto comparison = compare({{m_runs[0], m_runs[1]}, {}, {}});
    QCOMPARE(comparison.settings.size(), std::size_t{1});
    const auto &row = comparison.settings.front();
    QCOMPARE(row.key, std::string("steps"));
    QCOMPARE(row.option, std::string("--steps"));
    QVERIFY(row.values[0] == "100" && row.values[1] == "200");
}

void TstRunComparison::survivesDamagedSettings()
{
    store::NewRun row;
    row.name = "odd";
    row.settingsJson = "[1]";
    const auto odd = m_project->createRun(row).orThrow();
    const auto settings = runSettings(m_project->run(odd).orThrow());
    QVERIFY(!settings.ok() && settings.error().code == ErrorCode::BadFormat);
    const auto comparison = compare({{m_runs[0], odd}, {}, {}});
    QVERIFY(!comparison.settings.empty());
    QVERIFY(!comparison.settings.front().values[1]);
    CF_VERIFY(runTable(*m_project));
}

void TstRunComparison::smoothsTheLoss()
{
    std::vector<store::LossStep> steps;
    for (int i = 0; i <= 21; ++i) {
        steps.push_back({i, 1e-3, {{"total", static_cast<double>(i)}}});
        if (i == 10)
            steps.back().terms.push_back({"validation_score", 0.5});
    }
    CF_VERIFY(m_project->appendLosses(m_runs[0], steps));
    const auto comparison = compare({{m_runs[0], m_runs[1]}, {}, {}});
    const auto &loss = comparison.runs[0].loss;
    QCOMPARE(loss.step.size(), std::size_t{22});
    QCOMPARE(loss.value[0], 0.0);
    QCOMPARE(loss.value[3], 1.5);   // (0 + 1 + 2 + 3) / 4
    QCOMPARE(loss.value[21], 11.5); // 2..21
    QCOMPARE(comparison.runs[0].validation.step, std::vector<double>{10.0});
    QVERIFY(comparison.runs[1].loss.step.empty());
}

void TstRunComparison::takesRunsThatWereNotEvaluated()
{
    const auto fresh = compared::trained(*m_project, "fresh", 5);
    const auto comparison = compare({{m_runs[0], fresh}, {}, {}});
    QVERIFY(!comparison.runs[1].evaluated);
    QCOMPARE(comparison.sharedPictures, std::size_t{4});
    QVERIFY(near(rowOf(comparison, "")->values[0], 0.7));
    QVERIFY(!rowOf(comparison, "")->values[1]);
    for (const auto &picture : comparison.pictures)
        QVERIFY(!picture.changesSide);
}

void TstRunComparison::findsThePictureWhereTheDataWasMovedTo()
{
    fs::create_directories(folder() / "moved/a");
    std::ofstream(folder() / "moved/a/g0.png") << "x";
    ComparedRun run;
    run.roots = {folder() / "gone", folder() / "moved"};
    QCOMPARE(pictureFile(run, "a/g0.png").string(), (folder() / "moved/a/g0.png").string());
    QCOMPARE(pictureFile(run, "a/no.png").string(), (folder() / "gone/a/no.png").string());
}

void TstRunComparison::refusesWhatCannotBeCompared()
{
    RunContext run;
    const auto fails = [&](const ComparisonRequest &request, ErrorCode code) {
        const auto result = compareRuns(*m_project, request, run);
        return !result.ok() && result.error().code == code;
    };
    QVERIFY(fails({{m_runs[0]}, {}, {}}, ErrorCode::BadUsage));
    QVERIFY(fails({{m_runs[0], m_runs[0]}, {}, {}}, ErrorCode::BadUsage));
    QVERIFY(fails({{m_runs[0], m_runs[1]}, m_runs[2], {}}, ErrorCode::BadUsage));
    QVERIFY(fails({{m_runs[0], 999}, {}, {}}, ErrorCode::NotFound));
    std::stop_source stop;
    stop.request_stop();
    RunContext stopped(stop.get_token());
    QVERIFY_EXCEPTION_THROWN(
        (void)compareRuns(*m_project, {{m_runs[0], m_runs[1]}, {}, {}}, stopped).ok(), Cancelled);
}

void TstRunComparison::writesTheCommandThatRepeatsARun()
{
    const auto run = m_project->run(m_runs[0]).orThrow();
    const auto settings = runSettings(run);
    CF_VERIFY(settings);
    QCOMPARE(repeatCommand(run, *settings, "/my p"),
             std::string("costfilter train --project '/my p' --category 'a,b c' --profile compact "
                         "--templates k-centre --steps 100 --seed 7"));
    QCOMPARE(resumeCommand(run, "/it's"),
             "costfilter train --project '/it'\\''s' --resume " + std::to_string(run.id));
    QVERIFY(resumeCommand(m_project->run(m_runs[2]).orThrow(), "/p").empty());
    const auto rate = std::find_if(settings->begin(), settings->end(),
                                   [](const auto &entry) { return entry.key == "learning_rate"; });
    QVERIFY(rate != settings->end() && rate->value.empty() && rate->option.empty());
}

void TstRunComparison::writesChoicesInTheirWords()
{
    store::Run run;
    run.settingsJson = R"({"templates": 3, "vary_light": 2, "vary_pose": 0, "vary_focus": 1})";
    const auto settings = runSettings(run);
    CF_VERIFY(settings);
    QCOMPARE(repeatCommand(run, *settings, "/p"),
             std::string("costfilter train --project /p --templates chosen --vary-light wide "
                         "--vary-pose none --vary-focus measured"));
    run.settingsJson = R"({"templates": 9})"; // of a newer version
    QCOMPARE(runSettings(run)->front().value, std::string("9"));
}

void TstRunComparison::listsTwoHundredRuns()
{
    for (int i = 0; i < 197; ++i) {
        const auto id = compared::trained(*m_project, "run", 10);
        CF_VERIFY(m_project->saveEvaluation(
            compared::evaluation(id, store::Variant::Fused, {}, {{"a", 0.5}, {"b", 0.6}})));
    }
    const auto rows = runTable(*m_project);
    CF_VERIFY(rows);
    QCOMPARE(rows->size(), std::size_t{200});
}

QTEST_GUILESS_MAIN(TstRunComparison)
#include "tst_run_comparison.moc"
