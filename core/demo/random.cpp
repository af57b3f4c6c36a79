#include "core/demo/random.h"

#include <cmath>
#include <numbers>

namespace cf::demo {

std::uint64_t mixedBits(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

std::uint64_t streamSeed(std::uint64_t seed, std::initializer_list<std::string_view> names,
                         std::uint64_t index)
{
    std::uint64_t state = mixedBits(seed);
    for (const std::string_view name : names) {
        for (const char c : name)
            state = mixedBits(state ^ static_cast<unsigned char>(c));
        state = mixedBits(state ^ 0x100); // "ab" + "c" is not "a" + "bc"
    }
    return mixedBits(state ^ index);
}

double Random::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

} // namespace cf::demo
