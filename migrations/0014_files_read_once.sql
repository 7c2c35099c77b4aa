-- A file of units is read beside the transactions, once: whatever it does to the process, no start tries it again.
ALTER TABLE unit_files ADD COLUMN tried INTEGER NOT NULL DEFAULT 0 CHECK (tried IN (0, 1)); -- 1: set before reading
ALTER TABLE unit_files ADD COLUMN rows TEXT;            -- what was read of it, as JSON; `bytes` are gone then
-- What waits to be confirmed was read in an older way: its owner sends it again.
DELETE FROM unit_files WHERE judged IS NOT NULL;
