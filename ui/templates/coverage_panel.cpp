#include "ui/templates/coverage_panel.h"

#include "ui/templates/coverage_view.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

namespace {

QString number(double distance)
{
    return QStringLiteral("%L1").arg(distance, 0, 'f', 3);
}

} // namespace

CoveragePanel::CoveragePanel(QWidget *parent)
    : QWidget(parent), m_view(new CoverageView), m_heading(new QLabel), m_counts(new QLabel),
      m_radius(new QLabel), m_golden(new QPushButton), m_showOutliers(new QPushButton)
{
    m_counts->setObjectName(QStringLiteral("counts"));
    m_radius->setObjectName(QStringLiteral("radius"));
    m_golden->setObjectName(QStringLiteral("golden"));
    m_showOutliers->setObjectName(QStringLiteral("showOutliers"));
    auto bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    for (auto *label : {m_counts, m_radius}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(true);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_heading, 1);
    buttons->addWidget(m_golden);
    buttons->addWidget(m_showOutliers);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(buttons);
    column->addWidget(m_view, 1);
    column->addWidget(m_counts);
    column->addWidget(m_radius);
    connect(m_golden, &QPushButton::clicked, this, &CoveragePanel::goldenWanted);
    connect(m_showOutliers, &QPushButton::clicked, this, &CoveragePanel::outliersWanted);
    retranslate();
}

void CoveragePanel::setPreview(const std::shared_ptr<const engine::TemplatePreview> &preview)
{
    m_preview = preview;
    m_templates.clear();
    showMarks();
    showNumbers();
}

void CoveragePanel::showMarks()
{
    std::vector<CoverageMark> marks;
    const std::size_t count = m_preview ? m_preview->normals().size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto &point = m_preview->coverage().points[i];
        CoverageMark mark;
        mark.file = m_preview->normals()[i].path;
        mark.name = QFile::decodeName(mark.file.filename().string().c_str());
        mark.x = point.x;
        mark.y = point.y;
        mark.outlier = point.outlier;
        mark.redundant = point.redundant;
        mark.facts = (point.outlier     ? tr("outlier, %1 from its nearest")
                      : point.redundant ? tr("near-twin, %1 from its nearest")
                                        : tr("%1 from its nearest"))
                         .arg(number(point.nearest));
        marks.push_back(std::move(mark));
    }
    m_view->setMarks(std::move(marks));
    m_view->setTemplates(m_templates);
}

void CoveragePanel::setTemplates(const std::vector<std::size_t> &templates, bool isFixed)
{
    m_templates = templates;
    m_isFixed = isFixed;
    m_view->setTemplates(templates);
    showNumbers();
}

std::vector<std::size_t> CoveragePanel::outliers() const
{
    std::vector<std::size_t> found;
    const std::size_t count = m_preview ? m_preview->normals().size() : 0;
    for (std::size_t i = 0; i < count; ++i)
        if (m_preview->coverage().points[i].outlier)
            found.push_back(i);
    return found;
}

void CoveragePanel::showNumbers()
{
    m_golden->setEnabled(m_preview != nullptr);
    m_showOutliers->setEnabled(m_preview && !outliers().empty());
    if (!m_preview) {
        m_counts->clear();
        m_radius->clear();
        return;
    }
    const auto &coverage = m_preview->coverage();
    const auto twins = std::count_if(coverage.points.begin(), coverage.points.end(),
                                     [](const auto &point) { return point.redundant; });
    m_counts->setText(
        tr("%1, %2, %3. The plot shows %4 % of their differences.")
            .arg(tr("%n normal pictures", nullptr, static_cast<int>(coverage.points.size())),
                 tr("%n outliers", nullptr, static_cast<int>(outliers().size())),
                 tr("%n near-twins", nullptr, static_cast<int>(twins)))
            .arg(qRound(100.0 * coverage.shownVariance)));
    if (m_isFixed && m_templates.empty()) {
        m_radius->setText(tr("No template is picked for this category yet."));
        return;
    }
    const auto radius = m_preview->coveringRadius(m_templates);
    m_radius->setText((m_isFixed ? tr("Covering radius: a normal picture is %1 from its nearest "
                                      "template on average, %2 at most.")
                                 : tr("Covering radius: a normal picture is %1 from the most alike "
                                      "other one on average, %2 at most."))
                          .arg(number(radius.mean), number(radius.largest)));
}

void CoveragePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        const auto selected = m_view->selected();
        const auto templates =
            m_view->templates(); // of the picture on show, where each has its own
        showMarks();
        m_view->setTemplates(templates);
        m_view->setSelected(selected);
        showNumbers();
    }
}

void CoveragePanel::retranslate()
{
    m_heading->setText(tr("How the templates cover the normals"));
    m_golden->setText(tr("Suggest &golden samples"));
    m_golden->setToolTip(tr("Picks N pictures that cover the normals, without outliers and "
                            "near-twins"));
    m_showOutliers->setText(tr("Show ou&tliers"));
    m_showOutliers->setToolTip(tr("Selects the pictures that look unlike all others; a defect may "
                                  "have slipped in among the normals"));
    m_counts->setToolTip(tr("Outlier: much farther from every other picture than usual, and drawn "
                            "outside of them. Near-twin: "
                            "adds nothing to an earlier picture."));
    m_radius->setToolTip(tr("0 = looks the same. A template that covers little leaves normal "
                            "variation to be taken for a defect."));
}

} // namespace cf::ui
