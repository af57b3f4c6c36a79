#pragma once

#include "core/workflow/added_normals.h"

#include <QDialog>

#include <filesystem>
#include <vector>

class QLabel;
class QPushButton;

namespace cf::ui {

class ThumbnailTable;

/// The pictures that a model was given as normals after its training, newest first: what they look
/// like to the network, who took them and when. One can be chosen to be taken away.
class AddedNormalsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AddedNormalsDialog(std::vector<workflow::AddedNormal> normals,
                                QWidget *parent = nullptr);

Q_SIGNALS:
    void removalWanted(const std::filesystem::path &file); ///< the dialog is closed by then

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillTable();
    void retranslate();
    void takeAway();

    std::vector<workflow::AddedNormal> m_normals;
    QLabel *m_sentence;
    ThumbnailTable *m_table;
    QPushButton *m_takeAway, *m_close;
};

} // namespace cf::ui
