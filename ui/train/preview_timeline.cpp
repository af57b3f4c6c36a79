#include "ui/train/preview_timeline.h"

#include "core/imaging/colour_map.h"
#include "ui/image/picture_image.h"
#include "ui/train/picture_grid.h"
#include "ui/train/step_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

constexpr int kPlayMs = 600;
constexpr int kCellsOfSample = 3; // picture, truth, map
constexpr std::size_t kMostInLine = 3;
constexpr auto kColours = imaging::ColourMap::Inferno; // black where nothing is seen, as the truth

} // namespace

PreviewTimeline::PreviewTimeline(QWidget *parent)
    : QWidget(parent), m_title(boldLabel()), m_place(new QLabel), m_playButton(new QToolButton),
      m_slider(new QSlider(Qt::Horizontal)), m_grid(new PictureGrid)
{
    m_slider->setObjectName(QStringLiteral("previewStep"));
    m_slider->setPageStep(1);
    m_slider->setTickPosition(QSlider::TicksBelow);
    m_slider->setTickInterval(1);
    m_playButton->setObjectName(QStringLiteral("previewPlay"));
    m_playButton->setCheckable(true);
    m_playButton->setFocusPolicy(Qt::StrongFocus);
    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(m_title);
    line->addStretch(1);
    line->addWidget(m_playButton);
    line->addWidget(m_slider, 2);
    line->addWidget(m_place);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(line);
    column->addWidget(m_grid, 1);
    m_grid->setGroup(kCellsOfSample);
    m_play.setInterval(kPlayMs);
    connect(&m_play, &QTimer::timeout, this, &PreviewTimeline::playOn);
    connect(m_playButton, &QToolButton::toggled, this, &PreviewTimeline::play);
    connect(m_slider, &QSlider::valueChanged, this, &PreviewTimeline::showStep);
    connect(m_slider, &QSlider::actionTriggered, this,
            [this] { m_playButton->setChecked(false); }); // the user takes over
    retranslate();
    clear();
}

PreviewTimeline::Shown PreviewTimeline::shown(const engine::TrainingPreview &preview)
{
    Shown made{preview.step, preview.score, {}, {}, {}, {}};
    for (const auto &sample : preview.samples) {
        made.categories += QString::fromStdString(sample.category);
        made.pictures.push_back(imageOf(sample.picture));
        made.truths.push_back(imageOf(sample.mask));
        made.maps.push_back(imageOf(imaging::colourise(sample.map, 0.0F, 1.0F, kColours)));
    }
    return made;
}

void PreviewTimeline::clear()
{
    m_previews.clear();
    showSlider(true);
}

void PreviewTimeline::add(const engine::TrainingPreview &preview)
{
    const bool atLatest = m_slider->value() == m_slider->maximum();
    const auto place =
        std::lower_bound(m_previews.begin(), m_previews.end(), preview.step,
                         [](const Shown &shown, std::int64_t step) { return shown.step < step; });
    if (place != m_previews.end() && place->step == preview.step)
        *place = shown(preview);
    else
        m_previews.insert(place, shown(preview));
    showSlider(atLatest);
}

void PreviewTimeline::setHistory(const std::vector<engine::TrainingPreview> &previews)
{
    const auto before = step();
    const bool atLatest = m_slider->value() == m_slider->maximum();
    m_previews.clear();
    for (const auto &preview : previews)
        m_previews.push_back(shown(preview));
    showSlider(true);
    for (std::size_t i = 0; !atLatest && i < m_previews.size(); ++i)
        if (m_previews[i].step == before)
            m_slider->setValue(static_cast<int>(i));
}

std::int64_t PreviewTimeline::step() const
{
    const auto index = static_cast<std::size_t>(m_slider->value());
    return index < m_previews.size() ? m_previews[index].step : -1;
}

void PreviewTimeline::showSlider(bool atLatest)
{
    const int last = std::max<int>(0, static_cast<int>(m_previews.size()) - 1);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, last);
        if (atLatest && !m_play.isActive())
            m_slider->setValue(last);
    }
    m_slider->setEnabled(last > 0);
    m_playButton->setEnabled(last > 0);
    if (last == 0)
        m_playButton->setChecked(false);
    showStep();
}

void PreviewTimeline::showStep()
{
    Q_EMIT stepShown(step());
    const auto index = static_cast<std::size_t>(m_slider->value());
    if (index >= m_previews.size()) {
        m_grid->setCaptions({});
        m_grid->setPictures({});
        m_place->clear();
        return;
    }
    const auto &preview = m_previews[index];
    showSamples(preview);
    m_place->setText(
        std::isnan(preview.score)
            ? tr("step %L1").arg(preview.step)
            : tr("step %L1, score %L2").arg(preview.step).arg(preview.score, 0, 'f', 3));
    m_slider->setAccessibleDescription(m_place->text());
}

void PreviewTimeline::showSamples(const Shown &preview)
{
    // As wide as high, about: the pictures are then as large as the room allows.
    const std::size_t count = preview.pictures.size();
    const std::size_t lines = count > kMostInLine ? 2 : 1;
    const std::size_t inLine = (count + lines - 1) / lines;
    std::vector<std::vector<QImage>> rows(lines);
    std::vector<QStringList> captions(lines);
    for (std::size_t i = 0; i < count; ++i) {
        auto &row = rows[i / inLine];
        row.insert(row.end(), {preview.pictures[i], preview.truths[i], preview.maps[i]});
        captions[i / inLine] += {preview.categories[static_cast<int>(i)], tr("truth"), tr("map")};
    }
    m_grid->setCaptions(captions);
    m_grid->setPictures(rows);
}

void PreviewTimeline::play(bool playing)
{
    if (!playing) {
        m_play.stop();
    } else {
        if (m_slider->value() == m_slider->maximum())
            m_slider->setValue(0);
        m_play.start();
    }
    retranslate();
}

void PreviewTimeline::playOn()
{
    m_slider->setValue(m_slider->value() + 1);
    if (m_slider->value() == m_slider->maximum())
        m_playButton->setChecked(false);
}

void PreviewTimeline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PreviewTimeline::retranslate()
{
    m_title->setText(tr("What it sees in held-out synthetic defects"));
    m_grid->setAccessibleName(m_title->text());
    m_grid->setEmptyText(
        tr("At each validation, some invented defects appear here with what the filter sees."));
    m_slider->setAccessibleName(tr("Step of the training"));
    m_slider->setToolTip(tr("From the first validation to the latest"));
    const bool playing = m_playButton->isChecked();
    m_playButton->setText(playing ? tr("Halt") : tr("Play"));
    m_playButton->setToolTip(tr("Runs through the steps"));
    showStep();
}

} // namespace cf::ui
