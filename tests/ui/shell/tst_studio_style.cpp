#include "ui/shell/studio_style.h"
#include "ui/shell/theme.h"

#include <QImage>
#include <QSlider>
#include <QTest>

using namespace cf::ui;

/// What Fusion leaves too dark to be seen.
class TstStudioStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ticksAreSeen_data();
    void ticksAreSeen();
};

void TstStudioStyle::ticksAreSeen_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::addColumn<int>("last");
    QTest::addColumn<int>("ticks");
    QTest::newRow("light") << Theme::Light << 4 << 5;
    QTest::newRow("dark") << Theme::Dark << 4 << 5;
    QTest::newRow("dark, a single value") << Theme::Dark << 0 << 1;
}

void TstStudioStyle::ticksAreSeen()
{
    QFETCH(Theme, theme);
    QFETCH(int, last);
    QFETCH(int, ticks);
    applyTheme(theme);
    QSlider slider(Qt::Horizontal);
    slider.setRange(0, last);
    slider.setTickPosition(QSlider::TicksBelow);
    slider.setTickInterval(1);
    slider.resize(200, slider.sizeHint().height());
    const QImage seen = slider.grab().toImage();
    const int ground = slider.palette().color(QPalette::Window).lightness();
    int marks = 0;
    for (int x = 0; x < seen.width(); ++x)
        marks += std::abs(seen.pixelColor(x, seen.height() - 3).lightness() - ground) > 60 ? 1 : 0;
    QCOMPARE(marks, ticks);
}

QTEST_MAIN(TstStudioStyle)
#include "tst_studio_style.moc"
