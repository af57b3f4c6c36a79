#include "ui/runs/runs_model.h"

#include "ui/jobs/job.h"
#include "ui/jobs/time_text.h"
#include "ui/runs/run_text.h"

#include <QFont>

#include <algorithm>

namespace cf::ui {

namespace {

const std::string kMetrics[] = {"image_auroc", "image_ap", "pixel_ap", "au_pro"};

bool isFigure(int column)
{
    return column >= RunsModel::FirstFigure && column < RunsModel::Notes;
}

bool isGain(int column)
{
    return isFigure(column) && (column - RunsModel::FirstFigure) % 2 == 1;
}

const std::string &metricOf(int column)
{
    return kMetrics[(column - RunsModel::FirstFigure) / 2];
}

const workflow::RunFigure *figureOf(const workflow::RunRow &row, int column)
{
    for (const auto &figure : row.figures)
        if (figure.metric == metricOf(column))
            return &figure;
    return nullptr;
}

QString figureText(const workflow::RunFigure &figure, bool gain)
{
    if (gain)
        return differenceText(figure.gain());
    if (!figure.baseline)
        return percentText(figure.result);
    return QStringLiteral("%1 → %2").arg(percentText(figure.baseline), percentText(figure.result));
}

bool isRightAligned(int column)
{
    return column == RunsModel::Number || column == RunsModel::Steps || column == RunsModel::Time ||
           isFigure(column);
}

qint64 millisecondsOf(const store::Run &run)
{
    return static_cast<qint64>(run.seconds * 1000.0);
}

} // namespace

void RunsModel::setRows(std::vector<workflow::RunRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const workflow::RunRow *RunsModel::row(store::Id run) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const auto &entry) { return entry.run.id == run; });
    return found == m_rows.end() ? nullptr : &*found;
}

void RunsModel::setNotes(store::Id run, const std::string &notes)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].run.id != run)
            continue;
        m_rows[i].run.notes = notes;
        const auto changed = index(static_cast<int>(i), Notes);
        Q_EMIT dataChanged(changed, changed);
    }
}

void RunsModel::setChosenRun(store::Id run)
{
    m_chosen = run;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void RunsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    setChosenRun(m_chosen); // and all cells
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunsModel::text(const workflow::RunRow &row, int column) const
{
    const auto &run = row.run;
    switch (column) {
    case Number:
        return QString::number(run.id);
    case Name:
        return QString::fromStdString(run.name);
    case Kind:
        return runKindText(run.kind);
    case State:
        return runStateText(run.state);
    case Created:
        return timeText(run.createdUtc);
    case Steps:
        return run.kind == store::RunKind::Train ? QStringLiteral("%L1").arg(run.stepsDone)
                                                 : QString();
    case Time:
        return run.seconds > 0.0 ? durationText(millisecondsOf(run)) : QString();
    case Profile:
        return QString::fromStdString(row.profile);
    case Notes:
        return QString::fromStdString(run.notes).simplified();
    default:
        break;
    }
    const auto *figure = figureOf(row, column);
    return figure ? figureText(*figure, isGain(column)) : QString();
}

QVariant RunsModel::sortValue(const workflow::RunRow &row, int column) const
{
    switch (column) {
    case Number:
        return static_cast<qlonglong>(row.run.id);
    case Created:
        return QString::fromStdString(row.run.createdUtc);
    case Steps:
        return static_cast<qlonglong>(row.run.stepsDone);
    case Time:
        return row.run.seconds;
    default:
        break;
    }
    if (!isFigure(column))
        return text(row, column);
    const auto *figure = figureOf(row, column);
    const auto value = !figure ? std::nullopt : isGain(column) ? figure->gain() : figure->result;
    return value ? QVariant(*value) : QVariant(-10.0); // below every figure
}

QString RunsModel::toolTip(const workflow::RunRow &row, int column) const
{
    switch (column) {
    case State:
        return QString::fromStdString(row.run.error.value_or(std::string()));
    case Name:
    case Notes:
        return text(row, column);
    default:
        break;
    }
    const auto *figure = isFigure(column) && !isGain(column) ? figureOf(row, column) : nullptr;
    if (!figure || !figure->baseline)
        return {};
    return tr("Before the filter %1, with it %2 per cent")
        .arg(percentText(figure->baseline), percentText(figure->result));
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::EditRole:
        return column == Notes ? QString::fromStdString(row.run.notes) : text(row, column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::FontRole: {
        QFont font;
        font.setBold(row.run.id == m_chosen);
        return font.bold() ? QVariant(font) : QVariant();
    }
    case Qt::AccessibleTextRole:
        if (column == Number && row.run.id == m_chosen)
            return tr("%1, shown by the other pages").arg(text(row, column));
        return {};
    case SortRole:
        return sortValue(row, column);
    case FilterRole: {
        QStringList words;
        for (const int searched : {Number, Name, Kind, State, Profile, Notes})
            words += text(row, searched);
        return words.join(QLatin1Char(' '));
    }
    case RunRole:
        return static_cast<qlonglong>(row.run.id);
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isRightAligned(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (isFigure(section)) {
        const auto heading = metricHeading(metricOf(section));
        if (role == Qt::DisplayRole)
            return isGain(section) ? tr("Gain %1").arg(heading) : heading;
        if (role == Qt::ToolTipRole)
            return isGain(section)
                       ? tr("%1 with the filter less %1 before it, in per cent points").arg(heading)
                       : tr("Mean %1 over the categories in per cent, before the filter and with "
                            "it")
                             .arg(heading);
        return {};
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Run");
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case State:
        return tr("State");
    case Created:
        return tr("Created");
    case Steps:
        return tr("Steps");
    case Time:
        return tr("Time");
    case Profile:
        return tr("Profile");
    default:
        return tr("Notes");
    }
}

Qt::ItemFlags RunsModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractTableModel::flags(index);
    if (index.column() == Notes)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool RunsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || index.column() != Notes)
        return false;
    const auto &run = at(index.row()).run;
    const auto before = QString::fromStdString(run.notes);
    if (value.toString() == before)
        return false;
    Q_EMIT notesEdited(run.id, before, value.toString());
    return true;
}

} // namespace cf::ui
