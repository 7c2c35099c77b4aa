-- Officers: who may act for a unit and for everything below it. No names: a title, and the messenger's number.
CREATE TABLE officers (
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- AUTOINCREMENT: an old button never means another officer
    user_id      INTEGER NOT NULL,
    unit_id      INTEGER NOT NULL REFERENCES units (id),
    title        TEXT    NOT NULL CHECK (title IN ('chair', 'deputy', 'committee', 'leader', 'assistant')),
    appointed_by INTEGER,                           -- the messenger's number; NULL: they had it deleted
    since        TEXT    NOT NULL,
    UNIQUE (user_id, unit_id)
) STRICT;
CREATE INDEX officers_by_unit ON officers (unit_id);

-- One-time links by which somebody becomes an officer. Whoever holds the link can only ask: the officer who made
-- it compares the digits with the person they meant, and confirms.
CREATE TABLE appointments (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    code         TEXT    NOT NULL UNIQUE,           -- in the link
    unit_id      INTEGER NOT NULL REFERENCES units (id),
    title        TEXT    NOT NULL CHECK (title IN ('chair', 'deputy', 'committee', 'leader', 'assistant')),
    appointed_by INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    state        TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'used')),
    user_id      INTEGER,                           -- who has accepted, until it is confirmed or refused
    digits       TEXT,                              -- what they see, to be told to the officer who made the link
    CHECK ((state = 'accepted') = (user_id IS NOT NULL AND digits IS NOT NULL))
) STRICT;
CREATE INDEX appointments_by_end ON appointments (expires_at);

-- Payloads of invite links that have been renewed: whoever opens one is told so.
CREATE TABLE retired_invites (
    start      TEXT    NOT NULL PRIMARY KEY,
    unit_id    INTEGER NOT NULL REFERENCES units (id),
    retired_on TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- Nobody is reminded twice in a round, by whatever way.
ALTER TABLE participations ADD COLUMN reminded INTEGER NOT NULL DEFAULT 0 CHECK (reminded IN (0, 1));

-- Reminders that officers asked for: once a round and unit, one row for each window. Worked off in batches like a push.
CREATE TABLE reminders (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    round_id   INTEGER NOT NULL REFERENCES rounds (id),
    unit_id    INTEGER NOT NULL REFERENCES units (id),
    window     TEXT    NOT NULL CHECK (window IN ('noon', 'evening')),
    user_id    INTEGER,                             -- who asked, and sees how far it is; NULL: they had their number deleted
    message_id INTEGER,                             -- the message that shows it
    due_at     INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > due_at),
    cursor     INTEGER NOT NULL DEFAULT 0,          -- the last member already served
    served     INTEGER NOT NULL DEFAULT 0,          -- how many were reminded
    done       INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
    UNIQUE (round_id, unit_id, window)
) STRICT;
CREATE INDEX reminders_to_do ON reminders (due_at) WHERE done = 0;
