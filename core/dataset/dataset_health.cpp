#include "core/dataset/dataset_health.h"

#include "core/dataset/check_dataset.h"
#include "core/imaging/file_bytes.h"
#include "core/imaging/image_file.h"
#include "core/imaging/parallel_loader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <optional>
#include <unordered_map>

namespace cf::dataset {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewestToJudge = 8;
constexpr double kUsualSizeShare = 0.8;
constexpr double kFarInDeviations = 6.0;
constexpr double kLeastSizeStep = 1.0;  // of log2: twice or half the pixels
constexpr double kLeastGreyStep = 20.0; // of 255
constexpr double kMadToSigma = 1.4826;

/// What a worker found out about one picture.
struct Facts
{
    bool sound = false;
    std::uint64_t hash = 0;
    std::size_t bytes = 0;
    int widthPx = 0;
    int heightPx = 0;
    std::optional<double> meanGrey; // nothing when the pixels cannot be decoded
};

struct Picture
{
    const Category *category = nullptr;
    const Sample *sample = nullptr;
    Facts facts;
};

using Members = std::vector<const Picture *>;

/// Of complete bytes. A JPEG is decoded at an eighth of its size: its mean stays, most of the time
/// goes.
std::optional<double> meanGreyOf(const std::vector<std::uint8_t> &bytes,
                                 imaging::ImageFormat format)
{
    if (format == imaging::ImageFormat::Jpeg) {
        try {
            const cv::Mat grey =
                cv::imdecode(bytes, cv::IMREAD_REDUCED_GRAYSCALE_8 | cv::IMREAD_IGNORE_ORIENTATION);
            if (!grey.empty())
                return cv::mean(grey)[0];
        } catch (const cv::Exception &) { // a rare kind: the way below says whether it is readable
        }
    }
    const auto image = imaging::decodeBgr(bytes);
    if (!image.ok())
        return std::nullopt;
    const cv::Scalar mean = cv::mean(*image);
    return 0.114 * mean[0] + 0.587 * mean[1] + 0.299 * mean[2]; // BT.601, as OpenCV's grey
}

Facts factsOf(const fs::path &file)
{
    Facts facts;
    const auto bytes = imaging::readFileBytes(file);
    if (!bytes.ok())
        return facts;
    const auto header = imaging::inspectImage(*bytes);
    if (!header.ok())
        return facts;
    facts.sound = true;
    facts.hash = contentHash(*bytes);
    facts.bytes = bytes->size();
    facts.widthPx = header->widthPx;
    facts.heightPx = header->heightPx;
    facts.meanGrey = meanGreyOf(*bytes, header->format);
    return facts;
}

bool sameContent(const Picture &a, const Picture &b)
{
    if (a.facts.bytes != b.facts.bytes)
        return false;
    const auto bytesA = imaging::readFileBytes(a.sample->image);
    const auto bytesB = imaging::readFileBytes(b.sample->image);
    return bytesA.ok() && bytesB.ok() && *bytesA == *bytesB;
}

/// Groups of at least two equal files, in the order of their first.
std::vector<Members> equalFiles(const std::vector<Picture> &pictures, RunContext &run)
{
    std::vector<Members> groups;
    std::unordered_multimap<std::uint64_t, std::size_t> groupsOfHash;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        run.step({"compare", i, pictures.size()});
        const Picture &picture = pictures[i];
        if (!picture.facts.sound)
            continue;
        const auto [begin, end] = groupsOfHash.equal_range(picture.facts.hash);
        const auto known = std::find_if(begin, end, [&](const auto &entry) {
            return sameContent(*groups[entry.second].front(), picture);
        });
        if (known != end) {
            groups[known->second].push_back(&picture);
        } else {
            groupsOfHash.emplace(picture.facts.hash, groups.size());
            groups.push_back({&picture});
        }
    }
    run.step({"compare", pictures.size(), pictures.size()});
    std::erase_if(groups, [](const Members &group) { return group.size() < 2; });
    return groups;
}

HealthFinding findingOf(HealthKind kind, Severity severity, const Members &members,
                        std::string sentence)
{
    HealthFinding finding{kind, severity, members.front()->category->name, {}, std::move(sentence)};
    for (const Picture *picture : members)
        finding.files.push_back(picture->sample->image);
    return finding;
}

HealthFinding repeatedFinding(const Members &group)
{
    const auto any = [&](auto holds) {
        return std::any_of(group.begin(), group.end(),
                           [&](const Picture *picture) { return holds(*picture->sample); });
    };
    const bool train = any([](const Sample &sample) { return sample.split == Split::Train; });
    const bool test = any([](const Sample &sample) { return sample.split == Split::Test; });
    const bool contradicting =
        any([](const Sample &sample) { return sample.label == Label::Normal; }) &&
        any([](const Sample &sample) { return sample.label == Label::Defect; });
    std::string sentence = std::to_string(group.size()) + " files have exactly the same content";
    if (contradicting)
        sentence += ", and are labelled both normal and defect";
    if (train && test)
        return findingOf(HealthKind::Leak, Severity::Serious, group,
                         sentence + "; training and test share them, so results would look too "
                                    "good: remove one side");
    if (contradicting)
        return findingOf(HealthKind::Copies, Severity::Serious, group,
                         sentence + ": remove the wrong one");
    if (train)
        return findingOf(HealthKind::Copies, Severity::Warning, group,
                         sentence + "; training would see them more often than others: keep one");
    return findingOf(HealthKind::Copies, Severity::Note, group,
                     sentence + "; the test counts each of them: keep one");
}

std::string sizeInPixels(int widthPx, int heightPx)
{
    return std::to_string(widthPx) + " x " + std::to_string(heightPx);
}

/// "1 picture is", "3 pictures are".
std::string picturesAre(std::size_t count)
{
    return count == 1 ? "1 picture is" : std::to_string(count) + " pictures are";
}

double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

/// The usual range of some values: their median, and how far from it is still usual.
struct UsualRange
{
    double median = 0.0;
    double reach = 0.0;

    UsualRange(const std::vector<double> &values, double leastReach) : median(medianOf(values))
    {
        std::vector<double> distances;
        for (const double value : values)
            distances.push_back(std::abs(value - median));
        reach = std::max(leastReach, kFarInDeviations * kMadToSigma * medianOf(distances));
    }
};

double logPixels(const Picture &picture)
{
    return std::log2(static_cast<double>(picture.facts.widthPx) * picture.facts.heightPx);
}

void findOddSizes(const Members &members, std::vector<HealthFinding> &findings)
{
    std::map<std::pair<int, int>, Members> ofSize;
    for (const Picture *picture : members)
        ofSize[{picture->facts.widthPx, picture->facts.heightPx}].push_back(picture);
    const auto usual =
        std::max_element(ofSize.begin(), ofSize.end(), [](const auto &a, const auto &b) {
            return a.second.size() < b.second.size();
        });
    const bool oneSize = static_cast<double>(usual->second.size()) >=
                         kUsualSizeShare * static_cast<double>(members.size());
    std::vector<double> logs;
    for (const Picture *picture : members)
        logs.push_back(logPixels(*picture));
    const UsualRange range(logs, kLeastSizeStep);
    for (const auto &[size, pictures] : ofSize) {
        const std::string start = picturesAre(pictures.size()) + " " +
                                  sizeInPixels(size.first, size.second) + " pixels large";
        if (oneSize) {
            if (size != usual->first)
                findings.push_back(
                    findingOf(HealthKind::Size, Severity::Warning, pictures,
                              start + ", while " + std::to_string(usual->second.size()) + " of " +
                                  std::to_string(members.size()) + " are " +
                                  sizeInPixels(usual->first.first, usual->first.second)));
        } else if (std::abs(logPixels(*pictures.front()) - range.median) > range.reach) {
            findings.push_back(findingOf(HealthKind::Size, Severity::Warning, pictures,
                                         start + ", far from the others of the category"));
        }
    }
}

void findOddBrightness(const Members &members, std::vector<HealthFinding> &findings)
{
    std::vector<double> means;
    for (const Picture *picture : members)
        if (picture->facts.meanGrey)
            means.push_back(*picture->facts.meanGrey);
    if (means.size() < kFewestToJudge)
        return;
    const UsualRange range(means, kLeastGreyStep);
    for (const bool brighter : {false, true}) {
        Members odd;
        for (const Picture *picture : members) {
            const double difference = picture->facts.meanGrey.value_or(range.median) - range.median;
            if ((brighter ? difference : -difference) > range.reach)
                odd.push_back(picture);
        }
        if (odd.empty())
            continue;
        const auto [least, most] =
            std::minmax_element(odd.begin(), odd.end(), [](const Picture *a, const Picture *b) {
                return *a->facts.meanGrey < *b->facts.meanGrey;
            });
        const auto grey = [](double value) { return std::to_string(std::lround(value)); };
        const std::string low = grey(*(*least)->facts.meanGrey);
        const std::string high = grey(*(*most)->facts.meanGrey);
        findings.push_back(findingOf(
            HealthKind::Brightness, Severity::Note, odd,
            picturesAre(odd.size()) + " much " + (brighter ? "brighter" : "darker") +
                " than the others: mean grey " + (low == high ? low : low + " to " + high) +
                " of 255, the category's median is " + grey(range.median)));
    }
}

std::vector<Picture> lookAtAll(const Dataset &dataset, RunContext &run)
{
    std::vector<Picture> pictures;
    for (const Category &category : dataset.categories)
        for (const Sample &sample : category.samples)
            pictures.push_back({&category, &sample, {}});
    imaging::ParallelLoader<Facts> facts(pictures.size(), [&](std::size_t index) -> Result<Facts> {
        return factsOf(pictures[index].sample->image);
    });
    std::size_t done = 0;
    while (auto next = facts.next()) {
        run.step({"health", done, pictures.size()});
        pictures[done++].facts = std::move(*next).orThrow();
    }
    run.step({"health", pictures.size(), pictures.size()});
    return pictures;
}

} // namespace

const char *toString(HealthKind kind)
{
    constexpr std::array kNames = {"leak", "copies", "size", "brightness"};
    return kNames.at(static_cast<std::size_t>(kind));
}

const char *toString(Severity severity)
{
    constexpr std::array kNames = {"note", "warning", "serious"};
    return kNames.at(static_cast<std::size_t>(severity));
}

std::vector<HealthFinding> examineHealth(const Dataset &dataset, RunContext &run)
{
    const std::vector<Picture> pictures = lookAtAll(dataset, run);
    std::vector<HealthFinding> findings;
    for (const Members &group : equalFiles(pictures, run))
        findings.push_back(repeatedFinding(group));
    for (const Category &category : dataset.categories) {
        Members members;
        for (const Picture &picture : pictures)
            if (picture.category == &category && picture.facts.sound)
                members.push_back(&picture);
        if (members.size() < kFewestToJudge)
            continue;
        findOddSizes(members, findings);
        findOddBrightness(members, findings);
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const auto &a, const auto &b) { return a.kind < b.kind; });
    return findings;
}

std::vector<Problem> problemsBeside(const Dataset &dataset,
                                    const std::vector<HealthFinding> &findings)
{
    // Such a problem is about one file of a group and names the group's first training file.
    std::unordered_map<std::string, const HealthFinding *> groupOf;
    for (const HealthFinding &finding : findings)
        if (finding.kind == HealthKind::Leak || finding.kind == HealthKind::Copies)
            for (const fs::path &file : finding.files)
                groupOf.emplace(file.native(), &finding);
    std::vector<Problem> others;
    for (const Problem &problem : dataset.problems) {
        const auto group = groupOf.find(problem.file.native());
        const bool repeated =
            group != groupOf.end() &&
            problem.problem.find(group->second->files.front().native()) != std::string::npos;
        if (!repeated)
            others.push_back(problem);
    }
    return others;
}

} // namespace cf::dataset
