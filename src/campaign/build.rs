//! From values with places to the campaign, refusing what would break the bot.
//!
//! Knows the rules of form. Must not know what makes a text good: that is `check`.

mod draft;
mod entries;
mod forms;
mod ledger;
mod plan;
mod suggestions;

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use self::draft::FileDraft;
pub(crate) use self::entries::told;

use super::ledger::Ledger;
use super::read::{Content, ContentFile, missing};
use super::{
    Anniversary, Campaign, Checkin, Criterion, Observance, Prompt, Source, Theme, Wording, dates,
    form, raw,
};
use super::{CHECKIN_PROMPTS, CHOICES_MAX, CHOICES_MIN};
use crate::fault::Fault;
use crate::messages::Tree;
use crate::told;
use crate::types::CriterionId;

/// Days that one holiday may last; more is a slip of the pen.
const HOLIDAY_DAYS_MAX: usize = 31;

/// The campaign, or `None` if a file is missing. What is built of faulty values is
/// not for use: the caller looks at `faults` first.
pub(crate) fn build(tree: &Tree, content: &Content, faults: &mut Vec<Fault>) -> Option<Campaign> {
    let ledger = ledger::ledger(content, faults);
    let criteria = criteria(tree, content, &ledger, faults);
    let checkins = checkins(tree, content, &ledger, faults);
    let all = forms::forms(content, &ledger, faults);
    let (forms, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|form| form.asks.units());
    let (authors, surveys): (Vec<_>, Vec<_>) = others
        .into_iter()
        .partition(|form| form.asks == form::Asks::Author);
    let plan = plan::frame(content, &ledger, faults)?;
    let calendar = content.calendar.as_ref()?;
    let mut draft = FileDraft::new(calendar, &ledger, faults);
    let holidays = holidays(&mut draft);
    let anniversaries = anniversaries(&mut draft);
    let observances = observances(&mut draft);
    let suggestions = content.suggestions.as_ref();
    let suggestions = suggestions.map(|page| FileDraft::new(page, &ledger, faults).suggestions());
    let frame = content.frame.as_ref()?;
    let mut draft = FileDraft::new(frame, &ledger, faults);
    draft.source(&frame.raw.source);
    let themes = themes(&mut draft);
    Some(Campaign {
        title: official(&frame.raw.title, frame.raw.title_en.as_ref()),
        objective: official(&frame.raw.objective, frame.raw.objective_en.as_ref()),
        tasks: tasks(&frame.raw),
        themes,
        items: index(&criteria, |criterion| {
            criterion.items.iter().map(|item| &item.id).collect()
        }),
        questions: index(&criteria, |criterion| {
            criterion.questions.iter().map(|one| &one.id).collect()
        }),
        criteria,
        checkins,
        forms,
        surveys,
        suggestions: suggestions.unwrap_or_default(),
        author: authors.into_iter().next(),
        plan,
        holidays,
        anniversaries,
        observances,
        ledger,
    })
}

fn index(
    criteria: &[Criterion],
    ids: impl Fn(&Criterion) -> Vec<&String>,
) -> HashMap<String, (usize, usize)> {
    let mut index = HashMap::new();
    for (outer, criterion) in criteria.iter().enumerate() {
        for (inner, id) in ids(criterion).into_iter().enumerate() {
            index.insert(id.clone(), (outer, inner));
        }
    }
    index
}

/// Official words with the English ones beside them.
fn official(text: &raw::Text, english: Option<&raw::Text>) -> Wording {
    Wording {
        text: text.value.clone(),
        english: english.map(|english| english.value.clone()),
    }
}

fn tasks(raw: &raw::Frame) -> Vec<Wording> {
    let mut english = raw.tasks_en.iter();
    let tasks = raw.tasks.value.iter();
    tasks.map(|task| official(task, english.next())).collect()
}

fn themes(draft: &mut FileDraft<'_, raw::Frame>) -> Vec<Theme> {
    let listed = &draft.page.raw.themes;
    let numbers: Vec<u8> = listed.value.iter().map(|one| one.number.value).collect();
    if numbers != [1, 2, 3, 4] {
        draft.fault(
            listed,
            told!("themes-numbered", numbers = format!("{numbers:?}")),
        );
    }
    listed
        .value
        .iter()
        .map(|theme| Theme {
            number: theme.number.value,
            name: official(&theme.name, theme.name_en.as_ref()),
        })
        .collect()
}

fn criteria(
    tree: &Tree,
    content: &Content,
    ledger: &Ledger,
    faults: &mut Vec<Fault>,
) -> Vec<Criterion> {
    let Some(frame) = &content.frame else {
        return Vec::new();
    };
    let mut criteria = Vec::new();
    let mut expected = BTreeSet::new();
    for id in CriterionId::all() {
        let themes = &frame.raw.themes.value;
        let Some(theme) = themes.iter().find(|one| one.number.value == id.theme) else {
            continue;
        };
        let path = format!("{}/{id}.yaml", theme.folder.value);
        match content.criteria.iter().find(|page| page.sheet.path == path) {
            Some(page) => {
                let mut draft = FileDraft::new(page, ledger, faults);
                criteria.push(entries::criterion(&mut draft, id));
            }
            // A file that is there and could not be read has its fault already.
            None if tree.get(&path).is_some() => {}
            None => faults.push(missing(tree, &path)),
        }
        expected.insert(path);
    }
    for page in &content.criteria {
        if !expected.contains(&page.sheet.path) {
            faults.push(Fault::of_file(
                &page.sheet.shown,
                told!("criterion-no-file"),
            ));
        }
    }
    criteria
}

fn checkins(
    tree: &Tree,
    content: &Content,
    ledger: &Ledger,
    faults: &mut Vec<Fault>,
) -> Vec<Checkin> {
    if !tree.paths().any(|path| path.starts_with("checkins/")) {
        faults.push(missing(tree, "checkins/01.yaml"));
    }
    content
        .checkins
        .iter()
        .map(|page| checkin(&mut FileDraft::new(page, ledger, faults)))
        .collect()
}

fn checkin(draft: &mut FileDraft<'_, raw::Checkin>) -> Checkin {
    let page: &ContentFile<raw::Checkin> = draft.page;
    let raw = &page.raw;
    let name = page.sheet.path.trim_start_matches("checkins/");
    let id = format!("C-{}", name.trim_end_matches(".yaml"));
    draft.id(&raw.id, &id);
    let criterion = draft.criterion(&raw.read.criterion, 1);
    Checkin {
        id,
        title: raw.title.value.clone(),
        criterion,
        thought: raw.read.thought.value.clone(),
        prompts: prompts(draft),
        closing: raw.closing.value.clone(),
        effective_from: draft.date(&raw.effective_from),
        checked_on: draft.date(&raw.checked_on),
        source: draft.source(&raw.source),
    }
}

fn prompts(draft: &mut FileDraft<'_, raw::Checkin>) -> Vec<Prompt> {
    let raw = &draft.page.raw;
    let listed = &raw.prompts;
    if listed.value.len() != CHECKIN_PROMPTS {
        draft.fault(listed, told!("checkin-prompts", count = listed.value.len()));
    }
    let themes = 2_u8..;
    themes
        .zip(&listed.value)
        .map(|(theme, prompt)| {
            draft.id(&prompt.id, &format!("{}-{theme}", raw.id.value));
            let choices = prompt.choices.value.len();
            if !(CHOICES_MIN..=CHOICES_MAX).contains(&choices) {
                draft.fault(&prompt.choices, told!("checkin-choices", count = choices));
            }
            Prompt {
                id: prompt.id.value.clone(),
                criterion: draft.criterion(&prompt.criterion, theme),
                question: prompt.question.value.clone(),
                choices: draft::values(&prompt.choices.value),
            }
        })
        .collect()
}

fn holidays(draft: &mut FileDraft<'_, raw::Calendar>) -> BTreeSet<NaiveDate> {
    let page = draft.page;
    let mut days = BTreeSet::new();
    for holiday in &page.raw.holidays.value {
        let (from, to) = (draft.date(&holiday.from), draft.date(&holiday.to));
        let all: Vec<NaiveDate> = from
            .iter_days()
            .take_while(|day| *day <= to)
            .take(HOLIDAY_DAYS_MAX + 1)
            .collect();
        if all.is_empty() || all.len() > HOLIDAY_DAYS_MAX {
            draft.fault(
                &holiday.from,
                told!(
                    "holiday-length",
                    from = holiday.from.value,
                    to = holiday.to.value
                ),
            );
        }
        days.extend(all);
    }
    days
}

fn anniversaries(draft: &mut FileDraft<'_, raw::Calendar>) -> Vec<Anniversary> {
    let page = draft.page;
    page.raw
        .anniversaries
        .iter()
        .map(|raw| {
            let (day, month) = yearly(draft, &raw.day);
            draft.document(&raw.source);
            Anniversary {
                day,
                month,
                year: raw.year.value,
                name: raw.name.value.clone(),
                source: Source {
                    document: raw.source.value.clone(),
                    place: None,
                },
            }
        })
        .collect()
}

fn yearly(draft: &mut FileDraft<'_, raw::Calendar>, text: &raw::Text) -> (u32, u32) {
    dates::parse_yearly(&text.value).unwrap_or_else(|| {
        draft.fault(text, told!("day-of-year", given = text.value));
        (1, 1)
    })
}

fn observances(draft: &mut FileDraft<'_, raw::Calendar>) -> Vec<Observance> {
    let all = draft.page.raw.observances.iter();
    all.map(|raw| {
        let (day, month) = yearly(draft, &raw.day);
        draft.document(&raw.source);
        Observance {
            day,
            month,
            name: raw.name.value.clone(),
            source: Source {
                document: raw.source.value.clone(),
                place: None,
            },
            broadcast: raw.broadcast.value.clone(),
        }
    })
    .collect()
}
