#include "core/dataset/open_dataset.h"
#include "tests/ui/bench/many_pictures.h"
#include "tests/ui/bench/stages.h"
#include "ui/dataset/dataset_page.h"
#include "ui/dataset/image_grid.h"
#include "ui/dataset/thumbnail_store.h"
#include "ui/shell/main_window.h"

#include <QFile>
#include <QScrollBar>
#include <QTest>

using namespace cf;
using namespace cf::ui;
using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int kPictures = 100000;
constexpr double kFirstThumbnailsMs = 2000.0;
constexpr double kFilterMs = 100.0;
constexpr double kMemoryMb = 1024.0;
constexpr int kPlaces = 100; // scrolled to, more than the thumbnails that are kept in memory

/// A line of /proc/self/status in MB; 0 where there is none.
double memoryMb(const char *key)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    for (const auto &line : file.readAll().split('\n'))
        if (line.startsWith(key))
            return line.simplified().split(' ').at(1).toDouble() / 1024.0;
    return 0.0;
}

/// The program's window over the pictures.
class DatasetStage
{
public:
    explicit DatasetStage(std::vector<Timing> &timings)
        : m_timings(timings), m_page(*m_window.findChild<DatasetPage *>()),
          m_grid(*m_page.findChild<ImageGrid *>())
    {
        m_window.resize(1280, 800);
        m_window.show();
        if (!QTest::qWaitForWindowExposed(&m_window))
            qFatal("the window was not shown");
    }

    void open(const ManyPictures &pictures)
    {
        const LongestTurn turn;
        const Stopwatch stopwatch;
        m_window.openPath(QString::fromStdString(pictures.root().string()));
        waitUntil([this] { return drawn() > 0; });
        m_grid.viewport()->repaint();
        add(once(u"first thumbnail is drawn"_s, stopwatch, kFirstThumbnailsMs));
        waitUntil([this] { return isAllDrawn(); });
        m_grid.viewport()->repaint();
        add(once(u"all on screen are drawn"_s, stopwatch, kFirstThumbnailsMs));
        add(turn.timing(u"longest turn of the event loop until then"_s, kTurnMs));
        const LongestTurn later;
        waitUntil([this] { return !m_window.jobs().isBusy(); });
        add(once(u"all are checked"_s, stopwatch));
        add(later.timing(u"longest turn of the event loop meanwhile"_s, kTurnMs));
    }

    void filter()
    {
        const QString queries[] = {u"label:defect"_s, u"kind:scratch split:test"_s, u"777"_s, {}};
        add(measure(u"filter by text"_s, kFilterMs,
                    [&](int i) {
                        m_page.setQuery(queries[i % std::size(queries)]);
                        m_page.repaint();
                    },
                    {40, [this] { waitUntil([this] { return isAllDrawn(); }); }}));
        m_page.clearFilter();
    }

    void scroll()
    {
        auto &bar = *m_grid.verticalScrollBar();
        const auto page = [&](int direction) {
            bar.setValue(bar.value() + direction * bar.pageStep());
            m_grid.viewport()->repaint();
        };
        const Rounds rounds{40, [this] { waitUntil([this] { return isAllDrawn(); }); }};
        bar.setValue(0);
        rounds.between();
        add(measure(
            u"scroll a page, thumbnails to come"_s, kFrameMs, [&](int) { page(1); }, rounds));
        add(measure(
            u"scroll a page, thumbnails there"_s, kFrameMs, [&](int) { page(-1); }, rounds));
        const LongestTurn turn;
        for (int place = 0; place < kPlaces; ++place) {
            bar.setValue(bar.maximum() / kPlaces * place);
            rounds.between();
        }
        add(turn.timing(u"longest turn while scrolling through"_s));
    }

    void memory()
    {
        add({u"resident memory after that"_s, memoryMb("VmRSS:"), {}, {}, kMemoryMb, u"MB"_s});
        add({u"resident memory at most"_s, memoryMb("VmHWM:"), {}, {}, kMemoryMb, u"MB"_s});
    }

private:
    void add(Timing timing)
    {
        timing.what.prepend(u"100,000 pictures: "_s);
        m_timings.push_back(std::move(timing));
    }
    /// Pictures on screen whose thumbnail there is.
    int drawn() const
    {
        if (!m_grid.isVisible())
            return 0;
        int count = 0;
        const auto [first, end] = m_grid.visibleRows();
        for (int row = first; row < end; ++row) {
            const auto *thumbnail = m_page.thumbnails()->find(m_page.model()->at(row).path);
            count += thumbnail && !thumbnail->image.isNull() ? 1 : 0;
        }
        return count;
    }
    bool isAllDrawn() const
    {
        const auto [first, end] = m_grid.visibleRows();
        return first < end && drawn() == end - first;
    }

    std::vector<Timing> &m_timings;
    MainWindow m_window;
    DatasetPage &m_page;
    ImageGrid &m_grid;
};

} // namespace

void measureDataset(std::vector<Timing> &timings)
{
    const ManyPictures pictures(kPictures);
    timings.push_back(measure(u"100,000 pictures: read the folder"_s, std::nullopt,
                              [&](int) {
                                  RunContext run;
                                  (void)dataset::openDataset(pictures.root(), run).orThrow();
                              },
                              {5}));
    DatasetStage stage(timings);
    stage.open(pictures);
    stage.filter();
    stage.scroll();
    stage.memory();
}

} // namespace bench
