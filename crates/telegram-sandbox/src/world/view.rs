//! The objects of the Bot API (`User`, `Chat`, `Message`, `CallbackQuery`, …) as the world shows them.
//!
//! Knows: field names of the Bot API. Must not know: requests, or which update carries an object.

use serde::Serialize;
use serde_json::{Value, json};

use super::message::{Body, Keyboard, Sender, Service, Stored};
use super::{ANONYMOUS_ID, Chat, ChatKind, World};
use crate::entities::Entity;

#[derive(Serialize)]
pub(crate) struct UserView<'a> {
    id: i64,
    is_bot: bool,
    first_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<&'a str>,
}

#[derive(Serialize)]
pub(crate) struct ChatView<'a> {
    id: i64,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    is_forum: bool,
}

#[derive(Serialize)]
struct MarkupView<'a> {
    inline_keyboard: &'a Keyboard,
}

#[derive(Serialize)]
struct PhotoView<'a> {
    file_id: &'a str,
    file_unique_id: &'a str,
    file_size: u64,
    width: u32,
    height: u32,
}

#[derive(Serialize)]
struct DocumentView<'a> {
    file_id: &'a str,
    file_unique_id: &'a str,
    file_size: u64,
    file_name: &'a str,
    mime_type: &'a str,
}

#[derive(Serialize)]
struct OriginView<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    date: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_user: Option<UserView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_chat: Option<ChatView<'a>>,
}

#[derive(Serialize)]
struct TopicView<'a> {
    name: &'a str,
    icon_color: u32,
}

#[derive(Serialize, Default)]
pub(crate) struct MessageView<'a> {
    message_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    message_thread_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<UserView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_chat: Option<ChatView<'a>>,
    date: i64,
    chat: Option<ChatView<'a>>,
    #[serde(skip_serializing_if = "is_false")]
    is_topic_message: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    forward_origin: Option<OriginView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to_message: Option<Box<MessageView<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit_date: Option<i64>,
    #[serde(skip_serializing_if = "is_false")]
    has_protected_content: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "is_empty")]
    entities: &'a [Entity],
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'a str>,
    #[serde(skip_serializing_if = "is_empty")]
    caption_entities: &'a [Entity],
    #[serde(skip_serializing_if = "Option::is_none")]
    photo: Option<[PhotoView<'a>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<DocumentView<'a>>,
    #[serde(skip_serializing_if = "is_false")]
    group_chat_created: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    new_chat_members: Option<Vec<UserView<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_chat_member: Option<UserView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    migrate_to_chat_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    migrate_from_chat_id: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    forum_topic_created: Option<TopicView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pinned_message: Option<Box<MessageView<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<MarkupView<'a>>,
}

fn is_false(value: &bool) -> bool {
    !*value
}

fn is_empty(entities: &[Entity]) -> bool {
    entities.is_empty()
}

impl World {
    pub(crate) fn bot_view(&self) -> UserView<'_> {
        UserView {
            id: self.bot.id,
            is_bot: true,
            first_name: self.bot_name(),
            username: Some(&self.bot.username),
            language_code: None,
        }
    }

    /// A person, the bot, or the account that stands for an anonymous administrator.
    pub(crate) fn user_view(&self, id: i64) -> UserView<'_> {
        if id == self.bot.id {
            return self.bot_view();
        }
        if id == ANONYMOUS_ID {
            return UserView {
                id,
                is_bot: true,
                first_name: "Group",
                username: Some("GroupAnonymousBot"),
                language_code: None,
            };
        }
        let person = self.people.get(&id);
        UserView {
            id,
            is_bot: false,
            first_name: person.map_or("?", |p| &p.name),
            username: None,
            language_code: person
                .map(|p| p.language.as_str())
                .filter(|language| !language.is_empty()),
        }
    }

    pub(crate) fn sender_id(&self, sender: Sender) -> i64 {
        match sender {
            Sender::Bot => self.bot.id,
            Sender::User(id) => id,
            Sender::Group => ANONYMOUS_ID,
        }
    }

    /// The name over a message: a person's, the bot's, or the group's for its anonymous voices.
    pub(crate) fn sender_name(&self, chat: i64, sender: Sender) -> &str {
        match sender {
            Sender::Bot => self.bot_name(),
            Sender::Group => self.chats.get(&chat).map_or("", |place| &place.title),
            Sender::User(id) if id == self.bot.id => self.bot_name(),
            Sender::User(ANONYMOUS_ID) => "",
            Sender::User(id) => self.people.get(&id).map_or("", |person| &person.name),
        }
    }

    pub(crate) fn chat_view<'a>(&'a self, chat: &'a Chat) -> ChatView<'a> {
        let private = chat.kind == ChatKind::Private;
        ChatView {
            id: chat.id,
            kind: chat.kind.name(),
            title: (!private).then_some(chat.title.as_str()),
            first_name: private.then(|| self.people.get(&chat.id).map_or("?", |p| p.name.as_str())),
            is_forum: chat.forum,
        }
    }

    pub(crate) fn message_view<'a>(
        &'a self,
        chat: &'a Chat,
        message: &'a Stored,
    ) -> MessageView<'a> {
        self.view(chat, message, true)
    }

    /// `deep` tells whether a replied-to message is shown too: Telegram nests only one level.
    fn view<'a>(&'a self, chat: &'a Chat, message: &'a Stored, deep: bool) -> MessageView<'a> {
        let mut view = MessageView {
            message_id: message.id,
            message_thread_id: message.thread,
            from: Some(self.user_view(self.sender_id(message.from))),
            sender_chat: (message.from == Sender::Group).then(|| self.chat_view(chat)),
            date: message.date,
            chat: Some(self.chat_view(chat)),
            is_topic_message: message.thread.is_some(),
            forward_origin: message.origin.as_ref().map(|origin| OriginView {
                kind: if origin.sender == Sender::Group {
                    "chat"
                } else {
                    "user"
                },
                date: origin.date,
                sender_user: (origin.sender != Sender::Group)
                    .then(|| self.user_view(self.sender_id(origin.sender))),
                sender_chat: (origin.sender == Sender::Group)
                    .then(|| self.chats.get(&origin.chat).map(|c| self.chat_view(c)))
                    .flatten(),
            }),
            edit_date: message.edited,
            has_protected_content: message.protected,
            reply_markup: (!message.keyboard.is_empty()).then_some(MarkupView {
                inline_keyboard: &message.keyboard,
            }),
            ..MessageView::default()
        };
        if deep {
            // In a topic, Telegram presents a plain message as a reply to the topic's opening.
            view.reply_to_message = message
                .reply_to
                .or(message.thread)
                .and_then(|id| chat.messages.get(&id))
                .map(|replied| Box::new(self.view(chat, replied, false)));
        }
        self.fill_body(&mut view, chat, message, deep);
        view
    }

    fn fill_body<'a>(
        &'a self,
        view: &mut MessageView<'a>,
        chat: &'a Chat,
        message: &'a Stored,
        deep: bool,
    ) {
        match &message.body {
            Body::Text => {
                view.text = Some(&message.text);
                view.entities = &message.entities;
            }
            Body::Photo(file) => {
                self.fill_caption(view, message);
                view.photo = self.files.get(file).map(|info| {
                    [PhotoView {
                        file_id: &info.id,
                        file_unique_id: &info.unique_id,
                        file_size: info.size,
                        width: info.width,
                        height: info.height,
                    }]
                });
            }
            Body::Document(file) => {
                self.fill_caption(view, message);
                view.document = self.files.get(file).map(|info| DocumentView {
                    file_id: &info.id,
                    file_unique_id: &info.unique_id,
                    file_size: info.size,
                    file_name: &info.name,
                    mime_type: &info.mime,
                });
            }
            Body::Service(service) => self.fill_service(view, chat, service, deep),
        }
    }

    fn fill_caption<'a>(&'a self, view: &mut MessageView<'a>, message: &'a Stored) {
        view.caption = (!message.text.is_empty()).then_some(&message.text);
        view.caption_entities = &message.entities;
    }

    fn fill_service<'a>(
        &'a self,
        view: &mut MessageView<'a>,
        chat: &'a Chat,
        service: &'a Service,
        deep: bool,
    ) {
        match service {
            Service::Created => view.group_chat_created = true,
            Service::Joined(ids) => {
                view.new_chat_members = Some(ids.iter().map(|id| self.user_view(*id)).collect());
            }
            Service::Left(id) => view.left_chat_member = Some(self.user_view(*id)),
            Service::MigratedTo(id) => view.migrate_to_chat_id = Some(*id),
            Service::MigratedFrom(id) => view.migrate_from_chat_id = Some(*id),
            Service::TopicCreated(name) => {
                view.forum_topic_created = Some(TopicView {
                    name,
                    icon_color: 7_322_096,
                });
            }
            Service::Pinned(id) => {
                view.pinned_message = chat
                    .messages
                    .get(id)
                    .filter(|_| deep)
                    .map(|pinned| Box::new(self.view(chat, pinned, false)));
            }
        }
    }

    /// A member of a group with the rights of their status.
    pub(crate) fn member_view(&self, user: i64, status: &str) -> Value {
        let user = json!(self.user_view(user));
        match status {
            "creator" => json!({"user": user, "status": status, "is_anonymous": false}),
            "kicked" => json!({"user": user, "status": status, "until_date": 0}),
            "administrator" => json!({
                "user": user, "status": status, "can_be_edited": false, "is_anonymous": false,
                "can_manage_chat": true, "can_change_info": true, "can_delete_messages": true,
                "can_manage_video_chats": true, "can_invite_users": true,
                "can_restrict_members": true, "can_promote_members": false,
                "can_pin_messages": true, "can_manage_topics": false,
                "can_post_stories": false, "can_edit_stories": false, "can_delete_stories": false,
            }),
            _ => json!({"user": user, "status": status}),
        }
    }
}

impl ChatKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            ChatKind::Private => "private",
            ChatKind::Group => "group",
            ChatKind::Supergroup => "supergroup",
        }
    }
}
