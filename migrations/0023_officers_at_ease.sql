-- The name for commendations as it was typed, until its owner has confirmed how it is written; NULL: nothing to confirm.
ALTER TABLE named_members ADD COLUMN typed TEXT;

-- Groups in which the week that has closed is posted at the beginning of the next, and the last week that was, as its Monday:
-- no later one is posted twice, whatever the clock does.
ALTER TABLE groups ADD COLUMN weekly INTEGER NOT NULL DEFAULT 1 CHECK (weekly IN (0, 1)); -- 0: an officer has switched it off
ALTER TABLE groups ADD COLUMN posted_week TEXT NOT NULL DEFAULT '';
CREATE INDEX groups_to_post ON groups (posted_week, chat_id) WHERE weekly = 1;

-- What all officers are told once: about what, and how far that is. Served in portions, in the order of their numbers.
CREATE TABLE officer_notices (
    about  TEXT    NOT NULL PRIMARY KEY,            -- 'checkin:3', 'quarter:q2026-10-01'
    cursor INTEGER NOT NULL DEFAULT 0,              -- the last officer who was served: no number of it stays when all were
    done   INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT, WITHOUT ROWID;
