#pragma once

#include "core/base/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace cf {

/// A value, or the Error that stood in its way. For everything that a user's input can cause.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Only after ok(); throws std::bad_variant_access otherwise.
    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    const Error &error() const { return std::get<1>(m_state); }

    /// The value, or its Error thrown as Failure: for code that runs under a job runner.
    T orThrow() &&
    {
        if (!ok())
            throw Failure(std::get<1>(std::move(m_state)));
        return std::get<0>(std::move(m_state));
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    const Error &error() const { return *m_error; }

    void orThrow() &&
    {
        if (m_error)
            throw Failure(std::move(*m_error));
    }

private:
    std::optional<Error> m_error;
};

} // namespace cf

#define CF_JOIN_NAMES_(a, b) a##b
#define CF_JOIN_NAMES(a, b) CF_JOIN_NAMES_(a, b)
#define CF_ASSIGN_OR_RETURN_(temporary, target, expression)                                        \
    auto temporary = (expression);                                                                 \
    if (!temporary.ok())                                                                           \
        return temporary.error();                                                                  \
    target = std::move(temporary).value()

/// CF_ASSIGN_OR_RETURN(auto image, loadImage(path)); leaves the function with the Error if there is
/// one.
#define CF_ASSIGN_OR_RETURN(target, expression)                                                    \
    CF_ASSIGN_OR_RETURN_(CF_JOIN_NAMES(cfResult, __LINE__), target, expression)

/// CF_RETURN_IF_ERROR(save(path)); the same for Result<void>.
#define CF_RETURN_IF_ERROR(expression)                                                             \
    do {                                                                                           \
        if (auto cfResult = (expression); !cfResult.ok())                                          \
            return cfResult.error();                                                               \
    } while (false)
