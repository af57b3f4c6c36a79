#include "core/imaging/map_file.h"

#include "core/base/atomic_file.h"
#include "core/imaging/detail/containers.h"
#include "core/imaging/detail/decode.h"
#include "core/imaging/detail/npy.h"
#include "core/imaging/file_bytes.h"
#include "core/imaging/image_file.h"

#include <algorithm>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

namespace cf::imaging {

namespace {

std::string lowerExtension(const std::filesystem::path &path)
{
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return extension;
}

Result<cv::Mat> decodeOneChannel(std::span<const std::uint8_t> bytes)
{
    CF_ASSIGN_OR_RETURN(const cv::Mat stored, detail::decodeUnchanged(bytes));
    if (stored.channels() != 1)
        return detail::badData("it has " + std::to_string(stored.channels()) +
                               " channels; a map has one, save it as grey");
    return stored;
}

Result<cv::Mat> decodeTiffMap(std::span<const std::uint8_t> bytes)
{
    cv::Mat map;
    if (const auto mark = detail::halfFloatMark(bytes)) {
        std::vector<std::uint8_t> renamed(bytes.begin(), bytes.end());
        renamed[*mark] =
            1; // "unsigned integer": the same 16 bits, which OpenCV then hands out untouched
        CF_ASSIGN_OR_RETURN(const cv::Mat bits, decodeOneChannel(renamed));
        if (bits.depth() != CV_16U)
            return detail::badData("its 16-bit floats cannot be decoded; save the map as float32");
        cv::Mat(bits.rows, bits.cols, CV_16FC1, bits.data, bits.step).convertTo(map, CV_32F);
        return map;
    }
    CF_ASSIGN_OR_RETURN(const cv::Mat stored, decodeOneChannel(bytes));
    stored.convertTo(map, CV_32F);
    return map;
}

Result<cv::Mat> decodePngMap(std::span<const std::uint8_t> bytes)
{
    CF_ASSIGN_OR_RETURN(const cv::Mat stored, decodeOneChannel(bytes));
    cv::Mat map;
    stored.convertTo(map, CV_32F, stored.depth() == CV_16U ? 1.0 / 65535.0 : 1.0 / 255.0);
    return map;
}

bool isFinite(const cv::Mat &map32f)
{
    return cv::checkRange(map32f); // OpenCV: finite unless bounds are given
}

Error notFinite()
{
    return detail::badData("it holds scores that are not finite numbers (NaN or infinity); "
                           "find out why the method wrote them");
}

} // namespace

const char *extensionOf(MapFormat format)
{
    switch (format) {
    case MapFormat::Tiff:
        return ".tiff";
    case MapFormat::Npy:
        return ".npy";
    case MapFormat::Png:
        return ".png";
    }
    return ".tiff";
}

Result<void> saveMap(const std::filesystem::path &path, const cv::Mat &map32f, MapFormat format)
{
    const std::string cannot = "Cannot write the anomaly map " + path.string() + ": ";
    if (map32f.empty() || map32f.type() != CV_32FC1)
        return Error::make(ErrorCode::BadUsage,
                           cannot + "a map is a matrix of 32-bit floats with one channel");
    if (!isFinite(map32f))
        return Error::make(ErrorCode::BadData, cannot + notFinite().detail);
    Result<std::vector<std::uint8_t>> encoded = std::vector<std::uint8_t>();
    switch (format) {
    case MapFormat::Tiff:
        // 1 = not compressed: readers in Python need no further package.
        encoded = detail::encode(map32f, ".tiff", {cv::IMWRITE_TIFF_COMPRESSION, 1});
        break;
    case MapFormat::Npy:
        encoded = detail::encodeNpy(map32f);
        break;
    case MapFormat::Png: {
        cv::Mat map16u; // convertTo() clips to 0..65535
        map32f.convertTo(map16u, CV_16U, 65535.0);
        encoded = detail::encode(map16u, ".png");
        break;
    }
    }
    if (!encoded.ok())
        return Error::make(encoded.error().code, cannot + encoded.error().detail);
    return writeFileAtomically(path, std::as_bytes(std::span<const std::uint8_t>(*encoded)));
}

Result<cv::Mat> loadMap(const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(const auto bytes, readFileBytes(path));
    const std::string extension = lowerExtension(path);
    Result<cv::Mat> map = cv::Mat();
    if (extension == ".tiff" || extension == ".tif")
        map = decodeTiffMap(bytes);
    else if (extension == ".npy")
        map = detail::decodeNpy(bytes);
    else if (extension == ".png")
        map = decodePngMap(bytes);
    else
        return aboutFile(
            path,
            Error::make(ErrorCode::Unsupported,
                        "anomaly maps are .tiff, .tif, .npy or .png files; convert it first"));
    if (map.ok() && !isFinite(*map))
        map = notFinite();
    if (!map.ok())
        return aboutFile(path, map.error());
    return map;
}

} // namespace cf::imaging
