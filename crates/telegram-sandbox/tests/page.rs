//! The page of phones: its JSON, its stream of events, how it presents itself.

use chrono::FixedOffset;
use serde_json::{Value, json};
use telegram_sandbox::{Act, Label, Language, Page, Step};
use teloxide::prelude::*;

use super::stage::{Stage, USERNAME, id_of, keys, stage, stage_with};

async fn seen(stage: &Stage, path: &str) -> Value {
    serde_json::from_str(&stage.get(path).await).unwrap()
}

/// Bình, whom somebody at the page has added, and who has written.
async fn binh(stage: &Stage) -> i64 {
    let person = json!({"name": "Bình", "language": "vi"});
    let (_, added) = stage.post("/sandbox/users", person).await;
    let binh = added["id"].as_i64().unwrap();
    let said = json!({"user": binh, "chat": binh, "text": "/start"});
    let (status, said) = stage.post("/sandbox/say", said).await;
    assert_eq!(status, 200, "{said}");
    binh
}

/// What the bot asks Bình, with one button.
async fn asked(stage: &Stage, binh: i64) -> i64 {
    let send = stage.bot.send_message(ChatId(binh), "?");
    id_of(&send.reply_markup(keys(&[("A", "a")])).await.unwrap())
}

#[tokio::test]
async fn people_are_added_write_and_tap() {
    let stage = stage().await;
    let binh = binh(&stage).await;
    let question = asked(&stage, binh).await;
    let tap = json!({"user": binh, "chat": binh, "message": question, "data": "a"});
    let (_, tapped) = stage.post("/sandbox/tap", tap).await;
    assert!(tapped["query"].is_string());
    let stranger = json!({"user": 1, "chat": 1, "text": "x"});
    let (status, wrong) = stage.post("/sandbox/say", stranger).await;
    assert_eq!(
        (status, wrong["error"].as_str()),
        (400, Some("there is no person 1; add them first"))
    );
}

#[tokio::test]
async fn groups_are_made_entered_and_upgraded() {
    let stage = stage().await;
    let binh = binh(&stage).await;
    let group = json!({"title": "Nhóm", "members": [binh]});
    let (_, group) = stage.post("/sandbox/groups", group).await;
    let group = group["id"].as_i64().unwrap();
    let enters = json!({"group": group, "by": binh, "member": true});
    let (status, _) = stage.post("/sandbox/bot", enters).await;
    assert_eq!(status, 200);
    let (_, moved) = stage.post("/sandbox/migrate", json!({"chat": group})).await;
    assert!(moved["chat"].as_i64().unwrap() < -1_000_000_000_000);
    let state = seen(&stage, "/sandbox/state").await;
    assert_eq!(state["users"].as_array().unwrap().len(), 2);
    assert_eq!(state["chats"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_service_note_says_what_happened_and_to_whom() {
    let stage = stage().await;
    let group = stage.sandbox.add_group("Nhóm", &[stage.an], false);
    let binh = stage.sandbox.add_user("Bình", "vi");
    stage.sandbox.add_member(group, binh);
    let list = seen(&stage, &format!("/sandbox/chats/{group}/messages")).await;
    assert_eq!(list[0]["service"], json!({"kind": "created", "names": []}));
    let joined = json!({"kind": "joined", "names": ["Bình"]});
    assert_eq!(list[1]["service"], joined);
}

#[tokio::test]
async fn faults_are_switched_on_and_a_clock_nobody_moves_cannot_be_moved() {
    let stage = stage().await;
    let fault =
        json!({"method": "getMe", "times": 1, "kind": {"TooManyRequests": {"retry_after": 3}}});
    let (_, faults) = stage.post("/sandbox/faults", fault).await;
    assert_eq!(faults[0]["kind"]["TooManyRequests"]["retry_after"], 3);
    let (status, wrong) = stage
        .post("/sandbox/clock", json!({"advance": "day"}))
        .await;
    assert_eq!((status, wrong["error"].is_string()), (400, true));
    let state = seen(&stage, "/sandbox/state").await;
    assert_eq!(
        (&state["clock"], &state["now"]),
        (&json!(false), &json!("2026-11-23T00:00:00Z"))
    );
}

#[tokio::test]
async fn messages_are_fetched_by_pages() {
    let stage = stage().await;
    let binh = binh(&stage).await;
    let question = asked(&stage, binh).await;
    let messages = format!("/sandbox/chats/{binh}/messages");
    let list = seen(&stage, &format!("{messages}?limit=1")).await;
    assert_eq!(
        list[0]["keyboard"][0][0],
        json!({"text": "A", "data": "a", "url": null, "style": null})
    );
    assert_eq!(
        list[0]["from"],
        json!({"id": 4200, "name": USERNAME, "bot": true})
    );
    let older = seen(&stage, &format!("{messages}?before={question}")).await;
    assert_eq!(older[0]["text"], "/start");
}

#[tokio::test]
async fn open_pages_hear_what_happens() {
    let stage = stage().await;
    let url = format!("{}/sandbox/events", stage.sandbox.url());
    let mut stream = stage.bot.client().get(url).send().await.unwrap();
    stage.says("nghe chưa");
    let sent = stage.sends("rồi").await.unwrap();
    let (bot, chat) = (&stage.bot, stage.chat());
    bot.edit_message_text(chat, sent.id, "rồi ạ").await.unwrap();
    bot.delete_message(chat, sent.id).await.unwrap();
    stage.sandbox.clock(true);
    let mut heard = String::new();
    while !heard.contains("event: clock") {
        let chunk = stream.chunk().await.unwrap().unwrap();
        heard.push_str(&String::from_utf8_lossy(&chunk));
    }
    let names: Vec<_> = heard
        .lines()
        .filter_map(|line| line.strip_prefix("event: "))
        .collect();
    assert_eq!(names, ["message", "message", "edit", "delete", "clock"]);
    stage.sandbox.stop().await;
}

#[tokio::test]
async fn without_a_choice_the_page_is_english_and_shows_the_readers_own_time() {
    let stage = stage().await;
    let html = stage.get("/").await;
    assert!(html.contains("<!doctype html>"));
    assert!(html.contains("<html lang=\"en\">") && html.contains("<title>Simulated phones<"));
    let state = seen(&stage, "/sandbox/state").await;
    let page = json!({"utc_offset": null, "clock_label": null, "about": null});
    assert_eq!(state["page"], page);
}

#[tokio::test]
async fn title_language_and_time_of_the_page_are_chosen() {
    let stage = stage_with(|options| {
        options.page = Page {
            title: "Thử <bot>".to_owned(),
            language: Language::Vietnamese,
            utc_offset: FixedOffset::east_opt(7 * 3600),
            clock_label: Some(label("Hà Nội time", "Giờ Hà Nội")),
            about: Some(label("A shop on trial", "Chạy thử cửa hàng")),
        };
    })
    .await;
    let html = stage.get("/").await;
    assert!(html.contains("<html lang=\"vi\">") && html.contains("<title>Thử &lt;bot&gt;<"));
    let state = seen(&stage, "/sandbox/state").await;
    assert_eq!(state["page"]["utc_offset"], 420);
    assert_eq!(state["page"]["clock_label"]["vi"], "Giờ Hà Nội");
    assert_eq!(state["page"]["about"]["en"], "A shop on trial");
}

fn label(en: &str, vi: &str) -> Label {
    Label {
        en: en.to_owned(),
        vi: vi.to_owned(),
    }
}

#[tokio::test]
async fn a_tour_is_offered_to_whoever_opens_the_page() {
    let stage = stage().await;
    let buys = Step {
        title: label("Buy", "Mua"),
        text: label("Ann buys a cup.", "Ann mua một cái cốc."),
        phone: (stage.an, stage.an),
        act: Some(Act::Say(vec!["/buy".to_owned(), "cup".to_owned()])),
        done: vec!["Thanks".to_owned()],
    };
    let waits = Step {
        act: Some(Act::Advance),
        ..buys.clone()
    };
    stage.sandbox.offer_tour(vec![buys, waits]);
    let tour = &seen(&stage, "/sandbox/state").await["tour"];
    assert_eq!(tour[0]["act"], json!({"say": ["/buy", "cup"]}));
    assert_eq!(tour[0]["phone"], json!([stage.an, stage.an]));
    assert_eq!(tour[1]["act"], json!("advance"));
}

#[tokio::test]
async fn what_the_bot_has_sent_is_counted_and_what_people_say_is_not() {
    let stage = stage().await;
    let binh = binh(&stage).await;
    let before = stage.sandbox.sent();
    asked(&stage, binh).await;
    assert_eq!(stage.sandbox.sent(), before + 1);
}

/// What a browser's page of that origin gets when it posts this to the control.
async fn posts(stage: &Stage, path: &str, headers: &[(&str, &str)]) -> u16 {
    let url = format!("{}{path}", stage.sandbox.url());
    let mut request = stage.bot.client().post(url).body("{\"advance\":\"day\"}");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn only_the_page_itself_plays_with_the_control() {
    let stage = stage().await;
    let own = stage.sandbox.url();
    let json = ("content-type", "application/json");
    // 400: it is heard, and this clock cannot be moved.
    assert_eq!(
        posts(&stage, "/sandbox/clock", &[json, ("origin", &own)]).await,
        400
    );
    assert_eq!(posts(&stage, "/sandbox/clock", &[json]).await, 400);
    for elsewhere in ["http://127.0.0.1:1", "https://evil.example", "null"] {
        let sent = [json, ("origin", elsewhere)];
        assert_eq!(
            posts(&stage, "/sandbox/clock", &sent).await,
            403,
            "{elsewhere}"
        );
    }
    let sent = [json, ("sec-fetch-site", "cross-site")];
    assert_eq!(posts(&stage, "/sandbox/clock", &sent).await, 403);
    // What a form or a script of another page may send without asking first.
    for simple in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    ] {
        let sent = [("content-type", simple)];
        assert_eq!(posts(&stage, "/sandbox/say", &sent).await, 415, "{simple}");
        assert_eq!(
            posts(&stage, "/sandbox/attach?user=1&chat=1&name=a", &sent).await,
            415
        );
    }
    assert_eq!(posts(&stage, "/sandbox/clock", &[]).await, 415);
}

#[tokio::test]
async fn nobody_reads_the_page_under_a_name_of_their_own() {
    let stage = stage().await;
    let gets = async |host: &str| {
        let url = format!("{}/sandbox/state", stage.sandbox.url());
        let request = stage.bot.client().get(url).header("host", host);
        request.send().await.unwrap().status().as_u16()
    };
    for own in [
        "127.0.0.1:8080",
        "localhost",
        "localhost:1",
        "[::1]:8080",
        "192.168.1.7",
    ] {
        assert_eq!(gets(own).await, 200, "{own}");
    }
    for foreign in [
        "evil.example",
        "evil.example:8080",
        "127.0.0.1.evil.example",
        "localhost.evil",
    ] {
        assert_eq!(gets(foreign).await, 421, "{foreign}");
    }
}

#[tokio::test]
async fn a_file_is_saved_and_never_opened_as_a_page() {
    let stage = stage().await;
    let page = teloxide::types::InputFile::memory("<script>alert(1)</script>").file_name("x.html");
    let sent = stage
        .bot
        .send_document(ChatId(stage.an), page)
        .await
        .unwrap();
    let id = sent.document().unwrap().file.id.to_string();
    let url = format!("{}/sandbox/files/{id}", stage.sandbox.url());
    let response = stage.bot.client().get(url).send().await.unwrap();
    let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("content-disposition"), "attachment");
    assert_eq!(
        header("content-security-policy"),
        "sandbox; default-src 'none'"
    );
}
