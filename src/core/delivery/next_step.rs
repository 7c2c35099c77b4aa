//! Nobody is left in silence: what is done where an answer cannot be delivered as it is.
//!
//! Knows, for each purpose, call and refusal, the next step or that there is none. Must not know what the answer says.

use std::collections::BTreeMap;

use super::ATTEMPTS_MAX;
use crate::core::ctx::{Ctx, Screen};
use crate::outgoing::{Call, Delivery, Lane, Outcome, Purpose, Reason};
use crate::store::outbox::Owed;
use crate::store::{self, Result};
use crate::types::{CommendationId, Language, UserId};

/// What follows from a refusal.
#[derive(Debug, Clone, PartialEq)]
enum NextStep {
    /// This call in the place of the refused one.
    Instead(Call),
    /// This person hears in private that there is no answer, and why.
    Tell(UserId, Undelivered),
    /// Whoever posted this commendation hears that a group has no card of it; the text that says why.
    TellAuthor(CommendationId, &'static str),
    /// Nothing beyond the reason that is written into the row: nobody waits for it, or nobody can be told.
    Nothing,
}

/// What somebody is told who gets no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Undelivered {
    /// The group did not take it; the text that says why.
    InGroup(&'static str),
    /// The messenger will never take it: a mistake of ours.
    Refused,
    /// It was tried for as long as that makes sense.
    Failed,
    /// A group does not take the card of a commendation; the text that says why.
    Card(&'static str),
}

/// People who are to be told, each once however many parts their answer had.
#[derive(Debug, Default)]
pub(super) struct Notices(BTreeMap<UserId, Undelivered>);

impl Notices {
    /// Takes the next step for a refused call. `false` if there is none: the row ends as every other.
    pub(super) async fn next(
        &mut self,
        ctx: &mut Ctx<'_>,
        delivery: &Delivery,
        owed: &Owed,
    ) -> Result<bool> {
        if !ends(owed, &delivery.outcome) {
            return Ok(false);
        }
        let call = store::outbox::call(ctx.tx, delivery.id).await?;
        match next_step(owed, call, &delivery.outcome) {
            NextStep::Instead(call) if owed.attempts < ATTEMPTS_MAX => {
                store::outbox::replace(ctx.tx, delivery.id, &call).await?;
                Ok(true)
            }
            NextStep::Tell(user, why) => {
                self.0.insert(user, why);
                Ok(false)
            }
            NextStep::TellAuthor(commendation, why) => {
                let author = store::commendations::author(ctx.tx, commendation).await?;
                if let Some(author) = author {
                    self.0.insert(author, Undelivered::Card(why));
                }
                Ok(false)
            }
            NextStep::Instead(_) | NextStep::Nothing => Ok(false),
        }
    }

    pub(super) async fn enqueue(self, ctx: &mut Ctx<'_>) -> Result {
        for (user, why) in self.0 {
            let member = store::members::by_user(ctx.tx, user).await?;
            let language = member.map_or(Language::Vi, |member| member.language);
            let text = match why {
                Undelivered::InGroup(why) => {
                    let why = ctx.plain(language, why, &[]);
                    ctx.html(language, "undelivered-group", &[("why", why.into())])
                }
                Undelivered::Refused => ctx.html(language, "undelivered-reply", &[]),
                Undelivered::Failed => ctx.html(language, "undelivered-failed", &[]),
                Undelivered::Card(why) => {
                    let why = ctx.plain(language, why, &[]);
                    ctx.html(language, "undelivered-card", &[("why", why.into())])
                }
            };
            let until = ctx.reply_until();
            // As a notice: for what is told here nobody is told again.
            ctx.send_until(
                user,
                Screen::words(text),
                Purpose::Plain,
                Lane::Notice,
                until,
            )
            .await?;
        }
        Ok(())
    }
}

/// Whether the call is not tried as it is any more: it was refused, or has failed as often as it may.
fn ends(owed: &Owed, outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Stale { .. } | Outcome::Unreachable { .. } | Outcome::Rejected { .. } => true,
        Outcome::Failed { .. } => owed.attempts >= ATTEMPTS_MAX,
        // A group has moved where nothing can follow it; otherwise it is tried there.
        Outcome::Moved(to) => {
            owed.attempts >= ATTEMPTS_MAX
                || !(to.is_group() && owed.chat.is_some_and(|chat| chat.is_group()))
        }
        // Past its time nobody waits for it; the others are no end.
        Outcome::Expired
        | Outcome::Sent(_)
        | Outcome::Fetched(_)
        | Outcome::RetryAfter { .. }
        | Outcome::Untried => false,
    }
}

/// The next step after a refusal. Each call that comes instead asks for less than the one before, so there is an end.
fn next_step(owed: &Owed, call: Call, outcome: &Outcome) -> NextStep {
    if !ends(owed, outcome) {
        return NextStep::Nothing;
    }
    let reason = match outcome {
        Outcome::Stale { reason }
        | Outcome::Unreachable { reason }
        | Outcome::Rejected { reason }
        | Outcome::Failed { reason, .. } => reason,
        _ => &Reason::Moved,
    };
    if matches!(owed.purpose, Purpose::Broadcast(..) | Purpose::Unsend(..)) {
        // The ledger and its card say what became of them.
        return NextStep::Nothing;
    }
    match otherwise(call, reason) {
        Some(call) => NextStep::Instead(call),
        None if let (Purpose::Commended(id), true) = (owed.purpose, in_group(owed)) => {
            NextStep::TellAuthor(id, why(reason))
        }
        None if owed.lane != Lane::Reply => NextStep::Nothing,
        None => told(owed, outcome, reason),
    }
}

/// The same words in another way that this refusal leaves open.
pub(super) fn otherwise(mut call: Call, reason: &Reason) -> Option<Call> {
    match (reason, &mut call) {
        (
            Reason::MessageGone | Reason::NotEditable,
            Call::Edit {
                chat,
                text,
                keyboard,
                or_send: true,
                ..
            },
        ) => Some(Call::Send {
            chat: *chat,
            thread: None,
            text: std::mem::take(text),
            keyboard: std::mem::take(keyboard),
            reply_to: None,
        }),
        (Reason::MessageGone, Call::Send { reply_to, .. } | Call::File { reply_to, .. }) => {
            reply_to.take()?;
            Some(call)
        }
        (
            Reason::TopicGone | Reason::TopicClosed,
            Call::Send {
                thread, reply_to, ..
            }
            | Call::File {
                thread, reply_to, ..
            },
        ) => {
            thread.take()?;
            *reply_to = None;
            Some(call)
        }
        _ => None,
    }
}

/// Who waits for an answer that no other call can bring.
fn told(owed: &Owed, outcome: &Outcome, reason: &Reason) -> NextStep {
    match (owed.purpose, owed.chat) {
        (Purpose::InGroup(user), _) => NextStep::Tell(user, Undelivered::InGroup(why(reason))),
        // A file that is refused for good is told of by its own feature.
        (Purpose::Units(user, _) | Purpose::Sheet(user, ..) | Purpose::PlanSheet(user, ..), _)
            if matches!(outcome, Outcome::Stale { .. } | Outcome::Unreachable { .. }) =>
        {
            NextStep::Tell(user, Undelivered::Refused)
        }
        (Purpose::Units(..) | Purpose::Sheet(..) | Purpose::PlanSheet(..), _) => NextStep::Nothing,
        (_, Some(chat)) if !chat.is_group() => match outcome {
            Outcome::Rejected { .. } => NextStep::Tell(UserId(chat.0), Undelivered::Refused),
            Outcome::Failed { .. } => NextStep::Tell(UserId(chat.0), Undelivered::Failed),
            _ => NextStep::Nothing,
        },
        _ => NextStep::Nothing,
    }
}

fn in_group(owed: &Owed) -> bool {
    owed.chat.is_some_and(|chat| chat.is_group())
}

/// The text that says why a group does not take an answer.
fn why(reason: &Reason) -> &'static str {
    match reason {
        Reason::TopicClosed | Reason::TopicGone => "why-topic",
        Reason::Kicked | Reason::NotAMember | Reason::ChatDeleted | Reason::ChatNotFound => {
            "why-kicked"
        }
        Reason::MayNotWrite | Reason::Forbidden => "why-forbidden",
        _ => "why-other",
    }
}

#[cfg(test)]
mod tests;
