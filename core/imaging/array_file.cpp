#include "core/imaging/array_file.h"

#include "core/imaging/detail/containers.h"
#include "core/imaging/detail/npy.h"
#include "core/imaging/file_bytes.h"

namespace cf::imaging {

Result<FloatArray> loadArray(const std::filesystem::path &path)
{
    CF_ASSIGN_OR_RETURN(const auto bytes, readFileBytes(path));
    auto array = detail::decodeNpyArray(bytes);
    if (!array.ok())
        return aboutFile(path, array.error());
    return array;
}

} // namespace cf::imaging
