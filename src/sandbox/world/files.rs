//! What is known of uploaded files; the bytes themselves are kept by the shell.
//!
//! Knows: names, sizes, dimensions. Must not know: where bytes are stored or how they arrive.

use serde::{Deserialize, Serialize};

use super::World;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::sandbox) struct FileInfo {
    pub(in crate::sandbox) id: String,
    pub(in crate::sandbox) unique_id: String,
    pub(in crate::sandbox) name: String,
    pub(in crate::sandbox) mime: String,
    pub(in crate::sandbox) size: u64,
    /// Zero for anything but pictures.
    pub(in crate::sandbox) width: u32,
    pub(in crate::sandbox) height: u32,
    pub(in crate::sandbox) photo: bool,
}

impl FileInfo {
    /// The path that `getFile` names.
    pub(in crate::sandbox) fn path(&self) -> String {
        let folder = if self.photo { "photos" } else { "documents" };
        format!("{folder}/{}/{}", self.id, self.name)
    }
}

impl World {
    /// Registers a file and gives it its ids.
    pub(in crate::sandbox) fn add_file(&mut self, mut info: FileInfo) -> String {
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
