// Moving through the queue, deciding, and how far one is.
#include "core/workflow/normals_change.h"
#include "ui/image/image_canvas.h"
#include "ui/review/evidence_view.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_page.h"
#include "ui/review/verdict_bar.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>

namespace cf::ui {

void ReviewPage::accept()
{
    decide(store::Verdict::Ok, {});
}

void ReviewPage::reject()
{
    decide(store::Verdict::Ng, {});
}

void ReviewPage::leaveUnsure()
{
    decide(store::Verdict::Unsure, {});
}

void ReviewPage::rejectFor(int digit)
{
    const auto &reasons = m_verdicts->reasons();
    if (digit >= 1 && digit <= reasons.size())
        decide(store::Verdict::Ng, reasons[digit - 1]);
    else
        Q_EMIT said(tr("There is no reason %1; the button \"Reasons…\" adds one.").arg(digit));
}

bool ReviewPage::canJudge()
{
    if (!m_set || !m_reviewer || !m_current || m_loading)
        return false;
    if (m_set->isReadOnly) {
        Q_EMIT said(tr("This project cannot be written: nothing can be decided."));
        return false;
    }
    if (m_evidence->picture() != m_current || !m_evidence->isPainted()) {
        Q_EMIT said(tr("This picture is not seen yet, so that it cannot be judged."));
        return false;
    }
    return !m_book.isStopped(); // the page says so already
}

void ReviewPage::decide(store::Verdict verdict, const QString &reason)
{
    if (!canJudge())
        return;
    m_held = HeldDecision{*m_current, verdict, reason.toStdString()};
    decideHeld();
}

std::optional<store::NewDecision> ReviewPage::newDecision(store::Verdict verdict,
                                                          const std::string &reason) const
{
    const auto evidence = m_cache.find(*m_current);
    if (!evidence)
        return std::nullopt;
    const auto &item = m_set->pictures[*m_current].item;
    store::NewDecision decision;
    decision.imageSha256 = evidence->sha256;
    decision.verdict = verdict;
    decision.reason = reason;
    decision.kind = decisionKindOf(m_wish.queue);
    if (m_set->run)
        decision.runId = m_set->run->id;
    decision.score = item.score;
    decision.threshold = item.threshold;
    decision.shownJson = m_evidence->shownJson();
    return decision;
}

void ReviewPage::decideHeld()
{
    if (!m_held || m_held->picture != m_current || !m_book.canDecide() ||
        !m_evidence->isPainted() || m_evidence->picture() != m_current)
        return;
    auto decision = newDecision(m_held->verdict, m_held->reason);
    if (!decision)
        return;
    m_held.reset();
    m_book.decide(*m_current, std::move(*decision));
}

void ReviewPage::onChanged(std::size_t picture)
{
    m_hasChangedMeanwhile = true;
    m_queue->model().updatePicture(picture);
    if (picture < m_isMember.size() && m_isMember[picture]) {
        const char decided = isDecided(m_book.ledger(), picture, m_wish.queue) ? 1 : 0;
        m_decidedCount += static_cast<std::size_t>(decided);
        m_decidedCount -= static_cast<std::size_t>(m_isDecided[picture]);
        m_isDecided[picture] = decided;
    }
    if (picture == m_current)
        showFacts();
}

void ReviewPage::onDecided(std::size_t picture)
{
    m_pace.decided(m_clock.elapsed());
    showProgress();
    if (const auto standing = m_book.ledger().standing(picture);
        !standing.empty() && standing.back().reason == workflow::kTakenAsNormal)
        followNormals(picture, true);
    const int row = m_queue->model().rowOf(picture);
    if (row >= 0 && row + 1 < m_queue->model().rowCount())
        m_queue->setCurrentRow(row + 1);
    else if (row >= 0)
        Q_EMIT said(m_decidedCount == m_memberCount
                        ? tr("The end of the queue: all is decided.")
                        : tr("The end of the queue; still undecided: %L1.")
                              .arg(m_memberCount - m_decidedCount));
}

void ReviewPage::onTakenBack(std::size_t picture, const std::string &reason)
{
    showProgress();
    if (reason == workflow::kTakenAsNormal)
        followNormals(picture, false);
    const int row = m_queue->model().rowOf(picture);
    if (row >= 0)
        m_queue->setCurrentRow(row);
    else
        Q_EMIT said(tr("Taken back: the decision on %1, which is not shown in this queue.")
                        .arg(QString::fromStdString(
                            m_set->pictures[picture].item.path.filename().string())));
}

void ReviewPage::step(int rows)
{
    const int row = m_queue->currentRow() + rows;
    if (row >= 0 && row < m_queue->model().rowCount())
        m_queue->setCurrentRow(row);
}

void ReviewPage::showNext()
{
    step(1);
}

void ReviewPage::showPrevious()
{
    step(-1);
}

void ReviewPage::stepToUndecided(int direction)
{
    const auto &rows = m_queue->model().rows();
    const int count = static_cast<int>(rows.size());
    for (int i = 1; i <= count; ++i) {
        const int row = ((m_queue->currentRow() + direction * i) % count + count) % count;
        if (m_isDecided[rows[static_cast<std::size_t>(row)]])
            continue;
        m_queue->setCurrentRow(row);
        return;
    }
    if (count > 0)
        Q_EMIT said(tr("All pictures that are shown are decided."));
}

void ReviewPage::nextUndecided()
{
    stepToUndecided(1);
}

void ReviewPage::previousUndecided()
{
    stepToUndecided(-1);
}

void ReviewPage::toggleOverlay()
{
    m_evidence->toggleOverlay();
}

void ReviewPage::toggleMask()
{
    m_evidence->toggleMask();
}

void ReviewPage::setFlicker(bool hidden)
{
    m_evidence->setFlicker(hidden);
}

void ReviewPage::fit()
{
    m_evidence->canvas().fit();
}

void ReviewPage::zoomTo100()
{
    m_evidence->canvas().zoomTo100();
}

bool ReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto *focus = QApplication::focusWidget();
        const bool isWriting =
            qobject_cast<const QLineEdit *>(focus) || qobject_cast<const QPlainTextEdit *>(focus);
        if (key->key() == Qt::Key_H && key->modifiers() == Qt::NoModifier && !key->isAutoRepeat() &&
            !isWriting)
            setFlicker(event->type() == QEvent::KeyPress);
    }
    return QWidget::eventFilter(watched, event);
}

void ReviewPage::showProgress()
{
    m_progress->setRange(0, std::max(1, static_cast<int>(m_memberCount)));
    m_progress->setValue(static_cast<int>(m_decidedCount));
    QString text = tr("%L1 of %L2 decided").arg(m_decidedCount).arg(m_memberCount);
    if (const auto pace = m_pace.perMinute())
        text += QStringLiteral(" · ") + tr("%L1 a minute").arg(*pace, 0, 'f', 0);
    const auto left = m_memberCount - m_decidedCount;
    if (const auto ms = m_pace.remainingMs(left); ms && left > 0)
        text += QStringLiteral(" · ") + tr("%1 left").arg(durationText(*ms));
    m_progressText->setText(text);
    m_progressText->setToolTip(text);
}

} // namespace cf::ui
