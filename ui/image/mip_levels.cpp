#include "ui/image/mip_levels.h"

#include <QDebug>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <limits>
#include <mutex>
#include <opencv2/imgproc.hpp>

namespace cf::ui {

namespace {

constexpr int kBandRows = 128; // between two looks at the stop flag: a few milliseconds
constexpr std::size_t kAtOncePx = 1U << 20U;

/// Both sides even, the last column and row repeated where they must.
cv::Mat evenSized(const cv::Mat &band)
{
    if (band.rows % 2 == 0 && band.cols % 2 == 0)
        return band;
    cv::Mat padded;
    cv::copyMakeBorder(band, padded, 0, band.rows % 2, 0, band.cols % 2, cv::BORDER_REPLICATE);
    return padded;
}

template <class Value>
void halveByMaximum(const cv::Mat &band, cv::Mat &half)
{
    for (int y = 0; y < half.rows; ++y) {
        const auto *upper = band.ptr<Value>(2 * y);
        const auto *lower = band.ptr<Value>(2 * y + 1);
        auto *best = half.ptr<Value>(y);
        for (int x = 0; x < half.cols; ++x) {
            Value largest = std::numeric_limits<Value>::lowest();
            for (const Value value :
                 {upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]})
                largest = value > largest ? value : largest;
            best[x] = largest;
        }
    }
}

/// Empty when stopped.
cv::Mat halved(const cv::Mat &level, Reduction reduction, const std::atomic_bool &stop)
{
    cv::Mat half((level.rows + 1) / 2, (level.cols + 1) / 2, level.type());
    for (int top = 0; top < half.rows; top += kBandRows) {
        if (stop)
            return {};
        const int bottom = std::min(top + kBandRows, half.rows);
        cv::Mat target = half.rowRange(top, bottom);
        const cv::Mat band = evenSized(level.rowRange(2 * top, std::min(2 * bottom, level.rows)));
        if (reduction == Reduction::Mean)
            cv::resize(band, target, target.size(), 0, 0, cv::INTER_AREA);
        else if (level.depth() == CV_32F)
            halveByMaximum<float>(band, target);
        else
            halveByMaximum<uchar>(band, target);
    }
    return half;
}

} // namespace

struct MipLevels::Build
{
    std::atomic_bool stop = false;
    std::mutex mutex;
    MipLevels *receiver = nullptr; // guarded by mutex; null once nobody waits
};

MipLevels::MipLevels(const cv::Mat &full, Reduction reduction, QObject *parent)
    : QObject(parent), m_levels{full}, m_build(std::make_shared<Build>())
{
    for (int edge = std::max(full.cols, full.rows); edge > 1; edge = (edge + 1) / 2)
        ++m_plannedCount;
    if (full.total() <= kAtOncePx) {
        while (!isComplete())
            m_levels.push_back(halved(m_levels.back(), reduction, m_build->stop));
        return;
    }
    m_build->receiver = this;
    QThreadPool::globalInstance()->start([build = m_build, full, reduction,
                                          count = m_plannedCount] {
        try {
            cv::Mat level = full;
            for (int i = 1; i < count; ++i) {
                level = halved(level, reduction, build->stop);
                const std::lock_guard lock(build->mutex);
                if (level.empty() || !build->receiver)
                    return;
                QMetaObject::invokeMethod(
                    build->receiver, [receiver = build->receiver, level] { receiver->add(level); },
                    Qt::QueuedConnection);
            }
        } catch (const std::exception &exception) {
            // Out of memory: the picture is still drawn, from its full size and less smoothly.
            qWarning() << "MipLevels:" << exception.what();
        }
    });
}

MipLevels::~MipLevels()
{
    m_build->stop = true;
    const std::lock_guard lock(m_build->mutex);
    m_build->receiver = nullptr;
}

void MipLevels::add(const cv::Mat &level)
{
    m_levels.push_back(level);
    Q_EMIT levelAdded(readyCount() - 1);
}

} // namespace cf::ui
