#pragma once

#include "core/base/result.h"

#include <QImage>

#include <string>

namespace cf::ui {

/// The picture, its longest side at most `longestSidePx`, never enlarged; Format_RGB32. 16 bits are
/// divided by 257, alpha is left out and a JPEG's orientation mark ignored, as everywhere in the
/// program. A large JPEG is decoded at a half, a quarter or an eighth. The header is checked first,
/// so a file that claims absurd sizes costs nothing. Any thread.
/// Fails with NotFound, Failed, BadData or OutOfMemory; the sentence names the file.
Result<QImage> decodeThumbnail(const std::string &path, int longestSidePx);

} // namespace cf::ui
