#pragma once

#include <QRadioButton>

namespace cf::ui {

/// A choice with a sentence about it, in a frame. Behaves as the radio button that it is.
class ChoiceCard : public QRadioButton
{
    Q_OBJECT
public:
    explicit ChoiceCard(QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &help);
    /// A last line, in the accent's place at the bottom; empty removes it.
    void setFootnote(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool hitButton(const QPoint &place) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QFont titleFont() const;
    QRect textArea(int width) const; ///< from the first line of the help on

    QString m_help, m_footnote;
};

} // namespace cf::ui
