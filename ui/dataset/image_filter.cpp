#include "ui/dataset/image_filter.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace cf::ui {

namespace {

constexpr double kSameScore = 0.0005; // scores are shown with three decimals

char lowerAscii(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

bool holdsAscii(std::string_view text, std::string_view lowerNeedle)
{
    return std::search(text.begin(), text.end(), lowerNeedle.begin(), lowerNeedle.end(),
                       [](char a, char b) { return lowerAscii(a) == b; }) != text.end();
}

std::optional<bool> yesOrNo(const QString &word)
{
    if (word == QLatin1String("yes") || word == QLatin1String("y") ||
        word == QLatin1String("true") || word == QLatin1String("1"))
        return true;
    if (word == QLatin1String("no") || word == QLatin1String("n") ||
        word == QLatin1String("false") || word == QLatin1String("0"))
        return false;
    return std::nullopt;
}

std::optional<dataset::Label> labelOf(const QString &word)
{
    if (word == QLatin1String("normal") || word == QLatin1String("good"))
        return dataset::Label::Normal;
    if (word == QLatin1String("defect"))
        return dataset::Label::Defect;
    if (word == QLatin1String("unknown") || word == QLatin1String("unlabelled"))
        return dataset::Label::Unknown;
    return std::nullopt;
}

} // namespace

/// One word of the query, cut into its parts.
struct ImageFilter::Word
{
    QString whole; ///< as typed
    bool negated = false;
    bool closed = true; ///< its quotation mark is
    QString field;      ///< empty: the value is looked for in names
    QString comparison;
    QString value; ///< without quotation marks
};

std::vector<ImageFilter::Word> ImageFilter::wordsOf(const QString &text)
{
    std::vector<Word> words;
    qsizetype at = 0;
    while (true) {
        while (at < text.size() && text[at].isSpace())
            ++at;
        if (at == text.size())
            return words;
        const qsizetype start = at;
        Word word;
        if (text[at] == QLatin1Char('-')) {
            word.negated = true;
            ++at;
        }
        const qsizetype fieldStart = at;
        while (at < text.size() && text[at].isLetter())
            ++at;
        const qsizetype comparisonStart = at;
        if (at > fieldStart && at < text.size() && QStringLiteral(":=<>").contains(text[at])) {
            ++at;
            if (at < text.size() && text[at] == QLatin1Char('=') &&
                text[at - 1] != QLatin1Char('='))
                ++at;
            word.field = text.mid(fieldStart, comparisonStart - fieldStart).toLower();
            word.comparison = text.mid(comparisonStart, at - comparisonStart);
        } else {
            at = fieldStart;
        }
        bool quoted = false;
        for (; at < text.size() && (quoted || !text[at].isSpace()); ++at) {
            if (text[at] == QLatin1Char('"'))
                quoted = !quoted;
            else
                word.value += text[at];
        }
        word.closed = !quoted;
        word.whole = text.mid(start, at - start);
        words.push_back(std::move(word));
    }
}

QStringList ImageFilter::fieldNames()
{
    // In the order of Field.
    return {QStringLiteral("name"),     QStringLiteral("label"), QStringLiteral("kind"),
            QStringLiteral("category"), QStringLiteral("split"), QStringLiteral("mask"),
            QStringLiteral("problem"),  QStringLiteral("score"), QStringLiteral("reviewed"),
            QStringLiteral("width"),    QStringLiteral("height")};
}

ImageFilter ImageFilter::compile(const QString &text)
{
    ImageFilter filter;
    filter.m_text = text;
    for (const Word &word : wordsOf(text))
        if (!filter.addWord(word)) {
            filter.m_terms.clear();
            break;
        }
    return filter;
}

bool ImageFilter::fail(const QString &sentence, const QString &word)
{
    m_error = sentence;
    m_errorWord = word;
    return false;
}

bool ImageFilter::addWord(const Word &word)
{
    if (!word.closed)
        return fail(tr("The quotation mark in %1 is not closed.").arg(word.whole), word.whole);
    Term term;
    term.negated = word.negated;
    if (!word.field.isEmpty()) {
        const auto index = fieldNames().indexOf(word.field);
        if (index < 0)
            return fail(
                tr("There is no field \"%1\". Fields: %2. Put a text that holds \"%3\" in "
                   "quotation marks.")
                    .arg(word.field, fieldNames().join(QStringLiteral(", ")), word.comparison),
                word.field);
        term.field = static_cast<Field>(index);
    }
    if (word.value.isEmpty()) {
        if (word.field.isEmpty())
            return fail(tr("Something must follow %1.").arg(word.whole), word.whole);
        return fail(tr("A value must follow %1.").arg(word.whole), word.whole);
    }
    if (!setValue(term, word))
        return false;
    m_terms.push_back(std::move(term));
    return true;
}

bool ImageFilter::setValue(Term &term, const Word &word)
{
    const QString lower = word.value.toLower();
    const bool isNumber =
        term.field == Field::Score || term.field == Field::Width || term.field == Field::Height;
    if (isNumber) {
        constexpr std::array kSigns = {":", "=", "<", "<=", ">", ">="};
        constexpr std::array kMeanings = {Comparison::Equal,   Comparison::Equal,
                                          Comparison::Less,    Comparison::LessOrEqual,
                                          Comparison::Greater, Comparison::GreaterOrEqual};
        const auto sign = std::find_if(kSigns.begin(), kSigns.end(), [&](const char *known) {
            return word.comparison == QLatin1String(known);
        });
        bool ok = sign != kSigns.end();
        if (ok)
            term.comparison = kMeanings.at(static_cast<std::size_t>(sign - kSigns.begin()));
        if (ok)
            term.number = word.value.toDouble(&ok);
        if (term.field == Field::Score) // as scores are stored, so that 0.4 is 0.4
            term.number = static_cast<double>(static_cast<float>(term.number));
        if (!ok || !std::isfinite(term.number))
            return fail(tr("%1 needs a number, as in %2>0.4; \"%3\" is none.")
                            .arg(word.whole, word.field, word.value),
                        word.value);
        return true;
    }
    if (word.comparison == QLatin1String("="))
        term.comparison = Comparison::Equal;
    else if (!word.comparison.isEmpty() && word.comparison != QLatin1String(":"))
        return fail(tr("%1 is no number, so %2 cannot be asked; write %1:%3.")
                        .arg(word.field, word.whole, word.value),
                    word.whole);
    switch (term.field) {
    case Field::Split:
        if (lower != QLatin1String("train") && lower != QLatin1String("test"))
            return fail(tr("split is train or test, not \"%1\".").arg(word.value), word.value);
        term.split = lower == QLatin1String("train") ? dataset::Split::Train : dataset::Split::Test;
        return true;
    case Field::Mask:
    case Field::Problem:
    case Field::Reviewed: {
        const auto flag = yesOrNo(lower);
        if (!flag)
            return fail(tr("%1 is yes or no, not \"%2\".").arg(word.field, word.value), word.value);
        term.flag = *flag;
        return true;
    }
    case Field::Label:
        if (const auto label = labelOf(lower)) {
            term.label = *label;
            return true;
        }
        term.field = Field::Kind;
        break;
    default:
        break;
    }
    term.text = word.value;
    const std::string utf8 = lower.toStdString();
    if (std::all_of(utf8.begin(), utf8.end(), [](char c) { return (c & 0x80) == 0; }))
        term.lowerAscii = utf8;
    return true;
}

bool ImageFilter::compare(const Term &term, double value, double tolerance)
{
    switch (term.comparison) {
    case Comparison::Less:
        return value < term.number;
    case Comparison::LessOrEqual:
        return value <= term.number;
    case Comparison::Greater:
        return value > term.number;
    case Comparison::GreaterOrEqual:
        return value >= term.number;
    case Comparison::Equal:
    case Comparison::Holds:
        break;
    }
    return std::abs(value - term.number) <= tolerance;
}

bool ImageFilter::matches(const Term &term, const ImageRow &row)
{
    const auto holds = [&](const QString &text) {
        return term.comparison == Comparison::Equal
                   ? text.compare(term.text, Qt::CaseInsensitive) == 0
                   : text.contains(term.text, Qt::CaseInsensitive);
    };
    switch (term.field) {
    case Field::Name:
        if (term.comparison == Comparison::Holds && !term.lowerAscii.empty())
            return holdsAscii(row.name(), term.lowerAscii);
        return holds(row.shownName());
    case Field::Label:
        return row.label == term.label;
    case Field::Kind:
        return holds(row.kind);
    case Field::Category:
        return holds(row.category);
    case Field::Split:
        return row.split == term.split;
    case Field::Mask:
        return row.hasMask == term.flag;
    case Field::Problem:
        return row.hasProblem == term.flag;
    case Field::Reviewed:
        return row.reviewed.value_or(false) == term.flag;
    case Field::Score:
        return row.score && compare(term, static_cast<double>(*row.score), kSameScore);
    case Field::Width:
        return row.widthPx > 0 && compare(term, row.widthPx, 0.0);
    case Field::Height:
        return row.heightPx > 0 && compare(term, row.heightPx, 0.0);
    }
    return false;
}

bool ImageFilter::matches(const ImageRow &row) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term &term) { return matches(term, row) != term.negated; });
}

} // namespace cf::ui
