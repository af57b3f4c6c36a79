#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace cf::metrics::detail {

/// Whole numbers that sort as the scores do, highest score first. +0 and -0 are the same score.
inline std::uint32_t keyOfScore(float score)
{
    const auto bits = std::bit_cast<std::uint32_t>(score + 0.0F); // -0 + 0 = +0
    const std::uint32_t ascending = (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
    return ~ascending;
}

inline float scoreOfKey(std::uint32_t key)
{
    const std::uint32_t ascending = ~key;
    return std::bit_cast<float>((ascending & 0x80000000U) != 0 ? ascending & 0x7FFFFFFFU
                                                               : ~ascending);
}

/// Adds when the sum fits, else changes nothing.
template <class Unsigned>
bool addWithoutOverflow(Unsigned &sum, Unsigned term)
{
    if (term > std::numeric_limits<Unsigned>::max() - sum)
        return false;
    sum += term;
    return true;
}

/// Normal pixels of one score.
struct NormalPixels
{
    std::uint32_t key = 0;
    std::uint32_t count = 0;
    bool absorb(const NormalPixels &other) { return addWithoutOverflow(count, other.count); }
};

/// A whole region, as a sum of the shares of its pixels. Fixed point, because sums of doubles
/// depend on their order and the result must not depend on the order of the images.
constexpr int kShareBits = 52;
constexpr std::uint64_t kWholeRegion = std::uint64_t{1} << kShareBits;

/// Anomalous pixels of one score, with their shares (1 / area of their region, in units of 1 /
/// kWholeRegion).
struct AnomalousPixels
{
    std::uint32_t key = 0;
    std::uint32_t count = 0;
    std::uint64_t share = 0;
    bool absorb(const AnomalousPixels &other)
    {
        AnomalousPixels sum = *this;
        if (!addWithoutOverflow(sum.count, other.count) ||
            !addWithoutOverflow(sum.share, other.share))
            return false;
        *this = sum;
        return true;
    }
};

/// Deals out kWholeRegion to the pixels of a region so that the shares differ by at most one unit
/// and add up exactly.
class RegionShares
{
public:
    explicit RegionShares(std::uint32_t areaPx)
        : m_areaPx(areaPx), m_share(kWholeRegion / areaPx), m_remainder(kWholeRegion % areaPx)
    {
    }
    std::uint64_t next()
    {
        m_carried += m_remainder;
        if (m_carried < m_areaPx)
            return m_share;
        m_carried -= m_areaPx;
        return m_share + 1;
    }

private:
    std::uint64_t m_areaPx;
    std::uint64_t m_share;
    std::uint64_t m_remainder;
    std::uint64_t m_carried = 0;
};

/// Number of regions covered, exact however many there are.
class CoveredRegions
{
public:
    void add(std::uint64_t share)
    {
        m_whole += share >> kShareBits;
        m_part += share & (kWholeRegion - 1);
        m_whole += m_part >> kShareBits;
        m_part &= kWholeRegion - 1;
    }
    double value() const
    {
        return static_cast<double>(m_whole) +
               static_cast<double>(m_part) / static_cast<double>(kWholeRegion);
    }

private:
    std::uint64_t m_whole = 0;
    std::uint64_t m_part = 0;
};

} // namespace cf::metrics::detail
