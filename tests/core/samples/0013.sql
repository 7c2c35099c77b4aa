-- A unit that was renamed since: the older round keeps the older name.
UPDATE unit_versions SET until_tree = 2 WHERE unit_id = 52;
INSERT INTO unit_versions (unit_id, from_tree, until_tree, name, parent_id, lineage, kind, members)
SELECT id, 2, 9223372036854775807, name || ' (mới)', parent_id, lineage, kind, members FROM units WHERE id = 52;
