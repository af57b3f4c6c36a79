#include "core/synthesis/random.h"

#include <bit>
#include <cmath>
#include <numbers>

namespace cf::synthesis {

namespace {

std::uint64_t splitmix(std::uint64_t &state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

} // namespace

Random::Random(std::uint64_t seed, std::uint64_t step, std::uint64_t index)
{
    // Each number is mixed before the next is added, so (1, 2) and (2, 1) are strangers.
    std::uint64_t mixer = seed;
    mixer = splitmix(mixer) ^ step;
    mixer = splitmix(mixer) ^ index;
    for (auto &word : m_state)
        word = splitmix(mixer);
}

std::uint64_t Random::next()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

double Random::uniform()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double Random::logUniform(double low, double high)
{
    return low * std::exp(uniform() * std::log(high / low));
}

int Random::integer(int low, int high)
{
    if (high <= low)
        return low;
    return low + static_cast<int>(index(static_cast<std::size_t>(high - low) + 1));
}

std::size_t Random::index(std::size_t count)
{
    return static_cast<std::size_t>(uniform() * static_cast<double>(count));
}

double Random::normal(double mean, double deviation)
{
    // Box and Muller; the second number is thrown away so that the state is only m_state.
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return mean + deviation * radius * std::cos(2.0 * std::numbers::pi * uniform());
}

std::size_t Random::weighted(std::span<const double> weights)
{
    double total = 0.0;
    for (const double weight : weights)
        total += weight;
    double left = uniform() * total;
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0.0)
            continue;
        last = i;
        if (left < weights[i])
            return i;
        left -= weights[i];
    }
    return last;
}

cv::Mat whiteNoise(cv::Size size, Random &random)
{
    constexpr double kMean = 8 * 127.5;
    static const float scale = static_cast<float>(1.0 / std::sqrt(8.0 * (65536.0 - 1.0) / 12.0));
    constexpr std::uint64_t kEven = 0x00FF00FF00FF00FFULL;
    cv::Mat noise(size, CV_32FC1);
    for (int y = 0; y < noise.rows; ++y) {
        auto *row = noise.ptr<float>(y);
        for (int x = 0; x < noise.cols; ++x) {
            const std::uint64_t bits = random.next();
            // Four sums of two bytes side by side, then all four in the highest 16 bits.
            const std::uint64_t pairs = (bits & kEven) + ((bits >> 8) & kEven);
            const auto sum = static_cast<double>((pairs * 0x0001000100010001ULL) >> 48);
            row[x] = static_cast<float>(sum - kMean) * scale;
        }
    }
    return noise;
}

} // namespace cf::synthesis
