-- A round pins its world. The tree has numbers: each round and each check-in gets the next one when it opens, and keeps it.
-- A unit's row here holds for the trees from `from_tree` to the one before `until_tree`: so opening a round costs one number,
-- and a year costs what has changed in it. `units` is what holds now: where people join, and who may see what.
CREATE TABLE unit_versions (
    unit_id    INTEGER NOT NULL REFERENCES units (id),
    from_tree  INTEGER NOT NULL CHECK (from_tree > 0),
    until_tree INTEGER NOT NULL,                     -- 9223372036854775807: it still holds
    name       TEXT    NOT NULL,
    parent_id  INTEGER REFERENCES units (id),
    lineage    TEXT    NOT NULL,                     -- JSON, root first, itself last
    kind       TEXT    NOT NULL,
    members    INTEGER NOT NULL CHECK (members >= 0),
    PRIMARY KEY (unit_id, from_tree),
    CHECK (until_tree > from_tree)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_versions_by_parent ON unit_versions (parent_id, from_tree);

-- Of rounds before this step only today's tree is known: all of them get it. What was decided about them stays as it is.
INSERT INTO unit_versions (unit_id, from_tree, until_tree, name, parent_id, lineage, kind, members)
SELECT id, 1, 9223372036854775807, name, parent_id, lineage, kind, members FROM units;

ALTER TABLE rounds ADD COLUMN tree INTEGER NOT NULL DEFAULT 1 CHECK (tree > 0);
ALTER TABLE checkin_rounds ADD COLUMN tree INTEGER NOT NULL DEFAULT 1 CHECK (tree > 0);
CREATE INDEX rounds_by_tree ON rounds (tree);
CREATE INDEX checkin_rounds_by_tree ON checkin_rounds (tree);

-- The threshold when the round opened; while it is open nothing is told of it by another one. 0: a round from before this step.
ALTER TABLE rounds ADD COLUMN threshold INTEGER NOT NULL DEFAULT 0 CHECK (threshold >= 0);

-- Who takes part in a check-in belongs to the unit in which they began it, as in a weekly round.
CREATE TABLE visits (
    round_id  INTEGER NOT NULL REFERENCES checkin_rounds (id),
    member_id INTEGER NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    unit_id   INTEGER NOT NULL REFERENCES units (id),
    thought   INTEGER NOT NULL DEFAULT 0 CHECK (thought IN (0, 1)), -- theme 1: 'read and thought about', never an answer
    PRIMARY KEY (round_id, member_id)
) STRICT, WITHOUT ROWID;
INSERT INTO visits (round_id, member_id, unit_id, thought)
SELECT v.round_id, v.member_id, m.unit_id, v.thought FROM checkin_visits AS v JOIN members AS m ON m.id = v.member_id;
INSERT INTO visits (round_id, member_id, unit_id)
SELECT DISTINCT a.round_id, a.member_id, m.unit_id FROM checkin_answers AS a JOIN members AS m ON m.id = a.member_id
WHERE true ON CONFLICT DO NOTHING;
DROP TABLE checkin_visits;
ALTER TABLE visits RENAME TO checkin_visits;

-- Of how many the threshold was reckoned: an officer who sees a figure knows their own part of it.
ALTER TABLE checkin_people ADD COLUMN counted INTEGER NOT NULL DEFAULT 0 CHECK (counted BETWEEN 0 AND people);
UPDATE checkin_people SET counted = people;
