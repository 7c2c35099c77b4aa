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
    ("toast-", "toast", 200),
    ("button-", "button", 64),
    ("menu-", "menu description", 256),
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
                    faults.push(bundle.fault(key, error, told!("check-names")));
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
    faults.extend(untranslated.map(|key| {
        vi.fault(
            key,
            format!("the text {key} has no English"),
            format!("add it to {}", en.shown()),
        )
    }));
    for key in en.keys() {
        let Some(wanted) = vi.arguments(key) else {
            faults.push(en.fault(
                key,
                format!("the text {key} has no Vietnamese"),
                format!("add it to {}, or delete it here", vi.shown()),
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
                format!(
                    "the text {key} uses [{}], in Vietnamese [{}]",
                    found.join(" "),
                    wanted.join(" ")
                ),
                "use the same arguments in both",
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
        let what = format!("the text {key} has attributes, which nobody will see");
        found.push(Issue::new("", what, "make each a text of its own"));
    }
    for args in samples::of(needs, bundle.language(), use_of(key).is_none()) {
        match bundle.format(key, &args) {
            Ok(rendered) => found.extend(issues(bundle, key, &rendered, official)),
            Err(error) => found.push(Issue::new("", error, "correct the names in it")),
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
    let (name, chars_max) = used.map_or(("message", MESSAGE_CHARS_MAX), |(_, name, max)| {
        (*name, *max)
    });
    let mut found = Vec::new();
    let read = if used.is_some() {
        if html::strip(rendered) != rendered {
            found.push(Issue::new(
                "<",
                format!("the {name} {key} has HTML in it, which would be shown as it stands"),
                "write it without tags; “&” is just “&”",
            ));
        }
        rendered.to_owned()
    } else {
        if let Some(wrong) = html::wrong(rendered) {
            found.push(Issue::new(
                "",
                format!("the {name} {key} is no HTML of the messenger: {wrong}"),
                "close every tag, use only b i u s code pre a blockquote tg-spoiler, write &lt; &gt; &amp;",
            ));
        }
        html::strip(rendered)
    };
    let chars = read.chars().count();
    if chars > chars_max {
        let what = format!("the {name} {key} has {chars} characters or more");
        found.push(Issue::new("", what, format!("shorten it to {chars_max}")));
    }
    if read.trim().is_empty() {
        let what = format!("the {name} {key} is empty for some arguments");
        found.push(Issue::new("", what, "write it"));
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
                issues.push(Issue::new(
                    address,
                    format!("“{address}” is written out"),
                    "write {$address} or {$Address}: each organisation chooses its form",
                ));
            }
            issues
        }
    }
}

impl Bundle {
    /// A fault at words of a text, or at its beginning if they are not there as written.
    fn fault_within(&self, key: &str, issue: &Issue) -> Fault {
        let fault = self.fault(key, &issue.what, &issue.mend);
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
                self.fault_at(begins + found, issue.what.clone(), &issue.mend)
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
