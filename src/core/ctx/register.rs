//! What shows titles or authors of a register: it is dropped if one of them does not agree any more before it has left.
//!
//! Knows for what such a call is marked. Must not know registers.

use super::{Ctx, Screen};
use crate::outgoing::{Lane, Purpose};
use crate::store::Result;
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
    ) -> Result {
        let call = screen.call(user.into(), message);
        let until = self.reply_until();
        let purpose = Purpose::Register(unit);
        self.enqueue(Lane::Reply, until, purpose, call).await
    }
}
