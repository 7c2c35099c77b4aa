-- A question that six people have answered, five of them in rounds that are closed; and an entry the owners were told of.
INSERT INTO question_tallies (question_id, version, option, answers, held) VALUES
    ('Q-1.1-01', '0123456789abcdef', 0, 3, 1),
    ('Q-1.1-01', '0123456789abcdef', 2, 2, 0);
INSERT INTO lapse_notices (entry_id, document_id, sent_on) VALUES ('Q-1.3-07', 'QD874-2021', '2026-11-24');
