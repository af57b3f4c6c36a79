#include "samples.h"
#include "tests/result_check.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <cstring>
#include <random>
#include <thread>
#include <unistd.h>

using namespace cf::store;
using cf::ErrorCode;

namespace {

constexpr int kMetrics = 60;
constexpr int kScores = 200;
constexpr int kStepsAtOnce = 10;
constexpr char kRuns = 'r';   // the child is running its run
constexpr char kBefore = 'b'; // it is about to store an evaluation
constexpr char kStored = 's'; // it was told that the evaluation is stored
constexpr char kWriter[] = "--write-until-killed";

void tell(char what)
{
    if (::write(STDOUT_FILENO, &what, 1) != 1)
        std::_Exit(1); // nobody listens any more
}

/// The child: stores without end, and says so byte by byte.
int writeUntilKilled(const char *path)
{
    Project project = Project::openOrCreate(path).orThrow();
    const Id run = project.createRun(samples::newRun()).orThrow();
    project.setRunState(run, RunState::Running).orThrow();
    tell(kRuns);
    for (int round = 0;; ++round) {
        std::vector<LossStep> steps;
        for (int i = 0; i < kStepsAtOnce; ++i)
            steps.push_back({round * kStepsAtOnce + i, 1e-3, {{"focal", 0.5}, {"total", 1}}});
        project.appendLosses(run, steps).orThrow();
        project.setRunProgress(run, (round + 1) * kStepsAtOnce, round).orThrow();
        tell(kBefore);
        project.saveEvaluation(samples::evaluation(run, kMetrics, kScores, round)).orThrow();
        tell(kStored);
    }
}

/// A child process that stores into `folder` until it is killed.
class Writer
{
public:
    explicit Writer(const std::filesystem::path &folder)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {QString::fromLatin1(kWriter), QString::fromStdString(folder.string())});
    }
    ~Writer() { kill(); }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    /// Reads until `count` bytes were said; false when the child ended before.
    bool listen(qsizetype count)
    {
        while (m_said.size() < count) {
            if (!m_process.waitForReadyRead())
                return false;
            m_said += m_process.readAllStandardOutput();
        }
        return true;
    }
    void kill()
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
        m_said += m_process.readAllStandardOutput();
    }
    QByteArray said() const { return m_said; }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

class TstCrash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void keepsWholeRowsWhenKilledAtAnyMoment_data();
    void keepsWholeRowsWhenKilledAtAnyMoment();
    void leavesARunAloneWhoseProcessLives();
    void isWrittenByTwoProcessesAtOnce();
    void leavesARunAloneThatAnotherThreadOwns();
    void interruptsARunWhoseOwnerWasDestroyed();
    void takesUpAnInterruptedRun();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path folder() const { return samples::pathOf(*m_dir, "project"); }
};

void TstCrash::keepsWholeRowsWhenKilledAtAnyMoment_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 20; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TstCrash::keepsWholeRowsWhenKilledAtAnyMoment()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto moment = std::uniform_int_distribution<qsizetype>(4, 15)(random);
    const auto share = std::uniform_real_distribution<double>(0, 1)(random);
    QByteArray said;
    {
        Writer writer(folder());
        QVERIFY(writer.listen(1));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(writer.listen(moment));
        // The child goes on meanwhile. Its rounds (two bytes each) take long or short on this
        // machine: the kill comes within the next one, so that all kills together are spread over
        // what it does.
        const double roundNs =
            2.0 * static_cast<double>(clock.nsecsElapsed()) / static_cast<double>(moment - 1);
        clock.restart();
        while (static_cast<double>(clock.nsecsElapsed()) < share * roundNs) {
        }
        writer.kill();
        said = writer.said();
    }
    auto opened = Project::open(folder());
    CF_VERIFY(opened);
    const Project &project = *opened;
    const auto problems = project.verify().orThrow();
    QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
    const auto runs = project.runs().orThrow();
    QCOMPARE(runs.size(), 1U);
    QVERIFY(runs.front().state == RunState::Interrupted);
    QVERIFY(runs.front().endedUtc);
    const auto losses = project.losses(1).orThrow();
    QCOMPARE(losses.size() % kStepsAtOnce, 0U);
    for (const LossStep &step : losses)
        QCOMPARE(step.terms.size(), 2U);
    const auto evaluations = project.evaluations(1).orThrow();
    // What was said to be stored is stored; one more may be, whose storing was about to be told.
    const auto stored = static_cast<std::size_t>(said.count(kStored));
    QVERIFY2(evaluations.size() == stored || evaluations.size() == stored + 1,
             qPrintable(QStringLiteral("%1 of %2").arg(evaluations.size()).arg(stored)));
    QVERIFY(evaluations.size() * kStepsAtOnce <= losses.size());
    int round = 0;
    for (const Evaluation &head : evaluations) {
        Evaluation wanted = samples::evaluation(1, kMetrics, kScores, round++);
        wanted.id = head.id;
        QVERIFY(project.evaluation(head.id).orThrow() == wanted);
    }
}

void TstCrash::leavesARunAloneWhoseProcessLives()
{
    Writer writer(folder());
    QVERIFY(writer.listen(1));
    auto opened = Project::open(folder());
    CF_VERIFY(opened);
    QVERIFY(opened->run(1).orThrow().state == RunState::Running);
    QCOMPARE(opened->interruptAbandonedRuns().orThrow(), 0);
    CF_FAILS(opened->setRunState(1, RunState::Running), ErrorCode::BadUsage);
    CF_FAILS(opened->finishRun(1, {}), ErrorCode::BadUsage);
    writer.kill();
    QCOMPARE(opened->interruptAbandonedRuns().orThrow(), 1);
    QVERIFY(opened->run(1).orThrow().state == RunState::Interrupted);
    QCOMPARE(opened->interruptAbandonedRuns().orThrow(), 0);
}

void TstCrash::isWrittenByTwoProcessesAtOnce()
{
    {
        Writer first(folder());
        Writer second(folder()); // both may be the one that makes the project
        QVERIFY(first.listen(9));
        QVERIFY(second.listen(9));
    }
    const Project project = Project::open(folder()).orThrow();
    QVERIFY(project.verify().orThrow().empty());
    for (const Id run : {1, 2})
        QVERIFY(project.evaluations(run).orThrow().size() >= 4);
}

void TstCrash::leavesARunAloneThatAnotherThreadOwns()
{
    Project owner = Project::create(folder()).orThrow();
    const Id run = owner.createRun(samples::newRun()).orThrow();
    const Id queued = owner.createRun(samples::newRun()).orThrow();
    CF_VERIFY(owner.setRunState(run, RunState::Running));
    CF_VERIFY(owner.setRunState(run, RunState::Running)); // its own already
    std::string failure;
    std::thread([&] {
        auto project = Project::open(folder());
        if (!project || project->run(run).orThrow().state != RunState::Running ||
            project->run(queued).orThrow().state != RunState::Queued)
            failure = "opening changed a run";
        else if (project->setRunState(run, RunState::Cancelled).ok())
            failure = "a run was ended by somebody else";
    }).join();
    QCOMPARE(failure, std::string());
    CF_VERIFY(owner.finishRun(run, {}));
    QVERIFY(owner.run(run).orThrow().state == RunState::Done);
}

void TstCrash::interruptsARunWhoseOwnerWasDestroyed()
{
    Project watcher = Project::create(folder()).orThrow();
    const Id run = watcher.createRun(samples::newRun()).orThrow();
    {
        Project owner = Project::open(folder()).orThrow();
        CF_VERIFY(owner.setRunState(run, RunState::Running));
        QVERIFY(watcher.run(run).orThrow().state == RunState::Running);
    }
    QVERIFY(watcher.run(run).orThrow().state == RunState::Interrupted);
}

void TstCrash::takesUpAnInterruptedRun()
{
    {
        Writer writer(folder());
        QVERIFY(writer.listen(3));
    }
    Project project = Project::open(folder()).orThrow();
    CF_VERIFY(project.setRunState(1, RunState::Running));
    CF_VERIFY(project.discardLossesAfter(1, 4));
    CF_VERIFY(project.appendLosses(1, {{5, 1, {}}}));
    CF_VERIFY(project.finishRun(1, {}));
    QCOMPARE(project.losses(1).orThrow().size(), 6U);
    QVERIFY(project.run(1).orThrow().state == RunState::Done);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && std::strcmp(argv[1], kWriter) == 0)
        return writeUntilKilled(argv[2]);
    TstCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
