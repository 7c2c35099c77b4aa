-- Who has waited some days without an answer hears what else they can do, and the next officers above are asked, once.
ALTER TABLE join_requests ADD COLUMN raised INTEGER NOT NULL DEFAULT 0 CHECK (raised IN (0, 1));
CREATE INDEX join_requests_to_raise ON join_requests (asked_on, id) WHERE raised = 0;

-- How many were reminded counts, while a round is open, those who have not answered: told to nobody, so not kept either.
ALTER TABLE quiz_reminders DROP COLUMN served;
