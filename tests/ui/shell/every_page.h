#pragma once

#include "core/store/project.h"
#include "tests/ui/analyse/made_project.h"
#include "ui/review/review_page.h"
#include "ui/shell/main_window.h"
#include "ui/train/train_page.h"

#include <QTest>

#include <filesystem>
#include <string>
#include <vector>

/// Every page of the window, with something on each.
namespace every_page {

/// A page, and the step of the training where it has steps.
struct Stop
{
    const char *action;
    int step = -1;

    QByteArray name() const
    {
        return step < 0 ? QByteArray(action) : action + QByteArray(" ") + QByteArray::number(step);
    }
};

inline const std::vector<Stop> kStops = {{"go.start"},    {"go.dataset"},  {"go.templates"},
                                         {"go.train", 0}, {"go.train", 1}, {"go.train", 2},
                                         {"go.train", 3}, {"go.train", 4}, {"go.inspect"},
                                         {"go.review"},   {"go.analyse"},  {"go.runs"}};

/// A project over these pictures with two evaluated runs; the latter's number.
inline std::string makeProject(const std::filesystem::path &folder,
                               const std::filesystem::path &pictures)
{
    auto project = cf::store::Project::create(folder).orThrow();
    cf::store::Dataset dataset;
    dataset.name = "pictures";
    dataset.root = pictures;
    dataset.format = "mvtec-ad";
    project.saveDataset(dataset).orThrow();
    project.saveReviewer({"Ada", R"({"reasons":["scratch","hole"]})", true, ""}).orThrow();
    cf::store::Evaluation evaluation;
    for (const auto *category : {"cloth", "circuit_board"}) {
        made::addCategory(evaluation, category, 6, 1);
        made::addCurves(evaluation, category);
        made::addMetrics(evaluation, category, 0.9);
    }
    made::addMetrics(evaluation, "", 0.9);
    made::addCurves(evaluation, "");
    made::addRun(project, pictures, evaluation);
    return made::addRun(project, pictures, evaluation);
}

/// Opens it, with that run on show.
inline void open(cf::ui::MainWindow &window, const std::filesystem::path &project,
                 const std::string &run)
{
    window.session().openProject(project);
    QTRY_VERIFY_WITH_TIMEOUT(
        window.session().project() && window.session().dataset() && !window.jobs().isBusy(), 60000);
    window.session().setTrainedRun(run);
}

inline void goTo(cf::ui::MainWindow &window, const Stop &stop)
{
    constexpr int kProfileStep = 3; // estimates the training's time as long as it is seen
    window.jobs().stopAll();
    window.actions().action(QLatin1String(stop.action))->trigger();
    if (stop.step >= 0)
        window.trainPage().showStep(stop.step);
    if (window.reviewPage().isVisible() && window.session().project()) { // asks who reviews, first
        QTRY_VERIFY_WITH_TIMEOUT(window.reviewPage().set() && !window.jobs().isBusy(), 60000);
        if (window.reviewPage().reviewer().isEmpty())
            window.reviewPage().setReviewer(QStringLiteral("Ada"));
    }
    if (stop.step != kProfileStep)
        QTRY_VERIFY_WITH_TIMEOUT(!window.jobs().isBusy(), 60000);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

} // namespace every_page
