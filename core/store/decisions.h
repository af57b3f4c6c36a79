#pragma once

#include "core/store/records.h"

#include <span>

/// The audit trail: what reviewers decided, in one chain. Project::appendDecision() adds to it,
/// nothing ever leaves it, Project::verify() checks it.
///
/// Each decision carries its own SHA-256, over these UTF-8 bytes: the line "costfilter decision 1",
/// then a line for each column of the table `decisions` but the last (`sha256`), in their order:
///     NAME LENGTH:VALUE        LENGTH is in bytes, so that no value can pass for two
///     NAME -                   for NULL
/// where whole numbers are decimal and the two real ones (score, threshold) the 16 hexadecimal
/// digits of their IEEE 754 double. One of the columns is the hash of the decision before, so a
/// change anywhere shows in that row or in the one after it.
namespace cf::store {

enum class Verdict { Ok, Ng, Unsure, Withdrawn };
/// Second: given without seeing the first one. Arbitration: settles what others disagree on. Undo:
/// takes back an earlier decision.
enum class DecisionKind { First, Second, Arbitration, Undo };

const char *toString(Verdict verdict);
const char *toString(DecisionKind kind);
std::optional<Verdict> verdictFrom(std::string_view word);
std::optional<DecisionKind> decisionKindFrom(std::string_view word);

/// Somebody who decides. The name stands for the person in every decision and is never changed.
struct Reviewer
{
    std::string name;
    std::string profileJson = "{}"; ///< settings that go with the person: reasons, order, ...
    bool active = true;             ///< offered in lists
    std::string addedUtc;           ///< set when first stored
    bool operator==(const Reviewer &) const = default;
};

struct NewDecision
{
    std::string reviewer; ///< one of Project::reviewers()
    Id imageId = 0;
    /// Of the bytes that were shown. None: that of the stored image, else of its file as it is now.
    std::optional<std::string> imageSha256;
    Verdict verdict = Verdict::Unsure;       ///< not Withdrawn
    std::string reason;                      ///< class of defect or free text; may be empty
    DecisionKind kind = DecisionKind::First; ///< not Undo
    std::optional<Id> runId;
    std::optional<std::string> modelSha256; ///< none: that of the run's model
    std::optional<double> score;            ///< finite
    std::optional<double> threshold;        ///< finite
    std::string shownJson = "{}"; ///< what was on screen: map, colour map, scale, zoom, ...
};

struct Decision
{
    std::int64_t sequence = 0; ///< 1, 2, 3, ... without a gap
    std::string timeUtc;
    std::string reviewer;
    Id datasetId = 0;
    Id imageId = 0; ///< may have gone; category and path tell which image it was
    std::string category;
    std::filesystem::path path; ///< relative to the dataset's root
    std::string imageSha256;
    Verdict verdict = Verdict::Unsure;
    std::string reason;
    DecisionKind kind = DecisionKind::First;
    std::optional<std::int64_t> withdraws; ///< of an undo: the sequence number it takes back
    std::optional<Id> runId;
    std::optional<std::string> modelSha256;
    std::optional<double> score;
    std::optional<double> threshold;
    std::string shownJson;
    std::string previousSha256; ///< of the decision before; 64 zeros in the first
    std::string sha256;
    bool operator==(const Decision &) const = default;
};

/// What a decision must match; none matches all.
struct DecisionFilter
{
    std::optional<Id> datasetId = std::nullopt;
    std::optional<Id> runId = std::nullopt;
    std::optional<std::string> reviewer = std::nullopt;
    std::int64_t afterSequence = 0;
};

/// Those that no later one of `trail` withdraws, without the undos; in order.
std::vector<Decision> standingDecisions(std::span<const Decision> trail);

/// The last standing decision of each image and kind, in order of the sequence.
std::vector<Decision> currentDecisions(std::span<const Decision> trail);

} // namespace cf::store
