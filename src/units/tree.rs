//! Whether rows make a tree, together with the units that are stored already.
//!
//! Knows codes and what is above what. Must not know files. Each unit is looked at once, however deep it lies.

use std::collections::{HashMap, HashSet};

use super::column::UnitColumn;
use super::row::UnitRow;
use crate::store::units::Unit;
use crate::table::{Fault, Trouble, quoted};
use crate::types::UnitId;

/// Levels, the root's among them. Six are known: confederation, province, upper-level, grassroots, section, group.
const LEVELS_MAX: u32 = 12;

/// A unit of the file, stored, or both.
struct Node {
    parent: Option<usize>,
    /// Its place among the rows of the file.
    row: Option<usize>,
    /// How many levels there are down to here; `None`: it is not known yet, or it has none, for it is below a circle.
    level: Option<u32>,
}

/// All units as they would be.
struct Tree {
    nodes: Vec<Node>,
    /// By their code as it is written; one that was stored before codes were one whatever their case.
    exact: HashMap<String, usize>,
    /// By their code in small letters.
    small: HashMap<String, usize>,
}

/// Codes as they are stored or first written, parents before children, and an empty number filled with the sum of those
/// below, in the file or stored. What is wrong goes to `faults`.
pub(super) fn grown(
    mut rows: Vec<UnitRow>,
    places: &[u32],
    before: &[Unit],
    faults: &mut Vec<Fault>,
) -> Vec<UnitRow> {
    let mut tree = Tree::stored(before);
    let at = |column: UnitColumn| places.get(column.place()).copied().unwrap_or(0);
    let stored = tree.nodes.len();
    let mut of_row = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        if row.code.is_empty() {
            of_row.push(None);
            continue;
        }
        let node = tree.add(&row.code);
        of_row.push(Some(node));
        let Some(node) = tree.nodes.get_mut(node) else {
            continue;
        };
        if let Some(first) = node.row.and_then(|first| rows.get(first)) {
            let twice = Trouble::new("units-code-twice")
                .with("value", quoted(&row.code))
                .with("line", first.line.to_string());
            faults.push(twice.at(row.line, at(UnitColumn::Code)));
        } else {
            node.row = Some(place);
        }
    }
    for (row, node) in rows.iter().zip(&of_row) {
        let parent = row.parent.as_deref().map(|code| (code, tree.known(code)));
        if let Some((code, None)) = parent {
            let unknown = Trouble::new("units-parent").with("value", quoted(code));
            faults.push(unknown.at(row.line, at(UnitColumn::Parent)));
        }
        if let Some(node) = node.and_then(|node| tree.nodes.get_mut(node)) {
            node.parent = parent.and_then(|(_, parent)| parent);
        }
    }
    for node in 0..tree.nodes.len() {
        for trouble in tree.measure(node, &rows) {
            faults.push(trouble.at(at(UnitColumn::Parent)));
        }
    }
    if !faults.is_empty() {
        return rows;
    }
    let spelled = tree.spelled(&rows, before, stored);
    let level = |node: &Option<usize>| node.and_then(|node| tree.nodes.get(node)?.level);
    let levels: Vec<_> = of_row.iter().map(level).collect();
    for (row, node) in rows.iter_mut().zip(&of_row) {
        let node = node.and_then(|node| Some((node, tree.nodes.get(node)?)));
        let Some((place, node)) = node else { continue };
        let code = |node: usize| spelled.get(node).cloned();
        row.code = code(place).unwrap_or_default();
        row.parent = node.parent.and_then(code);
    }
    let mut sorted: Vec<_> = levels.into_iter().zip(rows).collect();
    sorted.sort_by(|(one, a), (other, b)| (one, &a.code).cmp(&(other, &b.code)));
    summed(sorted.into_iter().map(|(_, row)| row).collect(), before)
}

/// A circle or too many levels, at a row.
struct Knot<'a> {
    row: &'a UnitRow,
    trouble: Trouble,
}

impl Knot<'_> {
    fn at(self, column: u32) -> Fault {
        self.trouble.at(self.row.line, column)
    }
}

impl Tree {
    fn stored(before: &[Unit]) -> Self {
        let ids: HashMap<UnitId, usize> = before
            .iter()
            .enumerate()
            .map(|(place, unit)| (unit.id, place))
            .collect();
        let above = |unit: &Unit| ids.get(&unit.parent_id?).copied();
        let nodes = before.iter().map(|unit| Node {
            parent: above(unit),
            row: None,
            level: None,
        });
        let nodes = nodes.collect();
        let exact = before
            .iter()
            .enumerate()
            .map(|(place, unit)| (unit.code.clone(), place));
        let mut small = HashMap::new();
        for (place, unit) in before.iter().enumerate() {
            small.entry(unit.code.to_ascii_lowercase()).or_insert(place);
        }
        Self {
            nodes,
            exact: exact.collect(),
            small,
        }
    }

    fn known(&self, code: &str) -> Option<usize> {
        let exact = self.exact.get(code);
        exact
            .or_else(|| self.small.get(&code.to_ascii_lowercase()))
            .copied()
    }

    fn add(&mut self, code: &str) -> usize {
        if let Some(known) = self.known(code) {
            return known;
        }
        let place = self.nodes.len();
        self.nodes.push(Node {
            parent: None,
            row: None,
            level: None,
        });
        self.small.insert(code.to_ascii_lowercase(), place);
        place
    }

    /// Finds the level of a unit, and of all above it whose level is not known yet.
    fn measure<'a>(&mut self, from: usize, rows: &'a [UnitRow]) -> Vec<Knot<'a>> {
        let mut path: Vec<usize> = Vec::new();
        let mut next = Some(from);
        let mut level = 0;
        while let Some(place) = next {
            let Some(node) = self.nodes.get_mut(place) else {
                break;
            };
            match node.level {
                Some(known) => {
                    level = known;
                    break;
                }
                None => {
                    // Until its own level is known: whoever comes here again has gone in a circle.
                    node.level = Some(0);
                    path.push(place);
                    next = node.parent;
                }
            }
        }
        let mut knots = Vec::new();
        let circle = next.and_then(|place| path.iter().position(|one| *one == place));
        for place in path.split_off(circle.unwrap_or(path.len())) {
            knots.extend(self.row_of(place, rows).map(|row| Knot {
                row,
                trouble: Trouble::new("units-circle").with("value", quoted(&row.code)),
            }));
        }
        for place in path.into_iter().rev() {
            // Below a circle nothing has a level, and the circle is told already.
            if circle.is_some() {
                break;
            }
            level += 1;
            if let Some(node) = self.nodes.get_mut(place) {
                node.level = Some(level);
            }
            if level == LEVELS_MAX + 1 {
                knots.extend(self.blamed(place, rows).map(|row| Knot {
                    row,
                    trouble: Trouble::new("units-deep").with("levels", i64::from(LEVELS_MAX)),
                }));
            }
        }
        knots
    }

    fn row_of<'a>(&self, place: usize, rows: &'a [UnitRow]) -> Option<&'a UnitRow> {
        rows.get(self.nodes.get(place)?.row?)
    }

    /// The row that has brought a unit too low: its own, or the nearest above.
    fn blamed<'a>(&self, mut place: usize, rows: &'a [UnitRow]) -> Option<&'a UnitRow> {
        for _ in 0..=LEVELS_MAX {
            if let Some(row) = self.row_of(place, rows) {
                return Some(row);
            }
            place = self.nodes.get(place)?.parent?;
        }
        None
    }

    /// The code of each unit: as it is stored, or as the file first writes it.
    fn spelled(&self, rows: &[UnitRow], before: &[Unit], stored: usize) -> Vec<String> {
        let mut codes: Vec<String> = before.iter().map(|unit| unit.code.clone()).collect();
        let new = self.nodes.iter().enumerate().skip(stored);
        codes.extend(new.map(|(place, _)| {
            self.row_of(place, rows)
                .map_or_else(String::new, |row| row.code.clone())
        }));
        codes
    }
}

/// An empty number becomes the sum of those below, in the file or stored.
fn summed(mut rows: Vec<UnitRow>, before: &[Unit]) -> Vec<UnitRow> {
    let mut sums: HashMap<String, i64> = HashMap::new();
    let codes: HashMap<UnitId, &str> = before
        .iter()
        .map(|unit| (unit.id, unit.code.as_str()))
        .collect();
    let inside: HashSet<&str> = rows.iter().map(|row| row.code.as_str()).collect();
    for unit in before
        .iter()
        .filter(|unit| !inside.contains(unit.code.as_str()))
    {
        if let Some(above) = unit.parent_id.and_then(|id| codes.get(&id)) {
            let sum = sums.entry((*above).to_owned()).or_default();
            *sum = sum.saturating_add(unit.members);
        }
    }
    for row in rows.iter_mut().rev() {
        let below = sums.get(&row.code).copied().unwrap_or(0);
        let members = row.members.unwrap_or(below);
        row.members = Some(members);
        if let Some(parent) = &row.parent {
            let sum = sums.entry(parent.clone()).or_default();
            *sum = sum.saturating_add(members);
        }
    }
    rows
}
