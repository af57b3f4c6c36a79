#include "ui/annotate/loss_text.h"

#include <QCoreApplication>

namespace cf::ui {

using annotation::Loss;

QString lossText(const annotation::Warning &warning)
{
    const auto tr = [count = static_cast<int>(warning.shapeCount)](const char *text) {
        return QCoreApplication::translate("cf::ui::LossText", text, nullptr, count);
    };
    switch (warning.loss) {
    case Loss::Holes:
        return tr(QT_TRANSLATE_NOOP("cf::ui::LossText", "%n shapes: holes become slits in the "
                                                        "outline; the pixels stay the same."));
    case Loss::Curve:
        return tr(QT_TRANSLATE_NOOP("cf::ui::LossText", "%n shapes: ellipses become polygons, not "
                                                        "quite the same pixels."));
    case Loss::Drawing:
        return tr(QT_TRANSLATE_NOOP("cf::ui::LossText",
                                    "%n shapes: outlines become pixels, or pixels outlines; the "
                                    "pixels stay the same."));
    case Loss::Classes:
        return tr(QT_TRANSLATE_NOOP("cf::ui::LossText", "%n shapes: their class is not written."));
    case Loss::Objects:
        return tr(QT_TRANSLATE_NOOP("cf::ui::LossText",
                                    "%n shapes: which of them belong together, or where two that "
                                    "touch part, is not written."));
    case Loss::Overlap:
        return tr(QT_TRANSLATE_NOOP("cf::ui::LossText",
                                    "%n shapes: where they overlap the upper one alone is "
                                    "written."));
    case Loss::Outside:
        return tr(QT_TRANSLATE_NOOP("cf::ui::LossText",
                                    "%n shapes: what lies beside the picture is "
                                    "cut off or moved to its edge."));
    case Loss::Markers:
        return tr(QT_TRANSLATE_NOOP("cf::ui::LossText", "%n points or lines are not written."));
    case Loss::Extras:
        return tr(QT_TRANSLATE_NOOP("cf::ui::LossText",
                                    "%n shapes: what another program noted of them (descriptions, "
                                    "flags) is not written."));
    }
    return {};
}

} // namespace cf::ui
