//! From files to values with places, or to faults.
//!
//! Knows which file holds what. Must not know which values are right.

use std::ops::Range;

use serde::de::DeserializeOwned;
use serde_saphyr::{Location, Options, Spanned};

use super::raw;
use crate::fault::{Fault, position};
use crate::messages::Tree;
use crate::told;

/// One file that could be read.
#[derive(Debug)]
pub(crate) struct ContentFile<T> {
    /// The file.
    pub sheet: SourceFile,
    /// What it holds.
    pub raw: T,
}

/// A file, for pointing into it.
#[derive(Debug)]
pub(crate) struct SourceFile {
    /// Its path inside `messages/`.
    pub path: String,
    /// How it is called in faults.
    pub shown: String,
    /// What it holds, letter by letter.
    pub text: String,
}

impl SourceFile {
    /// A fault at a value of this file.
    pub(crate) fn fault<V>(&self, at: &Spanned<V>, what: impl Into<String>) -> Fault {
        let (line, column) = place(&at.referenced);
        Fault {
            line,
            column,
            ..Fault::of_file(&self.shown, what)
        }
    }

    /// A fault at `words` inside a text of this file; at its start if a fold hides them.
    pub(crate) fn fault_within(
        &self,
        at: &raw::Text,
        words: &str,
        what: impl Into<String>,
    ) -> Fault {
        let fault = self.fault(at, what);
        let Some(found) = self.find(at, words) else {
            return fault;
        };
        let (line, column) = position(&self.text, found);
        Fault {
            line,
            column,
            ..fault
        }
    }

    fn find(&self, at: &raw::Text, words: &str) -> Option<usize> {
        let span = span(at)?;
        let inside = self.text.get(span.clone())?;
        inside.find(words).map(|found| span.start + found)
    }
}

/// The bytes in which a value stands, with its quotation marks.
pub(crate) fn span<V>(at: &Spanned<V>) -> Option<Range<usize>> {
    let span = at.referenced.span();
    let start = usize::try_from(span.byte_offset()?).ok()?;
    let length = usize::try_from(span.byte_len()?).ok()?;
    Some(start..start.checked_add(length)?)
}

fn place(at: &Location) -> (usize, usize) {
    let whole = |number: u64| usize::try_from(number).unwrap_or(usize::MAX).max(1);
    (whole(at.line()), whole(at.column()))
}

/// The files that stand in no folder.
const ROOT: [&str; 5] = [
    "campaign.yaml",
    "documents.yaml",
    "calendar.yaml",
    "suggestions.yaml",
    "plan.yaml",
];

/// All files of the campaign that could be read.
#[derive(Debug)]
pub(crate) struct Content {
    pub frame: Option<ContentFile<raw::Frame>>,
    pub documents: Option<ContentFile<raw::Documents>>,
    pub calendar: Option<ContentFile<raw::Calendar>>,
    pub suggestions: Option<ContentFile<raw::suggestions::Suggestions>>,
    pub criteria: Vec<ContentFile<raw::Criterion>>,
    pub checkins: Vec<ContentFile<raw::Checkin>>,
    pub forms: Vec<ContentFile<raw::form::Form>>,
    pub plan: Option<ContentFile<raw::plan::Plan>>,
}

impl Content {
    /// Reads what can be read; the rest becomes faults.
    pub(crate) fn read(tree: &Tree, faults: &mut Vec<Fault>) -> Self {
        let frame: Option<ContentFile<raw::Frame>> = required(tree, "campaign.yaml", faults);
        let folders: Vec<String> = frame
            .iter()
            .flat_map(|page| &page.raw.themes.value)
            .map(|theme| theme.folder.value.clone())
            .collect();
        let mut content = Self {
            frame,
            documents: required(tree, "documents.yaml", faults),
            calendar: required(tree, "calendar.yaml", faults),
            // A folder from before there were suggestions has none, and they stay off.
            suggestions: page(tree, "suggestions.yaml", faults),
            criteria: Vec::new(),
            checkins: Vec::new(),
            forms: Vec::new(),
            plan: required(tree, "plan.yaml", faults),
        };
        for path in tree.paths() {
            content.read_one(tree, path, &folders, faults);
        }
        content
    }

    fn read_one(&mut self, tree: &Tree, path: &str, folders: &[String], faults: &mut Vec<Fault>) {
        match path.split_once('/') {
            None if ROOT.contains(&path) => {}
            Some(("ui" | "init" | "cli", _)) => {}
            _ if path.ends_with(".md") => {}
            Some(("checkins", name)) if name.ends_with(".yaml") => {
                self.checkins.extend(page(tree, path, faults));
            }
            Some(("forms", name)) if name.ends_with(".yaml") => {
                self.forms.extend(page(tree, path, faults));
            }
            Some((folder, name))
                if name.ends_with(".yaml") && folders.iter().any(|known| known == folder) =>
            {
                self.criteria.extend(page(tree, path, faults));
            }
            // Without campaign.yaml no folder is known; that fault is enough.
            Some(_) if self.frame.is_none() => {}
            _ => faults.push(Fault::of_file(tree.shown(path), told!("tree-unexpected"))),
        }
    }
}

fn required<T: DeserializeOwned>(
    tree: &Tree,
    path: &str,
    faults: &mut Vec<Fault>,
) -> Option<ContentFile<T>> {
    if tree.get(path).is_none() {
        faults.push(missing(tree, path));
    }
    page(tree, path, faults)
}

/// A file that must be there and is not.
pub(crate) fn missing(tree: &Tree, path: &str) -> Fault {
    Fault::of_file(tree.shown(path), told!("tree-missing"))
}

fn page<T: DeserializeOwned>(
    tree: &Tree,
    path: &str,
    faults: &mut Vec<Fault>,
) -> Option<ContentFile<T>> {
    let text = tree.get(path)?;
    let shown = tree.shown(path);
    match serde_saphyr::from_str_with_options(text, options()) {
        Ok(raw) => Some(ContentFile {
            sheet: SourceFile {
                path: path.to_owned(),
                shown,
                text: text.to_owned(),
            },
            raw,
        }),
        Err(error) => {
            let (line, column) = error.location().as_ref().map_or((1, 1), place);
            faults.push(Fault {
                line,
                column,
                ..Fault::of_file(shown, told!("yaml-unread", cause = said(&error)))
            });
            None
        }
    }
}

fn options() -> Options {
    serde_saphyr::options! { with_snippet: false }
}

/// The parser's words alone: the place is said by the fault.
fn said(error: &serde_saphyr::Error) -> String {
    use serde_saphyr::{MessageFormatter, UserMessageFormatter};
    UserMessageFormatter
        .format_message(error.without_snippet())
        .replace('\n', " ")
}
