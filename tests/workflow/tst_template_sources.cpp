#include "core/demo/demo_data.h"
#include "core/demo/sample.h"
#include "core/imaging/image_file.h"
#include "core/store/project.h"
#include "core/workflow/evaluate.h"
#include "core/workflow/inspect.h"
#include "core/workflow/model_files.h"
#include "core/workflow/run_settings.h"
#include "core/workflow/train.h"
#include "core/workflow/weight_registry.h"
#include "tests/result_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/script.h>

#include <algorithm>

namespace fs = std::filesystem;
using namespace cf;

namespace {

constexpr const char *kCategory = "circuit_board";

demo::DemoOptions demoOptions()
{
    demo::DemoOptions options;
    options.trainPerCategory = 32;
    options.goodPerCategory = 16;
    options.defectsPerKind = 4;
    return options;
}

/// The same board without its defect, photographed again: other noise, a little moved.
cv::Mat intact(const demo::SampleId &id)
{
    const auto sample = demo::renderSample(demoOptions().seed, id);
    cv::Mat image = (id.kind == "good" ? sample.image : sample.intact).clone();
    cv::RNG random(static_cast<std::uint64_t>(id.index) + 99);
    cv::Mat noise(image.size(), CV_16SC3);
    random.fill(noise, cv::RNG::NORMAL, 0.0, 3.0);
    cv::add(image, noise, image, {}, CV_8UC3);
    const cv::Mat shift = (cv::Mat_<double>(2, 3) << 1, 0, 1.5, 0, 1, -1);
    cv::warpAffine(image, image, shift, image.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return image;
}

} // namespace

/// Trains a small filter on the templates of each source and compares it with the baseline map of
/// the same templates.
class TstTemplateSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aFilterBeatsTheMapOfItsSource_data();
    void aFilterBeatsTheMapOfItsSource();
    void aModelFindsItsSourceAgain();
    void anUnknownSourceIsRefusedBeforeAnythingIsWritten();

private:
    QTemporaryDir m_dir;
    std::string m_pairedRun;

    fs::path at(const std::string &name) const
    {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    void writeCounterparts();
    void writeNetwork();
    workflow::TrainRequest request(const char *source) const;
};

void TstTemplateSources::initTestCase()
{
    if (!workflow::findWeights("efficientnet-lite0").ok())
        QSKIP("SKIPPED tst_template_sources: the weights of efficientnet-lite0 are not installed.");
    qputenv("COSTFILTER_PLUGINS", CF_PLUGIN_FOLDER);
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString(at("home").string()));
    qputenv("COSTFILTER_WEIGHTS",
            QByteArray::fromStdString(
                workflow::findWeights("efficientnet-lite0").value().parent_path().string()));
    RunContext run;
    demo::writeDemoData(at("data"), demoOptions(), run).orThrow();
    writeCounterparts();
    writeNetwork();
}

/// One that has learned two normal pictures by heart, whatever it is shown.
void TstTemplateSources::writeNetwork()
{
    std::vector<torch::Tensor> known;
    for (const int index : {0, 1}) {
        cv::Mat image;
        cv::resize(intact({demo::Category::CircuitBoard, true, "good", index}), image, {256, 256},
                   0, 0, cv::INTER_AREA);
        cv::cvtColor(image, image, cv::COLOR_BGR2RGB);
        known.push_back(torch::from_blob(image.data, {256, 256, 3}, torch::kUInt8)
                            .permute({2, 0, 1})
                            .to(torch::kFloat32)
                            .div(255.0));
    }
    torch::jit::Module network("memory");
    network.register_buffer("known", torch::stack(known));
    network.define("def forward(self, x):\n    return self.known\n");
    network.save(at("memory.pt").string());
}

void TstTemplateSources::writeCounterparts()
{
    const auto write = [&](const demo::SampleId &id, const std::string &name) {
        const auto image = intact(id);
        const auto place = fs::path(kCategory) / (id.train ? "train" : "test") / id.kind;
        for (const char *folder : {"golden", "made"})
            fs::create_directories(at(folder) / place);
        if (!id.train)
            cv::imwrite((at("golden") / place / name).string(), image);
        cv::Mat soft; // as a reconstruction that loses detail
        cv::GaussianBlur(image, soft, {}, 0.8);
        cv::imwrite((at("made") / place / name).string(), soft);
    };
    for (const bool train : {true, false}) {
        auto kinds = std::vector<std::string>{"good"};
        if (!train)
            kinds.insert(kinds.end(), demo::defectKinds(demo::Category::CircuitBoard).begin(),
                         demo::defectKinds(demo::Category::CircuitBoard).end());
        for (const auto &kind : kinds) {
            const auto folder = at("data") / kCategory / (train ? "train" : "test") / kind;
            std::vector<fs::path> files;
            for (const auto &entry : fs::directory_iterator(folder))
                files.push_back(entry.path());
            std::sort(files.begin(), files.end());
            for (std::size_t i = 0; i < files.size(); ++i)
                write({demo::Category::CircuitBoard, train, kind, static_cast<int>(i)},
                      files[i].filename().string());
        }
    }
}

workflow::TrainRequest TstTemplateSources::request(const char *source) const
{
    workflow::TrainRequest made;
    made.project = at("project");
    made.data = at("data");
    made.categories = {kCategory};
    made.options.source = source;
    made.options.steps = 150;
    made.options.batch = 4;
    return made;
}

void TstTemplateSources::aFilterBeatsTheMapOfItsSource_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    const auto row = [&](const char *source, const char *option, const std::string &value) {
        QTest::newRow(source) << QString::fromLatin1(source) << QString::fromLatin1(option)
                              << QString::fromStdString(value);
    };
    row("anomaldf", "rotations", "1");
    row("paired", "folder", at("golden").string());
    row("precomputed", "folder", at("made").string());
    row("torchscript", "model", at("memory.pt").string());
}

void TstTemplateSources::aFilterBeatsTheMapOfItsSource()
{
    QFETCH(const QString, source);
    QFETCH(const QString, option);
    QFETCH(const QString, value);
    auto wanted = request(qPrintable(source));
    wanted.options.sourceOptions[option.toStdString()] = value.toStdString();
    RunContext run;
    const auto trained = workflow::train(wanted, run).orThrow();
    workflow::EvaluateRequest evaluate;
    evaluate.project = wanted.project;
    evaluate.run = trained.run;
    evaluate.categories = {kCategory};
    const auto evaluation = workflow::evaluate(evaluate, run).orThrow();
    const auto &methods = evaluation.categories.at(0).methods;
    const auto &before = methods.at("baseline");
    const auto &after = methods.at("fused");
    const auto gained = [&](const char *name, workflow::Figure workflow::MetricSet::*figure) {
        const double from = *(before.*figure).value, to = *(after.*figure).value;
        qInfo("%s, %s: %.3f -> %.3f", qPrintable(source), name, from, to);
        return to - from;
    };
    QVERIFY(*before.imageAuroc.value > 0.6); // the templates are of the right pictures
    // In 40 pictures each alone may fall by a pair that changes places.
    const double gain = (gained("image AUROC", &workflow::MetricSet::imageAuroc) +
                         gained("pixel AP", &workflow::MetricSet::pixelAp) +
                         gained("AU-PRO", &workflow::MetricSet::auPro)) /
                        3.0;
    QVERIFY2(gain > 0.0, qPrintable(QStringLiteral("mean gain %1").arg(gain)));
    const auto losses =
        store::Project::open(at("project")).orThrow().losses(std::stoll(trained.run)).orThrow();
    QCOMPARE(losses.size(), static_cast<std::size_t>(wanted.options.steps));
    const auto meanOf = [&](std::size_t first) {
        double total = 0.0;
        for (std::size_t i = first; i < first + 10; ++i)
            for (const auto &term : losses[i].terms)
                total += term.name == "total" ? term.value : 0.0;
        return total / 10.0;
    };
    QVERIFY2(meanOf(losses.size() - 10) < meanOf(0),
             qPrintable(QStringLiteral("%1 %2").arg(meanOf(0)).arg(meanOf(losses.size() - 10))));
    if (source == QStringLiteral("paired"))
        m_pairedRun = trained.run;
}

void TstTemplateSources::aModelFindsItsSourceAgain()
{
    QVERIFY(!m_pairedRun.empty());
    RunContext run;
    const auto project = store::Project::open(at("project")).orThrow();
    const auto row = project.run(std::stoll(m_pairedRun)).orThrow();
    const auto settings = workflow::runSettings(row).orThrow();
    const auto command = workflow::repeatCommand(row, settings, at("project"));
    QVERIFY(command.find("--templates paired --") != std::string::npos);
    QVERIFY(command.find("--source-option folder=" + at("golden").string()) != std::string::npos);
    // A picture is explained with its own golden picture.
    const auto inspector =
        workflow::Inspector::open(at("project"), m_pairedRun, "cpu", run).orThrow();
    dataset::Sample sample;
    sample.image = at("data") / kCategory / "test" / "good" / "000.png";
    sample.label = dataset::Label::Normal;
    if (!fs::exists(sample.image)) // as the demo data calls its first picture
        sample.image = fs::directory_iterator(sample.image.parent_path())->path();
    const auto inspection = inspector.inspect(sample, run).orThrow();
    QCOMPARE(inspection.templates.size(), std::size_t{1});
    const auto golden =
        cv::imread((at("golden") / kCategory / "test" / "good" / sample.image.filename()).string());
    const auto distance = [&](const cv::Mat &image) {
        cv::Mat fitted;
        cv::resize(image, fitted, inspection.templates[0].size(), 0, 0, cv::INTER_AREA);
        cv::Mat tested;
        cv::resize(cv::imread(sample.image.string()), tested, fitted.size(), 0, 0, cv::INTER_AREA);
        return cv::norm(fitted, tested, cv::NORM_L1);
    };
    QVERIFY(distance(inspection.templates[0]) < 0.7 * distance(golden)); // moved onto the picture
    // It is no part of the model, so the model alone cannot be exported as one function.
    const auto exported = workflow::exportModel(
        store::Project::open(at("project")).orThrow().runFolder(row.id) / "model.safetensors",
        at("detector.pt"), run);
    QVERIFY(!exported.ok());
    QVERIFY(exported.error().detail.find("paired") != std::string::npos);
    QVERIFY(!fs::exists(at("detector.pt")));
}

void TstTemplateSources::anUnknownSourceIsRefusedBeforeAnythingIsWritten()
{
    auto wanted = request("nothing-of-the-kind");
    wanted.project = at("other-project");
    RunContext run;
    const auto trained = workflow::train(wanted, run);
    QVERIFY(!trained.ok());
    QCOMPARE(trained.error().code, ErrorCode::BadUsage);
    QVERIFY(store::Project::open(wanted.project).orThrow().runs().orThrow().empty());
}

QTEST_GUILESS_MAIN(TstTemplateSources)
#include "tst_template_sources.moc"
