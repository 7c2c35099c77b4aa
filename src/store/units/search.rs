//! Units by their names, as people type them: among 60,000 only those are looked at that fit.
//!
//! Knows the index of names. Must not know who looks for what.

use super::{Unit, unit_columns};
use crate::db::{Binds, Statement, Tx};
use crate::store::{Result, list};
use crate::types::UnitId;

/// Up to `limit` units in whose folded name `folded` stands, its last word perhaps only begun; shorter names first.
pub(crate) async fn search(tx: &mut Tx, folded: &str, limit: u32) -> Result<Vec<Unit>> {
    sqlx::query_as(concat!(
        unit_columns!(),
        "WHERE id IN (SELECT rowid FROM unit_names WHERE unit_names MATCH $1) ORDER BY length(name), name LIMIT $2"
    ))
    .binds((phrase(folded) + "*", limit))
    .all(tx)
    .await
}

/// Whether a unit is at or below one of those in $2.
macro_rules! below {
    () => {
        "EXISTS (SELECT 1 FROM json_each(lineage) AS above WHERE above.value IN (SELECT value FROM json_each($2)))"
    };
}

/// The same among units at or below one of `scope`; without a word, all of them.
pub(crate) async fn search_below(
    tx: &mut Tx,
    scope: &[UnitId],
    folded: &str,
    limit: u32,
) -> Result<Vec<Unit>> {
    let named = concat!(
        unit_columns!(),
        "WHERE id IN (SELECT rowid FROM unit_names WHERE unit_names MATCH $1) AND ",
        below!(),
        " ORDER BY length(name), name LIMIT $3"
    );
    let all = concat!(
        unit_columns!(),
        "WHERE $1 = '*' AND ",
        below!(),
        " ORDER BY length(name), name LIMIT $3"
    );
    let (statement, sought) = match folded.is_empty() {
        true => (all, "*".to_owned()),
        false => (named, phrase(folded) + "*"),
    };
    sqlx::query_as(statement)
        .binds((sought, list(scope.iter().map(|unit| unit.0)), limit))
        .all(tx)
        .await
}

/// The most words of a name that are looked for one by one.
const WORDS_MAX: usize = 8;

/// The same for names that share at least half of the words: for who has mistyped one of them. A word that is in very
/// many names finds none by itself, only together with all others but one.
pub(crate) async fn nearest_below(
    tx: &mut Tx,
    scope: &[UnitId],
    folded: &str,
    limit: u32,
) -> Result<Vec<Unit>> {
    let words: Vec<&str> = folded.split(' ').take(WORDS_MAX).collect();
    sqlx::query_as(concat!(
        "WITH words AS (
             SELECT value AS word, '\"' || replace(value, '\"', '') || '\"' AS sought FROM json_each($1)
         ), rare AS (
             SELECT sought FROM words
             WHERE (SELECT count(*) FROM (SELECT 1 FROM unit_names WHERE unit_names MATCH sought LIMIT 201)) <= 200
         ), near AS (
             SELECT unit_names.rowid AS id FROM rare JOIN unit_names ON unit_names MATCH sought
             UNION
             SELECT id FROM (SELECT rowid AS id FROM unit_names WHERE unit_names MATCH $4 LIMIT 200)
         )
         SELECT id, code, name, parent_id, kind, members, start FROM (
             SELECT units.*, (SELECT count(*) FROM words
                 WHERE instr(' ' || folded || ' ', ' ' || word || ' ') > 0) AS hits FROM near JOIN units USING (id))
         WHERE hits > 0 AND hits * 2 >= json_array_length($1) AND ",
        below!(),
        " ORDER BY hits DESC, length(name), name LIMIT $3"
    ))
    .binds((serde_json::Value::from_iter(words.iter().copied()).to_string(), list(scope.iter().map(|unit| unit.0)), limit, all_but_one(&words)))
    .all(tx)
    .await
}

/// As the index is asked for these words, one behind the other.
fn phrase(folded: &str) -> String {
    format!("\"{}\"", folded.replace('"', " "))
}

/// Names in which each of the words stands, or each but one.
fn all_but_one(words: &[&str]) -> String {
    let without = |left_out: usize| {
        let others = words.iter().enumerate();
        let others = others.filter(|(place, _)| *place != left_out || words.len() == 1);
        let others: Vec<String> = others.map(|(_, word)| phrase(word)).collect();
        format!("({})", others.join(" AND "))
    };
    let ways: Vec<String> = (0..words.len()).map(without).collect();
    ways.join(" OR ")
}
