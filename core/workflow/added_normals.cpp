#include "core/workflow/added_normals.h"

#include "core/store/file_hash.h"
#include "core/weights/tensor_reader.h"
#include "core/weights/tensor_writer.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace cf::workflow {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char *kNormalsFormat = "costfilter added normals";
constexpr int kKeyDigits = 16;

std::string hashOf(const void *bytes, std::size_t count)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(static_cast<const char *>(bytes), static_cast<qsizetype>(count)));
    return hash.result().toHex().toStdString();
}

std::string pictureName(std::size_t number)
{
    return "bank." + std::to_string(number);
}

json jsonOf(const AddedNormal &normal)
{
    return {{"category", normal.picture.category},
            {"sha256", normal.picture.contentKey},
            {"png_sha256", hashOf(normal.picture.png.data(), normal.picture.png.size())},
            {"file", normal.file.string()},
            {"added_utc", normal.addedUtc},
            {"added_by", normal.addedBy}};
}

AddedNormal normalFrom(const json &from, const weights::Tensor *pixels)
{
    AddedNormal normal;
    normal.picture.category = from.at("category");
    normal.picture.contentKey = from.at("sha256");
    normal.file = from.at("file").get<std::string>();
    normal.addedUtc = from.at("added_utc");
    normal.addedBy = from.at("added_by");
    if (!pixels || pixels->dtype != weights::DType::UInt8)
        throw std::runtime_error("a picture is missing");
    if (hashOf(pixels->bytes.data(), pixels->bytes.size()) != from.at("png_sha256"))
        throw std::runtime_error("a picture was changed");
    const auto *first = reinterpret_cast<const unsigned char *>(pixels->bytes.data());
    normal.picture.png.assign(first, first + pixels->bytes.size());
    return normal;
}

std::vector<AddedNormal> normalsFrom(const weights::TensorFile &file, const json &list)
{
    std::vector<AddedNormal> normals;
    for (const auto &one : list.at("normals"))
        normals.push_back(normalFrom(one, file.find(pictureName(normals.size()))));
    return normals;
}

} // namespace

fs::path addedNormalsFile(const fs::path &model)
{
    auto file = model;
    file += ".normals.safetensors";
    return file;
}

Result<std::vector<AddedNormal>> loadAddedNormals(const fs::path &model)
{
    const auto path = addedNormalsFile(model);
    std::error_code failed;
    if (!fs::exists(path, failed))
        return std::vector<AddedNormal>();
    const auto damaged = [&](const std::string &how) {
        return Error::make(ErrorCode::BadFormat,
                           path.string() +
                               ", the pictures taken as normal after the training, is "
                               "damaged (" +
                               how +
                               "); restore it from a backup, or delete it to go without them.");
    };
    const auto file = weights::readTensorFile(path);
    if (!file.ok())
        return damaged(file.error().detail);
    std::vector<AddedNormal> normals;
    std::string modelSha256;
    try {
        const auto list = json::parse(file->metadata.at("costfilter"));
        if (list.at("format") != kNormalsFormat || list.at("version") != 1)
            return damaged("its format or version is another one");
        modelSha256 = list.at("model_sha256");
        normals = normalsFrom(*file, list);
    } catch (const std::exception &error) {
        return damaged(error.what());
    }
    CF_ASSIGN_OR_RETURN(const auto hash, store::sha256File(model));
    if (hash != modelSha256)
        return Error::make(ErrorCode::BadData,
                           "The pictures in " + path.string() +
                               " were taken as normal for another model, which lay there before; "
                               "delete that file to go without them.");
    return normals;
}

Result<void> saveAddedNormals(const fs::path &model, const std::vector<AddedNormal> &normals)
{
    const auto path = addedNormalsFile(model);
    CF_ASSIGN_OR_RETURN(const auto modelSha256, store::sha256File(model));
    if (normals.empty()) {
        std::error_code failed;
        fs::remove(path, failed);
        if (failed)
            return Error::make(failed == std::errc::read_only_file_system ||
                                       failed == std::errc::permission_denied
                                   ? ErrorCode::ReadOnly
                                   : ErrorCode::Failed,
                               "Cannot remove " + path.string() + ": " + failed.message() +
                                   "; check that you may write there.");
        return {};
    }
    json list = {{"format", kNormalsFormat},
                 {"version", 1},
                 {"model_sha256", modelSha256},
                 {"normals", json::array()}};
    std::vector<weights::Tensor> pictures;
    for (const auto &normal : normals) {
        list["normals"].push_back(jsonOf(normal));
        const auto &png = normal.picture.png;
        weights::Tensor pixels;
        pixels.name = pictureName(pictures.size());
        pixels.dtype = weights::DType::UInt8;
        pixels.shape = {static_cast<std::int64_t>(png.size())};
        const auto *first = reinterpret_cast<const std::byte *>(png.data());
        pixels.bytes.assign(first, first + png.size());
        pictures.push_back(std::move(pixels));
    }
    return weights::writeSafetensors(path, pictures, {{"costfilter", list.dump()}});
}

std::vector<engine::AddedNormal> picturesOf(const std::vector<AddedNormal> &normals)
{
    std::vector<engine::AddedNormal> pictures;
    for (const auto &normal : normals)
        pictures.push_back(normal.picture);
    return pictures;
}

std::string normalsKey(const std::vector<AddedNormal> &normals)
{
    if (normals.empty())
        return {};
    std::set<std::string> lines;
    for (const auto &normal : normals)
        lines.insert(normal.picture.category + "\n" + normal.picture.contentKey + "\n");
    std::string text;
    for (const auto &line : lines)
        text += line;
    return hashOf(text.data(), text.size()).substr(0, kKeyDigits);
}

std::string scoringKey(const std::string &modelSha256, const std::vector<AddedNormal> &normals)
{
    return normals.empty() ? modelSha256 : modelSha256 + "+" + normalsKey(normals);
}

} // namespace cf::workflow
