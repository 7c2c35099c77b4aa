//! A screen in the place of a message in a private chat, or as a new one.
//!
//! Knows which call that is. Must not know what becomes of it.

use chrono::TimeDelta;

use super::{Ctx, Screen};
use crate::outgoing::{Call, Lane, Purpose};
use crate::store::StoreError;
use crate::types::{ChatId, MessageId, UserId};

impl Ctx<'_> {
    /// Removes what somebody has typed: the question, with what was typed in it, stays the last message.
    pub(in crate::core) async fn remove(
        &mut self,
        user: UserId,
        message: MessageId,
    ) -> Result<(), StoreError> {
        let until = self.tx.now() + TimeDelta::minutes(10);
        let chat = user.into();
        let gone = Call::Delete { chat, message };
        self.enqueue(Lane::Notice, until, Purpose::Plain, gone)
            .await
    }
}

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
