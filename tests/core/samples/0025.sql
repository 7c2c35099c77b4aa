-- What step 0024 stores beside it: a survey of members that has closed, and what it came to.
INSERT INTO checkin_rounds (id, month, set_id, form, version, opens_at, closes_at, closed) VALUES
    (7003, 'hoctap 2025', 'hoctap', 'hoctap', 1, 1759622400, 1760882400, 1);
INSERT INTO checkin_counts (round_id, unit_id, place, choice, people) VALUES (7003, 51, 0, 1, 8), (7003, 51, 0, 0, 4), (7003, 51, 12, 3, 12);
INSERT INTO checkin_people (round_id, unit_id, people, counted) VALUES (7003, 51, 12, 12);
