//! What a person writes or sends, and where.
//!
//! Knows: how an app hands a text and a file to Telegram. Must not know: what the bot hears of it.

use bytes::Bytes;

use crate::api::files::inspect;
use crate::api::params::Upload;
use crate::inner::Inner;
use crate::world::files::FileInfo;
use crate::world::people::Incoming;

/// Something to write or send, and where.
#[derive(Clone, Debug, Default)]
pub struct Say {
    /// Who writes.
    pub user: i64,
    /// Where. The person's own id is their private chat with the bot.
    pub chat: i64,
    /// Plain text, at most 4096 characters (1024 with a file); space around it is cut off.
    pub text: String,
    /// The topic of a forum.
    pub thread: Option<i64>,
    /// The id of a message of the same chat.
    pub reply_to: Option<i64>,
    /// As the group, the way anonymous administrators write: the bot sees the group as the sender.
    pub anonymous: bool,
    /// Sent with it; the text is its caption then, and may be empty.
    pub file: Option<Attached>,
}

/// A file on a person's phone.
#[derive(Clone, Debug)]
pub struct Attached {
    /// Its name with the ending, which tells the bot what kind of file it is.
    pub name: String,
    /// What is in it; `.into()` makes it of a `Vec<u8>` or a `&'static [u8]`.
    pub bytes: Bytes,
    /// Sent as a picture (PNG or JPEG, at most 10 MB) rather than as a document (at most 50 MB).
    pub photo: bool,
}

/// What is known of a file that a person sends, and its bytes.
fn attached(file: &Attached) -> Result<(FileInfo, Bytes), String> {
    let upload = Upload {
        name: file.name.clone(),
        mime: None,
        bytes: file.bytes.clone(),
    };
    let info = inspect(&upload, file.photo).map_err(|refusal| refusal.description)?;
    Ok((info, upload.bytes))
}

impl Inner {
    pub(crate) fn say(&self, say: &Say) -> Result<i64, String> {
        let file = say.file.as_ref().map(attached).transpose()?;
        let incoming = Incoming {
            user: say.user,
            chat: say.chat,
            text: &say.text,
            thread: say.thread,
            reply_to: say.reply_to,
            anonymous: say.anonymous,
            file,
        };
        self.act(|world, now| world.say(incoming, now))
    }
}
