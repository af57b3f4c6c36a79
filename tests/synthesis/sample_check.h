#pragma once

#include "core/synthesis/synthetic_anomaly.h"
#include "tests/synthesis/test_images.h"

namespace cf::synthesis::tests {

inline SynthesisOptions withoutJitter()
{
    SynthesisOptions options;
    options.jitter = false;
    options.anomalyProbability = 1.0;
    return options;
}

/// Largest change over the channels.
inline cv::Mat changeOf(const cv::Mat &before, const cv::Mat &after)
{
    cv::Mat difference;
    cv::absdiff(before, after, difference);
    std::vector<cv::Mat> channels;
    cv::split(difference, channels);
    return cv::max(cv::max(channels[0], channels[1]), channels[2]);
}

/// How much of all change lies under the mask.
inline double shareUnderMask(const cv::Mat &change, const cv::Mat &mask)
{
    cv::Mat covered;
    change.copyTo(covered, mask);
    return cv::sum(covered)[0] / std::max(1.0, cv::sum(change)[0]);
}

} // namespace cf::synthesis::tests
