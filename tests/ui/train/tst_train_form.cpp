#include "ui/train/train_form.h"

#include <QComboBox>
#include <QListWidget>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

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
    void keepsTheChoiceWhenTheSameSetIsReadAgain();

private:
    static void press(TrainForm &form, const QString &part)
    {
        for (auto *button : form.findChildren<QRadioButton *>())
            if (button->text().contains(part))
                button->setChecked(true);
    }
};

void TstTrainForm::asksForPicturesFirst()
{
    TrainForm form;
    QCOMPARE(form.obstacles().size(), 1);
    form.setDataset(pictures({30}));
    QVERIFY(form.obstacles().isEmpty());
    QVERIFY(form.warnings().isEmpty());
}

void TstTrainForm::givesTheCommandLinesDefaults()
{
    TrainForm form;
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
    QCOMPARE(request.textures, untouched.textures);
    QVERIFY(request.categories.empty()); // all of them
    QCOMPARE(request.data, std::filesystem::path("pictures"));
}

void TstTrainForm::quickIsAThirdOfTheSteps()
{
    TrainForm form;
    form.setDataset(pictures({30}));
    press(form, u"Quick"_s);
    QCOMPARE(form.request().options.steps, std::int64_t{400});
    QVERIFY(form.request().options.profile == engine::Profile::Compact);
}

void TstTrainForm::paperIsThePublishedNetwork()
{
    TrainForm form;
    form.setDataset(pictures({30}));
    press(form, u"Paper"_s);
    QVERIFY(form.request().options.profile == engine::Profile::Paper);
    QCOMPARE(form.request().options.steps, std::int64_t{0});
}

void TstTrainForm::namesOnlyTheChosenCategories()
{
    TrainForm form;
    form.setDataset(pictures({30, 40}));
    QSignalSpy changed(&form, &TrainForm::changed);
    auto *list = form.findChild<QListWidget *>();
    list->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(form.request().categories, std::vector<std::string>{"part1"});
    list->item(1)->setCheckState(Qt::Unchecked);
    QCOMPARE(form.obstacles().size(), 1);
}

void TstTrainForm::leavesOutACategoryWithoutNormals()
{
    TrainForm form;
    form.setDataset(pictures({30, 0}));
    QVERIFY(form.obstacles().isEmpty());
    QCOMPARE(form.request().categories, std::vector<std::string>{"part0"});
    form.findChild<QListWidget *>()->item(1)->setCheckState(Qt::Checked);
    QCOMPARE(form.obstacles().size(), 1);
    QVERIFY(form.obstacles().first().contains(u"part1"_s));
}

void TstTrainForm::warnsOfFewNormals()
{
    TrainForm form;
    form.setDataset(pictures({5, 30}));
    QVERIFY(form.obstacles().isEmpty());
    QCOMPARE(form.warnings().size(), 1);
    QVERIFY(form.warnings().first().contains(u"part0"_s));
}

void TstTrainForm::expertSettingsReachTheRequest()
{
    TrainForm form;
    form.setDataset(pictures({30}));
    QVERIFY(form.findChild<QSpinBox *>()->isHidden() ||
            !form.findChild<QSpinBox *>()->isVisibleTo(&form));
    form.findChild<QToolButton *>()->setChecked(true);
    QVERIFY(form.findChild<QSpinBox *>()->isVisibleTo(&form));
    for (auto *box : form.findChildren<QSpinBox *>()) {
        if (box->toolTip() == u"--template-count"_s)
            box->setValue(5);
        if (box->toolTip() == u"--steps"_s)
            box->setValue(77);
        if (box->toolTip() == u"--seed"_s)
            box->setValue(9);
    }
    for (auto *box : form.findChildren<QComboBox *>())
        if (box->toolTip() == u"--templates"_s)
            box->setCurrentIndex(2);
    const auto options = form.request().options;
    QCOMPARE(options.templateCount, std::int64_t{5});
    QCOMPARE(options.steps, std::int64_t{77});
    QCOMPARE(options.seed, std::uint64_t{9});
    QVERIFY(options.templates == engine::TemplateStrategy::KCentre);
    press(form, u"Quick"_s); // the number that was typed goes before the profile's
    QCOMPARE(form.request().options.steps, std::int64_t{77});
}

void TstTrainForm::keepsTheChoiceWhenTheSameSetIsReadAgain()
{
    TrainForm form;
    form.setDataset(pictures({30, 40}));
    form.findChild<QListWidget *>()->item(0)->setCheckState(Qt::Unchecked);
    form.setDataset(pictures({30, 40}));
    QCOMPARE(form.request().categories, std::vector<std::string>{"part1"});
}

QTEST_MAIN(TstTrainForm)
#include "tst_train_form.moc"
