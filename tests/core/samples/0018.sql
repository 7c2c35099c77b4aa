-- A bot that was running a moment ago.
INSERT INTO heartbeat (id, version, bot, started_at, beat_at, heard_at, sent_at, update_at, next_at, oldest_id, oldest_since)
VALUES (1, '0.1.0', 'nhip_bot', 1763970000, 1763973600, 1763973590, 1763973580, 1763973570, 1764000000, NULL, NULL);
