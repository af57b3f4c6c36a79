-- Version 4: what people drew on pictures, a row a shape, so that an edit writes what it changed and nothing else.
-- The classes that are offered, in order; a shape may have a label that is none of them.
CREATE TABLE annotation_classes (
    position INTEGER PRIMARY KEY CHECK (position >= 0),
    name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
    colour TEXT NOT NULL CHECK (length(colour) = 7 AND colour LIKE '#%') -- '#rrggbb'
) STRICT;

-- A picture is named by category and path, as in a decision: a later reading of the dataset that no longer finds it
-- must not take people's work away.
CREATE TABLE annotations (
    id INTEGER PRIMARY KEY,
    dataset_id INTEGER NOT NULL REFERENCES datasets (id),
    category TEXT NOT NULL,
    path TEXT NOT NULL,        -- relative to datasets.root
    width_px INTEGER NOT NULL CHECK (width_px > 0),
    height_px INTEGER NOT NULL CHECK (height_px > 0),
    extra TEXT NOT NULL,       -- what the format knew that it was read from: JSON, or ''
    changed_utc TEXT NOT NULL,
    UNIQUE (dataset_id, category, path)
) STRICT;

CREATE TABLE shapes (
    annotation_id INTEGER NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number > 0), -- within the picture; a higher one lies on top
    label TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)), -- core/annotation/shape_json.h says of what
    PRIMARY KEY (annotation_id, number)
) STRICT, WITHOUT ROWID;
