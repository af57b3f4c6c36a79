#include "core/imaging/detail/containers.h"
#include "core/imaging/detail/decode.h"

#ifdef CF_HAVE_LIBJPEG

#include <array>
#include <csetjmp>
#include <cstdio>

#include <jpeglib.h>

#include <jerror.h>

namespace cf::imaging::detail {

namespace {

/// libjpeg's error handling with a way back to us; the library knows the first member alone.
struct ErrorManager
{
    jpeg_error_mgr base;
    std::jmp_buf wayBack;
    std::array<char, JMSG_LENGTH_MAX> words;
};

ErrorManager &managerOf(j_common_ptr info)
{
    return *reinterpret_cast<ErrorManager *>(info->err);
}

[[noreturn]] void onError(j_common_ptr info)
{
    info->err->format_message(info, managerOf(info).words.data());
    std::longjmp(managerOf(info).wayBack, 1);
}

/// Warnings after which pixels are a guess. Not among them: bytes too many before a marker, which
/// some cameras leave at the end of a picture, and odd version numbers.
bool meansDamage(int message)
{
    return message == JWRN_HIT_MARKER || message == JWRN_HUFF_BAD_CODE ||
           message == JWRN_JPEG_EOF || message == JWRN_MUST_RESYNC ||
           message == JWRN_ARITH_BAD_CODE;
}

void onMessage(j_common_ptr info, int level)
{
    if (level < 0 && meansDamage(info->err->msg_code))
        onError(info);
}

void printNothing(j_common_ptr) {}

enum class Outcome { Done, LeftToOpenCv, Damaged };

/// All between setjmp and longjmp: nothing in here may have a destructor.
Outcome decodeRows(jpeg_decompress_struct &info, ErrorManager &errors,
                   std::span<const std::uint8_t> bytes, const cv::Mat &image)
{
    if (setjmp(errors.wayBack) != 0) // NOLINT: the one way out of libjpeg
        return Outcome::Damaged;
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, bytes.data(), bytes.size());
    jpeg_read_header(&info, TRUE);
    if (info.num_components != 1 && info.num_components != 3)
        return Outcome::LeftToOpenCv;
    if (static_cast<int>(info.image_width) != image.cols ||
        static_cast<int>(info.image_height) != image.rows ||
        (info.num_components == 1) != (image.channels() == 1))
        return Outcome::LeftToOpenCv;
    info.out_color_space = info.num_components == 1 ? JCS_GRAYSCALE : JCS_EXT_BGR;
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = image.data + image.step[0] * info.output_scanline;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    return Outcome::Done;
}

} // namespace

Result<cv::Mat> decodeJpeg(std::span<const std::uint8_t> bytes, const ImageHeader &header)
{
    const cv::Mat image(header.heightPx, header.widthPx, header.channels == 1 ? CV_8UC1 : CV_8UC3);
    jpeg_decompress_struct info = {};
    ErrorManager errors = {};
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = onError;
    errors.base.emit_message = onMessage;
    errors.base.output_message = printNothing;
    const Outcome outcome = decodeRows(info, errors, bytes, image);
    jpeg_destroy_decompress(&info);
    if (outcome == Outcome::Damaged)
        return badData("the JPEG file is damaged (" + std::string(errors.words.data()) +
                       "); copy it again");
    return outcome == Outcome::Done ? image : cv::Mat();
}

} // namespace cf::imaging::detail

#else

namespace cf::imaging::detail {

Result<cv::Mat> decodeJpeg(std::span<const std::uint8_t>, const ImageHeader &)
{
    return cv::Mat();
}

} // namespace cf::imaging::detail

#endif
