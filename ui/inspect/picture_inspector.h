#pragma once

#include "core/workflow/inspect.h"

#include <QObject>
#include <QThreadPool>

#include <deque>
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
    void work();
    void onDone(const std::shared_ptr<Model> &model, const Wish &wish,
                const Result<Shared> &result);
    Shared remembered(const std::filesystem::path &image) const;

    std::optional<std::shared_ptr<Model>> m_model;
    std::optional<Wish> m_wanted, m_next;
    bool m_working = false;
    std::deque<Shared> m_memory; ///< newest first
    QThreadPool m_pool;
};

} // namespace cf::ui
