#include "core/metrics/agreement.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace cf::metrics {

namespace {

std::uint64_t countOf(const RatingTable &table)
{
    return std::accumulate(table.counts.begin(), table.counts.end(), std::uint64_t{0});
}

/// The table as shares; letters as in Fleiss, Cohen and Everitt.
struct Shares
{
    explicit Shares(const RatingTable &table)
        : classCount(table.classCount), rows(table.classCount), columns(table.classCount)
    {
        n = static_cast<double>(countOf(table));
        for (std::size_t i = 0; i < classCount; ++i) {
            for (std::size_t j = 0; j < classCount; ++j) {
                const double p = static_cast<double>(table.counts[i * classCount + j]) / n;
                cells.push_back(p);
                rows[i] += p;
                columns[j] += p;
            }
            observed += cells[i * classCount + i];
        }
        for (std::size_t i = 0; i < classCount; ++i)
            expected += rows[i] * columns[i];
    }

    std::size_t classCount;
    double n = 0;
    std::vector<double> cells, rows, columns;
    double observed = 0; // p_o
    double expected = 0; // p_e
};

/// Not where both used one and the same class only, which makes p_e 1.
bool isDefined(const RatingTable &table)
{
    const std::uint64_t count = countOf(table);
    for (std::size_t i = 0; i < table.classCount; ++i)
        if (table.counts[i * (table.classCount + 1)] == count)
            return false;
    return true;
}

double kappaOf(const Shares &shares)
{
    return (shares.observed - shares.expected) / (1 - shares.expected);
}

double standardErrorOf(const Shares &shares, double kappa)
{
    double diagonal = 0;
    double others = 0;
    for (std::size_t i = 0; i < shares.classCount; ++i) {
        for (std::size_t j = 0; j < shares.classCount; ++j) {
            const double p = shares.cells[i * shares.classCount + j];
            if (i == j)
                diagonal += p * std::pow(1 - (shares.rows[i] + shares.columns[i]) * (1 - kappa), 2);
            else
                others += p * std::pow(shares.columns[i] + shares.rows[j], 2);
        }
    }
    const double variance = diagonal + std::pow(1 - kappa, 2) * others -
                            std::pow(kappa - shares.expected * (1 - kappa), 2);
    // Full agreement gives 0 but for rounding.
    return std::sqrt(std::max(0.0, variance) / shares.n) / (1 - shares.expected);
}

OrUndefined<Interval> bootstrapOf(const RatingTable &table, std::uint64_t count,
                                  const BootstrapOptions &options)
{
    std::vector<std::size_t> cellOf; // of each thing rated
    for (std::size_t cell = 0; cell < table.counts.size(); ++cell)
        cellOf.insert(cellOf.end(), table.counts[cell], cell);
    std::mt19937_64 random(options.seed);
    std::vector<double> kappas;
    RatingTable drawn = table;
    for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
        std::fill(drawn.counts.begin(), drawn.counts.end(), 0);
        for (std::uint64_t i = 0; i < count; ++i)
            ++drawn.counts[cellOf[detail::drawBelow(random, cellOf.size())]];
        if (isDefined(drawn))
            kappas.push_back(kappaOf(Shares(drawn)));
    }
    if (kappas.empty())
        return OrUndefined<Interval>::undefined("too few images were rated");
    return OrUndefined<Interval>::of(
        detail::percentileInterval(std::move(kappas), options.confidence));
}

} // namespace

Result<Agreement> cohensKappa(const RatingTable &table, const BootstrapOptions &options)
{
    CF_RETURN_IF_ERROR(detail::checkConfidence(options.confidence));
    if (options.replicates == 0)
        return Error::make(ErrorCode::BadUsage, "A bootstrap needs at least one replicate");
    if (table.classCount == 0 || table.counts.size() != table.classCount * table.classCount)
        return Error::make(ErrorCode::BadUsage,
                           "A table of " + std::to_string(table.counts.size()) +
                               " counts does not fit " + std::to_string(table.classCount) +
                               " classes of two raters");
    Agreement agreement;
    const auto undefined = [&agreement](const std::string &reason) {
        agreement.kappa = agreement.standardError = Metric::undefined(reason);
        agreement.interval = agreement.bootstrap = OrUndefined<Interval>::undefined(reason);
    };
    agreement.count = countOf(table);
    if (agreement.count == 0) {
        undefined("no image was rated by both");
        agreement.observed = agreement.expected = agreement.kappa;
        return agreement;
    }
    const Shares shares(table);
    agreement.observed = Metric::of(shares.observed);
    agreement.expected = Metric::of(shares.expected);
    if (!isDefined(table)) {
        undefined("both gave the same one verdict to every image");
        return agreement;
    }
    const double kappa = kappaOf(shares);
    const double standardError = standardErrorOf(shares, kappa);
    const double half = detail::normalQuantile(options.confidence) * standardError;
    agreement.kappa = Metric::of(kappa);
    agreement.standardError = Metric::of(standardError);
    agreement.interval =
        OrUndefined<Interval>::of({std::max(-1.0, kappa - half), std::min(1.0, kappa + half)});
    agreement.bootstrap = bootstrapOf(table, agreement.count, options);
    return agreement;
}

} // namespace cf::metrics
