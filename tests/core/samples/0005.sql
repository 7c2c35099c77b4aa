-- A week of two members, as step 0004 stores it: on Wednesday evening, with a check-in open.
-- 2026-11-23 07:00 in Vietnam is 1795392000.
INSERT INTO units (id, code, name, folded, parent_id, lineage, kind, members, start) VALUES
    (51, 'SNV', 'Công đoàn Sở Nội vụ', 'cong doan so noi vu', NULL, '[51]', 'cơ sở', 50, 'x5l8nuKH6YhEXI0M'),
    (52, 'VP', 'Tổ Văn phòng', 'to van phong', 51, '[51,52]', 'tổ', 30, 'wwAQlPgPG6BqS0Se');
INSERT INTO members (id, user_id, unit_id, language, window, paused_until, reachable, joined_on) VALUES
    (301, 7001000, 52, 'vi', 'noon', NULL, 1, '2026-11-20'),
    (302, 7002000, 52, 'en', 'evening', '2026-12-04', 0, '2026-11-23');
INSERT INTO consents (member_id, part, text_hash, given_on, withdrawn_on) VALUES
    (301, 'account', '00', '2026-11-20', NULL),
    (301, 'abroad', '00', '2026-11-20', NULL),
    (301, 'reflection', '00', '2026-11-20', NULL),
    (302, 'reflection', '00', '2026-11-23', '2026-11-24');
INSERT INTO groups (chat_id, unit_id, linked_on) VALUES (-1002003, 51, '2026-11-20');
INSERT INTO rounds (id, monday, criterion, turn, opens_at, closes_at, closed) VALUES
    (2001, '2026-11-23', '1.1', 0, 1795392000, 1795960800, 0);
INSERT INTO pushes (id, round_id, kind, window, due_at, expires_at, cursor, done) VALUES
    (1, 2001, 'item', 'noon', 1795408500, 1795414500, 301, 1),
    (2, 2001, 'item', 'evening', 1795428900, 1795440600, 0, 1),
    (3, 2001, 'quiz', 'noon', 1795581300, 1795587300, 301, 1),
    (4, 2001, 'quiz', 'evening', 1795601700, 1795613400, 0, 1),
    (5, 2001, 'reminder', 'noon', 1795754100, 1795760100, 0, 0),
    (6, 2001, 'reminder', 'evening', 1795774500, 1795786200, 0, 0);
INSERT INTO participations (member_id, round_id, unit_id, item_id, reached, read, answered, finished) VALUES
    (301, 2001, 52, 'I-1.1-1', 1, 1, 1, 0),
    (302, 2001, 52, NULL, 0, 0, 0, 0);
INSERT INTO quizzes (id, member_id, round_id, message_id, place, explaining) VALUES (40001, 301, 2001, 815, 1, 1);
INSERT INTO quiz_questions (quiz_id, place, question_id, shuffle, letter, correct, answered_on) VALUES
    (40001, 0, 'Q-1.1-01', '2301', 1, 1, '2026-11-25'),
    (40001, 1, 'Q-2.1-01', '0123', NULL, NULL, NULL),
    (40001, 2, 'Q-3.1-01', '3210', NULL, NULL, NULL),
    (40001, 3, 'Q-4.1-01', '1032', NULL, NULL, NULL),
    (40001, 4, 'Q-4.2-01', '1302', NULL, NULL, NULL);
INSERT INTO tallies (round_id, unit_id, reached, read, answered, finished) VALUES
    (2001, 51, 1, 1, 1, 0), (2001, 52, 1, 1, 1, 0);
INSERT INTO theme_tallies (round_id, theme, unit_id, people, answers, correct) VALUES
    (2001, 1, 51, 1, 1, 1), (2001, 1, 52, 1, 1, 1);
INSERT INTO checkin_rounds (id, month, set_id, opens_at, closes_at, closed) VALUES
    (7001, '2026-10', 'C-10', 1792972800, 1794146400, 1),
    (7002, '2026-11', 'C-11', 1795392000, 1797170400, 0);
INSERT INTO checkin_visits (round_id, member_id, thought) VALUES (7002, 301, 1);
INSERT INTO checkin_answers (round_id, member_id, place, choice) VALUES (7002, 301, 0, 2), (7002, 301, 2, 0);
INSERT INTO checkin_counts (round_id, unit_id, place, choice, people) VALUES (7001, 51, 0, 1, 12), (7001, 52, 0, 1, 11);
INSERT INTO checkin_people (round_id, unit_id, people) VALUES (7001, 51, 12), (7001, 52, 11);
INSERT INTO outbox (id, lane, chat_id, due_at, expires_at, state, attempts, on_doubt, purpose, call, reason, ended_on) VALUES
    (100001, 0, 7001000, 1795613400, 1795656600, 'queued', 0, 'again', '"plain"',
     '{"send":{"chat":7001000,"thread":null,"text":"<b>Xin chào</b>","keyboard":[[{"label":"Năm câu hỏi","data":"quiz"}]],"reply_to":null}}', NULL, NULL),
    (100002, 0, 7001000, 1795613400, 1795656600, 'claimed', 1, 'again', '{"quiz":40001}',
     '{"edit":{"chat":7001000,"message":815,"text":"Câu 1/5","keyboard":[]}}', NULL, NULL),
    (100003, 0, NULL, 1795613400, 1795613520, 'queued', 0, 'again', '"plain"',
     '{"toast":{"query":"4242","text":"Đúng.","alert":false}}', NULL, NULL),
    (100004, 0, NULL, 1795613400, 1795699800, 'queued', 0, 'again', '"plain"',
     '{"menu":{"scope":{"officer":9000100},"language":"en","commands":[["quiz","Five questions"]]}}', NULL, NULL),
    (100005, 1, NULL, 1795408500, 1795414500, 'unreachable', 1, 'again', '', '', 'blocked', '2026-11-23');
INSERT INTO updates (update_id, done_on) VALUES (500001, '2026-11-25');
INSERT INTO quarantine (update_id, kind, cause, put_on) VALUES (500000, 'message', 'panic', '2026-11-25');
INSERT INTO audit (id, day, unit_id, user_id, office, deed) VALUES (1, '2026-11-20', 51, 9000100, 'owner', 'link');
INSERT INTO house (id, salt, floor_quiz, floor_reflection) VALUES
    (1, x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 6, 10);
INSERT INTO consent_proofs (person, part, text_hash, given_on, ended_on, ending) VALUES
    ('5bfc3c0db4723b9add8b358375c6fb9217a7647de8b3d0d0c7208d0e18d1ac35', 'reflection', '00', '2026-11-20', '2026-11-24', 'withdrawn');
INSERT INTO journals (member_id, sealed, message_id, delivered) VALUES (301, x'00', 820, 1);
UPDATE members SET unreachable_on = '2026-11-24' WHERE id = 302;
UPDATE participations SET counted = 0 WHERE member_id = 302;
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
INSERT INTO broadcasts (id, unit_id, officer, state, version, html, starts_at, expires_at, card_id, card_at, created_on) VALUES
    (1, 51, 9000100, 'running', 3, '<b>Mời họp</b>', 1795581300, 1795613400, 900, 1795581300, '2026-11-25'),
    (2, 51, 9000100, 'draft', 2, 'Nháp', NULL, NULL, NULL, 0, '2026-11-25');
INSERT INTO broadcasts (id, unit_id, officer, state, version, html, file_kind, file_id, link_label, link_url, ask_seen, rhythm, starts_at, created_on) VALUES
    (3, 51, 9000100, 'repeating', 3, 'Sinh hoạt tháng', 'photo', 'AgAC', 'Xem thêm', 'https://example.vn', 1, 'monthly 15 11:45', 1797311100, '2026-11-25');
INSERT INTO broadcast_units (broadcast_id, unit_id) VALUES (1, 51), (2, 52);
INSERT INTO recipients (id, broadcast_id, member_id, chat_id, unit_id, state, reason, message_id, outbox_id) VALUES
    (1, 1, 301, NULL, 52, 'sent', NULL, 816, NULL),
    (2, 1, NULL, NULL, 52, 'queued', NULL, NULL, NULL),
    (3, 1, NULL, -1002003, 51, 'claimed', NULL, NULL, 999999);
INSERT INTO recipient_tallies (broadcast_id, state, reason, people) VALUES (1, 'sent', '', 1), (1, 'queued', '', 1), (1, 'claimed', '', 1);
INSERT INTO standstill (id, officer, since_on) VALUES (1, 9000100, '2026-11-25');
INSERT INTO unit_files (user_id, language, bytes, judged, day) VALUES (9000100, 'vi', x'636f6465', NULL, '2026-11-23');
