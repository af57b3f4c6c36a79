#include "core/workflow/run_settings.h"

#include "core/engine/train_options.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace cf::workflow {

using nlohmann::json;

namespace {

struct NamedOption
{
    const char *key;
    const char *option;
};

constexpr std::array<NamedOption, 35> kOptions = {{{"data", "--data"},
                                                   {"model", "--model"},
                                                   {"maps", "--maps"},
                                                   {"categories", "--category"},
                                                   {"method", "--method"},
                                                   {"baseline", "--baseline"},
                                                   {"coreset_ratio", "--coreset-ratio"},
                                                   {"coreset_size", "--coreset-size"},
                                                   {"neighbours", "--neighbours"},
                                                   {"rotations", "--rotations"},
                                                   {"masking", "--masking"},
                                                   {"profile", "--profile"},
                                                   {"filter_weights", "--filter-weights"},
                                                   {"backbone", "--backbone"},
                                                   {"templates", "--templates"},
                                                   {"template_count", "--template-count"},
                                                   {"epochs", "--epochs"},
                                                   {"steps", "--steps"},
                                                   {"batch", "--batch"},
                                                   {"seed", "--seed"},
                                                   {"device", "--device"},
                                                   {"textures", "--textures"},
                                                   {"reviewed", "--reviewed"},
                                                   {"vary_light", "--vary-light"},
                                                   {"vary_pose", "--vary-pose"},
                                                   {"vary_background", "--vary-background"},
                                                   {"vary_focus", "--vary-focus"},
                                                   {"layers", "--layers"},
                                                   {"image_size", "--image-size"},
                                                   {"grid", "--grid"},
                                                   {"matches", "--matches"},
                                                   {"guidance", "--guidance"},
                                                   {"class_adaptor", "--class-adaptor"},
                                                   {"loss", "--loss"},
                                                   {"source_options", "--source-option"}}};
/// Settings whose 0 means that the profile decides.
constexpr std::array<const char *, 9> kZeroIsDefault = {
    "epochs", "steps",   "batch",         "learning_rate", "image_size",
    "grid",   "matches", "coreset_ratio", "coreset_size"};
/// Lists of hashes, of which the number says enough.
constexpr std::array<const char *, 2> kCounted = {"reviewed_normals", "reviewed_defects"};

/// Settings that are numbers of an engine's choice, in the command line's words.
std::optional<std::string> wordOf(const std::string &key, const json &value)
{
    if (!value.is_number_unsigned())
        return std::nullopt;
    const auto choice = [number =
                             value.get<std::size_t>()](auto last) -> std::optional<std::string> {
        if (number > static_cast<std::size_t>(last))
            return std::nullopt; // of a newer version
        return toString(static_cast<decltype(last)>(number));
    };
    if (key == "templates")
        return choice(engine::TemplateStrategy::Chosen);
    if (key.rfind("vary_", 0) == 0)
        return choice(engine::Variation::Wide);
    if (key == "guidance")
        return choice(engine::Guidance::None);
    return std::nullopt;
}

std::string textOf(const std::string &key, const json &value)
{
    if (value.is_null())
        return {};
    if (value.is_string())
        return value.get<std::string>();
    if (const auto word = wordOf(key, value))
        return *word;
    if (value.is_array() && std::ranges::find(kCounted, key) != kCounted.end())
        return std::to_string(value.size());
    const bool zeroIsDefault =
        std::find(kZeroIsDefault.begin(), kZeroIsDefault.end(), key) != kZeroIsDefault.end();
    if (zeroIsDefault && value.is_number() && value.get<double>() == 0.0)
        return {};
    std::string joined;
    if (value.is_object()) {
        for (const auto &[name, entry] : value.items())
            joined += (joined.empty() ? "" : ",") + name + "=" + textOf({}, entry);
        return joined;
    }
    if (!value.is_array())
        return value.dump();
    for (const auto &entry : value)
        joined.append(joined.empty() ? "" : ",").append(textOf({}, entry));
    return joined;
}

std::string quoted(const std::string &text)
{
    static const std::string plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./,:=+-@%";
    if (!text.empty() && text.find_first_not_of(plain) == std::string::npos)
        return text;
    std::string out = "'";
    for (const char letter : text)
        out += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return out + "'";
}

const char *verbOf(store::RunKind kind)
{
    switch (kind) {
    case store::RunKind::Train:
        return "train";
    case store::RunKind::Evaluate:
        return "evaluate";
    case store::RunKind::External:
        break;
    }
    return "metrics";
}

} // namespace

Result<std::vector<RunSetting>> runSettings(const store::Run &run)
{
    const auto stored = json::parse(run.settingsJson, nullptr, false);
    if (!stored.is_object())
        return Error::make(ErrorCode::BadFormat, "The settings of run " + std::to_string(run.id) +
                                                     " are damaged; its figures are not.");
    std::vector<RunSetting> settings;
    // One option says both where templates come from and by which rule.
    const auto source = stored.value("source", std::string());
    const auto add = [&](const std::string &key, const std::string &option) {
        if (key == "templates" && !source.empty())
            settings.push_back({key, option, source});
        else if (stored.contains(key) && key != "source")
            settings.push_back({key, option, textOf(key, stored[key])});
    };
    for (const auto &entry : kOptions)
        add(entry.key, entry.option);
    for (const auto &[key, unused] : stored.items()) {
        const bool known = std::any_of(settings.begin(), settings.end(),
                                       [&](const auto &setting) { return setting.key == key; });
        if (!known)
            add(key, {});
    }
    return settings;
}

std::string repeatCommand(const store::Run &run, const std::vector<RunSetting> &settings,
                          const std::filesystem::path &project)
{
    std::string command =
        std::string("costfilter ") + verbOf(run.kind) + " --project " + quoted(project.string());
    for (const auto &setting : settings)
        if (setting.key == "reviewed") // takes no value
            command += setting.value == "true" ? ' ' + setting.option : std::string();
        else if (!setting.option.empty() && !setting.value.empty())
            command += ' ' + setting.option + ' ' + quoted(setting.value);
    return command;
}

std::string resumeCommand(const store::Run &run, const std::filesystem::path &project)
{
    if (run.kind != store::RunKind::Train)
        return {};
    return "costfilter train --project " + quoted(project.string()) + " --resume " +
           std::to_string(run.id);
}

} // namespace cf::workflow
