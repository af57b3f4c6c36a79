#pragma once

#include "core/base/result.h"
#include "core/metrics/spill_file.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <queue>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace cf::metrics::detail {

/// Sorts by `key` (std::uint32_t, ascending), in place with the help of `scratch` (radix, 11 bits a
/// pass).
template <class Record>
void sortByKey(std::vector<Record> &records, std::vector<Record> &scratch)
{
    constexpr std::size_t kDigits = std::size_t{1} << 11;
    if (records.size() < kDigits) { // counting would cost more than it saves
        std::sort(records.begin(), records.end(),
                  [](const Record &a, const Record &b) { return a.key < b.key; });
        return;
    }
    scratch.resize(records.size());
    for (const int shift : {0, 11, 22}) {
        std::array<std::size_t, kDigits> start{};
        for (const Record &record : records)
            ++start[(record.key >> shift) & (kDigits - 1)];
        std::size_t sum = 0;
        for (std::size_t &entry : start)
            sum += std::exchange(entry, sum);
        for (const Record &record : records)
            scratch[start[(record.key >> shift) & (kDigits - 1)]++] = record;
        records.swap(scratch);
    }
}

/// Any number of records, sorted, in bounded memory: full buffers are sorted and written to a
/// nameless file as runs, and a Cursor merges the runs with what is still in memory. Record:
/// trivially copyable, with a std::uint32_t `key` and `bool absorb(const Record &)`, which takes in
/// a record of the same key, or refuses (false, nothing changed) when a field would overflow.
template <class Record>
class SpillSorter
{
    static_assert(std::is_trivially_copyable_v<Record>);

public:
    class Cursor;

    /// Half of the budget holds records, the other half is for sorting or merging them.
    SpillSorter(std::size_t budgetBytes, std::filesystem::path folder)
        : m_capacity(std::max<std::size_t>(16, budgetBytes / (2 * sizeof(Record)))),
          m_folder(std::move(folder))
    {
    }

    /// Fails with DiskFull, NotFound or ReadOnly when a run cannot be written; the sorter is then
    /// useless.
    Result<void> add(const Record &record)
    {
        if (m_records.size() == m_capacity)
            CF_RETURN_IF_ERROR(makeRoom());
        if (m_records.size() == m_records.capacity())
            m_records.reserve(
                std::min(m_capacity, std::max<std::size_t>(16, 2 * m_records.size())));
        m_records.push_back(record);
        return {};
    }

    std::size_t runCount() const { return m_runs.size(); }

    /// All records so far in ascending order of the key; records of one key follow each other but
    /// need not be one. The cursor is valid until the next add().
    Result<Cursor> sorted();

private:
    struct Run
    {
        std::uint64_t offsetBytes = 0;
        std::uint64_t recordCount = 0;
    };

    void compact()
    {
        std::vector<Record> scratch;
        sortByKey(m_records, scratch);
        std::size_t kept = 0;
        for (std::size_t i = 1; i < m_records.size(); ++i) {
            if (m_records[kept].key == m_records[i].key && m_records[kept].absorb(m_records[i]))
                continue;
            m_records[++kept] = m_records[i];
        }
        if (!m_records.empty())
            m_records.resize(kept + 1);
    }

    Result<void> makeRoom()
    {
        compact();
        if (m_records.size() <=
            m_capacity / 2) // many equal scores, as in 8-bit maps: no file needed
            return {};
        if (!m_file) {
            CF_ASSIGN_OR_RETURN(m_file, SpillFile::create(m_folder));
        }
        const Run run{m_file->sizeBytes(), m_records.size()};
        CF_RETURN_IF_ERROR(m_file->append(std::as_bytes(std::span(m_records))));
        m_runs.push_back(run);
        m_records.clear();
        return {};
    }

    std::size_t m_capacity; // records
    std::filesystem::path m_folder;
    std::vector<Record> m_records;
    std::optional<SpillFile> m_file; // made by the first spill
    std::vector<Run> m_runs;
};

/// Merges the sorted runs of one SpillSorter.
template <class Record>
class SpillSorter<Record>::Cursor
{
public:
    /// The next record, or false at the end. Fails with Failed when the file cannot be read back.
    Result<bool> next(Record &record)
    {
        if (m_current == kNone) {
            if (m_heads.empty())
                return false;
            m_current = m_heads.top().second;
            m_heads.pop();
        }
        Source &source = m_sources[m_current];
        record = source.front();
        CF_RETURN_IF_ERROR(source.advance());
        // Stay in this run as long as no other one is ahead: then the heap is left alone.
        if (source.atEnd()) {
            m_current = kNone;
        } else if (!m_heads.empty() && m_heads.top().first < source.front().key) {
            m_heads.emplace(source.front().key, m_current);
            m_current = kNone;
        }
        return true;
    }

private:
    friend class SpillSorter;
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    /// One sorted run: a window of it in memory, the rest in the file. The run in memory is one
    /// window.
    struct Source
    {
        const SpillFile *file = nullptr;
        Run rest; // what is not yet in the window
        std::size_t windowLimit = 0;
        std::vector<Record> storage;
        std::span<const Record> window;
        std::size_t position = 0;

        const Record &front() const { return window[position]; }
        bool atEnd() const { return position == window.size(); }
        Result<void> advance()
        {
            if (++position == window.size() && rest.recordCount > 0)
                return refill();
            return {};
        }
        Result<void> refill()
        {
            storage.resize(
                static_cast<std::size_t>(std::min<std::uint64_t>(windowLimit, rest.recordCount)));
            CF_RETURN_IF_ERROR(
                file->read(rest.offsetBytes, std::as_writable_bytes(std::span(storage))));
            rest.offsetBytes += storage.size() * sizeof(Record);
            rest.recordCount -= storage.size();
            window = storage;
            position = 0;
            return {};
        }
    };

    using Head = std::pair<std::uint32_t, std::size_t>; // key, source
    std::vector<Source> m_sources;
    std::priority_queue<Head, std::vector<Head>, std::greater<>> m_heads;
    std::size_t m_current = kNone;
};

template <class Record>
auto SpillSorter<Record>::sorted() -> Result<Cursor>
{
    compact();
    Cursor cursor;
    cursor.m_sources.reserve(m_runs.size() + 1);
    for (const Run &run : m_runs) {
        typename Cursor::Source source;
        source.file = &*m_file;
        source.rest = run;
        source.windowLimit = std::max<std::size_t>(64, m_capacity / m_runs.size());
        CF_RETURN_IF_ERROR(source.refill());
        cursor.m_sources.push_back(std::move(source)); // the window's storage moves along
    }
    if (!m_records.empty()) {
        typename Cursor::Source source;
        source.window = m_records;
        cursor.m_sources.push_back(std::move(source));
    }
    for (std::size_t i = 0; i < cursor.m_sources.size(); ++i)
        cursor.m_heads.emplace(cursor.m_sources[i].front().key, i);
    return cursor;
}

} // namespace cf::metrics::detail
