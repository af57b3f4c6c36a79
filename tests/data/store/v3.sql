-- A project file as version 3 left it: its tables as they were then, and rows in each of them.
-- Statements are separated by an empty line.
PRAGMA application_id = 1128682324;

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
    owner TEXT,                -- who ran it last: process and computer, for messages only
    notes TEXT NOT NULL DEFAULT ''
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
    category TEXT NOT NULL,    -- '' is the mean over the categories
    variant TEXT NOT NULL CHECK (variant IN ('baseline', 'filtered', 'fused', 'external')),
    kind TEXT NOT NULL,        -- 'image_roc', 'pixel_pr', 'pro', 'kde', ...
    population TEXT NOT NULL,  -- 'good' or 'defective' for a density, else ''
    bandwidth REAL,            -- of a density, in units of the score, else NULL
    x BLOB NOT NULL,           -- float32, little endian
    y BLOB NOT NULL,
    PRIMARY KEY (evaluation_id, category, variant, kind, population),
    CHECK (length(x) = length(y) AND length(x) % 4 = 0)
) STRICT;

CREATE TABLE reviewers (
    name TEXT NOT NULL PRIMARY KEY CHECK (trim(name) <> ''), -- kept while a decision names it
    profile TEXT NOT NULL CHECK (json_valid(profile)),       -- their reasons, order of the queue, ...
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    added_utc TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Whole in itself: dataset, image and run may go, so their numbers reference nothing.
CREATE TABLE decisions (
    sequence INTEGER PRIMARY KEY CHECK (sequence > 0),      -- 1, 2, 3, ... without a gap
    time_utc TEXT NOT NULL,
    reviewer TEXT NOT NULL REFERENCES reviewers (name),
    dataset_id INTEGER NOT NULL,
    image_id INTEGER NOT NULL,
    category TEXT NOT NULL,
    path TEXT NOT NULL,        -- of the image, relative to the dataset's root
    image_sha256 TEXT NOT NULL CHECK (length(image_sha256) = 64),
    verdict TEXT NOT NULL CHECK (verdict IN ('ok', 'ng', 'unsure', 'withdrawn')),
    reason TEXT NOT NULL,      -- '' where none was given
    kind TEXT NOT NULL CHECK (kind IN ('first', 'second', 'arbitration', 'undo')),
    withdraws INTEGER CHECK (withdraws < sequence), -- of an undo: the decision that it takes back
    run_id INTEGER,            -- NULL: judged without a model
    model_sha256 TEXT,
    score REAL,                -- of the image, larger is more anomalous; NULL: none
    threshold REAL,
    shown TEXT NOT NULL CHECK (json_valid(shown)), -- what was on screen: map, colour map, scale, zoom, ...
    previous_sha256 TEXT NOT NULL CHECK (length(previous_sha256) = 64), -- 64 zeros in the first row
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    CHECK ((verdict = 'withdrawn') = (kind = 'undo')),
    CHECK ((withdraws IS NOT NULL) = (kind = 'undo'))
) STRICT;

CREATE INDEX decisions_by_reviewer ON decisions (reviewer);

-- Not UNIQUE, and the triggers below refuse in its place: INSERT OR REPLACE deletes what is in its way, unseen by the
-- trigger on DELETE.
CREATE INDEX decisions_by_withdraws ON decisions (withdraws);

CREATE TRIGGER decisions_are_never_changed BEFORE UPDATE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'a decision is never changed, withdraw it by another one');
END;

CREATE TRIGGER decisions_are_never_deleted BEFORE DELETE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'a decision is never deleted, withdraw it by another one');
END;

CREATE TRIGGER decisions_come_at_the_end BEFORE INSERT ON decisions
BEGIN
    SELECT RAISE(ABORT, 'a decision comes after the last one')
    WHERE NEW.sequence IS NOT (SELECT ifnull(max(sequence), 0) + 1 FROM decisions);
    SELECT RAISE(ABORT, 'a decision carries the hash of the one before it')
    WHERE NEW.previous_sha256 IS NOT
        ifnull((SELECT sha256 FROM decisions ORDER BY sequence DESC LIMIT 1), printf('%064d', 0));
    SELECT RAISE(ABORT, 'an undo withdraws a decision that stands')
    WHERE NEW.withdraws IS NOT NULL AND (
        NOT EXISTS (SELECT 1 FROM decisions WHERE sequence = NEW.withdraws AND kind <> 'undo')
        OR EXISTS (SELECT 1 FROM decisions WHERE withdraws = NEW.withdraws));
END;

INSERT INTO datasets (id, name, root, format, added_utc)
VALUES (1, 'screws', '/data/screws', 'mvtec', '2024-01-02T03:04:05.678Z');

INSERT INTO categories (id, dataset_id, name) VALUES (1, 1, 'bolt'), (2, 1, 'nut');

INSERT INTO images (id, category_id, path, split, defective, kind, mask, width_px, height_px, sha256)
VALUES (1, 1, 'bolt/train/good/0.png', 'train', 0, 'good', NULL, 640, 480, NULL),
       (2, 1, 'bolt/test/bent/0.png', 'test', 1, 'bent', 'bolt/mask/0.png', 640, 480, NULL);

INSERT INTO runs (id, kind, name, state, dataset_id, settings, seed, created_utc, started_utc, ended_utc, steps_done,
                  seconds, final_loss, model_path, model_sha256, error, owner, notes)
VALUES (1, 'train', 'first', 'done', 1, '{"steps":2}', 7, '2024-01-02T03:05:00.000Z', '2024-01-02T03:05:01.000Z',
        '2024-01-02T03:06:00.000Z', 2, 59.5, 0.25, 'runs/0001/model.pth', NULL, NULL, 'process 1 on here', 'kept'),
       (4, 'train', 'killed', 'running', 1, '{}', 8, '2024-01-03T03:05:00.000Z', '2024-01-03T03:05:01.000Z', NULL, 1,
        1.5, NULL, NULL, NULL, NULL, 'process 2 on here', '');

INSERT INTO template_sets (id, run_id, category_id, source, count, seed, created_utc)
VALUES (1, 1, 1, 'random', 1, 7, '2024-01-02T03:05:02.000Z');

INSERT INTO template_images (template_set_id, position, image_id, path) VALUES (1, 0, 1, 'bolt/train/good/0.png');

INSERT INTO steps (run_id, step, learning_rate) VALUES (1, 0, 0.001), (1, 1, 0.0005);

INSERT INTO losses (run_id, step, term, value) VALUES (1, 0, 'total', 0.5), (1, 1, 'total', 0.25);

INSERT INTO artifacts (id, run_id, path, kind, bytes, sha256, created_utc)
VALUES (1, 1, 'runs/0001/map.tiff', 'map', 12, 'not a hash', '2024-01-02T03:06:00.000Z');

INSERT INTO evaluations (id, run_id, dataset_id, started_utc, ended_utc, settings, seconds_per_image)
VALUES (1, 1, 1, '2024-01-02T03:07:00.000Z', '2024-01-02T03:08:00.000Z', '{"lambda":0.5}', 0.125);

INSERT INTO metrics (evaluation_id, category, variant, name, value, reason)
VALUES (1, '', 'filtered', 'image_auroc', 0.75, NULL), (1, '', 'filtered', 'au_pro', NULL, 'no masks');

INSERT INTO scores (evaluation_id, category, path, defective, kind, baseline, filtered, fused, external, map_artifact_id)
VALUES (1, 'bolt', 'bolt/test/bent/0.png', 1, 'bent', 0.5, 0.75, NULL, NULL, 1);

INSERT INTO curves (evaluation_id, category, variant, kind, population, bandwidth, x, y)
VALUES (1, 'bolt', 'filtered', 'image_roc', '', NULL, x'000000000000003f', x'0000803e0000803f');

INSERT INTO reviewers (name, profile, active, added_utc) VALUES ('ada', '{}', 1, '2024-01-02T03:59:00.000Z');

INSERT INTO decisions (sequence, time_utc, reviewer, dataset_id, image_id, category, path, image_sha256, verdict, reason,
                       kind, withdraws, run_id, model_sha256, score, threshold, shown, previous_sha256, sha256)
VALUES (1, '2024-01-02T04:00:00.000Z', 'ada', 1, 2,
        'bolt', 'bolt/test/bent/0.png', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
        'ng', 'bent', 'first', NULL, 1, NULL, 0.75, 0.5, '{}',
        '0000000000000000000000000000000000000000000000000000000000000000',
        '626c4384dd423b56da1201a24a6fe57162755880f5f4219ae72c9045db64e409');

PRAGMA user_version = 3;
