#include "ui/review/decision_book.h"

#include "ui/jobs/error_text.h"

#include <QUndoCommand>

#include <algorithm>
#include <set>

namespace cf::ui {

namespace {

/// What has to be given to make a decision again.
store::NewDecision renewed(const store::Decision &decision, store::Id imageId)
{
    store::NewDecision again;
    again.reviewer = decision.reviewer;
    again.imageId = imageId;
    again.imageSha256 = decision.imageSha256;
    again.verdict = decision.verdict;
    again.reason = decision.reason;
    again.kind = decision.kind;
    again.runId = decision.runId;
    again.modelSha256 = decision.modelSha256;
    again.score = decision.score;
    again.threshold = decision.threshold;
    again.shownJson = decision.shownJson;
    return again;
}

/// The reviewer's last decisions that nothing withdraws, oldest first. Goes back only as far as it
/// must: a withdrawal comes after what it withdraws.
std::vector<const store::Decision *> lastStandingOf(const std::vector<store::Decision> &trail,
                                                    const std::string &reviewer, std::size_t most)
{
    std::set<std::int64_t> withdrawn;
    std::vector<const store::Decision *> own;
    for (auto decision = trail.rbegin(); decision != trail.rend() && own.size() < most;
         ++decision) {
        if (decision->withdraws)
            withdrawn.insert(*decision->withdraws);
        else if (decision->reviewer == reviewer && !withdrawn.contains(decision->sequence))
            own.push_back(&*decision);
    }
    std::ranges::reverse(own);
    return own;
}

} // namespace

class DecisionBook::Step : public QUndoCommand
{
public:
    /// `number` 0: not made yet.
    Step(DecisionBook &book, std::size_t picture, store::NewDecision decision, Number number)
        : m_book(book), m_picture(picture), m_decision(std::move(decision)), m_number(number),
          m_isMade(number != 0)
    {
    }
    void redo() override
    {
        if (m_isMade)
            return; // an earlier one, that is only put on the stack
        m_number = m_book.append(m_picture, m_decision);
        m_isMade = true;
    }
    void undo() override
    {
        m_book.withdraw(m_picture, m_number, m_decision.reason);
        m_isMade = false;
    }

private:
    DecisionBook &m_book;
    std::size_t m_picture;
    store::NewDecision m_decision;
    Number m_number;
    bool m_isMade;
};

DecisionBook::DecisionBook(QObject *parent)
    : QObject(parent), m_trail(std::make_shared<std::vector<store::Decision>>())
{
}

void DecisionBook::setSet(const std::filesystem::path &project, const SharedSet &set)
{
    m_undo.clear();
    m_writer.reset();
    m_newRows.clear();
    m_set = set;
    // The set keeps its trail alive: no copy.
    m_trail =
        set ? SharedTrail(set, &set->trail) : std::make_shared<std::vector<store::Decision>>();
    m_ledger = set ? set->ledger : review::Ledger();
    if (!set || set->isReadOnly)
        return;
    m_writer = std::make_unique<DecisionWriter>(project);
    connect(m_writer.get(), &DecisionWriter::written, this,
            [this](const store::Decision &decision) {
                m_newRows.push_back(decision);
                Q_EMIT written();
            });
    connect(m_writer.get(), &DecisionWriter::failed, this,
            [this](const Error &error) { Q_EMIT failed(errorText(error)); });
    connect(m_writer.get(), &DecisionWriter::idle, this, &DecisionBook::idle);
    setReviewer(m_reviewer);
}

void DecisionBook::setReviewer(const std::string &reviewer)
{
    m_reviewer = reviewer;
    m_undo.clear();
    if (!m_writer || reviewer.empty())
        return;
    const auto known = trail();
    for (const auto *decision : lastStandingOf(*known, reviewer, kEarlierSteps))
        if (const auto picture = m_set->find(review::keyOf(*decision)))
            m_undo.push(new Step(*this, *picture,
                                 renewed(*decision, m_set->pictures[*picture].item.imageId),
                                 decision->sequence));
}

void DecisionBook::decide(std::size_t picture, store::NewDecision decision)
{
    if (!canDecide())
        return;
    decision.reviewer = m_reviewer;
    decision.imageId = m_set->pictures.at(picture).item.imageId;
    m_undo.push(new Step(*this, picture, std::move(decision), 0));
}

bool DecisionBook::canDecide() const
{
    return m_writer && !m_reviewer.empty() && m_writer->waiting() == 0;
}

DecisionBook::SharedTrail DecisionBook::trail()
{
    if (!m_newRows.empty()) {
        auto longer = std::make_shared<std::vector<store::Decision>>(*m_trail);
        longer->insert(longer->end(), m_newRows.begin(), m_newRows.end());
        m_newRows.clear();
        m_trail = std::move(longer);
    }
    return m_trail;
}

DecisionBook::Number DecisionBook::append(std::size_t picture, const store::NewDecision &decision)
{
    const auto number = m_writer->append(decision);
    m_ledger.add(picture,
                 {number, decision.verdict, decision.kind, decision.reviewer, decision.reason});
    Q_EMIT changed(picture);
    Q_EMIT decided(picture);
    return number;
}

void DecisionBook::withdraw(std::size_t picture, Number number, const std::string &reason)
{
    m_writer->withdraw(number, m_reviewer);
    m_ledger.withdraw(number);
    Q_EMIT changed(picture);
    Q_EMIT takenBack(picture, reason);
}

void DecisionBook::retry()
{
    if (m_writer)
        m_writer->retry();
}

void DecisionBook::discard()
{
    if (m_writer)
        m_writer->discard();
}

} // namespace cf::ui
