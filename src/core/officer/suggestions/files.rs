//! Files of suggestions: all of a unit as a table or document, the paper for the head of the agency; and counts for the level above.
//!
//! Knows who gets them. Must not know what they look like, nor who wrote anything.

use super::theirs;
use crate::core::access::{officers, suggestions as access};
use crate::core::ctx::{Caller, Ctx, Screen, Tap, upload};
use crate::outgoing::Purpose;
use crate::report::WriteError;
use crate::report::document::suggestions as paper;
use crate::report::suggestions_sheet::{self, SuggestionRow, SuggestionTable};
use crate::store::audit::AuditAction;
use crate::store::suggestions::{self, State, Suggestion, authors, figures};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Language, Length, Span, UnitId};

/// “I see it so, too” is told from this many on.
const SECONDS_MIN: i64 = 5;

/// All that somebody reads of a unit, but what was not published.
pub(super) async fn all(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    (unit, document): (UnitId, bool),
) -> Result {
    if !access::reads_any(ctx, caller.user, unit).await? {
        return ctx.alert(tap, caller.language, "toast-no-right").await;
    }
    let Some(unit) = store::units::by_id(ctx.tx, unit).await? else {
        return ctx.ack(tap).await;
    };
    let theirs = theirs(ctx, caller.user, unit.id).await?;
    let table = table(ctx, caller.language, &unit, &theirs).await?;
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::SuggestionLook).await?;
    let (texts, language) = (&ctx.core.texts, caller.language);
    let file = match document {
        true => (paper::summary(&table, texts, language), "docx"),
        false => (suggestions_sheet::xlsx(&table, texts, language), "xlsx"),
    };
    ctx.ack(tap).await?;
    send(ctx, caller, &unit, ("file-suggestions-name", file)).await
}

/// One on a paper for the head of the agency.
pub(super) async fn forward(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    one: &Suggestion,
) -> Result {
    let Some(unit) = store::units::by_id(ctx.tx, one.unit).await? else {
        return ctx.ack(tap).await;
    };
    if one.state == State::Refused {
        return ctx
            .alert(tap, caller.language, "toast-suggest-settled")
            .await;
    }
    suggestions::forwarded(ctx.tx, one.label).await?;
    let done = AuditAction::SuggestionForward;
    store::audit::note(ctx.tx, unit.id, caller.user, done).await?;
    let language = caller.language;
    let table = table(ctx, language, &unit, &[]).await?;
    let signed = authors::name(ctx.tx, one.label).await?.is_some();
    let row = row(ctx, language, one);
    let bytes = paper::forward(&table, (&row, signed), &ctx.core.texts, language);
    ctx.ack(tap).await?;
    send(ctx, caller, &unit, ("file-forward-name", (bytes, "docx"))).await
}

/// Sends a file that leaves no trace in the outbox.
pub(super) async fn send(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
    (name, (bytes, ending)): (&str, (Result<Vec<u8>, WriteError>, &str)),
) -> Result {
    let args = [("unit", unit.name.as_str().into())];
    let name = ctx.plain(caller.language, name, &args);
    let file = upload(&format!("{name}.{ending}"), bytes)?;
    let caption = ctx.html(caller.language, "suggest-file", &[]);
    ctx.send_file(caller.user, file, caption, Purpose::Private)
        .await
}

/// The table of these, each below the one that says the same: what is answered together is not merged.
pub(super) async fn table(
    ctx: &mut Ctx<'_>,
    language: Language,
    unit: &Unit,
    all: &[Suggestion],
) -> Result<SuggestionTable> {
    let parent = match unit.parent_id {
        Some(parent) => Some(ctx.unit_name(parent).await?),
        None => None,
    };
    let place = |label| all.iter().position(|one| one.label == label);
    let told = all.iter().filter(|one| one.state != State::Refused);
    let mut told: Vec<&Suggestion> = told.collect();
    told.sort_by_cached_key(|one| {
        let head = one.same_as.and_then(place);
        (head.or_else(|| place(one.label)), one.same_as.is_some())
    });
    Ok(SuggestionTable {
        unit: unit.name.clone(),
        parent,
        day: ctx.tx.today(),
        meeting: false,
        rows: told
            .into_iter()
            .map(|one| row(ctx, language, one))
            .collect(),
    })
}

fn row(ctx: &Ctx<'_>, language: Language, one: &Suggestion) -> SuggestionRow {
    let (word, answer) = one.answer.clone().unwrap_or_default();
    SuggestionRow {
        short: match one.same_as {
            Some(other) => format!("{} = {}", one.label.short(), other.short()),
            None => one.label.short(),
        },
        topic: access::topic(ctx, language, one.topic).to_owned(),
        situation: one.situation.clone(),
        proposal: one.proposal.clone(),
        twins: one.twins,
        seconds: Some(one.seconds).filter(|many| *many >= SECONDS_MIN),
        word: match word {
            0 => String::new(),
            word => access::answer_word(ctx, language, word),
        },
        answer,
    }
}

/// For the level above: how many each unit has had this quarter and the one before, and what became of them. Never a text.
pub(super) async fn counts(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, unit: UnitId) -> Result {
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    let language = caller.language;
    let least = store::installation::thresholds(ctx.tx).await?.quiz;
    let args = [("unit", unit.name.as_str().into()), ("least", least.into())];
    let mut lines = vec![ctx.html(language, "suggest-counts", &args)];
    let now = Span::around(Length::Quarter, ctx.tx.today());
    for span in [now, now.before()] {
        let called = ctx.period(language, span);
        lines.push(ctx.html(
            language,
            "suggest-counts-period",
            &[("period", called.into())],
        ));
        let days = (span.from(), span.to());
        let all = figures::received(ctx.tx, unit.id, days, access::answer_days(ctx)).await?;
        for one in &all {
            // Nothing is told of a few.
            let key = if one.received < least {
                "suggest-counts-few"
            } else {
                "suggest-counts-line"
            };
            let args = [
                ("unit", one.name.as_str().into()),
                ("least", least.into()),
                ("received", one.received.into()),
                ("answered", one.answered.into()),
                ("late", one.late.into()),
                ("accepted", one.accepted.into()),
                ("partly", one.partly.into()),
                ("declined", one.declined.into()),
                ("passed", one.passed.into()),
                ("already", one.already.into()),
            ];
            lines.push(ctx.html(language, key, &args));
        }
        if all.is_empty() {
            lines.push(ctx.html(language, "suggest-counts-none", &[]));
        }
    }
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::Report).await?;
    let screen = Screen::words(lines.join("\n"));
    ctx.ack(tap).await?;
    ctx.send(caller.user, screen, Purpose::Plain).await
}
