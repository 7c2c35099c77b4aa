-- The card of a plan in the unit's groups: posted once, and officers are told when.
ALTER TABLE plans ADD COLUMN posted_at INTEGER;
