#pragma once

#include "ui/annotate/annotation_canvas.h"
#include "ui/annotate/class_panel.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QListView;
class QSpinBox;
class QToolBar;
class QUndoStack;

namespace cf::ui {

class ShapeListModel;

/// A canvas with its tools, classes and list of shapes, for any page that has a picture to draw on:
/// give it a picture, a ShapeEditor that holds the shapes and their history, and the classes. Its
/// tool bar is filled by the host with the actions that it makes of annotateCommands().
class AnnotationEditor : public QWidget
{
    Q_OBJECT
public:
    explicit AnnotationEditor(QWidget *parent = nullptr);
    ~AnnotationEditor() override;

    AnnotationCanvas &canvas() { return *m_canvas; }
    QToolBar &toolBar() { return *m_tools; }

    /// See AnnotationCanvas. An empty picture leaves none.
    void setPicture(const cv::Mat &picture);
    void setScores(const cv::Mat &map32f, std::optional<float> level);
    void setEditor(ShapeEditor *editor);
    ShapeEditor *editor() const { return m_editor; }
    QUndoStack *undoStack() const; ///< of the picture; null without one
    void setClasses(const ClassTable &classes);
    const ClassTable &classes() const { return m_canvas->classes(); }

public Q_SLOTS:
    /// With the select tool for the selected shapes, too; passed over where there is none.
    void chooseClass(int index);
    void removeSelected();
    void duplicateSelected();
    void selectAll();
    void undo();
    void redo();
    void undoObject();
    void redoObject();

Q_SIGNALS:
    /// The user changed the list of classes; setClasses() puts it into force.
    void classesEdited(const std::vector<cf::store::AnnotationClass> &classes);
    /// The user gave a class another name, which is to hold for its shapes, too.
    void classRenamed(const std::string &from, const std::string &to);
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *newSide();
    void chooseLabel(const std::string &label);
    void followList();
    void followSelection();
    void showHint();
    void retranslate();

    AnnotationCanvas *m_canvas;
    QPointer<ShapeEditor> m_editor;
    QToolBar *m_tools;
    QSpinBox *m_brush;
    QLabel *m_brushLabel, *m_hint, *m_classesLabel, *m_shapesLabel;
    ClassPanel *m_classPanel;
    ShapeListModel *m_shapes;
    QListView *m_shapeList;
    bool m_following = false; ///< list and canvas are being brought together
};

} // namespace cf::ui
