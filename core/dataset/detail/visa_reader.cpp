#include "core/dataset/detail/csv.h"
#include "core/dataset/detail/natural_order.h"
#include "core/dataset/detail/readers.h"
#include "core/imaging/file_bytes.h"

#include <algorithm>
#include <tuple>

namespace cf::dataset::detail {

namespace fs = std::filesystem;

namespace {

constexpr const char *kSplitFile = "split_csv/1cls.csv";
constexpr const char *kDefectKind = "bad"; // as in the converted form of VisA

/// Where the list is, and which object alone is wanted (empty: all).
struct Place
{
    fs::path base;
    std::string object;
};

std::optional<Place> placeOf(const fs::path &root)
{
    std::error_code ignored;
    if (fs::is_regular_file(root / kSplitFile, ignored))
        return Place{root, {}};
    const fs::path real = fs::canonical(root, ignored);
    const fs::path parent = real.parent_path();
    if (!ignored && fs::is_directory(root / "Data", ignored) &&
        fs::is_regular_file(parent / kSplitFile, ignored))
        return Place{parent, real.filename().string()};
    return std::nullopt;
}

/// Numbers of the columns object, split, label, image and mask.
struct Columns
{
    std::size_t object = 0;
    std::size_t split = 0;
    std::size_t label = 0;
    std::size_t image = 0;
    std::size_t mask = 0;
};

std::optional<Columns> findColumns(const std::vector<std::string> &header)
{
    const auto column = [&](std::string_view name) {
        return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) -
                                        header.begin());
    };
    const Columns columns{column("object"), column("split"), column("label"), column("image"),
                          column("mask")};
    for (const std::size_t number :
         {columns.object, columns.split, columns.label, columns.image, columns.mask})
        if (number == header.size())
            return std::nullopt;
    return columns;
}

/// A path of the list inside the dataset, or nothing when it leads out of it.
std::optional<fs::path> inside(const fs::path &base, const std::string &relative)
{
    const fs::path path = fs::path(relative).lexically_normal();
    if (path.empty() || path.is_absolute() || *path.begin() == "..")
        return std::nullopt;
    return base / path;
}

class ListReading
{
public:
    ListReading(Place place, Dataset &dataset) : m_place(std::move(place)), m_dataset(dataset) {}

    void add(const Columns &columns, std::size_t line, const std::vector<std::string> &row)
    {
        const std::string where = "row " + std::to_string(line) + " of the list";
        const std::size_t last =
            std::max({columns.object, columns.split, columns.label, columns.image});
        if (row.size() <= last)
            return report(where + " has too few fields; it is left out");
        if (!m_place.object.empty() && row[columns.object] != m_place.object)
            return;
        const std::string &split = row[columns.split];
        const std::string &label = row[columns.label];
        if (row[columns.object].empty() || (split != "train" && split != "test") ||
            (label != "normal" && label != "anomaly"))
            return report(
                where + " names no object, or a split or label that is not known; it is left out");
        Sample sample;
        sample.split = split == "train" ? Split::Train : Split::Test;
        sample.label = label == "normal" ? Label::Normal : Label::Defect;
        sample.kind = label == "normal" ? std::string(kGoodKind) : kDefectKind;
        if (sample.split == Split::Train && sample.label == Label::Defect)
            return report(
                where +
                " puts a defect into training, which takes normal images only; it is left out");
        const auto image = existing(row[columns.image], where);
        if (!image)
            return;
        sample.image = *image;
        if (columns.mask < row.size() && !row[columns.mask].empty())
            sample.mask = existing(row[columns.mask], where);
        category(row[columns.object]).samples.push_back(std::move(sample));
    }

    void finish()
    {
        std::sort(m_dataset.categories.begin(), m_dataset.categories.end(),
                  [](const Category &a, const Category &b) { return naturalLess(a.name, b.name); });
        for (Category &category : m_dataset.categories)
            std::sort(category.samples.begin(), category.samples.end(),
                      [](const Sample &a, const Sample &b) {
                          if (std::tie(a.split, a.label) != std::tie(b.split, b.label))
                              return std::tie(a.split, a.label) < std::tie(b.split, b.label);
                          return naturalLess(a.image.native(), b.image.native());
                      });
    }

private:
    std::optional<fs::path> existing(const std::string &relative, const std::string &where)
    {
        const auto path = inside(m_place.base, relative);
        std::error_code ignored;
        if (!path)
            report(where + " names a file outside the dataset (" + relative + "); it is left out");
        else if (!fs::is_regular_file(*path, ignored))
            m_dataset.problems.push_back(
                {*path, "this file is missing, though " + where + " names it"});
        else
            return path;
        return std::nullopt;
    }

    void report(std::string problem)
    {
        m_dataset.problems.push_back({m_place.base / kSplitFile, std::move(problem)});
    }

    Category &category(const std::string &name)
    {
        for (Category &known : m_dataset.categories)
            if (known.name == name)
                return known;
        m_dataset.categories.push_back({name, {}});
        return m_dataset.categories.back();
    }

    Place m_place;
    Dataset &m_dataset;
};

class VisaReader : public DatasetReader
{
public:
    std::string name() const override { return "visa"; }

    int confidence(const fs::path &root) const override { return placeOf(root) ? 95 : 0; }

    Result<Dataset> read(const fs::path &root, RunContext &run) const override
    {
        const auto place = placeOf(root);
        if (!place)
            return Error::make(ErrorCode::BadData, "The folder " + root.string() + " has no " +
                                                       kSplitFile +
                                                       "; name the folder of VisA that holds it");
        const fs::path list = place->base / kSplitFile;
        CF_ASSIGN_OR_RETURN(const auto bytes, imaging::readFileBytes(list));
        const auto rows = parseCsv({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
        const auto columns = rows.empty() ? std::nullopt : findColumns(rows.front());
        if (!columns)
            return Error::make(ErrorCode::BadData,
                               "The list " + list.string() +
                                   " does not start with object,split,label,image,mask; "
                                   "restore it from the published dataset");
        Dataset dataset{name(), root, {}, {}};
        ListReading reading(*place, dataset);
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (i % 500 == 1)
                run.step({"list", i, rows.size()});
            reading.add(*columns, i + 1, rows[i]);
        }
        reading.finish();
        return dataset;
    }
};

} // namespace

std::unique_ptr<DatasetReader> makeVisaReader()
{
    return std::make_unique<VisaReader>();
}

} // namespace cf::dataset::detail
