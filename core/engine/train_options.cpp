#include "core/engine/train_options.h"

namespace cf::engine {

const char *toString(TemplateStrategy strategy)
{
    switch (strategy) {
    case TemplateStrategy::Nearest:
        return "nearest";
    case TemplateStrategy::Random:
        return "random";
    case TemplateStrategy::KCentre:
        return "k-centre";
    case TemplateStrategy::Chosen:
        break;
    }
    return "chosen";
}

const char *toString(Variation variation)
{
    switch (variation) {
    case Variation::None:
        return "none";
    case Variation::Measured:
        return "measured";
    case Variation::Wide:
        break;
    }
    return "wide";
}

} // namespace cf::engine
