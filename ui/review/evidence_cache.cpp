#include "ui/review/evidence_cache.h"

#include "ui/jobs/error_text.h"

#include <algorithm>

namespace cf::ui {

namespace {

constexpr int kReaders = 2;

/// Any failure as an Error; nothing may leave a pool's thread.
template <class T, class Work>
Result<T> guarded(const Work &work)
{
    try {
        return work();
    } catch (const std::exception &) {
        return caughtError();
    }
}

} // namespace

EvidenceCache::EvidenceCache(QObject *parent) : QObject(parent)
{
    m_files.setMaxThreadCount(kReaders);
    m_maps.setMaxThreadCount(1);
    m_maps.setExpiryTimeout(-1);
}

EvidenceCache::~EvidenceCache()
{
    m_files.waitForDone();
    m_maps.waitForDone();
}

void EvidenceCache::setSet(const std::filesystem::path &project, const SharedSet &set)
{
    m_set = set;
    m_maker = set ? std::make_shared<workflow::MapMaker>(project, set) : nullptr;
    m_wanted.clear();
    m_evidence.clear();
    m_problems.clear();
    m_reading.clear();
}

void EvidenceCache::want(std::vector<std::size_t> pictures)
{
    m_wanted = std::move(pictures);
    work();
}

EvidenceCache::Shared EvidenceCache::find(std::size_t picture) const
{
    const auto found = m_evidence.find(picture);
    return found == m_evidence.end() ? nullptr : found->second;
}

QString EvidenceCache::problem(std::size_t picture) const
{
    const auto found = m_problems.find(picture);
    return found == m_problems.end() ? QString() : found->second;
}

std::size_t EvidenceCache::bytes() const
{
    std::size_t sum = 0;
    for (const auto &[picture, evidence] : m_evidence)
        sum += evidence->bytes();
    return sum;
}

/// `work` in a thread of the pool, `take` with its result in this one, unless another set is there
/// by then.
template <class T, class Work, class Take>
void EvidenceCache::start(QThreadPool &pool, Work work, Take take)
{
    pool.start([this, set = m_set, work = std::move(work), take = std::move(take)] {
        auto result = guarded<T>(work);
        // The pools are waited for before this object goes.
        QMetaObject::invokeMethod(
            this,
            [this, set, take, result = std::move(result)] {
                take(set == m_set, result);
                this->work();
            },
            Qt::QueuedConnection);
    });
}

void EvidenceCache::work()
{
    if (!m_set)
        return;
    forgetFarOnes();
    readNext();
    makeNextMap();
}

void EvidenceCache::readNext()
{
    std::size_t before = 0; // of those that are wished for more
    for (const auto picture : m_wanted) {
        if (m_reading.size() >= kReaders || before > kMostBytes)
            return;
        if (const auto known = find(picture)) {
            before += known->bytes();
            continue;
        }
        if (m_reading.contains(picture) || m_problems.contains(picture))
            continue;
        m_reading.insert(picture);
        start<workflow::Evidence>(
            m_files, [set = m_set, picture] { return workflow::readEvidence(*set, picture); },
            [this, picture](bool isCurrent, const Result<workflow::Evidence> &result) {
                if (!isCurrent)
                    return;
                m_reading.erase(picture);
                if (result.ok())
                    m_evidence[picture] = std::make_shared<const workflow::Evidence>(*result);
                else
                    m_problems[picture] = errorText(result.error());
                Q_EMIT arrived(picture);
            });
    }
}

void EvidenceCache::makeNextMap()
{
    if (m_isMakingMap)
        return;
    const auto next = std::ranges::find_if(m_wanted, [this](std::size_t picture) {
        const auto known = find(picture);
        return known && known->mapCanBeMade();
    });
    if (next == m_wanted.end())
        return;
    m_isMakingMap = true;
    const auto picture = *next;
    start<workflow::KeptMap>(
        m_maps,
        [maker = m_maker, evidence = find(picture), picture]() -> Result<workflow::KeptMap> {
            RunContext context;
            return maker->make(picture, *evidence, context);
        },
        [this, picture](bool isCurrent, const Result<workflow::KeptMap> &result) {
            m_isMakingMap = false;
            const auto known = find(picture);
            if (!isCurrent || !known)
                return;
            auto evidence = *known;
            if (result.ok()) {
                evidence.map = result->map;
                evidence.templateNote = result->templateNote;
            } else {
                evidence.mapProblem = result.error().detail;
            }
            m_evidence[picture] = std::make_shared<const workflow::Evidence>(std::move(evidence));
            Q_EMIT arrived(picture);
        });
}

void EvidenceCache::forgetFarOnes()
{
    const auto isWanted = [this](const auto &entry) {
        return std::ranges::find(m_wanted, entry.first) != m_wanted.end();
    };
    std::size_t kept = bytes();
    for (auto one = m_evidence.begin(); one != m_evidence.end();) {
        const bool isTooMuch = kept > kMostBytes || m_evidence.size() > kMostPictures;
        if (!isTooMuch)
            return;
        if (isWanted(*one)) {
            ++one;
            continue;
        }
        kept -= one->second->bytes();
        one = m_evidence.erase(one);
    }
}

} // namespace cf::ui
