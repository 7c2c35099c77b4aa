//! A file of ours that goes to one person.
//!
//! Knows how one is wrapped up. Must not know what is in it.

use chrono::{DateTime, Utc};

use super::Ctx;
use crate::outgoing::{Call, FileContent, FileKind, Lane, Purpose, Upload};
use crate::report::units_sheet::UnitsTable;
use crate::report::{WriteError, safe_name};
use crate::store::{Result, StoreError};
use crate::types::UserId;

/// Why a file was not written is always a mistake of ours.
impl From<WriteError> for StoreError {
    fn from(error: WriteError) -> Self {
        Self::Bug(error.to_string())
    }
}

/// The bytes of a file with its name, ending included.
pub(in crate::core) fn upload(
    name: &str,
    bytes: Result<Vec<u8>, WriteError>,
) -> Result<FileContent> {
    let upload = Upload::new(&safe_name(name), bytes?);
    let upload = upload.map_err(|error| StoreError::Bug(error.to_string()))?;
    Ok(FileContent::Upload(upload))
}

/// A table of units, which becomes a spreadsheet when it leaves.
pub(in crate::core) fn units_file(table: &UnitsTable) -> Result<FileContent> {
    let name = format!("{} {} {}.xlsx", table.title, table.period, table.unit);
    let json = serde_json::to_string(table);
    Ok(FileContent::Table {
        name: safe_name(&name),
        table: json.map_err(|error| StoreError::Bug(error.to_string()))?,
    })
}

impl Ctx<'_> {
    /// Enqueues a file in a private chat.
    pub(in crate::core) async fn send_file(
        &mut self,
        user: UserId,
        content: FileContent,
        caption: String,
        purpose: Purpose,
    ) -> Result {
        let until = self.reply_until();
        self.send_file_until(user, (content, caption), purpose, until)
            .await
    }

    /// The same, dropped if it has not left by `until`.
    pub(in crate::core) async fn send_file_until(
        &mut self,
        user: UserId,
        (content, caption): (FileContent, String),
        purpose: Purpose,
        until: DateTime<Utc>,
    ) -> Result {
        let call = Call::File {
            chat: user.into(),
            thread: None,
            kind: FileKind::Document,
            content,
            caption,
            keyboard: Vec::new(),
            reply_to: None,
        };
        self.enqueue(Lane::Reply, until, purpose, call).await
    }
}
