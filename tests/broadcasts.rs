//! Broadcasts over real HTTP, against the emulated Telegram: kills, storms and refusals cost nobody
//! a message and give nobody two.

#[path = "broadcasts/stage.rs"]
mod stage;

use std::time::{Duration, Instant};

use nhip::pace::Pace;
use stage::{FAST, FIRST, OFFICER, Stage, Verdict};
use telegram_sandbox::{Fault, FaultKind, Limits};
use tokio::time::sleep;

const PATIENCE: Duration = Duration::from_secs(60);

async fn until_done(stage: &mut Stage) {
    let started = Instant::now();
    while !stage.is_done().await.unwrap() {
        assert!(started.elapsed() < PATIENCE, "not done");
        sleep(Duration::from_millis(20)).await;
    }
}

fn misfortune(stage: &Stage, times: Option<u32>, kind: FaultKind) {
    stage.sandbox.fault(Fault {
        method: Some("sendMessage".to_owned()),
        chat: None,
        times,
        kind,
    });
}

#[tokio::test]
async fn everybody_gets_one_and_the_officer_a_summary() {
    let mut stage = Stage::new(300, Limits::default()).await.unwrap();
    let bot = stage.bot(FAST).await.unwrap();
    stage.broadcasts().await.unwrap();
    until_done(&mut stage).await;
    sleep(Duration::from_millis(300)).await;
    bot.stop().await.unwrap();
    let all = Verdict {
        sent: 300,
        ..Verdict::default()
    };
    assert_eq!(stage.verdict().await.unwrap(), all);
    let summary = stage.sandbox.recent(OFFICER, 1).pop().unwrap();
    assert!(summary.text.contains("Đã gửi: 300/300"), "{}", summary.text);
}

#[tokio::test]
async fn killed_again_and_again_nobody_is_lost_and_nobody_gets_two() {
    let mut stage = Stage::new(600, Limits::default()).await.unwrap();
    misfortune(&stage, None, FaultKind::Delay(Duration::from_millis(15)));
    let bot = stage.bot(FAST).await.unwrap();
    stage.broadcasts().await.unwrap();
    sleep(Duration::from_millis(60)).await;
    bot.kill().await;
    let mut in_flight = stage.in_flight().await.unwrap();
    for kill in 0..8 {
        let bot = stage.bot(FAST).await.unwrap();
        sleep(Duration::from_millis(30 + 17 * kill)).await;
        bot.kill().await;
        in_flight += stage.in_flight().await.unwrap();
    }
    let bot = stage.bot(FAST).await.unwrap();
    until_done(&mut stage).await;
    bot.stop().await.unwrap();
    let verdict = stage.verdict().await.unwrap();
    assert_eq!(
        (verdict.lost, verdict.twice, verdict.wrong),
        (0, 0, 0),
        "{verdict:?}"
    );
    assert!(
        verdict.unknown <= usize::try_from(in_flight).unwrap(),
        "{in_flight} were on their way: {verdict:?}"
    );
    assert_eq!(verdict.sent + verdict.unknown, 600);
}

#[tokio::test]
async fn in_a_storm_nobody_is_lost_and_nobody_gets_two() {
    let mut stage = Stage::new(200, Limits::default()).await.unwrap();
    let bot = stage.bot(FAST).await.unwrap();
    stage.broadcasts().await.unwrap();
    let error = |code, html_body| FaultKind::ServerError { code, html_body };
    let storm = [
        FaultKind::TooManyRequests { retry_after: 1 },
        error(500, false),
        error(502, true),
        FaultKind::CutBefore,
        FaultKind::CutAfter,
        FaultKind::GarbledReply,
    ];
    let mut doubts = 0;
    for (round, kind) in storm.into_iter().enumerate() {
        let leaves_doubt = matches!(
            kind,
            FaultKind::CutBefore | FaultKind::CutAfter | FaultKind::ServerError { code: 502, .. }
        );
        doubts += usize::from(leaves_doubt) * 2;
        misfortune(&stage, Some(2), kind);
        sleep(Duration::from_millis(100)).await;
        if round == 3 {
            stage.sandbox.block(FIRST + 150, true);
        }
    }
    until_done(&mut stage).await;
    bot.stop().await.unwrap();
    let verdict = stage.verdict().await.unwrap();
    assert_eq!(
        (verdict.lost, verdict.twice, verdict.wrong),
        (0, 0, 0),
        "{verdict:?}"
    );
    assert!(verdict.unknown <= doubts, "{verdict:?}");
    assert!(verdict.sent >= 200 - doubts - 1, "{verdict:?}");
}

#[tokio::test]
async fn at_the_messengers_own_pace_it_never_has_to_refuse() {
    let limits = Limits {
        enforced: true,
        ..Limits::default()
    };
    let mut stage = Stage::new(120, limits).await.unwrap();
    let bot = stage.bot(Pace::default()).await.unwrap();
    stage.broadcasts().await.unwrap();
    until_done(&mut stage).await;
    bot.stop().await.unwrap();
    let verdict = stage.verdict().await.unwrap();
    assert_eq!(verdict.sent, 120);
    let calls = stage.sandbox.calls();
    let to_members = calls
        .iter()
        .filter(|(method, chat)| method == "SendMessage" && chat.is_some_and(|chat| chat >= FIRST));
    assert_eq!(to_members.count(), 120, "no call had to be repeated");
}
