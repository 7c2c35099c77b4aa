-- Somebody who waits to be let in, somebody whose request was refused, a unit with too many accounts, and a member who is
-- to confirm themselves anew.
INSERT INTO join_requests (id, user_id, unit_id, language, digits, choices, asked_on, account, abroad, reflection) VALUES
    (1, 7006000, 52, 'vi', 27, '[27,48,81]', '2026-11-25', '00', '00', NULL);
INSERT INTO join_pauses (person, until) VALUES ('6bfc3c0db4723b9add8b358375c6fb9217a7647de8b3d0d0c7208d0e18d1ac35', '2026-12-09');
INSERT INTO overfull_units (unit_id, declared, told_on) VALUES (52, 30, '2026-11-25');
INSERT INTO unconfirmed_members (member_id, told_on) VALUES (301, '2026-11-25');
