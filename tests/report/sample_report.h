#pragma once

#include "core/report/report_data.h"

/// A small report with everything in it, for the tests of the writers.
inline cf::report::ReportData sampleReport()
{
    using namespace cf::report;
    ReportData data;
    data.title = "Line 4 <night shift> & \"others\"";
    data.runId = "run-7";
    data.dataset = "demo";
    data.created = "1 May 2026";
    data.lambda = 0.5;
    data.secondsPerImage = 0.0843;
    data.settings = {{"Seed", "7"}, {"Note", "a <b> & 'c'"}};
    const auto metrics = [](double auroc, std::optional<double> pro) {
        return std::vector<Metric>{{"image_auroc", auroc, ""},
                                   {"au_pro", pro, pro ? "" : "no region in the \"ground truth\""}};
    };
    data.categories = {
        {"cloth", metrics(0.9, 0.8), metrics(0.95, 0.75), metrics(0.97, 0.8)},
        {"board, \"green\"", metrics(0.5, {}), metrics(0.5, {}), metrics(0.5, {})},
    };
    data.mean = {"mean", metrics(0.7, 0.8), metrics(0.725, 0.75), metrics(0.735, 0.8)};
    const Curve curve{"filtered", {0, 0.5, 1}, {0, 0.9, 1}};
    data.kdes = {
        {"Filtered scores", {{"normal", {0, 1}, {1, 0}}, {"anomalous", {0, 1}, {0, 1}}}, 0.123}};
    data.curves = {{"ROC", "false positive rate", "true positive rate", {curve}, true}};
    data.loss = CurveFigure{"Loss", "step", "loss", {curve}, false};
    const cv::Mat picture(12, 16, CV_8UC3, cv::Scalar(20, 120, 220));
    data.strips = {{"cloth <stain>", {{"Image", picture}, {"Map", cv::Mat()}}}};
    data.samples = {{"cloth",
                     "stain",
                     "cloth/test/stain/000.png",
                     "missed",
                     {{"fused", 0.25}},
                     {{"Image", picture}}}};
    return data;
}

/// One of cards, a table and a gallery, without metrics.
inline cf::report::ReportData sampleOfTables(std::size_t rows)
{
    using namespace cf::report;
    ReportData data;
    data.title = "Shift <3>";
    data.facts = {{"Reviewer & lot", "Ada <all>"}, {"Not known", ""}};
    data.cards = {{"Escapes", "13.6 %", "9 of 66 defective; 95 %: 7.3 % to 23.9 % & no more"}};
    TextTable table{"Reasons <of> rejections", "by count", {"Reason", "Pictures"}, {}, 1};
    for (std::size_t i = 0; i < rows; ++i)
        table.rows.push_back({"scratch <" + std::to_string(i) + ">", std::to_string(100 + i)});
    data.tables.push_back(table);
    data.tables.push_back({"To be settled", "Nothing waits.", {"Picture", "Verdicts"}, {}, 2});
    const cv::Mat picture(12, 16, CV_8UC3, cv::Scalar(20, 120, 220));
    data.galleries = {{"Worst escapes", "All of them.", {{"a & b", {{"Map", picture}}}}, 4}};
    return data;
}
