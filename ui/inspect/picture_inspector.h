#pragma once

#include "core/workflow/inspect.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace cf::ui {

/// Looks into pictures in a thread of its own, apart from trainings that run meanwhile. Only the
/// newest wish is kept while one is worked on; the last pictures come from memory.
class PictureInspector : public QObject
{
    Q_OBJECT
public:
    using Shared = std::shared_ptr<const workflow::Inspection>;

    explicit PictureInspector(QObject *parent = nullptr);
    ~PictureInspector() override; ///< waits for the picture at work

    /// The model of this run from now on; it is read with the first picture.
    void setModel(const std::filesystem::path &project, const std::string &run);
    void clearModel();
    bool hasModel() const { return m_model.has_value(); }

    void request(const dataset::Sample &sample);
    /// Into memory, when nothing else is wanted.
    void prefetch(const dataset::Sample &sample);
    /// Makes one map of an inspection of the present model. `onDone` gets it in the GUI thread,
    /// unless `context` is gone or has wished for another one meanwhile.
    void makeMap(const Shared &inspection, const workflow::MapChoice &choice, QObject *context,
                 std::function<void(const cv::Mat &)> onDone);

Q_SIGNALS:
    void inspected(const cf::ui::PictureInspector::Shared &inspection);
    void failed(const QString &sentence);

private:
    struct Model;
    struct Wish
    {
        dataset::Sample sample;
        bool isShown = true;
    };
    struct MapWish
    {
        Shared inspection;
        workflow::MapChoice choice;
        QPointer<QObject> context;
        std::function<void(const cv::Mat &)> onDone;
    };
    void work();
    void workOnMap();
    void remember(const Shared &inspection);
    void onDone(const std::shared_ptr<Model> &model, const Wish &wish,
                const Result<Shared> &result);
    Shared remembered(const std::filesystem::path &image) const;

    std::optional<std::shared_ptr<Model>> m_model;
    std::optional<Wish> m_wanted, m_next;
    std::deque<MapWish> m_maps; ///< oldest first, one for each context
    bool m_working = false;
    std::deque<Shared> m_memory; ///< newest first
    QThreadPool m_pool;
};

} // namespace cf::ui
