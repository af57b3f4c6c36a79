#pragma once

#include "core/dataset/dataset.h"

#include <QWidget>

class QLabel;

namespace cf::ui {

class PathLabel;

/// Where the dataset is, which layout was recognised and why, and how large it is.
class DatasetHead : public QWidget
{
    Q_OBJECT
public:
    explicit DatasetHead(QWidget *parent = nullptr);

    void setDataset(const dataset::Dataset &dataset);

private:
    PathLabel *m_path;
    QLabel *m_summary, *m_reason;
};

} // namespace cf::ui
