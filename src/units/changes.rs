//! What an import would change, for a person to look at before it is done.
//!
//! Knows how a plan differs from what is stored. Must not know who looks.

use std::collections::BTreeMap;

use super::{ImportPlan, UnitRow};
use crate::store::audit::{Change, What};
use crate::store::units::Unit;
use crate::text::{Texts, Value};
use crate::types::{Language, UnitId, sha256};

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Units that are new or would be different, parents first.
    list: Vec<UnitChange>,
    /// Units that are the same already.
    same: usize,
}

/// What would happen to one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
struct UnitChange {
    code: String,
    name: String,
    parent: Option<String>,
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
        let mut changes = Changes::default();
        for row in &self.rows {
            let before = units.get(row.code.as_str());
            let differences = before.map(|unit| differences(row, unit, &codes));
            if differences.as_ref().is_some_and(Vec::is_empty) {
                changes.same += 1;
                continue;
            }
            changes.list.push(UnitChange {
                code: row.code.clone(),
                name: row.name.clone(),
                parent: row.parent.clone(),
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

    /// The codes of units that are there already and would be different.
    pub fn changed(&self) -> impl Iterator<Item = &str> {
        let known = self
            .list
            .iter()
            .filter(|change| change.differences.is_some());
        known.map(|change| change.code.as_str())
    }

    /// What the audit keeps of it, by the unit's code; of a name only that it is another.
    pub(super) fn noted(&self) -> Vec<(&str, Vec<Change>)> {
        self.list
            .iter()
            .map(|change| (change.code.as_str(), change.noted()))
            .collect()
    }

    /// Two files change the same if they have the same digest.
    pub fn digest(&self) -> String {
        sha256(format!("{self:?}"))
    }

    /// A line about each.
    pub fn lines(&self, texts: &Texts, language: Language) -> Vec<String> {
        let told = self.list.iter().map(|change| change.told(texts, language));
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
        let code = self.code.as_str();
        let Some(differences) = &self.differences else {
            let above = self.parent.as_deref().unwrap_or_default();
            return vec![Change::of(code, What::New, "", above)];
        };
        let kept = |one: &Difference| match one.what {
            What::Name => Change::of(code, What::Name, "", ""),
            what => Change::of(code, what, &one.before, &one.after),
        };
        differences.iter().map(kept).collect()
    }

    fn told(&self, texts: &Texts, language: Language) -> String {
        let code = Value::from(self.code.as_str());
        let Some(differences) = &self.differences else {
            let name = Value::from(self.name.as_str());
            return texts.plain(language, "units-new", &[("code", code), ("name", name)]);
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
