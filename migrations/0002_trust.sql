-- Trust: proof of consents that have ended, thresholds that only rise, an audit that can be checked,
-- the private journal, and what retention needs to know.

-- What holds for this database as a whole. One row, written at the first start.
CREATE TABLE house (
    id               INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    salt             BLOB    NOT NULL CHECK (length(salt) = 32),        -- mixed into the digests of people in consent_proofs
    floor_quiz       INTEGER NOT NULL CHECK (floor_quiz >= 5),
    floor_reflection INTEGER NOT NULL CHECK (floor_reflection >= 10),
    pruned_id        INTEGER NOT NULL DEFAULT 0,                        -- the last line of the audit that retention has removed
    pruned_hash      TEXT    NOT NULL DEFAULT '',                       -- its hash: the chain goes on from it
    swept_on         TEXT    NOT NULL DEFAULT ''                        -- the day for which retention has done its work
) STRICT;
CREATE TRIGGER house_thresholds_never_fall BEFORE UPDATE ON house
WHEN NEW.floor_quiz < OLD.floor_quiz OR NEW.floor_reflection < OLD.floor_reflection OR NEW.salt <> OLD.salt
BEGIN SELECT RAISE(ABORT, 'a threshold is never lowered'); END;
CREATE TRIGGER house_stays BEFORE DELETE ON house
BEGIN SELECT RAISE(ABORT, 'the house has one row'); END;

-- A consent that no longer holds: which words, from which day to which. No member, no number: a digest
-- by which somebody who says who they are can be found again. Ordered by digest, not by time.
CREATE TABLE consent_proofs (
    person    TEXT NOT NULL,                             -- SHA-256 of the house's salt and the messenger's number
    part      TEXT NOT NULL CHECK (part IN ('account', 'abroad', 'reflection')),
    text_hash TEXT NOT NULL,
    given_on  TEXT NOT NULL,
    ended_on  TEXT NOT NULL,
    ending    TEXT NOT NULL CHECK (ending IN ('withdrawn', 'renewed', 'left', 'lapsed')), -- lapsed: unreachable for too long
    PRIMARY KEY (person, part, given_on, ended_on, text_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_proofs_by_end ON consent_proofs (ended_on);

-- A member's own history of check-ins, sealed with a key that travels in the buttons of their own message.
CREATE TABLE journals (
    member_id  INTEGER NOT NULL PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    sealed     BLOB    NOT NULL,                         -- nonce and ciphertext; padded, so that its length says little
    message_id INTEGER,                                  -- where its buttons stand, to point there; NULL if not known
    delivered  INTEGER NOT NULL DEFAULT 0 CHECK (delivered IN (0, 1)) -- 0: its key has not reached them yet
) STRICT;
CREATE INDEX journals_undelivered ON journals (member_id) WHERE delivered = 0;

ALTER TABLE members ADD COLUMN unreachable_on TEXT;      -- since when they cannot be written to
ALTER TABLE members ADD COLUMN counts_from TEXT;         -- the first Monday whose round counts them: who left and came back in a week is counted once
CREATE INDEX members_unreachable ON members (unreachable_on) WHERE unreachable_on IS NOT NULL;
ALTER TABLE participations ADD COLUMN counted INTEGER NOT NULL DEFAULT 1 CHECK (counted IN (0, 1)); -- 0: counted before they left
CREATE INDEX participations_by_round ON participations (round_id);
CREATE INDEX quizzes_by_round ON quizzes (round_id);
CREATE INDEX quarantine_by_day ON quarantine (put_on);

-- The audit, chained: each line's hash covers the one before it.
ALTER TABLE audit RENAME TO audit_before;
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,           -- without gaps
    day     TEXT    NOT NULL,
    unit_id INTEGER REFERENCES units (id),               -- NULL: it concerns all
    user_id INTEGER,                                     -- NULL: whoever runs the server
    office  TEXT    NOT NULL CHECK (office <> ''),       -- in which office they did it; shown to members instead of a name
    deed    TEXT    NOT NULL CHECK (deed <> ''),         -- not listed here: new deeds must not need a new table
    hash    TEXT                                         -- SHA-256; NULL only in lines older than the chain, until the next start
) STRICT;
INSERT INTO audit (id, day, unit_id, user_id, office, deed)
SELECT id, day, unit_id, user_id, 'owner', deed FROM audit_before ORDER BY id;
DROP TABLE audit_before;
CREATE INDEX audit_by_unit ON audit (unit_id, id);
CREATE INDEX audit_by_user ON audit (user_id);
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL OR NEW.id <> OLD.id OR NEW.day <> OLD.day OR NEW.unit_id IS NOT OLD.unit_id
  OR NEW.user_id IS NOT OLD.user_id OR NEW.office <> OLD.office OR NEW.deed <> OLD.deed
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
WHEN OLD.id > coalesce((SELECT pruned_id FROM house), 0)
BEGIN SELECT RAISE(ABORT, 'the audit is only shortened from its beginning, by retention'); END;
