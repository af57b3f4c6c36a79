#pragma once

#include "ui/dataset/image_row.h"

#include <memory>

/// A normal training picture of that path.
inline cf::ui::ImageRow rowAt(const std::string &path)
{
    cf::ui::ImageRow row;
    row.path = path;
    row.category = QStringLiteral("tile");
    row.kind = QStringLiteral("good");
    row.label = cf::dataset::Label::Normal;
    return row;
}

inline cf::ui::ImageRow defectAt(const std::string &path, const QString &kind, float score)
{
    cf::ui::ImageRow row = rowAt(path);
    row.kind = kind;
    row.label = cf::dataset::Label::Defect;
    row.split = cf::dataset::Split::Test;
    row.score = score;
    return row;
}

/// /d/0.png, /d/1.png, ...
inline std::shared_ptr<cf::ui::ImageRows> manyRows(int count)
{
    auto rows = std::make_shared<cf::ui::ImageRows>();
    for (int i = 0; i < count; ++i)
        rows->push_back(rowAt("/d/" + std::to_string(i) + ".png"));
    return rows;
}
