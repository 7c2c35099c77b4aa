-- What step 0027 stores beside it: an urgent broadcast that waits for a second officer.
INSERT INTO broadcasts (id, unit_id, officer, state, version, html, urgent, expires_at, card_id, created_on) VALUES
    (90, 51, 9000100, 'waiting', 3, 'Sơ tán ngay', 1, 1795610000, 901, '2026-11-25');
INSERT INTO broadcast_units (broadcast_id, unit_id) VALUES (90, 51);
