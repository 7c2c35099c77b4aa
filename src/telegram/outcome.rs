//! What an answer means: done, later, never, or in doubt.
//!
//! Knows the messenger's refusals by their words, in lower case: teloxide names few of them, and
//! some it names by words that the server has long changed. Must not know what follows from a refusal.

mod asked;

use serde::Deserialize;
use serde_json::Value;

pub(super) use self::asked::{arranged, me, of_chat, result, told, updates};
use crate::outgoing::{Call, Outcome, Reason};
use crate::told;
use crate::types::{ChatId, MessageId};

/// How one exchange over the network ended.
#[derive(Debug)]
pub(super) enum HttpOutcome {
    /// Somebody answered, perhaps only a gateway in between, perhaps not to the end.
    Answered {
        /// The status of HTTP.
        status: u16,
        /// The header of that name, in seconds.
        retry_after: Option<u32>,
        /// What was read.
        body: Vec<u8>,
    },
    /// No connection: nothing was sent.
    Unreached,
    /// Sent, and then no answer: in doubt.
    Broken(Reason),
}

/// Why the messenger gave no updates, or would not say who the bot is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PollError {
    /// Nothing helps but another token.
    #[error("the messenger does not know this bot token: get the right one from @BotFather")]
    Token,
    /// Another process polls with this token.
    #[error("another program is polling with this bot token: stop it; this one waits")]
    SecondInstance,
    /// The updates go to a web address.
    #[error(
        "another program has set a webhook for this bot, so there is nothing to poll: stop it; this one waits, and its next start removes the webhook"
    )]
    Webhook,
    /// It does not take what it was told about the webhook.
    #[error("the messenger refuses the webhook: {0}; look at [telegram] webhook in the settings")]
    Refused(String),
    /// It asks to wait.
    #[error("the messenger asks to wait {0} s")]
    Wait(u32),
    /// It did not answer, or nothing that can be used.
    #[error("the messenger cannot be reached: {0}")]
    Away(Reason),
}

impl PollError {
    /// For whoever sits at the terminal, in their language; the log is English.
    pub fn told(&self) -> String {
        match self {
            Self::Token => told!("api-token"),
            Self::SecondInstance => told!("api-second"),
            Self::Webhook => told!("api-webhook"),
            Self::Refused(cause) => told!("api-refused", cause = cause),
            Self::Wait(seconds) => told!("api-wait", seconds = seconds),
            Self::Away(cause) => told!("api-away", cause = cause),
        }
    }
}

/// The messenger's own frame around every answer. Unknown fields are ignored.
#[derive(Debug, Deserialize)]
struct ResponseBody {
    ok: bool,
    #[serde(default)]
    result: Value,
    #[serde(default)]
    description: String,
    error_code: Option<u16>,
    #[serde(default)]
    parameters: Parameters,
}

#[derive(Debug, Default, Deserialize)]
struct Parameters {
    retry_after: Option<u32>,
    migrate_to_chat_id: Option<i64>,
}

/// An exchange, as read.
#[derive(Debug)]
enum Reply {
    /// Done; `Null` if the result cannot be read.
    Done(Value),
    /// Too many requests.
    Wait(u32),
    /// The chat has another id.
    Moved(ChatId),
    /// Refused in words.
    Refused { code: u16, words: String },
    /// The messenger's own trouble, or of a gateway before it.
    Failed { reason: Reason, maybe_sent: bool },
    /// Nothing was sent.
    Unreached,
}

/// The wait if the messenger does not say how long.
const WAIT: u32 = 5;

fn read(exchange: HttpOutcome) -> Reply {
    let (status, retry_after, body) = match exchange {
        HttpOutcome::Answered {
            status,
            retry_after,
            body,
        } => (status, retry_after, body),
        HttpOutcome::Unreached => return Reply::Unreached,
        HttpOutcome::Broken(reason) => {
            return Reply::Failed {
                reason,
                maybe_sent: true,
            };
        }
    };
    let Ok(frame) = serde_json::from_slice::<ResponseBody>(&body) else {
        return unreadable(status, retry_after);
    };
    if frame.ok {
        return Reply::Done(frame.result);
    }
    let code = frame.error_code.unwrap_or(status);
    if let Some(to) = frame.parameters.migrate_to_chat_id {
        Reply::Moved(ChatId(to))
    } else if let Some(seconds) = frame.parameters.retry_after {
        Reply::Wait(seconds)
    } else if code == 429 {
        Reply::Wait(retry_after.unwrap_or(WAIT))
    } else if code >= 500 {
        // The messenger itself says that it did not do it.
        Reply::Failed {
            reason: Reason::ServerError,
            maybe_sent: false,
        }
    } else {
        Reply::Refused {
            code,
            words: frame.description.to_lowercase(),
        }
    }
}

/// No such frame: a gateway's page, a body that broke off, or an answer of an unknown shape.
fn unreadable(status: u16, retry_after: Option<u32>) -> Reply {
    match status {
        // The status says that it was done; only the details are lost.
        200..=299 => Reply::Done(Value::Null),
        429 => Reply::Wait(retry_after.unwrap_or(WAIT)),
        503 => Reply::Failed {
            reason: Reason::ServerError,
            maybe_sent: false,
        },
        // A gateway that lost the server in the middle cannot know what was done.
        500..=599 => Reply::Failed {
            reason: Reason::ServerError,
            maybe_sent: true,
        },
        _ => Reply::Failed {
            reason: Reason::NotTheMessenger,
            maybe_sent: false,
        },
    }
}

pub(super) fn of(call: &Call, exchange: HttpOutcome) -> Outcome {
    verdict(call, read(exchange))
}

/// The path of a file that was asked for.
pub(super) fn path(call: &Call, exchange: HttpOutcome) -> Result<String, Outcome> {
    let read = read(exchange);
    if let Reply::Done(result) = &read {
        return result["file_path"]
            .as_str()
            .map(str::to_owned)
            .ok_or(Outcome::Failed {
                reason: Reason::NotTheMessenger,
                maybe_sent: false,
            });
    }
    Err(verdict(call, read))
}

fn verdict(call: &Call, read: Reply) -> Outcome {
    match read {
        Reply::Done(result) => Outcome::Sent(message(call, &result)),
        Reply::Wait(seconds) => Outcome::RetryAfter { seconds },
        Reply::Moved(to) => Outcome::Moved(to),
        Reply::Failed { reason, maybe_sent } => Outcome::Failed { reason, maybe_sent },
        Reply::Unreached => Outcome::Untried,
        Reply::Refused { code, words } => refused(call, code, &words),
    }
}

/// The message a call made or changed.
fn message(call: &Call, result: &Value) -> Option<MessageId> {
    match call {
        Call::Send { .. } | Call::File { .. } => {
            let id = result.get("message_id")?.as_i64()?;
            i32::try_from(id).ok().map(MessageId)
        }
        Call::Edit { message, .. } => Some(*message),
        Call::Delete { .. }
        | Call::Fetch { .. }
        | Call::Toast { .. }
        | Call::Menu { .. }
        | Call::BotSettings => None,
    }
}

/// What a refusal means for a call.
#[derive(Debug, Clone)]
enum Meaning {
    /// It is as it should be already.
    Done,
    /// Nobody there can be written to.
    Unreachable(Reason),
    /// What it refers to is gone.
    Stale(Reason),
    /// Our own mistake.
    Rejected(Reason),
}

use Meaning::{Done, Rejected, Stale, Unreachable};

/// The server's words, in lower case, and what they mean; the first that occurs decides.
const MEANINGS: &[(&str, Meaning)] = &[
    ("message is not modified", Done),
    ("message_not_modified", Done),
    ("bot was blocked", Unreachable(Reason::Blocked)),
    ("user_is_blocked", Unreachable(Reason::Blocked)),
    ("user is deactivated", Unreachable(Reason::Deactivated)),
    ("input_user_deactivated", Unreachable(Reason::Deactivated)),
    ("initiate conversation", Unreachable(Reason::NeverStarted)),
    ("bot was kicked", Unreachable(Reason::Kicked)),
    ("bot is not a member", Unreachable(Reason::NotAMember)),
    ("channel_private", Unreachable(Reason::NotAMember)),
    ("chat was deleted", Unreachable(Reason::ChatDeleted)),
    ("chat not found", Unreachable(Reason::ChatNotFound)),
    ("user not found", Unreachable(Reason::ChatNotFound)),
    ("peer_id_invalid", Unreachable(Reason::ChatNotFound)),
    ("chat_id_invalid", Unreachable(Reason::ChatNotFound)),
    (
        "upgraded to a supergroup",
        Unreachable(Reason::MovedNobodySaysWhere),
    ),
    (
        "not enough rights to send",
        Unreachable(Reason::MayNotWrite),
    ),
    ("have no write access", Unreachable(Reason::MayNotWrite)),
    ("no rights to send", Unreachable(Reason::MayNotWrite)),
    (
        "need administrator rights",
        Unreachable(Reason::MayNotWrite),
    ),
    ("chat_write_forbidden", Unreachable(Reason::MayNotWrite)),
    ("chat_restricted", Unreachable(Reason::MayNotWrite)),
    (
        "chat_send_plain_forbidden",
        Unreachable(Reason::MayNotWrite),
    ),
    (
        "chat_send_photos_forbidden",
        Unreachable(Reason::MayNotWrite),
    ),
    ("chat_send_docs_forbidden", Unreachable(Reason::MayNotWrite)),
    ("chat_admin_required", Unreachable(Reason::MayNotWrite)),
    ("query is too old", Stale(Reason::TapTooOld)),
    ("query id is invalid", Stale(Reason::TapTooOld)),
    ("query_id_invalid", Stale(Reason::TapTooOld)),
    ("message to edit not found", Stale(Reason::MessageGone)),
    ("message to delete not found", Stale(Reason::MessageGone)),
    (
        "message to be replied not found",
        Stale(Reason::MessageGone),
    ),
    ("message can't be deleted", Stale(Reason::NotDeletable)),
    ("message_delete_forbidden", Stale(Reason::NotDeletable)),
    ("message can't be edited", Stale(Reason::NotEditable)),
    ("message_id_invalid", Stale(Reason::MessageGone)),
    ("message_edit_time_expired", Stale(Reason::NotEditable)),
    ("message thread not found", Stale(Reason::TopicGone)),
    ("topic_closed", Stale(Reason::TopicClosed)),
    ("topic_deleted", Stale(Reason::TopicGone)),
    ("topic_id_invalid", Stale(Reason::TopicGone)),
    ("message is too long", Rejected(Reason::TextTooLong)),
    ("message_too_long", Rejected(Reason::TextTooLong)),
    ("text is too long", Rejected(Reason::TextTooLong)),
    ("caption is too long", Rejected(Reason::TextTooLong)),
    ("media_caption_too_long", Rejected(Reason::TextTooLong)),
    ("request entity too large", Rejected(Reason::FileTooLarge)),
    ("too big for a photo", Rejected(Reason::FileTooLarge)),
    ("image_process_failed", Rejected(Reason::NoPicture)),
    ("photo_invalid_dimensions", Rejected(Reason::PictureShape)),
    ("wrong file identifier", Rejected(Reason::FileNotKnown)),
    (
        "wrong remote file identifier",
        Rejected(Reason::FileNotKnown),
    ),
    ("text is empty", Rejected(Reason::TextEmpty)),
    ("text must be non-empty", Rejected(Reason::TextEmpty)),
    ("can't parse entities", Rejected(Reason::WrongHtml)),
    ("reply markup is too long", Rejected(Reason::TooManyButtons)),
    ("button_data_invalid", Rejected(Reason::WrongButton)),
];

fn refused(call: &Call, code: u16, words: &str) -> Outcome {
    let known = MEANINGS.iter().find(|(part, _)| words.contains(part));
    match (known.map(|(_, meaning)| meaning.clone()), code) {
        (Some(Done), _) => Outcome::Sent(message(call, &Value::Null)),
        (Some(Unreachable(reason)), _) => Outcome::Unreachable { reason },
        (Some(Stale(reason)), _) => Outcome::Stale { reason },
        (Some(Rejected(reason)), _) => Outcome::Rejected { reason },
        // A server from before it: then the owner has set them at BotFather, or nobody has.
        (None, 404) if matches!(call, Call::BotSettings) => Outcome::Sent(None),
        // The poller hears the same and ends the process; the row is kept for the next one.
        (None, 401 | 404) => Outcome::Failed {
            reason: Reason::TokenRefused,
            maybe_sent: false,
        },
        (None, 403) => Outcome::Unreachable {
            reason: match call.chat() {
                Some(chat) if chat.is_group() => Reason::MayNotWrite,
                _ => Reason::Forbidden,
            },
        },
        (None, _) => Outcome::Rejected {
            reason: Reason::Refused(class(words)),
        },
    }
}

/// The fixed words of a refusal not known yet: up to what may be content, a number or a name.
fn class(words: &str) -> String {
    let words = words.trim_start_matches("bad request: ");
    let fixed = |letter: &char| letter.is_ascii_alphabetic() || " ',_-".contains(*letter);
    let class: String = words.chars().take_while(fixed).take(60).collect();
    format!("refused: {}", class.trim())
}

#[cfg(test)]
mod tests;
