#include "ui/annotate/shape_list_model.h"

#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kSwatchPx = 14;

} // namespace

QString kindText(annotation::ShapeKind kind)
{
    switch (kind) {
    case annotation::ShapeKind::Polygon:
        return ShapeListModel::tr("polygon");
    case annotation::ShapeKind::Rectangle:
        return ShapeListModel::tr("rectangle");
    case annotation::ShapeKind::Ellipse:
        return ShapeListModel::tr("ellipse");
    case annotation::ShapeKind::Mask:
        return ShapeListModel::tr("mask");
    case annotation::ShapeKind::Marker:
        return ShapeListModel::tr("marker");
    }
    return {};
}

QPixmap swatchOf(const ClassLook &look, int edgePx)
{
    QPixmap swatch(edgePx, edgePx);
    swatch.fill(QColor(32, 32, 32));
    QPainter painter(&swatch);
    painter.fillRect(swatch.rect(), QBrush(look.hatch));
    painter.fillRect(swatch.rect(), QBrush(look.hatch)); // twice: as small it would be faint
    QPen line(look.colour, 2);
    line.setStyle(look.line);
    painter.setPen(line);
    painter.drawRect(QRectF(1, 1, edgePx - 2, edgePx - 2));
    return swatch;
}

void ShapeListModel::setDocument(const AnnotationDocument *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (document) {
        connect(document, &AnnotationDocument::wasReset, this, &ShapeListModel::reload);
        connect(document, &AnnotationDocument::changed, this, &ShapeListModel::follow);
        connect(document, &QObject::destroyed, this, [this] {
            m_document = nullptr;
            reload();
        });
    }
    reload();
}

void ShapeListModel::setClasses(const ClassTable &classes)
{
    m_classes = classes;
    if (!m_numbers.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void ShapeListModel::reload()
{
    beginResetModel();
    m_numbers.clear();
    if (m_document)
        for (const auto &[number, shape] : m_document->shapes())
            m_numbers.push_back(number);
    endResetModel();
}

void ShapeListModel::follow(ShapeNumber number)
{
    const auto place = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
    const bool isListed = place != m_numbers.end() && *place == number;
    const int above = static_cast<int>(m_numbers.end() - place);
    if (m_document->has(number) && !isListed) {
        beginInsertRows({}, above, above);
        m_numbers.insert(place, number);
        endInsertRows();
    } else if (!m_document->has(number) && isListed) {
        beginRemoveRows({}, above - 1, above - 1);
        m_numbers.erase(place);
        endRemoveRows();
    } else if (isListed) {
        Q_EMIT dataChanged(index(above - 1), index(above - 1));
    }
}

int ShapeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_numbers.size());
}

ShapeNumber ShapeListModel::at(int row) const
{
    return m_numbers[m_numbers.size() - 1 - static_cast<std::size_t>(row)];
}

int ShapeListModel::rowOf(ShapeNumber number) const
{
    const auto place = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
    if (place == m_numbers.end() || *place != number)
        return -1;
    return static_cast<int>(m_numbers.end() - place) - 1;
}

QVariant ShapeListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_document || !m_document->has(at(index.row())))
        return {};
    const auto &shape = m_document->shape(at(index.row()));
    if (role == Qt::DisplayRole)
        return tr("%1, %2").arg(m_classes.textOf(shape.label), kindText(shape.kind));
    if (role == Qt::DecorationRole)
        return swatchOf(m_classes.lookOf(shape.label), kSwatchPx);
    return {};
}

} // namespace cf::ui
