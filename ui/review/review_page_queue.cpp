// The queue, and the picture of it that is shown.
#include "ui/review/evidence_facts.h"
#include "ui/review/evidence_view.h"
#include "ui/review/queue_panel.h"
#include "ui/review/review_page.h"
#include "ui/review/review_text.h"
#include "ui/review/second_opinion_panel.h"

namespace cf::ui {

namespace {

constexpr int kReadAhead = 8;
constexpr int kReadBehind = 2;

} // namespace

QueueWish ReviewPage::wish() const
{
    auto wish = m_queue->wish();
    wish.secondShare = m_second->share();
    if (m_reviewer)
        wish.reviewer = m_reviewer->name;
    return wish;
}

void ReviewPage::arrangeAnew(bool fromResume)
{
    if (!m_set || !m_reviewer)
        return;
    const bool isFromResume = fromResume || m_arrangeWanted.value_or(false);
    if (m_book.waiting() > 0) {
        m_arrangeWanted = isFromResume;
        return;
    }
    m_arrangeWanted.reset();
    if (isFromResume)
        m_current.reset();
    const auto wanted = wish();
    const int number = ++m_arrangement;
    m_second->showAgreement(!isBlind(wanted.queue));
    m_runner->start<Arrangement>(
        Lane::Files, [] { return tr("Arrange the pictures to review"); },
        [set = m_set, wanted, trail = m_book.trail()](RunContext &) -> Result<Arrangement> {
            return arrange(*set, wanted, *trail);
        },
        this,
        [this, number, wanted, set = m_set](const Arrangement &arrangement) {
            if (number == m_arrangement && set == m_set)
                takeArrangement(arrangement, wanted);
        },
        Afterwards::Forgotten);
}

void ReviewPage::takeArrangement(const Arrangement &arrangement, const QueueWish &wanted)
{
    m_wish = wanted;
    m_isMember.assign(m_set->pictures.size(), 0);
    m_isDecided.assign(m_set->pictures.size(), 0);
    m_memberCount = arrangement.members.size();
    m_decidedCount = 0;
    for (const auto picture : arrangement.members) {
        m_isMember[picture] = 1;
        m_isDecided[picture] = isDecided(m_book.ledger(), picture, m_wish.queue) ? 1 : 0;
        m_decidedCount += static_cast<std::size_t>(m_isDecided[picture]);
    }
    m_second->setAgreement(arrangement.agreement);
    m_queue->setFilterProblem(arrangement.lacksCosts && arrangement.filterProblem.isEmpty()
                                  ? noCostsText()
                                  : arrangement.filterProblem);
    const auto before = m_current;
    m_queue->setRows(m_set, m_wish, arrangement.rows);
    const int kept = before ? m_queue->model().rowOf(*before) : -1;
    const int row = kept >= 0 ? kept : static_cast<int>(arrangement.resume.value_or(0));
    m_current.reset();
    if (arrangement.rows.empty()) {
        m_cache.want({});
        m_evidence->clear();
        m_facts->clear();
    } else {
        m_queue->setCurrentRow(row);
    }
    showProgress();
    showState();
    Q_EMIT ready();
}

void ReviewPage::showRow(int row)
{
    const auto picture = m_queue->model().rows().at(static_cast<std::size_t>(row));
    if (m_current == picture)
        return;
    m_current = picture;
    m_held.reset();
    presentCurrent();
    prefetch(row);
}

void ReviewPage::presentCurrent()
{
    if (const auto evidence = m_cache.find(*m_current))
        m_evidence->show(*m_set, *m_current, *evidence, isBlind(m_wish.queue));
    else if (const auto problem = m_cache.problem(*m_current); !problem.isEmpty())
        m_evidence->showError(problem);
    else
        m_evidence->showBusy();
    showFacts();
}

void ReviewPage::prefetch(int row)
{
    const auto &rows = m_queue->model().rows();
    std::vector<std::size_t> wanted{rows[static_cast<std::size_t>(row)]};
    const auto want = [&](int at) {
        if (at >= 0 && at < static_cast<int>(rows.size()))
            wanted.push_back(rows[static_cast<std::size_t>(at)]);
    };
    for (int i = 1; i <= kReadAhead; ++i) {
        want(row + i);
        if (i <= kReadBehind)
            want(row - i);
    }
    m_cache.want(std::move(wanted));
}

void ReviewPage::showFacts()
{
    if (!m_current || !m_set)
        return;
    const auto evidence = m_cache.find(*m_current);
    m_facts->show(*m_set, *m_current, evidence ? evidence->templateNote : std::string(),
                  m_book.ledger(), m_wish);
}

} // namespace cf::ui
