#include "core/engine/detail/losses.h"
#include "tests/engine/random_tensors.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace cf::engine::detail;

namespace {

/// A small batch in double: one image with a defect, one without.
struct Batch
{
    torch::Tensor logits = randomTensor(1, {2, 2, 6, 6}, torch::kFloat64);
    torch::Tensor classLogits = 0.3 * randomTensor(2, {2, 3}, torch::kFloat64);
    torch::Tensor mask = torch::zeros({2, 1, 12, 12}, torch::kFloat64);
    torch::Tensor labels = torch::tensor({0, 2}, torch::kInt64);

    Batch()
    {
        mask.index_put_({0, 0, torch::indexing::Slice(3, 8), torch::indexing::Slice(2, 6)}, 1.0);
        // The first image is classified right, the second wrong, both by a clear margin.
        classLogits[0][0] += 1.0;
        classLogits[1][1] += 1.0;
    }
    torch::Tensor total(const LossOptions &options) const
    {
        return filterLoss(logits, classLogits, mask, labels, options).total;
    }
};

/// The worst difference between a gradient and central differences of the value, over some
/// elements.
double gradientError(const std::function<torch::Tensor()> &value, const torch::Tensor &variable)
{
    constexpr double kStep = 1e-6;
    auto leaf = variable;
    leaf.requires_grad_();
    value().backward();
    const auto gradient = leaf.grad().flatten().clone();
    torch::NoGradGuard noGrad;
    auto flat = leaf.detach().view({-1});
    double worst = 0.0;
    for (std::int64_t i = 0; i < flat.numel(); i += 5) {
        const double original = flat[i].item<double>();
        flat[i] = original + kStep;
        const double above = value().item<double>();
        flat[i] = original - kStep;
        const double below = value().item<double>();
        flat[i] = original;
        worst =
            std::max(worst, std::abs((above - below) / (2.0 * kStep) - gradient[i].item<double>()));
    }
    return worst;
}

/// Options that leave one term.
LossOptions only(double LossOptions::*term)
{
    LossOptions options;
    options.focal = options.ssim = options.mse = options.softIou = options.crossEntropy = 0.0;
    options.*term = 1.0;
    return options;
}

} // namespace

class TstLosses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasTheGradientOfItsValue_data();
    void hasTheGradientOfItsValue();
    void sendsAGradientIntoTheClassesOnlyAsPublished();
    void choosesGammaAsThePaperSays();
    void choosesGammaAsPublished();
    void focusesLessOnWhatIsRightAlready();
    void isFiniteForCertainPixels();
    void countsASoftEdgeAsNormalInTheFocalTerm();
    void hasNoStructuralLossForTheMaskItself();
    void isSymmetricInItsStructuralTerm();
    void hasNoOverlapLossForTheMaskItself();
    void weighsItsTermsAsAsked();
    void enlargesProbabilitiesToTheMask();
};

void TstLosses::hasTheGradientOfItsValue_data()
{
    QTest::addColumn<int>("term");
    QTest::newRow("focal") << 0;
    QTest::newRow("ssim") << 1;
    QTest::newRow("mse") << 2;
    QTest::newRow("soft IoU") << 3;
    QTest::newRow("cross entropy") << 4;
    QTest::newRow("published sum") << 5;
}

void TstLosses::hasTheGradientOfItsValue()
{
    QFETCH(int, term);
    const LossOptions options[] = {only(&LossOptions::focal),        only(&LossOptions::ssim),
                                   only(&LossOptions::mse),          only(&LossOptions::softIou),
                                   only(&LossOptions::crossEntropy), LossOptions::published({})};
    const Batch batch;
    const auto value = [&] { return batch.total(options[term]); };
    const bool ofPixels = term != 4;
    const bool ofClasses = term == 4 || term == 5; // gamma of the paper is not differentiated
    if (ofPixels)
        QVERIFY(gradientError(value, batch.logits) < 1e-8);
    if (ofClasses)
        QVERIFY(gradientError(value, batch.classLogits) < 1e-8);
}

void TstLosses::sendsAGradientIntoTheClassesOnlyAsPublished()
{
    Batch batch;
    batch.classLogits.requires_grad_();
    auto options = only(&LossOptions::focal);
    batch.logits.requires_grad_();
    batch.total(options).backward();
    QVERIFY(!batch.classLogits.grad().defined() ||
            batch.classLogits.grad().abs().max().item<double>() == 0.0);
    options.gamma = GammaRule::Published;
    batch.total(options).backward();
    const auto gradient = batch.classLogits.grad().abs();
    QVERIFY(gradient[0].max().item<double>() > 0.0);
    QCOMPARE(gradient[1].max().item<double>(), 0.0); // wrong: gamma is a constant
}

void TstLosses::choosesGammaAsThePaperSays()
{
    const auto logits = torch::tensor({{0.0F, 2.0F}, {0.0F, 2.0F}});
    const auto gamma = focalGamma(logits, torch::tensor({1, 0}, torch::kInt64), LossOptions());
    const auto expected = torch::tensor({3.0F - 1.0F / (1.0F + std::exp(-2.0F)), 3.0F});
    QVERIFY(maxDifference(gamma, expected) < 1e-6);
}

void TstLosses::choosesGammaAsPublished()
{
    // Right; right and sure; right in a difficult class; wrong.
    const auto logits = torch::tensor(
        {{0.5F, 0.0F, 0.0F}, {9.0F, 0.0F, 0.0F}, {0.0F, 0.0F, 0.5F}, {0.5F, 0.0F, 0.0F}});
    const auto labels = torch::tensor({0, 0, 2, 1}, torch::kInt64);
    const auto gamma = focalGamma(logits, labels, LossOptions::published({2}));
    QVERIFY(maxDifference(gamma, torch::tensor({2.5F, 1.5F, 3.5F, 3.5F})) < 1e-6);
}

void TstLosses::focusesLessOnWhatIsRightAlready()
{
    const auto loss = [](float p) {
        const auto probability = torch::tensor({1.0F - p, p}).view({1, 2, 1, 1});
        return focalPerImage(probability, torch::ones({1, 1, 1, 1}), torch::tensor({2.0F}))
            .item<double>();
    };
    // -(1 - p)^2 log p, up to the smoothing of 1e-5.
    QVERIFY(std::abs(loss(0.9F) + 0.01 * std::log(0.9)) < 1e-5);
    QVERIFY(std::abs(loss(0.2F) + 0.64 * std::log(0.2)) < 1e-3);
    QVERIFY(loss(0.2F) > 900.0 * loss(0.9F));
}

void TstLosses::isFiniteForCertainPixels()
{
    auto logits = torch::tensor({-80.0F, 80.0F}).view({1, 2, 1, 1}).repeat({2, 1, 4, 4});
    logits.requires_grad_();
    auto mask = torch::zeros({2, 1, 4, 4});
    mask[0].fill_(1.0);
    const auto classLogits = torch::tensor({{50.0F, -50.0F}, {50.0F, -50.0F}});
    const auto labels = torch::tensor({0, 1}, torch::kInt64);
    const auto terms = filterLoss(logits, classLogits, mask, labels, LossOptions::published({}));
    terms.total.backward();
    QVERIFY(torch::isfinite(terms.total).item<bool>());
    QVERIFY(torch::isfinite(logits.grad()).all().item<bool>());
}

void TstLosses::countsASoftEdgeAsNormalInTheFocalTerm()
{
    const auto probability = torch::tensor({0.7F, 0.3F}).view({1, 2, 1, 1});
    const auto gamma = torch::tensor({2.0F});
    const auto at = [&](float mask) {
        return focalPerImage(probability, torch::full({1, 1, 1, 1}, mask), gamma).item<double>();
    };
    QCOMPARE(at(0.99F), at(0.0F));
    QVERIFY(at(1.0F) > at(0.0F));
}

void TstLosses::hasNoStructuralLossForTheMaskItself()
{
    const auto image = randomUnit(3, {2, 1, 20, 20}, torch::kFloat64);
    QVERIFY(ssimPerImage(image, image).abs().max().item<double>() < 1e-12);
    const auto inverted = ssimPerImage(image, 1.0 - image);
    QVERIFY(inverted.min().item<double>() > 0.5);
}

void TstLosses::isSymmetricInItsStructuralTerm()
{
    const auto a = randomUnit(4, {1, 1, 20, 20}, torch::kFloat64);
    const auto b = randomUnit(5, {1, 1, 20, 20}, torch::kFloat64);
    QVERIFY(maxDifference(ssimPerImage(a, b), ssimPerImage(b, a)) < 1e-12);
    // The same pictures mirrored: the window looks alike from all sides.
    QVERIFY(maxDifference(ssimPerImage(a, b), ssimPerImage(a.flip(3), b.flip(3))) < 1e-12);
    QVERIFY(maxDifference(ssimPerImage(a, b), ssimPerImage(a.transpose(2, 3), b.transpose(2, 3))) <
            1e-12);
}

void TstLosses::hasNoOverlapLossForTheMaskItself()
{
    const Batch batch;
    QCOMPARE(softIou(batch.mask, batch.mask).item<double>(), 0.0);
    // 20 pixels set, none found: 1 - (0 + 1) / (20 + 1).
    QCOMPARE(softIou(torch::zeros_like(batch.mask), batch.mask).item<double>(), 1.0 - 1.0 / 21.0);
}

void TstLosses::weighsItsTermsAsAsked()
{
    const Batch batch;
    LossOptions options;
    options.focal = 2.0;
    options.ssim = 3.0;
    options.mse = 5.0;
    options.softIou = 7.0;
    options.crossEntropy = 11.0;
    const auto terms =
        filterLoss(batch.logits, batch.classLogits, batch.mask, batch.labels, options);
    const auto sum = 2.0 * terms.focal + 3.0 * terms.ssim + 5.0 * terms.mse + 7.0 * terms.softIou +
                     11.0 * terms.crossEntropy;
    QVERIFY(maxDifference(terms.total, sum) < 1e-12);
    for (const auto &term : {terms.focal, terms.ssim, terms.mse, terms.softIou, terms.crossEntropy})
        QVERIFY(term.item<double>() > 0.0);
}

void TstLosses::enlargesProbabilitiesToTheMask()
{
    const Batch batch;
    const auto probability = torch::nn::functional::interpolate(
        torch::softmax(batch.logits, 1), torch::nn::functional::InterpolateFuncOptions()
                                             .size(std::vector<std::int64_t>{12, 12})
                                             .mode(torch::kBilinear)
                                             .align_corners(true));
    const auto expected = (probability.narrow(1, 1, 1) - batch.mask).square().mean();
    QVERIFY(maxDifference(batch.total(only(&LossOptions::mse)), expected) < 1e-12);
}

QTEST_GUILESS_MAIN(TstLosses)
#include "tst_losses.moc"
