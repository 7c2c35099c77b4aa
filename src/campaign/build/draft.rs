//! One file being turned into content: the small steps that every kind shares.
//!
//! Knows a file, the documents and where faults go. Must not know kinds of content.

use chrono::NaiveDate;
use serde_saphyr::Spanned;

use super::super::form::Wording;
use super::super::ledger::Ledger;
use super::super::read::ContentFile;
use super::super::{Source, dates, raw};
use crate::fault::Fault;
use crate::told;
use crate::types::CriterionId;

/// A file, the documents it may name and the faults found so far.
pub(super) struct FileDraft<'a, T> {
    pub page: &'a ContentFile<T>,
    ledger: &'a Ledger,
    faults: &'a mut Vec<Fault>,
}

impl<'a, T> FileDraft<'a, T> {
    pub(super) fn new(
        page: &'a ContentFile<T>,
        ledger: &'a Ledger,
        faults: &'a mut Vec<Fault>,
    ) -> Self {
        Self {
            page,
            ledger,
            faults,
        }
    }

    pub(super) fn fault<V>(&mut self, at: &Spanned<V>, what: String) {
        self.faults.push(self.page.sheet.fault(at, what));
    }

    /// Whether the id is the one that its place asks for.
    pub(super) fn id(&mut self, at: &raw::Text, expected: &str) -> bool {
        let right = at.value == expected;
        if !right {
            self.fault(
                at,
                told!("id-out-of-order", given = at.value, expected = expected),
            );
        }
        right
    }

    pub(super) fn date(&mut self, at: &raw::Text) -> NaiveDate {
        dates::parse(&at.value).unwrap_or_else(|| {
            self.fault(at, told!("no-date", given = at.value));
            NaiveDate::default()
        })
    }

    pub(super) fn source(&mut self, raw: &raw::Source) -> Source {
        self.document(&raw.document);
        Source {
            document: raw.document.value.clone(),
            place: raw.place.as_ref().map(|place| place.value.clone()),
        }
    }

    /// The documents that an entry rests on: its source, and those its texts name by number.
    pub(super) fn rests_on(&self, source: &raw::Source, texts: &[&raw::Text]) -> Vec<String> {
        let texts = texts.iter().map(|text| text.value.as_str());
        self.ledger.rests_on(&source.document.value, texts)
    }

    pub(super) fn document(&mut self, at: &raw::Text) {
        // No documents at all: documents.yaml has a fault of its own.
        if !self.ledger.is_empty() && self.ledger.get(&at.value).is_none() {
            self.fault(at, told!("no-document", given = at.value));
        }
    }

    /// The criterion named at `at`, which must be one of `theme`.
    pub(super) fn criterion(&mut self, at: &raw::Text, theme: u8) -> CriterionId {
        let named = at.value.parse().ok();
        named
            .filter(|id: &CriterionId| id.theme == theme)
            .unwrap_or_else(|| {
                self.fault(at, told!("no-criterion", given = at.value, theme = theme));
                CriterionId { theme, number: 1 }
            })
    }
}

/// The texts without their places.
pub(super) fn values(texts: &[raw::Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

/// Words in both languages without their places.
pub(super) fn wording(raw: &raw::form::Wording) -> Wording {
    Wording {
        vi: raw.vi.value.clone(),
        en: raw.en.value.clone(),
    }
}
