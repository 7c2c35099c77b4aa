//! `/register` (`/sosangkien`): the register of a unit's initiatives, kept by its officers. They write down what the council has
//! decided; no number of initiatives stands anywhere without that of people, nothing is ranked, and there is no target.
//!
//! Knows who may see which entry: those of the unit itself all of theirs, those above what is recognised. Must not know how an
//! author tells of one.

mod files;
mod keeping;
mod sums;

pub(in crate::core) use keeping::wrote;

use crate::core::access::officers;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::member::initiatives::{row, state_key, term};
use crate::event::{Button, ConsentPart, RegisterAction};
use crate::outgoing::Key;
use crate::report::{self, register::RegisterRow};
use crate::store::audit::AuditAction;
use crate::store::register::{Entry, EntryState, Level};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Answers, EntryId, Language, MessageId, UnitId, count};

/// Entries on a page.
const PAGE: u32 = 8;
/// Buttons to entries in a row.
const ROW: usize = 4;

/// `/register`, with or without a unit's name or code.
pub(in crate::core) async fn open(ctx: &mut Ctx<'_>, caller: &Caller, words: &str) -> Result {
    let button = |unit| Button::Register(RegisterAction::Page(unit, 0));
    match officers::pick(ctx, caller, words, button).await? {
        Some(unit) => page(ctx, caller, &unit, (0, None)).await,
        None => Ok(()),
    }
}

pub(in crate::core) async fn tapped(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    action: RegisterAction,
) -> Result {
    let (unit, id) = match action {
        RegisterAction::Page(unit, _)
        | RegisterAction::Sums(unit)
        | RegisterAction::Sheet(unit)
        | RegisterAction::Roll(unit) => (unit, None),
        RegisterAction::Show(id)
        | RegisterAction::Applied(id)
        | RegisterAction::Lodge(id)
        | RegisterAction::LodgedToday(id)
        | RegisterAction::Recognise(id)
        | RegisterAction::Level(id, _)
        | RegisterAction::Decline(id)
        | RegisterAction::Back(id)
        | RegisterAction::Certificate(id) => {
            let Some(entry) = theirs(ctx, caller, id).await? else {
                let language = caller.language;
                return ctx.no_button(tap, language).await;
            };
            (entry.unit, Some(entry))
        }
    };
    if let Some(entry) = id {
        return keeping::tapped(ctx, caller, tap, (&entry, action)).await;
    }
    let Some(unit) = officers::theirs(ctx, caller, tap, unit).await? else {
        return Ok(());
    };
    match action {
        RegisterAction::Sheet(_) => files::sheet(ctx, caller, tap, &unit).await,
        RegisterAction::Roll(_) => files::roll(ctx, caller, tap, &unit).await,
        RegisterAction::Sums(_) => {
            ctx.ack(tap).await?;
            let screen = sums::shown(ctx, caller, &unit).await?;
            ctx.show_register(caller.user, tap.message, screen, unit.id)
                .await
        }
        RegisterAction::Page(_, number) => {
            ctx.ack(tap).await?;
            page(ctx, caller, &unit, (number, tap.message)).await
        }
        // All others are about an entry.
        _ => Ok(()),
    }
}

/// An entry that this officer may see: one of a unit of their own, or a recognised one of any unit of theirs.
async fn theirs(ctx: &mut Ctx<'_>, caller: &Caller, id: EntryId) -> Result<Option<Entry>> {
    let words = ctx.core.proof(ConsentPart::Author);
    let Some(entry) = store::register::by_id(ctx.tx, id, words).await? else {
        return Ok(None);
    };
    let own = officers::is_own(ctx, caller.user, entry.unit).await?;
    let above = entry.state == EntryState::Recognised
        && officers::may(ctx, caller.user, entry.unit).await?;
    Ok(Some(entry).filter(|_| own || above))
}

/// A page of a unit's register.
async fn page(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: &Unit,
    (number, message): (u16, Option<MessageId>),
) -> Result {
    let language = caller.language;
    let own = officers::is_own(ctx, caller.user, unit.id).await?;
    let skip = u32::from(number) * PAGE;
    let limits = (skip, PAGE + 1);
    let words = ctx.core.proof(ConsentPart::Author);
    let mut entries = store::register::page(ctx.tx, (unit.id, own), words, limits).await?;
    let more = entries.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    entries.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    store::audit::note(ctx.tx, unit.id, caller.user, AuditAction::RegisterLook).await?;
    let answers = told(ctx, &entries).await?;
    let all = store::register::size(ctx.tx, unit.id).await?;
    let args = [
        ("unit", unit.name.as_str().into()),
        ("count", all.into()),
        ("people", unit.members.into()),
        ("own", own.into()),
        ("shown", count(entries.len()).into()),
    ];
    let mut lines = vec![ctx.html(language, "register", &args)];
    let (mut keys, mut at) = (Vec::new(), i64::from(skip));
    for (entry, answers) in entries.iter().zip(&answers) {
        at += 1;
        let row = words_of(ctx, entry, answers.as_ref(), language);
        let args = [
            ("number", at.into()),
            ("title", row.title.into()),
            ("state", row.state.into()),
        ];
        lines.push(ctx.html(language, "register-line", &args));
        keys.push(Button::Register(RegisterAction::Show(entry.id)).key(at.to_string()));
    }
    let mut keyboard: Vec<Vec<Key>> = keys.chunks(ROW).map(<[Key]>::to_vec).collect();
    let turn = |key, page| {
        let action = RegisterAction::Page(unit.id, page);
        ctx.key(language, key, Button::Register(action))
    };
    let before = number
        .checked_sub(1)
        .map(|page| turn("button-page-before", page));
    let after = more.then(|| turn("button-page-after", number.saturating_add(1)));
    let turns: Vec<Key> = before.into_iter().chain(after).collect();
    if !turns.is_empty() {
        keyboard.push(turns);
    }
    let key = |label, action| ctx.key(language, label, Button::Register(action));
    keyboard.push(vec![key(
        "button-register-sums",
        RegisterAction::Sums(unit.id),
    )]);
    if !entries.is_empty() {
        keyboard.push(vec![
            key("button-register-sheet", RegisterAction::Sheet(unit.id)),
            key("button-register-roll", RegisterAction::Roll(unit.id)),
        ]);
    }
    let text = lines.join("\n");
    let screen = Screen { text, keyboard };
    ctx.show_register(caller.user, message, screen, unit.id)
        .await
}

/// What their authors have told of these entries, for as long as they agree.
async fn told(ctx: &mut Ctx<'_>, entries: &[Entry]) -> Result<Vec<Option<Answers>>> {
    let ids: Vec<_> = entries
        .iter()
        .filter_map(|entry| entry.initiative)
        .collect();
    let mut answers = store::initiatives::answers(ctx.tx, &ids).await?;
    let of = |entry: &Entry| answers.remove(&entry.initiative?);
    Ok(entries.iter().map(of).collect())
}

/// An entry in words. Of one whose author has withdrawn nothing is told but how far it came.
fn words_of(
    ctx: &Ctx<'_>,
    entry: &Entry,
    answers: Option<&Answers>,
    language: Language,
) -> RegisterRow {
    let form = ctx.core.campaign.initiative();
    let level = entry
        .level
        .map_or_else(String::new, |level| level_name(ctx, level, language));
    let state = ctx.plain(language, state_key(entry.state), &[]);
    let Some((form, answers)) = form.zip(answers) else {
        let title = ctx.plain(language, "register-unnamed", &[]);
        return RegisterRow {
            title,
            state,
            level,
            ..RegisterRow::default()
        };
    };
    let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, report::day);
    RegisterRow {
        state,
        level,
        lodged: day(entry.lodged_on),
        decision: entry.decision.clone().unwrap_or_default(),
        author: entry.name.clone().unwrap_or_default(),
        ..row((form, answers), (&ctx.core.texts, language))
    }
}

fn level_name(ctx: &Ctx<'_>, level: Level, language: Language) -> String {
    let key = match level {
        Level::Unit => "register-level-unit",
        Level::Province => "register-level-province",
        Level::Nation => "register-level-nation",
    };
    ctx.plain(language, key, &[])
}

/// One entry, with what can be written down of it now.
async fn one(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    entry: &Entry,
    message: Option<MessageId>,
) -> Result {
    let language = caller.language;
    let answers = told(ctx, std::slice::from_ref(entry))
        .await?
        .pop()
        .flatten();
    let row = words_of(ctx, entry, answers.as_ref(), language);
    let mut blocks = vec![ctx.html(
        language,
        "register-entry",
        &[
            ("title", row.title.as_str().into()),
            ("unit", entry.of.as_str().into()),
            ("author", row.author.as_str().into()),
            ("named", (!row.author.is_empty()).into()),
            ("day", entry.entered_on.into()),
        ],
    )];
    let lines = [
        ("file-register-what", row.change.as_str()),
        ("file-register-since", &row.since),
        ("file-register-before", &row.before),
        ("file-register-after", &row.after),
        ("file-register-measure", &row.measure),
        ("file-register-spread", &row.spread),
        ("file-register-field", &row.field),
        ("file-register-kind", &row.kind),
    ];
    let mut told: Vec<String> = Vec::new();
    for (name, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
        let args = [
            ("name", ctx.plain(language, name, &[]).into()),
            ("answer", text.into()),
        ];
        told.push(ctx.html(language, "form-field", &args));
    }
    if let Some(dong) = row.benefit {
        let args = [("dong", crate::text::grouped(dong, '.').into())];
        told.push(ctx.html(language, "register-benefit", &args));
    }
    blocks.extend((!told.is_empty()).then(|| told.join("\n")));
    blocks.push(standing(ctx, entry, &row, language));
    let screen = Screen {
        text: blocks.join("\n\n"),
        keyboard: keeping::keys(ctx, caller, entry).await?,
    };
    ctx.show_register(caller.user, message, screen, entry.unit)
        .await
}

/// How far it is: days, who decided, and how long there is left.
fn standing(ctx: &Ctx<'_>, entry: &Entry, row: &RegisterRow, language: Language) -> String {
    let (key, mut args) = match (entry.state, entry.lodged_on) {
        (EntryState::Lodged, Some(day)) => {
            let (last, left) = term(day, ctx.tx.today());
            let args = vec![
                ("lodged", day.into()),
                ("left", left.max(0).into()),
                ("late", (left < 0).into()),
                ("last", last.into()),
            ];
            ("register-is-lodged", args)
        }
        (EntryState::Recognised, _) => {
            let args = vec![
                ("level", row.level.as_str().into()),
                ("decision", row.decision.as_str().into()),
            ];
            ("register-is-recognised", args)
        }
        (EntryState::Declined, _) => {
            let reason = entry.reason.clone().unwrap_or_default();
            ("register-is-declined", vec![("reason", reason.into())])
        }
        _ => ("register-is", Vec::new()),
    };
    args.push(("state", row.state.as_str().into()));
    ctx.html(language, key, &args)
}

/// Which unit is above, and how many people it has declared.
async fn parent(ctx: &mut Ctx<'_>, unit: &Unit) -> Result<Option<String>> {
    match unit.parent_id {
        Some(parent) => ctx.unit_name(parent).await.map(Some),
        None => Ok(None),
    }
}

/// The unit of an entry, to go back to its register.
fn back(ctx: &Ctx<'_>, caller: &Caller, unit: UnitId) -> Vec<Key> {
    let action = RegisterAction::Page(unit, 0);
    let key = ctx.key(caller.language, "button-register", Button::Register(action));
    vec![key]
}
