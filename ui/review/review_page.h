#pragma once

#include "core/review/shift_figures.h"
#include "ui/jobs/job_runner.h"
#include "ui/review/decision_book.h"
#include "ui/review/evidence_cache.h"
#include "ui/review/pace.h"
#include "ui/review/queue_arrangement.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QProgressBar;
class QStackedWidget;
class QToolButton;

namespace cf::ui {

class EvidenceFacts;
class EvidenceView;
class MessagePane;
class NormalsBar;
class QueuePanel;
class SaveProblem;
class SecondOpinionPanel;
class VerdictBar;

/// A queue of pictures, one key a decision, with the evidence beside it. Each decision goes into
/// the project's chain at once; the next one waits until the disk has it, so that a crash costs one
/// at most.
class ReviewPage : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewPage(JobRunner *runner, QWidget *parent = nullptr);
    ~ReviewPage() override;

    /// The scores and maps of this run; an empty one: pictures alone. An empty project: none.
    /// Read when the page is seen.
    void setRun(const std::filesystem::path &project, const std::string &run);
    /// The project's pictures or scores are others now.
    void reload();

    /// Takes this name for the decisions from now on; a new one is added to the project.
    void setReviewer(const QString &name);
    QString reviewer() const;

    std::size_t unsaved() const { return m_book.waiting(); } ///< steps on their way to the disk
    bool isSavingStopped() const { return m_book.isStopped(); }
    QUndoStack *undoStack() { return m_book.undoStack(); }
    /// What decided on a picture the key stands for, as it is written on the buttons.
    void setKeys(const QString &ok, const QString &ng, const QString &unsure,
                 const QString &normal);

    DecisionBook &book() { return m_book; }
    EvidenceView &evidence() { return *m_evidence; }
    QueuePanel &queue() { return *m_queue; }
    VerdictBar &verdicts() { return *m_verdicts; }
    NormalsBar &normals() { return *m_normals; }
    /// Where something else than looking may be put in place of the picture, such as drawing.
    QStackedWidget &centre() { return *m_centre; }
    const DecisionBook::SharedSet &set() const { return m_set; }
    std::optional<std::size_t> current() const { return m_current; } ///< picture

    /// The whole trail, as exportTrail(); in a job.
    void saveTrail(const std::filesystem::path &file);
    /// The report of these decisions, as reportShift(); in a job.
    void writeShift(const review::ShiftFilter &filter, const std::filesystem::path &file);

public Q_SLOTS:
    void accept();
    void reject();
    void leaveUnsure();
    /// Looks in a job at what it would change that this picture is normal, and asks.
    void takeAsNormal();
    void showAddedNormals();   ///< of the model, in a list from which each can be taken away again
    void rejectFor(int digit); ///< with the reason of that digit, from 1
    void showNext();
    void showPrevious();
    void nextUndecided();
    void previousUndecided();
    void toggleOverlay();
    void toggleMask();
    void setFlicker(bool hidden);
    void fit();
    void zoomTo100();
    void chooseReviewer(); ///< asks
    void editReasons();    ///< asks
    void exportTrail();    ///< asks for a file
    void verifyTrail();
    void reportShift(); ///< asks of what, and for a file

Q_SIGNALS:
    void said(const QString &sentence);
    void projectWanted();
    void allSaved();
    void scoresChanged(); ///< the run's model has other normals
    void ready();         ///< the queue is arranged
    void verified(const QStringList &problems);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    /// H held anywhere on the page hides the map.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct HeldDecision
    {
        std::size_t picture = 0;
        store::Verdict verdict = store::Verdict::Unsure;
        std::string reason;
    };
    /// A decision that waits for the model to take its picture as normal.
    struct AcceptedNormal
    {
        std::size_t picture = 0;
        store::NewDecision decision;
        bool isApplied = false;
    };

    QWidget *newHead();
    QWidget *newCentre();
    QWidget *newSide();
    void connectParts();
    void connectNormals();

    void loadIfSeen();
    void load();
    void take(const DecisionBook::SharedSet &set);
    void takeReviewer(const store::Reviewer &reviewer);
    void saveProfile();
    void remember(const store::Reviewer &reviewer); ///< in m_reviewers
    QueueWish wish() const;
    void arrangeAnew(bool fromResume);
    void takeArrangement(const Arrangement &arrangement, const QueueWish &wish);

    void showRow(int row);
    void presentCurrent();
    void prefetch(int row);
    void step(int rows);
    void stepToUndecided(int direction);

    bool canJudge(); ///< the picture is seen and can be decided on; else says why not
    /// Of the picture that is seen, with what is on the screen now.
    std::optional<store::NewDecision> newDecision(store::Verdict verdict,
                                                  const std::string &reason) const;
    void decide(store::Verdict verdict, const QString &reason);
    void decideHeld();
    void decideAccepted();
    /// The decision that took a picture as normal stands again, or no more: so does the normal.
    void followNormals(std::size_t picture, bool isStanding);
    void showPicture(const std::filesystem::path &path); ///< relative to the dataset's root
    void onDecided(std::size_t picture);
    void onTakenBack(std::size_t picture, const std::string &reason);
    void onChanged(std::size_t picture);

    void showState();
    void showFacts();
    void showProgress();
    void showVerified(const std::vector<std::string> &problems, std::int64_t count);
    void retranslate();

    JobRunner *m_runner;
    std::filesystem::path m_project;
    std::string m_run;
    bool m_isAsked = false; ///< to be read
    QPointer<Job> m_loading;
    std::optional<Error> m_error;
    bool m_wasStopped = false;          ///< by the user, before it was read
    bool m_hasChangedMeanwhile = false; ///< decisions were taken back while it was read

    DecisionBook::SharedSet m_set;
    DecisionBook m_book;
    EvidenceCache m_cache;
    std::vector<store::Reviewer> m_reviewers; ///< of the project, with what was changed here
    std::optional<store::Reviewer> m_reviewer;
    QueueWish m_wish;                          ///< that is shown
    std::optional<bool> m_arrangeWanted;       ///< once all is saved; true: from where to go on
    int m_arrangement = 0;                     ///< number of the one asked for last
    std::vector<char> m_isMember, m_isDecided; ///< by picture
    std::size_t m_memberCount = 0, m_decidedCount = 0;
    std::optional<std::size_t> m_current; ///< picture
    std::optional<HeldDecision> m_held;
    std::optional<AcceptedNormal> m_accepted;
    Pace m_pace;
    QElapsedTimer m_clock;

    QToolButton *m_reviewerButton;
    QProgressBar *m_progress;
    QLabel *m_progressText, *m_readOnly;
    SaveProblem *m_problem;
    NormalsBar *m_normals;
    QueuePanel *m_queue;
    QStackedWidget *m_stack, *m_centre;
    MessagePane *m_message;
    EvidenceView *m_evidence;
    VerdictBar *m_verdicts;
    EvidenceFacts *m_facts;
    SecondOpinionPanel *m_second;
};

} // namespace cf::ui
