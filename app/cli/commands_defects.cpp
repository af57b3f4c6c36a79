#include "app/cli/commands.h"
#include "core/workflow/defect_locations.h"

#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace cf::cli {

using nlohmann::json;

namespace {

constexpr std::size_t kSizeBins = 12;

struct DefectArguments
{
    workflow::DefectRequest request;
    std::string source = "masks";
    std::string kind, csv, map;
};

json quartiles(const metrics::BoxStatistics &box)
{
    return {box.lowerQuartile, box.median, box.upperQuartile};
}

json histogramOf(const workflow::DefectLocations &locations, workflow::SizeMeasure measure)
{
    const auto histogram = workflow::sizeHistogram(locations, measure, kSizeBins);
    return histogram ? json{{"low", histogram->low},
                            {"high", histogram->high},
                            {"counts", histogram->counts}}
                     : json(nullptr);
}

json jsonOf(const workflow::DefectLocations &locations)
{
    json kinds = json::array();
    for (const auto &summary : workflow::summarise(locations))
        kinds.push_back({{"kind", summary.kind.empty() ? json(nullptr) : json(summary.kind)},
                         {"regions", summary.regions},
                         {"pictures", summary.pictures},
                         {"area_px", quartiles(summary.areaPx)},
                         {"area_share", quartiles(summary.areaShare)},
                         {"length_px", quartiles(summary.lengthPx)},
                         {"width_px", quartiles(summary.widthPx)},
                         {"elongation", quartiles(summary.elongation)}});
    return {{"name", locations.category},
            {"pictures", locations.lookedAt},
            {"with_defects", locations.pictures.size()},
            {"left_out", locations.leftOut},
            {"regions", locations.regions.size()},
            {"grid", {locations.grid.height, locations.grid.width}},
            {"kinds", kinds},
            {"log10_area", histogramOf(locations, workflow::SizeMeasure::LogArea)},
            {"elongation", histogramOf(locations, workflow::SizeMeasure::Elongation)}};
}

void printText(const workflow::DefectLocations &locations)
{
    std::cout << locations.category << ": " << locations.regions.size() << " regions in "
              << locations.pictures.size() << " of " << locations.lookedAt << " pictures";
    if (locations.leftOut > 0)
        std::cout << "; left out, because nothing tells where their defects are: "
                  << locations.leftOut;
    std::cout << '\n';
    const auto summaries = workflow::summarise(locations);
    if (summaries.empty())
        return;
    std::cout << "  kind              regions  pictures      area px      % of it   length px  "
                 "elongation   (medians)\n"
              << std::fixed;
    for (const auto &summary : summaries)
        std::cout << "  " << std::left << std::setw(16)
                  << (summary.kind.empty() ? "all" : summary.kind) << std::right << std::setw(9)
                  << summary.regions << std::setw(10) << summary.pictures << std::setprecision(0)
                  << std::setw(13) << summary.areaPx.median << std::setprecision(3) << std::setw(13)
                  << 100.0 * summary.areaShare.median << std::setprecision(1) << std::setw(12)
                  << summary.lengthPx.median << std::setprecision(2) << std::setw(12)
                  << summary.elongation.median << '\n';
}

/// The one category that a picture of the map shows.
const workflow::DefectLocations &onlyOne(const std::vector<workflow::DefectLocations> &all)
{
    if (all.size() != 1)
        throw Failure(Error::make(ErrorCode::BadUsage,
                                  "A map is of one category; choose it with --category."));
    return all.front();
}

ExitCode locate(const CommandSet &commands, DefectArguments arguments, Console &console)
{
    arguments.request.source = workflow::defectSourceFrom(arguments.source).value();
    auto run = console.runContext();
    const auto all = workflow::locateDefects(arguments.request, run).orThrow();
    if (all.empty())
        throw Failure(Error::make(ErrorCode::BadData,
                                  "Nothing is drawn on the pictures of this project yet."));
    json files = json::array();
    if (!arguments.map.empty()) {
        const auto &one = onlyOne(all);
        if (!arguments.kind.empty() &&
            std::ranges::find(one.kinds, arguments.kind) == one.kinds.end())
            throw Failure(Error::make(ErrorCode::BadUsage, "No defect of " + one.category +
                                                               " is of the kind '" +
                                                               arguments.kind + "'."));
        workflow::writeLocationMap(arguments.map, one, arguments.kind).orThrow();
        files.push_back(arguments.map);
    }
    if (!arguments.csv.empty()) {
        workflow::writeDefectRegions(arguments.csv, all).orThrow();
        files.push_back(arguments.csv);
    }
    if (commands.json()) {
        json categories = json::array();
        for (const auto &one : all)
            categories.push_back(jsonOf(one));
        Console::print(
            {{"source", arguments.source}, {"categories", categories}, {"files", files}});
        return ExitCode::Done;
    }
    for (const auto &one : all)
        printText(one);
    for (const auto &file : files)
        std::cout << file.get<std::string>() << '\n';
    return ExitCode::Done;
}

} // namespace

void addDefectCommands(CommandSet &commands)
{
    const auto arguments = std::make_shared<DefectArguments>();
    auto *command = commands.add(
        "defects", "Where the defects sit, and how large and long they are",
        [&commands, arguments](Console &console) { return locate(commands, *arguments, console); });
    command->add_option("PROJECT,--project", arguments->request.project, "Project folder")
        ->required();
    command->add_option("--run", arguments->request.run,
                        "The run whose maps and thresholds count; needed for --source maps");
    command->add_option("--category", arguments->request.categories, "Of these; else of all")
        ->delimiter(',');
    command
        ->add_option("--source", arguments->source,
                     "masks: the ground truth; drawn: what people drew; maps: where the run's maps "
                     "reach the threshold, in rejected pictures")
        ->check(CLI::IsMember({"masks", "drawn", "maps"}))
        ->capture_default_str();
    command->add_option("--kind", arguments->kind, "The map of this kind or class alone");
    command->add_option("--csv", arguments->csv, "FILE.csv: a row for each region");
    command->add_option("--map", arguments->map,
                        "FILE.png: how often each place was defective, over the mean picture; "
                        "FILE.tiff: its numbers, 0 to 1");
    command->footer(
        "A region is a connected area. Pictures of any size are stretched to one grid, whose "
        "longer\n"
        "side has 64 cells; a cell says which share of it was defective, in the mean of the\n"
        "pictures with a defect. docs/defect-locations.md says how all is measured.\n"
        "With --json: {\"source\", \"categories\": [{\"name\", \"pictures\", \"with_defects\", "
        "\"left_out\",\n\"regions\", \"grid\": [rows, columns], \"kinds\": [{\"kind\" (null: all), "
        "\"regions\", \"pictures\",\n\"area_px\", \"area_share\", \"length_px\", \"width_px\", "
        "\"elongation\": [lower quartile, median,\nupper quartile]}], \"log10_area\", "
        "\"elongation\": {\"low\", \"high\", \"counts\"}}], \"files\"}.");
}

} // namespace cf::cli
