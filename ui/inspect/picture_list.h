#pragma once

#include "core/dataset/dataset.h"

#include <QWidget>

#include <filesystem>
#include <memory>

class QComboBox;
class QListView;

namespace cf::ui {

class TestPictureModel;

/// The test pictures of a dataset, of all categories or of one.
class PictureList : public QWidget
{
    Q_OBJECT
public:
    explicit PictureList(QWidget *parent = nullptr);

    /// The same folder again keeps the category.
    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset);
    bool hasDataset() const { return m_dataset != nullptr; }
    bool isEmpty() const;
    /// Null without one.
    const dataset::Sample *current() const;
    const dataset::Sample *next() const;
    /// Chooses a picture; others than those of the dataset are passed over. True if it was chosen
    /// already.
    bool select(const std::filesystem::path &image);
    void move(int step);

Q_SIGNALS:
    void chosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();
    int currentRow() const; ///< -1 without one
    void setCurrentRow(int row);

    std::shared_ptr<const dataset::Dataset> m_dataset;
    TestPictureModel *m_model;
    QComboBox *m_category;
    QListView *m_pictures;
};

} // namespace cf::ui
