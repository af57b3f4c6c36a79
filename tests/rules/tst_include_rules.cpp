#include <QTest>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// Folder of core -> the folders that it may include (its own apart); the table of the README.
const std::map<std::string, std::set<std::string>> kMayUse = {
    {"base", {}},
    {"imaging", {"base"}},
    {"dataset", {"base", "imaging"}},
    {"annotation", {"base", "imaging"}},
    {"metrics", {"base"}},
    {"weights", {"base"}},
    {"synthesis", {"base"}},
    {"demo", {"base"}},
    {"report", {"base"}},
    {"store", {"base"}},
    {"review", {"base", "metrics", "store"}},
    {"engine", {"base", "imaging", "metrics", "weights", "synthesis"}},
    {"plugin", {"base", "engine"}},
    {"workflow",
     {"base", "imaging", "dataset", "annotation", "metrics", "weights", "demo", "report", "store",
      "review", "engine", "plugin"}},
};

/// The same for ui.
const std::map<std::string, std::set<std::string>> kUiMayUse = {
    {"jobs", {}},
    {"image", {}},
    {"plots", {"jobs"}},
    {"tables", {}},
    {"dataset", {}},
    {"inspect", {"dataset", "image", "jobs", "plots"}},
    {"annotate", {"image", "inspect", "jobs"}},
    {"review", {"dataset", "image", "inspect", "jobs"}},
    {"templates", {"dataset", "image", "jobs", "plots"}},
    {"train", {"image", "jobs", "plots", "tables", "templates"}},
    {"analyse", {"dataset", "jobs", "plots", "tables"}},
    {"runs", {"dataset", "image", "jobs", "plots", "tables"}},
    {"shell",
     {"analyse", "annotate", "dataset", "inspect", "jobs", "review", "runs", "templates", "train"}},
};

std::vector<std::string> includesOf(const fs::path &file)
{
    std::vector<std::string> names;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.rfind("#include ", 0) != 0)
            continue;
        const auto from = line.find_first_of("<\"") + 1;
        names.push_back(line.substr(from, line.find_first_of(">\"", from) - from));
    }
    return names;
}

std::vector<fs::path> sourcesUnder(const fs::path &folder)
{
    std::vector<fs::path> files;
    if (!fs::exists(folder))
        return files;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
            files.push_back(entry.path());
    return files;
}

bool startsWith(const std::string &text, const std::string &start)
{
    return text.rfind(start, 0) == 0;
}

} // namespace

/// Who may see whom, checked on the includes themselves.
class TstIncludeRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foldersUseOnlyThoseAboveThem();
    void uiFoldersUseOnlyThoseAboveThem();
    void torchStaysInTheEngine();
    void widgetsStayOutOfCore();
    void everySourceIsListedInCMake();

private:
    const fs::path m_root = CF_SOURCE_DIR;
};

void TstIncludeRules::foldersUseOnlyThoseAboveThem()
{
    for (const auto &entry : fs::directory_iterator(m_root / "core")) {
        if (!entry.is_directory())
            continue;
        const std::string folder = entry.path().filename().string();
        const auto allowed = kMayUse.find(folder);
        QVERIFY2(allowed != kMayUse.end(), ("core/" + folder + " is not in the table").c_str());
        for (const auto &file : sourcesUnder(entry.path())) {
            for (const auto &include : includesOf(file)) {
                QVERIFY2(!startsWith(include, "ui/") && !startsWith(include, "app/"), file.c_str());
                if (!startsWith(include, "core/"))
                    continue;
                const auto used = include.substr(5, include.find('/', 5) - 5);
                QVERIFY2(used == folder || allowed->second.count(used),
                         (file.string() + " includes " + include).c_str());
            }
        }
    }
}

void TstIncludeRules::uiFoldersUseOnlyThoseAboveThem()
{
    int files = 0;
    for (const auto &file : sourcesUnder(m_root / "ui")) {
        const auto folder = fs::relative(file, m_root / "ui").begin()->string();
        const auto allowed = kUiMayUse.find(folder);
        QVERIFY2(allowed != kUiMayUse.end(), ("ui/" + folder + " is not in the table").c_str());
        ++files;
        for (const auto &include : includesOf(file)) {
            QVERIFY2(!startsWith(include, "app/"), file.c_str());
            QVERIFY2(include != "qcustomplot.h" || folder == "plots", file.c_str());
            if (!startsWith(include, "ui/"))
                continue;
            const auto used = include.substr(3, include.find('/', 3) - 3);
            QVERIFY2(used == folder || allowed->second.count(used),
                     (file.string() + " includes " + include).c_str());
        }
    }
    QVERIFY(files > 0);
}

void TstIncludeRules::torchStaysInTheEngine()
{
    for (const char *folder : {"core", "app", "ui", "plugins"}) {
        for (const auto &file : sourcesUnder(m_root / folder)) {
            // A plugin is a library of its own: what it includes stays in there.
            const bool engine = file.string().find("/core/engine/") != std::string::npos ||
                                file.string().find("/plugins/torchscript/") != std::string::npos;
            const bool header =
                file.extension() == ".h" && file.string().find("/detail/") == std::string::npos;
            for (const auto &include : includesOf(file)) {
                const bool torch = startsWith(include, "torch/") || startsWith(include, "ATen/") ||
                                   startsWith(include, "c10/");
                QVERIFY2(!torch || (engine && !header),
                         (file.string() + " includes " + include).c_str());
                QVERIFY2(engine || include.find("core/engine/detail/") == std::string::npos,
                         (file.string() + " includes " + include).c_str());
            }
        }
    }
}

void TstIncludeRules::widgetsStayOutOfCore()
{
    for (const auto &file : sourcesUnder(m_root / "core"))
        for (const auto &include : includesOf(file))
            QVERIFY2(!startsWith(include, "QtWidgets") && include != "QWidget" &&
                         include != "QApplication" && !startsWith(include, "QtGui"),
                     (file.string() + " includes " + include).c_str());
}

void TstIncludeRules::everySourceIsListedInCMake()
{
    for (const char *folder : {"core", "app", "ui"}) {
        for (const auto &file : sourcesUnder(m_root / folder)) {
            auto list = file.parent_path();
            while (!fs::exists(list / "CMakeLists.txt"))
                list = list.parent_path();
            std::ifstream in(list / "CMakeLists.txt");
            const std::string text{std::istreambuf_iterator<char>(in), {}};
            QVERIFY2(text.find(fs::relative(file, list).string()) != std::string::npos,
                     file.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TstIncludeRules)
#include "tst_include_rules.moc"
