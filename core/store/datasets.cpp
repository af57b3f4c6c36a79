#include "core/store/detail/project_impl.h"
#include "core/store/detail/queries.h"

#include <set>

namespace cf::store {

using detail::Database;
using detail::Parameters;
using detail::Query;
using detail::Transaction;
using detail::TransactionKind;

namespace {

/// Runs an INSERT ... RETURNING id.
Result<Id> upsert(Query &query, const Parameters &parameters)
{
    CF_RETURN_IF_ERROR(query.exec(parameters));
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool one, query.next()); // always a row, or an error
    const Id id = query.integer();
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool more, query.next()); // ends the statement
    return id;
}

Result<std::set<Id>> imageIds(Database &database, Id categoryId)
{
    std::set<Id> ids;
    Query query(database, detail::sql::kImages);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << categoryId));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return ids;
        ids.insert(query.integer());
    }
}

Result<void> saveImages(Database &database, Id categoryId, const std::vector<Image> &images)
{
    CF_ASSIGN_OR_RETURN(std::set<Id> gone, imageIds(database, categoryId));
    Query insert(database,
                 "INSERT INTO images (category_id, path, split, defective, kind, mask, width_px, "
                 "height_px, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (category_id, path) DO UPDATE SET split = excluded.split, "
                 "defective = excluded.defective, kind = excluded.kind, mask = excluded.mask, "
                 "width_px = excluded.width_px, height_px = excluded.height_px, "
                 "sha256 = excluded.sha256 RETURNING id");
    for (const Image &image : images) {
        CF_ASSIGN_OR_RETURN(const Id imageId,
                            upsert(insert, Parameters()
                                               << categoryId << image.path << toString(image.split)
                                               << image.defective << image.kind << image.mask
                                               << image.widthPx << image.heightPx << image.sha256));
        gone.erase(imageId);
    }
    Query forget(database, "DELETE FROM images WHERE id = ?");
    for (const Id imageId : gone)
        CF_RETURN_IF_ERROR(forget.exec(Parameters() << imageId));
    return {};
}

Result<std::vector<Image>> readImages(Database &database, Id categoryId)
{
    std::vector<Image> images;
    Query query(database, detail::sql::kImages);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << categoryId));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return images;
        Image image;
        image.id = query.integer();
        image.path = query.text();
        const auto split = splitFrom(query.text());
        if (!split) // CHECK forbids it, so the file is damaged
            return Error::make(ErrorCode::BadFormat, "Image " + image.path.string() +
                                                         " has a split that does not exist; "
                                                         "restore the project from a backup");
        image.split = *split;
        image.defective = query.maybeFlag();
        image.kind = query.text();
        image.mask = query.maybeText();
        image.widthPx = static_cast<int>(query.integer());
        image.heightPx = static_cast<int>(query.integer());
        image.sha256 = query.maybeText();
        images.push_back(std::move(image));
    }
}

Dataset readDatasetHead(Query &row)
{
    Dataset dataset;
    dataset.id = row.integer();
    dataset.name = row.text();
    dataset.root = row.text();
    dataset.format = row.text();
    dataset.addedUtc = row.text();
    return dataset;
}

Result<void> saveTemplateImages(Database &database, Id setId,
                                const std::vector<TemplateImage> &images)
{
    Query byId(database, "INSERT INTO template_images (template_set_id, position, image_id, path) "
                         "SELECT ?, ?, id, path FROM images WHERE id = ?");
    Query byPath(database, "INSERT INTO template_images (template_set_id, position, path) "
                           "VALUES (?, ?, ?)");
    std::int64_t position = 0;
    for (const TemplateImage &image : images) {
        Query &insert = image.imageId ? byId : byPath;
        Parameters parameters;
        parameters << setId << position++;
        if (image.imageId)
            parameters << *image.imageId;
        else
            parameters << image.path;
        CF_RETURN_IF_ERROR(insert.exec(parameters));
        if (insert.changedRows() == 0)
            return Error::make(ErrorCode::BadUsage,
                               "The template image " + std::to_string(image.imageId.value_or(0)) +
                                   " is not in this project; read the dataset again");
    }
    return {};
}

/// A root as it is stored: absolute, without dots and a slash at the end.
Result<std::filesystem::path> storedRoot(const std::filesystem::path &given)
{
    auto root = given.lexically_normal();
    if (!root.is_absolute())
        return Error::make(ErrorCode::BadUsage, "The dataset folder " + given.string() +
                                                    " must be given as an absolute path");
    if (!root.has_filename() && root != root.root_path())
        root = root.parent_path();
    return root;
}

Result<std::vector<TemplateImage>> readTemplateImages(Database &database, Id setId)
{
    std::vector<TemplateImage> images;
    Query query(database, detail::sql::kTemplateImages);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << setId));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return images;
        TemplateImage image;
        image.imageId = query.maybeInteger();
        image.path = query.text();
        images.push_back(std::move(image));
    }
}

} // namespace

Result<Id> Project::saveDataset(const Dataset &dataset)
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(const auto root, storedRoot(dataset.root));
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database));
    Query insertDataset(database,
                        "INSERT INTO datasets (name, root, format, added_utc) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT (root) DO UPDATE SET name = excluded.name, "
                        "format = excluded.format RETURNING id");
    CF_ASSIGN_OR_RETURN(
        const Id datasetId,
        upsert(insertDataset, Parameters() << dataset.name << root << dataset.format << utcNow()));
    Query insertCategory(database, "INSERT INTO categories (dataset_id, name) VALUES (?, ?) "
                                   "ON CONFLICT (dataset_id, name) DO UPDATE SET "
                                   "name = excluded.name RETURNING id");
    for (const Category &category : dataset.categories) {
        CF_ASSIGN_OR_RETURN(const Id categoryId,
                            upsert(insertCategory, Parameters() << datasetId << category.name));
        CF_RETURN_IF_ERROR(saveImages(database, categoryId, category.images));
    }
    CF_RETURN_IF_ERROR(transaction.commit());
    return datasetId;
}

Result<void> Project::setDatasetRoot(Id datasetId, const std::filesystem::path &given)
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(const auto root, storedRoot(given));
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database));
    CF_ASSIGN_OR_RETURN(const auto all, datasets());
    for (const Dataset &other : all)
        if (other.id != datasetId && other.root == root)
            return Error::make(ErrorCode::BadUsage, "The folder " + root.string() +
                                                        " is another dataset of this project");
    Query update(database, "UPDATE datasets SET root = ? WHERE id = ?");
    CF_RETURN_IF_ERROR(update.exec(Parameters() << root << datasetId));
    if (update.changedRows() == 0)
        return Error::make(ErrorCode::NotFound, "There is no dataset " + std::to_string(datasetId) +
                                                    " in this project; add it first");
    return transaction.commit();
}

Result<std::vector<Dataset>> Project::datasets() const
{
    std::vector<Dataset> datasets;
    Query query(*m_impl->database, detail::sql::kDatasets);
    CF_RETURN_IF_ERROR(query.exec());
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return datasets;
        datasets.push_back(readDatasetHead(query));
    }
}

Result<Dataset> Project::dataset(Id datasetId) const
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(const Transaction snapshot,
                        Transaction::begin(database, TransactionKind::Read));
    Query query(database, detail::sql::kDataset);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << datasetId));
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    if (!found)
        return Error::make(ErrorCode::NotFound, "There is no dataset " + std::to_string(datasetId) +
                                                    " in this project; add it first");
    Dataset dataset = readDatasetHead(query);
    Query categories(database, detail::sql::kCategories);
    CF_RETURN_IF_ERROR(categories.exec(Parameters() << datasetId));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, categories.next());
        if (!more)
            return dataset;
        Category category;
        category.id = categories.integer();
        category.name = categories.text();
        CF_ASSIGN_OR_RETURN(category.images, readImages(database, category.id));
        dataset.categories.push_back(std::move(category));
    }
}

Result<Id> Project::saveTemplateSet(const TemplateSet &set)
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database));
    Query insert(database, "INSERT INTO template_sets (run_id, category_id, source, count, seed, "
                           "created_utc) VALUES (?, ?, ?, ?, ?, ?)");
    CF_RETURN_IF_ERROR(insert.exec(Parameters() << set.runId << set.categoryId << set.source
                                                << set.count << set.seed << utcNow()));
    const Id setId = insert.insertedId();
    CF_RETURN_IF_ERROR(saveTemplateImages(database, setId, set.images));
    CF_RETURN_IF_ERROR(transaction.commit());
    return setId;
}

Result<std::vector<TemplateSet>> Project::templateSets(Id runId) const
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(const Transaction snapshot,
                        Transaction::begin(database, TransactionKind::Read));
    std::vector<TemplateSet> sets;
    Query query(database, detail::sql::kTemplateSets);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << runId));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return sets;
        TemplateSet set;
        set.id = query.integer();
        set.runId = query.maybeInteger();
        set.categoryId = query.integer();
        set.source = query.text();
        set.count = static_cast<int>(query.integer());
        set.seed = query.integer();
        set.createdUtc = query.text();
        CF_ASSIGN_OR_RETURN(set.images, readTemplateImages(database, set.id));
        sets.push_back(std::move(set));
    }
}

} // namespace cf::store
