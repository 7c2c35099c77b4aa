//! Ids as newtypes and the few words every other file shares.
//!
//! Must not know Telegram, queries, time or wording. Ids are types of their own, so that an id of one table cannot
//! be passed for one of another.

mod form;
mod plan;
mod span;
mod stored;
mod suggestion;
mod thresholds;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use form::{Answer, Answers, FormName};
pub use plan::{LineState, Month, PLAN_MONTHS, PlanLine};
pub use span::{Length, Span};
pub use suggestion::{SuggestionKey, SuggestionLabel};
pub use thresholds::Thresholds;

/// How many, as it is stored and shown.
pub(crate) fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

/// The SHA-256 of this, in hexadecimal digits.
pub(crate) fn sha256(of: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(of))
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A person on the messenger; also the id of their private chat with the bot.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct UserId(pub i64);

/// A chat on the messenger. Groups have negative ids.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct ChatId(pub i64);

impl ChatId {
    /// Whether many people are in it.
    pub fn is_group(self) -> bool {
        self.0 < 0
    }
}

impl From<UserId> for ChatId {
    fn from(user: UserId) -> Self {
        Self(user.0)
    }
}

/// A message inside its chat.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct MessageId(pub i32);

/// A topic inside a forum group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, sqlx::Type)]
#[sqlx(transparent)]
pub struct ThreadId(pub i32);

/// The id of one delivered update. Ids usually rise, but jump at random after an idle week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct UpdateId(pub i64);

/// Our own row of a member.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct MemberId(pub i64);

/// Our own row of a file of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct UnitFileId(pub i64);

/// Our own row of a unit.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct UnitId(pub i64);

/// Our own row of what a unit answers in a form for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct FormReturnId(pub i64);

/// Our own row of a period for which units are asked to fill in a form.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct FormPeriodId(pub i64);

/// What a member tells of something they have done.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct InitiativeId(pub i64);

/// An entry of a unit's register of initiatives.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct EntryId(pub i64);

/// Our own row of a version of a unit's yearly plan.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct PlanId(pub i64);

/// Our own row of a line of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(transparent)]
pub struct PlanLineId(pub i64);

/// Our own row of an officer.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct OfficerId(pub i64);

/// Our own row of a reminder that an officer asked for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct ReminderId(pub i64);

/// Our own row of a link that makes an officer.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct AppointmentId(pub i64);

/// Our own row of a request to be let into a unit.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct JoinRequestId(pub i64);

/// Our own row of a weekly round.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct RoundId(pub i64);

/// Our own row of a monthly check-in round.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct CheckinRoundId(pub i64);

/// Our own row of one member's quiz of one round.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct QuizId(pub i64);

/// Our own row of a commendation that an officer is writing.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct CommendationDraftId(pub i64);

/// Our own row of a commendation.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct CommendationId(pub i64);

/// Our own row of one queued API call.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct OutboxId(pub i64);

/// Our own row of a broadcast.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct BroadcastId(pub i64);

/// Our own row of one recipient of a broadcast.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[sqlx(transparent)]
pub struct RecipientId(pub i64);

/// A language of the interface. The question bank is Vietnamese only.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Language {
    /// Vietnamese, the product's language.
    Vi,
    /// English, beside it.
    En,
}

impl Language {
    /// Both languages, the product's first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The two-letter code, as in file names and on the messenger.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of that code; a longer tag such as `en-GB` counts by its first part.
    pub fn of_code(code: &str) -> Option<Self> {
        let first = code.split('-').next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.code() == first)
    }
}

/// The part of a working day in which a member wants to be written to.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, sqlx::Type,
)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum Window {
    /// Over lunch, 11:35–13:15 unless set otherwise.
    Noon,
    /// After work, 17:15–20:30 unless set otherwise.
    Evening,
}

impl Window {
    /// Both windows in the order of the day.
    pub const ALL: [Self; 2] = [Self::Noon, Self::Evening];
}

/// One of the campaign's twelve criteria, such as 3.2: theme 3, criterion 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionId {
    /// 1 to 4.
    pub theme: u8,
    /// 1 to 3.
    pub number: u8,
}

impl CriterionId {
    /// All twelve, in the guideline's order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=4).flat_map(|theme| (1..=3).map(move |number| Self { theme, number }))
    }
}

impl std::fmt::Display for CriterionId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.theme, self.number)
    }
}

impl std::str::FromStr for CriterionId {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::all()
            .find(|id| id.to_string() == text)
            .ok_or_else(|| format!("'{text}' is no criterion; write 1.1 to 4.3"))
    }
}

/// What an officer is called. The order is that of the offices in one unit, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Title {
    /// The chair of a union.
    Chair,
    /// The chair's deputy.
    Deputy,
    /// The head of the people's inspectorate.
    Inspector,
    /// A member of the committee.
    Committee,
    /// The leader of a section or group.
    Leader,
    /// The leader's deputy.
    Assistant,
}

impl Title {
    /// All of them, the highest first.
    pub const ALL: [Self; 6] = [
        Self::Chair,
        Self::Deputy,
        Self::Inspector,
        Self::Committee,
        Self::Leader,
        Self::Assistant,
    ];

    /// The word by which texts, buttons and the database know it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Deputy => "deputy",
            Self::Inspector => "inspector",
            Self::Committee => "committee",
            Self::Leader => "leader",
            Self::Assistant => "assistant",
        }
    }

    /// The title of that word.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|title| title.code() == code)
    }
}
