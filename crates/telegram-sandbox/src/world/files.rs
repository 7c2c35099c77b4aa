//! What is known of uploaded files; the bytes themselves are kept by the shell.
//!
//! Knows: names, sizes, dimensions. Must not know: where bytes are stored or how they arrive.

use serde::{Deserialize, Serialize};

use super::World;

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

impl World {
    /// Registers a file and gives it its ids.
    pub(crate) fn add_file(&mut self, mut info: FileInfo) -> String {
        let kind = if info.photo {
            "AgACAgUAAxk"
        } else {
            "BQACAgUAAxk"
        };
        info.id = format!("{kind}{:016x}", self.random());
        info.unique_id = format!("AQAD{:012x}", self.random() >> 16);
        let id = info.id.clone();
        self.files.insert(id.clone(), info);
        id
    }
}
