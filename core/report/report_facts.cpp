#include "core/report/report_facts.h"

#include "core/report/markup.h"

namespace cf::report {

std::vector<std::pair<std::string, std::string>> reportFacts(const ReportData &data)
{
    std::vector<std::pair<std::string, std::string>> facts;
    const auto add = [&](const char *name, const std::string &value) {
        if (!value.empty())
            facts.emplace_back(name, value);
    };
    add("Run", data.runId);
    add("Dataset", data.dataset);
    add("Created", data.created);
    if (data.pictures)
        add("Pictures", std::to_string(*data.pictures));
    if (data.leftOut > 0)
        add("Left out", std::to_string(data.leftOut) +
                            (data.leftOut == 1 ? " picture that was" : " pictures that were") +
                            " learned from after a review");
    if (data.lambda)
        add("Fusion weight λ", fixedNumber(*data.lambda, 2));
    if (data.secondsPerImage)
        add("Time per image", fixedNumber(*data.secondsPerImage * 1000.0, 1) + " ms");
    for (const auto &[name, value] : data.facts)
        add(name.c_str(), value);
    return facts;
}

bool showsMetrics(const ReportData &data)
{
    return !data.pictures && data.tables.empty();
}

std::string sampleTitle(const SampleRow &row)
{
    return row.kind.empty() ? row.category : row.category + " · " + row.kind;
}

} // namespace cf::report
