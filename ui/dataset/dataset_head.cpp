#include "ui/dataset/dataset_head.h"

#include "ui/dataset/layout_text.h"
#include "ui/dataset/path_label.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace cf::ui {

DatasetHead::DatasetHead(QWidget *parent)
    : QWidget(parent), m_path(new PathLabel), m_summary(new QLabel), m_reason(new QLabel)
{
    m_path->setObjectName(QStringLiteral("path"));
    QFont bold = font();
    bold.setBold(true);
    m_path->setFont(bold);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *first = new QHBoxLayout;
    first->addWidget(m_path, 1);
    first->addSpacing(16);
    first->addWidget(m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(first);
    layout->addWidget(m_reason);
}

void DatasetHead::setDataset(const dataset::Dataset &dataset)
{
    m_path->setPath(QDir::toNativeSeparators(QString::fromStdString(dataset.root.string())));
    const LayoutText text = layoutText(dataset);
    m_reason->setText(tr("%1. %2").arg(text.name, text.reason));
    std::size_t pictures = 0;
    for (const dataset::Category &category : dataset.categories)
        pictures += category.samples.size();
    m_summary->setText(
        tr("%1, %2").arg(tr("%n categories", nullptr, static_cast<int>(dataset.categories.size())),
                         tr("%n pictures", nullptr, static_cast<int>(pictures))));
}

} // namespace cf::ui
