-- Initiatives: what a member has done better, told to the bot alone; and the register of a unit, into which they may enter it
-- under a name, by a fifth consent.

-- A part more. Nothing refers to these two tables, and no trigger hangs on them.
CREATE TABLE consents_now (
    member_id    INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    part         TEXT    NOT NULL CHECK (part IN ('account', 'abroad', 'reflection', 'named', 'author')),
    text_hash    TEXT    NOT NULL,                       -- of the words shown, so that a changed text can be told
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
    part      TEXT NOT NULL CHECK (part IN ('account', 'abroad', 'reflection', 'named', 'author')),
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

-- What a member tells of something they have done. It is theirs: nobody else sees it unless an entry of a register leads here.
CREATE TABLE initiatives (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,         -- AUTOINCREMENT: an old button never means another one
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    entered   INTEGER NOT NULL DEFAULT 0 CHECK (entered IN (0, 1)), -- 1: is or was in a register; it is entered once
    begun_on  TEXT    NOT NULL
) STRICT;
CREATE INDEX initiatives_by_member ON initiatives (member_id);

CREATE TABLE initiative_answers (
    initiative_id INTEGER NOT NULL REFERENCES initiatives (id) ON DELETE CASCADE,
    field         TEXT    NOT NULL,                      -- 2.1
    number        INTEGER,
    chosen        TEXT,                                  -- ids of options, with spaces between them
    words         TEXT,
    CHECK ((number IS NOT NULL) + (chosen IS NOT NULL) + (words IS NOT NULL) <= 1), -- none: left empty
    PRIMARY KEY (initiative_id, field)
) STRICT, WITHOUT ROWID;

-- The name under which a member is an author. It is not the one for commendation: each consent has its own.
CREATE TABLE authors (
    member_id INTEGER NOT NULL PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    name      TEXT,                                      -- as they confirmed it; NULL: not yet
    typed     TEXT                                       -- what they typed last, until they confirm it
) STRICT;

-- The register of a unit. Title, text and name are not here: they are read where the author keeps them, for as long as the
-- consent holds. What is left without its author are counts.
CREATE TABLE register_entries (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id       INTEGER NOT NULL REFERENCES units (id), -- where its author was when it was entered
    initiative_id INTEGER UNIQUE REFERENCES initiatives (id) ON DELETE SET NULL, -- NULL: withdrawn
    state         TEXT    NOT NULL DEFAULT 'noted' CHECK (state IN ('noted', 'applied', 'lodged', 'recognised', 'declined')),
    entered_on    TEXT    NOT NULL,
    lodged_on     TEXT,                                  -- the day on which the form was handed in
    decided_on    TEXT,
    decision      TEXT,                                  -- its number and day, as typed
    level         TEXT    CHECK (level IN ('unit', 'province', 'nation')), -- of whoever recognised it
    reason        TEXT,                                  -- why it was not recognised
    field         TEXT,                                  -- the id of its field, for counts
    benefit       INTEGER,                               -- in đồng, as its author states it
    CHECK (state <> 'lodged' OR lodged_on IS NOT NULL),
    CHECK ((state = 'recognised') = (level IS NOT NULL))
) STRICT;
CREATE INDEX register_entries_by_unit ON register_entries (unit_id, state);
CREATE INDEX register_entries_lodged ON register_entries (lodged_on) WHERE state = 'lodged';
CREATE INDEX register_entries_by_day ON register_entries (entered_on);

-- Whoever ends what an entry leads to, and how: what could tell who it was goes with it.
CREATE TRIGGER register_entries_are_unnamed AFTER UPDATE OF initiative_id ON register_entries
WHEN NEW.initiative_id IS NULL AND OLD.initiative_id IS NOT NULL
BEGIN
    UPDATE register_entries SET decision = NULL, reason = NULL WHERE id = NEW.id;
END;

-- A question ends with what it is about.
CREATE TRIGGER dialogs_end_with_an_initiative AFTER DELETE ON initiatives
BEGIN DELETE FROM dialogs WHERE kind IN ('initiative', 'author') AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_an_entry AFTER DELETE ON register_entries
BEGIN DELETE FROM dialogs WHERE kind IN ('lodged', 'recognised', 'declined') AND subject = OLD.id; END;
