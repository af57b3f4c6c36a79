#pragma once

#include <QWidget>

namespace cf::ui {

/// A path on one line, cut in the middle where it is too long; the tip has all of it.
class PathLabel : public QWidget
{
    Q_OBJECT
public:
    explicit PathLabel(QWidget *parent = nullptr);

    void setPath(const QString &path);
    const QString &path() const { return m_path; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_path;
};

} // namespace cf::ui
