#include "ui/dataset/filter_bar.h"

#include "ui/dataset/image_grid.h"
#include "ui/dataset/tile_marks.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWhatsThis>

#include <algorithm>
#include <array>

namespace cf::ui {

namespace {

struct Example
{
    const char *query;
    const char *meaning;
};

constexpr Example kExamples[] = {
    {"crack", QT_TRANSLATE_NOOP("cf::ui::FilterBar", "the file's name holds crack")},
    {"label:defect", QT_TRANSLATE_NOOP("cf::ui::FilterBar", "defects; also normal, unknown")},
    {"kind:scratch",
     QT_TRANSLATE_NOOP("cf::ui::FilterBar", "the kind holds this; = for exactly this")},
    {"category=tile", QT_TRANSLATE_NOOP("cf::ui::FilterBar", "of this category")},
    {"split:test", QT_TRANSLATE_NOOP("cf::ui::FilterBar", "test pictures; also train")},
    {"mask:no problem:yes",
     QT_TRANSLATE_NOOP("cf::ui::FilterBar", "without mask, and with a problem")},
    {"score>0.4", QT_TRANSLATE_NOOP("cf::ui::FilterBar", "also < <= >= =, width and height")},
    {"reviewed:no", QT_TRANSLATE_NOOP("cf::ui::FilterBar", "nobody has decided yet")},
    {"-label:normal",
     QT_TRANSLATE_NOOP("cf::ui::FilterBar", "not normal: the minus turns a word round")},
    {"\"two words\"", QT_TRANSLATE_NOOP("cf::ui::FilterBar", "a name with a space in it")},
};

constexpr int kMarkPx = 16;

constexpr std::array kOrders = {
    ImageOrder::Dataset, ImageOrder::Name,         ImageOrder::Kind,
    ImageOrder::Label,   ImageOrder::HighestScore, ImageOrder::LowestScore,
};

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent), m_edit(new QLineEdit), m_help(new QToolButton), m_errorMark(new QLabel),
      m_error(new QLabel), m_orderLabel(new QLabel), m_sizeLabel(new QLabel),
      m_order(new QComboBox), m_size(new QSlider(Qt::Horizontal))
{
    m_edit->setObjectName(QStringLiteral("query"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(140);
    m_help->setObjectName(QStringLiteral("queryHelp"));
    m_help->setText(QStringLiteral("?"));
    m_help->setAutoRaise(true);
    m_error->setObjectName(QStringLiteral("queryError"));
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    m_errorMark->hide();
    m_order->setObjectName(QStringLiteral("order"));
    m_orderLabel->setBuddy(m_order);
    for (std::size_t i = 0; i < kOrders.size(); ++i)
        m_order->addItem({});
    m_size->setObjectName(QStringLiteral("thumbnailSide"));
    m_size->setRange(ImageGrid::kLeastSidePx, ImageGrid::kMostSidePx);
    m_size->setSingleStep(16);
    m_size->setPageStep(64);
    m_size->setFixedWidth(96);
    m_sizeLabel->setBuddy(m_size);

    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_edit, 1);
    line->addWidget(m_help);
    line->addSpacing(6);
    line->addWidget(m_orderLabel);
    line->addWidget(m_order);
    line->addSpacing(6);
    line->addWidget(m_sizeLabel);
    line->addWidget(m_size);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    auto *errorLine = new QHBoxLayout;
    errorLine->setSpacing(6);
    errorLine->addWidget(m_errorMark);
    errorLine->addWidget(m_error, 1);
    layout->addLayout(errorLine);
    retranslate();

    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::onEdited);
    connect(m_help, &QToolButton::clicked, this, &FilterBar::showHelp);
    connect(m_order, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT orderChanged(order()); });
    connect(m_size, &QSlider::valueChanged, this, &FilterBar::thumbnailSideChanged);
}

QString FilterBar::text() const
{
    return m_edit->text();
}

ImageOrder FilterBar::order() const
{
    return kOrders.at(static_cast<std::size_t>(std::max(0, m_order->currentIndex())));
}

void FilterBar::setText(const QString &text)
{
    m_edit->setText(text);
}

void FilterBar::setOrder(ImageOrder order)
{
    m_order->setCurrentIndex(
        static_cast<int>(std::find(kOrders.begin(), kOrders.end(), order) - kOrders.begin()));
}

void FilterBar::setThumbnailSide(int sidePx)
{
    m_size->setValue(sidePx);
}

void FilterBar::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void FilterBar::onEdited()
{
    const auto filter = ImageFilter::compile(m_edit->text());
    m_error->setText(filter.error());
    m_error->setVisible(!filter.isValid());
    m_errorMark->setVisible(!filter.isValid());
    if (!filter.isValid()) // anew each time: the palette may have changed
        m_errorMark->setPixmap(
            severityIcon(dataset::Severity::Warning, palette(), kMarkPx).pixmap(kMarkPx));
    m_edit->setAccessibleDescription(filter.error());
    if (filter.isValid())
        Q_EMIT filterChanged(filter);
}

void FilterBar::showHelp()
{
    QWhatsThis::showText(m_help->mapToGlobal(QPoint(0, m_help->height())), m_help->whatsThis(),
                         this);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilterBar::retranslate()
{
    m_edit->setPlaceholderText(tr("Filter: name, label:defect, score>0.4, mask:no ..."));
    m_edit->setAccessibleName(tr("Filter of the pictures"));
    m_edit->setAccessibleDescription(ImageFilter::compile(m_edit->text()).error());
    m_error->setText(m_edit->accessibleDescription());
    m_help->setAccessibleName(tr("Help on the filter"));
    QString rows;
    for (const Example &example : kExamples)
        rows += QStringLiteral("<tr><td><code>%1</code>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
                    .arg(QString::fromUtf8(example.query).toHtmlEscaped(),
                         tr(example.meaning).toHtmlEscaped());
    const QString help =
        QStringLiteral("<p>%1</p><table>%2</table>")
            .arg(tr("Words are separated by spaces; a picture must fulfil all."), rows);
    m_help->setToolTip(help);
    m_help->setWhatsThis(help);
    m_orderLabel->setText(tr("S&ort"));
    m_sizeLabel->setText(tr("Si&ze"));
    m_size->setAccessibleName(tr("Size of the thumbnails"));
    m_size->setToolTip(tr("Size of the thumbnails (Ctrl+wheel over the pictures)"));
    const QStringList orders = {tr("Category"), tr("Name"),          tr("Kind"),
                                tr("Label"),    tr("Highest score"), tr("Lowest score")};
    for (int i = 0; i < orders.size(); ++i)
        m_order->setItemText(i, orders[i]);
}

} // namespace cf::ui
