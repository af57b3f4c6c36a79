#pragma once

#include "core/base/result.h"

#include <QString>
#include <QWidget>

#include <filesystem>
#include <map>
#include <optional>

class QAction;
class QCPAxis;
class QCPAxisRect;
class QCustomPlot;
class QLabel;
class QMouseEvent;

namespace cf::ui {

/// What all plots share: the colours of the theme, a sentence while there is nothing to show, and a
/// menu that copies or saves the picture. The wheel zooms, dragging pans, a double click shows
/// everything again.
class PlotFrame : public QWidget
{
    Q_OBJECT
public:
    /// Text in the middle while there is nothing to show.
    void setEmptyText(const QString &text);
    bool isEmpty() const { return m_empty; }

    /// Writes the plot as it stands, on white ground, as .png (at twice its size), .svg or .pdf.
    /// Fails with BadUsage for another ending, and as writeFileAtomically().
    Result<void> savePicture(const std::filesystem::path &file);
    void copyPicture();
    /// Asks for a file and saves; a failure is shown.
    void askAndSavePicture();

    QSize sizeHint() const override { return {420, 260}; }

protected:
    explicit PlotFrame(QWidget *parent);

    QCustomPlot &plot() const { return *m_plot; }
    bool isZoomed() const { return m_zoomed; }
    void setEmpty(bool empty);
    /// One that is longer than its axis goes into two lines, or is shortened.
    void setTitle(QCPAxis &axis, const QString &title);
    /// The legend in a row of its own above the axes, where it covers nothing.
    void placeLegendAbove();

    /// Fits the axes to what is shown.
    virtual void showAll() = 0;
    /// Everything in the colours of the palette; called by the constructor of the last class and
    /// whenever they change.
    virtual void showColours();
    virtual void retranslate();

    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// As many columns as the names leave room for.
    void fitLegend();
    void fitTitles();
    template <class Draw>
    void onPaper(Draw draw);

    QCustomPlot *m_plot;
    QLabel *m_emptyLabel;
    std::map<QCPAxis *, QString> m_titles; ///< whole
    QAction *m_copy, *m_save;
    bool m_empty = true;
    bool m_zoomed = false;
};

} // namespace cf::ui
