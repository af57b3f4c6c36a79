#include "core/dataset/open_dataset.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"

#include <unistd.h>

using namespace cf::dataset;

namespace {

class StubReader : public DatasetReader
{
public:
    StubReader(std::string name, int confidence) : m_name(std::move(name)), m_confidence(confidence)
    {
    }
    std::string name() const override { return m_name; }
    int confidence(const std::filesystem::path &) const override { return m_confidence; }
    cf::Result<Dataset> read(const std::filesystem::path &root, cf::RunContext &) const override
    {
        return Dataset{
            "", "", {{"c", {Sample{root / "x.png", Split::Test, Label::Unknown, "", {}}}}}, {}};
    }

private:
    std::string m_name;
    int m_confidence;
};

cf::Error errorOf(const std::filesystem::path &root)
{
    cf::RunContext run;
    const auto opened = openDataset(root, run);
    return opened.ok() ? cf::Error::make(cf::ErrorCode::Failed, "it opened") : opened.error();
}

} // namespace

class TstOpenDataset : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatIsWrongWithTheRoot();
    void saysThatAFolderMayNotBeRead();
    void refusesALayoutWithoutImages();
    void takesTheMostConfidentReader();
    void takesTheFirstOfEquals();
    void stopsWhenAsked();
    void namesEveryReaderOnce();
    void survivesLinksInCircles();
    void listsAFolderOnceThoughLinked();
    void turnsLinksToNothingIntoProblems();
    void opensThroughARelativePathAndATrailingSlash();
};

void TstOpenDataset::saysWhatIsWrongWithTheRoot()
{
    DatasetFolder folder;
    QCOMPARE(errorOf(folder.path("missing")).code, cf::ErrorCode::NotFound);
    folder.text("file.png", "text");
    QCOMPARE(errorOf(folder.path("file.png")).code, cf::ErrorCode::BadData);
    QVERIFY(errorOf(folder.path("file.png")).detail.find("not a folder") != std::string::npos);
    QCOMPARE(errorOf(folder.path("file.png/inside")).code, cf::ErrorCode::NotFound);
    std::filesystem::create_directories(folder.path("empty"));
    const auto empty = errorOf(folder.path("empty"));
    QCOMPARE(empty.code, cf::ErrorCode::BadData);
    QVERIFY(empty.detail.find("MVTec AD") != std::string::npos &&
            empty.detail.find("VisA") != std::string::npos);
    folder.text("notes/a.txt", "no image");
    QCOMPARE(errorOf(folder.path("notes")).code, cf::ErrorCode::BadData);
    QVERIFY(errorOf(folder.path("notes")).detail.find("layouts") != std::string::npos);
    std::filesystem::create_symlink("itself", folder.path("itself"));
    QVERIFY(errorOf(folder.path("itself")).detail != "it opened");
}

void TstOpenDataset::saysThatAFolderMayNotBeRead()
{
    if (::geteuid() == 0)
        QSKIP("the administrator may read everything");
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    std::filesystem::permissions(folder.path("bottle/test/good"), std::filesystem::perms::none);
    OPEN_DATASET(dataset, folder.path());
    QVERIFY(hasProblem(dataset, "test/good", "cannot be read"));
    std::filesystem::permissions(folder.path("bottle/test/good"),
                                 std::filesystem::perms::owner_all);
    std::filesystem::permissions(folder.path("bottle"), std::filesystem::perms::none);
    QCOMPARE(errorOf(folder.path("bottle")).code, cf::ErrorCode::Failed);
    std::filesystem::permissions(folder.path("bottle"), std::filesystem::perms::owner_all);
}

void TstOpenDataset::refusesALayoutWithoutImages()
{
    DatasetFolder folder;
    std::filesystem::create_directories(folder.path("bottle/train/good"));
    std::filesystem::create_directories(folder.path("bottle/test/good"));
    const auto error = errorOf(folder.path());
    QCOMPARE(error.code, cf::ErrorCode::BadData);
    QVERIFY(error.detail.find("no images") != std::string::npos);
}

void TstOpenDataset::takesTheMostConfidentReader()
{
    DatasetFolder folder;
    folder.text("anything", "x");
    const StubReader unsure("unsure", 10);
    const StubReader sure("sure", 90);
    const StubReader never("never", 0);
    cf::RunContext run;
    const auto opened = openDataset(folder.path(), {&unsure, &sure, &never}, run);
    CF_VERIFY(opened);
    QCOMPARE(opened->format, std::string("sure"));
    QCOMPARE(opened->root, folder.path());
    QVERIFY(!openDataset(folder.path(), {&never}, run).ok());
}

void TstOpenDataset::takesTheFirstOfEquals()
{
    DatasetFolder folder;
    folder.text("anything", "x");
    const StubReader first("first", 50);
    const StubReader second("second", 50);
    cf::RunContext run;
    QCOMPARE(openDataset(folder.path(), {&first, &second}, run)->format, std::string("first"));
}

void TstOpenDataset::stopsWhenAsked()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    std::stop_source stop;
    stop.request_stop();
    cf::RunContext run(stop.get_token());
    QVERIFY_EXCEPTION_THROWN((void)openDataset(folder.path(), run).ok(), cf::Cancelled);
}

void TstOpenDataset::namesEveryReaderOnce()
{
    std::vector<std::string> names;
    for (const auto &reader : builtInReaders())
        names.push_back(reader->name());
    QCOMPARE(names, (std::vector<std::string>{"mvtec-ad", "mvtec-ad-2", "mvtec-loco", "btad",
                                              "mpdd", "visa", "folder"}));
}

void TstOpenDataset::survivesLinksInCircles()
{
    DatasetFolder folder;
    folder.mvtecCategory("sets/bottle");
    std::filesystem::create_directory_symlink("..", folder.path("sets/up"));
    std::filesystem::create_directory_symlink(".", folder.path("sets/aa_here"));
    std::filesystem::create_directory_symlink("..", folder.path("sets/bottle/train/good/up"));
    std::filesystem::create_symlink("itself", folder.path("sets/bottle/test/good/itself.png"));
    OPEN_DATASET(dataset, folder.path("sets"));
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"bottle"}));
    QCOMPARE(dataset.categories[0].samples.size(), std::size_t{8});
    QVERIFY2(hasProblem(dataset, "itself.png", "link"), allProblems(dataset).c_str());
}

void TstOpenDataset::listsAFolderOnceThoughLinked()
{
    DatasetFolder folder;
    folder.mvtecCategory("sets/bottle");
    std::filesystem::create_directory_symlink("bottle", folder.path("sets/zz_same_bottle"));
    folder.mvtecCategory("elsewhere/cable");
    std::filesystem::create_directory_symlink(folder.path("elsewhere/cable"),
                                              folder.path("sets/cable"));
    OPEN_DATASET(dataset, folder.path("sets"));
    QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"bottle", "cable"}));
}

void TstOpenDataset::turnsLinksToNothingIntoProblems()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    std::filesystem::create_symlink("/no/such/image.png",
                                    folder.path("bottle/train/good/gone.png"));
    OPEN_DATASET(dataset, folder.path());
    QCOMPARE(dataset.categories[0].trainNormals().size(), std::size_t{4});
    QVERIFY(hasProblem(dataset, "gone.png", "leads nowhere"));
}

void TstOpenDataset::opensThroughARelativePathAndATrailingSlash()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    for (const auto &root :
         {folder.path("bottle/"), folder.path("bottle/train/.."), folder.path("bottle/.")}) {
        OPEN_DATASET(dataset, root);
        QCOMPARE(categoryNames(dataset), (std::vector<std::string>{"bottle"}));
    }
}

QTEST_GUILESS_MAIN(TstOpenDataset)
#include "tst_open_dataset.moc"
