//! A screen in the place of a message in a private chat, or as a new one; what is typed for it does not stand below it.
//!
//! Knows which call that is. Must not know what becomes of it.

use chrono::TimeDelta;

use super::{Ctx, Screen};
use crate::outgoing::{Call, Lane, Purpose};
use crate::store::Result;
use crate::types::{ChatId, MessageId, UserId};

/// A screen need not stay the last message for longer.
const MINUTES: i64 = 10;

impl Screen {
    /// Edits that message, or sends a new one if there is none or it is gone.
    pub(in crate::core) fn call(self, chat: ChatId, message: Option<MessageId>) -> Call {
        let Self { text, keyboard } = self;
        match message {
            Some(message) => Call::Edit {
                chat,
                message,
                text,
                keyboard,
                or_send: true,
            },
            None => Call::Send {
                chat,
                thread: None,
                text,
                keyboard,
                reply_to: None,
            },
        }
    }
}

impl Ctx<'_> {
    /// The screen stays the last message: what was typed is in it.
    pub(in crate::core) async fn swallow(&mut self, user: UserId, typed: MessageId) -> Result {
        let until = self.tx.now() + TimeDelta::minutes(MINUTES);
        let gone = Call::Delete {
            chat: user.into(),
            message: typed,
        };
        self.enqueue(Lane::Notice, until, Purpose::Plain, gone)
            .await
    }
}
