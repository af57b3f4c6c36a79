#pragma once

#include "ui/dataset/image_row.h"

#include <QCoreApplication>
#include <QString>

#include <string>
#include <vector>

namespace cf::ui {

/// A text query, compiled once. Words are separated by spaces; a picture must fulfil all of them.
///   crack "two words"        the file's name holds this, whatever the case
///   kind:scr  kind=scratch   the field holds this; is this. Fields: label, kind, category, name.
///                            label takes normal, defect and unknown, any other word goes to kind
///   split:train split:test   mask:yes problem:no reviewed:no (not known counts as no)
///   score>0.4                < <= > >= = for score, width, height; a picture without that number
///                            is never found. Scores are equal when they are so in three decimals
///   -label:normal -"text"    the minus turns one word round
class ImageFilter
{
    Q_DECLARE_TR_FUNCTIONS(ImageFilter)
public:
    /// Matches every picture.
    ImageFilter() = default;
    /// With an error() if the text cannot be understood.
    static ImageFilter compile(const QString &text);

    bool isValid() const { return m_error.isEmpty(); }
    /// One sentence that holds the offending word.
    const QString &error() const { return m_error; }
    const QString &errorWord() const { return m_errorWord; }
    const QString &text() const { return m_text; }

    /// Whether everything matches.
    bool isEmpty() const { return m_terms.empty(); }
    bool matches(const ImageRow &row) const;

    /// The names of the fields, as written in queries.
    static QStringList fieldNames();

private:
    enum class Field {
        Name,
        Label,
        Kind,
        Category,
        Split,
        Mask,
        Problem,
        Score,
        Reviewed,
        Width,
        Height
    };
    enum class Comparison { Holds, Equal, Less, LessOrEqual, Greater, GreaterOrEqual };

    struct Term
    {
        Field field = Field::Name;
        Comparison comparison = Comparison::Holds;
        bool negated = false;
        QString text;
        std::string lowerAscii; ///< the same for names; empty if it holds other letters
        double number = 0.0;
        bool flag = false;
        dataset::Label label = dataset::Label::Unknown;
        dataset::Split split = dataset::Split::Train;
    };
    struct Word; // of the query

    bool addWord(const Word &word);
    bool setValue(Term &term, const Word &word);
    bool fail(const QString &sentence, const QString &word);
    static std::vector<Word> wordsOf(const QString &text);
    static bool matches(const Term &term, const ImageRow &row);
    static bool compare(const Term &term, double value, double tolerance);

    QString m_text;
    std::vector<Term> m_terms;
    QString m_error;
    QString m_errorWord;
};

} // namespace cf::ui
