#include "ui/review/added_normals_dialog.h"

#include "ui/jobs/time_text.h"
#include "ui/review/thumbnail_table.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kWidthPx = 720;
constexpr int kHeightPx = 440;

enum Column { Picture, Category, By, When, ColumnCount };

} // namespace

AddedNormalsDialog::AddedNormalsDialog(std::vector<workflow::AddedNormal> normals, QWidget *parent)
    : QDialog(parent), m_normals(std::move(normals)), m_sentence(new QLabel),
      m_table(new ThumbnailTable(static_cast<int>(m_normals.size()), ColumnCount, Picture))
{
    std::ranges::stable_sort(m_normals, std::greater<>(), &workflow::AddedNormal::addedUtc);
    setObjectName(QStringLiteral("addedNormalsDialog"));
    m_sentence->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("addedNormals"));
    auto *buttons = new QDialogButtonBox;
    m_takeAway = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_close = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    m_takeAway->setObjectName(QStringLiteral("takeAway"));
    m_takeAway->setVisible(!m_normals.empty());
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_sentence);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    m_close->setDefault(true); // Enter only looks
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_takeAway, &QPushButton::clicked, this, &AddedNormalsDialog::takeAway);
    connect(new QShortcut(QKeySequence::Delete, m_table), &QShortcut::activated, this,
            &AddedNormalsDialog::takeAway);
    fillTable();
    retranslate();
    if (m_normals.empty()) {
        m_close->setFocus();
        resize(kWidthPx, sizeHint().height());
        return;
    }
    m_table->selectRow(0);
    m_table->setFocus();
    resize(kWidthPx, kHeightPx);
}

void AddedNormalsDialog::fillTable()
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto &normal = m_normals[static_cast<std::size_t>(row)];
        auto *name =
            m_table->setText(row, Picture, QString::fromStdString(normal.file.filename().string()));
        name->setToolTip(QString::fromStdString(normal.file.string()));
        const auto &png = normal.picture.png;
        QPixmap seen;
        if (row < ThumbnailTable::kMostThumbnails &&
            seen.loadFromData(reinterpret_cast<const uchar *>(png.data()),
                              static_cast<uint>(png.size()), "PNG"))
            name->setIcon(
                seen.scaled(m_table->iconSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
        m_table->setText(row, Category, QString::fromStdString(normal.picture.category));
        m_table->setText(row, By, QString::fromStdString(normal.addedBy));
        m_table->setText(row, When, timeText(normal.addedUtc));
    }
}

void AddedNormalsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AddedNormalsDialog::retranslate()
{
    setWindowTitle(tr("Pictures taken as normal"));
    m_sentence->setText(
        m_normals.empty()
            ? tr("The model has only the normals that it was trained with. Take as normal, in the "
                 "Review menu, gives it the picture that is seen.")
            : tr("%n picture(s) became normals of the model after its training. The filter was not "
                 "changed by that, and each can be taken away again.",
                 nullptr, static_cast<int>(m_normals.size())));
    m_table->setHorizontalHeaderLabels(
        {tr("Picture"), tr("Category"), tr("Taken by"), tr("Taken on")});
    m_table->setAccessibleName(windowTitle());
    m_takeAway->setText(tr("&Take away..."));
    m_close->setText(tr("&Close"));
}

void AddedNormalsDialog::takeAway()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    const auto file = m_normals[static_cast<std::size_t>(row)].file;
    accept();
    Q_EMIT removalWanted(file);
}

} // namespace cf::ui
