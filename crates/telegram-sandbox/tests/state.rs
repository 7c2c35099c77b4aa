//! A world that is saved, found again, and cut off.

use std::path::Path;

use telegram_sandbox::{Options, Sandbox};
use teloxide::net::Download as _;
use teloxide::prelude::*;
use teloxide::types::{BotCommand, InputFile, ParseMode};

use super::stage::{Clock, TOKEN, bot_at, id_of, keys, offset_after, start, texts};

/// Options that differ in nothing from one start to the next.
fn saved_at(clock: &Clock, path: &Path) -> Options {
    let mut options = clock.options();
    options.state = Some(path.to_owned());
    options
}

#[tokio::test]
async fn the_world_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let (clock, path) = (Clock::new(), folder.path().join("sandbox.json"));
    let sandbox = start(saved_at(&clock, &path)).await;
    let an = sandbox.add_user("An", "vi");
    sandbox.say(an, an, "/start");
    let bot = bot_at(&sandbox, TOKEN);
    let first = bot.get_updates().await.unwrap();
    let sent = bot
        .send_message(ChatId(an), "<i>còn đây</i>")
        .parse_mode(ParseMode::Html)
        .reply_markup(keys(&[("A", "a")]))
        .await
        .unwrap();
    bot.set_my_commands([BotCommand::new("help", "giúp")])
        .await
        .unwrap();
    sandbox.say(an, an, "chưa đọc");
    let before = sandbox.messages(an);
    sandbox.stop().await;

    let sandbox = start(saved_at(&clock, &path)).await;
    let bot = bot_at(&sandbox, TOKEN);
    assert_eq!(sandbox.messages(an), before);
    assert_eq!(sandbox.users(), [(an, "An".to_owned())]);
    sandbox.add_user_with_id(an, "An", "vi");
    assert_eq!(sandbox.commands(an, an, "vi").len(), 1);
    let unread = bot.get_updates().offset(offset_after(&first));
    assert_eq!(texts(&unread.await.unwrap()), ["chưa đọc"]);
    sandbox.tap(an, an, id_of(&sent), "A").unwrap();
    let next = bot.send_message(ChatId(an), "x").await.unwrap();
    assert!(id_of(&next) > before.last().unwrap().id);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_file_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let (clock, path) = (Clock::new(), folder.path().join("sandbox.json"));
    let sandbox = start(saved_at(&clock, &path)).await;
    let an = sandbox.add_user("An", "vi");
    sandbox.say(an, an, "/start");
    let document = InputFile::memory("nội dung").file_name("a.txt");
    let bot = bot_at(&sandbox, TOKEN);
    let sent = bot.send_document(ChatId(an), document).await.unwrap();
    sandbox.stop().await;

    let sandbox = start(saved_at(&clock, &path)).await;
    let bot = bot_at(&sandbox, TOKEN);
    let id = sent.document().unwrap().file.id.clone();
    let file = bot.get_file(id).await.unwrap();
    let mut bytes = Vec::new();
    bot.download_file(&file.path, &mut bytes).await.unwrap();
    assert_eq!(bytes, "nội dung".as_bytes());
    sandbox.stop().await;
}

#[tokio::test]
async fn a_world_cut_off_before_it_was_saved_gives_no_number_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (clock, path) = (Clock::new(), folder.path().join("sandbox.json"));
    let sandbox = start(saved_at(&clock, &path)).await;
    let an = sandbox.add_user("An", "vi");
    let group = sandbox.add_group("Tổ", &[an], true);
    sandbox.add_bot_to_group(an, group);
    sandbox.stop().await;

    let mut given = Vec::new();
    for _ in 0..3 {
        let sandbox = start(saved_at(&clock, &path)).await;
        let disk = std::fs::read(&path).unwrap();
        let private = sandbox.say(an, an, "/start");
        let grouped = sandbox.say(an, group, "/start");
        let updates = bot_at(&sandbox, TOKEN).get_updates().await.unwrap();
        sandbox.stop().await;
        // As if none of that had been written down before the power went.
        std::fs::write(&path, &disk).unwrap();
        given.push([private, grouped, i64::from(updates.last().unwrap().id.0)]);
    }
    for [earlier, later] in given.array_windows() {
        let mut pairs = earlier.iter().zip(later);
        assert!(pairs.all(|(before, after)| after > before), "{given:?}");
    }
}

#[tokio::test]
async fn a_broken_state_file_is_reported_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sandbox.json");
    std::fs::write(&path, "{}").unwrap();
    let options = saved_at(&Clock::new(), &path);
    let refused = Sandbox::start("127.0.0.1:0".parse().unwrap(), options).await;
    let reason = format!("{:#}", refused.err().unwrap());
    assert!(reason.contains("is not a sandbox's state"), "{reason}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "{}");
}
