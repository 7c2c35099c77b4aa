//! Answers of which no file may know, not even that they were given: they wait in memory and are lost with the process.
//!
//! Knows how they differ from other answers. Must not know what they say.

use chrono::TimeDelta;

use super::tap::TOAST_SECONDS;
use super::{Ctx, Screen, Tap};
use crate::outgoing::Call;
use crate::store::{self, Result};
use crate::types::{Language, MessageId, UserId};

/// Whoever waits longer asks again.
const MINUTES: i64 = 15;

impl Ctx<'_> {
    /// Shows a screen in the place of that message, or as a new one.
    pub(in crate::core) async fn show_unwritten(
        &mut self,
        user: UserId,
        message: Option<MessageId>,
        screen: Screen,
    ) -> Result {
        let call = screen.call(user.into(), message);
        self.call_unwritten(user, &call).await
    }

    /// Removes a message from a private chat.
    pub(in crate::core) async fn remove_unwritten(
        &mut self,
        user: UserId,
        message: MessageId,
    ) -> Result {
        let chat = user.into();
        self.call_unwritten(user, &Call::Delete { chat, message })
            .await
    }

    /// Ends the spinner of a tap, with a notice if there is one to give.
    pub(in crate::core) async fn ack_unwritten(
        &mut self,
        user: UserId,
        tap: &Tap,
        notice: Option<(Language, &str)>,
    ) -> Result {
        let text = notice.map(|(language, key)| self.plain(language, key, &[]));
        let call = Call::Toast {
            query: tap.query.clone(),
            alert: text.is_some(),
            text,
        };
        let until = self.tx.now() + TimeDelta::seconds(TOAST_SECONDS);
        store::unwritten::enqueue(self.tx, user.into(), until, &call).await
    }

    /// Makes a call in a private chat.
    pub(in crate::core) async fn call_unwritten(&mut self, user: UserId, call: &Call) -> Result {
        let until = self.tx.now() + TimeDelta::minutes(MINUTES);
        store::unwritten::enqueue(self.tx, user.into(), until, call).await
    }
}
