#pragma once

#include "core/weights/detail/pickle_value.h"
#include "core/weights/detail/read_context.h"

namespace cf::weights::detail {

// What the instructions that would call something in Python mean here. All of them only make or
// pass on inert values.

/// REDUCE and NEWOBJ: `callable` must be a Global, `arguments` a tuple.
Result<ValueId> callGlobal(const ReadContext &context, PickleTree &tree, ValueId callable,
                           ValueId arguments);

/// BUILD: sets the fields of an argparse.Namespace and the byte order of a numpy type; any other
/// state is dropped (OrderedDict's `_metadata`, attributes of a Parameter).
Result<void> buildObject(const ReadContext &context, PickleTree &tree, ValueId object,
                         ValueId state);

/// BINPERSID: ('storage', type, key, location, elements[, view]) as torch.save writes it.
Result<ValueId> makeStorage(const ReadContext &context, PickleTree &tree, ValueId persistentId);

} // namespace cf::weights::detail
