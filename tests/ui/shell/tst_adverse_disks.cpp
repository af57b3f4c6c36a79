#include "core/demo/demo_data.h"
#include "core/store/project.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"
#include "ui/dataset/dataset_page.h"
#include "ui/dataset/image_list_model.h"
#include "ui/shell/main_window.h"
#include "ui/train/train_page.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <fstream>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

void writeText(const char *file, const std::string &text)
{
    std::ofstream(file) << text;
}

/// Mounts of this process are its own from now on; false where that is not allowed. Before any
/// thread is started.
bool makeMountsPrivate()
{
    const auto user = ::getuid();
    const auto group = ::getgid();
    if (::unshare(CLONE_NEWNS) != 0) {
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return false;
        writeText("/proc/self/setgroups", "deny");
        writeText("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
        writeText("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

bool g_mayMount = false;

} // namespace

/// The real window where a disk is full, cannot be written, or lacks the weights: it says so in a
/// sentence, and what was there stays.
class TstAdverseDisks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void trainsOnAFullDisk();
    void opensAReadOnlyProject();
    void saysHowToGetTheWeights();
    void cleanupTestCase();

private:
    QTemporaryDir m_dir;
    std::unique_ptr<MainWindow> m_window;

    QString at(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    void waitForJobs() { QTRY_VERIFY_WITH_TIMEOUT(!m_window->jobs().isBusy(), 240000); }
    bool mountAt(const char *name, const char *options, unsigned long flags = 0)
    {
        fs::create_directories(at(name).toStdString());
        return ::mount("tmpfs", at(name).toUtf8().constData(), "tmpfs", flags, options) == 0;
    }
    void createProject(const QString &folder)
    {
        m_window->session().createProject(folder.toStdString(), at("pictures").toStdString());
        waitForJobs();
    }
    /// Everything that the train page says now.
    QString said() const
    {
        QString text;
        for (const auto *label : m_window->trainPage().findChildren<QLabel *>())
            if (label->isVisible())
                text += label->text() + u'\n';
        return text;
    }
};

void TstAdverseDisks::initTestCase()
{
    if (!g_mayMount)
        QSKIP("this account may not mount a small disk to fill");
    QCoreApplication::setOrganizationName(u"costfilter-test"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, at("settings"));
    demo::DemoOptions options;
    options.trainPerCategory = 6;
    options.goodPerCategory = 1;
    options.defectsPerKind = 1;
    RunContext run;
    CF_VERIFY(demo::writeDemoData(at("pictures").toStdString(), options, run));
}

void TstAdverseDisks::init()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TstAdverseDisks::trainsOnAFullDisk()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("the EfficientNet-Lite0 weights are not here (packaging/install-deps fetches them)");
    QVERIFY(mountAt("small", "size=2m"));
    const auto folder = at("small/project");
    createProject(folder);
    QVERIFY(m_window->session().project());

    // Past the check before it: the disk fills up while it trains.
    workflow::TrainRequest request;
    request.project = folder.toStdString();
    request.data = at("pictures").toStdString();
    request.options.steps = 2;
    request.options.batch = 4;
    std::optional<Error> error;
    auto *job = m_window->jobs().start(Lane::Engine, u"Train"_s,
                                       [request](RunContext &context) -> Result<void> {
                                           CF_RETURN_IF_ERROR(workflow::train(request, context));
                                           return {};
                                       });
    waitForJobs();
    QCOMPARE(job->state(), JobState::Failed);
    QVERIFY(job->error());
    QVERIFY2(job->error()->code == ErrorCode::DiskFull, job->error()->detail.c_str());

    // What was there stays, and opens.
    m_window->openPath(folder);
    waitForJobs();
    QVERIFY(m_window->session().project());
    const auto project = store::Project::open(folder.toStdString());
    CF_VERIFY(project);
    const auto problems = project->verify();
    CF_VERIFY(problems);
    QVERIFY(problems->empty());
}

void TstAdverseDisks::opensAReadOnlyProject()
{
    QVERIFY(mountAt("sealed", "size=20m"));
    const auto folder = at("sealed/project");
    createProject(folder);
    init(); // nothing keeps a file open
    QVERIFY(::mount("tmpfs", at("sealed").toUtf8().constData(), "tmpfs", MS_REMOUNT | MS_RDONLY,
                    "size=20m") == 0);
    m_window->openPath(folder);
    waitForJobs();
    QVERIFY(m_window->session().project());
    QVERIFY(m_window->session().dataset());
    QVERIFY(m_window->findChild<DatasetPage *>()->model()->rowCount() > 0);

    m_window->actions().action(u"go.train"_s)->trigger();
    m_window->trainPage().start();
    waitForJobs();
    QVERIFY(!m_window->trainPage().isTraining());
    QVERIFY2(said().contains(u"written"_s), qPrintable(said()));
}

void TstAdverseDisks::saysHowToGetTheWeights()
{
    const auto weights = workflow::findWeights("efficientnet-lite0");
    if (weights.ok()) {
        const auto hidden = fs::canonical(weights->parent_path());
        QVERIFY(::mount("tmpfs", hidden.c_str(), "tmpfs", 0, "size=1m") == 0);
    }
    createProject(at("weightless"));
    m_window->actions().action(u"go.train"_s)->trigger();
    m_window->trainPage().start();
    waitForJobs();
    QVERIFY(!m_window->trainPage().isTraining());
    QVERIFY2(said().contains(u"weights"_s), qPrintable(said()));
}

void TstAdverseDisks::cleanupTestCase()
{
    m_window.reset();
    for (const char *name : {"small", "sealed"}) // so that the temporary folder can go
        ::umount2(at(name).toUtf8().constData(), MNT_DETACH);
}

int main(int argc, char **argv)
{
    g_mayMount = makeMountsPrivate();
    QApplication app(argc, argv);
    TstAdverseDisks test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_adverse_disks.moc"
