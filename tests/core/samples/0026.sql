-- What step 0025 stores beside it: a list that waits to be confirmed.
INSERT INTO unit_files (user_id, language, day, tried, judged, rows) VALUES (9001, 'vi', '2026-11-24', 1, 'digest', '{"rows":[],"places":[]}');
