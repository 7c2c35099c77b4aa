//! Which texts the program's source asks for.
//!
//! Knows Rust's string literals well enough. Must not be relied on outside tests.

use std::path::Path;

/// All our source but tests, comments left out.
pub(super) fn source() -> String {
    let mut all = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    all
}

fn gather(dir: &Path, all: &mut String) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            gather(&path, all);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            let text = std::fs::read_to_string(&path).unwrap();
            // By our habit tests stand at the end of a file.
            let ours = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            for line in ours
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
            {
                all.push_str(line);
                all.push('\n');
            }
        }
    }
}

/// The keys that stand as a literal in a call of `html` or `plain`.
pub(super) fn asked(source: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for call in [".html(", ".plain("] {
        for (found, _) in source.match_indices(call) {
            let arguments = source.get(found + call.len()..).unwrap();
            let Some((_, second)) = arguments.split_once(',') else {
                continue;
            };
            if let Some(literal) = second.trim_start().strip_prefix('"') {
                keys.push(literal.split('"').next().unwrap().to_owned());
            }
        }
    }
    keys
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
    let source = "texts.html(language, \"quiz-right\", &[]); t.plain(\n    l,\n    \"a\"); format!(\"menu-{name}\")";
    assert_eq!(asked(source), ["quiz-right", "a"]);
    let literals = literals(source);
    assert!(mentions(&literals, "menu-help") && mentions(&literals, "quiz-right"));
    assert!(!mentions(&literals, "menu-") && !mentions(&literals, "other"));
}
