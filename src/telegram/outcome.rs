//! What an answer means: done, later, never, or in doubt.
//!
//! Knows the messenger's refusals by their words, in lower case: teloxide names few of them, and
//! some it names by words that the server has long changed. Must not know what follows from a refusal.

use serde::Deserialize;
use serde_json::Value;

use super::Me;
use crate::outgoing::{Call, Outcome};
use crate::types::{ChatId, MessageId, UserId};

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
    /// Written, and then no answer: doubt.
    Broken(&'static str),
}

/// Why the messenger gave no updates, or would not say who the bot is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PollError {
    /// Nothing helps but another token.
    #[error(
        "the messenger does not know this bot token: get the right one from @BotFather and set TELOXIDE_TOKEN"
    )]
    Token,
    /// Another process polls with this token.
    #[error("another program is polling with this bot token: stop it; this one waits")]
    SecondInstance,
    /// The updates go to a web address.
    #[error(
        "a webhook is set for this bot, so there is nothing to poll: remove it with the Bot API's deleteWebhook; this program waits"
    )]
    Webhook,
    /// It asks to wait.
    #[error("the messenger asks to wait {0} s")]
    Wait(u32),
    /// It did not answer, or nothing that can be used.
    #[error("the messenger cannot be reached: {0}")]
    Away(&'static str),
}

/// The messenger's own frame around every answer. What is not named here is let through.
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

/// An exchange, read.
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
    Failed {
        reason: &'static str,
        maybe_sent: bool,
    },
    /// Nothing was sent.
    Unreached,
}

/// What the messenger asks for when it does not say how long.
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
            reason: "server error",
            maybe_sent: false,
        }
    } else {
        Reply::Refused {
            code,
            words: frame.description.to_lowercase(),
        }
    }
}

/// No frame: a gateway's page, a body that broke off, or an answer of a shape not known yet.
fn unreadable(status: u16, retry_after: Option<u32>) -> Reply {
    match status {
        // The status is the messenger's verdict; only its details are lost.
        200..=299 => Reply::Done(Value::Null),
        429 => Reply::Wait(retry_after.unwrap_or(WAIT)),
        503 => Reply::Failed {
            reason: "server error",
            maybe_sent: false,
        },
        // A gateway that lost the server in the middle cannot know what was done.
        500..=599 => Reply::Failed {
            reason: "server error",
            maybe_sent: true,
        },
        _ => Reply::Failed {
            reason: "not the messenger's answer",
            maybe_sent: false,
        },
    }
}

/// What became of a call.
pub(super) fn of(call: &Call, exchange: HttpOutcome) -> Outcome {
    verdict(call, read(exchange))
}

/// Where a file lies that was asked for.
pub(super) fn path(call: &Call, exchange: HttpOutcome) -> Result<String, Outcome> {
    let read = read(exchange);
    if let Reply::Done(result) = &read {
        return result["file_path"]
            .as_str()
            .map(str::to_owned)
            .ok_or(Outcome::Failed {
                reason: "not the messenger's answer",
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
        Call::Delete { .. } | Call::Fetch { .. } | Call::Toast { .. } | Call::Menu { .. } => None,
    }
}

/// What a refusal means for a call.
#[derive(Debug, Clone, Copy)]
enum Meaning {
    /// It is as it should be already.
    Done,
    /// Nobody there can be written to.
    Unreachable,
    /// What it refers to is gone.
    Stale,
    /// Our own mistake.
    Rejected,
}

use Meaning::{Done, Rejected, Stale, Unreachable};

/// The server's words, in lower case, and what they mean; the first that occurs decides.
const MEANINGS: &[(&str, Meaning, &str)] = &[
    ("message is not modified", Done, "not modified"),
    ("message_not_modified", Done, "not modified"),
    ("bot was blocked", Unreachable, "blocked"),
    ("user_is_blocked", Unreachable, "blocked"),
    ("user is deactivated", Unreachable, "deactivated"),
    ("input_user_deactivated", Unreachable, "deactivated"),
    ("initiate conversation", Unreachable, "never started"),
    ("bot was kicked", Unreachable, "kicked"),
    ("bot is not a member", Unreachable, "not a member"),
    ("chat was deleted", Unreachable, "chat deleted"),
    ("chat not found", Unreachable, "chat not found"),
    ("user not found", Unreachable, "chat not found"),
    ("peer_id_invalid", Unreachable, "chat not found"),
    ("chat_id_invalid", Unreachable, "chat not found"),
    (
        "upgraded to a supergroup",
        Unreachable,
        "moved, nobody says where",
    ),
    ("not enough rights to send", Unreachable, "may not write"),
    ("have no write access", Unreachable, "may not write"),
    ("no rights to send", Unreachable, "may not write"),
    ("need administrator rights", Unreachable, "may not write"),
    ("chat_write_forbidden", Unreachable, "may not write"),
    ("chat_restricted", Unreachable, "may not write"),
    ("chat_send_plain_forbidden", Unreachable, "may not write"),
    ("chat_send_photos_forbidden", Unreachable, "may not write"),
    ("chat_send_docs_forbidden", Unreachable, "may not write"),
    ("chat_admin_required", Unreachable, "may not write"),
    ("query is too old", Stale, "tap too old"),
    ("query id is invalid", Stale, "tap too old"),
    ("query_id_invalid", Stale, "tap too old"),
    ("message to edit not found", Stale, "message gone"),
    ("message to delete not found", Stale, "message gone"),
    ("message to be replied not found", Stale, "message gone"),
    ("message can't be deleted", Stale, "message not deletable"),
    ("message_delete_forbidden", Stale, "message not deletable"),
    ("message can't be edited", Stale, "message not editable"),
    ("message_id_invalid", Stale, "message gone"),
    ("message_edit_time_expired", Stale, "message not editable"),
    ("message thread not found", Stale, "topic gone"),
    ("topic_closed", Stale, "topic closed"),
    ("topic_deleted", Stale, "topic gone"),
    ("message is too long", Rejected, "text too long"),
    ("message_too_long", Rejected, "text too long"),
    ("text is too long", Rejected, "text too long"),
    ("caption is too long", Rejected, "text too long"),
    ("media_caption_too_long", Rejected, "text too long"),
    ("request entity too large", Rejected, "file too large"),
    ("too big for a photo", Rejected, "file too large"),
    ("image_process_failed", Rejected, "no picture"),
    (
        "photo_invalid_dimensions",
        Rejected,
        "picture of a wrong shape",
    ),
    ("wrong file identifier", Rejected, "file not known"),
    ("wrong remote file identifier", Rejected, "file not known"),
    ("text is empty", Rejected, "text empty"),
    ("text must be non-empty", Rejected, "text empty"),
    ("can't parse entities", Rejected, "wrong HTML"),
    ("reply markup is too long", Rejected, "too many buttons"),
    ("button_data_invalid", Rejected, "wrong button"),
];

fn refused(call: &Call, code: u16, words: &str) -> Outcome {
    let known = MEANINGS.iter().find(|(part, ..)| words.contains(part));
    match (known, code) {
        (Some((_, Done, _)), _) => Outcome::Sent(message(call, &Value::Null)),
        (Some((_, Unreachable, reason)), _) => Outcome::Unreachable { reason },
        (Some((_, Stale, reason)), _) => Outcome::Stale { reason },
        (Some((_, Rejected, reason)), _) => Outcome::Rejected {
            reason: (*reason).to_owned(),
        },
        // The poller hears the same and ends the process; the row is kept for the next one.
        (None, 401 | 404) => Outcome::Failed {
            reason: "token refused",
            maybe_sent: false,
        },
        (None, 403) => Outcome::Unreachable {
            reason: "forbidden",
        },
        (None, _) => Outcome::Rejected {
            reason: class(words),
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

/// The updates of a poll, each still as it came.
pub(super) fn updates(exchange: HttpOutcome) -> Result<Vec<Value>, PollError> {
    match result(exchange)? {
        Value::Array(updates) => Ok(updates),
        _ => Err(PollError::Away("an answer that cannot be read")),
    }
}

/// Who the bot is.
pub(super) fn me(exchange: HttpOutcome) -> Result<Me, PollError> {
    let result = result(exchange)?;
    let id = result.get("id").and_then(Value::as_i64);
    let username = result.get("username").and_then(Value::as_str);
    match (id, username) {
        (Some(id), Some(username)) => Ok(Me {
            id: UserId(id),
            username: username.to_owned(),
        }),
        _ => Err(PollError::Away("an answer that cannot be read")),
    }
}

fn result(exchange: HttpOutcome) -> Result<Value, PollError> {
    match read(exchange) {
        Reply::Done(result) => Ok(result),
        Reply::Wait(seconds) => Err(PollError::Wait(seconds)),
        Reply::Refused { words, .. } if words.contains("webhook") => Err(PollError::Webhook),
        Reply::Refused { code: 409, .. } => Err(PollError::SecondInstance),
        Reply::Refused {
            code: 401 | 404, ..
        } => Err(PollError::Token),
        Reply::Refused { .. } | Reply::Moved(_) => Err(PollError::Away("it refuses to answer")),
        Reply::Failed { reason, .. } => Err(PollError::Away(reason)),
        Reply::Unreached => Err(PollError::Away("no connection")),
    }
}

#[cfg(test)]
mod tests;
