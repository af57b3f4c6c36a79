#pragma once

#include <QRadioButton>

class QPainter;

namespace cf::ui {

/// A radio button whose mark is seen on any ground.
class PlainChoice : public QRadioButton
{
    Q_OBJECT
public:
    explicit PlainChoice(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &place) const override { return rect().contains(place); }
    void paintEvent(QPaintEvent *event) override;
    void paintMark(QPainter &painter, QPoint topLeft) const;
};

/// A choice with a sentence about it, in a frame. Behaves as the radio button that it is.
class ChoiceCard : public PlainChoice
{
    Q_OBJECT
public:
    explicit ChoiceCard(QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &help);
    /// A last line, in the accent's place at the bottom; empty removes it.
    void setFootnote(const QString &text);

    /// As high as it has to be at its present width.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont titleFont() const;
    QRect textArea(int width) const; ///< from the first line of the help on

    QString m_help, m_footnote;
};

} // namespace cf::ui
