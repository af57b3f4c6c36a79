#include "ui/review/normals_bar.h"

#include "ui/jobs/error_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <utility>

namespace cf::ui {

namespace {

constexpr int kBarWidthPx = 240;

} // namespace

NormalsBar::NormalsBar(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_text(new QLabel), m_bar(new QProgressBar),
      m_stop(new QToolButton)
{
    setObjectName(QStringLiteral("normalsBar"));
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(kBarWidthPx);
    m_stop->setObjectName(QStringLiteral("stopNormals"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
    connect(m_stop, &QToolButton::clicked, this, [this] {
        if (m_job)
            m_job->stop();
    });
    hide();
    follow();
}

NormalsBar::~NormalsBar() = default;

void NormalsBar::setSet(const std::filesystem::path &project, const SharedSet &set)
{
    const bool isOther = project != m_project || (m_set && m_set->run) != (set && set->run) ||
                         (m_set && set && m_set->run && m_set->run->id != set->run->id);
    m_project = project;
    m_set = set;
    m_normals.clear();
    if (set)
        for (const auto &normal : set->normals)
            m_normals.insert(normal.file);
    if (!isOther)
        return;
    m_next.clear();
    if (m_job)
        m_job->stop();
    if (m_dialog)
        m_dialog->reject();
}

bool NormalsBar::canTake() const
{
    return m_set && m_set->run && m_set->run->modelPath && m_set->isScored && !m_set->isReadOnly;
}

bool NormalsBar::isNormal(std::size_t picture) const
{
    return m_set && m_normals.contains(m_set->fileOf(picture));
}

workflow::NormalsSubject NormalsBar::subject() const
{
    return {m_project, std::to_string(m_set->run->id), "cpu"};
}

NormalsBar::Look NormalsBar::addition(const std::filesystem::path &file,
                                      const std::string &reviewer) const
{
    return [subject = subject(), file, reviewer](RunContext &run) {
        return workflow::lookAtAddition(subject, file, reviewer, run);
    };
}

NormalsBar::Look NormalsBar::removal(const std::filesystem::path &file) const
{
    return [subject = subject(), file](RunContext &run) {
        return workflow::lookAtRemoval(subject, file.string(), run);
    };
}

void NormalsBar::take(std::size_t picture, const std::string &reviewer)
{
    const auto file = m_set->fileOf(picture);
    startLook(file, addition(file, reviewer), true, [this, picture] { Q_EMIT taken(picture); });
}

void NormalsBar::takeAway(const std::filesystem::path &file)
{
    startLook(file, removal(file), true, [this] { Q_EMIT changed(); });
}

void NormalsBar::takeAgain(std::size_t picture, const std::string &reviewer)
{
    const auto file = m_set->fileOf(picture);
    changeNext(file, addition(file, reviewer));
}

void NormalsBar::giveBack(std::size_t picture)
{
    const auto file = m_set->fileOf(picture);
    changeNext(file, removal(file));
}

void NormalsBar::changeNext(const std::filesystem::path &file, Look look)
{
    m_next.emplace_back([this, file, look = std::move(look)] {
        startLook(file, look, false, [this] { Q_EMIT changed(); });
    });
    if (!m_isBusy)
        rest();
}

void NormalsBar::startLook(const std::filesystem::path &file, Look look, bool asks, Applied applied)
{
    m_isBusy = true;
    const auto name = QString::fromStdString(file.filename().string());
    auto *job = m_runner->start<NormalsLook>(
        Lane::Engine, [name] { return tr("Score anew with other normals: %1").arg(name); },
        [look = std::move(look)](RunContext &run) -> Result<NormalsLook> {
            CF_ASSIGN_OR_RETURN(auto change, look(run));
            return lookOf(std::move(change));
        },
        this,
        [this, asks, applied = std::move(applied)](const NormalsLook &found) {
            if (!m_set)
                rest();
            else if (asks)
                ask(found, applied);
            else
                apply(found, applied);
        },
        Afterwards::Forgotten);
    watch(job);
}

void NormalsBar::ask(const NormalsLook &look, const Applied &applied)
{
    m_dialog = new NormalDialog(look, window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &NormalDialog::pictureWanted, this, &NormalsBar::pictureWanted);
    connect(m_dialog, &QDialog::accepted, this, [this, look, applied] { apply(look, applied); });
    connect(m_dialog, &QDialog::rejected, this, &NormalsBar::rest);
    m_dialog->show();
}

void NormalsBar::apply(const NormalsLook &look, const Applied &applied)
{
    auto *job = m_runner->start(
        Lane::Engine, [] { return tr("Change the normals of the model"); },
        [change = look.change](RunContext &run) { return workflow::applyNormals(*change, run); },
        this,
        [this, change = look.change, applied] {
            if (change->isAddition)
                m_normals.insert(change->normal.file);
            else
                m_normals.erase(change->normal.file);
            rest();
            applied();
        },
        Afterwards::Forgotten);
    watch(job);
}

void NormalsBar::watch(Job *job)
{
    m_job = job;
    connect(job, &Job::changed, this, &NormalsBar::follow);
    connect(job, &Job::ended, this, [this, job] {
        if (job->error())
            Q_EMIT said(errorText(*job->error()));
        if (job != m_job)
            return; // the next one is at work already
        hide();
        if (job->state() != JobState::Done)
            rest();
    });
    show();
    follow();
}

void NormalsBar::follow()
{
    m_stop->setText(tr("Stop"));
    m_bar->setAccessibleName(tr("How far the new scores are"));
    if (!m_job)
        return;
    auto text = m_job->title();
    if (const auto ms = m_job->remainingMs())
        text += QStringLiteral(" · ") + tr("%1 left").arg(durationText(*ms));
    m_text->setText(m_text->fontMetrics().elidedText(text, Qt::ElideRight, m_text->width()));
    m_text->setToolTip(text);
    m_stop->setEnabled(m_job->canStop());
    showFraction(*m_bar, *m_job);
}

void NormalsBar::rest()
{
    m_isBusy = false;
    if (m_next.empty() || !m_set)
        return;
    const auto next = std::move(m_next.front());
    m_next.pop_front();
    next();
}

void NormalsBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        follow();
}

} // namespace cf::ui
