#pragma once

#include "ui/dataset/image_filter.h"
#include "ui/dataset/image_row.h"

#include <QAbstractListModel>

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_set>

namespace cf::ui {

enum class ImageOrder {
    Dataset, ///< by category, training before test, then by kind and name
    Name,
    Kind,
    Label, ///< defects first, normals last
    HighestScore,
    LowestScore, ///< pictures without a score come last in both
};

/// Which pictures are shown, and in which order. All parts must be fulfilled.
struct ImageQuery
{
    ImageFilter filter;                                       ///< a valid one
    QString category;                                         ///< empty: all
    QString kind;                                             ///< empty: all
    std::optional<std::unordered_set<std::string>> onlyPaths; ///< as ImageRow::path
    ImageOrder order = ImageOrder::Dataset;

    bool showsAll() const;
};

/// Pictures in the order and choice of a query: an index over rows that others own, four bytes a
/// picture twice. A change of the query is a change of layout, so that views keep what is selected
/// and current as long as it is shown.
class ImageListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        PathRole = Qt::UserRole + 1, ///< QString
        CategoryRole,
        KindRole,
        LabelRole, ///< int of dataset::Label
        ScoreRole, ///< float, or nothing
        ProblemRole,
    };

    explicit ImageListModel(QObject *parent = nullptr);

    /// Resets the model. The owner of the rows may change all but their number and paths in place,
    /// and then calls updateRows().
    void setRows(std::shared_ptr<const ImageRows> rows);
    void updateRows();

    void setQuery(ImageQuery query);
    const ImageQuery &query() const { return m_query; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// The picture shown at a row, 0 <= row < rowCount().
    const ImageRow &at(int row) const;
    int totalCount() const { return m_rows ? static_cast<int>(m_rows->size()) : 0; }
    /// The shown row of that path, or -1. Looks at each.
    int find(const std::string &path) const;

private:
    std::vector<std::uint32_t> sorted() const;
    std::vector<std::uint32_t> chosen() const;
    void choose();

    std::shared_ptr<const ImageRows> m_rows;
    ImageQuery m_query;
    std::vector<std::uint32_t> m_sorted; ///< all rows in the query's order
    std::vector<std::uint32_t> m_shown;  ///< those of them that it chooses
};

} // namespace cf::ui
