//! `/suggest` and what is typed for it, a member's or an officer's; and what is kept of it when the process ends.
//!
//! Knows whose a draft is by what it asks for. Must not contain rules.

use crate::core::Core;
use crate::core::access::{consent, officers};
use crate::core::ctx::{Caller, Ctx};
use crate::core::member::suggest;
use crate::core::officer::suggestions;
use crate::db::Tx;
use crate::event::IncomingMessage;
use crate::store::Result;
use crate::store::suggestions::{arrivals, drafts};

impl Core {
    /// The process is about to end: what was to enter a box of suggestions does so now.
    ///
    /// # Errors
    /// The database cannot be written: it is lost, as at a kill.
    pub async fn on_stop(&self, tx: &mut Tx) -> Result {
        let soon = arrivals::enters_at(tx);
        while suggest::enter(&mut Ctx::new(self, tx), soon).await? {}
        Ok(())
    }
}

impl Ctx<'_> {
    /// `/suggest` with or without a unit's name: for officers the box, for whoever takes part the way into it.
    pub(super) async fn suggest(&mut self, caller: &Caller, words: &str) -> Result {
        let officer = officers::is_one(self, caller.user).await?;
        match caller.member {
            None if officer => suggestions::open(self, caller, words).await,
            None => self.say(caller, "join-first", &[]).await,
            Some(_) if officer && !words.is_empty() => suggestions::open(self, caller, words).await,
            Some(member) if consent::must_ask(self, member.id).await? => {
                consent::ask(self, &member).await
            }
            Some(member) => suggest::open(self, &member).await,
        }
    }

    /// Takes a message for what somebody is writing. `false` if they are writing nothing, or it was not meant so.
    pub(super) async fn suggesting(
        &mut self,
        caller: &Caller,
        said: &IncomingMessage,
    ) -> Result<bool> {
        let Some(draft) = drafts::of(self.tx, caller.user).await? else {
            return Ok(false);
        };
        match caller.member {
            _ if suggestions::is_officers(&draft) => {
                suggestions::wrote(self, caller, said, draft).await
            }
            Some(member) => suggest::wrote(self, &member, said, draft).await,
            None => Ok(false),
        }
    }
}
