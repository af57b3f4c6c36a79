#pragma once

#include <QString>

namespace cf::ui {

/// What the core says about pictures, in the user's language. `english` is the sentence of a
/// HealthFinding or a Problem; one that is not known stays as it is.
QString findingText(const std::string &english);

} // namespace cf::ui
