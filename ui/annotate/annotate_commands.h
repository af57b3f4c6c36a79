#pragma once

#include <QKeySequence>
#include <QList>

#include <optional>
#include <vector>

namespace cf::ui {

class AnnotationEditor;
enum class ToolKind;

/// What can be done in an AnnotationEditor, for the host to make actions of.
struct AnnotateCommand
{
    const char *id;   ///< "annotate.polygon"
    const char *text; ///< to be translated in the context "Actions", as help
    const char *help;
    QList<QKeySequence> keys;
    void (*run)(AnnotationEditor &editor);
    /// The tool that it chooses: its action is checkable, and stands in the tool bar.
    std::optional<ToolKind> tool;
};

const std::vector<AnnotateCommand> &annotateCommands();

} // namespace cf::ui
