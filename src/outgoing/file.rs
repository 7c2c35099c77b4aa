//! The file in a call: its bytes, or the messenger's own name for one it has already.
//!
//! Knows how large a file may be. Must not know what is in it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Characters of a caption, after its tags are read.
pub const CAPTION_CHARS_MAX: usize = 1_024;

/// The messenger takes more, but the bytes are in a row of the outbox until they are sent.
pub const FILE_BYTES_MAX: usize = 4 * 1024 * 1024;

/// How a file is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "lowercase")]
pub enum FileKind {
    /// In the chat, made smaller by the messenger if it likes.
    Photo,
    /// As a file to be opened, byte for byte.
    Document,
}

/// Where a file comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileContent {
    /// From us.
    Upload(Upload),
    /// A drawing of ours, which becomes a picture only when it leaves: it is a tenth of the size until then,
    /// and nobody's transaction waits for the pixels.
    Drawing {
        /// What the picture is called, ending included.
        name: String,
        /// SVG, drawn with [`crate::drawing::FONT`].
        svg: String,
    },
    /// A table of ours, which becomes a spreadsheet only when it leaves, for the same reason.
    Table {
        /// What the file is called, ending included.
        name: String,
        /// JSON of [`crate::report::units_sheet::UnitsTable`].
        table: String,
    },
    /// The messenger has it under this `file_id`; nothing is uploaded. Its kind must be the same.
    Known(String),
}

/// Bytes with a name, small enough for the outbox. As JSON the bytes are base64.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    name: String,
    #[serde(serialize_with = "to_base64", deserialize_with = "of_base64")]
    bytes: Vec<u8>,
}

/// Why bytes cannot be sent as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UploadError {
    /// The messenger refuses them.
    #[error("the file is empty")]
    Empty,
    /// See [`FILE_BYTES_MAX`].
    #[error("the file has {0} bytes; at most {FILE_BYTES_MAX} can be sent")]
    TooLarge(usize),
}

impl Upload {
    /// A file of that name, ending included: it is what people see and what their phone opens it by.
    ///
    /// # Errors
    /// There is nothing in it, or too much.
    pub fn new(name: &str, bytes: Vec<u8>) -> Result<Self, UploadError> {
        match bytes.len() {
            0 => Err(UploadError::Empty),
            many if many > FILE_BYTES_MAX => Err(UploadError::TooLarge(many)),
            _ => Ok(Self {
                name: name.to_owned(),
                bytes,
            }),
        }
    }

    /// What people see it called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is in it.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Without the bytes, which do not belong in a log.
impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Upload")
            .field("bytes", &self.bytes.len())
            .finish_non_exhaustive()
    }
}

fn to_base64<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

fn of_base64<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    STANDARD.decode(text).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_survives_its_row_byte_for_byte() {
        let bytes: Vec<u8> = (0..=255).collect();
        let upload = Upload::new("Báo cáo.xlsx", bytes.clone()).unwrap();
        let row = serde_json::to_string(&FileContent::Upload(upload.clone())).unwrap();
        assert!(row.len() < 2 * bytes.len(), "{row}");
        let read: FileContent = serde_json::from_str(&row).unwrap();
        assert_eq!(read, FileContent::Upload(upload.clone()));
        assert_eq!(
            (upload.name(), upload.bytes()),
            ("Báo cáo.xlsx", &bytes[..])
        );
    }

    #[test]
    fn nothing_and_too_much_are_refused_with_a_reason() {
        let refused = |size| Upload::new("a", vec![0; size]).map(drop);
        assert_eq!(refused(0), Err(UploadError::Empty));
        assert_eq!(refused(FILE_BYTES_MAX), Ok(()));
        let error = refused(FILE_BYTES_MAX + 1).unwrap_err().to_string();
        assert_eq!(
            error,
            "the file has 4194305 bytes; at most 4194304 can be sent"
        );
    }

    #[test]
    fn what_is_in_a_file_does_not_show_in_logs() {
        let upload = Upload::new("Nguyễn An.csv", b"secret".to_vec()).unwrap();
        assert_eq!(format!("{upload:?}"), "Upload { bytes: 6, .. }");
    }
}
