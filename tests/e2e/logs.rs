//! One long story with everything of ours logged: the log names nobody and repeats nothing.
//!
//! A world has a book of its own: nothing else is heard in it, and what is heard is all there is.

use telegram_sandbox::{Fault, FaultKind, Say};

use testkit::world::{Actor, Group, TOKEN, USERNAME, World, names_nobody};

#[tokio::test]
async fn at_its_most_talkative_the_log_names_nobody() {
    let world = World::start().await;
    let officer = world.officer();
    let ana = world.person("Nguyễn Thị An", "vi");
    let bob = world.person("Bob Carpenter-Smith", "en");
    let group = world.group("Công đoàn Sở Nội vụ tỉnh", &[&officer, &ana, &bob], false);
    comes_in(&world, &ana, &bob).await;
    talks(&ana, &bob).await;
    reports(&world, &officer, &ana, &group).await;
    misfortunes(&world, &ana, &bob).await;
    world.passes_to("2026-12-01 12:00").await;
    let key = confides(&world, &ana).await;
    world.passes_to("2026-12-15 12:00").await;
    leaves(&world, &ana, &bob).await;

    let log = world.bot_logged();
    for heard in [
        "nhip::poller",
        "nhip::sender::in_flight",
        "handled",
        "answered",
        "WARN",
    ] {
        assert!(
            log.contains(heard),
            "nothing of {heard} in {} bytes",
            log.len()
        );
    }
    let mut personal = world.personal();
    personal.push(key);
    let secret = TOKEN.split(':').next_back().unwrap();
    let words = [
        "Nguyễn",
        "Thị An",
        "Carpenter",
        "Mai Lan",
        "Công đoàn",
        "so noi vu",
        secret,
    ];
    personal.extend(words.map(ToOwned::to_owned));
    for actor in [&officer, &ana, &bob] {
        let toasts = world.sandbox().toasts(actor.id());
        personal.extend(toasts.into_iter().map(|toast| toast.query));
    }
    assert!(
        personal.len() > 280,
        "a story with {} words to look for",
        personal.len()
    );
    names_nobody(&world.logged(), &personal);
    // People write Vietnamese; the program's own words are plain ASCII but for its punctuation.
    let foreign = world
        .logged()
        .chars()
        .find(|c| !c.is_ascii() && !"…–’“”".contains(*c));
    assert_eq!(foreign, None);
    world.ends_with(&[]).await;
}

async fn comes_in(world: &World, ana: &Actor, bob: &Actor) {
    ana.says("/start").await;
    ana.says("van phong so noi vu").await;
    ana.says("Tôi làm ở văn phòng, số điện thoại 0912345678")
        .await;
    ana.joins("SNV-VP").await;
    bob.says("/start an-old-invitation").await;
    bob.joins("SNV-CB").await;
    world.settles().await;
}

async fn talks(ana: &Actor, bob: &Actor) {
    for command in [
        "/tracnghiem",
        "/suyngam",
        "/tieuchi",
        "/cuatoi",
        "/caidat",
        "/riengtu",
    ] {
        ana.says(command).await;
        bob.says(command).await;
    }
    ana.taps("A").await;
    ana.says("b").await;
    ana.says("b").await;
    ana.taps("1. Trung thành").await;
    bob.taps("Tiếng Việt").await;
    bob.taps("17:15").await;
    bob.says("My salary is too low, please tell nobody").await;
    ana.forges("a:1:0:3; DROP TABLE members").await;
    ana.forges("read:123456").await;
}

async fn reports(world: &World, officer: &Actor, ana: &Actor, group: &Group) {
    officer.says_in(group, "/lienket phong").await;
    officer.taps_in(group, "Văn phòng Sở").await;
    officer.says_in(group, "/baocao tuần trước").await;
    officer.says_in(group, "/baocao").await;
    ana.says_in(group, "/baocao của tôi").await;
    let hidden = Say {
        chat: group.id(),
        text: "/baocao ẩn danh".to_owned(),
        anonymous: true,
        ..Say::default()
    };
    officer.says_with(hidden).await;
    world.sandbox().migrate(group.id());
    world.settles().await;
    officer.says_in(group, "/baocao").await;
}

async fn misfortunes(world: &World, ana: &Actor, bob: &Actor) {
    let kinds = [
        FaultKind::TooManyRequests { retry_after: 1 },
        FaultKind::ServerError {
            code: 500,
            html_body: true,
        },
        FaultKind::CutBefore,
        FaultKind::CutAfter,
        FaultKind::GarbledReply,
    ];
    // Everything meets them, polls too: what a library says of a broken line holds its address.
    for kind in kinds {
        world.sandbox().fault(Fault {
            method: None,
            chat: None,
            times: Some(2),
            kind,
        });
        ana.types("/cuatoi");
        bob.types("What is going on here?");
    }
    world.settles().await;
    world.sandbox().block(bob.id(), true);
    world.settles().await;
    world.sandbox().replay(50);
    world.settles().await;
    world.bot_stops().await;
    ana.presses("C");
    world.bot_starts().await;
    world.settles().await;
}

/// An honest answer, kept in a journal, opened, read and closed; and everything asked for as files. The journal's key.
async fn confides(world: &World, ana: &Actor) -> String {
    ana.says("/suyngam").await;
    ana.taps("Đã đọc và").await;
    for _ in 0..3 {
        let shown = ana.messages();
        let choices = shown
            .last()
            .into_iter()
            .flat_map(|last| last.keyboard.iter().flatten());
        let first = choices.into_iter().next().expect("a choice").text.clone();
        ana.taps(&first).await;
    }
    ana.taps("Giữ vào sổ riêng").await;
    ana.taps("Đã hiểu, lập").await;
    let messages = world.sandbox().messages(ana.id());
    let keys = messages.iter().flat_map(|message| &message.keyboard);
    let data = keys.flatten().filter_map(|key| key.data.as_deref());
    let key = data.filter_map(|data| data.strip_prefix("jo:")).next_back();
    let key = key.expect("a journal with its key").to_owned();
    ana.taps("Mở sổ").await;
    ana.taps("Đóng sổ").await;
    ana.says("/sorieng").await;
    ana.says("/nhatky").await;
    ana.says("/dulieucuatoi").await;
    key
}

async fn leaves(world: &World, ana: &Actor, bob: &Actor) {
    ana.says("/dung").await;
    ana.taps("Dừng hẳn").await;
    bob.says("/me").await;
    let commands = world.sandbox().commands(bob.id(), bob.id(), "en");
    assert!(!commands.is_empty(), "{USERNAME} has a menu");
}
