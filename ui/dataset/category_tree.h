#pragma once

#include "core/dataset/dataset.h"

#include <QTreeWidget>

namespace cf::ui {

/// How many pictures of what each category and kind has; choosing a row says that only those are
/// wanted.
class CategoryTree : public QTreeWidget
{
    Q_OBJECT
public:
    explicit CategoryTree(QWidget *parent = nullptr);

    /// Keeps what is chosen if it is still there; nullptr empties it.
    void setDataset(const dataset::Dataset *dataset);
    /// Empty texts: all.
    void choose(const QString &category, const QString &kind);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &category, const QString &kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Counts;
    QTreeWidgetItem *addRow(QTreeWidgetItem *parent, const QString &name, const Counts &counts);
    void retranslate();

    QTreeWidgetItem *m_all = nullptr;
};

} // namespace cf::ui
