-- What step 0003 stores beside it: a broadcast on its way, a draft, a recurring reminder, and everything held.
INSERT INTO broadcasts (id, unit_id, officer, state, version, html, starts_at, expires_at, card_id, card_at, created_on) VALUES
    (1, 51, 9000100, 'running', 3, '<b>Mời họp</b>', 1795581300, 1795613400, 900, 1795581300, '2026-11-25'),
    (2, 51, 9000100, 'draft', 2, 'Nháp', NULL, NULL, NULL, 0, '2026-11-25');
INSERT INTO broadcasts (id, unit_id, officer, state, version, html, file_kind, file_id, link_label, link_url, ask_seen, rhythm, starts_at, created_on) VALUES
    (3, 51, 9000100, 'repeating', 3, 'Sinh hoạt tháng', 'photo', 'AgAC', 'Xem thêm', 'https://example.vn', 1, 'monthly 15 11:45', 1797311100, '2026-11-25');
INSERT INTO broadcast_units (broadcast_id, unit_id) VALUES (1, 51), (2, 52);
INSERT INTO recipients (id, broadcast_id, member_id, chat_id, unit_id, state, reason, message_id, outbox_id) VALUES
    (1, 1, 301, NULL, 52, 'sent', NULL, 816, NULL),
    (2, 1, NULL, NULL, 52, 'queued', NULL, NULL, NULL),
    (3, 1, NULL, -1002003, 51, 'claimed', NULL, NULL, 999999);
INSERT INTO recipient_tallies (broadcast_id, state, reason, people) VALUES (1, 'sent', '', 1), (1, 'queued', '', 1), (1, 'claimed', '', 1);
INSERT INTO standstill (id, officer, since_on) VALUES (1, 9000100, '2026-11-25');
