-- A file of units that was read and shown, and waits to be confirmed.
INSERT INTO unit_files (user_id, language, bytes, judged, day, tried, rows) VALUES
    (9000101, 'vi', NULL, 'e3b0c442', '2026-11-24', 1, '{"rows":[],"places":[0,1,2,3,4]}');
