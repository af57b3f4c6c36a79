#include "core/workflow/preflight.h"

#include "core/engine/backbones.h"
#include "core/engine/device.h"
#include "core/workflow/category_selection.h"
#include "core/workflow/weight_registry.h"

#include <QCoreApplication>

#include <sys/sysinfo.h>
#include <unistd.h>

namespace cf::workflow {

namespace fs = std::filesystem;

namespace {

constexpr double kMiB = 1024.0 * 1024.0;
constexpr double kPictureMiB = 2.2;  // features and pixels of a normal picture, in memory and cache
constexpr double kProgramMiB = 1400; // network, samples and libraries of the compact profile
constexpr double kFilesMiB = 150;    // model, checkpoint, previews

QString translated(const char *text, int number = -1)
{
    return QCoreApplication::translate("Preflight", text, nullptr, number);
}

class Findings
{
public:
    using Severity = PreflightFinding::Severity;

    void add(Severity severity, const QString &sentence)
    {
        m_found.push_back({severity, sentence.toStdString()});
    }
    void add(const std::vector<PreflightFinding> &others)
    {
        m_found.insert(m_found.end(), others.begin(), others.end());
    }
    std::vector<PreflightFinding> take() { return std::move(m_found); }

private:
    std::vector<PreflightFinding> m_found;
};

/// The folder itself, or the next one above it that is there.
fs::path existingPart(fs::path folder)
{
    std::error_code failed;
    while (!folder.empty() && !fs::exists(folder, failed) && folder != folder.parent_path())
        folder = folder.parent_path();
    return folder;
}

/// Free MiB where the folder is or will be; negative: not known.
double freeSpace(const fs::path &folder)
{
    std::error_code failed;
    const auto space = fs::space(existingPart(folder), failed);
    return failed ? -1.0 : static_cast<double>(space.available) / kMiB;
}

bool isWritable(const fs::path &folder)
{
    return ::access(existingPart(folder).c_str(), W_OK) == 0;
}

/// How many normal pictures there are.
std::size_t checkPictures(const TrainRequest &request, const dataset::Dataset &dataset,
                          Findings &findings)
{
    const auto categories = selectCategories(dataset, request.categories);
    if (!categories.ok()) {
        findings.add(Findings::Severity::Obstacle,
                     QString::fromStdString(categories.error().detail));
        return 0;
    }
    std::size_t normals = 0;
    for (const auto *category : *categories)
        normals += category->trainNormalCount();
    const auto found = workflow::checkPictures(*categories);
    findings.add(found);
    if (found.empty() && normals > 0)
        findings.add(
            Findings::Severity::Ok,
            translated(QT_TRANSLATE_N_NOOP("Preflight", "%n normal picture(s) to learn from."),
                       static_cast<int>(normals)));
    return normals;
}

void checkSpace(const TrainRequest &request, double neededMiB, Findings &findings)
{
    const double available = freeSpace(request.project);
    const auto folder = QString::fromStdString(request.project.string());
    if (!isWritable(request.project))
        findings.add(Findings::Severity::Obstacle,
                     translated(QT_TRANSLATE_NOOP(
                                    "Preflight",
                                    "Nothing can be written to %1; choose another place for the "
                                    "project, or give yourself the right to write there."))
                         .arg(folder));
    else if (available >= 0.0 && available < neededMiB)
        findings.add(Findings::Severity::Obstacle,
                     translated(QT_TRANSLATE_NOOP(
                                    "Preflight",
                                    "The training needs about %1 MB on the disk, %2 MB are free; "
                                    "free some space."))
                         .arg(neededMiB, 0, 'f', 0)
                         .arg(available, 0, 'f', 0));
    else
        findings.add(Findings::Severity::Ok,
                     translated(QT_TRANSLATE_NOOP("Preflight", "There is room on the disk.")));
}

void checkMemory(double neededMiB, Findings &findings)
{
    struct sysinfo machine = {};
    if (::sysinfo(&machine) != 0)
        return;
    const double memory =
        static_cast<double>(machine.totalram) * static_cast<double>(machine.mem_unit) / kMiB;
    if (memory < neededMiB)
        findings.add(
            Findings::Severity::Warning,
            translated(
                QT_TRANSLATE_NOOP("Preflight",
                                  "The training needs about %1 GB of memory and this computer has "
                                  "%2 GB: it may become slow or break off."))
                .arg(neededMiB / 1024.0, 0, 'f', 1)
                .arg(memory / 1024.0, 0, 'f', 1));
    else
        findings.add(Findings::Severity::Ok,
                     translated(QT_TRANSLATE_NOOP("Preflight", "There is enough memory.")));
}

} // namespace

std::vector<PreflightFinding>
checkPictures(const std::vector<const dataset::Category *> &categories)
{
    Findings findings;
    for (const auto *category : categories) {
        const auto count = category->trainNormalCount();
        const auto name = QString::fromStdString(category->name);
        if (count == 0)
            findings.add(
                Findings::Severity::Obstacle,
                translated(QT_TRANSLATE_NOOP(
                               "Preflight",
                               "“%1” has no normal pictures to learn from; put good ones into its "
                               "train/good folder."))
                    .arg(name));
        else if (count < kEnoughNormals)
            findings.add(
                Findings::Severity::Warning,
                translated(
                    QT_TRANSLATE_N_NOOP(
                        "Preflight",
                        "“%1” has only %n normal picture(s); with fewer than 20 the result is "
                        "a matter of luck."),
                    static_cast<int>(count))
                    .arg(name));
    }
    return findings.take();
}

namespace {

/// The settings that only experts change.
void checkOptions(const TrainRequest &request, Findings &findings)
{
    const auto &options = request.options;
    const auto *usual = engine::findBackbone(request.backbone);
    const auto wrong =
        usual ? engine::objection(request.backbone,
                                  options.layers.empty() ? usual->layers : options.layers,
                                  options.imagePx > 0 ? options.imagePx : usual->imagePx)
              : std::string();
    for (const auto &why : {engine::objection(options), wrong})
        if (!why.empty())
            findings.add(Findings::Severity::Obstacle, QString::fromStdString(why));
    const auto source = sourceOf(request);
    if (!source.ok())
        findings.add(Findings::Severity::Obstacle, QString::fromStdString(source.error().detail));
}

} // namespace

std::vector<PreflightFinding> checkTraining(const TrainRequest &request,
                                            const dataset::Dataset &dataset)
{
    Findings findings;
    const auto weights = findWeights(request.backbone);
    if (weights.ok())
        findings.add(Findings::Severity::Ok,
                     translated(QT_TRANSLATE_NOOP("Preflight", "The feature network is there.")));
    else
        findings.add(Findings::Severity::Obstacle, QString::fromStdString(weights.error().detail));
    checkOptions(request, findings);
    const auto device = engine::useDevice(request.options.device);
    if (!device.ok())
        findings.add(Findings::Severity::Obstacle, QString::fromStdString(device.error().detail));
    const auto normals = static_cast<double>(checkPictures(request, dataset, findings));
    checkSpace(request, kFilesMiB + normals * kPictureMiB, findings);
    checkMemory(kProgramMiB + normals * kPictureMiB, findings);
    return findings.take();
}

} // namespace cf::workflow
