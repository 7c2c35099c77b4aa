-- One who is being asked to type something, and a reply that is taken by its kind.
INSERT OR REPLACE INTO dialogs (user_id, kind, step, subject, asked_on) VALUES (7001000, 'commendation', NULL, 1, '2026-11-23');
