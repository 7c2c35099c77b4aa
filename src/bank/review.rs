//! What a workbook would change: how it reads, and writing it.
//!
//! Knows files. Must not know cells' values: they were looked at before.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use chrono::NaiveDate;

use super::Refusal;
use super::cells::QuestionSheet;
use super::edit;
use super::entry;
use super::fresh::Fresh;
use super::plan::{Changed, Plan};
use super::row::{BankColumn, QuestionRow, span};
use crate::campaign::raw;
use crate::campaign::read::{Content, ContentFile};
use crate::check;
use crate::fault::Fault;
use crate::messages::Tree;
use crate::told;

/// What a workbook would change; every check has been passed.
#[derive(Debug)]
pub struct Review {
    changed: Vec<(Changed, String)>,
    fresh: Vec<(Fresh, String)>,
    files: Vec<File>,
    strange: Vec<String>,
}

/// A file that would change.
#[derive(Debug)]
struct File {
    path: String,
    old: String,
    new: String,
}

impl Review {
    /// Makes the new files and checks the folder as it would be with them.
    pub(super) fn new(
        plan: Plan,
        sheet: &QuestionSheet,
        content: &Content,
        mut tree: Tree,
        today: NaiveDate,
    ) -> Result<Self, Refusal> {
        let mut files = Vec::new();
        for (page, file) in content.criteria.iter().enumerate() {
            let Some(new) = rewritten(&plan, page, file)? else {
                continue;
            };
            tree.replace(&file.sheet.path, new.clone());
            files.push(File {
                path: file.sheet.path.clone(),
                old: file.sheet.text.clone(),
                new,
            });
        }
        let after = after(&plan, content, &tree)?;
        if !files.is_empty() {
            judge(
                &plan,
                sheet,
                &after,
                &check::check_tree(&tree, today).faults,
            )?;
        }
        let shown = |page: usize| {
            let file = content.criteria.get(page);
            file.map_or_else(String::new, |file| file.sheet.shown.clone())
        };
        let changed = plan.changed.into_iter();
        let fresh = plan.fresh.into_iter();
        Ok(Self {
            changed: changed
                .map(|one| {
                    let file = shown(one.page);
                    (one, file)
                })
                .collect(),
            fresh: fresh
                .map(|one| {
                    let file = shown(one.page);
                    (one, file)
                })
                .collect(),
            files,
            strange: sheet.strange.clone(),
        })
    }

    /// How many questions differ or are new.
    pub fn questions(&self) -> usize {
        self.changed.len() + self.fresh.len()
    }

    /// Old and new of each file.
    #[cfg(test)]
    pub(super) fn texts(&self) -> Vec<(&str, &str)> {
        let files = self.files.iter();
        files.map(|file| (&*file.old, &*file.new)).collect()
    }

    /// How many files they stand in.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// Columns of the workbook that were not read.
    pub fn strange(&self) -> &[String] {
        &self.strange
    }

    /// Old and new of every cell that differs, question by question.
    pub fn differences(&self, colour: bool) -> String {
        let painted = |code: &str, text: String| {
            if colour {
                format!("\x1b[{code}m{text}\x1b[0m")
            } else {
                text
            }
        };
        let said = |value: &str| {
            if value.is_empty() {
                told!("bank-nothing")
            } else {
                value.to_owned()
            }
        };
        let mut out = String::new();
        for (one, file) in &self.changed {
            let _ = writeln!(out, "{} ({file})", painted("1", one.id.clone()));
            for change in &one.changes {
                let _ = writeln!(out, "  {}", change.column.name());
                let old = painted("31", format!("    - {}", said(&change.old)));
                let new = painted("32", format!("    + {}", said(&change.new)));
                let _ = writeln!(out, "{old}\n{new}");
            }
            out.push('\n');
        }
        for (one, file) in &self.fresh {
            let id = painted("1", one.id.clone());
            let _ = writeln!(out, "{}", told!("bank-new", id = id, path = file));
            for column in BankColumn::ALL.into_iter().filter(|column| !column.fixed()) {
                let value = one.row.get(column);
                if !value.is_empty() {
                    let new = painted("32", format!("    + {value}"));
                    let _ = writeln!(out, "  {}\n{new}", column.name());
                }
            }
            out.push('\n');
        }
        out
    }

    /// Writes the files: each beside its old one first, then all of them into place.
    ///
    /// # Errors
    /// A file cannot be written, or somebody has changed it meanwhile; then all are as before.
    pub fn write(&self, dir: &Path) -> anyhow::Result<()> {
        let mut staged: Vec<(Staged, &File)> = Vec::new();
        for file in &self.files {
            staged.push((Staged::new(&dir.join(&file.path), &file.new)?, file));
        }
        for (place, (staged_one, file)) in staged.iter().enumerate() {
            let placed = staged_one.put(&file.old);
            if let Err(error) = placed {
                for (done, file) in staged.iter().take(place) {
                    let back = fs::write(&done.target, &file.old);
                    back.with_context(|| told!("bank-not-put-back", path = done.target.display()))?;
                }
                return Err(error);
            }
        }
        Ok(())
    }
}

/// A file as the plan would have it; `None` if it leaves it alone.
fn rewritten(
    plan: &Plan,
    page: usize,
    file: &ContentFile<raw::Criterion>,
) -> Result<Option<String>, Refusal> {
    let questions = &file.raw.questions.value;
    let text = &file.sheet.text;
    let mut edits = Vec::new();
    // First, so that what is added below the last question stands above them.
    let fresh: Vec<&Fresh> = plan.fresh.iter().filter(|one| one.page == page).collect();
    if let Some(first) = fresh.first() {
        let rows: Vec<&QuestionRow> = fresh.iter().map(|one| &one.row).collect();
        let last = questions.last().ok_or(edit::Strange);
        let made = last.and_then(|last| entry::below(text, last, &rows));
        edits.push(made.map_err(|_| by_hand(&first.id, &file.sheet.shown))?);
    }
    for one in plan.changed.iter().filter(|one| one.page == page) {
        let question = questions.get(one.place);
        let made = question.ok_or(edit::Strange);
        let made = made.and_then(|question| edit::edits(text, question, &one.changes));
        edits.extend(made.map_err(|_| by_hand(&one.id, &file.sheet.shown))?);
    }
    if edits.is_empty() {
        return Ok(None);
    }
    let new = edit::apply(text, edits);
    let new = new.map_err(|_| by_hand(&told!("bank-whole-file"), &file.sheet.shown))?;
    Ok(Some(new))
}

fn by_hand(what: &str, file: &str) -> Refusal {
    Refusal(vec![told!("bank-by-hand", what = what, path = file)])
}

/// The content as it would be, which must differ from the content as it is by the plan and nothing else.
fn after(plan: &Plan, content: &Content, tree: &Tree) -> Result<Content, Refusal> {
    let mut unread = Vec::new();
    let after = Content::read(tree, &mut unread);
    for (page, file) in content.criteria.iter().enumerate() {
        let mut wanted: Vec<QuestionRow> = rows(content, page);
        for one in plan.changed.iter().filter(|one| one.page == page) {
            for change in &one.changes {
                if let Some(row) = wanted.get_mut(one.place) {
                    row.values.insert(change.column, change.new.clone());
                }
            }
        }
        let new = plan.fresh.iter().filter(|one| one.page == page);
        wanted.extend(new.map(|one| one.row.clone()));
        if rows(&after, page) != wanted {
            let changed = plan.changed.iter().filter(|one| one.page == page);
            let new = plan.fresh.iter().filter(|one| one.page == page);
            let ids = changed.map(|one| one.id.as_str());
            let ids: Vec<&str> = ids.chain(new.map(|one| one.id.as_str())).collect();
            return Err(by_hand(&ids.join(", "), &file.sheet.shown));
        }
    }
    Ok(after)
}

fn rows(content: &Content, page: usize) -> Vec<QuestionRow> {
    let page = content.criteria.get(page);
    let rows = page.into_iter().flat_map(|page| {
        let questions = page.raw.questions.value.iter();
        questions.map(|one| QuestionRow::of(&page.raw.criterion.value, one))
    });
    rows.collect()
}

/// Refuses the result if it has faults, each with its cell if it stands in one.
fn judge(
    plan: &Plan,
    sheet: &QuestionSheet,
    after: &Content,
    faults: &[Fault],
) -> Result<(), Refusal> {
    if faults.is_empty() {
        return Ok(());
    }
    let told = faults.iter().map(|fault| match cell(after, fault) {
        Some((id, column)) if plan.lines.contains_key(&id) => {
            let row = plan.lines.get(&id).copied().unwrap_or(0);
            let cell = sheet.cell(row, column);
            told!("bank-cell", id = id, cell = cell, what = fault.what)
        }
        _ => fault.to_string(),
    });
    Err(Refusal(told.collect()))
}

/// The question and the column in which a fault stands.
fn cell(content: &Content, fault: &Fault) -> Option<(String, BankColumn)> {
    let file = content.criteria.iter();
    let file = file
        .into_iter()
        .find(|file| file.sheet.shown == fault.file)?;
    let questions = &file.raw.questions.value;
    let here = offset(&file.sheet.text, fault);
    questions.iter().find_map(|question| {
        let within =
            |column: &BankColumn| span(question, *column).is_some_and(|span| span.contains(&here));
        let column = BankColumn::ALL.into_iter().find(within)?;
        Some((question.id.value.clone(), column))
    })
}

/// The byte at which a fault stands.
fn offset(text: &str, fault: &Fault) -> usize {
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(fault.line - 1).map(str::len).sum();
    let line = lines.next().unwrap_or("").chars();
    let within: usize = line.take(fault.column - 1).map(char::len_utf8).sum();
    before + within
}

/// A new file beside the old one, gone again unless it is put into place.
struct Staged {
    target: PathBuf,
    beside: PathBuf,
}

impl Staged {
    fn new(path: &Path, text: &str) -> anyhow::Result<Self> {
        let target = fs::canonicalize(path)
            .with_context(|| told!("file-not-found", path = path.display()))?;
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        // Hidden, so that a file left over by a power cut is no part of the content.
        let staged = Self {
            beside: target.with_file_name(format!(".{name}.new")),
            target,
        };
        let write = || -> std::io::Result<()> {
            let mut file = fs::File::create(&staged.beside)?;
            file.set_permissions(fs::metadata(&staged.target)?.permissions())?;
            file.write_all(text.as_bytes())?;
            file.sync_all()
        };
        write().with_context(|| told!("file-unwritten", path = staged.beside.display()))?;
        Ok(staged)
    }

    /// Takes the old one's place, if that is still as it was.
    fn put(&self, old: &str) -> anyhow::Result<()> {
        let shown = self.target.display();
        let now = fs::read(&self.target).with_context(|| told!("file-unread", path = shown))?;
        if now != old.as_bytes() {
            bail!(told!("file-changed", path = shown));
        }
        fs::rename(&self.beside, &self.target)
            .with_context(|| told!("file-not-replaced", path = shown))
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // After `put` it is no longer there.
        let _ = fs::remove_file(&self.beside);
    }
}
