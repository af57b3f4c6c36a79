#pragma once

#include "core/workflow/run_comparison.h"

#include <QWidget>

#include <memory>
#include <vector>

class QAbstractItemModel;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QTabWidget;
class QTableView;
class QToolButton;

namespace cf::ui {

class CurvePlot;
class DeltasModel;
class MapsStrip;
class PictureChanges;
class PicturesModel;
class SettingsModel;

/// Two to ten runs against one of them: figures, pictures that change side, settings, curves. Shows
/// what it is given; another reference or threshold is asked for by requestChanged().
class CompareView : public QWidget
{
    Q_OBJECT
public:
    explicit CompareView(QWidget *parent = nullptr);

    /// The choice of the reference for these runs, oldest first; the same one stays when it is
    /// among them.
    void setRuns(const std::vector<store::Run> &runs);
    workflow::ComparisonRequest request() const;
    void setComparison(const std::shared_ptr<const workflow::RunComparison> &comparison);
    const std::shared_ptr<const workflow::RunComparison> &comparison() const
    {
        return m_comparison;
    }
    MapsStrip &maps();

Q_SIGNALS:
    void requestChanged();
    void pictureWanted(const QString &path, const QString &run);
    void mapsWanted(std::size_t picture); ///< of the comparison

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeCurves();
    QTableView *makeTable(const char *name, QAbstractItemModel *model);
    void showCurves();
    void showNotes();
    void retranslate();

    std::shared_ptr<const workflow::RunComparison> m_comparison;
    std::vector<store::Id> m_ids;
    DeltasModel *m_deltas;
    PicturesModel *m_pictures;
    SettingsModel *m_settings;
    PictureChanges *m_changes;

    QLabel *m_referenceLabel;
    QComboBox *m_reference;
    QCheckBox *m_ownThreshold;
    QDoubleSpinBox *m_threshold;
    QToolButton *m_copy;
    QTabWidget *m_tabs;
    QTableView *m_deltasTable, *m_settingsTable, *m_picturesTable;
    QLabel *m_metricsNote, *m_settingsNote;
    CurvePlot *m_loss, *m_validation;
};

} // namespace cf::ui
