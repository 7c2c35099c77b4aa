//! `/me`: what a member has done, in words and as a picture, for them alone.
//!
//! Knows what counts as done. Must not know how it is drawn. Nothing is compared with anybody else.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use crate::core::ctx::{Ctx, Screen, Tap};
use crate::event::Button;
use crate::outgoing::{CAPTION_CHARS_MAX, Call, FileContent, FileKind, Lane, Purpose};
use crate::schedule::{WeekMark, marked};
use crate::store::members::Member;
use crate::store::participations::Progress;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{CriterionId, Language};
use crate::year::{self, Cell, Year};

/// Right answers to different questions of a criterion with which its place in the ring is full: a good year's.
const FULL: usize = 10;

/// `/me`.
pub(in crate::core) async fn show(ctx: &mut Ctx<'_>, member: &Member) -> Result {
    send(ctx, member, false).await
}

/// The same on a dark ground, or a light one.
pub(in crate::core) async fn show_on(
    ctx: &mut Ctx<'_>,
    member: &Member,
    tap: &Tap,
    dark: bool,
) -> Result {
    ctx.ack(tap).await?;
    send(ctx, member, dark).await
}

async fn send(ctx: &mut Ctx<'_>, member: &Member, dark: bool) -> Result {
    let language = member.language;
    let progress = store::participations::progress(ctx.tx, member.id).await?;
    let open = store::rounds::current(ctx.tx).await?.is_some();
    let finished: Vec<bool> = progress.weeks.iter().map(|week| week.finished).collect();
    let (streak, marks) = marked(&finished);
    let words = words(ctx, member, &progress, streak).await?;
    let drawn = Year {
        dark,
        ..drawn(ctx, language, &progress, (streak, &marks), open)
    };
    let other = match dark {
        true => ctx.key(language, "button-year-light", Button::MeLight),
        false => ctx.key(language, "button-year-dark", Button::MeDark),
    };
    let keyboard = vec![vec![other]];
    // A caption holds a quarter of what a message does.
    let fits = words.chars().count() <= CAPTION_CHARS_MAX;
    let call = Call::File {
        chat: member.user.into(),
        thread: None,
        kind: FileKind::Photo,
        content: FileContent::Drawing {
            name: "nhip.png".to_owned(),
            svg: year::svg(&drawn),
        },
        caption: if fits { words.clone() } else { String::new() },
        keyboard,
        reply_to: None,
    };
    let until = ctx.reply_until();
    ctx.enqueue(Lane::Reply, until, Purpose::Plain, call)
        .await?;
    if fits {
        return Ok(());
    }
    ctx.send(member.user, Screen::words(words), Purpose::Plain)
        .await
}

async fn words(
    ctx: &mut Ctx<'_>,
    member: &Member,
    progress: &Progress,
    streak: u32,
) -> Result<String> {
    let language = member.language;
    let (mut answers, mut right) = ([0_i64; 4], [0_i64; 4]);
    for (id, correct) in &progress.answers {
        let question = ctx.core.campaign.question(id);
        let theme = question.map(|question| usize::from(question.criterion.theme) - 1);
        let Some(theme) = theme else { continue };
        if let (Some(answers), Some(right)) = (answers.get_mut(theme), right.get_mut(theme)) {
            *answers += 1;
            *right += i64::from(*correct);
        }
    }
    let unit = ctx.unit_name(member.unit).await?;
    let args = [
        ("unit", unit.into()),
        ("read", progress.read.into()),
        ("finished", progress.finished.into()),
        ("streak", streak.into()),
        ("answers", answers.iter().sum::<i64>().into()),
        ("right", right.iter().sum::<i64>().into()),
    ];
    let mut text = ctx.html(language, "me", &args);
    let renderer = ctx.renderer(language);
    let themes = ctx.core.campaign.themes().iter();
    for (theme, (answers, right)) in themes.zip(answers.into_iter().zip(right)) {
        let key = if answers == 0 {
            "me-theme-none"
        } else {
            "me-theme"
        };
        let mut args = vec![
            ("number", theme.number.into()),
            ("name", renderer.name(&theme.name).into()),
        ];
        if answers > 0 {
            args.extend([("right", right.into()), ("answers", answers.into())]);
        }
        text = format!("{text}\n{}", ctx.html(language, key, &args));
    }
    Ok(format!("{text}\n\n{}", ctx.html(language, "me-note", &[])))
}

fn drawn(
    ctx: &Ctx<'_>,
    language: Language,
    progress: &Progress,
    (streak, marks): (u32, &[WeekMark]),
    open: bool,
) -> Year {
    let say = |key: &str, args: &[(&str, Value)]| ctx.plain(language, key, args);
    let middle = match (streak, progress.finished) {
        (0, 0) => [String::new(), say("file-year-begins", &[])],
        (0, finished) => [finished.to_string(), say("file-year-weeks", &[])],
        (streak, _) => [streak.to_string(), say("file-year-streak", &[])],
    };
    let (first, weeks) = weeks(ctx.tx.today(), progress, marks, open);
    let from = first.format("%d/%m/%Y").to_string();
    let mut themes: [String; 4] = Default::default();
    for (name, theme) in themes.iter_mut().zip(ctx.core.campaign.themes()) {
        *name = match (&theme.name.english, language) {
            (Some(english), Language::En) => english.clone(),
            _ => theme.name.text.clone(),
        };
    }
    Year {
        dark: false,
        head: [
            say("file-year-title", &[]),
            say("file-year-from", &[("from", from.into())]),
        ],
        middle,
        full: full(ctx, progress),
        themes,
        first,
        weeks,
        legend: ["file-year-done", "file-year-rest", "file-year-ring"].map(|key| say(key, &[])),
    }
}

/// The first Monday of the calendar, and the weeks from then to this one: those since the member joined, a year at most.
fn weeks(
    today: NaiveDate,
    progress: &Progress,
    marks: &[WeekMark],
    open: bool,
) -> (NaiveDate, Vec<Cell>) {
    let now = today - Days::new(today.weekday().num_days_from_monday().into());
    let cells = progress.weeks.iter().zip(marks).map(|(week, mark)| {
        let theme = week.criterion.theme;
        let cell = match mark {
            WeekMark::Done => Cell::Done(theme),
            WeekMark::Rest => Cell::Rest,
            WeekMark::Blank => Cell::Blank,
        };
        (week.monday, cell)
    });
    let cells: BTreeMap<NaiveDate, Cell> = cells.collect();
    let begun = cells.keys().next().copied().unwrap_or(now);
    let year = u64::try_from(year::WEEKS).unwrap_or(0);
    let first = begun.max(now - Days::new(7 * (year - 1)));
    let this = if open { Cell::Open } else { Cell::Blank };
    let days = first.iter_weeks().take_while(|monday| *monday <= now);
    let cell = |monday: NaiveDate| match cells.get(&monday) {
        Some(cell) => *cell,
        None if monday == now => this,
        None => Cell::Blank,
    };
    (first, days.map(cell).collect())
}

/// How full each criterion is, in the guideline's order, in per cent.
fn full(ctx: &Ctx<'_>, progress: &Progress) -> [u8; 12] {
    let right = progress.answers.iter().filter(|(_, correct)| *correct);
    let different: BTreeSet<&str> = right.map(|(id, _)| id.as_str()).collect();
    let mut full = [0_u8; 12];
    for (share, id) in full.iter_mut().zip(CriterionId::all()) {
        let of = different
            .iter()
            .filter_map(|one| ctx.core.campaign.question(one));
        let count = of.filter(|one| one.criterion == id).count().min(FULL);
        *share = u8::try_from(100 * count / FULL).unwrap_or(100);
    }
    full
}
