-- What step 0028 stores beside it: an issued plan with a line of each state, a draft of a change, a question about a line, a
-- sheet that waits, and a unit whose officers are to be told.
INSERT INTO plans (id, unit_id, begins, ends_on, version, number, issued_on, current, answered_on) VALUES
    (1, 52, '2026-01', '2026-12-31', 1, '05/KH-CĐCS', '2026-01-10', 1, '2026-11-25');
INSERT INTO plans (id, unit_id, begins, ends_on, version, reason) VALUES (2, 52, '2026-01', '2026-12-31', 2, 'Thêm một buổi sinh hoạt.');
INSERT INTO plan_lines (plan_id, number, task, content, lead, support, first, last, measure, target, counted, state, moved, result, note) VALUES
    (1, 1, 1, 'Sinh hoạt chuyên đề', 'chair', 'committee', '2026-03', '2026-05', 'số buổi', '02 buổi', NULL, 'done', NULL, 2, NULL),
    (1, 2, 4, 'Hội nghị', 'chair', '', '2026-01', '2026-03', '', '', NULL, 'dropped', NULL, NULL, 'Chuyển sang năm sau.'),
    (1, 3, 6, 'Kiểm tra', 'audit', '', '2026-10', '2026-11', '', '', NULL, 'doing', '2026-12', NULL, NULL),
    (2, 1, 1, 'Sinh hoạt chuyên đề', 'chair', 'committee', '2026-03', '2026-05', 'số buổi', '03 buổi', 'rounds', 'open', NULL, NULL, NULL);
INSERT INTO plan_calls (unit_id, by_unit, day) VALUES (52, 51, '2026-11-25');
INSERT INTO unit_files (user_id, language, rows, day, tried, plan_id) VALUES (9000103, 'vi', '{}', '2026-11-25', 1, 2);
INSERT INTO dialogs (user_id, kind, subject, place, asked_on) VALUES (9000104, 'planline', 4, 2, '2026-11-25');
