#include "ui/inspect/maps_export.h"

#include "core/imaging/map_file.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <cctype>

namespace cf::ui {

namespace {

using Kind = workflow::NoiseStage::Kind;
using Choice = workflow::MapChoice;

std::string safe(const std::string &text)
{
    std::string name;
    for (const unsigned char letter : text)
        name += std::isalnum(letter) != 0 ? static_cast<char>(letter) : '_';
    return name;
}

std::string stageEnd(const workflow::NoiseStage &stage)
{
    switch (stage.kind) {
    case Kind::LayerCost:
        return "cost_layer" + stage.name;
    case Kind::Baseline:
        return "baseline";
    case Kind::Attention:
        return "rcsa_" + safe(stage.name);
    case Kind::NetworkOutput:
        return "network_output";
    case Kind::Filtered:
        return "filtered";
    case Kind::Fused:
        break;
    }
    return "fused";
}

std::string streamEnd(engine::AttentionStream stream)
{
    switch (stream) {
    case engine::AttentionStream::Joined:
        return "channel";
    case engine::AttentionStream::Volume:
        return "volume";
    case engine::AttentionStream::SpatialGuidance:
        return "spatial_guidance";
    case engine::AttentionStream::MatchingGuidance:
        break;
    }
    return "matching_guidance";
}

} // namespace

std::string fileEndOf(const workflow::Inspection &inspection, const Choice &choice)
{
    const auto index = static_cast<std::size_t>(choice.index);
    switch (choice.kind) {
    case Choice::Kind::Picture:
        break;
    case Choice::Kind::Stage:
        return stageEnd(inspection.stages.at(index));
    case Choice::Kind::TemplateCost:
        return "cost_layer" + std::to_string(choice.index + 1) + "_template" +
               std::to_string(choice.part + 1);
    case Choice::Kind::AttentionChannel: {
        const auto &block = inspection.scored.attention.at(index);
        const auto &channel = block.channels.at(static_cast<std::size_t>(choice.part));
        return "rcsa_" + safe(block.block) + "_" + streamEnd(channel.stream) +
               std::to_string(channel.number + 1);
    }
    case Choice::Kind::SpatialAttention:
        return "rcsa_" + safe(inspection.scored.attention.at(index).block) + "_spatial";
    }
    return {};
}

Result<void> saveMaps(const std::vector<ExportMap> &maps, const std::filesystem::path &image,
                      const std::filesystem::path &folder, RunContext &run)
{
    for (std::size_t i = 0; i < maps.size(); ++i) {
        run.step({"export", i, maps.size()});
        const auto file = folder / (image.stem().string() + "_" + maps[i].fileEnd +
                                    imaging::extensionOf(imaging::MapFormat::Tiff));
        CF_RETURN_IF_ERROR(imaging::saveMap(file, maps[i].map, imaging::MapFormat::Tiff));
    }
    run.step({"export", maps.size(), maps.size()});
    return {};
}

MapsDialog::MapsDialog(std::vector<ExportMap> maps, const QString &folder, QWidget *parent)
    : QDialog(parent), m_maps(std::move(maps))
{
    setWindowTitle(tr("Export maps"));
    auto *text =
        new QLabel(tr("Each chosen map becomes a TIFF with 32-bit floats at the picture's "
                      "size, as the engine made it. Files of the same name are replaced."));
    text->setWordWrap(true);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Maps"));
    for (const auto &map : m_maps) {
        auto *item = new QListWidgetItem(map.name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(map.isSeen ? Qt::Checked : Qt::Unchecked);
    }
    m_folder = new QLineEdit(folder);
    m_folder->setAccessibleName(tr("Folder"));
    auto *label = new QLabel(tr("&Folder"));
    label->setBuddy(m_folder);
    auto *browse = new QPushButton(tr("&Choose…"));
    auto *line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(m_folder, 1);
    line->addWidget(browse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_save = buttons->button(QDialogButtonBox::Save);
    auto *column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addWidget(m_list, 1);
    column->addLayout(line);
    column->addWidget(buttons);
    connect(browse, &QPushButton::clicked, this, [this] {
        const auto path = QFileDialog::getExistingDirectory(this, windowTitle(), m_folder->text());
        if (!path.isEmpty())
            m_folder->setText(path);
    });
    connect(m_list, &QListWidget::itemChanged, this, &MapsDialog::showState);
    connect(m_folder, &QLineEdit::textChanged, this, &MapsDialog::showState);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(460, 420);
    showState();
}

std::vector<ExportMap> MapsDialog::chosen() const
{
    std::vector<ExportMap> maps;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            maps.push_back(m_maps[static_cast<std::size_t>(i)]);
    return maps;
}

QString MapsDialog::folder() const
{
    return m_folder->text();
}

void MapsDialog::showState()
{
    m_save->setEnabled(!chosen().empty() && !m_folder->text().isEmpty());
}

} // namespace cf::ui
