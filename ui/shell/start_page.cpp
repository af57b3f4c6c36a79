#include "ui/shell/start_page.h"

#include "ui/shell/session.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr int kPathRole = Qt::UserRole;
constexpr int kContentWidthPx = 920;
constexpr int kChoiceWidthPx = 360;

QLabel *title(double scale)
{
    auto *label = new QLabel;
    auto font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(true);
    label->setFont(font);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return label;
}

} // namespace

StartPage::StartPage(const ActionRegistry &registry, QWidget *parent)
    : QWidget(parent), m_registry(registry)
{
    setAcceptDrops(false); // the window takes what is dropped
    m_title = title(2.0);
    m_claim = new QLabel;
    m_claim->setWordWrap(true);
    m_error = new QLabel;
    m_error->setObjectName(QStringLiteral("startError"));
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_error->setFrameShape(QFrame::StyledPanel);
    m_error->setMargin(10);
    m_error->hide();

    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    for (const char *id : {"demo.open", "project.new", "pictures.open", "project.open"}) {
        Choice choice{QLatin1String(id), new QPushButton, new QLabel};
        choice.button->setObjectName(QStringLiteral("start.") + choice.id);
        choice.button->setMinimumHeight(38);
        choice.button->setFixedWidth(kChoiceWidthPx);
        choice.help->setWordWrap(true);
        choice.help->setFixedWidth(kChoiceWidthPx);
        choice.help->setForegroundRole(QPalette::PlaceholderText);
        connect(choice.button, &QPushButton::clicked, registry.action(choice.id),
                &QAction::trigger);
        left->addWidget(choice.button);
        left->addWidget(choice.help);
        left->addSpacing(14);
        m_choices.push_back(choice);
    }
    left->addStretch();

    m_recentTitle = title(1.2);
    m_recent = new QListWidget;
    m_recent->setUniformItemSizes(true);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_forget = new QPushButton;
    m_forget->setFlat(true);
    auto *recentTop = new QHBoxLayout;
    recentTop->addWidget(m_recentTitle);
    recentTop->addStretch();
    recentTop->addWidget(m_forget);
    auto *right = new QVBoxLayout;
    right->setSpacing(8); // not that of the columns
    right->addLayout(recentTop);
    right->addWidget(m_recent, 1);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(40);
    columns->addLayout(left);
    columns->addLayout(right, 1);
    auto *content = new QWidget;
    content->setMaximumWidth(kContentWidthPx);
    auto *page = new QVBoxLayout(content);
    page->addWidget(m_title);
    page->addWidget(m_claim);
    page->addSpacing(16);
    page->addWidget(m_error);
    page->addSpacing(8);
    page->addLayout(columns, 1);
    auto *centred = new QHBoxLayout(this);
    centred->setContentsMargins(32, 40, 32, 32);
    centred->addStretch(1);
    centred->addWidget(content, 20);
    centred->addStretch(1);

    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        const auto path = item->data(kPathRole).toString();
        if (!path.isEmpty())
            Q_EMIT openWanted(path);
    });
    connect(m_forget, &QPushButton::clicked, this, &StartPage::forgetWanted);
    retranslate();
}

void StartPage::refresh()
{
    m_recent->clear();
    for (const auto &path : Session::recent()) {
        auto *item =
            new QListWidgetItem(QStringLiteral("%1\n%2").arg(QFileInfo(path).fileName(),
                                                             QDir::toNativeSeparators(path)),
                                m_recent);
        item->setData(kPathRole, path);
        item->setToolTip(path);
        item->setSizeHint(QSize(0, 2 * fontMetrics().height() + 14));
    }
    m_forget->setVisible(m_recent->count() > 0);
    if (m_recent->count() == 0) {
        auto *none = new QListWidgetItem(tr("Nothing was opened yet."), m_recent);
        none->setFlags(Qt::NoItemFlags);
    }
}

void StartPage::showError(const QString &sentence)
{
    m_error->setText(sentence.isEmpty() ? QString() : QStringLiteral("⚠ ") + sentence);
    m_error->setVisible(!sentence.isEmpty());
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void StartPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StartPage::retranslate()
{
    m_title->setText(tr("CostFilter Studio"));
    m_claim->setText(
        tr("Finds surface defects by comparing a picture with normal ones, and filters "
           "the noise out of that comparison. Drop a folder of pictures here to begin."));
    m_recentTitle->setText(tr("Recent"));
    m_recent->setAccessibleName(tr("Recent projects and folders"));
    m_forget->setText(tr("Forget all"));
    m_forget->setToolTip(tr("Empty this list; the files stay"));
    for (const auto &choice : m_choices) {
        const auto *action = m_registry.action(choice.id);
        choice.button->setText(action->text());
        choice.button->setToolTip(action->toolTip());
        choice.help->setText(action->statusTip());
    }
    refresh();
}

} // namespace cf::ui
