#include "tests/ui/bench/many_pictures.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

namespace bench {

namespace fs = std::filesystem;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int kCategories = 10;
constexpr int kDrawn = 300; // the others have the same pixels and another comment

Bytes drawnPicture(int number)
{
    cv::RNG random(static_cast<std::uint64_t>(number) + 1);
    cv::Mat coarse(5, 6, CV_8UC3);
    random.fill(coarse, cv::RNG::UNIFORM, 90, 170);
    cv::Mat picture;
    cv::resize(coarse, picture, {384, 288}, 0, 0, cv::INTER_CUBIC);
    const cv::Point centre(random.uniform(60, 320), random.uniform(60, 230));
    cv::circle(picture, centre, random.uniform(10, 50), {40, 60, 80}, cv::FILLED, cv::LINE_AA);
    Bytes bytes;
    cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, 85});
    return bytes;
}

/// With the number as a comment, which follows the two bytes that begin every JPEG.
void write(const fs::path &path, const Bytes &jpeg, std::uint32_t number)
{
    std::array<std::uint8_t, 8> comment = {0xff, 0xfe, 0, 6}; // the length counts itself
    for (std::size_t i = 0; i < 4; ++i)
        comment[4 + i] = static_cast<std::uint8_t>(number >> (8 * i));
    std::ofstream file(path, std::ios::binary);
    const auto put = [&](const std::uint8_t *bytes, std::size_t count) {
        file.write(reinterpret_cast<const char *>(bytes), static_cast<std::streamsize>(count));
    };
    put(jpeg.data(), 2);
    put(comment.data(), comment.size());
    put(jpeg.data() + 2, jpeg.size() - 2);
    if (!file.flush())
        qFatal("the pictures cannot be written; is there room for them?");
}

} // namespace

ManyPictures::ManyPictures(int count)
{
    std::vector<Bytes> drawn;
    for (int i = 0; i < kDrawn; ++i)
        drawn.push_back(drawnPicture(i));
    struct Part
    {
        const char *folder;
        int ofTwenty;
    };
    constexpr std::array kParts = {Part{"train/good", 16}, Part{"test/good", 2},
                                   Part{"test/dent", 1}, Part{"test/scratch", 1}};
    std::uint32_t number = 0;
    for (int category = 0; category < kCategories; ++category) {
        for (const Part &part : kParts) {
            const fs::path folder = root() / ("part_" + std::to_string(category)) / part.folder;
            fs::create_directories(folder);
            for (int i = 0; i < count / kCategories * part.ofTwenty / 20; ++i, ++number)
                write(folder / (std::to_string(i) + ".jpg"), drawn[number % kDrawn], number);
        }
    }
}

} // namespace bench
