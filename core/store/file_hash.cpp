#include "core/store/file_hash.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <vector>

namespace cf::store {

namespace {

constexpr std::size_t kChunkBytes = 1024 * 1024;

} // namespace

Result<std::string> sha256File(const std::filesystem::path &path, RunContext &run)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed))
        return Error::make(ErrorCode::NotFound, "There is no file " + path.string() + " to hash");
    std::ifstream in(path, std::ios::binary);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<char> chunk(kChunkBytes);
    while (in) {
        if (run.stopRequested())
            throw Cancelled();
        in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
        hash.addData(QByteArrayView(chunk.data(), static_cast<qsizetype>(in.gcount())));
    }
    if (!in.eof())
        return Error::make(ErrorCode::Failed, "Cannot read " + path.string() + ": " +
                                                  std::strerror(errno) +
                                                  "; check that you may read it");
    return hash.result().toHex().toStdString();
}

Result<std::string> sha256File(const std::filesystem::path &path)
{
    RunContext silent;
    return sha256File(path, silent);
}

} // namespace cf::store
