//! The rules themselves: from a file, or a drawing, to what is wrong with it.
//!
//! Knows what is asked of the house. Must not know where the house stands, nor what is in it.

use std::collections::{BTreeMap, BTreeSet};

use super::house::{EXCUSES, PLACES};
use super::source::{Source, Use};

/// Lines of a file, without its tests.
pub const FILE_LINES_MAX: usize = 400;
/// A place where a rule is broken, and what would excuse it.
pub struct Fault {
    pub what: String,
    pub said: String,
}

pub fn verdict(rule: &str, faults: Vec<Fault>) -> Vec<String> {
    let excuses: Vec<_> = EXCUSES
        .iter()
        .filter(|excuse| excuse.rule == rule)
        .collect();
    let idle = excuses
        .iter()
        .filter(|excuse| faults.iter().all(|fault| fault.what != excuse.what))
        .map(|excuse| format!("tests/tidy/house.rs: excuse: '{}' needs no excuse any more ({}): take it off the list", excuse.what, excuse.why));
    let found = faults
        .iter()
        .filter(|fault| excuses.iter().all(|excuse| excuse.what != fault.what))
        .map(|fault| fault.said.clone());
    found.chain(idle).collect()
}

pub fn heading(path: &str, text: &str) -> Option<Fault> {
    let said = if path.ends_with("/mod.rs") {
        format!(
            "{path}:1: heading: a folder's module stands beside it: call this file {}.rs",
            path.trim_end_matches("/mod.rs")
        )
    } else if text.starts_with("//! ") {
        return None;
    } else {
        format!(
            "{path}:1: heading: begin with '//!' and a sentence on what this file knows and must not know"
        )
    };
    Some(Fault {
        what: path.to_owned(),
        said,
    })
}

pub fn size(source: &Source) -> Option<Fault> {
    let (path, lines) = (&source.path, source.lines);
    let said = format!(
        "{path}:{lines}: size: {lines} lines without tests, {FILE_LINES_MAX} are allowed: give a part of it a file and a name"
    );
    (lines > FILE_LINES_MAX).then(|| Fault {
        what: path.clone(),
        said,
    })
}

/// Compares what the modules in `base` use with a drawing of them.
pub fn arrows<'a>(
    sources: impl IntoIterator<Item = &'a Source>,
    base: &[&str],
    drawn: &[(&str, &[&str])],
) -> Vec<Fault> {
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
            let said = format!(
                "{}:1: arrows: `{own}` is not drawn in tests/tidy/house.rs: put it where it belongs, with what it may use",
                source.path
            );
            faults.push(Fault {
                what: own.clone(),
                said,
            });
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
                let said = format!(
                    "{}:{}: arrows: `{own}` must not use `{name}`: hand it what it needs as an argument, or draw the arrow in tests/tidy/house.rs and say why",
                    source.path, used.line
                );
                faults.push(Fault {
                    what: format!("{} {name}", source.path),
                    said,
                });
            }
        }
    }
    for (own, name) in drawn
        .iter()
        .flat_map(|(own, may)| may.iter().map(move |name| (*own, *name)))
    {
        if !seen.contains(&(own.to_owned(), name.to_owned())) {
            let said = format!(
                "tests/tidy/house.rs: arrows: `{own}` does not use `{name}`: take the arrow out of the drawing"
            );
            faults.push(Fault {
                what: format!("{own} {name}"),
                said,
            });
        }
    }
    faults
}

/// Each row may name only rows above it, so that the drawing is read from the ground up.
fn order(drawn: &[(&str, &[&str])]) -> Vec<Fault> {
    let mut above = BTreeSet::new();
    let mut faults = Vec::new();
    for (own, may) in drawn {
        for name in may.iter().filter(|name| !above.contains(*name)) {
            let said = format!("tests/tidy/house.rs: arrows: `{name}` must stand above `{own}`");
            faults.push(Fault {
                what: format!("{own} {name}"),
                said,
            });
        }
        above.insert(own);
    }
    faults
}

/// Modules beside each other, in any folder, that use each other in a circle, whatever is drawn.
pub fn circles(sources: &[Source]) -> Vec<Fault> {
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
        Fault {
            said: format!(
                "{line}: circle: `{own}` uses `{other}`, which uses `{own}` again, perhaps by way of others: move what both need below them"
            ),
            what: format!("{own} {other}"),
        }
    };
    arrows.into_iter().map(fault).collect()
}

pub fn places(source: &Source) -> Vec<Fault> {
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
            let said = format!(
                "{}:{}: place: `{}` does not belong here: {}",
                source.path, used.line, place.path, place.instead
            );
            faults.push(Fault {
                what: format!("{} {}", source.path, place.path),
                said,
            });
        }
    }
    faults
}

pub fn migrations(all: &[(String, String)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault = |path: &str, line: usize, what: &str| {
        let said = format!("{path}:{line}: migrations: {what}");
        faults.push(Fault {
            what: path.to_owned(),
            said,
        });
    };
    // Branches number their steps in spans of their own: gaps are no fault, two of a number are.
    let mut before = 0;
    for (path, text) in all {
        let name = path.trim_start_matches("migrations/");
        let parts = name.split_once('_');
        let number = parts.filter(|(digits, _)| digits.len() == 4);
        let number = number.and_then(|(digits, _)| digits.parse::<u32>().ok());
        let word = parts.and_then(|(_, rest)| rest.strip_suffix(".sql"));
        let named = word.is_some_and(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        });
        if !named || number.is_none_or(|number| number <= before) {
            fault(
                path,
                1,
                &format!(
                    "call it {:04}_word.sql or higher: sqlx passes over what it cannot read, in silence",
                    before + 1
                ),
            );
        }
        before = number.unwrap_or(before);
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

pub fn own_folders(path: &str, text: &str) -> Option<Fault> {
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
    let said = format!(
        "{path}:{line}: folders: somebody's own folder is named: write a path from the repository's root"
    );
    Some(Fault {
        what: path.to_owned(),
        said,
    })
}
