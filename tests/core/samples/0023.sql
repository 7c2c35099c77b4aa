-- Somebody who has typed another name and has not confirmed yet how it is written.
UPDATE named_members SET typed = 'nguyễn thị hạnh' WHERE member_id = 301;
-- A group that has had a week, and officers of whom some were told that a quarter ends.
UPDATE groups SET posted_week = '2026-11-16', weekly = 0;
INSERT INTO officer_notices (about, cursor, done) VALUES ('checkin:1', 0, 1), ('quarter:q2026-10-01', 9000100, 0);
