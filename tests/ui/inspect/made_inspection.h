#pragma once

#include "core/workflow/inspect.h"

#include <opencv2/imgproc.hpp>

#include <memory>
#include <string>

/// A picture with maps as an engine gives them, without one: for what draws and writes them.
inline std::shared_ptr<cf::workflow::Inspection> madeInspection(cv::Size size, int depth = CV_8U)
{
    using Kind = cf::workflow::NoiseStage::Kind;
    auto made = std::make_shared<cf::workflow::Inspection>();
    made->image = "cloth/test/cut/003.png";
    made->picture.create(size, CV_MAKETYPE(depth, 3));
    cv::RNG random(7);
    random.fill(made->picture, cv::RNG::UNIFORM, 0, depth == CV_8U ? 256 : 4096);
    cv::Mat mask(size, CV_8UC1, cv::Scalar(0));
    const cv::Point centre(size.width / 3, size.height / 2);
    cv::circle(mask, centre, size.width / 8, cv::Scalar(255), cv::FILLED);
    made->mask = mask;

    const auto map = [&](double noise, double height) {
        cv::Mat values(size, CV_32FC1);
        random.fill(values, cv::RNG::NORMAL, 0.0, noise);
        cv::Mat hill(size, CV_32FC1, cv::Scalar(0));
        cv::circle(hill, centre, size.width / 9, cv::Scalar(height), cv::FILLED);
        return cv::Mat(values + hill);
    };
    auto &scored = made->scored;
    scored.category = "cloth";
    scored.lambda = 0.5;
    scored.baseline = map(1.0, 6.0);
    scored.filtered = map(0.5, 8.0);
    cv::addWeighted(scored.filtered, 0.5, scored.baseline, 0.5, 0.0, scored.fused);
    scored.networkOutput = map(0.3, 4.0);
    for (int layer = 0; layer < 4; ++layer)
        scored.layerCosts.push_back(map(0.02, 0.4));
    const auto add = [&](Kind kind, std::string name, const cv::Mat &values) {
        cf::workflow::NoiseStage stage;
        stage.kind = kind;
        stage.name = std::move(name);
        stage.map = values;
        made->stages.push_back(std::move(stage));
    };
    for (std::size_t layer = 0; layer < 4; ++layer)
        add(Kind::LayerCost, std::to_string(layer + 1), scored.layerCosts[layer]);
    add(Kind::Baseline, {}, scored.baseline);
    add(Kind::NetworkOutput, {}, scored.networkOutput);
    add(Kind::Filtered, {}, scored.filtered);
    add(Kind::Fused, {}, scored.fused);
    return made;
}
