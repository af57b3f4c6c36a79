#pragma once

#include "ui/dataset/image_filter.h"
#include "ui/dataset/image_list_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace cf::ui {

/// The line for the text query with its help and error, the order, and the size of the thumbnails.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent = nullptr);

    QString text() const;
    ImageOrder order() const;

public Q_SLOTS:
    void setText(const QString &text);
    void setOrder(cf::ui::ImageOrder order);
    void setThumbnailSide(int sidePx);
    void focusText();

Q_SIGNALS:
    /// After each change of the text; only of one that can be understood.
    void filterChanged(const cf::ui::ImageFilter &filter);
    void orderChanged(cf::ui::ImageOrder order);
    void thumbnailSideChanged(int sidePx);

protected:
    void changeEvent(QEvent *event) override;

private:
    void onEdited();
    void showHelp();
    void retranslate();

    QLineEdit *m_edit;
    QToolButton *m_help;
    QLabel *m_errorMark, *m_error;
    QLabel *m_orderLabel, *m_sizeLabel;
    QComboBox *m_order;
    QSlider *m_size;
};

} // namespace cf::ui
