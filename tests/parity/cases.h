#pragma once

#include "tests/parity/golden_file.h"
#include "tests/parity/report.h"

#include <string>

/// One function for each golden file, or family of files, that this product can be held against.
/// Each adds its cases to the report, named "<file>/<key>"; a file that is unreadable or lacks a
/// key makes it throw cf::Failure. Called only when the file is in the folder.
namespace cf::parity {

void checkFill(const GoldenFolder &folder, Report &report);
/// variant: glad, dinomaly or hvq.
void checkFilter(const std::string &variant, const GoldenFolder &folder, Report &report);
void checkCostVolume(const GoldenFolder &folder, Report &report);
void checkPostprocessing(const GoldenFolder &folder, Report &report);
void checkLosses(const GoldenFolder &folder, Report &report);
void checkTrainStepFloat32(const GoldenFolder &folder, Report &report);
void checkTrainStepFloat64(const GoldenFolder &folder, Report &report);
void checkMetrics(const GoldenFolder &folder, Report &report);
void checkKde(const GoldenFolder &folder, Report &report);
/// Skipped when the real weights are not installed.
void checkLite0(const GoldenFolder &folder, Report &report);
void checkB4(const GoldenFolder &folder, Report &report);
/// name: dino_vits8 or dino_vitb8; size: s or b.
void checkDino(const std::string &name, char size, const GoldenFolder &folder, Report &report);
void checkDinov2(const GoldenFolder &folder, Report &report);

} // namespace cf::parity
