//! The form in which an author tells of an initiative: its rules of form.
//!
//! Knows what of an initiative must be asked for, so that it can be listed and written down. Must not know how it is asked.

use std::collections::BTreeSet;

use super::FormFile;
use crate::campaign::form::{Asks, Means};
use crate::campaign::raw::form as raw;
use crate::campaign::read::Content;
use crate::fault::Fault;
use crate::told;

/// There is one such form, or none: then nobody is asked.
pub(super) fn only_one(content: &Content, faults: &mut Vec<Fault>) {
    let all = content.forms.iter();
    for second in all.filter(|page| page.raw.asks == Asks::Author).skip(1) {
        let at = &second.raw.form;
        faults.push(second.sheet.fault(at, told!("form-author-twice")));
    }
}

impl FormFile<'_> {
    /// What is told goes into a register: each thing once, of the kind it is, and the first three in any case.
    pub(super) fn told_by_author(&mut self) {
        let raw = &self.page.raw;
        let mut seen = BTreeSet::new();
        for field in raw.all() {
            if field.known.is_some() || field.told.is_some() || field.report.is_some() {
                self.fault(&field.id, told!("form-members-fill"));
            }
            let Some(means) = &field.means else {
                continue;
            };
            if means.value.kind() != field.kind.value {
                self.fault(means, told!("form-means-kind"));
            }
            if !seen.insert(means.value) {
                self.fault(means, told!("form-means-twice"));
            }
        }
        let first = raw.prompts.value.iter().map(|prompt| {
            let fields = prompt.fields.value.iter();
            let means = fields.map(|field| field.means.as_ref().map(|means| means.value));
            means.collect::<Vec<_>>()
        });
        let first: Vec<_> = first.take(Means::FIRST.len()).flatten().collect();
        if first != Means::FIRST.map(Some) {
            self.fault(&raw.form, told!("form-means-first"));
        }
    }

    /// Only an author's answers mean something of an initiative.
    pub(super) fn no_meanings(&mut self) {
        let raw: &raw::Form = &self.page.raw;
        for field in raw.all() {
            if let Some(means) = &field.means {
                self.fault(means, told!("form-means-author"));
            }
        }
    }
}
