//! Whether what is asked still rests on what holds: documents and the days of their use.
//!
//! Knows that an entry is sent from its first day on, and from today on. Must not know what a
//! document says. What ends later, or was looked at long ago, is a warning.

use chrono::NaiveDate;

use super::Findings;
use crate::campaign::raw::{self, Text};
use crate::campaign::read::{Content, ContentFile, SourceFile};
use crate::campaign::{Campaign, Document, Lapse, Ledger, Term, age, dates, told};
use crate::told;

/// `campaign` is what was built of `content`.
pub(super) fn check(
    content: &Content,
    campaign: &Campaign,
    today: NaiveDate,
    findings: &mut Findings,
) {
    if let Some(page) = &content.documents {
        documents(page, today, findings);
    }
    for page in &content.criteria {
        let mut judge = Judge {
            sheet: &page.sheet,
            ledger: campaign.ledger(),
            today,
            findings,
        };
        judge.criterion(&page.raw, campaign);
        let raw = &page.raw;
        let living = |next: &Option<Text>| next.is_none();
        let items = raw
            .items
            .value
            .iter()
            .filter(|one| living(&one.superseded_by));
        let items = items.map(|one| (&one.id, &one.checked_on));
        let questions = raw.questions.value.iter();
        let questions = questions.filter(|one| living(&one.superseded_by));
        let entries = items.chain(questions.map(|one| (&one.id, &one.checked_on)));
        let entries = entries.chain([(&raw.card.id, &raw.card.checked_on)]);
        stale(&page.sheet, entries, today, findings);
    }
    for page in &content.checkins {
        let mut judge = Judge {
            sheet: &page.sheet,
            ledger: campaign.ledger(),
            today,
            findings,
        };
        judge.undated(&page.raw.id, &page.raw.effective_from, &page.raw.source);
        let entry = (&page.raw.id, &page.raw.checked_on);
        stale(&page.sheet, [entry], today, findings);
    }
}

/// What must be true of the ledger by itself.
fn documents(page: &ContentFile<raw::Documents>, today: NaiveDate, findings: &mut Findings) {
    for document in &page.raw.documents {
        let (sheet, cite) = (&page.sheet, &document.cite);
        if !document.amended_by.is_empty() && !cite.value.contains("sửa đổi") {
            findings
                .faults
                .push(sheet.fault(cite, told!("ledger-amended", id = document.id.value)));
        }
        if let Some(address) = &document.address
            && !address.value.starts_with("https://")
        {
            findings
                .faults
                .push(sheet.fault(address, told!("ledger-address", given = address.value)));
        }
    }
    let living = page.raw.documents.iter();
    let living = living.filter(|one| one.replaced_by.is_none() && one.in_force_until.is_none());
    let checked = living.map(|one| (&one.id, &one.checked_on));
    stale(&page.sheet, checked, today, findings);
}

/// One warning a file, at its oldest entry.
fn stale<'a>(
    sheet: &SourceFile,
    checked: impl IntoIterator<Item = (&'a Text, &'a Text)>,
    today: NaiveDate,
    findings: &mut Findings,
) {
    let old = |at: &Text| dates::parse(&at.value).is_some_and(|day| age::is_stale(day, today));
    let old: Vec<(&Text, &Text)> = checked.into_iter().filter(|(_, at)| old(at)).collect();
    let Some((_, first)) = old.iter().min_by_key(|(_, at)| dates::parse(&at.value)) else {
        return;
    };
    let ids: Vec<&str> = old.iter().map(|(id, _)| id.value.as_str()).collect();
    findings
        .warnings
        .push(sheet.fault(*first, told!("ledger-stale", ids = ids.join(", "))));
}

struct Judge<'a> {
    sheet: &'a SourceFile,
    ledger: &'a Ledger,
    today: NaiveDate,
    findings: &'a mut Findings,
}

/// An entry, and where it may say what it rests on.
struct Cited<'a> {
    id: &'a str,
    term: Term,
    rests_on: &'a [String],
    source: &'a raw::Source,
    texts: Vec<&'a Text>,
}

impl Judge<'_> {
    fn criterion(&mut self, raw: &raw::Criterion, campaign: &Campaign) {
        for item in &raw.items.value {
            let Some(known) = campaign.item(&item.id.value) else {
                continue;
            };
            self.entry(&Cited {
                id: &item.id.value,
                term: known.term,
                rests_on: &known.rests_on,
                source: &item.source,
                texts: vec![&item.thought, &item.situation, &item.attempt],
            });
        }
        for question in &raw.questions.value {
            let Some(known) = campaign.question(&question.id.value) else {
                continue;
            };
            self.entry(&Cited {
                id: &question.id.value,
                term: known.term,
                rests_on: &known.rests_on,
                source: &question.source,
                texts: told(question),
            });
        }
        let card = &raw.card;
        self.undated(&card.id, &card.effective_from, &card.source);
    }

    /// An entry that nothing supersedes: a card, a check-in.
    fn undated(&mut self, id: &Text, from: &Text, source: &raw::Source) {
        self.entry(&Cited {
            id: &id.value,
            term: Term {
                effective_from: dates::parse(&from.value).unwrap_or(self.today),
                superseded_from: None,
            },
            rests_on: std::slice::from_ref(&source.document.value),
            source,
            texts: Vec::new(),
        });
    }

    fn entry(&mut self, entry: &Cited<'_>) {
        // Sent on this day at the earliest; nobody is sent what was superseded before.
        let first = entry.term.effective_from.max(self.today);
        if !entry.term.holds(first) {
            return;
        }
        for document in entry.rests_on.iter().filter_map(|id| self.ledger.get(id)) {
            match document.lapse(first) {
                Some(lapse) => self.lapsed(entry, document, lapse),
                None => self.ends_later(entry, document),
            }
        }
        let source = &entry.source.document;
        if self
            .ledger
            .get(&source.value)
            .is_some_and(|one| one.unsettled)
        {
            self.findings.faults.push(self.sheet.fault(
                source,
                told!("ledger-unsettled", id = entry.id, document = source.value),
            ));
        }
    }

    fn lapsed(&mut self, entry: &Cited<'_>, document: &Document, lapse: Lapse) {
        let id = &document.id;
        let what = match (lapse, &document.replaced_by) {
            (Lapse::Since(day), Some(next)) => told!(
                "ledger-replaced",
                id = entry.id,
                document = id,
                day = written(day),
                next = next
            ),
            (Lapse::Since(day), None) => told!(
                "ledger-lapsed",
                id = entry.id,
                document = id,
                day = written(day)
            ),
            (Lapse::NotBefore(day), _) => told!(
                "ledger-not-yet",
                id = entry.id,
                document = id,
                day = written(day)
            ),
        };
        self.findings
            .faults
            .push(self.sheet.fault(self.place(entry, id), what));
    }

    /// The day is known on which it will no longer hold, and nothing takes its place by then.
    fn ends_later(&mut self, entry: &Cited<'_>, document: &Document) {
        let Some(ends) = document.ends.filter(|ends| entry.term.holds(*ends)) else {
            return;
        };
        let (id, day) = (&document.id, written(ends));
        self.findings.warnings.push(self.sheet.fault(
            self.place(entry, id),
            told!("ledger-ends", id = entry.id, document = id, day = day),
        ));
    }

    /// Where the document is named: the source, or the first text that says its number.
    fn place<'b>(&self, entry: &Cited<'b>, id: &str) -> &'b Text {
        let source = &entry.source.document;
        if source.value == id {
            return source;
        }
        let names = |text: &&&Text| {
            let ids = self.ledger.rests_on("", [text.value.as_str()]);
            ids.iter().any(|one| one == id)
        };
        entry.texts.iter().find(names).copied().unwrap_or(source)
    }
}

fn written(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}
