//! What somebody was asked to write goes to whoever asked.
//!
//! Knows which question is whose. Must not know what a good answer is.

use crate::core::ctx::{Caller, Ctx};
use crate::core::officer::{broadcast, collect, commend, forms, plans, register};
use crate::event::IncomingMessage;
use crate::store::StoreError;
use crate::store::dialogs::Dialog;

impl Ctx<'_> {
    /// Takes what was written in a private chat as the answer to a question. `false` if it was not meant so.
    pub(super) async fn answered(
        &mut self,
        caller: &Caller,
        said: &IncomingMessage,
        dialog: Option<Dialog>,
    ) -> Result<bool, StoreError> {
        // Whatever they were asked for before: a question asked since has ended what they were writing.
        if self.suggesting(caller, said).await? {
            return Ok(true);
        }
        let text = said.text.as_deref();
        // One letter is an answer to the quiz.
        let sentence = text.filter(|text| text.trim().chars().count() > 1);
        Ok(match dialog {
            Some(Dialog::Broadcast(draft, step)) => {
                broadcast::wrote(self, caller, said, (draft, step)).await?
            }
            Some(Dialog::Form(id, step, message)) => {
                forms::wrote(self, caller, said, (id, step, message)).await?
            }
            Some(Dialog::Sheet(period)) => match &said.document {
                Some(document) => collect::received(self, caller, document, period).await?,
                None => false,
            },
            Some(Dialog::Plan(asked)) => plans::wrote(self, caller, said, asked).await?,
            // Those of members come after the question whether they agree to the present words.
            None | Some(Dialog::Name(_) | Dialog::Initiative(..) | Dialog::Author(_)) => false,
            Some(dialog) => match sentence {
                Some(sentence) => self.answered_in_words(caller, sentence, dialog).await?,
                None => false,
            },
        })
    }

    /// The same where a sentence is asked for.
    async fn answered_in_words(
        &mut self,
        caller: &Caller,
        text: &str,
        dialog: Dialog,
    ) -> Result<bool, StoreError> {
        match dialog {
            Dialog::Commendation(draft) => commend::wrote(self, caller, text, draft).await,
            Dialog::Amend(id) => forms::wrote_reason(self, caller, text, id).await,
            Dialog::SendBack(period, unit) => {
                collect::wrote_reason(self, caller, text, (period, unit)).await
            }
            _ => register::wrote(self, caller, text, dialog).await,
        }
    }
}
