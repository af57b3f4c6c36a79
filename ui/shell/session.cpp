#include "ui/shell/session.h"

#include "core/dataset/check_dataset.h"
#include "core/dataset/open_dataset.h"
#include "core/demo/demo_data.h"
#include "core/store/project.h"
#include "core/workflow/evaluation_in_force.h"
#include "core/workflow/import_dataset.h"
#include "core/workflow/model_location.h"
#include "ui/jobs/error_text.h"

#include <QFileInfo>
#include <QSettings>

namespace cf::ui {

namespace fs = std::filesystem;

namespace {

constexpr int kMostRecent = 12;
constexpr int kPagesWithRows = 2; // Dataset, Templates
const auto kRecentKey = QStringLiteral("recent");

QString shown(const fs::path &path)
{
    return QString::fromStdString(path.string());
}

/// A project that cannot be written is still looked at.
Result<void> imported(const fs::path &project, const dataset::Dataset &dataset, RunContext &run)
{
    const auto id = workflow::importDataset(project, dataset, run);
    if (id.ok())
        return {};
    if (id.error().code != ErrorCode::ReadOnly)
        return id.error();
    run.log(LogLevel::Warning, id.error().detail);
    return {};
}

} // namespace

Session::Session(JobRunner *runner, QObject *parent) : QObject(parent), m_runner(runner) {}

void Session::openProject(const fs::path &path)
{
    Q_EMIT reading(shown(path));
    auto *job = m_runner->start<Opened>(
        Lane::Files, [path] { return tr("Open %1").arg(shown(path)); },
        [path](RunContext &) -> Result<Opened> {
            CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(path));
            CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
            CF_ASSIGN_OR_RETURN(const auto runs, project.runs());
            Opened opened{project.folder(), std::nullopt, {}};
            if (!datasets.empty())
                opened.pictures = datasets.back();
            for (const auto &run : runs)
                if (run.modelPath)
                    opened.trainedRun = std::to_string(run.id);
            return opened;
        },
        this,
        [this](const Opened &opened) {
            takeProject(opened.project, opened.trainedRun);
            if (!opened.pictures)
                return;
            if (fs::exists(opened.pictures->root))
                read(opened.pictures->root);
            else
                Q_EMIT picturesMissing(shown(opened.pictures->root));
        });
    watch(job, path);
}

void Session::createProject(const fs::path &folder, const fs::path &data)
{
    Q_EMIT reading(shown(folder));
    auto *job = m_runner->start<fs::path>(
        Lane::Files, [folder] { return tr("Create %1").arg(shown(folder)); },
        [folder](RunContext &) -> Result<fs::path> {
            CF_ASSIGN_OR_RETURN(const auto project, store::Project::create(folder));
            return project.folder();
        },
        this,
        [this, data](const fs::path &project) {
            takeProject(project, {});
            read(data);
        });
    watch(job, folder);
}

void Session::openPictures(const fs::path &data)
{
    read(data);
}

void Session::relocatePictures(const fs::path &data)
{
    if (!m_project)
        return;
    Q_EMIT reading(shown(data));
    auto *job = m_runner->start<workflow::Relocation>(
        Lane::Files, [data] { return tr("Find the pictures in %1").arg(shown(data)); },
        [project = *m_project, data](RunContext &run) {
            return workflow::relocateDataset(project, data, run);
        },
        this, [this, data](const workflow::Relocation &) { read(data); });
    watch(job, data);
}

void Session::openDemo(const fs::path &folder)
{
    const auto pictures = fs::absolute(folder) / "pictures";
    const auto place = folder / "project";
    Q_EMIT reading(shown(pictures));
    auto *job = m_runner->start<fs::path>(
        Lane::Files, [] { return tr("Make the sample pictures"); },
        [pictures, place](RunContext &run) -> Result<fs::path> {
            demo::writeDemoData(pictures, {}, run).orThrow();
            CF_ASSIGN_OR_RETURN(auto project, store::Project::openOrCreate(place));
            CF_ASSIGN_OR_RETURN(const auto datasets, project.datasets());
            if (datasets.empty()) { // the name alone; the check brings in the rest
                store::Dataset dataset;
                dataset.name = "demo";
                dataset.root = pictures;
                dataset.format = "mvtec-ad";
                CF_RETURN_IF_ERROR(project.saveDataset(dataset));
            }
            return project.folder();
        },
        this, [this](const fs::path &project) { openProject(project); });
    watch(job, folder);
}

void Session::close()
{
    m_project.reset();
    show({});
    m_trainedRun.clear();
    Q_EMIT projectChanged();
    Q_EMIT datasetChanged();
}

void Session::setTrainedRun(const std::string &run)
{
    m_trainedRun = run;
    Q_EMIT trainedRunChanged();
    readRecords();
}

void Session::readRecords()
{
    if (!m_project || !m_dataset)
        return;
    struct Records
    {
        std::vector<store::ImageScore> scores;
        std::vector<fs::path> reviewed;
    };
    m_runner->start<Records>(
        Lane::Files, [] { return tr("Read scores and decisions"); },
        [project = *m_project, run = m_trainedRun,
         root = m_dataset->root](RunContext &) -> Result<Records> {
            CF_ASSIGN_OR_RETURN(const auto opened, store::Project::open(project));
            Records records;
            if (!run.empty()) {
                CF_ASSIGN_OR_RETURN(const auto id, workflow::runIdFrom(run));
                CF_ASSIGN_OR_RETURN(auto evaluation, workflow::evaluationInForce(opened, id));
                if (evaluation)
                    records.scores = std::move(evaluation->scores);
            }
            CF_ASSIGN_OR_RETURN(const auto dataset, workflow::datasetAt(opened, root));
            if (!dataset)
                return records;
            CF_ASSIGN_OR_RETURN(const auto verdicts,
                                opened.currentVerdicts({.datasetId = dataset}));
            for (const auto &decision : verdicts)
                records.reviewed.push_back(decision.path);
            return records;
        },
        this,
        [this, project = *m_project](const Records &records) {
            if (m_project == project && m_dataset)
                Q_EMIT scored(records.scores, records.reviewed);
        },
        Afterwards::Forgotten);
}

void Session::takeProject(const fs::path &project, const std::string &trainedRun)
{
    m_project = project;
    show({});
    m_trainedRun = trainedRun;
    remember(project);
    Q_EMIT projectChanged();
    Q_EMIT datasetChanged();
}

std::shared_ptr<ImageRows> Session::takeRows()
{
    if (m_rows.empty())
        return nullptr;
    auto rows = std::move(m_rows.back());
    m_rows.pop_back();
    return rows;
}

Session::Pictures Session::listed(dataset::Dataset dataset)
{
    Pictures pictures;
    for (int page = 0; page < kPagesWithRows; ++page)
        pictures.rows.push_back(std::make_shared<ImageRows>(rowsOf(dataset)));
    pictures.dataset = std::make_shared<const dataset::Dataset>(std::move(dataset));
    return pictures;
}

void Session::show(Pictures pictures)
{
    m_dataset = std::move(pictures.dataset);
    m_rows = std::move(pictures.rows);
}

void Session::read(const fs::path &data)
{
    Q_EMIT reading(shown(data));
    auto *job = m_runner->start<Pictures>(
        Lane::Files, [data] { return tr("Read %1").arg(shown(data)); },
        [data](RunContext &run) -> Result<Pictures> {
            CF_ASSIGN_OR_RETURN(auto found, dataset::openDataset(data, run));
            return listed(std::move(found));
        },
        this,
        [this, data](Pictures found) {
            show(std::move(found));
            if (!m_project)
                remember(data);
            Q_EMIT datasetChanged();
            readRecords();
            check(m_dataset);
        });
    watch(job, data);
}

void Session::check(std::shared_ptr<const dataset::Dataset> dataset)
{
    struct Checked
    {
        Pictures pictures;
        std::vector<dataset::HealthFinding> findings;
    };
    m_runner->start<Checked>(
        Lane::Files, [root = dataset->root] { return tr("Check %1").arg(shown(root)); },
        [dataset, project = m_project](RunContext &run) -> Result<Checked> {
            if (project)
                CF_RETURN_IF_ERROR(imported(*project, *dataset, run));
            auto copy = *dataset;
            dataset::checkDataset(copy, run);
            auto findings = dataset::examineHealth(copy, run);
            return Checked{listed(std::move(copy)), std::move(findings)};
        },
        this,
        [this, before = dataset.get()](Checked result) {
            if (m_dataset.get() != before)
                return; // something else was opened meanwhile
            show(std::move(result.pictures));
            Q_EMIT checked(result.findings);
        });
}

void Session::watch(Job *job, const fs::path &path)
{
    connect(job, &Job::ended, this, [this, job, path] {
        if (job->error())
            Q_EMIT failed(errorText(*job->error()), shown(path));
        else if (job->state() == JobState::Cancelled)
            Q_EMIT datasetChanged(); // takes the busy state off the pages
    });
}

QStringList Session::recent()
{
    QStringList there;
    for (const auto &path : QSettings().value(kRecentKey).toStringList())
        if (QFileInfo::exists(path))
            there += path;
    return there;
}

void Session::forgetRecent()
{
    QSettings().remove(kRecentKey);
}

void Session::remember(const fs::path &path)
{
    QSettings settings;
    auto paths = settings.value(kRecentKey).toStringList();
    paths.removeAll(shown(path));
    paths.prepend(shown(path));
    settings.setValue(kRecentKey, QStringList(paths.mid(0, kMostRecent)));
}

} // namespace cf::ui
