//! What a person is being asked to type: one question at a time, the newest.
//!
//! Knows who is asked for what. Must not know how it is asked, nor what a good answer is.

use super::{Result, suggestions};
use crate::db::{Binds, Statement, Tx};
use crate::types::{
    BroadcastId, CommendationDraftId, EntryId, FormPeriodId, FormReturnId, InitiativeId, MemberId,
    MessageId, PlanId, PlanLineId, UnitId, UserId,
};

/// What an officer with a draft of a broadcast is asked to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Awaiting {
    /// The message.
    Text,
    /// When to send it.
    Start,
    /// Until when it is worth sending.
    Until,
    /// A page, and what the button to it says.
    Link,
    /// On which days it is sent again and again.
    Rhythm,
}

/// What somebody's next message answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// A part of this draft of a broadcast.
    Broadcast(BroadcastId, Awaiting),
    /// The reason of this draft of a commendation.
    Commendation(CommendationDraftId),
    /// The name by which this member may be commended; asked for today.
    Name(MemberId),
    /// This step of a form, in this message if it is known which that is.
    Form(FormReturnId, u8, Option<MessageId>),
    /// Why a form is changed after its period has closed.
    Amend(FormReturnId),
    /// Why a unit's form is sent back.
    SendBack(FormPeriodId, UnitId),
    /// A filled-in sheet of this period: a file.
    Sheet(FormPeriodId),
    /// This step of what a member tells of an initiative, in this message.
    Initiative(InitiativeId, u8, Option<MessageId>),
    /// The name under which the author of this initiative is entered in a register; asked for today.
    Author(InitiativeId),
    /// What an officer writes down of an entry: the day on which its form was handed in.
    Lodged(EntryId),
    /// The decision by which this level, by its place, has recognised it.
    Recognised(EntryId, u8),
    /// Why it was not recognised.
    Declined(EntryId),
    /// Something about a yearly plan.
    Plan(PlanQuestion),
}

/// What is asked about a yearly plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanQuestion {
    /// Number and day of the signed plan.
    Issue(PlanId),
    /// Why an issued plan is changed.
    Change(PlanId),
    /// The lines of a plan: a file.
    File(PlanId),
    /// This part of a line, in this message if it is known which that is.
    Line(PlanLineId, u8, Option<MessageId>),
    /// The number that was reached in a line.
    Result(PlanLineId, Option<MessageId>),
    /// Why a line is not done any more.
    Drop(PlanLineId),
}

impl Dialog {
    /// The message that shows the question and is edited in place.
    pub(crate) fn message(self) -> Option<MessageId> {
        match self {
            Self::Form(.., message)
            | Self::Initiative(.., message)
            | Self::Plan(PlanQuestion::Line(.., message) | PlanQuestion::Result(_, message)) => {
                message
            }
            _ => None,
        }
    }
}

/// Their next message answers this question, in place of an earlier one.
pub(crate) async fn ask(tx: &mut Tx, user: UserId, dialog: Dialog) -> Result {
    let (mut step, mut place, mut message) = (None, 0, None);
    let (kind, subject) = match dialog {
        Dialog::Broadcast(draft, part) => {
            step = Some(part);
            ("broadcast", draft.0)
        }
        Dialog::Commendation(draft) => ("commendation", draft.0),
        Dialog::Name(member) => ("name", member.0),
        Dialog::Form(id, at, shown) => {
            (place, message) = (i64::from(at), shown);
            ("form", id.0)
        }
        Dialog::Amend(id) => ("amend", id.0),
        Dialog::SendBack(period, unit) => {
            place = unit.0;
            ("sendback", period.0)
        }
        Dialog::Sheet(period) => ("sheet", period.0),
        Dialog::Initiative(id, at, shown) => {
            (place, message) = (i64::from(at), shown);
            ("initiative", id.0)
        }
        Dialog::Author(id) => ("author", id.0),
        Dialog::Lodged(id) => ("lodged", id.0),
        Dialog::Recognised(id, level) => {
            place = i64::from(level);
            ("recognised", id.0)
        }
        Dialog::Declined(id) => ("declined", id.0),
        Dialog::Plan(PlanQuestion::Issue(plan)) => ("plan", plan.0),
        Dialog::Plan(PlanQuestion::Change(plan)) => ("planchange", plan.0),
        Dialog::Plan(PlanQuestion::File(plan)) => ("planfile", plan.0),
        Dialog::Plan(PlanQuestion::Line(line, part, shown)) => {
            (place, message) = (i64::from(part), shown);
            ("planline", line.0)
        }
        Dialog::Plan(PlanQuestion::Result(line, shown)) => {
            message = shown;
            ("planresult", line.0)
        }
        Dialog::Plan(PlanQuestion::Drop(line)) => ("plandrop", line.0),
    };
    suggestions::drafts::interrupt(tx, user).await?;
    sqlx::query(
        "INSERT INTO dialogs (user_id, kind, step, subject, place, message_id, asked_on) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (user_id) DO UPDATE SET kind = excluded.kind, step = excluded.step, subject = excluded.subject,
             place = excluded.place, message_id = excluded.message_id, asked_on = excluded.asked_on",
    )
    .binds((user, kind, step, subject, place, message, tx.today()))
    .run(tx)
    .await?;
    forget_words(tx, user).await
}

/// Keeps what they typed in that message, and nothing else of theirs, until they say that it is meant so.
pub(crate) async fn doubt(tx: &mut Tx, user: UserId, message: MessageId, words: &str) -> Result {
    sqlx::query(
        "INSERT OR REPLACE INTO doubted_words (user_id, message_id, words) VALUES ($1, $2, $3)",
    )
    .binds((user, message, words))
    .run(tx)
    .await?;
    Ok(())
}

/// What they typed in that message, if it is still kept; it is kept no longer.
pub(crate) async fn doubted(
    tx: &mut Tx,
    user: UserId,
    message: MessageId,
) -> Result<Option<String>> {
    sqlx::query_scalar(
        "DELETE FROM doubted_words WHERE user_id = $1 AND message_id = $2 RETURNING words",
    )
    .binds((user, message))
    .optional(tx)
    .await
}

async fn forget_words(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query("DELETE FROM doubted_words WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    Ok(())
}

/// What they are asked for. A name, a step of a form, or a part or number of a plan's line, only on the day of the
/// question: what somebody writes days later is not meant as one.
pub(crate) async fn of(tx: &mut Tx, user: UserId) -> Result<Option<Dialog>> {
    type Columns = (String, Option<Awaiting>, i64, i64, Option<MessageId>);
    let row: Option<Columns> = sqlx::query_as(
        "SELECT kind, step, subject, place, message_id FROM dialogs WHERE user_id = $1
         AND (kind NOT IN ('name', 'form', 'initiative', 'author', 'planline', 'planresult') OR asked_on = $2)",
    )
    .binds((user, tx.today()))
    .optional(tx)
    .await?;
    Ok(row.map(
        |(kind, step, subject, place, message)| match (kind.as_str(), step) {
            (_, Some(step)) => Dialog::Broadcast(BroadcastId(subject), step),
            ("commendation", None) => Dialog::Commendation(CommendationDraftId(subject)),
            ("form", None) => Dialog::Form(FormReturnId(subject), small(place), message),
            ("initiative", None) => {
                Dialog::Initiative(InitiativeId(subject), small(place), message)
            }
            ("author", None) => Dialog::Author(InitiativeId(subject)),
            ("lodged", None) => Dialog::Lodged(EntryId(subject)),
            ("recognised", None) => Dialog::Recognised(EntryId(subject), small(place)),
            ("declined", None) => Dialog::Declined(EntryId(subject)),
            ("amend", None) => Dialog::Amend(FormReturnId(subject)),
            ("sendback", None) => Dialog::SendBack(FormPeriodId(subject), UnitId(place)),
            ("sheet", None) => Dialog::Sheet(FormPeriodId(subject)),
            ("plan", None) => Dialog::Plan(PlanQuestion::Issue(PlanId(subject))),
            ("planchange", None) => Dialog::Plan(PlanQuestion::Change(PlanId(subject))),
            ("planfile", None) => Dialog::Plan(PlanQuestion::File(PlanId(subject))),
            ("planline", None) => {
                let part = u8::try_from(place).unwrap_or(u8::MAX);
                Dialog::Plan(PlanQuestion::Line(PlanLineId(subject), part, message))
            }
            ("planresult", None) => {
                Dialog::Plan(PlanQuestion::Result(PlanLineId(subject), message))
            }
            ("plandrop", None) => Dialog::Plan(PlanQuestion::Drop(PlanLineId(subject))),
            (_, None) => Dialog::Name(MemberId(subject)),
        },
    ))
}

fn small(place: i64) -> u8 {
    u8::try_from(place).unwrap_or(u8::MAX)
}

pub(crate) async fn close_broadcast(tx: &mut Tx, draft: BroadcastId) -> Result {
    close(tx, "broadcast", draft.0).await
}

pub(crate) async fn close_commendation(tx: &mut Tx, draft: CommendationDraftId) -> Result {
    close(tx, "commendation", draft.0).await
}

pub(crate) async fn close_name(tx: &mut Tx, member: MemberId) -> Result {
    close(tx, "name", member.0).await
}

/// They are asked for no step of a form any more.
pub(crate) async fn leave_form(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query("DELETE FROM dialogs WHERE user_id = $1 AND kind IN ('form', 'initiative')")
        .bind(user)
        .run(tx)
        .await?;
    Ok(())
}

/// They are asked for nothing any more.
pub(crate) async fn leave(tx: &mut Tx, user: UserId) -> Result {
    sqlx::query("DELETE FROM dialogs WHERE user_id = $1")
        .bind(user)
        .run(tx)
        .await?;
    forget_words(tx, user).await
}

async fn close(tx: &mut Tx, kind: &str, subject: i64) -> Result {
    sqlx::query("DELETE FROM dialogs WHERE kind = $1 AND subject = $2")
        .binds((kind, subject))
        .run(tx)
        .await?;
    Ok(())
}
