#pragma once

namespace cf::report {

/// The style sheet of the report. No ampersand and no less-than sign: it stands in XML as it is.
extern const char *const kPageStyle;

} // namespace cf::report
