#include "ui/annotate/class_look.h"

#include <algorithm>
#include <array>
#include <functional>

namespace cf::ui {

namespace {

constexpr int kHatchEdgePx = 16;
constexpr int kLightAlpha = 56;
constexpr int kStrongAlpha = 150;
constexpr int kHatches = 8;
/// Okabe and Ito 2008, without black, and a grey in its place.
constexpr std::array kColours = {
    qRgb(0xe6, 0x9f, 0x00), qRgb(0x56, 0xb4, 0xe9), qRgb(0x00, 0x9e, 0x73), qRgb(0xf0, 0xe4, 0x42),
    qRgb(0x00, 0x72, 0xb2), qRgb(0xd5, 0x5e, 0x00), qRgb(0xcc, 0x79, 0xa7), qRgb(0x99, 0x99, 0x99)};
constexpr std::array kLines = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                               Qt::DashDotDotLine};

/// Whether a pixel of the tile lies on a line of that hatch.
bool isStrong(int hatch, int x, int y)
{
    const bool rising = (x + y) % 8 == 0;
    const bool falling = (x - y + kHatchEdgePx) % 8 == 0;
    switch (hatch) {
    case 1:
        return rising;
    case 2:
        return falling;
    case 3:
        return y % 8 == 0;
    case 4:
        return x % 8 == 0;
    case 5:
        return rising || falling;
    case 6:
        return x % 8 == 0 || y % 8 == 0;
    case 7:
        return x % 8 < 2 && y % 8 < 2;
    default:
        return false;
    }
}

ClassLook lookFor(const QColor &colour, std::size_t index)
{
    ClassLook look{colour, kLines[index % kLines.size()],
                   QImage(kHatchEdgePx, kHatchEdgePx, QImage::Format_ARGB32_Premultiplied)};
    for (int y = 0; y < kHatchEdgePx; ++y)
        for (int x = 0; x < kHatchEdgePx; ++x) {
            const int alpha =
                isStrong(static_cast<int>(index) % kHatches, x, y) ? kStrongAlpha : kLightAlpha;
            look.hatch.setPixel(
                x, y, qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha)));
        }
    return look;
}

} // namespace

ClassTable::ClassTable(std::vector<store::AnnotationClass> classes) : m_classes(std::move(classes))
{
    for (std::size_t i = 0; i < m_classes.size(); ++i)
        m_looks.push_back(lookFor(QColor(QString::fromStdString(m_classes[i].colour)), i));
}

int ClassTable::indexOf(const std::string &label) const
{
    const auto found = std::find_if(m_classes.begin(), m_classes.end(),
                                    [&](const auto &one) { return one.name == label; });
    return found == m_classes.end() ? -1 : static_cast<int>(found - m_classes.begin());
}

const ClassLook &ClassTable::lookOf(const std::string &label) const
{
    static const std::vector<ClassLook> others = [] {
        std::vector<ClassLook> looks;
        for (std::size_t i = 0; i < kHatches; ++i)
            looks.push_back(lookFor(QColor(0xb0, 0xb0, 0xb0), i));
        return looks;
    }();
    const int index = indexOf(label);
    if (index >= 0)
        return m_looks[static_cast<std::size_t>(index)];
    return others[std::hash<std::string>()(label) % others.size()];
}

QString ClassTable::textOf(const std::string &label) const
{
    const int index = indexOf(label);
    const auto name = QString::fromStdString(label);
    return index >= 0 && index < 9 ? QStringLiteral("%1 %2").arg(index + 1).arg(name) : name;
}

QColor ClassTable::suggestedColour(int index)
{
    return kColours[static_cast<std::size_t>(index) % kColours.size()];
}

} // namespace cf::ui
