-- What a unit answers to a closed check-in is a broadcast like any other, written together with the unit's result.
ALTER TABLE broadcasts ADD COLUMN answers_id INTEGER REFERENCES checkin_rounds (id); -- set: it answers this check-in
-- One at a time; who gives it up or takes it back may answer anew, and can still take back what was given up.
CREATE UNIQUE INDEX broadcasts_answers ON broadcasts (unit_id, answers_id)
    WHERE answers_id IS NOT NULL AND state NOT IN ('draft', 'cancelled', 'unsending', 'unsent');
