#pragma once

#include "ui/annotate/class_look.h"
#include "ui/annotate/shape_editor.h"

#include <QAbstractListModel>

#include <vector>

namespace cf::ui {

/// The shapes of a picture, the topmost first.
class ShapeListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setDocument(const AnnotationDocument *document); ///< null: none
    void setClasses(const ClassTable &classes);

    int rowCount(const QModelIndex &parent = {}) const override;
    /// "2 scratch, polygon", with a swatch of its class.
    QVariant data(const QModelIndex &index, int role) const override;

    ShapeNumber at(int row) const;
    int rowOf(ShapeNumber number) const; ///< -1: it is not there

private:
    void reload();
    void follow(ShapeNumber number);

    const AnnotationDocument *m_document = nullptr;
    ClassTable m_classes;
    std::vector<ShapeNumber> m_numbers; ///< ascending; the last is row 0
};

/// "polygon", ... in the user's language.
QString kindText(annotation::ShapeKind kind);
/// A square in the colours and hatch of a class.
QPixmap swatchOf(const ClassLook &look, int edgePx);

} // namespace cf::ui
