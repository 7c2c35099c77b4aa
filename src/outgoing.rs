//! Calls to be made: one [`Outgoing`] is one call to the messenger.
//!
//! Knows lanes, expiry and what is done in doubt. Must not know how a call is sent, where the row is stored, or
//! what the words say.

mod file;
mod reason;
#[cfg(test)]
mod samples;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::types::{
    BroadcastId, ChatId, CommendationId, FormPeriodId, Language, MemberId, MessageId, PlanId,
    QuizId, RecipientId, RoundId, ThreadId, UnitId, UserId,
};

pub use file::{CAPTION_CHARS_MAX, FILE_BYTES_MAX, FileContent, FileKind, Upload, UploadError};
pub use reason::Reason;

/// One row of the outbox: one call, when it may go and what happens otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Outgoing {
    /// Which queue it waits in.
    pub lane: Lane,
    /// Not sent before.
    pub due_at: DateTime<Utc>,
    /// Not sent at or after; it is then recorded as expired.
    pub expires_at: DateTime<Utc>,
    /// What is done if nobody knows whether the call was carried out.
    pub on_doubt: OnDoubt,
    /// What the core records when the call was answered.
    pub purpose: Purpose,
    /// The call itself.
    pub call: Call,
}

/// Which queue a row waits in. A reply never waits behind bulk. Stored and sorted by its number: smaller goes first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[repr(i64)]
pub enum Lane {
    /// An answer to what a person just did.
    Reply = 0,
    /// Something periodic: an item, a quiz, a reminder.
    Notice = 1,
    /// A broadcast.
    Bulk = 2,
}

impl Lane {
    /// As it is stored.
    pub(crate) fn number(self) -> i64 {
        match self {
            Self::Reply => 0,
            Self::Notice => 1,
            Self::Bulk => 2,
        }
    }
}

/// What is done with a call after a crash between sending and recording: `sendMessage` has no idempotency key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum OnDoubt {
    /// Send again: a second copy is harmless.
    Again,
    /// Leave it as `unknown`, to be resent only if an officer says so.
    Unknown,
}

/// What a call is for, so that its outcome can be recorded where it belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Nothing to record beyond the row itself.
    Plain,
    /// The same; but the row must leave no trace once it is gone.
    Private,
    /// A message whose buttons carry the key of a member's journal: it must leave no trace either.
    Journal(MemberId),
    /// The weekly item of a member.
    Item(MemberId, RoundId),
    /// The message that carries a member's quiz.
    Quiz(QuizId),
    /// A file of units that an owner sent, and the language of the answer.
    Units(UserId, Language),
    /// A sheet of a form's period that an officer sent, and the language of the answer.
    Sheet(UserId, Language, FormPeriodId),
    /// A plan's sheet that an officer sent, and the language of the answer.
    PlanSheet(UserId, Language, PlanId),
    /// A broadcast's message to one recipient.
    Broadcast(BroadcastId, RecipientId),
    /// The same message, taken back.
    Unsend(BroadcastId, RecipientId),
    /// The card that shows an officer how a broadcast goes.
    Card(BroadcastId),
    /// A card or message about a commendation: dropped if the member is not to be named any more.
    Commended(CommendationId),
    /// Something that shows titles or authors of a unit's register: dropped if one of them does not agree any more.
    Register(UnitId),
    /// An answer in a group, and who asked for it: they hear in private if the group does not take it.
    InGroup(UserId),
}

impl Purpose {
    /// Its kind, as it is stored beside the JSON and named in statements; the same as serde's.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Private => "private",
            Self::Journal(_) => "journal",
            Self::Item(..) => "item",
            Self::Quiz(_) => "quiz",
            Self::Units(..) => "units",
            Self::Sheet(..) => "sheet",
            Self::PlanSheet(..) => "plan_sheet",
            Self::Broadcast(..) => "broadcast",
            Self::Unsend(..) => "unsend",
            Self::Card(_) => "card",
            Self::Commended(_) => "commended",
            Self::Register(_) => "register",
            Self::InGroup(_) => "in_group",
        }
    }

    /// What the first parts of a message are for that leaves as several: nothing but what may not be traced.
    pub fn of_a_part(&self) -> Self {
        match self {
            Self::Private | Self::Journal(_) => Self::Private,
            Self::Register(unit) => Self::Register(*unit),
            _ => Self::Plain,
        }
    }

    /// What it is about, where waiting rows are looked up by that. Never a person.
    pub fn subject(&self) -> Option<i64> {
        match self {
            Self::Card(broadcast) => Some(broadcast.0),
            Self::Commended(commendation) => Some(commendation.0),
            Self::Register(unit) => Some(unit.0),
            _ => None,
        }
    }
}

/// One call to the messenger. Texts are HTML of the messenger's kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// A new message.
    Send {
        /// Where to.
        chat: ChatId,
        /// The forum topic it was asked in.
        thread: Option<ThreadId>,
        /// HTML, at most 4,096 characters after its entities are parsed.
        text: String,
        /// Buttons under it.
        keyboard: Keyboard,
        /// The message it answers, in groups.
        reply_to: Option<MessageId>,
    },
    /// A new message that is a picture or a document.
    File {
        /// Where to.
        chat: ChatId,
        /// The forum topic it was asked in.
        thread: Option<ThreadId>,
        /// How it is shown.
        kind: FileKind,
        /// The file itself.
        content: FileContent,
        /// HTML below it, at most [`CAPTION_CHARS_MAX`] characters after its entities are parsed; may be empty.
        caption: String,
        /// Buttons under it. The words of such a message cannot be changed by [`Call::Edit`].
        keyboard: Keyboard,
        /// The message it answers, in groups.
        reply_to: Option<MessageId>,
    },
    /// New words and buttons for a message of ours.
    Edit {
        /// The chat it stands in.
        chat: ChatId,
        /// Which message.
        message: MessageId,
        /// HTML, at most 4,096 characters after its entities are parsed.
        text: String,
        /// Buttons under it; none removes them.
        keyboard: Keyboard,
        /// A new message instead, where this one cannot be changed: somebody waits for these words.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        or_send: bool,
    },
    /// Downloads a file that somebody sent.
    Fetch {
        /// The messenger's name for it.
        file: String,
        /// No more than so many bytes.
        bytes_max: u64,
    },
    /// Takes a message of ours back, within two days.
    Delete {
        /// The chat it stands in.
        chat: ChatId,
        /// Which message.
        message: MessageId,
    },
    /// The answer to a tap; it ends the button's spinner. Useless after some seconds.
    Toast {
        /// The tap's id.
        query: String,
        /// Plain text, at most 200 characters; `None` only ends the spinner.
        text: Option<String>,
        /// Shown as a box that must be closed.
        alert: bool,
    },
    /// The command menu for a scope.
    Menu {
        /// Who sees it.
        scope: MenuScope,
        /// For clients in that language; `None` for all others.
        language: Option<Language>,
        /// Command and description, in order; without any, the menu of a wider scope shows again.
        commands: Vec<(String, String)>,
    },
    /// What the bot may do and hear: in groups it is added to, commands and nothing else.
    BotSettings,
}

impl Call {
    /// The chat that the messenger's per-chat limits count this call against.
    pub fn chat(&self) -> Option<ChatId> {
        match self {
            Self::Send { chat, .. }
            | Self::File { chat, .. }
            | Self::Edit { chat, .. }
            | Self::Delete { chat, .. } => Some(*chat),
            Self::Fetch { .. } | Self::Toast { .. } | Self::Menu { .. } | Self::BotSettings => None,
        }
    }

    /// Sends it to the chat's new id.
    pub fn move_to(&mut self, to: ChatId) {
        match self {
            Self::Send { chat, .. }
            | Self::File { chat, .. }
            | Self::Edit { chat, .. }
            | Self::Delete { chat, .. } => *chat = to,
            Self::Fetch { .. } | Self::Toast { .. } | Self::Menu { .. } | Self::BotSettings => {}
        }
    }
}

/// Who sees a command menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MenuScope {
    /// Every private chat.
    Members,
    /// The private chat of one officer.
    Officer(ChatId),
    /// Every group.
    Groups,
}

/// Rows of buttons.
pub type Keyboard = Vec<Vec<Key>>;

/// A button under a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// What it says.
    pub label: String,
    /// What comes back when it is tapped, 1 to 64 bytes; or the address of a page, which is opened instead.
    pub data: String,
}

impl Key {
    /// The page it opens, if it opens one.
    pub fn page(&self) -> Option<&str> {
        let schemes = ["https://", "http://"];
        let opens = schemes.iter().any(|scheme| self.data.starts_with(scheme));
        opens.then_some(&self.data)
    }
}

/// How a call ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was done. A new message has an id, unless the reply could not be read.
    Sent(Option<MessageId>),
    /// The file that was asked for.
    Fetched(Vec<u8>),
    /// The messenger asks to wait: `Too Many Requests`. The attempt is not counted.
    RetryAfter {
        /// Seconds of real time.
        seconds: u32,
    },
    /// It never left: no connection, no room, or a stop. Back into the queue, the attempt is not counted.
    Untried,
    /// It expired before it could leave.
    Expired,
    /// Not sent, perhaps next time: a server error, a refused or cut connection.
    Failed {
        /// The class of fault.
        reason: Reason,
        /// The call may have been carried out all the same: in doubt.
        maybe_sent: bool,
    },
    /// This person or chat cannot be written to: blocked, deactivated, kicked.
    Unreachable {
        /// The class of refusal.
        reason: Reason,
    },
    /// What it refers to is gone: the tap is too old, the message deleted or unchanged.
    Stale {
        /// The class of refusal.
        reason: Reason,
    },
    /// The group has become a supergroup with this id.
    Moved(ChatId),
    /// The messenger will never accept this call.
    Rejected {
        /// The class of refusal.
        reason: Reason,
    },
}

impl Outcome {
    /// Its kind, for logs.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Sent(_) => "sent",
            Self::Fetched(_) => "fetched",
            Self::RetryAfter { .. } => "retry after",
            Self::Untried => "untried",
            Self::Expired => "expired",
            Self::Failed { .. } => "failed",
            Self::Unreachable { .. } => "unreachable",
            Self::Stale { .. } => "stale",
            Self::Moved(_) => "moved",
            Self::Rejected { .. } => "rejected",
        }
    }
}

/// A claimed row, on its way to the messenger.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimed {
    /// Which row.
    pub id: crate::types::OutboxId,
    /// How many times it has been tried, this time included.
    pub attempts: i64,
    /// Which queue it came from.
    pub lane: Lane,
    /// Not sent at or after.
    pub expires_at: DateTime<Utc>,
    /// The call to make.
    pub call: Call,
}

/// A claimed row and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Which row.
    pub id: crate::types::OutboxId,
    /// How it ended.
    pub outcome: Outcome,
}
