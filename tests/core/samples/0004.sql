-- What step 0004 stores beside it: officers, a link that makes one, a renewed invite, a reminder under way.
INSERT INTO officers (id, user_id, unit_id, title, appointed_by, since) VALUES
    (1, 7003000, 51, 'chair', 9000100, '2026-11-20'),
    (2, 7004000, 52, 'leader', 7003000, '2026-11-23');
INSERT INTO appointments (id, code, unit_id, title, appointed_by, expires_at, state, user_id, digits) VALUES
    (1, 'AbCdEfGhIjKlMnOp', 52, 'assistant', 7003000, 1795700000, 'open', NULL, NULL),
    (2, 'BbCdEfGhIjKlMnOp', 52, 'assistant', 7003000, 1795700000, 'accepted', 7005000, '4821');
INSERT INTO retired_invites (start, unit_id, retired_on) VALUES ('CbCdEfGhIjKlMnOp', 52, '2026-11-24');
UPDATE participations SET reminded = 1 WHERE member_id = 301;
INSERT INTO reminders (id, round_id, unit_id, window, user_id, message_id, due_at, expires_at, cursor, served, done) VALUES
    (1, 2001, 52, 'noon', 7004000, 77, 1795667700, 1795673700, 301, 1, 1),
    (2, 2001, 52, 'evening', 7004000, 77, 1795688100, 1795699800, 0, 0, 0);
