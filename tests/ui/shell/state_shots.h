#pragma once

class QDir;

namespace cf::ui {

class MainWindow;

/// Until none has been at work for a while: one may begin where another ended, or on a timer.
/// False: that took too long.
bool waitForJobs(MainWindow &window);

/// Pictures of what docs/images has no room for, to be looked at: all steps and tabs in all
/// languages, dialogs, large windows, and what is empty, busy, wrong or too long. The demo project
/// is open and has two runs; afterwards nothing is open.
void shootStates(MainWindow &window, const QDir &folder);

} // namespace cf::ui
