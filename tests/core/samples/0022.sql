-- What step 0021 stores beside it: a digest that has gone out.
INSERT INTO digests (month, cursor, done) VALUES ('2026-11', 0, 1);
