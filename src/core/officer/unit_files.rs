//! Files that officers send: the tree of units, or a form's sheet; fetched, read, judged, shown, and imported when they
//! say so.
//!
//! Knows who may and what is shown when. Must not know what makes a tree sound. A file is read between two transactions
//! and never in one: it is marked in the first, so that one that ends the process is not read again.

use chrono::TimeDelta;

use crate::campaign::form::Form;
use crate::core::Core;
use crate::core::access::{officers, overfull};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::collect;
use crate::db::Tx;
use crate::event::{Button, SentDocument};
use crate::forms::sheet::Sheet;
use crate::outgoing::{Call, Lane, Outcome, Purpose};
use crate::store::unit_files::UnitFile;
use crate::store::{self, StoreError};
use crate::text::Value;
use crate::types::{Language, UnitFileId};
use crate::units::{self, BYTES_MAX, Changes, Faults, ImportPlan, UnitList};

/// After this time the owner is asked to send the file again.
const FETCH_MINUTES: i64 = 10;
/// Units of a file whose accounts are counted at once, for who has declared fewer people: others are counted when
/// somebody joins.
const LOOKED_AT_MAX: usize = 50;

/// A file that is to be read, beside everything else.
#[derive(Debug)]
pub struct UnreadFile {
    id: UnitFileId,
    bytes: Vec<u8>,
    language: Language,
    /// Whose sheet it is; `None`: a list of units.
    form: Option<Form>,
}

/// What was read of it.
#[derive(Debug)]
pub struct ReadFile {
    id: UnitFileId,
    /// `None`: reading it broke down.
    content: Option<Content>,
}

/// What a file was read as.
#[derive(Debug)]
enum Content {
    Units(Result<UnitList, Faults>),
    Sheet(Result<Sheet, Faults>),
}

impl UnreadFile {
    /// Reads it. This takes its time, and may break down.
    pub fn read(self) -> ReadFile {
        let content = match &self.form {
            Some(form) => Content::Sheet(Sheet::read(form, &self.bytes, self.language)),
            None => Content::Units(UnitList::read(&self.bytes)),
        };
        ReadFile {
            id: self.id,
            content: Some(content),
        }
    }

    /// What there is to say if reading it breaks down.
    pub fn broken(&self) -> ReadFile {
        ReadFile {
            id: self.id,
            content: None,
        }
    }
}

impl Core {
    /// The next file to be read beside the loops. It is not handed out twice, whatever reading it does.
    ///
    /// # Errors
    /// The database cannot be written now.
    pub async fn next_file(&self, tx: &mut Tx) -> Result<Option<UnreadFile>, StoreError> {
        next(&mut Ctx::new(self, tx)).await
    }

    /// What follows from a file that was read.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of it has happened.
    pub async fn on_file(&self, tx: &mut Tx, read: ReadFile) -> Result<(), StoreError> {
        was_read(&mut Ctx::new(self, tx), read).await
    }
}

/// Takes an owner's document. `false` if it is no file of units.
pub(in crate::core) async fn received(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    document: &SentDocument,
) -> Result<bool, StoreError> {
    if !officers::owns(ctx, caller.user) {
        return Ok(false);
    }
    let most = u64::try_from(BYTES_MAX).unwrap_or(u64::MAX);
    if document.bytes > most {
        ctx.say(caller, "units-file-large", &[]).await?;
        return Ok(true);
    }
    let call = Call::Fetch {
        file: document.file.clone(),
        bytes_max: most,
    };
    let until = ctx.tx.now() + TimeDelta::minutes(FETCH_MINUTES);
    let purpose = Purpose::Units(caller.user, caller.language);
    ctx.enqueue(Lane::Reply, until, purpose, call).await?;
    Ok(true)
}

/// Whether this outcome may be that a file cannot be fetched.
pub(in crate::core) fn concerned(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Rejected { .. } | Outcome::Failed { .. } | Outcome::Expired
    )
}

/// Tells those whose files could not be fetched in time.
pub(in crate::core) async fn overdue(ctx: &mut Ctx<'_>) -> Result<(), StoreError> {
    for purpose in store::outbox::overdue_fetches(ctx.tx).await? {
        match purpose {
            Purpose::Units(user, language) => {
                store::unit_files::keep(ctx.tx, user, language, None, None).await?;
            }
            Purpose::Sheet(user, language, period) => {
                store::unit_files::keep(ctx.tx, user, language, None, Some(period)).await?;
            }
            _ => {}
        }
    }
    tell_lost(ctx).await
}

/// Tells those whose files could not be fetched.
pub(in crate::core) async fn tell_lost(ctx: &mut Ctx<'_>) -> Result<(), StoreError> {
    for file in store::unit_files::lost(ctx.tx).await? {
        let text = ctx.html(file.language, "units-file-lost", &[]);
        drop_with(ctx, &file, text).await?;
    }
    Ok(())
}

/// Tells those whose files were being read when the process ended.
pub(in crate::core) async fn tell_broken(ctx: &mut Ctx<'_>) -> Result<(), StoreError> {
    for file in store::unit_files::broken(ctx.tx).await? {
        let text = ctx.html(file.language, "units-file-broke", &[]);
        drop_with(ctx, &file, text).await?;
    }
    Ok(())
}

async fn drop_with(ctx: &mut Ctx<'_>, file: &UnitFile, text: String) -> Result<(), StoreError> {
    store::unit_files::forget(ctx.tx, file.user_id).await?;
    ctx.send(file.user_id, Screen::words(text), Purpose::Plain)
        .await
}

/// The next file to be read. Whatever reading it does, it is not handed out again.
async fn next(ctx: &mut Ctx<'_>) -> Result<Option<UnreadFile>, StoreError> {
    let Some((id, bytes, language, period)) = store::unit_files::take(ctx.tx).await? else {
        return Ok(None);
    };
    let form = match period {
        Some(period) => store::form_periods::by_id(ctx.tx, period).await?,
        None => None,
    };
    let form = form.and_then(|period| ctx.core.campaign.form(period.form).cloned());
    Ok(Some(UnreadFile {
        id,
        bytes,
        language,
        form,
    }))
}

/// Shows what a file would change, or what is wrong with it.
async fn was_read(ctx: &mut Ctx<'_>, read: ReadFile) -> Result<(), StoreError> {
    // Its owner may have sent another one meanwhile.
    let Some(file) = store::unit_files::by_id(ctx.tx, read.id).await? else {
        return Ok(());
    };
    let text = match read.content {
        Some(Content::Units(Err(faults))) => refused(ctx, file.language, &faults),
        Some(Content::Sheet(Err(faults))) => collect::refused(ctx, file.language, &faults),
        Some(content) => return shown(ctx, &file, content).await,
        None => ctx.html(file.language, "units-file-broke", &[]),
    };
    drop_with(ctx, &file, text).await
}

/// Keeps what was read in the place of the bytes, and shows what it would change.
async fn shown(ctx: &mut Ctx<'_>, file: &UnitFile, content: Content) -> Result<(), StoreError> {
    // Texts and numbers are always JSON.
    let screen = match (content, file.period_id) {
        (Content::Units(Ok(list)), None) => {
            let rows = serde_json::to_string(&list).unwrap_or_default();
            store::unit_files::read(ctx.tx, file.id, &rows).await?;
            judged(ctx, file, list).await?
        }
        (Content::Sheet(Ok(sheet)), Some(period)) => {
            let rows = serde_json::to_string(&sheet).unwrap_or_default();
            store::unit_files::read(ctx.tx, file.id, &rows).await?;
            collect::judged(ctx, file, period, sheet).await?
        }
        // It was read as something else than it was sent for.
        _ => {
            let text = ctx.html(file.language, "units-file-broke", &[]);
            return drop_with(ctx, file, text).await;
        }
    };
    ctx.send(file.user_id, screen, Purpose::Plain).await
}

/// The screen for its owner; a file that cannot be imported is deleted.
async fn judged(ctx: &mut Ctx<'_>, file: &UnitFile, list: UnitList) -> Result<Screen, StoreError> {
    let language = file.language;
    let text = match reviewed(ctx, list).await? {
        Err(faults) => refused(ctx, language, &faults),
        Ok((_, changes)) if !changes.any() => ctx.html(language, "units-file-same", &[]),
        Ok((_, changes)) => {
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
    Ok(Screen::words(text))
}

fn refused(ctx: &Ctx<'_>, language: Language, faults: &Faults) -> String {
    let lines = faults.told(&ctx.core.texts, language);
    ctx.html(language, "units-file-wrong", &[("lines", lines.into())])
}

fn offered(ctx: &Ctx<'_>, language: Language, changes: &Changes) -> String {
    let args = [
        (
            "lines",
            Value::from(changes.told(&ctx.core.texts, language)),
        ),
        ("counts", changes.counts(&ctx.core.texts, language).into()),
    ];
    ctx.html(language, "units-file", &args)
}

/// The plan and its changes with the units as they are now.
async fn reviewed(
    ctx: &mut Ctx<'_>,
    list: UnitList,
) -> Result<Result<(ImportPlan, Changes), Faults>, StoreError> {
    let before = store::units::all(ctx.tx).await?;
    Ok(list.plan(&before).map(|plan| {
        let changes = plan.changes(&before);
        (plan, changes)
    }))
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
    // What an older version stored may read differently now.
    let rows = file.rows.as_deref().unwrap_or_default();
    let Ok(list) = serde_json::from_str::<UnitList>(rows) else {
        return ctx.answer_callback(tap, language, "toast-no-button").await;
    };
    let screen = match reviewed(ctx, list.clone()).await? {
        Ok((plan, changes)) if Some(changes.digest()) == file.judged => {
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
        _ => judged(ctx, &file, list).await?,
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
    Ok(file.filter(|file| owner && file.period_id.is_none() && file.user_id == caller.user))
}
