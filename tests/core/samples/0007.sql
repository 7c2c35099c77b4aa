-- What step 0007 stores beside it: somebody who may be named, a draft about them, a commendation and its card.
INSERT INTO consents (member_id, part, text_hash, given_on) VALUES (301, 'named', '00', '2026-11-23');
INSERT INTO named_members (member_id, unit_id, name, asked_on) VALUES (301, 52, 'Nguyễn Thị An', NULL);
INSERT INTO commendation_drafts (id, officer, unit_id, member_id, reason, awaiting, version, day) VALUES
    (1, 9000100, 51, 301, NULL, 1, 1, '2026-11-25');
INSERT INTO commendations (id, unit_id, member_id, reason, day) VALUES
    (1, 51, 301, 'Tham gia đều, giúp đồng nghiệp cùng tìm hiểu', '2026-11-25'), (2, 51, NULL, '', '2026-11-24');
INSERT INTO commendation_cards (commendation_id, chat_id, message_id, unnamed) VALUES (1, -1002003, 901, 0), (2, -1002003, NULL, 1);
