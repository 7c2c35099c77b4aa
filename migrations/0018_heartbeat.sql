-- How the running bot is, for 'nhip status' and 'nhip healthcheck', which look from another process. One row, written
-- over at most every fifteen seconds. Moments are the machine's, but for next_at, which is the campaign's.
CREATE TABLE heartbeat (
    id           INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    version      TEXT    NOT NULL,
    bot          TEXT    NOT NULL,  -- its username
    started_at   INTEGER NOT NULL,
    beat_at      INTEGER NOT NULL,
    heard_at     INTEGER,           -- the messenger was heard; NULL: not since the start
    sent_at      INTEGER,           -- a call was answered; NULL: none since the start
    update_at    INTEGER,           -- an update was handled; kept from one start to the next
    next_at      INTEGER,           -- when the next thing is due
    oldest_id    INTEGER,           -- of the outbox: the oldest row that may leave and has not
    oldest_since INTEGER            -- since when it is known to wait: the outbox itself keeps no such moment
) STRICT;
