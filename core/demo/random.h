#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string_view>

namespace cf::demo {

/// Every input bit reaches every output bit; a counter through it is a stream of random numbers
/// (SplitMix64).
std::uint64_t mixedBits(std::uint64_t x);

/// A seed for one named stream of random numbers, so that no stream depends on how much another one
/// drew.
std::uint64_t streamSeed(std::uint64_t seed, std::initializer_list<std::string_view> names,
                         std::uint64_t index = 0);

/// Random numbers that are the same with every standard library: only the engine is std's, its
/// output being laid down by the standard; the std distributions are not.
class Random
{
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}

    std::uint64_t bits() { return m_engine(); }
    /// In [0, 1).
    double uniform() { return static_cast<double>(m_engine() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Mean 0, standard deviation 1.
    double normal();
    /// In 0 .. count-1; count must be positive.
    int integer(int count) { return static_cast<int>(uniform() * count); }
    bool chance(double probability) { return uniform() < probability; }
    double sign() { return chance(0.5) ? 1.0 : -1.0; }

private:
    std::mt19937_64 m_engine;
};

} // namespace cf::demo
