#include "core/metrics/regions.h"

#include <array>
#include <cassert>

namespace cf::metrics {

namespace {

/// Union-find over provisional labels; the smaller label is always the root, so labels keep scan
/// order.
class LabelForest
{
public:
    std::uint32_t makeLabel()
    {
        m_parent.push_back(static_cast<std::uint32_t>(m_parent.size()));
        return m_parent.back();
    }

    std::uint32_t root(std::uint32_t label)
    {
        while (m_parent[label] != label) {
            m_parent[label] = m_parent[m_parent[label]];
            label = m_parent[label];
        }
        return label;
    }

    std::uint32_t unite(std::uint32_t a, std::uint32_t b)
    {
        a = root(a);
        b = root(b);
        if (a > b)
            std::swap(a, b);
        m_parent[b] = a;
        return a;
    }

    std::size_t size() const { return m_parent.size(); }

private:
    std::vector<std::uint32_t> m_parent{0}; // label 0 is the background
};

} // namespace

RegionLabels labelRegions(std::span<const std::uint8_t> mask, std::size_t widthPx)
{
    assert(widthPx > 0 && mask.size() % widthPx == 0); // the callers check what users can get wrong
    RegionLabels regions;
    regions.label.assign(mask.size(), 0);
    LabelForest forest;
    const std::size_t heightPx = mask.size() / widthPx;
    for (std::size_t y = 0; y < heightPx; ++y) {
        for (std::size_t x = 0; x < widthPx; ++x) {
            const std::size_t here = y * widthPx + x;
            if (mask[here] == 0)
                continue;
            // The four neighbours that the scan has already passed.
            const bool left = x > 0;
            const bool above = y > 0;
            const std::array<std::uint32_t, 4> neighbours = {
                left ? regions.label[here - 1] : 0,
                left && above ? regions.label[here - widthPx - 1] : 0,
                above ? regions.label[here - widthPx] : 0,
                above && x + 1 < widthPx ? regions.label[here - widthPx + 1] : 0,
            };
            std::uint32_t label = 0;
            for (const std::uint32_t neighbour : neighbours) {
                if (neighbour != 0 && neighbour != label)
                    label = label == 0 ? neighbour : forest.unite(label, neighbour);
            }
            regions.label[here] = label != 0 ? label : forest.makeLabel();
        }
    }

    std::vector<std::uint32_t> finalLabel(forest.size(), 0);
    for (std::uint32_t &label : regions.label) {
        if (label == 0)
            continue;
        std::uint32_t &number = finalLabel[forest.root(label)];
        if (number == 0) {
            regions.areaPx.push_back(0);
            number = static_cast<std::uint32_t>(regions.areaPx.size());
        }
        label = number;
        ++regions.areaPx[label - 1];
    }
    return regions;
}

} // namespace cf::metrics
