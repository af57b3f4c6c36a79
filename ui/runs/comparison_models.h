#pragma once

#include "core/workflow/run_comparison.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace cf::ui {

/// A table over a comparison; columns of the rows come first, then those of the runs.
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole };

    explicit ComparisonModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    void setComparison(const std::shared_ptr<const workflow::RunComparison> &comparison);
    /// Headings and words in the present language.
    void retranslate();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    virtual int ownColumns() const = 0;
    virtual QString ownHeading(int column) const = 0;
    virtual int runColumns() const; ///< a column a run
    virtual QString runHeading(int column) const;
    virtual QString text(int row, int column) const = 0;
    virtual QVariant sortValue(int row, int column) const { return text(row, column); }
    virtual bool isNumber(int column) const { return column >= ownColumns(); }
    virtual bool isBold(int row, int column) const = 0;

    const workflow::RunComparison &comparison() const { return *m_comparison; }
    /// "3 cloth", and of the reference that it is it.
    QString label(std::size_t run) const;

private:
    std::shared_ptr<const workflow::RunComparison> m_comparison =
        std::make_shared<const workflow::RunComparison>();
};

/// Figures of each run in per cent, and for each but the reference the difference from it.
class DeltasModel : public ComparisonModel
{
public:
    using ComparisonModel::ComparisonModel;
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    int ownColumns() const override { return 2; }
    QString ownHeading(int column) const override;
    int runColumns() const override;
    QString runHeading(int column) const override;
    QString text(int row, int column) const override;
    QVariant sortValue(int row, int column) const override;
    bool isBold(int row, int column) const override;

private:
    struct Shown
    {
        std::size_t run = 0;
        bool difference = false;
    };
    Shown shown(int column) const;
    std::optional<double> value(int row, int column) const;
};

/// The settings that differ, under their command-line names.
class SettingsModel : public ComparisonModel
{
public:
    using ComparisonModel::ComparisonModel;
    int rowCount(const QModelIndex &parent = {}) const override;

protected:
    int ownColumns() const override { return 1; }
    QString ownHeading(int column) const override;
    QString text(int row, int column) const override;
    bool isNumber(int) const override { return false; }
    bool isBold(int row, int column) const override;
};

/// The pictures with the score of each run and what it makes of them.
class PicturesModel : public ComparisonModel
{
public:
    enum Column { Category, Path, Kind, Change, OwnColumns };
    enum PictureRole { ChangesSideRole = ComparisonModel::SortRole + 1 };
    using ComparisonModel::ComparisonModel;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    const workflow::PictureRow &picture(int row) const;
    /// The run of a column; none for the picture's own columns.
    std::optional<std::size_t> runOf(int column) const;

protected:
    int ownColumns() const override { return OwnColumns; }
    QString ownHeading(int column) const override;
    QString text(int row, int column) const override;
    QVariant sortValue(int row, int column) const override;
    bool isNumber(int column) const override { return column == Change || column >= OwnColumns; }
    bool isBold(int row, int column) const override;
};

} // namespace cf::ui
