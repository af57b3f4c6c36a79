#include "ui/train/data_step.h"

#include "ui/train/reviewed_choice.h"

#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kMostListed = 8; // problems in a tool tip
constexpr int kRowRoomPx = 12;
constexpr int kLeastRows = 3;
constexpr int kColumnGapPx = 28;
constexpr int kMostColumnPx = 380;

const auto kAside = QStringLiteral("  "); // off the numbers before it

enum Column { Name, Normals, TestGood, TestDefects, Remark };

QString nameOf(const dataset::Category &category)
{
    return QString::fromStdString(category.name);
}

bool isInside(const std::filesystem::path &file, const std::filesystem::path &folder)
{
    const auto ends = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return ends.first == folder.end();
}

} // namespace

DataStep::DataStep(JobRunner *runner, QWidget *parent)
    : StepPage(parent), m_categories(new QTreeWidget), m_total(wrappingLabel()),
      m_reviewed(new ReviewedChoice(runner))
{
    m_categories->setColumnCount(5);
    m_categories->setRootIsDecorated(false);
    m_categories->setUniformRowHeights(true);
    m_categories->setAlternatingRowColors(true);
    m_categories->setTextElideMode(Qt::ElideMiddle);
    m_categories->setTabKeyNavigation(false); // Tab leaves the list
    auto *header = m_categories->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(true);
    column().addWidget(m_categories, 100);
    column().addWidget(m_total);
    column().addWidget(m_reviewed);
    column().addStretch(1);
    connect(m_categories, &QTreeWidget::itemChanged, this, [this] {
        showTotal();
        Q_EMIT changed();
    });
    connect(m_reviewed, &ReviewedChoice::changed, this, &DataStep::changed);
    retranslate();
}

void DataStep::setProject(const std::optional<std::filesystem::path> &project)
{
    m_project = project;
    showReviewed();
}

void DataStep::showReviewed()
{
    m_reviewed->setPictures(m_project, m_dataset ? m_dataset->root : std::filesystem::path());
    std::vector<std::string> names;
    for (const auto *category : chosen())
        names.push_back(category->name);
    m_reviewed->setCategories(std::move(names));
}

bool DataStep::usesReviewed() const
{
    return m_reviewed->isWanted();
}

void DataStep::showEvent(QShowEvent *event)
{
    StepPage::showEvent(event);
    m_reviewed->refresh();
}

QWidget *DataStep::firstControl() const
{
    return m_categories;
}

void DataStep::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    const bool same = m_dataset && dataset && m_dataset->root == dataset->root &&
                      m_dataset->categories.size() == dataset->categories.size();
    m_dataset = dataset;
    if (!same) {
        const QSignalBlocker quiet(m_categories);
        m_categories->clear();
        for (std::size_t i = 0; dataset && i < dataset->categories.size(); ++i) {
            auto *item = new QTreeWidgetItem(m_categories);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
            const bool usable = dataset->categories[i].trainNormalCount() > 0;
            item->setCheckState(Name, usable ? Qt::Checked : Qt::Unchecked);
        }
    }
    showCategories(); // checked once more: the user's choice stays
    if (!same) {
        m_categories->setCurrentItem(m_categories->topLevelItem(0));
        Q_EMIT changed();
    }
}

int DataStep::rowHeight() const
{
    return m_categories->fontMetrics().height() + kRowRoomPx;
}

void DataStep::showCategories()
{
    const QSignalBlocker quiet(m_categories);
    for (int i = 0; i < m_categories->topLevelItemCount(); ++i) {
        const auto &category = m_dataset->categories[static_cast<std::size_t>(i)];
        auto *item = m_categories->topLevelItem(i);
        item->setText(Name, nameOf(category));
        item->setSizeHint(Remark, {0, rowHeight()}); // its width is what is left
        const auto count = [&](Column column, std::size_t value) {
            item->setText(column, QStringLiteral("%L1").arg(value));
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        };
        using dataset::Label;
        using dataset::Split;
        count(Normals, category.trainNormalCount());
        count(TestGood, category.count(Split::Test, Label::Normal));
        count(TestDefects, category.count(Split::Test, Label::Defect));
        QString details;
        item->setText(Remark, kAside + remark(category, details));
        item->setToolTip(Name, nameOf(category));
        item->setToolTip(Remark, details);
    }
    for (const int column : {Name, Normals, TestGood, TestDefects}) {
        m_categories->resizeColumnToContents(column);
        const int wanted = m_categories->columnWidth(column) + kColumnGapPx;
        m_categories->setColumnWidth(column, std::min(wanted, kMostColumnPx));
    }
    // No taller than what is in it; more than fit are scrolled.
    const int rows = std::max(kLeastRows, m_categories->topLevelItemCount());
    m_categories->setMaximumHeight(m_categories->header()->sizeHint().height() +
                                   rows * rowHeight() + 2 * m_categories->frameWidth());
    showTotal();
}

QString DataStep::remark(const dataset::Category &category, QString &details) const
{
    const auto normals = category.trainNormalCount();
    if (normals == 0)
        return QStringLiteral("⚠ ") + tr("no normal pictures to learn from");
    QStringList files;
    for (const auto &problem : m_dataset->problems)
        if (isInside(problem.file, m_dataset->root / category.name))
            files +=
                QString::fromStdString(problem.file.filename().string() + ": " + problem.problem);
    details = files.mid(0, kMostListed).join(QLatin1Char('\n'));
    if (normals < workflow::kEnoughNormals)
        return QStringLiteral("⚠ ") + tr("few normal pictures");
    if (!files.isEmpty())
        return QStringLiteral("⚠ ") +
               tr("%n files with a problem, see Dataset", nullptr, static_cast<int>(files.size()));
    return QStringLiteral("✓ ") + tr("in order");
}

void DataStep::showTotal()
{
    showReviewed();
    if (!m_dataset) {
        m_total->setText(tr("No pictures are open yet: open a folder of pictures or a project "
                            "on the start page."));
        return;
    }
    const auto categories = chosen();
    int normals = 0;
    for (const auto *category : categories)
        normals += static_cast<int>(category->trainNormalCount());
    m_total->setText(tr("%n normal pictures", nullptr, normals) + QLatin1Char(' ') +
                     tr("of %n categories are learned by one filter.", nullptr,
                        static_cast<int>(categories.size())));
}

std::vector<const dataset::Category *> DataStep::chosen() const
{
    std::vector<const dataset::Category *> categories;
    for (int i = 0; i < m_categories->topLevelItemCount(); ++i)
        if (m_categories->topLevelItem(i)->checkState(Name) == Qt::Checked)
            categories.push_back(&m_dataset->categories[static_cast<std::size_t>(i)]);
    return categories;
}

QStringList DataStep::obstacles() const
{
    if (!m_dataset)
        return {tr("No pictures are open yet.")};
    QStringList sentences;
    if (chosen().empty())
        sentences += tr("Tick at least one category.");
    return sentences + sentencesOf(Severity::Obstacle);
}

QStringList DataStep::warnings() const
{
    return sentencesOf(Severity::Warning);
}

QStringList DataStep::sentencesOf(Severity severity) const
{
    QStringList sentences;
    for (const auto &finding : workflow::checkPictures(chosen()))
        if (finding.severity == severity)
            sentences += QString::fromStdString(finding.sentence);
    return sentences;
}

void DataStep::retranslate()
{
    setTexts(tr("What should be learned?"),
             tr("Tick the categories. The filter learns from normal pictures only; defects are "
                "invented on them. The test pictures are looked at once, at the very end."));
    m_categories->setHeaderLabels({tr("Category"), tr("Normal pictures"), tr("Test: good"),
                                   tr("Test: defects"), kAside + tr("Remarks")});
    for (const int number : {Normals, TestGood, TestDefects})
        m_categories->headerItem()->setTextAlignment(number, Qt::AlignRight | Qt::AlignVCenter);
    m_categories->setAccessibleName(tr("Categories to train on"));
    showCategories();
}

} // namespace cf::ui
