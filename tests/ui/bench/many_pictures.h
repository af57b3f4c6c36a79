#pragma once

#include <QTemporaryDir>

#include <filesystem>

namespace bench {

/// A temporary folder of small JPEGs in the layout of MVTec AD: 10 categories, of each 80 %
/// training and 20 % test, half of which are defects of two kinds. No two files are equal, so that
/// the check finds no copies. 4 KB a picture.
class ManyPictures
{
public:
    /// A multiple of 1,000.
    explicit ManyPictures(int count);

    std::filesystem::path root() const { return m_dir.path().toStdString(); }

private:
    QTemporaryDir m_dir;
};

} // namespace bench
