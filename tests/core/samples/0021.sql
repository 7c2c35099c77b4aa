INSERT INTO backups (id, made_at, bytes, trouble) VALUES (1, 1795374000, 4096, NULL), (2, 1795460400, NULL, 'full');
INSERT INTO restores (id, restored_at, copied_at, lost, in_doubt, deleted, told) VALUES (1, 1795300000, 1795290000, 2, 1, 0, 1);
