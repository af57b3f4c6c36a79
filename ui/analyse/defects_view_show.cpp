// What the view shows of the defects that were found.
#include "ui/analyse/defects_view.h"
#include "ui/analyse/location_map_view.h"
#include "ui/analyse/picture_table.h"
#include "ui/analyse/size_table.h"
#include "ui/plots/size_plot.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace cf::ui {

namespace {

using workflow::DefectLocations;
using workflow::SizeMeasure;

constexpr std::size_t kBins = 24;
constexpr int kScaleSteps = 256;

QImage imageOf(const cv::Mat &bgr)
{
    return QImage(bgr.data, bgr.cols, bgr.rows, qsizetype(bgr.step[0]), QImage::Format_BGR888)
        .copy();
}

/// The highest colour on top.
QImage scaleOf(imaging::ColourMap colours)
{
    cv::Mat steps(kScaleSteps, 1, CV_32FC1);
    for (int i = 0; i < kScaleSteps; ++i)
        steps.at<float>(i) = float(kScaleSteps - 1 - i);
    return imageOf(imaging::colourise(steps, 0.0F, float(kScaleSteps - 1), colours));
}

QString sizeText(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 1 : 0);
}

} // namespace

const DefectLocations *DefectsView::shown() const
{
    const int at = m_category->currentIndex();
    return m_locations && at >= 0 ? &m_locations->at(std::size_t(at)) : nullptr;
}

std::string DefectsView::kind() const
{
    return m_kind->currentData().toString().toStdString();
}

workflow::SizeMeasure DefectsView::measure() const
{
    return m_measure->currentIndex() == 0 ? SizeMeasure::LogArea : SizeMeasure::Elongation;
}

void DefectsView::fillKinds()
{
    const QSignalBlocker quiet(m_kind);
    const auto before = m_kind->currentData();
    m_kind->clear();
    m_kind->addItem(tr("All kinds"), QString());
    if (const auto *locations = shown())
        for (const auto &one : locations->kinds) {
            const auto name = QString::fromStdString(one);
            m_kind->addItem(name, name);
        }
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(before)));
    m_kind->setEnabled(m_kind->count() > 2);
}

void DefectsView::showCategory()
{
    fillKinds();
    const auto *locations = shown();
    m_table->setSummaries(locations ? workflow::summarise(*locations)
                                    : std::vector<workflow::SizeSummary>());
    m_save->setEnabled(locations && !locations->regions.empty());
    showFacts();
    showMap();
    showSizes();
    showPictures();
    showState();
}

void DefectsView::showFacts()
{
    const auto *locations = shown();
    if (!locations) {
        m_facts->clear();
        return;
    }
    QStringList lines;
    lines += tr("Areas: %L1 · pictures: %L2 of %L3")
                 .arg(qulonglong(locations->regions.size()))
                 .arg(qulonglong(locations->pictures.size()))
                 .arg(qulonglong(locations->lookedAt));
    if (locations->leftOut > 0)
        lines += QStringLiteral("⚠ ") + tr("Left out, because nothing tells where their defects "
                                           "are: %Ln picture(s)",
                                           nullptr, int(locations->leftOut));
    m_facts->setText(lines.join(QLatin1Char('\n')));
}

void DefectsView::showMap()
{
    const auto *locations = shown();
    if (!locations || locations->regions.empty()) {
        m_map->setMap({}, {}, {}, {}, 0);
        return;
    }
    const auto map = workflow::locationMap(*locations, kind());
    const auto colours = imaging::kColourMaps.at(std::size_t(m_colours->currentIndex()));
    const auto pictures = std::ranges::count_if(
        locations->cells, [kind = kind()](const auto &entry) { return entry.kind == kind; });
    m_map->setMap(imageOf(workflow::drawnMap(*locations, map, colours)), scaleOf(colours),
                  {map.cols, map.rows}, {map.begin<float>(), map.end<float>()},
                  std::size_t(pictures));
}

void DefectsView::showSizes()
{
    const auto *locations = shown();
    const auto by = measure();
    m_histogram = locations ? workflow::sizeHistogram(*locations, by, kBins, kind()) : std::nullopt;
    if (m_histogram)
        m_sizes->setBins(m_histogram->low, m_histogram->high, m_histogram->counts,
                         by == SizeMeasure::LogArea);
    else
        m_sizes->setBins(0, 1, {}, false);
    m_sizes->setLabels(by == SizeMeasure::LogArea ? tr("area, px") : tr("length ÷ width"),
                       tr("areas"));
}

void DefectsView::showPictures()
{
    const auto *locations = shown();
    if (!locations) {
        m_pictures->setPictures({}, false);
        m_why->clear();
        return;
    }
    std::vector<std::size_t> places;
    QString what;
    const auto by = measure();
    if (const auto cell = m_map->chosenCell()) {
        places = workflow::picturesAt(*locations, *cell, kind());
        what = tr("defective at %1").arg(m_map->placeText(*cell));
    } else if (const auto bin = m_sizes->chosenBin(); bin && m_histogram) {
        places = workflow::picturesInSizeBin(*locations, by, *m_histogram, *bin, kind());
        const double width =
            (m_histogram->high - m_histogram->low) / double(m_histogram->counts.size());
        const auto edge = [&](std::size_t at) {
            const double value = m_histogram->low + double(at) * width;
            return sizeText(by == SizeMeasure::LogArea ? std::pow(10.0, value) : value);
        };
        what = (by == SizeMeasure::LogArea ? tr("with an area of %1–%2 px")
                                           : tr("with an area that is %1–%2 times as long as wide"))
                   .arg(edge(*bin), edge(*bin + 1));
    } else {
        for (const auto &entry : locations->cells)
            if (entry.kind == kind())
                places.push_back(entry.picture);
        what = tr("with a defect");
    }
    std::vector<workflow::AnalysedPicture> pictures;
    bool areScored = !places.empty(), areLabelled = !places.empty();
    for (const auto place : places) {
        const auto &picture = locations->pictures[place];
        pictures.push_back({picture.path, locations->category, picture.kind,
                            picture.score.value_or(0.0), picture.defective.value_or(false)});
        areScored = areScored && picture.score;
        areLabelled = areLabelled && picture.defective;
    }
    m_why->setText(tr("Pictures %1: %L2").arg(what).arg(qulonglong(pictures.size())));
    m_pictures->setEmptyText(tr("No picture. Click a place of the map, or a bar, to list some."));
    m_pictures->setPictures(std::move(pictures), false);
    m_pictures->setColumnHidden(PictureModel::Margin, true); // there is no threshold here
    m_pictures->setColumnHidden(PictureModel::Score, !areScored);
    m_pictures->setColumnHidden(PictureModel::Truth, !areLabelled);
}

} // namespace cf::ui
