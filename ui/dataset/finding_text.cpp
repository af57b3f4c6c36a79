#include "ui/dataset/finding_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace cf::ui {

namespace {

// The sentences of core/dataset, which knows no languages; %1 and so on stand for what they tell.
constexpr const char *kSentences[] = {
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 files have exactly the same content; training and test share them, so "
                      "results would look too good: remove one side"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 files have exactly the same content, and are labelled both normal and "
                      "defect; training and test share them, so results would look too good: "
                      "remove one side"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 files have exactly the same content, and are labelled both normal and "
                      "defect: remove the wrong one"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 files have exactly the same content; training would see them more often "
                      "than others: keep one"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 files have exactly the same content; the test counts each of them: keep "
                      "one"),
    QT_TRANSLATE_NOOP("FindingText",
                      "1 picture is %1 x %2 pixels large, while %3 of %4 are %5 x %6"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 pictures are %2 x %3 pixels large, while %4 of %5 are %6 x %7"),
    QT_TRANSLATE_NOOP("FindingText",
                      "1 picture is %1 x %2 pixels large, far from the others of the category"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 pictures are %2 x %3 pixels large, far from the others of the category"),
    QT_TRANSLATE_NOOP("FindingText",
                      "1 picture is much darker than the others: mean grey %1 of 255, the "
                      "category's median is %2"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 pictures are much darker than the others: mean grey %2 to %3 of 255, "
                      "the category's median is %4"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 pictures are much darker than the others: mean grey %2 of 255, the "
                      "category's median is %3"),
    QT_TRANSLATE_NOOP("FindingText",
                      "1 picture is much brighter than the others: mean grey %1 of 255, the "
                      "category's median is %2"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 pictures are much brighter than the others: mean grey %2 to %3 of 255, "
                      "the category's median is %4"),
    QT_TRANSLATE_NOOP("FindingText",
                      "%1 pictures are much brighter than the others: mean grey %2 of 255, the "
                      "category's median is %3"),
    QT_TRANSLATE_NOOP("FindingText",
                      "this mask has %1 x %2 pixels, its image has %3 x %4 (height x width); "
                      "replace the mask"),
    QT_TRANSLATE_NOOP("FindingText",
                      "this mask marks no pixel; draw the defect or move the image to the good "
                      "ones"),
    QT_TRANSLATE_NOOP("FindingText", "this folder of masks holds none; add them or remove it"),
    QT_TRANSLATE_NOOP("FindingText",
                      "this training image has exactly the same content as %1; remove one of "
                      "them"),
    QT_TRANSLATE_NOOP("FindingText",
                      "this test image is also the training image %1, so results would look too "
                      "good; remove one of them"),
    QT_TRANSLATE_NOOP("FindingText", "category %1 is empty; add images or remove it"),
    QT_TRANSLATE_NOOP("FindingText",
                      "category %1 has no normal images to train on; it can be used for testing "
                      "only"),
    QT_TRANSLATE_NOOP("FindingText",
                      "category %1 has no masks; pixel metrics are not available for it"),
    QT_TRANSLATE_NOOP("FindingText",
                      "this defect has no mask; add one to count it in pixel metrics"),
    QT_TRANSLATE_NOOP("FindingText", "this mask has no image; remove it or restore its image"),
    QT_TRANSLATE_NOOP("FindingText",
                      "this is not an image of a kind that can be read; it is left out"),
    QT_TRANSLATE_NOOP("FindingText", "this folder lies inside a folder of images; it is left out"),
    QT_TRANSLATE_NOOP("FindingText",
                      "this folder is not called good, ok or normal; training takes normal images "
                      "only, so it is left out"),
    QT_TRANSLATE_NOOP("FindingText",
                      "these masks have no images: the test images have no folder of that name"),
    QT_TRANSLATE_NOOP("FindingText", "this folder cannot be read (%1); check its permissions"),
    QT_TRANSLATE_NOOP("FindingText", "this folder is empty; it is left out"),
    QT_TRANSLATE_NOOP("FindingText", "this file is missing, though %1 names it"),
    QT_TRANSLATE_NOOP("FindingText", "there is no such file; check the path"),
    QT_TRANSLATE_NOOP("FindingText", "it cannot be opened; check that you may read it"),
    QT_TRANSLATE_NOOP("FindingText", "the file is empty; copy it again"),
    QT_TRANSLATE_NOOP("FindingText",
                      "its content is not a PNG, JPEG, BMP or TIFF image, whatever its name says; "
                      "convert it first"),
    QT_TRANSLATE_NOOP("FindingText",
                      "the PNG file ends before its last chunk; it is cut off, copy it again"),
    QT_TRANSLATE_NOOP("FindingText",
                      "a checksum inside the PNG file is wrong; it is damaged, copy it again"),
    QT_TRANSLATE_NOOP("FindingText",
                      "the JPEG file has no end marker; it is cut off, copy it again"),
    QT_TRANSLATE_NOOP("FindingText", "the JPEG file is damaged (%1); copy it again"),
    QT_TRANSLATE_NOOP("FindingText",
                      "the BMP file ends before its last row; it is cut off, copy it again"),
    QT_TRANSLATE_NOOP("FindingText",
                      "the TIFF file ends before its last strip of pixels; it is cut off, copy it "
                      "again"),
    QT_TRANSLATE_NOOP("FindingText",
                      "its header claims %1, but the file has only %2 bytes; it is cut off or "
                      "damaged, copy it again"),
};

struct Pattern
{
    QRegularExpression match;
    const char *sentence;
};

std::vector<Pattern> patterns()
{
    std::vector<Pattern> all;
    for (const char *sentence : kSentences) {
        auto expression = QRegularExpression::escape(QString::fromUtf8(sentence));
        // The least that fits, so that numbers and names do not swallow the words between them.
        expression.replace(QRegularExpression(QStringLiteral("\\\\%\\d")), QStringLiteral("(.+?)"));
        all.push_back(
            {QRegularExpression(QRegularExpression::anchoredPattern(expression)), sentence});
    }
    return all;
}

/// Not arg(): a file's name may hold a %1.
QString filled(const QString &sentence, const QRegularExpressionMatch &facts)
{
    static const QRegularExpression place(QStringLiteral("%(\\d)"));
    QString text;
    qsizetype from = 0;
    for (auto places = place.globalMatch(sentence); places.hasNext();) {
        const auto next = places.next();
        text += sentence.mid(from, next.capturedStart() - from);
        text += facts.captured(next.captured(1).toInt());
        from = next.capturedEnd();
    }
    return text + sentence.mid(from);
}

} // namespace

QString findingText(const std::string &english)
{
    static const auto known = patterns();
    const auto text = QString::fromStdString(english);
    for (const auto &[expression, sentence] : known) {
        const auto match = expression.match(text);
        if (!match.hasMatch())
            continue;
        return filled(QCoreApplication::translate("FindingText", sentence), match);
    }
    return text;
}

} // namespace cf::ui
