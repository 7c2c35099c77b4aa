//! The bot and the messenger over real HTTP: what a fault, a stop or a kill may cost.
//!
//! Each test is a story of people who write and must be answered. The sandbox is the messenger.

use std::time::Duration;

use nhip::bot;
use nhip::pace::Pace;
use telegram_sandbox::{Fault, FaultKind, Limits};
use testkit::parts::FAST;
use testkit::world::{Actor, Setup, USERNAME, World};

/// A Monday morning on which time passes; no bot runs yet.
async fn monday(limits: Limits, pace: Pace) -> World {
    World::with(Setup {
        moment: "2026-11-23 07:00",
        rate: 1.0,
        limits,
        pace,
        ..Setup::default()
    })
    .await
}

/// So many people, each of whom has asked for help.
fn people(world: &World, count: usize) -> Vec<Actor> {
    let people = (0..count).map(|n| world.person(&format!("Người {n}"), "vi"));
    let people: Vec<_> = people.collect();
    people.iter().for_each(|person| person.types("/help"));
    people
}

fn answers(person: &Actor) -> usize {
    let messages = person.messages();
    messages.iter().filter(|message| message.from_bot).count()
}

async fn until_answered(world: &World, people: &[Actor]) {
    let answered = async || people.iter().all(|person| answers(person) > 0);
    world.until("everybody is answered", answered).await;
}

fn misfortune(world: &World, method: &str, times: u32, kind: FaultKind) {
    world.sandbox().fault(Fault {
        method: Some(method.to_owned()),
        chat: None,
        times: Some(times),
        kind,
    });
}

/// How many messages have set out, those on their way among them.
fn set_out(world: &World) -> usize {
    let calls = world.sandbox().calls();
    let sends = calls.iter().filter(|(method, _)| method == "SendMessage");
    sends.count()
}

/// Until so many more have set out, or everybody is answered.
async fn until_more_set_out(world: &World, people: &[Actor], more: usize) {
    let wanted = set_out(world) + more;
    let answered = || people.iter().all(|person| answers(person) > 0);
    let so = async || set_out(world) >= wanted || answered();
    world.until("more messages set out", so).await;
}

#[tokio::test]
async fn whoever_writes_is_answered_and_the_bot_stops_within_a_moment() {
    let world = monday(Limits::default(), FAST).await;
    let me = bot::introduce(&world.api()).await.unwrap();
    assert_eq!(me.username, USERNAME);
    world.bot_starts().await;
    let people = people(&world, 50);
    until_answered(&world, &people).await;
    world.settles().await;
    let stopped = tokio::time::timeout(Duration::from_secs(20), world.bot_stops()).await;
    stopped.expect("no poll is waited for");
    for person in people {
        assert_eq!(answers(&person), 1);
    }
    world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn at_the_default_pace_the_messenger_hardly_ever_has_to_refuse() {
    let limits = Limits {
        enforced: true,
        ..Limits::default()
    };
    let world = monday(limits, Pace::default()).await;
    world.bot_starts().await;
    let people = people(&world, 70);
    until_answered(&world, &people).await;
    // A machine that stalls for a second bunches some on their way; without a pace forty would be refused, again and again.
    let sends = set_out(&world);
    assert!((70..80).contains(&sends), "{sends} calls for 70 people");
    for person in people {
        assert_eq!(answers(&person), 1);
    }
    world.ends().await;
}

#[tokio::test]
async fn no_misfortune_on_the_way_loses_an_answer() {
    let story = async |kind: FaultKind, copies: usize| {
        let world = monday(Limits::default(), FAST).await;
        let told = format!("{kind:?}");
        misfortune(&world, "sendMessage", 2, kind);
        world.bot_starts().await;
        let people = people(&world, 4);
        until_answered(&world, &people).await;
        world.settles().await;
        for person in people {
            let answers = answers(&person);
            assert!((1..=copies).contains(&answers), "{told}: {answers}");
        }
        world.ends().await;
    };
    tokio::join!(
        story(server_error(502, true), 1),
        story(server_error(500, false), 1),
        story(FaultKind::TooManyRequests { retry_after: 1 }, 1),
        story(FaultKind::CutBefore, 1),
        story(FaultKind::GarbledReply, 1),
        // The one that nobody can tell from a call that was not handled.
        story(FaultKind::CutAfter, 2),
    );
}

#[tokio::test]
async fn polls_that_fail_lose_nothing() {
    let story = async |kind: FaultKind| {
        let world = monday(Limits::default(), FAST).await;
        misfortune(&world, "getUpdates", 2, kind);
        let people = people(&world, 3);
        world.bot_starts().await;
        until_answered(&world, &people).await;
        world.settles().await;
        for person in people {
            assert_eq!(answers(&person), 1);
        }
        world.ends().await;
    };
    tokio::join!(
        story(server_error(502, true)),
        story(FaultKind::TooManyRequests { retry_after: 1 }),
        story(FaultKind::CutBefore),
        story(FaultKind::CutAfter),
        story(FaultKind::GarbledReply),
    );
}

fn server_error(code: u16, html_body: bool) -> FaultKind {
    FaultKind::ServerError { code, html_body }
}

#[tokio::test]
async fn stopped_in_the_middle_it_goes_on_where_it_was() {
    let world = monday(Limits::default(), FAST).await;
    world.fault("sendMessage", FaultKind::Delay(Duration::from_millis(150)));
    let people = people(&world, 300);
    for _ in 0..3 {
        world.bot_starts().await;
        until_more_set_out(&world, &people, 10).await;
        world.bot_stops().await;
    }
    world.bot_starts().await;
    until_answered(&world, &people).await;
    world.settles().await;
    for person in people {
        assert_eq!(answers(&person), 1);
    }
    world.ends().await;
}

#[tokio::test]
async fn killed_in_the_middle_everybody_is_answered_and_only_what_was_in_the_air_twice() {
    let world = monday(Limits::default(), FAST).await;
    world.fault("sendMessage", FaultKind::Delay(Duration::from_millis(20)));
    let people = people(&world, 300);
    let kills = 5;
    for _ in 0..kills {
        world.bot_starts().await;
        until_more_set_out(&world, &people, 20).await;
        world.bot_dies().await;
    }
    world.bot_starts().await;
    until_answered(&world, &people).await;
    world.settles().await;
    let copies: usize = people.iter().map(|person| answers(person) - 1).sum();
    // At most what was in the air at each kill.
    assert!(copies <= kills * 128, "{copies} copies");
    world.ends().await;
}

#[tokio::test]
async fn a_wrong_token_ends_the_bot_with_a_sentence() {
    let world = World::with(Setup {
        token: "43:other",
        ..Setup::default()
    })
    .await;
    let refused = bot::introduce(&world.api()).await.unwrap_err();
    assert!(refused.to_string().contains("@BotFather"));
    world.bot_starts().await;
    let why = world.bot_gives_up().await.to_string();
    assert!(
        why.contains("does not know this bot token") && why.contains("@BotFather"),
        "{why}"
    );
    world.ends_in_debt().await;
}
