//! What the registers of a unit and all below it come to: counts by state, level and field, what authors estimate, and the titles of
//! those recognised.
//!
//! Knows that counts stand beside the number of people and that no unit below is listed. Must not know how anything is stored.

use std::collections::BTreeMap;

use super::{back, level_name, told, words_of};
use crate::campaign::form::Means;
use crate::core::ctx::{Caller, Ctx, Screen};
use crate::core::member::initiatives::state_key;
use crate::event::ConsentPart;
use crate::store::audit::AuditAction;
use crate::store::register::{Counted, EntryState, Level};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::grouped;
use crate::types::Span;

/// Titles of recognised ones that are shown.
const TITLES_MAX: u32 = 20;

/// What was entered this year, and what has been recognised.
pub(super) async fn shown(ctx: &mut Ctx<'_>, caller: &Caller, unit: &Unit) -> Result<Screen> {
    let language = caller.language;
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::RegisterLook).await?;
    let span = Span::year_from(ctx.core.year_start, ctx.tx.today());
    let days = (span.from(), span.to());
    let counts = store::register::counts(ctx.tx, unit.id, days).await?;
    let all: i64 = counts.iter().map(|one| one.entries).sum();
    let args = [
        ("unit", unit.name.as_str().into()),
        ("period", ctx.period(language, span).into()),
        ("count", all.into()),
        ("people", unit.members.into()),
    ];
    let mut blocks = vec![ctx.html(language, "register-sums", &args)];
    blocks.extend(lines(ctx, caller, &counts));
    let words = ctx.core.proof(ConsentPart::Author);
    let entries = store::register::recognised(ctx.tx, unit.id, words, TITLES_MAX).await?;
    let answers = told(ctx, &entries).await?;
    let mut titles = Vec::new();
    for (entry, answers) in entries.iter().zip(&answers) {
        let row = words_of(ctx, entry, answers.as_ref(), language);
        let args = [
            ("title", row.title.into()),
            ("unit", entry.of.as_str().into()),
            ("level", row.level.into()),
            ("author", row.author.into()),
        ];
        titles.push(ctx.html(language, "register-title", &args));
    }
    if !titles.is_empty() {
        let head = ctx.html(language, "register-titles", &[]);
        blocks.push(format!("{head}\n{}", titles.join("\n")));
    }
    Ok(Screen {
        text: blocks.join("\n\n"),
        keyboard: vec![back(ctx, caller, unit.id)],
    })
}

/// A line a state, a level, a field; and what authors estimate of those recognised.
fn lines(ctx: &Ctx<'_>, caller: &Caller, counts: &[Counted]) -> Vec<String> {
    let language = caller.language;
    let line = |name: String, count: i64| {
        let args = [("name", name.into()), ("count", count.into())];
        ctx.html(language, "register-count", &args)
    };
    let sum = |of: &dyn Fn(&&Counted) -> bool| -> i64 {
        counts.iter().filter(of).map(|one| one.entries).sum()
    };
    let mut blocks = Vec::new();
    let states = EntryState::ALL.into_iter().map(|state| {
        let name = ctx.plain(language, state_key(state), &[]);
        (name, sum(&|one| one.state == state))
    });
    let levels = Level::ALL.into_iter().map(|level| {
        let name = level_name(ctx, level, language);
        (name, sum(&|one| one.level == Some(level)))
    });
    for rows in [states.collect::<Vec<_>>(), levels.collect()] {
        let rows = rows.into_iter().filter(|(_, count)| *count > 0);
        let rows: Vec<String> = rows.map(|(name, count)| line(name, count)).collect();
        blocks.extend((!rows.is_empty()).then(|| rows.join("\n")));
    }
    let mut fields: BTreeMap<&str, i64> = BTreeMap::new();
    for one in counts {
        *fields
            .entry(one.field.as_deref().unwrap_or_default())
            .or_default() += one.entries;
    }
    let form = ctx.core.campaign.initiative();
    let options = form.and_then(|form| form.meaning(Means::Field));
    let options = options.map_or(&[][..], |field| &field.options);
    let rows = options.iter().filter_map(|option| {
        let count = fields.get(option.id.as_str())?;
        Some(line(option.name.get(language).to_owned(), *count))
    });
    let rows: Vec<String> = rows.collect();
    blocks.extend((!rows.is_empty()).then(|| rows.join("\n")));
    let recognised = counts
        .iter()
        .filter(|one| one.state == EntryState::Recognised);
    let (dong, of) = recognised.fold((0, 0), |(dong, of), one| {
        (dong + one.benefit, of + one.estimated)
    });
    if of > 0 {
        let args = [("dong", grouped(dong, '.').into()), ("of", of.into())];
        blocks.push(ctx.html(language, "register-estimate", &args));
    }
    blocks
}
