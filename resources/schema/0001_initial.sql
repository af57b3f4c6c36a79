-- Version 1 of a project file. Statements are separated by an empty line; a released file is never edited.
-- Times are UTC in ISO 8601 with milliseconds. Paths of artifacts and models are relative to the project folder.
-- One dataset folder that was read into the project.
CREATE TABLE datasets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    root TEXT NOT NULL UNIQUE, -- the folder, absolute
    format TEXT NOT NULL,      -- name of the reader that recognised it
    added_utc TEXT NOT NULL
) STRICT;

CREATE TABLE categories (
    id INTEGER PRIMARY KEY,
    dataset_id INTEGER NOT NULL REFERENCES datasets (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    UNIQUE (dataset_id, name)
) STRICT;

CREATE TABLE images (
    id INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
    path TEXT NOT NULL,        -- relative to datasets.root
    split TEXT NOT NULL CHECK (split IN ('train', 'validation', 'test')),
    defective INTEGER CHECK (defective IN (0, 1)), -- NULL: not known
    kind TEXT NOT NULL,        -- 'good', or the kind of defect
    mask TEXT,                 -- relative to datasets.root; NULL: none
    width_px INTEGER NOT NULL CHECK (width_px >= 0),   -- 0: not measured
    height_px INTEGER NOT NULL CHECK (height_px >= 0),
    sha256 TEXT,               -- of the file's bytes, hexadecimal; NULL: not hashed
    UNIQUE (category_id, path)
) STRICT;

-- One training, evaluation or import of another method's maps.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- names the folder, so never used twice
    kind TEXT NOT NULL CHECK (kind IN ('train', 'evaluate', 'external')),
    name TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed', 'interrupted')),
    dataset_id INTEGER REFERENCES datasets (id) ON DELETE SET NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    seed INTEGER NOT NULL,
    created_utc TEXT NOT NULL,
    started_utc TEXT,          -- first time it ran
    ended_utc TEXT,            -- last time it ended; NULL while it has not
    steps_done INTEGER NOT NULL DEFAULT 0 CHECK (steps_done >= 0),
    seconds REAL NOT NULL DEFAULT 0,
    final_loss REAL,
    model_path TEXT,
    model_sha256 TEXT,
    error TEXT,                -- one sentence, set with state 'failed'
    owner TEXT                 -- who ran it last: process and computer, for messages only
) STRICT;

CREATE INDEX runs_by_state ON runs (state);

CREATE INDEX runs_by_dataset ON runs (dataset_id);

-- The normal images chosen as matching templates for a category, in order.
CREATE TABLE template_sets (
    id INTEGER PRIMARY KEY,
    run_id INTEGER REFERENCES runs (id) ON DELETE CASCADE,
    category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count >= 0), -- asked for; fewer may have been there
    seed INTEGER NOT NULL,
    created_utc TEXT NOT NULL
) STRICT;

CREATE INDEX template_sets_by_run ON template_sets (run_id);

CREATE INDEX template_sets_by_category ON template_sets (category_id);

CREATE TABLE template_images (
    template_set_id INTEGER NOT NULL REFERENCES template_sets (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    image_id INTEGER REFERENCES images (id) ON DELETE SET NULL,
    path TEXT NOT NULL,        -- kept where a later reading of the dataset no longer finds the image
    PRIMARY KEY (template_set_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX template_images_by_image ON template_images (image_id);

CREATE TABLE steps (
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    step INTEGER NOT NULL CHECK (step >= 0),
    learning_rate REAL,        -- NULL: not a number
    PRIMARY KEY (run_id, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE losses (
    run_id INTEGER NOT NULL,
    step INTEGER NOT NULL,
    term TEXT NOT NULL,        -- 'total', 'focal', ...
    value REAL,                -- NULL: not a number
    PRIMARY KEY (run_id, step, term),
    FOREIGN KEY (run_id, step) REFERENCES steps (run_id, step) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- A file that the project made, in the project folder.
CREATE TABLE artifacts (
    id INTEGER PRIMARY KEY,
    run_id INTEGER REFERENCES runs (id) ON DELETE CASCADE,
    path TEXT NOT NULL UNIQUE CHECK (path NOT LIKE '/%'),
    kind TEXT NOT NULL,        -- 'model', 'checkpoint', 'map', 'report', ...
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    sha256 TEXT NOT NULL,
    created_utc TEXT NOT NULL
) STRICT;

CREATE INDEX artifacts_by_run ON artifacts (run_id);

CREATE TABLE evaluations (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    dataset_id INTEGER REFERENCES datasets (id) ON DELETE SET NULL,
    started_utc TEXT NOT NULL,
    ended_utc TEXT NOT NULL,
    settings TEXT NOT NULL CHECK (json_valid(settings)),
    seconds_per_image REAL
) STRICT;

CREATE INDEX evaluations_by_run ON evaluations (run_id);

CREATE INDEX evaluations_by_dataset ON evaluations (dataset_id);

CREATE TABLE metrics (
    evaluation_id INTEGER NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
    category TEXT NOT NULL,    -- '' is the mean over the categories
    variant TEXT NOT NULL CHECK (variant IN ('baseline', 'filtered', 'fused', 'external')),
    name TEXT NOT NULL,
    value REAL,                -- 0 to 1, NULL where it is not defined
    reason TEXT,               -- why it is not defined
    PRIMARY KEY (evaluation_id, category, variant, name),
    CHECK ((value IS NULL) = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Scores of one image: larger is more anomalous, NULL where that variant was not computed.
CREATE TABLE scores (
    evaluation_id INTEGER NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
    category TEXT NOT NULL,
    path TEXT NOT NULL,        -- relative to the dataset's root
    defective INTEGER CHECK (defective IN (0, 1)),
    kind TEXT NOT NULL,
    baseline REAL,
    filtered REAL,
    fused REAL,
    external REAL,
    map_artifact_id INTEGER REFERENCES artifacts (id) ON DELETE SET NULL,
    PRIMARY KEY (evaluation_id, category, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX scores_by_map ON scores (map_artifact_id);

CREATE TABLE curves (
    evaluation_id INTEGER NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
    category TEXT NOT NULL,
    variant TEXT NOT NULL CHECK (variant IN ('baseline', 'filtered', 'fused', 'external')),
    kind TEXT NOT NULL,        -- 'image_roc', 'pixel_pr', 'pro', ...
    x BLOB NOT NULL,           -- float32, little endian
    y BLOB NOT NULL,
    PRIMARY KEY (evaluation_id, category, variant, kind),
    CHECK (length(x) = length(y) AND length(x) % 4 = 0)
) STRICT;
