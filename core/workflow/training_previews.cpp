#include "core/workflow/training_previews.h"

#include "core/base/atomic_file.h"
#include "core/imaging/image_file.h"
#include "core/workflow/model_location.h"

#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <fstream>
#include <limits>
#include <map>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

const char *const kFolderName = "previews";
const char *const kSamplesName = "samples.json";
const std::string kStepPrefix = "step-";
constexpr double kFullScale = 65535.0; // of a 16-bit map, for the probability 1

Result<void> writePng(const fs::path &file, const cv::Mat &picture)
{
    std::vector<unsigned char> png;
    cv::imencode(".png", picture, png);
    return writeFileAtomically(file, std::as_bytes(std::span(png)));
}

fs::path stepFile(const fs::path &folder, std::int64_t step)
{
    return folder / (kStepPrefix + std::to_string(step) + ".png");
}

std::map<std::int64_t, fs::path> stepFiles(const fs::path &folder)
{
    std::map<std::int64_t, fs::path> files;
    std::error_code gone;
    for (const auto &entry : fs::directory_iterator(folder, gone)) {
        const auto name = entry.path().stem().string();
        if (name.rfind(kStepPrefix, 0) != 0 || entry.path().extension() != ".png")
            continue;
        const auto digits = name.substr(kStepPrefix.size());
        if (!digits.empty() && std::all_of(digits.begin(), digits.end(), ::isdigit))
            files[std::stoll(digits)] = entry.path();
    }
    return files;
}

/// Categories, pictures and masks; empty where there are none that can be read.
std::vector<engine::PreviewSample> readSamples(const fs::path &folder)
{
    std::ifstream in(folder / kSamplesName);
    const auto names = json::parse(in, nullptr, false);
    std::vector<engine::PreviewSample> samples;
    if (!names.is_array())
        return samples;
    for (const auto &name : names) {
        const auto number = std::to_string(samples.size());
        auto picture = imaging::loadBgr(folder / ("picture-" + number + ".png"));
        auto mask = imaging::loadMask(folder / ("mask-" + number + ".png"));
        if (!picture.ok() || !mask.ok() || !name.is_string())
            return {};
        samples.push_back({name.get<std::string>(), *picture, *mask, cv::Mat()});
    }
    return samples;
}

} // namespace

PreviewWriter::PreviewWriter(const fs::path &runFolder) : m_folder(runFolder / kFolderName) {}

void PreviewWriter::discardAfter(std::int64_t step)
{
    std::error_code ignored; // the steps are written again anyway
    for (const auto &[at, file] : stepFiles(m_folder))
        if (at > step)
            fs::remove(file, ignored);
}

Result<void> PreviewWriter::write(const engine::TrainingPreview &preview)
{
    if (preview.samples.empty())
        return {};
    if (!m_picturesWritten) {
        std::error_code failed; // then the first file cannot be written, and says so
        fs::create_directories(m_folder, failed);
        json names = json::array();
        for (std::size_t i = 0; i < preview.samples.size(); ++i) {
            const auto &sample = preview.samples[i];
            const auto number = std::to_string(i);
            CF_RETURN_IF_ERROR(writePng(m_folder / ("picture-" + number + ".png"), sample.picture));
            CF_RETURN_IF_ERROR(writePng(m_folder / ("mask-" + number + ".png"), sample.mask));
            names.push_back(sample.category);
        }
        CF_RETURN_IF_ERROR(writeFileAtomically(m_folder / kSamplesName, names.dump()));
        m_picturesWritten = true;
    }
    std::vector<cv::Mat> maps;
    for (const auto &sample : preview.samples)
        maps.push_back(sample.map);
    cv::Mat strip;
    cv::vconcat(maps, strip);
    strip.convertTo(strip, CV_16UC1, kFullScale);
    return writePng(stepFile(m_folder, preview.step), strip);
}

Result<std::vector<engine::TrainingPreview>> trainingHistory(const fs::path &projectPath,
                                                             const std::string &run)
{
    CF_ASSIGN_OR_RETURN(const auto id, runIdFrom(run));
    CF_ASSIGN_OR_RETURN(const auto project, store::Project::open(projectPath));
    CF_RETURN_IF_ERROR(project.run(id));
    CF_ASSIGN_OR_RETURN(const auto losses, project.losses(id));
    std::map<std::int64_t, double> scores;
    for (const auto &step : losses)
        for (const auto &term : step.terms)
            if (term.name == "validation_score")
                scores[step.step] = term.value;

    const auto folder = project.runFolder(id) / kFolderName;
    const auto samples = readSamples(folder);
    std::vector<engine::TrainingPreview> history;
    if (samples.empty())
        return history;
    for (const auto &[step, file] : stepFiles(folder)) {
        const auto strip = imaging::loadDeep(file);
        const auto count = static_cast<int>(samples.size());
        if (!strip.ok() || strip->type() != CV_16UC1 || strip->rows % count != 0)
            continue;
        engine::TrainingPreview preview{step, std::numeric_limits<double>::quiet_NaN(), samples};
        if (const auto score = scores.find(step); score != scores.end())
            preview.score = score->second;
        const int rows = strip->rows / count;
        for (int i = 0; i < count; ++i)
            strip->rowRange(i * rows, (i + 1) * rows)
                .convertTo(preview.samples[static_cast<std::size_t>(i)].map, CV_32FC1,
                           1.0 / kFullScale);
        history.push_back(std::move(preview));
    }
    return history;
}

} // namespace cf::workflow
