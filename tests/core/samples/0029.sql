-- What step 0029 stores: a box in which one waits, one that was answered, and the name under another.
INSERT INTO suggestion_boxes (unit_id, number, dated, waiting, held, opened_on, looked_on) VALUES
    (51, '05/QC-SNV', '2025-03-12', '[{"label":"AAAAAAAAAAAAAAAA","topic":2,"meeting":false,"situation":"Hiện nay chậm.","proposal":"Đề nghị nhanh."}]', 1, '2026-11-20', '2026-11-20');
INSERT INTO suggestions (label, unit_id, topic, situation, proposal, released_on, state, word, answer, settled_on) VALUES
    ('BBBBBBBBBBBBBBBB', 51, 7, 'Hiện nay nóng.', 'Đề nghị có quạt.', '2026-11-13', 'answered', 1, 'Văn phòng lắp quạt trước 01/12.', '2026-11-20');
INSERT INTO suggestion_authors (label, member_id, name) SELECT 'BBBBBBBBBBBBBBBB', min(id), 'Nguyễn Thị Mẫu' FROM members;
