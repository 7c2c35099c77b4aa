//! Which texts the program's source asks for.
//!
//! Knows Rust's string literals well enough. Must not be relied on outside tests.

use std::collections::BTreeSet;
use std::path::Path;

/// All our source in these files and folders but tests, comments left out.
pub(super) fn source(places: &[&str]) -> String {
    let mut all = String::new();
    for place in places {
        gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join(place), &mut all);
    }
    all
}

fn gather(path: &Path, all: &mut String) {
    let name = path.file_name().unwrap().to_string_lossy();
    if path.is_dir() && name != "tests" {
        for entry in std::fs::read_dir(path).unwrap() {
            gather(&entry.unwrap().path(), all);
        }
    } else if name.ends_with(".rs") && name != "tests.rs" {
        all.push_str(&bare(&std::fs::read_to_string(path).unwrap()));
    }
}

/// Without comments and without the tests, which by our habit stand at the end.
fn bare(text: &str) -> String {
    let ours = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = ours
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Calls whose second argument is a key.
const CALLS: [&str; 5] = [".html(", ".plain(", ".say(", ".key(", ".toast("];

/// The keys that stand as a literal in such a call, and the arguments given with them,
/// if those stand there too.
pub(super) fn asked(source: &str) -> Vec<(String, Option<BTreeSet<String>>)> {
    let mut keys = Vec::new();
    for call in CALLS {
        for (found, _) in source.match_indices(call) {
            let inside = inside(source.get(found + call.len()..).unwrap());
            let Some((_, rest)) = inside.split_once(',') else {
                continue;
            };
            if let Some(literal) = rest.trim_start().strip_prefix('"') {
                let (key, rest) = literal.split_once('"').unwrap();
                let given = rest.trim_start_matches([',', ' ', '\n']);
                let given = given.strip_prefix("&[").map(named);
                keys.push((key.to_owned(), given));
            }
        }
    }
    keys
}

/// Up to the parenthesis that closes the call.
fn inside(rest: &str) -> &str {
    let mut depth = 1;
    for (place, letter) in rest.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return rest.get(..place).unwrap();
        }
    }
    rest
}

/// The names in `("name", value)`; in `f("name", …)` there is none.
fn named(source: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (found, _) in source.match_indices('(') {
        let before = source.get(..found).unwrap().chars().next_back();
        let call = before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
        let inside = source.get(found + 1..).unwrap().trim_start();
        if let Some((name, rest)) = inside
            .strip_prefix('"')
            .and_then(|rest| rest.split_once('"'))
            && !call
            && rest.starts_with(',')
        {
            names.insert(name.to_owned());
        }
    }
    names
}

/// `quiz-right` and the like: in the core nothing else is written so.
pub(super) fn kebab(literal: &str) -> bool {
    literal.contains('-')
        && literal.split('-').all(|part| {
            !part.is_empty()
                && part
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        })
}

/// All string literals, `{…}` in them as `\0`: what `format!` puts there is not known.
pub(super) fn literals(source: &str) -> Vec<String> {
    let mut literals = Vec::new();
    let mut letters = source.chars();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        if letter == '"' && before != '\'' {
            literals.push(literal(&mut letters));
        }
        before = letter;
    }
    literals
}

fn literal(letters: &mut std::str::Chars<'_>) -> String {
    let mut text = String::new();
    let mut hidden = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' => break,
            '\\' => drop(letters.next()),
            '{' => {
                hidden = true;
                text.push('\0');
            }
            '}' => hidden = false,
            other if !hidden => text.push(other),
            _ => {}
        }
    }
    text
}

/// Whether a literal is the key, or becomes it by what `format!` puts in.
pub(super) fn mentions(literals: &[String], key: &str) -> bool {
    literals
        .iter()
        .any(|literal| match literal.split_once('\0') {
            None => literal == key,
            Some((head, tail)) => {
                let tail = tail.rsplit('\0').next().unwrap();
                // `format!("{x}")` alone would mention everything.
                head.len() > 2
                    && key.len() > head.len() + tail.len()
                    && key.starts_with(head)
                    && key.ends_with(tail)
            }
        })
}

#[test]
fn calls_and_literals_are_found() {
    let source = "texts.html(language, \"quiz-right\", &[(\n  \"why\",\n f(\"b\", x).into())]); t.plain(\n    l,\n    \"a\", &args); format!(\"menu-{name}\")";
    let why = Some(BTreeSet::from(["why".to_owned()]));
    assert_eq!(
        asked(source),
        [("quiz-right".into(), why), ("a".into(), None)]
    );
    let literals = literals(source);
    assert!(mentions(&literals, "menu-help") && mentions(&literals, "quiz-right"));
    assert!(!mentions(&literals, "menu-") && !mentions(&literals, "other"));
    assert!(kebab("quiz-right") && !kebab("quiz") && !kebab("%Y-%m"));
}
