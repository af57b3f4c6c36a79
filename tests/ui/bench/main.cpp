#include "core/base/passive_threads.h"
#include "tests/ui/bench/stages.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

struct Stage
{
    const char *name;
    void (*measure)(std::vector<bench::Timing> &timings);
};

constexpr std::array kStages = {
    Stage{"dataset", bench::measureDataset}, Stage{"inspect", bench::measureInspect},
    Stage{"annotate", bench::measureAnnotate}, Stage{"analyse", bench::measureAnalyse},
    Stage{"runs", bench::measureRuns}};

bool writeJson(const QString &path, const std::vector<bench::Timing> &timings)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.write(QJsonDocument(QJsonObject{{u"studio"_s, bench::toJson(timings)}}).toJson()) >
               0;
}

} // namespace

/// How fast the window answers, drawn in memory.
int main(int argc, char **argv)
{
    cf::restartWithPassiveThreads(argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"How fast the window answers"_s);
    parser.addHelpOption();
    parser.addOptions(
        {{u"what"_s, u"dataset, inspect, annotate, analyse, runs or all"_s, u"stage"_s, u"all"_s},
         {u"json"_s, u"Write the table there, too"_s, u"file"_s}});
    parser.process(application);
    const QString what = parser.value(u"what"_s);
    if (what != u"all"_s && std::none_of(kStages.begin(), kStages.end(), [&](const Stage &stage) {
            return what == QLatin1String(stage.name);
        })) {
        std::fprintf(stderr, "There is no stage %s; see --help.\n", qPrintable(what));
        return 2;
    }

    const QTemporaryDir own; // nothing of the user's, and no thumbnails of the time before
    qputenv("XDG_CACHE_HOME", own.filePath(u"cache"_s).toUtf8());
    QCoreApplication::setOrganizationName(u"costfilter-bench"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, own.filePath(u"settings"_s));
    std::vector<bench::Timing> timings;
    for (const Stage &stage : kStages)
        if (what == u"all"_s || what == QLatin1String(stage.name))
            stage.measure(timings);
    bench::printTable(timings);
    if (parser.isSet(u"json"_s) && !writeJson(parser.value(u"json"_s), timings)) {
        std::fprintf(stderr, "Cannot write %s.\n", qPrintable(parser.value(u"json"_s)));
        return 1;
    }
    return 0;
}
