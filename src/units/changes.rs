//! What an import would change, for a person to look at before it is done.
//!
//! Knows how a plan differs from what is stored, and which differences are often mistakes. Must not know who looks.

use std::collections::{BTreeMap, HashSet};

use super::{ImportPlan, UnitRow};
use crate::store::audit::{Change, What};
use crate::store::units::Unit;
use crate::table;
use crate::text::{Texts, Value};
use crate::types::{Language, UnitId, sha256};

/// Codes named in a warning; the rest are counted.
const NAMED_MAX: usize = 5;
/// A head count that doubles or halves, by so many people at least, is warned of.
const MEMBERS_JUMP: i64 = 10;

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Units that are new or would be different, parents first.
    list: Vec<UnitChange>,
    /// Units that are the same already.
    same: usize,
    /// Codes that would be new roots beside another.
    roots: Vec<String>,
    /// Head counts that would change much, as `SNV 45 → 450`.
    jumps: Vec<String>,
    /// Codes that are stored and not in the file.
    absent: Vec<String>,
    /// Hidden sheets with a table of units, which was not read.
    hidden: Vec<String>,
}

/// What would happen to one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct UnitChange {
    row: UnitRow,
    /// `None`: the unit is new.
    differences: Option<Vec<Difference>>,
}

/// A cell that is no longer as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Difference {
    what: What,
    /// The text that says which.
    key: &'static str,
    before: String,
    after: String,
}

impl ImportPlan {
    /// What storing it would change.
    pub fn changes(&self, stored: &[Unit]) -> Changes {
        let units: BTreeMap<&str, &Unit> = stored
            .iter()
            .map(|unit| (unit.code.as_str(), unit))
            .collect();
        let codes: BTreeMap<UnitId, &str> = stored
            .iter()
            .map(|unit| (unit.id, unit.code.as_str()))
            .collect();
        let named: HashSet<&str> = self.rows.iter().map(|row| row.code.as_str()).collect();
        let absent = stored
            .iter()
            .filter(|unit| !named.contains(unit.code.as_str()));
        let old_roots = absent
            .clone()
            .filter(|unit| unit.parent_id.is_none())
            .count();
        let roots = self.rows.iter().filter(|row| row.parent.is_none()).count() + old_roots;
        let mut changes = Changes {
            absent: absent.map(|unit| unit.code.clone()).collect(),
            hidden: self.hidden.clone(),
            ..Changes::default()
        };
        for row in &self.rows {
            let before = units.get(row.code.as_str());
            let differences = before.map(|unit| differences(row, unit, &codes));
            if differences.as_ref().is_some_and(Vec::is_empty) {
                changes.same += 1;
                continue;
            }
            let was_root = before.is_some_and(|unit| unit.parent_id.is_none());
            if roots > 1 && row.parent.is_none() && !was_root {
                changes.roots.push(row.code.clone());
            }
            let (was, is) = (
                before.map_or(0, |unit| unit.members),
                row.members.unwrap_or(0),
            );
            let much = was >= is.saturating_mul(2) || is >= was.saturating_mul(2);
            if before.is_some() && much && was.abs_diff(is) >= MEMBERS_JUMP.unsigned_abs() {
                changes.jumps.push(format!("{} {was} → {is}", row.code));
            }
            changes.list.push(UnitChange {
                row: row.clone(),
                differences,
            });
        }
        changes
    }
}

fn differences(row: &UnitRow, unit: &Unit, codes: &BTreeMap<UnitId, &str>) -> Vec<Difference> {
    let above = unit
        .parent_id
        .and_then(|parent| codes.get(&parent).copied());
    let cells = [
        (
            What::Name,
            "units-change-name",
            unit.name.clone(),
            row.name.clone(),
        ),
        (
            What::Parent,
            "units-change-parent",
            above.unwrap_or("–").to_owned(),
            row.parent.clone().unwrap_or_else(|| "–".to_owned()),
        ),
        (
            What::Kind,
            "units-change-kind",
            unit.kind.clone(),
            row.kind.clone(),
        ),
        (
            What::Members,
            "units-change-members",
            unit.members.to_string(),
            row.members.unwrap_or(0).to_string(),
        ),
    ];
    cells
        .into_iter()
        .filter(|(_, _, before, after)| before != after)
        .map(|(what, key, before, after)| Difference {
            what,
            key,
            before,
            after,
        })
        .collect()
}

impl Changes {
    /// Whether anything would change.
    pub fn any(&self) -> bool {
        !self.list.is_empty()
    }

    /// Units that are new, parents first.
    pub(super) fn new_units(&self) -> impl Iterator<Item = &UnitRow> {
        let new = self
            .list
            .iter()
            .filter(|change| change.differences.is_none());
        new.map(|change| &change.row)
    }

    /// Units that are there and of which this would be different.
    pub(super) fn changed(&self, what: What) -> impl Iterator<Item = &UnitRow> {
        let known = self.list.iter().filter(move |change| {
            let differences = change.differences.as_deref().unwrap_or_default();
            differences.iter().any(|one| one.what == what)
        });
        known.map(|change| &change.row)
    }

    /// The codes of units that have another number of people, or stand below another: more may be in them than declared.
    pub(super) fn recounted(&self) -> impl Iterator<Item = &str> {
        let (members, parents) = (self.changed(What::Members), self.changed(What::Parent));
        members.chain(parents).map(|row| row.code.as_str())
    }

    /// What the audit keeps of it, by the unit's code; of a name only that it is another.
    pub(super) fn noted(&self) -> Vec<(&str, Vec<Change>)> {
        self.list
            .iter()
            .map(|change| (change.row.code.as_str(), change.noted()))
            .collect()
    }

    /// Two files change the same if they have the same digest.
    pub fn digest(&self) -> String {
        let told: Vec<_> = self.list.iter().map(UnitChange::without_line).collect();
        sha256(format!(
            "{told:?} {:?}",
            (self.same, &self.roots, &self.jumps, &self.absent)
        ))
    }

    /// What is often a mistake, then a line about each unit: as many as fit a message, and how many more there are.
    pub fn told(&self, texts: &Texts, language: Language) -> String {
        let warnings = self.warnings(texts, language);
        let lines = self.list.iter().map(|change| change.told(texts, language));
        let all = warnings.len() + self.list.len();
        table::some(warnings.into_iter().chain(lines), all, texts, language)
    }

    /// The same with all units.
    pub fn lines(&self, texts: &Texts, language: Language) -> Vec<String> {
        let lines = self.list.iter().map(|change| change.told(texts, language));
        self.warnings(texts, language)
            .into_iter()
            .chain(lines)
            .collect()
    }

    fn warnings(&self, texts: &Texts, language: Language) -> Vec<String> {
        let warnings = [
            ("units-warn-hidden", &self.hidden),
            ("units-warn-roots", &self.roots),
            ("units-warn-members", &self.jumps),
            ("units-warn-absent", &self.absent),
        ];
        let told = warnings
            .into_iter()
            .filter(|(_, list)| !list.is_empty())
            .map(|(key, list)| {
                let mut named: Vec<&str> =
                    list.iter().take(NAMED_MAX).map(String::as_str).collect();
                if list.len() > NAMED_MAX {
                    named.push("…");
                }
                let args = [
                    ("count", Value::from(list.len())),
                    ("list", named.join(", ").into()),
                ];
                texts.plain(language, key, &args)
            });
        told.collect()
    }

    /// How many they are.
    pub fn counts(&self, texts: &Texts, language: Language) -> String {
        let new = |change: &&UnitChange| change.differences.is_none();
        let new = self.list.iter().filter(new).count();
        let count = |number: usize| Value::Text(number.to_string());
        texts.plain(
            language,
            "units-counts",
            &[
                ("new", count(new)),
                ("changed", count(self.list.len() - new)),
                ("same", count(self.same)),
            ],
        )
    }
}

impl UnitChange {
    fn noted(&self) -> Vec<Change> {
        let code = self.row.code.as_str();
        let Some(differences) = &self.differences else {
            let above = self.row.parent.as_deref().unwrap_or_default();
            return vec![Change::of(code, What::New, "", above)];
        };
        let kept = |one: &Difference| match one.what {
            What::Name => Change::of(code, What::Name, "", ""),
            what => Change::of(code, what, &one.before, &one.after),
        };
        differences.iter().map(kept).collect()
    }

    /// A row may move in its file, and stays what it is.
    fn without_line(&self) -> Self {
        let row = UnitRow {
            line: 0,
            ..self.row.clone()
        };
        Self {
            row,
            differences: self.differences.clone(),
        }
    }

    fn told(&self, texts: &Texts, language: Language) -> String {
        let code = Value::from(self.row.code.as_str());
        let Some(differences) = &self.differences else {
            let args = [
                ("code", code),
                ("name", self.row.name.as_str().into()),
                ("members", self.row.members.unwrap_or(0).into()),
                (
                    "parent",
                    self.row.parent.as_deref().unwrap_or_default().into(),
                ),
            ];
            return match &self.row.parent {
                Some(_) => texts.plain(language, "units-new", &args),
                None => texts.plain(
                    language,
                    "units-new-root",
                    args.get(..3).unwrap_or_default(),
                ),
            };
        };
        let told: Vec<String> = differences
            .iter()
            .map(|difference| {
                let args = [
                    ("before", Value::from(difference.before.as_str())),
                    ("after", Value::from(difference.after.as_str())),
                ];
                texts.plain(language, difference.key, &args)
            })
            .collect();
        let what = Value::from(told.join("; "));
        texts.plain(language, "units-changed", &[("code", code), ("what", what)])
    }
}
