#pragma once

#include "core/metrics/decision_zones.h"
#include "ui/analyse/confusion_matrix.h"

#include <QWidget>

#include <array>
#include <optional>

namespace cf::ui {

/// Pictures of one class in one zone.
struct ZoneCell
{
    metrics::Zone zone = metrics::Zone::Pass;
    bool defective = false;
    bool operator==(const ZoneCell &) const = default;
};

/// Truth against what becomes of a picture: pass, review, fail. A click on a cell, or Space on it,
/// chooses its pictures; another one lets them go.
class ZoneMatrix : public QWidget
{
    Q_OBJECT
public:
    explicit ZoneMatrix(QWidget *parent = nullptr);

    void setCounts(const metrics::ZoneCounts &good, const metrics::ZoneCounts &defective);
    std::optional<ZoneCell> chosen() const;
    /// Without a signal.
    void setChosen(std::optional<ZoneCell> cell);
    MatrixCell *cell(ZoneCell cell) const;

    /// "good pictures to review", ... as part of a sentence.
    static QString cellText(ZoneCell cell);

Q_SIGNALS:
    void choice();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::array<MatrixCell *, 6> m_cells; ///< the good ones by zone, then the defective ones
    std::array<QLabel *, 3> m_zones;
    QLabel *m_good, *m_defective;
};

} // namespace cf::ui
