#include "core/dataset/check_dataset.h"
#include "core/dataset/open_dataset.h"
#include "core/dataset/sample_mask.h"
#include "core/imaging/image_file.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"

#include <cstdlib>
#include <opencv2/core.hpp>

using namespace cf::dataset;

namespace {

/// The developers' images beside the source tree; the counts below are those of their DATA.md.
std::filesystem::path dataFolder()
{
    const char *shared = std::getenv("CF_SHARED_DIR");
    return std::filesystem::path(shared != nullptr ? shared : CF_SOURCE_DIR "/../shared") / "data";
}

std::vector<std::size_t> counts(const Category &category)
{
    return {category.count(Split::Train, Label::Normal), category.count(Split::Test, Label::Normal),
            category.count(Split::Test, Label::Defect), category.maskCount()};
}

std::size_t countKind(const Category &category, const std::string &kind)
{
    const auto test = category.test();
    return static_cast<std::size_t>(std::count_if(
        test.begin(), test.end(), [&](const Sample &sample) { return sample.kind == kind; }));
}

} // namespace

class TstRealData : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void opensAllDatasetsAtOnce();
    void opensADatasetAndACategoryAlike();
    void findsNoDamageInTheFiles();
    void loadsMasksThatFit();
};

void TstRealData::initTestCase()
{
    if (!std::filesystem::exists(dataFolder() / "DATA.md"))
        QSKIP("NOT TESTED: the developers' images are absent (../shared/data, or CF_SHARED_DIR)");
}

void TstRealData::opensAllDatasetsAtOnce()
{
    OPEN_DATASET(dataset, dataFolder());
    QCOMPARE(dataset.format, std::string("mvtec-ad"));
    QCOMPARE(categoryNames(dataset),
             (std::vector<std::string>{"asphalt", "deep_pcb", "magnetic_tile", "solar_mono"}));
    QCOMPARE(counts(*dataset.find("asphalt")), (std::vector<std::size_t>{23, 10, 24, 24}));
    QCOMPARE(counts(*dataset.find("deep_pcb")), (std::vector<std::size_t>{80, 20, 40, 40}));
    QCOMPARE(counts(*dataset.find("magnetic_tile")), (std::vector<std::size_t>{240, 60, 164, 164}));
    QCOMPARE(counts(*dataset.find("solar_mono")), (std::vector<std::size_t>{30, 14, 16, 0}));
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstRealData::opensADatasetAndACategoryAlike()
{
    for (const char *place : {"magnetic_tile", "magnetic_tile/magnetic_tile"}) {
        OPEN_DATASET(dataset, dataFolder() / place);
        QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"magnetic_tile"}));
        const Category &tiles = dataset.categories[0];
        QCOMPARE(counts(tiles), (std::vector<std::size_t>{240, 60, 164, 164}));
        QCOMPARE(tiles.defectKinds(),
                 (std::vector<std::string>{"blowhole", "break", "crack", "fray", "uneven"}));
        QCOMPARE(countKind(tiles, "blowhole"), std::size_t{40});
        QCOMPARE(countKind(tiles, "break"), std::size_t{40});
        QCOMPARE(countKind(tiles, "crack"), std::size_t{28});
        QCOMPARE(countKind(tiles, "fray"), std::size_t{16});
        QCOMPARE(countKind(tiles, "uneven"), std::size_t{40});
    }
}

void TstRealData::findsNoDamageInTheFiles()
{
    cf::RunContext run;
    Dataset dataset = openDataset(dataFolder(), run).orThrow();
    checkDataset(dataset, run);
    QVERIFY(hasProblem(dataset, "data", "solar_mono has no masks"));
    QVERIFY2(dataset.problems.size() == 1, allProblems(dataset).c_str());
}

void TstRealData::loadsMasksThatFit()
{
    OPEN_DATASET(dataset, dataFolder() / "magnetic_tile");
    for (const Sample &sample : dataset.categories[0].test()) {
        const auto image = cf::imaging::loadBgr(sample.image);
        CF_VERIFY(image);
        const auto mask = loadSampleMask(sample, image->size());
        CF_VERIFY(mask);
        QCOMPARE(cv::countNonZero(*mask) >= 20, sample.label == Label::Defect);
    }
}

QTEST_GUILESS_MAIN(TstRealData)
#include "tst_real_data.moc"
