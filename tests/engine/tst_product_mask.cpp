#include "core/engine/detail/product_mask.h"
#include "tests/engine/random_tensors.h"

#include <QTest>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/torch.h>

using namespace cf::engine::detail;

namespace {

constexpr std::int64_t kGrid = 20;

/// True within a square in the middle.
torch::Tensor square(std::int64_t side)
{
    auto mask = torch::zeros({kGrid, kGrid}, torch::kBool);
    const auto low = (kGrid - side) / 2;
    mask.slice(0, low, low + side).slice(1, low, low + side).fill_(true);
    return mask;
}

/// Features [P, 12] that differ between product and ground in one direction, and are noisy in all.
torch::Tensor featuresOf(const torch::Tensor &product, double sign)
{
    auto features = 0.3 * randomTensor(4, {kGrid * kGrid, 12});
    const auto direction = randomTensor(5, {12});
    return features + sign * 3.0 * product.view({-1, 1}).to(torch::kFloat32) * direction;
}

torch::Tensor maskOf(const torch::Tensor &features)
{
    return productMask(features, kGrid).view({kGrid, kGrid});
}

BankImage normal(const cv::Mat &picture)
{
    BankImage image;
    cv::imencode(".png", picture, image.png);
    return image;
}

} // namespace

class TstProductMask : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTheProductWhateverTheSignOfTheComponent_data();
    void isTheProductWhateverTheSignOfTheComponent();
    void closesSmallHoles();
    void isEverythingWhereNothingStandsOut();
    void theMaskingTestWantsAWholeProduct();
};

void TstProductMask::isTheProductWhateverTheSignOfTheComponent_data()
{
    QTest::addColumn<double>("sign");
    QTest::newRow("product above") << 1.0;
    QTest::newRow("product below") << -1.0;
}

void TstProductMask::isTheProductWhateverTheSignOfTheComponent()
{
    QFETCH(const double, sign);
    const auto mask = maskOf(featuresOf(square(10), sign));
    QVERIFY(mask.masked_select(square(10)).all().item<bool>());
    // Widened by one patch on each side, and by no more.
    QVERIFY(torch::equal(mask, square(12)));
}

void TstProductMask::closesSmallHoles()
{
    auto product = square(10);
    product[9][9] = false;
    QVERIFY(maskOf(featuresOf(product, 1.0))[9][9].item<bool>());
}

void TstProductMask::isEverythingWhereNothingStandsOut()
{
    QVERIFY(maskOf(torch::ones({kGrid * kGrid, 12})).all().item<bool>());
}

void TstProductMask::theMaskingTestWantsAWholeProduct()
{
    cv::Mat picture(200, 200, CV_8UC3, cv::Scalar::all(30));
    cv::rectangle(picture, cv::Rect(50, 50, 100, 100), cv::Scalar::all(200), cv::FILLED);
    const auto tested = [&](const cv::Mat &shown, const torch::Tensor &product) {
        const auto layer = featuresOf(product, 1.0).t().reshape({1, 12, kGrid, kGrid});
        const auto bank = NormalBank::fromFeatures({normal(shown)}, {layer});
        return passesMaskingTest(bank, layer, {0});
    };
    QVERIFY(tested(picture, square(10)));
    auto half = square(10);
    half.slice(0, 0, 10).fill_(false); // the features see the lower half of the product alone
    QVERIFY(!tested(picture, half));
    cv::Mat texture(200, 200, CV_8UC3);
    cv::RNG(3).fill(texture, cv::RNG::UNIFORM, 0, 255);
    QVERIFY(!tested(texture, square(10))); // no ground, so nothing to leave out
}

QTEST_GUILESS_MAIN(TstProductMask)
#include "tst_product_mask.moc"
