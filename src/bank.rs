//! The question bank as a workbook, for reviewers who live in Excel: out, and back in.
//!
//! Knows which cell is which value, and that a round trip changes nothing. Must not know
//! what makes a question good: the result goes through `check` like any other.

mod cells;
pub mod difficulty;
mod edit;
mod entry;
mod fresh;
mod normalize;
mod plan;
mod review;
mod row;
mod scalar;
mod values;
mod workbook;

use std::fmt;
use std::path::Path;

use anyhow::Context;
use chrono::NaiveDate;

pub use self::review::Review;
use self::row::WorkbookWords;
use crate::campaign;
use crate::campaign::read::Content;
use crate::fault::{Fault, Faults};
use crate::messages::Tree;
use crate::text::{self, Texts};
use crate::told;
use crate::types::Language;

/// Faults that are shown; the rest are counted.
const SHOWN_MAX: usize = 20;

/// What stands in the way, each with its cell where it has one; never none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(Vec<String>);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (shown, rest) = self.0.split_at(self.0.len().min(SHOWN_MAX));
        write!(f, "{}", shown.join("\n"))?;
        match rest.len() {
            0 => Ok(()),
            count => write!(f, "\n{}", told!("bank-more", count = count)),
        }
    }
}

impl std::error::Error for Refusal {}

impl From<Faults> for Refusal {
    fn from(faults: Faults) -> Self {
        Self(faults.0.iter().map(ToString::to_string).collect())
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self(vec![fault.to_string()])
    }
}

/// The workbook of a folder's questions, or of those inside the program, one row each.
///
/// # Errors
/// The folder cannot be read, or has faults that stand in the way.
pub fn export(dir: Option<&Path>) -> anyhow::Result<Vec<u8>> {
    let Folder { tree, texts } = match dir {
        Some(dir) => Folder::read(dir)?,
        None => Folder::built_in()?,
    };
    let content = content(&tree)?;
    let rows = row::rows(&content);
    workbook::write(&rows, &rows, &content, WorkbookWords(&texts))
        .with_context(|| told!("bank-no-workbook"))
}

/// What the workbook `bytes` would change in a folder. Nothing is written yet.
///
/// # Errors
/// Anything is wrong with the workbook, or with the folder as it would be afterwards.
pub fn review(
    bytes: &[u8],
    folder: Folder,
    (today, language): (NaiveDate, Language),
) -> Result<Review, Refusal> {
    let words = WorkbookWords(&folder.texts);
    compare(bytes, folder.tree, words, (today, language))
}

/// A folder with questions: its files, and its texts.
pub struct Folder {
    tree: Tree,
    texts: Texts,
}

impl Folder {
    /// Reads it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(dir: &Path) -> anyhow::Result<Self> {
        let tree = Tree::read(dir).map_err(Refusal::from)?;
        let texts = Texts::load(dir, &text::Words::default())?;
        Ok(Self { tree, texts })
    }

    fn built_in() -> anyhow::Result<Self> {
        let tree = Tree::built_in().map_err(Refusal::from)?;
        let texts = Texts::built_in(&text::Words::default())?;
        Ok(Self { tree, texts })
    }
}

fn compare(
    bytes: &[u8],
    tree: Tree,
    words: WorkbookWords<'_>,
    (today, language): (NaiveDate, Language),
) -> Result<Review, Refusal> {
    let content = content(&tree)?;
    let sheet = cells::read(bytes, words, language)?;
    let plan = plan::Plan::new(&sheet, &content, words)?;
    review::Review::new(plan, &sheet, &content, tree, today)
}

/// The content, or what makes it unfit for use.
fn content(tree: &Tree) -> Result<Content, Refusal> {
    let mut faults = Vec::new();
    let content = Content::read(tree, &mut faults);
    let _ = campaign::build(tree, &content, &mut faults);
    Faults::none(faults)?;
    Ok(content)
}

#[cfg(test)]
mod tests;
