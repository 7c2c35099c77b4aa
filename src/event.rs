//! An update as the core sees it, with commands and buttons parsed.
//!
//! Knows what people may write and tap. Must not know Telegram's types, SQL, time or wording. Only what the core
//! needs is here, so nothing else can be stored: no names, no usernames, no pictures.

mod broadcast;
mod button;
mod command;
mod commend;
mod consent;
mod data;
mod form_action;
mod initiative_action;
mod journal_key;
mod manner;
mod officer_action;
mod plan_action;
mod practice;
mod report_action;
mod suggestion_action;
mod survey_action;
mod unit_action;
mod via;

pub use broadcast::{Step, Steps};
pub use button::Button;
pub use command::Command;
pub use commend::Commend;
pub use consent::{ConsentPart, ConsentSet, ConsentVersion, NameForm};
pub use form_action::{CollectAction, FormAction};
pub use initiative_action::{InitiativeAction, RegisterAction};
pub use journal_key::JournalKey;
pub use manner::Style;
pub use officer_action::{LinkCode, OfficerAction};
pub use plan_action::PlanAction;
pub use practice::{Practice, PracticeSet, Walk};
pub use report_action::{ReportAction, ReportFormat};
pub use suggestion_action::{DraftCode, SuggestionAction};
pub use survey_action::SurveyAction;
pub use unit_action::UnitAction;
pub use via::{InviteCode, Via};

use crate::outgoing::FileKind;
use crate::types::{ChatId, Language, MessageId, ThreadId, UpdateId, UserId};

/// One update, reduced to what the core acts on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbound {
    /// The messenger's id of the update.
    pub id: UpdateId,
    /// The messenger's word for this kind of update, for quarantine and logs.
    pub kind: &'static str,
    /// When it was written, in seconds since 1970; taps do not say.
    pub written: Option<i64>,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Somebody wrote something.
    Said(IncomingMessage),
    /// Somebody tapped a button of ours.
    Tapped(Tapped),
    /// The bot was added to or removed from a chat, or blocked.
    Standing(Standing),
    /// A group became a supergroup.
    Moved {
        /// The id that no longer works.
        from: ChatId,
        /// The new id.
        to: ChatId,
    },
    /// Nothing we act on.
    Ignored,
}

impl Event {
    /// Who has asked for something by it.
    pub fn person(&self) -> Option<Person> {
        match self {
            Self::Said(said) => match said.author {
                Author::Person(person) => Some(person),
                Author::Hidden => None,
            },
            Self::Tapped(tapped) => Some(tapped.person),
            Self::Standing(_) | Self::Moved { .. } | Self::Ignored => None,
        }
    }
}

/// Where something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The chat.
    pub chat: ChatId,
    /// One person or many.
    pub kind: ChatKind,
    /// The forum topic, if the group has topics.
    pub thread: Option<ThreadId>,
}

/// One person or many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChatKind {
    /// One person and the bot.
    Private,
    /// A group or supergroup.
    Group,
    /// A channel: ignored.
    Channel,
}

/// Who wrote. Rights depend on the numeric id alone: anybody can take any name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A person under their own account.
    Person(Person),
    /// An administrator hidden behind the group, or a channel: nobody we can know.
    Hidden,
}

/// A person and the language their app is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// The numeric id.
    pub user: UserId,
    /// `None` if the app's language is neither of ours.
    pub language: Option<Language>,
}

/// Somebody wrote something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingMessage {
    /// Where.
    pub place: Place,
    /// Who.
    pub author: Author,
    /// Which message.
    pub message: MessageId,
    /// Its text; `None` for a picture, a sticker and the like.
    pub text: Option<String>,
    /// Whether somebody else's words are passed on by it.
    pub forwarded: bool,
    /// The document it carries. Only in private chats.
    pub document: Option<SentDocument>,
    /// The same as it was formatted, for an officer who writes a broadcast. Never logged; stored only in their draft.
    pub content: Formatting,
}

/// A document that somebody sent: where it is, not what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentDocument {
    /// The messenger's name for it, by which it is fetched.
    pub file: String,
    /// Its name on the phone. Never stored or logged.
    pub name: String,
    /// Its size as the messenger tells it, in bytes.
    pub bytes: u64,
}

/// A message as it was formatted, and the one it answers. Only in private chats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Formatting {
    /// The message itself.
    pub own: MessagePart,
    /// The message it answers.
    pub quoted: MessagePart,
}

/// What a message is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum MessagePart {
    /// There is none.
    #[default]
    Nothing,
    /// Words, as HTML of the messenger's kind.
    Words(String),
    /// A picture or a document: how it is shown, the messenger's name for it, and the words below it as HTML.
    File(FileKind, String, String),
    /// A part of an album, with the album's id.
    Album(String),
    /// A voice, a sticker, a film: nothing that can be passed on.
    Other,
}

/// Somebody tapped a button under a message of ours. All of it but `person` may be forged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tapped {
    /// The tap's id, for the toast.
    pub query: String,
    /// Who.
    pub person: Person,
    /// Where, if the messenger still knows.
    pub place: Option<Place>,
    /// Which message, if the messenger still knows.
    pub message: Option<MessageId>,
    /// What that message says, if the messenger still knows.
    pub words: Option<String>,
    /// What the button carried.
    pub data: String,
}

/// The bot was added to or removed from a chat, or blocked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Which chat.
    pub place: Place,
    /// Who did it.
    pub by: Author,
    /// Whether the bot can write there now.
    pub present: bool,
    /// Whether it could before.
    pub was_present: bool,
}
