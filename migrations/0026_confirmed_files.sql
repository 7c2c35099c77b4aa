-- A list that its owner has confirmed is planned beside the transactions, as it was read: what waits for that is marked.
ALTER TABLE unit_files ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)); -- 1: to be imported
