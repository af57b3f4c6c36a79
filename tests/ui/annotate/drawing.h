#pragma once

#include "core/annotation/rasterise.h"
#include "core/annotation/shape_json.h"
#include "ui/annotate/annotation_canvas.h"

#include <QTest>

#include <opencv2/core.hpp>

#include <map>
#include <memory>
#include <string>

/// A canvas at zoom 1 on which tests draw, and what they look at. A pixel of the view is one of the
/// picture.
namespace drawing {

struct Board
{
    explicit Board(cv::Size size = {300, 200})
    {
        canvas.resize(size.width, size.height);
        editor.reset({size.width, size.height});
        canvas.setImage(cv::Mat(size, CV_8UC3, cv::Scalar::all(90)));
        canvas.setClasses(cf::ui::ClassTable({{"scratch", "#e69f00"}, {"dent", "#56b4e9"}}));
        canvas.setEditor(&editor);
        editor.chooseLabel("scratch");
        canvas.show();
        canvas.activateWindow();
        canvas.setFocus();
    }
    ~Board() { canvas.setEditor(nullptr); }

    cf::ui::ShapeEditor editor;
    cf::ui::AnnotationCanvas canvas;
};

inline void move(QWidget &widget, QPointF at, Qt::KeyboardModifiers modifiers = {},
                 Qt::MouseButtons buttons = Qt::LeftButton)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, buttons,
                      modifiers);
    QCoreApplication::sendEvent(&widget, &event);
}

inline void drag(QWidget &widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, from);
    move(widget, (QPointF(from) + QPointF(to)) / 2, modifiers);
    move(widget, to, modifiers);
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to);
}

/// Everything there is to know of all shapes, to compare.
inline std::map<cf::ui::ShapeNumber, std::string> allOf(const cf::ui::AnnotationDocument &document)
{
    std::map<cf::ui::ShapeNumber, std::string> texts;
    for (const auto &[number, shape] : document.shapes())
        texts[number] = shape.label + ' ' + cf::annotation::shapeJson(shape);
    return texts;
}

inline const cf::annotation::Shape &topmost(const cf::ui::ShapeEditor &editor)
{
    return editor.document().shapes().rbegin()->second;
}

inline cv::Mat pixelsOf(const cf::annotation::Shape &shape, cv::Size size)
{
    return cf::annotation::rasterise(shape, size).orThrow();
}

} // namespace drawing
