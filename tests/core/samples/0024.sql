-- What the owners heard.
INSERT INTO findings (finding, state, told_on) VALUES ('calendar', '', '2026-11-24');
UPDATE heartbeat SET free_bytes = 5000000000, refused_at = 1795500000;
