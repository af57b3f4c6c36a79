#include "core/store/detail/project_impl.h"
#include "core/store/detail/queries.h"

namespace cf::store {

using detail::Database;
using detail::Parameters;
using detail::Query;
using detail::Transaction;
using detail::TransactionKind;

namespace {

Error unknownVariant(Id evaluationId)
{
    // CHECK forbids it, so the file is damaged
    return Error::make(ErrorCode::BadFormat, "Evaluation " + std::to_string(evaluationId) +
                                                 " holds a variant that does not exist; restore "
                                                 "the project from a backup");
}

Result<void> insertMetrics(Database &database, Id evaluationId, const std::vector<Metric> &metrics)
{
    Query insert(database, "INSERT INTO metrics (evaluation_id, category, variant, name, value, "
                           "reason) VALUES (?, ?, ?, ?, ?, ?)");
    for (const Metric &metric : metrics) {
        const auto reason = metric.value ? std::nullopt : std::optional(metric.reason);
        CF_RETURN_IF_ERROR(insert.exec(Parameters() << evaluationId << metric.category
                                                    << toString(metric.variant) << metric.name
                                                    << metric.value << reason));
    }
    return {};
}

Result<void> insertScores(Database &database, Id evaluationId,
                          const std::vector<ImageScore> &scores)
{
    Query insert(database,
                 "INSERT INTO scores (evaluation_id, category, path, defective, kind, baseline, "
                 "filtered, fused, external, map_artifact_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                 "?)");
    for (const ImageScore &score : scores)
        CF_RETURN_IF_ERROR(insert.exec(
            Parameters() << evaluationId << score.category << score.path << score.defective
                         << score.kind << score.baseline << score.filtered << score.fused
                         << score.external << score.mapArtifactId));
    return {};
}

Result<void> insertCurves(Database &database, Id evaluationId, const std::vector<Curve> &curves)
{
    Query insert(database, "INSERT INTO curves (evaluation_id, category, variant, kind, "
                           "population, bandwidth, x, y) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const Curve &curve : curves)
        CF_RETURN_IF_ERROR(insert.exec(
            Parameters() << evaluationId << curve.category << toString(curve.variant) << curve.kind
                         << curve.population << curve.bandwidth << curve.x << curve.y));
    return {};
}

Evaluation readEvaluationHead(Query &row)
{
    Evaluation evaluation;
    evaluation.id = row.integer();
    evaluation.runId = row.integer();
    evaluation.datasetId = row.maybeInteger();
    evaluation.startedUtc = row.text();
    evaluation.endedUtc = row.text();
    evaluation.settingsJson = row.text();
    evaluation.secondsPerImage = row.maybeReal();
    return evaluation;
}

Result<void> readMetrics(Database &database, Evaluation &evaluation)
{
    Query query(database, detail::sql::kMetrics);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << evaluation.id));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return {};
        Metric metric;
        metric.category = query.text();
        const auto variant = variantFrom(query.text());
        if (!variant)
            return unknownVariant(evaluation.id);
        metric.variant = *variant;
        metric.name = query.text();
        metric.value = query.maybeReal();
        metric.reason = query.text();
        evaluation.metrics.push_back(std::move(metric));
    }
}

Result<void> readScores(Database &database, Evaluation &evaluation)
{
    Query query(database, detail::sql::kScores);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << evaluation.id));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return {};
        ImageScore score;
        score.category = query.text();
        score.path = query.text();
        score.defective = query.maybeFlag();
        score.kind = query.text();
        score.baseline = query.maybeReal();
        score.filtered = query.maybeReal();
        score.fused = query.maybeReal();
        score.external = query.maybeReal();
        score.mapArtifactId = query.maybeInteger();
        evaluation.scores.push_back(std::move(score));
    }
}

Result<void> readCurves(Database &database, Evaluation &evaluation)
{
    Query query(database, detail::sql::kCurves);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << evaluation.id));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return {};
        Curve curve;
        curve.category = query.text();
        const auto variant = variantFrom(query.text());
        if (!variant)
            return unknownVariant(evaluation.id);
        curve.variant = *variant;
        curve.kind = query.text();
        curve.population = query.text();
        curve.bandwidth = query.maybeReal();
        curve.x = query.floats();
        curve.y = query.floats();
        evaluation.curves.push_back(std::move(curve));
    }
}

/// The caller holds a transaction.
Result<std::optional<Evaluation>> readWhole(Database &database, Id evaluationId)
{
    Query query(database, detail::sql::kEvaluation);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << evaluationId));
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    if (!found)
        return std::optional<Evaluation>();
    Evaluation evaluation = readEvaluationHead(query);
    CF_RETURN_IF_ERROR(readMetrics(database, evaluation));
    CF_RETURN_IF_ERROR(readScores(database, evaluation));
    CF_RETURN_IF_ERROR(readCurves(database, evaluation));
    return std::optional(std::move(evaluation));
}

} // namespace

Result<Id> Project::saveEvaluation(const Evaluation &evaluation)
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database));
    Query insert(database, "INSERT INTO evaluations (run_id, dataset_id, started_utc, ended_utc, "
                           "settings, seconds_per_image) VALUES (?, ?, ?, ?, ?, ?)");
    CF_RETURN_IF_ERROR(insert.exec(Parameters()
                                   << evaluation.runId << evaluation.datasetId
                                   << evaluation.startedUtc << evaluation.endedUtc
                                   << evaluation.settingsJson << evaluation.secondsPerImage));
    const Id evaluationId = insert.insertedId();
    CF_RETURN_IF_ERROR(insertMetrics(database, evaluationId, evaluation.metrics));
    CF_RETURN_IF_ERROR(insertScores(database, evaluationId, evaluation.scores));
    CF_RETURN_IF_ERROR(insertCurves(database, evaluationId, evaluation.curves));
    CF_RETURN_IF_ERROR(transaction.commit());
    return evaluationId;
}

Result<std::vector<Evaluation>> Project::evaluations(Id runId) const
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(const Transaction snapshot,
                        Transaction::begin(database, TransactionKind::Read));
    std::vector<Evaluation> evaluations;
    Query query(database, detail::sql::kEvaluationsOfRun);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << runId));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return evaluations;
        evaluations.push_back(readEvaluationHead(query));
        CF_RETURN_IF_ERROR(readMetrics(database, evaluations.back()));
    }
}

Result<Evaluation> Project::evaluation(Id evaluationId) const
{
    CF_ASSIGN_OR_RETURN(const Transaction snapshot,
                        Transaction::begin(*m_impl->database, TransactionKind::Read));
    CF_ASSIGN_OR_RETURN(std::optional<Evaluation> found,
                        readWhole(*m_impl->database, evaluationId));
    if (!found)
        return Error::make(ErrorCode::NotFound, "There is no evaluation " +
                                                    std::to_string(evaluationId) +
                                                    " in this project; read the run again");
    return std::move(*found);
}

Result<std::optional<Evaluation>> Project::latestEvaluation(Id runId) const
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(const Transaction snapshot,
                        Transaction::begin(database, TransactionKind::Read));
    Query query(database, detail::sql::kLatestEvaluation);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << runId));
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool one,
                        query.next()); // an aggregate: always a row
    const auto evaluationId = query.maybeInteger();
    if (!evaluationId)
        return std::optional<Evaluation>();
    return readWhole(database, *evaluationId);
}

} // namespace cf::store
