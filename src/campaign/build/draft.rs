//! One file being turned into content: the small steps that every kind shares.
//!
//! Knows a file, the documents and where faults go. Must not know kinds of content.

use chrono::NaiveDate;
use serde_saphyr::Spanned;

use super::super::ledger::Ledger;
use super::super::read::ContentFile;
use super::super::{Source, dates, raw};
use crate::fault::Fault;
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

    pub(super) fn fault<V>(&mut self, at: &Spanned<V>, what: String, mend: &str) {
        self.faults.push(self.page.sheet.fault(at, what, mend));
    }

    /// Whether the id is the one that its place asks for.
    pub(super) fn id(&mut self, at: &raw::Text, expected: &str) -> bool {
        let right = at.value == expected;
        if !right {
            self.fault(
                at,
                format!("the id is {}, but here stands {expected}", at.value),
                "ids run without gaps and are never reused: bring back a deleted entry with superseded_by, or correct the id",
            );
        }
        right
    }

    pub(super) fn date(&mut self, at: &raw::Text) -> NaiveDate {
        dates::parse(&at.value).unwrap_or_else(|| {
            self.fault(
                at,
                format!("“{}” is no date", at.value),
                "write a day that exists as dd/mm/yyyy, as in 07/11/2017",
            );
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
            self.fault(
                at,
                format!("{} is no document of documents.yaml", at.value),
                "name one that is listed there, or list it",
            );
        }
    }

    /// The criterion named at `at`, which must be one of `theme`.
    pub(super) fn criterion(&mut self, at: &raw::Text, theme: u8) -> CriterionId {
        let named = at.value.parse().ok();
        named
            .filter(|id: &CriterionId| id.theme == theme)
            .unwrap_or_else(|| {
                self.fault(
                    at,
                    format!("“{}” is no criterion of theme {theme}", at.value),
                    "write one of the theme's three, in quotation marks, as in \"2.1\"",
                );
                CriterionId { theme, number: 1 }
            })
    }
}

/// The texts without their places.
pub(super) fn values(texts: &[raw::Text]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}
