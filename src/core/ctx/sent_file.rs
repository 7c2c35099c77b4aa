//! Fetching a file that an officer has sent.
//!
//! Knows how large one may be and how long it is asked for. Must not know what is in it.

use chrono::TimeDelta;

use super::{Caller, Ctx};
use crate::event::SentDocument;
use crate::outgoing::{Call, Lane, Purpose};
use crate::store::Result;
use crate::table::BYTES_MAX;

/// After this time its sender is asked to send it again.
const MINUTES: i64 = 10;

impl Ctx<'_> {
    /// Has it fetched for that purpose, or says that it is too large.
    pub(in crate::core) async fn fetch(
        &mut self,
        caller: &Caller,
        document: &SentDocument,
        purpose: Purpose,
    ) -> Result {
        let most = u64::try_from(BYTES_MAX).unwrap_or(u64::MAX);
        if document.bytes > most {
            return self.say(caller, "units-file-large", &[]).await;
        }
        let call = Call::Fetch {
            file: document.file.clone(),
            bytes_max: most,
        };
        let until = self.tx.now() + TimeDelta::minutes(MINUTES);
        self.enqueue(Lane::Reply, until, purpose, call).await
    }
}
