#pragma once

#include "core/workflow/run_comparison.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QTableView;

namespace cf::ui {

class ChangedFilter;
class MapsStrip;
class PicturesModel;

/// The pictures of a comparison, those that change side first, and the maps of the chosen one side
/// by side.
class PictureChanges : public QWidget
{
    Q_OBJECT
public:
    /// `table` belongs to it from now on; `model` lives as long.
    PictureChanges(QTableView *table, PicturesModel *model, QWidget *parent = nullptr);

    void setComparison(const std::shared_ptr<const workflow::RunComparison> &comparison,
                       bool givenThreshold);
    MapsStrip &maps() { return *m_maps; }

Q_SIGNALS:
    void pictureWanted(const QString &path, const QString &run);
    /// Of this picture of the comparison, as it is seen and chosen.
    void mapsWanted(std::size_t picture);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void open(const QModelIndex &index);
    void wantMaps();
    void retranslate();

    std::shared_ptr<const workflow::RunComparison> m_comparison;
    bool m_givenThreshold = false;
    PicturesModel *m_model;
    ChangedFilter *m_shown;
    QLabel *m_note;
    QCheckBox *m_onlyChanged;
    QTableView *m_table;
    MapsStrip *m_maps;
    QTimer m_soon; ///< keys pass many rows on their way
};

} // namespace cf::ui
