-- A database of the first version that was ever in use, as its two steps made it: Wednesday 09/12/2026, 09:00, in the
-- third week. Forty members of five units; two weeks are closed; a check-in is open.
CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL,
    installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL, checksum BLOB NOT NULL,
    execution_time BIGINT NOT NULL);
-- The sums of both files as they were then: neither may ever change.
INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES
    (1, 'house', 1, x'e1df01657f12f65d03e42687e72a7a44bb69a11d8aa4a0f3cc85228f3b49369e164d5606bc1b0fc4aee41f237e35db5e', 1),
    (2, 'trust', 1, x'1f046cc04f396506ac0d7dec83dcea06b1659dc0c4d1e8f3bb10d3c6c0df4a849e804c3b49ba78c72a6c769c899227f7', 1);

INSERT INTO house (id, salt, floor_quiz, floor_reflection, swept_on) VALUES
    (1, x'5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a', 5, 10, '2026-12-08');
INSERT INTO units (id, code, name, folded, parent_id, lineage, kind, members, start) VALUES
    (50, 'LD', 'Liên đoàn Lao động tỉnh', 'lien doan lao dong tinh', NULL, '[50]', 'tỉnh', 90, 'aaaaaaaaaaaaaaaa'),
    (51, 'SNV', 'Công đoàn Sở Nội vụ', 'cong doan so noi vu', 50, '[50,51]', 'cơ sở', 50, 'bbbbbbbbbbbbbbbb'),
    (52, 'SYT', 'Công đoàn Sở Y tế', 'cong doan so y te', 50, '[50,52]', 'cơ sở', 40, 'cccccccccccccccc'),
    (53, 'VP', 'Tổ Văn phòng', 'to van phong', 51, '[50,51,53]', 'tổ', 30, 'dddddddddddddddd'),
    (54, 'TT', 'Tổ Thanh tra', 'to thanh tra', 51, '[50,51,54]', 'tổ', 20, 'eeeeeeeeeeeeeeee');
INSERT INTO members (id, user_id, unit_id, language, window, joined_on)
WITH RECURSIVE n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < 39)
SELECT 301 + n, 7001000 + n, CASE WHEN n < 15 THEN 53 WHEN n < 25 THEN 54 ELSE 52 END,
    CASE n % 10 WHEN 9 THEN 'en' ELSE 'vi' END, CASE n % 3 WHEN 0 THEN 'evening' ELSE 'noon' END, '2026-11-20' FROM n;
UPDATE members SET reachable = 0, unreachable_on = '2026-12-01' WHERE id = 340;
UPDATE members SET paused_until = '2026-12-20' WHERE id = 339;
INSERT INTO consents (member_id, part, text_hash, given_on)
SELECT members.id, part.value, printf('%064d', part.key), joined_on FROM members, json_each('["account","abroad","reflection"]') AS part;
UPDATE consents SET withdrawn_on = '2026-12-02' WHERE member_id = 310 AND part = 'reflection';
INSERT INTO consent_proofs (person, part, text_hash, given_on, ended_on, ending) VALUES
    ('abababababababababababababababababababababababababababababababab', 'account', '0000000000000000000000000000000000000000000000000000000000000000', '2026-11-20', '2026-11-27', 'left'),
    ('abababababababababababababababababababababababababababababababab', 'abroad', '0000000000000000000000000000000000000000000000000000000000000000', '2026-11-20', '2026-11-27', 'left');
INSERT INTO groups (chat_id, unit_id, linked_on) VALUES (-1002003, 51, '2026-11-23');

-- Three weeks from Monday 07:00 to Sunday 21:00.
INSERT INTO rounds (id, monday, criterion, turn, opens_at, closes_at, closed) VALUES
    (2001, '2026-11-23', '1.1', 0, 1795392000, 1795960800, 1),
    (2002, '2026-11-30', '1.2', 0, 1795996800, 1796565600, 1),
    (2003, '2026-12-07', '1.3', 0, 1796601600, 1797170400, 0);
INSERT INTO pushes (round_id, kind, window, due_at, expires_at, cursor, done)
SELECT r.id, k.value, w.value, r.opens_at + 16500 + k.key * 172800 + w.key * 20400, r.opens_at + 22500 + k.key * 172800 + w.key * 26100,
    340, r.id < 2003 OR k.key = 0
FROM rounds AS r, json_each('["item","quiz","reminder"]') AS k, json_each('["noon","evening"]') AS w;
INSERT INTO participations (member_id, round_id, unit_id, item_id, reached, read, answered, finished)
SELECT m.id, r.id, m.unit_id, 'I-' || r.criterion || '-1', m.reachable, m.id % 4 <> 0, r.closed AND m.id % 5 <> 0, r.closed AND m.id % 5 > 1
FROM members AS m, rounds AS r;
INSERT INTO quizzes (member_id, round_id, message_id, place, explaining)
SELECT member_id, round_id, 800 + member_id, CASE WHEN finished THEN 5 ELSE 1 END, 1 FROM participations WHERE answered = 1;
INSERT INTO quiz_questions (quiz_id, place, question_id, shuffle, letter, correct, answered_on)
SELECT q.id, p.value, printf('Q-%d.1-%02d', 1 + p.value % 4, 1 + (q.member_id + p.value) % 20), '2301',
    CASE WHEN p.value < q.place THEN (q.id + p.value) % 4 END, CASE WHEN p.value < q.place THEN (q.id + p.value) % 3 > 0 END,
    CASE WHEN p.value < q.place THEN date(r.opens_at + 2 * 86400, 'unixepoch') END
FROM quizzes AS q JOIN rounds AS r ON r.id = q.round_id, json_each('[0,1,2,3,4]') AS p;
INSERT INTO tallies (round_id, unit_id, reached, read, answered, finished)
SELECT p.round_id, above.value, sum(p.reached), sum(p.read), sum(p.answered), sum(p.finished)
FROM participations AS p JOIN units AS u ON u.id = p.unit_id, json_each(u.lineage) AS above GROUP BY 1, 2;
INSERT INTO theme_tallies (round_id, theme, unit_id, people, answers, correct)
SELECT q.round_id, CAST(substr(a.question_id, 3, 1) AS INTEGER), above.value, count(DISTINCT q.member_id), count(*), sum(a.correct)
FROM quiz_questions AS a JOIN quizzes AS q ON q.id = a.quiz_id JOIN members AS m ON m.id = q.member_id
JOIN units AS u ON u.id = m.unit_id, json_each(u.lineage) AS above WHERE a.letter IS NOT NULL GROUP BY 1, 2, 3;

INSERT INTO checkin_rounds (id, month, set_id, opens_at, closes_at, closed) VALUES (7001, '2026-11', 'C-11', 1795996800, 1797170400, 0);
INSERT INTO checkin_visits (round_id, member_id, thought) SELECT 7001, id, 1 FROM members WHERE id < 330 AND id <> 310;
INSERT INTO checkin_answers (round_id, member_id, place, choice)
SELECT 7001, v.member_id, p.value, (v.member_id + p.value) % 3 FROM checkin_visits AS v, json_each('[0,1,2]') AS p;
INSERT INTO journals (member_id, sealed, message_id, delivered) VALUES (301, randomblob(552), 901, 1);

INSERT INTO outbox (lane, chat_id, due_at, expires_at, state, attempts, on_doubt, purpose, call) VALUES
    (0, 7001000, 1796788800, 1796832000, 'queued', 0, 'again', '"plain"',
     '{"send":{"chat":7001000,"thread":null,"text":"<b>Xin chào</b>","keyboard":[],"reply_to":null}}'),
    (0, 7001001, 1796788800, 1796832000, 'claimed', 1, 'again', '{"quiz":1}',
     '{"edit":{"chat":7001001,"message":1102,"text":"Câu 1/5","keyboard":[]}}');
INSERT INTO updates (update_id, done_on) VALUES (500001, '2026-12-08'), (500002, '2026-12-09');
INSERT INTO audit (id, day, unit_id, user_id, office, deed, hash) VALUES
    (1, '2026-11-23', 51, 9000100, 'owner', 'link', '0c7d595b4dabbe3d328f3088f578c54ef7cfaf320f5d4b33f31c49ea15d66451'),
    (2, '2026-11-30', 51, 9000100, 'owner', 'report', '6f9246c320e76a4e8df665ffa2788d0b4b84e60de061bf72d7f2548400b19ee1'),
    (3, '2026-12-07', 50, 9000100, 'owner', 'report', 'c59cd4822a1dab37b55962d783ec1822ebad2d61a3b4b18b8c128ffd46766678');
