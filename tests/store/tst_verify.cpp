#include "core/store/detail/database.h"
#include "core/store/file_hash.h"
#include "samples.h"
#include "tests/result_check.h"

#include <algorithm>

using namespace cf::store;
using cf::ErrorCode;

namespace {

constexpr char kHashOfAbc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

bool anyHolds(const std::vector<std::string> &problems, const std::string &text)
{
    return std::any_of(problems.begin(), problems.end(), [&](const std::string &problem) {
        return problem.find(text) != std::string::npos;
    });
}

} // namespace

class TstVerify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void hashesAsEveryoneElse();
    void hashesOverTheEndOfAChunk();
    void hashesNothingThatIsNoFile();
    void registersAFileByEitherPath();
    void registersAFileAgainInItsRow();
    void refusesAFileOutsideTheProject();
    void refusesAFileThatIsNotThere();
    void findsNothingWrongWithANewProject();
    void findsAChangedFile();
    void findsAFileOfAnotherSize();
    void findsAMissingFile();
    void findsAChangedModel();
    void findsRowsWithoutTheirParent();
    void findsADamagedPage();
    void stopsWhenAsked();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Project> m_project;
    void write(const char *path, const std::string &text) const
    {
        samples::writeFile(m_project->folder() / path, text);
    }
    std::vector<std::string> problems() const { return m_project->verify().orThrow(); }
};

void TstVerify::init()
{
    m_project.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_project =
        std::make_unique<Project>(Project::create(samples::pathOf(*m_dir, "project")).orThrow());
}

void TstVerify::hashesAsEveryoneElse()
{
    // "abc" and the empty text: the examples of FIPS 180-4
    write("abc", "abc");
    write("empty", "");
    QCOMPARE(sha256File(m_project->folder() / "abc").orThrow(), std::string(kHashOfAbc));
    QCOMPARE(sha256File(m_project->folder() / "empty").orThrow(),
             std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void TstVerify::hashesOverTheEndOfAChunk()
{
    write("million", std::string(1000000, 'a')); // the long example of FIPS 180-4
    QCOMPARE(sha256File(m_project->folder() / "million").orThrow(),
             std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    write("even", std::string(2U << 20U, 'a'));
    write("odd", std::string((2U << 20U) + 1, 'a'));
    QVERIFY(sha256File(m_project->folder() / "even").orThrow() !=
            sha256File(m_project->folder() / "odd").orThrow());
}

void TstVerify::hashesNothingThatIsNoFile()
{
    CF_FAILS(sha256File(m_project->folder() / "no such file"), ErrorCode::NotFound);
    CF_FAILS(sha256File(m_project->folder()), ErrorCode::NotFound);
}

void TstVerify::registersAFileByEitherPath()
{
    const Id run = m_project->createRun(samples::newRun()).orThrow();
    write("runs/0001/map.tiff", "abc");
    const auto artifact = m_project->registerArtifact("runs/0001/map.tiff", "map", run);
    CF_VERIFY(artifact);
    QCOMPARE(artifact->path.string(), std::string("runs/0001/map.tiff"));
    QCOMPARE(artifact->bytes, std::uintmax_t{3});
    QCOMPARE(artifact->sha256, std::string(kHashOfAbc));
    QVERIFY(m_project->artifacts().orThrow() == std::vector{*artifact});
    const auto same =
        m_project->registerArtifact(m_project->runFolder(run) / "../0001/map.tiff", "map", run);
    CF_VERIFY(same);
    QCOMPARE(same->id, artifact->id);
    std::filesystem::create_directory_symlink(m_project->folder(), samples::pathOf(*m_dir, "link"));
    const auto linked =
        m_project->registerArtifact(samples::pathOf(*m_dir, "link/runs/0001/map.tiff"), "map");
    CF_VERIFY(linked);
    QCOMPARE(linked->id, artifact->id);
}

void TstVerify::registersAFileAgainInItsRow()
{
    write("a.txt", "first");
    const Id id = m_project->registerArtifact("a.txt", "report").orThrow().id;
    write("a.txt", "abc");
    QCOMPARE(m_project->registerArtifact("a.txt", "report").orThrow().id, id);
    QCOMPARE(m_project->artifacts().orThrow().at(0).sha256, std::string(kHashOfAbc));
    QVERIFY(problems().empty());
}

void TstVerify::refusesAFileOutsideTheProject()
{
    samples::writeFile(samples::pathOf(*m_dir, "project2/a.txt"), "abc");
    CF_FAILS(m_project->registerArtifact("../project2/a.txt", "map"), ErrorCode::BadUsage);
    CF_FAILS(m_project->registerArtifact(samples::pathOf(*m_dir, "project2/a.txt"), "map"),
             ErrorCode::BadUsage);
}

void TstVerify::refusesAFileThatIsNotThere()
{
    CF_FAILS(m_project->registerArtifact("a.txt", "map"), ErrorCode::NotFound);
    QVERIFY(m_project->artifacts().orThrow().empty());
}

void TstVerify::findsNothingWrongWithANewProject()
{
    const Id run = m_project->createRun(samples::newRun()).orThrow();
    CF_VERIFY(m_project->saveEvaluation(samples::evaluation(run)));
    write("a.txt", "abc");
    CF_VERIFY(m_project->registerArtifact("a.txt", "map", run));
    QVERIFY(problems().empty());
}

void TstVerify::findsAChangedFile()
{
    write("a.txt", "abc");
    CF_VERIFY(m_project->registerArtifact("a.txt", "map"));
    write("a.txt", "abd");
    QCOMPARE(problems().size(), 1U);
    QVERIFY(anyHolds(problems(), "a.txt, was changed"));
}

void TstVerify::findsAFileOfAnotherSize()
{
    write("a.txt", "abc");
    CF_VERIFY(m_project->registerArtifact("a.txt", "map"));
    write("a.txt", "abcd");
    QCOMPARE(problems().size(), 1U);
    QVERIFY(anyHolds(problems(), "4 bytes instead of 3"));
}

void TstVerify::findsAMissingFile()
{
    write("a.txt", "abc");
    write("b.txt", "abc");
    CF_VERIFY(m_project->registerArtifact("a.txt", "map"));
    CF_VERIFY(m_project->registerArtifact("b.txt", "map"));
    std::filesystem::remove(m_project->folder() / "b.txt");
    QCOMPARE(problems().size(), 1U);
    QVERIFY(anyHolds(problems(), "b.txt, is missing"));
}

void TstVerify::findsAChangedModel()
{
    const Id run = m_project->createRun(samples::newRun()).orThrow();
    write("runs/0001/model.pth", "abc");
    RunOutcome outcome;
    outcome.modelPath = "runs/0001/model.pth";
    outcome.modelSha256 = kHashOfAbc;
    CF_VERIFY(m_project->finishRun(run, outcome));
    QVERIFY(problems().empty());
    write("runs/0001/model.pth", "abd");
    QCOMPARE(problems().size(), 1U);
    QVERIFY(anyHolds(problems(), "The model of run 1"));
}

void TstVerify::findsRowsWithoutTheirParent()
{
    {
        const auto other =
            detail::Database::open(m_project->file(), detail::OpenMode::ReadWrite).orThrow();
        CF_VERIFY(other->exec("PRAGMA foreign_keys = OFF"));
        CF_VERIFY(other->exec("INSERT INTO steps VALUES (42, 0, 1)"));
    }
    QCOMPARE(problems().size(), 1U);
    QVERIFY(anyHolds(problems(), "table steps"));
}

void TstVerify::findsADamagedPage()
{
    const Id run = m_project->createRun(samples::newRun()).orThrow();
    CF_VERIFY(m_project->saveEvaluation(samples::evaluation(run, 3, 5000)));
    const auto folder = m_project->folder();
    const auto file = m_project->file();
    m_project.reset(); // writes everything into the one file
    const auto bytes = std::filesystem::file_size(file);
    QVERIFY(bytes > 400000);
    {
        // Noise over the last ten pages, far from the schema at the start.
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekp(static_cast<std::streamoff>(bytes - 40960));
        stream << std::string(40960, '\x7f');
    }
    m_project = std::make_unique<Project>(Project::open(folder).orThrow());
    QVERIFY(!problems().empty());
}

void TstVerify::stopsWhenAsked()
{
    write("a.txt", "abc");
    CF_VERIFY(m_project->registerArtifact("a.txt", "map"));
    std::stop_source source;
    source.request_stop();
    cf::RunContext run(source.get_token());
    QVERIFY_EXCEPTION_THROWN((void)m_project->verify(run), cf::Cancelled);
    QVERIFY_EXCEPTION_THROWN((void)sha256File(m_project->folder() / "a.txt", run), cf::Cancelled);
    QVERIFY(problems().empty());
}

QTEST_GUILESS_MAIN(TstVerify)
#include "tst_verify.moc"
