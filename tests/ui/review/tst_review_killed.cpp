#include "tests/result_check.h"
#include "tests/ui/review/reviewed_project.h"
#include "ui/review/evidence_view.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_page.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QProcess>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cstring>
#include <fstream>
#include <random>
#include <set>
#include <unistd.h>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;
using store::Verdict;
namespace fs = std::filesystem;

namespace {

constexpr int kDecisions = 1000;
constexpr int kKills = 5;
constexpr char kReviewer[] = "--review-until-killed";

struct Key
{
    Qt::Key key;
    Verdict verdict;
    const char *reason;
};
constexpr Key kScript[] = {{Qt::Key_Return, Verdict::Ok, ""},
                           {Qt::Key_X, Verdict::Ng, ""},
                           {Qt::Key_2, Verdict::Ng, "dirty"},
                           {Qt::Key_U, Verdict::Unsure, ""}};

const Key &scripted(std::size_t step)
{
    return kScript[step * 7 % std::size(kScript)];
}

void say(char what, std::size_t number)
{
    const auto line = std::string(1, what) + ' ' + std::to_string(number) + '\n';
    if (::write(STDOUT_FILENO, line.data(), line.size()) < 0)
        std::_Exit(1); // nobody listens any more
}

/// The child: presses the script's keys in the window, each as soon as its picture is painted; says
/// "d N" when the page shows its Nth decision as made, and "w N" when it is written.
int reviewInWindow(QApplication &app, const char *project, const char *settings, const char *run)
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromUtf8(settings));
    std::size_t made = store::Project::open(project).orThrow().decisions().orThrow().size();
    std::size_t written = made;
    MainWindow window;
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return 2;
    window.openPath(QString::fromUtf8(project));
    const auto isOpen = [&] {
        return window.session().project() && window.session().dataset() && !window.jobs().isBusy();
    };
    if (!QTest::qWaitFor(isOpen, 60000))
        return 3;
    window.session().setTrainedRun(run);
    window.actions().action(u"go.review"_s)->trigger();
    auto &page = window.reviewPage();
    if (!QTest::qWaitFor([&] { return page.set() && !window.jobs().isBusy(); }, 60000))
        return 4;
    page.setReviewer(u"Ada"_s);
    if (!QTest::qWaitFor([&] { return page.current().has_value(); }, 60000))
        return 5;
    page.queue().table()->setFocus();
    QObject::connect(&page.book(), &DecisionBook::decided, &app, [&] { say('d', ++made); });
    QObject::connect(&page.book(), &DecisionBook::written, &app, [&] { say('w', ++written); });
    std::optional<std::size_t> pressedOn;
    QTimer keys;
    QObject::connect(&keys, &QTimer::timeout, &app, [&] {
        if (written == kDecisions)
            app.quit();
        if (!page.evidence().isPainted() || page.current() == pressedOn || made == kDecisions)
            return;
        pressedOn = page.current();
        QTest::keyClick(page.queue().table(), scripted(made).key);
    });
    keys.start(0);
    return QApplication::exec();
}

/// A child process that reviews.
class Child
{
public:
    Child(const fs::path &folder, const QString &settings, const std::string &run)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {QString::fromLatin1(kReviewer),
                         QString::fromStdString((folder / "project").string()), settings,
                         QString::fromStdString(run)});
    }
    ~Child() { kill(); }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    /// Reads until it has written `count` decisions; false when it ended before.
    bool listen(qsizetype count)
    {
        while (m_said.count("w ") < count) {
            if (!m_process.waitForReadyRead(120000))
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
    /// The last number said of this kind; 0: none. A line cut by the kill was never said.
    std::size_t last(char what) const
    {
        std::size_t number = 0;
        const auto whole = m_said.left(m_said.lastIndexOf('\n') + 1);
        for (const auto &line : whole.split('\n'))
            if (line.startsWith(what))
                number = line.mid(2).toULongLong();
        return number;
    }

private:
    QProcess m_process;
    QByteArray m_said;
};

} // namespace

/// A window that is killed in the middle of a review.
class TstReviewKilled : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void losesOneDecisionAtMost();
};

void TstReviewKilled::losesOneDecisionAtMost()
{
    QTemporaryDir dir;
    const fs::path folder = dir.path().toStdString();
    const auto run = reviewed::makeProject(folder, kDecisions);
    reviewed::addReviewer(folder, "Ada");
    std::mt19937 random(5);
    std::size_t stored = 0;
    for (int kill = 0; kill < kKills; ++kill) {
        Child child(folder, dir.path(), run);
        const auto few = (kDecisions - stored) / static_cast<std::size_t>(kKills + 1 - kill);
        const auto moment = std::uniform_int_distribution<std::size_t>(2, few)(random);
        QVERIFY(child.listen(static_cast<qsizetype>(moment)));
        // Anywhere within the next decisions, of some 20 ms each.
        ::usleep(std::uniform_int_distribution<unsigned>(0, 60000)(random));
        child.kill();
        const auto project = store::Project::open(folder / "project").orThrow();
        QVERIFY(project.verify().orThrow().empty());
        const auto trail = project.decisions().orThrow();
        // All that was told to be written is, and of those shown as made at most the last is lost.
        QVERIFY2(trail.size() >= child.last('w'), std::to_string(trail.size()).c_str());
        QVERIFY2(trail.size() + 1 >= child.last('d'), std::to_string(trail.size()).c_str());
        QVERIFY(trail.size() >= stored + moment);
        QVERIFY(trail.size() < kDecisions);
        stored = trail.size();
    }
    Child child(folder, dir.path(), run);
    QVERIFY(child.finish());
    {
        const auto project = store::Project::open(folder / "project").orThrow();
        QVERIFY(project.verify().orThrow().empty());
        const auto trail = project.decisions().orThrow();
        QCOMPARE(trail.size(), std::size_t(kDecisions));
        std::set<fs::path> pictures; // each went on where the one before was killed
        for (std::size_t step = 0; step < trail.size(); ++step) {
            QCOMPARE(trail[step].verdict, scripted(step).verdict);
            QCOMPARE(trail[step].reason, std::string(scripted(step).reason));
            pictures.insert(trail[step].path);
        }
        QCOMPARE(pictures.size(), std::size_t(kDecisions));
    }
    const auto file = folder / "project" / "project.costfilter";
    std::string bytes;
    {
        std::ifstream in(file, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(in), {});
    }
    const auto at = bytes.find("dirty", bytes.size() / 2);
    QVERIFY(at != std::string::npos);
    bytes[at] ^= 1;
    std::ofstream(file, std::ios::binary) << bytes;
    QVERIFY(!store::Project::open(folder / "project").orThrow().verify().orThrow().empty());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    if (argc == 5 && std::strcmp(argv[1], kReviewer) == 0)
        return reviewInWindow(app, argv[2], argv[3], argv[4]);
    TstReviewKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_review_killed.moc"
