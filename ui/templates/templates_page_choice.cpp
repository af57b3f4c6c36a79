#include "ui/dataset/image_grid.h"
#include "ui/dataset/thumbnail_store.h"
#include "ui/image/picture_image.h"
#include "ui/templates/coverage_panel.h"
#include "ui/templates/coverage_view.h"
#include "ui/templates/match_view.h"
#include "ui/templates/query_list.h"
#include "ui/templates/template_controls.h"
#include "ui/templates/template_tray.h"
#include "ui/templates/templates_page.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QUndoStack>

#include <algorithm>

namespace cf::ui {

namespace {

using engine::TemplateStrategy;

constexpr int kThumbnailPx = 112;

bool contains(const std::vector<std::filesystem::path> &files, const std::filesystem::path &file)
{
    return std::find(files.begin(), files.end(), file) != files.end();
}

} // namespace

std::vector<std::filesystem::path> TemplatesPage::chosenFiles() const
{
    std::vector<std::filesystem::path> files;
    for (const auto &[category, picked] : m_choice.picked)
        files.insert(files.end(), picked.begin(), picked.end());
    return files;
}

void TemplatesPage::setRule(TemplateStrategy strategy, int count, const ChosenSource &source)
{
    auto choice = m_choice;
    choice.strategy = strategy;
    choice.count = count;
    choice.source = source;
    change(tr("Other rule for templates"), choice);
}

void TemplatesPage::change(const QString &text, TemplateChoice choice)
{
    if (choice == m_choice)
        return;
    m_undo->push(new ChangeChoice(text, m_choice, std::move(choice),
                                  [this](const TemplateChoice &to) { apply(to); }));
}

void TemplatesPage::apply(const TemplateChoice &choice)
{
    m_choice = choice;
    m_controls->setStrategy(choice.strategy);
    m_controls->setCount(choice.count);
    m_controls->setSource(choice.source);
    updateTemplates();
    Q_EMIT choiceChanged();
}

std::vector<std::filesystem::path> TemplatesPage::picksToChange() const
{
    std::vector<std::filesystem::path> files;
    if (m_preview && m_choice.source.name.empty() &&
        (m_choice.strategy == TemplateStrategy::KCentre ||
         m_choice.strategy == TemplateStrategy::Random)) {
        for (const auto index : m_templates)
            files.push_back(m_preview->normals()[index].path);
        return files;
    }
    const auto picked = m_choice.picked.find(m_controls->category().toStdString());
    return picked == m_choice.picked.end() ? files : picked->second;
}

void TemplatesPage::pick(const QString &text, std::vector<std::filesystem::path> files)
{
    auto choice = m_choice;
    choice.strategy = TemplateStrategy::Chosen;
    choice.source = {};
    const auto category = m_controls->category().toStdString();
    if (files.empty())
        choice.picked.erase(category);
    else
        choice.picked[category] = std::move(files);
    change(text, std::move(choice));
}

void TemplatesPage::add(const std::vector<std::filesystem::path> &files)
{
    auto picked = picksToChange();
    const std::size_t before = picked.size();
    for (const auto &file : files)
        if (normalOf(file) && !contains(picked, file))
            picked.push_back(file);
    if (picked.size() > before)
        pick(tr("Add templates"), std::move(picked));
}

void TemplatesPage::remove(const std::vector<std::filesystem::path> &files)
{
    auto picked = picksToChange();
    const auto gone =
        std::erase_if(picked, [&](const auto &file) { return contains(files, file); });
    if (gone > 0)
        pick(tr("Remove templates"), std::move(picked));
}

void TemplatesPage::toggle(const std::vector<std::filesystem::path> &files)
{
    const auto picked = picksToChange();
    const bool all = std::all_of(files.begin(), files.end(),
                                 [&](const auto &file) { return contains(picked, file); });
    if (all)
        remove(files);
    else
        add(files);
}

void TemplatesPage::addSelected()
{
    add(selectedNormals());
}

void TemplatesPage::removeSelected()
{
    if (!dependsOnPicture())
        remove(m_tray->selectedFiles());
}

void TemplatesPage::suggestGolden()
{
    if (!m_preview)
        return;
    std::vector<std::filesystem::path> files;
    for (const auto index : m_preview->coverage().golden)
        if (static_cast<int>(files.size()) < m_choice.count)
            files.push_back(m_preview->normals()[index].path);
    pick(tr("Suggest golden samples"), std::move(files));
}

void TemplatesPage::showOutliers()
{
    const auto outliers = m_coverage->outliers();
    if (outliers.empty())
        return;
    ImageQuery query;
    query.category = m_controls->category();
    query.onlyPaths.emplace();
    for (const auto index : outliers)
        query.onlyPaths->insert(m_preview->normals()[index].path.string());
    m_pictures->setQuery(std::move(query));
    retranslate();
    m_coverage->view().setSelected(outliers);
    followPlot();
}

void TemplatesPage::updateTemplates()
{
    m_templates.clear();
    if (!m_choice.source.name.empty()) {
        // It is asked for each picture.
    } else if (m_preview && m_choice.strategy == TemplateStrategy::Chosen) {
        for (const auto &file : picksToChange())
            if (const auto index = normalOf(file))
                m_templates.push_back(*index);
    } else if (m_preview) {
        m_templates =
            m_preview->choose(m_choice.strategy, static_cast<std::size_t>(m_choice.count), m_seed);
    }
    m_coverage->setTemplates(m_templates, !dependsOnPicture());
    updateTray();
    matchCurrent();
}

void TemplatesPage::updateTray()
{
    const auto &match = m_match->match();
    if (!m_choice.source.name.empty()) {
        showGiven();
    } else if (m_choice.strategy == TemplateStrategy::Nearest) {
        std::vector<std::filesystem::path> files;
        if (m_preview && match)
            for (const auto index : match->preview.templates)
                files.push_back(m_preview->normals()[index].path);
        m_trayLabel->setText(match && m_preview
                                 ? tr("Most alike to %1").arg(shortName(match->image))
                                 : tr("Most alike to each picture"));
        m_tray->setFiles(files);
        m_tray->setEmptyText(tr("Choose a picture to see which normals are most like it."));
    } else {
        const auto files = picksToChange();
        m_trayLabel->setText(
            m_choice.strategy == TemplateStrategy::Chosen
                ? tr("%n picked by hand", nullptr, static_cast<int>(files.size()))
                : tr("%n chosen by the rule", nullptr, static_cast<int>(files.size())));
        m_tray->setFiles(files);
        m_tray->setEmptyText(tr("Drag normal pictures here, or select some and press Space."));
    }
    requestThumbnails();
    updateButtons();
}

QStringList TemplatesPage::namesOf(const workflow::TemplateMatch &match) const
{
    QStringList names;
    for (const auto index : match.preview.templates)
        names += shortName(m_preview->normals()[index].path);
    while (names.size() < static_cast<qsizetype>(match.preview.templateCount))
        names += tr("Template %1").arg(names.size() + 1);
    return names;
}

void TemplatesPage::showGiven()
{
    const auto &match = m_match->match();
    std::vector<QImage> pictures;
    if (match)
        for (const auto &picture : match->templatePictures)
            pictures.push_back(imageOf(picture));
    m_trayLabel->setText(match ? tr("Given for %1").arg(shortName(match->image))
                               : tr("Given for each picture"));
    m_tray->setPictures(pictures, match ? namesOf(*match) : QStringList());
    m_tray->setEmptyText(match ? tr("This source gives features, which cannot be shown.")
                               : tr("Choose a picture to see what the source gives for it."));
}

bool TemplatesPage::dependsOnPicture() const
{
    return m_choice.strategy == TemplateStrategy::Nearest || !m_choice.source.name.empty();
}

void TemplatesPage::updateButtons()
{
    m_add->setEnabled(m_preview && !selectedNormals().empty());
    m_remove->setEnabled(!dependsOnPicture() && !m_tray->selectedFiles().empty());
}

void TemplatesPage::showPicture(const std::filesystem::path &image)
{
    const int row = m_pictures->find(image.string());
    if (row >= 0 && row != m_grid->currentIndex().row()) {
        m_grid->setCurrentIndex(m_pictures->index(row)); // comes back here
        return;
    }
    m_image = image;
    matchCurrent();
}

void TemplatesPage::matchCurrent()
{
    m_matchWhenSeen = !isVisible();
    if (!m_preview || m_image.empty() || m_matchWhenSeen)
        return;
    if (!dependsOnPicture() && m_templates.empty()) {
        m_matcher.cancel();
        m_match->showSentence(tr("Pick a template first: select a normal picture and press Space, "
                                 "or use \"Suggest golden samples\"."));
        return;
    }
    m_match->showBusy();
    TemplateMatcher::Wish wish;
    wish.preview = m_preview;
    wish.image = m_image;
    wish.templates = m_templates;
    wish.nearest = dependsOnPicture() ? static_cast<std::size_t>(m_choice.count) : 0;
    wish.source = {m_choice.source.name, m_choice.source.options, m_dataset->root, m_choice.count};
    wish.category = m_controls->category().toStdString();
    m_matcher.request(std::move(wish));
}

void TemplatesPage::showMatch(const TemplateMatcher::Shared &match)
{
    m_match->setMatch(match, namesOf(*match));
    if (dependsOnPicture()) {
        m_coverage->view().setTemplates(match->preview.templates);
        updateTray();
    }
    Q_EMIT matched();
}

void TemplatesPage::followPlot()
{
    const auto &plot = m_coverage->view();
    if (!m_preview || !plot.current())
        return;
    const auto rowOf = [&](std::size_t mark) {
        return m_pictures->find(m_preview->normals()[mark].path.string());
    };
    if (rowOf(*plot.current()) < 0)
        fillPictures(); // it was left out by the choice of outliers
    m_following = true;
    auto *selection = m_grid->selectionModel();
    const auto current = m_pictures->index(rowOf(*plot.current()));
    selection->setCurrentIndex(current, QItemSelectionModel::ClearAndSelect);
    for (const auto mark : plot.selected())
        selection->select(m_pictures->index(rowOf(mark)), QItemSelectionModel::Select);
    m_grid->scrollTo(current);
    m_following = false;
    updateButtons();
    showPicture(m_preview->normals()[*plot.current()].path);
}

void TemplatesPage::followPictures()
{
    updateButtons();
    if (m_following || !m_preview)
        return;
    std::vector<std::size_t> marks;
    for (const auto &file : selectedNormals())
        if (const auto mark = normalOf(file))
            marks.push_back(*mark);
    m_coverage->view().setSelected(marks);
}

std::vector<std::filesystem::path> TemplatesPage::selectedNormals() const
{
    std::vector<std::filesystem::path> files;
    for (const auto &index : m_grid->selectionModel()->selectedIndexes()) {
        const auto &row = m_pictures->at(index.row());
        if (row.split == dataset::Split::Train && row.label == dataset::Label::Normal)
            files.emplace_back(row.path);
    }
    return files;
}

std::optional<std::size_t> TemplatesPage::normalOf(const std::filesystem::path &file) const
{
    if (!m_preview)
        return std::nullopt;
    const auto &normals = m_preview->normals();
    const auto found = std::find_if(normals.begin(), normals.end(),
                                    [&](const auto &normal) { return normal.path == file; });
    return found == normals.end() ? std::nullopt
                                  : std::optional<std::size_t>(found - normals.begin());
}

void TemplatesPage::requestThumbnails()
{
    std::vector<std::string> paths;
    if (const auto hovered = m_coverage->view().hovered(); hovered && m_preview)
        paths.push_back(m_preview->normals()[*hovered].path.string());
    for (const auto &file : m_tray->files())
        paths.push_back(file.string());
    m_sideThumbnails->request(paths, qRound(kThumbnailPx * devicePixelRatioF()));
    for (const auto &path : paths)
        showThumbnail(path);
}

void TemplatesPage::showThumbnail(const std::string &path)
{
    const auto *thumbnail = m_sideThumbnails->find(path);
    if (!thumbnail || thumbnail->image.isNull())
        return;
    m_tray->setThumbnail(path, thumbnail->image);
    const auto hovered = m_coverage->view().hovered();
    if (hovered && m_preview && m_preview->normals()[*hovered].path == path)
        m_coverage->view().setCard(thumbnail->image);
}

} // namespace cf::ui
