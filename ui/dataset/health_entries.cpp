#include "ui/dataset/health_entries.h"

#include "ui/dataset/finding_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace cf::ui {

namespace {

HealthGroup groupOf(dataset::HealthKind kind)
{
    switch (kind) {
    case dataset::HealthKind::Leak:
        return HealthGroup::Leak;
    case dataset::HealthKind::Copies:
        return HealthGroup::Copies;
    case dataset::HealthKind::Size:
        return HealthGroup::Size;
    case dataset::HealthKind::Brightness:
        break;
    }
    return HealthGroup::Brightness;
}

/// Names the pictures that a problem's file concerns: itself, or those whose mask it is.
class PictureIndex
{
public:
    PictureIndex(const dataset::Dataset &dataset, const std::vector<dataset::Problem> &problems)
    {
        std::unordered_set<std::string> wanted;
        for (const dataset::Problem &problem : problems)
            wanted.insert(problem.file.native());
        if (wanted.empty())
            return;
        std::unordered_map<std::string, std::vector<std::string>> inFolder; // masks of one sample
        for (const dataset::Problem &problem : problems)
            inFolder[problem.file.parent_path().native()].push_back(problem.file.native());
        const auto add = [&](const std::string &file, const dataset::Sample &sample) {
            if (wanted.contains(file))
                m_pictures.emplace(file, sample.image.native());
        };
        for (const dataset::Category &category : dataset.categories)
            for (const dataset::Sample &sample : category.samples) {
                add(sample.image.native(), sample);
                if (!sample.mask)
                    continue;
                add(sample.mask->native(), sample);
                if (const auto masks = inFolder.find(sample.mask->native());
                    masks != inFolder.end())
                    for (const std::string &mask : masks->second)
                        m_pictures.emplace(mask, sample.image.native());
            }
    }

    void addPictures(const std::string &file, std::vector<std::string> &pictures) const
    {
        const auto [begin, end] = m_pictures.equal_range(file);
        for (auto it = begin; it != end; ++it)
            if (pictures.empty() || pictures.back() != it->second) // masks of one lie together
                pictures.push_back(it->second);
    }

private:
    std::unordered_multimap<std::string, std::string> m_pictures;
};

QString problemSentence(const HealthEntry &entry, const std::string &problem)
{
    const auto clause = findingText(problem);
    if (entry.files.size() == 1) {
        const QFileInfo file(QString::fromStdString(entry.files.front()));
        return QCoreApplication::translate("HealthPanel", "%1: %2").arg(file.fileName(), clause);
    }
    const int count = static_cast<int>(entry.files.size()); // lupdate reads no cast here
    return QCoreApplication::translate("HealthPanel", "%n files: %1", nullptr, count).arg(clause);
}

} // namespace

std::vector<HealthEntry> healthEntries(const dataset::Dataset &dataset,
                                       const std::vector<dataset::HealthFinding> &findings)
{
    std::vector<HealthEntry> entries;
    for (const dataset::HealthFinding &finding : findings) {
        HealthEntry entry;
        entry.group = groupOf(finding.kind);
        entry.severity = finding.severity;
        entry.sentence =
            dataset.categories.size() < 2
                ? findingText(finding.sentence)
                : QStringLiteral("%1: %2").arg(QString::fromStdString(finding.category),
                                               findingText(finding.sentence));
        for (const auto &file : finding.files)
            entry.files.push_back(file.native());
        entry.pictures = entry.files;
        entry.key = QStringLiteral("%1\n%2\n%3")
                        .arg(QLatin1String(toString(finding.kind)),
                             QString::fromStdString(finding.files.front().native()),
                             QString::fromStdString(finding.sentence));
        entries.push_back(std::move(entry));
    }

    const auto problems = problemsBeside(dataset, findings);
    const PictureIndex index(dataset, problems);
    std::unordered_map<std::string, std::size_t> entryOf;
    std::vector<std::string> clauses;
    const std::size_t before = entries.size();
    for (const dataset::Problem &problem : problems) {
        const auto [known, isNew] = entryOf.emplace(problem.problem, entries.size());
        if (isNew) {
            entries.emplace_back();
            entries.back().key = QStringLiteral("problem\n%1\n%2")
                                     .arg(QString::fromStdString(dataset.root.native()),
                                          QString::fromStdString(problem.problem));
            clauses.push_back(problem.problem);
        }
        HealthEntry &entry = entries[known->second];
        entry.files.push_back(problem.file.native());
        index.addPictures(entry.files.back(), entry.pictures);
    }
    for (std::size_t i = before; i < entries.size(); ++i)
        entries[i].sentence = problemSentence(entries[i], clauses[i - before]);
    std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) {
        return a.group != b.group ? a.group < b.group : a.severity > b.severity;
    });
    return entries;
}

} // namespace cf::ui
