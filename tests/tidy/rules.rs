//! The rules themselves: from a file, or a drawing, to what is wrong with it.
//!
//! Knows what is asked of the house. Must not know where the house stands, nor what is in it.

use std::collections::{BTreeMap, BTreeSet};

use super::house::PLACES;
use super::source::{Source, Use};

/// Lines of a file, without its tests.
pub const FILE_LINES_MAX: usize = 400;
pub fn heading(path: &str, text: &str) -> Option<String> {
    if let Some(folder) = path.strip_suffix("/mod.rs") {
        return Some(format!(
            "{path}:1: heading: a folder's module stands beside it: call this file {folder}.rs"
        ));
    }
    (!text.starts_with("//! ")).then(|| {
        format!(
            "{path}:1: heading: begin with '//!' and a sentence on what this file knows and must not know"
        )
    })
}

pub fn size(source: &Source) -> Option<String> {
    let (path, lines) = (&source.path, source.lines);
    (lines > FILE_LINES_MAX).then(|| format!(
        "{path}:{lines}: size: {lines} lines without tests, {FILE_LINES_MAX} are allowed: give a part of it a file and a name"
    ))
}

/// Compares what the modules in `base` use with a drawing of them.
pub fn arrows<'a>(
    sources: impl IntoIterator<Item = &'a Source>,
    base: &[&str],
    drawn: &[(&str, &[&str])],
) -> Vec<String> {
    let mut faults = order(drawn);
    let known: Vec<&str> = drawn.iter().map(|(name, _)| *name).collect();
    let mut seen = BTreeSet::new();
    for source in sources {
        let own = source
            .module
            .get(base.len())
            .cloned()
            .unwrap_or("main".into());
        let allowed = drawn
            .iter()
            .find(|(name, _)| *name == own)
            .map(|(_, may)| *may);
        if allowed.is_none() && source.path != "src/lib.rs" {
            faults.push(format!(
                "{}:1: arrows: `{own}` is not drawn in tests/tidy/house.rs: put it where it belongs, with what it may use",
                source.path
            ));
        }
        for used in source.uses.iter().filter(|used| used.ours) {
            let Some(name) = used
                .path
                .strip_prefix(
                    &base
                        .iter()
                        .map(|part| (*part).to_owned())
                        .collect::<Vec<_>>()[..],
                )
                .and_then(<[String]>::first)
            else {
                continue;
            };
            if *name == own || !known.contains(&name.as_str()) {
                continue;
            }
            seen.insert((own.clone(), name.clone()));
            if !allowed.unwrap_or_default().contains(&name.as_str()) {
                faults.push(format!(
                    "{}:{}: arrows: `{own}` must not use `{name}`: hand it what it needs as an argument, or draw the arrow in tests/tidy/house.rs and say why",
                    source.path, used.line
                ));
            }
        }
    }
    for (own, name) in drawn
        .iter()
        .flat_map(|(own, may)| may.iter().map(move |name| (*own, *name)))
    {
        if !seen.contains(&(own.to_owned(), name.to_owned())) {
            faults.push(format!(
                "tests/tidy/house.rs: arrows: `{own}` does not use `{name}`: take the arrow out of the drawing"
            ));
        }
    }
    faults
}

/// Each row may name only rows above it, so that the drawing is read from the ground up.
fn order(drawn: &[(&str, &[&str])]) -> Vec<String> {
    let mut above = BTreeSet::new();
    let mut faults = Vec::new();
    for (own, may) in drawn {
        for name in may.iter().filter(|name| !above.contains(*name)) {
            faults.push(format!(
                "tests/tidy/house.rs: arrows: `{name}` must stand above `{own}`"
            ));
        }
        above.insert(own);
    }
    faults
}

/// Modules beside each other, in any folder, that use each other in a circle, whatever is drawn.
pub fn circles(sources: &[Source]) -> Vec<String> {
    let modules: BTreeSet<&[String]> = sources.iter().map(|one| &one.module[..]).collect();
    let mut arrows: BTreeMap<(&[String], &[String]), String> = BTreeMap::new();
    for source in sources {
        for used in source.uses.iter().filter(|used| used.ours) {
            let pairs = source.module.iter().zip(&used.path);
            let shared = pairs.take_while(|(own, other)| own == other).count();
            let (Some(own), Some(other)) = (source.module.get(..=shared), used.path.get(..=shared))
            else {
                continue;
            };
            if modules.contains(other) {
                let line = format!("{}:{}", source.path, used.line);
                arrows.entry((own, other)).or_insert(line);
            }
        }
    }
    // What nobody uses, and what uses nobody, is in no circle.
    loop {
        let (from, to): (BTreeSet<_>, BTreeSet<_>) = arrows.keys().copied().unzip();
        let before = arrows.len();
        arrows.retain(|(own, other), _| to.contains(own) && from.contains(other));
        if arrows.len() == before {
            break;
        }
    }
    let fault = |((own, other), line): ((&[String], &[String]), String)| {
        let (own, other) = (own.join("::"), other.join("::"));
        format!(
            "{line}: circle: `{own}` uses `{other}`, which uses `{own}` again, perhaps by way of others: move what both need below them"
        )
    };
    arrows.into_iter().map(fault).collect()
}

pub fn places(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    for place in PLACES {
        let home = |only: &&str| {
            source.path == *only || (only.ends_with('/') && source.path.starts_with(*only))
        };
        if place.only.iter().any(home) {
            continue;
        }
        let names: Vec<&str> = place.path.split("::").collect();
        let named = |used: &&Use| !used.ours && used.path.iter().take(names.len()).eq(&names);
        for used in source.uses.iter().filter(named) {
            faults.push(format!(
                "{}:{}: place: `{}` does not belong here: {}",
                source.path, used.line, place.path, place.instead
            ));
        }
    }
    faults
}

pub fn migrations(all: &[(String, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut fault = |path: &str, line: usize, what: &str| {
        faults.push(format!("{path}:{line}: migrations: {what}"));
    };
    for (number, (path, text)) in (1..).zip(all) {
        let name = path.trim_start_matches("migrations/");
        let word = name
            .strip_prefix(&format!("{number:04}_"))
            .and_then(|rest| rest.strip_suffix(".sql"));
        if !word.is_some_and(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        }) {
            fault(
                path,
                1,
                &format!(
                    "call it {number:04}_word.sql: sqlx passes over what it cannot read, in silence"
                ),
            );
        }
        // Comments may hold anything; strings in these files hold no semicolon.
        let bare: String = text
            .lines()
            .map(|line| line.split("--").next().unwrap_or_default())
            .collect::<Vec<_>>()
            .join("\n");
        let mut line = 1;
        for statement in bare.split_inclusive(';') {
            let start = line
                + statement[..statement.len() - statement.trim_start().len()]
                    .matches('\n')
                    .count();
            line += statement.matches('\n').count();
            let words = statement.trim().to_uppercase();
            let creates = words.starts_with("CREATE TABLE") || words.starts_with("CREATE TEMP");
            let options = words.rsplit(')').next().unwrap_or_default();
            if creates && !options.contains("STRICT") {
                fault(
                    path,
                    start,
                    "end the table with STRICT: SQLite would store a word in a number's column",
                );
            }
        }
    }
    faults
}

pub fn own_folders(path: &str, text: &str) -> Option<String> {
    // Put together here, so that this file does not name one.
    let folders = ["home", "root", "Users", "work"].map(|name| format!("/{name}/"));
    let names_one = |line: &str| {
        folders.iter().any(|folder| {
            let starts = line
                .match_indices(folder.as_str())
                .map(|(at, _)| line[..at].chars().next_back());
            starts
                .into_iter()
                .any(|before| !before.is_some_and(|c| c.is_alphanumeric() || "/.-_~}".contains(c)))
        })
    };
    let (line, _) = (1..).zip(text.lines()).find(|(_, line)| names_one(line))?;
    Some(format!(
        "{path}:{line}: folders: somebody's own folder is named: write a path from the repository's root"
    ))
}
