#include "core/store/records.h"

#include "core/store/detail/words.h"

#include <QDateTime>

namespace cf::store {

using detail::valueOf;
using detail::wordOf;
using detail::Words;

namespace {

constexpr Words<RunKind, 3> kRunKinds{
    {{RunKind::Train, "train"}, {RunKind::Evaluate, "evaluate"}, {RunKind::External, "external"}}};
constexpr Words<RunState, 6> kRunStates{{{RunState::Queued, "queued"},
                                         {RunState::Running, "running"},
                                         {RunState::Done, "done"},
                                         {RunState::Cancelled, "cancelled"},
                                         {RunState::Failed, "failed"},
                                         {RunState::Interrupted, "interrupted"}}};
constexpr Words<Split, 3> kSplits{
    {{Split::Train, "train"}, {Split::Validation, "validation"}, {Split::Test, "test"}}};
constexpr Words<Variant, 4> kVariants{{{Variant::Baseline, "baseline"},
                                       {Variant::Filtered, "filtered"},
                                       {Variant::Fused, "fused"},
                                       {Variant::External, "external"}}};

} // namespace

const char *toString(RunKind kind)
{
    return wordOf(kRunKinds, kind);
}

const char *toString(RunState state)
{
    return wordOf(kRunStates, state);
}

const char *toString(Split split)
{
    return wordOf(kSplits, split);
}

const char *toString(Variant variant)
{
    return wordOf(kVariants, variant);
}

std::optional<RunKind> runKindFrom(std::string_view word)
{
    return valueOf(kRunKinds, word);
}

std::optional<RunState> runStateFrom(std::string_view word)
{
    return valueOf(kRunStates, word);
}

std::optional<Split> splitFrom(std::string_view word)
{
    return valueOf(kSplits, word);
}

std::optional<Variant> variantFrom(std::string_view word)
{
    return valueOf(kVariants, word);
}

std::string utcNow()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toStdString();
}

} // namespace cf::store
