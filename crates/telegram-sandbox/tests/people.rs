//! Who can be written to: people who have started the bot, until they block it or leave.

use serde_json::json;
use teloxide::ApiError;
use teloxide::prelude::*;
use teloxide::types::{ChatMemberKind, UpdateKind};

use super::stage::{offset_after, refusal, stage, text_of};

#[tokio::test]
async fn the_bot_cannot_write_first() {
    let stage = stage().await;
    let unknown = stage.bot.send_message(ChatId(99), "x").await;
    assert_eq!(refusal(unknown), ApiError::ChatNotFound);
    let binh = stage.sandbox.add_user("Bình", "vi");
    let body = json!({"chat_id": binh, "text": "x"});
    assert_eq!(
        stage.refused("sendMessage", body).await,
        "Forbidden: bot can't initiate conversation with a user"
    );
}

#[tokio::test]
async fn a_person_blocks_the_bot_and_unblocks_it_by_starting_it() {
    let stage = stage().await;
    stage.sandbox.block(stage.an, true);
    assert_eq!(refusal(stage.sends("x").await), ApiError::BotBlocked);
    let updates = stage.updates(0).await;
    let UpdateKind::MyChatMember(left) = &updates[0].kind else {
        panic!("not my_chat_member: {updates:?}");
    };
    assert!(matches!(
        left.new_chat_member.kind,
        ChatMemberKind::Banned(_)
    ));
    // As the button in the app does.
    stage.says("/start");
    let updates = stage.updates(offset_after(&updates)).await;
    assert!(matches!(updates[0].kind, UpdateKind::MyChatMember(_)));
    assert_eq!(text_of(&updates[1]), "/start");
    stage.sends("x").await.unwrap();
}

#[tokio::test]
async fn a_deleted_account_is_told_of_when_it_is_written_to() {
    let stage = stage().await;
    stage.sandbox.deactivate(stage.an);
    assert_eq!(refusal(stage.sends("x").await), ApiError::UserDeactivated);
}
