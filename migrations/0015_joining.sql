-- Who counts is who was let in: by a unit's link, or by an officer who has compared a number with the person.

-- Who has agreed to take part, has named a unit and waits to be let in. Nothing of it before they agree; a day finer than
-- the day is not kept. A member who wants to move waits here too and stays a member of their unit meanwhile.
CREATE TABLE join_requests (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,       -- AUTOINCREMENT: an old button never means another request
    user_id    INTEGER NOT NULL UNIQUE,                 -- the messenger's number; one open request a person
    unit_id    INTEGER NOT NULL REFERENCES units (id),
    language   TEXT    NOT NULL CHECK (language IN ('vi', 'en')),
    digits     INTEGER NOT NULL CHECK (digits BETWEEN 10 AND 99), -- what they see, to be told to the officer
    choices    TEXT    NOT NULL,                        -- JSON: the numbers that officers choose from, the same for each look
    asked_on   TEXT    NOT NULL,
    account    TEXT,                                    -- hash of the words agreed to; NULL: a member, who has agreed before
    abroad     TEXT,
    reflection TEXT,                                    -- NULL: not agreed to
    CHECK ((account IS NULL) = (abroad IS NULL))
) STRICT;
CREATE INDEX join_requests_by_unit ON join_requests (unit_id, id);
CREATE INDEX join_requests_by_day ON join_requests (asked_on);

-- Whose request has ended without being let in, until they may ask again: no number, a digest as in consent_proofs, so
-- that deleting one's data is no way around it. The link of a unit works all the same.
CREATE TABLE join_pauses (
    person TEXT NOT NULL PRIMARY KEY,
    until  TEXT NOT NULL                                -- the first day on which they may ask
) STRICT, WITHOUT ROWID;

-- Units with more accounts than people declared: their officers are told once, until the number changes.
CREATE TABLE overfull_units (
    unit_id  INTEGER NOT NULL PRIMARY KEY REFERENCES units (id),
    declared INTEGER NOT NULL,                          -- the number of which they were told
    told_on  TEXT    NOT NULL
) STRICT;

-- Members who are to confirm themselves anew by the fresh link of their unit, and have not yet.
CREATE TABLE unconfirmed_members (
    member_id   INTEGER NOT NULL PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    told_on     TEXT,                                   -- their two weeks begin when they are told; NULL: not told yet
    reminded_on TEXT
) STRICT;
CREATE INDEX unconfirmed_members_by_day ON unconfirmed_members (told_on);

-- Who made whom is asked when a second officer confirms.
CREATE INDEX officers_by_appointer ON officers (appointed_by);

-- What a line of the audit changed: codes and numbers, never a name of a person. Part of what the line's hash covers.
ALTER TABLE audit ADD COLUMN changed TEXT;              -- JSON; NULL: nothing to tell, and in older lines
DROP TRIGGER audit_is_not_changed;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL OR NEW.id <> OLD.id OR NEW.day <> OLD.day OR NEW.unit_id IS NOT OLD.unit_id
  OR NEW.user_id IS NOT OLD.user_id OR NEW.office <> OLD.office OR NEW.action <> OLD.action OR NEW.changed IS NOT OLD.changed
BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END;

-- The server's settings that decide who has rights and who counts, as at the last start: a change is a line of the audit.
ALTER TABLE installation ADD COLUMN settings TEXT;      -- JSON, no numbers of people; NULL: not started since this step
