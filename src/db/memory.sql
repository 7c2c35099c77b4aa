-- What must not stand in any file: tables of the connection, held in the memory of the process (temp_store). They take part in
-- transactions as all others do, and are gone with the process: never in the database, its log or a backup.

-- What somebody is writing in answer to `/suggest`, a quarter of an hour at most.
CREATE TEMP TABLE IF NOT EXISTS suggestion_drafts (
    user_id    INTEGER NOT NULL PRIMARY KEY,             -- the messenger's number
    unit_id    INTEGER NOT NULL,
    code       INTEGER NOT NULL,                         -- random: a button of an older draft means nothing
    step       TEXT,                                     -- what their next message is; NULL: nothing
    label      TEXT,                                     -- of the suggestion it is about, if it is in the box already
    choice     INTEGER NOT NULL DEFAULT 0,               -- the topic; for officers the word of the answer
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

-- Who has said “I see it so, too” to which answered suggestion: once each.
CREATE TEMP TABLE IF NOT EXISTS suggestion_seconds (
    label   TEXT    NOT NULL,
    user_id INTEGER NOT NULL,
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
