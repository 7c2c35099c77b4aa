//! Why a call was not made, or not taken: a class of refusal, never content.
//!
//! Knows the classes and the code by which each is stored. Must not know the messenger's words for them, nor ours.

use std::fmt;

use sqlx::Sqlite;
use sqlx::encode::IsNull;
use sqlx::error::BoxDynError;
use sqlx::sqlite::{SqliteArgumentsBuffer, SqliteTypeInfo, SqliteValueRef};

/// A class of refusal. Its code ([`Reason::code`]) is stored in `outbox`, `recipients` and `recipient_tallies`, so a
/// code is never changed; a class may be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The person has blocked the bot.
    Blocked,
    /// The person's account is gone.
    Deactivated,
    /// The person has never written to the bot.
    NeverStarted,
    /// The bot was put out of the group.
    Kicked,
    /// The bot is not in the group.
    NotAMember,
    /// The group is gone.
    ChatDeleted,
    /// The messenger knows no such chat.
    ChatNotFound,
    /// The bot may not write in the group.
    MayNotWrite,
    /// Refused without a word that is known.
    Forbidden,
    /// The group has another id, and the messenger does not say which.
    MovedNobodySaysWhere,
    /// The group has moved too often, or to a chat that is none.
    Moved,
    /// A tap must be answered within some minutes.
    TapTooOld,
    /// The message that was to be edited, deleted or answered is not there.
    MessageGone,
    /// Too old to be deleted, or not the bot's.
    NotDeletable,
    /// Too old to be edited, or not the bot's.
    NotEditable,
    /// The forum topic was deleted.
    TopicGone,
    /// The forum topic was closed.
    TopicClosed,
    /// Over the messenger's limit for a text or a caption.
    TextTooLong,
    /// A message without words.
    TextEmpty,
    /// Its markup is wrong.
    WrongHtml,
    /// More buttons than the messenger takes.
    TooManyButtons,
    /// A button's data is wrong.
    WrongButton,
    /// Over the limit for a file.
    FileTooLarge,
    /// The messenger knows no such file, any more.
    FileNotKnown,
    /// There is no such file on the messenger's server.
    NoSuchFile,
    /// It cannot be read as a picture.
    NoPicture,
    /// Too wide, too high or too narrow.
    PictureShape,
    /// The bot's token is refused.
    TokenRefused,
    /// The messenger's own trouble.
    ServerError,
    /// Something other than the messenger has answered.
    NotTheMessenger,
    /// Nothing came back in time.
    NoAnswer,
    /// The connection broke.
    ConnectionBroke,
    /// No connection at all.
    NoConnection,
    /// The process stopped while it was on its way.
    StoppedWhileSending,
    /// Our own fault: a panic while it was on its way.
    PanicWhileSending,
    /// Our own fault: a panic while its picture was drawn.
    PanicWhileDrawing,
    /// It could not even be asked for: our own fault.
    CannotBeBuilt,
    /// The stored row cannot be read: written by another version, perhaps.
    Unreadable,
    /// Its time had passed.
    Expired,
    /// So many newer answers waited in its chat that it was not worth sending any more.
    NewerWait,
    /// Too late to take it back.
    TooLate,
    /// Whether it was taken back is not known.
    NotTakenBack,
    /// Our own fault: what became of it could not be recorded.
    NotRecorded,
    /// The member has left.
    Left,
    /// The group was unlinked from its unit.
    Unlinked,
    /// The member has withdrawn a consent.
    ConsentWithdrawn,
    /// The member has paused.
    Paused,
    /// The member has answered meanwhile: it was for those who had not.
    Answered,
    /// Which message was delivered is not known.
    NumberLost,
    /// It waited in a copy of the database that was put back: whether it was sent is not known.
    Restored,
    /// A refusal not known yet, by its fixed words: up to what may be content, a number or a name.
    Refused(String),
}

/// Every class with the code by which it is stored.
const CODES: [(Reason, &str); 50] = [
    (Reason::Blocked, "blocked"),
    (Reason::Deactivated, "deactivated"),
    (Reason::NeverStarted, "never started"),
    (Reason::Kicked, "kicked"),
    (Reason::NotAMember, "not a member"),
    (Reason::ChatDeleted, "chat deleted"),
    (Reason::ChatNotFound, "chat not found"),
    (Reason::MayNotWrite, "may not write"),
    (Reason::Forbidden, "forbidden"),
    (Reason::MovedNobodySaysWhere, "moved, nobody says where"),
    (Reason::Moved, "moved"),
    (Reason::TapTooOld, "tap too old"),
    (Reason::MessageGone, "message gone"),
    (Reason::NotDeletable, "message not deletable"),
    (Reason::NotEditable, "message not editable"),
    (Reason::TopicGone, "topic gone"),
    (Reason::TopicClosed, "topic closed"),
    (Reason::TextTooLong, "text too long"),
    (Reason::TextEmpty, "text empty"),
    (Reason::WrongHtml, "wrong HTML"),
    (Reason::TooManyButtons, "too many buttons"),
    (Reason::WrongButton, "wrong button"),
    (Reason::FileTooLarge, "file too large"),
    (Reason::FileNotKnown, "file not known"),
    (Reason::NoSuchFile, "no such file"),
    (Reason::NoPicture, "no picture"),
    (Reason::PictureShape, "picture of a wrong shape"),
    (Reason::TokenRefused, "token refused"),
    (Reason::ServerError, "server error"),
    (Reason::NotTheMessenger, "not the messenger's answer"),
    (Reason::NoAnswer, "no answer in time"),
    (Reason::ConnectionBroke, "the connection broke"),
    (Reason::NoConnection, "no connection"),
    (Reason::StoppedWhileSending, "stopped while sending"),
    (Reason::PanicWhileSending, "panic while sending"),
    (Reason::PanicWhileDrawing, "panic while drawing"),
    (Reason::CannotBeBuilt, "cannot be built"),
    (Reason::Unreadable, "cannot be read"),
    (Reason::Expired, "its time had passed"),
    (Reason::NewerWait, "newer answers wait"),
    (Reason::TooLate, "too late"),
    (Reason::NotTakenBack, "not taken back"),
    (Reason::Left, "left"),
    (Reason::NotRecorded, "its answer could not be recorded"),
    (Reason::Unlinked, "unlinked"),
    (Reason::ConsentWithdrawn, "consent withdrawn"),
    (Reason::Paused, "paused"),
    (Reason::Answered, "answered"),
    (Reason::NumberLost, "number lost"),
    (Reason::Restored, "restored from a backup"),
];

impl Reason {
    /// As it is stored and logged.
    pub fn code(&self) -> &str {
        if let Self::Refused(words) = self {
            return words;
        }
        // A class without a row would be stored as unreadable; a test goes through all of them.
        let known = CODES.iter().find(|(reason, _)| reason == self);
        known.map_or("cannot be read", |(_, code)| code)
    }

    /// The class that was stored by this code; one that is not known any more keeps its words.
    pub fn of(code: &str) -> Self {
        let known = CODES.iter().find(|(_, known)| *known == code);
        known.map_or_else(
            || Self::Refused(code.to_owned()),
            |(reason, _)| reason.clone(),
        )
    }
}

impl sqlx::Type<Sqlite> for Reason {
    fn type_info() -> SqliteTypeInfo {
        <str as sqlx::Type<Sqlite>>::type_info()
    }
}

impl sqlx::Encode<'_, Sqlite> for Reason {
    fn encode_by_ref(&self, buffer: &mut SqliteArgumentsBuffer) -> Result<IsNull, BoxDynError> {
        <String as sqlx::Encode<Sqlite>>::encode(self.code().to_owned(), buffer)
    }
}

impl<'r> sqlx::Decode<'r, Sqlite> for Reason {
    fn decode(value: SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        <&str as sqlx::Decode<Sqlite>>::decode(value).map(Self::of)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Without a wildcard: a new class does not compile before somebody has been here.
    fn is_listed(reason: &Reason) -> bool {
        use Reason::*;
        match reason {
            Refused(_) => false,
            Blocked | Deactivated | NeverStarted | Kicked | NotAMember | ChatDeleted
            | ChatNotFound | MayNotWrite | Forbidden | MovedNobodySaysWhere | Moved | TapTooOld
            | MessageGone | NotDeletable | NotEditable | TopicGone | TopicClosed | TextTooLong
            | TextEmpty | WrongHtml | TooManyButtons | WrongButton | FileTooLarge
            | FileNotKnown | NoSuchFile | NoPicture | PictureShape | TokenRefused | ServerError
            | NotTheMessenger | NoAnswer | ConnectionBroke | NoConnection | StoppedWhileSending
            | PanicWhileSending | PanicWhileDrawing | CannotBeBuilt | Unreadable | Expired
            | NewerWait | TooLate | NotTakenBack | Left | NotRecorded | Unlinked
            | ConsentWithdrawn | Paused | Answered | NumberLost | Restored => true,
        }
    }

    #[test]
    fn every_class_has_one_code_and_every_code_one_class() {
        for (reason, code) in &CODES {
            assert!(is_listed(reason));
            assert_eq!((reason.code(), &Reason::of(code)), (*code, reason));
        }
    }

    #[test]
    fn a_refusal_that_nobody_knows_keeps_its_words() {
        let reason = Reason::of("refused: something new");
        assert_eq!(reason, Reason::Refused("refused: something new".to_owned()));
        assert_eq!(reason.code(), "refused: something new");
    }
}
