#pragma once

#include "core/store/records.h"

#include <QString>

#include <optional>

namespace cf::ui {

/// In the user's language.
QString runKindText(store::RunKind kind);
QString runStateText(store::RunState state);

/// "I-AUROC": as the field writes it, never translated.
QString metricHeading(const std::string &metric);
/// A share of 1 in per cent with one digit, "–" for none.
QString percentText(const std::optional<double> &share);
/// The same of a difference, with its sign.
QString differenceText(const std::optional<double> &share);
/// "3 cloth": how a run is named where there are several.
QString runLabel(const store::Run &run);

} // namespace cf::ui
