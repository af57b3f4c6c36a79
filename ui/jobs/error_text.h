#pragma once

#include "core/base/error.h"

#include <QString>

namespace cf::ui {

/// What the user reads about an error: a translated sentence that says what to do, and the engine's
/// own English detail, which names the file and the numbers, after it.
QString errorText(const Error &error);

} // namespace cf::ui
