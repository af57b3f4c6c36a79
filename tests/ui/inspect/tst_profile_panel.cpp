#include "ui/inspect/profile_panel.h"
#include "ui/plots/curve_plot.h"

#include <QDoubleSpinBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <opencv2/core.hpp>

using namespace cf::ui;

/// The line's ends as numbers, and what they do.
class TstProfilePanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheEndsInPixels()
    {
        ProfilePanel panel;
        panel.setPictureSize({200, 150});
        panel.setLine(QLineF(10.5, 20.5, 100.0, 149.5));
        const auto boxes = panel.findChildren<QDoubleSpinBox *>();
        QCOMPARE(boxes.size(), 4);
        QCOMPARE(boxes[0]->value(), 10.0);
        QCOMPARE(boxes[1]->value(), 20.0);
        QCOMPARE(boxes[2]->value(), 99.5);
        QCOMPARE(boxes[3]->value(), 149.0);
        for (auto *box : boxes)
            QVERIFY(!box->accessibleName().isEmpty());
    }

    void takesTheEndsFromTheKeyboard()
    {
        ProfilePanel panel;
        panel.setPictureSize({200, 150});
        panel.setMaps({{QStringLiteral("Fused map"), cv::Mat::zeros(150, 200, CV_32FC1), {}}});
        panel.show();
        std::optional<QLineF> line;
        connect(&panel, &ProfilePanel::lineChanged, this,
                [&](const std::optional<QLineF> &changed) { line = changed; });
        const auto boxes = panel.findChildren<QDoubleSpinBox *>();
        boxes[2]->setFocus();
        boxes[2]->selectAll();
        QTest::keyClicks(boxes[2], QLocale().toString(50.0, 'f', 1));
        QTest::keyClick(boxes[2], Qt::Key_Return);
        QCOMPARE(line, std::optional(QLineF(0.5, 0.5, 50.5, 0.5)));
        auto *clear = panel.findChild<QPushButton *>(QStringLiteral("clearProfile"));
        QVERIFY(clear->isEnabled());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(!line);
        QVERIFY(!clear->isEnabled());
    }

    void isOffWithoutAPicture()
    {
        ProfilePanel panel;
        for (auto *box : panel.findChildren<QDoubleSpinBox *>())
            QVERIFY(!box->isEnabled());
    }
};

QTEST_MAIN(TstProfilePanel)
#include "tst_profile_panel.moc"
