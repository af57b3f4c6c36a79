#include "ui/annotate/annotate_commands.h"

#include "ui/annotate/annotation_editor.h"

namespace cf::ui {

namespace {

template <ToolKind Tool>
void choose(AnnotationEditor &editor)
{
    editor.canvas().setTool(Tool);
}

template <void (AnnotationEditor::*Do)()>
void edit(AnnotationEditor &editor)
{
    (editor.*Do)();
}

template <void (AnnotationCanvas::*Do)()>
void onCanvas(AnnotationEditor &editor)
{
    (editor.canvas().*Do)();
}

template <int Index>
void chooseClass(AnnotationEditor &editor)
{
    editor.chooseClass(Index);
}

template <ToolKind Tool>
AnnotateCommand toolCommand(const char *id, const char *text, const char *help, Qt::Key key)
{
    return {id, text, help, {QKeySequence(key)}, &choose<Tool>, Tool};
}

template <int Index>
AnnotateCommand classCommand(const char *id, const char *text)
{
    return {id, text, nullptr, {QKeySequence(Qt::Key_1 + Index)}, &chooseClass<Index>, {}};
}

} // namespace

const std::vector<AnnotateCommand> &annotateCommands()
{
    static const std::vector<AnnotateCommand> commands = {
        toolCommand<ToolKind::Select>(
            "annotate.select", QT_TRANSLATE_NOOP("Actions", "&Select"),
            QT_TRANSLATE_NOOP("Actions", "Choose shapes, move them and their corners"), Qt::Key_V),
        toolCommand<ToolKind::Polygon>("annotate.polygon", QT_TRANSLATE_NOOP("Actions", "&Polygon"),
                                       QT_TRANSLATE_NOOP("Actions", "Draw an outline corner by "
                                                                    "corner"),
                                       Qt::Key_P),
        toolCommand<ToolKind::Rectangle>(
            "annotate.rectangle", QT_TRANSLATE_NOOP("Actions", "&Rectangle"),
            QT_TRANSLATE_NOOP("Actions", "Drag a rectangle"), Qt::Key_R),
        toolCommand<ToolKind::Ellipse>("annotate.ellipse", QT_TRANSLATE_NOOP("Actions", "&Ellipse"),
                                       QT_TRANSLATE_NOOP("Actions", "Drag an ellipse"), Qt::Key_O),
        toolCommand<ToolKind::Brush>("annotate.brush", QT_TRANSLATE_NOOP("Actions", "&Brush"),
                                     QT_TRANSLATE_NOOP("Actions", "Paint the pixels of a mask"),
                                     Qt::Key_B),
        toolCommand<ToolKind::Eraser>("annotate.eraser", QT_TRANSLATE_NOOP("Actions", "Er&aser"),
                                      QT_TRANSLATE_NOOP("Actions", "Take pixels away"), Qt::Key_E),
        toolCommand<ToolKind::Wand>(
            "annotate.wand", QT_TRANSLATE_NOOP("Actions", "&Wand"),
            QT_TRANSLATE_NOOP("Actions", "Take the area that the map shows around a place"),
            Qt::Key_W),
        toolCommand<ToolKind::GrabCut>(
            "annotate.cut", QT_TRANSLATE_NOOP("Actions", "Cut-&out"),
            QT_TRANSLATE_NOOP("Actions", "Find what stands out within a box"), Qt::Key_G),
        {"annotate.threshold",
         QT_TRANSLATE_NOOP("Actions", "&Map to mask"),
         QT_TRANSLATE_NOOP("Actions",
                           "Make shapes of all that the map shows from the threshold on"),
         {QKeySequence(Qt::Key_M)},
         &onCanvas<&AnnotationCanvas::thresholdToMask>,
         {}},
        {"annotate.delete",
         QT_TRANSLATE_NOOP("Actions", "&Delete shapes"),
         QT_TRANSLATE_NOOP("Actions", "Delete the selected shapes"),
         {QKeySequence(Qt::Key_Delete)},
         &edit<&AnnotationEditor::removeSelected>,
         {}},
        {"annotate.duplicate",
         QT_TRANSLATE_NOOP("Actions", "D&uplicate shapes"),
         QT_TRANSLATE_NOOP("Actions", "Copy the selected shapes beside themselves"),
         {QKeySequence(Qt::CTRL | Qt::Key_D)},
         &edit<&AnnotationEditor::duplicateSelected>,
         {}},
        {"annotate.selectAll",
         QT_TRANSLATE_NOOP("Actions", "Select a&ll shapes"),
         nullptr,
         {QKeySequence(QKeySequence::SelectAll)},
         &edit<&AnnotationEditor::selectAll>,
         {}},
        {"annotate.undoShape",
         QT_TRANSLATE_NOOP("Actions", "Undo on this s&hape"),
         QT_TRANSLATE_NOOP("Actions", "Take back the last change of the selected shape alone"),
         {QKeySequence(Qt::ALT | Qt::Key_Z)},
         &edit<&AnnotationEditor::undoObject>,
         {}},
        {"annotate.redoShape",
         QT_TRANSLATE_NOOP("Actions", "Redo on th&is shape"),
         nullptr,
         {QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Z)},
         &edit<&AnnotationEditor::redoObject>,
         {}},
        {"annotate.smallerBrush",
         QT_TRANSLATE_NOOP("Actions", "Smaller brush"),
         nullptr,
         {QKeySequence(Qt::Key_BracketLeft)},
         &onCanvas<&AnnotationCanvas::shrinkBrush>,
         {}},
        {"annotate.largerBrush",
         QT_TRANSLATE_NOOP("Actions", "Larger brush"),
         nullptr,
         {QKeySequence(Qt::Key_BracketRight)},
         &onCanvas<&AnnotationCanvas::growBrush>,
         {}},
        classCommand<0>("annotate.class1", QT_TRANSLATE_NOOP("Actions", "Class &1")),
        classCommand<1>("annotate.class2", QT_TRANSLATE_NOOP("Actions", "Class &2")),
        classCommand<2>("annotate.class3", QT_TRANSLATE_NOOP("Actions", "Class &3")),
        classCommand<3>("annotate.class4", QT_TRANSLATE_NOOP("Actions", "Class &4")),
        classCommand<4>("annotate.class5", QT_TRANSLATE_NOOP("Actions", "Class &5")),
        classCommand<5>("annotate.class6", QT_TRANSLATE_NOOP("Actions", "Class &6")),
        classCommand<6>("annotate.class7", QT_TRANSLATE_NOOP("Actions", "Class &7")),
        classCommand<7>("annotate.class8", QT_TRANSLATE_NOOP("Actions", "Class &8")),
        classCommand<8>("annotate.class9", QT_TRANSLATE_NOOP("Actions", "Class &9")),
    };
    return commands;
}

} // namespace cf::ui
