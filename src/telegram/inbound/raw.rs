//! Messages and taps as the messenger sends them: the few fields that are needed, whatever else is there.
//!
//! Knows names of JSON fields (<https://core.telegram.org/bots/api#message>). Must not know what follows from them.
//! teloxide reads a message with an entity, a button or a kind of content that it does not know as no message at all,
//! and whoever sent it would be left without an answer.

use serde::Deserialize;
use serde_json::Value;

#[derive(Debug, Deserialize)]
pub(super) struct RawUser {
    pub(super) id: i64,
    #[serde(default)]
    pub(super) is_bot: bool,
    pub(super) language_code: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct RawChat {
    pub(super) id: i64,
    #[serde(rename = "type")]
    pub(super) kind: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct RawMessage {
    pub(super) message_id: i32,
    pub(super) chat: RawChat,
    pub(super) from: Option<RawUser>,
    /// Somebody stands behind a group or channel.
    pub(super) sender_chat: Option<Value>,
    pub(super) text: Option<String>,
    pub(super) message_thread_id: Option<i32>,
    #[serde(default)]
    pub(super) is_topic_message: bool,
    pub(super) migrate_to_chat_id: Option<i64>,
    pub(super) migrate_from_chat_id: Option<i64>,
}

#[derive(Debug, Deserialize)]
pub(super) struct RawTap {
    pub(super) id: String,
    pub(super) from: RawUser,
    pub(super) message: Option<RawMessage>,
    pub(super) data: Option<String>,
}

/// Fields of a message that is no content of a person's: something has happened in the chat.
const SERVICE: [&str; 46] = [
    "boost_added",
    "channel_chat_created",
    "chat_background_set",
    "chat_owner_changed",
    "chat_owner_left",
    "chat_shared",
    "checklist_tasks_added",
    "checklist_tasks_done",
    "connected_website",
    "delete_chat_photo",
    "direct_message_price_changed",
    "forum_topic_closed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "gift",
    "gift_upgrade_sent",
    "giveaway_completed",
    "giveaway_created",
    "group_chat_created",
    "left_chat_member",
    "message_auto_delete_timer_changed",
    "migrate_from_chat_id",
    "migrate_to_chat_id",
    "new_chat_members",
    "new_chat_photo",
    "new_chat_title",
    "paid_message_price_changed",
    "passport_data",
    "pinned_message",
    "proximity_alert_triggered",
    "refunded_payment",
    "successful_payment",
    "suggested_post_approval_failed",
    "suggested_post_approved",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "supergroup_chat_created",
    "unique_gift",
    "users_shared",
    "video_chat_ended",
    "video_chat_started",
    "write_access_allowed",
];

/// Whether a person has said or sent something, of whatever kind, kinds of tomorrow included.
pub(super) fn is_content(message: &Value) -> bool {
    message["text"].is_string() || !SERVICE.iter().any(|field| message.get(field).is_some())
}
