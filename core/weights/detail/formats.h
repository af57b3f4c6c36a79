#pragma once

#include "core/weights/detail/read_context.h"

namespace cf::weights::detail {

// One reader per format; the file exists, is a regular file and begins as the format does.
Result<TensorFile> readTorchZip(const ReadContext &context);
Result<TensorFile> readTorchLegacy(const ReadContext &context);
Result<TensorFile> readSafetensors(const ReadContext &context);

} // namespace cf::weights::detail
