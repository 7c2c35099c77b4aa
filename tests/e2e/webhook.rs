//! Updates that are delivered: who is listened to, when 200 is said, what a stop and a way back to polling cost.

use std::time::Duration;

use serde_json::{Value, json};
use telegram_sandbox::FaultKind;
use testkit::world::{Mode, Setup, TOKEN, World};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

async fn delivered_to() -> World {
    let world = World::with(Setup {
        mode: Mode::Webhook,
        ..Setup::default()
    })
    .await;
    world.bot_starts().await;
    world.settles().await;
    world
}

fn client() -> reqwest::Client {
    reqwest::Client::builder().no_proxy().build().unwrap()
}

/// A delivery as the messenger makes it.
fn delivery(world: &World) -> reqwest::RequestBuilder {
    client()
        .post(world.hook_url())
        .header("content-type", "application/json")
        .header(
            "x-telegram-bot-api-secret-token",
            world.api().webhook_secret(),
        )
}

async fn status(request: reqwest::RequestBuilder) -> u16 {
    request.send().await.unwrap().status().as_u16()
}

/// Tells the messenger something by hand, as another program would.
async fn tells(world: &World, method: &str, payload: &Value) -> Value {
    let url = format!("{}/bot{TOKEN}/{method}", world.sandbox().url());
    let request = client()
        .post(url)
        .header("content-type", "application/json")
        .body(payload.to_string());
    let answer = request.send().await.unwrap().text().await.unwrap();
    let mut answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["ok"], true, "{answer}");
    answer["result"].take()
}

#[tokio::test]
async fn nothing_is_read_of_whoever_does_not_know_the_secret() {
    let world = delivered_to().await;
    for secret in ["", "wrong", &"0".repeat(64)] {
        // A body is announced and never sent: whoever waited for it would not answer.
        let address = world.hook_url();
        let address = address.trim_start_matches("http://").split('/').next();
        let mut line = tokio::net::TcpStream::connect(address.unwrap())
            .await
            .unwrap();
        let request = format!(
            "POST /nhip HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\nx-telegram-bot-api-secret-token: {secret}\r\n\r\n"
        );
        line.write_all(request.as_bytes()).await.unwrap();
        let mut answer = [0; 12];
        line.read_exact(&mut answer).await.unwrap();
        assert_eq!(&answer, b"HTTP/1.1 401");
    }
    let unknown = client()
        .post(world.hook_url())
        .header("content-type", "application/json")
        .body(r#"{"update_id":1}"#);
    assert_eq!(status(unknown).await, 401);
    world.ends().await;
}

#[tokio::test]
async fn what_is_no_delivery_is_told_so_and_nothing_else_is_at_that_address() {
    let world = delivered_to().await;
    let with = |body: String| delivery(&world).body(body);
    assert_eq!(status(with("x".repeat(1024 * 1024 + 1))).await, 413);
    let other_kind = with("{}".to_owned()).header("content-type", "text/plain");
    let replaced = other_kind.build().unwrap();
    assert_eq!(replaced.headers().get_all("content-type").iter().count(), 2);
    let plain = client()
        .post(world.hook_url())
        .header("content-type", "text/plain")
        .header(
            "x-telegram-bot-api-secret-token",
            world.api().webhook_secret(),
        );
    assert_eq!(status(plain.body("{}")).await, 415);
    for body in ["", "{", "[]", r#"{"message":{}}"#] {
        assert_eq!(status(with(body.to_owned())).await, 400, "{body}");
    }
    assert_eq!(status(client().get(world.hook_url())).await, 405);
    for path in ["/", "/metrics", "/health/live", "/health/ready", "/nhip/x"] {
        let url = world.hook_url().replace("/nhip", path);
        assert_eq!(status(client().get(url)).await, 404, "{path}");
    }
    world.ends().await;
}

#[tokio::test]
async fn two_hundred_means_that_the_disk_has_it_and_again_changes_nothing() {
    let world = delivered_to().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.says("/tieuchi").await;
    let before = ana.messages().len();
    let chat = json!({ "id": ana.id(), "type": "private", "first_name": "An" });
    let update = json!({
        "update_id": 424_242,
        "message": {
            "message_id": 99, "date": 1_795_500_000, "chat": chat, "text": "/riengtu",
            "from": { "id": ana.id(), "is_bot": false, "first_name": "An", "language_code": "vi" },
        },
    });
    for _ in 0..2 {
        let delivery = delivery(&world).body(update.to_string());
        assert_eq!(status(delivery).await, 200);
        let rows = "SELECT count(*) FROM updates WHERE update_id = 424242";
        assert_eq!(world.database().number(rows).await, 1);
    }
    world.settles().await;
    assert_eq!(ana.messages().len(), before + 1, "answered once");
    // Nothing that the core can make of it, and of no kind that it knows: no reason to deliver it for a day.
    for strange in [
        json!({ "update_id": 424_243, "message": { "text": 5 } }),
        json!({ "update_id": 424_244, "poll": {} }),
    ] {
        let delivery = delivery(&world).body(strange.to_string());
        assert_eq!(status(delivery).await, 200);
    }
    world.ends().await;
}

#[tokio::test]
async fn what_was_accepted_when_a_stop_came_is_written_and_answered() {
    let world = delivered_to().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    let lock = world.database().lock().await;
    ana.types("/tieuchi");
    let accepted = async || !world.sandbox().delivered_unconfirmed().is_empty();
    world.until("it is delivered", accepted).await;
    // Until the writer waits for the lock.
    tokio::time::sleep(Duration::from_millis(100)).await;
    let release = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        lock.release().await;
    };
    tokio::join!(world.bot_stops(), release);
    let heard = async || world.sandbox().pending() == 0;
    world.until("the messenger has its 200", heard).await;
    let rows = "SELECT count(*) FROM updates";
    assert_eq!(world.database().number(rows).await, 1);
    world.bot_starts().await;
    world.settles().await;
    assert_eq!(ana.messages().len(), 2, "the next one answers");
    world.ends().await;
}

#[tokio::test]
async fn what_came_while_nobody_listened_is_delivered_to_the_next() {
    let world = delivered_to().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    world.bot_dies().await;
    ana.types("/tieuchi");
    ana.types("/riengtu");
    let refused = async || {
        let info = tells(&world, "getWebhookInfo", &json!({})).await;
        info["last_error_message"] == "Connection refused"
    };
    world.until("a delivery fails", refused).await;
    world.bot_starts().await;
    world.settles().await;
    assert_eq!(ana.messages().len(), 4);
    world.ends().await;
}

#[tokio::test]
async fn an_answer_survives_every_kind_of_bad_line_to_the_bot() {
    let world = delivered_to().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    for (count, kind) in [
        FaultKind::CutBefore,
        FaultKind::CutAfter,
        FaultKind::TooManyRequests { retry_after: 2 },
        FaultKind::ServerError {
            code: 502,
            html_body: true,
        },
    ]
    .into_iter()
    .enumerate()
    {
        world.sandbox().fault(telegram_sandbox::Fault {
            method: Some("webhook".to_owned()),
            chat: None,
            times: Some(2),
            kind,
        });
        ana.says("/tieuchi").await;
        assert_eq!(ana.messages().len(), 2 * (count + 1), "answered once each");
    }
    world.ends().await;
}

#[tokio::test]
async fn who_polls_removes_a_webhook_that_was_left_and_gets_what_waited() {
    let world = World::without_bot("2026-11-23 07:30").await;
    let left = json!({ "url": "http://127.0.0.1:1/left" });
    tells(&world, "setWebhook", &left).await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.types("/tieuchi");
    world.bot_starts().await;
    world.settles().await;
    assert_eq!(ana.messages().len(), 2);
    let info = tells(&world, "getWebhookInfo", &json!({})).await;
    assert_eq!(info["url"], "");
    assert!(world.logged().contains("a webhook was set for this bot"));
    world.ends().await;
}

#[tokio::test]
async fn what_the_bot_hears_in_groups_does_not_hang_on_a_hand_at_botfather() {
    let world = World::without_bot("2026-11-23 07:30").await;
    let forgotten = json!({ "can_read_all_group_messages": true, "supports_inline_queries": true });
    tells(&world, "setMySettings", &forgotten).await;
    let me = tells(&world, "getMe", &json!({})).await;
    assert_eq!(me["can_read_all_group_messages"], true);
    world.bot_starts().await;
    world.settles().await;
    let me = tells(&world, "getMe", &json!({})).await;
    assert_eq!(me["can_read_all_group_messages"], false);
    assert_eq!(me["supports_inline_queries"], false);
    assert_eq!(me["can_join_groups"], true);
    world.ends().await;
}

#[tokio::test]
async fn a_server_that_does_not_know_those_settings_is_no_fault() {
    let world = World::without_bot("2026-11-23 07:30").await;
    let unknown = FaultKind::ServerError {
        code: 404,
        html_body: false,
    };
    world.fault("setMySettings", unknown);
    world.bot_starts().await;
    world.settles().await;
    let asked = world.sandbox().calls();
    let asked = asked.iter().filter(|call| call.0 == "SetMySettings");
    assert_eq!(asked.count(), 1, "and it is not tried again");
    let log = world.bot_logged();
    let sender = log.lines().filter(|line| line.contains("nhip::sender"));
    let told: Vec<&str> = sender.filter(|line| !line.contains("DEBUG")).collect();
    assert_eq!(told, [""; 0]);
    world.ends().await;
}
