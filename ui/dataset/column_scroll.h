#pragma once

#include <QScrollArea>

namespace cf::ui {

/// A column of controls that scrolls up and down only: it is never narrower than its content, in
/// whatever language.
class ColumnScroll : public QScrollArea
{
    Q_OBJECT
public:
    /// Takes the content over.
    explicit ColumnScroll(QWidget *content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int contentWidth() const;
};

} // namespace cf::ui
