//! The ledger of documents: from when each is in force, until when, and what took its place.
//!
//! Knows documents and days. Must not know questions, nor what today is: whoever asks says the day.

mod mentions;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Source;

/// A document that may be a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What a source names: `ND30-2020`.
    pub id: String,
    /// How a member reads it under an answer.
    pub cite: String,
    /// What stands on it: `30/2020/NĐ-CP`. A history of the union has none.
    pub number: Option<String>,
    /// The day that stands on it.
    pub date: Option<NaiveDate>,
    /// Its first day.
    pub in_force_from: Option<NaiveDate>,
    /// The first day on which it is no longer in force, if one is known.
    pub ends: Option<NaiveDate>,
    /// The id of what took its place.
    pub replaced_by: Option<String>,
    /// Nobody has settled what it says or whether it holds: no key rests on it.
    pub unsettled: bool,
    /// When somebody last looked.
    pub checked_on: NaiveDate,
}

/// Why nothing may rest on a document on some day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// It is not in force before this day.
    NotBefore(NaiveDate),
    /// It is not in force from this day on.
    Since(NaiveDate),
}

impl Document {
    /// What speaks against resting on it on `day`.
    pub fn lapse(&self, day: NaiveDate) -> Option<Lapse> {
        if let Some(ends) = self.ends.filter(|ends| *ends <= day) {
            return Some(Lapse::Since(ends));
        }
        let begins = self.in_force_from.filter(|begins| *begins > day);
        begins.map(Lapse::NotBefore)
    }
}

/// All documents by their id.
#[derive(Debug, Clone, Default)]
pub struct Ledger(BTreeMap<String, Document>);

impl Ledger {
    /// The ledger of these documents; of two with one id, the last.
    pub(super) fn new(documents: impl IntoIterator<Item = Document>) -> Self {
        let by_id = documents.into_iter().map(|one| (one.id.clone(), one));
        Self(by_id.collect())
    }

    /// A document by its id.
    pub fn get(&self, id: &str) -> Option<&Document> {
        self.0.get(id)
    }

    /// Those whose end is not known.
    pub(super) fn living(&self) -> impl Iterator<Item = &Document> {
        let all = self.0.values();
        all.filter(|one| one.replaced_by.is_none() && one.ends.is_none())
    }

    /// Whether nothing is listed.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The document of a source, and those whose numbers `texts` rest on.
    pub(crate) fn rests_on<'a>(
        &self,
        source: &str,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Vec<String> {
        let mut ids = vec![source.to_owned()];
        for text in texts {
            let named = mentions::relied_on(self, text);
            ids.extend(named.into_iter().map(|document| document.id.clone()));
        }
        ids.sort();
        ids.dedup();
        ids
    }

    /// The first of these documents that does not hold on `day`, and why.
    pub fn lapse<'a>(&'a self, ids: &[String], day: NaiveDate) -> Option<(&'a Document, Lapse)> {
        let documents = ids.iter().filter_map(|id| self.get(id));
        let mut lapsed = documents.filter_map(|one| Some((one, one.lapse(day)?)));
        lapsed.next()
    }

    /// The document that keeps an entry from being sent on `day`: it does not hold, or the key rests on what is unsettled.
    pub(super) fn barred<'a>(
        &'a self,
        rests_on: &[String],
        source: &Source,
        day: NaiveDate,
    ) -> Option<&'a Document> {
        let lapsed = self.lapse(rests_on, day).map(|(document, _)| document);
        let unsettled = || self.get(&source.document).filter(|one| one.unsettled);
        lapsed.or_else(unsettled)
    }

    /// How a member reads a source: `Luật … số 36/2018/QH14, khoản 2 Điều 22`.
    pub fn cite(&self, source: &Source) -> String {
        let document = self.get(&source.document);
        let name = document.map_or(source.document.as_str(), |one| one.cite.as_str());
        cite(name, source.place.as_deref())
    }
}

/// A place such as `II.3.2` is a section's number and needs the word for it.
pub(crate) fn cite(document: &str, place: Option<&str>) -> String {
    let Some(place) = place else {
        return document.to_owned();
    };
    let numeral = place.split('.').next().unwrap_or(place);
    if !numeral.is_empty() && numeral.chars().all(|c| "IVX".contains(c)) {
        format!("{document}, mục {place}")
    } else {
        format!("{document}, {place}")
    }
}

#[cfg(test)]
pub(super) mod tests;
