//! A queued call as a request of the Bot API.
//!
//! Knows the messenger's methods and parameters. Must not know how a request travels or
//! what its answer means.

use serde::Serialize;
use teloxide::payloads::{
    AnswerCallbackQuery, AnswerCallbackQuerySetters, DeleteMessage, DeleteMyCommands,
    DeleteMyCommandsSetters, GetFile, SetMyCommands, SetMyCommandsSetters,
};
use teloxide::requests::Payload;
use teloxide::types::{
    BotCommand, BotCommandScope, CallbackQueryId, ChatId, FileId, LinkPreviewOptions, MessageId,
    ParseMode, ReplyParameters,
};

use super::keyboard::{self, Markup};
use crate::drawing::{self, RenderError};
use crate::outgoing::{
    Call, FileContent, FileKind, Keyboard, MenuScope, Reason, Upload, UploadError,
};
use crate::report::{WriteError, units_sheet};
use crate::types::{self, Language};

/// A call as it is posted.
#[derive(Debug, PartialEq)]
pub(super) struct Request {
    /// The method's name.
    pub(super) method: &'static str,
    /// Its parameters, a JSON object.
    pub(super) payload: Vec<u8>,
    /// Bytes that go with them, so that it becomes a form.
    pub(super) upload: Option<Upload>,
}

/// The parameters of a text that is sent. Written out, as are the other two, for teloxide's keyboards know no colours.
#[derive(Serialize)]
struct TextMessage {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i32>,
    text: String,
    parse_mode: ParseMode,
    link_preview_options: LinkPreviewOptions,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    protect_content: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<ReplyParameters>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup>,
}

/// The parameters of a text that is changed.
#[derive(Serialize)]
struct ChangedText {
    chat_id: i64,
    message_id: i32,
    text: String,
    parse_mode: ParseMode,
    link_preview_options: LinkPreviewOptions,
    reply_markup: Markup,
}

/// The parameters of both methods that send a file; teloxide has two types for them with nothing in common.
#[derive(Serialize)]
struct FileMessage {
    chat_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    caption: String,
    parse_mode: ParseMode,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<ReplyParameters>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup>,
}

impl Request {
    /// The same, paid for if it is a message, so that it does not count against the limit over all chats.
    pub(super) fn paid(self) -> Self {
        let message = matches!(self.method, "SendMessage" | "SendPhoto" | "SendDocument");
        let mut fields = serde_json::from_slice::<serde_json::Map<_, _>>(&self.payload);
        match &mut fields {
            Ok(fields) if message => fields.insert("allow_paid_broadcast".to_owned(), true.into()),
            _ => return self,
        };
        let payload = fields.and_then(|fields| serde_json::to_vec(&fields));
        match payload {
            Ok(payload) => Self { payload, ..self },
            Err(_) => self,
        }
    }
}

/// The name of an upload's part of the form, to which the parameters refer.
pub(super) const PART: &str = "upload";
const ATTACHED: &str = "attach://upload";

/// Why a request cannot be built: always a mistake of ours.
#[derive(Debug, thiserror::Error)]
pub(super) enum BuildError {
    /// Its parameters are no JSON.
    #[error("no JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// Its drawing is none.
    #[error("no picture: {0}")]
    Drawing(#[from] RenderError),
    /// Its table is none.
    #[error("no spreadsheet: {0}")]
    Table(#[from] WriteError),
    /// Its file cannot be sent.
    #[error("no file: {0}")]
    Upload(#[from] UploadError),
}

impl BuildError {
    /// The class it is recorded as.
    pub(super) fn reason(&self) -> Reason {
        match self {
            Self::Json(_) => Reason::CannotBeBuilt,
            Self::Drawing(_) | Self::Table(_) | Self::Upload(_) => Reason::NoPicture,
        }
    }
}

/// The request that makes a call.
///
/// Takes some milliseconds of computing if there is a drawing or a table in it.
pub(super) fn request(call: &Call) -> Result<Request, BuildError> {
    match call.clone() {
        Call::Send {
            chat,
            thread,
            text,
            keyboard,
            reply_to,
        } => text_message((chat, thread), text, keyboard, reply_to),
        Call::File {
            chat,
            thread,
            kind,
            content,
            caption,
            keyboard,
            reply_to,
        } => {
            let (method, photo, document, upload) = carrier(kind, content)?;
            let message = FileMessage {
                chat_id: chat.0,
                message_thread_id: thread.map(|thread| thread.0),
                photo,
                document,
                caption,
                parse_mode: ParseMode::Html,
                reply_parameters: reply_to.map(answer_to),
                reply_markup: keyboard::markup(keyboard),
            };
            Ok(Request {
                method,
                payload: serde_json::to_vec(&message)?,
                upload,
            })
        }
        Call::Edit {
            chat,
            message,
            text,
            keyboard,
            or_send: _,
        } => posted(
            "EditMessageText",
            &ChangedText {
                chat_id: chat.0,
                message_id: message.0,
                text,
                parse_mode: ParseMode::Html,
                link_preview_options: no_preview(),
                reply_markup: keyboard::markup(keyboard).unwrap_or_default(),
            },
        ),
        Call::Fetch { file, .. } => encoded(&GetFile::new(FileId(file))),
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
        } => menu(scope, language, commands),
        Call::BotSettings => bot_settings(),
    }
}

fn text_message(
    (chat, thread): (types::ChatId, Option<types::ThreadId>),
    text: String,
    keyboard: Keyboard,
    reply_to: Option<types::MessageId>,
) -> Result<Request, BuildError> {
    let message = TextMessage {
        chat_id: chat.0,
        message_thread_id: thread.map(|thread| thread.0),
        text,
        parse_mode: ParseMode::Html,
        link_preview_options: no_preview(),
        protect_content: keyboard::is_private(&keyboard),
        reply_parameters: reply_to.map(answer_to),
        reply_markup: keyboard::markup(keyboard),
    };
    posted("SendMessage", &message)
}

fn menu(
    scope: MenuScope,
    language: Option<Language>,
    commands: Vec<(String, String)>,
) -> Result<Request, BuildError> {
    if commands.is_empty() {
        return no_menu(scope, language);
    }
    let commands = commands
        .into_iter()
        .map(|(command, description)| BotCommand::new(command, description));
    let mut menu = SetMyCommands::new(commands).scope(menu_scope(scope));
    menu.language_code = language.map(|language| language.code().to_owned());
    encoded(&menu)
}

/// The menu of a wider scope shows again.
fn no_menu(scope: MenuScope, language: Option<Language>) -> Result<Request, BuildError> {
    let mut none = DeleteMyCommands::new().scope(menu_scope(scope));
    none.language_code = language.map(|language| language.code().to_owned());
    encoded(&none)
}

/// teloxide does not know the method, which is of November 2026. What is not named stays as it is.
fn bot_settings() -> Result<Request, BuildError> {
    let settings = serde_json::json!({
        "can_join_groups": true,
        "can_read_all_group_messages": false,
        "supports_inline_queries": false,
    });
    Ok(Request {
        method: "SetMySettings",
        payload: serde_json::to_vec(&settings)?,
        upload: None,
    })
}

/// What carries a file: the method, its photo or its document, and the bytes if they are ours.
type Carrier = (&'static str, Option<String>, Option<String>, Option<Upload>);

fn carrier(kind: FileKind, content: FileContent) -> Result<Carrier, BuildError> {
    let (file, upload) = match content {
        FileContent::Known(id) => (id, None),
        FileContent::Drawing { name, svg } => (ATTACHED.to_owned(), Some(drawn(&name, &svg)?)),
        FileContent::Table { name, table } => {
            let upload = Upload::new(&name, units_sheet::xlsx(&table)?)?;
            (ATTACHED.to_owned(), Some(upload))
        }
        FileContent::Upload(upload) => (ATTACHED.to_owned(), Some(upload)),
    };
    Ok(match kind {
        FileKind::Photo => ("SendPhoto", Some(file), None, upload),
        FileKind::Document => ("SendDocument", None, Some(file), upload),
    })
}

fn drawn(name: &str, svg: &str) -> Result<Upload, BuildError> {
    Ok(Upload::new(name, drawing::png(svg)?)?)
}

fn encoded<P: Payload + Serialize>(payload: &P) -> Result<Request, BuildError> {
    posted(P::NAME, payload)
}

fn posted(method: &'static str, payload: &impl Serialize) -> Result<Request, BuildError> {
    Ok(Request {
        method,
        payload: serde_json::to_vec(payload)?,
        upload: None,
    })
}

/// Sent even if the message it replies to was deleted meanwhile.
fn answer_to(message: types::MessageId) -> ReplyParameters {
    ReplyParameters::new(MessageId(message.0)).allow_sending_without_reply()
}

/// No preview: a picture of a cited page would fill the screen.
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
        let Request {
            method, payload, ..
        } = request(call).expect("JSON");
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
    fn a_button_has_the_colour_of_its_deed_and_what_is_private_cannot_be_passed_on() {
        let send = |keyboard: crate::outgoing::Keyboard| Call::Send {
            chat: types::ChatId(1),
            thread: None,
            text: "x".to_owned(),
            keyboard,
            reply_to: None,
        };
        let (_, coloured) = sent(&send(vec![vec![
            key("Dừng hẳn", "leave"),
            key("Đồng ý", "reagree:5:a0"),
            key("Năm câu hỏi", "quiz"),
            key("A", "a:1:0:0"),
            key("Trang", "https://a.vn/x"),
        ]]));
        let styles: Vec<_> = coloured["reply_markup"]["inline_keyboard"][0]
            .as_array()
            .expect("a row")
            .iter()
            .map(|key| key["style"].as_str())
            .collect();
        let expected = [Some("danger"), Some("success"), Some("primary"), None, None];
        assert_eq!(styles, expected);
        assert_eq!(coloured.get("protect_content"), None);
        let (_, private) = sent(&send(vec![vec![key("Đôi khi", "c:7:0:1")]]));
        assert_eq!(private["protect_content"], json!(true));
        assert_eq!(
            private["reply_markup"]["inline_keyboard"][0][0].get("style"),
            None
        );
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
    fn a_file_the_messenger_has_is_named_and_one_of_ours_goes_with_the_call() {
        let file = |kind, content, keyboard| Call::File {
            chat: types::ChatId(-1001),
            thread: Some(types::ThreadId(7)),
            kind,
            content,
            caption: "<b>Tuần này</b>".to_owned(),
            keyboard,
            reply_to: Some(types::MessageId(5)),
        };
        let known = FileContent::Known("AgAC".to_owned());
        let known = file(FileKind::Photo, known, vec![vec![key("A", "a")]]);
        let mut expected = json!({
            "chat_id": -1001,
            "message_thread_id": 7,
            "photo": "AgAC",
            "caption": "<b>Tuần này</b>",
            "parse_mode": "HTML",
            "reply_parameters": { "message_id": 5, "allow_sending_without_reply": true },
            "reply_markup": { "inline_keyboard": [[{ "text": "A", "callback_data": "a" }]] },
        });
        assert_eq!(sent(&known), ("SendPhoto", expected.clone()));
        assert_eq!(request(&known).expect("JSON").upload, None);

        let upload = Upload::new("a.csv", b"1;2".to_vec()).expect("small");
        let ours = FileContent::Upload(upload.clone());
        let ours = file(FileKind::Document, ours, vec![]);
        expected["document"] = json!(ATTACHED);
        let fields = expected.as_object_mut().expect("an object");
        fields.retain(|name, _| name != "photo" && name != "reply_markup");
        assert_eq!(sent(&ours), ("SendDocument", expected));
        assert_eq!(request(&ours).expect("JSON").upload, Some(upload));
    }

    #[test]
    fn what_is_paid_for_says_so_and_nothing_but_messages_is() {
        let message = Call::Send {
            chat: types::ChatId(1),
            thread: None,
            text: "x".to_owned(),
            keyboard: vec![],
            reply_to: None,
        };
        let fields =
            |request: Request| -> Value { serde_json::from_slice(&request.payload).expect("JSON") };
        let free = fields(request(&message).expect("JSON"));
        assert_eq!(free.get("allow_paid_broadcast"), None);
        let paid = fields(request(&message).expect("JSON").paid());
        assert_eq!(paid["allow_paid_broadcast"], json!(true));
        let delete = Call::Delete {
            chat: types::ChatId(1),
            message: types::MessageId(2),
        };
        let unpaid = request(&delete).expect("JSON").paid();
        assert_eq!(unpaid, request(&delete).expect("JSON"));
    }

    #[test]
    fn an_edit_without_buttons_removes_them() {
        let call = Call::Edit {
            chat: types::ChatId(1),
            message: types::MessageId(9),
            text: "x".to_owned(),
            keyboard: vec![],
            or_send: true,
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
    fn in_groups_the_bot_hears_commands_only() {
        let expected = json!({
            "can_join_groups": true,
            "can_read_all_group_messages": false,
            "supports_inline_queries": false,
        });
        assert_eq!(sent(&Call::BotSettings), ("SetMySettings", expected));
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
