//! Pictures and documents: uploaded, reused, downloaded, refused.

use serde_json::json;
use telegram_sandbox::{Attached, Say};
use teloxide::ApiError;
use teloxide::net::Download as _;
use teloxide::payloads::SendPhoto;
use teloxide::prelude::*;
use teloxide::requests::MultipartRequest;
use teloxide::types::{FileId, InputFile, ParseMode};

use super::stage::{Stage, keys, message_in, refusal, stage, words};

/// The smallest PNG header that tells its size; the sandbox reads no further.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 6, 0, 0, 0]);
    bytes
}

fn photo(stage: &Stage, bytes: Vec<u8>) -> MultipartRequest<SendPhoto> {
    let file = InputFile::memory(bytes).file_name("báo cáo.png");
    stage.bot.send_photo(stage.chat(), file)
}

#[tokio::test]
async fn a_picture_is_sent_with_a_caption_and_sent_again_by_its_id() {
    let stage = stage().await;
    let sent = photo(&stage, png(640, 400))
        .caption("<b>Tuần 1</b>")
        .parse_mode(ParseMode::Html)
        .reply_markup(keys(&[("Tải", "get")]))
        .await
        .unwrap();
    let size = &sent.photo().unwrap()[0];
    assert_eq!(
        (size.width, size.height, sent.caption()),
        (640, 400, Some("Tuần 1"))
    );
    let known = InputFile::file_id(size.file.id.clone());
    let again = stage.bot.send_photo(stage.chat(), known).await.unwrap();
    assert_eq!(
        again.photo().unwrap()[0].file.unique_id,
        size.file.unique_id
    );
}

#[tokio::test]
async fn a_document_is_sent_and_downloaded() {
    let stage = stage().await;
    let table = InputFile::memory("a,b\n1,2\n").file_name("bảng.csv");
    let sent = stage.bot.send_document(stage.chat(), table).await.unwrap();
    let document = sent.document().unwrap();
    assert_eq!(document.file_name.as_deref(), Some("bảng.csv"));
    assert_eq!(
        document.mime_type.as_ref().unwrap().essence_str(),
        "text/csv"
    );
    let file = stage.bot.get_file(document.file.id.clone()).await.unwrap();
    let mut bytes = Vec::new();
    let download = stage.bot.download_file(&file.path, &mut bytes);
    download.await.unwrap();
    assert_eq!(bytes, b"a,b\n1,2\n");
    assert_eq!(stage.newest().document.as_deref(), Some("bảng.csv"));
    let wrong = stage.bot.get_file(FileId("nothing".to_owned())).await;
    assert!(words(wrong).contains("wrong file_id or the file is temporarily unavailable"));
}

#[tokio::test]
async fn a_person_sends_a_picture_and_the_bot_gets_it() {
    let stage = stage().await;
    stage.sandbox.say_with(Say {
        user: stage.an,
        chat: stage.an,
        text: "biên lai".to_owned(),
        file: Some(Attached {
            name: "ảnh.png".to_owned(),
            bytes: png(30, 20).into(),
            photo: true,
        }),
        ..Say::default()
    });
    let updates = stage.updates(0).await;
    let message = message_in(&updates[0]);
    assert_eq!(message.caption(), Some("biên lai"));
    let size = &message.photo().unwrap()[0];
    assert_eq!((size.width, size.height), (30, 20));
    let file = stage.bot.get_file(size.file.id.clone()).await.unwrap();
    let mut bytes = Vec::new();
    let download = stage.bot.download_file(&file.path, &mut bytes);
    download.await.unwrap();
    assert_eq!(bytes, png(30, 20));
}

#[tokio::test]
async fn a_person_at_the_page_sends_a_document() {
    let stage = stage().await;
    let name = "b%E1%BA%A3ng.csv";
    let an = stage.an;
    let path = format!("/sandbox/attach?user={an}&chat={an}&name={name}&text=xem");
    let (status, sent) = stage.post(&path, json!([1, 2])).await;
    assert_eq!((status, sent["id"].is_i64()), (200, true));
    let updates = stage.updates(0).await;
    let message = message_in(&updates[0]);
    assert_eq!(message.caption(), Some("xem"));
    let document = message.document().unwrap();
    assert_eq!(document.file_name.as_deref(), Some("bảng.csv"));
}

#[tokio::test]
async fn bad_pictures_are_refused() {
    let stage = stage().await;
    let text = photo(&stage, b"not a picture".to_vec()).await;
    assert_eq!(refusal(text), ApiError::ImageProcessFailed);
    let huge = photo(&stage, png(9_000, 2_000)).await;
    assert!(words(huge).contains("PHOTO_INVALID_DIMENSIONS"));
    let none = stage.refused("sendPhoto", json!({"chat_id": stage.an}));
    assert_eq!(none.await, "Bad Request: there is no photo in the request");
}

#[tokio::test]
async fn a_caption_is_edited_as_a_caption() {
    let stage = stage().await;
    let sent = photo(&stage, png(10, 10)).await.unwrap();
    let edit = || stage.bot.edit_message_caption(stage.chat(), sent.id);
    let long = edit().caption("x".repeat(1025)).await;
    assert!(words(long).contains("message caption is too long"));
    let edited = edit().caption("mới").await.unwrap();
    assert_eq!(edited.caption(), Some("mới"));
    let body = json!({"chat_id": stage.an, "message_id": sent.id.0, "text": "x"});
    assert_eq!(
        stage.refused("editMessageText", body).await,
        "Bad Request: there is no text in the message to edit"
    );
}
