//! The Bot API: one name, one function; answers and refusals in Telegram's words.
//!
//! Knows: methods, their checks and their exact error texts. Must not know: HTTP, faults, the page.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};

use self::params::Params;
use crate::world::World;

mod chats;
mod commands;
mod edit;
pub(crate) mod files;
mod markup;
pub(crate) mod params;
mod send;
mod target;
mod text;
pub(crate) mod updates;

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

/// How a method counts against the rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cost {
    Free,
    /// Sends and edits share one limit.
    Message,
}

pub(crate) struct Method {
    pub(crate) name: &'static str,
    pub(crate) cost: Cost,
    pub(crate) run: fn(&mut World, &Params, DateTime<Utc>) -> Answer,
}

const fn free(name: &'static str, run: fn(&mut World, &Params, DateTime<Utc>) -> Answer) -> Method {
    Method {
        name,
        cost: Cost::Free,
        run,
    }
}

const fn paced(
    name: &'static str,
    run: fn(&mut World, &Params, DateTime<Utc>) -> Answer,
) -> Method {
    Method {
        name,
        cost: Cost::Message,
        run,
    }
}

/// All but `getUpdates`, which waits and therefore lives in the shell. Sorted by lower-case name.
static METHODS: [Method; 37] = [
    free("answerCallbackQuery", edit::answer_callback_query),
    free("close", chats::yes),
    paced("copyMessage", send::copy_message),
    free("deleteMessage", edit::delete_message),
    free("deleteMessages", edit::delete_messages),
    free("deleteMyCommands", commands::delete_my_commands),
    free("deleteWebhook", updates::delete_webhook),
    paced("editMessageCaption", edit::edit_caption),
    paced("editMessageReplyMarkup", edit::edit_reply_markup),
    paced("editMessageText", edit::edit_text),
    paced("forwardMessage", send::forward_message),
    free("getChat", chats::get_chat),
    free("getChatAdministrators", chats::get_chat_administrators),
    free("getChatMember", chats::get_chat_member),
    free("getChatMemberCount", chats::get_chat_member_count),
    free("getFile", files::get_file),
    free("getMe", chats::get_me),
    free("getMyCommands", commands::get_my_commands),
    free("getMyDescription", commands::get_my_description),
    free("getMyName", commands::get_my_name),
    free("getMyShortDescription", commands::get_my_short_description),
    free("getWebhookInfo", updates::get_webhook_info),
    free("leaveChat", chats::leave_chat),
    free("logOut", chats::yes),
    free("pinChatMessage", chats::pin_chat_message),
    free("sendChatAction", chats::send_chat_action),
    paced("sendDocument", files::send_document),
    paced("sendMessage", send::send_message),
    paced("sendPhoto", files::send_photo),
    free("setChatMenuButton", chats::yes),
    free("setMessageReaction", edit::set_message_reaction),
    free("setMyCommands", commands::set_my_commands),
    free("setMyDescription", commands::set_my_description),
    free("setMyName", commands::set_my_name),
    free("setMyShortDescription", commands::set_my_short_description),
    free("unpinAllChatMessages", chats::unpin),
    free("unpinChatMessage", chats::unpin),
];

/// Finds a method whatever the case of its name.
pub(crate) fn find(name: &str) -> Option<&'static Method> {
    let wanted = || name.bytes().map(|b| b.to_ascii_lowercase());
    METHODS
        .binary_search_by(|method| {
            let known = method.name.bytes().map(|b| b.to_ascii_lowercase());
            known.cmp(wanted())
        })
        .ok()
        .and_then(|at| METHODS.get(at))
}

fn answer(value: &impl Serialize) -> Answer {
    serde_json::to_string(value).map_err(|error| Refusal::new(500, &error.to_string()))
}

fn yes() -> Answer {
    Ok("true".to_owned())
}

/// The chat a call is about, for the log of calls and for rates; unchecked.
pub(crate) fn chat_of(params: &Params) -> Option<i64> {
    params.int("chat_id")
}

/// Telegram counts texts in code points, not bytes or UTF-16 units.
fn code_points(text: &str) -> usize {
    text.chars().count()
}

fn array(value: Option<Value>) -> Option<Vec<Value>> {
    match value {
        Some(Value::Array(items)) => Some(items),
        _ => None,
    }
}
