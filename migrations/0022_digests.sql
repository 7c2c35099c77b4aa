-- The officers' digest of a month: how far it has come. One row a month; those before are deleted when it begins. It knows an
-- officer's number for as long as it goes out, so that the next portion begins behind them.
CREATE TABLE digests (
    month  TEXT    NOT NULL PRIMARY KEY,                 -- 2026-11
    cursor INTEGER NOT NULL DEFAULT 0,                   -- the last officer who has been looked at; 0 once it is done
    done   INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT, WITHOUT ROWID;
