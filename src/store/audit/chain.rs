//! The chain: each line's hash covers the line before it, and retention shortens it from its beginning only.
//!
//! Knows what a hash is made of. Must not know what a line means.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};
use sqlx::FromRow;

use super::{AuditAction, Office};
use crate::db::{Binds, Statement, Tx};
use crate::store::{Result, StoreError};
use crate::types::{UnitId, UserId, sha256};

/// What a line's hash is made of.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
struct ChainLine {
    id: i64,
    day: String,
    unit_id: Option<i64>,
    user_id: Option<i64>,
    office: String,
    action: String,
    changed: Option<String>,
    hash: Option<String>,
}

/// Where the chain ends now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its last line; 0 if there is none.
    pub id: i64,
    /// That line's hash.
    pub hash: String,
}

/// What checking the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every line agrees with the one before it.
    Sound {
        /// How many lines there are.
        lines: i64,
        /// The last line.
        head: Head,
    },
    /// This line does not agree with those before it, or one before it is missing.
    Broken(i64),
}

/// Adds lines to the end of the chain, each about one unit or about all, with what it changed.
pub(super) async fn append(
    tx: &mut Tx,
    (user, office): (Option<UserId>, Office),
    action: AuditAction,
    lines: Vec<(Option<UnitId>, Option<String>)>,
) -> Result {
    seal(tx).await?;
    let mut head = head(tx).await?;
    let mut line = ChainLine {
        id: head.id,
        day: tx.today().to_string(),
        unit_id: None,
        user_id: user.map(|user| user.0),
        office: word(office)?,
        action: word(action)?,
        changed: None,
        hash: None,
    };
    let mut rows = Vec::with_capacity(lines.len());
    for (unit, changed) in lines {
        line.id += 1;
        line.unit_id = unit.map(|unit| unit.0);
        line.changed = changed;
        head.hash = line.chained(&head.hash);
        rows.push((
            line.id,
            line.unit_id,
            line.changed.take(),
            head.hash.clone(),
        ));
    }
    let rows = serde_json::to_string(&rows)
        .map_err(|error| StoreError::Bug(format!("lines as JSON: {error}")))?;
    // However many they are: an import may change every unit.
    sqlx::query(
        "INSERT INTO audit (id, day, unit_id, user_id, office, action, changed, hash)
         SELECT value ->> 0, $2, value ->> 1, $3, $4, $5, value ->> 2, value ->> 3 FROM jsonb_each($1)",
    )
    .binds((rows, line.day, user, office, action))
    .run(tx)
    .await?;
    Ok(())
}

/// As it is stored, and so hashed.
fn word(code: impl Serialize) -> Result<String> {
    let word = serde_json::to_value(code).ok();
    word.as_ref()
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| StoreError::Bug("a word of the audit that is none".to_owned()))
}

/// Chains every line that is not chained yet: those from before there was a chain.
pub(crate) async fn seal(tx: &mut Tx) -> Result {
    let open: Vec<ChainLine> = sqlx::query_as(
        "SELECT id, day, unit_id, user_id, office, action, changed, hash FROM audit
         WHERE hash IS NULL AND id > (SELECT coalesce(max(id), 0) FROM audit WHERE hash IS NOT NULL) ORDER BY id",
    )
    .all(tx)
    .await?;
    let Some(first) = open.first() else {
        return Ok(());
    };
    let mut before = hash_before(tx, first.id).await?;
    let mut hashes = Vec::with_capacity(open.len());
    for line in &open {
        before = line.chained(&before);
        hashes.push(json!([line.id, before]));
    }
    sqlx::query(
        "UPDATE audit SET hash = line.value ->> 1 FROM json_each($1) AS line
         WHERE audit.id = line.value ->> 0 AND audit.hash IS NULL",
    )
    .bind(Value::from(hashes).to_string())
    .run(tx)
    .await?;
    Ok(())
}

async fn hash_before(tx: &mut Tx, id: i64) -> Result<String> {
    let hash: Option<Option<String>> =
        sqlx::query_scalar("SELECT hash FROM audit WHERE id < $1 ORDER BY id DESC LIMIT 1")
            .bind(id)
            .optional(tx)
            .await?;
    match hash.flatten() {
        Some(hash) => Ok(hash),
        None => Ok(pruned(tx).await?.hash),
    }
}

/// The last line that retention has removed: the chain that is kept begins with its hash.
async fn pruned(tx: &mut Tx) -> Result<Head> {
    let row: Option<(i64, String)> =
        sqlx::query_as("SELECT pruned_id, pruned_hash FROM installation WHERE id = 1")
            .optional(tx)
            .await?;
    let (id, hash) = row.unwrap_or_default();
    Ok(Head { id, hash })
}

/// Where the chain ends now.
///
/// # Errors
/// The database cannot be read.
pub async fn head(tx: &mut Tx) -> Result<Head> {
    let last: Option<(i64, Option<String>)> =
        sqlx::query_as("SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1")
            .optional(tx)
            .await?;
    match last {
        Some((id, hash)) => Ok(Head {
            id,
            hash: hash.unwrap_or_default(),
        }),
        None => pruned(tx).await,
    }
}

/// Lines read at once when the chain is checked.
const PAGE: i64 = 1000;

/// Checks every line, from the oldest that is kept.
///
/// # Errors
/// The database cannot be read.
pub async fn verify(tx: &mut Tx) -> Result<Verdict> {
    let mut head = pruned(tx).await?;
    let mut lines = 0;
    loop {
        let page: Vec<ChainLine> = sqlx::query_as(
            "SELECT id, day, unit_id, user_id, office, action, changed, hash FROM audit WHERE id > $1 ORDER BY id LIMIT $2",
        )
        .binds((head.id, PAGE))
        .all(tx)
        .await?;
        if page.is_empty() {
            return Ok(Verdict::Sound { lines, head });
        }
        for line in page {
            let hash = line.chained(&head.hash);
            // The first line may have any id; after it there may be no gap.
            let follows = line.id == head.id + 1 || head.id == 0;
            if !follows || line.hash.as_deref() != Some(&hash) {
                return Ok(Verdict::Broken(line.id));
            }
            lines += 1;
            head = Head { id: line.id, hash };
        }
    }
}

/// The hash of one line, if it is still kept.
///
/// # Errors
/// The database cannot be read.
pub async fn hash_of(tx: &mut Tx, id: i64) -> Result<Option<String>> {
    let hash: Option<Option<String>> = sqlx::query_scalar("SELECT hash FROM audit WHERE id = $1")
        .bind(id)
        .optional(tx)
        .await?;
    Ok(hash.flatten())
}

/// Removes up to `limit` lines from the beginning, those older than `day`. Returns how many.
pub(crate) async fn prune(tx: &mut Tx, day: NaiveDate, limit: u32) -> Result<u64> {
    let last: Option<(i64, String)> = sqlx::query_as(
        "SELECT id, hash FROM (SELECT id, day, hash FROM audit ORDER BY id LIMIT $2)
         WHERE day < $1 AND hash IS NOT NULL ORDER BY id DESC LIMIT 1",
    )
    .binds((day, limit))
    .optional(tx)
    .await?;
    let Some((id, hash)) = last else {
        return Ok(0);
    };
    sqlx::query("UPDATE installation SET pruned_id = $1, pruned_hash = $2 WHERE id = 1")
        .binds((id, hash))
        .run(tx)
        .await?;
    let gone = sqlx::query("DELETE FROM audit WHERE id <= $1")
        .bind(id)
        .run(tx)
        .await?;
    Ok(gone)
}

impl ChainLine {
    fn chained(&self, before: &str) -> String {
        let number = |number: Option<i64>| number.map_or_else(String::new, |n| n.to_string());
        let (id, unit, user) = (
            self.id.to_string(),
            number(self.unit_id),
            number(self.user_id),
        );
        let mut line = vec![
            before,
            id.as_str(),
            &self.day,
            &unit,
            &user,
            &self.office,
            &self.action,
        ];
        // A line that changed nothing has the hash that lines had before changes were written down.
        line.extend(self.changed.as_deref());
        sha256(line.join("\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_from_before_changes_were_kept_has_the_hash_that_it_had() {
        let mut line = ChainLine {
            id: 1,
            day: "2026-11-20".to_owned(),
            unit_id: Some(51),
            user_id: None,
            office: "server".to_owned(),
            action: "units".to_owned(),
            changed: None,
            hash: None,
        };
        let before = "0f";
        let old = sha256("0f\n1\n2026-11-20\n51\n\nserver\nunits");
        assert_eq!(line.chained(before), old);
        line.changed = Some("{}".to_owned());
        assert_ne!(line.chained(before), old);
    }
}
