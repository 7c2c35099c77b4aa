-- A group in which somebody has just been refused.
INSERT INTO group_refusals (chat_id, said, at) VALUES (-1009000001, 'refusal', 1763970000);
