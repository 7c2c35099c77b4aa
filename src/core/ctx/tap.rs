//! Answering a tap.
//!
//! Knows how long an answer to one is taken. Must not know what was tapped.

use chrono::TimeDelta;

use super::{Ctx, Screen};
use crate::outgoing::{Call, Lane, Purpose};
use crate::store::Result;
use crate::text::Value;
use crate::types::{Language, MessageId, UserId};

/// A toast answers a tap, and Telegram refuses late ones.
pub(super) const TOAST_SECONDS: i64 = 120;

/// A tap whose callback is not answered yet: the app shows a spinner until it is.
#[derive(Debug, Clone)]
pub(in crate::core) struct Tap {
    pub(in crate::core) query: String,
    /// The message with the button; the messenger leaves it out when that is too old.
    pub(in crate::core) message: Option<MessageId>,
    /// What it says, likewise.
    pub(in crate::core) words: Option<String>,
}

impl Ctx<'_> {
    /// Shows a screen in the place of the message with the tapped button.
    pub(in crate::core) async fn redraw(
        &mut self,
        user: UserId,
        tap: &Tap,
        screen: Screen,
    ) -> Result {
        self.show(user, tap.message, screen, Purpose::Plain).await
    }

    /// Says that the button is not valid, or not any more.
    pub(in crate::core) async fn no_button(&mut self, tap: &Tap, language: Language) -> Result {
        self.answer_callback(tap, language, "toast-no-button").await
    }

    /// Answers the callback with a notice that goes away by itself.
    pub(in crate::core) async fn answer_callback(
        &mut self,
        tap: &Tap,
        language: Language,
        key: &str,
    ) -> Result {
        let text = self.plain(language, key, &[]);
        self.answer_callback_with(tap, Some(text), false).await
    }

    /// Answers the callback with a box that must be closed.
    pub(in crate::core) async fn alert(
        &mut self,
        tap: &Tap,
        language: Language,
        key: &str,
    ) -> Result {
        self.alert_with(tap, language, key, &[]).await
    }

    /// The same with arguments.
    pub(in crate::core) async fn alert_with(
        &mut self,
        tap: &Tap,
        language: Language,
        key: &str,
        args: &[(&str, Value)],
    ) -> Result {
        let text = self.plain(language, key, args);
        self.answer_callback_with(tap, Some(text), true).await
    }

    /// Answers the callback without words.
    pub(in crate::core) async fn ack(&mut self, tap: &Tap) -> Result {
        self.answer_callback_with(tap, None, false).await
    }

    async fn answer_callback_with(
        &mut self,
        tap: &Tap,
        text: Option<String>,
        alert: bool,
    ) -> Result {
        let call = Call::Toast {
            query: tap.query.clone(),
            text,
            alert,
        };
        let until = self.tx.now() + TimeDelta::seconds(TOAST_SECONDS);
        self.enqueue(Lane::Reply, until, Purpose::Plain, call).await
    }
}
