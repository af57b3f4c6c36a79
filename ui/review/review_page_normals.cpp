// False alarms that become normals of the model, and what an undo makes of them.
#include "core/workflow/normals_change.h"
#include "ui/review/added_normals_dialog.h"
#include "ui/review/evidence_view.h"
#include "ui/review/normals_bar.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_page.h"

#include <algorithm>

namespace cf::ui {

void ReviewPage::connectNormals()
{
    connect(m_normals, &NormalsBar::said, this, &ReviewPage::said);
    connect(m_normals, &NormalsBar::changed, this, [this] {
        reload();
        Q_EMIT scoresChanged();
    });
    connect(m_normals, &NormalsBar::pictureWanted, this, &ReviewPage::showPicture);
    connect(m_normals, &NormalsBar::taken, this, [this](std::size_t picture) {
        if (m_accepted && m_accepted->picture == picture)
            m_accepted->isApplied = true;
        decideAccepted();
        reload();
        Q_EMIT scoresChanged();
    });
}

void ReviewPage::takeAsNormal()
{
    if (!canJudge())
        return;
    if (!m_normals->canTake()) {
        Q_EMIT said(tr("Only a trained run that was evaluated can take a picture as normal."));
        return;
    }
    if (isBlind(m_wish.queue)) {
        Q_EMIT said(tr("A blind second opinion only judges; take the picture as normal in another "
                       "queue."));
        return;
    }
    if (m_normals->isBusy()) {
        Q_EMIT said(tr("Another picture is being taken as normal."));
        return;
    }
    if (m_normals->isNormal(*m_current)) {
        Q_EMIT said(tr("This picture is a normal of the model already."));
        return;
    }
    const auto decision = newDecision(store::Verdict::Ok, workflow::kTakenAsNormal);
    if (!decision)
        return;
    m_accepted = AcceptedNormal{*m_current, *decision, false};
    m_normals->take(*m_current, m_reviewer->name);
}

void ReviewPage::showAddedNormals()
{
    if (!m_set || !m_normals->canTake()) {
        Q_EMIT said(tr("Only a trained run that was evaluated can take a picture as normal."));
        return;
    }
    auto *dialog = new AddedNormalsDialog(m_set->normals, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddedNormalsDialog::removalWanted, this,
            [this](const std::filesystem::path &file) {
                if (m_normals->isBusy())
                    Q_EMIT said(tr("Another picture is being taken as normal."));
                else
                    m_normals->takeAway(file);
            });
    dialog->open();
}

void ReviewPage::decideAccepted()
{
    if (!m_set || !m_accepted || !m_accepted->isApplied || !m_book.canDecide() ||
        m_accepted->picture >= m_set->pictures.size())
        return;
    const auto accepted = *m_accepted;
    m_accepted.reset();
    m_book.decide(accepted.picture, accepted.decision);
}

void ReviewPage::followNormals(std::size_t picture, bool isStanding)
{
    if (!m_normals->canTake() || m_normals->isNormal(picture) == isStanding)
        return;
    if (isStanding)
        m_normals->takeAgain(picture, m_reviewer->name);
    else
        m_normals->giveBack(picture);
}

void ReviewPage::showPicture(const std::filesystem::path &path)
{
    if (!m_set)
        return;
    const auto &rows = m_queue->model().rows();
    const auto row = std::ranges::find_if(
        rows, [&](std::uint32_t picture) { return m_set->pictures[picture].item.path == path; });
    if (row == rows.end())
        Q_EMIT said(
            tr("%1 is not shown in this queue.").arg(QString::fromStdString(path.string())));
    else
        m_queue->setCurrentRow(static_cast<int>(row - rows.begin()));
}

} // namespace cf::ui
