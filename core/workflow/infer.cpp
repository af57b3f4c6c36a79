#include "core/workflow/infer.h"

#include "core/base/atomic_file.h"
#include "core/imaging/image_file.h"
#include "core/imaging/parallel_loader.h"
#include "core/workflow/decision_rule.h"
#include "core/workflow/model_location.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

bool isImageName(const fs::path &path)
{
    static constexpr std::array kEndings = {".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"};
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

Result<std::vector<fs::path>> imagesAt(const fs::path &place)
{
    std::error_code failed;
    if (fs::is_regular_file(place, failed))
        return std::vector<fs::path>{place};
    if (!fs::is_directory(place, failed))
        return Error::make(ErrorCode::NotFound,
                           place.string() + " is not there; give an image or a folder of images.");
    std::vector<fs::path> images;
    for (auto it = fs::recursive_directory_iterator(
             place, fs::directory_options::skip_permission_denied, failed);
         it != fs::recursive_directory_iterator(); it.increment(failed)) {
        if (failed)
            break;
        std::error_code ignored; // a file that vanished meanwhile is no image
        if (it->is_regular_file(ignored) && isImageName(it->path()) &&
            it->path().filename().string().front() != '.')
            images.push_back(it->path());
    }
    std::sort(images.begin(), images.end());
    if (images.empty())
        return Error::make(ErrorCode::BadData,
                           place.string() +
                               " holds no image (PNG, JPEG, BMP or TIFF); choose another folder.");
    return images;
}

std::string csvField(const std::string &text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

/// Scores are in deviations of normal pixels; a PNG holds 0..1: 0 is the normal mean, 1 is 20
/// deviations above.
cv::Mat pngScale(const cv::Mat &map)
{
    return map / 20.0F;
}

std::string number(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.9g", value);
    return text.data();
}

/// None, with a warning, where thresholds lie there that do not belong to the model.
std::optional<DecisionRule> ruleOf(const fs::path &model, RunContext &run)
{
    auto rule = loadDecisionRule(model);
    if (rule.ok())
        return std::move(*rule);
    run.log(LogLevel::Warning, rule.error().detail + " No image is decided.");
    return std::nullopt;
}

/// An image of a category without thresholds is for a person.
metrics::Zone decide(const DecisionRule &rule, const engine::ScoredImage &scored)
{
    const auto *zones = rule.find(scored.category);
    return zones ? metrics::zoneOf(scored.fusedScore, zones->thresholds) : metrics::Zone::Review;
}

} // namespace

Result<InferSummary> infer(const InferRequest &request, RunContext &run)
{
    CF_ASSIGN_OR_RETURN(const auto images, imagesAt(request.images));
    const fs::path root =
        fs::is_directory(request.images) ? request.images : request.images.parent_path();
    std::error_code failed;
    fs::create_directories(request.out, failed);
    if (failed)
        return Error::make(ErrorCode::ReadOnly, "Cannot create " + request.out.string() + ": " +
                                                    failed.message() +
                                                    "; choose a folder that you may write to.");
    CF_ASSIGN_OR_RETURN(const auto scorer,
                        openScorer({request.model, request.device, {}, root}, run));

    InferSummary summary;
    const auto rule = ruleOf(request.model, run);
    if (rule)
        summary.decisions = {
            {metrics::Zone::Pass, 0}, {metrics::Zone::Review, 0}, {metrics::Zone::Fail, 0}};
    std::string csv = "path,score,category,baseline_score,filtered_score";
    csv += rule ? ",decision\n" : "\n";
    const auto started = std::chrono::steady_clock::now();
    imaging::ParallelLoader<cv::Mat> loader(
        images.size(), [&](std::size_t i) { return imaging::loadBgr(images[i]); });
    const auto writeScores = [&] { return writeFileAtomically(request.out / "scores.csv", csv); };
    try {
        for (std::size_t i = 0; i < images.size(); ++i) {
            run.step({"infer", i, images.size()});
            const auto loaded = loader.next();
            if (!loaded->ok()) {
                summary.failed.emplace_back(images[i], loaded->error().detail);
                continue;
            }
            const auto scored = scorer.score(loaded->value(), images[i]);
            if (!scored.templateNote.empty())
                run.log(LogLevel::Warning, templateWarning(scored.templateNote));
            const auto name = fs::relative(images[i], root);
            csv += csvField(name.string()) + "," + number(scored.fusedScore) + "," +
                   csvField(scored.category) + "," + number(scored.baselineScore) + "," +
                   number(scored.filteredScore);
            if (rule) {
                const auto zone = decide(*rule, scored);
                ++(*summary.decisions)[zone];
                csv.append(1, ',').append(metrics::toString(zone));
            }
            csv += '\n';
            ++summary.images;
            if (request.maps) {
                // The ending of the picture stays in the name: a.png and a.jpg may lie side by
                // side.
                auto file = request.out / "maps" / name;
                file += imaging::extensionOf(*request.maps);
                fs::create_directories(file.parent_path(), failed);
                cv::Mat map = scored.fused;
                if (*request.maps == imaging::MapFormat::Png)
                    map = pngScale(map);
                CF_RETURN_IF_ERROR(imaging::saveMap(file, map, *request.maps));
            }
        }
    } catch (const Cancelled &) {
        writeScores().orThrow(); // what was scored is kept
        throw;
    }
    run.step({"infer", images.size(), images.size()});
    summary.secondsPerImage =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count() /
        static_cast<double>(images.size());
    CF_RETURN_IF_ERROR(writeScores());
    if (summary.images == 0)
        return Error::make(ErrorCode::BadData, "None of the " + std::to_string(images.size()) +
                                                   " images can be read; " +
                                                   "the first: " + summary.failed.front().second);
    return summary;
}

} // namespace cf::workflow
