//! An answer as people read it.
//!
//! Knows how numbers, days and choices are written. Must not know where they are shown.

use crate::campaign::form::{Field, FieldKind, Known};
use crate::text::Texts;
use crate::types::{Answer, Language};

/// As it stands on a screen or in a document.
pub(crate) fn shown(field: &Field, answer: &Answer, texts: &Texts, language: Language) -> String {
    match answer {
        Answer::Unknown => texts.plain(language, "form-unknown", &[]),
        Answer::Words(words) => words.clone(),
        Answer::Chosen(ids) => {
            let names = ids.split(' ').map(|id| option_name(field, id, language));
            names.collect::<Vec<_>>().join(", ")
        }
        Answer::Number(value) => {
            let number = number(field.kind, *value, language);
            let key = match field.kind {
                FieldKind::Percent => "form-percent",
                FieldKind::Dong => "form-dong",
                FieldKind::Million => "form-million",
                _ => return number,
            };
            texts.plain(language, key, &[("number", number.into())])
        }
    }
}

/// The name of an option; its id if it is no more.
fn option_name<'f>(field: &'f Field, id: &'f str, language: Language) -> &'f str {
    let option = field.options.iter().find(|one| one.id == id);
    option.map_or(id, |one| one.name.get(language))
}

/// A number without what is counted.
pub(super) fn number(kind: FieldKind, value: i64, language: Language) -> String {
    let scale = match kind {
        FieldKind::Percent => 100,
        FieldKind::Million => 1_000_000,
        FieldKind::Date => {
            return super::number_day(value)
                .map_or(value.to_string(), |day| day.format("%d/%m/%Y").to_string());
        }
        FieldKind::Month => return format!("{:02}/{}", value % 100, value / 100),
        _ => 1,
    };
    let (thousands, point) = match language {
        Language::Vi => ('.', ','),
        Language::En => (',', '.'),
    };
    let whole = crate::text::grouped(value / scale, thousands);
    if value % scale == 0 {
        return whole;
    }
    let width = if scale == 100 { 2 } else { 6 };
    let part = format!("{:0width$}", value % scale);
    format!("{whole}{point}{}", part.trim_end_matches('0'))
}

/// The text that says what the bot counts itself.
pub(crate) fn known_text(known: Known) -> &'static str {
    match known {
        Known::Declared => "form-known-declared",
        Known::Rounds => "form-known-rounds",
        Known::Reached => "form-known-reached",
        Known::Answered => "form-known-answered",
        Known::Checkins => "form-known-checkins",
        Known::Commended => "form-known-commended",
        Known::Broadcasts => "form-known-broadcasts",
        Known::Initiatives => "form-known-initiatives",
        Known::Recognised => "form-known-recognised",
        Known::Raised => "form-known-raised",
        Known::Benefit => "form-known-benefit",
    }
}
