#include "ui/annotate/loss_text.h"

#include <QCoreApplication>

namespace cf::ui {

using annotation::Loss;

namespace {

struct LossText
{
    Q_DECLARE_TR_FUNCTIONS(cf::ui::LossText)
};

} // namespace

QString lossText(const annotation::Warning &warning)
{
    const int count = static_cast<int>(warning.shapeCount);
    switch (warning.loss) {
    case Loss::Holes:
        return LossText::tr("%n shapes: holes become slits in the "
                            "outline; the pixels stay the same.",
                            nullptr, count);
    case Loss::Curve:
        return LossText::tr("%n shapes: ellipses become polygons, not "
                            "quite the same pixels.",
                            nullptr, count);
    case Loss::Drawing:
        return LossText::tr("%n shapes: outlines become pixels, or pixels outlines; the "
                            "pixels stay the same.",
                            nullptr, count);
    case Loss::Classes:
        return LossText::tr("%n shapes: their class is not written.", nullptr, count);
    case Loss::Objects:
        return LossText::tr("%n shapes: which of them belong together, or where two that "
                            "touch part, is not written.",
                            nullptr, count);
    case Loss::Overlap:
        return LossText::tr("%n shapes: where they overlap the upper one alone is "
                            "written.",
                            nullptr, count);
    case Loss::Outside:
        return LossText::tr("%n shapes: what lies beside the picture is "
                            "cut off or moved to its edge.",
                            nullptr, count);
    case Loss::Markers:
        return LossText::tr("%n points or lines are not written.", nullptr, count);
    case Loss::Extras:
        return LossText::tr("%n shapes: what another program noted of them (descriptions, "
                            "flags) is not written.",
                            nullptr, count);
    }
    return {};
}

} // namespace cf::ui
