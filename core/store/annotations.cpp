#include "core/store/annotations.h"

#include "core/store/detail/project_impl.h"
#include "core/store/detail/queries.h"

namespace cf::store {

using detail::Database;
using detail::Parameters;
using detail::Query;
using detail::Transaction;
using detail::TransactionKind;

namespace {

Parameters keyOf(const PictureKey &picture)
{
    Parameters parameters;
    parameters << picture.datasetId << picture.category << picture.path;
    return parameters;
}

/// The picture's row, made or brought up to date.
Result<Id> saveHead(Database &database, const AnnotationChange &change)
{
    Query query(database,
                "INSERT INTO annotations (dataset_id, category, path, width_px, height_px, extra, "
                "changed_utc) VALUES (?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT (dataset_id, category, path) DO UPDATE SET "
                "width_px = excluded.width_px, height_px = excluded.height_px, "
                "extra = excluded.extra, changed_utc = excluded.changed_utc RETURNING id");
    Parameters parameters = keyOf(change.picture);
    parameters << change.widthPx << change.heightPx << change.extraJson << utcNow();
    CF_RETURN_IF_ERROR(query.exec(parameters));
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool one, query.next()); // always a row, or an error
    const Id id = query.integer();
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool more, query.next()); // ends the statement
    return id;
}

Result<void> saveShapes(Database &database, Id annotationId, const AnnotationChange &change)
{
    if (change.replacesAll) {
        Query forgetAll(database, "DELETE FROM shapes WHERE annotation_id = ?");
        CF_RETURN_IF_ERROR(forgetAll.exec(Parameters() << annotationId));
    }
    Query forget(database, "DELETE FROM shapes WHERE annotation_id = ? AND number = ?");
    for (const auto number : change.removed)
        CF_RETURN_IF_ERROR(forget.exec(Parameters() << annotationId << number));
    Query write(database, "INSERT INTO shapes (annotation_id, number, label, content) "
                          "VALUES (?, ?, ?, ?) ON CONFLICT (annotation_id, number) DO UPDATE SET "
                          "label = excluded.label, content = excluded.content");
    for (const ShapeRow &shape : change.written)
        CF_RETURN_IF_ERROR(write.exec(Parameters() << annotationId << shape.number << shape.label
                                                   << shape.content));
    return {};
}

StoredAnnotation readAnnotationHead(Query &row)
{
    StoredAnnotation head;
    head.picture.datasetId = row.integer();
    head.picture.category = row.text();
    head.picture.path = row.text();
    head.widthPx = static_cast<int>(row.integer());
    head.heightPx = static_cast<int>(row.integer());
    head.extraJson = row.text();
    head.changedUtc = row.text();
    return head;
}

Result<std::vector<ShapeRow>> readShapes(Database &database, Id annotationId)
{
    std::vector<ShapeRow> shapes;
    Query query(database, detail::sql::kShapes);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << annotationId));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return shapes;
        ShapeRow shape;
        shape.number = query.integer();
        shape.label = query.text();
        shape.content = query.text();
        shapes.push_back(std::move(shape));
    }
}

} // namespace

Result<void> Project::saveAnnotation(const AnnotationChange &change)
{
    return saveAnnotations({&change, 1});
}

Result<void> Project::saveAnnotations(std::span<const AnnotationChange> changes)
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database));
    for (const AnnotationChange &change : changes) {
        CF_ASSIGN_OR_RETURN(const Id annotationId, saveHead(database, change));
        CF_RETURN_IF_ERROR(saveShapes(database, annotationId, change));
    }
    return transaction.commit();
}

Result<std::optional<StoredAnnotation>> Project::annotation(const PictureKey &picture) const
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(const Transaction snapshot,
                        Transaction::begin(database, TransactionKind::Read));
    Query query(database, detail::sql::kAnnotation);
    CF_RETURN_IF_ERROR(query.exec(keyOf(picture)));
    CF_ASSIGN_OR_RETURN(const bool found, query.next());
    if (!found)
        return std::optional<StoredAnnotation>();
    const Id id = query.integer();
    StoredAnnotation annotation = readAnnotationHead(query);
    CF_ASSIGN_OR_RETURN(annotation.shapes, readShapes(database, id));
    return std::optional(std::move(annotation));
}

Result<std::vector<StoredAnnotation>> Project::annotations(Id datasetId) const
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(const Transaction snapshot,
                        Transaction::begin(database, TransactionKind::Read));
    std::vector<StoredAnnotation> annotations;
    Query query(database, detail::sql::kAnnotations);
    CF_RETURN_IF_ERROR(query.exec(Parameters() << datasetId));
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return annotations;
        const Id id = query.integer();
        annotations.push_back(readAnnotationHead(query));
        CF_ASSIGN_OR_RETURN(annotations.back().shapes, readShapes(database, id));
    }
}

Result<void> Project::saveAnnotationClasses(const std::vector<AnnotationClass> &classes)
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database));
    CF_RETURN_IF_ERROR(database.exec("DELETE FROM annotation_classes"));
    Query insert(database,
                 "INSERT INTO annotation_classes (position, name, colour) VALUES (?, ?, ?)");
    for (std::size_t i = 0; i < classes.size(); ++i)
        CF_RETURN_IF_ERROR(insert.exec(Parameters() << static_cast<std::int64_t>(i)
                                                    << classes[i].name << classes[i].colour));
    return transaction.commit();
}

Result<std::vector<AnnotationClass>> Project::annotationClasses() const
{
    std::vector<AnnotationClass> classes;
    Query query(*m_impl->database, detail::sql::kClasses);
    CF_RETURN_IF_ERROR(query.exec());
    while (true) {
        CF_ASSIGN_OR_RETURN(const bool more, query.next());
        if (!more)
            return classes;
        AnnotationClass one;
        one.name = query.text();
        one.colour = query.text();
        classes.push_back(std::move(one));
    }
}

Result<std::int64_t> Project::renameAnnotationClass(const std::string &from, const std::string &to)
{
    Database &database = *m_impl->database;
    CF_ASSIGN_OR_RETURN(Transaction transaction, Transaction::begin(database));
    Query taken(database,
                "SELECT count(*) FROM (SELECT name FROM annotation_classes WHERE name = ? "
                "UNION ALL SELECT label FROM shapes WHERE label = ?)");
    CF_RETURN_IF_ERROR(taken.exec(Parameters() << to << to));
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool counted, taken.next());
    const bool isTaken = taken.integer() > 0;
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool more, taken.next()); // ends the statement
    if (isTaken || to.find_first_not_of(" \t") == std::string::npos)
        return Error::make(ErrorCode::BadUsage,
                           isTaken ? "There is a class '" + to + "' already; choose another name"
                                   : "A class needs a name");
    Query names(database, "UPDATE annotation_classes SET name = ? WHERE name = ?");
    CF_RETURN_IF_ERROR(names.exec(Parameters() << to << from));
    Query count(database, "SELECT count(*) FROM shapes WHERE label = ?");
    CF_RETURN_IF_ERROR(count.exec(Parameters() << from));
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool one, count.next());
    const std::int64_t shapes = count.integer();
    CF_ASSIGN_OR_RETURN([[maybe_unused]] const bool end, count.next());
    Query labels(database, "UPDATE shapes SET label = ? WHERE label = ?");
    CF_RETURN_IF_ERROR(labels.exec(Parameters() << to << from));
    CF_RETURN_IF_ERROR(transaction.commit());
    return shapes;
}

} // namespace cf::store
