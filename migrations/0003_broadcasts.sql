-- Broadcasts: what officers send to their units, and the ledger of whom it reached.

CREATE TABLE broadcasts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    unit_id      INTEGER NOT NULL REFERENCES units (id), -- the unit it is sent in the name of
    officer      INTEGER NOT NULL,                   -- who wrote it: their number on the messenger; 0 when the ledger is forgotten
    second       INTEGER,                            -- the officer who confirmed it besides, where that was asked for
    state        TEXT    NOT NULL DEFAULT 'draft'
        CHECK (state IN ('draft', 'waiting', 'running', 'paused', 'cancelling', 'cancelled', 'unsending', 'unsent', 'done', 'repeating', 'resting')),
    version      INTEGER NOT NULL DEFAULT 1,         -- rises with every change of the draft: a confirmation names the one it saw
    awaiting     TEXT CHECK (awaiting IN ('text', 'start', 'until', 'link', 'rhythm')), -- what the officer's next message is; NULL: nothing
    album        TEXT,                               -- the album refused last: one refusal, not one a picture
    html         TEXT    NOT NULL DEFAULT '',        -- the message as members get it; emptied when the ledger is forgotten
    file_kind    TEXT CHECK (file_kind IN ('photo', 'document')), -- set: the words stand below a file…
    file_id      TEXT,                               -- …which the messenger has under this name
    link_label   TEXT,                               -- set: a button below it that opens…
    link_url     TEXT,                               -- …this page
    ask_seen     INTEGER NOT NULL DEFAULT 0 CHECK (ask_seen IN (0, 1)), -- set: members find a button that says they have seen it
    seen         INTEGER NOT NULL DEFAULT 0,         -- how many members have tapped it
    members      INTEGER NOT NULL DEFAULT 1 CHECK (members IN (0, 1)),
    groups       INTEGER NOT NULL DEFAULT 0 CHECK (groups IN (0, 1)),
    round_id     INTEGER REFERENCES rounds (id),     -- set: only members who have not answered this round
    rhythm       TEXT,                               -- set: a reminder that is sent again and again on these days; starts_at is when next
    replaces_id  INTEGER REFERENCES broadcasts (id) ON DELETE SET NULL, -- the reminder whose place this one takes once it is confirmed
    reminder_id  INTEGER REFERENCES broadcasts (id), -- the reminder it was sent for
    starts_at    INTEGER,                            -- NULL in a draft: at once
    expires_at   INTEGER,                            -- do not send after; NULL in a draft: the usual term
    origin_id    INTEGER REFERENCES broadcasts (id), -- set: it goes once more to those rows of this one…
    origin_state TEXT CHECK (origin_state IN ('failed', 'unknown')), -- …that ended so
    card_id      INTEGER,                            -- the message in the officer's chat that shows how it goes
    card_at      INTEGER NOT NULL DEFAULT 0,         -- when that was edited last
    created_on   TEXT    NOT NULL,
    ended_at     INTEGER,                            -- when nothing was left to do
    UNIQUE (origin_id, origin_state),                -- a second tap on "resend" changes nothing
    UNIQUE (reminder_id, starts_at),                 -- a reminder is sent once each time
    CHECK ((file_kind IS NULL) = (file_id IS NULL)),
    CHECK ((link_label IS NULL) = (link_url IS NULL))
) STRICT;
CREATE UNIQUE INDEX broadcasts_draft ON broadcasts (officer) WHERE state = 'draft';
CREATE INDEX broadcasts_at_work ON broadcasts (id) WHERE state IN ('running', 'paused', 'cancelling', 'unsending');
CREATE INDEX broadcasts_remembered ON broadcasts (ended_at) WHERE officer <> 0 AND ended_at IS NOT NULL;
CREATE INDEX broadcasts_reminders ON broadcasts (starts_at) WHERE state IN ('repeating', 'resting');

-- The units whose members and groups it goes to, all units below included.
CREATE TABLE broadcast_units (
    broadcast_id INTEGER NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
    unit_id      INTEGER NOT NULL REFERENCES units (id),
    PRIMARY KEY (broadcast_id, unit_id)
) STRICT, WITHOUT ROWID;

-- The ledger: a row for each recipient, fixed when the broadcast is confirmed. It only moves forward.
CREATE TABLE recipients (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    broadcast_id INTEGER NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
    member_id    INTEGER REFERENCES members (id) ON DELETE SET NULL, -- NULL: a group, or a member who has left
    chat_id      INTEGER,                            -- a group's
    unit_id      INTEGER NOT NULL REFERENCES units (id),
    state        TEXT    NOT NULL DEFAULT 'queued'
        CHECK (state IN ('queued', 'claimed', 'sent', 'unreachable', 'failed', 'expired', 'cancelled', 'unknown', 'unsent')),
    reason       TEXT,                               -- why it was not sent, or not taken back; a class, never content
    message_id   INTEGER,                            -- what was sent, so that it can be taken back
    outbox_id    INTEGER,                            -- the call it waits for, once there is one
    seen         INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)) -- the member has tapped the button below it: so that it counts once
) STRICT;
CREATE INDEX recipients_by_state ON recipients (broadcast_id, state, id);
-- The member first: their rows must be found when they leave.
CREATE UNIQUE INDEX recipients_members ON recipients (member_id, broadcast_id) WHERE member_id IS NOT NULL;
CREATE UNIQUE INDEX recipients_groups ON recipients (chat_id, broadcast_id) WHERE chat_id IS NOT NULL;

CREATE TRIGGER recipients_move_forward BEFORE UPDATE OF state ON recipients
WHEN NOT ((OLD.state = 'queued' AND NEW.state IN ('claimed', 'unreachable', 'expired', 'cancelled'))
       OR (OLD.state = 'claimed' AND NEW.state IN ('sent', 'unreachable', 'failed', 'expired', 'cancelled', 'unknown'))
       OR (OLD.state = 'sent' AND NEW.state = 'unsent'))
BEGIN
    SELECT RAISE(ABORT, 'a recipient only moves forward');
END;

-- How many recipients are in each state: a card costs the same whatever the size of the audience.
CREATE TABLE recipient_tallies (
    broadcast_id INTEGER NOT NULL REFERENCES broadcasts (id) ON DELETE CASCADE,
    state        TEXT    NOT NULL,
    reason       TEXT    NOT NULL DEFAULT '',
    people       INTEGER NOT NULL,
    PRIMARY KEY (broadcast_id, state, reason)
) STRICT, WITHOUT ROWID;

-- One row while nothing but answers is sent: days of mourning.
CREATE TABLE standstill (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    officer  INTEGER NOT NULL,
    since_on TEXT    NOT NULL
) STRICT;
