#include "core/base/passive_threads.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

int main(int argc, char **argv)
{
    cf::restartWithPassiveThreads(argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("costfilter-studio"));
    QApplication::setApplicationVersion(QStringLiteral(CF_VERSION));
    QApplication::setOrganizationName(QStringLiteral("costfilter"));
    QApplication::setDesktopFileName(QStringLiteral("org.costfilter.studio")); // its icon in docks
    QIcon icon;
    for (const int size : {48, 128, 256})
        icon.addFile(QStringLiteral(":/icons/costfilter-studio-%1.png").arg(size));
    QApplication::setWindowIcon(icon);

    cf::ui::applyLanguage(cf::ui::savedLanguage()); // for --help, too
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("main", "Anomaly inspection by cost volume filtering"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("PROJECT"),
        QApplication::translate("main", "A project, or a folder of pictures"),
        QStringLiteral("[PROJECT]"));
    parser.process(application);

    cf::ui::MainWindow window;
    window.show();
    const auto arguments = parser.positionalArguments();
    if (!arguments.isEmpty())
        window.openPath(arguments.first());
    return QApplication::exec();
}
