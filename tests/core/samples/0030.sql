-- What step 0030 stores: an initiative that is told and entered in a register, one that is its author's alone, and one whose author
-- has withdrawn.
INSERT INTO consents (member_id, part, text_hash, given_on)
SELECT id, 'author', 'f00d', '2026-11-20' FROM members ORDER BY id LIMIT 1;
INSERT INTO initiatives (id, member_id, entered, begun_on)
SELECT 901, id, 1, '2026-11-20' FROM members ORDER BY id LIMIT 1;
INSERT INTO initiatives (id, member_id, entered, begun_on)
SELECT 902, id, 0, '2026-11-21' FROM members ORDER BY id LIMIT 1;
INSERT INTO initiative_answers (initiative_id, field, number, chosen, words) VALUES
    (901, '1.1', NULL, NULL, 'Gộp hai biểu mẫu thành một'), (901, '3.1', 202609, NULL, NULL), (901, '8.1', NULL, 'reform', NULL);
INSERT INTO authors (member_id, name, typed)
SELECT id, 'Nguyễn Thị An', NULL FROM members ORDER BY id LIMIT 1;
INSERT INTO register_entries (unit_id, initiative_id, state, entered_on, lodged_on, field, benefit)
SELECT unit_id, 901, 'lodged', '2026-11-20', '2026-11-21', 'reform', 10000000 FROM members ORDER BY id LIMIT 1;
INSERT INTO register_entries (unit_id, state, entered_on, decided_on, level)
SELECT unit_id, 'recognised', '2026-01-20', '2026-03-20', 'unit' FROM members ORDER BY id LIMIT 1;
