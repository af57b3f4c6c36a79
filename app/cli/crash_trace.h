#pragma once

namespace cf::cli {

/// When the process crashes, the calls that led there go to stderr before it ends by the same
/// signal. Says nothing about errors that are caught.
void traceCrashes();

} // namespace cf::cli
