//! Command menus, and what the bot says of itself.

use serde_json::json;
use teloxide::prelude::*;
use teloxide::types::{BotCommand, BotCommandScope, Recipient};

use super::stage::stage;

#[tokio::test]
async fn the_command_menu_depends_on_place_person_and_language() {
    let stage = stage().await;
    let binh = stage.sandbox.add_user("Bình", "en");
    let group = stage.sandbox.add_group("Nhóm", &[stage.an, binh], false);
    stage.sandbox.add_bot_to_group(stage.an, group);
    let set = |name: &str, scope: BotCommandScope| {
        let menu = [BotCommand::new(name, "làm gì đó")];
        stage.bot.set_my_commands(menu).scope(scope)
    };
    let own = BotCommandScope::Chat {
        chat_id: Recipient::Id(stage.chat()),
    };
    let private = || BotCommandScope::AllPrivateChats;
    set("common", BotCommandScope::Default).await.unwrap();
    set("private", private()).await.unwrap();
    let english = set("english", private()).language_code("en");
    english.await.unwrap();
    let admins = set("admins", BotCommandScope::AllChatAdministrators);
    admins.await.unwrap();
    set("mine", own).await.unwrap();
    let menu = |chat, user, language| stage.sandbox.commands(chat, user, language)[0].0.clone();
    assert_eq!(menu(stage.an, stage.an, "vi"), "mine");
    assert_eq!(menu(binh, binh, "vi"), "private");
    assert_eq!(menu(binh, binh, "en"), "english");
    assert_eq!(menu(group, stage.an, "vi"), "admins");
    assert_eq!(menu(group, binh, "vi"), "common");
    let gone = stage.bot.delete_my_commands().scope(private());
    gone.await.unwrap();
    assert_eq!(menu(binh, binh, "vi"), "common");
    let left = stage.bot.get_my_commands().await.unwrap();
    assert_eq!(left[0].command, "common");
}

#[tokio::test]
async fn a_command_is_small_latin_letters_digits_and_underscores() {
    let stage = stage().await;
    for name in ["Bad", "báo"] {
        let body = json!({"commands": [{"command": name, "description": "x"}]});
        assert_eq!(
            stage.refused("setMyCommands", body).await,
            "Bad Request: BOT_COMMAND_INVALID"
        );
    }
}

#[tokio::test]
async fn the_bot_names_and_describes_itself() {
    let stage = stage().await;
    let bot = &stage.bot;
    bot.set_my_name().name("Thư ký").await.unwrap();
    assert_eq!(bot.get_me().await.unwrap().first_name, "Thư ký");
    let long = bot.set_my_description().description("mô tả");
    long.await.unwrap();
    let short = bot.set_my_short_description().short_description("ngắn");
    short.await.unwrap();
    let described = bot.get_my_description().await.unwrap();
    assert_eq!(described.description, "mô tả");
}
