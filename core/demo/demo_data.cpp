#include "core/demo/demo_data.h"

#include "core/base/atomic_file.h"
#include "core/demo/sample.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <fstream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <opencv2/imgcodecs.hpp>
#include <optional>
#include <set>
#include <thread>

namespace cf::demo {

namespace {

namespace fs = std::filesystem;

/// Raised whenever the same options give other pixels than before.
constexpr int kGeneratorVersion = 1;

struct PlannedImage
{
    SampleId id;
    fs::path image; ///< relative to the set's folder
    fs::path mask;  ///< empty for good ones
};

std::string numbered(int index)
{
    char text[16];
    std::snprintf(text, sizeof text, "%03d", index);
    return text;
}

PlannedImage plannedImage(Category category, bool train, const std::string &kind, int index)
{
    PlannedImage item;
    item.id.category = category;
    item.id.train = train;
    item.id.kind = kind;
    item.id.index = index;
    const fs::path root = folderName(category);
    item.image = root / (train ? "train" : "test") / kind / (numbered(index) + ".png");
    if (kind != "good")
        item.mask = root / "ground_truth" / kind / (numbered(index) + "_mask.png");
    return item;
}

std::vector<PlannedImage> planned(const DemoOptions &options)
{
    std::vector<PlannedImage> plan;
    for (const Category category : kCategories) {
        for (int i = 0; i < options.trainPerCategory; ++i)
            plan.push_back(plannedImage(category, true, "good", i));
        for (int i = 0; i < options.goodPerCategory; ++i)
            plan.push_back(plannedImage(category, false, "good", i));
        for (const std::string &kind : defectKinds(category))
            for (int i = 0; i < options.defectsPerKind; ++i)
                plan.push_back(plannedImage(category, false, kind, i));
    }
    return plan;
}

std::set<fs::path> filesOf(const std::vector<PlannedImage> &plan)
{
    std::set<fs::path> files;
    for (const PlannedImage &item : plan) {
        files.insert(item.image);
        if (!item.mask.empty())
            files.insert(item.mask);
    }
    return files;
}

struct Marker
{
    DemoOptions options;
    int generator = 0;
    bool complete = false;

    bool madeLike(const DemoOptions &wanted) const
    {
        return generator == kGeneratorVersion && options.seed == wanted.seed &&
               options.trainPerCategory == wanted.trainPerCategory &&
               options.goodPerCategory == wanted.goodPerCategory &&
               options.defectsPerKind == wanted.defectsPerKind;
    }
};

/// Nothing when there is no marker; BadFormat when it is not one of ours.
Result<std::optional<Marker>> readMarker(const fs::path &path)
{
    std::ifstream in(path);
    if (!in)
        return std::optional<Marker>();
    const nlohmann::json json = nlohmann::json::parse(in, nullptr, false);
    try {
        Marker marker;
        marker.generator = json.at("generator").get<int>();
        marker.options.seed = json.at("seed").get<std::uint64_t>();
        marker.options.trainPerCategory = json.at("train_per_category").get<int>();
        marker.options.goodPerCategory = json.at("good_per_category").get<int>();
        marker.options.defectsPerKind = json.at("defects_per_kind").get<int>();
        marker.complete = json.at("complete").get<bool>();
        return std::optional<Marker>(marker);
    } catch (const nlohmann::json::exception &) {
        return Error::make(ErrorCode::BadFormat, path.string() +
                                                     " does not describe a demo data set; remove "
                                                     "it or choose another folder");
    }
}

Result<void> writeMarker(const fs::path &path, const DemoOptions &options, bool complete)
{
    const nlohmann::json json = {{"generator", kGeneratorVersion},
                                 {"seed", options.seed},
                                 {"train_per_category", options.trainPerCategory},
                                 {"good_per_category", options.goodPerCategory},
                                 {"defects_per_kind", options.defectsPerKind},
                                 {"complete", complete}};
    return writeFileAtomically(path, json.dump(2) + "\n");
}

/// Fails when a folder of ours holds a file that this program did not put there.
Result<void> refuseForeignFiles(const fs::path &dir, const std::set<fs::path> &known)
{
    for (const Category category : kCategories) {
        const fs::path root = dir / folderName(category);
        std::error_code error;
        for (fs::recursive_directory_iterator it(root, error), end; !error && it != end;
             it.increment(error)) {
            if (it->is_directory() || known.count(it->path().lexically_relative(dir)) > 0)
                continue;
            if (it->path().filename().string().find(".png.part") != std::string::npos)
                continue; // what a killed process left of a file
            return Error::make(ErrorCode::BadUsage, it->path().string() +
                                                        " is not part of the demo data; choose an "
                                                        "empty folder");
        }
    }
    return {};
}

Result<void> makeFolders(const fs::path &dir, const std::vector<PlannedImage> &plan)
{
    std::set<fs::path> folders{dir};
    for (const fs::path &file : filesOf(plan))
        folders.insert((dir / file).parent_path());
    for (const fs::path &folder : folders) {
        std::error_code error;
        fs::create_directories(folder, error);
        if (error)
            return Error::make(error == std::errc::no_space_on_device ? ErrorCode::DiskFull
                                                                      : ErrorCode::ReadOnly,
                               "Cannot create the folder " + folder.string() + ": " +
                                   error.message() + "; choose a folder that you may write to");
    }
    return {};
}

Result<void> writePng(const fs::path &path, const cv::Mat &image)
{
    std::vector<unsigned char> png;
    if (!cv::imencode(".png", image, png, {cv::IMWRITE_PNG_COMPRESSION, 3}))
        return Error::make(ErrorCode::Failed, "Cannot encode " + path.string());
    return writeFileAtomically(path, std::as_bytes(std::span(png.data(), png.size())));
}

/// The mask goes first: where the picture is, its mask is too.
Result<void> renderTo(const fs::path &dir, const PlannedImage &item, std::uint64_t seed)
{
    const Sample sample = renderSample(seed, item.id);
    if (!item.mask.empty())
        CF_RETURN_IF_ERROR(writePng(dir / item.mask, sample.mask));
    return writePng(dir / item.image, sample.image);
}

bool isThere(const fs::path &dir, const PlannedImage &item)
{
    std::error_code error;
    return fs::exists(dir / item.image, error) &&
           (item.mask.empty() || fs::exists(dir / item.mask, error));
}

/// Renders the pictures on several threads; progress and Cancelled stay on the calling one.
class Workers
{
public:
    Workers(fs::path dir, std::vector<PlannedImage> todo, std::uint64_t seed)
        : m_dir(std::move(dir)), m_todo(std::move(todo)), m_seed(seed)
    {
    }

    Result<void> run(int threads, std::size_t doneBefore, RunContext &context)
    {
        std::vector<std::jthread> crew;   // joined when this function is left
        const StopAtExit stopAll{m_stop}; // before that, and all of them at once
        for (int i = 0; i < threads; ++i)
            crew.emplace_back([this] { work(); });
        const std::size_t total = doneBefore + m_todo.size();
        for (std::size_t reported = 0; reported < m_todo.size();) {
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock, [&] { return m_done > reported || m_error || m_exception; });
                if (m_exception)
                    std::rethrow_exception(m_exception);
                if (m_error)
                    return *m_error;
                reported = m_done;
            }
            context.step({"demo-data", doneBefore + reported, total});
        }
        return {};
    }

private:
    struct StopAtExit
    {
        std::stop_source &stop;
        ~StopAtExit() { stop.request_stop(); }
    };

    void work()
    {
        while (!m_stop.stop_requested()) {
            const std::size_t next = m_next++;
            if (next >= m_todo.size())
                return;
            std::optional<Error> error;
            std::exception_ptr exception;
            try {
                if (const Result<void> result = renderTo(m_dir, m_todo[next], m_seed); !result)
                    error = result.error();
            } catch (...) {
                exception = std::current_exception(); // carried to the calling thread
            }
            const std::lock_guard lock(m_mutex);
            ++m_done;
            if (error)
                m_error = error;
            if (exception)
                m_exception = exception;
            m_changed.notify_one();
        }
    }

    const fs::path m_dir;
    const std::vector<PlannedImage> m_todo;
    const std::uint64_t m_seed;
    std::stop_source m_stop;
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_done = 0;         // guarded by m_mutex
    std::optional<Error> m_error;   // guarded by m_mutex
    std::exception_ptr m_exception; // guarded by m_mutex
};

Result<void> checkOptions(const DemoOptions &options)
{
    constexpr int kMost = 1000; // three digits in the file names
    if (options.trainPerCategory < 1 || options.trainPerCategory > kMost ||
        options.goodPerCategory < 0 || options.goodPerCategory > kMost ||
        options.defectsPerKind < 0 || options.defectsPerKind > kMost || options.threads < 0)
        return Error::make(ErrorCode::BadUsage,
                           "Demo data needs 1 to 1000 training pictures and 0 to 1000 of each "
                           "other kind; change the counts");
    return {};
}

} // namespace

Result<DemoSummary> writeDemoData(const fs::path &dir, const DemoOptions &options, RunContext &run)
{
    CF_RETURN_IF_ERROR(checkOptions(options));
    const std::vector<PlannedImage> plan = planned(options);
    const std::set<fs::path> files = filesOf(plan);
    const fs::path markerPath = dir / kMarkerName;
    CF_ASSIGN_OR_RETURN(const std::optional<Marker> marker, readMarker(markerPath));

    // Only a marker tells which files are ours.
    std::set<fs::path> ours;
    if (marker)
        ours = filesOf(planned(marker->options));
    CF_RETURN_IF_ERROR(refuseForeignFiles(dir, ours));
    const bool keep = marker && marker->madeLike(options);
    if (!keep)
        for (const fs::path &file : ours) {
            std::error_code error;
            fs::remove(dir / file,
                       error); // what cannot be removed cannot be replaced either, and says so
        }

    DemoSummary summary;
    for (const Category category : kCategories)
        summary.categories.push_back(folderName(category));
    summary.images = plan.size();
    std::vector<PlannedImage> todo;
    for (const PlannedImage &item : plan)
        if (!keep || !isThere(dir, item))
            todo.push_back(item);
    summary.written = todo.size();
    const std::size_t there = plan.size() - todo.size();
    run.step({"demo-data", there, plan.size()});
    if (todo.empty() && keep && marker->complete)
        return summary;

    CF_RETURN_IF_ERROR(makeFolders(dir, plan));
    CF_RETURN_IF_ERROR(writeMarker(markerPath, options, false));
    const int threads = options.threads > 0
                            ? options.threads
                            : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    CF_RETURN_IF_ERROR(Workers(dir, std::move(todo), options.seed).run(threads, there, run));
    CF_RETURN_IF_ERROR(writeMarker(markerPath, options, true));
    return summary;
}

} // namespace cf::demo
