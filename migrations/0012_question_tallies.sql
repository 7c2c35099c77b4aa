-- How often each option of a question was chosen, in this whole installation: nobody's answer, and no unit's.
-- An answer waits in `held` until its round has closed and enough people stand behind the question's
-- waiting answers; only then is it added to `answers`, which is what `nhip bank report` reads.
CREATE TABLE question_tallies (
    question_id TEXT    NOT NULL,
    version     TEXT    NOT NULL,                    -- of its options and key: a rewritten question is counted anew
    option      INTEGER NOT NULL CHECK (option BETWEEN 0 AND 3), -- as the file has them
    answers     INTEGER NOT NULL DEFAULT 0 CHECK (answers >= 0),
    held        INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
    PRIMARY KEY (question_id, version, option)
) STRICT, WITHOUT ROWID;

-- Which entries the owners were told of that are not sent because of a document. Each is told once.
CREATE TABLE lapse_notices (
    entry_id    TEXT NOT NULL,
    document_id TEXT NOT NULL,
    sent_on     TEXT NOT NULL,                       -- at most one message a day
    PRIMARY KEY (entry_id, document_id)
) STRICT, WITHOUT ROWID;
