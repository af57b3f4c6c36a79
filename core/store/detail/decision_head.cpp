#include "core/store/detail/decision_head.h"

#include <fstream>
#include <iterator>

namespace cf::store::detail {

namespace fs = std::filesystem;

namespace {

constexpr char kFirstLine[] = "costfilter decisions 1";

std::string textOf(const DecisionHead &head)
{
    return std::string(kFirstLine) + "\ncount " + std::to_string(head.count) + "\nsha256 " +
           head.sha256 + "\n";
}

std::optional<DecisionHead> headFrom(const std::string &text)
{
    DecisionHead head;
    std::size_t at = text.find("\ncount ");
    if (at == std::string::npos)
        return std::nullopt;
    for (at += 7; at < text.size() && text[at] >= '0' && text[at] <= '9' && head.count < (1L << 50);
         ++at)
        head.count = head.count * 10 + (text[at] - '0');
    const std::size_t hash = text.find("\nsha256 ");
    if (hash != std::string::npos)
        head.sha256 = text.substr(hash + 8, 64);
    // As written, to the byte: nobody edits this file by hand.
    return textOf(head) == text ? std::optional(head) : std::nullopt;
}

} // namespace

fs::path decisionHeadFile(const fs::path &projectFolder)
{
    return projectFolder / "decisions.head";
}

Result<std::optional<DecisionHead>> readDecisionHead(const fs::path &projectFolder)
{
    const fs::path file = decisionHeadFile(projectFolder);
    std::error_code failed;
    if (!fs::exists(file, failed))
        return std::optional<DecisionHead>();
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in)
        return Error::make(ErrorCode::Failed,
                           "Cannot read " + file.string() + "; check that you may read it");
    const auto head = headFrom(text);
    if (!head)
        return Error::make(ErrorCode::BadFormat, "The file " + file.string() +
                                                     " was changed or is damaged; restore it from "
                                                     "a backup");
    return head;
}

Result<PendingDecisionHead> PendingDecisionHead::write(const fs::path &projectFolder,
                                                       const DecisionHead &head)
{
    const fs::path file = decisionHeadFile(projectFolder);
    auto pending = std::make_unique<PendingFile>(file);
    std::ofstream out(pending->temporaryPath(), std::ios::binary | std::ios::trunc);
    out << textOf(head);
    out.close();
    if (out)
        return PendingDecisionHead(std::move(pending));
    std::error_code failed;
    const auto space = fs::space(projectFolder, failed);
    if (!failed && space.available == 0)
        return Error::make(ErrorCode::DiskFull,
                           "Cannot write " + file.string() + "; free some space on that disk");
    return Error::make(ErrorCode::ReadOnly,
                       "Cannot write " + file.string() + "; check that you may write there");
}

} // namespace cf::store::detail
