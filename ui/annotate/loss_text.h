#pragma once

#include "core/annotation/annotation.h"

#include <QString>

namespace cf::ui {

/// What a format cannot hold of some shapes, in a sentence of the user's language.
QString lossText(const annotation::Warning &warning);

} // namespace cf::ui
