#include "ui/image/image_canvas.h"
#include "ui/inspect/inspect_page.h"
#include "ui/inspect/maps_export.h"
#include "ui/inspect/view_sheet.h"
#include "ui/jobs/error_text.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/path_text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

using Choice = workflow::MapChoice;

} // namespace

ViewSheet InspectPage::sheet()
{
    ViewSheet sheet;
    const double ratio = devicePixelRatioF();
    sheet.columns = std::max(1, static_cast<int>(std::ceil(std::sqrt(double(m_tiles.size())))));
    sheet.devicePixelRatio = ratio;
    sheet.palette = palette();
    sheet.font = font();
    sheet.font.setPixelSize(QFontInfo(font()).pixelSize());
    for (auto *tile : m_tiles) {
        auto &canvas = tile->canvas();
        sheet.viewSize = sheet.viewSize.expandedTo(canvas.size());
        ViewSheet::Tile one{tile->title(), canvas.renderView(ratio), canvas.renderParts(ratio), {}};
        for (const auto &shown : tile->shown())
            one.legends.push_back(shown.legend);
        sheet.tiles.push_back(std::move(one));
    }
    return sheet;
}

void InspectPage::exportView()
{
    if (!m_inspection) {
        tell(tr("There is nothing to export yet: choose a picture first."));
        return;
    }
    const auto stem = QString::fromStdString(m_inspection->image.stem().string());
    const auto path =
        QFileDialog::getSaveFileName(this, tr("Export what is seen"),
                                     QDir(m_exportFolder).filePath(stem + QStringLiteral(".png")),
                                     tr("Picture (*.png);;Drawing (*.svg);;Document (*.pdf)"));
    if (path.isEmpty())
        return;
    m_exportFolder = QFileInfo(path).absolutePath();
    saveView(pathOf(path));
}

void InspectPage::saveView(const std::filesystem::path &path)
{
    const auto name = QString::fromStdString(path.string());
    startExport([] { return tr("Export view"); },
                [seen = std::make_shared<const ViewSheet>(sheet()), path](RunContext &) {
                    return saveSheet(*seen, path);
                },
                tr("The view was written to %1.").arg(name));
}

std::vector<ExportMap> InspectPage::exportableMaps() const
{
    std::vector<ExportMap> maps;
    if (!m_inspection)
        return maps;
    const auto find = [&](const std::string &end) {
        return std::find_if(maps.begin(), maps.end(),
                            [&](const ExportMap &map) { return map.fileEnd == end; });
    };
    for (std::size_t i = 0; i < m_inspection->stages.size(); ++i) {
        const auto &stage = m_inspection->stages[i];
        const bool isFused = stage.kind == workflow::NoiseStage::Kind::Fused;
        maps.push_back({stageName(stage),
                        fileEndOf(*m_inspection, {Choice::Kind::Stage, static_cast<int>(i), 0}),
                        isFused && !m_fused.empty() ? m_fused : stage.map, false});
    }
    for (const auto *tile : m_tiles) {
        for (const auto &shown : tile->shown()) {
            if (shown.map.empty())
                continue;
            const auto end = fileEndOf(*m_inspection, shown.choice);
            if (const auto known = find(end); known != maps.end())
                known->isSeen = true;
            else
                maps.push_back({shown.name, end, shown.map, true});
        }
    }
    return maps;
}

void InspectPage::exportMaps()
{
    if (!m_inspection) {
        tell(tr("There is nothing to export yet: choose a picture first."));
        return;
    }
    auto *dialog = new MapsDialog(
        exportableMaps(), m_exportFolder.isEmpty() ? QDir::homePath() : m_exportFolder, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, image = m_inspection->image] {
        m_exportFolder = dialog->folder();
        saveMaps(dialog->chosen(), image, pathOf(m_exportFolder));
    });
    dialog->open();
}

void InspectPage::saveMaps(const std::vector<ExportMap> &maps, const std::filesystem::path &image,
                           const std::filesystem::path &folder)
{
    startExport(
        [] { return tr("Export maps"); },
        [maps, image, folder](RunContext &run) { return ui::saveMaps(maps, image, folder, run); },
        tr("%n map(s) were written to %1.", nullptr, static_cast<int>(maps.size()))
            .arg(QString::fromStdString(folder.string())));
}

void InspectPage::startExport(const JobTitle &title, Job::Work work, const QString &done)
{
    auto *job = m_runner->start(Lane::Files, title, std::move(work), this,
                                std::function<void()>([this, done] {
                                    tell(done);
                                    Q_EMIT exported(done);
                                }));
    connect(job, &Job::ended, this, [this, job] {
        if (!job->error())
            return;
        const auto sentence = errorText(*job->error());
        tell(sentence);
        Q_EMIT exportFailed(sentence);
    });
}

void InspectPage::tell(const QString &sentence)
{
    m_notice->setText(sentence);
    m_notice->setToolTip(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

} // namespace cf::ui
