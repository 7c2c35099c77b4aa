-- What of a closed round may not be told although enough people stand behind it, because it would give others away. Judged
-- once, when the round has closed, by the tree as it is then: a report looks up a few keys, however many siblings a
-- unit has, and a unit that moves afterwards gives nothing away.
CREATE TABLE withheld (
    round_id INTEGER NOT NULL REFERENCES rounds (id),
    theme    INTEGER NOT NULL CHECK (theme BETWEEN 0 AND 4), -- 0: who took part
    unit_id  INTEGER NOT NULL REFERENCES units (id),
    PRIMARY KEY (round_id, theme, unit_id)
) STRICT, WITHOUT ROWID;

-- The middle share that answered, of those units directly below one that may be told of: what each is set beside.
CREATE TABLE medians (
    round_id  INTEGER NOT NULL REFERENCES rounds (id),
    parent_id INTEGER NOT NULL REFERENCES units (id),
    units     INTEGER NOT NULL CHECK (units > 0),
    percent   INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (round_id, parent_id)
) STRICT, WITHOUT ROWID;

-- How many of a round's five sums (who took part, four themes) are judged; 5: all.
ALTER TABLE rounds ADD COLUMN judged INTEGER NOT NULL DEFAULT 0 CHECK (judged BETWEEN 0 AND 5);
CREATE INDEX rounds_unjudged ON rounds (id) WHERE closed = 1 AND judged < 5;
