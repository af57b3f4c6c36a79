#include "core/plugin/plugin_source.h"

#include "plugins/sdk/costfilter/template_source.h"

#include <opencv2/core.hpp>

#include <cmath>
#include <cstring>

namespace cf::plugin {

namespace {

/// What a plugin does wrong while it answers is noted, not thrown: its frames are not ours.
struct Answer
{
    const engine::TemplateQuery *query = nullptr;
    engine::QueryTemplates given;
    std::vector<cv::Mat> normals; ///< alive until the call ends
    std::string failure;
};

struct Opening
{
    const SourceSettings *settings = nullptr;
    std::string dataFolder;
    std::string failure;
};

constexpr std::int64_t kLargestSide = 1 << 16;
constexpr std::int64_t kMostValues = std::int64_t{1} << 31;

cf_picture asPicture(const cv::Mat &imageBgr)
{
    return {imageBgr.data, imageBgr.cols, imageBgr.rows};
}

void addPicture(void *host, cf_picture picture)
{
    auto &answer = *static_cast<Answer *>(host);
    if (!picture.bgr || picture.width < 1 || picture.height < 1 || picture.width > kLargestSide ||
        picture.height > kLargestSide) {
        answer.failure = "it gives a picture without pixels";
        return;
    }
    cv::Mat copy(picture.height, picture.width, CV_8UC3);
    std::memcpy(copy.data, picture.bgr, copy.total() * copy.elemSize());
    answer.given.pictures.push_back(std::move(copy));
}

void addFeatures(void *host, std::int32_t layer, const float *values, std::int32_t channels,
                 std::int32_t height, std::int32_t width)
{
    auto &answer = *static_cast<Answer *>(host);
    auto &features = answer.given.features;
    if (!values || channels < 1 || height < 1 || width < 1 ||
        std::int64_t{channels} * height > kMostValues / width) {
        answer.failure = "it gives features without values";
        return;
    }
    if (layer == 0)
        features.emplace_back();
    if (features.empty() || layer != static_cast<std::int32_t>(features.back().size())) {
        answer.failure = "it gives the layers of a template out of order";
        return;
    }
    const int sizes[] = {channels, height, width};
    cv::Mat copy(3, sizes, CV_32F);
    const auto count = static_cast<std::size_t>(std::int64_t{channels} * height * width);
    std::memcpy(copy.data, values, count * sizeof(float));
    const auto *first = copy.ptr<float>();
    for (std::size_t i = 0; i < count; ++i)
        if (!std::isfinite(first[i])) {
            answer.failure = "it gives features that are not finite numbers";
            return;
        }
    features.back().push_back(std::move(copy));
}

void decline(void *host, const char *reason)
{
    static_cast<Answer *>(host)->given.declined = reason && *reason ? reason : "it has none";
}

void failAnswer(void *host, const char *reason)
{
    static_cast<Answer *>(host)->failure = reason && *reason ? reason : "it failed";
}

std::int32_t normalCount(void *host)
{
    return static_cast<std::int32_t>(static_cast<Answer *>(host)->query->normalCount);
}

cf_picture normal(void *host, std::int32_t index)
{
    auto &answer = *static_cast<Answer *>(host);
    if (index < 0 || static_cast<std::size_t>(index) >= answer.query->normalCount) {
        answer.failure = "it asks for a normal picture that there is not";
        return {nullptr, 0, 0};
    }
    try {
        answer.normals.push_back(answer.query->normal(static_cast<std::size_t>(index)));
    } catch (const std::exception &error) {
        answer.failure = error.what();
        return {nullptr, 0, 0};
    }
    return asPicture(answer.normals.back());
}

const char *option(void *host, const char *name)
{
    const auto &options = static_cast<Opening *>(host)->settings->options;
    const auto found = options.find(name ? name : "");
    return found == options.end() ? nullptr : found->second.c_str();
}

const char *dataFolder(void *host)
{
    return static_cast<Opening *>(host)->dataFolder.c_str();
}

std::int32_t templateCount(void *host)
{
    return static_cast<std::int32_t>(static_cast<Opening *>(host)->settings->templateCount);
}

void failOpening(void *host, const char *reason)
{
    static_cast<Opening *>(host)->failure = reason && *reason ? reason : "it failed";
}

std::string sentence(const std::string &name, const std::string &why)
{
    return "Template source '" + name + "': " + why + (why.back() == '.' ? "" : ".");
}

} // namespace

Result<std::shared_ptr<engine::TemplateSource>>
PluginSource::open(std::shared_ptr<PluginLibrary> library, const SourceSettings &settings)
{
    Opening opening;
    opening.settings = &settings;
    opening.dataFolder = settings.dataFolder.string();
    const cf_opening asked{&opening, option, dataFolder, templateCount, failOpening};
    const auto &source = library->source();
    void *self = source.open(&asked);
    if (!self || !opening.failure.empty()) {
        if (self)
            source.close(self);
        return Error::make(ErrorCode::BadData,
                           sentence(source.name, opening.failure.empty() ? "it does not open"
                                                                         : opening.failure));
    }
    return std::shared_ptr<engine::TemplateSource>(new PluginSource(std::move(library), self));
}

PluginSource::~PluginSource()
{
    m_library->source().close(m_self);
}

Result<engine::QueryTemplates> PluginSource::templatesFor(const engine::TemplateQuery &query)
{
    Answer answer;
    answer.query = &query;
    const cv::Mat picture =
        query.imageBgr.isContinuous() ? query.imageBgr : query.imageBgr.clone();
    const std::string file = query.file.string();
    const cf_query asked{file.c_str(), query.category.c_str(), asPicture(picture),
                         query.training ? 1 : 0, query.seed};
    const cf_answer functions{&answer, addPicture, addFeatures, decline,
                              failAnswer, normalCount, normal};
    const auto &source = m_library->source();
    source.templates(m_self, &asked, &functions);
    auto &given = answer.given;
    if (answer.failure.empty() && given.declined.empty() && given.pictures.empty() &&
        given.features.empty())
        answer.failure = "it gives no template for " + (file.empty() ? "a picture" : file);
    if (answer.failure.empty() && !given.pictures.empty() && !given.features.empty())
        answer.failure = "it gives pictures and features at once";
    if (!answer.failure.empty())
        return Error::make(ErrorCode::BadData, sentence(source.name, answer.failure));
    return std::move(given);
}

} // namespace cf::plugin
