//! A workbook's parts, unpacked one at a time and never further than a table needs.
//!
//! Knows ZIP. Must not know what is in a part.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Broken, UNPACKED_MAX};
use crate::encoding;

pub(super) struct Archive<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        ZipArchive::new(Cursor::new(bytes)).ok().map(Self)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// A part as text; `None` if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, Broken> {
        let file = match self.0.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(Broken::Locked);
            }
            Err(_) => return Err(Broken::Damaged),
        };
        // The size that an archive declares is only a claim.
        let mut bytes = Vec::new();
        let most = u64::try_from(UNPACKED_MAX).unwrap_or(u64::MAX);
        let read = file.take(most + 1).read_to_end(&mut bytes);
        if bytes.len() > UNPACKED_MAX {
            return Err(Broken::TooLarge);
        }
        read.map_err(|_| Broken::Damaged)?;
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(text)),
            Err(error) => {
                let text = encoding::decode(error.as_bytes()).map_err(|_| Broken::Damaged)?;
                Ok(Some(text))
            }
        }
    }
}
