#include "core/store/project.h"
#include "tests/result_check.h"
#include "ui/templates/source_box.h"
#include "ui/train/train_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const dataset::Dataset> pictures(std::initializer_list<int> normals)
{
    auto made = std::make_shared<dataset::Dataset>();
    made->root = "pictures";
    for (const int count : normals) {
        dataset::Category category;
        category.name = "part" + std::to_string(made->categories.size());
        for (int i = 0; i < count; ++i) {
            dataset::Sample sample;
            sample.kind = "good";
            category.samples.push_back(sample);
        }
        made->categories.push_back(category);
    }
    return made;
}

} // namespace

class TstTrainForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForPicturesFirst();
    void givesTheCommandLinesDefaults();
    void quickIsAThirdOfTheSteps();
    void paperIsThePublishedNetwork();
    void namesOnlyTheChosenCategories();
    void leavesOutACategoryWithoutNormals();
    void warnsOfFewNormals();
    void expertSettingsReachTheRequest();
    void switchesOfTheAblationReachTheRequest();
    void templatesReachTheRequest();
    void sourcesReachTheRequest();
    void whatMayVaryReachesTheRequest();
    void showsCountsAndProblems();
    void offersWhatWasReviewedWhereThereIsSomething();
    void keepsTheChoiceWhenTheSameSetIsReadAgain();

private:
    static void tick(TrainForm &form, int category, Qt::CheckState state)
    {
        form.findChild<QTreeWidget *>()->topLevelItem(category)->setCheckState(0, state);
    }
    static void press(TrainForm &form, const QString &part)
    {
        for (auto *button : form.findChildren<QRadioButton *>())
            if (QString(button->text()).remove(u'&').contains(part))
                button->setChecked(true);
    }
};

void TstTrainForm::asksForPicturesFirst()
{
    JobRunner runner;
    TrainForm form(&runner);
    QCOMPARE(form.obstacles().size(), 1);
    form.setDataset(pictures({30}));
    QVERIFY(form.obstacles().isEmpty());
    QVERIFY(form.warnings().isEmpty());
}

void TstTrainForm::givesTheCommandLinesDefaults()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30, 40}));
    const auto request = form.request();
    const workflow::TrainRequest untouched;
    QVERIFY(request.options.profile == untouched.options.profile);
    QVERIFY(request.options.templates == untouched.options.templates);
    QCOMPARE(request.options.templateCount, untouched.options.templateCount);
    QCOMPARE(request.options.steps, untouched.options.steps);
    QCOMPARE(request.options.epochs, untouched.options.epochs);
    QCOMPARE(request.options.batch, untouched.options.batch);
    QCOMPARE(request.options.seed, untouched.options.seed);
    QCOMPARE(request.options.learningRate, untouched.options.learningRate);
    QCOMPARE(request.options.device, untouched.options.device);
    QCOMPARE(request.options.threads, untouched.options.threads);
    QVERIFY(request.options.variation == untouched.options.variation);
    QCOMPARE(request.textures, untouched.textures);
    QVERIFY(request.categories.empty()); // all of them
    QCOMPARE(request.data, std::filesystem::path("pictures"));
}

void TstTrainForm::quickIsAThirdOfTheSteps()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30}));
    press(form, u"Quick"_s);
    QCOMPARE(form.request().options.steps, std::int64_t{400});
    QVERIFY(form.request().options.profile == engine::Profile::Compact);
}

void TstTrainForm::paperIsThePublishedNetwork()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30}));
    press(form, u"Paper"_s);
    QVERIFY(form.request().options.profile == engine::Profile::Paper);
    QCOMPARE(form.request().options.steps, std::int64_t{0});
}

void TstTrainForm::namesOnlyTheChosenCategories()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30, 40}));
    QSignalSpy changed(&form, &TrainForm::changed);
    tick(form, 0, Qt::Unchecked);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(form.request().categories, std::vector<std::string>{"part1"});
    tick(form, 1, Qt::Unchecked);
    QCOMPARE(form.obstacles().size(), 1);
}

void TstTrainForm::leavesOutACategoryWithoutNormals()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30, 0}));
    QVERIFY(form.obstacles().isEmpty());
    QCOMPARE(form.request().categories, std::vector<std::string>{"part0"});
    tick(form, 1, Qt::Checked);
    QCOMPARE(form.obstacles().size(), 1);
    QVERIFY(form.obstacles().first().contains(u"part1"_s));
}

void TstTrainForm::warnsOfFewNormals()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({5, 30}));
    QVERIFY(form.obstacles().isEmpty());
    QCOMPARE(form.warnings().size(), 1);
    QVERIFY(form.warnings().first().contains(u"part0"_s));
}

void TstTrainForm::expertSettingsReachTheRequest()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30}));
    form.showStep(TrainForm::Step::Profile);
    QSpinBox *steps = nullptr;
    for (auto *box : form.findChildren<QSpinBox *>())
        if (box->toolTip() == u"--steps"_s)
            steps = box;
    QVERIFY(steps && !steps->isVisibleTo(&form));
    form.findChild<QToolButton *>(u"expertFold"_s)->click();
    QVERIFY(steps->isVisibleTo(&form));
    for (auto *box : form.findChildren<QSpinBox *>()) {
        if (box->toolTip() == u"--template-count"_s)
            box->setValue(5);
        if (box->toolTip() == u"--steps"_s)
            box->setValue(77);
        if (box->toolTip() == u"--seed"_s)
            box->setValue(9);
    }
    const auto options = form.request().options;
    QCOMPARE(options.templateCount, std::int64_t{5});
    QCOMPARE(options.steps, std::int64_t{77});
    QCOMPARE(options.seed, std::uint64_t{9});
    press(form, u"Quick"_s); // the number that was typed goes before the profile's
    QCOMPARE(form.request().options.steps, std::int64_t{77});
}

void TstTrainForm::templatesReachTheRequest()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30}));
    QSignalSpy changed(&form, &TrainForm::changed);
    press(form, u"The same for all"_s);
    QCOMPARE(changed.size(), 1);
    QVERIFY(form.request().options.templates == engine::TemplateStrategy::Random);
    press(form, u"cover the range"_s);
    QVERIFY(form.request().options.templates == engine::TemplateStrategy::KCentre);
    QSignalSpy wanted(&form, &TrainForm::coverageWanted);
    form.findChild<QPushButton *>(u"coverage"_s)->click();
    QCOMPARE(wanted.size(), 1);
}

void TstTrainForm::switchesOfTheAblationReachTheRequest()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30}));
    QVERIFY(form.request().options.ablation == engine::Ablation());
    const auto choose = [&](const QString &option, const QString &value) {
        for (auto *box : form.findChildren<QComboBox *>())
            if (box->toolTip() == option)
                box->setCurrentText(value);
        for (auto *line : form.findChildren<QLineEdit *>())
            if (line->toolTip() == option) {
                line->setText(value);
                Q_EMIT line->editingFinished();
            }
        for (auto *box : form.findChildren<QSpinBox *>())
            if (box->toolTip() == option)
                box->setValue(value.toInt());
    };
    press(form, u"Paper"_s);
    choose(u"--backbone"_s, u"dino-vits8"_s);
    choose(u"--layers"_s, u"3, 6,9"_s);
    choose(u"--image-size"_s, u"224"_s);
    choose(u"--grid"_s, u"28"_s);
    choose(u"--matches"_s, u"512"_s);
    choose(u"--baseline"_s, u"patchcore"_s);
    choose(u"--guidance"_s, u"matching"_s);
    choose(u"--class-adaptor"_s, u"false"_s);
    choose(u"--loss"_s, u"ssim=0, mse=0.5"_s);
    const auto request = form.request();
    const auto &options = request.options;
    QCOMPARE(request.backbone, std::string("dino-vits8"));
    QCOMPARE(options.layers, (std::vector<int>{3, 6, 9}));
    QCOMPARE(options.imagePx, 224);
    QCOMPARE(options.gridPx, 28);
    QCOMPARE(options.matches, std::int64_t{512});
    QVERIFY(options.baseline.method == engine::BaselineMethod::PatchCore);
    QVERIFY(options.filter);
    QVERIFY(options.ablation.guidance == engine::Guidance::Matching);
    QVERIFY(!options.ablation.classAdaptor);
    QCOMPARE(options.ablation.lossWeights,
             (std::map<std::string, double>{{"ssim", 0.0}, {"mse", 0.5}}));
    const auto before = form.obstacles(TrainForm::Step::Profile).size();
    choose(u"--layers"_s, u"three"_s);
    choose(u"--loss"_s, u"ssim"_s);
    QCOMPARE(form.obstacles(TrainForm::Step::Profile).size(), before + 2);
}

void TstTrainForm::sourcesReachTheRequest()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30}));
    auto *box = form.findChild<SourceBox *>();
    QVERIFY(box && box->source().empty());
    plugin::PluginInfo golden;
    golden.name = "paired";
    golden.title = "Golden pictures";
    golden.options = {{"folder", "Where they are"}, {"register", "auto or off"}};
    plugin::PluginInfo broken;
    broken.name = "broken";
    broken.refusal = "it is";
    box->setSources({broken, golden});
    QCOMPARE(box->count(), 2); // one that cannot be used cannot be chosen
    QSignalSpy changed(&form, &TrainForm::changed);
    box->setCurrentIndex(1);
    QCOMPARE(changed.size(), 1);
    auto *folder = form.findChild<QLineEdit *>(u"folder"_s);
    QVERIFY(folder && form.findChild<QLineEdit *>(u"register"_s));
    folder->setText(u"/golden"_s);
    auto request = form.request();
    QCOMPARE(request.options.source, std::string("paired"));
    QCOMPARE(request.options.sourceOptions,
             (std::map<std::string, std::string>{{"folder", "/golden"}}));
    box->setSources({golden, broken}); // found anew: the choice and what was typed stay
    QVERIFY(form.request().options == request.options);
    box->setCurrentIndex(0);
    request = form.request();
    QVERIFY(request.options.source.empty() && request.options.sourceOptions.empty());
    // From the other side, before anything was found: it stands by its name.
    QSignalSpy chosen(&form, &TrainForm::templatesChanged);
    form.setTemplates(engine::TemplateStrategy::Nearest, 4, {}, {"mine", {{"depth", "2"}}});
    request = form.request();
    QCOMPARE(request.options.source, std::string("mine"));
    QCOMPARE(request.options.sourceOptions, (std::map<std::string, std::string>{{"depth", "2"}}));
    QVERIFY(chosen.empty());
}

void TstTrainForm::whatMayVaryReachesTheRequest()
{
    using engine::Variation;
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30}));
    const auto choose = [&](const QString &option) {
        for (auto *button : form.findChildren<QRadioButton *>())
            if (button->toolTip() == option)
                button->setChecked(true);
    };
    choose(u"--vary-light none"_s);
    choose(u"--vary-pose wide"_s);
    choose(u"--vary-background none"_s);
    choose(u"--vary-focus wide"_s);
    const engine::AllowedVariation expected{Variation::None, Variation::Wide, Variation::None,
                                            Variation::Wide};
    QVERIFY(form.request().options.variation == expected);
    choose(u"--vary-light measured"_s);
    QVERIFY(form.request().options.variation.light == Variation::Measured);
    QVERIFY(form.request().options.variation.pose == Variation::Wide); // the others stay
}

void TstTrainForm::showsCountsAndProblems()
{
    JobRunner runner;
    TrainForm form(&runner);
    auto made = std::make_shared<dataset::Dataset>(*pictures({30, 5, 30, 0}));
    made->problems.push_back({"pictures/part0/train/good/x.png", "cannot be read"});
    form.setDataset(made);
    auto *list = form.findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItem(1)->text(1), u"5"_s);
    QVERIFY(list->topLevelItem(0)->text(4).contains(u"problem"_s));
    QVERIFY(list->topLevelItem(0)->toolTip(4).contains(u"x.png: cannot be read"_s));
    QVERIFY(list->topLevelItem(1)->text(4).contains(u"few normal"_s));
    QVERIFY(list->topLevelItem(2)->text(4).contains(u"in order"_s));
    QVERIFY(list->topLevelItem(3)->text(4).contains(u"no normal"_s));
}

void TstTrainForm::offersWhatWasReviewedWhereThereIsSomething()
{
    const QTemporaryDir dir;
    const std::filesystem::path folder = dir.path().toStdString();
    auto set = std::make_shared<dataset::Dataset>(*pictures({30, 30}));
    set->root = folder / "pictures";
    auto project = store::Project::create(folder / "project").orThrow();
    store::Dataset rows{0, "set", set->root, "mvtec", "", {{0, "part0", {}}, {0, "part1", {}}}};
    for (int i = 0; i < 4; ++i) {
        store::Image image;
        image.path = "part0/test/" + std::to_string(i) + ".png";
        rows.categories.front().images.push_back(image);
        std::filesystem::create_directories((set->root / image.path).parent_path());
        QImage picture(16, 12, QImage::Format_RGB888);
        picture.fill(QColor(10 * i, 20, 30));
        QVERIFY(picture.save(QString::fromStdString((set->root / image.path).string())));
    }
    const auto id = project.saveDataset(rows).orThrow();
    project.saveReviewer({"Ada", "{}", true, ""}).orThrow();
    JobRunner runner;
    TrainForm form(&runner);
    form.setProject(folder / "project");
    form.setDataset(set);
    form.show();
    auto *use = form.findChild<QCheckBox *>(u"useReviewed"_s);
    QTRY_VERIFY(!runner.isBusy());
    QVERIFY(!use->isVisible()); // nothing was reviewed
    form.hide();

    const auto images = project.dataset(id).orThrow().categories.front().images;
    for (int i = 0; i < 4; ++i) {
        store::NewDecision decision;
        decision.reviewer = "Ada";
        decision.imageId = images[static_cast<std::size_t>(i)].id;
        decision.verdict = i < 2 ? store::Verdict::Ok : store::Verdict::Ng;
        project.appendDecision(decision).orThrow();
    }
    CF_VERIFY(project.saveAnnotation({{id, "part0", "part0/test/3.png"},
                                      16,
                                      12,
                                      {},
                                      true,
                                      {{1, "dent", R"({"kind":"rectangle","points":[2,2,9,8]})"}},
                                      {}}));
    form.show(); // it looks again
    QTRY_VERIFY(use->isVisible());
    QCOMPARE(use->text(),
             u"&Use what was reviewed: 2 picture(s) accepted as normal, 1 defect(s) drawn"_s);
    QVERIFY(form.findChild<QWidget *>(u"reviewedHint"_s)->isVisible());
    QVERIFY(!form.request().reviewed); // as on the command line
    QSignalSpy changed(&form, &TrainForm::changed);
    QTest::mouseClick(use, Qt::LeftButton, {}, QPoint(8, use->height() / 2));
    QVERIFY(changed.count() > 0);
    QVERIFY(form.request().reviewed);
    tick(form, 0, Qt::Unchecked); // there is nothing of the other category
    QVERIFY(!use->isVisible() && !form.request().reviewed);
    tick(form, 0, Qt::Checked);
    QVERIFY(use->isVisible() && form.request().reviewed);
    form.setProject(std::nullopt);
    QVERIFY(!form.request().reviewed);
}

void TstTrainForm::keepsTheChoiceWhenTheSameSetIsReadAgain()
{
    JobRunner runner;
    TrainForm form(&runner);
    form.setDataset(pictures({30, 40}));
    tick(form, 0, Qt::Unchecked);
    form.setDataset(pictures({30, 40}));
    QCOMPARE(form.request().categories, std::vector<std::string>{"part1"});
}

QTEST_MAIN(TstTrainForm)
#include "tst_train_form.moc"
