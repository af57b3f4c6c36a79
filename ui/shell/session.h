#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/dataset_health.h"
#include "core/store/records.h"
#include "ui/dataset/image_row.h"
#include "ui/jobs/job_runner.h"

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace cf::ui {

/// What is open: a project, its pictures, and what was found wrong with them. Reads and checks in
/// jobs; everything else in the GUI thread. A project without pictures, or pictures without a
/// project, are states of their own.
class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(JobRunner *runner, QObject *parent = nullptr);

    /// A project folder or its file; its pictures are opened after it.
    void openProject(const std::filesystem::path &path);
    /// Makes a project and brings in the pictures of `data`.
    void createProject(const std::filesystem::path &folder, const std::filesystem::path &data);
    /// Pictures; without an open project they are only looked at.
    void openPictures(const std::filesystem::path &data);
    /// The open project's pictures, where its file does not find them any more.
    void relocatePictures(const std::filesystem::path &data);
    /// Makes the sample pictures in `folder`/pictures (those that are there are kept) and a project
    /// beside them.
    void openDemo(const std::filesystem::path &folder);
    void close();

    const std::optional<std::filesystem::path> &project() const { return m_project; }
    const std::shared_ptr<const dataset::Dataset> &dataset() const { return m_dataset; }
    /// rowsOf() the dataset for one page, which may change them. Made in the job that read it, for
    /// the two pages that list all pictures; null when they have theirs.
    std::shared_ptr<ImageRows> takeRows();
    /// The project's newest run with a model; empty: there is none.
    const std::string &trainedRun() const { return m_trainedRun; }
    void setTrainedRun(const std::string &run);
    /// What the project knows of the pictures, anew; see scored().
    void readRecords();
    /// Projects and picture folders opened before, newest first; those that are gone are left out.
    static QStringList recent();
    static void forgetRecent();

Q_SIGNALS:
    void projectChanged();
    void trainedRunChanged();
    void reading(const QString &what);
    /// Names are read; the thorough check still runs.
    void datasetChanged();
    /// The same dataset with all problems, and what else the check found.
    void checked(const std::vector<cf::dataset::HealthFinding> &findings);
    /// Of the trained run's latest evaluation, if there is one, and the pictures, relative to the
    /// dataset's root, that somebody has decided on. When a project and pictures are open.
    void scored(const std::vector<cf::store::ImageScore> &scores,
                const std::vector<std::filesystem::path> &reviewed);
    /// A sentence, and the folder that could not be opened.
    void failed(const QString &sentence, const QString &path);
    /// The project's pictures are not where they were.
    void picturesMissing(const QString &path);

private:
    struct Opened
    {
        std::filesystem::path project;
        std::optional<store::Dataset> pictures; ///< without categories
        std::string trainedRun;
    };
    struct Pictures
    {
        std::shared_ptr<const dataset::Dataset> dataset;
        std::vector<std::shared_ptr<ImageRows>> rows;
    };
    static Pictures listed(dataset::Dataset dataset);
    void show(Pictures pictures);
    void read(const std::filesystem::path &data);
    void check(std::shared_ptr<const dataset::Dataset> dataset);
    void takeProject(const std::filesystem::path &project, const std::string &trainedRun);
    void watch(Job *job, const std::filesystem::path &path);
    static void remember(const std::filesystem::path &path);

    JobRunner *m_runner;
    std::optional<std::filesystem::path> m_project;
    std::shared_ptr<const dataset::Dataset> m_dataset;
    std::vector<std::shared_ptr<ImageRows>> m_rows; ///< for takeRows()
    std::string m_trainedRun;
};

} // namespace cf::ui
