#pragma once

#include <QBasicTimer>
#include <QListView>

#include <functional>
#include <string>
#include <unordered_map>

namespace cf::ui {

class ImageListModel;
struct ImageRow;
class ThumbnailDelegate;
class ThumbnailStore;

/// Pictures as tiles that fill the width. Asks the store for those on screen and half a screen
/// around, after every scrolling, sizing and change of the list. Ctrl with the wheel, and Ctrl with
/// + and -, change the size of the thumbnails; Enter and a double click emit activated().
class ImageGrid : public QListView
{
    Q_OBJECT
public:
    static constexpr int kLeastSidePx = 64;
    static constexpr int kMostSidePx = 320;

    /// Model and store must live as long.
    ImageGrid(ImageListModel *model, ThumbnailStore *store, QWidget *parent = nullptr);

    int thumbnailSide() const;
    /// Rows on screen, first and one past the last.
    std::pair<int, int> visibleRows() const;
    ThumbnailDelegate *tiles() const { return m_delegate; }

    /// Adds those that fulfil it to the selection.
    void selectWhere(const std::function<bool(const ImageRow &)> &wanted);
    int selectedCount() const;

public Q_SLOTS:
    /// Clamped to 64..320 pixels; what is current or else on top stays in sight.
    void setThumbnailSide(int sidePx);
    void zoomIn();
    void zoomOut();

Q_SIGNALS:
    void thumbnailSideChanged(int sidePx);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fitTiles();
    void requestSoon();
    void requestVisible();
    void onArrived(const std::string &path);

    ImageListModel *m_model;
    ThumbnailStore *m_store;
    ThumbnailDelegate *m_delegate;
    QBasicTimer m_requestTimer;
    std::unordered_map<std::string, int> m_requestedRows; ///< path -> row
    int m_wheelRest = 0;                                  ///< of a wheel that turns in small steps
};

} // namespace cf::ui
