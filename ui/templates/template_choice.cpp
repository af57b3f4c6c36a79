#include "ui/templates/template_choice.h"

namespace cf::ui {

namespace {

bool differOnlyInCount(const TemplateChoice &a, const TemplateChoice &b)
{
    return a.strategy == b.strategy && a.picked == b.picked;
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
    if (!differOnlyInCount(m_before, m_after) || !differOnlyInCount(later.m_before, later.m_after))
        return false;
    m_after = later.m_after;
    setObsolete(m_after == m_before);
    return true;
}

} // namespace cf::ui
