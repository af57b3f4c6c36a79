#include "ui/runs/comparison_models.h"

#include "ui/runs/run_text.h"

#include <QCoreApplication>
#include <QFont>

namespace cf::ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("cf::ui::ComparisonModel", text);
}

/// What a run makes of a picture, measured by what it really is where that is known.
QString verdict(bool called, const std::optional<bool> &defective)
{
    if (!defective)
        return called ? words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "anomalous"))
                      : words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "normal"));
    if (*defective)
        return called ? words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "found"))
                      : words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "missed"));
    return called ? words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "false alarm"))
                  : words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "clear"));
}

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

void ComparisonModel::setComparison(
    const std::shared_ptr<const workflow::RunComparison> &comparison)
{
    beginResetModel();
    m_comparison = comparison;
    endResetModel();
}

void ComparisonModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

QString ComparisonModel::label(std::size_t run) const
{
    const auto name = runLabel(comparison().runs[run].run);
    return run == comparison().reference
               ? words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "%1 (reference)")).arg(name)
               : name;
}

int ComparisonModel::runColumns() const
{
    return static_cast<int>(comparison().runs.size());
}

QString ComparisonModel::runHeading(int column) const
{
    return label(at(column));
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ownColumns() + runColumns();
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    return section < ownColumns() ? ownHeading(section) : runHeading(section - ownColumns());
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return isBold(index.row(), index.column()) ? QVariant(font) : QVariant();
    }
    case SortRole:
        return sortValue(index.row(), index.column());
    default:
        return {};
    }
}

int DeltasModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(comparison().metrics.size());
}

QString DeltasModel::ownHeading(int column) const
{
    return column == 0 ? words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "Category"))
                       : words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "Metric"));
}

int DeltasModel::runColumns() const
{
    const int runs = static_cast<int>(comparison().runs.size());
    return runs == 0 ? 0 : 2 * runs - 1; // the reference has no difference from itself
}

DeltasModel::Shown DeltasModel::shown(int column) const
{
    const auto reference = comparison().reference;
    int left = column;
    for (std::size_t run = 0;; ++run) {
        const int width = run == reference ? 1 : 2;
        if (left < width)
            return {run, left == 1};
        left -= width;
    }
}

QString DeltasModel::runHeading(int column) const
{
    const auto place = shown(column);
    if (!place.difference)
        return label(place.run);
    return QStringLiteral("%1 − %2")
        .arg(comparison().runs[place.run].run.id)
        .arg(comparison().runs[comparison().reference].run.id);
}

std::optional<double> DeltasModel::value(int row, int column) const
{
    const auto place = shown(column - ownColumns());
    const auto &metric = comparison().metrics[at(row)];
    return place.difference ? metric.deltas[place.run] : metric.values[place.run];
}

QString DeltasModel::text(int row, int column) const
{
    const auto &metric = comparison().metrics[at(row)];
    if (column == 0)
        return metric.category.empty() ? words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "Mean"))
                                       : QString::fromStdString(metric.category);
    if (column == 1)
        return metricHeading(metric.metric);
    return shown(column - ownColumns()).difference ? differenceText(value(row, column))
                                                   : percentText(value(row, column));
}

QVariant DeltasModel::sortValue(int row, int column) const
{
    if (column < ownColumns())
        return row; // the mean first, figures in the order of the field
    return value(row, column).value_or(-10.0);
}

bool DeltasModel::isBold(int row, int column) const
{
    return comparison().metrics[at(row)].category.empty() ||
           (column >= ownColumns() && shown(column - ownColumns()).difference);
}

int SettingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(comparison().settings.size());
}

QString SettingsModel::ownHeading(int) const
{
    return words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "Setting"));
}

QString SettingsModel::text(int row, int column) const
{
    const auto &setting = comparison().settings[at(row)];
    if (column == 0)
        return QString::fromStdString(setting.option.empty() ? setting.key : setting.option);
    const auto &value = setting.values[at(column - 1)];
    if (!value)
        return QStringLiteral("–");
    return value->empty()
               ? words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "as the program chooses"))
               : QString::fromStdString(*value);
}

bool SettingsModel::isBold(int row, int column) const
{
    const auto &setting = comparison().settings[at(row)];
    return column > 0 && setting.values[at(column - 1)] != setting.values[comparison().reference];
}

int PicturesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(comparison().pictures.size());
}

const workflow::PictureRow &PicturesModel::picture(int row) const
{
    return comparison().pictures[at(row)];
}

std::optional<std::size_t> PicturesModel::runOf(int column) const
{
    return column < OwnColumns ? std::nullopt : std::optional(at(column - OwnColumns));
}

QVariant PicturesModel::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && role == ChangesSideRole)
        return picture(index.row()).changesSide;
    return ComparisonModel::data(index, role);
}

QVariant PicturesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::ToolTipRole || orientation != Qt::Horizontal)
        return ComparisonModel::headerData(section, orientation, role);
    if (section == Change)
        return words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel",
                                       "How far the score moved over the threshold, in standard "
                                       "deviations of each run's scores"));
    return runOf(section) ? words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel",
                                                    "A double click in this column opens the "
                                                    "picture with this run"))
                          : QVariant();
}

QString PicturesModel::ownHeading(int column) const
{
    switch (column) {
    case Category:
        return words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "Category"));
    case Path:
        return words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "Picture"));
    case Kind:
        return words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "Kind"));
    default:
        return words(QT_TRANSLATE_NOOP("cf::ui::ComparisonModel", "Change"));
    }
}

QString PicturesModel::text(int row, int column) const
{
    const auto &shown = picture(row);
    switch (column) {
    case Category:
        return QString::fromStdString(shown.category);
    case Path:
        return QString::fromStdString(shown.path.generic_string());
    case Kind:
        return QString::fromStdString(shown.kind);
    case Change:
        return QStringLiteral("%L1").arg(shown.change, 0, 'f', 2);
    default:
        break;
    }
    const auto run = *runOf(column);
    if (!shown.scores[run])
        return QStringLiteral("–");
    const auto score = QStringLiteral("%L1").arg(*shown.scores[run], 0, 'f', 2);
    return shown.called[run]
               ? QStringLiteral("%1  %2").arg(verdict(*shown.called[run], shown.defective), score)
               : score;
}

QVariant PicturesModel::sortValue(int row, int column) const
{
    const auto &shown = picture(row);
    if (column == Change)
        return shown.change + (shown.changesSide ? 1e6 : 0.0); // those that change side go before
    if (column < OwnColumns)
        return text(row, column);
    return shown.scores[*runOf(column)].value_or(-1e300);
}

bool PicturesModel::isBold(int row, int column) const
{
    const auto run = runOf(column);
    const auto &shown = picture(row);
    return run && shown.called[*run] && shown.called[comparison().reference] &&
           shown.called[*run] != shown.called[comparison().reference];
}

} // namespace cf::ui
