#pragma once

#include "ui/annotate/class_look.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace cf::ui {

/// The classes that shapes can have: choose one, add, rename, recolour and remove them.
class ClassPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ClassPanel(QWidget *parent = nullptr);

    void setClasses(const ClassTable &classes); ///< tells nobody
    void setCurrent(const std::string &label);  ///< tells nobody

Q_SIGNALS:
    void chosen(const std::string &label);
    void edited(const std::vector<cf::store::AnnotationClass> &classes);
    void renamed(const std::string &from, const std::string &to);

protected:
    void changeEvent(QEvent *event) override;

private:
    void add();
    void rename();
    void remove();
    void recolour();
    void setColour(int row, const QColor &colour);
    void showButtons();
    void retranslate();

    ClassTable m_classes;
    QListWidget *m_list;
    QLineEdit *m_name;
    QPushButton *m_add, *m_rename, *m_colour, *m_remove;
};

} // namespace cf::ui
