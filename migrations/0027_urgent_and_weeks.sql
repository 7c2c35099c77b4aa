-- A broadcast that goes outside the sending hours, once a second officer has agreed to it; and how many weeks wait in groups.

ALTER TABLE broadcasts ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1));
-- How many a unit has sent on a day.
CREATE INDEX broadcasts_urgent ON broadcasts (unit_id, starts_at) WHERE urgent = 1;
-- Those that nobody has agreed to yet: they end at expires_at.
CREATE INDEX broadcasts_urgent_waiting ON broadcasts (expires_at) WHERE urgent = 1 AND state = 'waiting';

-- Lane 1 is what nobody waits for: of the posts in groups only so many wait at a time, for each has a picture.
CREATE INDEX outbox_group_notices ON outbox (id) WHERE state = 'queued' AND lane = 1 AND chat_id < 0;
