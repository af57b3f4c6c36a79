#include "core/engine/detail/compact_filter.h"
#include "core/engine/detail/compact_loss.h"
#include "core/engine/detail/train_profile.h"

#include <QTest>
#include <torch/torch.h>

using namespace cf::engine;
using namespace cf::engine::detail;

namespace {

FilterConfig smallConfig()
{
    FilterConfig config;
    config.matches = 9;
    config.layers = 3;
    config.width = 8;
    config.classes = 2;
    config.featureChannels = {5, 7};
    return config;
}

struct Inputs
{
    torch::Tensor volume = torch::rand({2, 9, 3, 16, 16});
    std::vector<torch::Tensor> guidance = {torch::rand({2, 5, 16, 16}),
                                           torch::rand({2, 7, 16, 16})};
    torch::Tensor initialMap = torch::rand({2, 3, 16, 16});
    torch::Tensor baseline = torch::randn({2, 32, 32});
};

} // namespace

class TstCompactFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { torch::manual_seed(11); }
    void startsAtTheBaselineMap();
    void recordsEveryAttentionBlockInTheSamePass();
    void learnsToTellTwoPatternsApart();
    void theRateRisesThenFalls();
};

void TstCompactFilter::startsAtTheBaselineMap()
{
    CompactFilter filter(smallConfig());
    filter->eval();
    const Inputs in;
    const auto output = filter(in.volume, in.guidance, in.initialMap, in.baseline);
    QCOMPARE(output.logits.sizes(), (c10::IntArrayRef{2, 2, 32, 32}));
    QCOMPARE(output.classLogits.sizes(), (c10::IntArrayRef{2, 2}));
    const auto logit = output.logits.select(1, 1) - output.logits.select(1, 0);
    QVERIFY(
        torch::allclose(logit, torch::softplus(torch::ones({})) * in.baseline - 3.0, 1e-4, 1e-5));
}

void TstCompactFilter::recordsEveryAttentionBlockInTheSamePass()
{
    CompactFilter filter(smallConfig());
    filter->eval();
    const Inputs in;
    AttentionRecorder recorder;
    const auto recorded = filter(in.volume, in.guidance, in.initialMap, in.baseline, &recorder);
    const auto plain = filter(in.volume, in.guidance, in.initialMap, in.baseline);
    QVERIFY(torch::equal(recorded.logits, plain.logits));
    QCOMPARE(recorder.records().size(), std::size_t{5});
    for (const auto &record : recorder.records()) {
        QVERIFY(record.channelWeight.min().item<float>() >= 0.0F);
        QVERIFY(record.channelWeight.max().item<float>() <= 1.0F);
        QCOMPARE(record.attended.size(1), record.channelWeight.size(1));
    }
}

void TstCompactFilter::learnsToTellTwoPatternsApart()
{
    CompactFilter filter(smallConfig());
    Inputs in;
    auto target = torch::zeros({2, 32, 32});
    target.slice(1, 8, 16).slice(2, 8, 16).fill_(1.0);
    in.volume.slice(3, 4, 8).slice(4, 4, 8).add_(1.0);
    torch::optim::AdamW optimiser(filter->parameters(), torch::optim::AdamWOptions(1e-2));
    const auto labels = torch::tensor({0, 1}, torch::kInt64);
    double first = 0.0;
    double last = 0.0;
    for (int step = 0; step < 60; ++step) {
        optimiser.zero_grad();
        const auto output = filter(in.volume, in.guidance, in.initialMap, in.baseline);
        const auto loss = compactLoss(output.logits.select(1, 1), target, torch::ones({2}),
                                      output.classLogits, labels, CompactLossOptions());
        loss.total.backward();
        optimiser.step();
        last = loss.total.item<double>();
        if (step == 0)
            first = last;
    }
    QVERIFY2(last < 0.5 * first, qPrintable(QString::number(last)));
}

void TstCompactFilter::theRateRisesThenFalls()
{
    QVERIFY(oneCycleRate(1.0, 0, 100) < 0.05);
    QCOMPARE(oneCycleRate(1.0, 10, 100), 1.0);
    QVERIFY(oneCycleRate(1.0, 5, 100) < oneCycleRate(1.0, 9, 100));
    QVERIFY(oneCycleRate(1.0, 99, 100) < 0.01);
}

QTEST_GUILESS_MAIN(TstCompactFilter)
#include "tst_compact_filter.moc"
