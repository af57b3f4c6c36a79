#include "ui/dataset/image_row.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <unordered_map>
#include <unordered_set>

namespace cf::ui {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("ImageRow", text);
}

/// Gives equal texts the same letters in memory.
class SharedTexts
{
public:
    QString of(const std::string &text)
    {
        if (text != m_last) {
            m_last = text;
            QString &known = m_known[QByteArray::fromStdString(text)];
            if (known.isNull())
                known = QString::fromStdString(text);
            m_lastText = known;
        }
        return m_lastText;
    }

private:
    QHash<QByteArray, QString> m_known;
    std::string m_last;
    QString m_lastText;
};

} // namespace

std::string_view ImageRow::name() const
{
    const std::string_view whole = path;
    return whole.substr(whole.find_last_of('/') + 1);
}

QString ImageRow::shownName() const
{
    const auto bytes = name();
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QString ImageRow::shownPath() const
{
    return QString::fromStdString(path);
}

ImageRows rowsOf(const dataset::Dataset &dataset)
{
    ImageRows rows;
    std::size_t count = 0;
    for (const dataset::Category &category : dataset.categories)
        count += category.samples.size();
    rows.reserve(count);
    SharedTexts kinds;
    for (const dataset::Category &category : dataset.categories) {
        const QString name = QString::fromStdString(category.name);
        for (const dataset::Sample &sample : category.samples) {
            ImageRow row;
            row.path = sample.image.native();
            row.path.shrink_to_fit();
            row.category = name;
            row.kind = kinds.of(sample.kind);
            row.label = sample.label;
            row.split = sample.split;
            row.hasMask = sample.mask.has_value();
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

void applyRecords(ImageRows &rows, const std::vector<ImageRecord> &records)
{
    std::unordered_map<std::string_view, const ImageRecord *> recordOf;
    for (const ImageRecord &record : records)
        recordOf[record.image.native()] = &record;
    const ImageRecord nothing;
    for (ImageRow &row : rows) {
        const auto found = recordOf.find(row.path);
        const ImageRecord &record = found == recordOf.end() ? nothing : *found->second;
        row.score = record.score;
        row.reviewed = record.reviewed;
        row.widthPx = record.widthPx;
        row.heightPx = record.heightPx;
    }
}

bool markProblems(ImageRows &rows, const std::vector<std::string> &pictures)
{
    const std::unordered_set<std::string_view> known(pictures.begin(), pictures.end());
    bool changed = false;
    for (ImageRow &row : rows) {
        const bool has = known.contains(row.path);
        changed = changed || has != row.hasProblem;
        row.hasProblem = has;
    }
    return changed;
}

QString labelText(dataset::Label label)
{
    switch (label) {
    case dataset::Label::Normal:
        return translated(QT_TRANSLATE_NOOP("ImageRow", "Normal"));
    case dataset::Label::Defect:
        return translated(QT_TRANSLATE_NOOP("ImageRow", "Defect"));
    case dataset::Label::Unknown:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("ImageRow", "Unknown"));
}

QString describe(const ImageRow &row)
{
    QStringList facts;
    const QString label = labelText(row.label);
    facts += row.label == dataset::Label::Defect && !row.kind.isEmpty()
                 ? translated(QT_TRANSLATE_NOOP("ImageRow", "%1 (%2)")).arg(label, row.kind)
                 : label;
    facts += row.split == dataset::Split::Train
                 ? translated(QT_TRANSLATE_NOOP("ImageRow", "training"))
                 : translated(QT_TRANSLATE_NOOP("ImageRow", "test"));
    if (row.hasMask)
        facts += translated(QT_TRANSLATE_NOOP("ImageRow", "with mask"));
    if (row.score)
        facts += translated(QT_TRANSLATE_NOOP("ImageRow", "score %L1"))
                     .arg(static_cast<double>(*row.score), 0, 'f', 3);
    if (row.reviewed)
        facts += *row.reviewed ? translated(QT_TRANSLATE_NOOP("ImageRow", "reviewed"))
                               : translated(QT_TRANSLATE_NOOP("ImageRow", "not reviewed"));
    if (row.widthPx > 0)
        facts += translated(QT_TRANSLATE_NOOP("ImageRow", "%1 x %2 pixels"))
                     .arg(row.widthPx)
                     .arg(row.heightPx);
    if (row.hasProblem)
        facts += translated(QT_TRANSLATE_NOOP("ImageRow", "has a problem"));
    return translated(QT_TRANSLATE_NOOP("ImageRow", "%1: %2"))
        .arg(row.shownName(), facts.join(QStringLiteral(", ")));
}

} // namespace cf::ui
