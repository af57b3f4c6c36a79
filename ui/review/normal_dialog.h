#pragma once

#include "core/workflow/normals_change.h"

#include <QDialog>
#include <QImage>

#include <filesystem>
#include <memory>
#include <vector>

class QLabel;
class QPushButton;

namespace cf::ui {

class ThumbnailTable;

/// What a picture that is taken as normal would change, with small pictures of what changes sides:
/// in the order missed, solved, others.
struct NormalsLook
{
    std::shared_ptr<const workflow::NormalsChange> change;
    std::vector<QImage> thumbnails; ///< of the first; a null one: it cannot be shown

    std::vector<const workflow::ChangedPicture *> pictures() const;
};

/// Reads the thumbnails, so not for the GUI thread.
NormalsLook lookOf(workflow::NormalsChange change);

/// Asks whether a picture becomes a normal of the model, or is none any more: first of all, which
/// defects that would cost. Does not lock the window, so that the pictures can be looked at.
class NormalDialog : public QDialog
{
    Q_OBJECT
public:
    explicit NormalDialog(NormalsLook look, QWidget *parent = nullptr);

Q_SIGNALS:
    void pictureWanted(const std::filesystem::path &path); ///< relative to the dataset's root

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillTable();
    void retranslate();
    void showChosen();

    NormalsLook m_look;
    std::vector<const workflow::ChangedPicture *> m_pictures;
    QLabel *m_title, *m_warning, *m_missed, *m_rest;
    ThumbnailTable *m_table;
    QPushButton *m_apply, *m_cancel, *m_show;
};

} // namespace cf::ui
