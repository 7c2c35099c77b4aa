//! Samples for the arguments of a text, so that each of its variants is rendered once.
//!
//! Knows arguments by name and by the choices made with them. Must not know texts.

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::text::bundle::Needs;
use crate::text::{Value, Words, escape};
use crate::types::Language;

/// Stands for any words: with marks, and with a letter that HTML must not see bare.
const WORDS: &str = "Sở Nội vụ & Đất";
/// Stands for any number, long enough to be grouped.
const NUMBER: i64 = 1_234;
/// Numbers that languages count differently.
const NUMBERS: [i64; 5] = [0, 1, 2, 5, NUMBER];
/// The words for numbers that Fluent chooses by.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Sets of arguments: one with defaults, then one for each other choice.
pub(super) fn of(needs: &Needs, language: Language, html: bool) -> Vec<FluentArgs<'static>> {
    let mut all = vec![base(needs, language, html)];
    for (name, known) in &needs.choices {
        for value in values(known) {
            let mut args = base(needs, language, html);
            args.set(name.clone(), fluent(&value, html));
            all.push(args);
        }
    }
    all
}

fn base(needs: &Needs, language: Language, html: bool) -> FluentArgs<'static> {
    let mut args = FluentArgs::new();
    for name in &needs.arguments {
        let chosen = needs.choices.get(name);
        let value = chosen.and_then(|known| values(known).pop());
        args.set(name.clone(), fluent(&value.unwrap_or(WORDS.into()), html));
    }
    for (name, word) in Words::default().in_language(language) {
        // The form of address would look like one that is written out.
        let word = if name.eq_ignore_ascii_case("address") {
            "A".to_owned()
        } else {
            word
        };
        args.set(name, fluent(&word.into(), html));
    }
    args
}

/// The values that lead to every variant: numbers if it chooses by numbers.
fn values(known: &BTreeSet<String>) -> Vec<Value> {
    let numeric = |word: &String| {
        PLURALS.contains(&word.as_str()) || word.chars().all(|c| c.is_ascii_digit())
    };
    if known.iter().all(numeric) {
        let named = known.iter().filter_map(|word| word.parse().ok());
        let all: BTreeSet<i64> = named.chain(NUMBERS).collect();
        all.into_iter().map(Value::Number).collect()
    } else {
        known.iter().cloned().map(Value::Text).collect()
    }
}

fn fluent(value: &Value, html: bool) -> FluentValue<'static> {
    match value {
        Value::Number(number) => FluentValue::from(*number),
        Value::Text(text) if html => FluentValue::from(escape(text)),
        Value::Text(text) | Value::Html(text) => FluentValue::from(text.clone()),
    }
}
