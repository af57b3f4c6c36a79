-- Version 3: who reviews, and what they decided. A decision is never changed and never deleted: an undo is one more row,
-- which withdraws an earlier one. Each row carries the hash of the one before it (core/store/decisions.h says of what).
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
