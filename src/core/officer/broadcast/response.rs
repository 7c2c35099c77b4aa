//! What a unit's answer to a check-in is made of: what its members said, and what will be done.
//!
//! What may be shown is decided in [`reflection`].

use crate::campaign::Checkin;
use crate::core::ctx::{Caller, Ctx};
use crate::core::disclosure::reflection::{self, Answers, NotDisclosed};
use crate::event::MessagePart;
use crate::report::figures::{Figure, Share};
use crate::store::broadcasts::Broadcast;
use crate::store::checkins::CheckinRound;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::{Value, html};
use crate::types::{Language, UnitId};

/// The message made from a written line; `None` if there is nothing to answer now, which the officer is told.
pub(super) async fn composed(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    draft: &Broadcast,
    written: &MessagePart,
) -> Result<Option<String>> {
    let MessagePart::Words(words) = written else {
        ctx.say(caller, "respond-only-words", &[]).await?;
        return Ok(None);
    };
    let plain = html::strip(words);
    let wrong = ("respond-short", "respond-long");
    let Some(line) = ctx.sentence(caller, &plain, wrong).await? else {
        return Ok(None);
    };
    let unit = store::units::by_id(ctx.tx, draft.unit).await?;
    let found = newest(ctx).await?;
    let (Some(unit), Some((round, set))) = (unit, found) else {
        ctx.say(caller, "respond-none", &[]).await?;
        return Ok(None);
    };
    let told = told(ctx, unit.id, &round, set).await?;
    let (Ok(answers), true) = (told, draft.answers == Some(round.id)) else {
        ctx.say(caller, "respond-none", &[]).await?;
        return Ok(None);
    };
    let said = said(ctx, &unit, &round, set, &answers);
    let args = [
        ("unit", unit.name.into()),
        ("line", line.into()),
        ("month", month(&round).into()),
    ];
    // The line first: what members said fills a screen.
    let line = ctx.html(Language::Vi, "respond-line", &args);
    let thanks = ctx.html(Language::Vi, "respond-thanks", &[]);
    Ok(Some(format!("{line}\n\n{said}\n\n{thanks}")))
}

/// Why an answer cannot be sent now, if it is one.
pub(super) async fn refusal(ctx: &mut Ctx<'_>, draft: &Broadcast) -> Result<Option<&'static str>> {
    let Some(round) = draft.answers else {
        return Ok(None);
    };
    let standing = store::broadcasts::answer_to(ctx.tx, draft.unit, round).await?;
    // The draft itself may be the one that waits for a second officer.
    let stands = standing.is_some_and(|standing| standing != draft.id);
    let newest = reflection::newest(ctx).await?;
    let over = newest.is_none_or(|newest| newest.id != round);
    // Thresholds may have been raised since it was written.
    let untold = !reflection::is_disclosed(ctx, draft.unit, round).await?;
    Ok((stands || over || untold).then_some("toast-respond-over"))
}

pub(super) async fn newest<'a>(ctx: &mut Ctx<'a>) -> Result<Option<(CheckinRound, &'a Checkin)>> {
    let core = ctx.core;
    let round = reflection::newest(ctx).await?;
    // A set that is no longer in the content cannot be shown.
    Ok(round.and_then(|round| {
        let set = core.campaign.checkin(&round.set)?;
        Some((round, set))
    }))
}

pub(super) async fn told(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    round: &CheckinRound,
    set: &Checkin,
) -> Result<Result<Answers, NotDisclosed>> {
    let choices: Vec<usize> = set
        .prompts
        .iter()
        .map(|prompt| prompt.choices.len())
        .collect();
    reflection::answers(ctx, unit, round.id, &choices).await
}

/// What was said: in Vietnamese, as prompts and choices are.
pub(super) fn said(
    ctx: &Ctx<'_>,
    unit: &Unit,
    round: &CheckinRound,
    set: &Checkin,
    answers: &Answers,
) -> String {
    let say = |key: &str, args: &[(&str, Value)]| ctx.html(Language::Vi, key, args);
    let spoken = |text: &str| Value::Text(ctx.core.texts.addressed(text));
    let args = [
        ("month", month(round).into()),
        ("unit", unit.name.as_str().into()),
        ("people", answers.people.into()),
    ];
    let mut blocks = vec![say("respond-head", &args)];
    for (prompt, shares) in set.prompts.iter().zip(&answers.prompts) {
        let args = [
            ("number", prompt.criterion.to_string().into()),
            ("question", spoken(&prompt.question)),
        ];
        let mut lines = vec![say("respond-prompt", &args)];
        match shares {
            Figure::Hidden => lines.push(say("respond-hidden", &[])),
            Figure::Shown(shares) => {
                for (choice, share) in prompt.choices.iter().zip(shares) {
                    let key = match share {
                        Share::AtLeast(_) => "respond-choice-least",
                        Share::AtMost(_) => "respond-choice-most",
                        Share::About(_) | Share::Exactly(_) => "respond-choice",
                    };
                    let args = [
                        ("choice", spoken(choice)),
                        ("share", share.percent().into()),
                    ];
                    lines.push(say(key, &args));
                }
            }
        }
        blocks.push(lines.join("\n"));
    }
    blocks.join("\n\n")
}

fn month(round: &CheckinRound) -> String {
    let parts = round.month.split_once('-');
    parts.map_or_else(String::new, |(year, month)| format!("{month}/{year}"))
}
