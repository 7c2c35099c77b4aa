//! What members tell of things they have done: theirs alone, with an answer a field.
//!
//! Must not know what is asked, nor who may see it.

use std::collections::BTreeMap;

use sqlx::FromRow;

use super::{Result, forms, list};
use crate::db::{Binds, Statement, Tx};
use crate::types::{Answer, Answers, InitiativeId, MemberId};

/// An initiative of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromRow)]
pub(crate) struct Initiative {
    pub id: InitiativeId,
    #[sqlx(rename = "member_id")]
    pub member: MemberId,
    /// Whether it is or was in a register.
    pub entered: bool,
}

/// One in which nothing is answered yet: a new one, unless one was begun and left so.
pub(crate) async fn begin(tx: &mut Tx, member: MemberId) -> Result<InitiativeId> {
    let empty: Option<InitiativeId> = sqlx::query_scalar(
        "SELECT id FROM initiatives AS i WHERE member_id = $1
         AND NOT EXISTS (SELECT 1 FROM initiative_answers WHERE initiative_id = i.id) ORDER BY id LIMIT 1",
    )
    .bind(member)
    .optional(tx)
    .await?;
    if let Some(empty) = empty {
        return Ok(empty);
    }
    sqlx::query_scalar("INSERT INTO initiatives (member_id, begun_on) VALUES ($1, $2) RETURNING id")
        .binds((member, tx.today()))
        .one(tx)
        .await
}

pub(crate) async fn by_id(tx: &mut Tx, id: InitiativeId) -> Result<Option<Initiative>> {
    sqlx::query_as("SELECT id, member_id, entered FROM initiatives WHERE id = $1")
        .bind(id)
        .about(id)
        .optional(tx)
        .await
}

/// A member's, the newest first, but those in which nothing is answered.
pub(crate) async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<InitiativeId>> {
    sqlx::query_scalar(
        "SELECT id FROM initiatives AS i WHERE member_id = $1
         AND EXISTS (SELECT 1 FROM initiative_answers WHERE initiative_id = i.id) ORDER BY id DESC",
    )
    .bind(member)
    .all(tx)
    .await
}

/// The answers of each of these.
pub(crate) async fn answers(
    tx: &mut Tx,
    ids: &[InitiativeId],
) -> Result<BTreeMap<InitiativeId, Answers>> {
    type Row = (
        InitiativeId,
        String,
        Option<i64>,
        Option<String>,
        Option<String>,
    );
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT a.initiative_id, a.field, a.number, a.chosen, a.words FROM json_each($1) AS one
         CROSS JOIN initiative_answers AS a ON a.initiative_id = one.value",
    )
    .bind(list(ids.iter().map(|id| id.0)))
    .all(tx)
    .await?;
    let mut all: BTreeMap<InitiativeId, Answers> = BTreeMap::new();
    for (id, field, number, chosen, words) in rows {
        let answers = all.entry(id).or_default();
        answers.insert(field, forms::one(number, chosen, words));
    }
    Ok(all)
}

pub(crate) async fn answer(tx: &mut Tx, id: InitiativeId, field: &str, answer: &Answer) -> Result {
    let (number, chosen, words) = forms::columns(answer);
    sqlx::query(
        "INSERT INTO initiative_answers (initiative_id, field, number, chosen, words) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (initiative_id, field) DO UPDATE SET number = excluded.number, chosen = excluded.chosen,
             words = excluded.words",
    )
    .binds((id, field, number, chosen, words))
    .about(id)
    .run(tx)
    .await?;
    Ok(())
}

/// It is gone, and nothing leads to it from a register.
pub(crate) async fn delete(tx: &mut Tx, id: InitiativeId) -> Result {
    sqlx::query("DELETE FROM initiatives WHERE id = $1")
        .bind(id)
        .about(id)
        .run(tx)
        .await?;
    tx.erase();
    Ok(())
}
