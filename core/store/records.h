#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What a project file holds, as plain structs. Times are UTC, "2024-05-01T12:00:00.000Z"; text is
/// UTF-8; a struct's id is 0 until it was stored.
namespace cf::store {

using Id = std::int64_t;

enum class RunKind { Train, Evaluate, External };
/// Interrupted: it was running, and its program went away without a word.
enum class RunState { Queued, Running, Done, Cancelled, Failed, Interrupted };
enum class Split { Train, Validation, Test };
/// Which anomaly map a number belongs to: before the filter, after it, both together, or another
/// method's.
enum class Variant { Baseline, Filtered, Fused, External };

/// Lower-case words, as stored and as printed by the command line.
const char *toString(RunKind kind);
const char *toString(RunState state);
const char *toString(Split split);
const char *toString(Variant variant);
std::optional<RunKind> runKindFrom(std::string_view word);
std::optional<RunState> runStateFrom(std::string_view word);
std::optional<Split> splitFrom(std::string_view word);
std::optional<Variant> variantFrom(std::string_view word);

struct Image
{
    Id id = 0;
    std::filesystem::path path; ///< relative to the dataset's root
    Split split = Split::Test;
    std::optional<bool> defective;             ///< none: not known
    std::string kind;                          ///< "good" or the kind of defect
    std::optional<std::filesystem::path> mask; ///< relative to the dataset's root
    int widthPx = 0;                           ///< 0: not measured
    int heightPx = 0;
    std::optional<std::string> sha256; ///< of the file's bytes, hexadecimal
    bool operator==(const Image &) const = default;
};

struct Category
{
    Id id = 0;
    std::string name;
    std::vector<Image> images;
    bool operator==(const Category &) const = default;
};

struct Dataset
{
    Id id = 0;
    std::string name;
    std::filesystem::path root; ///< absolute; a project holds a root once
    std::string format;         ///< name of the reader that recognised it
    std::string addedUtc;       ///< set when first stored
    std::vector<Category> categories;
    bool operator==(const Dataset &) const = default;
};

struct TemplateImage
{
    std::optional<Id> imageId; ///< none: a later reading of the dataset no longer found it
    std::filesystem::path
        path; ///< relative to the dataset's root; filled from the image when stored
    bool operator==(const TemplateImage &) const = default;
};

/// The normal images chosen as matching templates of one category, in order.
struct TemplateSet
{
    Id id = 0;
    std::optional<Id> runId;
    Id categoryId = 0;
    std::string source; ///< name of the rule or plugin that chose
    int count = 0;      ///< asked for; fewer may have been there
    std::int64_t seed = 0;
    std::string createdUtc; ///< set when stored
    std::vector<TemplateImage> images;
    bool operator==(const TemplateSet &) const = default;
};

struct NewRun
{
    RunKind kind = RunKind::Train;
    std::string name;
    std::string settingsJson = "{}"; ///< everything needed to run it again
    std::int64_t seed = 0;
    std::optional<Id> datasetId;
    std::string notes;
};

/// How a run ended; see Project::finishRun().
struct RunOutcome
{
    RunState state = RunState::Done;
    std::int64_t stepsDone = 0;
    double seconds = 0; ///< of work, without the pauses between resumed parts
    std::optional<double> finalLoss;
    std::optional<std::filesystem::path> modelPath; ///< absolute, or relative to the project folder
    std::optional<std::string> modelSha256;
    std::optional<std::string> error; ///< one sentence, with RunState::Failed
};

struct Run
{
    Id id = 0;
    RunKind kind = RunKind::Train;
    std::string name;
    RunState state = RunState::Queued;
    std::optional<Id> datasetId;
    std::string settingsJson;
    std::int64_t seed = 0;
    std::string createdUtc;
    std::optional<std::string> startedUtc; ///< the first time
    std::optional<std::string> endedUtc;   ///< the last time; none while queued or running
    std::int64_t stepsDone = 0;
    double seconds = 0;
    std::optional<double> finalLoss;
    std::optional<std::filesystem::path> modelPath; ///< relative to the project folder where inside
    std::optional<std::string> modelSha256;
    std::optional<std::string> error;
    std::optional<std::string> owner; ///< process and computer that ran it last
    std::string notes;
    bool operator==(const Run &) const = default;
};

struct LossTerm
{
    std::string name; ///< "total", "focal", ...
    double value = 0; ///< NaN is kept as NaN
    bool operator==(const LossTerm &) const = default;
};

struct LossStep
{
    std::int64_t step = 0;
    double learningRate = 0;
    std::vector<LossTerm> terms; ///< read back in order of the name
    bool operator==(const LossStep &) const = default;
};

struct Metric
{
    std::string category; ///< empty: the mean over the categories
    Variant variant = Variant::Filtered;
    std::string name;            ///< "image_auroc", ...
    std::optional<double> value; ///< none where it is not defined; then `reason` says why
    std::string reason;
    bool operator==(const Metric &) const = default;
};

struct ImageScore
{
    std::string category;
    std::filesystem::path path; ///< relative to the dataset's root
    std::optional<bool> defective;
    std::string kind;
    std::optional<double> baseline; ///< none where that map was not computed
    std::optional<double> filtered;
    std::optional<double> fused;
    std::optional<double> external;
    std::optional<Id> mapArtifactId;
    bool operator==(const ImageScore &) const = default;
};

struct Curve
{
    std::string category; ///< empty: all categories together
    Variant variant = Variant::Filtered;
    std::string kind;                ///< "image_roc", "pixel_pr", "pro", "kde", ...
    std::string population;          ///< of a density: "good" or "defective", else empty
    std::optional<double> bandwidth; ///< of a density, in units of the score
    std::vector<float> x;
    std::vector<float> y; ///< as many as x
    bool operator==(const Curve &) const = default;
};

struct Evaluation
{
    Id id = 0;
    Id runId = 0;
    std::optional<Id> datasetId;
    std::string startedUtc;
    std::string endedUtc;
    std::string settingsJson = "{}"; ///< lambda and whatever else changes the numbers
    std::optional<double> secondsPerImage;
    std::vector<Metric> metrics;    ///< read back in order of category, variant, name
    std::vector<ImageScore> scores; ///< in order of category, path
    std::vector<Curve> curves;      ///< in order of category, variant, kind, population
    bool operator==(const Evaluation &) const = default;
};

/// A file that the project made.
struct Artifact
{
    Id id = 0;
    std::optional<Id> runId;
    std::filesystem::path path; ///< relative to the project folder
    std::string kind;           ///< "model", "checkpoint", "map", "report", ...
    std::uintmax_t bytes = 0;
    std::string sha256;
    std::string createdUtc; ///< when it was registered last
    bool operator==(const Artifact &) const = default;
};

/// A run with the numbers that a list of runs shows.
struct RunSummary
{
    Run run;
    std::optional<Id> evaluationId; ///< its latest
    std::string evaluationSettings; ///< of that, as Evaluation::settingsJson
    std::vector<Metric> means;      ///< of that evaluation: those with an empty category
};

/// Now, as the times above are written.
std::string utcNow();

} // namespace cf::store
