#pragma once

#include "core/store/records.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace cf::ui {

/// What a running training has written into its project so far. Reads only the new steps, in a
/// thread of its own.
class TrainingFeed : public QObject
{
    Q_OBJECT
public:
    explicit TrainingFeed(QObject *parent = nullptr);
    ~TrainingFeed() override;

    void follow(const std::filesystem::path &project, store::Id run);
    /// Follows nothing any more; what is being read is dropped.
    void forget();
    /// Reads once more, then no longer.
    void finish();

Q_SIGNALS:
    /// Steps of the run in order. The first may be the last one of before: a validated step gets
    /// its score after its losses.
    void arrived(const std::vector<cf::store::LossStep> &steps);

private:
    struct Shared; ///< outlives the feed while a read is under way
    void read();

    std::shared_ptr<Shared> m_shared;
    QTimer m_timer;
};

} // namespace cf::ui
