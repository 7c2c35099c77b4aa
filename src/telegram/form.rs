//! Parameters and a file together, as a form.
//!
//! Knows how the messenger wants it written. Must not know methods.

use reqwest::multipart::{Form, Part};
use serde_json::{Map, Value};

use super::outbound::PART;
use crate::outgoing::Upload;

/// Strings are sent as they are, everything else as JSON.
pub(super) fn of(parameters: &[u8], upload: &Upload) -> serde_json::Result<Form> {
    let fields: Map<String, Value> = serde_json::from_slice(parameters)?;
    let mut form = Form::new();
    for (name, value) in fields {
        form = match value {
            Value::String(text) => form.text(name, text),
            other => form.text(name, other.to_string()),
        };
    }
    let part = Part::bytes(upload.bytes().to_vec()).file_name(upload.name().to_owned());
    Ok(form.part(PART, part))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::DateTime;

    use crate::outgoing::{Call, FileContent, FileKind, Key, Lane, Outcome, Reason, Upload};
    use crate::telegram::Api;
    use crate::types::ChatId;
    use telegram_sandbox::{Message, Options, Sandbox};

    /// The smallest picture: one grey dot.
    const DOT: &[u8] = &[
        137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0,
        0, 0, 0, 58, 126, 155, 85, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 104, 0, 0, 0, 130, 0,
        129, 119, 205, 114, 182, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
    ];

    struct Phone {
        sandbox: Sandbox,
        api: Api,
        an: i64,
    }

    impl Phone {
        async fn new() -> Self {
            let options = Options::new(Arc::new(|| DateTime::UNIX_EPOCH));
            let sandbox = Sandbox::start("127.0.0.1:0".parse().expect("an address"), options);
            let sandbox = sandbox.await.expect("a sandbox");
            let an = sandbox.add_user("An", "vi");
            sandbox.say(an, an, "/start");
            let api = Api::new(&sandbox.url(), "42:test".to_owned().into()).expect("a way");
            Self { sandbox, api, an }
        }

        async fn sends(&self, kind: FileKind, content: FileContent, caption: &str) -> Outcome {
            let keyboard = vec![vec![Key {
                label: "Xem".to_owned(),
                data: "x".to_owned(),
            }]];
            let call = Call::File {
                chat: ChatId(self.an),
                thread: None,
                kind,
                content,
                caption: caption.to_owned(),
                keyboard,
                reply_to: None,
            };
            self.api.call(&call, Lane::Reply).await
        }

        fn last(&self) -> Message {
            self.sandbox.messages(self.an).pop().expect("a message")
        }
    }

    fn upload(name: &str, bytes: &[u8]) -> FileContent {
        FileContent::Upload(Upload::new(name, bytes.to_vec()).expect("small"))
    }

    #[tokio::test]
    async fn a_picture_arrives_with_its_caption_and_its_button() {
        let phone = Phone::new().await;
        let caption = "<b>Công đoàn phường Sóc Trăng</b> &amp; bạn bè";
        let outcome = phone
            .sends(FileKind::Photo, upload("tuan.png", DOT), caption)
            .await;
        assert!(matches!(outcome, Outcome::Sent(Some(_))), "{outcome:?}");
        let shown = phone.last();
        assert_eq!(shown.photo.as_deref(), Some("tuan.png"));
        assert_eq!(shown.text, "Công đoàn phường Sóc Trăng & bạn bè");
        assert_eq!(shown.keyboard[0][0].text, "Xem");
    }

    #[tokio::test]
    async fn a_drawing_arrives_as_a_picture_and_a_bad_one_is_refused_for_good() {
        let phone = Phone::new().await;
        let drawing = |svg: &str| FileContent::Drawing {
            name: "tuan.png".to_owned(),
            svg: svg.to_owned(),
        };
        let square = r##"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"##;
        let outcome = phone.sends(FileKind::Photo, drawing(square), "").await;
        assert!(matches!(outcome, Outcome::Sent(Some(_))), "{outcome:?}");
        assert_eq!(phone.last().photo.as_deref(), Some("tuan.png"));
        let outcome = phone.sends(FileKind::Photo, drawing("none"), "").await;
        let reason = Reason::NoPicture;
        assert_eq!(outcome, Outcome::Rejected { reason });
    }

    #[tokio::test]
    async fn a_table_arrives_as_a_spreadsheet_and_a_bad_one_is_refused_for_good() {
        let phone = Phone::new().await;
        let table = |table: &str| FileContent::Table {
            name: "Số liệu năm.xlsx".to_owned(),
            table: table.to_owned(),
        };
        let none = r#"{"words":{"file-form-sheet":"1","file-form-sums":"2","file-form-notes":"3","file-form-missing":"4"},
            "title":"Số liệu năm","unit":"","period":"","day":"2026-11-30","columns":[],"rows":[],"sums":[],"missing":[]}"#;
        let outcome = phone.sends(FileKind::Document, table(none), "").await;
        assert!(matches!(outcome, Outcome::Sent(Some(_))), "{outcome:?}");
        assert_eq!(phone.last().document.as_deref(), Some("Số liệu năm.xlsx"));
        let outcome = phone.sends(FileKind::Document, table("none"), "").await;
        let reason = Reason::NoPicture;
        assert_eq!(outcome, Outcome::Rejected { reason });
    }

    #[tokio::test]
    async fn a_document_keeps_its_vietnamese_name() {
        let phone = Phone::new().await;
        let name = "Báo cáo quý III – Sở Nội vụ.xlsx";
        let outcome = phone
            .sends(FileKind::Document, upload(name, b"1"), "")
            .await;
        assert!(matches!(outcome, Outcome::Sent(Some(_))), "{outcome:?}");
        assert_eq!(phone.last().document.as_deref(), Some(name));
    }

    #[tokio::test]
    async fn what_is_no_picture_or_not_known_is_refused_for_good() {
        let phone = Phone::new().await;
        for (content, reason) in [
            (upload("tuan.png", b"no picture"), Reason::NoPicture),
            (
                FileContent::Known("AgACnever".to_owned()),
                Reason::FileNotKnown,
            ),
        ] {
            let outcome = phone.sends(FileKind::Photo, content, "").await;
            assert_eq!(outcome, Outcome::Rejected { reason });
        }
        let long = "x".repeat(crate::outgoing::CAPTION_CHARS_MAX + 1);
        let outcome = phone
            .sends(FileKind::Photo, upload("tuan.png", DOT), &long)
            .await;
        let reason = Reason::TextTooLong;
        assert_eq!(outcome, Outcome::Rejected { reason });
    }
}
