#pragma once

#include "core/engine/train_options.h"
#include "ui/templates/template_choice.h"
#include "ui/train/step_page.h"

#include <array>

class QButtonGroup;
class QPushButton;
class QSpinBox;

namespace cf::ui {

class ChoiceCard;
class JobRunner;
class SourceChoice;

/// Which normal pictures a picture is compared with, and with how many.
class TemplatesStep : public StepPage
{
    Q_OBJECT
public:
    explicit TemplatesStep(JobRunner *runner, QWidget *parent = nullptr);

    engine::TemplateStrategy strategy() const;
    ChosenSource source() const;
    int count() const;
    /// Those picked by hand, for TemplateStrategy::Chosen.
    const std::vector<std::filesystem::path> &chosenFiles() const { return m_files; }
    /// From where they were chosen; without a signal.
    void setRule(engine::TemplateStrategy strategy, int count,
                 std::vector<std::filesystem::path> chosenFiles, const ChosenSource &source);
    QStringList obstacles() const;

    QWidget *firstControl() const override;

Q_SIGNALS:
    void changed();
    /// The page where one sees how well the templates cover the pictures.
    void coverageWanted();

protected:
    void retranslate() override;

private:
    void showWhatCounts();

    std::array<ChoiceCard *, 4> m_cards;
    std::vector<std::filesystem::path> m_files;
    QButtonGroup *m_strategies;
    QLabel *m_countLabel, *m_countHelp, *m_coverageHelp;
    QSpinBox *m_count;
    QPushButton *m_coverage;
    SourceChoice *m_source;
};

} // namespace cf::ui
