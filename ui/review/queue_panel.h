#pragma once

#include "ui/review/queue_model.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace cf::ui {

/// Which queue, in which order and what of it; and its pictures.
class QueuePanel : public QWidget
{
    Q_OBJECT
public:
    /// The ledger must live as long.
    explicit QueuePanel(const review::Ledger *ledger, QWidget *parent = nullptr);

    /// What the controls say, without reviewer and share.
    QueueWish wish() const;
    void setQueue(ReviewQueue queue); ///< without wishChanged()
    void setOrder(review::QueueOrder order);
    void setCategories(const QStringList &categories);

    QueueModel &model() { return m_model; }
    /// The current row is kept only if setCurrentRow() follows.
    void setRows(const QueueModel::SharedSet &set, const QueueWish &wish,
                 std::vector<std::uint32_t> rows);
    void setFilterProblem(const QString &sentence);
    int currentRow() const;
    void setCurrentRow(int row);
    QTableView *table() { return m_table; }

Q_SIGNALS:
    void wishChanged();
    void rowChosen(int row);

protected:
    void changeEvent(QEvent *event) override;

private:
    QComboBox *newChoice();
    void showColumns();
    void retranslate();

    QueueModel m_model;
    QTimer m_typing;
    QComboBox *m_queue, *m_order, *m_category, *m_show;
    QLineEdit *m_text;
    QLabel *m_problem;
    QTableView *m_table;
    bool m_isBlind = false;
};

} // namespace cf::ui
