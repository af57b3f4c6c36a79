#include "core/workflow/shift_report.h"

#include "core/store/file_hash.h"
#include "core/store/project.h"
#include "core/workflow/decision_rule.h"
#include "core/workflow/kept_maps.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

using namespace cf;
using namespace cf::workflow;
using store::DecisionKind;
using store::Verdict;
namespace fs = std::filesystem;

namespace {

constexpr int kPictures = 8; // even ones good, odd ones defective

std::string textOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::vector<std::string>> tableOf(const fs::path &file)
{
    std::istringstream lines(textOf(file));
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(lines, line);) {
        auto &row = rows.emplace_back(1);
        bool isQuoted = false;
        for (const char c : line) {
            if (c == '"')
                isQuoted = !isQuoted;
            else if (c == ',' && !isQuoted)
                row.emplace_back();
            else
                row.back() += c;
        }
    }
    return rows;
}

} // namespace

class TstShiftReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void countsWhatWasDecided();
    void listsEscapesAndRejections();
    void writesTablesThatAddUp();
    void writesAPage();
    void drawsAPdf();
    void namesAProblemOfTheChain();
    void refusesAnEmptyShiftAndAnotherFormat();

private:
    fs::path folder() const { return m_dir->path().toStdString(); }
    fs::path project() const { return folder() / "project"; }
    ShiftRequest request() const { return {project(), "", {}}; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::string m_modelSha256;
};

void TstShiftReport::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    auto opened = store::Project::create(project()).orThrow();
    const auto root = folder() / "pictures";
    store::Dataset dataset{0, "parts", root, "mvtec-ad", "", {{0, "bolt", {}}}};
    store::Evaluation evaluation;
    for (int i = 0; i < kPictures; ++i) {
        store::Image image;
        image.path = fs::path("bolt/test") / (std::to_string(i) + ".png");
        image.kind = i % 2 == 1 ? "bent" : "good";
        image.defective = i % 2 == 1;
        fs::create_directories((root / image.path).parent_path());
        cv::imwrite((root / image.path).string(),
                    cv::Mat(40, 60, CV_8UC3, cv::Scalar(20 * i, 90, 120)));
        dataset.categories[0].images.push_back(image);
        store::ImageScore score;
        score.category = "bolt";
        score.path = image.path;
        score.defective = image.defective;
        score.fused = 1.0 + i;
        evaluation.scores.push_back(score);
    }
    evaluation.datasetId = opened.saveDataset(dataset).orThrow();
    const auto run = opened.createRun({}).orThrow();
    evaluation.runId = run;
    evaluation.startedUtc = evaluation.endedUtc = "2024-05-01T12:00:00.000Z";
    opened.saveEvaluation(evaluation).orThrow();
    const auto model = opened.runFolder(run) / "model.safetensors";
    std::ofstream(model) << "a model";
    m_modelSha256 = store::sha256File(model).orThrow();
    store::RunOutcome outcome;
    outcome.modelPath = fs::relative(model, project());
    outcome.modelSha256 = m_modelSha256;
    opened.finishRun(run, outcome).orThrow();
    metrics::InspectionCosts costs;
    costs.escape = 100;
    costs.falseReject = 10;
    costs.review = 1;
    CF_VERIFY(chooseZonesFor(model, {"", {3, 6}, costs}));
    for (const char *name : {"Ada", "Bo"})
        opened.saveReviewer({name, "{}", true, ""}).orThrow();
    const auto images = opened.dataset(*evaluation.datasetId).orThrow().categories[0].images;
    const KeptMaps maps(opened.cacheFolder(), m_modelSha256);
    const auto decide = [&](const char *reviewer, std::size_t at, Verdict verdict,
                            DecisionKind kind = DecisionKind::First, const char *reason = "") {
        store::NewDecision decision;
        decision.reviewer = reviewer;
        decision.imageId = images[at].id;
        decision.verdict = verdict;
        decision.kind = kind;
        decision.reason = reason;
        decision.runId = run;
        decision.score = 1.0 + double(at);
        decision.threshold = 6;
        return opened.appendDecision(decision).orThrow().sequence;
    };
    for (std::size_t i = 0; i < images.size(); ++i) {
        cv::Mat map(20, 30, CV_32FC1, cv::Scalar(1));
        map(cv::Rect(10, 5, 8, 8)) = cv::Scalar(7);
        CF_VERIFY(maps.keep(store::sha256File(root / images[i].path).orThrow(), {map, ""}));
        // The defects 1 and 3 escape, the good 6 is rejected.
        const bool isRejected = i == 5 || i == 7 || i == 6;
        decide("Ada", i, isRejected ? Verdict::Ng : Verdict::Ok, DecisionKind::First,
               isRejected ? "dent, \"deep\"" : "");
    }
    opened.undoDecision(decide("Ada", 0, Verdict::Unsure), "Ada").orThrow();
    decide("Bo", 1, Verdict::Ng, DecisionKind::Second, "bent");
    decide("Bo", 2, Verdict::Ok, DecisionKind::Second);
    decide("Bo", 7, Verdict::Ng, DecisionKind::Second);
}

void TstShiftReport::countsWhatWasDecided()
{
    RunContext context;
    const auto report = reportedShift(request(), context).orThrow();
    const auto &figures = report.figures;
    QCOMPARE(figures.pictures.size(), std::size_t(kPictures));
    QCOMPARE(figures.rows.size(), std::size_t(kPictures + 2 + 3));
    QCOMPARE(figures.takenBack, std::size_t(1));
    QCOMPARE(figures.ng, std::size_t(4)); // Bo's second opinion on 1 came last
    QCOMPARE(figures.ok, std::size_t(4));
    QCOMPARE(figures.escapes.successes, std::size_t(1));
    QCOMPARE(figures.escapes.trials, std::size_t(4));
    QCOMPARE(figures.falseRejects.successes, std::size_t(1));
    QCOMPARE(figures.agreement.count, std::uint64_t(3));
    QCOMPARE(figures.costs.value().total(), 100 + 10 + 12.0);
    QCOMPARE(figures.disagreements.size(), std::size_t(1));
    QVERIFY2(report.problems.empty(), report.problems.empty() ? "" : report.problems[0].c_str());
    const auto chain = store::Project::open(project()).orThrow().decisions().orThrow();
    QCOMPARE(report.chainHead, chain.back().sha256);
    QCOMPARE(report.chainLength, chain.back().sequence);
    auto early = request();
    early.filter.toUtc = chain[2].timeUtc;
    const auto before = reportedShift(early, context);
    if (before.ok()) { // the clock may not have moved meanwhile
        QVERIFY(before->chainLength < chain[2].sequence);
        QCOMPARE(before->chainHead, chain[std::size_t(before->chainLength) - 1].sha256);
    }
}

void TstShiftReport::listsEscapesAndRejections()
{
    RunContext context;
    auto wish = request();
    wish.filter.reviewer = "Ada";
    const auto report = reportedShift(wish, context).orThrow();
    std::string names;
    for (const auto &one : report.escapes)
        names += one.decision.path.stem().string();
    QCOMPARE(names, std::string("31")); // the highest score first
    names.clear();
    for (const auto &one : report.rejected)
        names += one.decision.path.stem().string();
    QCOMPARE(names, std::string("765"));
    QVERIFY(report.againstModel.empty()); // every label is known
}

void TstShiftReport::writesTablesThatAddUp()
{
    RunContext context;
    const auto file = folder() / "shift.csv";
    CF_VERIFY(writeShiftReport(request(), file, context));
    const auto chain = store::Project::open(project()).orThrow().decisions().orThrow();
    const auto rows = tableOf(file);
    QCOMPARE(rows.size(), chain.size() + 1);
    const auto column = [&](const char *name) {
        return std::size_t(std::ranges::find(rows[0], name) - rows[0].begin());
    };
    for (std::size_t i = 0; i < chain.size(); ++i) {
        QCOMPARE(rows[i + 1][column("sequence")], std::to_string(chain[i].sequence));
        QCOMPARE(rows[i + 1][column("sha256")], chain[i].sha256);
        QCOMPARE(rows[i + 1][column("verdict")], std::string(store::toString(chain[i].verdict)));
    }
    std::map<std::string, std::vector<std::string>> figures;
    for (const auto &row : tableOf(summaryFileOf(file))) {
        QCOMPARE(row.size(), std::size_t(5));
        figures[row[0]] = row;
    }
    QCOMPARE(figures["pictures"][1], std::string("8"));
    QCOMPARE(figures["ng"][1], std::string("4"));
    QCOMPARE(figures["ng: bent"][1], std::string("1"));
    QCOMPARE(figures["ng: dent, deep"][1], std::string("2")); // quoted as it must be
    QCOMPARE(figures["ng: "][1], std::string("1"));           // Bo gave none, after Ada
    QCOMPARE(std::stod(figures["escape_rate"][1]), 0.25);
    QVERIFY(std::stod(figures["escape_rate"][2]) < 0.25 &&
            std::stod(figures["escape_rate"][3]) > 0.25);
    QCOMPARE(std::stod(figures["cost"][1]), 122.0);
    QCOMPARE(figures["chain_head_sha256"][1], chain.back().sha256);
    QCOMPARE(figures["verified"][1], std::string("yes"));
}

void TstShiftReport::writesAPage()
{
    RunContext context;
    CF_VERIFY(writeShiftReport(request(), folder() / "shift.html", context));
    const auto page = textOf(folder() / "shift.html");
    const auto chain = store::Project::open(project()).orThrow().decisions().orThrow();
    for (const std::string &part :
         {std::string("Inspection report"), std::string("Worst escapes"),
          std::string("Rejected pictures"), std::string("dent, &quot;deep&quot;"), m_modelSha256,
          chain.back().sha256, std::string("all is well"), std::string("1 of 4 defective"),
          std::string("bolt/test/3.png")})
        QVERIFY2(page.find(part) != std::string::npos, part.c_str());
    QVERIFY(page.find("No category has been evaluated") == std::string::npos);
    // The escape with picture and map, four rejected pictures.
    const auto count = [&](const std::string &part) {
        std::size_t found = 0;
        for (auto at = page.find(part); at != std::string::npos; at = page.find(part, at + 1))
            ++found;
        return found;
    };
    QCOMPARE(count("<img "), std::size_t(2 + 4));
}

void TstShiftReport::drawsAPdf()
{
    RunContext context;
    CF_VERIFY(writeShiftReport(request(), folder() / "shift.pdf", context));
    const auto pdf = textOf(folder() / "shift.pdf");
    QVERIFY(pdf.starts_with("%PDF"));
    QVERIFY(pdf.find("/Subtype /Image") != std::string::npos);
}

void TstShiftReport::namesAProblemOfTheChain()
{
    const auto run = store::Project::open(project()).orThrow().runs().orThrow().at(0);
    std::ofstream(project() / *run.modelPath) << "another model";
    RunContext context;
    CF_VERIFY(writeShiftReport(request(), folder() / "shift.csv", context));
    for (const auto &row : tableOf(summaryFileOf(folder() / "shift.csv"))) {
        if (row[0] == "verified") {
            QCOMPARE(row[1], std::string("no"));
            QVERIFY(row[4].find("model") != std::string::npos);
        }
        if (row[0] == "cost") { // the thresholds were kept with another model
            QVERIFY(row[1].empty());
            QVERIFY(!row[4].empty());
        }
    }
}

void TstShiftReport::refusesAnEmptyShiftAndAnotherFormat()
{
    RunContext context;
    auto wish = request();
    wish.filter.reviewer = "Cy";
    const auto empty = writeShiftReport(wish, folder() / "shift.csv", context);
    QVERIFY(!empty.ok());
    QCOMPARE(empty.error().code, ErrorCode::BadData);
    QVERIFY(!fs::exists(folder() / "shift.csv"));
    const auto refused = writeShiftReport(request(), folder() / "shift.docx", context);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::BadUsage);
}

QTEST_MAIN(TstShiftReport)
#include "tst_shift_report.moc"
