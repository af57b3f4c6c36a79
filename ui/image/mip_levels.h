#pragma once

#include <QObject>

#include <memory>
#include <opencv2/core/mat.hpp>
#include <vector>

namespace cf::ui {

/// How four pixels become one.
enum class Reduction {
    Mean,    ///< for pictures; 8 or 16 bit, any channels
    Maximum, ///< for maps and masks, so that no small peak is lost; one channel, 8 bit or float.
             ///< NaN never wins
};

/// A matrix and its halvings, until one pixel is left; pixel (x, y) of level k covers
/// the square of 2^k pixels at (x, y) * 2^k. Lives in the GUI thread. Up to a million pixels are
/// halved at once, larger ones level by level in the global thread pool; destroying it stops that
/// work and does not wait for it.
class MipLevels : public QObject
{
    Q_OBJECT
public:
    /// Shares the pixels of `full`: nobody may write into them any more.
    MipLevels(const cv::Mat &full, Reduction reduction, QObject *parent = nullptr);
    ~MipLevels() override;

    int plannedCount() const { return m_plannedCount; }
    int readyCount() const { return static_cast<int>(m_levels.size()); } ///< at least 1
    bool isComplete() const { return readyCount() == m_plannedCount; }
    /// 0 = full size; index < readyCount().
    const cv::Mat &level(int index) const { return m_levels[static_cast<std::size_t>(index)]; }

Q_SIGNALS:
    void levelAdded(int index);

private:
    struct Build;

    void add(const cv::Mat &level);

    std::vector<cv::Mat> m_levels;
    int m_plannedCount = 1;
    std::shared_ptr<Build> m_build;
};

} // namespace cf::ui
