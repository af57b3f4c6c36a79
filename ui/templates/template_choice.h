#pragma once

#include "core/engine/train_options.h"

#include <QUndoCommand>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace cf::ui {

/// Which templates the matching shall compare with.
struct TemplateChoice
{
    engine::TemplateStrategy strategy = engine::TemplateStrategy::Nearest;
    int count = 3; ///< N
    /// Picked by hand, by category, in the order of picking.
    std::map<std::string, std::vector<std::filesystem::path>> picked = {};

    bool operator==(const TemplateChoice &) const = default;
};

/// One change of the choice, to be undone. Steps of the same number field become one.
class ChangeChoice : public QUndoCommand
{
public:
    using Apply = std::function<void(const TemplateChoice &)>;

    ChangeChoice(const QString &text, TemplateChoice before, TemplateChoice after, Apply apply);

    void undo() override { m_apply(m_before); }
    void redo() override { m_apply(m_after); }
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand *next) override;

private:
    TemplateChoice m_before, m_after;
    Apply m_apply;
};

} // namespace cf::ui
