#include "core/base/atomic_file.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <fstream>
#include <iterator>

namespace {

std::string readAll(const std::filesystem::path &path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class TstAtomicFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replacesTheWholeFile();
    void leavesNothingBesideTheFile();
    void keepsTheOldFileWhenNotCommitted();
    void saysThatTheFolderIsMissing();
    void saysThatTheDiskIsFull();

private:
    QTemporaryDir m_dir;
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }
};

void TstAtomicFile::replacesTheWholeFile()
{
    CF_VERIFY(cf::writeFileAtomically(path("a.txt"), "a long first version"));
    CF_VERIFY(cf::writeFileAtomically(path("a.txt"), "short"));
    QCOMPARE(readAll(path("a.txt")), std::string("short"));
}

void TstAtomicFile::leavesNothingBesideTheFile()
{
    CF_VERIFY(cf::writeFileAtomically(path("b.txt"), ""));
    for (const auto &entry : std::filesystem::directory_iterator(m_dir.path().toStdString()))
        QVERIFY(entry.path().extension() == ".txt");
}

void TstAtomicFile::keepsTheOldFileWhenNotCommitted()
{
    CF_VERIFY(cf::writeFileAtomically(path("c.txt"), "old"));
    {
        cf::PendingFile pending(path("c.txt"));
        std::ofstream(pending.temporaryPath()) << "half of the ne";
    }
    QCOMPARE(readAll(path("c.txt")), std::string("old"));
    leavesNothingBesideTheFile();
}

void TstAtomicFile::saysThatTheFolderIsMissing()
{
    const auto result = cf::writeFileAtomically(path("no/such/folder/d.txt"), "x");
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::NotFound);
    QVERIFY(result.error().detail.find("d.txt") != std::string::npos);
}

void TstAtomicFile::saysThatTheDiskIsFull()
{
    if (!std::filesystem::exists("/dev/full"))
        QSKIP("no /dev/full on this system");
    // A temporary file cannot be placed on /dev/full, so the link stands in for it.
    cf::PendingFile probe(path("e.txt"));
    std::filesystem::create_symlink("/dev/full", probe.temporaryPath());
    const auto result = cf::writeFileAtomically(path("e.txt"), "x");
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, cf::ErrorCode::DiskFull);
}

QTEST_GUILESS_MAIN(TstAtomicFile)
#include "tst_atomic_file.moc"
