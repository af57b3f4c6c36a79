#pragma once

#include "core/workflow/compared_maps.h"
#include "ui/image/view_state.h"

#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QStackedLayout;

namespace cf::ui {

class ImageCanvas;
class PathLabel;

/// A picture and beside it the map that each of the compared runs gives for it: one zoom, one
/// cursor. The colours of a run span its scores of the category, so that scales of their own
/// compare.
class MapsStrip : public QWidget
{
    Q_OBJECT
public:
    explicit MapsStrip(QWidget *parent = nullptr);

    /// Instead of pictures.
    void showSentence(const QString &sentence);
    void showPicture(const workflow::RunComparison &comparison,
                     const workflow::ComparedPicture &picture);
    /// The picture first, then the runs in their order.
    std::vector<ImageCanvas *> canvases() const;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Cell
    {
        QWidget *box;
        PathLabel *title;
        ImageCanvas *canvas;
        QLabel *value;
    };
    Cell makeCell();
    void setCellCount(std::size_t count);
    void arrange();
    void showValues();
    void retranslate();

    ViewState m_view;
    QLabel *m_sentence;
    QWidget *m_pictures;
    QGridLayout *m_grid;
    QStackedLayout *m_stack;
    std::vector<Cell> m_cells;
    int m_columns = 0;
};

} // namespace cf::ui
