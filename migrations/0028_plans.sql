-- The yearly plan: what a unit means to do for each task, by post and month; drafted, signed on paper, and only then read by
-- members. Nothing of it is about a person: who leads is a post of a closed list.

-- A version of a plan. A change of an issued plan is a new version, which replaces it when it is issued itself.
CREATE TABLE plans (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,       -- AUTOINCREMENT: an old button never means another plan
    unit_id     INTEGER NOT NULL REFERENCES units (id),
    begins      TEXT    NOT NULL,                        -- its first month: 2026-09
    ends_on     TEXT    NOT NULL,                        -- the last day of its twelfth, for retention
    version     INTEGER NOT NULL CHECK (version > 0),
    reason      TEXT,                                    -- why it was changed; NULL: the first version
    number      TEXT,                                    -- as on the signed paper
    issued_on   TEXT,                                    -- NULL: a draft, which officers alone see
    current     INTEGER NOT NULL DEFAULT 0 CHECK (current IN (0, 1)), -- whether it is the version that counts
    answered_on TEXT,                                    -- the last day on which an officer said how far a line is
    CHECK ((number IS NULL) = (issued_on IS NULL)),
    CHECK (current = 0 OR issued_on IS NOT NULL),
    UNIQUE (unit_id, begins, version)
) STRICT;
CREATE INDEX plans_current ON plans (unit_id, ends_on) WHERE current = 1;
CREATE INDEX plans_by_end ON plans (ends_on);

CREATE TABLE plan_lines (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,                            -- the same in every version
    used    INTEGER NOT NULL DEFAULT 1 CHECK (used IN (0, 1)), -- in a draft: whether it is switched on
    task    INTEGER NOT NULL CHECK (task BETWEEN 1 AND 6),
    content TEXT    NOT NULL,
    lead    TEXT    NOT NULL,                            -- ids of posts, with spaces between them
    support TEXT    NOT NULL,
    first   TEXT    NOT NULL,                            -- months
    last    TEXT    NOT NULL,
    measure TEXT    NOT NULL,
    target  TEXT    NOT NULL,
    counted TEXT,                                        -- what the bot counts itself
    state   TEXT    NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'doing', 'done', 'dropped')),
    moved   TEXT,                                        -- the month to which its end was moved
    result  INTEGER,                                     -- the number that was reached
    note    TEXT,                                        -- why it is not done any more
    UNIQUE (plan_id, number)
) STRICT;

-- A plan's sheet that waits to be confirmed, beside lists of units and sheets of forms.
ALTER TABLE unit_files ADD COLUMN plan_id INTEGER REFERENCES plans (id) ON DELETE CASCADE;
CREATE INDEX unit_files_by_plan ON unit_files (plan_id) WHERE plan_id IS NOT NULL;

-- Whose officers are still to be told that the unit above asks for the plan, or for how far it is.
CREATE TABLE plan_calls (
    unit_id INTEGER NOT NULL PRIMARY KEY REFERENCES units (id),
    by_unit INTEGER NOT NULL REFERENCES units (id),      -- which unit asks
    day     TEXT    NOT NULL,
    told    INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_calls_to_tell ON plan_calls (unit_id) WHERE told = 0;
CREATE INDEX plan_calls_by_unit ON plan_calls (by_unit);

-- Questions about a plan and about one of its lines.
DROP TRIGGER dialogs_end_with_a_draft;
DROP TRIGGER dialogs_end_with_writing;
DROP TRIGGER dialogs_end_with_a_commendation;
DROP TRIGGER dialogs_end_with_a_name;
DROP TRIGGER dialogs_end_with_a_return;
DROP TRIGGER dialogs_end_with_a_period;
CREATE TABLE dialogs_now (
    user_id    INTEGER NOT NULL PRIMARY KEY,             -- the messenger's number of whoever is asked
    kind       TEXT    NOT NULL CHECK (kind <> ''),      -- which question: the program knows them all
    step       TEXT CHECK (step IN ('text', 'start', 'until', 'link', 'rhythm')), -- what of a broadcast; NULL for the others
    subject    INTEGER NOT NULL,                         -- the draft, the member, the return, the period, the plan or its line
    place      INTEGER NOT NULL DEFAULT 0,               -- which step; which unit is sent back to
    message_id INTEGER,                                  -- the message in which it is asked; NULL: not known
    asked_on   TEXT    NOT NULL,
    CHECK ((kind = 'broadcast') = (step IS NOT NULL))
) STRICT;
INSERT INTO dialogs_now SELECT user_id, kind, step, subject, place, message_id, asked_on FROM dialogs;
DROP TABLE dialogs;
ALTER TABLE dialogs_now RENAME TO dialogs;
CREATE TRIGGER dialogs_end_with_a_draft AFTER DELETE ON broadcasts WHEN OLD.state = 'draft'
BEGIN DELETE FROM dialogs WHERE kind = 'broadcast' AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_writing AFTER UPDATE OF state ON broadcasts WHEN OLD.state = 'draft' AND NEW.state <> 'draft'
BEGIN DELETE FROM dialogs WHERE kind = 'broadcast' AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_a_commendation AFTER DELETE ON commendation_drafts
BEGIN DELETE FROM dialogs WHERE kind = 'commendation' AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_a_name AFTER DELETE ON named_members
BEGIN DELETE FROM dialogs WHERE kind = 'name' AND subject = OLD.member_id; END;
CREATE TRIGGER dialogs_end_with_a_return AFTER DELETE ON form_returns
BEGIN DELETE FROM dialogs WHERE kind IN ('form', 'amend') AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_a_period AFTER DELETE ON form_periods
BEGIN DELETE FROM dialogs WHERE kind IN ('sendback', 'sheet') AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_a_plan AFTER DELETE ON plans
BEGIN DELETE FROM dialogs WHERE kind IN ('plan', 'planchange', 'planfile') AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_a_line AFTER DELETE ON plan_lines
BEGIN DELETE FROM dialogs WHERE kind IN ('planline', 'planresult', 'plandrop') AND subject = OLD.id; END;
