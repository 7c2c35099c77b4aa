-- A form for members, asked once a year: it opens, is counted and forgotten as a check-in is, in the same tables.

-- Set: members are asked this form; its round is then called by the form and the year ('hoctap 2026') instead of a month.
ALTER TABLE checkin_rounds ADD COLUMN form TEXT CHECK (form <> '');
ALTER TABLE checkin_rounds ADD COLUMN version INTEGER NOT NULL DEFAULT 0 CHECK (version >= 0); -- of the form: counts are read by no other
CREATE INDEX checkin_rounds_by_form ON checkin_rounds (form, closes_at) WHERE form IS NOT NULL;

-- More places and choices than a check-in has. Where several options may be chosen each of them has a place of its own: 1 or 0.
CREATE TABLE answers (
    round_id  INTEGER NOT NULL REFERENCES checkin_rounds (id),
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    place     INTEGER NOT NULL CHECK (place BETWEEN 0 AND 99),
    choice    INTEGER NOT NULL CHECK (choice BETWEEN 0 AND 11),
    PRIMARY KEY (round_id, member_id, place)
) STRICT, WITHOUT ROWID;
INSERT INTO answers SELECT round_id, member_id, place, choice FROM checkin_answers;
DROP TABLE checkin_answers;
ALTER TABLE answers RENAME TO checkin_answers;

CREATE TABLE counts (
    round_id INTEGER NOT NULL REFERENCES checkin_rounds (id),
    unit_id  INTEGER NOT NULL REFERENCES units (id),
    place    INTEGER NOT NULL CHECK (place BETWEEN 0 AND 99),
    choice   INTEGER NOT NULL CHECK (choice BETWEEN 0 AND 11),
    people   INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (round_id, unit_id, place, choice)
) STRICT, WITHOUT ROWID;
INSERT INTO counts SELECT round_id, unit_id, place, choice, people FROM checkin_counts;
DROP TABLE checkin_counts;
ALTER TABLE counts RENAME TO checkin_counts;
