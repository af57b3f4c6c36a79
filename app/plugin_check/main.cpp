// Loads one plugin and ends: what crashes here does no harm to anyone's work. Writes the sentence
// that says why a plugin cannot be used.
#include "core/plugin/plugin_library.h"

#include <iostream>

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::cout << "usage: costfilter-plugin-check FILE\n";
        return 2;
    }
    const auto loaded = cf::plugin::PluginLibrary::load(argv[1]);
    if (loaded.ok())
        return 0;
    std::cout << loaded.error().detail << '\n';
    return 1;
}
