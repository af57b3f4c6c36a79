// Who reviews, and what is done with the trail as a whole.
#include "core/review/decision_export.h"
#include "core/review/reviewer_profile.h"
#include "ui/jobs/error_text.h"
#include "ui/jobs/path_text.h"
#include "ui/review/queue_panel.h"
#include "ui/review/reasons_dialog.h"
#include "ui/review/review_page.h"
#include "ui/review/reviewer_dialog.h"
#include "ui/review/second_opinion_panel.h"
#include "ui/review/verdict_bar.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QSettings>

#include <algorithm>
#include <set>

namespace cf::ui {

namespace {

const auto kLastReviewerKey = QStringLiteral("review/lastReviewer");
constexpr int kShownProblems = 10;

/// The kinds of defects that the pictures are labelled with, for somebody new.
std::vector<std::string> firstReasons(const workflow::ReviewSet &set)
{
    std::set<std::string> kinds;
    for (const auto &picture : set.pictures)
        if (picture.item.defective == true && !picture.kind.empty())
            kinds.insert(picture.kind);
    std::vector<std::string> reasons(kinds.begin(), kinds.end());
    reasons.resize(std::min(reasons.size(), review::ReviewerProfile::kMostReasons));
    return reasons;
}

} // namespace

QString ReviewPage::reviewer() const
{
    return m_reviewer ? QString::fromStdString(m_reviewer->name) : QString();
}

void ReviewPage::setReviewer(const QString &name)
{
    if (!m_set || name.isEmpty())
        return;
    QSettings().setValue(kLastReviewerKey, name);
    const auto found = std::ranges::find(m_reviewers, name.toStdString(), &store::Reviewer::name);
    if (found != m_reviewers.end()) {
        takeReviewer(*found);
        retranslate();
        return;
    }
    store::Reviewer added;
    added.name = name.toStdString();
    review::ReviewerProfile profile;
    profile.reasons = firstReasons(*m_set);
    added.profileJson = review::profileJson(profile);
    auto *job = m_runner->start(
        Lane::Files, [name] { return tr("Add the reviewer %1").arg(name); },
        [project = m_project, added](RunContext &) -> Result<void> {
            CF_ASSIGN_OR_RETURN(auto opened, store::Project::open(project));
            return opened.saveReviewer(added);
        },
        this,
        [this, added, project = m_project] {
            if (project != m_project)
                return;
            remember(added);
            takeReviewer(added);
            retranslate();
        },
        Afterwards::Forgotten);
    connect(job, &Job::ended, this, [this, job] {
        if (job->error())
            Q_EMIT said(errorText(*job->error()));
    });
}

void ReviewPage::chooseReviewer()
{
    if (!m_set)
        return;
    QStringList known;
    for (const auto &one : m_reviewers)
        if (one.active)
            known += QString::fromStdString(one.name);
    auto *dialog = new ReviewerDialog(known, QSettings().value(kLastReviewerKey).toString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { setReviewer(dialog->reviewer()); });
    dialog->open();
}

void ReviewPage::editReasons()
{
    if (!m_reviewer)
        return;
    auto *dialog = new ReasonsDialog(m_verdicts->reasons(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_verdicts->setReasons(dialog->reasons());
        saveProfile();
    });
    dialog->open();
}

void ReviewPage::saveProfile()
{
    if (!m_reviewer || !m_set || m_set->isReadOnly)
        return;
    review::ReviewerProfile profile;
    profile.order = m_queue->wish().order;
    profile.secondShare = m_second->share();
    for (const auto &reason : m_verdicts->reasons())
        profile.reasons.push_back(reason.toStdString());
    if (profile == review::profileFrom(m_reviewer->profileJson))
        return;
    m_reviewer->profileJson = review::profileJson(profile, m_reviewer->profileJson);
    remember(*m_reviewer);
    auto *job = m_runner->start(
        Lane::Files, [name = reviewer()] { return tr("Save the settings of %1").arg(name); },
        [project = m_project, changed = *m_reviewer](RunContext &) -> Result<void> {
            CF_ASSIGN_OR_RETURN(auto opened, store::Project::open(project));
            return opened.saveReviewer(changed);
        },
        nullptr, {}, Afterwards::Forgotten);
    connect(job, &Job::ended, this, [this, job] {
        if (job->error())
            Q_EMIT said(errorText(*job->error()));
    });
}

void ReviewPage::remember(const store::Reviewer &reviewer)
{
    std::erase_if(m_reviewers, [&](const auto &one) { return one.name == reviewer.name; });
    m_reviewers.push_back(reviewer);
    std::ranges::sort(m_reviewers, {}, &store::Reviewer::name);
}

void ReviewPage::exportTrail()
{
    const auto file =
        QFileDialog::getSaveFileName(this, tr("Save the decisions"), QStringLiteral("trail.csv"),
                                     tr("Table (*.csv);;JSON (*.json)"));
    if (!file.isEmpty())
        saveTrail(pathOf(file));
}

void ReviewPage::saveTrail(const std::filesystem::path &file)
{
    if (m_project.empty())
        return;
    const auto shown = QDir::toNativeSeparators(QString::fromStdString(file.string()));
    auto *job = m_runner->start<std::size_t>(
        Lane::Files, [shown] { return tr("Save the decisions as %1").arg(shown); },
        [project = m_project, file](RunContext &) -> Result<std::size_t> {
            CF_ASSIGN_OR_RETURN(const auto opened, store::Project::open(project));
            CF_ASSIGN_OR_RETURN(const auto trail, opened.decisions());
            CF_RETURN_IF_ERROR(review::writeDecisions(file, trail));
            return trail.size();
        },
        this,
        [this, shown](std::size_t count) {
            Q_EMIT said(
                tr("Saved %n decision(s) as %1", nullptr, static_cast<int>(count)).arg(shown));
        });
    connect(job, &Job::ended, this, [this, job] {
        if (job->error())
            Q_EMIT said(errorText(*job->error()));
    });
}

void ReviewPage::verifyTrail()
{
    if (m_project.empty())
        return;
    struct Verified
    {
        std::vector<std::string> problems;
        std::int64_t count = 0;
    };
    auto *job = m_runner->start<Verified>(
        Lane::Files, [] { return tr("Verify the trail of decisions"); },
        [project = m_project](RunContext &context) -> Result<Verified> {
            CF_ASSIGN_OR_RETURN(const auto opened, store::Project::open(project));
            Verified verified;
            CF_ASSIGN_OR_RETURN(verified.problems, opened.verify(context));
            if (verified.problems.empty()) {
                CF_ASSIGN_OR_RETURN(const auto trail, opened.decisions());
                verified.count = static_cast<std::int64_t>(trail.size());
            }
            return verified;
        },
        this,
        [this](const Verified &verified) { showVerified(verified.problems, verified.count); });
    connect(job, &Job::ended, this, [this, job] {
        if (job->error())
            Q_EMIT said(errorText(*job->error()));
    });
}

void ReviewPage::showVerified(const std::vector<std::string> &problems, std::int64_t count)
{
    QStringList sentences;
    for (const auto &problem : problems)
        sentences += QString::fromStdString(problem);
    auto *box = new QMessageBox(
        problems.empty() ? QMessageBox::Information : QMessageBox::Warning,
        tr("The trail of decisions"),
        problems.empty()
            ? tr("All is well: %n decision(s) in one unbroken chain, and all files of the project "
                 "are as they were stored.",
                 nullptr, static_cast<int>(count))
            : tr("%n thing(s) in this project are not as they were stored.", nullptr,
                 static_cast<int>(problems.size())),
        QMessageBox::Ok, this);
    box->setObjectName(QStringLiteral("verifiedBox"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(sentences.mid(0, kShownProblems).join(QLatin1Char('\n')));
    if (sentences.size() > kShownProblems)
        box->setDetailedText(sentences.join(QLatin1Char('\n')));
    box->open();
    Q_EMIT verified(sentences);
}

} // namespace cf::ui
