#pragma once

#include "app/cli/console.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <vector>

namespace cf::cli {

/// The commands of the program and what the chosen one does. Filled by the add...() functions
/// below.
class CommandSet
{
public:
    using Action = std::function<ExitCode(Console &)>;

    explicit CommandSet(CLI::App &root) : m_root(root) {}

    /// A command under `parent` (the program itself by default) with the --json switch that all
    /// have.
    CLI::App *add(const std::string &name, const std::string &help, Action action,
                  CLI::App *parent = nullptr);
    /// A command that only groups others.
    CLI::App *addGroup(const std::string &name, const std::string &help);

    /// Asked after parsing: whether the command will draw text.
    void setDrawsText(std::function<bool()> drawsText) { m_drawsText = std::move(drawsText); }
    bool drawsText() const { return m_drawsText && m_drawsText(); }

    bool json() const { return m_json; }
    /// Runs the command that was parsed.
    ExitCode run(Console &console) const;

private:
    CLI::App &m_root;
    bool m_json = false;
    std::vector<std::pair<CLI::App *, Action>> m_actions;
    std::function<bool()> m_drawsText;
};

void addDataCommands(CommandSet &commands);       ///< doctor, demo-data, dataset
void addRunCommands(CommandSet &commands);        ///< train, evaluate, infer, metrics
void addStoreCommands(CommandSet &commands);      ///< runs, report, verify
void addReviewCommands(CommandSet &commands);     ///< decisions
void addThresholdCommands(CommandSet &commands);  ///< thresholds
void addDefectCommands(CommandSet &commands);     ///< defects
void addNormalsCommands(CommandSet &commands);    ///< normals
void addAnnotationCommands(CommandSet &commands); ///< annotations
void addModelCommands(CommandSet &commands);      ///< model, weights, plugins, bench, reproduce

} // namespace cf::cli
