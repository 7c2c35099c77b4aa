//! The tree of units as a file: reading it whole, refusing it whole, storing it whole.
//!
//! Knows what a sound tree is; `sheet` knows the formats, `column` the headings, `row` the cells. Must not know who uses the tree.

mod changes;
mod column;
mod noted;
mod row;
mod sheet;
mod wrong;

use std::collections::BTreeMap;

pub use self::changes::Changes;
use self::column::UnitColumn;
pub use self::noted::Importer;
use self::row::{UnitRow, rows};
use self::wrong::CellFault;
use self::wrong::Wrong;
pub use self::wrong::Wrongs;
use crate::cell::letters;
use crate::db::Tx;
use crate::store::units::{NewUnit, Unit};
use crate::store::{self, StoreError};
use crate::text::fold;
use crate::types::UnitId;

/// Codes of units that are stored, each with the code of the unit above.
type Stored = BTreeMap<String, Option<String>>;

/// A sound file: parents before their children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPlan {
    rows: Vec<UnitRow>,
}

fn stored(units: &[Unit]) -> Stored {
    let codes: BTreeMap<UnitId, &String> = units.iter().map(|unit| (unit.id, &unit.code)).collect();
    let above = |unit: &Unit| codes.get(&unit.parent_id?).map(|code| (*code).clone());
    units
        .iter()
        .map(|unit| (unit.code.clone(), above(unit)))
        .collect()
}

/// Reads a file of units: an Excel workbook's first sheet, or CSV in UTF-8. The first line names the columns.
///
/// `before` are the units that are there already: a parent may be one of them.
///
/// # Errors
/// Everything that is wrong with the file, at once.
pub fn read(bytes: &[u8], before: &[Unit]) -> Result<ImportPlan, Wrongs> {
    let mut wrongs = Vec::new();
    let Some(sheet) = sheet::read(bytes, &mut wrongs) else {
        return Err(Wrongs(wrongs));
    };
    let (rows, places) = rows(&sheet, &mut wrongs);
    check_tree(&rows, &stored(before), &mut wrongs);
    if wrongs.is_empty() {
        return Ok(ImportPlan {
            rows: sorted(rows, before),
        });
    }
    for wrong in &mut wrongs {
        let place = places.and_then(|places| {
            let columns = UnitColumn::ALL.into_iter().zip(places);
            let mut columns = columns.filter(|(column, _)| Some(*column) == wrong.column);
            u32::try_from(columns.next()?.1).ok()
        });
        if let Some(place) = place {
            wrong.cell = Some(format!("{}{}", letters(place), wrong.line));
        }
    }
    // As one goes through the file.
    wrongs.sort_by_key(|wrong| wrong.line);
    Err(Wrongs(wrongs))
}

fn check_tree(rows: &[UnitRow], stored: &Stored, wrongs: &mut Vec<Wrong>) {
    let mut first: BTreeMap<&str, &UnitRow> = BTreeMap::new();
    for row in rows {
        if let Some(before) = first.get(row.code.as_str()) {
            let twice = CellFault::CodeTwice(row.code.clone(), before.line);
            wrongs.push(twice.at(row.line, UnitColumn::Code));
        } else {
            first.insert(&row.code, row);
        }
    }
    for row in rows {
        let Some(parent) = &row.parent else { continue };
        let fault = if !first.contains_key(parent.as_str()) && !stored.contains_key(parent) {
            CellFault::Parent(parent.clone())
        } else if is_above_itself(row, &first, stored) {
            CellFault::Circle(row.code.clone())
        } else {
            continue;
        };
        wrongs.push(fault.at(row.line, UnitColumn::Parent));
    }
}

fn is_above_itself(row: &UnitRow, by_code: &BTreeMap<&str, &UnitRow>, stored: &Stored) -> bool {
    let mut above = row.parent.as_deref();
    for _ in 0..=by_code.len() + stored.len() {
        let Some(code) = above else { return false };
        if code == row.code {
            return true;
        }
        above = match by_code.get(code) {
            Some(row) => row.parent.as_deref(),
            None => stored.get(code).and_then(Option::as_deref),
        };
    }
    // A circle further up: reported at one of its own rows.
    false
}

/// Parents before their children, and an empty number filled with the sum of those below, in the file or stored.
fn sorted(mut rows: Vec<UnitRow>, before: &[Unit]) -> Vec<UnitRow> {
    let parents: BTreeMap<String, Option<String>> = rows
        .iter()
        .map(|row| (row.code.clone(), row.parent.clone()))
        .collect();
    let depth = |row: &UnitRow| {
        let mut above = row.parent.as_ref();
        let mut depth = 0_usize;
        while let Some(code) = above {
            depth += 1;
            above = parents.get(code).and_then(Option::as_ref);
        }
        depth
    };
    rows.sort_by_cached_key(|row| (depth(row), row.code.clone()));
    let codes: BTreeMap<UnitId, &String> =
        before.iter().map(|unit| (unit.id, &unit.code)).collect();
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for unit in before
        .iter()
        .filter(|unit| !parents.contains_key(&unit.code))
    {
        if let Some(above) = unit.parent_id.and_then(|id| codes.get(&id)) {
            *sums.entry((*above).clone()).or_default() += unit.members;
        }
    }
    for row in rows.iter_mut().rev() {
        let members = row
            .members
            .unwrap_or_else(|| sums.get(&row.code).copied().unwrap_or(0));
        row.members = Some(members);
        if let Some(parent) = &row.parent {
            *sums.entry(parent.clone()).or_default() += members;
        }
    }
    rows
}

/// Stores a plan: all of it or, if the database fails, nothing. Units not in it stay as they are. What has changed is
/// in the audit, whoever imports it and from wherever.
///
/// # Errors
/// The database cannot be written.
pub async fn import(tx: &mut Tx, plan: &ImportPlan, by: Importer) -> Result<(), StoreError> {
    let before = store::units::all(tx).await?;
    let mut ids: BTreeMap<&str, UnitId> = before
        .iter()
        .map(|unit| (unit.code.as_str(), unit.id))
        .collect();
    for row in &plan.rows {
        let start = store::units::payload(tx);
        let unit = NewUnit {
            code: &row.code,
            name: &row.name,
            folded: &fold(&row.name),
            parent: row
                .parent
                .as_ref()
                .and_then(|parent| ids.get(parent.as_str()).copied()),
            kind: &row.kind,
            members: row.members.unwrap_or(0),
            start: &start,
        };
        let id = store::units::put(tx, &unit).await?;
        ids.insert(&row.code, id);
    }
    store::units::refresh_lineages(tx).await?;
    store::trees::record(tx).await?;
    // The first tree changes nothing that anybody has seen.
    if before.is_empty() {
        return Ok(());
    }
    noted::note(tx, &plan.changes(&before), &ids, by).await
}

/// The units with their invite links' payloads, as JSON.
///
/// # Errors
/// None in practice: a list of texts and numbers is always JSON.
pub fn json(units: &[Unit]) -> serde_json::Result<String> {
    let codes: BTreeMap<UnitId, &str> = units
        .iter()
        .map(|unit| (unit.id, unit.code.as_str()))
        .collect();
    let list: Vec<serde_json::Value> = units
        .iter()
        .map(|unit| {
            let parent = unit.parent_id.and_then(|parent| codes.get(&parent));
            serde_json::json!({
                "code": unit.code, "name": unit.name, "parent": parent, "kind": unit.kind,
                "members": unit.members, "start": unit.start,
            })
        })
        .collect();
    serde_json::to_string_pretty(&list)
}

/// The same for people: code, members, payload, name.
pub fn table(units: &[Unit]) -> String {
    let width = units
        .iter()
        .map(|unit| unit.code.chars().count())
        .max()
        .unwrap_or(0);
    let line = |unit: &Unit| {
        format!(
            "{:width$}  {:>9}  {}  {}",
            unit.code, unit.members, unit.start, unit.name
        )
    };
    units.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Texts, Words};
    use crate::types::Language;

    fn texts() -> Texts {
        Texts::built_in(&Words::default()).expect("sound texts")
    }

    fn faults(text: &str) -> String {
        let wrongs = read(text.as_bytes(), &[]).expect_err("a wrong file");
        wrongs.lines(&texts(), Language::En).join("\n")
    }

    fn unit(id: i64, code: &str, parent_id: Option<UnitId>) -> Unit {
        Unit {
            id: UnitId(id),
            code: code.to_owned(),
            name: code.to_owned(),
            parent_id,
            kind: "tổ".to_owned(),
            members: 1,
            start: code.to_owned(),
        }
    }

    #[test]
    fn parents_may_come_after_children_and_empty_numbers_are_added_up() {
        let text = "\u{feff}code;name;parent;kind;members\nA1;Phòng Một;A;tổ;12\nA;Sở Nội vụ;;cơ sở;\nA2;Phòng Hai;A;tổ;1.030\n";
        let plan = read(text.as_bytes(), &[]).expect("a sound file");
        let seen: Vec<_> = plan
            .rows
            .iter()
            .map(|row| (row.code.as_str(), row.members))
            .collect();
        assert_eq!(
            seen,
            [("A", Some(1042)), ("A1", Some(12)), ("A2", Some(1030))]
        );
    }

    #[test]
    fn an_empty_number_adds_up_stored_units_that_the_file_leaves_out() {
        let stored = [unit(1, "A", None), unit(2, "A1", Some(UnitId(1)))];
        let text = "code,name,parent,kind,members\nA,Sở Nội vụ,,cơ sở,\nA2,Phòng Hai,A,tổ,5\n";
        let plan = read(text.as_bytes(), &stored).expect("a sound file");
        assert_eq!(plan.rows[0].members, Some(6));
    }

    #[test]
    fn a_wrong_file_names_every_line_and_column() {
        let text = "code,name,parent,kind,members\nA,Sở Nội vụ,B,cơ sở,12\nA,Sở Y tế,,cơ sở,mười\n, ,,,5\n";
        insta::assert_snapshot!(faults(text), @r"
        cell C2: the unit above, 'B', is neither in this file nor stored: add it, or correct the code
        cell E3: 'mười' is no number of people: write digits, or leave it empty to add up the units below
        cell A4: '' is no code: use 1 to 32 of A–Z, 0–9, - _ .
        cell B4: a name has 1 to 120 characters, this one has 0
        cell D4: empty: write the word for its level, such as 'tỉnh' or 'cơ sở'
        ");
    }

    #[test]
    fn circles_doubles_and_missing_columns_are_refused() {
        let circle = "code,name,parent,kind,members\nA,Một,B,x,1\nB,Hai,A,x,1\nB,Ba,,x,1\n";
        insta::assert_snapshot!(faults(circle), @r"
        cell C2: 'A' would be above itself: a tree has no circles
        cell C3: 'B' would be above itself: a tree has no circles
        cell A4: the code 'B' is also on line 3: each unit needs its own
        ");
        let below_itself = "code,name,parent,kind,members\nA,Một,A1,x,1\n";
        let stored = [unit(1, "A", None), unit(2, "A1", Some(UnitId(1)))];
        let wrongs = read(below_itself.as_bytes(), &stored).expect_err("a circle");
        assert_eq!(wrongs.0[0].column, Some(UnitColumn::Parent));
        insta::assert_snapshot!(faults("code,name\nA,Một\n"), @r"
        line 1, column parent: this column is missing: the first line must be code,name,parent,kind,members
        line 1, column kind: this column is missing: the first line must be code,name,parent,kind,members
        line 1, column members: this column is missing: the first line must be code,name,parent,kind,members
        ");
        assert_eq!(faults("code,name,parent,kind,members\n").lines().count(), 1);
        let latin =
            read(b"code,name,parent,kind,members\nA,S\xf4,,x,1\n", &[]).expect_err("not UTF-8");
        assert_eq!(latin.0[0].line, 2);
    }
}
