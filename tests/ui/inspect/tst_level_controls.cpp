#include "ui/inspect/level_controls.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <opencv2/core.hpp>

using namespace cf::ui;

/// Black and white of the picture itself.
class TstLevelControls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhereThePixelsAre()
    {
        cv::Mat deep(100, 100, CV_16UC1, cv::Scalar(1000));
        deep.rowRange(50, 100).setTo(3000);
        deep.at<std::uint16_t>(0, 0) = 0; // less than half a percent
        deep.at<std::uint16_t>(99, 99) = 65535;
        QCOMPARE(innerRange(deep, 0.005), std::pair(1000, 3000));
        QCOMPARE(innerRange(cv::Mat(4, 4, CV_8UC3, cv::Scalar::all(7)), 0.005), std::pair(7, 8));
    }

    void offersTheValuesOfThePicturesBits()
    {
        LevelControls levels;
        QVERIFY(!levels.isEnabled());
        levels.setPicture(cv::Mat(4, 4, CV_16UC1, cv::Scalar(9)));
        const auto boxes = levels.findChildren<QSpinBox *>();
        QCOMPARE(boxes.size(), 2);
        QCOMPARE(boxes[1]->maximum(), 65535);
        QVERIFY(!levels.levels());
    }

    void keepsBlackBelowWhite()
    {
        LevelControls levels;
        levels.setPicture(cv::Mat(4, 4, CV_8UC1, cv::Scalar(9)));
        const auto boxes = levels.findChildren<QSpinBox *>();
        LevelControls::Levels told;
        connect(&levels, &LevelControls::levelsChanged, this,
                [&](const LevelControls::Levels &changed) { told = changed; });
        boxes[1]->setValue(100);
        QCOMPARE(told, LevelControls::Levels(std::pair(0.0, 100.0)));
        boxes[0]->setValue(180);
        QCOMPARE(told, LevelControls::Levels(std::pair(180.0, 181.0)));
        boxes[1]->setValue(20);
        QCOMPARE(told, LevelControls::Levels(std::pair(19.0, 20.0)));
        levels.reset();
        QVERIFY(!told);
    }

    void stayForPicturesOfAsManyBits()
    {
        LevelControls levels;
        levels.setPicture(cv::Mat(4, 4, CV_16UC1, cv::Scalar(9)));
        levels.findChildren<QSpinBox *>()[1]->setValue(4000);
        levels.setPicture(cv::Mat(8, 8, CV_16UC3, cv::Scalar::all(10)));
        QCOMPARE(levels.levels(), LevelControls::Levels(std::pair(0.0, 4000.0)));
        levels.setPicture(cv::Mat(8, 8, CV_8UC3, cv::Scalar::all(10)));
        QVERIFY(!levels.levels());
    }
};

QTEST_MAIN(TstLevelControls)
#include "tst_level_controls.moc"
