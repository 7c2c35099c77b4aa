//! `Ctx`: the input being worked on, its transaction, and the ways to enqueue an answer.
//!
//! Knows how long an answer is worth sending. Must not know what any of them says.

mod files;
mod in_place;
mod moments;
mod pages;
mod parts;
mod plan;
mod register;
mod sent_file;
mod sentence;
mod tap;
mod unwritten;

use std::panic::AssertUnwindSafe;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::FutureExt;

pub(super) use self::files::{units_file, upload};
pub(super) use self::sentence::SENTENCE_CHARS;
pub(super) use self::tap::Tap;
use crate::core::Core;
use crate::db::Tx;
use crate::event::{Button, ChatKind, Person, Place};
use crate::outgoing::{Call, FileContent, FileKind, Key, Lane, OnDoubt, Outgoing, Purpose};
use crate::panics;
use crate::screens::Renderer;
pub(super) use crate::screens::Screen;
use crate::store::members::Member;
use crate::store::{self, Result, StoreError};
use crate::text::Value;
use crate::types::{ChatId, Language, MessageId, UnitId, UserId};

/// An answer is worth sending for half a day: whoever asked in the evening does not want it the next morning.
const REPLY_HOURS: i64 = 12;

pub(super) struct Ctx<'a> {
    pub(super) core: &'a Core,
    pub(super) tx: &'a mut Tx,
    /// Who has just asked for something, if anybody.
    pub(super) asker: Option<UserId>,
}

impl<'a> Ctx<'a> {
    /// Work that nobody has just asked for.
    pub(super) fn new(core: &'a Core, tx: &'a mut Tx) -> Self {
        let asker = None;
        Self { core, tx, asker }
    }
}

/// Whoever wrote or tapped, member or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Caller {
    pub(super) user: UserId,
    pub(super) language: Language,
    pub(super) member: Option<Member>,
}

impl From<&Member> for Caller {
    fn from(member: &Member) -> Self {
        Self {
            user: member.user,
            language: member.language,
            member: Some(*member),
        }
    }
}

/// The mark before the label of a tick box.
pub(super) fn tick(on: bool) -> &'static str {
    if on { "☑" } else { "☐" }
}

impl<'a> Ctx<'a> {
    /// Does a part that may fail by itself: a mistake of ours or a panic undoes the part alone, and its cause is given.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of the transaction may be kept.
    pub(super) async fn isolated<T>(
        &mut self,
        part: impl AsyncFnOnce(&mut Ctx<'_>) -> Result<T>,
    ) -> Result<Result<T, String>> {
        self.tx.savepoint().await?;
        let whole = async {
            let value = part(self).await?;
            self.tx.release().await?;
            Ok(value)
        };
        let cause = match AssertUnwindSafe(whole).catch_unwind().await {
            Ok(Ok(value)) => return Ok(Ok(value)),
            Ok(Err(StoreError::Store(cause))) => return Err(StoreError::Store(cause)),
            Ok(Err(StoreError::Bug(cause))) => cause,
            Err(_) => panics::cause(),
        };
        self.tx.undo().await?;
        Ok(Err(cause))
    }

    /// Who writes or taps; whoever does can be written to again.
    pub(super) async fn caller(&mut self, person: Person) -> Result<Caller> {
        let member = store::members::by_user(self.tx, person.user).await?;
        if member.is_some_and(|member| !member.reachable) {
            store::members::set_reachable(self.tx, person.user, true).await?;
        }
        let chosen = match member {
            Some(member) => Some(member.language),
            None => store::officer_chats::language(self.tx, person.user).await?,
        };
        let language = chosen.or(person.language).unwrap_or(Language::Vi);
        Ok(Caller {
            user: person.user,
            language,
            member,
        })
    }

    pub(super) fn renderer(&self, language: Language) -> Renderer<'a> {
        Renderer {
            texts: &self.core.texts,
            campaign: &self.core.campaign,
            language,
        }
    }

    pub(super) fn html(&self, language: Language, key: &str, args: &[(&str, Value)]) -> String {
        self.core.texts.html(language, key, args)
    }

    /// The same without markup, for labels and alerts.
    pub(super) fn plain(&self, language: Language, key: &str, args: &[(&str, Value)]) -> String {
        self.core.texts.plain(language, key, args)
    }

    /// The address that opens a private chat with the bot and sends it `/start` with this payload.
    pub(super) fn link(&self, payload: &str) -> String {
        let username = &self.core.rules.username;
        format!("https://t.me/{username}?start={payload}")
    }

    /// Until when an answer to what is being worked on is worth sending.
    pub(super) fn reply_until(&self) -> DateTime<Utc> {
        self.tx.now() + TimeDelta::hours(REPLY_HOURS)
    }

    /// The name of a unit; nothing if it is gone.
    pub(super) async fn unit_name(&mut self, unit: UnitId) -> Result<String> {
        let unit = store::units::by_id(self.tx, unit).await?;
        Ok(unit.map_or_else(String::new, |unit| unit.name))
    }

    pub(super) fn key(&self, language: Language, key: &str, button: Button) -> Key {
        button.key(self.plain(language, key, &[]))
    }

    /// Enqueues a text without buttons.
    pub(super) async fn say(
        &mut self,
        caller: &Caller,
        key: &str,
        args: &[(&str, Value)],
    ) -> Result {
        let text = self.html(caller.language, key, args);
        self.send(caller.user, Screen::words(text), Purpose::Plain)
            .await
    }

    /// Enqueues a new message in a private chat.
    pub(super) async fn send(&mut self, user: UserId, screen: Screen, purpose: Purpose) -> Result {
        let until = self.reply_until();
        self.send_until(user, screen, purpose, Lane::Reply, until)
            .await
    }

    /// The same in another lane, dropped if it has not left by `until`.
    pub(super) async fn send_until(
        &mut self,
        user: UserId,
        screen: Screen,
        purpose: Purpose,
        lane: Lane,
        until: DateTime<Utc>,
    ) -> Result {
        let Screen { text, keyboard } = screen;
        let call = Call::Send {
            chat: user.into(),
            thread: None,
            text,
            keyboard,
            reply_to: None,
        };
        self.enqueue(lane, until, purpose, call).await
    }

    /// Enqueues an answer in a group, in the topic where it was asked for.
    pub(super) async fn reply(
        &mut self,
        place: Place,
        to: Option<MessageId>,
        screen: Screen,
    ) -> Result {
        let Screen { text, keyboard } = screen;
        let call = Call::Send {
            chat: place.chat,
            thread: place.thread,
            text,
            keyboard,
            reply_to: to,
        };
        let (until, purpose) = (self.reply_until(), self.answer_in(place));
        self.enqueue(Lane::Reply, until, purpose, call).await
    }

    /// What an answer in this chat is for.
    fn answer_in(&self, place: Place) -> Purpose {
        match (place.kind, self.asker) {
            (ChatKind::Group, Some(user)) => Purpose::InGroup(user),
            _ => Purpose::Plain,
        }
    }

    /// The same with a file, which replies to no message.
    pub(super) async fn reply_file(
        &mut self,
        place: Place,
        (kind, content): (FileKind, FileContent),
        caption: String,
    ) -> Result {
        let call = Call::File {
            chat: place.chat,
            thread: place.thread,
            kind,
            content,
            caption,
            keyboard: Vec::new(),
            reply_to: None,
        };
        let (until, purpose) = (self.reply_until(), self.answer_in(place));
        self.enqueue(Lane::Reply, until, purpose, call).await
    }

    /// The same with a text without buttons.
    pub(super) async fn reply_text(
        &mut self,
        place: Place,
        to: Option<MessageId>,
        language: Language,
        key: &str,
        args: &[(&str, Value)],
    ) -> Result {
        let text = self.html(language, key, args);
        self.reply(place, to, Screen::words(text)).await
    }

    /// Edits the message with the tapped button; sends a new one if the messenger no longer knows which that was.
    pub(super) async fn show(
        &mut self,
        user: UserId,
        message: Option<MessageId>,
        screen: Screen,
        purpose: Purpose,
    ) -> Result {
        match message {
            Some(message) => self.edit(user.into(), message, screen).await,
            None => self.send(user, screen, purpose).await,
        }
    }

    /// Edits a message of ours; if it is gone, the same is sent as a new one.
    pub(super) async fn edit(
        &mut self,
        chat: ChatId,
        message: MessageId,
        screen: Screen,
    ) -> Result {
        self.change(chat, message, screen, true).await
    }

    /// The same where nobody waits for it: if the message is gone, nothing follows.
    pub(super) async fn edit_if_there(
        &mut self,
        chat: ChatId,
        message: MessageId,
        screen: Screen,
    ) -> Result {
        self.change(chat, message, screen, false).await
    }

    async fn change(
        &mut self,
        chat: ChatId,
        message: MessageId,
        screen: Screen,
        or_send: bool,
    ) -> Result {
        let Screen { text, keyboard } = screen;
        let call = Call::Edit {
            chat,
            message,
            text,
            keyboard,
            or_send,
        };
        let until = self.reply_until();
        self.enqueue(Lane::Reply, until, Purpose::Plain, call).await
    }

    /// Writes the call into the outbox, due now. Meant for calls that do no harm if they arrive twice.
    pub(super) async fn enqueue(
        &mut self,
        lane: Lane,
        expires_at: DateTime<Utc>,
        purpose: Purpose,
        call: Call,
    ) -> Result {
        let due_at = self.tx.now();
        let mut calls = parts::parts(call).into_iter().peekable();
        while let Some(call) = calls.next() {
            // The purpose, what is recorded when it has left, goes with the last part, and so do the buttons.
            let last = calls.peek().is_none();
            let outgoing = Outgoing {
                lane,
                due_at,
                expires_at,
                on_doubt: OnDoubt::Again,
                purpose: if last { purpose } else { purpose.of_a_part() },
                call,
            };
            store::outbox::enqueue(self.tx, &outgoing)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
