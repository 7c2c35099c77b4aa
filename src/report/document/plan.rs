//! A yearly plan as a document in the layout of Decree 30/2020: a draft to be signed, and the page of a month.
//!
//! Knows the parts of such documents. Number, date, signature, seal and the names of those who carry a line out are blanks:
//! the bot knows posts, not people. Must not know where a plan comes from.

use docx_rs::Table;

use super::frame::{by_chair, letterhead};
use super::page::{Grid, Look, Page, centred, text, to_fill_in, with_note};
use crate::report::WriteError;
use crate::report::plan::{PlanFigures, PlanLineFigures, PlanMonths};
use crate::report::words::ReportWords;
use crate::text::Texts;
use crate::types::Language;

/// The bytes of a DOCX file.
///
/// # Errors
/// A mistake of ours.
pub fn docx(plan: &PlanFigures, texts: &Texts, language: Language) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    head(
        &mut page,
        plan,
        words,
        ("file-plan-number", "file-plan-kind"),
    );
    let args = [("year", plan.year.as_str().into())];
    page.line(&words.with("file-plan-subject", &args), Look::TITLE);
    page.line("", Look::CENTRE);
    for base in &plan.bases {
        page.text(&words.with("file-plan-base", &[("base", base.as_str().into())]));
    }
    page.text(&words.say("file-plan-base-above"));
    page.text(&words.say("file-plan-base-meeting"));
    page.text(&words.with("file-plan-decides", &[("unit", plan.unit.as_str().into())]));
    page.section(&words.say("file-plan-aims"));
    for key in ["file-plan-aim", "file-plan-demand", "file-plan-no-rating"] {
        page.text(&words.say(key));
    }
    page.section(&words.say("file-plan-contents"));
    for (task, number) in plan.tasks.iter().zip(1_i64..) {
        let args = [
            ("number", number.into()),
            ("name", task.name.as_str().into()),
        ];
        page.heading(&words.with("file-plan-task-heading", &args));
        for line in &task.lines {
            let args = [
                ("content", line.content.as_str().into()),
                ("measure", line.measure.as_str().into()),
                ("target", line.target.as_str().into()),
                ("aimed", (!line.target.is_empty()).into()),
                ("measured", (!line.measure.is_empty()).into()),
            ];
            page.text(&words.with("file-plan-line", &args));
        }
        if task.lines.is_empty() {
            page.text(&words.say("file-plan-task-empty"));
        }
    }
    page.heading(&words.say("file-plan-shares"));
    page.table(shares(plan, words));
    page.section(&words.say("file-plan-carrying"));
    for key in [
        "file-plan-carry-committee",
        "file-plan-carry-groups",
        "file-plan-carry-audit",
    ] {
        page.text(&words.say(key));
    }
    page.note(&words.say("file-plan-note"));
    page.table(by_chair(copies(plan, words), words));
    page.bytes()
}

fn head(page: &mut Page, plan: &PlanFigures, words: ReportWords<'_>, (number, kind): (&str, &str)) {
    let whose = (plan.parent.as_deref(), plan.unit.as_str());
    letterhead(page, whose, words, number);
    page.line(&words.say(kind), Look::TITLE);
}

fn copies(plan: &PlanFigures, words: ReportWords<'_>) -> String {
    let to = plan.parent.clone();
    let to = to.unwrap_or_else(|| words.say("file-doc-dots"));
    words.with("file-doc-copy", &[("to", to.into())])
}

/// Who does what until when; the last column is for names, by hand.
fn shares(plan: &PlanFigures, words: ReportWords<'_>) -> Table {
    let columns = [
        ("file-plan-content", 2_900),
        ("file-plan-lead", 1_500),
        ("file-plan-support", 1_500),
        ("file-plan-when", 1_400),
        ("file-plan-person", 1_300),
    ];
    let mut grid = Grid::numbered(words, 756, &columns);
    for line in plan.tasks.iter().flat_map(|task| &task.lines) {
        let [content, lead, support] =
            [&line.content, &line.lead, &line.support].map(|said| text(said));
        grid.row([
            content,
            lead,
            support,
            centred(&months(line)),
            to_fill_in(""),
        ]);
    }
    grid.table()
}

/// `07/2027`, `01–12/2027`, `09/2026 – 08/2027`.
fn months(line: &PlanLineFigures) -> String {
    let (first, last) = (&line.first, &line.last);
    match (first.split_once('/'), last.split_once('/')) {
        _ if first == last => first.clone(),
        (Some((month, year)), Some((_, same))) if year == same => format!("{month}–{last}"),
        _ => format!("{first} – {last}"),
    }
}

/// What was done last month and what is due in this one.
///
/// # Errors
/// A mistake of ours.
pub fn month(
    months: &PlanMonths,
    texts: &Texts,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    let plan = &months.plan;
    head(&mut page, plan, words, ("file-doc-number", "file-doc-kind"));
    let of = [
        ("before", months.before.as_str().into()),
        ("now", months.now.as_str().into()),
    ];
    page.line(&words.with("file-month-subject", &of), Look::TITLE);
    page.line("", Look::CENTRE);
    if let Some((number, day)) = &plan.issued {
        let args = [("number", number.as_str().into()), ("day", (*day).into())];
        page.text(&words.with("file-month-plan", &args));
    }
    page.section(&words.with("file-month-done", &of));
    listed(&mut page, &months.done, words);
    page.section(&words.with("file-month-due", &of));
    listed(&mut page, &months.due, words);
    page.section(&words.say("file-month-wishes"));
    page.blank("", &words.say("file-doc-blank"));
    page.note(&words.say("file-month-note"));
    page.table(by_chair(copies(plan, words), words));
    page.bytes()
}

fn listed(page: &mut Page, lines: &[PlanLineFigures], words: ReportWords<'_>) {
    if lines.is_empty() {
        return page.text(&words.say("file-month-none"));
    }
    let columns = [
        ("file-plan-content", 3_100),
        ("file-plan-lead", 1_700),
        ("file-plan-target", 1_500),
        ("file-plan-result", 2_300),
    ];
    let mut grid = Grid::numbered(words, 756, &columns);
    for line in lines {
        let [content, lead, target] =
            [&line.content, &line.lead, &line.target].map(|said| text(said));
        grid.row([content, lead, target, with_note(&line.state, &line.note)]);
    }
    page.table(grid.table());
}
