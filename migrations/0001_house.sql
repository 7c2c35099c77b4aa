-- The house: units, members, the weekly round, the monthly check-in, what is owed.
-- Days are Vietnamese calendar days, 'YYYY-MM-DD'; moments are Unix seconds.
-- Nothing about what a person did is kept finer than the day.

-- The organisation's tree. Members are never listed before they join: `members` is only a number.
CREATE TABLE units (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    code      TEXT    NOT NULL UNIQUE,             -- the organisation's own short name for it
    name      TEXT    NOT NULL,
    folded    TEXT    NOT NULL,                    -- name, lower-case without marks: searched by people without a Vietnamese keyboard
    parent_id INTEGER REFERENCES units (id),       -- NULL: a root
    lineage   TEXT    NOT NULL DEFAULT '[]',       -- JSON, root first, itself last: '[1,5]'; every deed is counted for each of them
    kind      TEXT    NOT NULL,                    -- the organisation's word for its level
    members   INTEGER NOT NULL CHECK (members >= 0), -- declared, units below included; the denominator of its figures
    start     TEXT    NOT NULL UNIQUE              -- the payload of its invite link; not guessable from the code
) STRICT;
CREATE INDEX units_by_parent ON units (parent_id);

-- People who agreed to take part. No name, no username, no telephone number.
CREATE TABLE members (
    id           INTEGER PRIMARY KEY AUTOINCREMENT, -- AUTOINCREMENT: a deleted member's id is never another's
    user_id      INTEGER NOT NULL UNIQUE,           -- the messenger's number; also their private chat
    unit_id      INTEGER NOT NULL REFERENCES units (id),
    language     TEXT    NOT NULL CHECK (language IN ('vi', 'en')),
    window       TEXT    NOT NULL CHECK (window IN ('noon', 'evening')),
    paused_until TEXT,                              -- the first day on which they want messages again
    reachable    INTEGER NOT NULL DEFAULT 1 CHECK (reachable IN (0, 1)), -- 0: blocked us, until they write again
    joined_on    TEXT    NOT NULL
) STRICT;
CREATE INDEX members_by_unit ON members (unit_id);
CREATE INDEX members_by_window ON members (window, id);

-- Each consent by itself, with proof of the words that were agreed to.
CREATE TABLE consents (
    member_id    INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    part         TEXT    NOT NULL CHECK (part IN ('account', 'abroad', 'reflection')),
    text_hash    TEXT    NOT NULL,                  -- of the words shown, so that a changed text can be told
    given_on     TEXT    NOT NULL,
    withdrawn_on TEXT,
    PRIMARY KEY (member_id, part)
) STRICT, WITHOUT ROWID;

-- Groups that carry a unit's figures.
CREATE TABLE groups (
    chat_id   INTEGER NOT NULL PRIMARY KEY,
    unit_id   INTEGER NOT NULL REFERENCES units (id),
    linked_on TEXT    NOT NULL
) STRICT;

-- One row a week. What it is about is fixed when it opens.
CREATE TABLE rounds (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    monday    TEXT    NOT NULL UNIQUE,
    criterion TEXT    NOT NULL,                     -- '3.2'
    turn      INTEGER NOT NULL,                     -- how often this criterion has come before: picks the item
    opens_at  INTEGER NOT NULL,
    closes_at INTEGER NOT NULL CHECK (closes_at > opens_at),
    closed    INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) STRICT;
CREATE INDEX rounds_open ON rounds (closes_at) WHERE closed = 0;

-- What is sent to everybody in a window: worked off in batches, the cursor moves in the batch's own transaction.
CREATE TABLE pushes (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    round_id   INTEGER NOT NULL REFERENCES rounds (id),
    kind       TEXT    NOT NULL CHECK (kind IN ('item', 'quiz', 'reminder')),
    window     TEXT    NOT NULL CHECK (window IN ('noon', 'evening')),
    due_at     INTEGER NOT NULL,
    expires_at INTEGER NOT NULL CHECK (expires_at > due_at),
    cursor     INTEGER NOT NULL DEFAULT 0,          -- the last member already served
    done       INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
    UNIQUE (round_id, kind, window)
) STRICT;
CREATE INDEX pushes_to_do ON pushes (due_at) WHERE done = 0;

-- What a member did in a round, each thing at most once: what the tallies count.
CREATE TABLE participations (
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    round_id  INTEGER NOT NULL REFERENCES rounds (id),
    unit_id   INTEGER NOT NULL REFERENCES units (id), -- the unit at that time: a move later changes no figure
    item_id   TEXT,                                  -- NULL: no item was sent
    reached   INTEGER NOT NULL DEFAULT 0 CHECK (reached IN (0, 1)),
    read      INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1)),
    answered  INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1)), -- one question at least
    finished  INTEGER NOT NULL DEFAULT 0 CHECK (finished IN (0, 1)), -- all five
    PRIMARY KEY (member_id, round_id)
) STRICT, WITHOUT ROWID;

-- A member's five questions of a week.
CREATE TABLE quizzes (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    member_id  INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    round_id   INTEGER NOT NULL REFERENCES rounds (id),
    message_id INTEGER,                              -- the message that is edited in place; NULL until delivered
    place      INTEGER NOT NULL DEFAULT 0 CHECK (place BETWEEN 0 AND 5), -- the next question to answer
    explaining INTEGER NOT NULL DEFAULT 0 CHECK (explaining IN (0, 1)),  -- 1: the answer before it is on the screen
    UNIQUE (member_id, round_id)
) STRICT;

CREATE TABLE quiz_questions (
    quiz_id     INTEGER NOT NULL REFERENCES quizzes (id) ON DELETE CASCADE,
    place       INTEGER NOT NULL CHECK (place BETWEEN 0 AND 4),
    question_id TEXT    NOT NULL,
    shuffle     TEXT    NOT NULL CHECK (length(shuffle) = 4), -- '2031': letter A shows option 2 of the file
    letter      INTEGER CHECK (letter BETWEEN 0 AND 3),       -- NULL: not answered; set once
    correct     INTEGER CHECK (correct IN (0, 1)),
    answered_on TEXT,
    PRIMARY KEY (quiz_id, place)
) STRICT, WITHOUT ROWID;

-- Sums for reports, kept in the transaction of the deed for the unit and every unit above it:
-- a report reads a few rows, whatever the size of the union and the length of its history.
CREATE TABLE tallies (
    round_id INTEGER NOT NULL REFERENCES rounds (id),
    unit_id  INTEGER NOT NULL REFERENCES units (id),
    reached  INTEGER NOT NULL DEFAULT 0,
    read     INTEGER NOT NULL DEFAULT 0,
    answered INTEGER NOT NULL DEFAULT 0,
    finished INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (round_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE theme_tallies (
    round_id INTEGER NOT NULL REFERENCES rounds (id),
    theme    INTEGER NOT NULL CHECK (theme BETWEEN 1 AND 4),
    unit_id  INTEGER NOT NULL REFERENCES units (id),
    people   INTEGER NOT NULL DEFAULT 0,             -- who answered at least one question of the theme: what the floor counts
    answers  INTEGER NOT NULL DEFAULT 0,
    correct  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (round_id, theme, unit_id)
) STRICT, WITHOUT ROWID;

-- The monthly reflection. While a round is open its answers belong to the member, and can be changed and taken back.
CREATE TABLE checkin_rounds (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    month     TEXT    NOT NULL UNIQUE,               -- '2026-11'
    set_id    TEXT    NOT NULL,                      -- which set of prompts
    opens_at  INTEGER NOT NULL,
    closes_at INTEGER NOT NULL CHECK (closes_at > opens_at),
    closed    INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) STRICT;
CREATE INDEX checkin_rounds_open ON checkin_rounds (closes_at) WHERE closed = 0;

-- That somebody opened it, apart from what they said. Deleted when the round closes.
CREATE TABLE checkin_visits (
    round_id  INTEGER NOT NULL REFERENCES checkin_rounds (id),
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    thought   INTEGER NOT NULL DEFAULT 0 CHECK (thought IN (0, 1)), -- theme 1: 'read and thought about', never an answer
    PRIMARY KEY (round_id, member_id)
) STRICT, WITHOUT ROWID;

-- Ordered by member, not by time: no row order gives an answer away. Deleted when the round closes.
CREATE TABLE checkin_answers (
    round_id  INTEGER NOT NULL REFERENCES checkin_rounds (id),
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    place     INTEGER NOT NULL CHECK (place BETWEEN 0 AND 2),
    choice    INTEGER NOT NULL CHECK (choice BETWEEN 0 AND 3),
    PRIMARY KEY (round_id, member_id, place)
) STRICT, WITHOUT ROWID;

-- All that is left of a closed round: counts for a unit with all below it, never changed afterwards.
CREATE TABLE checkin_counts (
    round_id INTEGER NOT NULL REFERENCES checkin_rounds (id),
    unit_id  INTEGER NOT NULL REFERENCES units (id),
    place    INTEGER NOT NULL CHECK (place BETWEEN 0 AND 2),
    choice   INTEGER NOT NULL CHECK (choice BETWEEN 0 AND 3),
    people   INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (round_id, unit_id, place, choice)
) STRICT, WITHOUT ROWID;

-- How many people those counts come from: what the floor counts.
CREATE TABLE checkin_people (
    round_id INTEGER NOT NULL REFERENCES checkin_rounds (id),
    unit_id  INTEGER NOT NULL REFERENCES units (id),
    people   INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (round_id, unit_id)
) STRICT, WITHOUT ROWID;

-- What is owed to people: one row is one call. A row whose call was answered is deleted, words and all.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    lane       INTEGER NOT NULL CHECK (lane BETWEEN 0 AND 2),
    chat_id    INTEGER,                              -- NULL: the messenger counts it against no chat
    due_at     INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,                     -- not sent at or after
    state      TEXT    NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'claimed', 'unreachable', 'stale', 'failed', 'expired', 'unknown')),
    attempts   INTEGER NOT NULL DEFAULT 0,           -- counted before the attempt: what crashes us still reaches its limit
    on_doubt   TEXT    NOT NULL CHECK (on_doubt IN ('again', 'unknown')),
    purpose    TEXT    NOT NULL,                     -- JSON: what to record
    call       TEXT    NOT NULL,                     -- JSON: what to send; empty once the row has ended
    reason     TEXT,                                 -- why it ended; a class of fault, never content
    ended_on   TEXT                                  -- the day it ended without being sent
) STRICT;
CREATE INDEX outbox_queued ON outbox (lane, id) WHERE state = 'queued';
CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'queued';
CREATE INDEX outbox_claimed ON outbox (id) WHERE state = 'claimed';
CREATE INDEX outbox_ended ON outbox (ended_on) WHERE ended_on IS NOT NULL;

-- Updates already handled, kept three days: longer than the messenger keeps one, shorter than its ids take to jump.
CREATE TABLE updates (
    update_id INTEGER NOT NULL PRIMARY KEY,
    done_on   TEXT    NOT NULL
) STRICT;
CREATE INDEX updates_by_day ON updates (done_on);

-- Updates whose handling failed: which and why, never what they said.
CREATE TABLE quarantine (
    update_id INTEGER NOT NULL PRIMARY KEY,
    kind      TEXT    NOT NULL,
    cause     TEXT    NOT NULL,
    put_on    TEXT    NOT NULL
) STRICT;

-- What officers looked at or changed.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    day     TEXT    NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    user_id INTEGER NOT NULL,
    deed    TEXT    NOT NULL CHECK (deed IN ('report', 'link', 'unlink'))
) STRICT;
