//! One language's file of texts.
//!
//! Knows Fluent. Must not know what the texts are for, nor the other language.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use unic_langid::LanguageIdentifier;

use super::plain::grouped;
use crate::fault::{Fault, position};
use crate::messages::Tree;
use crate::told;
use crate::types::Language;

/// One language's texts.
pub(crate) struct Bundle {
    language: Language,
    shown: String,
    source: String,
    bundle: FluentBundle<FluentResource>,
    texts: BTreeMap<String, Needs>,
}

/// What a text needs before it can be rendered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Needs {
    /// The names of its arguments, those of texts it quotes among them.
    pub arguments: BTreeSet<String>,
    /// The arguments it chooses by, and the words it knows for each.
    pub choices: BTreeMap<String, BTreeSet<String>>,
    /// The texts it quotes.
    quotes: BTreeSet<String>,
    /// It has attributes, which nobody would ever see.
    pub attributes: bool,
}

impl Bundle {
    /// Reads `<folder>/<language>.ftl`; what cannot be read becomes faults.
    pub(crate) fn read(
        tree: &Tree,
        folder: &str,
        language: Language,
        faults: &mut Vec<Fault>,
    ) -> Self {
        let path = format!("{folder}/{}.ftl", language.code());
        let source = tree.get(&path).unwrap_or_else(|| {
            faults.push(crate::campaign::read::missing(tree, &path));
            ""
        });
        let mut book = Self {
            language,
            shown: tree.shown(&path),
            source: source.to_owned(),
            bundle: bundle(language),
            texts: BTreeMap::new(),
        };
        let resource = match FluentResource::try_new(source.to_owned()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                faults.extend(errors.iter().map(|error| book.unread(error)));
                resource
            }
        };
        book.texts = texts(&resource);
        book.quote(faults);
        for error in book
            .bundle
            .add_resource(resource)
            .err()
            .into_iter()
            .flatten()
        {
            faults.push(book.twice(&error));
        }
        book
    }

    fn unread(&self, error: &fluent_syntax::parser::ParserError) -> Fault {
        Fault::at_byte(
            &self.shown,
            &self.source,
            error.pos.start,
            told!("ftl-unread", cause = error),
        )
    }

    fn twice(&self, error: &FluentError) -> Fault {
        let FluentError::Overriding { id, .. } = error else {
            return Fault::of_file(&self.shown, told!("ftl-other", cause = error));
        };
        let again = self.lines_of(id).nth(1).unwrap_or(1);
        Fault {
            line: again,
            ..Fault::of_file(&self.shown, told!("ftl-twice", key = id))
        }
    }

    /// Gives each text the needs of the texts it quotes.
    fn quote(&mut self, faults: &mut Vec<Fault>) {
        for key in self.texts.keys().cloned().collect::<Vec<_>>() {
            let mut whole = Needs::default();
            let mut seen = BTreeSet::new();
            let mut waiting = vec![key.clone()];
            while let Some(next) = waiting.pop() {
                let Some(needs) = self.texts.get(&next) else {
                    let what = told!("ftl-quotes", key = key, other = next);
                    faults.push(self.fault(&key, what));
                    continue;
                };
                if seen.insert(next) {
                    whole.merge(needs);
                    waiting.extend(needs.quotes.iter().cloned());
                }
            }
            self.texts.insert(key, whole);
        }
    }

    /// The language it is written in.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// How its file is called in faults.
    pub(crate) fn shown(&self) -> &str {
        &self.shown
    }

    /// Whether there is a text of that key.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    /// All keys, in order.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.keys().map(String::as_str)
    }

    /// What a text needs.
    pub(crate) fn needs(&self, key: &str) -> Option<&Needs> {
        self.texts.get(key)
    }

    /// Whether another text quotes this one.
    #[cfg(test)]
    pub(crate) fn quoted(&self, key: &str) -> bool {
        let others = self.texts.iter().filter(|(other, _)| *other != key);
        others
            .into_iter()
            .any(|(_, needs)| needs.quotes.contains(key))
    }

    /// The names of a text's arguments.
    pub(crate) fn arguments(&self, key: &str) -> Option<&BTreeSet<String>> {
        self.texts.get(key).map(|needs| &needs.arguments)
    }

    /// The text with its arguments in place, or what is wrong.
    pub(crate) fn format(&self, key: &str, args: &FluentArgs<'_>) -> Result<String, String> {
        let message = self.bundle.get_message(key);
        let pattern = message
            .and_then(|message| message.value())
            .ok_or_else(|| format!("there is no text {key}"))?;
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err(format!("the text {key} cannot be rendered: {error}")),
        }
    }

    /// A fault at the line where a text begins.
    pub(crate) fn fault(&self, key: &str, what: impl Into<String>) -> Fault {
        Fault {
            line: self.lines_of(key).next().unwrap_or(1),
            ..Fault::of_file(&self.shown, what)
        }
    }

    fn lines_of(&self, key: &str) -> impl Iterator<Item = usize> {
        let starts = move |line: &str| {
            line.strip_prefix(key)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        self.source
            .lines()
            .zip(1..)
            .filter_map(move |(line, number)| starts(line).then_some(number))
    }

    /// A fault at a place in the file, found by what stands there.
    pub(crate) fn fault_at(&self, offset: usize, what: String) -> Fault {
        let (line, column) = position(&self.source, offset);
        Fault {
            line,
            column,
            ..Fault::of_file(&self.shown, what)
        }
    }

    /// The file, letter by letter.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }
}

impl Needs {
    fn merge(&mut self, other: &Self) {
        self.arguments.extend(other.arguments.iter().cloned());
        for (name, words) in &other.choices {
            let known = self.choices.entry(name.clone()).or_default();
            known.extend(words.iter().cloned());
        }
        self.quotes.extend(other.quotes.iter().cloned());
        self.attributes |= other.attributes;
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
                if let InlineExpression::VariableReference { id } = selector {
                    let words = variants.iter().map(|variant| match variant.key {
                        VariantKey::Identifier { name } => name.to_owned(),
                        VariantKey::NumberLiteral { value } => value.to_owned(),
                    });
                    let known = self.choices.entry(id.name.to_owned()).or_default();
                    known.extend(words);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.quotes.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|one| self.inline(one));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}

fn texts(resource: &FluentResource) -> BTreeMap<String, Needs> {
    let mut texts = BTreeMap::new();
    for entry in resource.entries() {
        if let Entry::Message(message) = entry {
            let mut needs = Needs {
                attributes: !message.attributes.is_empty(),
                ..Needs::default()
            };
            if let Some(pattern) = &message.value {
                needs.pattern(pattern);
            }
            texts.insert(message.id.name.to_owned(), needs);
        }
    }
    texts
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Otherwise Fluent puts invisible marks around every argument, which would end up in messages and searches.
    bundle.set_use_isolating(false);
    match language {
        Language::Vi => bundle.set_formatter(Some(dotted)),
        Language::En => bundle.set_formatter(Some(comma)),
    }
    bundle
}

fn dotted<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(value, '.', ",")
}

fn comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(value, ',', ".")
}

fn written(value: &FluentValue<'_>, mark: char, point: &str) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = number.value.to_string();
    match digits.split_once('.') {
        None => digits.parse().ok().map(|whole: i64| grouped(whole, mark)),
        Some((whole, part)) => {
            let whole = grouped(whole.parse().ok()?, mark);
            Some(format!("{whole}{point}{part}"))
        }
    }
}
