#include "ui/dataset/layout_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace cf::ui {

namespace {

struct Text
{
    const char *format;
    const char *name;
    const char *reason;
};

// The rules are those of the readers in core/dataset.
constexpr Text kTexts[] = {
    {"mvtec-ad", "MVTec AD",
     QT_TRANSLATE_NOOP("LayoutText",
                       "Recognised because each category has a folder train or test, in which a "
                       "folder stands for each kind of picture.")},
    {"mvtec-ad-2", "MVTec AD 2",
     QT_TRANSLATE_NOOP("LayoutText", "Recognised because each category has a folder test_public.")},
    {"mvtec-loco", "MVTec LOCO",
     QT_TRANSLATE_NOOP("LayoutText", "Recognised because the test folder of each category holds "
                                     "logical_anomalies or structural_anomalies.")},
    {"btad", "BTAD",
     QT_TRANSLATE_NOOP("LayoutText",
                       "Recognised because the pictures of each category lie in train/ok and in "
                       "test/ok or test/ko.")},
    {"mpdd", "MPDD",
     QT_TRANSLATE_NOOP("LayoutText",
                       "Recognised because all categories have names of MPDD, such as "
                       "bracket_black or tubes.")},
    {"visa", "VisA",
     QT_TRANSLATE_NOOP("LayoutText",
                       "Recognised because the list split_csv/1cls.csv is there; it says which "
                       "picture belongs where.")},
};

constexpr const char *kFoldersReason = QT_TRANSLATE_NOOP(
    "LayoutText",
    "Recognised because there is a folder of good pictures (good, ok or normal) and no train or "
    "test; every fifth good picture is kept for testing.");
constexpr const char *kFlatReason =
    QT_TRANSLATE_NOOP("LayoutText", "Recognised because pictures lie in the folder itself; nothing "
                                    "says which of them are normal, so all serve for testing.");

QString translated(const char *text)
{
    return QCoreApplication::translate("LayoutText", text);
}

bool hasKnownLabels(const dataset::Dataset &dataset)
{
    return std::any_of(dataset.categories.begin(), dataset.categories.end(),
                       [](const auto &category) {
                           return std::any_of(category.samples.begin(), category.samples.end(),
                                              [](const auto &sample) {
                                                  return sample.label != dataset::Label::Unknown;
                                              });
                       });
}

} // namespace

LayoutText layoutText(const dataset::Dataset &dataset)
{
    for (const Text &text : kTexts)
        if (dataset.format == text.format)
            return {QString::fromUtf8(text.name), translated(text.reason)};
    if (dataset.format == "folder")
        return {translated(QT_TRANSLATE_NOOP("LayoutText", "Plain folders")),
                translated(hasKnownLabels(dataset) ? kFoldersReason : kFlatReason)};
    return {
        QString::fromStdString(dataset.format),
        translated(QT_TRANSLATE_NOOP("LayoutText", "Recognised by an added reader of this name."))};
}

} // namespace cf::ui
