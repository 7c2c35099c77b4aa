-- Commendation: a fourth consent, to be named; the name that goes with it; and those who were commended.

-- A part more. Nothing refers to these two tables, and no trigger hangs on them.
CREATE TABLE consents_now (
    member_id    INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    part         TEXT    NOT NULL CHECK (part IN ('account', 'abroad', 'reflection', 'named')),
    text_hash    TEXT    NOT NULL,                  -- of the words shown, so that a changed text can be told
    given_on     TEXT    NOT NULL,
    withdrawn_on TEXT,
    PRIMARY KEY (member_id, part)
) STRICT, WITHOUT ROWID;
INSERT INTO consents_now (member_id, part, text_hash, given_on, withdrawn_on)
SELECT member_id, part, text_hash, given_on, withdrawn_on FROM consents;
DROP TABLE consents;
ALTER TABLE consents_now RENAME TO consents;

CREATE TABLE consent_proofs_now (
    person    TEXT NOT NULL,                             -- SHA-256 of the house's salt and the messenger's number
    part      TEXT NOT NULL CHECK (part IN ('account', 'abroad', 'reflection', 'named')),
    text_hash TEXT NOT NULL,
    given_on  TEXT NOT NULL,
    ended_on  TEXT NOT NULL,
    ending    TEXT NOT NULL CHECK (ending IN ('withdrawn', 'renewed', 'left', 'lapsed')), -- lapsed: unreachable for too long
    PRIMARY KEY (person, part, given_on, ended_on, text_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO consent_proofs_now (person, part, text_hash, given_on, ended_on, ending)
SELECT person, part, text_hash, given_on, ended_on, ending FROM consent_proofs;
DROP TABLE consent_proofs;
ALTER TABLE consent_proofs_now RENAME TO consent_proofs;
CREATE INDEX consent_proofs_by_end ON consent_proofs (ended_on);

-- The only place where a person's name is: everything else points here, so that deleting a row unnames them everywhere.
CREATE TABLE named_members (
    member_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    unit_id   INTEGER NOT NULL REFERENCES units (id),    -- where they were when they agreed: a move ends it
    name      TEXT,                                      -- as they typed it; NULL: not yet
    asked_on  TEXT                                       -- set: what they write on that day is the name
) STRICT;
CREATE INDEX named_members_by_unit ON named_members (unit_id);

-- What an officer is writing, one an officer; a day at most.
CREATE TABLE commendation_drafts (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,         -- AUTOINCREMENT: an old button never means a newer draft
    officer   INTEGER NOT NULL UNIQUE,                   -- the messenger's number
    unit_id   INTEGER NOT NULL REFERENCES units (id),    -- in whose name
    member_id INTEGER NOT NULL REFERENCES named_members (member_id) ON DELETE CASCADE,
    reason    TEXT,                                      -- NULL: not written yet
    awaiting  INTEGER NOT NULL DEFAULT 1 CHECK (awaiting IN (0, 1)), -- 1: the officer's next message is the reason
    version   INTEGER NOT NULL DEFAULT 1,                -- rises with every change: a confirmation names the one it saw
    day       TEXT    NOT NULL
) STRICT;

CREATE TABLE commendations (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id   INTEGER NOT NULL REFERENCES units (id),    -- in whose name
    member_id INTEGER REFERENCES named_members (member_id) ON DELETE SET NULL, -- NULL: has withdrawn, moved or left
    reason    TEXT    NOT NULL,                          -- emptied with it: it may tell who it was
    day       TEXT    NOT NULL
) STRICT;
CREATE INDEX commendations_by_unit ON commendations (unit_id, day);
CREATE INDEX commendations_by_member ON commendations (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX commendations_by_day ON commendations (day);

-- Where the card stands, so that it can be emptied.
CREATE TABLE commendation_cards (
    commendation_id INTEGER NOT NULL REFERENCES commendations (id) ON DELETE CASCADE,
    chat_id         INTEGER NOT NULL,                    -- a group's
    message_id      INTEGER,                             -- NULL: not there yet
    unnamed         INTEGER NOT NULL DEFAULT 0 CHECK (unnamed IN (0, 1)), -- 1: what it says is to be taken away
    PRIMARY KEY (commendation_id, chat_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX commendation_cards_unnamed ON commendation_cards (commendation_id) WHERE unnamed = 1;

CREATE TRIGGER commendations_are_unnamed AFTER UPDATE OF member_id ON commendations
WHEN NEW.member_id IS NULL AND OLD.member_id IS NOT NULL
BEGIN
    UPDATE commendations SET reason = '' WHERE id = NEW.id;
    UPDATE commendation_cards SET unnamed = 1 WHERE commendation_id = NEW.id;
    DELETE FROM outbox WHERE state = 'queued' AND purpose = '{"commended":' || NEW.id || '}';
END;
