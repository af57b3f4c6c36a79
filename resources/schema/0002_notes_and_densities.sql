-- Version 2: notes on a run, and score densities among the curves. A density has a population (the normal or the
-- defective images) and a bandwidth, and two of one kind stand beside each other, so the primary key grows.
ALTER TABLE runs ADD COLUMN notes TEXT NOT NULL DEFAULT '';

CREATE TABLE curves_new (
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

INSERT INTO curves_new (evaluation_id, category, variant, kind, population, bandwidth, x, y)
SELECT evaluation_id, category, variant, kind, '', NULL, x, y FROM curves;

DROP TABLE curves;

ALTER TABLE curves_new RENAME TO curves;
