#include "ui/templates/template_choice.h"

namespace cf::ui {

namespace {

enum class Step { Number, Typing, Other };

Step stepOf(const TemplateChoice &before, const TemplateChoice &after)
{
    if (before.strategy != after.strategy || before.picked != after.picked ||
        before.source.name != after.source.name)
        return Step::Other;
    if (before.source.options == after.source.options)
        return Step::Number;
    return before.count == after.count ? Step::Typing : Step::Other;
}

} // namespace

ChangeChoice::ChangeChoice(const QString &text, TemplateChoice before, TemplateChoice after,
                           Apply apply)
    : QUndoCommand(text), m_before(std::move(before)), m_after(std::move(after)),
      m_apply(std::move(apply))
{
}

bool ChangeChoice::mergeWith(const QUndoCommand *next)
{
    const auto &later = static_cast<const ChangeChoice &>(*next);
    const auto step = stepOf(m_before, m_after);
    if (step == Step::Other || step != stepOf(later.m_before, later.m_after))
        return false;
    m_after = later.m_after;
    setObsolete(m_after == m_before);
    return true;
}

} // namespace cf::ui
