//! Who has had something deleted, as lines for the list beside the database: a day, a digest of the person, what.
//!
//! Knows how a line reads. Must not know where the list is.

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;

use super::{Result, installation};
use crate::db::{Statement, Tx};
use crate::types::UserId;

/// What was deleted. Stored by its word: never rename one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deleted {
    /// Everything about a member.
    All,
    /// Their request to be let in.
    Request,
    /// Their consent to be named, and the name.
    Named,
    /// Their consent to be an author, that name, and what led from registers to them.
    Author,
    /// Their consent to reflection, open answers and the journal.
    Reflection,
}

impl fmt::Display for Deleted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::All => "all",
            Self::Request => "request",
            Self::Named => "named",
            Self::Author => "author",
            Self::Reflection => "reflection",
        })
    }
}

/// A line of the list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// When.
    pub day: NaiveDate,
    /// Whose: the digest by which this database keeps proofs.
    pub person: String,
    /// What.
    pub what: Deleted,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.day, self.person, self.what)
    }
}

impl Line {
    /// Reads a line; `None` if it is none.
    pub fn parse(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (day, person, what) = (words.next()?, words.next()?, words.next()?);
        Some(Self {
            day: day.parse().ok()?,
            person: person.to_owned(),
            what: match what {
                "all" => Deleted::All,
                "request" => Deleted::Request,
                "named" => Deleted::Named,
                "author" => Deleted::Author,
                "reflection" => Deleted::Reflection,
                _ => return None,
            },
        })
    }
}

/// Has a line written once this transaction is durable.
pub(crate) async fn note(tx: &mut Tx, user: UserId, what: Deleted) -> Result {
    let line = Line {
        day: tx.today(),
        person: installation::digest(tx, user).await?,
        what,
    };
    tx.note_deleted(line.to_string());
    Ok(())
}

/// All that this database knows itself, from the proofs of consents that have ended.
///
/// # Errors
/// The database cannot be read.
pub async fn known(tx: &mut Tx) -> Result<BTreeSet<String>> {
    let mut lines: BTreeSet<String> = sqlx::query_scalar(
        "SELECT DISTINCT ended_on || ' ' || person || ' ' || CASE
                 WHEN ending IN ('left', 'lapsed') THEN 'all' ELSE part END
         FROM consent_proofs
         WHERE ending IN ('left', 'lapsed') OR (ending = 'withdrawn' AND part IN ('named', 'author', 'reflection'))",
    )
    .all(tx)
    .await?
    .into_iter()
    .collect();
    let withdrawn: Vec<(UserId, String)> = sqlx::query_as(
        "SELECT m.user_id, c.withdrawn_on || ' ? ' || c.part FROM consents AS c JOIN members AS m ON m.id = c.member_id
         WHERE c.withdrawn_on IS NOT NULL AND c.part IN ('named', 'author', 'reflection')",
    )
    .all(tx)
    .await?;
    for (user, line) in withdrawn {
        let person = installation::digest(tx, user).await?;
        lines.insert(line.replace('?', &person));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written_and_anything_else_is_none() {
        for line in ["2026-11-29 ab12 all", "2026-11-29 ab12 named"] {
            assert_eq!(Line::parse(line).expect("a line").to_string(), line);
        }
        assert_eq!(Line::parse("2026-11-29 ab12 everything"), None);
        assert_eq!(Line::parse(""), None);
    }
}
