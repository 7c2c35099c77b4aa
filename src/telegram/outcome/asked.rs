//! What was answered when the messenger was asked for something: the bot itself, updates, a chat, the webhook.
//!
//! Knows which refusal ends asking and which only delays it. Must not know calls that send.

use serde_json::Value;

use super::{HttpOutcome, PollError, Reply, read};
use crate::outgoing::Reason;
use crate::telegram::Me;
use crate::types::UserId;

/// The updates of a poll, each still as it came.
pub(in crate::telegram) fn updates(exchange: HttpOutcome) -> Result<Vec<Value>, PollError> {
    match result(exchange)? {
        Value::Array(updates) => Ok(updates),
        _ => Err(PollError::Away(Reason::NotTheMessenger)),
    }
}

/// Who the bot is.
pub(in crate::telegram) fn me(exchange: HttpOutcome) -> Result<Me, PollError> {
    let result = result(exchange)?;
    let id = result.get("id").and_then(Value::as_i64);
    let username = result.get("username").and_then(Value::as_str);
    match (id, username) {
        (Some(id), Some(username)) => Ok(Me {
            id: UserId(id),
            username: username.to_owned(),
        }),
        _ => Err(PollError::Away(Reason::NotTheMessenger)),
    }
}

/// What there is to say of a chat; `None`: the bot is not in it, so the messenger does not say.
pub(in crate::telegram) fn of_chat(exchange: HttpOutcome) -> Result<Option<Value>, PollError> {
    match read(exchange) {
        Reply::Moved(_)
        | Reply::Refused {
            code: 400 | 403, ..
        } => Ok(None),
        reply => settled(reply).map(Some),
    }
}

pub(in crate::telegram) fn result(exchange: HttpOutcome) -> Result<Value, PollError> {
    settled(read(exchange))
}

/// What was answered about the webhook itself.
pub(in crate::telegram) fn arranged(exchange: HttpOutcome) -> Result<Value, PollError> {
    match read(exchange) {
        Reply::Refused { code, words } if !matches!(code, 401 | 404) => {
            Err(PollError::Refused(told(&words)))
        }
        reply => settled(reply),
    }
}

/// The messenger's words about our own address, no longer than a line. They are about no person.
pub(in crate::telegram) fn told(words: &str) -> String {
    let words = words.trim_start_matches("bad request: ").chars();
    words
        .filter(|letter| !letter.is_control())
        .take(160)
        .collect()
}

fn settled(reply: Reply) -> Result<Value, PollError> {
    match reply {
        Reply::Done(result) => Ok(result),
        Reply::Wait(seconds) => Err(PollError::Wait(seconds)),
        Reply::Refused { words, .. } if words.contains("webhook") => Err(PollError::Webhook),
        Reply::Refused { code: 409, .. } => Err(PollError::SecondInstance),
        Reply::Refused {
            code: 401 | 404, ..
        } => Err(PollError::Token),
        Reply::Refused { .. } | Reply::Moved(_) => Err(PollError::Away(Reason::Forbidden)),
        Reply::Failed { reason, .. } => Err(PollError::Away(reason)),
        Reply::Unreached => Err(PollError::Away(Reason::NoConnection)),
    }
}
