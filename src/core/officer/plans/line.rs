//! One line of a draft: switched on and off, and its parts written one after the other in one message.
//!
//! Knows the parts and their order. Must not know how what was typed is read.

use super::{Planning, draft, key, line_of, put, refuse};
use crate::core::ctx::{Caller, Ctx, Screen, Tap, tick};
use crate::event::{Button, IncomingMessage, PlanAction};
use crate::outgoing::{Key, Keyboard};
use crate::plan;
use crate::store::dialogs::{Dialog, PlanQuestion};
use crate::store::plans::KeptLine;
use crate::store::{self, Result};
use crate::table::{Trouble, quoted};
use crate::types::{MessageId, PlanLine, PlanLineId};

/// Buttons of posts in a row.
const POSTS_A_ROW: usize = 2;

/// What is written of a line, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Content,
    Lead,
    Support,
    Months,
    Measure,
    Target,
}

impl Part {
    const ALL: [Self; 6] = [
        Self::Content,
        Self::Lead,
        Self::Support,
        Self::Months,
        Self::Measure,
        Self::Target,
    ];

    pub(super) fn of(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// As buttons carry it.
    fn number(self) -> u8 {
        let place = Self::ALL.iter().position(|part| *part == self);
        place
            .and_then(|place| u8::try_from(place).ok())
            .unwrap_or(0)
    }

    fn next(self) -> Option<Self> {
        Self::of(self.number() + 1)
    }

    /// The text that asks for it, and its button.
    fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Content => ("plan-ask-content", "button-plan-content"),
            Self::Lead => ("plan-ask-lead", "button-plan-lead"),
            Self::Support => ("plan-ask-support", "button-plan-support"),
            Self::Months => ("plan-ask-months", "button-plan-months"),
            Self::Measure => ("plan-ask-measure", "button-plan-measure"),
            Self::Target => ("plan-ask-target", "button-plan-target"),
        }
    }

    /// Whether it is written in words, among which nobody is named.
    pub(super) fn is_words(self) -> bool {
        matches!(self, Self::Content | Self::Measure | Self::Target)
    }

    fn is_posts(self) -> bool {
        matches!(self, Self::Lead | Self::Support)
    }

    fn posts(self, line: &PlanLine) -> &str {
        match self {
            Self::Support => &line.support,
            _ => &line.lead,
        }
    }
}

pub(super) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (planning, kept): (&Planning, KeptLine),
    action: PlanAction,
) -> Result {
    let of = (planning, &kept);
    match action {
        PlanAction::Switch(id) => {
            store::plans::switch(ctx.tx, id, !kept.used).await?;
            ctx.ack(tap).await?;
            draft::task_of(ctx, caller, of, tap.message).await
        }
        PlanAction::Line(_) => {
            ctx.ack(tap).await?;
            show(ctx, caller, of, tap.message).await
        }
        PlanAction::Part(_, number) => {
            ctx.ack(tap).await?;
            match Part::of(number) {
                Some(wanted) => part(ctx, caller, of, wanted, (None, tap.message)).await,
                None => show(ctx, caller, of, tap.message).await,
            }
        }
        PlanAction::Post(_, number, post) => {
            let wanted = Part::of(number).filter(|part| part.is_posts());
            let posts = &ctx.core.campaign.plan().posts;
            let (Some(wanted), Some(post)) = (wanted, posts.get(usize::from(post))) else {
                return refuse(ctx, caller, tap).await;
            };
            let mut line = kept.line.clone();
            let now = toggled(wanted.posts(&line), &post.id);
            match wanted {
                Part::Support => line.support = now,
                _ => line.lead = now,
            }
            store::plans::set(ctx.tx, kept.id, &line).await?;
            ctx.ack(tap).await?;
            let kept = KeptLine { line, ..kept };
            part(ctx, caller, (planning, &kept), wanted, (None, tap.message)).await
        }
        _ => refuse(ctx, caller, tap).await,
    }
}

fn toggled(now: &str, id: &str) -> String {
    let mut ids: Vec<&str> = now.split_whitespace().collect();
    match ids.iter().position(|one| *one == id) {
        Some(place) => drop(ids.remove(place)),
        None => ids.push(id),
    }
    ids.join(" ")
}

/// One more line, which may begin with somebody's words: it is switched off until it is whole.
pub(super) async fn add(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
    (task, words): (u8, &str),
) -> Result {
    let language = caller.language;
    let shortened: String = words.chars().take(*plan::CONTENT_CHARS.end()).collect();
    // Words that no line may hold are typed anew.
    let content = plan::content(&shortened).unwrap_or_default();
    let kept = store::plans::lines(ctx.tx, planning.plan.id).await?;
    // One that was begun and not written is written first.
    let begun = kept
        .iter()
        .find(|kept| kept.line.content.is_empty() && kept.line.task == task);
    let id = match begun {
        Some(begun) if content.is_empty() => begun.id,
        _ if kept.len() >= plan::LINES_MAX => {
            return ctx.alert(tap, language, "toast-plan-full").await;
        }
        _ => {
            let line = PlanLine {
                task,
                content,
                lead: String::new(),
                support: String::new(),
                first: planning.plan.begins,
                last: planning.plan.ends(),
                measure: String::new(),
                target: String::new(),
                counted: None,
            };
            store::plans::add(ctx.tx, &planning.plan, &line).await?
        }
    };
    store::plans::switch(ctx.tx, id, false).await?;
    ctx.ack(tap).await?;
    match line_of(ctx, caller, id).await? {
        Some((planning, kept)) => {
            let of = (&planning, &kept);
            part(ctx, caller, of, Part::Content, (None, tap.message)).await
        }
        None => Ok(()),
    }
}

/// A line with a button for each part.
async fn show(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    (planning, kept): (&Planning, &KeptLine),
    message: Option<MessageId>,
) -> Result {
    store::dialogs::leave(ctx.tx, caller.user).await?;
    let blocks = head(ctx, caller, (planning, kept));
    let part = |part: Part| {
        let (_, label) = part.texts();
        key(ctx, caller, label, PlanAction::Part(kept.id, part.number()))
    };
    let parts = Part::ALL.map(part);
    let mut keyboard: Keyboard = parts.chunks(POSTS_A_ROW).map(<[Key]>::to_vec).collect();
    let switch = match kept.used {
        true => "button-plan-off",
        false => "button-plan-on",
    };
    if is_whole(&kept.line) {
        keyboard.push(vec![key(ctx, caller, switch, PlanAction::Switch(kept.id))]);
    }
    let back = PlanAction::Task(kept.plan, kept.line.task);
    keyboard.push(vec![key(ctx, caller, "button-back", back)]);
    let text = blocks.join("\n\n");
    put(ctx, caller, message, Screen { text, keyboard }).await
}

/// Whether it says what is done and who leads.
fn is_whole(line: &PlanLine) -> bool {
    !line.content.is_empty() && !line.lead.is_empty()
}

fn head(ctx: &Ctx<'_>, caller: &Caller, (planning, kept): (&Planning, &KeptLine)) -> Vec<String> {
    let mut blocks = vec![
        planning.head(ctx, caller),
        ctx.renderer(caller.language).plan_task(kept.line.task),
    ];
    if !kept.line.content.is_empty() {
        blocks.push(ctx.plan_line(caller.language, 1, kept));
    }
    blocks
}

/// Asks for a part, with what is wrong with what was typed, if anything is.
pub(super) async fn part(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    (planning, kept): (&Planning, &KeptLine),
    part: Part,
    (note, message): (Option<String>, Option<MessageId>),
) -> Result {
    let language = caller.language;
    let asked = Dialog::Plan(PlanQuestion::Line(kept.id, part.number(), message));
    store::dialogs::ask(ctx.tx, caller.user, asked).await?;
    let mut blocks = head(ctx, caller, (planning, kept));
    let (ask, _) = part.texts();
    blocks.push(ctx.html(language, ask, &[]));
    if let Some(note) = note {
        blocks.push(ctx.html(language, "form-note", &[("note", note.into())]));
    }
    let mut keyboard = Keyboard::new();
    if part.is_posts() {
        let chosen = part.posts(&kept.line);
        let post = |(place, post): (u8, &crate::campaign::plan::Post)| {
            let on = chosen.split_whitespace().any(|id| id == post.id);
            Button::Plan(PlanAction::Post(kept.id, part.number(), place)).key(format!(
                "{} {}",
                tick(on),
                post.name.get(language)
            ))
        };
        let posts = &ctx.core.campaign.plan().posts;
        let posts: Vec<Key> = (0..).zip(posts).map(post).collect();
        keyboard.extend(posts.chunks(POSTS_A_ROW).map(<[Key]>::to_vec));
    }
    let missing = match part {
        Part::Content => kept.line.content.is_empty(),
        Part::Lead => kept.line.lead.is_empty(),
        _ => false,
    };
    let mut ways = Vec::new();
    if let Some(next) = part.next().filter(|_| !missing) {
        let next = PlanAction::Part(kept.id, next.number());
        ways.push(key(ctx, caller, "button-form-next", next));
    }
    let done = PlanAction::Line(kept.id);
    ways.push(key(ctx, caller, "button-plan-whole", done));
    keyboard.push(ways);
    let text = blocks.join("\n\n");
    put(ctx, caller, message, Screen { text, keyboard }).await
}

/// Takes a text as a part of a line. `false` if it was not meant so.
pub(super) async fn wrote(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    (said, text): (&IncomingMessage, &str),
    (id, number, message): (PlanLineId, u8, Option<MessageId>),
) -> Result<bool> {
    let found = line_of(ctx, caller, id).await?;
    let Some((planning, kept)) = found.filter(|(planning, _)| planning.plan.is_draft()) else {
        return Ok(false);
    };
    let Some(wanted) = Part::of(number) else {
        return Ok(false);
    };
    ctx.swallow(caller.user, said.message).await?;
    let mut line = kept.line.clone();
    let mut read = read(ctx, caller, (&planning, wanted), text, &mut line);
    if read.is_ok() && wanted == Part::Content && is_twice(ctx, &planning, kept.id, &line).await? {
        let twice = Trouble::new("plan-twice").with("value", quoted(&line.content));
        read = Err(twice);
    }
    let note = match read {
        Ok(note) => note,
        Err(trouble) => {
            let told = trouble.told(&ctx.core.texts, caller.language);
            let of = (&planning, &kept);
            part(ctx, caller, of, wanted, (Some(told), message)).await?;
            return Ok(true);
        }
    };
    store::plans::set(ctx.tx, kept.id, &line).await?;
    let whole = is_whole(&line);
    store::plans::switch(ctx.tx, kept.id, whole).await?;
    let kept = KeptLine {
        line,
        used: whole,
        ..kept
    };
    // What was left out is told where it was typed; otherwise the next part is asked for.
    let next = wanted.next().filter(|_| note.is_none());
    match (next, note) {
        (Some(next), _) => part(ctx, caller, (&planning, &kept), next, (None, message)).await?,
        (None, None) => show(ctx, caller, (&planning, &kept), message).await?,
        (None, note) => part(ctx, caller, (&planning, &kept), wanted, (note, message)).await?,
    }
    Ok(true)
}

/// Whether another line of the plan has these words under this task: a sheet could not tell the two apart.
async fn is_twice(
    ctx: &mut Ctx<'_>,
    planning: &Planning,
    id: PlanLineId,
    line: &PlanLine,
) -> Result<bool> {
    let own = plan::identity(line.task, &line.content);
    let all = store::plans::lines(ctx.tx, planning.plan.id).await?;
    let mut others = all.iter().filter(|one| one.id != id);
    Ok(others.any(|one| plan::identity(one.line.task, &one.line.content) == own))
}

/// Puts what was typed into the line; a note if a name was left out of it.
fn read(
    ctx: &Ctx<'_>,
    caller: &Caller,
    (planning, part): (&Planning, Part),
    text: &str,
    line: &mut PlanLine,
) -> Result<Option<String>, Trouble> {
    match part {
        Part::Content => line.content = plan::content(text)?,
        Part::Measure => line.measure = plan::short(text)?,
        Part::Target => line.target = plan::short(text)?,
        Part::Months => {
            (line.first, line.last) = plan::months(text, planning.plan.begins)?;
        }
        Part::Lead | Part::Support => {
            let frame = ctx.core.campaign.plan();
            let read = plan::posts(text, frame, caller.language)?;
            match part {
                Part::Support => line.support = read.ids,
                _ => line.lead = read.ids,
            }
            if read.dropped {
                return Ok(Some(ctx.plain(caller.language, "plan-dropped", &[])));
            }
        }
    }
    // What the bot counts is what the frame says, and nothing else.
    if matches!(part, Part::Content | Part::Measure) {
        line.counted = None;
    }
    Ok(None)
}
