#include "decided_project.h"
#include "tests/result_check.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <cstring>
#include <random>
#include <unistd.h>

using namespace cf::store;
using samples::scripted;

namespace {

constexpr std::int64_t kDecisions = 1000;
constexpr int kImages = 250;
constexpr int kKills = 8;
constexpr char kReviewer[] = "--review-until-killed";

std::vector<Id> imagesOf(const Project &project)
{
    std::vector<Id> ids;
    const Dataset dataset = project.dataset(1).orThrow();
    for (const Image &image : dataset.categories.at(0).images)
        ids.push_back(image.id);
    return ids;
}

/// The child: goes on with the script at full speed up to `last`, and says each number once it was
/// told that the decision is stored.
int review(const char *path, std::int64_t last)
{
    Project project = Project::open(path).orThrow();
    const std::vector<Id> images = imagesOf(project);
    for (auto step = static_cast<std::int64_t>(project.decisions().orThrow().size()) + 1;
         step <= last; ++step) {
        const Id image = images.at(static_cast<std::size_t>(step) % images.size());
        const auto stored = project.appendDecision(scripted(step, image)).orThrow();
        const std::string line = std::to_string(stored.sequence) + "\n";
        if (::write(STDOUT_FILENO, line.data(), line.size()) < 0)
            std::_Exit(1); // nobody listens any more
    }
    return 0;
}

/// A child process that reviews.
class Child
{
public:
    Child(const std::filesystem::path &folder, std::int64_t last)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {QString::fromLatin1(kReviewer), QString::fromStdString(folder.string()),
                         QString::number(last)});
    }
    ~Child() { kill(); }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    /// Reads until it has stored `count` decisions; false when it ended before.
    bool listen(qsizetype count)
    {
        while (m_said.count('\n') < count) {
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
    bool finish()
    {
        m_process.waitForFinished(-1);
        m_said += m_process.readAllStandardOutput();
        return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    /// The last number said, 0 before the first; a line cut by the kill was never said.
    std::int64_t acknowledged() const
    {
        const qsizetype end = m_said.lastIndexOf('\n');
        return end < 0 ? 0 : m_said.left(end).split('\n').last().toLongLong();
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

bool isScripted(const Decision &decision, std::int64_t step, const std::vector<Id> &images)
{
    const Id image = images.at(static_cast<std::size_t>(step) % images.size());
    const NewDecision wanted = scripted(step, image);
    return decision.sequence == step && decision.imageId == image &&
           decision.verdict == wanted.verdict && decision.reason == wanted.reason &&
           decision.score == wanted.score && decision.shownJson == wanted.shownJson;
}

} // namespace

/// Reviewers whose program is killed.
class TstDecisionsKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void losesAtMostTheOneOnItsWay_data();
    void losesAtMostTheOneOnItsWay();
    void keepsOneChainOfTwoReviewersAtOnce();
    void verifiesALongChain();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path folder() const { return samples::pathOf(*m_dir, "project"); }
};

void TstDecisionsKilled::losesAtMostTheOneOnItsWay_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 0; seed < 2; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TstDecisionsKilled::losesAtMostTheOneOnItsWay()
{
    QFETCH(unsigned, seed);
    std::vector<Id> images;
    {
        images = imagesOf(samples::projectToDecide(folder(), kImages));
    }
    std::mt19937 random(seed);
    std::int64_t stored = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        std::int64_t acknowledged = 0;
        {
            Child child(folder(), kDecisions);
            const auto moment = std::uniform_int_distribution<qsizetype>(
                2, (kDecisions - stored) / (kKills - kill) - 5)(random);
            const auto share = std::uniform_real_distribution<double>(0, 1)(random);
            QVERIFY(child.listen(1));
            QElapsedTimer clock;
            clock.start();
            QVERIFY(child.listen(moment));
            // It goes on meanwhile: the kill comes anywhere within its next decision.
            const double decisionNs =
                static_cast<double>(clock.nsecsElapsed()) / static_cast<double>(moment - 1);
            clock.restart();
            while (static_cast<double>(clock.nsecsElapsed()) < share * decisionNs) {
            }
            child.kill();
            acknowledged = child.acknowledged();
        }
        QVERIFY(acknowledged >= stored + 2);
        auto opened = Project::open(folder());
        CF_VERIFY(opened);
        const auto problems = opened->verify().orThrow();
        QVERIFY2(problems.empty(), problems.empty() ? "" : problems.front().c_str());
        const auto trail = opened->decisions().orThrow();
        stored = static_cast<std::int64_t>(trail.size());
        // What was said to be stored is; at most the one whose storing was about to be told, too.
        QVERIFY2(stored == acknowledged || stored == acknowledged + 1,
                 qPrintable(QStringLiteral("%1 of %2").arg(stored).arg(acknowledged)));
        QVERIFY(stored < kDecisions);
        for (std::int64_t step = 1; step <= stored; ++step)
            QVERIFY(isScripted(trail.at(static_cast<std::size_t>(step - 1)), step, images));
    }
    Child child(folder(), kDecisions);
    QVERIFY(child.finish());
    const Project project = Project::open(folder()).orThrow();
    const auto trail = project.decisions().orThrow();
    QCOMPARE(trail.size(), static_cast<std::size_t>(kDecisions));
    for (std::int64_t step = 1; step <= kDecisions; ++step)
        QVERIFY(isScripted(trail.at(static_cast<std::size_t>(step - 1)), step, images));
    QVERIFY(project.verify().orThrow().empty());
    QCOMPARE(project.currentVerdicts().orThrow().size(), static_cast<std::size_t>(kImages));
}

void TstDecisionsKilled::keepsOneChainOfTwoReviewersAtOnce()
{
    const Project project = samples::projectToDecide(folder(), kImages);
    {
        Child first(folder(), kDecisions);
        Child second(folder(), kDecisions);
        QVERIFY(first.listen(40));
        QVERIFY(project.verify().orThrow().empty()); // meanwhile
        QVERIFY(second.listen(40));
        second.kill();
        QVERIFY(first.listen(60));
        QVERIFY(project.verify().orThrow().empty());
    }
    QVERIFY(project.verify().orThrow().empty());
    QVERIFY(project.decisions().orThrow().size() >= 100);
}

void TstDecisionsKilled::verifiesALongChain()
{
    // As many as the environment asks for; the figures go into the log, no limit is set on them.
    bool asked = false;
    const int count = qEnvironmentVariableIntValue("CF_DECISIONS", &asked);
    Project project = samples::projectToDecide(folder(), kImages);
    const std::vector<Id> images = imagesOf(project);
    const int total = asked ? count : 200;
    QElapsedTimer clock;
    clock.start();
    for (int step = 1; step <= total; ++step)
        project.appendDecision(scripted(step, images.at(static_cast<std::size_t>(step) % kImages)))
            .orThrow();
    const double appendMs = static_cast<double>(clock.nsecsElapsed()) * 1e-6 / total;
    clock.restart();
    QVERIFY(project.verify().orThrow().empty());
    const auto verifyMs = clock.elapsed();
    clock.restart();
    QCOMPARE(project.decisions().orThrow().size(), static_cast<std::size_t>(total));
    qInfo("%d decisions: %.2f ms to append one, %lld ms to verify, %lld ms to read", total,
          appendMs, static_cast<long long>(verifyMs), static_cast<long long>(clock.elapsed()));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && std::strcmp(argv[1], kReviewer) == 0)
        return review(argv[2], std::atoll(argv[3]));
    TstDecisionsKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_decisions_killed.moc"
