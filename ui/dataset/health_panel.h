#pragma once

#include "ui/dataset/health_entries.h"

#include <QSet>
#include <QUndoStack>
#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace cf::ui {

/// What is wrong with the pictures, grouped by what it is, the worst first. What the user ignores
/// leaves the list until it is undone or asked for; it is remembered by key, over datasets.
class HealthPanel : public QWidget
{
    Q_OBJECT
public:
    /// At most so many lines of a group are listed; one more tells how many are left.
    static constexpr int kMostOfAGroup = 300;

    explicit HealthPanel(QWidget *parent = nullptr);

    /// `examined` = the thorough look was taken, so that an empty list means that all is well.
    void setEntries(std::vector<HealthEntry> entries, bool examined);

    /// Ignoring goes there; the panel has a stack of its own until then. Must live as long.
    void setUndoStack(QUndoStack *stack);
    QUndoStack *undoStack() const { return m_undo; }

    const QSet<QString> &ignored() const { return m_ignored; }
    void setIgnored(const QSet<QString> &keys);

    /// Not ignored ones.
    int openCount() const;
    /// Paths of pictures with a warning or worse that is not ignored.
    std::vector<std::string> troubledPictures() const;

    QSize sizeHint() const override { return {300, 400}; }

public Q_SLOTS:
    /// The chosen lines; those that are ignored are heeded again.
    void ignoreChosen();
    void showChosen();

Q_SIGNALS:
    void showWanted(const std::vector<std::string> &pictures);
    void ignoredChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    QTreeWidgetItem *addGroup(HealthGroup group);
    void addEntry(QTreeWidgetItem *parent, std::size_t index);
    std::vector<std::size_t> chosen() const;
    void updateButtons();
    void retranslate();
    QString groupTitle(HealthGroup group) const;

    std::vector<HealthEntry> m_entries;
    bool m_examined = false;
    QSet<QString> m_ignored;
    QUndoStack m_ownUndo;
    QUndoStack *m_undo = &m_ownUndo;
    QLabel *m_title, *m_nothing;
    QTreeWidget *m_tree;
    QCheckBox *m_showIgnored;
    QPushButton *m_show, *m_ignore;
};

} // namespace cf::ui
