#include "core/store/detail/decision_chain.h"
#include "core/store/detail/queries.h"

namespace cf::store::detail {

namespace fs = std::filesystem;

namespace {

constexpr char kWasChanged[] = " in project.costfilter was changed after it was stored: ";
constexpr std::int64_t kTriggers = 3; // of 0003_review.sql

std::string nameOf(std::int64_t sequence)
{
    return "Decision " + std::to_string(sequence);
}

/// The number under which this row was stored, if that is another one than it bears now.
std::optional<std::int64_t> storedAs(Decision row, std::int64_t count)
{
    // A deletion before it moves a row by one, so the numbers reach one beyond those that are left.
    for (std::int64_t sequence = 1; sequence <= count + 1; ++sequence) {
        row.sequence = sequence;
        if (hashOf(row) == row.sha256)
            return sequence;
    }
    return std::nullopt;
}

/// sequence: the number that this row must have; count: how many rows there are
std::optional<std::string> problemOf(const Decision &row, std::int64_t sequence, std::int64_t count)
{
    if (row.sequence != sequence)
        return nameOf(sequence) + " is missing from project.costfilter: the row after " +
               std::to_string(sequence - 1) + " is " + std::to_string(row.sequence);
    const std::string hash = hashOf(row);
    if (hash == row.sha256)
        return std::nullopt;
    if (const auto other = storedAs(row, count))
        return nameOf(sequence) +
               " in project.costfilter is out of order: it was stored as "
               "decision " +
               std::to_string(*other);
    return nameOf(sequence) + kWasChanged + "its SHA-256 is " + hash + " instead of " + row.sha256;
}

/// Two rows that are good in themselves and do not belong together. Whichever the rest of the chain
/// does not know was put there; hashing a row anew breaks its link to the next one.
std::string brokenLink(std::int64_t sequence, bool restFollows)
{
    if (sequence == 1)
        return nameOf(1) + kWasChanged + "it names one before it";
    if (restFollows)
        return nameOf(sequence - 1) + kWasChanged + "the decision after it names another SHA-256";
    return nameOf(sequence) + kWasChanged + "it does not follow decision " +
           std::to_string(sequence - 1);
}

/// How far a good chain reaches, and whether it passes through the head that is remembered.
struct Walked
{
    DecisionHead last{0, kNoHash};
    bool metHead = false;
    std::optional<std::string> problem;
};

Result<Walked> walkChain(Database &database, const std::optional<DecisionHead> &head,
                         RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const std::int64_t count,
                        database.integer("SELECT count(*) FROM decisions"));
    Walked walked;
    walked.metHead = head && *head == walked.last;
    Query query(database, sql::kDecisions);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << std::int64_t{-1})); // -1: a forged row 0 as well
    while (true) {
        if (run.stopRequested())
            throw Cancelled();
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return walked;
        const auto row = readDecision(query);
        const std::int64_t sequence = walked.last.count + 1;
        walked.problem =
            row.ok() ? problemOf(*row, sequence, count) : std::optional(row.error().detail);
        if (!walked.problem && row->previousSha256 != walked.last.sha256) {
            CF_ASSIGN_OR_RETURN(const bool another, query.next());
            const auto next = another ? readDecision(query) : row;
            const bool follows = another ? next.ok() && next->previousSha256 == row->sha256
                                         : head && head->sha256 == row->sha256;
            walked.problem = brokenLink(sequence, follows);
        }
        if (walked.problem)
            return walked;
        walked.last = {row->sequence, row->sha256};
        walked.metHead = walked.metHead || (head && *head == walked.last);
    }
}

std::optional<std::string>
problemOfHead(const Walked &walked, const std::optional<DecisionHead> &head, const fs::path &file)
{
    const std::string last = std::to_string(walked.last.count);
    if (!head && walked.last.count > 1) // the head of the first is written after it
        return "The file " + file.string() + " is missing, so decisions after " + last +
               " may be missing too; restore it from a backup";
    if (!head)
        return std::nullopt;
    if (head->count > walked.last.count)
        return nameOf(walked.last.count + 1) + " is missing from project.costfilter: it ends at " +
               last + ", and " + file.string() + " remembers " + std::to_string(head->count) +
               " decisions";
    if (!walked.metHead)
        return nameOf(head->count) + kWasChanged + file.string() + " remembers the SHA-256 " +
               head->sha256;
    if (walked.last.count > head->count + 1) // one: killed before the head was written
        return "Decisions after " + std::to_string(head->count + 1) +
               " in project.costfilter were added beside this program: " + file.string() +
               " remembers " + std::to_string(head->count) + " and there are " + last;
    return std::nullopt;
}

Result<Walked> walkSnapshot(Database &database, const Result<std::optional<DecisionHead>> &head,
                            RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const Transaction snapshot,
                        Transaction::begin(database, TransactionKind::Read));
    return walkChain(database, head.ok() ? *head : std::nullopt, run);
}

Result<void> checkTriggers(Database &database, std::vector<std::string> &problems)
{
    CF_ASSIGN_OR_RETURN(const std::int64_t triggers, database.integer(sql::kCountDecisionTriggers));
    if (triggers != kTriggers)
        problems.emplace_back("The triggers that keep decisions from being changed were removed "
                              "from project.costfilter; restore it from a backup");
    return {};
}

} // namespace

Result<void> checkDecisions(Database &database, const fs::path &projectFolder, RunContext &run,
                            std::vector<std::string> &problems)
{
    CF_RETURN_IF_ERROR(checkTriggers(database, problems));
    auto head = readDecisionHead(projectFolder);
    while (true) {
        // The head before the rows: whoever appends meanwhile would else put it ahead of them, and
        // that looks like a cut.
        CF_ASSIGN_OR_RETURN(Walked walked, walkSnapshot(database, head, run));
        if (!walked.problem && !head.ok())
            walked.problem = head.error().detail;
        else if (!walked.problem)
            walked.problem = problemOfHead(walked, *head, decisionHeadFile(projectFolder));
        auto now = readDecisionHead(projectFolder);
        if (walked.problem && head.ok() && now.ok() && *now != *head) {
            head = std::move(now); // moved on between the two readings, which looks like a forgery
            continue;
        }
        if (walked.problem)
            problems.push_back(std::move(*walked.problem));
        return {};
    }
}

} // namespace cf::store::detail
