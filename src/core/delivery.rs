//! What follows from the outcome of a call.
//!
//! Knows when a row is tried again and when it ends. Must not know how calls are made.

mod ledger;
mod next_step;
mod unwritten;

use std::collections::BTreeMap;

use crate::core::ctx::Ctx;
use crate::db::Tx;
use crate::outgoing::{Delivery, OnDoubt, Outcome, Purpose, Reason};
use crate::store::outbox::{End, Owed};
use crate::store::{self, Result};
use crate::types::{ChatId, MemberId, MessageId, QuizId, RoundId, UserId};

/// How often a call is tried when the other side is at fault.
pub(super) const ATTEMPTS_MAX: i64 = 8;

/// Records the outcomes of claimed rows. A row that has ended already changes nothing.
pub(super) async fn record(ctx: &mut Ctx<'_>, deliveries: &[Delivery]) -> Result {
    unwritten::record(ctx.tx, deliveries).await?;
    let ids: Vec<_> = deliveries.iter().map(|delivery| delivery.id).collect();
    let mut claimed = store::outbox::claimed_rows(ctx.tx, &ids).await?;
    let (mut done, mut notices) = (Vec::new(), next_step::Notices::default());
    let mut arrived = Arrived::default();
    for delivery in deliveries {
        let Some(owed) = claimed.remove(&delivery.id) else {
            continue;
        };
        if !notices.next(ctx, delivery, &owed).await? {
            consequences(ctx.tx, delivery, &owed).await?;
        }
        if let Outcome::Sent(message) = delivery.outcome {
            arrived.note(owed.purpose, message);
        }
        if matches!(delivery.outcome, Outcome::Sent(_) | Outcome::Fetched(_)) {
            done.push(delivery.id);
        }
    }
    arrived.record(ctx.tx).await?;
    notices.enqueue(ctx).await?;
    store::outbox::sent(ctx.tx, &done).await
}

/// All that follows, except for deleting rows that were sent: that is done for the batch at once.
async fn consequences(tx: &mut Tx, delivery: &Delivery, owed: &Owed) -> Result {
    let id = delivery.id;
    if matches!(owed.purpose, Purpose::Private | Purpose::Journal(_)) {
        tx.erase();
    }
    let case = |broadcast, recipient| ledger::RecipientCall {
        broadcast,
        recipient,
        call: id,
    };
    match owed.purpose {
        Purpose::Broadcast(broadcast, recipient) => {
            let case = case(broadcast, recipient);
            return case.sending(tx, owed, &delivery.outcome).await;
        }
        Purpose::Unsend(broadcast, recipient) => {
            let case = case(broadcast, recipient);
            return case.unsending(tx, owed, &delivery.outcome).await;
        }
        _ => {}
    }
    match &delivery.outcome {
        Outcome::Sent(message) => sent(tx, owed, *message).await,
        Outcome::Fetched(bytes) => store::unit_files::keep(tx, owed.purpose, Some(bytes)).await,
        Outcome::RetryAfter { .. } | Outcome::Untried => {
            store::outbox::requeue(tx, id, false).await
        }
        Outcome::Failed { reason, maybe_sent } => {
            if *maybe_sent && owed.on_doubt == OnDoubt::Unknown {
                store::outbox::end(tx, id, End::Unknown, reason).await
            } else if owed.attempts >= ATTEMPTS_MAX {
                store::unit_files::keep(tx, owed.purpose, None).await?;
                store::outbox::end(tx, id, End::Failed, reason).await
            } else {
                store::outbox::requeue(tx, id, true).await
            }
        }
        Outcome::Unreachable { reason } => {
            if let Some(chat) = owed.chat {
                store::members::set_reachable(tx, UserId(chat.0), false).await?;
            }
            store::outbox::end(tx, id, End::Unreachable, reason).await
        }
        Outcome::Stale { reason } => store::outbox::end(tx, id, End::Stale, reason).await,
        Outcome::Moved(to) => match owed.chat.filter(|_| owed.attempts < ATTEMPTS_MAX) {
            // Only groups change their id. A message to a person must never go to another chat.
            Some(from) if from.is_group() && to.is_group() => {
                move_group(tx, from, *to).await?;
                store::outbox::requeue(tx, id, true).await
            }
            _ => store::outbox::end(tx, id, End::Failed, &Reason::Moved).await,
        },
        Outcome::Expired => {
            store::unit_files::keep(tx, owed.purpose, None).await?;
            store::outbox::end(tx, id, End::Expired, &Reason::Expired).await
        }
        Outcome::Rejected { reason } => {
            tracing::error!(row = id.0, %reason, "the messenger refuses a call for good");
            store::unit_files::keep(tx, owed.purpose, None).await?;
            store::outbox::end(tx, id, End::Failed, reason).await
        }
    }
}

async fn sent(tx: &mut Tx, owed: &Owed, message: Option<MessageId>) -> Result {
    match owed.purpose {
        Purpose::Plain
        | Purpose::Private
        | Purpose::Register(_)
        | Purpose::InGroup(_)
        | Purpose::Units(..)
        | Purpose::Sheet(..)
        | Purpose::PlanSheet(..)
        | Purpose::Broadcast(..)
        | Purpose::Unsend(..)
        // With all others of the batch: `Arrived`.
        | Purpose::Item(..)
        | Purpose::Quiz(_) => Ok(()),
        Purpose::Commended(id) => match (owed.chat, message) {
            (Some(chat), Some(message)) => {
                store::commendations::set_message(tx, id, chat, message).await
            }
            _ => Ok(()),
        },
        Purpose::Card(broadcast) => match message {
            Some(message) => store::broadcasts::set_card(tx, broadcast, message).await,
            None => Ok(()),
        },
        Purpose::Journal(member) => store::journals::delivered(tx, member, message).await,
    }
}

/// The weekly items and quizzes that arrived in one batch: in a storm there are many, and each statement costs.
#[derive(Default)]
struct Arrived {
    items: Vec<(MemberId, RoundId)>,
    /// Each with the newest message in which it stands.
    quizzes: BTreeMap<QuizId, Option<MessageId>>,
}

impl Arrived {
    fn note(&mut self, purpose: Purpose, message: Option<MessageId>) {
        match purpose {
            Purpose::Item(member, round) => self.items.push((member, round)),
            Purpose::Quiz(quiz) => {
                let newest = self.quizzes.entry(quiz).or_default();
                *newest = message.or(*newest);
            }
            _ => {}
        }
    }

    async fn record(&self, tx: &mut Tx) -> Result {
        if self.items.is_empty() && self.quizzes.is_empty() {
            return Ok(());
        }
        store::quizzes::set_messages(tx, &self.quizzes).await?;
        let quizzes: Vec<QuizId> = self.quizzes.keys().copied().collect();
        store::tallies::reached(tx, &quizzes, &self.items).await
    }
}

/// A group has got another id: its tie to a unit and the calls that wait for it follow.
pub(super) async fn move_group(tx: &mut Tx, from: ChatId, to: ChatId) -> Result {
    store::groups::rename(tx, from, to).await?;
    store::recipients::move_chat(tx, from, to).await?;
    store::commendations::move_chat(tx, from, to).await?;
    store::outbox::move_chat(tx, from, to).await
}
