//! What shows titles or authors of a register: it is dropped if one of them does not agree any more before it has left.
//!
//! Knows for what such a call is marked. Must not know registers.

use super::{Ctx, Screen};
use crate::outgoing::{Call, FileContent, FileKind, Lane, Purpose};
use crate::store::StoreError;
use crate::types::{MessageId, UnitId, UserId};

impl Ctx<'_> {
    /// Edits the message with the tapped button, or sends a new one. `unit`: whose register it shows something of, or a unit
    /// above.
    pub(in crate::core) async fn show_register(
        &mut self,
        user: UserId,
        message: Option<MessageId>,
        screen: Screen,
        unit: UnitId,
    ) -> Result<(), StoreError> {
        let call = screen.call(user.into(), message);
        let until = self.reply_until();
        let purpose = Purpose::Register(unit);
        self.enqueue(Lane::Reply, until, purpose, call).await
    }

    /// The same as a file.
    pub(in crate::core) async fn send_register(
        &mut self,
        user: UserId,
        content: FileContent,
        caption: String,
        unit: UnitId,
    ) -> Result<(), StoreError> {
        let call = Call::File {
            chat: user.into(),
            thread: None,
            kind: FileKind::Document,
            content,
            caption,
            keyboard: Vec::new(),
            reply_to: None,
        };
        let until = self.reply_until();
        let purpose = Purpose::Register(unit);
        self.enqueue(Lane::Reply, until, purpose, call).await
    }
}
