//! The database lost and put back: another life of the same bot, on the same phones.
//!
//! Knows how a copy is taken and restored. Must not know what either changes.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use nhip::backup::{self, Made, Order, Restored, Target};

use super::{Actor, FILE, Stage, folder};

impl Stage {
    /// A backup beside the running bot, into that folder.
    pub fn backs_up(&self, into: &Path) -> Made {
        let target = Target::Folder(into.to_owned(), None);
        let path = self.path();
        let made = backup::take(&path, target, None, self.now());
        self.runtime.block_on(made).expect("a backup")
    }

    /// The server is gone; a backup is restored on a new one, and what phones show stays as it was.
    pub fn restored(&self, file: &Path) -> (Rc<Self>, Restored) {
        let folder = folder();
        let database = folder.path().join(FILE);
        let order = Order {
            file,
            database: &database,
            identity: None,
            force: false,
        };
        let restored = self.runtime.block_on(backup::restore(order, self.now()));
        let life = Self::open(self.core.borrow().clone(), folder, 8);
        life.now.set(self.now.get());
        life.next_update.set(self.next_update.get());
        life.post.swap(&self.post);
        (life, restored.expect("a restore"))
    }

    /// The list beside the database of who has left.
    pub fn list(&self) -> PathBuf {
        self.path().with_extension("db.deleted")
    }
}

impl Actor {
    /// The same person and phone, in another life of the bot.
    pub fn in_life(&self, stage: &Rc<Stage>) -> Self {
        Self::new(stage, self.name, self.user)
    }
}
