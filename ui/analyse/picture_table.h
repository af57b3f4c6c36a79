#pragma once

#include "ui/analyse/picture_model.h"
#include "ui/dataset/thumbnail_store.h"

#include <QTableView>
#include <QTimer>

class QSortFilterProxyModel;

namespace cf::ui {

/// A sortable list of pictures with thumbnails of those on screen. A double click or Enter opens
/// one.
class PictureTable : public QTableView
{
    Q_OBJECT
public:
    explicit PictureTable(QWidget *parent = nullptr);

    void setPictures(std::vector<workflow::AnalysedPicture> pictures, bool manyCategories);
    void setThreshold(double threshold) { m_model.setThreshold(threshold); }
    /// Shown in the middle while there are no pictures.
    void setEmptyText(const QString &text);
    /// Absolute paths in the order shown.
    QStringList paths() const;

Q_SIGNALS:
    void pictureWanted(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void requestVisible();
    void retranslate();

    ThumbnailStore m_thumbnails;
    PictureModel m_model;
    QSortFilterProxyModel *m_sorted;
    QTimer m_soon; ///< asks once however often the view moves
    QString m_emptyText;
};

} // namespace cf::ui
