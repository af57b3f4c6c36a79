#include "core/workflow/decision_rule.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <limits>

namespace fs = std::filesystem;
using namespace cf;
using namespace cf::workflow;

namespace {

constexpr double kEndless = std::numeric_limits<double>::infinity();

} // namespace

/// Thresholds that are kept beside a model.
class TstDecisionRule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void isNoneWithoutAChoice();
    void keepsThemExactly();
    void keepsThoseOfOtherCategories();
    void fallsBackToThoseOfAll();
    void refusesThoseOfAnotherModel();
    void saysThatTheFileIsDamaged_data();
    void saysThatTheFileIsDamaged();
    void refusesThresholdsInTheWrongOrder();
    void needsTheModel();

private:
    void write(const fs::path &file, const std::string &text) const
    {
        std::ofstream(file, std::ios::binary) << text;
    }
    fs::path m_model;
    QTemporaryDir m_dir;
};

void TstDecisionRule::init()
{
    m_model = fs::path(m_dir.path().toStdString()) / "model.safetensors";
    fs::remove(decisionRuleFile(m_model));
    write(m_model, "the bytes of a model");
}

void TstDecisionRule::isNoneWithoutAChoice()
{
    const auto rule = loadDecisionRule(m_model);
    CF_VERIFY(rule);
    QVERIFY(!*rule);
}

void TstDecisionRule::keepsThemExactly()
{
    metrics::InspectionCosts costs;
    costs.escape = 1.0 / 3.0;
    costs.reviewMissRate = 0.07;
    const ChosenZones zones{"bölt, left", {0.1, 2.0 / 7.0}, costs};
    const auto chosen = chooseZonesFor(m_model, zones);
    CF_VERIFY(chosen);
    const auto rule = loadDecisionRule(m_model);
    CF_VERIFY(rule);
    QVERIFY(**rule == *chosen);
    QVERIFY((*rule)->zones == std::vector<ChosenZones>{zones});

    const ChosenZones endless{"", {-kEndless, kEndless}, {}};
    CF_VERIFY(chooseZonesFor(m_model, endless));
    QVERIFY(*loadDecisionRule(m_model).orThrow()->find("any") == endless);
}

void TstDecisionRule::keepsThoseOfOtherCategories()
{
    CF_VERIFY(chooseZonesFor(m_model, {"a", {1, 2}, {}}));
    CF_VERIFY(chooseZonesFor(m_model, {"b", {3, 4}, {}}));
    CF_VERIFY(chooseZonesFor(m_model, {"a", {5, 6}, {}}));
    const auto rule = loadDecisionRule(m_model).orThrow();
    QCOMPARE(rule->zones.size(), 2U);
    QCOMPARE(rule->find("a")->thresholds.low, 5.0);
    QCOMPARE(rule->find("b")->thresholds.high, 4.0);
}

void TstDecisionRule::fallsBackToThoseOfAll()
{
    CF_VERIFY(chooseZonesFor(m_model, {"a", {1, 2}, {}}));
    QVERIFY(!loadDecisionRule(m_model).orThrow()->find("b"));
    CF_VERIFY(chooseZonesFor(m_model, {"", {3, 4}, {}}));
    const auto rule = loadDecisionRule(m_model).orThrow();
    QCOMPARE(rule->find("a")->thresholds.low, 1.0);
    QCOMPARE(rule->find("b")->thresholds.low, 3.0);
}

void TstDecisionRule::refusesThoseOfAnotherModel()
{
    CF_VERIFY(chooseZonesFor(m_model, {"", {1, 2}, {}}));
    write(m_model, "another model");
    const auto rule = loadDecisionRule(m_model);
    QVERIFY(!rule.ok());
    QCOMPARE(rule.error().code, ErrorCode::BadData);
    QVERIFY(rule.error().detail.find(decisionRuleFile(m_model).string()) != std::string::npos);
    CF_VERIFY(chooseZonesFor(m_model, {"a", {5, 6}, {}}));
    QCOMPARE(loadDecisionRule(m_model).orThrow()->zones.size(), 1U); // none of the other model's
}

void TstDecisionRule::saysThatTheFileIsDamaged_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray("{\"format\": \"costfilter dec");
    QTest::newRow("something else") << QByteArray("{\"format\": \"shopping list\"}");
    QTest::newRow("wrong order") << QByteArray(
        "{\"format\": \"costfilter decision rule\", \"version\": 1, \"chosen_utc\": "
        "\"\", \"model_sha256\": \"\", \"zones\": [{\"category\": null, \"low\": 2, "
        "\"high\": 1, \"costs\": null}]}");
}

void TstDecisionRule::saysThatTheFileIsDamaged()
{
    QFETCH(const QByteArray, text);
    write(decisionRuleFile(m_model), text.toStdString());
    const auto rule = loadDecisionRule(m_model);
    QVERIFY(!rule.ok());
    QCOMPARE(rule.error().code, ErrorCode::BadFormat);
}

void TstDecisionRule::refusesThresholdsInTheWrongOrder()
{
    QCOMPARE(chooseZonesFor(m_model, {"", {2, 1}, {}}).error().code, ErrorCode::BadUsage);
    QVERIFY(!fs::exists(decisionRuleFile(m_model)));
}

void TstDecisionRule::needsTheModel()
{
    fs::remove(m_model);
    QCOMPARE(chooseZonesFor(m_model, {"", {1, 2}, {}}).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TstDecisionRule)
#include "tst_decision_rule.moc"
