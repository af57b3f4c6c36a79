#include "core/dataset/check_dataset.h"
#include "core/dataset/dataset_health.h"
#include "core/dataset/open_dataset.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"
#include "ui/dataset/finding_text.h"

#include <QTest>
#include <QTranslator>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace {

/// A language that is English in brackets.
class Brackets : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u"["_s + QString::fromUtf8(source) + u"]"_s;
    }
    bool isEmpty() const override { return false; }
};

} // namespace

/// The core's sentences are written in one place and translated in another: both must agree.
class TstFindingText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhatTheCoreSays();
    void leavesTheUnknown();
    void keepsAFilesPercentSigns();
};

void TstFindingText::knowsWhatTheCoreSays()
{
    DatasetFolder folder;
    folder.mvtecCategory("tile");
    for (int i = 10; i < 30; ++i)
        folder.image("tile/train/good/0" + std::to_string(i) + ".png");
    const auto copy = [&](const std::string &from, const std::string &to) {
        std::filesystem::copy_file(folder.path(from), folder.path(to));
    };
    copy("tile/train/good/010.png", "tile/train/good/copy.png");
    copy("tile/train/good/011.png", "tile/test/good/leak.png");
    copy("tile/test/scratch/000.png", "tile/test/good/contradiction.png");
    folder.image("tile/train/good/large.png", 24, 20);
    folder.image("tile/train/good/large2.png", 24, 20);
    folder.write("tile/train/good/dark.png",
                 hostile::encoded(".png", cv::Mat(12, 10, CV_8UC3, cv::Scalar::all(3))));
    folder.write("tile/train/good/bright.png",
                 hostile::encoded(".png", cv::Mat(12, 10, CV_8UC3, cv::Scalar::all(250))));
    folder.write("tile/train/good/bright2.png",
                 hostile::encoded(".png", cv::Mat(12, 10, CV_8UC3, cv::Scalar::all(255))));
    folder.text("tile/train/good/empty.png", "");
    folder.text("tile/train/good/words.png", "these are words");
    folder.text("tile/train/good/notes.txt", "notes");
    folder.image("tile/test/scratch/002.png");
    folder.mask("tile/ground_truth/scratch/002_mask.png", 6, 6);
    folder.image("tile/test/scratch/003.png");
    folder.mask("tile/ground_truth/scratch/003_mask.png", 12, 10, 0);
    folder.image("tile/test/scratch/004.png");
    folder.mask("tile/ground_truth/scratch/orphan_mask.png");
    folder.image("empty/test/scratch/000.png");

    RunContext run;
    auto opened = dataset::openDataset(folder.path(), run);
    CF_VERIFY(opened);
    dataset::checkDataset(*opened, run);
    const auto findings = dataset::examineHealth(*opened, run);
    std::vector<std::string> sentences;
    for (const auto &finding : findings)
        sentences.push_back(finding.sentence);
    for (const auto &problem : opened->problems)
        sentences.push_back(problem.problem);
    QVERIFY2(sentences.size() >= 14, qPrintable(QString::number(sentences.size())));

    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    for (const auto &sentence : sentences)
        QCOMPARE(findingText(sentence), u"["_s + QString::fromStdString(sentence) + u"]"_s);
}

void TstFindingText::leavesTheUnknown()
{
    QCOMPARE(findingText("something new"), u"something new"_s);
}

void TstFindingText::keepsAFilesPercentSigns()
{
    const std::string sentence =
        "this training image has exactly the same content as /a/%1 %2.png; remove one of them";
    QCOMPARE(findingText(sentence), QString::fromStdString(sentence));
}

QTEST_GUILESS_MAIN(TstFindingText)
#include "tst_finding_text.moc"
