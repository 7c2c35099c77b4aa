//! The ledger's file: documents, their days, and who took whose place.
//!
//! Knows the rules of form. Must not know what rests on a document.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_saphyr::Spanned;

use crate::campaign::ledger::{Document, Ledger};
use crate::campaign::read::{Content, ContentFile};
use crate::campaign::{dates, raw};
use crate::fault::Fault;
use crate::told;

/// The ledger; what is faulty in it is told.
pub(super) fn ledger(content: &Content, faults: &mut Vec<Fault>) -> Ledger {
    let Some(page) = &content.documents else {
        return Ledger::default();
    };
    let by_id: BTreeMap<&str, &raw::Document> = page
        .raw
        .documents
        .iter()
        .map(|one| (one.id.value.as_str(), one))
        .collect();
    let mut builder = LedgerBuilder {
        page,
        by_id,
        faults,
    };
    builder.twice();
    Ledger::new(page.raw.documents.iter().map(|raw| builder.document(raw)))
}

struct LedgerBuilder<'a> {
    page: &'a ContentFile<raw::Documents>,
    by_id: BTreeMap<&'a str, &'a raw::Document>,
    faults: &'a mut Vec<Fault>,
}

impl LedgerBuilder<'_> {
    fn fault<T>(&mut self, at: &Spanned<T>, what: String) {
        self.faults.push(self.page.sheet.fault(at, what));
    }

    fn twice(&mut self) {
        let mut seen = BTreeSet::new();
        for document in &self.page.raw.documents {
            let id = &document.id;
            if !seen.insert(id.value.as_str()) {
                self.fault(id, told!("document-twice", id = id.value));
            }
        }
    }

    fn document(&mut self, raw: &raw::Document) -> Document {
        let in_force_from = raw.in_force_from.as_ref().and_then(|at| self.date(at));
        if let (Some(issuer), None) = (&raw.issuer, &raw.in_force_from) {
            self.fault(issuer, told!("document-no-start", id = raw.id.value));
        }
        for amendment in raw.amended_by.iter() {
            // A label has spaces in it; an id has none.
            if !amendment.value.contains(' ') {
                self.listed(amendment);
            }
        }
        Document {
            id: raw.id.value.clone(),
            cite: raw.cite.value.clone(),
            number: raw.number.as_ref().map(|one| one.value.clone()),
            date: raw.date.as_ref().and_then(|at| self.date(at)),
            in_force_from,
            ends: self.ends(raw, in_force_from),
            replaced_by: raw.replaced_by.as_ref().map(|id| id.value.clone()),
            unsettled: raw.unsettled.is_some(),
            checked_on: self.date(&raw.checked_on).unwrap_or_default(),
        }
    }

    /// The first day without it: the day after its last, or the first of what took its place.
    fn ends(&mut self, raw: &raw::Document, from: Option<NaiveDate>) -> Option<NaiveDate> {
        let last = raw.in_force_until.as_ref();
        let after_last = last.and_then(|at| self.date(at)?.succ_opt());
        let next = raw.replaced_by.as_ref();
        let taken = next.and_then(|at| self.taken_over(at, &raw.id.value));
        let ends = match (after_last, taken) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let at = last.or(next)?;
        if ends.zip(from).is_some_and(|(ends, from)| ends <= from) {
            self.fault(at, told!("document-ends-early", id = raw.id.value));
        }
        ends
    }

    /// The first day of the document that took the place of `id`.
    fn taken_over(&mut self, at: &raw::Text, id: &str) -> Option<NaiveDate> {
        if at.value == id {
            self.fault(at, told!("document-itself", id = id));
            return None;
        }
        let next = self.listed(at)?;
        let begins = next.in_force_from.as_ref();
        begins.and_then(|at| dates::parse(&at.value))
    }

    fn listed(&mut self, at: &raw::Text) -> Option<&raw::Document> {
        let found = self.by_id.get(at.value.as_str()).copied();
        if found.is_none() {
            self.fault(at, told!("document-unlisted", given = at.value));
        }
        self.by_id.get(at.value.as_str()).copied()
    }

    fn date(&mut self, at: &raw::Text) -> Option<NaiveDate> {
        let date = dates::parse(&at.value);
        if date.is_none() {
            self.fault(at, told!("no-date", given = at.value));
        }
        date
    }
}
