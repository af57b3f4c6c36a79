#include "ui/inspect/map_chooser.h"

#include "ui/image/picture_image.h"
#include "ui/inspect/map_text.h"

#include <QAbstractItemView>
#include <QBuffer>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QImage>
#include <QPixmap>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

using Choice = workflow::MapChoice;

constexpr int kTemplateIconPx = 40;
// Items of the first list that are not stages.
constexpr int kPicture = -1;
constexpr int kTemplateCost = -2;
constexpr int kAttention = -3;

int itemOf(const Choice &choice)
{
    switch (choice.kind) {
    case Choice::Kind::Picture:
        return kPicture;
    case Choice::Kind::Stage:
        return choice.index;
    case Choice::Kind::TemplateCost:
        return kTemplateCost;
    case Choice::Kind::AttentionChannel:
    case Choice::Kind::SpatialAttention:
        break;
    }
    return kAttention;
}

QComboBox *newList(int letters)
{
    auto *list = new QComboBox;
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(letters);
    return list;
}

/// The opened list is as wide as its texts, however narrow the view is.
void widenPopup(QComboBox &list)
{
    auto *view = list.view();
    view->setMinimumWidth(view->sizeHintForColumn(0) + list.iconSize().width() +
                          view->verticalScrollBar()->sizeHint().width());
}

/// A tool tip with the picture at its own size and its name.
QString pictureTip(const QImage &image, const QString &name)
{
    QByteArray png;
    QBuffer buffer(&png);
    image.save(&buffer, "PNG");
    return QStringLiteral("<img src=\"data:image/png;base64,%1\"><br>%2")
        .arg(QString::fromLatin1(png.toBase64()), name.toHtmlEscaped());
}

} // namespace

MapChooser::MapChooser(QWidget *parent) : QWidget(parent)
{
    m_map = newList(12);
    m_map->setObjectName(QStringLiteral("map"));
    m_index = newList(6);
    m_index->setObjectName(QStringLiteral("index"));
    m_part = newList(8);
    m_part->setObjectName(QStringLiteral("part"));
    auto *details = new QHBoxLayout;
    details->addWidget(m_index, 1);
    details->addWidget(m_part, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_map);
    column->addLayout(details);
    for (auto *list : {m_map, m_index, m_part})
        connect(list, &QComboBox::currentIndexChanged, this, &MapChooser::take);
    fill();
}

void MapChooser::setInspection(const std::shared_ptr<const workflow::Inspection> &inspection)
{
    m_inspection = inspection;
    if (inspection && !inspection->has(m_choice))
        m_choice = {};
    fill();
}

void MapChooser::setChoice(const Choice &choice)
{
    if (m_inspection && !m_inspection->has(choice))
        return;
    m_choice = choice;
    fill();
}

void MapChooser::setName(const QString &name)
{
    m_name = name;
    m_map->setAccessibleName(name);
}

void MapChooser::take()
{
    if (!m_inspection)
        return;
    const int item = m_map->currentData().toInt();
    const bool sameKind = item == itemOf(m_choice);
    Choice next;
    if (item >= 0) {
        next = {Choice::Kind::Stage, item, 0};
    } else if (item == kTemplateCost) {
        next = {Choice::Kind::TemplateCost, sameKind ? m_index->currentIndex() : 0,
                sameKind ? m_part->currentIndex() : 0};
    } else if (item == kAttention) {
        const int block = sameKind ? m_index->currentIndex() : 0;
        const int channel = sameKind ? m_part->currentData().toInt() : 0;
        next = channel < 0 ? Choice{Choice::Kind::SpatialAttention, block, 0}
                           : Choice{Choice::Kind::AttentionChannel, block, channel};
        if (!m_inspection->has(next)) // blocks have more or fewer channels
            next.part = 0;
    }
    if (next == m_choice)
        return;
    m_choice = next;
    fill();
    Q_EMIT chosen(m_choice);
}

void MapChooser::fill()
{
    const QSignalBlocker quietMap(m_map);
    const QSignalBlocker quietIndex(m_index);
    const QSignalBlocker quietPart(m_part);
    fillMaps();
    fillDetails();
    for (auto *list : {m_map, m_index, m_part})
        widenPopup(*list);
    m_map->setAccessibleName(m_name);
    const bool isCost = m_choice.kind == Choice::Kind::TemplateCost;
    m_index->setAccessibleName(isCost ? tr("Layer") : tr("Attention block"));
    m_part->setAccessibleName(isCost ? tr("Template") : tr("Channel"));
}

void MapChooser::fillMaps()
{
    m_map->clear();
    m_map->addItem(tr("Picture"), kPicture);
    if (!m_inspection)
        return;
    for (std::size_t i = 0; i < m_inspection->stages.size(); ++i)
        m_map->addItem(stageName(m_inspection->stages[i]), static_cast<int>(i));
    if (!m_inspection->templates.empty())
        m_map->addItem(tr("Cost against one template"), kTemplateCost);
    if (!m_inspection->scored.attention.empty())
        m_map->addItem(tr("RCSA, any channel"), kAttention);
    m_map->setCurrentIndex(m_map->findData(itemOf(m_choice)));
    m_map->setToolTip(m_map->currentText());
}

void MapChooser::fillDetails()
{
    m_index->clear();
    m_part->clear();
    m_part->setToolTip({});
    const int item = itemOf(m_choice);
    const bool hasDetails = m_inspection && item < kPicture;
    m_index->setVisible(hasDetails);
    m_part->setVisible(hasDetails);
    if (!hasDetails)
        return;
    if (item == kTemplateCost)
        fillTemplates();
    else
        fillChannels();
    m_index->setCurrentIndex(m_choice.index);
    m_index->setToolTip(m_index->currentText());
}

void MapChooser::fillTemplates()
{
    for (std::size_t l = 0; l < m_inspection->scored.layerCosts.size(); ++l)
        m_index->addItem(tr("Layer %1").arg(l + 1));
    m_part->setIconSize({kTemplateIconPx, kTemplateIconPx});
    for (std::size_t n = 0; n < m_inspection->templates.size(); ++n)
        m_part->addItem(QPixmap::fromImage(imageOf(m_inspection->templates[n])
                                               .scaled(2 * m_part->iconSize(), Qt::KeepAspectRatio,
                                                       Qt::SmoothTransformation)),
                        templateName(*m_inspection, n));
    m_part->setCurrentIndex(m_choice.part);
    m_part->setToolTip(
        pictureTip(imageOf(m_inspection->templates[static_cast<std::size_t>(m_choice.part)]),
                   m_part->currentText()));
}

void MapChooser::fillChannels()
{
    const auto &attention = m_inspection->scored.attention;
    for (const auto &block : attention)
        m_index->addItem(capitalised(blockName(block.block)));
    m_part->setIconSize({16, 16});
    m_part->addItem(tr("Spatial attention"), -1);
    const auto &channels = attention[static_cast<std::size_t>(m_choice.index)].channels;
    for (std::size_t c = 0; c < channels.size(); ++c)
        m_part->addItem(capitalised(channelName(channels[c])), static_cast<int>(c));
    m_part->setCurrentIndex(m_choice.kind == Choice::Kind::SpatialAttention ? 0
                                                                            : m_choice.part + 1);
    m_part->setToolTip(
        m_part->currentText() + QStringLiteral("\n\n") +
        (channels.back().weight
             ? tr("By falling weight of the channel attention")
             : tr("By falling weight of the channel attention. This filter takes its guidance in "
                  "before the convolutions, so those channels come last and have no weight.")));
}

void MapChooser::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace cf::ui
