//! What a line of the audit changed: codes of units and numbers, from what to what.
//!
//! Knows how it is stored and how much of it. Must not know how it reads, nor any name of a person.

use serde::{Deserialize, Serialize};

use crate::db::{Result, StoreError};

/// Changes kept in one line; of more, how many there were.
const LIST_MAX: usize = 6;

/// Letters kept of a value: a word for a level can be long.
const VALUE_CHARS: usize = 40;

/// What about a unit, or about the installation, has another value. Stored by these names: never rename one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// The unit is new; after: the unit above.
    New,
    /// Its name; the names themselves are not kept.
    Name,
    /// The unit above.
    Parent,
    /// The word for its level.
    Kind,
    /// Its declared number of people.
    Members,
    /// An officer's title.
    Title,
    /// The threshold of the quiz.
    Quiz,
    /// The threshold of reflection.
    Reflection,
    /// How many own the installation.
    Owners,
    /// Which kinds of unit are grassroots.
    Grassroots,
    /// Whether anybody may join by a unit's name.
    Joining,
    /// Which day's backup was put back.
    Backup,
    /// By which regulation suggestions are gathered.
    Regulation,
}

/// One thing that has another value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The code of the unit; empty: of none.
    pub unit: String,
    /// What of it.
    pub what: What,
    /// Its value before; empty: none.
    pub before: String,
    /// Its value now; empty: none.
    pub after: String,
}

/// What one deed changed, in a bounded length.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Changed {
    /// The first of them.
    pub list: Vec<Change>,
    /// How many more.
    pub more: usize,
}

impl Change {
    /// With values that are cut to a bounded length.
    pub fn of(unit: &str, what: What, before: impl ToString, after: impl ToString) -> Self {
        let cut = |value: String| value.chars().take(VALUE_CHARS).collect();
        Self {
            unit: unit.to_owned(),
            what,
            before: cut(before.to_string()),
            after: cut(after.to_string()),
        }
    }
}

impl FromIterator<Change> for Changed {
    fn from_iter<I: IntoIterator<Item = Change>>(changes: I) -> Self {
        let mut list: Vec<Change> = changes.into_iter().collect();
        let more = list.len().saturating_sub(LIST_MAX);
        list.truncate(LIST_MAX);
        Self { list, more }
    }
}

impl Changed {
    /// All of them, as many as a line holds at a time.
    pub(crate) fn split(changes: Vec<Change>) -> impl Iterator<Item = Self> {
        let mut changes = changes.into_iter().peekable();
        std::iter::from_fn(move || {
            changes.peek()?;
            Some(changes.by_ref().take(LIST_MAX).collect())
        })
    }

    pub(super) fn stored(&self) -> Result<Option<String>> {
        if self.list.is_empty() {
            return Ok(None);
        }
        serde_json::to_string(self)
            .map(Some)
            .map_err(|error| StoreError::Bug(format!("changes as JSON: {error}")))
    }

    pub(super) fn read(stored: &str) -> Result<Self> {
        serde_json::from_str(stored)
            .map_err(|error| StoreError::Bug(format!("the changes of a line: {error}")))
    }
}
