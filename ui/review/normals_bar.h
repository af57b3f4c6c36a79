#pragma once

#include "core/workflow/review.h"
#include "ui/jobs/job_runner.h"
#include "ui/review/normal_dialog.h"

#include <QPointer>
#include <QWidget>

#include <cstddef>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>

class QLabel;
class QProgressBar;
class QToolButton;

namespace cf::ui {

/// Takes pictures as normals of the run's model and gives them back: looks at what that changes,
/// asks, and applies it, one after the other, in jobs. Seen while one of these is at work.
class NormalsBar : public QWidget
{
    Q_OBJECT
public:
    using SharedSet = std::shared_ptr<const workflow::ReviewSet>;

    explicit NormalsBar(JobRunner *runner, QWidget *parent = nullptr);
    ~NormalsBar() override;

    /// Null: there is no model. A question that is open for another set goes.
    void setSet(const std::filesystem::path &project, const SharedSet &set);
    /// The set has a model that was evaluated, and can be written.
    bool canTake() const;
    bool isNormal(std::size_t picture) const;
    bool isBusy() const { return m_isBusy; } ///< a question that is open is work too

    void take(std::size_t picture, const std::string &reviewer); ///< only while not isBusy()
    /// One of the set's added normals, after a question; likewise.
    void takeAway(const std::filesystem::path &file);
    /// Without a question: it was answered before. After what is at work.
    void takeAgain(std::size_t picture, const std::string &reviewer);
    void giveBack(std::size_t picture); ///< likewise

Q_SIGNALS:
    void taken(std::size_t picture); ///< by take(): scores are others from now on
    void changed();                  ///< likewise, by the others
    void pictureWanted(const std::filesystem::path &path);
    void said(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    using Look = std::function<Result<workflow::NormalsChange>(RunContext &)>;

    using Applied = std::function<void()>;

    void startLook(const std::filesystem::path &file, Look look, bool asks, Applied applied);
    void ask(const NormalsLook &look, const Applied &applied);
    void apply(const NormalsLook &look, const Applied &applied);
    /// After what is at work.
    void changeNext(const std::filesystem::path &file, Look look);
    Look addition(const std::filesystem::path &file, const std::string &reviewer) const;
    Look removal(const std::filesystem::path &file) const;
    void watch(Job *job);
    void follow();
    void rest();
    workflow::NormalsSubject subject() const;

    JobRunner *m_runner;
    std::filesystem::path m_project;
    SharedSet m_set;
    std::set<std::filesystem::path> m_normals; ///< files, as they are now
    bool m_isBusy = false;
    std::deque<std::function<void()>> m_next;
    QPointer<Job> m_job;
    QPointer<NormalDialog> m_dialog;
    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_stop;
};

} // namespace cf::ui
