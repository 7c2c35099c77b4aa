-- Floods: what waits in a chat is bounded, and a group is not filled with refusals.

-- The replies that wait in a chat, newest last: looked at whenever another one is put there.
CREATE INDEX outbox_waiting ON outbox (chat_id, id) WHERE state = 'queued' AND lane = 0;

-- When a group was last told what is not for those who asked there. Nobody's: which group, and when, for some minutes.
CREATE TABLE group_refusals (
    chat_id INTEGER NOT NULL,
    said    TEXT    NOT NULL CHECK (said IN ('refusal', 'help')),
    at      INTEGER NOT NULL,
    PRIMARY KEY (chat_id, said)
) STRICT;

-- Words of units' names, so that a search among 60,000 looks at those that fit and at no others; a code is looked up
-- whatever its case.
CREATE VIRTUAL TABLE unit_names USING fts5(folded, content = 'units', content_rowid = 'id', prefix = '1 2 3');
INSERT INTO unit_names (unit_names) VALUES ('rebuild');
CREATE TRIGGER unit_names_new AFTER INSERT ON units
BEGIN
    INSERT INTO unit_names (rowid, folded) VALUES (NEW.id, NEW.folded);
END;
CREATE TRIGGER unit_names_gone AFTER DELETE ON units
BEGIN
    INSERT INTO unit_names (unit_names, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
END;
CREATE TRIGGER unit_names_changed AFTER UPDATE OF folded ON units WHEN OLD.folded <> NEW.folded
BEGIN
    INSERT INTO unit_names (unit_names, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
    INSERT INTO unit_names (rowid, folded) VALUES (NEW.id, NEW.folded);
END;
CREATE INDEX units_by_code ON units (code COLLATE NOCASE);
