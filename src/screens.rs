//! What the content looks like on a phone: item, question, explanation, check-in, card, form.
//!
//! Knows texts and content, and which words and buttons belong together. Must not know
//! members, rounds or the database. The bot and `nhip preview` both show what is made here,
//! and only here is the form of address put into the content.

mod checkin;
mod form;
mod plan;
mod quiz;
mod survey;

use crate::campaign::{Campaign, Card, Criterion, Item, Wording};
use crate::event::Button;
use crate::outgoing::{Key, Keyboard};
use crate::text::{Texts, Value, escape};
use crate::types::{CriterionId, Language, RoundId};

pub(crate) use self::form::{FormKeys, FormPage};
pub(crate) use self::quiz::Posed;

/// What a message shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Screen {
    /// HTML.
    pub(crate) text: String,
    /// Buttons.
    pub(crate) keyboard: Keyboard,
}

/// Writes screens in one language.
#[derive(Clone, Copy)]
pub(crate) struct Renderer<'a> {
    /// The words around the content.
    pub(crate) texts: &'a Texts,
    /// The content.
    pub(crate) campaign: &'a Campaign,
    /// The language of the words; the content is Vietnamese.
    pub(crate) language: Language,
}

impl Renderer<'_> {
    /// An item, as it is read before a member's first week.
    pub(crate) fn item(&self, item: &Item) -> Screen {
        let theme = self
            .campaign
            .themes()
            .iter()
            .find(|theme| theme.number == item.criterion.theme);
        let name = theme.map_or_else(String::new, |theme| self.name(&theme.name));
        let text = self.texts.html(
            self.language,
            "item",
            &[
                ("number", item.criterion.to_string().into()),
                ("theme", name.into()),
                ("wording", self.wording(item.criterion)),
                ("title", self.spoken(&item.title)),
                ("thought", self.spoken(&item.thought)),
                ("situation", self.spoken(&item.situation)),
                ("attempt", self.spoken(&item.attempt)),
            ],
        );
        Screen::words(text)
    }

    /// The item of a week, to be read.
    pub(crate) fn item_to_read(&self, item: &Item, round: RoundId) -> Screen {
        self.item(item)
            .with(self.key("button-read", Button::Read(round)))
    }

    /// The same once it was read.
    pub(crate) fn item_read(&self, item: &Item) -> Screen {
        self.item(item).with(self.key("button-quiz", Button::Quiz))
    }

    /// What an item asks one to try, in a line.
    pub(crate) fn item_line(&self, item: &Item) -> String {
        let args = [
            ("title", self.spoken(&item.title)),
            ("attempt", self.spoken(&item.attempt)),
        ];
        self.texts.html(self.language, "criterion-item", &args)
    }

    /// The card for the monthly meeting.
    pub(crate) fn card(&self, criterion: &Criterion) -> Screen {
        let card: &Card = &criterion.card;
        let asked: Vec<String> = (1_i64..)
            .zip(&card.questions)
            .map(|(number, question)| {
                let args = [
                    ("number", number.into()),
                    ("question", self.spoken(question)),
                ];
                self.texts.html(self.language, "card-question", &args)
            })
            .collect();
        let text = self.texts.html(
            self.language,
            "card",
            &[
                ("number", criterion.id.to_string().into()),
                ("wording", self.official(&criterion.wording)),
                ("title", self.spoken(&card.title)),
                ("situation", self.spoken(&card.situation)),
                ("questions", Value::Html(asked.join("\n"))),
                ("source", self.campaign.cite(&card.source).into()),
            ],
        );
        Screen::words(text)
    }

    /// A button whose label is a text.
    fn key(&self, key: &str, button: Button) -> Key {
        Key {
            label: self.texts.plain(self.language, key, &[]),
            data: button.data(),
        }
    }

    /// The wording of a criterion.
    pub(crate) fn wording(&self, id: CriterionId) -> Value {
        self.official(&self.campaign.criterion(id).wording)
    }

    /// Official words; for who reads English an English text below them.
    pub(crate) fn official(&self, official: &Wording) -> Value {
        match (&official.english, self.language) {
            (Some(english), Language::En) => {
                let (text, english) = (escape(official.alone()), escape(english));
                Value::Html(format!("{text}\n<i>{english}</i>"))
            }
            _ => official.alone().into(),
        }
    }

    /// The same of a name, on one line.
    pub(crate) fn name(&self, official: &Wording) -> String {
        match (&official.english, self.language) {
            (Some(english), Language::En) => format!("{} ({english})", official.text),
            _ => official.text.clone(),
        }
    }

    /// Words of the content that may speak to the member.
    fn spoken(&self, content: &str) -> Value {
        self.texts.addressed(content).into()
    }
}

impl Screen {
    /// A message without buttons.
    pub(crate) fn words(text: String) -> Self {
        Self {
            text,
            keyboard: Vec::new(),
        }
    }

    /// The same below other words.
    pub(crate) fn below(self, words: &str) -> Self {
        Self {
            text: format!("{words}\n\n{}", self.text),
            ..self
        }
    }

    /// The same with one more row, of one button.
    pub(crate) fn with(mut self, key: Key) -> Self {
        self.keyboard.push(vec![key]);
        self
    }
}

#[cfg(test)]
mod tests;
