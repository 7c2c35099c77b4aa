//! A screen in the place of a message in a private chat, or as a new one.
//!
//! Knows which call that is. Must not know what becomes of it.

use super::Screen;
use crate::outgoing::Call;
use crate::types::{ChatId, MessageId};

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
