-- One word a thing, the field's: names that only this house used are given up. No row changes.
ALTER TABLE withheld RENAME TO suppressed;
ALTER TABLE standstill RENAME TO pause_all;
ALTER TABLE reminders RENAME TO quiz_reminders;
ALTER TABLE house RENAME TO installation;

ALTER TABLE installation RENAME COLUMN floor_quiz TO threshold_quiz;
ALTER TABLE installation RENAME COLUMN floor_reflection TO threshold_reflection;
ALTER TABLE rounds RENAME COLUMN turn TO cycle;            -- how often this criterion has come before: picks the item
ALTER TABLE audit RENAME COLUMN deed TO action;
ALTER TABLE broadcasts RENAME COLUMN reminder_id TO recurring_id; -- the recurring broadcast it was sent for

DROP TRIGGER house_thresholds_never_fall;
CREATE TRIGGER installation_thresholds_never_fall BEFORE UPDATE ON installation
WHEN NEW.threshold_quiz < OLD.threshold_quiz OR NEW.threshold_reflection < OLD.threshold_reflection OR NEW.salt <> OLD.salt
BEGIN SELECT RAISE(ABORT, 'a threshold is never lowered'); END;
DROP TRIGGER house_stays;
CREATE TRIGGER installation_stays BEFORE DELETE ON installation
BEGIN SELECT RAISE(ABORT, 'there is one row, and it stays'); END;

DROP INDEX broadcasts_reminders;
CREATE INDEX broadcasts_recurring ON broadcasts (starts_at) WHERE state IN ('repeating', 'resting');
DROP INDEX reminders_to_do;
CREATE INDEX quiz_reminders_to_do ON quiz_reminders (due_at) WHERE done = 0;
