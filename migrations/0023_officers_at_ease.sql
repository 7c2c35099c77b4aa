-- The name for commendations as it was typed, until its owner has confirmed how it is written; NULL: nothing to confirm.
ALTER TABLE named_members ADD COLUMN typed TEXT;
