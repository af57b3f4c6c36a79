#include "ui/jobs/jobs_dock.h"

#include "ui/jobs/error_text.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

/// The progress column: a bar with the stage's name while the job runs, plain text otherwise.
class ProgressDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto fraction = index.data(JobModel::kFractionRole);
        if (!fraction.isValid()) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        const double done = fraction.toDouble();
        QStyleOptionProgressBar bar;
        bar.palette = option.palette;
        bar.state = option.state | QStyle::State_Horizontal;
        bar.rect = option.rect.adjusted(2, 2, -2, -2);
        bar.minimum = 0;
        bar.maximum = done < 0 ? 0 : 1000;
        bar.progress = done < 0 ? 0 : static_cast<int>(1000 * done);
        bar.text = index.data().toString();
        if (done >= 0)
            bar.text += QStringLiteral("  %L1 %").arg(100.0 * done, 0, 'f', 0);
        bar.textVisible = true;
        bar.textAlignment = Qt::AlignCenter;
        const auto *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ProgressBar, &bar, painter, option.widget);
    }
};

} // namespace

JobsDock::JobsDock(JobRunner *runner, QWidget *parent)
    : QDockWidget(parent), m_runner(runner), m_model(runner)
{
    setObjectName(QStringLiteral("jobsDock"));
    auto *content = new QSplitter(Qt::Horizontal, this);
    content->setContentsMargins(8, 0, 8, 4);
    m_table = new QTreeView;
    m_table->setModel(&m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setItemDelegateForColumn(JobModel::ProgressColumn, new ProgressDelegate(m_table));
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(JobModel::Title, QHeaderView::Interactive);
    m_table->header()->setSectionResizeMode(JobModel::ProgressColumn, QHeaderView::Stretch);
    m_table->header()->resizeSection(JobModel::Title, 240);
    m_table->header()->resizeSection(JobModel::State, 90);
    m_table->header()->resizeSection(JobModel::Time, 110);
    content->addWidget(m_table);

    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    m_log = new QPlainTextEdit;
    m_log->setReadOnly(true);
    m_log->setMaximumBlockCount(5000);
    column->addWidget(m_log);
    auto *buttons = new QHBoxLayout;
    m_stop = new QPushButton;
    m_retry = new QPushButton;
    m_clear = new QPushButton;
    buttons->addWidget(m_stop);
    buttons->addWidget(m_retry);
    buttons->addStretch();
    buttons->addWidget(m_clear);
    column->addLayout(buttons);
    content->addWidget(side);
    content->setStretchFactor(0, 3);
    content->setStretchFactor(1, 2);
    setWidget(content);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JobsDock::showChosen);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &JobsDock::showButtons);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &JobsDock::showChosen);
    connect(runner, &JobRunner::added, this, [this](const Job *job) {
        if (job->afterwards() == Afterwards::Listed)
            m_table->setCurrentIndex(m_model.index(0, 0));
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (auto *job = chosen())
            job->stop();
    });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (auto *job = chosen())
            m_runner->retry(job);
    });
    connect(m_clear, &QPushButton::clicked, m_runner, &JobRunner::clearPast);
    retranslate();
    showChosen();
}

Job *JobsDock::chosen() const
{
    return m_model.job(m_table->currentIndex());
}

void JobsDock::showChosen()
{
    disconnect(m_following);
    m_log->clear();
    if (auto *job = chosen()) {
        m_log->setPlainText(job->log().join(QLatin1Char('\n')));
        m_following = connect(job, &Job::logged, m_log, &QPlainTextEdit::appendPlainText);
    }
    showButtons();
}

void JobsDock::showButtons()
{
    const auto *job = chosen();
    m_stop->setEnabled(job && job->canStop());
    m_retry->setEnabled(job && job->canRetry());
    const auto &jobs = m_runner->jobs();
    m_clear->setEnabled(
        std::any_of(jobs.begin(), jobs.end(), [](const Job *one) { return one->isOver(); }));
}

void JobsDock::changeEvent(QEvent *event)
{
    QDockWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void JobsDock::retranslate()
{
    setWindowTitle(tr("Jobs"));
    m_stop->setText(tr("&Stop"));
    m_stop->setToolTip(tr("Stop the chosen job; what it has finished is kept"));
    m_retry->setText(tr("Re&try"));
    m_retry->setToolTip(tr("Start the chosen job again"));
    m_clear->setText(tr("&Clear past jobs"));
    m_clear->setToolTip(tr("Remove the jobs that are over from this list"));
    m_table->setAccessibleName(tr("Jobs"));
    m_log->setAccessibleName(tr("Log of the chosen job"));
    m_log->setPlaceholderText(tr("The chosen job's messages appear here."));
    m_table->viewport()->update(); // titles and states are put into words when they are drawn
}

} // namespace cf::ui
