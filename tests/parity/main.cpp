#include "tests/parity/cases.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <functional>
#include <iostream>

namespace {

using cf::parity::GoldenFolder;
using cf::parity::Report;

enum ExitCode { Done = 0, Off = 1, WrongUsage = 2, UnusableData = 3 };

struct Group
{
    std::string name; ///< also the .pt file's, without its extension
    std::function<void(const GoldenFolder &, Report &)> check;
};

std::vector<Group> groups()
{
    using namespace cf::parity;
    std::vector<Group> all = {{"fill", checkFill}};
    for (const std::string variant : {"glad", "dinomaly", "hvq"})
        all.push_back({"filter_" + variant, [variant](const GoldenFolder &folder, Report &report) {
                           checkFilter(variant, folder, report);
                       }});
    all.push_back({"costvolume", checkCostVolume});
    all.push_back({"postproc", checkPostprocessing});
    all.push_back({"losses", checkLosses});
    all.push_back({"trainstep_f64", checkTrainStepFloat64});
    all.push_back({"trainstep", checkTrainStepFloat32});
    all.push_back({"metrics", checkMetrics});
    all.push_back({"kde", checkKde});
    all.push_back({"backbone_lite0", checkLite0});
    all.push_back({"backbone_b4", checkB4});
    for (const char size : {'s', 'b'}) {
        const std::string name = std::string("dino_vit") + size + "8";
        all.push_back({"backbone_" + name, [=](const GoldenFolder &folder, Report &report) {
                           checkDino(name, size, folder, report);
                       }});
    }
    all.push_back({"backbone_dinov2_vits14", checkDinov2});
    return all;
}

void run(const Group &group, const GoldenFolder &folder, Report &report)
{
    if (!folder.has(group.name + ".pt")) {
        std::cerr << "not there: " << group.name << ".pt" << std::endl;
        return;
    }
    try {
        group.check(folder, report);
    } catch (const cf::Failure &failure) {
        if (failure.error().code == cf::ErrorCode::NotFound) // a list that belongs to the file
            report.addSkipped(group.name, failure.what());
        else
            report.addBroken(group.name, failure.what());
    } catch (const std::exception &error) { // one broken file must not hide the other cases
        report.addBroken(group.name, error.what());
    }
}

} // namespace

int main(int argc, char **argv)
{
    const auto all = groups();
    std::vector<std::string> names;
    for (const auto &group : all)
        names.push_back(group.name);

    CLI::App app("Checks the implementation against a folder of golden numbers.");
    std::string path;
    std::string only;
    bool json = false;
    app.add_option("GOLDEN_DIR", path, "folder with the golden .pt and .json files")->required();
    app.add_flag("--json", json, "accepted for uniformity: the output always is one JSON object");
    app.add_option("--only", only, "check this file alone (its name without .pt)")
        ->check(CLI::IsMember(names));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error, std::cerr, std::cerr) == 0 ? Done : WrongUsage;
    }

    const auto folder = GoldenFolder::open(path);
    if (!folder.ok()) {
        std::cerr << folder.error().detail << std::endl;
        return UnusableData;
    }
    Report report;
    for (const auto &group : all) {
        if (only.empty() || only == group.name)
            run(group, *folder, report);
    }
    std::cout << report.toJson().dump(2) << std::endl;
    return report.allOk() ? Done : Off;
}
