-- Backups that were made, and that this database came from one.

-- What became of the last ones: for whoever asks how old the newest good one is.
CREATE TABLE backups (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at INTEGER NOT NULL,
    bytes   INTEGER CHECK (bytes > 0),               -- NULL: it could not be made
    trouble TEXT,                                    -- what was wrong: a class of fault, never a path; NULL: nothing
    CHECK (bytes IS NOT NULL OR trouble IS NOT NULL)
) STRICT;

-- Each time this database was put back from a copy: what an older life may have done since is not done again.
CREATE TABLE restores (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    restored_at INTEGER NOT NULL,
    copied_at   INTEGER,                             -- when the copy was made; NULL: it was no backup of this program
    lost        INTEGER NOT NULL,                    -- how many calls waited in the copy, and are not made
    in_doubt    INTEGER NOT NULL,                    -- how many recipients of broadcasts may have been reached since
    deleted     INTEGER NOT NULL,                    -- how many people had left since, or withdrawn something
    told        INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1)) -- 1: the owners know
) STRICT;

ALTER TABLE installation ADD COLUMN copied_at INTEGER;     -- in a copy, when it was made; NULL in a database at work
ALTER TABLE installation ADD COLUMN backup_told_on TEXT;   -- when the owners last heard that backups fail
