#pragma once

#include <QListWidget>

#include <filesystem>
#include <functional>
#include <vector>

namespace cf::ui {

/// The templates in use, with thumbnails. Files can be dropped on it; Delete takes the selected
/// ones out.
class TemplateTray : public QListWidget
{
    Q_OBJECT
public:
    explicit TemplateTray(QWidget *parent = nullptr);

    void setFiles(const std::vector<std::filesystem::path> &files);
    /// In the place of files: pictures that are in none, which cannot be taken out.
    void setPictures(const std::vector<QImage> &pictures, const QStringList &names);
    const std::vector<std::filesystem::path> &files() const { return m_files; }
    std::vector<std::filesystem::path> selectedFiles() const;
    void setThumbnail(const std::filesystem::path &file, const QImage &image);
    /// Shown while it is empty.
    void setEmptyText(const QString &text);

Q_SIGNALS:
    void dropped(const std::vector<std::filesystem::path> &files);
    void removeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QIcon iconOf(const QImage &image) const;

    std::vector<std::filesystem::path> m_files;
    QString m_emptyText;
};

} // namespace cf::ui
