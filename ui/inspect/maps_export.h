#pragma once

#include "core/base/result.h"
#include "core/base/run_context.h"
#include "core/workflow/inspect.h"

#include <QDialog>
#include <QString>

#include <filesystem>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace cf::ui {

/// A map that can be written to a file.
struct ExportMap
{
    QString name;        ///< for the user
    std::string fileEnd; ///< "fused", "cost_layer1", ...: the file is <picture>_<fileEnd>.tiff
    cv::Mat map;
    bool isSeen = false; ///< in one of the views
};

/// The English, file-safe name of a choice.
std::string fileEndOf(const workflow::Inspection &inspection, const workflow::MapChoice &choice);

/// Writes maps as 32-bit float TIFF beside each other, each whole or not at all; files of the same
/// names are replaced. Fails as imaging::saveMap(); files written before stay.
Result<void> saveMaps(const std::vector<ExportMap> &maps, const std::filesystem::path &image,
                      const std::filesystem::path &folder, RunContext &run);

/// Asks which maps go into which folder.
class MapsDialog : public QDialog
{
    Q_OBJECT
public:
    MapsDialog(std::vector<ExportMap> maps, const QString &folder, QWidget *parent);

    std::vector<ExportMap> chosen() const;
    QString folder() const;

private:
    void showState();

    std::vector<ExportMap> m_maps;
    QListWidget *m_list;
    QLineEdit *m_folder;
    QPushButton *m_save;
};

} // namespace cf::ui
