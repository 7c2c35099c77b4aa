-- Floods: what waits in a chat is bounded, and a group is not filled with refusals.

-- The replies that wait in a chat, newest last: looked at whenever another one is put there.
CREATE INDEX outbox_waiting ON outbox (chat_id, id) WHERE state = 'queued' AND lane = 0;

-- When a group was last told what is not for those who asked there. Nobody's: which group, and when, for some minutes.
CREATE TABLE group_refusals (
    chat_id INTEGER NOT NULL,
    said    TEXT    NOT NULL CHECK (said IN ('refusal', 'help')),
    at      INTEGER NOT NULL,
    PRIMARY KEY (chat_id, said)
) STRICT;
