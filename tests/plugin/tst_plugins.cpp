#include "core/imaging/array_file.h"
#include "core/plugin/plugin_registry.h"
#include "core/weights/tensor_writer.h"
#include "tests/result_check.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/script.h>

#include <algorithm>
#include <cstring>

namespace fs = std::filesystem;
using namespace cf;
using namespace Qt::StringLiterals;

namespace {

/// A picture with structure at all places.
cv::Mat structured(std::uint64_t seed)
{
    cv::Mat image(96, 128, CV_8UC3);
    cv::RNG random(seed);
    random.fill(image, cv::RNG::UNIFORM, 0, 256);
    cv::GaussianBlur(image, image, {}, 3.0);
    cv::normalize(image, image, 0, 255, cv::NORM_MINMAX);
    return image;
}

cv::Mat shifted(const cv::Mat &image, double dx, double dy, double degrees = 0.0)
{
    const cv::Point2f middle(static_cast<float>(image.cols) / 2.0F,
                             static_cast<float>(image.rows) / 2.0F);
    auto matrix = cv::getRotationMatrix2D(middle, degrees, 1.0);
    matrix.at<double>(0, 2) += dx;
    matrix.at<double>(1, 2) += dy;
    cv::Mat out;
    cv::warpAffine(image, out, matrix, image.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return out;
}

double inside(const cv::Mat &a, const cv::Mat &b)
{
    const cv::Rect middle(16, 16, a.cols - 32, a.rows - 32);
    return cv::norm(a(middle), b(middle), cv::NORM_L1) / (3.0 * middle.area());
}

engine::TemplateQuery queryOf(const cv::Mat &image, const fs::path &file, bool training = false)
{
    engine::TemplateQuery query;
    query.file = file;
    query.category = "board";
    query.imageBgr = image;
    query.training = training;
    query.seed = 5;
    return query;
}

const plugin::PluginInfo *named(const std::vector<plugin::PluginInfo> &all, const std::string &name)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &info) { return info.name == name; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

/// Template sources: those that come along, one built outside of the tree, and broken ones.
class TstPlugins : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsThoseThatComeAlong();
    void usesOneBuiltOutsideOfTheTree();
    void refusesBrokenOnes_data();
    void refusesBrokenOnes();
    void theFirstOfANameCounts();
    void refusesUnknownNamesAndOptions();
    void movesAGoldenPictureOntoTheTestedOne();
    void saysWhereAGoldenPictureIsMissing();
    void takesReconstructedPictures();
    void takesReconstructedFeatures();
    void takesANetworksReconstructions();
    void drawsAndTurnsNormalPictures();

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    fs::path at(const std::string &name) const
    {
        return fs::path(m_dir->path().toStdString()) / name;
    }
    /// Compiles C code into the plugin folder of this test.
    bool build(const QString &source, const std::string &name) const;
    bool buildText(const char *text, const std::string &name) const;
};

void TstPlugins::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    fs::create_directories(at("plugins"));
    const auto folders = at("plugins").string() + ":" CF_PLUGIN_FOLDER;
    qputenv("COSTFILTER_PLUGINS", QByteArray::fromStdString(folders));
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString(at("home").string()));
}

bool TstPlugins::build(const QString &source, const std::string &name) const
{
    QProcess compiler;
    const auto out = QString::fromStdString(at("plugins/" + name + ".so").string());
    compiler.start(QStringLiteral(CF_C_COMPILER),
                   {u"-x"_s, u"c"_s, u"-shared"_s, u"-fPIC"_s, u"-Wall"_s, u"-Wextra"_s,
                    u"-Werror"_s, u"-I"_s, QStringLiteral(CF_SOURCE_DIR "/plugins/sdk"), u"-o"_s,
                    out, source});
    compiler.waitForFinished();
    if (compiler.exitCode() != 0)
        qWarning() << compiler.readAllStandardError();
    return compiler.exitCode() == 0;
}

bool TstPlugins::buildText(const char *text, const std::string &name) const
{
    const auto source = QString::fromStdString(at(name + ".c").string());
    QFile file(source);
    return file.open(QIODevice::WriteOnly) && file.write(text) > 0 && file.flush() &&
           build(source, name);
}

void TstPlugins::findsThoseThatComeAlong()
{
    const auto found = plugin::findPlugins();
    for (const char *name : {"anomaldf", "paired", "precomputed", "torchscript"}) {
        const auto *info = named(found, name);
        QVERIFY2(info, name);
        QVERIFY2(info->refusal.empty(), info->refusal.c_str());
        QVERIFY(!info->title.empty() && !info->options.empty());
    }
}

void TstPlugins::usesOneBuiltOutsideOfTheTree()
{
    QVERIFY(build(QStringLiteral(CF_SOURCE_DIR "/plugins/example/blurred.c"), "my-own"));
    const auto found = plugin::findPlugins();
    const auto *info = named(found, "blurred");
    QVERIFY(info);
    QCOMPARE(info->options.front().name, std::string("radius"));
    const auto source = plugin::openTemplateSource({"blurred", {{"radius", "2"}}, {}, 1}).orThrow();
    const auto image = structured(1);
    const auto given = source->templatesFor(queryOf(image, "/x.png")).orThrow();
    QCOMPARE(given.pictures.size(), std::size_t{1});
    cv::Mat expected;
    cv::blur(image, expected, {5, 5}, {-1, -1}, cv::BORDER_REPLICATE);
    QVERIFY(cv::norm(given.pictures.front(), expected, cv::NORM_INF) <= 2.0); // it rounds down twice
}

void TstPlugins::refusesBrokenOnes_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no entry") << QByteArray("int x;") << u"does not export"_s;
    const QByteArray header = "#include <costfilter/template_source.h>\n#include <stdlib.h>\n";
    const QByteArray entry = "const cf_template_source *costfilter_template_source(void)\n";
    QTest::newRow("nothing") << header + entry + "{ return NULL; }" << u"returns nothing"_s;
    QTest::newRow("version") << header + "static const cf_template_source s = {.version = 99};\n" +
                                    entry + "{ return &s; }"
                             << u"version 99"_s;
    QTest::newRow("name") << header +
                                 "static const cf_template_source s = {.version = 1, .name = \"A "
                                 "B\"};\n" +
                                 entry + "{ return &s; }"
                          << u"lower case"_s;
    QTest::newRow("incomplete") << header +
                                       "static const cf_template_source s = {.version = 1, .name = "
                                       "\"a\"};\n" +
                                       entry + "{ return &s; }"
                                << u"leaves out"_s;
    QTest::newRow("crash") << header + "__attribute__((constructor)) static void c(void) { abort(); "
                                       "}\n" +
                                  entry + "{ return NULL; }"
                           << u"crashes"_s;
    QTest::newRow("exit") << header + "__attribute__((constructor)) static void c(void) { _Exit(3); "
                                      "}\n" +
                                 entry + "{ return NULL; }"
                          << u"ends the program"_s;
}

void TstPlugins::refusesBrokenOnes()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QString, reason);
    QVERIFY(buildText(code.constData(), "broken"));
    QFile text(QString::fromStdString(at("plugins/text.so").string()));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no library") > 0);
    text.close();
    const auto found = plugin::findPlugins();
    const auto *broken = named(found, "broken");
    QVERIFY(broken);
    const auto refusal = QString::fromStdString(broken->refusal);
    QVERIFY2(refusal.contains(reason), qPrintable(refusal));
    QVERIFY(refusal.contains(u"broken.so"_s));
    QVERIFY(!named(found, "text")->refusal.empty());
    QVERIFY(named(found, "paired")->refusal.empty()); // the others are not harmed
    const auto opened = plugin::openTemplateSource({"broken", {}, {}, 1});
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().detail, broken->refusal);
}

void TstPlugins::theFirstOfANameCounts()
{
    const auto example = QStringLiteral(CF_SOURCE_DIR "/plugins/example/blurred.c");
    QVERIFY(build(example, "a") && build(example, "b"));
    const auto found = plugin::findPlugins();
    QCOMPARE(std::count_if(found.begin(), found.end(),
                           [](const auto &info) {
                               return info.name == "blurred" && info.refusal.empty();
                           }),
             1);
    const auto refused = std::find_if(found.begin(), found.end(), [](const auto &info) {
        return info.name == "blurred" && !info.refusal.empty();
    });
    QVERIFY(refused != found.end() && refused->file.filename() == "b.so");
}

void TstPlugins::refusesUnknownNamesAndOptions()
{
    const auto name = plugin::openTemplateSource({"nothing-of-the-kind", {}, {}, 1});
    QVERIFY(!name.ok());
    QCOMPARE(name.error().code, ErrorCode::BadUsage);
    QVERIFY(QString::fromStdString(name.error().detail).contains(u"paired"_s));
    const auto option = plugin::openTemplateSource({"paired", {{"colour", "red"}}, {}, 1});
    QVERIFY(!option.ok());
    QVERIFY(QString::fromStdString(option.error().detail).contains(u"colour"_s));
    const auto value = plugin::openTemplateSource({"paired", {{"register", "maybe"}}, {}, 1});
    QVERIFY(!value.ok());
    QVERIFY(QString::fromStdString(value.error().detail).contains(u"auto or off"_s));
}

void TstPlugins::movesAGoldenPictureOntoTheTestedOne()
{
    fs::create_directories(at("data/board/templates"));
    const auto golden = structured(3);
    cv::imwrite(at("data/board/templates/0007.png").string(), golden);
    const auto file = at("data/board/test/good/0007.jpg");
    const auto source = plugin::openTemplateSource({"paired", {}, at("data"), 1}).orThrow();
    const auto unmoved =
        plugin::openTemplateSource({"paired", {{"register", "off"}}, at("data"), 1}).orThrow();
    for (const auto &tested :
         {shifted(golden, 4.0, -3.0), shifted(golden, 2.0, 1.0, 5.0), shifted(golden, 0, 0, -4.0)}) {
        const auto moved = source->templatesFor(queryOf(tested, file)).orThrow().pictures.at(0);
        const auto left = unmoved->templatesFor(queryOf(tested, file)).orThrow().pictures.at(0);
        const double after = inside(moved, tested);
        const double before = inside(left, tested);
        QVERIFY2(after < 0.35 * before, qPrintable(QStringLiteral("%1 %2").arg(after).arg(before)));
    }
    // One that is quite another picture stays as it is.
    const auto other = source->templatesFor(queryOf(structured(9), file)).orThrow().pictures.at(0);
    QCOMPARE(cv::norm(other, golden, cv::NORM_INF), 0.0);
}

void TstPlugins::saysWhereAGoldenPictureIsMissing()
{
    fs::create_directories(at("data/board/templates"));
    fs::create_directories(at("data/board/train/good"));
    const auto image = structured(4);
    const auto own = at("data/board/train/good/1.png");
    cv::imwrite(own.string(), image);
    const auto source = plugin::openTemplateSource({"paired", {}, at("data"), 1}).orThrow();
    const auto tested = source->templatesFor(queryOf(image, at("data/board/test/x/1.png"))).orThrow();
    QVERIFY(tested.pictures.empty());
    QVERIFY(QString::fromStdString(tested.declined).contains(u"called 1 in"_s));
    // In training, a normal picture is its own golden one.
    const auto trained = source->templatesFor(queryOf(structured(5), own, true)).orThrow();
    QCOMPARE(cv::norm(trained.pictures.at(0), image, cv::NORM_INF), 0.0);
}

void TstPlugins::takesReconstructedPictures()
{
    fs::create_directories(at("made/board/test/bent"));
    fs::create_directories(at("made/board/test/cut"));
    for (const char *name : {"bent/000.png", "bent/000_1.png", "cut/000.png", "cut/0001.png"})
        cv::imwrite((at("made/board/test") / name).string(), structured(std::strlen(name)));
    const auto source =
        plugin::openTemplateSource({"precomputed", {{"folder", at("made").string()}}, at("data"), 1})
            .orThrow();
    const auto count = [&](const char *file) {
        return source->templatesFor(queryOf(structured(1), at("data/board/test") / file))
            .orThrow()
            .pictures.size();
    };
    QCOMPARE(count("bent/000.png"), std::size_t{2}); // the same stem as in the other kind
    QCOMPARE(count("cut/000.png"), std::size_t{1});
    QCOMPARE(count("cut/9.png"), std::size_t{0});
    const auto none = plugin::openTemplateSource({"precomputed", {}, {}, 1});
    QVERIFY(!none.ok() && none.error().detail.find("folder=PATH") != std::string::npos);
}

void TstPlugins::takesReconstructedFeatures()
{
    fs::create_directories(at("made"));
    const auto tensor = [](const char *name, std::vector<std::int64_t> shape) {
        weights::Tensor made;
        made.name = name;
        made.shape = std::move(shape);
        std::vector<float> values(*weights::elementCount(made.shape));
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = static_cast<float>(i);
        made.bytes.resize(values.size() * sizeof(float));
        std::memcpy(made.bytes.data(), values.data(), made.bytes.size());
        return made;
    };
    const std::vector<weights::Tensor> both = {tensor("layer0", {2, 3, 4, 5}),
                                               tensor("layer1", {2, 6, 2, 2})};
    const std::vector<weights::Tensor> flat = {tensor("layer0", {3, 4})};
    weights::writeSafetensors(at("made/a.safetensors"), both, {}).orThrow();
    weights::writeSafetensors(at("made/b.safetensors"), flat, {}).orThrow();
    QFile npy(QString::fromStdString(at("made/c.npy").string()));
    QVERIFY(npy.open(QIODevice::WriteOnly));
    QByteArray header = "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 1, 2), }";
    header.append(QByteArray(static_cast<int>(63 - (10 + header.size()) % 64), ' ')).append('\n');
    npy.write(QByteArray("\x93NUMPY\x01\x00", 8));
    npy.putChar(static_cast<char>(header.size()));
    npy.putChar(0);
    npy.write(header);
    const float values[] = {1, 2, 3, 4, 5, 6};
    npy.write(reinterpret_cast<const char *>(values), sizeof values);
    npy.close();

    const auto source =
        plugin::openTemplateSource({"precomputed", {{"folder", at("made").string()}}, {}, 1})
            .orThrow();
    const auto given = source->templatesFor(queryOf(structured(1), "/d/a.png")).orThrow();
    QCOMPARE(given.features.size(), std::size_t{2});
    QCOMPARE(given.features[1].size(), std::size_t{2});
    QCOMPARE(given.features[1][0].size[2], 5);
    QCOMPARE(given.features[1][0].at<float>(0, 0, 1), 61.0F); // after the 60 of the first template
    const auto array = source->templatesFor(queryOf(structured(1), "/d/c.png")).orThrow();
    QCOMPARE(array.features.at(0).at(0).at<float>(2, 0, 1), 6.0F);
    const auto wrong = source->templatesFor(queryOf(structured(1), "/d/b.png"));
    QVERIFY(!wrong.ok());
    QVERIFY(QString::fromStdString(wrong.error().detail).contains(u"b.safetensors"_s));
}

void TstPlugins::takesANetworksReconstructions()
{
    torch::jit::Module network("reconstructor");
    network.define("def forward(self, x):\n"
                   "    darker = x * 0.5\n"
                   "    return torch.cat([x, darker], 0)\n");
    network.save(at("network.pt").string());
    const auto source =
        plugin::openTemplateSource(
            {"torchscript", {{"model", at("network.pt").string()}, {"size", "0"}}, {}, 1})
            .orThrow();
    const auto image = structured(6);
    const auto given = source->templatesFor(queryOf(image, {})).orThrow();
    QCOMPARE(given.pictures.size(), std::size_t{2});
    QVERIFY(cv::norm(given.pictures[0], image, cv::NORM_INF) <= 1.0);
    cv::Mat half;
    image.convertTo(half, CV_8U, 0.5);
    QVERIFY(cv::norm(given.pictures[1], half, cv::NORM_INF) <= 1.0);

    network = torch::jit::Module("broken");
    network.define("def forward(self, x):\n    return x[0]\n");
    network.save(at("broken.pt").string());
    const auto broken =
        plugin::openTemplateSource({"torchscript", {{"model", at("broken.pt").string()}}, {}, 1})
            .orThrow();
    QVERIFY(!broken->templatesFor(queryOf(image, {})).ok());
    const auto missing =
        plugin::openTemplateSource({"torchscript", {{"model", at("none.pt").string()}}, {}, 1});
    QVERIFY(!missing.ok() && missing.error().detail.find("none.pt") != std::string::npos);
}

void TstPlugins::drawsAndTurnsNormalPictures()
{
    const auto source =
        plugin::openTemplateSource({"anomaldf", {{"rotations", "4"}}, {}, 2}).orThrow();
    std::vector<cv::Mat> normals;
    for (std::uint64_t i = 0; i < 5; ++i)
        normals.push_back(structured(20 + i));
    auto query = queryOf(structured(1), "/x.png");
    query.normalCount = normals.size();
    query.normal = [&](std::size_t index) { return normals.at(index); };
    const auto given = source->templatesFor(query).orThrow();
    QCOMPARE(given.pictures.size(), std::size_t{8});
    const auto isNormal = [&](const cv::Mat &picture) {
        return std::any_of(normals.begin(), normals.end(), [&](const cv::Mat &normal) {
            return cv::norm(normal, picture, cv::NORM_INF) == 0.0;
        });
    };
    QVERIFY(isNormal(given.pictures[0]) && isNormal(given.pictures[4]));
    QVERIFY(!isNormal(given.pictures[1]));
    const auto again = source->templatesFor(query).orThrow();
    QCOMPARE(cv::norm(given.pictures[0], again.pictures[0], cv::NORM_INF), 0.0);
    query.normalCount = 0;
    QVERIFY(!source->templatesFor(query).orThrow().declined.empty());
}

QTEST_GUILESS_MAIN(TstPlugins)
#include "tst_plugins.moc"
