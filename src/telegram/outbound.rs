//! What is owed, as a request of the messenger.
//!
//! Knows the messenger's methods and parameters. Must not know how a request travels or
//! what its answer means.

use serde::Serialize;
use teloxide::payloads::{
    AnswerCallbackQuery, AnswerCallbackQuerySetters, DeleteMessage, EditMessageText,
    EditMessageTextSetters, SendMessage, SendMessageSetters, SetMyCommands, SetMyCommandsSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{
    BotCommand, BotCommandScope, CallbackQueryId, ChatId, InlineKeyboardButton,
    InlineKeyboardMarkup, LinkPreviewOptions, MessageId, ParseMode, ReplyParameters, ThreadId,
};

use crate::outgoing::{Call, Keyboard, MenuScope};

/// The method's name and its parameters as JSON.
pub(super) fn request(call: &Call) -> serde_json::Result<(&'static str, Vec<u8>)> {
    match call.clone() {
        Call::Send {
            chat,
            thread,
            text,
            keyboard,
            reply_to,
        } => {
            let mut message = SendMessage::new(ChatId(chat.0), text)
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview());
            if !keyboard.is_empty() {
                message = message.reply_markup(markup(keyboard));
            }
            // Optional parameters have no setter that takes an Option.
            message.message_thread_id = thread.map(|thread| ThreadId(MessageId(thread.0)));
            // An answer to a message that was deleted meanwhile is still an answer.
            message.reply_parameters = reply_to
                .map(|to| ReplyParameters::new(MessageId(to.0)).allow_sending_without_reply());
            encoded(&message)
        }
        Call::Edit {
            chat,
            message,
            text,
            keyboard,
        } => encoded(
            &EditMessageText::new(ChatId(chat.0), MessageId(message.0), text)
                .parse_mode(ParseMode::Html)
                .link_preview_options(no_preview())
                .reply_markup(markup(keyboard)),
        ),
        Call::Delete { chat, message } => {
            encoded(&DeleteMessage::new(ChatId(chat.0), MessageId(message.0)))
        }
        Call::Toast { query, text, alert } => {
            let mut toast = AnswerCallbackQuery::new(CallbackQueryId(query)).show_alert(alert);
            toast.text = text;
            encoded(&toast)
        }
        Call::Menu {
            scope,
            language,
            commands,
        } => {
            let commands = commands
                .into_iter()
                .map(|(command, description)| BotCommand::new(command, description));
            let mut menu = SetMyCommands::new(commands).scope(menu_scope(scope));
            menu.language_code = language.map(|language| language.code().to_owned());
            encoded(&menu)
        }
    }
}

fn encoded<P: Payload + Serialize>(payload: &P) -> serde_json::Result<(&'static str, Vec<u8>)> {
    Ok((P::NAME, serde_json::to_vec(payload)?))
}

fn markup(keyboard: Keyboard) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new(keyboard.into_iter().map(|row| {
        row.into_iter()
            .map(|key| InlineKeyboardButton::callback(key.label, key.data))
    }))
}

/// A criterion quotes its source; a picture of some web page below it would take the screen.
fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions {
        is_disabled: true,
        url: None,
        prefer_small_media: false,
        prefer_large_media: false,
        show_above_text: false,
    }
}

fn menu_scope(scope: MenuScope) -> BotCommandScope {
    match scope {
        MenuScope::Members => BotCommandScope::AllPrivateChats,
        MenuScope::Officer(chat) => BotCommandScope::Chat {
            chat_id: ChatId(chat.0).into(),
        },
        MenuScope::Groups => BotCommandScope::AllGroupChats,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::outgoing::Key;
    use crate::types;

    fn sent(call: &Call) -> (&'static str, Value) {
        let (method, payload) = request(call).expect("JSON");
        (method, serde_json::from_slice(&payload).expect("JSON"))
    }

    fn key(label: &str, data: &str) -> Key {
        Key {
            label: label.to_owned(),
            data: data.to_owned(),
        }
    }

    #[test]
    fn a_message_carries_its_topic_its_buttons_and_what_it_answers() {
        let call = Call::Send {
            chat: types::ChatId(-1001),
            thread: Some(types::ThreadId(7)),
            text: "<b>Chào</b> đồng chí".to_owned(),
            keyboard: vec![vec![key("A", "q:1:A"), key("B", "q:1:B")]],
            reply_to: Some(types::MessageId(5)),
        };
        let expected = json!({
            "chat_id": -1001,
            "message_thread_id": 7,
            "text": "<b>Chào</b> đồng chí",
            "parse_mode": "HTML",
            "link_preview_options": { "is_disabled": true },
            "reply_parameters": { "message_id": 5, "allow_sending_without_reply": true },
            "reply_markup": { "inline_keyboard": [[
                { "text": "A", "callback_data": "q:1:A" },
                { "text": "B", "callback_data": "q:1:B" },
            ]]},
        });
        assert_eq!(sent(&call), ("SendMessage", expected));
    }

    #[test]
    fn a_plain_message_says_nothing_it_need_not() {
        let call = Call::Send {
            chat: types::ChatId(1),
            thread: None,
            text: "x".to_owned(),
            keyboard: vec![],
            reply_to: None,
        };
        let expected = json!({
            "chat_id": 1,
            "text": "x",
            "parse_mode": "HTML",
            "link_preview_options": { "is_disabled": true },
        });
        assert_eq!(sent(&call), ("SendMessage", expected));
    }

    #[test]
    fn an_edit_without_buttons_removes_them() {
        let call = Call::Edit {
            chat: types::ChatId(1),
            message: types::MessageId(9),
            text: "x".to_owned(),
            keyboard: vec![],
        };
        let expected = json!({
            "chat_id": 1,
            "message_id": 9,
            "text": "x",
            "parse_mode": "HTML",
            "link_preview_options": { "is_disabled": true },
            "reply_markup": { "inline_keyboard": [] },
        });
        assert_eq!(sent(&call), ("EditMessageText", expected));
    }

    #[test]
    fn a_message_is_taken_back_by_its_chat_and_number() {
        let call = Call::Delete {
            chat: types::ChatId(1),
            message: types::MessageId(9),
        };
        let expected = json!({ "chat_id": 1, "message_id": 9 });
        assert_eq!(sent(&call), ("DeleteMessage", expected));
    }

    #[test]
    fn a_toast_may_only_end_the_spinner() {
        let call = Call::Toast {
            query: "77".to_owned(),
            text: None,
            alert: false,
        };
        let expected = json!({ "callback_query_id": "77", "show_alert": false });
        assert_eq!(sent(&call), ("AnswerCallbackQuery", expected));
    }

    #[test]
    fn a_menu_is_for_its_scope_and_language() {
        let menu = |scope, language| {
            sent(&Call::Menu {
                scope,
                language,
                commands: vec![("help".to_owned(), "Trợ giúp".to_owned())],
            })
        };
        let commands = json!([{ "command": "help", "description": "Trợ giúp" }]);
        let expected = json!({
            "commands": commands,
            "scope": { "type": "all_private_chats" },
            "language_code": "en",
        });
        let members = menu(MenuScope::Members, Some(types::Language::En));
        assert_eq!(members, ("SetMyCommands", expected));
        let expected = json!({ "commands": commands, "scope": { "type": "chat", "chat_id": 4 } });
        assert_eq!(menu(MenuScope::Officer(types::ChatId(4)), None).1, expected);
        let expected = json!({ "commands": commands, "scope": { "type": "all_group_chats" } });
        assert_eq!(menu(MenuScope::Groups, None).1, expected);
    }
}
