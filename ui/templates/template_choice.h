#pragma once

#include "core/engine/train_options.h"

#include <QUndoCommand>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace cf::ui {

/// A template source by name, and what it is opened with; no name: the normal pictures.
struct ChosenSource
{
    std::string name = {};
    std::map<std::string, std::string> options = {};

    bool operator==(const ChosenSource &) const = default;
};

/// Which templates the matching shall compare with.
struct TemplateChoice
{
    engine::TemplateStrategy strategy = engine::TemplateStrategy::Nearest;
    int count = 3; ///< N
    /// Picked by hand, by category, in the order of picking.
    std::map<std::string, std::vector<std::filesystem::path>> picked = {};
    ChosenSource source = {}; ///< with one, `strategy` is for what it has no templates for

    bool operator==(const TemplateChoice &) const = default;
};

/// One change of the choice, to be undone. Steps of the number field become one, and so does what
/// is typed into the fields of a source.
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
