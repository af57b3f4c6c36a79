#pragma once

#include "core/store/annotations.h"

#include <QColor>
#include <QImage>
#include <QString>

#include <string>
#include <vector>

namespace cf::ui {

/// How a class is drawn: by a colour, and for those who do not see it by a hatch and a kind of
/// line.
struct ClassLook
{
    QColor colour;
    Qt::PenStyle line = Qt::SolidLine;
    QImage hatch; ///< a tile of 16 x 16 device pixels, see-through, Format_ARGB32_Premultiplied
};

/// The classes that are offered, in order: the first nine have the digits 1 to 9.
class ClassTable
{
public:
    ClassTable() = default;
    explicit ClassTable(std::vector<store::AnnotationClass> classes);

    const std::vector<store::AnnotationClass> &classes() const { return m_classes; }
    int indexOf(const std::string &label) const; ///< -1: it is none of them
    /// Labels that are none of the classes are grey, with a look of their own by their name.
    const ClassLook &lookOf(const std::string &label) const;
    /// "2 scratch"; the name alone from the tenth class on.
    QString textOf(const std::string &label) const;

    /// A colour for one more class, as far as eight go round: Okabe and Ito's, told apart by
    /// colour-blind eyes.
    static QColor suggestedColour(int index);

private:
    std::vector<store::AnnotationClass> m_classes;
    std::vector<ClassLook> m_looks;
};

} // namespace cf::ui
