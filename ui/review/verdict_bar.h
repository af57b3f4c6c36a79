#pragma once

#include "core/store/decisions.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QGridLayout;
class QToolButton;

namespace cf::ui {

/// The decisions as buttons, and the reasons of a rejection with their digits. The keys are those
/// of the window's actions.
class VerdictBar : public QWidget
{
    Q_OBJECT
public:
    explicit VerdictBar(QWidget *parent = nullptr);

    /// At most nine; the first goes by the digit 1.
    void setReasons(const QStringList &reasons);
    const QStringList &reasons() const { return m_reasons; }
    /// The keys of the decisions, as they are written; empty ones are not shown.
    void setKeys(const QString &ok, const QString &ng, const QString &unsure,
                 const QString &normal);
    void setCanTakeNormals(bool can); ///< there is a model that could

Q_SIGNALS:
    void decided(cf::store::Verdict verdict, const QString &reason);
    void normalWanted();  ///< the picture as a normal of the model
    void reasonsWanted(); ///< to change them

protected:
    void changeEvent(QEvent *event) override;

private:
    QToolButton *newButton(const char *name);
    void retranslate();

    QStringList m_reasons;
    QString m_okKey, m_ngKey, m_unsureKey, m_normalKey;
    QToolButton *m_ok, *m_ng, *m_unsure, *m_normal, *m_edit;
    QGridLayout *m_strip;
    std::vector<QToolButton *> m_buttons;
};

} // namespace cf::ui
