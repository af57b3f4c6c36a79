#include "samples.h"
#include "tests/result_check.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace cf::store;
using cf::ErrorCode;

class TstRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsARunFromItsCreationToItsEnd();
    void writesTheModelPathRelativeToTheProject();
    void countsRunsFromOneAndListsTheOldestFirst();
    void refusesSettingsThatAreNoJson();
    void doesNotKnowARunThatIsNotThere();
    void keepsLossesByStep();
    void readsOnlyTheLossesAfterAStep();
    void replacesStepsThatAreDoneAgain();
    void forgetsTheStepsAfterACheckpoint();
    void keepsALossThatIsNotANumber();
    void refusesLossesOfARunThatIsNotThere();
    void keepsAnEvaluationWhole();
    void keepsAnEvaluationWithoutAnyNumbers();
    void storesNothingOfAnEvaluationThatContradictsItself();
    void refusesACurveWithTooFewValues();
    void takesTheLatestEvaluation();
    void summarisesEveryRunWithItsLatestMeans();
    void namesEveryWord();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Project> m_project;
    Id newRun() { return m_project->createRun(samples::newRun()).orThrow(); }
};

void TstRecords::init()
{
    m_project.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_project =
        std::make_unique<Project>(Project::create(samples::pathOf(*m_dir, "project")).orThrow());
}

void TstRecords::keepsARunFromItsCreationToItsEnd()
{
    auto wanted = samples::newRun("Schrauben \xe2\x91\xa0");
    wanted.datasetId = m_project->saveDataset(samples::dataset()).orThrow();
    wanted.notes = "it's \"new\"\n";
    const auto id = m_project->createRun(wanted);
    CF_VERIFY(id);
    QVERIFY(std::filesystem::is_directory(m_project->runFolder(*id)));
    Run run = m_project->run(*id).orThrow();
    QVERIFY(run.state == RunState::Queued);
    QCOMPARE(run.name, wanted.name);
    QCOMPARE(run.settingsJson, wanted.settingsJson);
    QCOMPARE(run.seed, wanted.seed);
    QCOMPARE(run.notes, wanted.notes);
    QCOMPARE(run.datasetId, wanted.datasetId);
    QVERIFY(!run.createdUtc.empty() && !run.startedUtc && !run.endedUtc && !run.owner);

    CF_VERIFY(m_project->setRunState(*id, RunState::Running));
    CF_VERIFY(m_project->setRunProgress(*id, 12, 3.5));
    run = m_project->run(*id).orThrow();
    QVERIFY(run.state == RunState::Running);
    QCOMPARE(run.stepsDone, 12);
    QCOMPARE(run.seconds, 3.5);
    QVERIFY(run.startedUtc && !run.endedUtc && run.owner);

    CF_VERIFY(m_project->finishRun(
        *id, {RunState::Failed, 20, 4.5, 0.125, "/models/a.pth", std::string(64, 'b'), "No."}));
    CF_VERIFY(m_project->setRunNotes(*id, "second thought"));
    const auto started = run.startedUtc;
    run = m_project->run(*id).orThrow();
    QVERIFY(run.state == RunState::Failed);
    QCOMPARE(run.startedUtc, started);
    QVERIFY(run.endedUtc);
    QCOMPARE(run.stepsDone, 20);
    QCOMPARE(run.finalLoss, std::optional(0.125));
    QCOMPARE(run.modelPath, std::optional<std::filesystem::path>("/models/a.pth"));
    QCOMPARE(run.modelSha256, std::optional(std::string(64, 'b')));
    QCOMPARE(run.error, std::optional(std::string("No.")));
    QCOMPARE(run.notes, std::string("second thought"));

    CF_VERIFY(m_project->setRunState(*id, RunState::Running)); // resumed
    run = m_project->run(*id).orThrow();
    QVERIFY(run.startedUtc == started && !run.endedUtc && !run.error);
    RunOutcome noEnd;
    noEnd.state = RunState::Running;
    CF_FAILS(m_project->finishRun(*id, noEnd), ErrorCode::BadUsage);
}

void TstRecords::writesTheModelPathRelativeToTheProject()
{
    const Id id = newRun();
    RunOutcome outcome;
    outcome.modelPath = m_project->runFolder(id) / "model.pth";
    CF_VERIFY(m_project->finishRun(id, outcome));
    QCOMPARE(m_project->run(id).orThrow().modelPath,
             std::optional<std::filesystem::path>("runs/0001/model.pth"));
}

void TstRecords::countsRunsFromOneAndListsTheOldestFirst()
{
    QVERIFY(m_project->runs().orThrow().empty());
    for (Id wanted = 1; wanted <= 3; ++wanted)
        QCOMPARE(newRun(), wanted);
    const auto runs = m_project->runs().orThrow();
    QCOMPARE(runs.size(), 3U);
    QCOMPARE(runs.front().id, 1);
    QVERIFY(runs.back() == m_project->run(3).orThrow());
}

void TstRecords::refusesSettingsThatAreNoJson()
{
    auto run = samples::newRun();
    run.settingsJson = "{";
    const auto id = m_project->createRun(run);
    CF_FAILS(id, ErrorCode::BadUsage);
    QVERIFY(m_project->runs().orThrow().empty());
}

void TstRecords::doesNotKnowARunThatIsNotThere()
{
    CF_FAILS(m_project->run(5), ErrorCode::NotFound);
    CF_FAILS(m_project->setRunState(5, RunState::Running), ErrorCode::NotFound);
    CF_FAILS(m_project->setRunProgress(5, 1, 1), ErrorCode::NotFound);
    CF_FAILS(m_project->setRunNotes(5, ""), ErrorCode::NotFound);
    CF_FAILS(m_project->finishRun(5, {}), ErrorCode::NotFound);
    CF_FAILS(m_project->evaluation(5), ErrorCode::NotFound);
    CF_FAILS(m_project->dataset(5), ErrorCode::NotFound);
}

void TstRecords::keepsLossesByStep()
{
    const Id id = newRun();
    const std::vector<LossStep> steps{
        {0, 1e-3, {{"focal", 0.5}, {"total", 1.25}}}, {1, 5e-4, {{"total", 1e-300}}}, {2, 0, {}}};
    CF_VERIFY(m_project->appendLosses(id, steps));
    QVERIFY(m_project->losses(id).orThrow() == steps);
    QVERIFY(m_project->losses(newRun()).orThrow().empty());
}

void TstRecords::readsOnlyTheLossesAfterAStep()
{
    const Id id = newRun();
    CF_VERIFY(m_project->appendLosses(id, {{0, 1, {}}, {1, 1, {}}, {2, 1, {}}}));
    const auto steps = m_project->losses(id, 1).orThrow();
    QCOMPARE(steps.size(), 1U);
    QCOMPARE(steps.front().step, 2);
}

void TstRecords::replacesStepsThatAreDoneAgain()
{
    const Id id = newRun();
    CF_VERIFY(m_project->appendLosses(id, {{0, 1, {{"old", 1}}}, {1, 1, {{"old", 2}}}}));
    CF_VERIFY(m_project->appendLosses(id, {{1, 2, {{"new", 3}}}}));
    const std::vector<LossStep> wanted{{0, 1, {{"old", 1}}}, {1, 2, {{"new", 3}}}};
    QVERIFY(m_project->losses(id).orThrow() == wanted);
}

void TstRecords::forgetsTheStepsAfterACheckpoint()
{
    const Id id = newRun();
    const Id other = newRun();
    for (const Id run : {id, other})
        CF_VERIFY(m_project->appendLosses(run, {{4, 1, {{"a", 1}}}, {5, 1, {{"a", 2}}}}));
    CF_VERIFY(m_project->discardLossesAfter(id, 4));
    QCOMPARE(m_project->losses(id).orThrow().size(), 1U);
    QCOMPARE(m_project->losses(other).orThrow().size(), 2U);
}

void TstRecords::keepsALossThatIsNotANumber()
{
    const Id id = newRun();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    CF_VERIFY(m_project->appendLosses(id, {{0, nan, {{"a", nan}, {"b", infinity}}}}));
    const auto steps = m_project->losses(id).orThrow();
    QVERIFY(std::isnan(steps.at(0).learningRate));
    QVERIFY(std::isnan(steps.at(0).terms.at(0).value));
    QCOMPARE(steps.at(0).terms.at(1).value, infinity);
}

void TstRecords::refusesLossesOfARunThatIsNotThere()
{
    const auto result = m_project->appendLosses(9, {{0, 1, {}}});
    CF_FAILS(result, ErrorCode::BadUsage);
    QVERIFY(result.error().detail.find("FOREIGN KEY") != std::string::npos);
}

void TstRecords::keepsAnEvaluationWhole()
{
    const Id runId = newRun();
    Evaluation evaluation = samples::evaluation(runId);
    evaluation.datasetId = m_project->saveDataset(samples::dataset()).orThrow();
    samples::writeFile(m_project->runFolder(runId) / "maps/0.tiff", "pixels");
    const auto map = m_project->registerArtifact("runs/0001/maps/0.tiff", "map", runId);
    CF_VERIFY(map);
    evaluation.scores.front().mapArtifactId = map->id;
    const auto id = m_project->saveEvaluation(evaluation);
    CF_VERIFY(id);
    evaluation.id = *id;
    QVERIFY(m_project->evaluation(*id).orThrow() == evaluation);
    QVERIFY(m_project->latestEvaluation(runId).orThrow() == evaluation);
    const auto list = m_project->evaluations(runId).orThrow();
    evaluation.scores.clear();
    evaluation.curves.clear();
    QVERIFY(list == std::vector{evaluation});
}

void TstRecords::keepsAnEvaluationWithoutAnyNumbers()
{
    Evaluation evaluation = samples::evaluation(newRun(), 0, 0);
    evaluation.secondsPerImage.reset();
    evaluation.curves.resize(1);
    evaluation.curves.front().x.clear();
    evaluation.curves.front().y.clear();
    evaluation.id = m_project->saveEvaluation(evaluation).orThrow();
    QVERIFY(m_project->evaluation(evaluation.id).orThrow() == evaluation);
}

void TstRecords::storesNothingOfAnEvaluationThatContradictsItself()
{
    const Id runId = newRun();
    Evaluation evaluation = samples::evaluation(runId);
    evaluation.curves.push_back(evaluation.curves.front()); // the last thing that is written
    const auto id = m_project->saveEvaluation(evaluation);
    CF_FAILS(id, ErrorCode::BadUsage);
    QVERIFY(m_project->evaluations(runId).orThrow().empty());
    QVERIFY(!m_project->latestEvaluation(runId).orThrow());
    evaluation.curves.pop_back();
    CF_VERIFY(m_project->saveEvaluation(evaluation)); // the transaction is really over
}

void TstRecords::refusesACurveWithTooFewValues()
{
    Evaluation evaluation = samples::evaluation(newRun());
    evaluation.curves.front().y.pop_back();
    CF_FAILS(m_project->saveEvaluation(evaluation), ErrorCode::BadUsage);
}

void TstRecords::takesTheLatestEvaluation()
{
    const Id runId = newRun();
    const Id other = newRun();
    QVERIFY(!m_project->latestEvaluation(runId).orThrow());
    CF_VERIFY(m_project->saveEvaluation(samples::evaluation(runId)));
    const Id wanted = m_project->saveEvaluation(samples::evaluation(runId)).orThrow();
    CF_VERIFY(m_project->saveEvaluation(samples::evaluation(other)));
    QCOMPARE(m_project->latestEvaluation(runId).orThrow()->id, wanted);
    QCOMPARE(m_project->evaluations(runId).orThrow().size(), 2U);
}

void TstRecords::summarisesEveryRunWithItsLatestMeans()
{
    const Id first = newRun();
    const Id second = newRun();
    const Id third = newRun();
    CF_VERIFY(m_project->saveEvaluation(samples::evaluation(first, 5)));
    const Id latest = m_project->saveEvaluation(samples::evaluation(first, 3)).orThrow();
    Evaluation withoutMeans = samples::evaluation(third);
    for (Metric &metric : withoutMeans.metrics)
        metric.category = "bolt";
    const Id unaveraged = m_project->saveEvaluation(withoutMeans).orThrow();
    const auto summaries = m_project->runSummaries().orThrow();
    QCOMPARE(summaries.size(), 3U);
    QVERIFY(summaries.at(0).run == m_project->run(first).orThrow());
    QCOMPARE(summaries.at(0).evaluationId, std::optional(latest));
    QVERIFY(summaries.at(0).means == samples::evaluation(first, 3).metrics);
    QCOMPARE(summaries.at(1).run.id, second);
    QVERIFY(!summaries.at(1).evaluationId && summaries.at(1).means.empty());
    QCOMPARE(summaries.at(2).evaluationId, std::optional(unaveraged));
    QVERIFY(summaries.at(2).means.empty());
}

void TstRecords::namesEveryWord()
{
    for (const auto state : {RunState::Queued, RunState::Running, RunState::Done,
                             RunState::Cancelled, RunState::Failed, RunState::Interrupted})
        QVERIFY(runStateFrom(toString(state)) == state);
    for (const auto variant :
         {Variant::Baseline, Variant::Filtered, Variant::Fused, Variant::External})
        QVERIFY(variantFrom(toString(variant)) == variant);
    for (const auto kind : {RunKind::Train, RunKind::Evaluate, RunKind::External})
        QVERIFY(runKindFrom(toString(kind)) == kind);
    for (const auto split : {Split::Train, Split::Validation, Split::Test})
        QVERIFY(splitFrom(toString(split)) == split);
    QVERIFY(!runStateFrom("Running") && !splitFrom(""));
}

QTEST_GUILESS_MAIN(TstRecords)
#include "tst_records.moc"
