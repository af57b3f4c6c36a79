#pragma once

#include "core/dataset/dataset.h"

#include <QString>

namespace cf::ui {

/// How a dataset was recognised, for people.
struct LayoutText
{
    QString name;   ///< "MVTec AD"
    QString reason; ///< one sentence: which folders or files made it that
};

LayoutText layoutText(const dataset::Dataset &dataset);

} // namespace cf::ui
