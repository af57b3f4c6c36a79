// Reconstructions that another program has made, one file or several for each tested picture.
#include "core/imaging/array_file.h"
#include "core/weights/tensor_reader.h"
#include "plugins/counterpart/counterpart.h"

#include <cstring>
#include <opencv2/imgcodecs.hpp>

namespace {

using namespace cf::plugins;
namespace fs = std::filesystem;

const cf_option kOptions[] = {
    {"folder", "Folder of the reconstructions: pictures (NAME.png, NAME_1.png, ...) or features "
               "(NAME.safetensors with layer0, layer1, ..., or NAME.npy for one layer), each "
               "[N, C, h, w]"},
    {nullptr, nullptr}};

/// Features of all templates in one layer.
struct Layer
{
    std::vector<std::int64_t> shape; ///< [N, C, h, w]
    std::vector<float> values;
};

bool isLayer(const std::vector<std::int64_t> &shape)
{
    return shape.size() == 4 && shape[0] >= 1 && shape[1] >= 1 && shape[2] >= 1 && shape[3] >= 1;
}

/// Throws cf::Failure.
std::vector<Layer> layersOf(const fs::path &file)
{
    std::vector<Layer> layers;
    if (file.extension() == ".npy") {
        auto array = cf::imaging::loadArray(file).orThrow();
        if (array.shape.size() == 3)
            array.shape.insert(array.shape.begin(), 1);
        layers.push_back({std::move(array.shape), std::move(array.values)});
    } else {
        const auto stored = cf::weights::readTensorFile(file).orThrow();
        for (int l = 0;; ++l) {
            const auto *tensor = stored.find("layer" + std::to_string(l));
            if (!tensor)
                break;
            if (tensor->dtype != cf::weights::DType::Float32)
                throw cf::Failure(cf::Error::make(cf::ErrorCode::BadData,
                                                  file.string() + ": " + tensor->name +
                                                      " is not float32; save it as such."));
            Layer layer{tensor->shape, std::vector<float>(tensor->bytes.size() / sizeof(float))};
            if (!layer.values.empty())
                std::memcpy(layer.values.data(), tensor->bytes.data(), tensor->bytes.size());
            layers.push_back(std::move(layer));
        }
    }
    for (const auto &layer : layers)
        if (!isLayer(layer.shape) || layer.shape[0] != layers.front().shape[0])
            throw cf::Failure(
                cf::Error::make(cf::ErrorCode::BadData,
                                file.string() + ": features of a layer are [N, C, h, w], with the "
                                                "same N in all layers; write it anew."));
    if (layers.empty())
        throw cf::Failure(cf::Error::make(cf::ErrorCode::BadData,
                                          file.string() + " holds no layer0; write the features "
                                                          "as layer0, layer1 and so on."));
    return layers;
}

void answerWithFeatures(const fs::path &file, const cf_answer &answer)
{
    const auto layers = layersOf(file);
    for (std::int64_t n = 0; n < layers.front().shape[0]; ++n)
        for (std::size_t l = 0; l < layers.size(); ++l) {
            const auto &shape = layers[l].shape;
            const auto each = static_cast<std::size_t>(shape[1] * shape[2] * shape[3]);
            answer.add_features(answer.host, static_cast<std::int32_t>(l),
                                layers[l].values.data() + static_cast<std::size_t>(n) * each,
                                static_cast<std::int32_t>(shape[1]),
                                static_cast<std::int32_t>(shape[2]),
                                static_cast<std::int32_t>(shape[3]));
        }
}

void *open(const cf_opening *opening)
{
    const fs::path folder = optionOr(*opening, "folder", "");
    std::error_code failed;
    if (!fs::is_directory(folder, failed)) {
        opening->fail(opening->host,
                      folder.empty()
                          ? "it needs the folder of the reconstructions; give "
                            "--source-option folder=PATH"
                          : ("there is no folder " + folder.string()).c_str());
        return nullptr;
    }
    return new CounterpartFolder(folder, opening->data_folder(opening->host));
}

void templates(void *self, const cf_query *query, const cf_answer *answer)
{
    const auto &folder = *static_cast<CounterpartFolder *>(self);
    try {
        const auto features = folder.find(*query, {".safetensors", ".npy"}, false);
        if (!features.empty()) {
            answerWithFeatures(features.front(), *answer);
            return;
        }
        bool any = false;
        for (const auto &file : folder.find(*query, pictureEndings(), true)) {
            const auto picture = cv::imread(file.string(), cv::IMREAD_COLOR);
            if (picture.empty()) {
                answer->fail(answer->host,
                             (file.string() + " is no readable picture; make it again").c_str());
                return;
            }
            answer->add_picture(answer->host, asPicture(picture));
            any = true;
        }
        if (!any)
            answer->decline(answer->host, ("there is no reconstruction of " +
                                           fs::path(query->file).filename().string() + " in " +
                                           folder.folder().string())
                                              .c_str());
    } catch (const std::exception &error) {
        answer->fail(answer->host, error.what());
    }
}

void close(void *self)
{
    delete static_cast<CounterpartFolder *>(self);
}

} // namespace

const cf_template_source *costfilter_template_source(void)
{
    static const cf_template_source source = {
        COSTFILTER_TEMPLATE_SOURCE_VERSION,
        "precomputed",
        "Reconstructions from files",
        "What another program has reconstructed of each picture, found by its name.",
        kOptions,
        open,
        templates,
        close};
    return &source;
}
