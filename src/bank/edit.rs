//! Changes put into a YAML file, everything else in it left as it is, byte for byte.
//!
//! Knows how our files are laid out. Must not know what the values mean. A layout that is
//! not ours may come out wrong: the caller reads the result and compares.

use std::ops::Range;

use super::plan::CellChange;
use super::row::{BankColumn, LETTERS, choice, span};
use super::scalar::{double_quoted, folded, is_plain, plain_or_quoted};
use crate::campaign::raw::{Choice, Question};
use crate::campaign::read;

/// Bytes of a file and what stands there afterwards.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Edit {
    pub range: Range<usize>,
    pub text: String,
}

/// A place in a file that is laid out in a way we do not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Strange;

/// The file with all edits in it.
pub(super) fn apply(file: &str, mut edits: Vec<Edit>) -> Result<String, Strange> {
    // From the end, so that places stay true; what is deleted at a place goes before what is added there.
    edits.sort_by_key(|edit| std::cmp::Reverse((edit.range.start, edit.range.end)));
    let mut out = file.to_owned();
    for Edit { range, text } in edits {
        out.get(range.clone()).ok_or(Strange)?;
        out.replace_range(range, &text);
    }
    Ok(out)
}

/// The edits that change a question of a file.
pub(super) fn edits(
    file: &str,
    question: &Question,
    changes: &[CellChange],
) -> Result<Vec<Edit>, Strange> {
    let page = YamlFile {
        file,
        newline: if file.contains("\r\n") { "\r\n" } else { "\n" },
    };
    let mut edits = Vec::new();
    for change in changes {
        page.change(question, change, &mut edits)?;
    }
    Ok(edits)
}

struct YamlFile<'a> {
    file: &'a str,
    newline: &'static str,
}

impl YamlFile<'_> {
    fn change(
        &self,
        question: &Question,
        change: &CellChange,
        edits: &mut Vec<Edit>,
    ) -> Result<(), Strange> {
        let CellChange { column, old, new } = change;
        if *column == BankColumn::Right {
            return self.mark(question, old, new, edits);
        }
        let here = span(question, *column);
        edits.push(match (here, new.is_empty()) {
            (Some(here), false) if *column == BankColumn::Expect => Edit {
                range: here,
                text: new.clone(),
            },
            (Some(here), false) => self.replace(here, new)?,
            (Some(here), true) => self.remove(question, *column, here)?,
            (None, _) => self.add(question, *column, new)?,
        });
        Ok(())
    }

    /// Another scalar in a scalar's place, in the same style.
    fn replace(&self, here: Range<usize>, new: &str) -> Result<Edit, Strange> {
        let old = self.file.get(here.clone()).ok_or(Strange)?;
        let quoted = old.starts_with(['"', '\'']);
        let (text, end) = if let Some(mark) = self.block(here.start) {
            let indent = self.column(here.start)?;
            let end = here.start + old.trim_end().len();
            match mark {
                '>' => (folded(new, indent, self.newline), end),
                // In a literal block a new line would be one.
                _ => (new.to_owned(), end),
            }
        } else if !quoted && is_plain(old) && is_plain(new) {
            (new.to_owned(), here.end)
        } else {
            (double_quoted(new), here.end)
        };
        Ok(Edit {
            range: here.start..end,
            text,
        })
    }

    /// A key that the question lacked.
    fn add(&self, question: &Question, column: BankColumn, new: &str) -> Result<Edit, Strange> {
        match column {
            BankColumn::Feedback(option) => {
                let choice = choice(question, option).ok_or(Strange)?;
                self.below_text(choice, &format!("why: {}", double_quoted(new)))
            }
            BankColumn::Place => {
                let document = read::span(&question.source.document).ok_or(Strange)?;
                let value = double_quoted(new);
                if self.before(document.start)?.contains('{') {
                    let text = format!(", place: {value}");
                    return Ok(Edit {
                        range: document.end..document.end,
                        text,
                    });
                }
                let indent = self.key_column(document.start, "document")?;
                Ok(self.line_after(document.end, indent, &format!("place: {value}")))
            }
            BankColumn::Expect => {
                let above = read::span(&question.difficulty).ok_or(Strange)?;
                let indent = self.key_column(above.start, "difficulty")?;
                Ok(self.line_after(above.end, indent, &format!("expect: {new}")))
            }
            BankColumn::Twin => {
                let above = read::span(&question.difficulty).ok_or(Strange)?;
                let indent = self.key_column(above.start, "difficulty")?;
                let expect = question.expect.as_ref().and_then(read::span);
                let end = expect.map_or(above.end, |expect| expect.end);
                Ok(self.line_after(end, indent, &format!("twin: {}", plain_or_quoted(new))))
            }
            BankColumn::DoNow => {
                let above = read::span(&question.why).ok_or(Strange)?;
                let indent = self.key_column(above.start, "why")?;
                let line = format!("do_now: {}", double_quoted(new));
                Ok(self.line_after(self.ends(&above), indent, &line))
            }
            BankColumn::SupersededBy => {
                let indent =
                    self.key_column(read::span(&question.why).ok_or(Strange)?.start, "why")?;
                let last = BankColumn::ALL
                    .into_iter()
                    .filter_map(|column| span(question, column))
                    .map(|span| self.ends(&span))
                    .max();
                let line = format!("superseded_by: {}", plain_or_quoted(new));
                Ok(self.line_after(last.ok_or(Strange)?, indent, &line))
            }
            _ => Err(Strange),
        }
    }

    /// A key with its value, and the line or the comma that came with it.
    fn remove(
        &self,
        question: &Question,
        column: BankColumn,
        here: Range<usize>,
    ) -> Result<Edit, Strange> {
        let name = match column {
            BankColumn::Expect => "expect",
            BankColumn::Twin => "twin",
            BankColumn::Feedback(_) => "why",
            BankColumn::DoNow => "do_now",
            BankColumn::Place => "place",
            BankColumn::SupersededBy => "superseded_by",
            _ => return Err(Strange),
        };
        if column == BankColumn::Place {
            let document = read::span(&question.source.document).ok_or(Strange)?;
            if self.before(document.start)?.contains('{') && document.end < here.end {
                return Ok(Edit {
                    range: document.end..here.end,
                    text: String::new(),
                });
            }
        }
        self.line_away(here, name)
    }

    /// Another option is the right one.
    fn mark(
        &self,
        question: &Question,
        old: &str,
        new: &str,
        edits: &mut Vec<Edit>,
    ) -> Result<(), Strange> {
        let lettered = |letter: &str| {
            let place = LETTERS.iter().position(|one| *one == letter);
            place.and_then(|place| choice(question, place))
        };
        let was = lettered(old).and_then(|choice| choice.right.as_ref());
        let was = was.and_then(read::span);
        edits.push(self.line_away(was.ok_or(Strange)?, "right")?);
        let choice = lettered(new).ok_or(Strange)?;
        edits.push(match &choice.right {
            Some(right) => Edit {
                range: read::span(right).ok_or(Strange)?,
                text: "true".into(),
            },
            None => self.below_text(choice, "right: true")?,
        });
        Ok(())
    }

    /// A line below an option's text.
    fn below_text(&self, choice: &Choice, line: &str) -> Result<Edit, Strange> {
        let text = read::span(&choice.text).ok_or(Strange)?;
        let indent = self.key_column(text.start, "text")?;
        Ok(self.line_after(self.ends(&text), indent, line))
    }

    /// Takes away the lines of a key that stands alone on them.
    fn line_away(&self, here: Range<usize>, name: &str) -> Result<Edit, Strange> {
        let start = self.key_line(here.start);
        let before = self
            .file
            .get(start..)
            .ok_or(Strange)?
            .trim_start_matches(' ');
        if !before.starts_with(&format!("{name}:")) {
            return Err(Strange);
        }
        Ok(Edit {
            range: start..self.next_line(self.ends(&here)),
            text: String::new(),
        })
    }

    /// A new line below the one in which `end` lies.
    fn line_after(&self, end: usize, indent: usize, line: &str) -> Edit {
        let at = self.next_line(end);
        let spaces = " ".repeat(indent);
        let newline = self.newline;
        let whole = self.file.get(..at).is_some_and(|text| text.ends_with('\n'));
        let text = if whole {
            format!("{spaces}{line}{newline}")
        } else {
            format!("{newline}{spaces}{line}")
        };
        Edit {
            range: at..at,
            text,
        }
    }

    /// Where a scalar's last letter ends.
    fn ends(&self, here: &Range<usize>) -> usize {
        let text = self.file.get(here.clone()).unwrap_or("");
        here.start + text.trim_end().len()
    }

    fn line(&self, at: usize) -> usize {
        let before = self.file.get(..at).unwrap_or("");
        before.rfind('\n').map_or(0, |found| found + 1)
    }

    fn next_line(&self, at: usize) -> usize {
        let rest = self.file.get(at..).unwrap_or("");
        rest.find('\n')
            .map_or(self.file.len(), |found| at + found + 1)
    }

    /// What stands before a place on its line.
    fn before(&self, at: usize) -> Result<&str, Strange> {
        self.file.get(self.line(at)..at).ok_or(Strange)
    }

    /// How many spaces stand before a place, if nothing else does.
    fn column(&self, at: usize) -> Result<usize, Strange> {
        let before = self.before(at)?;
        let spaces = before.bytes().all(|byte| byte == b' ');
        if spaces {
            Ok(before.len())
        } else {
            Err(Strange)
        }
    }

    /// The mark of a folded `>` or literal `|` block: the scalar begins on a line of its own, below it.
    fn block(&self, start: usize) -> Option<char> {
        let above = self.file.get(..self.line(start))?.trim_end();
        let mark = above.trim_end_matches(['-', '+']).chars().next_back()?;
        (self.column(start).is_ok() && ['>', '|'].contains(&mark)).then_some(mark)
    }

    /// The beginning of the line on which the key of a scalar stands.
    fn key_line(&self, start: usize) -> usize {
        let line = self.line(start);
        if self.block(start).is_some() && line > 0 {
            self.line(line - 1)
        } else {
            line
        }
    }

    /// The column of the key of a scalar; it may be the first of its list entry.
    fn key_column(&self, start: usize, name: &str) -> Result<usize, Strange> {
        let rest = self.file.get(self.key_line(start)..).ok_or(Strange)?;
        let bare = rest.trim_start_matches([' ', '-']);
        if bare.starts_with(&format!("{name}:")) {
            Ok(rest.len() - bare.len())
        } else {
            Err(Strange)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_one_place_deleting_comes_before_adding() {
        let edits = vec![
            Edit {
                range: 2..2,
                text: "x".into(),
            },
            Edit {
                range: 2..4,
                text: String::new(),
            },
            Edit {
                range: 0..1,
                text: "A".into(),
            },
        ];
        assert_eq!(apply("abcdef", edits).unwrap(), "Abxef");
    }
}
