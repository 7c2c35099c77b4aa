//! What a call is answered with: the JSON of its result, or a refusal in Telegram's words.
//!
//! Knows: the shape of Telegram's answers. Must not know: which method is asked, or HTTP.

use serde::Serialize;
use serde_json::json;

/// Why a call was refused; becomes `{"ok":false,…}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: u16,
    pub(crate) description: String,
    pub(crate) retry_after: Option<u64>,
    pub(crate) migrate_to: Option<i64>,
}

impl Refusal {
    pub(crate) fn new(code: u16, description: &str) -> Refusal {
        Refusal {
            code,
            description: description.to_owned(),
            retry_after: None,
            migrate_to: None,
        }
    }

    pub(crate) fn bad(reason: &str) -> Refusal {
        Refusal::new(400, &format!("Bad Request: {reason}"))
    }

    pub(crate) fn forbidden(reason: &str) -> Refusal {
        Refusal::new(403, &format!("Forbidden: {reason}"))
    }

    pub(crate) fn too_many(retry_after: u64) -> Refusal {
        Refusal {
            retry_after: Some(retry_after),
            ..Refusal::new(
                429,
                &format!("Too Many Requests: retry after {retry_after}"),
            )
        }
    }

    pub(crate) fn to_json(&self) -> String {
        let mut body = json!({
            "ok": false,
            "error_code": self.code,
            "description": self.description,
        });
        if let Some(seconds) = self.retry_after {
            body["parameters"] = json!({"retry_after": seconds});
        }
        if let Some(chat) = self.migrate_to {
            body["parameters"] = json!({"migrate_to_chat_id": chat});
        }
        body.to_string()
    }
}

/// The JSON of a result, already written.
pub(crate) type Answer = Result<String, Refusal>;

pub(super) fn answer(value: &impl Serialize) -> Answer {
    serde_json::to_string(value).map_err(|error| Refusal::new(500, &error.to_string()))
}

pub(super) fn yes() -> Answer {
    Ok("true".to_owned())
}
