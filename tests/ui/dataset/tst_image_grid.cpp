#include "tests/ui/dataset/image_rows.h"
#include "ui/dataset/image_grid.h"
#include "ui/dataset/image_list_model.h"
#include "ui/dataset/thumbnail_delegate.h"
#include "ui/dataset/thumbnail_store.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <mutex>
#include <set>

using namespace cf::ui;
using namespace Qt::StringLiterals;

/// A grid of 1,000 pictures that are made, not read.
class TstImageGrid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void fillsItsWidthWithTiles();
    void movesWithTheKeys();
    void selectsSeveral();
    void emitsActivatedOnEnterAndDoubleClick();
    void zoomsWithinBounds();
    void zoomsWithCtrlAndTheWheel();
    void keepsTheCurrentPictureInSightWhenZoomed();
    void asksForWhatIsOnScreenOnly();
    void asksAnewAfterScrollingAndFiltering();
    void keepsTheSelectionWhenFiltered();
    void saysWhyAPictureCannotBeRead();
    void paintsThumbnailsAndMarks();

private:
    int row() const { return m_grid->currentIndex().row(); }
    int columns() const { return m_grid->viewport()->width() / m_grid->gridSize().width(); }
    QStringList selected() const
    {
        QStringList names;
        for (const QModelIndex &index : m_grid->selectionModel()->selectedIndexes())
            names += index.data().toString();
        names.sort();
        return names;
    }
    std::set<std::string> made()
    {
        const std::scoped_lock lock(m_mutex);
        return m_made;
    }

    std::mutex m_mutex;
    std::set<std::string> m_made; // guarded by m_mutex
    std::shared_ptr<ImageRows> m_rows;
    std::unique_ptr<ImageListModel> m_model;
    std::unique_ptr<ThumbnailStore> m_store;
    std::unique_ptr<ImageGrid> m_grid;
};

void TstImageGrid::init()
{
    m_made.clear();
    m_rows = manyRows(1000);
    m_model = std::make_unique<ImageListModel>();
    m_model->setRows(m_rows);
    ThumbnailOptions options;
    options.decode = [this](const std::string &path, int sidePx) -> cf::Result<QImage> {
        const std::scoped_lock lock(m_mutex);
        m_made.insert(path);
        if (path == "/d/3.png")
            return cf::Error::make(cf::ErrorCode::BadData, "Cannot read /d/3.png: it is <cut> off");
        QImage image(sidePx, sidePx / 2, QImage::Format_RGB32);
        image.fill(QColor(10, 200, 30));
        return image;
    };
    m_store = std::make_unique<ThumbnailStore>(options);
    m_grid = std::make_unique<ImageGrid>(m_model.get(), m_store.get());
    m_grid->resize(700, 500);
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_grid.get()));
}

void TstImageGrid::cleanup()
{
    m_grid.reset();
    m_store.reset();
    m_model.reset();
}

void TstImageGrid::fillsItsWidthWithTiles()
{
    QVERIFY(columns() >= 4);
    for (const int width : {500, 613, 700, 899}) {
        m_grid->resize(width, 500);
        QCoreApplication::processEvents();
        const QRect last = m_grid->visualRect(m_model->index(columns() - 1));
        const QRect next = m_grid->visualRect(m_model->index(columns()));
        QCOMPARE(last.top(), m_grid->visualRect(m_model->index(0)).top());
        QVERIFY(next.top() > last.top());
        QVERIFY(m_grid->viewport()->width() - last.right() <= columns() + 2);
    }
}

void TstImageGrid::movesWithTheKeys()
{
    m_grid->setCurrentIndex(m_model->index(0));
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(row(), 1);
    QTest::keyClick(m_grid.get(), Qt::Key_Down);
    QCOMPARE(row(), 1 + columns());
    QTest::keyClick(m_grid.get(), Qt::Key_Left);
    QCOMPARE(row(), columns());
    QTest::keyClick(m_grid.get(), Qt::Key_Up);
    QCOMPARE(row(), 0);
    QTest::keyClick(m_grid.get(), Qt::Key_End);
    QCOMPARE(row(), 999);
    QVERIFY(m_grid->viewport()->rect().contains(m_grid->visualRect(m_model->index(999)).center()));
    QTest::keyClick(m_grid.get(), Qt::Key_PageUp);
    QVERIFY(row() < 999 && row() > 900);
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QCOMPARE(row(), 0);
    for (int i = 0; i < columns(); ++i)
        QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(row(), columns()); // on to the next line
}

void TstImageGrid::selectsSeveral()
{
    const auto click = [&](int at, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, keys,
                          m_grid->visualRect(m_model->index(at)).center());
    };
    click(1);
    QCOMPARE(selected(), (QStringList{u"1.png"_s}));
    click(4, Qt::ControlModifier);
    QCOMPARE(selected(), (QStringList{u"1.png"_s, u"4.png"_s}));
    click(6, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(selected(), (QStringList{u"1.png"_s, u"4.png"_s, u"5.png"_s, u"6.png"_s}));
    click(1);
    QTest::keyClick(m_grid.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_grid.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(selected(), (QStringList{u"1.png"_s, u"2.png"_s, u"3.png"_s}));
    QTest::keyClick(m_grid.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(selected().size(), 1000);
}

void TstImageGrid::emitsActivatedOnEnterAndDoubleClick()
{
    QSignalSpy activated(m_grid.get(), &ImageGrid::activated);
    m_grid->setCurrentIndex(m_model->index(2));
    QTest::keyClick(m_grid.get(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    const QPoint place = m_grid->visualRect(m_model->index(5)).center();
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(m_grid->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated[1][0].toModelIndex().row(), 5);
}

void TstImageGrid::zoomsWithinBounds()
{
    QSignalSpy changed(m_grid.get(), &ImageGrid::thumbnailSideChanged);
    m_grid->setThumbnailSide(1);
    QCOMPARE(m_grid->thumbnailSide(), 64);
    const int many = columns();
    m_grid->zoomOut();
    QCOMPARE(m_grid->thumbnailSide(), 64);
    m_grid->setThumbnailSide(5000);
    QCOMPARE(m_grid->thumbnailSide(), 320);
    QVERIFY(columns() < many);
    QCOMPARE(changed.size(), 2);
    QTest::keyClick(m_grid.get(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(m_grid->thumbnailSide() < 320);
}

void TstImageGrid::zoomsWithCtrlAndTheWheel()
{
    const auto turn = [&](int eighths, Qt::KeyboardModifiers keys) {
        QWheelEvent event(QPointF(50, 50), m_grid->viewport()->mapToGlobal(QPointF(50, 50)), {},
                          {0, eighths}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_grid->viewport(), &event);
    };
    const int before = m_grid->thumbnailSide();
    turn(120, Qt::ControlModifier);
    QVERIFY(m_grid->thumbnailSide() > before);
    turn(-60, Qt::ControlModifier);
    turn(-60, Qt::ControlModifier); // a finer wheel needs two
    QCOMPARE(m_grid->thumbnailSide(), before);
    QCOMPARE(m_grid->verticalScrollBar()->value(), 0);
    turn(-120, {});
    QCOMPARE(m_grid->thumbnailSide(), before);
    QVERIFY(m_grid->verticalScrollBar()->value() > 0);
}

void TstImageGrid::keepsTheCurrentPictureInSightWhenZoomed()
{
    m_grid->setCurrentIndex(m_model->index(500));
    for (const int sidePx : {320, 64, 200}) {
        m_grid->setThumbnailSide(sidePx);
        QVERIFY(
            m_grid->viewport()->rect().contains(m_grid->visualRect(m_model->index(500)).center()));
        const auto [first, end] = m_grid->visibleRows();
        QVERIFY(first <= 500 && 500 < end);
    }
}

void TstImageGrid::asksForWhatIsOnScreenOnly()
{
    QTRY_VERIFY(made().contains("/d/0.png"));
    const auto [first, end] = m_grid->visibleRows();
    QCOMPARE(first, 0);
    QVERIFY(end >= columns() * 2 && end < 60);
    QTRY_VERIFY(made().contains("/d/" + std::to_string(end - 1) + ".png"));
    QTRY_COMPARE(m_store->waitingCount(), 0);
    QVERIFY(made().size() <= static_cast<std::size_t>(2 * end));
    QVERIFY(!made().contains("/d/500.png"));
}

void TstImageGrid::asksAnewAfterScrollingAndFiltering()
{
    m_grid->verticalScrollBar()->setValue(m_grid->verticalScrollBar()->maximum());
    QTRY_VERIFY(made().contains("/d/999.png"));
    QVERIFY(!made().contains("/d/444.png"));
    ImageQuery query;
    query.filter = ImageFilter::compile(u"444"_s);
    m_model->setQuery(query);
    QTRY_VERIFY(made().contains("/d/444.png"));
    QCOMPARE(m_grid->verticalScrollBar()->maximum(), 0);
    QVERIFY(m_grid->viewport()->rect().contains(m_grid->visualRect(m_model->index(0))));
}

void TstImageGrid::keepsTheSelectionWhenFiltered()
{
    m_grid->setCurrentIndex(m_model->index(44));
    ImageQuery query;
    query.filter = ImageFilter::compile(u"44"_s);
    m_model->setQuery(query);
    QCOMPARE(selected(), (QStringList{u"44.png"_s}));
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(selected(), (QStringList{u"144.png"_s}));
    m_model->setQuery({});
    QCOMPARE(row(), 144);
}

void TstImageGrid::saysWhyAPictureCannotBeRead()
{
    QTRY_VERIFY(m_store->find("/d/3.png"));
    const QString tip = m_grid->tiles()->tipOf((*m_rows)[3]);
    QVERIFY2(tip.contains(u"it is &lt;cut&gt; off"_s), qPrintable(tip));
    QVERIFY(tip.contains(u"/d/3.png"_s));
    QVERIFY(!m_grid->tiles()->tipOf((*m_rows)[4]).contains(u"Cannot"_s));
}

void TstImageGrid::paintsThumbnailsAndMarks()
{
    (*m_rows)[1].hasProblem = true;
    (*m_rows)[2] = defectAt("/d/2.png", u"scratch"_s, 0.5F);
    m_model->updateRows();
    QTRY_VERIFY(m_store->find("/d/2.png"));
    const QImage shot = m_grid->grab().toImage();
    const auto colourAt = [&](const QPoint &point) {
        return shot.pixelColor(m_grid->viewport()->mapTo(m_grid.get(), point));
    };
    const auto tile = [&](int at) { return m_grid->visualRect(m_model->index(at)); };
    const auto picture = [&](int at) {
        return tile(at).topLeft() + QPoint(tile(at).width() / 2, 9 + m_grid->thumbnailSide() / 2);
    };
    QCOMPARE(colourAt(picture(0)), QColor(10, 200, 30));
    QVERIFY(colourAt(picture(3)) != QColor(10, 200, 30)); // broken
    // Twice as wide as high: above it there is nothing.
    QVERIFY(colourAt(picture(0) - QPoint(0, m_grid->thumbnailSide() / 3)) != QColor(10, 200, 30));
    // The tiles differ where their marks are.
    const auto image = [&](int at) {
        return shot.copy(QRect(m_grid->viewport()->mapTo(m_grid.get(), tile(at).topLeft()),
                               QSize(tile(at).width(), m_grid->thumbnailSide())));
    };
    QVERIFY(image(1) != image(0));
}

QTEST_MAIN(TstImageGrid)
#include "tst_image_grid.moc"
