//! Broadcasts over real HTTP: kills, storms and refusals cost nobody a message and give nobody two.

use std::time::Duration;

use nhip::pace::Pace;
use telegram_sandbox::{FaultKind, Limits};
use testkit::parts::FAST;
use testkit::world::OFFICER;
use testkit::world::crowd::{Crowd, FIRST, Verdict};

async fn until_done(crowd: &Crowd) {
    let done = async || crowd.is_done().await;
    crowd.world.until("the broadcast is done", done).await;
}

/// Until so many more messages are on their way to members, or all have gone.
async fn goes_on(crowd: &Crowd, messages: usize) {
    let wanted = crowd.calls_to_members() + messages;
    let gone_on = async || crowd.calls_to_members() >= wanted || crowd.is_done().await;
    crowd.world.until("the broadcast goes on", gone_on).await;
}

#[tokio::test]
async fn everybody_gets_one_and_the_officer_a_summary() {
    let crowd = Crowd::gather(300, Limits::default(), FAST).await.unwrap();
    crowd.world.bot_starts().await;
    crowd.broadcasts().await;
    until_done(&crowd).await;
    crowd.world.settles().await;
    crowd.world.bot_stops().await;
    let all = Verdict {
        sent: 300,
        ..Verdict::default()
    };
    assert_eq!(crowd.verdict().await.unwrap(), all);
    let summary = crowd.world.sandbox().recent(OFFICER, 1).pop().unwrap();
    assert!(summary.text.contains("Đã gửi: 300/300"), "{}", summary.text);
    crowd.world.ends_without_bot(&[]).await;
}

#[tokio::test]
async fn killed_again_and_again_nobody_is_lost_and_nobody_gets_two() {
    let crowd = Crowd::gather(600, Limits::default(), FAST).await.unwrap();
    crowd.misfortune(None, FaultKind::Delay(Duration::from_millis(15)));
    crowd.world.bot_starts().await;
    crowd.broadcasts().await;
    goes_on(&crowd, 20).await;
    crowd.world.bot_dies().await;
    let mut in_flight = crowd.in_flight().await;
    for kill in 0..8 {
        crowd.world.bot_starts().await;
        goes_on(&crowd, 1 + 10 * kill).await;
        crowd.world.bot_dies().await;
        in_flight += crowd.in_flight().await;
    }
    crowd.world.bot_starts().await;
    until_done(&crowd).await;
    crowd.world.bot_stops().await;
    let verdict = crowd.verdict().await.unwrap();
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
    let crowd = Crowd::gather(200, Limits::default(), FAST).await.unwrap();
    crowd.world.bot_starts().await;
    let error = |code, html_body| FaultKind::ServerError { code, html_body };
    let storm = [
        FaultKind::TooManyRequests { retry_after: 1 },
        error(500, false),
        error(502, true),
        FaultKind::CutBefore,
        FaultKind::CutAfter,
        FaultKind::GarbledReply,
    ];
    crowd.broadcasts().await;
    let mut doubts = 0;
    for (round, kind) in storm.into_iter().enumerate() {
        let leaves_doubt = matches!(
            kind,
            FaultKind::CutBefore | FaultKind::CutAfter | FaultKind::ServerError { code: 502, .. }
        );
        doubts += usize::from(leaves_doubt) * 2;
        crowd.misfortune(Some(2), kind);
        goes_on(&crowd, 25).await;
        if round == 3 {
            crowd.world.sandbox().block(FIRST + 150, true);
        }
    }
    until_done(&crowd).await;
    crowd.world.bot_stops().await;
    let verdict = crowd.verdict().await.unwrap();
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
    let crowd = Crowd::gather(120, limits, Pace::default()).await.unwrap();
    crowd.world.bot_starts().await;
    crowd.broadcasts().await;
    until_done(&crowd).await;
    crowd.world.bot_stops().await;
    assert_eq!(crowd.verdict().await.unwrap().sent, 120);
    assert_eq!(crowd.calls_to_members(), 120, "no call had to be repeated");
}
