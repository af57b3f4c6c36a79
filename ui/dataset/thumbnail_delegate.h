#pragma once

#include <QStyledItemDelegate>

namespace cf::ui {

struct ImageRow;
struct Thumbnail;
class ThumbnailStore;

/// Paints a picture of an ImageListModel as a tile: the thumbnail in its own aspect, the name cut
/// in the middle, the label as shape and word, the score, and a triangle if there is a problem.
/// Never reads a file: what the store does not have yet stays a grey place.
class ThumbnailDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// The store must live as long.
    explicit ThumbnailDelegate(ThumbnailStore *store, QObject *parent = nullptr);

    void setSidePx(int sidePx) { m_sidePx = sidePx; }
    int sidePx() const { return m_sidePx; }
    /// The least that a whole tile needs.
    QSize leastTileSize(const QFontMetrics &metrics) const;
    /// What sizeHint() says from now on: the cells of the view, so that tiles fill them.
    void setTileSize(QSize size) { m_tileSize = size; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    /// What the tip of a picture says, as HTML; with the reason if it cannot be read.
    QString tipOf(const ImageRow &row) const;

private:
    /// Returns where it is, within `place`.
    QRect paintPicture(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place,
                       const Thumbnail *thumbnail) const;
    void paintFacts(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line,
                    const ImageRow &row) const;

    ThumbnailStore *m_store;
    int m_sidePx = 128;
    QSize m_tileSize;
};

} // namespace cf::ui
