#pragma once

#include "core/workflow/run_comparison.h"

#include <QWidget>

#include <filesystem>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace cf::ui {

/// One run: what became of it, where its model is, how to go on with it, and its settings under
/// their command-line names.
class RunDetails : public QWidget
{
    Q_OBJECT
public:
    explicit RunDetails(QWidget *parent = nullptr);

    void setRun(const std::filesystem::path &project, const workflow::RunRow &row);

Q_SIGNALS:
    void chooseWanted();
    void reportWanted();
    void folderWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QString outcome() const;
    QString model() const;
    void showRun();
    void retranslate();

    std::filesystem::path m_project;
    std::optional<workflow::RunRow> m_row;
    QLabel *m_title, *m_outcome, *m_modelLabel, *m_resumeLabel;
    QLineEdit *m_model, *m_resume;
    QPushButton *m_choose, *m_report, *m_folder, *m_copyResume;
    QTableWidget *m_settings;
};

/// Whether the other pages can show it: it has a model or figures.
bool canBeChosen(const workflow::RunRow &row);

} // namespace cf::ui
