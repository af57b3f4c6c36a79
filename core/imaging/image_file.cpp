#include "core/imaging/image_file.h"

#include "core/imaging/detail/containers.h"
#include "core/imaging/detail/decode.h"
#include "core/imaging/file_bytes.h"

#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace cf::imaging {

namespace detail {

namespace {

void silenceOpenCv()
{
    static const bool once = [] {
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        return true;
    }();
    (void)once;
}

Error fromOpenCv(const cv::Exception &exception, const std::string &what)
{
    if (exception.code == cv::Error::StsNoMem)
        return Error::make(ErrorCode::OutOfMemory,
                           "there is not enough memory for it; close other programs");
    return badData(what + " (" + exception.err + ")");
}

Error outOfMemory()
{
    return Error::make(ErrorCode::OutOfMemory,
                       "there is not enough memory for it; close other programs");
}

} // namespace

Result<cv::Mat> decodeUnchanged(std::span<const std::uint8_t> bytes)
{
    silenceOpenCv();
    CF_ASSIGN_OR_RETURN(const ImageHeader header, inspectImage(bytes));
    const std::string what =
        std::string("its ") + toString(header.format) +
        " content cannot be decoded; it is damaged or of a rare kind, save it anew as PNG";
    try {
        std::vector<std::uint8_t> reduced;
        if (header.format == ImageFormat::Png) {
            reduced = pngWithoutExtras(bytes);
            bytes = reduced;
        }
        if (header.format == ImageFormat::Jpeg) {
            CF_ASSIGN_OR_RETURN(const cv::Mat image, decodeJpeg(bytes, header));
            if (!image.empty())
                return image;
        }
        if (header.format == ImageFormat::Tiff)
            CF_RETURN_IF_ERROR(checkTiffKind(bytes));
        // imdecode() takes a matrix that it never writes to, but has no const form.
        const cv::Mat encoded(1, static_cast<int>(bytes.size()), CV_8UC1,
                              const_cast<std::uint8_t *>(bytes.data()));
        cv::Mat image = cv::imdecode(encoded, cv::IMREAD_UNCHANGED);
        if (image.empty() || image.cols != header.widthPx || image.rows != header.heightPx)
            return badData(what);
        return image;
    } catch (const cv::Exception &exception) {
        return fromOpenCv(exception, what);
    } catch (const std::bad_alloc &) {
        return outOfMemory();
    }
}

Result<std::vector<std::uint8_t>> encode(const cv::Mat &image, const std::string &extension,
                                         const std::vector<int> &parameters)
{
    silenceOpenCv();
    const std::string what = "the pixels cannot be encoded as " + extension;
    try {
        std::vector<std::uint8_t> bytes;
        if (!cv::imencode(extension, image, bytes, parameters))
            return Error::make(ErrorCode::Failed, what);
        return bytes;
    } catch (const cv::Exception &exception) {
        return fromOpenCv(exception, what);
    } catch (const std::bad_alloc &) {
        return outOfMemory();
    }
}

cv::Mat withoutAlpha(const cv::Mat &image)
{
    cv::Mat plain = image;
    if (image.channels() == 4)
        cv::cvtColor(image, plain, cv::COLOR_BGRA2BGR);
    else if (image.channels() == 2)
        cv::extractChannel(image, plain, 0);
    return plain;
}

} // namespace detail

namespace {

Result<cv::Mat> decodeDeep(std::span<const std::uint8_t> bytes)
{
    CF_ASSIGN_OR_RETURN(const cv::Mat stored, detail::decodeUnchanged(bytes));
    if (stored.depth() != CV_8U && stored.depth() != CV_16U)
        return detail::badData(
            "its pixels are neither 8 nor 16-bit numbers (is it an anomaly map?); "
            "save it as an 8 or 16-bit image");
    if (stored.channels() > 4)
        return detail::badData("it has more than four channels; save it as a colour or grey image");
    return detail::withoutAlpha(stored);
}

/// Reads the file, hands its bytes on, and names the file in the error if there is one.
template <class Decode>
auto fromFile(const std::filesystem::path &path, Decode decode) -> decltype(decode({}))
{
    CF_ASSIGN_OR_RETURN(const auto bytes, readFileBytes(path));
    auto image = decode(std::span<const std::uint8_t>(bytes));
    if (!image.ok())
        return aboutFile(path, image.error());
    return image;
}

} // namespace

Result<ImageHeader> inspectImage(std::span<const std::uint8_t> bytes)
{
    detail::MemorySource source(bytes);
    CF_ASSIGN_OR_RETURN(const ImageHeader header, detail::readHeader(source));
    switch (header.format) {
    case ImageFormat::Png:
        CF_RETURN_IF_ERROR(detail::checkPngComplete(bytes));
        break;
    case ImageFormat::Jpeg:
        CF_RETURN_IF_ERROR(detail::checkJpegComplete(bytes));
        break;
    case ImageFormat::Tiff:
        CF_RETURN_IF_ERROR(detail::checkTiffComplete(bytes));
        break;
    case ImageFormat::Bmp:
        break; // its header already told how long the file must be
    }
    return header;
}

Result<cv::Mat> decodeBgr(std::span<const std::uint8_t> bytes)
{
    CF_ASSIGN_OR_RETURN(cv::Mat image, decodeDeep(bytes));
    if (image.depth() == CV_16U)
        image.convertTo(image, CV_8U, 1.0 / 257.0);
    if (image.channels() == 1)
        cv::cvtColor(image, image, cv::COLOR_GRAY2BGR);
    return image;
}

Result<cv::Mat> decodeMask(std::span<const std::uint8_t> bytes)
{
    CF_ASSIGN_OR_RETURN(const cv::Mat stored, detail::decodeUnchanged(bytes));
    if (stored.channels() > 4)
        return detail::badData("it has more than four channels; save the mask as a grey image");
    const bool jpeg = bytes[0] == 0xff;
    std::vector<cv::Mat> channels;
    cv::split(detail::withoutAlpha(stored), channels);
    cv::Mat mask;
    for (const cv::Mat &channel : channels) {
        const cv::Mat marked = jpeg ? channel >= 128 : channel != 0;
        if (mask.empty())
            mask = marked;
        else
            mask |= marked;
    }
    return mask;
}

Result<cv::Mat> loadBgr(const std::filesystem::path &path)
{
    return fromFile(path, decodeBgr);
}

Result<cv::Mat> loadDeep(const std::filesystem::path &path)
{
    return fromFile(path, decodeDeep);
}

Result<cv::Mat> loadMask(const std::filesystem::path &path)
{
    return fromFile(path, decodeMask);
}

} // namespace cf::imaging
