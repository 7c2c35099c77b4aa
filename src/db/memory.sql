-- What must not stand in any file: tables of the connection, held in the memory of the process (temp_store). They take part in
-- transactions as all others do, and are gone with the process: never in the database, its log or a backup.

-- What somebody is writing in answer to `/suggest`, a quarter of an hour at most.
CREATE TEMP TABLE IF NOT EXISTS suggestion_drafts (
    user_id    INTEGER NOT NULL PRIMARY KEY,             -- the messenger's number
    unit_id    INTEGER NOT NULL,
    code       INTEGER NOT NULL,                         -- random: a button of an older draft means nothing
    step       TEXT,                                     -- what their next message is; NULL: nothing
    label      TEXT,                                     -- of the suggestion it is about, if it is in the box already
    choice     INTEGER NOT NULL DEFAULT 0,               -- the topic; for officers the word of the answer, or a reason
    situation  TEXT    NOT NULL DEFAULT '',
    proposal   TEXT    NOT NULL DEFAULT '',
    name       TEXT    NOT NULL DEFAULT '',
    message_id INTEGER,                                  -- the message that is edited in place
    began_at   INTEGER NOT NULL
) STRICT;

-- What somebody typed in answer to a question and what may name a person, until they say that it does not. It goes with its
-- question.
CREATE TEMP TABLE IF NOT EXISTS doubted_words (
    user_id    INTEGER NOT NULL PRIMARY KEY,             -- the messenger's number
    message_id INTEGER NOT NULL,                         -- the message in which it was typed: which question a button is below
    words      TEXT    NOT NULL
) STRICT;

-- How many of a member's suggestions wait in the box of a unit: the limit. Ends when the box opens.
CREATE TEMP TABLE IF NOT EXISTS suggestion_limits (
    unit_id INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    sent    INTEGER NOT NULL,
    PRIMARY KEY (unit_id, user_id)
) STRICT, WITHOUT ROWID;

-- What was sent and is on its way into a box, until a full quarter of an hour: in the log of the file it would else stand beside
-- the update that brought it.
CREATE TEMP TABLE IF NOT EXISTS suggestion_arrivals (
    label     TEXT    NOT NULL PRIMARY KEY,
    unit_id   INTEGER NOT NULL,
    user_id   INTEGER NOT NULL,
    member_id INTEGER NOT NULL,
    name      TEXT    NOT NULL,                          -- '': hidden
    what      TEXT    NOT NULL,                          -- JSON, as it will stand in the box
    card      TEXT    NOT NULL,                          -- JSON: the call that shows its author's card once it is there
    enters_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What authors do with one that is in a box or released: written at the same moments.
CREATE TEMP TABLE IF NOT EXISTS suggestion_wishes (
    label     TEXT    NOT NULL PRIMARY KEY,
    user_id   INTEGER NOT NULL,
    asked     TEXT,                                      -- which question is answered; NULL: it is taken back
    added     TEXT,                                      -- the answer
    card      TEXT,                                      -- JSON: what its author is shown once it is done
    enters_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who has said “I see it so, too” to which answered suggestion: once each.
CREATE TEMP TABLE IF NOT EXISTS suggestion_seconds (
    label     TEXT    NOT NULL,
    user_id   INTEGER NOT NULL,
    enters_at INTEGER,                                   -- when it is counted, as above; NULL: it was
    PRIMARY KEY (label, user_id)
) STRICT, WITHOUT ROWID;

-- Calls to be made of which no file may know, not even that they were to be made. Numbered by a row of our own, for with
-- AUTOINCREMENT there would be a second sqlite_sequence that takes the name of the file's.
CREATE TEMP TABLE IF NOT EXISTS unwritten_calls (
    id         INTEGER NOT NULL PRIMARY KEY,             -- far beyond every id of the outbox
    chat_id    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    claimed    INTEGER NOT NULL DEFAULT 0 CHECK (claimed IN (0, 1)),
    attempts   INTEGER NOT NULL DEFAULT 0,
    call       TEXT    NOT NULL                          -- JSON
) STRICT;
CREATE TEMP TABLE IF NOT EXISTS unwritten_ids (next INTEGER NOT NULL) STRICT;
INSERT INTO unwritten_ids SELECT (1 << 62) + 1 WHERE NOT EXISTS (SELECT 1 FROM unwritten_ids);
