-- What a person is being asked to type stands in one place: one question at a time is the key's doing, not that of three updates.
CREATE TABLE dialogs (
    user_id  INTEGER NOT NULL PRIMARY KEY,             -- the messenger's number of whoever is asked
    kind     TEXT    NOT NULL CHECK (kind IN ('broadcast', 'commendation', 'name')),
    step     TEXT CHECK (step IN ('text', 'start', 'until', 'link', 'rhythm')), -- what of a broadcast; NULL for the others
    subject  INTEGER NOT NULL,                         -- the draft, or the member whose name it is
    asked_on TEXT    NOT NULL,
    CHECK ((kind = 'broadcast') = (step IS NOT NULL))
) STRICT;
INSERT INTO dialogs (user_id, kind, step, subject, asked_on)
SELECT officer, 'broadcast', awaiting, id, created_on FROM broadcasts WHERE state = 'draft' AND awaiting IS NOT NULL;
INSERT OR IGNORE INTO dialogs (user_id, kind, subject, asked_on)
SELECT officer, 'commendation', id, day FROM commendation_drafts WHERE awaiting = 1;
INSERT OR IGNORE INTO dialogs (user_id, kind, subject, asked_on)
SELECT m.user_id, 'name', n.member_id, n.asked_on FROM named_members AS n JOIN members AS m ON m.id = n.member_id
WHERE n.asked_on IS NOT NULL;
ALTER TABLE broadcasts DROP COLUMN awaiting;
ALTER TABLE commendation_drafts DROP COLUMN awaiting;
ALTER TABLE named_members DROP COLUMN asked_on;
-- A question ends with what it is about, whoever ends that and how.
CREATE TRIGGER dialogs_end_with_a_draft AFTER DELETE ON broadcasts WHEN OLD.state = 'draft'
BEGIN DELETE FROM dialogs WHERE kind = 'broadcast' AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_writing AFTER UPDATE OF state ON broadcasts WHEN OLD.state = 'draft' AND NEW.state <> 'draft'
BEGIN DELETE FROM dialogs WHERE kind = 'broadcast' AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_a_commendation AFTER DELETE ON commendation_drafts
BEGIN DELETE FROM dialogs WHERE kind = 'commendation' AND subject = OLD.id; END;
CREATE TRIGGER dialogs_end_with_a_name AFTER DELETE ON named_members
BEGIN DELETE FROM dialogs WHERE kind = 'name' AND subject = OLD.member_id; END;

-- What a queued call is for, beside the JSON that says it in full: no statement reads the spelling of JSON any more.
ALTER TABLE outbox ADD COLUMN kind TEXT NOT NULL DEFAULT '';  -- Purpose::kind; '' only in rows that had ended before this step
ALTER TABLE outbox ADD COLUMN subject INTEGER;                -- Purpose::subject: which broadcast's card, which commendation
UPDATE outbox SET kind = CASE json_type(purpose) WHEN 'text' THEN json_extract(purpose, '$')
    ELSE (SELECT key FROM json_each(purpose)) END
WHERE purpose <> '';
UPDATE outbox SET subject = json_extract(purpose, '$.' || kind) WHERE kind IN ('card', 'commended');
CREATE INDEX outbox_by_subject ON outbox (subject, kind) WHERE subject IS NOT NULL;

DROP TRIGGER commendations_are_unnamed;
CREATE TRIGGER commendations_are_unnamed AFTER UPDATE OF member_id ON commendations
WHEN NEW.member_id IS NULL AND OLD.member_id IS NOT NULL
BEGIN
    UPDATE commendations SET reason = '' WHERE id = NEW.id;
    UPDATE commendation_cards SET unnamed = 1 WHERE commendation_id = NEW.id;
    DELETE FROM outbox WHERE state = 'queued' AND kind = 'commended' AND subject = NEW.id;
END;
