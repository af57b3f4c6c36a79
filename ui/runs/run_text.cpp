#include "ui/runs/run_text.h"

#include "ui/tables/table_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
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
    // In the order of metricHeadings().
    static constexpr std::array kNames = {"image_auroc", "image_ap", "image_f1max",
                                          "pixel_auroc", "pixel_ap", "pixel_f1max",
                                          "au_pro"};
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (metric == kNames[i])
            return metricHeadings().at(static_cast<qsizetype>(i));
    return QString::fromStdString(metric);
}

QString percentText(const std::optional<double> &share)
{
    return share ? percentText(*share) : dash();
}

QString differenceText(const std::optional<double> &share)
{
    return share ? percentText(*share, true) : dash();
}

QString runLabel(const store::Run &run)
{
    return QStringLiteral("%1 %2").arg(run.id).arg(QString::fromStdString(run.name));
}

} // namespace cf::ui
