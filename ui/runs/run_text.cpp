#include "ui/runs/run_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>
#include <utility>

namespace cf::ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("runText", text);
}

const QString &dash()
{
    static const QString text = QStringLiteral("–");
    return text;
}

double shownPercent(double share)
{
    const double rounded = std::round(1000.0 * share) / 10.0;
    return rounded == 0.0 ? 0.0 : rounded; // no "-0.0"
}

} // namespace

QString runKindText(store::RunKind kind)
{
    switch (kind) {
    case store::RunKind::Train:
        return words(QT_TRANSLATE_NOOP("runText", "Training"));
    case store::RunKind::Evaluate:
        return words(QT_TRANSLATE_NOOP("runText", "Evaluation"));
    case store::RunKind::External:
        break;
    }
    return words(QT_TRANSLATE_NOOP("runText", "Other method"));
}

QString runStateText(store::RunState state)
{
    switch (state) {
    case store::RunState::Queued:
        return words(QT_TRANSLATE_NOOP("runText", "Queued"));
    case store::RunState::Running:
        return words(QT_TRANSLATE_NOOP("runText", "Running"));
    case store::RunState::Done:
        return words(QT_TRANSLATE_NOOP("runText", "Done"));
    case store::RunState::Cancelled:
        return words(QT_TRANSLATE_NOOP("runText", "Stopped"));
    case store::RunState::Failed:
        return words(QT_TRANSLATE_NOOP("runText", "Failed"));
    case store::RunState::Interrupted:
        break;
    }
    return words(QT_TRANSLATE_NOOP("runText", "Interrupted"));
}

QString metricHeading(const std::string &metric)
{
    static constexpr std::array<std::pair<const char *, const char *>, 7> kHeadings = {
        {{"image_auroc", "I-AUROC"},
         {"image_ap", "I-AP"},
         {"image_f1max", "I-F1max"},
         {"pixel_auroc", "P-AUROC"},
         {"pixel_ap", "P-AP"},
         {"pixel_f1max", "P-F1max"},
         {"au_pro", "AU-PRO"}}};
    for (const auto &[name, heading] : kHeadings)
        if (metric == name)
            return QString::fromLatin1(heading);
    return QString::fromStdString(metric);
}

QString percentText(const std::optional<double> &share)
{
    return share ? QStringLiteral("%L1").arg(shownPercent(*share), 0, 'f', 1) : dash();
}

QString differenceText(const std::optional<double> &share)
{
    if (!share)
        return dash();
    const auto text = percentText(share);
    return shownPercent(*share) > 0.0 ? QLatin1Char('+') + text : text;
}

QString timeText(const std::string &utc)
{
    const auto time = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : QString::fromStdString(utc);
}

QString runLabel(const store::Run &run)
{
    return QStringLiteral("%1 %2").arg(run.id).arg(QString::fromStdString(run.name));
}

} // namespace cf::ui
