-- A file of units that an owner has sent, until they say whether it is to be imported; a day at most.
CREATE TABLE unit_files (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,     -- AUTOINCREMENT: an old button never means a newer file
    user_id  INTEGER NOT NULL UNIQUE,               -- the newest file takes the place of the one before
    language TEXT    NOT NULL CHECK (language IN ('vi', 'en')),
    bytes    BLOB,                                  -- NULL: it could not be fetched
    judged   TEXT,                                  -- SHA-256 of the changes shown; NULL: not looked at yet
    day      TEXT    NOT NULL
) STRICT;
