//! The HTML parse mode: what becomes of tags, and how Telegram complains of them.

use serde_json::json;
use teloxide::prelude::*;
use teloxide::types::{MessageEntityKind, ParseMode};

use super::stage::stage;

#[tokio::test]
async fn html_is_refused_in_telegrams_own_words() {
    let stage = stage().await;
    let cases = [
        ("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0"),
        ("đ<b>x", "Can't find end tag corresponding to start tag b"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        (
            "<b>x</i>",
            "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
        ),
        ("a < b", "Unsupported start tag \"\" at byte offset 2"),
        ("a <", "Unclosed start tag at byte offset 2"),
        (
            "<span>x</span>",
            "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
        ),
        (
            "<a href=x y>l</a>",
            "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0",
        ),
    ];
    for (text, reason) in cases {
        let body = json!({"chat_id": stage.an, "text": text, "parse_mode": "HTML"});
        let said = stage.refused("sendMessage", body).await;
        assert_eq!(
            said,
            format!("Bad Request: can't parse entities: {reason}"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn another_parse_mode_is_refused() {
    let stage = stage().await;
    let body = json!({"chat_id": stage.an, "text": "x", "parse_mode": "BB"});
    assert_eq!(
        stage.refused("sendMessage", body).await,
        "Bad Request: unsupported parse_mode"
    );
}

#[tokio::test]
async fn html_becomes_entities_with_utf16_offsets() {
    let stage = stage().await;
    let html = "😀<b>đậm <i>nghiêng</i></b>\n<pre><code class=\"language-rust\">fn</code></pre>\
        <blockquote expandable>dài</blockquote><tg-spoiler>kín</tg-spoiler>";
    let sent = stage.sends(html).parse_mode(ParseMode::Html).await.unwrap();
    let kinds: Vec<_> = sent
        .entities()
        .unwrap()
        .iter()
        .map(|e| (e.kind.clone(), e.offset, e.length))
        .collect();
    let rust = MessageEntityKind::Pre {
        language: Some("rust".to_owned()),
    };
    assert_eq!(
        kinds,
        [
            (MessageEntityKind::Bold, 2, 11),
            (MessageEntityKind::Italic, 6, 7),
            (rust, 14, 2),
            (MessageEntityKind::ExpandableBlockquote, 16, 3),
            (MessageEntityKind::Spoiler, 19, 3),
        ]
    );
    assert_eq!(stage.newest().html, html);
}

#[tokio::test]
async fn a_moment_keeps_its_words_and_knows_its_time() {
    let stage = stage().await;
    let body = |html: &str| json!({"chat_id": stage.an, "text": html, "parse_mode": "HTML"});
    let html = "Hạn: <tg-time unix=\"1796565600\">21:00 Chủ nhật 06/12</tg-time>";
    let (_, sent) = stage.raw("sendMessage", body(html)).await;
    let entity = &sent["result"]["entities"][0];
    assert_eq!(
        (
            &entity["type"],
            &entity["unix_time"],
            &entity["offset"],
            &entity["length"]
        ),
        (
            &json!("date_time"),
            &json!(1_796_565_600),
            &json!(5),
            &json!(20)
        )
    );
    let shown = stage.newest();
    assert_eq!(shown.text, "Hạn: 21:00 Chủ nhật 06/12");
    assert!(
        shown.html.contains("datetime=\"2026-12-06T14:00:00Z\""),
        "{}",
        shown.html
    );
    for wrong in [
        "<tg-time>x</tg-time>",
        "<tg-time unix=\"-1\">x</tg-time>",
        "<tg-time unix=\"1\" format=\"tw\">x</tg-time>",
        "<tg-time unix=\"1\" format=\"rt\">x</tg-time>",
    ] {
        assert_eq!(
            stage.refused("sendMessage", body(wrong)).await,
            "Bad Request: can't parse entities: Invalid date specified",
            "{wrong}"
        );
    }
    let right = "<tg-time unix=\"1\" format=\"wDT\">x</tg-time>";
    assert_eq!(stage.raw("sendMessage", body(right)).await.0, 200);
}
