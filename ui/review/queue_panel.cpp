#include "ui/review/queue_panel.h"

#include "ui/review/key_keeper.h"
#include "ui/review/review_text.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace cf::ui {

namespace {

constexpr int kTypingMs = 250;
constexpr int kMeasuredRows = 50; // for the width of a column; not all of 100,000

constexpr std::array kQueues = {ReviewQueue::All, ReviewQueue::LabelSuspects,
                                ReviewQueue::SecondOpinion, ReviewQueue::Disagreements};
constexpr std::array kOrders = {review::QueueOrder::Uncertainty, review::QueueOrder::Score,
                                review::QueueOrder::CostAtStake, review::QueueOrder::Category,
                                review::QueueOrder::Random};
constexpr std::array kShows = {QueueWish::Show::Everything, QueueWish::Show::Undecided,
                               QueueWish::Show::Ok, QueueWish::Show::Ng, QueueWish::Show::Unsure};

template <class Values>
auto valueOf(const QComboBox &choice, const Values &values)
{
    return values[static_cast<std::size_t>(std::max(0, choice.currentIndex()))];
}

template <class Values, class Value>
void choose(QComboBox &choice, const Values &values, Value value)
{
    const auto found = std::find(values.begin(), values.end(), value);
    const QSignalBlocker quiet(&choice);
    choice.setCurrentIndex(found == values.end() ? 0 : static_cast<int>(found - values.begin()));
}

} // namespace

QueuePanel::QueuePanel(const review::Ledger *ledger, QWidget *parent)
    : QWidget(parent), m_model(ledger), m_queue(newChoice()), m_order(newChoice()),
      m_category(newChoice()), m_show(newChoice()), m_text(new QLineEdit), m_problem(new QLabel),
      m_table(new QTableView)
{
    m_queue->setObjectName(QStringLiteral("reviewQueue"));
    m_order->setObjectName(QStringLiteral("reviewOrder"));
    m_category->setObjectName(QStringLiteral("reviewCategory"));
    m_show->setObjectName(QStringLiteral("reviewShow"));
    m_text->setObjectName(QStringLiteral("reviewFilter"));
    m_text->setClearButtonEnabled(true);
    new KeyKeeper(m_text);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->verticalHeader()->hide();
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(QueueModel::Verdict, QHeaderView::Stretch);
    header->setResizeContentsPrecision(kMeasuredRows);
    header->setHighlightSections(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 0, 8);
    column->addWidget(m_queue);
    column->addWidget(m_order);
    auto *narrowed = new QHBoxLayout;
    narrowed->addWidget(m_category, 1);
    narrowed->addWidget(m_show, 1);
    column->addLayout(narrowed);
    column->addWidget(m_text);
    column->addWidget(m_problem);
    column->addWidget(m_table, 1);

    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &QueuePanel::wishChanged);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_queue, &QComboBox::currentIndexChanged, this, &QueuePanel::showColumns);
    for (auto *choice : {m_queue, m_order, m_category, m_show}) {
        connect(choice, &QComboBox::currentIndexChanged, this, &QueuePanel::wishChanged);
        // Back to the pictures: letters are decisions there, and would choose entries here.
        connect(choice, &QComboBox::activated, m_table, [this] { m_table->setFocus(); });
    }
    connect(m_text, &QLineEdit::returnPressed, m_table, [this] { m_table->setFocus(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid())
                    Q_EMIT rowChosen(current.row());
            });
    for (std::size_t i = 0; i < kQueues.size(); ++i)
        m_queue->addItem({});
    for (std::size_t i = 0; i < kOrders.size(); ++i)
        m_order->addItem({});
    for (std::size_t i = 0; i < kShows.size(); ++i)
        m_show->addItem({});
    setCategories({});
    retranslate();
    showColumns();
}

QComboBox *QueuePanel::newChoice()
{
    auto *choice = new QComboBox;
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8);
    return choice;
}

QueueWish QueuePanel::wish() const
{
    QueueWish wish;
    wish.queue = valueOf(*m_queue, kQueues);
    wish.order = valueOf(*m_order, kOrders);
    wish.show = valueOf(*m_show, kShows);
    if (m_category->currentIndex() > 0)
        wish.category = m_category->currentText().toStdString();
    wish.text = m_text->text();
    return wish;
}

void QueuePanel::setQueue(ReviewQueue queue)
{
    choose(*m_queue, kQueues, queue);
    showColumns();
}

void QueuePanel::setOrder(review::QueueOrder order)
{
    choose(*m_order, kOrders, order);
}

void QueuePanel::setCategories(const QStringList &categories)
{
    const QSignalBlocker quiet(m_category);
    const auto chosen = m_category->currentIndex() > 0 ? m_category->currentText() : QString();
    m_category->clear();
    m_category->addItem(tr("All categories"));
    m_category->addItems(categories);
    m_category->setCurrentIndex(std::max(0, m_category->findText(chosen)));
    showColumns();
}

void QueuePanel::showColumns()
{
    const auto queue = valueOf(*m_queue, kQueues);
    m_order->setVisible(queue == ReviewQueue::All); // the others have one of their own
    m_table->setColumnHidden(QueueModel::Category, m_category->count() <= 2);
    m_table->setColumnHidden(QueueModel::Label, queue != ReviewQueue::LabelSuspects);
}

void QueuePanel::setRows(const QueueModel::SharedSet &set, const QueueWish &wish,
                         std::vector<std::uint32_t> rows)
{
    m_model.setRows(set, wish, std::move(rows));
    m_table->doItemsLayout(); // else put off: a row would be scrolled to in the old length
}

void QueuePanel::setFilterProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

int QueuePanel::currentRow() const
{
    return m_table->currentIndex().row();
}

void QueuePanel::setCurrentRow(int row)
{
    if (row != currentRow())
        m_table->setCurrentIndex(m_model.index(row, 0));
}

void QueuePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QueuePanel::retranslate()
{
    for (std::size_t i = 0; i < kQueues.size(); ++i)
        m_queue->setItemText(static_cast<int>(i), queueText(kQueues[i]));
    for (std::size_t i = 0; i < kOrders.size(); ++i)
        m_order->setItemText(static_cast<int>(i), orderText(kOrders[i]));
    for (std::size_t i = 0; i < kShows.size(); ++i)
        m_show->setItemText(static_cast<int>(i), showText(kShows[i]));
    m_category->setItemText(0, tr("All categories"));
    m_queue->setAccessibleName(tr("Queue"));
    m_queue->setToolTip(tr("Which pictures wait for a decision"));
    m_order->setAccessibleName(tr("Order of the queue"));
    m_category->setAccessibleName(tr("Category"));
    m_show->setAccessibleName(tr("Show by decision"));
    m_text->setAccessibleName(tr("Filter the queue"));
    m_text->setPlaceholderText(tr("Filter: a name, kind:scratch, score>2.5"));
    m_table->setAccessibleName(tr("Pictures of the queue"));
    Q_EMIT m_model.headerDataChanged(Qt::Horizontal, 0, QueueModel::ColumnCount - 1);
}

} // namespace cf::ui
