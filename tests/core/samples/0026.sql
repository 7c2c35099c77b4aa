-- What step 0026 stores beside it: a list that its owner has confirmed.
INSERT INTO unit_files (user_id, language, day, tried, judged, rows, confirmed) VALUES (9001, 'vi', '2026-11-24', 0, 'digest', '{"rows":[],"places":[]}', 1);
