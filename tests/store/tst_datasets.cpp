#include "samples.h"
#include "tests/result_check.h"

using namespace cf::store;
using cf::ErrorCode;

class TstDatasets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsADataset();
    void keepsTheIdsOfImagesThatStay();
    void followsAMovedFolder();
    void leavesCategoriesAloneThatWereNotRead();
    void keepsTemplatesInTheirOrder();
    void remembersATemplateThatIsGone();
    void refusesATemplateThatWasNeverThere();
    void refusesTextThatIsNotUtf8();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Project> m_project;
    Id newRun() { return m_project->createRun(samples::newRun()).orThrow(); }
};

void TstDatasets::init()
{
    m_project.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_project =
        std::make_unique<Project>(Project::create(samples::pathOf(*m_dir, "project")).orThrow());
}

void TstDatasets::keepsADataset()
{
    Dataset wanted = samples::dataset();
    const auto id = m_project->saveDataset(wanted);
    CF_VERIFY(id);
    Dataset stored = m_project->dataset(*id).orThrow();
    QVERIFY(stored.id == *id && !stored.addedUtc.empty());
    wanted.id = stored.id;
    wanted.addedUtc = stored.addedUtc;
    for (std::size_t i = 0; i < stored.categories.size(); ++i) {
        QVERIFY(stored.categories[i].id > 0);
        wanted.categories.at(i).id = stored.categories[i].id;
        for (std::size_t k = 0; k < stored.categories[i].images.size(); ++k)
            wanted.categories[i].images.at(k).id = stored.categories[i].images[k].id;
    }
    QVERIFY(stored == wanted);
    const auto all = m_project->datasets().orThrow();
    QCOMPARE(all.size(), 1U);
    QVERIFY(all.front().id == *id && all.front().root == wanted.root);
    wanted.root = "screws";
    CF_FAILS(m_project->saveDataset(wanted), ErrorCode::BadUsage);
}

void TstDatasets::keepsTheIdsOfImagesThatStay()
{
    const Id id = m_project->saveDataset(samples::dataset()).orThrow();
    const Dataset before = m_project->dataset(id).orThrow();
    Dataset changed = samples::dataset();
    changed.root = "/data/screws/";
    changed.categories.at(0).images.erase(changed.categories.at(0).images.begin());
    changed.categories.at(0).images.at(0).kind = "fine";
    QCOMPARE(m_project->saveDataset(changed).orThrow(), id);
    const Dataset after = m_project->dataset(id).orThrow();
    QCOMPARE(after.categories.at(0).images.size(), 1U);
    QCOMPARE(after.categories.at(0).images.at(0).id, before.categories.at(0).images.at(1).id);
    QCOMPARE(after.categories.at(0).images.at(0).kind, std::string("fine"));
    QVERIFY(after.categories.at(1) == before.categories.at(1));
    QCOMPARE(after.addedUtc, before.addedUtc);
}

void TstDatasets::followsAMovedFolder()
{
    const Id id = m_project->saveDataset(samples::dataset()).orThrow();
    Dataset wanted = m_project->dataset(id).orThrow();
    CF_VERIFY(m_project->setDatasetRoot(id, "/somewhere/./else/"));
    wanted.root = "/somewhere/else";
    QVERIFY(m_project->dataset(id).orThrow() == wanted);
    CF_VERIFY(m_project->setDatasetRoot(id, "/somewhere/else")); // the same once more
    auto other = samples::dataset();
    other.root = "/another";
    const Id second = m_project->saveDataset(other).orThrow();
    CF_FAILS(m_project->setDatasetRoot(second, "/somewhere/else"), ErrorCode::BadUsage);
    CF_FAILS(m_project->setDatasetRoot(id, "relative"), ErrorCode::BadUsage);
    CF_FAILS(m_project->setDatasetRoot(id + 100, "/nowhere"), ErrorCode::NotFound);
    QVERIFY(m_project->dataset(id).orThrow() == wanted);
}

void TstDatasets::leavesCategoriesAloneThatWereNotRead()
{
    const Id id = m_project->saveDataset(samples::dataset()).orThrow();
    const Dataset before = m_project->dataset(id).orThrow();
    Dataset part = samples::dataset();
    part.categories.erase(part.categories.begin());
    CF_VERIFY(m_project->saveDataset(part));
    QVERIFY(m_project->dataset(id).orThrow() == before);
}

void TstDatasets::keepsTemplatesInTheirOrder()
{
    const Id runId = newRun();
    const Id id = m_project->saveDataset(samples::dataset()).orThrow();
    const Category bolt = m_project->dataset(id).orThrow().categories.at(0);
    TemplateSet set{0, runId, bolt.id, "random", 4, 11, "", {}};
    for (const std::size_t chosen : {1U, 0U})
        set.images.push_back({bolt.images.at(chosen).id, {}});
    set.images.push_back({std::nullopt, "elsewhere.png"});
    set.id = m_project->saveTemplateSet(set).orThrow();
    const auto stored = m_project->templateSets(runId).orThrow();
    QCOMPARE(stored.size(), 1U);
    set.images.at(0).path = bolt.images.at(1).path;
    set.images.at(1).path = bolt.images.at(0).path;
    set.createdUtc = stored.front().createdUtc;
    QVERIFY(stored.front() == set);
}

void TstDatasets::remembersATemplateThatIsGone()
{
    const Id runId = newRun();
    const Id id = m_project->saveDataset(samples::dataset()).orThrow();
    const Category bolt = m_project->dataset(id).orThrow().categories.at(0);
    CF_VERIFY(m_project->saveTemplateSet(
        {0, runId, bolt.id, "random", 1, 11, "", {{bolt.images.at(0).id, {}}}}));
    Dataset changed = samples::dataset();
    changed.categories.at(0).images.clear();
    CF_VERIFY(m_project->saveDataset(changed));
    const auto stored = m_project->templateSets(runId).orThrow();
    const std::vector<TemplateImage> wanted{{std::nullopt, bolt.images.at(0).path}};
    QVERIFY(stored.at(0).images == wanted);
}

void TstDatasets::refusesATemplateThatWasNeverThere()
{
    const Id runId = newRun();
    const Id id = m_project->saveDataset(samples::dataset()).orThrow();
    const Id bolt = m_project->dataset(id).orThrow().categories.at(0).id;
    const auto set =
        m_project->saveTemplateSet({0, runId, bolt, "random", 1, 11, "", {{Id{999}, {}}}});
    CF_FAILS(set, ErrorCode::BadUsage);
    QVERIFY(m_project->templateSets(runId).orThrow().empty());
}

void TstDatasets::refusesTextThatIsNotUtf8()
{
    Dataset dataset = samples::dataset();
    dataset.categories.at(0).images.at(0).path = "wei\xdf.png";
    const auto id = m_project->saveDataset(dataset);
    CF_FAILS(id, ErrorCode::BadData);
    QVERIFY(m_project->datasets().orThrow().empty());
}

QTEST_GUILESS_MAIN(TstDatasets)
#include "tst_datasets.moc"
