//! A Rust file as the house rules see it: its code without comments, strings and tests.
//!
//! Knows just enough of Rust's spelling for that. Must not know any rule.

use std::fs;
use std::ops::Range;
use std::path::Path;

/// A file of the program.
pub struct Source {
    /// From the repository's root, with `/`.
    pub path: String,
    /// As it is written.
    pub text: String,
    /// The same length and lines, with blanks for comments, for what is inside strings, and for tests.
    pub code: String,
    tests: Vec<Range<usize>>,
}

/// A path that a file names, such as `crate::store::rounds`, from the crate's root.
pub struct Use {
    pub line: usize,
    pub path: Vec<String>,
}

/// A function with a body.
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// All of `src/`; files that only tests include come without code.
pub fn program(root: &Path) -> Vec<Source> {
    let mut sources: Vec<Source> = files(root, "src")
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .map(|path| {
            let text = fs::read_to_string(root.join(&path)).unwrap();
            Source::new(&path, &text)
        })
        .collect();
    let only_tests: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    for source in &mut sources {
        let of = |module: &String| {
            source.path == format!("{module}.rs") || source.path.starts_with(&format!("{module}/"))
        };
        if only_tests.iter().any(of) {
            source.hide(0..source.text.len());
        }
    }
    sources
}

/// Every file below a folder, by its path from the root, in order; not what is built, fetched or left by a run.
pub fn files(root: &Path, folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut names: Vec<String> = fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in names {
        let path = if folder.is_empty() {
            name.clone()
        } else {
            format!("{folder}/{name}")
        };
        if ["target", ".git", "demo-data"].contains(&name.as_str()) {
            continue;
        }
        if root.join(&path).is_dir() {
            found.extend(files(root, &path));
        } else {
            found.push(path);
        }
    }
    found
}

impl Source {
    /// A file with this text.
    pub fn new(path: &str, text: &str) -> Self {
        let mut source = Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code: bare(text),
            tests: Vec::new(),
        };
        let mark = "#[cfg(test)]";
        while let Some(start) = source.code.find(mark) {
            let end = item_end(source.code.as_bytes(), start + mark.len());
            source.hide(start..end);
        }
        source
    }

    fn hide(&mut self, range: Range<usize>) {
        let mut bytes = std::mem::take(&mut self.code).into_bytes();
        blank(&mut bytes, range.clone());
        self.code = String::from_utf8(bytes).unwrap();
        self.tests.push(range);
    }

    /// Which line an offset is on, from 1.
    pub fn line(&self, offset: usize) -> usize {
        1 + self.text.as_bytes()[..offset]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count()
    }

    /// How many lines are not tests.
    pub fn lines(&self) -> usize {
        let mut start = 0;
        let outside = |line: &&str| {
            let at = start;
            start += line.len();
            !self.tests.iter().any(|range| range.contains(&at))
        };
        self.text.split_inclusive('\n').filter(outside).count()
    }

    /// The paths, without `.rs`, of modules that only tests include.
    fn test_modules(&self) -> Vec<String> {
        let own = self.path.trim_end_matches(".rs");
        let folder = own
            .strip_suffix("/lib")
            .or(own.strip_suffix("/main"))
            .unwrap_or(own);
        let declared = self.tests.iter().filter_map(|range| {
            let item = self.text[range.clone()].strip_suffix(';')?;
            let (_, name) = item.rsplit_once("mod ")?;
            Some(format!("{folder}/{name}"))
        });
        declared.collect()
    }

    /// Where a name stands as a word of its own; `::` may be part of it.
    pub fn words<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        let found = self.code.match_indices(name);
        found.map(|(at, _)| at).filter(|at| {
            let before = self.code[..*at].chars().next_back();
            let after = self.code[at + name.len()..].chars().next();
            let starts = !name.starts_with(is_name) || !before.is_some_and(is_name);
            let ends = !name.ends_with(is_name) || !after.is_some_and(is_name);
            starts && ends
        })
    }

    /// The statement or item that an offset is in, up to there.
    pub fn statement(&self, offset: usize) -> &str {
        let before = &self.code[..offset];
        let start = before.rfind([';', '{', '}']).map_or(0, |at| at + 1);
        before[start..].trim_start()
    }

    /// The functions that have a body.
    pub fn functions(&self) -> Vec<Function> {
        let bytes = self.code.as_bytes();
        let mut all = Vec::new();
        for at in self.words("fn") {
            let name: String = self.code[at + 2..]
                .trim_start()
                .chars()
                .take_while(|c| is_name(*c))
                .collect();
            let end = item_end(bytes, at);
            if name.is_empty() || bytes.get(end - 1) != Some(&b'}') {
                continue;
            }
            let line = self.line(at);
            all.push(Function {
                name,
                line,
                lines: self.line(end - 1) - line + 1,
            });
        }
        all
    }

    /// Everything of ours that is named, imported or in full, from the crate's root.
    pub fn uses(&self) -> Vec<Use> {
        let own = self.module();
        let mut all = Vec::new();
        for (root, above) in [
            ("crate::", own.len()),
            ("nhip::", own.len()),
            ("super::", 1),
        ] {
            for at in self.words(root) {
                if root == "super::" && self.code[..at].ends_with("super::") {
                    continue;
                }
                let (mut rest, mut up) = (&self.code[at + root.len()..], above);
                while let Some(further) = rest.strip_prefix("super::") {
                    (rest, up) = (further, up + 1);
                }
                let base = own[..own.len().saturating_sub(up)].to_vec();
                let mut paths = Vec::new();
                branches(rest, base, &mut paths);
                let line = self.line(at);
                all.extend(paths.into_iter().map(|path| Use { line, path }));
            }
        }
        all
    }

    /// `src/core/quiz/draw.rs` is `core`, `quiz`, `draw`; `main` and `lib` are the root.
    pub fn module(&self) -> Vec<String> {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let parts = path.split('/').map(str::to_owned);
        parts
            .filter(|part| part != "main" && part != "lib")
            .collect()
    }
}

/// A tree of paths, such as `a::{b, c::{d, e}}`; gives what follows it.
fn branches<'a>(text: &'a str, base: Vec<String>, paths: &mut Vec<Vec<String>>) -> &'a str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = branches(rest, base.clone(), paths).trim_start();
            match rest.strip_prefix(',') {
                Some(more) => rest = more,
                None => return rest.strip_prefix('}').unwrap_or(rest),
            }
        }
    }
    let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    if name.is_empty() {
        return rest;
    }
    let mut path = base;
    if name != "self" {
        path.push(name.to_owned());
    }
    match rest.strip_prefix("::") {
        Some(further) => branches(further, path, paths),
        None => {
            paths.push(path);
            rest.trim_start()
                .strip_prefix("as ")
                .map_or(rest, |alias| alias.trim_start().trim_start_matches(is_name))
        }
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The end of an item: after its `;`, or after the brace that closes its body.
fn item_end(code: &[u8], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.iter().enumerate().skip(from) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            b';' if depth == 0 => return at + 1,
            b'{' if depth == 0 => return block_end(code, at),
            _ => {}
        }
    }
    code.len()
}

fn block_end(code: &[u8], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.iter().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

/// The text without comments and without what is inside strings and characters.
fn bare(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => {
                text[at..].find('\n').map_or(bytes.len(), |n| at + n)
            }
            b'/' if bytes[at..].starts_with(b"/*") => comment_end(bytes, at),
            b'"' => string_end(text, at),
            b'\'' => character_end(text, at),
            _ => at + 1,
        };
        if end > at + 1 {
            blank(&mut code, at..end);
        }
        at = end;
    }
    String::from_utf8(code).unwrap()
}

fn blank(code: &mut [u8], range: Range<usize>) {
    for byte in &mut code[range] {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

fn comment_end(bytes: &[u8], start: usize) -> usize {
    let (mut depth, mut at) = (0_usize, start);
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if bytes[at..].starts_with(b"*/") {
            (depth, at) = (depth - 1, at + 2);
        } else {
            at += 1;
        }
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

fn string_end(text: &str, quote: usize) -> usize {
    let before = text[..quote].trim_end_matches('#');
    let hashes = quote - before.len();
    let raw = before.ends_with('r')
        && !before
            .trim_end_matches('r')
            .trim_end_matches('b')
            .ends_with(is_name);
    if raw {
        let close = format!("\"{}", "#".repeat(hashes));
        let rest = &text[quote + 1..];
        return rest
            .find(&close)
            .map_or(text.len(), |at| quote + 1 + at + close.len());
    }
    escaped_end(text, quote, b'"')
}

/// A character, or a lifetime, which is left as it is.
fn character_end(text: &str, quote: usize) -> usize {
    let mut rest = text[quote + 1..].chars();
    match rest.next() {
        Some('\\') => escaped_end(text, quote, b'\''),
        Some(c) if rest.next() == Some('\'') => quote + 2 + c.len_utf8(),
        _ => quote + 1,
    }
}

fn escaped_end(text: &str, quote: usize, close: u8) -> usize {
    let bytes = text.as_bytes();
    let mut at = quote + 1;
    while at < bytes.len() && bytes[at] != close {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

#[test]
fn a_brace_in_a_string_is_no_brace() {
    let text = "fn a<'x>() { \"{ \\\" {\"; r#\"{ \" {\"#; '{'; '\\''; /* { /* { */ */ b'{'; } // {\nfn b() {}";
    let names: Vec<String> = Source::new("src/a.rs", text)
        .functions()
        .into_iter()
        .map(|f| f.name)
        .collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(bare(text).len(), text.len());
}

#[test]
fn tests_are_not_code() {
    let text = "//! A file.\nfn a() {}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n#[cfg(test)]\nmod more;\n";
    let source = Source::new("src/a.rs", text);
    assert_eq!(source.functions().len(), 1);
    assert_eq!(source.lines(), 3);
    assert_eq!(source.test_modules(), ["src/a/more"]);
}

#[test]
fn a_tree_of_imports_is_each_of_its_branches() {
    let text = "use crate::{a::{self, B}, c as d, e};\nuse super::f;\nuse super::super::g::H;\nfn i() { crate::j::k(); }";
    let uses = Source::new("src/x/y.rs", text).uses();
    let paths: Vec<String> = uses.iter().map(|one| one.path.join("::")).collect();
    assert_eq!(paths, ["a", "a::B", "c", "e", "j::k", "x::f", "g::H"]);
    assert_eq!(uses[6].line, 3);
}
