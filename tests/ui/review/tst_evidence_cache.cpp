#include "core/store/file_hash.h"
#include "tests/result_check.h"
#include "tests/ui/review/reviewed_project.h"
#include "ui/review/evidence_cache.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cf;
using namespace cf::ui;
namespace fs = std::filesystem;
using reviewed::kWaitMs;

class TstEvidenceCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void readsWhatIsWishedForFirst();
    void keepsNoMoreThanItsLimit();
    void forgetsTheSetBefore();
    void saysWhatCannotBeRead();
    void takesAMapThatWasKept();
    void saysWhyAMapCannotBeMade();
    void mayGoWhileItReads();

private:
    fs::path folder() const { return m_dir->path().toStdString(); }
    /// The set as that of a training whose model is gone.
    EvidenceCache::SharedSet ofAModel() const
    {
        auto set = std::make_shared<workflow::ReviewSet>(*m_set);
        set->run->kind = store::RunKind::Train;
        set->run->modelSha256 = std::string(64, 'a');
        return set;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    EvidenceCache::SharedSet m_set;
};

void TstEvidenceCache::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto run = reviewed::makeProject(folder(), 80);
    RunContext context;
    m_set = std::make_shared<const workflow::ReviewSet>(
        workflow::openReview(folder() / "project", run, context).orThrow());
}

void TstEvidenceCache::readsWhatIsWishedForFirst()
{
    EvidenceCache cache;
    cache.setSet(folder() / "project", m_set);
    QSignalSpy arrived(&cache, &EvidenceCache::arrived);
    cache.want({7, 3, 5});
    QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 3, kWaitMs);
    QCOMPARE(arrived.back().front().value<std::size_t>(), std::size_t(5)); // two at a time
    for (const std::size_t picture : {3, 5, 7}) {
        QVERIFY(cache.find(picture));
        QCOMPARE(cache.find(picture)->picture.cols, reviewed::kSidePx);
        QCOMPARE(cache.find(picture)->map.cols, reviewed::kSidePx);
        QCOMPARE(cache.find(picture)->sha256.size(), std::size_t(64));
    }
    QVERIFY(!cache.find(4));
}

void TstEvidenceCache::keepsNoMoreThanItsLimit()
{
    EvidenceCache cache;
    cache.setSet(folder() / "project", m_set);
    std::size_t kept = 0;
    for (std::size_t picture = 0; picture < m_set->pictures.size(); ++picture) {
        cache.want({picture});
        QTRY_VERIFY_WITH_TIMEOUT(cache.find(picture), kWaitMs);
        kept = 0;
        for (std::size_t other = 0; other < m_set->pictures.size(); ++other)
            kept += cache.find(other) ? 1 : 0;
        QVERIFY(kept <= EvidenceCache::kMostPictures + 1); // and the one that is seen
    }
    QVERIFY(kept >= EvidenceCache::kMostPictures);
    QVERIFY(cache.bytes() > 0 && cache.bytes() <= EvidenceCache::kMostBytes);
}

void TstEvidenceCache::forgetsTheSetBefore()
{
    EvidenceCache cache;
    cache.setSet(folder() / "project", m_set);
    cache.want({1, 2});
    cache.setSet({}, nullptr); // while both are read
    QSignalSpy arrived(&cache, &EvidenceCache::arrived);
    cache.setSet(folder() / "project", std::make_shared<const workflow::ReviewSet>(*m_set));
    cache.want({3});
    QTRY_VERIFY_WITH_TIMEOUT(cache.find(3), kWaitMs);
    QVERIFY(!cache.find(1) && !cache.find(2));
}

void TstEvidenceCache::saysWhatCannotBeRead()
{
    fs::remove(m_set->fileOf(2));
    EvidenceCache cache;
    cache.setSet(folder() / "project", m_set);
    QSignalSpy arrived(&cache, &EvidenceCache::arrived);
    cache.want({2});
    QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 1, kWaitMs);
    QVERIFY(!cache.find(2));
    QVERIFY(
        cache.problem(2).contains(QString::fromStdString(m_set->fileOf(2).filename().string())));
}

void TstEvidenceCache::takesAMapThatWasKept()
{
    const auto trained = ofAModel();
    const auto sha256 = store::sha256File(trained->fileOf(0)).orThrow();
    const workflow::KeptMaps kept(trained->cacheFolder, *trained->run->modelSha256);
    CF_VERIFY(kept.keep(sha256, {cv::Mat(8, 8, CV_32FC1, cv::Scalar(4.5)), "a note"}));
    EvidenceCache cache;
    cache.setSet(folder() / "project", trained);
    cache.want({0});
    QTRY_VERIFY_WITH_TIMEOUT(cache.find(0), kWaitMs);
    const auto evidence = cache.find(0);
    QCOMPARE(evidence->map.size(), evidence->picture.size());
    QCOMPARE(evidence->map.at<float>(30, 30), 4.5F);
    QCOMPARE(evidence->templateNote, std::string("a note"));
}

void TstEvidenceCache::saysWhyAMapCannotBeMade()
{
    EvidenceCache cache;
    cache.setSet(folder() / "project", ofAModel());
    QSignalSpy arrived(&cache, &EvidenceCache::arrived);
    cache.want({0});
    QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 2, kWaitMs); // the picture, and why it stays alone
    const auto evidence = cache.find(0);
    QVERIFY(evidence->map.empty());
    QVERIFY(!evidence->mapProblem.empty());
    QCOMPARE(evidence->picture.cols, reviewed::kSidePx);
}

void TstEvidenceCache::mayGoWhileItReads()
{
    auto cache = std::make_unique<EvidenceCache>();
    cache->setSet(folder() / "project", m_set);
    cache->want({0, 1, 2, 3, 4, 5});
    cache.reset();
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TstEvidenceCache)
#include "tst_evidence_cache.moc"
