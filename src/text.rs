//! Interface texts: loading, rendering, escaping, splitting.
//!
//! Knows `messages/ui/`, both languages and the organisation's words. Must not know who
//! reads a text, nor why. A key or an argument that does not exist is a bug of ours:
//! tests and `nhip check` find it, and a debug build stops at it.

pub(crate) mod bundle;
pub(crate) mod html;
mod moment;
mod plain;
mod words;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use fluent_bundle::{FluentArgs, FluentValue};

use self::bundle::Bundle;
pub use self::html::escape;
pub use self::plain::fold;
pub(crate) use self::plain::{grouped, has_no_width, is_noncharacter, is_unwritable, one_line};
pub use self::words::{Address, Phrase, SPOKEN_TO, Words};
use crate::fault::{Fault, Faults};
use crate::messages::Tree;
use crate::told;
use crate::types::Language;

/// Their folder.
pub(crate) const UI: &str = "ui";
/// Shown where a text or an argument is missing; only a bug can lead to it.
const GAP: &str = "…";

/// Something put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words as people write them; escaped inside HTML.
    Text(String),
    /// Ready HTML of ours; its tags are dropped inside plain text.
    Html(String),
    /// A whole number, written `1.234` (English: `1,234`).
    Number(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A count.
impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Number(crate::types::count(count))
    }
}

/// Numbers, and by which a text chooses: 1 or 0.
macro_rules! numbers {
    ($($number:ty),+) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Self {
                Self::Number(number.into())
            }
        }
    )+};
}

numbers!(i64, u32, u16, u8, bool);

/// A day as it is written: `09/11/2026`.
impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Text(day.format("%d/%m/%Y").to_string())
    }
}

/// The texts of both languages with the organisation's words in them. Cheap to clone.
#[derive(Clone)]
pub struct Texts {
    catalog: Arc<Catalog>,
}

struct Catalog {
    vi: Bundle,
    en: Bundle,
    words: Words,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Markup {
    Html,
    Plain,
}

impl Texts {
    /// The texts inside the binary.
    pub fn built_in(words: &Words) -> Result<Self, Faults> {
        let tree = Tree::built_in().map_err(|fault| Faults(vec![fault]))?;
        Self::of(&tree, words, None)
    }

    /// The texts of a folder, which must have all that the built-in ones have.
    pub fn load(dir: &Path, words: &Words) -> Result<Self, Faults> {
        let tree = Tree::read(dir).map_err(|fault| Faults(vec![fault]))?;
        let built_in = Self::built_in(words)?;
        Self::of(&tree, words, Some(&built_in.catalog.vi))
    }

    fn of(tree: &Tree, words: &Words, reference: Option<&Bundle>) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let vi = Bundle::read(tree, UI, Language::Vi, &mut faults);
        let en = Bundle::read(tree, UI, Language::En, &mut faults);
        if faults.is_empty() {
            let reference = reference.unwrap_or(&vi);
            faults.extend(vi.lacks(reference));
            faults.extend(
                [&vi, &en]
                    .iter()
                    .flat_map(|bundle| bundle.exceeds(reference)),
            );
        }
        Faults::none(faults)?;
        Ok(Self {
            catalog: Arc::new(Catalog {
                vi,
                en,
                words: words.clone(),
            }),
        })
    }

    /// A message body: the messenger's HTML.
    pub fn html(&self, language: Language, key: &str, args: &[(&str, Value)]) -> String {
        self.render(language, key, args, Markup::Html)
    }

    /// A toast, a button's label, a menu's description: no HTML.
    pub fn plain(&self, language: Language, key: &str, args: &[(&str, Value)]) -> String {
        self.render(language, key, args, Markup::Plain)
    }

    /// The content's words with the organisation's form of address in them.
    pub fn addressed(&self, content: &str) -> String {
        self.catalog.words.address.put(content)
    }

    /// A text that English lacks is shown in Vietnamese.
    fn render(
        &self,
        language: Language,
        key: &str,
        args: &[(&str, Value)],
        form: Markup,
    ) -> String {
        let catalog = &self.catalog;
        let bundle = match language {
            Language::En if catalog.en.has(key) => &catalog.en,
            Language::En | Language::Vi => &catalog.vi,
        };
        let mut values = FluentArgs::new();
        for (name, word) in catalog.words.in_language(bundle.language()) {
            values.set(name, fluent(&Value::Text(word), form));
        }
        for (name, value) in args {
            values.set(*name, fluent(value, form));
        }
        for name in bundle.arguments(key).into_iter().flatten() {
            if values.get(name.as_str()).is_none() {
                bug(&format!("the text {key} was not given its ${name}"));
                values.set(name.clone(), GAP);
            }
        }
        match bundle.format(key, &values) {
            Ok(text) => text,
            Err(error) => {
                bug(&error);
                GAP.to_owned()
            }
        }
    }
}

/// Tests stop here. For a user a gap in a text is better than no answer.
fn bug(what: &str) {
    tracing::error!("{what}");
    debug_assert!(false, "{what}");
}

fn fluent(value: &Value, form: Markup) -> FluentValue<'static> {
    match (value, form) {
        (Value::Number(number), _) => FluentValue::from(*number),
        (Value::Text(text), Markup::Html) => FluentValue::from(escape(text)),
        (Value::Html(text), Markup::Plain) => FluentValue::from(html::strip(text)),
        (Value::Text(text), Markup::Plain) | (Value::Html(text), Markup::Html) => {
            FluentValue::from(text.clone())
        }
    }
}

/// The arguments that every text may use without being given them.
pub(crate) fn implied() -> BTreeSet<String> {
    let words = Words::default().in_language(Language::Vi);
    words.into_iter().map(|(name, _)| name.to_owned()).collect()
}

impl Bundle {
    /// What a text of the reference is missing here.
    fn lacks(&self, reference: &Self) -> Vec<Fault> {
        let missing = reference.keys().filter(|key| !self.has(key));
        missing
            .map(|key| Fault::of_file(self.shown(), told!("ftl-missing", key = key)))
            .collect()
    }

    /// Arguments that the program will not give.
    fn exceeds(&self, reference: &Self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for key in self.keys() {
            let given = reference.arguments(key).cloned().unwrap_or_default();
            let wanted = self.arguments(key).cloned().unwrap_or_default();
            let extra = wanted
                .difference(&given)
                .filter(|name| !implied().contains(*name));
            faults.extend(
                extra.map(|name| self.fault(key, told!("ftl-not-given", key = key, name = name))),
            );
        }
        faults
    }
}

#[cfg(test)]
mod tests;
