#include "core/review/decision_export.h"
#include "tests/result_check.h"
#include "tests/store/decided_project.h"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

using namespace cf::store;
using cf::review::writeDecisions;

namespace {

std::string textOf(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class TstDecisionExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void writesJsonThatReadsBackTheSame();
    void writesCsvWithAHeaderAndQuotes();
    void writesAnEmptyTrail();
    void refusesOtherFormats();

private:
    QTemporaryDir m_dir;
    std::vector<Decision> m_trail;
};

void TstDecisionExport::initTestCase()
{
    Project project = samples::projectToDecide(samples::pathOf(m_dir, "project"), 3);
    for (int step = 1; step <= 3; ++step)
        project.appendDecision(samples::scripted(step, step)).orThrow();
    project.undoDecision(2, samples::kReviewer).orThrow();
    m_trail = project.decisions().orThrow();
}

void TstDecisionExport::writesJsonThatReadsBackTheSame()
{
    const auto file = samples::pathOf(m_dir, "out.json");
    CF_VERIFY(writeDecisions(file, m_trail));
    const auto json = nlohmann::json::parse(textOf(file));
    QCOMPARE(json["head"]["count"].get<int>(), 4);
    QCOMPARE(json["head"]["sha256"].get<std::string>(), m_trail.back().sha256);
    QCOMPARE(json["decisions"].size(), 4U);
    const auto &row = json["decisions"][0];
    const Decision &decision = m_trail.front();
    QCOMPARE(row.size(), 19U);
    QCOMPARE(row["time_utc"].get<std::string>(), decision.timeUtc);
    QCOMPARE(row["verdict"].get<std::string>(), std::string("ng"));
    QCOMPARE(row["reason"].get<std::string>(), decision.reason);
    QVERIFY(row["score"].get<double>() == *decision.score); // to the last bit
    QVERIFY(row["withdraws"].is_null());
    QCOMPARE(row["shown"].get<std::string>(), decision.shownJson);
    QCOMPARE(row["sha256"].get<std::string>(), json["decisions"][1]["previous_sha256"]);
    QCOMPARE(json["decisions"][3]["withdraws"].get<int>(), 2);
}

void TstDecisionExport::writesCsvWithAHeaderAndQuotes()
{
    const auto file = samples::pathOf(m_dir, "out.csv");
    CF_VERIFY(writeDecisions(file, m_trail));
    const std::string text = textOf(file);
    QVERIFY(text.rfind("sequence,time_utc,reviewer,dataset_id,image_id,category,path,image_sha256,"
                       "verdict,reason,kind,withdraws,run_id,model_sha256,score,threshold,shown,"
                       "previous_sha256,sha256\n1,",
                       0) == 0);
    QCOMPARE(std::count(text.begin(), text.end(), '\n'), 5);
    QVERIFY(text.find(",ng,\"scratch, d\xc3\xbcnn\",first,,,") != std::string::npos);
    QVERIFY(text.find(",0.3333333333333333,0.25,\"{\"\"map\"\":\"\"fused\"\"") !=
            std::string::npos);
    QVERIFY(text.find(",withdrawn,,undo,2,") != std::string::npos);
}

void TstDecisionExport::writesAnEmptyTrail()
{
    const auto file = samples::pathOf(m_dir, "empty.json");
    CF_VERIFY(writeDecisions(file, {}));
    const auto json = nlohmann::json::parse(textOf(file));
    QCOMPARE(json["head"]["count"].get<int>(), 0);
    QVERIFY(json["decisions"].empty());
}

void TstDecisionExport::refusesOtherFormats()
{
    CF_FAILS(writeDecisions(samples::pathOf(m_dir, "out.xlsx"), m_trail), cf::ErrorCode::BadUsage);
    CF_FAILS(writeDecisions(samples::pathOf(m_dir, "nowhere/out.csv"), m_trail),
             cf::ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TstDecisionExport)
#include "tst_decision_export.moc"
