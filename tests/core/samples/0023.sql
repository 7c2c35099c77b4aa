-- Somebody who has typed another name and has not confirmed yet how it is written.
UPDATE named_members SET typed = 'nguyễn thị hạnh' WHERE member_id = 301;
