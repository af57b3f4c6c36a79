#include "core/store/detail/project_impl.h"
#include "core/store/detail/queries.h"

namespace cf::store {

using detail::Parameters;
using detail::Query;
using detail::Transaction;

Result<void> Project::appendLosses(Id runId, const std::vector<LossStep> &steps)
{
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(*m_impl->database));
    Query forget(*m_impl->database, "DELETE FROM steps WHERE run_id = ? AND step = ?");
    Query insertStep(*m_impl->database,
                     "INSERT INTO steps (run_id, step, learning_rate) VALUES (?, ?, ?)");
    Query insertTerm(*m_impl->database,
                     "INSERT INTO losses (run_id, step, term, value) VALUES (?, ?, ?, ?)");
    for (const LossStep &step : steps) {
        CF_RETURN_IF_ERROR(forget.exec(Parameters() << runId << step.step));
        CF_RETURN_IF_ERROR(
            insertStep.exec(Parameters() << runId << step.step << step.learningRate));
        for (const LossTerm &term : step.terms)
            CF_RETURN_IF_ERROR(
                insertTerm.exec(Parameters() << runId << step.step << term.name << term.value));
    }
    return transaction.commit();
}

Result<void> Project::discardLossesAfter(Id runId, std::int64_t step)
{
    Query forget(*m_impl->database, "DELETE FROM steps WHERE run_id = ? AND step > ?");
    return forget.exec(Parameters() << runId << step);
}

Result<std::vector<LossStep>> Project::losses(Id runId, std::int64_t afterStep) const
{
    std::vector<LossStep> steps;
    Query query(*m_impl->database, detail::sql::kLosses);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << runId << afterStep));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return steps;
        const std::int64_t step = query.integer();
        const double learningRate = query.real();
        if (steps.empty() || steps.back().step != step)
            steps.push_back({step, learningRate, {}});
        if (const auto term = query.maybeText()) // none: a step without terms
            steps.back().terms.push_back({*term, query.real()});
    }
}

} // namespace cf::store
