#include "core/dataset/dataset_json.h"
#include "core/dataset/open_dataset.h"
#include "tests/dataset/dataset_folder.h"
#include "tests/result_check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace cf::dataset;

namespace {

QJsonObject parsed(const Dataset &dataset)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(datasetJson(dataset))).object();
}

} // namespace

class TstDatasetJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasTheKeysOfTheContract();
    void isEmptyButComplete();
    void survivesNamesThatAreNotUtf8();
    void isOneLine();
};

void TstDatasetJson::hasTheKeysOfTheContract()
{
    DatasetFolder folder;
    folder.mvtecCategory("bottle");
    folder.text("bottle/train/good/notes.txt", "x");
    OPEN_DATASET(dataset, folder.path());
    const QJsonObject json = parsed(dataset);
    QCOMPARE(json.keys(), (QStringList{QStringLiteral("categories"), QStringLiteral("format"),
                                       QStringLiteral("problems")}));
    QCOMPARE(json[QLatin1String("format")].toString(), QStringLiteral("mvtec-ad"));
    const QJsonObject bottle = json[QLatin1String("categories")].toArray().at(0).toObject();
    const QJsonObject expected = {{QStringLiteral("name"), QStringLiteral("bottle")},
                                  {QStringLiteral("train_good"), 4},
                                  {QStringLiteral("test_good"), 2},
                                  {QStringLiteral("test_defect"), 2},
                                  {QStringLiteral("masks"), 2},
                                  {QStringLiteral("kinds"), QJsonArray{QStringLiteral("scratch")}}};
    QCOMPARE(bottle, expected);
    const QJsonObject problem = json[QLatin1String("problems")].toArray().at(0).toObject();
    QVERIFY(problem[QLatin1String("file")].toString().endsWith(QLatin1String("notes.txt")));
    QVERIFY(!problem[QLatin1String("problem")].toString().isEmpty());
    QCOMPARE(problem.size(), 2);
}

void TstDatasetJson::isEmptyButComplete()
{
    QCOMPARE(datasetJson(Dataset{"visa", "", {}, {}}),
             std::string(R"({"format":"visa","categories":[],"problems":[]})"));
    QCOMPARE(
        datasetJson(Dataset{"visa", "", {{"c", {}}}, {}}),
        std::string(R"({"format":"visa","categories":[{"name":"c","train_good":0,"test_good":0,)"
                    R"("test_defect":0,"masks":0,"kinds":[]}],"problems":[]})"));
}

void TstDatasetJson::survivesNamesThatAreNotUtf8()
{
    const Dataset dataset{"folder", "", {{"caf\xe9", {}}}, {{"bad\xff.png", "quote \" and \\"}}};
    const QJsonObject json = parsed(dataset);
    QCOMPARE(json[QLatin1String("categories")]
                 .toArray()
                 .at(0)
                 .toObject()[QLatin1String("name")]
                 .toString(),
             QString::fromUtf8("caf\xef\xbf\xbd"));
    QCOMPARE(json[QLatin1String("problems")]
                 .toArray()
                 .at(0)
                 .toObject()[QLatin1String("problem")]
                 .toString(),
             QStringLiteral("quote \" and \\"));
}

void TstDatasetJson::isOneLine()
{
    const Dataset dataset{"folder", "", {}, {{"a\nb.png", "x"}}};
    QVERIFY(datasetJson(dataset).find('\n') == std::string::npos);
}

QTEST_GUILESS_MAIN(TstDatasetJson)
#include "tst_dataset_json.moc"
