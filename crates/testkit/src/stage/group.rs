//! Group chats: what is written and tapped in them becomes updates.
//!
//! Knows what a messenger tells about a group. Must not know any rule.

use std::rc::Rc;

use nhip::event::{
    Author, ChatKind, Event, Formatting, Inbound, IncomingMessage, Place, Standing, Tapped,
};
use nhip::types::{ChatId, MessageId, ThreadId};

use super::Actor;
use super::Message;
use super::Stage;

/// A group chat with the bot in it.
#[derive(Clone)]
pub struct Group {
    stage: Rc<Stage>,
    pub chat: i64,
    pub thread: Option<i32>,
}

impl Group {
    pub fn new(stage: &Rc<Stage>, chat: i64) -> Self {
        Self {
            stage: stage.clone(),
            chat,
            thread: None,
        }
    }

    pub fn topic(&self, thread: i32) -> Self {
        Self {
            thread: Some(thread),
            ..self.clone()
        }
    }

    fn place(&self) -> Place {
        Place {
            chat: ChatId(self.chat),
            kind: ChatKind::Group,
            thread: self.thread.map(ThreadId),
        }
    }

    /// Somebody writes here. The id of their message.
    pub fn hears(&self, actor: &Actor, text: &str) -> i32 {
        self.hears_from(Author::Person(actor.person()), text)
    }

    pub fn hears_somebody_hidden(&self, text: &str) -> i32 {
        self.hears_from(Author::Hidden, text)
    }

    fn hears_from(&self, author: Author, text: &str) -> i32 {
        let (message, update) = self.hearing(author, text);
        self.stage.updates(&[update]);
        self.stage.brings();
        message
    }

    pub fn hearing(&self, author: Author, text: &str) -> (i32, Inbound) {
        let message = self.stage.post.borrow_mut().says(self.chat, text);
        let said = IncomingMessage {
            place: self.place(),
            author,
            message: MessageId(message),
            text: Some(text.to_owned()),
            forwarded: false,
            document: None,
            content: Formatting::default(),
        };
        (message, self.stage.update("message", Event::Said(said)))
    }

    pub fn is_tapped(&self, actor: &Actor, label: &str) {
        let shown = self.messages();
        let (data, message) = shown
            .iter()
            .rev()
            .find_map(|message| {
                let key = message
                    .keyboard
                    .iter()
                    .flatten()
                    .find(|key| key.label.contains(label))?;
                Some((key.data.clone(), message.id))
            })
            .unwrap_or_else(|| panic!("no button '{label}':\n{}", self.glance()));
        self.is_forged(actor, &data, message);
    }

    pub fn is_forged(&self, actor: &Actor, data: &str, message: i32) {
        let query = self.stage.post.borrow_mut().tap(self.chat);
        let tapped = Tapped {
            query,
            person: actor.person(),
            place: Some(self.place()),
            message: Some(MessageId(message)),
            words: None,
            data: data.to_owned(),
        };
        self.stage.happens("callback_query", Event::Tapped(tapped));
    }

    /// The bot is let in, or shut out.
    pub fn stands(&self, by: &Actor, present: bool) {
        let by = Author::Person(by.person());
        let standing = Standing {
            place: self.place(),
            by,
            present,
            was_present: !present,
        };
        self.stage
            .happens("my_chat_member", Event::Standing(standing));
    }

    /// The group becomes a supergroup; nobody tells the bot but the messenger's refusals.
    pub fn becomes(&self, chat: i64) -> Self {
        self.stage.post.borrow_mut().moved.insert(self.chat, chat);
        Self {
            chat,
            ..self.clone()
        }
    }

    pub fn announces_the_move(&self, to: &Self) {
        self.stage.happens(
            "message",
            Event::Moved {
                from: ChatId(self.chat),
                to: ChatId(to.chat),
            },
        );
    }

    pub fn messages(&self) -> Vec<Message> {
        self.stage.post.borrow_mut().messages(self.chat)
    }

    pub fn last(&self) -> Message {
        self.messages().pop().expect("a message")
    }

    pub fn sees(&self, words: &str) {
        assert!(
            self.last().text.contains(words),
            "not '{words}' but:\n{}",
            self.last().text
        );
    }

    pub fn glance(&self) -> String {
        self.stage.post.borrow_mut().glance(self.chat)
    }
}
