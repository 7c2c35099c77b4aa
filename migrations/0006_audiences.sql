-- Audiences that are still being written into the ledger, a portion of a transaction at a time: everybody else can
-- write in between. No row: all of it is there.
CREATE TABLE audiences (
    broadcast_id INTEGER NOT NULL PRIMARY KEY REFERENCES broadcasts (id) ON DELETE CASCADE,
    cursor       INTEGER NOT NULL,                  -- up to here it is written: members by id; of a resend, rows of the first ledger
    last         INTEGER NOT NULL                   -- the newest there was at the confirmation: who joins later is not added
) STRICT;
