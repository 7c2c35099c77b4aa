//! What somebody was asked to write goes to whoever asked; a command or a button that leads elsewhere ends the question.
//!
//! Knows which question is whose, and what is done beside one without leaving it. Must not know what a good answer is.

use crate::core::ctx::{Caller, Ctx};
use crate::core::officer::{broadcast, collect, commend, forms, plans, register};
use crate::event::{Button, CollectAction, Command, IncomingMessage, PlanAction};
use crate::store::dialogs::Dialog;
use crate::store::suggestions::drafts;
use crate::store::{self, Result};
use crate::types::UserId;

/// What is tapped beside a question: what the bot sent by itself, files to be filled in, and what is about the answer.
fn is_beside(button: Button) -> bool {
    matches!(
        button,
        Button::Keep(_)
            | Button::Read(_)
            | Button::Answer(..)
            | Button::Next(..)
            | Button::Quiz
            | Button::Checkin
            | Button::Thought(_)
            | Button::Choice(..)
            | Button::Prompt(..)
            | Button::Survey(_)
            | Button::Plan(PlanAction::Sheet(_) | PlanAction::Leave(_))
            | Button::Collect(
                CollectAction::Sheet(_) | CollectAction::Take(_) | CollectAction::Leave(_)
            )
    )
}

impl Ctx<'_> {
    /// Whoever goes elsewhere by a button is not asked any more: what they type next is no answer.
    pub(super) async fn leaves_by(&mut self, user: UserId, button: Button) -> Result {
        match is_beside(button) {
            true => Ok(()),
            false => self.leaves(user).await,
        }
    }

    /// The same by a command. What is written like one leads nowhere.
    pub(super) async fn leaves_by_command(
        &mut self,
        user: UserId,
        command: Option<&Command>,
    ) -> Result {
        match command {
            None | Some(Command::Unknown | Command::Quiz | Command::Checkin) => Ok(()),
            Some(_) => self.leaves(user).await,
        }
    }

    async fn leaves(&mut self, user: UserId) -> Result {
        store::dialogs::leave(self.tx, user).await?;
        drafts::leave_officers(self.tx, user).await
    }

    /// Takes what was written in a private chat as the answer to a question. `false` if it was not meant so.
    pub(super) async fn answered(
        &mut self,
        caller: &Caller,
        said: &IncomingMessage,
        dialog: Option<Dialog>,
    ) -> Result<bool> {
        // Whatever they were asked for before: a question asked since has ended what they were writing.
        if self.suggesting(caller, said).await? {
            return Ok(true);
        }
        if let Some(dialog) = dialog
            && self.asks_back(caller, said, dialog).await?
        {
            return Ok(true);
        }
        self.taken(caller, said, dialog).await
    }

    /// The same of what is meant so.
    pub(super) async fn taken(
        &mut self,
        caller: &Caller,
        said: &IncomingMessage,
        dialog: Option<Dialog>,
    ) -> Result<bool> {
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
    ) -> Result<bool> {
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
