#pragma once

namespace cf {

/// Starts the program anew with OpenMP's waiting threads asleep, unless the environment says how
/// they wait. OpenMP reads that before main(), and its spinning threads take the cores from
/// OpenBLAS's: with two cores everything takes 3 to 6 times as long. First thing in main(); returns
/// where there is nothing to do or it cannot be done, and then the program is only slow.
void restartWithPassiveThreads(char **argv);

} // namespace cf
