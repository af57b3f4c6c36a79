#pragma once

#include <QRgb>

namespace cf::report {

/// The report's colours on white paper, as its style sheet has them.
inline constexpr QRgb kPdfText = 0xff1b2430;
inline constexpr QRgb kPdfSoft = 0xff5a6675;
inline constexpr QRgb kPdfLine = 0xffdde2e8;
inline constexpr QRgb kPdfHead = 0xffeef2f6;
inline constexpr QRgb kPdfAccent = 0xff0b62a8;
inline constexpr QRgb kPdfUp = 0xff0b62a8;
inline constexpr QRgb kPdfDown = 0xffb04a00;

} // namespace cf::report
