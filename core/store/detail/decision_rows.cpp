#include "core/store/detail/decision_rows.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <bit>
#include <iomanip>
#include <sstream>

namespace cf::store::detail {

namespace {

/// The bytes that a decision is hashed over, line by line.
class HashedText
{
public:
    void add(const char *name, const std::string &value)
    {
        m_text += name;
        m_text += ' ' + std::to_string(value.size()) + ':' + value + '\n';
    }
    void add(const char *name, std::int64_t value) { add(name, std::to_string(value)); }
    void add(const char *name, double value)
    {
        std::ostringstream digits;
        digits << std::hex << std::setfill('0') << std::setw(16)
               << std::bit_cast<std::uint64_t>(value);
        add(name, digits.str());
    }
    template <class T>
    void add(const char *name, const std::optional<T> &value)
    {
        if (value)
            add(name, *value);
        else
            m_text += std::string(name) + " -\n";
    }
    const std::string &text() const { return m_text; }

private:
    std::string m_text = "costfilter decision 1\n";
};

Error unknownWord(std::int64_t sequence, const char *column)
{
    return Error::make(ErrorCode::BadFormat,
                       "Decision " + std::to_string(sequence) +
                           " in project.costfilter was changed after it was stored: its " + column +
                           " does not exist; restore the project from a backup");
}

} // namespace

Result<Decision> readDecision(Query &row)
{
    Decision decision;
    decision.sequence = row.integer();
    decision.timeUtc = row.text();
    decision.reviewer = row.text();
    decision.datasetId = row.integer();
    decision.imageId = row.integer();
    decision.category = row.text();
    decision.path = row.text();
    decision.imageSha256 = row.text();
    const auto verdict = verdictFrom(row.text());
    if (!verdict)
        return unknownWord(decision.sequence, "verdict");
    decision.verdict = *verdict;
    decision.reason = row.text();
    const auto kind = decisionKindFrom(row.text());
    if (!kind)
        return unknownWord(decision.sequence, "kind");
    decision.kind = *kind;
    decision.withdraws = row.maybeInteger();
    decision.runId = row.maybeInteger();
    decision.modelSha256 = row.maybeText();
    decision.score = row.maybeReal();
    decision.threshold = row.maybeReal();
    decision.shownJson = row.text();
    decision.previousSha256 = row.text();
    decision.sha256 = row.text();
    return decision;
}

std::string hashOf(const Decision &decision)
{
    HashedText text;
    text.add("sequence", decision.sequence);
    text.add("time_utc", decision.timeUtc);
    text.add("reviewer", decision.reviewer);
    text.add("dataset_id", decision.datasetId);
    text.add("image_id", decision.imageId);
    text.add("category", decision.category);
    text.add("path", decision.path.string());
    text.add("image_sha256", decision.imageSha256);
    text.add("verdict", std::string(toString(decision.verdict)));
    text.add("reason", decision.reason);
    text.add("kind", std::string(toString(decision.kind)));
    text.add("withdraws", decision.withdraws);
    text.add("run_id", decision.runId);
    text.add("model_sha256", decision.modelSha256);
    text.add("score", decision.score);
    text.add("threshold", decision.threshold);
    text.add("shown", decision.shownJson);
    text.add("previous_sha256", decision.previousSha256);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(text.text().data(), static_cast<qsizetype>(text.text().size())));
    return hash.result().toHex().toStdString();
}

} // namespace cf::store::detail
