#include "ui/analyse/analysis_text.h"

#include "ui/tables/table_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace cf::ui {

namespace {

/// The context of the translations.
struct AnalysisText
{
    Q_DECLARE_TR_FUNCTIONS(AnalysisText)
};

QString number(std::size_t count)
{
    return QLocale().toString(qulonglong(count));
}

} // namespace

QString variantText(store::Variant variant)
{
    switch (variant) {
    case store::Variant::Baseline:
        return AnalysisText::tr("baseline");
    case store::Variant::Filtered:
        return AnalysisText::tr("filtered");
    case store::Variant::Fused:
        return AnalysisText::tr("fused");
    case store::Variant::External:
        return AnalysisText::tr("other method");
    }
    return {};
}

QString variantChoice(store::Variant variant)
{
    switch (variant) {
    case store::Variant::Baseline:
        return AnalysisText::tr("Baseline (before the filter)");
    case store::Variant::Filtered:
        return AnalysisText::tr("Filtered");
    case store::Variant::Fused:
        return AnalysisText::tr("Fused (baseline and filtered)");
    case store::Variant::External:
        return AnalysisText::tr("Other method's maps");
    }
    return {};
}

QString scoreText(double score)
{
    return QLocale().toString(score, 'f', 3);
}

QString intervalText(const std::optional<metrics::Interval> &interval)
{
    if (!interval)
        return QStringLiteral("–");
    return AnalysisText::tr("%1–%2 %").arg(percentText(interval->low), percentText(interval->high));
}

QString countText(const workflow::Rate &rate)
{
    return AnalysisText::tr("%1 of %2").arg(number(rate.successes), number(rate.trials));
}

QString shareText(const workflow::Rate &rate)
{
    if (rate.trials == 0)
        return QStringLiteral("–");
    return AnalysisText::tr("%1 %").arg(percentText(double(rate.successes) / double(rate.trials)));
}

QString fewPicturesText(std::size_t good, std::size_t defective)
{
    QStringList sentences;
    if (good < workflow::kFewPictures)
        sentences +=
            good == 0
                ? AnalysisText::tr("There are no good pictures: false rejects cannot be known.")
                : AnalysisText::tr("Good pictures: only %1.").arg(number(good));
    if (defective < workflow::kFewPictures)
        sentences +=
            defective == 0
                ? AnalysisText::tr("There are no defective pictures: what escapes cannot be known.")
                : AnalysisText::tr("Defective pictures: only %1.").arg(number(defective));
    if (sentences.isEmpty())
        return {};
    if (good > 0 && defective > 0)
        sentences +=
            AnalysisText::tr("Trust the intervals, not the single numbers; a few more pictures may "
                             "move the threshold.");
    return sentences.join(QLatin1Char(' '));
}

QString reasonText(const std::string &reason)
{
    if (reason == "there is no normal image")
        return AnalysisText::tr("This rule needs good pictures, and the test set has none.");
    if (reason == "there is no anomalous image")
        return AnalysisText::tr("This rule needs defective pictures, and the test set has none.");
    return QString::fromStdString(reason);
}

} // namespace cf::ui
