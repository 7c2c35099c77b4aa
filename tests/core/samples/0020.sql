-- What step 0018 stores beside it: a period with two units asked, one of which has handed in and is writing anew, and what
-- was pinned of another that has closed.
INSERT INTO form_periods (id, form, span, ends_on, unit_id, due_on, closed_on, calls, called_on) VALUES
    (1, 'sonam', 'y2026-01-01', '2026-12-31', 51, '2026-12-15', NULL, 1, '2026-11-25'),
    (2, 'sonam', 'y2025-01-01', '2025-12-31', 51, '2025-12-15', '2025-12-20', 2, '2025-12-16');
INSERT INTO form_asked (period_id, unit_id, calls) VALUES (1, 52, 1), (2, 52, 2);
INSERT INTO form_sums (period_id, field, total, units) VALUES (2, '14.1', 2, 5);
INSERT INTO form_returns (id, form, span, ends_on, unit_id, revision) VALUES (1, 'sonam', 'y2026-01-01', '2026-12-31', 52, 1);
INSERT INTO form_revisions (return_id, revision, version, day, origin) VALUES (1, 1, 1, '2026-11-25', 'unit');
INSERT INTO form_answers (return_id, revision, field, number, words) VALUES
    (1, 1, '2.1', 41, NULL), (1, 1, '2.2', NULL, NULL), (1, 2, '2.1', 42, NULL), (1, 2, '16.1', NULL, 'Sinh hoạt chưa đều');
INSERT INTO unit_files (user_id, language, rows, day, tried, period_id) VALUES (9000102, 'vi', '{}', '2026-11-25', 1, 1);
