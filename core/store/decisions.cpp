#include "core/store/decisions.h"

#include "core/store/detail/decision_chain.h"
#include "core/store/detail/project_impl.h"
#include "core/store/detail/queries.h"
#include "core/store/detail/words.h"
#include "core/store/file_hash.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace cf::store {

using detail::ChainEnd;
using detail::Database;
using detail::Parameters;
using detail::Query;
using detail::valueOf;
using detail::wordOf;
using detail::Words;

namespace {

constexpr Words<Verdict, 4> kVerdicts{{{Verdict::Ok, "ok"},
                                       {Verdict::Ng, "ng"},
                                       {Verdict::Unsure, "unsure"},
                                       {Verdict::Withdrawn, "withdrawn"}}};
constexpr Words<DecisionKind, 4> kKinds{{{DecisionKind::First, "first"},
                                         {DecisionKind::Second, "second"},
                                         {DecisionKind::Arbitration, "arbitration"},
                                         {DecisionKind::Undo, "undo"}}};

Error badUsage(const std::string &sentence)
{
    return Error::make(ErrorCode::BadUsage, sentence);
}

Result<void> checkNew(const NewDecision &decision)
{
    if (decision.verdict == Verdict::Withdrawn || decision.kind == DecisionKind::Undo)
        return badUsage("A decision says ok, ng or unsure; take an earlier one back with an undo");
    for (const auto &number : {decision.score, decision.threshold})
        if (number && !std::isfinite(*number))
            return badUsage("The score or threshold of a decision on image " +
                            std::to_string(decision.imageId) +
                            " is not a finite number; leave it out");
    return {};
}

Result<void> checkReviewer(Database &database, const std::string &name)
{
    Query query(database, detail::sql::kReviewer);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << name));
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    if (!found)
        return badUsage("There is no reviewer \"" + name + "\" in the project " +
                        database.file().string() + "; add one of that name first");
    return {};
}

/// Fills in what belongs to the image; hashes its file where nobody knows the hash.
Result<void> describeImage(Database &database, Decision &decision)
{
    Query query(database, detail::sql::kImageToDecide);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << decision.imageId));
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    if (!found)
        return badUsage("There is no image " + std::to_string(decision.imageId) +
                        " in the project " + database.file().string() + "; read its dataset again");
    decision.datasetId = query.integer();
    const std::filesystem::path root = query.text();
    decision.category = query.text();
    decision.path = query.text();
    const auto known = query.maybeText();
    if (decision.imageSha256.empty() && known)
        decision.imageSha256 = *known;
    if (!decision.imageSha256.empty())
        return {};
    CF_ASSIGN_OR_RETURN(decision.imageSha256, sha256File(root / decision.path));
    return {};
}

/// SQLite keeps a negative zero as zero, and the hash would tell them apart.
std::optional<double> withoutNegativeZero(std::optional<double> number)
{
    return number ? std::optional(*number + 0.0) : std::nullopt;
}

bool matches(const Decision &decision, const DecisionFilter &filter)
{
    return (!filter.datasetId || decision.datasetId == *filter.datasetId) &&
           (!filter.runId || decision.runId == filter.runId) &&
           (!filter.reviewer || decision.reviewer == *filter.reviewer);
}

Result<Decision> decisionToUndo(Database &database, std::int64_t sequence,
                                const std::string &reviewer)
{
    const std::string name = "Decision " + std::to_string(sequence);
    Query query(database, detail::sql::kDecision);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << sequence));
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    if (!found)
        return badUsage(name + " is not in the project " + database.file().string() +
                        "; nothing was taken back");
    CF_ASSIGN_OR_RETURN(Decision decision, detail::readDecision(query));
    if (decision.kind == DecisionKind::Undo)
        return badUsage(name + " is an undo itself; decide again instead of taking it back");
    if (decision.reviewer != reviewer)
        return badUsage(name + " is one of " + decision.reviewer +
                        ", who alone may take it back; decide by arbitration instead");
    Query withdrawal(database, detail::sql::kWithdrawalOf);
    CF_RETURN_IF_ERROR(withdrawal.exec(Parameters() << sequence));
    CF_ASSIGN_OR_RETURN(const bool withdrawn, withdrawal.next());
    if (withdrawn)
        return badUsage(name + " is taken back already, by decision " +
                        std::to_string(withdrawal.integer()));
    return decision;
}

} // namespace

const char *toString(Verdict verdict)
{
    return wordOf(kVerdicts, verdict);
}

const char *toString(DecisionKind kind)
{
    return wordOf(kKinds, kind);
}

std::optional<Verdict> verdictFrom(std::string_view word)
{
    return valueOf(kVerdicts, word);
}

std::optional<DecisionKind> decisionKindFrom(std::string_view word)
{
    return valueOf(kKinds, word);
}

std::vector<Decision> standingDecisions(std::span<const Decision> trail)
{
    std::set<std::int64_t> withdrawn;
    for (const Decision &decision : trail)
        if (decision.withdraws)
            withdrawn.insert(*decision.withdraws);
    std::vector<Decision> standing;
    for (const Decision &decision : trail)
        if (decision.kind != DecisionKind::Undo && !withdrawn.contains(decision.sequence))
            standing.push_back(decision);
    return standing;
}

std::vector<Decision> currentDecisions(std::span<const Decision> trail)
{
    const auto standing = standingDecisions(trail);
    // By the path: a number may have gone from one image to another.
    std::map<std::tuple<Id, std::string, std::filesystem::path, DecisionKind>, const Decision *>
        last;
    for (const Decision &decision : standing)
        last[{decision.datasetId, decision.category, decision.path, decision.kind}] = &decision;
    std::vector<Decision> current;
    for (const auto &[key, decision] : last)
        current.push_back(*decision);
    std::sort(current.begin(), current.end(),
              [](const Decision &a, const Decision &b) { return a.sequence < b.sequence; });
    return current;
}

Result<void> Project::saveReviewer(const Reviewer &reviewer)
{
    Query query(*m_impl->database,
                "INSERT INTO reviewers (name, profile, active, added_utc) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, "
                "active = excluded.active");
    return query.exec(Parameters()
                      << reviewer.name << reviewer.profileJson << reviewer.active << utcNow());
}

Result<std::vector<Reviewer>> Project::reviewers() const
{
    std::vector<Reviewer> reviewers;
    Query query(*m_impl->database, detail::sql::kReviewers);
    CF_RETURN_IF_ERROR(query.exec());
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return reviewers;
        Reviewer reviewer;
        reviewer.name = query.text();
        reviewer.profileJson = query.text();
        reviewer.active = query.integer() != 0;
        reviewer.addedUtc = query.text();
        reviewers.push_back(std::move(reviewer));
    }
}

Result<Decision> Project::appendDecision(const NewDecision &given)
{
    Database &database = *m_impl->database;
    CF_RETURN_IF_ERROR(checkNew(given));
    CF_RETURN_IF_ERROR(checkReviewer(database, given.reviewer));
    Decision decision;
    decision.reviewer = given.reviewer;
    decision.imageId = given.imageId;
    decision.imageSha256 = given.imageSha256.value_or("");
    decision.verdict = given.verdict;
    decision.reason = given.reason;
    decision.kind = given.kind;
    decision.runId = given.runId;
    decision.modelSha256 = given.modelSha256;
    decision.score = withoutNegativeZero(given.score);
    decision.threshold = withoutNegativeZero(given.threshold);
    decision.shownJson = given.shownJson;
    // Before the lock: a file may have to be read for it.
    CF_RETURN_IF_ERROR(describeImage(database, decision));
    if (given.runId) {
        CF_ASSIGN_OR_RETURN(const Run model, run(*given.runId));
        if (!decision.modelSha256)
            decision.modelSha256 = model.modelSha256;
    }
    CF_ASSIGN_OR_RETURN(ChainEnd end, ChainEnd::lock(database, m_impl->folder));
    return end.append(std::move(decision));
}

Result<Decision> Project::undoDecision(std::int64_t sequence, const std::string &reviewer)
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(ChainEnd end, ChainEnd::lock(database, m_impl->folder));
    CF_ASSIGN_OR_RETURN(Decision undo, decisionToUndo(database, sequence, reviewer));
    undo.verdict = Verdict::Withdrawn;
    undo.kind = DecisionKind::Undo;
    undo.withdraws = sequence;
    undo.reason.clear();
    undo.shownJson = "{}";
    return end.append(std::move(undo));
}

Result<std::vector<Decision>> Project::decisions(const DecisionFilter &filter) const
{
    std::vector<Decision> decisions;
    Query query(*m_impl->database, detail::sql::kDecisions);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << filter.afterSequence));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return decisions;
        CF_ASSIGN_OR_RETURN(Decision decision, detail::readDecision(query));
        if (matches(decision, filter))
            decisions.push_back(std::move(decision));
    }
}

Result<std::vector<Decision>> Project::currentVerdicts(const DecisionFilter &filter) const
{
    CF_ASSIGN_OR_RETURN(const auto trail, decisions(filter));
    return currentDecisions(trail);
}

} // namespace cf::store
