//! The tree of units, sent to the bot as a file: fetched, judged, shown, and imported when an owner says so.
//!
//! Knows who may and what is shown when. Must not know what makes a tree sound.

use chrono::TimeDelta;

use crate::core::access::{officers, overfull};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, SentDocument};
use crate::outgoing::{Call, Lane, Outcome, Purpose};
use crate::store::unit_files::UnitFile;
use crate::store::{self, StoreError};
use crate::text::Value;
use crate::types::{Language, UnitFileId};
use crate::units::{self, Changes, ImportPlan};

/// All units there are, about 60,000, take 6 MB as CSV, and less as a workbook.
const BYTES_MAX: u64 = 8 * 1024 * 1024;
/// After this time the owner is asked to send the file again.
const FETCH_MINUTES: i64 = 10;
/// Lines of a file that fit a message and a phone: more faults or changes are counted.
const LINES_MAX: usize = 20;
/// Units of a file whose accounts are counted at once, for who has declared fewer people: others are counted when
/// somebody joins.
const LOOKED_AT_MAX: usize = 50;

/// Takes an owner's document. `false` if it is no file of units.
pub(in crate::core) async fn received(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    document: &SentDocument,
) -> Result<bool, StoreError> {
    if !officers::owns(ctx, caller.user) {
        return Ok(false);
    }
    let name = document.name.to_lowercase();
    let key = if !name.ends_with(".xlsx") && !name.ends_with(".csv") {
        "units-file-kind"
    } else if document.bytes > BYTES_MAX {
        "units-file-large"
    } else {
        let call = Call::Fetch {
            file: document.file.clone(),
            bytes_max: BYTES_MAX,
        };
        let until = ctx.tx.now() + TimeDelta::minutes(FETCH_MINUTES);
        ctx.enqueue(
            Lane::Reply,
            until,
            Purpose::Units(caller.user, caller.language),
            call,
        )
        .await?;
        return Ok(true);
    };
    ctx.say(caller, key, &[]).await?;
    Ok(true)
}

/// Whether this outcome may have brought a file, or the news that it cannot be fetched.
pub(in crate::core) fn concerned(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Fetched(_) | Outcome::Rejected { .. } | Outcome::Failed { .. } | Outcome::Expired
    )
}

/// Tells those whose files could not be fetched in time.
pub(in crate::core) async fn overdue(ctx: &mut Ctx<'_>) -> Result<(), StoreError> {
    for purpose in store::outbox::overdue_fetches(ctx.tx).await? {
        if let Purpose::Units(user, language) = purpose {
            store::unit_files::keep(ctx.tx, user, language, None).await?;
        }
    }
    judge(ctx).await
}

/// Shows what the files that have arrived would change, or what is wrong with them.
pub(in crate::core) async fn judge(ctx: &mut Ctx<'_>) -> Result<(), StoreError> {
    for file in store::unit_files::new(ctx.tx).await? {
        let screen = judged(ctx, file.language, &file).await?;
        ctx.send(file.user_id, screen, Purpose::Plain).await?;
    }
    Ok(())
}

/// The screen for its owner; a file that cannot be imported is deleted.
async fn judged(
    ctx: &mut Ctx<'_>,
    language: Language,
    file: &UnitFile,
) -> Result<Screen, StoreError> {
    let (text, keyboard) = match reviewed(ctx, file).await? {
        None => (ctx.html(language, "units-file-lost", &[]), Vec::new()),
        Some(Err(wrongs)) => {
            let lines = shortened(ctx, language, &wrongs.lines(&ctx.core.texts, language));
            let text = ctx.html(language, "units-file-wrong", &[("lines", lines.into())]);
            (text, Vec::new())
        }
        Some(Ok((_, changes))) if !changes.any() => {
            (ctx.html(language, "units-file-same", &[]), Vec::new())
        }
        Some(Ok((_, changes))) => {
            store::unit_files::judge(ctx.tx, file.id, &changes.digest()).await?;
            let keyboard = vec![vec![
                ctx.key(
                    language,
                    "button-units-import",
                    Button::ImportUnits(file.id),
                ),
                ctx.key(language, "button-units-drop", Button::DropUnits(file.id)),
            ]];
            return Ok(Screen {
                text: offered(ctx, language, &changes),
                keyboard,
            });
        }
    };
    store::unit_files::forget(ctx.tx, file.user_id).await?;
    Ok(Screen { text, keyboard })
}

fn offered(ctx: &Ctx<'_>, language: Language, changes: &Changes) -> String {
    let lines = shortened(ctx, language, &changes.lines(&ctx.core.texts, language));
    let args = [
        ("lines", Value::from(lines)),
        ("counts", changes.counts(&ctx.core.texts, language).into()),
    ];
    ctx.html(language, "units-file", &args)
}

/// The file with the units as they are now; `None` if there is no file.
async fn reviewed(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
) -> Result<Option<Result<(ImportPlan, Changes), units::Wrongs>>, StoreError> {
    let Some(bytes) = &file.bytes else {
        return Ok(None);
    };
    let before = store::units::all(ctx.tx).await?;
    Ok(Some(units::read(bytes, &before).map(|plan| {
        let changes = plan.changes(&before);
        (plan, changes)
    })))
}

/// As many lines as fit, and how many more there are.
fn shortened(ctx: &Ctx<'_>, language: Language, lines: &[String]) -> String {
    let mut shown: Vec<String> = lines.iter().take(LINES_MAX).cloned().collect();
    if let Some(more) = lines.len().checked_sub(LINES_MAX).filter(|more| *more > 0) {
        let count = Value::Text(more.to_string());
        shown.push(ctx.plain(language, "units-file-more", &[("count", count)]));
    }
    shown.join("\n")
}

/// Imports it, if it would still change what was shown.
pub(in crate::core) async fn import(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: UnitFileId,
) -> Result<(), StoreError> {
    let language = caller.language;
    let Some(file) = own(ctx, caller, id).await? else {
        return ctx.answer_callback(tap, language, "toast-no-button").await;
    };
    let screen = match reviewed(ctx, &file).await? {
        Some(Ok((plan, changes))) if Some(changes.digest()) == file.judged => {
            units::import(ctx.tx, &plan, units::Importer::Owner(caller.user)).await?;
            store::unit_files::forget(ctx.tx, caller.user).await?;
            for code in changes.changed().take(LOOKED_AT_MAX) {
                if let Some(unit) = store::units::by_code(ctx.tx, code).await? {
                    overfull::check(ctx, unit.id).await?;
                }
            }
            let counts = changes.counts(&ctx.core.texts, language);
            Screen::words(ctx.html(
                language,
                "units-file-imported",
                &[("counts", counts.into())],
            ))
        }
        // The units have changed since: what would happen now is shown first.
        _ => judged(ctx, language, &file).await?,
    };
    ctx.ack(tap).await?;
    ctx.show(caller.user, tap.message, screen, Purpose::Plain)
        .await
}

pub(in crate::core) async fn give_up(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: UnitFileId,
) -> Result<(), StoreError> {
    let language = caller.language;
    if own(ctx, caller, id).await?.is_none() {
        return ctx.answer_callback(tap, language, "toast-no-button").await;
    }
    store::unit_files::forget(ctx.tx, caller.user).await?;
    ctx.ack(tap).await?;
    let screen = Screen::words(ctx.html(language, "units-file-dropped", &[]));
    ctx.show(caller.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The file, if it is this person's and they are still an owner.
async fn own(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    id: UnitFileId,
) -> Result<Option<UnitFile>, StoreError> {
    let file = store::unit_files::by_id(ctx.tx, id).await?;
    let owner = officers::owns(ctx, caller.user);
    Ok(file.filter(|file| owner && file.user_id == caller.user))
}
