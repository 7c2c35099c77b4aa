-- What needs a person, as the owners last heard of it: again only when it has changed, or after a while.
CREATE TABLE findings (
    finding TEXT NOT NULL PRIMARY KEY,  -- a word of a fixed list
    state   TEXT NOT NULL,              -- as it was then: what differs is told anew
    told_on TEXT NOT NULL               -- at most one message a day
) STRICT, WITHOUT ROWID;
-- Content that rests on a document without force is one finding among the others now.
DROP TABLE lapse_notices;

ALTER TABLE heartbeat ADD COLUMN free_bytes INTEGER;  -- on the disk with the database; NULL: not known
ALTER TABLE heartbeat ADD COLUMN refused_at INTEGER;  -- when the messenger last refused the token; kept from one start to the next
-- Of backups they hear in the same message.
ALTER TABLE installation DROP COLUMN backup_told_on;
