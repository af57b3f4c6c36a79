#include "ui/review/normal_dialog.h"

#include "ui/review/review_text.h"
#include "ui/review/thumbnail_table.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QImageReader>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kWidthPx = 720;
constexpr int kHeightPx = 520;

enum Column { What, Picture, Kind, Before, After, ColumnCount };

QImage thumbnailOf(const std::filesystem::path &file)
{
    QImageReader reader(QString::fromStdString(file.string()));
    const auto size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(ThumbnailTable::kThumbnailPx, ThumbnailTable::kThumbnailPx,
                                         Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

std::vector<const workflow::ChangedPicture *> NormalsLook::pictures() const
{
    std::vector<const workflow::ChangedPicture *> all;
    for (const auto *list : {&change->missed, &change->solved, &change->others})
        for (const auto &picture : *list)
            all.push_back(&picture);
    return all;
}

NormalsLook lookOf(workflow::NormalsChange change)
{
    NormalsLook look{std::make_shared<const workflow::NormalsChange>(std::move(change)), {}};
    for (const auto *picture : look.pictures()) {
        if (look.thumbnails.size() == ThumbnailTable::kMostThumbnails)
            break;
        look.thumbnails.push_back(thumbnailOf(look.change->root / picture->path));
    }
    return look;
}

NormalDialog::NormalDialog(NormalsLook look, QWidget *parent)
    : QDialog(parent), m_look(std::move(look)), m_pictures(m_look.pictures()), m_title(new QLabel),
      m_warning(new QLabel), m_missed(new QLabel), m_rest(new QLabel),
      m_table(new ThumbnailTable(static_cast<int>(m_pictures.size()), ColumnCount, Picture))
{
    setObjectName(QStringLiteral("normalDialog"));
    for (auto *label : {m_title, m_warning, m_missed, m_rest}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_warning->setObjectName(QStringLiteral("defectWarning"));
    if (!m_look.change->isKnownDefect)
        m_warning->hide();
    m_missed->setObjectName(QStringLiteral("missedSentence"));
    auto bold = m_missed->font();
    bold.setBold(true);
    m_missed->setFont(bold);
    m_warning->setFont(bold);
    m_table->setObjectName(QStringLiteral("changedPictures"));
    auto *buttons = new QDialogButtonBox;
    m_apply = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_cancel = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    m_show = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_apply->setObjectName(QStringLiteral("applyNormal"));
    m_cancel->setObjectName(QStringLiteral("cancelNormal"));
    m_show->setObjectName(QStringLiteral("showChanged"));
    m_apply->setDefault(true);
    m_show->setVisible(!m_pictures.empty());
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_warning);
    column->addWidget(m_missed);
    column->addWidget(m_rest);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_show, &QPushButton::clicked, this, &NormalDialog::showChosen);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &NormalDialog::showChosen);
    fillTable();
    retranslate();
    if (!m_pictures.empty())
        m_table->selectRow(0);
    m_apply->setFocus();
    resize(kWidthPx, m_pictures.empty() ? sizeHint().height() : kHeightPx);
}

void NormalDialog::fillTable()
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto &picture = *m_pictures[static_cast<std::size_t>(row)];
        const auto set = [&](int column, const QString &text, bool isNumber = false) {
            auto *item = m_table->setText(row, column, text);
            if (isNumber)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            return item;
        };
        set(What, {});
        auto *name = set(Picture, QString::fromStdString(picture.path.filename().string()));
        name->setToolTip(QString::fromStdString(picture.path.generic_string()));
        if (static_cast<std::size_t>(row) < m_look.thumbnails.size())
            name->setIcon(QPixmap::fromImage(m_look.thumbnails[static_cast<std::size_t>(row)]));
        set(Kind, picture.isRejected ? verdictText(store::Verdict::Ng)
                                     : QString::fromStdString(picture.kind));
        set(Before, reviewScoreText(picture.before), true);
        set(After, reviewScoreText(picture.after), true);
    }
}

void NormalDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NormalDialog::retranslate()
{
    const auto &change = *m_look.change;
    const auto rescored = static_cast<int>(change.rescored);
    setWindowTitle(change.isAddition ? tr("Take as normal") : tr("Normal no more"));
    m_title->setText((change.isAddition
                          ? tr("%1 becomes a normal of %2. Of %L3 pictures, %n get another score.",
                               nullptr, rescored)
                          : tr("%1 is a normal of %2 no more. Of %L3 pictures, %n get another "
                               "score.",
                               nullptr, rescored))
                         .arg(QString::fromStdString(change.normal.file.filename().string()),
                              QString::fromStdString(change.normal.picture.category))
                         .arg(change.pictures));
    m_warning->setText(tr("⚠ So far this picture is known as defective. Once it is a normal, "
                          "defects like its own may pass."));
    if (!change.hasThresholds)
        m_missed->setText(tr("The category has no threshold, so that nothing says which defects "
                             "would be missed."));
    else if (change.missed.empty())
        m_missed->setText(tr("No known defect would be missed."));
    else
        m_missed->setText(tr("%n known defect(s) would be missed from now on.", nullptr,
                             static_cast<int>(change.missed.size())));
    m_rest->setText(
        tr("%n false alarm(s) solved.", nullptr, static_cast<int>(change.solved.size())) +
        (change.others.empty() ? QString()
                               : QLatin1Char(' ') + tr("%n other picture(s) change sides.", nullptr,
                                                       static_cast<int>(change.others.size()))));
    m_rest->setVisible(change.hasThresholds);
    m_table->setHorizontalHeaderLabels(
        {tr("From now on"), tr("Picture"), tr("Defect"), tr("Before"), tr("After")});
    m_table->setAccessibleName(tr("Pictures that change sides"));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto number = static_cast<std::size_t>(row);
        const auto &picture = *m_pictures[number];
        auto text = tr("passes");
        if (number < change.missed.size())
            text = tr("missed");
        else if (picture.zoneAfter == metrics::Zone::Review)
            text = tr("to be reviewed");
        else if (picture.zoneAfter == metrics::Zone::Fail)
            text = tr("called defective");
        auto *item = m_table->item(row, What);
        item->setText(text);
        auto font = m_table->font();
        font.setBold(number < change.missed.size());
        item->setFont(font);
    }
    m_apply->setText(change.isAddition ? tr("&Take as normal") : tr("&Take away"));
    m_cancel->setText(tr("&Leave it"));
    m_show->setText(tr("&Show the picture"));
}

void NormalDialog::showChosen()
{
    const int row = m_table->currentRow();
    if (row >= 0)
        Q_EMIT pictureWanted(m_pictures[static_cast<std::size_t>(row)]->path);
}

} // namespace cf::ui
