#pragma once

#include "core/workflow/annotation_exchange.h"
#include "ui/jobs/job_runner.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace cf::ui {

/// Imports and exports the shapes of a project in jobs, and asks before an export loses something.
/// Belongs to the widget over which it asks. GUI thread.
class ShapeExchange : public QObject
{
    Q_OBJECT
public:
    ShapeExchange(JobRunner *runner, QWidget *over);

    /// Ask for format and place first.
    void askImport(const std::filesystem::path &project);
    void askExport(const std::filesystem::path &project);

    void importShapes(const workflow::AnnotationImport &wanted);
    void exportShapes(const workflow::AnnotationExport &wanted);

Q_SIGNALS:
    void importing();
    void importedShapes(const cf::workflow::ImportedAnnotations &found);
    void imported(); ///< it has ended, well or not: what is stored may have changed
    void told(const QString &sentence);

private:
    void askBeforeLosses(std::shared_ptr<workflow::PreparedExport> prepared, const QString &place);
    void commit(std::shared_ptr<workflow::PreparedExport> prepared, const QString &place);
    void tellEnd(Job *job);

    JobRunner *m_runner;
    QWidget *m_over;
};

} // namespace cf::ui
