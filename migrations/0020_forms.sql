-- Forms: what units answer once a period, who asks for it, and what is pinned when a period has closed. All of it is about
-- units; the only rows about a person are what an officer is being asked (dialogs) and who did what (audit).

-- What a unit answers in a form for a period, whoever asks for it above. Its answers stand beside it, by revision: those
-- of `revision` are handed in, those of the next are being written.
CREATE TABLE form_returns (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,          -- AUTOINCREMENT: an old button never means another return
    form     TEXT    NOT NULL,                           -- the name of its file
    span     TEXT    NOT NULL,                           -- as in buttons: y2026-01-01
    ends_on  TEXT    NOT NULL,                           -- the last day of the period, for retention
    unit_id  INTEGER NOT NULL REFERENCES units (id),
    revision INTEGER NOT NULL DEFAULT 0,                 -- 0: not handed in
    returned TEXT,                                       -- set: sent back, for this reason
    reason   TEXT,                                       -- of the revision that is being written, where it needs one
    UNIQUE (form, span, unit_id)
) STRICT;
CREATE INDEX form_returns_by_unit ON form_returns (unit_id);
CREATE INDEX form_returns_by_end ON form_returns (ends_on);

CREATE TABLE form_answers (
    return_id INTEGER NOT NULL REFERENCES form_returns (id) ON DELETE CASCADE,
    revision  INTEGER NOT NULL,
    field     TEXT    NOT NULL,                          -- 2.1
    number    INTEGER,
    chosen    TEXT,                                      -- ids of options, with spaces between them
    words     TEXT,
    CHECK ((number IS NOT NULL) + (chosen IS NOT NULL) + (words IS NOT NULL) <= 1), -- none: there is no figure yet
    PRIMARY KEY (return_id, revision, field)
) STRICT, WITHOUT ROWID;

-- Each time a return was handed in.
CREATE TABLE form_revisions (
    return_id INTEGER NOT NULL REFERENCES form_returns (id) ON DELETE CASCADE,
    revision  INTEGER NOT NULL,
    version   INTEGER NOT NULL,                          -- of the form
    day       TEXT    NOT NULL,
    origin    TEXT    NOT NULL CHECK (origin IN ('unit', 'file')), -- file: by a sheet that the level above imported
    reason    TEXT,                                      -- why it was changed after a period had closed
    PRIMARY KEY (return_id, revision)
) STRICT, WITHOUT ROWID;

-- A unit asks units below it to hand in.
CREATE TABLE form_periods (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    form      TEXT    NOT NULL,
    span      TEXT    NOT NULL,
    ends_on   TEXT    NOT NULL,
    unit_id   INTEGER NOT NULL REFERENCES units (id),    -- who asks
    due_on    TEXT    NOT NULL,
    closed_on TEXT,                                      -- set: frozen
    calls     INTEGER NOT NULL DEFAULT 1,                -- how often the units' officers are to have been told
    called_on TEXT    NOT NULL,                          -- the last time it rose
    UNIQUE (form, span, unit_id)
) STRICT;
CREATE INDEX form_periods_by_unit ON form_periods (unit_id);
CREATE INDEX form_periods_by_end ON form_periods (ends_on);

-- Whom it asks, as the tree was when it was opened.
CREATE TABLE form_asked (
    period_id INTEGER NOT NULL REFERENCES form_periods (id) ON DELETE CASCADE,
    unit_id   INTEGER NOT NULL REFERENCES units (id),
    calls     INTEGER NOT NULL DEFAULT 0,                -- how often its officers have been told
    PRIMARY KEY (period_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_asked_by_unit ON form_asked (unit_id);

-- Sums of fields of which no single unit's number is told: decided once, when the period closes, and a constant from then
-- on. A field that may not be told has no row.
CREATE TABLE form_sums (
    period_id INTEGER NOT NULL REFERENCES form_periods (id) ON DELETE CASCADE,
    field     TEXT    NOT NULL,
    total     INTEGER NOT NULL,
    units     INTEGER NOT NULL,                          -- how many answered with a number
    PRIMARY KEY (period_id, field)
) STRICT, WITHOUT ROWID;

-- A sheet of a period that waits to be confirmed, beside lists of units.
ALTER TABLE unit_files ADD COLUMN period_id INTEGER REFERENCES form_periods (id) ON DELETE CASCADE; -- NULL: a list of units
CREATE INDEX unit_files_by_period ON unit_files (period_id) WHERE period_id IS NOT NULL;

-- Three more kinds of question: a step of a form, the reason of a change or of sending back, and a sheet.
DROP TRIGGER dialogs_end_with_a_draft;
DROP TRIGGER dialogs_end_with_writing;
DROP TRIGGER dialogs_end_with_a_commendation;
DROP TRIGGER dialogs_end_with_a_name;
CREATE TABLE dialogs_now (
    user_id    INTEGER NOT NULL PRIMARY KEY,            -- the messenger's number of whoever is asked
    kind       TEXT    NOT NULL CHECK (kind IN ('broadcast', 'commendation', 'name', 'form', 'amend', 'sendback', 'sheet')),
    step       TEXT CHECK (step IN ('text', 'start', 'until', 'link', 'rhythm')), -- what of a broadcast; NULL for the others
    subject    INTEGER NOT NULL,                        -- the draft, the member whose name it is, the return or the period
    place      INTEGER NOT NULL DEFAULT 0,              -- which step of a form; which unit is sent back to
    message_id INTEGER,                                 -- the message in which a form is filled in; NULL: not known
    asked_on   TEXT    NOT NULL,
    CHECK ((kind = 'broadcast') = (step IS NOT NULL))
) STRICT;
INSERT INTO dialogs_now (user_id, kind, step, subject, asked_on)
SELECT user_id, kind, step, subject, asked_on FROM dialogs;
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
