#include "core/workflow/category_metrics.h"

#include <array>

namespace cf::workflow {

namespace {

struct NamedField
{
    const char *name;
    Figure MetricSet::*field;
};

constexpr std::array<NamedField, 7> kFields = {{{"image_auroc", &MetricSet::imageAuroc},
                                                {"image_ap", &MetricSet::imageAp},
                                                {"image_f1max", &MetricSet::imageF1max},
                                                {"pixel_auroc", &MetricSet::pixelAuroc},
                                                {"pixel_ap", &MetricSet::pixelAp},
                                                {"pixel_f1max", &MetricSet::pixelF1max},
                                                {"au_pro", &MetricSet::auPro}}};

} // namespace

std::vector<std::pair<std::string, const Figure *>> MetricSet::named() const
{
    std::vector<std::pair<std::string, const Figure *>> figures;
    for (const auto &entry : kFields)
        figures.emplace_back(entry.name, &(this->*entry.field));
    return figures;
}

bool setFigure(MetricSet &metrics, const std::string &name, Figure figure)
{
    for (const auto &entry : kFields) {
        if (name == entry.name) {
            metrics.*entry.field = std::move(figure);
            return true;
        }
    }
    return false;
}

CategoryMetrics meanOver(const std::vector<CategoryMetrics> &categories)
{
    CategoryMetrics mean;
    mean.name = "mean";
    for (const auto &category : categories)
        for (const auto &[method, metrics] : category.methods)
            mean.methods.try_emplace(method);
    for (auto &[method, result] : mean.methods) {
        for (const auto &entry : kFields) {
            double sum = 0.0;
            int defined = 0;
            for (const auto &category : categories) {
                const auto found = category.methods.find(method);
                if (found == category.methods.end() || !(found->second.*entry.field).value)
                    continue;
                sum += *(found->second.*entry.field).value;
                ++defined;
            }
            if (defined > 0)
                (result.*entry.field).value = sum / defined;
            else
                (result.*entry.field).reason = "it is defined in no category";
        }
    }
    return mean;
}

} // namespace cf::workflow
