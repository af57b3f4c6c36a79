#include "core/dataset/check_dataset.h"

#include "core/dataset/sample_mask.h"
#include "core/imaging/file_bytes.h"
#include "core/imaging/image_file.h"
#include "core/imaging/parallel_loader.h"

#include <opencv2/core.hpp>
#include <set>
#include <unordered_map>

namespace cf::dataset {

namespace {

namespace fs = std::filesystem;

/// What a worker found out about one sample.
struct SampleReport
{
    bool sound = false; // the image, not its masks
    std::uint64_t hash = 0;
    std::size_t bytes = 0;
    std::vector<Problem> problems;
};

/// The error's sentence without the file in front, which the Problem names itself.
std::string reasonOf(const Error &error, const fs::path &path)
{
    const std::string prefix = imaging::aboutFile(path, Error::make(error.code, {})).detail;
    return error.detail.starts_with(prefix) ? error.detail.substr(prefix.size()) : error.detail;
}

std::string sizeText(int heightPx, int widthPx)
{
    return std::to_string(heightPx) + " x " + std::to_string(widthPx);
}

void inspectMask(const fs::path &file, const std::optional<imaging::ImageHeader> &image,
                 std::vector<Problem> &problems)
{
    const auto bytes = imaging::readFileBytes(file);
    if (!bytes.ok()) {
        problems.push_back({file, reasonOf(bytes.error(), file)});
        return;
    }
    const auto mask = imaging::decodeMask(*bytes);
    if (!mask.ok()) {
        problems.push_back({file, mask.error().detail});
        return;
    }
    if (image && (mask->rows != image->heightPx || mask->cols != image->widthPx))
        problems.push_back({file, "this mask has " + sizeText(mask->rows, mask->cols) +
                                      " pixels, its image has " +
                                      sizeText(image->heightPx, image->widthPx) +
                                      " (height x width); replace the mask"});
    if (cv::countNonZero(*mask) == 0)
        problems.push_back(
            {file, "this mask marks no pixel; draw the defect or move the image to the good ones"});
}

SampleReport inspectSample(const Sample &sample)
{
    SampleReport report;
    std::optional<imaging::ImageHeader> header;
    const auto bytes = imaging::readFileBytes(sample.image);
    if (!bytes.ok()) {
        report.problems.push_back({sample.image, reasonOf(bytes.error(), sample.image)});
    } else {
        report.hash = contentHash(*bytes);
        report.bytes = bytes->size();
        const auto inspected = imaging::inspectImage(*bytes);
        report.sound = inspected.ok();
        if (inspected.ok())
            header = *inspected;
        else
            report.problems.push_back({sample.image, inspected.error().detail});
    }
    const auto masks = maskFiles(sample);
    if (sample.mask && masks.empty())
        report.problems.push_back(
            {*sample.mask, "this folder of masks holds none; add them or remove it"});
    for (const fs::path &mask : masks)
        inspectMask(mask, header, report.problems);
    return report;
}

/// Finds files with the same content among those remembered.
class ContentIndex
{
public:
    /// An image remembered before with exactly this content, or nullptr.
    const Sample *find(const Sample &sample, const SampleReport &report) const
    {
        const auto [begin, end] = m_samples.equal_range(report.hash);
        for (auto it = begin; it != end; ++it)
            if (it->second.second == report.bytes && sameContent(*it->second.first, sample))
                return it->second.first;
        return nullptr;
    }

    void remember(const Sample &sample, const SampleReport &report)
    {
        m_samples.emplace(report.hash, std::pair(&sample, report.bytes));
    }

private:
    /// Two files can share a hash by chance, so the few that do are compared.
    static bool sameContent(const Sample &a, const Sample &b)
    {
        const auto bytesA = imaging::readFileBytes(a.image);
        const auto bytesB = imaging::readFileBytes(b.image);
        return bytesA.ok() && bytesB.ok() && *bytesA == *bytesB;
    }

    std::unordered_multimap<std::uint64_t, std::pair<const Sample *, std::size_t>> m_samples;
};

void findRepeated(const std::vector<const Sample *> &samples,
                  const std::vector<SampleReport> &reports, std::vector<Problem> &problems)
{
    ContentIndex training;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (samples[i]->split != Split::Train || !reports[i].sound)
            continue;
        if (const Sample *first = training.find(*samples[i], reports[i]))
            problems.push_back(
                {samples[i]->image, "this training image has exactly the same content as " +
                                        first->image.string() + "; remove one of them"});
        else
            training.remember(*samples[i], reports[i]);
    }
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (samples[i]->split != Split::Test || !reports[i].sound)
            continue;
        if (const Sample *first = training.find(*samples[i], reports[i]))
            problems.push_back(
                {samples[i]->image, "this test image is also the training image " +
                                        first->image.string() +
                                        ", so results would look too good; remove one of them"});
    }
}

/// What can be said about a category from its list alone.
void checkCategory(const Category &category, const Dataset &dataset, std::vector<Problem> &problems)
{
    std::error_code ignored;
    const fs::path folder = dataset.root / category.name;
    const fs::path place = fs::exists(folder, ignored) ? folder : dataset.root;
    const std::string name = "category " + category.name;
    if (category.samples.empty()) {
        problems.push_back({place, name + " is empty; add images or remove it"});
        return;
    }
    if (category.trainNormalCount() == 0)
        problems.push_back(
            {place, name + " has no normal images to train on; it can be used for testing only"});
    const bool anyDefect = !category.defectKinds().empty();
    if (category.maskCount() == 0) {
        if (anyDefect && dataset.format != "folder")
            problems.push_back(
                {place, name + " has no masks; pixel metrics are not available for it"});
        return;
    }
    for (const Sample &sample : category.samples)
        if (sample.label == Label::Defect && !sample.mask)
            problems.push_back(
                {sample.image, "this defect has no mask; add one to count it in pixel metrics"});
}

} // namespace

std::uint64_t contentHash(std::span<const std::uint8_t> bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const std::uint8_t byte : bytes)
        hash = (hash ^ byte) * 0x100000001b3U;
    return hash;
}

void checkDataset(Dataset &dataset, RunContext &run)
{
    std::vector<Problem> found;
    std::vector<const Sample *> samples;
    for (const Category &category : dataset.categories) {
        checkCategory(category, dataset, found);
        for (const Sample &sample : category.samples)
            samples.push_back(&sample);
    }

    std::vector<SampleReport> reports;
    reports.reserve(samples.size());
    {
        imaging::ParallelLoader<SampleReport> inspections(
            samples.size(), [&](std::size_t index) -> Result<SampleReport> {
                return inspectSample(*samples[index]);
            });
        while (auto report = inspections.next()) {
            run.step({"inspect", reports.size(), samples.size()});
            reports.push_back(std::move(*report).orThrow());
            found.insert(found.end(), reports.back().problems.begin(),
                         reports.back().problems.end());
        }
    }
    run.step({"inspect", samples.size(), samples.size()});
    findRepeated(samples, reports, found);

    std::set<std::pair<fs::path, std::string>> known;
    for (const Problem &problem : dataset.problems)
        known.emplace(problem.file, problem.problem);
    for (Problem &problem : found)
        if (known.emplace(problem.file, problem.problem).second)
            dataset.problems.push_back(std::move(problem));
}

} // namespace cf::dataset
