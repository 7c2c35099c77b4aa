//! The tree of units, sent to the bot as a file: fetched, judged, shown, and imported when an owner says so.
//!
//! Knows who may and what is shown when. Must not know what makes a tree sound.

use chrono::TimeDelta;

use crate::core::access::officers;
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, Document};
use crate::outgoing::{Call, Lane, Outcome, Purpose};
use crate::store::audit::Deed;
use crate::store::unit_files::UnitFile;
use crate::store::{self, Fault};
use crate::text::Value;
use crate::types::{Language, UnitFileId};
use crate::units::{self, Changes, Plan};

/// 60,000 units are about as many as there are, and take 6 MB; a workbook of them less.
const BYTES_MAX: u64 = 8 * 1024 * 1024;
/// A file that could not be fetched by then is sent again.
const FETCH_MINUTES: i64 = 10;
/// Lines of a file that fit a message and a phone: more faults or changes are counted.
const LINES_MAX: usize = 20;

/// An owner sent a document. `false` if it is not for us.
pub(in crate::core) async fn received(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    document: &Document,
) -> Result<bool, Fault> {
    if !officers::owns(turn, visitor.user) {
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
        let until = turn.tx.now() + TimeDelta::minutes(FETCH_MINUTES);
        turn.owe(
            Lane::Reply,
            until,
            Purpose::Units(visitor.user, visitor.language),
            call,
        )
        .await?;
        return Ok(true);
    };
    turn.say(visitor, key, &[]).await?;
    Ok(true)
}

/// Whether one of these may have brought a file, or the news that there is none.
pub(in crate::core) fn concerned(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Fetched(_) | Outcome::Rejected { .. } | Outcome::Failed { .. } | Outcome::Expired
    )
}

/// Tells those whose files could not be fetched in time.
pub(in crate::core) async fn overdue(turn: &mut Turn<'_>) -> Result<(), Fault> {
    for purpose in store::outbox::overdue_fetches(turn.tx).await? {
        if let Purpose::Units(user, language) = purpose {
            store::unit_files::keep(turn.tx, user, language, None).await?;
        }
    }
    judge(turn).await
}

/// Shows what the files that have arrived would change, or what is wrong with them.
pub(in crate::core) async fn judge(turn: &mut Turn<'_>) -> Result<(), Fault> {
    for file in store::unit_files::new(turn.tx).await? {
        let screen = judged(turn, file.language, &file).await?;
        turn.send(file.user_id, screen, Purpose::Plain).await?;
    }
    Ok(())
}

/// What its owner is shown; a file that cannot be imported is not kept.
async fn judged(turn: &mut Turn<'_>, language: Language, file: &UnitFile) -> Result<Screen, Fault> {
    let (text, keyboard) = match reviewed(turn, file).await? {
        None => (turn.html(language, "units-file-lost", &[]), Vec::new()),
        Some(Err(wrongs)) => {
            let lines = shortened(turn, language, &wrongs.lines(&turn.core.texts, language));
            let text = turn.html(language, "units-file-wrong", &[("lines", lines.into())]);
            (text, Vec::new())
        }
        Some(Ok((_, changes))) if !changes.any() => {
            (turn.html(language, "units-file-same", &[]), Vec::new())
        }
        Some(Ok((_, changes))) => {
            store::unit_files::judge(turn.tx, file.id, &changes.digest()).await?;
            let keyboard = vec![vec![
                turn.key(
                    language,
                    "button-units-import",
                    Button::ImportUnits(file.id),
                ),
                turn.key(language, "button-units-drop", Button::DropUnits(file.id)),
            ]];
            return Ok(Screen {
                text: offered(turn, language, &changes),
                keyboard,
            });
        }
    };
    store::unit_files::forget(turn.tx, file.user_id).await?;
    Ok(Screen { text, keyboard })
}

fn offered(turn: &Turn<'_>, language: Language, changes: &Changes) -> String {
    let lines = shortened(turn, language, &changes.lines(&turn.core.texts, language));
    let args = [
        ("lines", Value::from(lines)),
        ("counts", changes.counts(&turn.core.texts, language).into()),
    ];
    turn.html(language, "units-file", &args)
}

/// The file with the units as they are now; `None` if there is no file.
async fn reviewed(
    turn: &mut Turn<'_>,
    file: &UnitFile,
) -> Result<Option<Result<(Plan, Changes), units::Wrongs>>, Fault> {
    let Some(bytes) = &file.bytes else {
        return Ok(None);
    };
    let before = store::units::all(turn.tx).await?;
    Ok(Some(units::read(bytes, &before).map(|plan| {
        let changes = plan.changes(&before);
        (plan, changes)
    })))
}

/// As many lines as fit, and how many more there are.
fn shortened(turn: &Turn<'_>, language: Language, lines: &[String]) -> String {
    let mut shown: Vec<String> = lines.iter().take(LINES_MAX).cloned().collect();
    if let Some(more) = lines.len().checked_sub(LINES_MAX).filter(|more| *more > 0) {
        let count = Value::Text(more.to_string());
        shown.push(turn.plain(language, "units-file-more", &[("count", count)]));
    }
    shown.join("\n")
}

/// It is to be imported, if it would still change what was shown.
pub(in crate::core) async fn import(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: UnitFileId,
) -> Result<(), Fault> {
    let language = visitor.language;
    let Some(file) = own(turn, visitor, id).await? else {
        return turn.toast(tap, language, "toast-no-button").await;
    };
    let screen = match reviewed(turn, &file).await? {
        Some(Ok((plan, changes))) if Some(changes.digest()) == file.judged => {
            units::import(turn.tx, &plan).await?;
            store::unit_files::forget(turn.tx, visitor.user).await?;
            store::audit::note_in(
                turn.tx,
                None,
                Some(visitor.user),
                store::audit::Office::Owner,
                Deed::Units,
            )
            .await?;
            let counts = changes.counts(&turn.core.texts, language);
            Screen::words(turn.html(
                language,
                "units-file-imported",
                &[("counts", counts.into())],
            ))
        }
        // The units have changed since: what would happen now is shown first.
        _ => judged(turn, language, &file).await?,
    };
    turn.hush(tap).await?;
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// It is not to be imported.
pub(in crate::core) async fn give_up(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: UnitFileId,
) -> Result<(), Fault> {
    let language = visitor.language;
    if own(turn, visitor, id).await?.is_none() {
        return turn.toast(tap, language, "toast-no-button").await;
    }
    store::unit_files::forget(turn.tx, visitor.user).await?;
    turn.hush(tap).await?;
    let screen = Screen::words(turn.html(language, "units-file-dropped", &[]));
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// The file, if it is this person's and they are still an owner.
async fn own(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    id: UnitFileId,
) -> Result<Option<UnitFile>, Fault> {
    let file = store::unit_files::by_id(turn.tx, id).await?;
    let owner = officers::owns(turn, visitor.user);
    Ok(file.filter(|file| owner && file.user_id == visitor.user))
}
