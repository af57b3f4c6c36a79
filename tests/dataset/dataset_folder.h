#pragma once

#include "core/dataset/dataset.h"
#include "tests/imaging/hostile_files.h"

#include <QTemporaryDir>
#include <algorithm>
#include <string>
#include <vector>

/// A temporary folder to build datasets of real images in.
class DatasetFolder
{
public:
    std::filesystem::path path(const std::string &name = {}) const
    {
        const std::filesystem::path root = m_dir.path().toStdString();
        return name.empty() ? root : root / name;
    }

    void write(const std::string &name, const hostile::Bytes &bytes) const
    {
        hostile::write(path(name), bytes);
    }
    void text(const std::string &name, const std::string &content) const
    {
        hostile::write(path(name), content);
    }

    /// An image of the kind that the name's extension says, unlike any other image made here.
    void image(const std::string &name, int rows = 12, int cols = 10, int type = CV_8UC3)
    {
        write(name, hostile::encoded(lowerExtension(name).c_str(),
                                     hostile::noise(rows, cols, type, ++m_seed)));
    }

    /// A mask with a defect of 2 x 3 pixels at `x`, 2 of the value given; 0 makes an empty one.
    void mask(const std::string &name, int rows = 12, int cols = 10, int value = 255,
              int x = 1) const
    {
        cv::Mat mask = cv::Mat::zeros(rows, cols, CV_8UC1);
        mask(cv::Rect(x, 2, 3, 2)).setTo(value);
        write(name, hostile::encoded(lowerExtension(name).c_str(), mask));
    }

    /// A category of MVTec AD: four training, two good and two scratched test images with masks.
    void mvtecCategory(const std::string &name)
    {
        for (const char *stem : {"000", "001", "002", "003"})
            image(name + "/train/good/" + stem + ".png");
        for (const char *stem : {"000", "001"}) {
            image(name + "/test/good/" + stem + ".png");
            image(name + "/test/scratch/" + stem + ".png");
            mask(name + "/ground_truth/scratch/" + std::string(stem) + "_mask.png");
        }
    }

private:
    static std::string lowerExtension(const std::string &name)
    {
        std::string extension = std::filesystem::path(name).extension().string();
        std::transform(extension.begin(), extension.end(), extension.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return extension;
    }

    QTemporaryDir m_dir;
    int m_seed = 0;
};

/// Whether some problem is about a file of that name and says so.
inline bool hasProblem(const cf::dataset::Dataset &dataset, const std::string &fileEnd,
                       const std::string &words)
{
    return std::any_of(dataset.problems.begin(), dataset.problems.end(), [&](const auto &problem) {
        return problem.file.string().ends_with(fileEnd) &&
               problem.problem.find(words) != std::string::npos;
    });
}

inline std::string allProblems(const cf::dataset::Dataset &dataset)
{
    std::string text;
    for (const auto &problem : dataset.problems)
        text += problem.file.string() + ": " + problem.problem + "\n";
    return text;
}

inline std::vector<std::string> categoryNames(const cf::dataset::Dataset &dataset)
{
    std::vector<std::string> names;
    for (const auto &category : dataset.categories)
        names.push_back(category.name);
    return names;
}

/// Opens and checks that it worked; for use in test slots only.
#define OPEN_DATASET(dataset, folder)                                                              \
    cf::RunContext run;                                                                            \
    const auto cfOpened = cf::dataset::openDataset(folder, run);                                   \
    CF_VERIFY(cfOpened);                                                                           \
    const cf::dataset::Dataset &dataset = *cfOpened
