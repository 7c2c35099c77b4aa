//! What follows for a recipient from the outcome of a broadcast's call.
//!
//! Knows how a recipient moves on. Must not know when broadcasts go, nor who watches.

use super::ATTEMPTS_MAX;
use crate::db::Tx;
use crate::outgoing::{Outcome, Reason};
use crate::store::outbox::Owed;
use crate::store::recipients::{RecipientState, Who};
use crate::store::{self, Result, StoreError};
use crate::types::{BroadcastId, ChatId, OutboxId, RecipientId, UserId};

/// A recipient of a broadcast, and the call that was answered.
#[derive(Debug, Clone, Copy)]
pub(super) struct RecipientCall {
    pub(super) broadcast: BroadcastId,
    pub(super) recipient: RecipientId,
    pub(super) call: OutboxId,
}

fn no_file() -> StoreError {
    StoreError::Bug("a file was fetched for a broadcast's message".to_owned())
}

impl RecipientCall {
    pub(super) async fn sending(self, tx: &mut Tx, owed: &Owed, outcome: &Outcome) -> Result {
        match outcome {
            Outcome::Sent(message) => {
                self.ends(tx, RecipientState::Sent, None).await?;
                store::recipients::set_message(tx, self.recipient, *message).await
            }
            // Not sent within its hours: it is queued again, or ended by the flow if its term has passed.
            Outcome::RetryAfter { .. } | Outcome::Untried | Outcome::Expired => {
                store::outbox::requeue(tx, self.call, false).await
            }
            Outcome::Failed {
                reason,
                maybe_sent: true,
            } => self.ends(tx, RecipientState::Unknown, Some(reason)).await,
            Outcome::Failed { reason, .. } if owed.attempts >= ATTEMPTS_MAX => {
                self.ends(tx, RecipientState::Failed, Some(reason)).await
            }
            Outcome::Failed { .. } => store::outbox::requeue(tx, self.call, true).await,
            Outcome::Unreachable { reason } => {
                if let Some(chat) = owed.chat {
                    store::members::set_reachable(tx, UserId(chat.0), false).await?;
                }
                self.ends(tx, RecipientState::Unreachable, Some(reason))
                    .await
            }
            Outcome::Moved(to) => {
                if !self.moved(tx, owed, *to).await? {
                    self.ends(tx, RecipientState::Failed, Some(&Reason::Moved))
                        .await?;
                }
                Ok(())
            }
            Outcome::Stale { reason } => self.ends(tx, RecipientState::Failed, Some(reason)).await,
            Outcome::Fetched(_) => Err(no_file()),
            Outcome::Rejected { reason } => {
                tracing::error!(
                    row = self.call.0,
                    %reason,
                    "the messenger refuses a broadcast's message for good"
                );
                self.ends(tx, RecipientState::Failed, Some(reason)).await
            }
        }
    }

    pub(super) async fn unsending(self, tx: &mut Tx, owed: &Owed, outcome: &Outcome) -> Result {
        match outcome {
            // The message is gone, whoever deleted it: after a cut connection it may have been this very call.
            Outcome::Sent(_)
            | Outcome::Stale {
                reason: Reason::MessageGone,
            } => {
                let step = (RecipientState::Sent, RecipientState::Unsent);
                self.steps(tx, step, None).await
            }
            Outcome::RetryAfter { .. } | Outcome::Untried => {
                store::outbox::requeue(tx, self.call, false).await
            }
            Outcome::Fetched(_) => Err(no_file()),
            Outcome::Failed { .. } if owed.attempts < ATTEMPTS_MAX => {
                store::outbox::requeue(tx, self.call, true).await
            }
            Outcome::Moved(to) => {
                if !self.moved(tx, owed, *to).await? {
                    self.stays(tx, &Reason::Moved).await?;
                }
                Ok(())
            }
            Outcome::Failed { reason, .. }
            | Outcome::Unreachable { reason }
            | Outcome::Stale { reason } => self.stays(tx, reason).await,
            Outcome::Expired => self.stays(tx, &Reason::TooLate).await,
            Outcome::Rejected { reason } => self.stays(tx, reason).await,
        }
    }

    async fn ends(self, tx: &mut Tx, state: RecipientState, reason: Option<&Reason>) -> Result {
        self.steps(tx, (RecipientState::Claimed, state), reason)
            .await
    }

    async fn steps(
        self,
        tx: &mut Tx,
        step: (RecipientState, RecipientState),
        reason: Option<&Reason>,
    ) -> Result {
        let who = Who::One(self.recipient);
        store::recipients::step(tx, self.broadcast, who, step, reason).await?;
        // The recipient's row keeps the outcome, so the outbox row can go.
        store::outbox::sent(tx, &[self.call]).await
    }

    async fn stays(self, tx: &mut Tx, reason: &Reason) -> Result {
        store::recipients::mark_not_recalled(tx, self.broadcast, self.recipient, reason).await?;
        store::outbox::sent(tx, &[self.call]).await
    }

    /// Follows a group to its new id; `false` if that is none, or it has moved too often.
    async fn moved(self, tx: &mut Tx, owed: &Owed, to: ChatId) -> Result<bool> {
        let from = owed.chat.filter(|from| from.is_group() && to.is_group());
        let Some(from) = from.filter(|_| owed.attempts < ATTEMPTS_MAX) else {
            return Ok(false);
        };
        super::move_group(tx, from, to).await?;
        store::outbox::requeue(tx, self.call, true).await?;
        Ok(true)
    }
}
