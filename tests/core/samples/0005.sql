-- What step 0005 stores beside it: a file of units that waits to be looked at.
INSERT INTO unit_files (user_id, language, bytes, judged, day) VALUES (9000100, 'vi', x'636f6465', NULL, '2026-11-23');
