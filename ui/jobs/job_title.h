#pragma once

#include <QString>

#include <concepts>
#include <functional>
#include <utility>

namespace cf::ui {

/// What a job is called. Its words are made anew whenever it is shown, so that past jobs too follow
/// the language.
class JobTitle
{
public:
    JobTitle(const QString &sameInAllLanguages) // NOLINT(google-explicit-constructor)
        : m_say([sameInAllLanguages] { return sameInAllLanguages; })
    {
    }
    /// `say` holds the tr() and outlives whoever started the job.
    template <std::invocable<> Say>
    JobTitle(Say say) : m_say(std::move(say)) // NOLINT(google-explicit-constructor)
    {
    }

    QString text() const { return m_say(); }

private:
    std::function<QString()> m_say;
};

} // namespace cf::ui
