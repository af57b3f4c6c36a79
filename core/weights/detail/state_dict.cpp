#include "core/weights/detail/state_dict.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>

namespace cf::weights::detail {

namespace {

constexpr std::size_t kLongestName = 1024;
constexpr std::size_t kLongestText = 4096;
constexpr std::size_t kMostMetadata = 10'000;
constexpr std::size_t kMostDimensions = 64;

/// A tensor's place in the tree while its name is still to be decided.
struct Found
{
    std::string path;
    std::vector<std::size_t>
        dictEnds; ///< lengths of `path` up to each dictionary (with its '.') that leads to it
    ValueId id = 0;
};

/// How a walk came to a value.
struct Trail
{
    std::string path; ///< empty or with a '.' at its end
    std::vector<std::size_t> dictEnds;
    bool onlyDicts = true;
    int depth = 0;
};

template <class Number>
std::string numberText(Number number)
{
    char buffer[64];
    const auto [end, error] = std::to_chars(std::begin(buffer), std::end(buffer), number);
    return error == std::errc() ? std::string(buffer, end) : std::string();
}

/// A number, text or truth value as text; nothing for all else.
std::optional<std::string> scalarText(const Value &value)
{
    if (const auto *truth = std::get_if<bool>(&value))
        return std::string(*truth ? "true" : "false");
    if (const auto *whole = std::get_if<std::int64_t>(&value))
        return numberText(*whole);
    if (const auto *real = std::get_if<double>(&value))
        return numberText(*real);
    if (const auto *text = std::get_if<std::string>(&value);
        text != nullptr && text->size() <= kLongestText)
        return *text;
    return std::nullopt;
}

class Walk
{
public:
    Walk(const ReadContext &context, const PickleTree &tree) : m_context(context), m_tree(tree) {}

    std::vector<Found> found;
    std::map<std::string, std::string> metadata;

    Result<void> visit(ValueId id, const Trail &trail)
    {
        // The same dictionary may stand in many places: the visits are counted, not the values.
        if (trail.depth > m_context.limits.depth || ++m_visits > m_context.limits.values)
            return m_context.badFormat(
                "nests its dictionaries deeper or wider than any weight file needs (or one "
                "contains itself); refused");
        if (m_tree.as<TensorView>(id) != nullptr)
            return keepTensor(id, trail);
        if (const auto *dict = m_tree.as<Dict>(id))
            return visitDict(*dict, trail);
        if (const auto *sequence = m_tree.as<Sequence>(id))
            return visitSequence(*sequence, trail);
        if (trail.onlyDicts && !trail.path.empty() && metadata.size() < kMostMetadata) {
            if (auto text = scalarText(m_tree[id]))
                metadata.emplace(trail.path.substr(0, trail.path.size() - 1), std::move(*text));
        }
        return {};
    }

private:
    Result<void> keepTensor(ValueId id, const Trail &trail)
    {
        if (found.size() >= m_context.limits.tensors)
            return m_context.badFormat("holds more than " +
                                       std::to_string(m_context.limits.tensors) +
                                       " tensors; refused");
        std::string path =
            trail.path.empty() ? "tensor" : trail.path.substr(0, trail.path.size() - 1);
        std::vector<std::size_t> ends = trail.dictEnds;
        if (!ends.empty())
            ends.pop_back(); // the last is the tensor itself
        found.push_back({std::move(path), std::move(ends), id});
        return {};
    }

    Result<void> visitDict(const Dict &dict, const Trail &trail)
    {
        for (std::size_t i = 0; i < dict.items.size(); ++i) {
            const auto [key, value] = dict.items[i];
            // Keys are text in a state dict and numbers in an optimizer's; others are called by
            // their place.
            const auto name = scalarText(m_tree[key]);
            CF_RETURN_IF_ERROR(visitChild(
                value, name ? *name : std::string("#").append(std::to_string(i)), trail, true));
        }
        return {};
    }

    Result<void> visitSequence(const Sequence &sequence, const Trail &trail)
    {
        for (std::size_t i = 0; i < sequence.items.size(); ++i)
            CF_RETURN_IF_ERROR(visitChild(sequence.items[i], std::to_string(i), trail, false));
        return {};
    }

    Result<void> visitChild(ValueId id, const std::string &name, const Trail &trail, bool byDict)
    {
        Trail next{trail.path + name + ".", trail.dictEnds, trail.onlyDicts && byDict,
                   trail.depth + 1};
        if (next.path.size() > kLongestName)
            return m_context.badFormat("holds a name of more than " + std::to_string(kLongestName) +
                                       " bytes, '" + printable(next.path) + "'; refused");
        if (next.onlyDicts)
            next.dictEnds.push_back(next.path.size());
        return visit(id, next);
    }

    const ReadContext &m_context;
    const PickleTree &m_tree;
    std::size_t m_visits = 0;
};

/// Whether a path lies in what a training keeps for itself beside the model.
bool isTrainingState(const std::string &path)
{
    static constexpr std::string_view kBeginnings[] = {"optim", "lr_sched", "sched", "scaler",
                                                       "amp"};
    return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                       [&](std::string_view beginning) { return path.starts_with(beginning); });
}

/// Drops from the model's tensors the dictionary that they all share, then 'module.'
/// (DataParallel's wrapper).
void shortenNames(std::vector<Found> &found)
{
    std::vector<Found *> model;
    for (Found &tensor : found) {
        if (!(isTrainingState(tensor.path) && !tensor.dictEnds.empty()))
            model.push_back(&tensor);
    }
    if (model.empty())
        return;

    std::size_t cut = 0;
    for (std::size_t level = 0; level < model[0]->dictEnds.size(); ++level) {
        const std::size_t end = model[0]->dictEnds[level];
        const std::string_view prefix = std::string_view(model[0]->path).substr(0, end);
        const bool shared = std::all_of(model.begin(), model.end(), [&](const Found *tensor) {
            return tensor->dictEnds.size() > level && tensor->dictEnds[level] == end &&
                   std::string_view(tensor->path).starts_with(prefix);
        });
        if (!shared)
            break;
        cut = end;
    }
    for (Found *tensor : model)
        tensor->path.erase(0, cut);

    constexpr std::string_view kWrapper = "module.";
    if (std::all_of(model.begin(), model.end(), [&](const Found *tensor) {
            return tensor->path.starts_with(kWrapper) && tensor->path.size() > kWrapper.size();
        })) {
        for (Found *tensor : model)
            tensor->path.erase(0, kWrapper.size());
    }
}

std::optional<std::vector<std::int64_t>> wholeNumbers(const PickleTree &tree, ValueId id)
{
    const auto *items = tree.tuple(id);
    if (items == nullptr || items->size() > kMostDimensions)
        return std::nullopt;
    std::vector<std::int64_t> numbers;
    for (const ValueId item : *items) {
        const auto *number = tree.as<std::int64_t>(item);
        if (number == nullptr)
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

Result<NamedView> decode(const ReadContext &context, const PickleTree &tree, const Found &found)
{
    const auto &view = *tree.as<TensorView>(found.id);
    const auto &storage = **tree.as<std::unique_ptr<StorageRef>>(view.storage);
    auto shape = wholeNumbers(tree, view.shape);
    auto strides = wholeNumbers(tree, view.strides);
    if (!shape || !strides || shape->size() != strides->size())
        return context.badFormat("gives tensor '" + printable(found.path) +
                                 "' a shape that makes no sense");
    NamedView named{found.path,          DType::Float32, std::move(*shape),
                    std::move(*strides), view.offset,    storage};
    if (view.dtype && !storage.dtype && storage.offset == 0) {
        // Version 3 counts an untyped storage in bytes.
        named.dtype = *view.dtype;
        named.storage.elements /= static_cast<std::int64_t>(byteSize(named.dtype));
    } else if (storage.dtype && !view.dtype) {
        named.dtype = *storage.dtype;
    } else {
        return context.badFormat("does not say of what type the numbers of tensor '" +
                                 printable(found.path) + "' are");
    }
    return named;
}

} // namespace

Result<StateDict> flattenStateDict(const ReadContext &context, const PickleTree &tree, ValueId root)
{
    Walk walk(context, tree);
    CF_RETURN_IF_ERROR(walk.visit(root, Trail{}));
    shortenNames(walk.found);

    StateDict result;
    result.metadata = std::move(walk.metadata);
    std::unordered_set<std::string_view> names;
    for (const Found &found : walk.found) {
        if (!names.insert(found.path).second)
            return context.badFormat("holds two tensors named '" + printable(found.path) + "'");
        CF_ASSIGN_OR_RETURN(auto named, decode(context, tree, found));
        result.tensors.push_back(std::move(named));
    }
    return result;
}

} // namespace cf::weights::detail
