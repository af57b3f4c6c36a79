#pragma once

#include "core/engine/template_preview.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QPushButton;

namespace cf::ui {

class CoverageView;

/// How well the templates cover the normals: the plot, its numbers, and what to do about them.
class CoveragePanel : public QWidget
{
    Q_OBJECT
public:
    explicit CoveragePanel(QWidget *parent = nullptr);

    CoverageView &view() { return *m_view; }
    /// nullptr: nothing has been compared yet.
    void setPreview(const std::shared_ptr<const engine::TemplatePreview> &preview);
    /// `isFixed`: the same for every picture; else each one is matched with its most alike.
    void setTemplates(const std::vector<std::size_t> &templates, bool isFixed);
    std::vector<std::size_t> outliers() const;

Q_SIGNALS:
    void goldenWanted();
    void outliersWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showNumbers();
    void showMarks();
    void retranslate();

    std::shared_ptr<const engine::TemplatePreview> m_preview;
    std::vector<std::size_t> m_templates;
    bool m_isFixed = false;
    CoverageView *m_view;
    QLabel *m_heading, *m_counts, *m_radius;
    QPushButton *m_golden, *m_showOutliers;
};

} // namespace cf::ui
