#pragma once

#include "ui/templates/template_matcher.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace cf::ui {

class PatchCanvas;
class PathLabel;

/// Why a place of a picture stands out: its cost map, and beside it the place among the templates
/// that is most like the one under the cursor. Follows the mouse and the arrow keys from what has
/// been matched before; nothing is computed meanwhile.
class MatchView : public QWidget
{
    Q_OBJECT
public:
    explicit MatchView(QWidget *parent = nullptr);

    PatchCanvas &query() { return *m_query; }
    PatchCanvas &templatePicture() { return *m_template; }
    const TemplateMatcher::Shared &match() const { return m_match; }

    /// `names` of the templates, in the order of match->preview.templates. Begins at the place of
    /// the highest cost.
    void setMatch(const TemplateMatcher::Shared &match, const QStringList &names);
    /// What was shown stays until the next match.
    void showBusy();
    void showError(const QString &sentence);
    /// In place of pictures.
    void showSentence(const QString &sentence);
    QString explanation() const;

public Q_SLOTS:
    void goToHighest();

Q_SIGNALS:
    void dropped(const std::vector<std::filesystem::path> &files);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    const engine::MatchMap &map() const;
    void showMap();
    void showQueryName();
    void explain();
    void clearPictures();
    void fillLayers();
    void retranslate();

    TemplateMatcher::Shared m_match;
    QStringList m_names;
    int m_shownTemplate = -1;
    QLabel *m_heading, *m_explanation;
    QComboBox *m_layer;
    QLabel *m_fullLabel;
    QDoubleSpinBox *m_full; ///< the cost of the last colour
    QPushButton *m_highest;
    PathLabel *m_queryName, *m_templateName;
    PatchCanvas *m_query, *m_template;
};

} // namespace cf::ui
