#include "core/annotation/packed_mask.h"

#include <algorithm>
#include <cstring>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace cf::annotation {

namespace {

/// Where the run ends that begins at `at`, looking at no more than the row.
int endOfRun(const std::uint8_t *row, int at, int width, bool inside)
{
    if (!inside) {
        for (std::uint64_t eight = 0; at + 8 <= width; at += 8) {
            std::memcpy(&eight, row + at, sizeof eight);
            if (eight != 0)
                break;
        }
        while (at < width && row[at] == 0)
            ++at;
        return at;
    }
    const void *end = std::memchr(row + at, 0, static_cast<std::size_t>(width - at));
    return end ? static_cast<int>(static_cast<const std::uint8_t *>(end) - row) : width;
}

/// Calls part(row, first column, column behind the last) for all that is inside.
template <class Part>
void forEachPart(const PackedMask &packed, Part part)
{
    std::int64_t at = 0;
    const int width = packed.place.width;
    for (std::size_t i = 0; i < packed.runs.size(); ++i) {
        const std::int64_t end = at + packed.runs[i];
        for (std::int64_t from = at; i % 2 == 1 && from < end;) {
            const std::int64_t row = from / width;
            const std::int64_t to = std::min(end, (row + 1) * width);
            part(static_cast<int>(row), static_cast<int>(from - row * width),
                 static_cast<int>(to - row * width));
            from = to;
        }
        at = end;
    }
}

} // namespace

PackedMask pack(const Patch &patch)
{
    PackedMask packed;
    packed.place = patch.place;
    bool inside = false;
    std::uint32_t length = 0;
    for (int row = 0; row < patch.mask.rows; ++row) {
        const auto *pixels = patch.mask.ptr<std::uint8_t>(row);
        for (int at = 0; at < patch.mask.cols;) {
            const int end = endOfRun(pixels, at, patch.mask.cols, inside);
            length += static_cast<std::uint32_t>(end - at);
            at = end;
            if (at < patch.mask.cols) {
                packed.runs.push_back(length);
                length = 0;
                inside = !inside;
            }
        }
    }
    packed.runs.push_back(length);
    packed.runs.shrink_to_fit();
    return packed;
}

Patch unpack(const PackedMask &packed)
{
    Patch patch;
    patch.place = packed.place;
    if (patch.place.empty())
        return patch;
    patch.mask = cv::Mat::zeros(packed.place.size(), CV_8UC1);
    forEachPart(packed, [&](int row, int first, int last) {
        std::memset(patch.mask.ptr<std::uint8_t>(row) + first, 255,
                    static_cast<std::size_t>(last - first));
    });
    return patch;
}

PackedMask difference(const Patch &before, const Patch &after)
{
    const cv::Rect place = before.place | after.place;
    if (place.empty())
        return {};
    Patch changed = grown(before, place);
    if (changed.mask.data == before.mask.data)
        changed.mask = changed.mask.clone();
    if (!after.place.empty()) {
        cv::Mat part = changed.mask(after.place - place.tl());
        cv::bitwise_xor(part, after.mask, part);
    }
    changed = trimmed(changed);
    return changed.place.empty() ? PackedMask() : pack(changed);
}

void toggle(const PackedMask &packed, cv::Mat &mask, cv::Point maskAt)
{
    if (mask.u && mask.u->refcount > 1)
        mask = mask.clone();
    const cv::Point offset = packed.place.tl() - maskAt;
    forEachPart(packed, [&](int row, int first, int last) {
        auto *pixels = mask.ptr<std::uint8_t>(row + offset.y) + offset.x;
        for (int column = first; column < last; ++column)
            pixels[column] = static_cast<std::uint8_t>(~pixels[column]);
    });
}

Patch trimmed(const Patch &patch)
{
    const cv::Rect box = patch.mask.empty() ? cv::Rect() : cv::boundingRect(patch.mask);
    if (box.empty())
        return {};
    if (box.size() == patch.mask.size())
        return patch;
    return {box + patch.place.tl(), patch.mask(box).clone()};
}

Patch cropped(const Patch &patch, cv::Rect place)
{
    place &= patch.place;
    if (place.empty())
        return {};
    return {place, patch.mask(place - patch.place.tl())};
}

Patch grown(const Patch &patch, cv::Rect place)
{
    const cv::Rect wanted = patch.place.empty() ? place : patch.place | place;
    if (wanted == patch.place)
        return patch;
    Patch larger{wanted, cv::Mat::zeros(wanted.size(), CV_8UC1)};
    if (!patch.place.empty())
        patch.mask.copyTo(larger.mask(patch.place - wanted.tl()));
    return larger;
}

} // namespace cf::annotation
