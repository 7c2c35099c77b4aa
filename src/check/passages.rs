//! Every text of the content, with what it is called and how long it may be.
//!
//! Knows the length of each. Must not know spelling: that is `prose`.

use super::clauses::Official;
use super::{address, typography};
use crate::campaign::form::Asks;
use crate::campaign::raw::{self, Text};
use crate::campaign::read::{Content, ContentFile, SourceFile};
use crate::fault::Fault;
use crate::text::Address;
use crate::told;

/// A text somewhere in the content.
pub(super) struct Passage<'a> {
    sheet: &'a SourceFile,
    at: &'a Text,
    name: &'static str,
    /// `None` for the guideline's own words, which nobody may mend.
    chars_max: Option<usize>,
    /// Whether a member may be spoken to in it.
    spoken: bool,
}

/// Length and prose of one text.
pub(super) fn check(passage: &Passage<'_>, official: &Official, faults: &mut Vec<Fault>) {
    let Some(chars_max) = passage.chars_max else {
        return;
    };
    let (sheet, at) = (passage.sheet, passage.at);
    let called = || told::text(&format!("part-{}", passage.name), &[]);
    let chars = Address::default().put(&at.value).chars().count();
    if at.value.trim().is_empty() {
        faults.push(sheet.fault(at, told!("passage-empty", name = called())));
    }
    if chars > chars_max {
        let what = told!(
            "passage-long",
            name = called(),
            chars = chars,
            most = chars_max
        );
        faults.push(sheet.fault(at, what));
    }
    let issues = typography::issues(&at.value, official).into_iter();
    for issue in issues.chain(address::issues(&at.value, passage.spoken)) {
        faults.push(sheet.fault_within(at, &issue.words, issue.what));
    }
}

/// All texts that people read.
pub(super) fn all(content: &Content) -> Vec<Passage<'_>> {
    let mut all = Vec::new();
    if let Some(page) = &content.frame {
        frame(page, &mut all);
    }
    if let Some(page) = &content.documents {
        for document in &page.raw.documents {
            self::document(&page.sheet, document, &mut all);
        }
    }
    if let Some(page) = &content.calendar {
        let mut shelf = Shelf(&page.sheet, &mut all);
        for holiday in &page.raw.holidays.value {
            shelf.put("holiday-name", &holiday.name, 60);
        }
        for day in &page.raw.anniversaries {
            shelf.put("anniversary-name", &day.name, 120);
        }
        for day in &page.raw.observances {
            shelf.put("anniversary-name", &day.name, 60);
            shelf.speak("broadcast", &day.broadcast, 1_000);
        }
    }
    content
        .criteria
        .iter()
        .for_each(|page| criterion(page, &mut all));
    content
        .checkins
        .iter()
        .for_each(|page| checkin(page, &mut all));
    content.forms.iter().for_each(|page| form(page, &mut all));
    if let Some(page) = &content.suggestions {
        let mut shelf = Shelf(&page.sheet, &mut all);
        for topic in &page.raw.topics.value {
            shelf.put("suggestion-topic", &topic.vi, 60);
        }
        for way in &page.raw.ways.value {
            shelf.put("suggestion-way", &way.text.vi, 400);
            shelf.source(&way.source);
        }
    }
    content.plan.iter().for_each(|page| plan(page, &mut all));
    all
}

/// Puts the texts of one file on the list.
struct Shelf<'a, 'b>(&'a SourceFile, &'b mut Vec<Passage<'a>>);

impl<'a> Shelf<'a, '_> {
    fn put(&mut self, name: &'static str, at: &'a Text, chars_max: usize) {
        self.push(name, at, Some(chars_max), false);
    }

    /// A text in which a member may be spoken to.
    fn speak(&mut self, name: &'static str, at: &'a Text, chars_max: usize) {
        self.push(name, at, Some(chars_max), true);
    }

    fn quote(&mut self, name: &'static str, at: &'a Text) {
        self.push(name, at, None, false);
    }

    fn push(&mut self, name: &'static str, at: &'a Text, chars_max: Option<usize>, spoken: bool) {
        self.1.push(Passage {
            sheet: self.0,
            at,
            name,
            chars_max,
            spoken,
        });
    }

    fn source(&mut self, source: &'a raw::Source) {
        if let Some(place) = &source.place {
            self.put("source-place", place, 120);
        }
    }
}

fn frame<'a>(page: &'a ContentFile<raw::Frame>, all: &mut Vec<Passage<'a>>) {
    let mut shelf = Shelf(&page.sheet, all);
    shelf.quote("title", &page.raw.title);
    shelf.quote("objective", &page.raw.objective);
    for theme in &page.raw.themes.value {
        shelf.put("theme-name", &theme.name, 20);
    }
    for task in &page.raw.tasks.value {
        shelf.quote("task", task);
    }
}

fn document<'a>(sheet: &'a SourceFile, document: &'a raw::Document, all: &mut Vec<Passage<'a>>) {
    let mut shelf = Shelf(sheet, all);
    shelf.put("citation", &document.cite, 160);
    shelf.put("document-title", &document.title, 250);
    shelf.put("checker", &document.checked_by, 60);
    if let Some(issuer) = &document.issuer {
        shelf.put("issuer", issuer, 120);
    }
    for amendment in &document.amended_by {
        shelf.put("amendment", amendment, 120);
    }
    for remark in document.unsettled.iter().chain(&document.note) {
        shelf.put("remark", remark, 300);
    }
}

fn criterion<'a>(page: &'a ContentFile<raw::Criterion>, all: &mut Vec<Passage<'a>>) {
    let mut shelf = Shelf(&page.sheet, all);
    let raw = &page.raw;
    shelf.quote("criterion", &raw.text);
    shelf.speak("title", &raw.card.title, 80);
    shelf.speak("situation", &raw.card.situation, 600);
    for question in &raw.card.questions.value {
        shelf.speak("question", question, 250);
    }
    shelf.source(&raw.card.source);
    for item in &raw.items.value {
        shelf.speak("title", &item.title, 60);
        shelf.speak("thought", &item.thought, 350);
        shelf.speak("situation", &item.situation, 450);
        shelf.speak("try", &item.attempt, 160);
        shelf.source(&item.source);
    }
    for question in &raw.questions.value {
        shelf.speak("question", &question.question, 450);
        for choice in &question.options.value {
            shelf.speak("option", &choice.text, 160);
            if let Some(why) = &choice.why {
                shelf.speak("feedback", why, 220);
            }
        }
        shelf.speak("explanation", &question.why, 350);
        if let Some(deed) = &question.do_now {
            shelf.speak("do-now", deed, 160);
        }
        shelf.source(&question.source);
    }
}

fn checkin<'a>(page: &'a ContentFile<raw::Checkin>, all: &mut Vec<Passage<'a>>) {
    let mut shelf = Shelf(&page.sheet, all);
    let raw = &page.raw;
    shelf.speak("title", &raw.title, 60);
    shelf.speak("thought", &raw.read.thought, 350);
    for prompt in &raw.prompts.value {
        shelf.speak("question", &prompt.question, 250);
        for choice in &prompt.choices.value {
            shelf.speak("choice", choice, 60);
        }
    }
    shelf.speak("closing", &raw.closing, 200);
    shelf.source(&raw.source);
}

fn form<'a>(page: &'a ContentFile<raw::form::Form>, all: &mut Vec<Passage<'a>>) {
    let mut shelf = Shelf(&page.sheet, all);
    let raw = &page.raw;
    shelf.put("title", &raw.title.vi, 60);
    for prompt in &raw.prompts.value {
        shelf.speak("question", &prompt.ask.vi, 200);
        if let Some(hint) = &prompt.hint {
            shelf.speak("hint", &hint.vi, 250);
        }
    }
    // A sheet's options stand in the text, others on buttons.
    let option_chars = match raw.asks {
        Asks::Oneself => 90,
        _ => 40,
    };
    for field in raw.all() {
        shelf.put("name", &field.name.vi, 60);
        for option in field.options.iter().flat_map(|options| &options.value) {
            shelf.put("option", &option.vi, option_chars);
        }
        let share = field.share_of.as_ref().map(|share| &share.say.vi);
        let within = field.within_months.as_ref().map(|within| &within.say.vi);
        for say in share.into_iter().chain(within) {
            shelf.speak("asked-back", say, 200);
        }
    }
    shelf.source(&raw.source);
}

fn plan<'a>(page: &'a ContentFile<raw::plan::Plan>, all: &mut Vec<Passage<'a>>) {
    let mut shelf = Shelf(&page.sheet, all);
    for post in &page.raw.posts.value {
        shelf.put("name", &post.vi, 40);
    }
    for task in &page.raw.tasks.value {
        shelf.put("title", &task.name.vi, 100);
        for line in &task.lines.value {
            shelf.put("content", &line.content.vi, 200);
            shelf.put("measure", &line.measure.vi, 80);
            shelf.put("target", &line.target.vi, 60);
        }
    }
    shelf.source(&page.raw.source);
}
