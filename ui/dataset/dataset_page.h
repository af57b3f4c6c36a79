#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/dataset_health.h"
#include "ui/dataset/image_list_model.h"

#include <QSet>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QUndoStack;

namespace cf::ui {

class CategoryTree;
class DatasetHead;
class FilterBar;
class HealthPanel;
class ImageGrid;
class MessagePane;
class ThumbnailStore;

/// The pictures of a dataset: how it was recognised, how many there are of what, tiles with a
/// filter, and what is wrong with them. Starts no job and opens no file but thumbnails, in threads
/// of its own.
class DatasetPage : public QWidget
{
    Q_OBJECT
public:
    /// `cacheFolder` keeps thumbnails between runs; empty: none are kept.
    explicit DatasetPage(const QString &cacheFolder = {}, QWidget *parent = nullptr);

    ImageListModel *model() const { return m_model; }
    ThumbnailStore *thumbnails() const { return m_thumbnails; }
    HealthPanel *health() const { return m_health; }
    QStringList selectedPaths() const;

    /// Where ignoring goes. The page has a stack of its own until then, with Ctrl+Z on the page.
    void setUndoStack(QUndoStack *stack);
    QUndoStack *undoStack() const;

    /// Keys of what the user ignores; for whoever keeps them between runs.
    QStringList ignored() const;
    void setIgnored(const QStringList &keys);

public Q_SLOTS:
    /// Ends setBusy() and setError(). The same folder again (after a check) keeps filter, order and
    /// selection; nullptr shows that nothing is open.
    /// `rows` are its rowsOf(), made elsewhere, and the page's from now on; null: made here, 20 ms
    /// for 100,000 pictures.
    void setDataset(const std::shared_ptr<const dataset::Dataset> &dataset,
                    std::shared_ptr<ImageRows> rows = nullptr);
    void setFindings(const std::vector<dataset::HealthFinding> &findings);
    /// Replaces all records; those of pictures that are not in the dataset are passed over.
    void setScores(const std::vector<ImageRecord> &records);
    void setBusy(const QString &text);
    /// Instead of the pictures, with a button that says where they are now.
    void setError(const QString &sentence);

    void setQuery(const QString &query);
    void focusQuery();
    /// Shows all pictures again: no text, category or choice of a finding.
    void clearFilter();

Q_SIGNALS:
    void imageActivated(const QString &path);
    void openWanted();     ///< nothing is open
    void relocateWanted(); ///< what was open is not there any more
    void selectionChanged();
    void ignoredChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeMiddle();
    void connectParts();
    void showRows(std::shared_ptr<ImageRows> rows);
    void markProblems();
    void updateHealth();
    void changeQuery(const std::function<void(ImageQuery &)> &change);
    void showCount();
    void showNothingOpen();
    void retranslate();

    std::shared_ptr<const dataset::Dataset> m_dataset;
    std::vector<dataset::HealthFinding> m_findings;
    bool m_examined = false;
    bool m_isNothingOpen = false; ///< and the message says so
    std::vector<ImageRecord> m_records;
    std::shared_ptr<ImageRows> m_rows = std::make_shared<ImageRows>();
    ImageListModel *m_model;
    ThumbnailStore *m_thumbnails;

    QStackedWidget *m_stack; ///< the pictures, or a message instead
    MessagePane *m_message;
    QWidget *m_content;
    DatasetHead *m_head;
    QLabel *m_count;
    FilterBar *m_filterBar;
    QPushButton *m_showAll;
    QSplitter *m_splitter;
    CategoryTree *m_categories;
    ImageGrid *m_grid;
    QStackedWidget *m_gridStack;
    MessagePane *m_nothing;
    HealthPanel *m_health;
    std::vector<QAction *> m_undoActions; ///< of the page's own stack
};

} // namespace cf::ui
