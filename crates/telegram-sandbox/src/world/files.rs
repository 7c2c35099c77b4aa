//! What is known of uploaded files; their bytes are kept outside the world, by `state`.
//!
//! Knows: names, sizes, dimensions. Must not know: where bytes are stored or how they arrive.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileInfo {
    pub(crate) id: String,
    pub(crate) unique_id: String,
    pub(crate) name: String,
    pub(crate) mime: String,
    pub(crate) size: u64,
    /// Zero for anything but pictures.
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) photo: bool,
}

impl FileInfo {
    /// The path that `getFile` names.
    pub(crate) fn path(&self) -> String {
        let folder = if self.photo { "photos" } else { "documents" };
        format!("{folder}/{}/{}", self.id, self.name)
    }
}
