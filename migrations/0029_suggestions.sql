-- Suggestions to a unit (`/suggest`). Nothing here joins a hidden one with a member: no column, no order, no time. What is being
-- written, who has sent how many, and the calls that bring it all to somebody's phone are in no table of this file but in the
-- memory of the process (src/db/memory.sql).

-- Where suggestions are on: number and date of the unit's democracy regulation have been typed. A box holds what waits as one
-- value, in the order of random labels, and is written anew as a whole: neither a row nor a page tells what came first.
CREATE TABLE suggestion_boxes (
    unit_id   INTEGER NOT NULL PRIMARY KEY REFERENCES units (id),
    number    TEXT    NOT NULL,                          -- of the regulation
    dated     TEXT    NOT NULL,                          -- its day
    waiting   TEXT    NOT NULL DEFAULT '[]',             -- JSON: [label, topic, now, proposal] of each
    held      INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0), -- how many
    opened_on TEXT    NOT NULL,                          -- the last day on which nothing was left in it
    looked_on TEXT    NOT NULL,                          -- the last day on which it was looked at whether it is to be opened
    lost_on   TEXT,                                      -- what waited in it is not in the backup that was restored on that day
    meeting_from  TEXT,                                  -- opinions before the yearly meeting are asked for from this day
    meeting_until TEXT,                                  -- to this one
    checks_on TEXT                                       -- when it is to be looked at what has become of the meeting's resolution
) STRICT;

-- Those that a box has released, all of a day together. The label is random; the key whose digest it is has its author alone.
CREATE TABLE suggestions (
    label        TEXT    NOT NULL PRIMARY KEY CHECK (length(label) = 16),
    unit_id      INTEGER NOT NULL REFERENCES units (id),
    topic        INTEGER NOT NULL CHECK (topic BETWEEN 1 AND 11), -- 11: about the union
    meeting      INTEGER NOT NULL DEFAULT 0 CHECK (meeting IN (0, 1)), -- asked for before the yearly meeting
    situation    TEXT    NOT NULL,
    proposal     TEXT    NOT NULL,
    released_on  TEXT    NOT NULL,
    state        TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'refused')),
    same_as      TEXT REFERENCES suggestions (label) ON DELETE SET NULL, -- says the same as that one, and is answered with it
    asked        TEXT,                                   -- what a reader asks its author
    added        TEXT,                                   -- and what they wrote to that
    forwarded_on TEXT,                                   -- a paper for the head of the agency was made
    word         INTEGER CHECK (word BETWEEN 1 AND 5),   -- of the answer
    answer       TEXT,
    reason       INTEGER CHECK (reason BETWEEN 1 AND 5), -- why it is not published
    settled_on   TEXT,                                   -- when it was answered or refused
    seconds      INTEGER NOT NULL DEFAULT 0 CHECK (seconds >= 0), -- who see it so, too
    CHECK ((state = 'answered') = (answer IS NOT NULL AND word IS NOT NULL)),
    CHECK ((state = 'refused') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestions_by_unit ON suggestions (unit_id, state);
CREATE INDEX suggestions_by_twin ON suggestions (same_as) WHERE same_as IS NOT NULL;

-- Who has put their name to one. A hidden one has no row here.
CREATE TABLE suggestion_authors (
    label     TEXT    NOT NULL PRIMARY KEY,              -- of one that waits or is released
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    name      TEXT    NOT NULL                           -- as they typed it
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestion_authors_by_member ON suggestion_authors (member_id);
CREATE TRIGGER suggestion_authors_go_with_it AFTER DELETE ON suggestions
BEGIN DELETE FROM suggestion_authors WHERE label = OLD.label; END;

-- One office more: the head of the people's inspectorate (Trưởng Ban Thanh tra nhân dân), who reads suggestions beside the chair.
CREATE TABLE officers_now (
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- AUTOINCREMENT: an old button never means another officer
    user_id      INTEGER NOT NULL,
    unit_id      INTEGER NOT NULL REFERENCES units (id),
    title        TEXT    NOT NULL CHECK (title IN ('chair', 'deputy', 'inspector', 'committee', 'leader', 'assistant')),
    appointed_by INTEGER,                           -- the messenger's number; NULL: they had it deleted
    since        TEXT    NOT NULL,
    UNIQUE (user_id, unit_id)
) STRICT;
INSERT INTO sqlite_sequence (name, seq) SELECT 'officers_now', seq FROM sqlite_sequence WHERE name = 'officers';
INSERT INTO officers_now (id, user_id, unit_id, title, appointed_by, since)
SELECT id, user_id, unit_id, title, appointed_by, since FROM officers;
DROP TABLE officers;
ALTER TABLE officers_now RENAME TO officers;
CREATE INDEX officers_by_unit ON officers (unit_id);
CREATE INDEX officers_by_appointer ON officers (appointed_by);

CREATE TABLE appointments_now (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    code         TEXT    NOT NULL UNIQUE,           -- in the link
    unit_id      INTEGER NOT NULL REFERENCES units (id),
    title        TEXT    NOT NULL CHECK (title IN ('chair', 'deputy', 'inspector', 'committee', 'leader', 'assistant')),
    appointed_by INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    state        TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'used')),
    user_id      INTEGER,                           -- who has accepted, until it is confirmed or refused
    digits       TEXT,                              -- what they see, to be told to the officer who made the link
    CHECK ((state = 'accepted') = (user_id IS NOT NULL AND digits IS NOT NULL))
) STRICT;
INSERT INTO sqlite_sequence (name, seq) SELECT 'appointments_now', seq FROM sqlite_sequence WHERE name = 'appointments';
INSERT INTO appointments_now (id, code, unit_id, title, appointed_by, expires_at, state, user_id, digits)
SELECT id, code, unit_id, title, appointed_by, expires_at, state, user_id, digits FROM appointments;
DROP TABLE appointments;
ALTER TABLE appointments_now RENAME TO appointments;
CREATE INDEX appointments_by_end ON appointments (expires_at);
