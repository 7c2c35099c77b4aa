//! What an officer typed is asked back where it is likely not meant so: it names a person, or a paper's day is of another year.
//! They type it anew, or say that it is meant so.
//!
//! Knows which answers are looked at. Must not know what becomes of one.

use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::plans;
use crate::event::{Author, Button, ChatKind, Formatting, IncomingMessage, Person, Place};
use crate::forms::named;
use crate::outgoing::Purpose;
use crate::store::dialogs::Dialog;
use crate::store::{self, Result};
use crate::types::{Language, MessageId};

/// Letters of what was typed that are shown again: more than any of these answers may have.
const TYPED_CHARS: usize = 600;

impl Ctx<'_> {
    /// Asks back, if there is a reason to. `false`: it can be taken as it is.
    pub(super) async fn asks_back(
        &mut self,
        caller: &Caller,
        said: &IncomingMessage,
        dialog: Dialog,
    ) -> Result<bool> {
        let Some(text) = said.text.as_deref() else {
            return Ok(false);
        };
        let language = caller.language;
        let Some(why) = self.doubts(language, text, dialog).await? else {
            return Ok(false);
        };
        store::dialogs::doubt(self.tx, caller.user, said.message, text).await?;
        let keep = Button::Keep(said.message);
        let mut keyboard = vec![vec![self.key(language, "button-keep-words", keep)]];
        if let Some(again) = plans::again(dialog) {
            keyboard.push(vec![self.key(
                language,
                "button-type-again",
                Button::Plan(again),
            )]);
        }
        // A question asked in one message swallows what was typed: it can be copied from here.
        let typed: String = text.chars().take(TYPED_CHARS).collect();
        let typed = self.html(language, "doubt-typed", &[("text", typed.into())]);
        let screen = Screen {
            text: format!("{why}\n\n{typed}"),
            keyboard,
        };
        // Where a question is asked in one message, its doubt is, too; what was typed is in it.
        let shown = dialog.message();
        if shown.is_some() {
            self.swallow(caller.user, said.message).await?;
        }
        self.show(caller.user, shown, screen, Purpose::Plain)
            .await?;
        Ok(true)
    }

    /// Why it is likely not meant so.
    async fn doubts(
        &mut self,
        language: Language,
        text: &str,
        dialog: Dialog,
    ) -> Result<Option<String>> {
        let reason = matches!(
            dialog,
            Dialog::Amend(_) | Dialog::SendBack(..) | Dialog::Declined(_)
        );
        if let Dialog::Plan(asked) = dialog
            && let Some(day) = plans::day_outside(self, language, text, asked).await?
        {
            return Ok(Some(day));
        }
        let name = named(text).filter(|_| reason || plans::is_nameless(dialog));
        Ok(name.map(|name| self.html(language, "doubt-name", &[("name", name.into())])))
    }

    /// What was typed in that message is meant so.
    pub(super) async fn keep(&mut self, caller: &Caller, tap: &Tap, message: MessageId) -> Result {
        let words = store::dialogs::doubted(self.tx, caller.user, message).await?;
        let dialog = store::dialogs::of(self.tx, caller.user).await?;
        let person = Person {
            user: caller.user,
            language: Some(caller.language),
        };
        let said = IncomingMessage {
            place: Place {
                chat: caller.user.into(),
                kind: ChatKind::Private,
                thread: None,
            },
            author: Author::Person(person),
            message,
            text: words,
            forwarded: false,
            document: None,
            content: Formatting::default(),
        };
        let known = said.text.is_some() && dialog.is_some();
        match known && self.taken(caller, &said, dialog).await? {
            true => self.ack(tap).await,
            false => self.alert(tap, caller.language, "toast-keep-gone").await,
        }
    }
}
