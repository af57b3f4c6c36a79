#pragma once

#include "core/store/records.h"

/// What people drew on the pictures of a dataset. Project::saveAnnotation() stores an edit.
namespace cf::store {

/// A class that is offered for drawing.
struct AnnotationClass
{
    std::string name;   ///< not blank
    std::string colour; ///< "#rrggbb"
    bool operator==(const AnnotationClass &) const = default;
};

/// Which picture it is; not its number in the project, which a later reading of the dataset may
/// take away.
struct PictureKey
{
    Id datasetId = 0;
    std::string category;
    std::filesystem::path path; ///< relative to the dataset's root
    auto operator<=>(const PictureKey &) const = default;
};

struct ShapeRow
{
    std::int64_t number = 0; ///< > 0, within the picture; a higher one lies on top
    std::string label;
    std::string content; ///< JSON, see annotation/shape_json.h
    bool operator==(const ShapeRow &) const = default;
};

struct StoredAnnotation
{
    PictureKey picture;
    int widthPx = 0;
    int heightPx = 0;
    std::string extraJson;
    std::string changedUtc;       ///< set when stored
    std::vector<ShapeRow> shapes; ///< in order of the number
    bool operator==(const StoredAnnotation &) const = default;
};

/// One edit, or several of one picture.
struct AnnotationChange
{
    PictureKey picture;
    int widthPx = 0;
    int heightPx = 0;
    std::string extraJson;
    bool replacesAll = false;          ///< `written` is all there is from now on
    std::vector<ShapeRow> written;     ///< new ones, and those that replace the one of that number
    std::vector<std::int64_t> removed; ///< numbers; those that are not there are passed over
};

} // namespace cf::store
