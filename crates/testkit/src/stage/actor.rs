//! People: what they do becomes updates, what they see comes from the post.
//!
//! Knows what a messenger tells about a person. Must not know any rule.

use std::cell::RefCell;
use std::rc::Rc;

use nhip::event::{
    Author, ChatKind, Event, Formatting, Inbound, IncomingMessage, MessagePart, Person, Place,
    SentDocument, Standing, Tapped,
};
use nhip::text::escape;
use nhip::types::{ChatId, Language, MessageId, UserId};

use super::{Entry, Message, Stage, campaign};

/// A person with a phone.
#[derive(Clone)]
pub struct Actor {
    pub stage: Rc<Stage>,
    pub name: &'static str,
    pub user: i64,
    /// What their app is set to.
    language: Language,
    last_tap: Rc<RefCell<Option<(String, i32)>>>,
}

impl Actor {
    pub fn new(stage: &Rc<Stage>, name: &'static str, user: i64) -> Self {
        Self {
            stage: stage.clone(),
            name,
            user,
            language: Language::Vi,
            last_tap: Rc::default(),
        }
    }

    /// The same person, whose app is in English.
    pub fn in_english(self) -> Self {
        Self {
            language: Language::En,
            ..self
        }
    }

    pub fn person(&self) -> Person {
        Person {
            user: UserId(self.user),
            language: Some(self.language),
        }
    }

    pub fn place(&self) -> Place {
        Place {
            chat: ChatId(self.user),
            kind: ChatKind::Private,
            thread: None,
        }
    }

    /// Writes to the bot, and reads what it answers.
    pub fn says(&self, text: &str) {
        let update = self.saying(text);
        self.stage.updates(&[update]);
        self.stage.brings();
    }

    /// The update that those words make.
    pub fn saying(&self, text: &str) -> Inbound {
        let message = self.stage.post.borrow_mut().says(self.user, text);
        self.stage
            .update("message", Event::Said(self.said(message, Some(text))))
    }

    /// Writes something with markup, or what is no words at all.
    pub fn writes(&self, text: Option<&str>, content: Formatting) {
        let shown = text.unwrap_or("(something)");
        let message = self.stage.post.borrow_mut().says(self.user, shown);
        let said = IncomingMessage {
            content,
            ..self.said(message, text)
        };
        self.stage.happens("message", Event::Said(said));
    }

    /// Passes somebody else's words on.
    pub fn forwards(&self, text: &str) {
        let message = self.stage.post.borrow_mut().says(self.user, text);
        let said = IncomingMessage {
            forwarded: true,
            ..self.said(message, Some(text))
        };
        self.stage.happens("message", Event::Said(said));
    }

    pub fn sends_a_sticker(&self) {
        let message = self.stage.post.borrow_mut().says(self.user, "(sticker)");
        self.stage
            .happens("message", Event::Said(self.said(message, None)));
    }

    /// Sends a document and gets what follows.
    pub fn sends_a_document(&self, name: &str, bytes: &[u8]) {
        self.stage.updates(&[self.document(name, bytes)]);
        self.stage.brings();
    }

    /// A document that is sent, nothing more.
    pub fn document(&self, name: &str, bytes: &[u8]) -> Inbound {
        let message = self.stage.post.borrow_mut().says(self.user, name);
        let file = format!("file-{message}");
        let document = SentDocument {
            file: file.clone(),
            name: name.to_owned(),
            bytes: u64::try_from(bytes.len()).expect("a size"),
        };
        self.stage
            .post
            .borrow_mut()
            .sent
            .insert(file, bytes.to_vec());
        let said = IncomingMessage {
            document: Some(document),
            ..self.said(message, None)
        };
        self.stage.update("message", Event::Said(said))
    }

    fn said(&self, message: i32, text: Option<&str>) -> IncomingMessage {
        IncomingMessage {
            place: self.place(),
            author: Author::Person(self.person()),
            message: MessageId(message),
            text: text.map(str::to_owned),
            forwarded: false,
            document: None,
            content: Formatting {
                own: text.map_or(MessagePart::Other, |text| MessagePart::Words(escape(text))),
                quoted: MessagePart::Nothing,
            },
        }
    }

    /// Taps the newest button with that label, or the newest that contains it.
    pub fn taps(&self, label: &str) {
        let update = self.tapping(label);
        self.stage.updates(&[update]);
        self.stage.brings();
    }

    /// The update that such a tap makes.
    pub fn tapping(&self, label: &str) -> Inbound {
        let (data, message) = self.button(label);
        self.tap(&data, Some(message))
    }

    /// What such a button carries, and the message it is on.
    pub fn button(&self, label: &str) -> (String, i32) {
        let messages = self.messages();
        let find = |fits: &dyn Fn(&str) -> bool| {
            messages.iter().rev().find_map(|message| {
                let key = message
                    .keyboard
                    .iter()
                    .flatten()
                    .find(|key| fits(&key.label))?;
                Some((key.data.clone(), message.id))
            })
        };
        find(&|shown| shown == label)
            .or_else(|| find(&|shown| shown.contains(label)))
            .unwrap_or_else(|| panic!("{} has no button '{label}':\n{}", self.name, self.glance()))
    }

    pub fn has_button(&self, label: &str) -> bool {
        self.messages().last().is_some_and(|message| {
            message
                .keyboard
                .iter()
                .flatten()
                .any(|key| key.label.contains(label))
        })
    }

    /// The same button of the same message once more.
    pub fn taps_again(&self) {
        let (data, message) = self.last_tap.borrow().clone().expect("a tap before");
        self.forges_under(&data, message);
    }

    /// Sends back whatever they like.
    pub fn forges(&self, data: &str) {
        let message = self.messages().last().map_or(1, |message| message.id);
        self.forges_under(data, message);
    }

    /// Sends that back under that message.
    pub fn forges_under(&self, data: &str, message: i32) {
        let update = self.tap(data, Some(message));
        self.stage.updates(&[update]);
        self.stage.brings();
    }

    pub fn tap(&self, data: &str, message: Option<i32>) -> Inbound {
        if let Some(message) = message {
            *self.last_tap.borrow_mut() = Some((data.to_owned(), message));
        }
        let mut shown = self.messages().into_iter();
        let words = shown.rfind(|shown| Some(shown.id) == message);
        let query = self.stage.post.borrow_mut().tap(self.user);
        let tapped = Tapped {
            words: words.map(|shown| shown.text),
            query,
            person: self.person(),
            place: message.map(|_| self.place()),
            message: message.map(MessageId),
            data: data.to_owned(),
        };
        self.stage.update("callback_query", Event::Tapped(tapped))
    }

    /// Opens the invite link and agrees to the parts whose bits are given: 1 account, 2 reflection, 4 abroad.
    pub fn joins(&self, code: &str, parts: u8) {
        self.says(&format!("/start {}", self.stage.invite(code)));
        // What a button says after its number is in the reader's language.
        for (bit, part) in [(1, " 1. "), (4, " 2. "), (2, " 3. ")] {
            if parts & bit != 0 {
                self.taps(part);
            }
        }
        self.taps(self.either("Đồng ý", "I agree"));
    }

    fn either(&self, vietnamese: &'static str, english: &'static str) -> &'static str {
        match self.language {
            Language::Vi => vietnamese,
            Language::En => english,
        }
    }

    pub fn blocks(&self) {
        self.stage.post.borrow_mut().blocked.insert(self.user);
        self.standing(false);
    }

    pub fn unblocks(&self) {
        self.stage.post.borrow_mut().blocked.remove(&self.user);
        self.standing(true);
    }

    fn standing(&self, present: bool) {
        let standing = Standing {
            place: self.place(),
            by: Author::Person(self.person()),
            present,
            was_present: !present,
        };
        self.stage
            .happens("my_chat_member", Event::Standing(standing));
    }

    pub fn messages(&self) -> Vec<Message> {
        self.stage.post.borrow_mut().messages(self.user)
    }

    pub fn last(&self) -> Message {
        self.messages().pop().expect("a message")
    }

    /// The newest message as it stands now.
    pub fn screen(&self) -> String {
        self.messages()
            .last()
            .map_or_else(String::new, |message| message.text.clone())
    }

    /// The same with its markup, as it was sent.
    pub fn reads(&self) -> String {
        self.messages()
            .pop()
            .map_or_else(String::new, |message| message.html)
    }

    /// Looks for words on the newest message.
    pub fn sees(&self, words: &str) {
        assert!(
            self.screen().contains(words),
            "{} does not see '{words}' but:\n{}",
            self.name,
            self.screen()
        );
    }

    /// Looks for words that must not be on the newest message or its buttons.
    pub fn sees_no(&self, words: &str) {
        let message = self.messages().pop().expect("a message");
        let labels: Vec<&str> = message
            .keyboard
            .iter()
            .flatten()
            .map(|key| key.label.as_str())
            .collect();
        let shown = format!("{}\n{}", message.text, labels.join("\n"));
        assert!(
            !shown.contains(words),
            "{} sees '{words}':\n{shown}",
            self.name
        );
    }

    /// Taps the button at that place of the newest message, counted from the top.
    pub fn taps_choice(&self, place: usize) {
        let message = self.messages().pop().expect("a message");
        let data = message.keyboard[place][0].data.clone();
        self.forges_under(&data, message.id);
    }

    /// What the last tap was answered with; nothing, if silently.
    pub fn toast(&self) -> String {
        self.stage.post.borrow().newest_toast(self.user)
    }

    pub fn glance(&self) -> String {
        self.stage.post.borrow_mut().glance(self.user)
    }

    /// How many messages came since there were `before`.
    pub fn got(&self, before: usize) -> usize {
        self.messages().len() - before
    }

    pub fn count(&self) -> usize {
        self.messages().len()
    }

    /// Forgets the chat so far: what follows is easier to read.
    pub fn clears(&self) {
        self.stage
            .post
            .borrow_mut()
            .chat(self.user)
            .retain(|entry| matches!(entry, Entry::Message(_)));
    }

    /// Their row.
    pub fn row(&self) -> i64 {
        self.stage.number(&format!(
            "SELECT id FROM members WHERE user_id = {}",
            self.user
        ))
    }

    pub fn is_member(&self) -> bool {
        self.stage.number(&format!(
            "SELECT count(*) FROM members WHERE user_id = {}",
            self.user
        )) == 1
    }

    /// Their newest quiz.
    pub fn quiz(&self) -> i64 {
        self.stage.number(&format!(
            "SELECT max(id) FROM quizzes WHERE member_id = {}",
            self.row()
        ))
    }

    /// The letter behind which the right answer to the question at hand stands.
    pub fn right_letter(&self) -> &'static str {
        let row = self.stage.rows(&format!(
            "SELECT question_id || ' ' || shuffle FROM quiz_questions AS a JOIN quizzes AS q ON q.id = a.quiz_id
             WHERE q.id = {} AND a.place = q.place",
            self.quiz()
        ));
        let (id, shuffle) = row[0].split_once(' ').expect("two words");
        let right = campaign().question(id).expect("a known question").right();
        let place = shuffle
            .find(&right.to_string())
            .expect("each option is shown");
        ["A", "B", "C", "D"][place]
    }

    pub fn wrong_letter(&self) -> &'static str {
        if self.right_letter() == "A" { "B" } else { "A" }
    }

    /// Answers the question at hand.
    pub fn answers(&self, right: bool) {
        let letter = if right {
            self.right_letter()
        } else {
            self.wrong_letter()
        };
        self.taps(letter);
    }

    /// Opens the week's quiz and answers it, so many right ones first.
    pub fn finishes_the_quiz(&self, right: usize) {
        self.says("/quiz");
        for place in 0..5 {
            self.answers(place < right);
        }
    }
}
