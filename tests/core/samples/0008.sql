-- What step 0008 stores beside it: an answer to a closed check-in, sent and done.
INSERT INTO broadcasts (id, unit_id, officer, state, version, html, answers_id, starts_at, expires_at, created_on, ended_at) VALUES
    (4, 51, 9000100, 'done', 3, 'Kết quả, và việc sẽ làm', 7001, 1795408500, 1795414500, '2026-11-23', 1795408600);
