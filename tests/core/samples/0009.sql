INSERT INTO withheld (round_id, theme, unit_id) VALUES (2001, 0, 52), (2001, 3, 51);
INSERT INTO medians (round_id, parent_id, units, percent) VALUES (2001, 51, 7, 64);
