//! The forms: their rules of form.
//!
//! Knows what would break a dialogue, a file or a sum. Must not know what is asked.

mod author;
mod surveys;

use std::collections::BTreeSet;

use super::draft::{FileDraft, wording};
use crate::campaign::form::{
    Asks, FIELDS_MAX, FORM_PROMPTS_MAX, Field, FieldChecks, FieldKind, FieldOption, Form,
    FormPrompt, MONEY_MAX, NUMBER_MAX, SumCheck, Told, WORDS_MAX, Wording,
};
use crate::campaign::ledger::Ledger;
use crate::campaign::raw::form as raw;
use crate::campaign::read::Content;
use crate::fault::Fault;
use crate::told;
use crate::types::{FormName, Length};

/// Options that a field may have: their buttons fit a screen.
const OPTIONS_MAX: usize = 12;
/// Letters of an option's id: it is stored and carried by files.
const OPTION_CHARS: usize = 12;
/// Rows of the report that an officer fills in; 17 is what is asked of the level above.
pub(crate) const REPORT_ROWS: std::ops::RangeInclusive<u8> = 1..=17;

type FormFile<'a> = FileDraft<'a, raw::Form>;

pub(super) fn forms(content: &Content, ledger: &Ledger, faults: &mut Vec<Fault>) -> Vec<Form> {
    let pages = content.forms.iter();
    let forms =
        pages.filter_map(|page| FileDraft::new(page, ledger, faults).form(&page.sheet.path));
    let forms: Vec<Form> = forms.collect();
    author::only_one(content, faults);
    forms
}

impl FormFile<'_> {
    fn form(&mut self, path: &str) -> Option<Form> {
        let raw = &self.page.raw;
        let expected = path.trim_start_matches("forms/").trim_end_matches(".yaml");
        let name: Option<FormName> = expected.parse().ok();
        if name.is_none() || raw.form.value != expected {
            let what = told!("form-name", given = raw.form.value, expected = expected);
            self.fault(&raw.form, what);
        }
        let periods = self.periods();
        let opens = self.opens();
        let prompts = self.prompts();
        match raw.asks {
            Asks::Author => self.told_by_author(),
            Asks::Members | Asks::Oneself => self.choices_only(),
            Asks::Grassroots | Asks::Below => self.no_meanings(),
        }
        let known: BTreeSet<&str> = raw.all().map(|field| field.id.value.as_str()).collect();
        self.references(&known);
        self.names();
        Some(Form {
            name: name?,
            version: raw.version.value,
            title: wording(&raw.title),
            asks: raw.asks,
            periods,
            opens,
            prompts,
            sums: raw.sums.iter().map(sum).collect(),
            source: self.source(&raw.source),
            checked_on: self.date(&raw.checked_on),
        })
    }

    fn periods(&mut self) -> Vec<Length> {
        let raw = &self.page.raw;
        let listed = raw.periods.as_ref();
        let some = listed.is_some_and(|listed| !listed.value.is_empty());
        if some != raw.asks.units() {
            let what = match some {
                true => told!("form-members-periods"),
                false => told!("form-no-period"),
            };
            match listed {
                Some(at) => self.fault(at, what),
                None => self.fault(&raw.form, what),
            }
        }
        let length = |period: &raw::Period| match period {
            raw::Period::Year => Length::Year,
            raw::Period::HalfYear => Length::HalfYear,
            raw::Period::Quarter => Length::Quarter,
        };
        let listed = listed.map_or(&[][..], |listed| &listed.value);
        listed.iter().map(length).collect()
    }

    fn prompts(&mut self) -> Vec<FormPrompt> {
        let listed = &self.page.raw.prompts;
        let count = listed.value.len();
        if !(1..=FORM_PROMPTS_MAX).contains(&count) {
            self.fault(listed, told!("form-prompts", count = count));
        }
        let mut last = 0;
        let prompts = listed.value.iter().map(|prompt| {
            let number = self.number(prompt, last);
            last = number.max(last);
            FormPrompt {
                number: number.to_string(),
                ask: wording(&prompt.ask),
                hint: prompt.hint.as_ref().map(wording),
                fields: prompt
                    .fields
                    .value
                    .iter()
                    .map(|one| self.field(one))
                    .collect(),
            }
        });
        prompts.collect()
    }

    /// The number that the ids of a prompt's fields begin with; it rises from prompt to prompt.
    fn number(&mut self, prompt: &raw::FormPrompt, last: u32) -> u32 {
        let listed = &prompt.fields;
        let count = listed.value.len();
        if !(1..=FIELDS_MAX).contains(&count) {
            self.fault(listed, told!("form-fields", count = count));
        }
        let parts = |id: &str| -> Option<(u32, u32)> {
            let (prompt, field) = id.split_once('.')?;
            let parts = (prompt.parse().ok()?, field.parse().ok()?);
            (format!("{}.{}", parts.0, parts.1) == id).then_some(parts)
        };
        let (mut number, mut before) = (None, 0);
        for field in &listed.value {
            let found = parts(&field.id.value);
            let fits = found.is_some_and(|(prompt, own)| {
                prompt > last && number.is_none_or(|number| number == prompt) && own > before
            });
            if !fits {
                self.fault(&field.id, told!("form-id", id = field.id.value));
            }
            if let Some((prompt, own)) = found {
                number.get_or_insert(prompt);
                before = own;
            }
        }
        number.unwrap_or(last)
    }

    fn field(&mut self, raw: &raw::Field) -> Field {
        let kind = raw.kind.value;
        let (min, max) = self.limits(raw, kind);
        let report = raw.report.as_ref().map(|row| {
            if !REPORT_ROWS.contains(&row.value) {
                self.fault(row, told!("form-row", row = row.value));
            }
            row.value
        });
        self.fits(raw, kind);
        Field {
            id: raw.id.value.clone(),
            name: wording(&raw.name),
            kind,
            min,
            max,
            options: self.options(raw, kind),
            known: raw.known,
            means: raw.means.as_ref().map(|means| means.value),
            told: raw.told.unwrap_or(Told::Each),
            report,
            checks: checks(raw),
        }
    }

    fn limits(&mut self, raw: &raw::Field, kind: FieldKind) -> (i64, i64) {
        let scale = match kind {
            FieldKind::Percent => 100,
            FieldKind::Million => 1_000_000,
            _ => 1,
        };
        let most = match kind {
            FieldKind::Percent => 10_000,
            FieldKind::Dong | FieldKind::Million => MONEY_MAX,
            FieldKind::Text => WORDS_MAX,
            _ => NUMBER_MAX,
        };
        let value = |at: &Option<_>| {
            at.as_ref()
                .map(|at: &serde_saphyr::Spanned<i64>| at.value.saturating_mul(scale))
        };
        let (min, max) = (
            value(&raw.min).unwrap_or(0),
            value(&raw.max).unwrap_or(most),
        );
        if let Some(at) = raw.max.as_ref().or(raw.min.as_ref())
            && !(0 <= min && min <= max && max <= most)
        {
            let what = told!("form-limits", min = min / scale, max = max / scale);
            self.fault(at, what);
        }
        (min, max)
    }

    /// What a kind can do with a check.
    fn fits(&mut self, raw: &raw::Field, kind: FieldKind) {
        let day = matches!(kind, FieldKind::Date | FieldKind::Month);
        let (number, text) = (kind.is_number(), kind == FieldKind::Text);
        let share = raw.share_of.as_ref().map(|share| &share.field);
        let id = |wanted: bool| wanted.then_some(&raw.id);
        let within = id(raw.within_months.is_some());
        for (at, fits, key) in [
            (raw.at_most.as_ref(), number, "form-at-most"),
            (id(raw.near.is_some()), number, "form-near"),
            (share, number, "form-share"),
            (within, kind == FieldKind::Date, "form-within"),
            (id(raw.not_future), day, "form-future"),
            (id(raw.long_ago.is_some()), day, "form-long-ago"),
            (id(raw.no_names), text, "form-no-names"),
            (id(raw.no_files), text, "form-no-files"),
            (id(raw.no_wish), text, "form-no-wish"),
            (id(raw.figure), text, "form-figure"),
            (id(raw.told == Some(Told::Sum)), kind.adds_up(), "form-sum"),
        ] {
            if let Some(at) = at.filter(|_| !fits) {
                self.fault::<String>(at, told::text(key, &[]));
            }
        }
    }

    fn options(&mut self, raw: &raw::Field, kind: FieldKind) -> Vec<FieldOption> {
        let chosen = matches!(kind, FieldKind::Choice | FieldKind::Choices);
        let Some(listed) = &raw.options else {
            if chosen {
                self.fault(&raw.kind, told!("form-nothing-to-choose"));
            }
            return Vec::new();
        };
        if kind.is_number() || !(1..=OPTIONS_MAX).contains(&listed.value.len()) {
            let what = told!("form-options", count = listed.value.len());
            self.fault(listed, what);
        }
        let mut seen = BTreeSet::new();
        for option in &listed.value {
            let id = option.id.value.as_str();
            let sound = (1..=OPTION_CHARS).contains(&id.len())
                && id.bytes().all(|c| c.is_ascii_alphanumeric());
            if !sound || !seen.insert(id) {
                self.fault(&option.id, told!("form-option-id", id = id));
            }
        }
        let option = |one: &raw::FieldOption| FieldOption {
            id: one.id.value.clone(),
            name: Wording {
                vi: one.vi.value.clone(),
                en: one.en.value.clone(),
            },
        };
        listed.value.iter().map(option).collect()
    }

    /// No two fields have one name: it stands above a column.
    fn names(&mut self) {
        let mut seen = BTreeSet::new();
        for name in self
            .page
            .raw
            .all()
            .flat_map(|one| [&one.name.vi, &one.name.en])
        {
            if !seen.insert(name.value.to_lowercase()) {
                self.fault(name, told!("form-same-name", name = name.value));
            }
        }
    }

    /// Fields that are named elsewhere in the form.
    fn references(&mut self, known: &BTreeSet<&str>) {
        let raw = &self.page.raw;
        let shares = raw
            .all()
            .filter_map(|one| one.share_of.as_ref().map(|share| &share.field));
        let most = raw.all().filter_map(|one| one.at_most.as_ref());
        let sums = raw
            .sums
            .iter()
            .flat_map(|sum| sum.of.value.iter().chain([&sum.at_most]));
        for named in most.chain(shares).chain(sums) {
            if !known.contains(named.value.as_str()) {
                self.fault(named, told!("form-no-field", given = named.value));
            }
        }
    }
}

impl raw::Form {
    /// All fields, in order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &raw::Field> {
        self.prompts
            .value
            .iter()
            .flat_map(|prompt| &prompt.fields.value)
    }
}

fn checks(raw: &raw::Field) -> FieldChecks {
    let share = |share: &raw::ShareOf| {
        let field = share.field.value.clone();
        (field, share.percent.value, wording(&share.say))
    };
    let within = |within: &raw::WithinMonths| (within.months.value, wording(&within.say));
    FieldChecks {
        at_most: raw.at_most.as_ref().map(|field| field.value.clone()),
        not_future: raw.not_future,
        near: raw
            .near
            .as_ref()
            .map(|near| (near.known, near.percent.value)),
        share_of: raw.share_of.as_ref().map(share),
        within_months: raw.within_months.as_ref().map(within),
        long_ago: raw.long_ago.as_ref().map(within),
        no_names: raw.no_names,
        no_files: raw.no_files,
        no_wish: raw.no_wish,
        figure: raw.figure,
    }
}

fn sum(raw: &raw::SumCheck) -> SumCheck {
    SumCheck {
        of: super::draft::values(&raw.of.value),
        at_most: raw.at_most.value.clone(),
    }
}
