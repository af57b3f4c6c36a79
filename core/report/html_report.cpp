#include "core/report/html_report.h"

#include "core/base/atomic_file.h"
#include "core/report/chart.h"
#include "core/report/markup.h"
#include "core/report/metric_table.h"
#include "core/report/page_style.h"
#include "core/report/report_facts.h"

namespace cf::report {

namespace {

/// One part of the page: its heading, its anchor, and the markup below the heading.
struct Section
{
    std::string anchor;
    std::string heading;
    std::string body;
};

std::string header(const ReportData &data)
{
    std::string out = "<header>\n<h1>" + escaped(data.title) + "</h1>\n<dl class=\"facts\">\n";
    for (const auto &[name, value] : reportFacts(data))
        out += "<div><dt>" + escaped(name) + "</dt><dd>" + escaped(value) + "</dd></div>\n";
    return out + "</dl>\n</header>\n";
}

Result<std::string> figureOf(const Tile &tile, const std::string &context)
{
    const std::string caption = escaped(tile.caption);
    if (tile.bgr.empty())
        return "<figure><div class=\"absent\">not available</div><figcaption>" + caption +
               "</figcaption></figure>\n";
    CF_ASSIGN_OR_RETURN(const std::string uri, imageUri(tile.bgr));
    return "<figure><img src=\"" + uri + "\" width=\"" + std::to_string(tile.bgr.cols) +
           "\" height=\"" + std::to_string(tile.bgr.rows) + "\" alt=\"" +
           escaped(tile.caption + ", " + context) + "\"/><figcaption>" + caption +
           "</figcaption></figure>\n";
}

Result<std::string> tileRow(const std::vector<Tile> &tiles, const std::string &context)
{
    std::string out = "<div class=\"tiles\">\n";
    for (const Tile &tile : tiles) {
        CF_ASSIGN_OR_RETURN(const std::string figure, figureOf(tile, context));
        out += figure;
    }
    return out + "</div>\n";
}

Result<std::string> stripsOf(const ReportData &data)
{
    std::string out;
    for (const HeatmapStrip &strip : data.strips) {
        CF_ASSIGN_OR_RETURN(const std::string tiles, tileRow(strip.tiles, strip.caption));
        out +=
            "<div class=\"strip\"><h3>" + escaped(strip.caption) + "</h3>\n" + tiles + "</div>\n";
    }
    return out;
}

Result<std::string> galleryOf(const Gallery &gallery)
{
    std::string out;
    if (!gallery.note.empty())
        out += "<p class=\"note\">" + escaped(gallery.note) + "</p>\n";
    for (const HeatmapStrip &strip : gallery.strips) {
        CF_ASSIGN_OR_RETURN(const std::string tiles, tileRow(strip.tiles, strip.caption));
        out += "<div class=\"strip\">";
        if (!strip.caption.empty())
            out += "<h3>" + escaped(strip.caption) + "</h3>\n";
        out += tiles + "</div>\n";
    }
    return out;
}

std::string cardsOf(const ReportData &data)
{
    if (data.cards.empty())
        return {};
    std::string out = "<dl class=\"cards\">\n";
    for (const Card &card : data.cards)
        out += "<div><dt>" + escaped(card.name) + "</dt><dd>" + escaped(card.number) +
               "</dd><dd class=\"against\">" + escaped(card.note) + "</dd></div>\n";
    return out + "</dl>\n";
}

std::string tableOf(const TextTable &table)
{
    std::string out;
    if (!table.note.empty())
        out += "<p class=\"note\">" + escaped(table.note) + "</p>\n";
    if (table.rows.empty())
        return out;
    out += "<div class=\"scroll\" role=\"region\" aria-label=\"" + escaped(table.title) +
           "\" tabindex=\"0\">\n<table class=\"plain\">\n<thead><tr>";
    const auto kindOf = [&](std::size_t column) {
        return column < table.textColumns ? "" : " class=\"number\"";
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        out += std::string("<th scope=\"col\"") + kindOf(i) + ">" + escaped(table.columns[i]) +
               "</th>";
    out += "</tr></thead>\n<tbody>\n";
    for (const auto &row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i)
            out += std::string("<td") + kindOf(i) + ">" + escaped(row[i]) + "</td>";
        out += "</tr>\n";
    }
    return out + "</tbody>\n</table>\n</div>\n";
}

Result<std::string> samplesOf(const ReportData &data)
{
    std::string out;
    for (const SampleRow &row : data.samples) {
        const std::string path = row.imagePath.generic_string();
        CF_ASSIGN_OR_RETURN(const std::string tiles, tileRow(row.tiles, path));
        out += "<article>\n<h3>" + escaped(sampleTitle(row));
        if (!row.label.empty())
            out += " <span class=\"label\">" + escaped(row.label) + "</span>";
        out += "</h3>\n<p class=\"path\">" + escaped(path) + "</p>\n";
        if (!row.scores.empty()) {
            out += "<dl class=\"scores\">";
            for (const auto &[name, score] : row.scores)
                out += "<div><dt>" + escaped(name) + "</dt><dd>" + fixedNumber(score, 4) +
                       "</dd></div>";
            out += "</dl>\n";
        }
        out += tiles + "</article>\n";
    }
    return out;
}

std::string chartFigure(const ChartSpec &spec, const std::string &note)
{
    return "<figure class=\"plot\"><figcaption>" + escaped(spec.title) +
           (note.empty() ? "" : " <span class=\"note\">" + escaped(note) + "</span>") +
           "</figcaption>\n" + lineChart(spec) + "</figure>\n";
}

std::string kdesOf(const ReportData &data)
{
    std::string out;
    for (std::size_t i = 0; i < data.kdes.size(); ++i)
        out += chartFigure(chartOf(data.kdes[i], "kde" + std::to_string(i)),
                           overlapNote(data.kdes[i]));
    return out.empty() ? out : "<div class=\"plots\">\n" + out + "</div>\n";
}

std::string curvesOf(const ReportData &data)
{
    std::string out;
    for (std::size_t i = 0; i < data.curves.size(); ++i)
        out += chartFigure(chartOf(data.curves[i], "curve" + std::to_string(i)), {});
    return out.empty() ? out : "<div class=\"plots\">\n" + out + "</div>\n";
}

std::string settingsOf(const ReportData &data)
{
    if (data.settings.empty())
        return {};
    std::string out =
        "<div class=\"scroll\" role=\"region\" aria-label=\"Settings\" "
        "tabindex=\"0\">\n<table class=\"settings\">\n<thead><tr><th "
        "scope=\"col\">Setting</th><th scope=\"col\">Value</th></tr></thead>\n<tbody>\n";
    for (const auto &[name, value] : data.settings)
        out += "<tr><th scope=\"row\">" + escaped(name) + "</th><td>" + escaped(value) +
               "</td></tr>\n";
    return out + "</tbody>\n</table>\n</div>\n";
}

} // namespace

Result<std::string> htmlReport(const ReportData &data)
{
    CF_ASSIGN_OR_RETURN(const std::string strips, stripsOf(data));
    CF_ASSIGN_OR_RETURN(const std::string samples, samplesOf(data));
    std::vector<Section> sections = {{"summary", "Summary", cardsOf(data) + metricCards(data)}};
    for (std::size_t i = 0; i < data.tables.size(); ++i)
        sections.push_back(
            {"table" + std::to_string(i), escaped(data.tables[i].title), tableOf(data.tables[i])});
    for (std::size_t i = 0; i < data.galleries.size(); ++i) {
        CF_ASSIGN_OR_RETURN(const std::string gallery, galleryOf(data.galleries[i]));
        sections.push_back(
            {"gallery" + std::to_string(i), escaped(data.galleries[i].title), gallery});
    }
    const std::vector<Section> others = {
        {"metrics", "Metrics",
         !showsMetrics(data)         ? ""
         : metricNames(data).empty() ? "<p class=\"note\">No category has been evaluated.</p>\n"
                                     : metricTable(data)},
        {"examples", "What the filter does", strips},
        {"scores", "Distribution of the scores", kdesOf(data)},
        {"curves", "Curves", curvesOf(data)},
        {"training", "Training",
         data.loss
             ? "<div class=\"plots\">\n" + chartFigure(chartOf(*data.loss, "loss"), {}) + "</div>\n"
             : ""},
        {"samples", "Samples", samples},
        {"settings", "Settings", settingsOf(data)},
    };
    sections.insert(sections.end(), others.begin(), others.end());
    std::string contents;
    std::string body;
    for (const Section &section : sections) {
        if (section.body.empty())
            continue;
        contents += "<a href=\"#" + section.anchor + "\">" + section.heading + "</a>\n";
        body += "<section id=\"" + section.anchor + "\" aria-labelledby=\"" + section.anchor +
                "-h\">\n<h2 id=\"" + section.anchor + "-h\">" + section.heading + "</h2>\n" +
                section.body + "</section>\n";
    }
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta "
           "name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta "
           "name=\"color-scheme\" content=\"light dark\"/>\n<title>" +
           escaped(data.title) + "</title>\n<style>" + kPageStyle + "</style>\n</head>\n<body>\n" +
           header(data) + "<nav aria-label=\"Contents\">\n" + contents + "</nav>\n<main>\n" + body +
           "</main>\n</body>\n</html>\n";
}

Result<void> writeHtmlReport(const std::filesystem::path &path, const ReportData &data)
{
    CF_ASSIGN_OR_RETURN(const std::string html, htmlReport(data));
    return writeFileAtomically(path, html);
}

} // namespace cf::report
