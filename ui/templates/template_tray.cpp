#include "ui/templates/template_tray.h"

#include "ui/templates/query_list.h"

#include <QDropEvent>
#include <QFile>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kThumbnailPx = 40;
constexpr int kTextMarginPx = 12;

} // namespace

TemplateTray::TemplateTray(QWidget *parent) : QListWidget(parent)
{
    setObjectName(QStringLiteral("tray"));
    setIconSize({kThumbnailPx, kThumbnailPx});
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideMiddle);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAcceptDrops(true);
    setDragDropMode(DropOnly);
    setDropIndicatorShown(false);
}

void TemplateTray::setFiles(const std::vector<std::filesystem::path> &files)
{
    if (files == m_files && count() == static_cast<int>(files.size()))
        return;
    const auto selected = selectedFiles();
    m_files = files;
    clear();
    // A place of the thumbnail's size until it comes, so that nothing jumps.
    QPixmap place(kThumbnailPx, kThumbnailPx);
    place.fill(Qt::transparent);
    for (const auto &file : files) {
        auto *item = new QListWidgetItem(QIcon(place),
                                         QFile::decodeName(file.filename().string().c_str()), this);
        item->setToolTip(QFile::decodeName(file.string().c_str()));
        item->setSelected(std::find(selected.begin(), selected.end(), file) != selected.end());
    }
}

void TemplateTray::setPictures(const std::vector<QImage> &pictures, const QStringList &names)
{
    m_files.clear();
    clear();
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        auto *item =
            new QListWidgetItem(iconOf(pictures[i]), names.value(static_cast<int>(i)), this);
        item->setFlags(Qt::ItemIsEnabled);
    }
}

std::vector<std::filesystem::path> TemplateTray::selectedFiles() const
{
    std::vector<std::filesystem::path> selected;
    for (int row = 0; row < count(); ++row)
        if (item(row)->isSelected())
            selected.push_back(m_files[static_cast<std::size_t>(row)]);
    return selected;
}

void TemplateTray::setThumbnail(const std::filesystem::path &file, const QImage &image)
{
    const auto found = std::find(m_files.begin(), m_files.end(), file);
    if (found == m_files.end())
        return;
    item(static_cast<int>(found - m_files.begin()))->setIcon(iconOf(image));
}

QIcon TemplateTray::iconOf(const QImage &image) const
{
    QPixmap square(QSize(kThumbnailPx, kThumbnailPx) * devicePixelRatioF());
    square.fill(Qt::transparent);
    QPainter painter(&square);
    const auto fitted = image.scaled(square.size(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    painter.drawImage((square.width() - fitted.width()) / 2,
                      (square.height() - fitted.height()) / 2, fitted);
    painter.end();
    square.setDevicePixelRatio(devicePixelRatioF());
    return QIcon(square);
}

void TemplateTray::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TemplateTray::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(
        viewport()->rect().adjusted(kTextMarginPx, kTextMarginPx, -kTextMarginPx, -kTextMarginPx),
        Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void TemplateTray::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Delete) || event->key() == Qt::Key_Backspace)
        Q_EMIT removeWanted();
    else
        QListWidget::keyPressEvent(event);
}

void TemplateTray::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void TemplateTray::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void TemplateTray::dropEvent(QDropEvent *event)
{
    const auto files = filesOf(*event->mimeData());
    if (files.empty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(files);
}

} // namespace cf::ui
