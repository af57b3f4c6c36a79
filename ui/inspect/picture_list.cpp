#include "ui/inspect/picture_list.h"

#include <QComboBox>
#include <QEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

PictureList::PictureList(QWidget *parent) : QWidget(parent)
{
    m_category = new QComboBox;
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_pictures = new QListWidget;
    m_pictures->setUniformItemSizes(true);
    m_pictures->setTextElideMode(Qt::ElideMiddle);
    m_pictures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // its tip says all of a name
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_category);
    column->addWidget(m_pictures, 1);
    connect(m_category, &QComboBox::currentIndexChanged, this, &PictureList::fill);
    connect(m_category, &QComboBox::currentTextChanged, m_category, &QWidget::setToolTip);
    connect(m_pictures, &QListWidget::currentRowChanged, this, &PictureList::chosen);
    retranslate();
}

void PictureList::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    const bool same = m_dataset && dataset && m_dataset->root == dataset->root;
    m_dataset = dataset;
    {
        const QSignalBlocker quiet(m_category);
        const int category = same ? m_category->currentIndex() : 0;
        m_category->clear();
        m_category->addItem(tr("All categories"));
        if (dataset)
            for (const auto &one : dataset->categories)
                m_category->addItem(QString::fromStdString(one.name));
        m_category->setCurrentIndex(std::clamp(category, 0, m_category->count() - 1));
    }
    fill();
}

void PictureList::fill()
{
    const QSignalBlocker quiet(m_pictures);
    m_pictures->clear();
    m_samples.clear();
    if (!m_dataset)
        return;
    const int only = m_category->currentIndex() - 1;
    for (std::size_t c = 0; c < m_dataset->categories.size(); ++c) {
        if (only >= 0 && only != static_cast<int>(c))
            continue;
        for (const auto &sample : m_dataset->categories[c].samples) {
            if (sample.split != dataset::Split::Test)
                continue;
            m_samples.push_back(&sample);
            auto *item =
                new QListWidgetItem(QStringLiteral("%1 / %2").arg(
                                        QString::fromStdString(sample.kind),
                                        QString::fromStdString(sample.image.filename().string())),
                                    m_pictures);
            item->setToolTip(QString::fromStdString(sample.image.string()));
        }
    }
}

const dataset::Sample *PictureList::at(int row) const
{
    return row >= 0 && row < static_cast<int>(m_samples.size())
               ? m_samples[static_cast<std::size_t>(row)]
               : nullptr;
}

const dataset::Sample *PictureList::current() const
{
    return at(m_pictures->currentRow());
}

const dataset::Sample *PictureList::next() const
{
    return at(m_pictures->currentRow() + 1);
}

bool PictureList::select(const std::filesystem::path &image)
{
    const auto find = [&] {
        return std::find_if(m_samples.begin(), m_samples.end(),
                            [&](const auto *sample) { return sample->image == image; });
    };
    if (find() == m_samples.end())
        m_category->setCurrentIndex(0);
    const auto found = find();
    if (found == m_samples.end())
        return false;
    const int row = static_cast<int>(found - m_samples.begin());
    if (m_pictures->currentRow() == row)
        return true;
    m_pictures->setCurrentRow(row);
    return false;
}

void PictureList::move(int step)
{
    if (at(m_pictures->currentRow() + step))
        m_pictures->setCurrentRow(m_pictures->currentRow() + step);
}

void PictureList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PictureList::retranslate()
{
    m_category->setAccessibleName(tr("Category"));
    m_pictures->setAccessibleName(tr("Test pictures"));
    if (m_category->count() > 0)
        m_category->setItemText(0, tr("All categories"));
}

} // namespace cf::ui
