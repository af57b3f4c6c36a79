#include "core/dataset/open_dataset.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"

using namespace cf::dataset;

class TstPlainFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryFifthGoodImageForTesting();
    void takesAFewGoodImagesAllForTraining();
    void takesEachFolderAsAKindOfDefect();
    void knowsSynonymsOfGood_data();
    void knowsSynonymsOfGood();
    void findsMasksWhereverTheyLie_data();
    void findsMasksWhereverTheyLie();
    void reportsMasksWithoutImages();
    void takesAFlatFolderAsUnlabelled();
    void findsMasksOfAFlatFolder();
    void readsAFolderOfSuchFolders();
    void refusesFoldersWithoutAGoodOne();
};

void TstPlainFolder::keepsEveryFifthGoodImageForTesting()
{
    DatasetFolder folder;
    for (int i = 1; i <= 12; ++i)
        folder.image("good/" + std::to_string(i) + ".png"); // 10, 11, 12 sort behind 9
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.format, std::string("folder"));
    const Category &category = dataset.categories[0];
    QCOMPARE(category.name, folder.path().filename().string());
    QCOMPARE(category.trainNormals().size(), std::size_t{10});
    const auto test = category.test();
    QCOMPARE(test.size(), std::size_t{2});
    QCOMPARE(test[0].image.filename().string(), std::string("5.png"));
    QCOMPARE(test[1].image.filename().string(), std::string("10.png"));
    QCOMPARE(test[0].label, Label::Normal);
    QCOMPARE(category.trainNormals()[4].image.filename().string(), std::string("6.png"));
}

void TstPlainFolder::takesAFewGoodImagesAllForTraining()
{
    DatasetFolder folder;
    for (int i = 1; i <= 4; ++i)
        folder.image("good/" + std::to_string(i) + ".png");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories[0].trainNormals().size(), std::size_t{4});
    QVERIFY(dataset.categories[0].test().empty());
}

void TstPlainFolder::takesEachFolderAsAKindOfDefect()
{
    DatasetFolder folder;
    folder.image("good/1.png");
    folder.image("scratch/1.png");
    folder.image("dent/1.png");
    folder.image("dent/2.png");
    folder.image("loose.png");
    folder.text("list.txt", "about");
    OPEN_DATASET(dataset, folder.path());
    const Category &category = dataset.categories[0];
    QCOMPARE(category.defectKinds(), (std::vector<std::string>{"dent", "scratch"}));
    QCOMPARE(category.count(Split::Test, Label::Defect), std::size_t{3});
    QCOMPARE(category.count(Split::Test, Label::Unknown), std::size_t{1});
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstPlainFolder::knowsSynonymsOfGood_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"good", "ok", "normal", "OK", "Normal"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TstPlainFolder::knowsSynonymsOfGood()
{
    QFETCH(QString, name);
    DatasetFolder folder;
    folder.image(name.toStdString() + "/1.png");
    folder.image("ng/1.png");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories[0].trainNormals().size(), std::size_t{1});
    QCOMPARE(dataset.categories[0].trainNormals()[0].kind, std::string("good"));
    QCOMPARE(dataset.categories[0].defectKinds(), (std::vector<std::string>{"ng"}));
}

void TstPlainFolder::findsMasksWhereverTheyLie_data()
{
    QTest::addColumn<QString>("mask");
    for (const char *mask :
         {"masks/dent/1.png", "masks/dent/1_mask.png", "masks/1_mask.bmp",
          "ground_truth/dent/1.png", "ground_truth/1.png", "dent/1_mask.png", "Masks/Dent/1.PNG"})
        QTest::newRow(mask) << QString::fromLatin1(mask);
}

void TstPlainFolder::findsMasksWhereverTheyLie()
{
    QFETCH(QString, mask);
    DatasetFolder folder;
    folder.image("good/1.jpg");
    folder.image("dent/1.jpg");
    folder.mask(mask.toStdString());
    OPEN_DATASET(dataset, folder.path());
    const auto test = dataset.categories[0].test();
    QCOMPARE(test.size(), std::size_t{1});
    QVERIFY(test[0].mask.has_value());
    QCOMPARE(*test[0].mask, folder.path(mask.toStdString()));
    QVERIFY2(dataset.problems.empty(), allProblems(dataset).c_str());
}

void TstPlainFolder::reportsMasksWithoutImages()
{
    DatasetFolder folder;
    folder.image("good/1.png");
    folder.image("dent/1.png");
    folder.mask("masks/1.png");
    folder.mask("masks/2.png");
    OPEN_DATASET(dataset, folder.path());
    QVERIFY(hasProblem(dataset, "masks/2.png", "no image"));
    QCOMPARE(dataset.problems.size(), std::size_t{1});
}

void TstPlainFolder::takesAFlatFolderAsUnlabelled()
{
    DatasetFolder folder;
    for (const char *name : {"b.JPG", "a10.png", "a9.png"})
        folder.image(std::string("line/") + name);
    OPEN_DATASET(dataset, folder.path("line"));
    QCOMPARE(dataset.format, std::string("folder"));
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"line"}));
    const auto test = dataset.categories[0].test();
    QCOMPARE(test.size(), std::size_t{3});
    QCOMPARE(test[0].image.filename().string(), std::string("a9.png"));
    QCOMPARE(test[0].label, Label::Unknown);
}

void TstPlainFolder::findsMasksOfAFlatFolder()
{
    DatasetFolder folder;
    folder.image("1.png");
    folder.mask("1_mask.png");
    folder.image("2.png");
    folder.mask("masks/2.png");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories[0].samples.size(), std::size_t{2});
    QCOMPARE(dataset.categories[0].maskCount(), std::size_t{2});
}

void TstPlainFolder::readsAFolderOfSuchFolders()
{
    DatasetFolder folder;
    folder.image("screws/ok/1.png");
    folder.image("screws/bent/1.png");
    folder.image("nuts/ok/1.png");
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"nuts", "screws"}));
}

void TstPlainFolder::refusesFoldersWithoutAGoodOne()
{
    DatasetFolder folder;
    folder.image("dent/1.png");
    folder.image("scratch/1.png");
    cf::RunContext run;
    const auto opened = openDataset(folder.path(), run);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().code, cf::ErrorCode::BadData);
    QVERIFY(opened.error().detail.find("good/") != std::string::npos);
}

QTEST_GUILESS_MAIN(TstPlainFolder)
#include "tst_plain_folder.moc"
