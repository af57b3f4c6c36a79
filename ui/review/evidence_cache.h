#pragma once

#include "core/workflow/review_evidence.h"

#include <QObject>
#include <QThreadPool>

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace cf::ui {

/// The evidence of the picture that is shown and of those that come next, read ahead in threads of
/// its own: two for the files, one for maps that the model has yet to make. Keeps as much as its
/// memory allows, the pictures wished for first. GUI thread.
class EvidenceCache : public QObject
{
    Q_OBJECT
public:
    using Shared = std::shared_ptr<const workflow::Evidence>;
    using SharedSet = std::shared_ptr<const workflow::ReviewSet>;

    static constexpr std::size_t kMostBytes = std::size_t{512} << 20;
    static constexpr std::size_t kMostPictures = 32;

    explicit EvidenceCache(QObject *parent = nullptr);
    ~EvidenceCache() override; ///< waits for what is at work

    /// Forgets all. Null: nothing to read.
    void setSet(const std::filesystem::path &project, const SharedSet &set);
    /// The one that is shown first, then those likely next; earlier wishes are forgotten.
    void want(std::vector<std::size_t> pictures);

    Shared find(std::size_t picture) const;     ///< null: not read, or unreadable
    QString problem(std::size_t picture) const; ///< why it cannot be read; empty: it can
    std::size_t bytes() const;                  ///< that are kept

Q_SIGNALS:
    /// find() or problem() says something else about it.
    void arrived(std::size_t picture);

private:
    template <class T, class Work, class Take>
    void start(QThreadPool &pool, Work work, Take take);
    void work();
    void readNext();
    void makeNextMap();
    void forgetFarOnes();

    SharedSet m_set;
    std::shared_ptr<workflow::MapMaker> m_maker; ///< in the maps' thread only
    std::vector<std::size_t> m_wanted;
    std::map<std::size_t, Shared> m_evidence;
    std::map<std::size_t, QString> m_problems;
    std::set<std::size_t> m_reading;
    bool m_isMakingMap = false;
    QThreadPool m_files, m_maps;
};

} // namespace cf::ui
