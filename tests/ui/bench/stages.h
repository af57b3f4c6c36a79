#pragma once

#include "tests/ui/bench/timing.h"

namespace bench {

/// Each adds its rows. The dataset goes first: what the others keep would count as its memory.
void measureDataset(std::vector<Timing> &timings);
void measureInspect(std::vector<Timing> &timings);
void measureAnnotate(std::vector<Timing> &timings);
void measureAnalyse(std::vector<Timing> &timings);
void measureRuns(std::vector<Timing> &timings);

} // namespace bench
