//! What an import would change, for a person to look at before it is done.
//!
//! Knows how a plan differs from what is stored. Must not know who looks.

use std::collections::BTreeMap;

use super::{Plan, Row};
use crate::store::units::Unit;
use crate::text::{Texts, Value};
use crate::types::{Language, UnitId};

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Units that are new or would be different, parents first.
    pub list: Vec<Change>,
    /// Units that are the same already.
    pub same: usize,
}

/// What would happen to one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    code: String,
    name: String,
    /// `None`: the unit is new.
    differences: Option<Vec<Difference>>,
}

/// A cell that is no longer as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Difference {
    /// The text that says which.
    key: &'static str,
    before: String,
    after: String,
}

impl Plan {
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
        let mut changes = Changes::default();
        for row in &self.rows {
            let before = units.get(row.code.as_str());
            let differences = before.map(|unit| differences(row, unit, &codes));
            if differences.as_ref().is_some_and(Vec::is_empty) {
                changes.same += 1;
                continue;
            }
            changes.list.push(Change {
                code: row.code.clone(),
                name: row.name.clone(),
                differences,
            });
        }
        changes
    }
}

fn differences(row: &Row, unit: &Unit, codes: &BTreeMap<UnitId, &str>) -> Vec<Difference> {
    let above = unit
        .parent_id
        .and_then(|parent| codes.get(&parent).copied());
    let cells = [
        ("units-change-name", unit.name.clone(), row.name.clone()),
        (
            "units-change-parent",
            above.unwrap_or("–").to_owned(),
            row.parent.clone().unwrap_or_else(|| "–".to_owned()),
        ),
        ("units-change-kind", unit.kind.clone(), row.kind.clone()),
        (
            "units-change-members",
            unit.members.to_string(),
            row.members.unwrap_or(0).to_string(),
        ),
    ];
    cells
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(key, before, after)| Difference { key, before, after })
        .collect()
}

impl Changes {
    /// How many units would be new.
    pub fn added(&self) -> usize {
        let new = |change: &&Change| change.differences.is_none();
        self.list.iter().filter(new).count()
    }

    /// How many would be different.
    pub fn changed(&self) -> usize {
        self.list.len() - self.added()
    }
}

impl Change {
    /// A line about it.
    pub fn told(&self, texts: &Texts, language: Language) -> String {
        let unit = [
            ("code", Value::from(self.code.as_str())),
            ("name", Value::from(self.name.as_str())),
        ];
        let Some(differences) = &self.differences else {
            return texts.plain(language, "units-new", &unit);
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
        let [code, name] = unit;
        let what = ("what", Value::from(told.join("; ")));
        texts.plain(language, "units-changed", &[code, name, what])
    }
}
