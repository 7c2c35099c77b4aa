//! The Bot API: one name, one function; answers and refusals in Telegram's words.
//!
//! Knows: methods, their checks and their exact error texts. Must not know: HTTP, faults, the page.

use chrono::{DateTime, Utc};

use self::params::Params;
pub(crate) use self::refusal::{Answer, Refusal};
use crate::world::World;

mod chats;
mod commands;
mod edit;
pub(crate) mod files;
mod markup;
pub(crate) mod params;
mod refusal;
mod send;
mod target;
mod text;
pub(crate) mod updates;
mod webhook;

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

/// All methods but `getUpdates`, which waits and so is `server`'s. Sorted by lower-case name, since it
/// is searched by halves.
static METHODS: [Method; 39] = [
    free("answerCallbackQuery", edit::answer_callback_query),
    free("close", chats::yes),
    paced("copyMessage", send::copy_message),
    free("deleteMessage", edit::delete_message),
    free("deleteMessages", edit::delete_messages),
    free("deleteMyCommands", commands::delete_my_commands),
    free("deleteWebhook", webhook::delete_webhook),
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
    free("getWebhookInfo", webhook::get_webhook_info),
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
    free("setMySettings", commands::set_my_settings),
    free("setMyShortDescription", commands::set_my_short_description),
    free("setWebhook", webhook::set_webhook),
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

/// `chat_id` as given, whether or not there is such a chat: for rates, faults and the log of calls.
pub(crate) fn chat_of(params: &Params) -> Option<i64> {
    params.int("chat_id")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_are_in_the_order_in_which_they_are_searched() {
        assert!(METHODS.is_sorted_by_key(|method| method.name.to_lowercase()));
        assert!(METHODS.iter().all(|method| find(method.name).is_some()));
    }

    #[test]
    fn the_readme_names_every_method() {
        let readme = include_str!("../README.md");
        for method in &METHODS {
            let named = format!("`{}`", method.name);
            assert!(readme.contains(&named), "README.md lacks {named}");
        }
    }
}
