#include "ui/train/reviewed_choice.h"

#include "core/workflow/reviewed_pictures.h"
#include "ui/train/step_page.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace cf::ui {

ReviewedChoice::ReviewedChoice(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_use(new QCheckBox), m_hint(hintLabel())
{
    m_use->setObjectName(QStringLiteral("useReviewed"));
    m_hint->setObjectName(QStringLiteral("reviewedHint"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_use);
    column->addWidget(m_hint);
    connect(m_use, &QCheckBox::toggled, this, &ReviewedChoice::changed);
    retranslate();
}

void ReviewedChoice::setPictures(const std::optional<std::filesystem::path> &project,
                                 const std::filesystem::path &root)
{
    if (project == m_project && root == m_root)
        return;
    m_project = project;
    m_root = root;
    m_found = {};
    showFound();
    refresh();
}

void ReviewedChoice::setCategories(std::vector<std::string> categories)
{
    m_categories = std::move(categories);
    showFound();
}

void ReviewedChoice::refresh()
{
    if (!m_project || m_root.empty())
        return;
    m_runner->start<Found>(
        Lane::Files, [] { return tr("Look through what was reviewed"); },
        [project = *m_project, root = m_root](RunContext &run) -> Result<Found> {
            CF_ASSIGN_OR_RETURN(const auto reviewed,
                                workflow::reviewedPicturesAt(project, root, {}, run));
            Found found;
            for (const auto &picture : reviewed.normals)
                ++found.ofCategory[picture.category].normals;
            for (const auto &defect : reviewed.defects)
                ++found.ofCategory[defect.picture.category].defects;
            found.undrawn = static_cast<int>(reviewed.undrawn);
            found.unsettled = static_cast<int>(reviewed.unsettled);
            return found;
        },
        this,
        [this, project = *m_project, root = m_root](const Found &found) {
            if (project != m_project || root != m_root)
                return; // others are open by now
            m_found = found;
            showFound();
            Q_EMIT changed();
        },
        Afterwards::Forgotten);
}

ReviewedChoice::Counts ReviewedChoice::total() const
{
    Counts sum;
    for (const auto &category : m_categories) {
        const auto found = m_found.ofCategory.find(category);
        if (found == m_found.ofCategory.end())
            continue;
        sum.normals += found->second.normals;
        sum.defects += found->second.defects;
    }
    return sum;
}

bool ReviewedChoice::isWanted() const
{
    const auto [normals, defects] = total();
    return m_use->isChecked() && normals + defects > 0;
}

void ReviewedChoice::showFound()
{
    const auto [normals, defects] = total();
    setVisible(normals + defects > 0);
    m_use->setText(tr("&Use what was reviewed: %1, %2")
                       .arg(tr("%Ln picture(s) accepted as normal", nullptr, normals),
                            tr("%Ln defect(s) drawn", nullptr, defects)));
    QString hint = tr("They are learned from and no longer count when the result is tested.");
    if (m_found.undrawn > 0)
        hint += QLatin1Char(' ') +
                tr("Not used: %Ln defect(s) on which nothing is drawn.", nullptr, m_found.undrawn);
    if (m_found.unsettled > 0)
        hint += QLatin1Char(' ') + tr("Not used: %Ln picture(s) on which reviewers differ.",
                                      nullptr, m_found.unsettled);
    m_hint->setText(hint);
}

void ReviewedChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReviewedChoice::retranslate()
{
    showFound();
}

} // namespace cf::ui
