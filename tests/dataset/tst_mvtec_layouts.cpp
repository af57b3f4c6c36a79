#include "core/dataset/open_dataset.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"

using namespace cf::dataset;

namespace {

std::vector<std::string> imageNames(const std::vector<Sample> &samples)
{
    std::vector<std::string> names;
    for (const Sample &sample : samples)
        names.push_back(sample.kind + "/" + sample.image.filename().string());
    return names;
}

} // namespace

class TstMvtecLayouts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAFolderOfCategories();
    void readsOneCategory();
    void readsCategoriesOneLevelDeeper();
    void namesTwoOfTheSameNameByTheirParent();
    void sortsNaturally();
    void findsMasksOfOtherExtensionsAndNames();
    void ignoresWhatSystemsLeaveBehind();
    void reportsWhatIsNoImage();
    void takesLooseImages();
    void leavesDefectsOutOfTraining();
    void reportsMasksWithoutImages();
    void reportsAnEmptyFolderAmongCategories();
    void understandsAnyCaseOfLetters();
    void readsMvtecAd2();
    void readsMvtecLoco();
    void readsBtad();
    void readsMpdd();
    void readsTheConvertedFormOfVisa();
};

void TstMvtecLayouts::readsAFolderOfCategories()
{
    DatasetFolder folder;
    folder.mvtecCategory("cable");
    folder.mvtecCategory("bottle");
    folder.text("license.txt", "read me");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.format, std::string("mvtec-ad"));
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"bottle", "cable"}));
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
    const Category &bottle = dataset.categories[0];
    QCOMPARE(bottle.trainNormals().size(), std::size_t{4});
    QCOMPARE(bottle.count(Split::Test, Label::Normal), std::size_t{2});
    QCOMPARE(bottle.count(Split::Test, Label::Defect), std::size_t{2});
    QCOMPARE(bottle.maskCount(), std::size_t{2});
    QCOMPARE(bottle.defectKinds(), (std::vector<std::string>{"scratch"}));
    QCOMPARE(imageNames(bottle.test()),
             (std::vector<std::string>{"good/000.png", "good/001.png", "scratch/000.png",
                                       "scratch/001.png"}));
    QCOMPARE(*bottle.test()[2].mask, folder.path("bottle/ground_truth/scratch/000_mask.png"));
    QVERIFY(!bottle.test()[0].mask);
    QVERIFY(dataset.find("cable") == &dataset.categories[1]);
    QVERIFY(dataset.find("zipper") == nullptr);
}

void TstMvtecLayouts::readsOneCategory()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    OPEN_DATASET(dataset, folder.path("bottle"));
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"bottle"}));
    QCOMPARE(dataset.categories[0].samples.size(), std::size_t{8});
}

void TstMvtecLayouts::readsCategoriesOneLevelDeeper()
{
    DatasetFolder folder;
    folder.mvtecCategory("tiles/ceramic");
    folder.mvtecCategory("boards/pcb");
    folder.mvtecCategory("direct");
    folder.text("README.md", "about");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"ceramic", "direct", "pcb"}));
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstMvtecLayouts::namesTwoOfTheSameNameByTheirParent()
{
    DatasetFolder folder;
    folder.mvtecCategory("north/tile");
    folder.mvtecCategory("south/tile");
    folder.mvtecCategory("south/cable");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(categoryNames(dataset),
             (std::vector<std::string>{"cable", "north/tile", "south/tile"}));
}

void TstMvtecLayouts::sortsNaturally()
{
    DatasetFolder folder;
    for (const char *stem : {"10", "9", "1", "100", "2"})
        folder.image(std::string("c/train/good/") + stem + ".png");
    folder.image("c/test/kind10/1.png");
    folder.image("c/test/kind9/1.png");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(imageNames(dataset.categories[0].samples),
             (std::vector<std::string>{"good/1.png", "good/2.png", "good/9.png", "good/10.png",
                                       "good/100.png", "kind9/1.png", "kind10/1.png"}));
}

void TstMvtecLayouts::findsMasksOfOtherExtensionsAndNames()
{
    DatasetFolder folder;
    folder.image("c/train/good/000.jpg");
    folder.image("c/test/dent/000.JPG");
    folder.mask("c/ground_truth/dent/000_mask.PNG");
    folder.image("c/test/dent/001.jpeg");
    folder.mask("c/ground_truth/dent/001.bmp");
    folder.image("c/test/dent/002.TIF");
    folder.mask("c/ground_truth/dent/002_label.tiff");
    folder.image("c/test/dent/003.v2.png");
    folder.mask("c/ground_truth/dent/003.v2_mask.png");
    folder.image("c/test/dent/004.png");
    folder.mask("c/test/dent/004_mask.png"); // beside its image
    folder.image("c/test/dent/005.png");     // has none
    OPEN_DATASET(dataset, folder.path());
    const auto test = dataset.categories[0].test();
    QCOMPARE(test.size(), std::size_t{6});
    for (std::size_t i = 0; i < 5; ++i)
        QVERIFY(test[i].mask.has_value());
    QVERIFY(!test[5].mask);
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstMvtecLayouts::ignoresWhatSystemsLeaveBehind()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    for (const char *name : {"Thumbs.db", "thumbs.DB", "desktop.ini", ".DS_Store", "._000.png"}) {
        folder.text(std::string("bottle/train/good/") + name, "rubbish");
        folder.text(std::string("bottle/ground_truth/scratch/") + name, "rubbish");
    }
    folder.image("bottle/test/.hidden/000.png");
    folder.image("__MACOSX/bottle/train/good/000.png");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories.size(), std::size_t{1});
    QCOMPARE(dataset.categories[0].samples.size(), std::size_t{8});
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstMvtecLayouts::reportsWhatIsNoImage()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    folder.text("bottle/train/good/notes.txt", "about these");
    folder.image("bottle/test/scratch/deeper/000.png");
    OPEN_DATASET(dataset, folder.path());
    QVERIFY(hasProblem(dataset, "notes.txt", "not an image"));
    QVERIFY(hasProblem(dataset, "scratch/deeper", "left out"));
    QCOMPARE(dataset.problems.size(), std::size_t{2});
}

void TstMvtecLayouts::takesLooseImages()
{
    DatasetFolder folder;
    folder.image("c/train/000.png");
    folder.image("c/train/001.png");
    folder.image("c/test/000.png");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories[0].trainNormals().size(), std::size_t{2});
    const auto test = dataset.categories[0].test();
    QCOMPARE(test.size(), std::size_t{1});
    QCOMPARE(test[0].label, Label::Unknown);
    QCOMPARE(test[0].kind, std::string("unlabelled"));
}

void TstMvtecLayouts::leavesDefectsOutOfTraining()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    folder.image("bottle/train/scratch/000.png");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories[0].count(Split::Train, Label::Defect), std::size_t{0});
    QVERIFY(hasProblem(dataset, "train/scratch", "normal images only"));
}

void TstMvtecLayouts::reportsMasksWithoutImages()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    folder.mask("bottle/ground_truth/scratch/077_mask.png");
    folder.mask("bottle/ground_truth/dent/000_mask.png");
    folder.mask("bottle/ground_truth/good/000_mask.png", 12, 10, 0); // some conversions have these
    OPEN_DATASET(dataset, folder.path());
    QVERIFY(hasProblem(dataset, "077_mask.png", "no image"));
    QVERIFY(hasProblem(dataset, "ground_truth/dent", "no images"));
    QCOMPARE(dataset.problems.size(), std::size_t{2});
}

void TstMvtecLayouts::reportsAnEmptyFolderAmongCategories()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    std::filesystem::create_directories(folder.path("cable"));
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories.size(), std::size_t{1});
    QVERIFY(hasProblem(dataset, "cable", "empty"));
}

void TstMvtecLayouts::understandsAnyCaseOfLetters()
{
    DatasetFolder folder;
    folder.image("C/Train/Good/000.PNG");
    folder.image("C/Test/GOOD/000.PNG");
    folder.image("C/Test/Scratch/000.PNG");
    folder.mask("C/Ground_Truth/scratch/000_mask.PNG");
    OPEN_DATASET(dataset, folder.path());
    const Category &category = dataset.categories[0];
    QCOMPARE(category.trainNormals().size(), std::size_t{1});
    QCOMPARE(category.count(Split::Test, Label::Normal), std::size_t{1});
    QCOMPARE(category.defectKinds(), (std::vector<std::string>{"Scratch"}));
    QCOMPARE(category.maskCount(), std::size_t{1});
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstMvtecLayouts::readsMvtecAd2()
{
    DatasetFolder folder;
    folder.image("can/train/good/000_regular.png");
    folder.image("can/validation/good/000_regular.png");
    folder.image("can/test_public/good/000_regular.png");
    folder.image("can/test_public/bad/000_regular.png");
    folder.mask("can/test_public/ground_truth/bad/000_regular_mask.png");
    folder.image("can/test_private/000_regular.png");
    folder.image("can/test_private_mixed/000_mixed.png");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.format, std::string("mvtec-ad-2"));
    const Category &can = dataset.categories[0];
    QCOMPARE(can.trainNormals().size(), std::size_t{2});
    QCOMPARE(can.count(Split::Test, Label::Normal), std::size_t{1});
    QCOMPARE(can.count(Split::Test, Label::Defect), std::size_t{1});
    QCOMPARE(can.count(Split::Test, Label::Unknown), std::size_t{2});
    QCOMPARE(can.maskCount(), std::size_t{1});
    QCOMPARE(can.defectKinds(), (std::vector<std::string>{"bad"}));
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstMvtecLayouts::readsMvtecLoco()
{
    DatasetFolder folder;
    folder.image("juice/train/good/000.png");
    folder.image("juice/validation/good/000.png");
    folder.image("juice/test/good/000.png");
    folder.image("juice/test/logical_anomalies/000.png");
    folder.mask("juice/ground_truth/logical_anomalies/000/000.png");
    folder.mask("juice/ground_truth/logical_anomalies/000/001.png");
    folder.image("juice/test/structural_anomalies/000.png");
    folder.mask("juice/ground_truth/structural_anomalies/000/000.png");
    folder.text("juice/defects_config.json", "[]");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.format, std::string("mvtec-loco"));
    const Category &juice = dataset.categories[0];
    QCOMPARE(juice.trainNormals().size(), std::size_t{2});
    QCOMPARE(juice.maskCount(), std::size_t{2});
    QCOMPARE(*juice.test()[1].mask, folder.path("juice/ground_truth/logical_anomalies/000"));
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstMvtecLayouts::readsBtad()
{
    DatasetFolder folder;
    for (const char *category : {"01", "02", "03"}) {
        const std::string name = category;
        const std::string extension = name == "01" ? ".bmp" : ".png";
        folder.image(name + "/train/ok/0000" + extension);
        folder.image(name + "/test/ok/0000" + extension);
        folder.image(name + "/test/ko/0000" + extension);
        folder.mask(name + "/ground_truth/ko/0000" + (name == "03" ? ".bmp" : ".png"));
    }
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.format, std::string("btad"));
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"01", "02", "03"}));
    for (const Category &category : dataset.categories) {
        QCOMPARE(category.trainNormals().size(), std::size_t{1});
        QCOMPARE(category.trainNormals()[0].kind, std::string("good"));
        QCOMPARE(category.count(Split::Test, Label::Normal), std::size_t{1});
        QCOMPARE(category.defectKinds(), (std::vector<std::string>{"ko"}));
        QCOMPARE(category.maskCount(), std::size_t{1});
    }
}

void TstMvtecLayouts::readsMpdd()
{
    DatasetFolder folder;
    folder.mvtecCategory("bracket_black");
    folder.mvtecCategory("tubes");
    {
        OPEN_DATASET(dataset, folder.path());
        QCOMPARE(dataset.format, std::string("mpdd"));
    }
    folder.mvtecCategory("bottle"); // and something else among them: no longer MPDD
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.format, std::string("mvtec-ad"));
}

void TstMvtecLayouts::readsTheConvertedFormOfVisa()
{
    DatasetFolder folder;
    folder.image("1cls/candle/train/good/0001.JPG");
    folder.image("1cls/candle/test/good/0002.JPG");
    folder.image("1cls/candle/test/bad/000.JPG");
    folder.mask("1cls/candle/ground_truth/bad/000.png", 12, 10, 3);
    OPEN_DATASET(dataset, folder.path("1cls"));
    QCOMPARE(dataset.format, std::string("mvtec-ad"));
    QCOMPARE(dataset.categories[0].defectKinds(), (std::vector<std::string>{"bad"}));
    QCOMPARE(dataset.categories[0].maskCount(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TstMvtecLayouts)
#include "tst_mvtec_layouts.moc"
