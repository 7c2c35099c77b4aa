//! The interface texts: both languages alike, every text rendered with samples.
//!
//! Knows what the messenger allows. Must not know when a text is sent.

mod samples;

use std::collections::BTreeSet;

use super::address::FORMS;
use super::clauses::Official;
use super::issue::Issue;
use super::typography;
use crate::fault::Fault;
use crate::messages::{self, Tree};
use crate::text::bundle::Bundle;
use crate::text::{UI, html, implied};
use crate::told;
use crate::types::Language;

/// What a text is used as, told by the beginning of its key, and how long it may be.
const USES: [(&str, &str, usize); 3] = [
    ("toast-", "ftl-use-toast", 200),
    ("button-", "ftl-use-button", 64),
    ("menu-", "ftl-use-menu", 256),
];
/// A message, so that it reads well on a phone.
const MESSAGE_CHARS_MAX: usize = 2_000;

pub(super) fn check(tree: &Tree, official: &Official, faults: &mut Vec<Fault>) {
    let vi = Bundle::read(tree, UI, Language::Vi, faults);
    let en = Bundle::read(tree, UI, Language::En, faults);
    compare(&vi, &en, faults);
    for bundle in [&vi, &en] {
        for key in bundle.keys() {
            faults.extend(text(bundle, key, official));
        }
    }
}

/// The texts of the terminal: both languages alike. A folder of one's own has none of them.
pub(super) fn terminal(tree: &Tree, faults: &mut Vec<Fault>) {
    if !tree
        .paths()
        .any(|path| path.starts_with(messages::TERMINAL))
    {
        return;
    }
    let vi = Bundle::read(tree, messages::TERMINAL, Language::Vi, faults);
    let en = Bundle::read(tree, messages::TERMINAL, Language::En, faults);
    compare(&vi, &en, faults);
    for bundle in [&vi, &en] {
        for key in bundle.keys() {
            let Some(needs) = bundle.needs(key) else {
                continue;
            };
            for args in samples::of(needs, bundle.language(), false) {
                if let Err(error) = bundle.format(key, &args) {
                    faults.push(bundle.fault(key, told!("ftl-names", cause = error)));
                }
            }
        }
    }
}

fn compare(vi: &Bundle, en: &Bundle, faults: &mut Vec<Fault>) {
    // Without a file there is one fault, not one a key.
    if vi.keys().next().is_none() || en.keys().next().is_none() {
        return;
    }
    let untranslated = vi.keys().filter(|key| !en.has(key));
    faults.extend(
        untranslated
            .map(|key| vi.fault(key, told!("ftl-no-english", key = key, path = en.shown()))),
    );
    for key in en.keys() {
        let Some(wanted) = vi.arguments(key) else {
            faults.push(en.fault(
                key,
                told!("ftl-no-vietnamese", key = key, path = vi.shown()),
            ));
            continue;
        };
        let own = |names: &BTreeSet<String>| -> Vec<String> {
            names
                .difference(&implied())
                .map(|name| format!("${name}"))
                .collect()
        };
        let (wanted, found) = (
            own(wanted),
            own(en.arguments(key).unwrap_or(&BTreeSet::new())),
        );
        if wanted != found {
            faults.push(en.fault(
                key,
                told!(
                    "ftl-differ",
                    key = key,
                    found = found.join(" "),
                    wanted = wanted.join(" ")
                ),
            ));
        }
    }
}

/// Everything that is wrong with one text, each thing once.
fn text(bundle: &Bundle, key: &str, official: &Official) -> Vec<Fault> {
    let Some(needs) = bundle.needs(key) else {
        return Vec::new();
    };
    let mut found: Vec<Issue> = Vec::new();
    if needs.attributes {
        found.push(Issue::new("", told!("ftl-attributes", key = key)));
    }
    for args in samples::of(needs, bundle.language(), use_of(key).is_none()) {
        match bundle.format(key, &args) {
            Ok(rendered) => found.extend(issues(bundle, key, &rendered, official)),
            Err(error) => found.push(Issue::new("", told!("ftl-names", cause = error))),
        }
    }
    let mut told = BTreeSet::new();
    found.retain(|issue| told.insert(issue.what.clone()));
    found
        .iter()
        .map(|issue| bundle.fault_within(key, issue))
        .collect()
}

/// How a text is used, if not as a message.
fn use_of(key: &str) -> Option<&'static (&'static str, &'static str, usize)> {
    USES.iter().find(|(prefix, ..)| key.starts_with(prefix))
}

fn issues(bundle: &Bundle, key: &str, rendered: &str, official: &Official) -> Vec<Issue> {
    let used = use_of(key);
    let other = ("ftl-use-message", MESSAGE_CHARS_MAX);
    let (name, chars_max) = used.map_or(other, |(_, name, max)| (*name, *max));
    let name = told::text(name, &[]);
    let mut found = Vec::new();
    let read = if used.is_some() {
        if html::strip(rendered) != rendered {
            found.push(Issue::new("<", told!("ftl-tags", role = name, key = key)));
        }
        rendered.to_owned()
    } else {
        if let Some(wrong) = html::wrong(rendered) {
            found.push(Issue::new(
                "",
                told!("ftl-html", role = name, key = key, cause = wrong),
            ));
        }
        html::strip(rendered)
    };
    let chars = read.chars().count();
    if chars > chars_max {
        let what = told!(
            "ftl-long",
            role = name,
            key = key,
            chars = chars,
            most = chars_max
        );
        found.push(Issue::new("", what));
    }
    if read.trim().is_empty() {
        found.push(Issue::new("", told!("ftl-empty", role = name, key = key)));
    }
    for line in read.lines() {
        found.extend(words(bundle.language(), line.trim_end(), official));
    }
    found
}

/// Slips of the words; the English is only looked at for odd characters.
fn words(language: Language, line: &str, official: &Official) -> Vec<Issue> {
    match language {
        Language::En => typography::marks(line),
        Language::Vi => {
            let mut issues = typography::words(line, official);
            let lower = line.to_lowercase();
            for address in FORMS.iter().filter(|address| lower.contains(**address)) {
                issues.push(Issue::new(address, told!("ftl-address", words = address)));
            }
            issues
        }
    }
}

impl Bundle {
    /// A fault at words of a text, or at its beginning if they are not there as written.
    fn fault_within(&self, key: &str, issue: &Issue) -> Fault {
        let fault = self.fault(key, &issue.what);
        let begins: usize = self
            .source()
            .lines()
            .take(fault.line - 1)
            .map(|line| line.len() + 1)
            .sum();
        let rest = self.source().get(begins..).unwrap_or("");
        let ends = end_of_text(rest);
        let inside = rest.get(..ends).unwrap_or(rest);
        match inside.find(&issue.words) {
            Some(found) if !issue.words.is_empty() => {
                self.fault_at(begins + found, issue.what.clone())
            }
            _ => fault,
        }
    }
}

/// A text ends before the next line that is not indented and not empty.
fn end_of_text(from: &str) -> usize {
    let mut length = 0;
    for (place, line) in from.split_inclusive('\n').enumerate() {
        let continues = line.trim().is_empty() || line.starts_with([' ', '}', '[', '*', '.']);
        if place > 0 && !continues {
            break;
        }
        length += line.len();
    }
    length
}
