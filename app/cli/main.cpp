#include "app/cli/commands.h"
#include "app/cli/crash_trace.h"
#include "core/base/passive_threads.h"

#include <QGuiApplication>
#include <memory>
#include <new>

namespace cf::cli {

CLI::App *CommandSet::add(const std::string &name, const std::string &help, Action action,
                          CLI::App *parent)
{
    CLI::App *command = (parent ? parent : &m_root)->add_subcommand(name, help);
    command->add_flag("--json", m_json, "Print one JSON object on stdout, and nothing else there");
    m_actions.emplace_back(command, std::move(action));
    return command;
}

CLI::App *CommandSet::addGroup(const std::string &name, const std::string &help)
{
    CLI::App *group = m_root.add_subcommand(name, help);
    group->require_subcommand(1);
    return group;
}

ExitCode CommandSet::run(Console &console) const
{
    for (const auto &[command, action] : m_actions) {
        if (command->parsed())
            return action(console);
    }
    return ExitCode::BadUsage;
}

namespace {

/// No display connection is ever opened.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, bool withFonts)
{
    if (!withFonts)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

int runMain(int argc, char **argv)
{
    CLI::App app("CostFilter Studio: anomaly inspection by cost volume filtering");
    app.set_version_flag("--version", std::string(CF_VERSION));
    app.require_subcommand(1);
    app.fallthrough(false);
    CommandSet commands(app);
    addDataCommands(commands);
    addRunCommands(commands);
    addStoreCommands(commands);
    addReviewCommands(commands);
    addThresholdCommands(commands);
    addDefectCommands(commands);
    addNormalsCommands(commands);
    addAnnotationCommands(commands);
    addModelCommands(commands);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(ExitCode::BadUsage);
    }

    const auto application = makeApplication(argc, argv, commands.drawsText());
    Console console(false);
    try {
        return static_cast<int>(commands.run(console));
    } catch (const Cancelled &) {
        console.error("Cancelled; what was done so far is kept.");
        return static_cast<int>(ExitCode::Cancelled);
    } catch (const Failure &failure) {
        console.error(failure.error().detail);
        return static_cast<int>(exitCodeFor(failure.error().code));
    } catch (const std::bad_alloc &) {
        console.error("Out of memory; use a smaller --batch or fewer categories.");
    } catch (const std::exception &error) {
        const std::string text = error.what();
        console.error("It failed while running: " + text.substr(0, text.find('\n')));
    }
    return static_cast<int>(ExitCode::Failed);
}

} // namespace

} // namespace cf::cli

int main(int argc, char **argv)
{
#ifndef __SANITIZE_ADDRESS__ // which traces by itself
    cf::cli::traceCrashes();
#endif
    cf::restartWithPassiveThreads(argv);
    return cf::cli::runMain(argc, argv);
}
