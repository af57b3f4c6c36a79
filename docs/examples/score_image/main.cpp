// Scores a picture with an exported detector. Needs LibTorch and OpenCV, and nothing of CostFilter
// Studio:
//     costfilter model export model.safetensors --out detector.pt
//     score_image detector.pt picture.png [map.png]
#include <torch/script.h>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <iostream>
#include <vector>

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::cerr << "usage: score_image DETECTOR.pt PICTURE [MAP.png]\n";
        return 2;
    }
    torch::NoGradGuard noGrad;
    auto detector = torch::jit::load(argv[1]);
    const auto side = static_cast<int>(detector.attr("image_px").toInt());
    const cv::Mat picture = cv::imread(argv[2], cv::IMREAD_COLOR);
    if (picture.empty()) {
        std::cerr << argv[2] << " is no readable picture\n";
        return 1;
    }
    const bool shrinks = picture.cols > side && picture.rows > side;
    cv::Mat input;
    cv::resize(picture, input, {side, side}, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
    cv::cvtColor(input, input, cv::COLOR_BGR2RGB);
    const auto tensor = torch::from_blob(input.data, {1, side, side, 3}, torch::kUInt8)
                            .permute({0, 3, 1, 2})
                            .to(torch::kFloat32);
    const auto answer = detector.forward({tensor}).toTuple();
    auto small = answer->elements()[0].toTensor().contiguous();
    const auto category = answer->elements()[1].toTensor().item<int64_t>();

    // The score is the mean of the 250 largest values at the picture's own size.
    cv::Mat map;
    cv::resize(cv::Mat(side, side, CV_32FC1, small.data_ptr()), map, picture.size());
    std::vector<float> values(map.begin<float>(), map.end<float>());
    const auto scored = std::min<std::size_t>(250, values.size());
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(scored),
                      values.end(), std::greater<>());
    double sum = 0.0;
    for (std::size_t i = 0; i < scored; ++i)
        sum += values[i];
    std::cout << detector.attr("categories").toListRef()[static_cast<std::size_t>(category)]
                     .toStringRef()
              << ' ' << sum / static_cast<double>(scored) << '\n';
    if (argc > 3)
        cv::imwrite(argv[3], map * 25.0 + 64.0);
    return 0;
}
