#include "ui/inspect/picture_list.h"

#include "ui/inspect/test_picture_model.h"

#include <QComboBox>
#include <QEvent>
#include <QItemSelectionModel>
#include <QListView>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

PictureList::PictureList(QWidget *parent) : QWidget(parent), m_model(new TestPictureModel(this))
{
    m_category = new QComboBox;
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_pictures = new QListView;
    m_pictures->setModel(m_model);
    m_pictures->setUniformItemSizes(true);
    m_pictures->setTextElideMode(Qt::ElideMiddle);
    m_pictures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // its tip says all of a name
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_category);
    column->addWidget(m_pictures, 1);
    connect(m_category, &QComboBox::currentIndexChanged, this, &PictureList::fill);
    connect(m_category, &QComboBox::currentTextChanged, m_category, &QWidget::setToolTip);
    connect(m_pictures->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PictureList::chosen);
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
    m_model->setPictures(m_dataset, m_category->currentIndex() - 1);
}

bool PictureList::isEmpty() const
{
    return m_model->rowCount() == 0;
}

int PictureList::currentRow() const
{
    return m_pictures->currentIndex().row();
}

void PictureList::setCurrentRow(int row)
{
    m_pictures->setCurrentIndex(m_model->index(row));
}

const dataset::Sample *PictureList::current() const
{
    return m_model->at(currentRow());
}

const dataset::Sample *PictureList::next() const
{
    return m_model->at(currentRow() + 1);
}

bool PictureList::select(const std::filesystem::path &image)
{
    if (m_model->find(image) < 0)
        m_category->setCurrentIndex(0);
    const int row = m_model->find(image);
    if (row < 0)
        return false;
    if (currentRow() == row)
        return true;
    setCurrentRow(row);
    return false;
}

void PictureList::move(int step)
{
    if (m_model->at(currentRow() + step))
        setCurrentRow(currentRow() + step);
}

void PictureList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange) // taller rows: once the list has it, too
        QMetaObject::invokeMethod(
            m_pictures, [this] { m_pictures->scrollTo(m_pictures->currentIndex()); },
            Qt::QueuedConnection);
}

void PictureList::retranslate()
{
    m_category->setAccessibleName(tr("Category"));
    m_pictures->setAccessibleName(tr("Test pictures"));
    if (m_category->count() > 0)
        m_category->setItemText(0, tr("All categories"));
}

} // namespace cf::ui
