//! Files that officers send: the tree of units, a form's sheet or a plan's; fetched, read, judged, shown, and imported when they
//! say so.
//!
//! Knows who may and what is shown when. Must not know what makes a tree sound. A file is read, and a confirmed list
//! planned, between two transactions and never in one: it is marked in the first, so that one that ends the process is not
//! tried again.

use crate::campaign::form::Form;
use crate::core::Core;
use crate::core::access::{officers, overfull};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::{collect, plans, sheets};
use crate::db::Tx;
use crate::event::{Button, SentDocument};
use crate::forms::sheet::Sheet;
use crate::outgoing::{Outcome, Purpose};
use crate::store::unit_files::UnitFile;
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::text::Value;
use crate::types::{Language, UnitFileId};
use crate::units::{self, Changes, Faults, Notes, UnitList};

/// A file that is to be read, or a list that is to be planned, beside everything else.
#[derive(Debug)]
pub struct UnreadFile {
    id: UnitFileId,
    work: Work,
}

/// What it was sent as, and what it is judged by.
#[derive(Debug)]
enum Work {
    /// A file of units, and these as they were when it was taken.
    Units(Vec<u8>, Vec<Unit>),
    /// A list as it was read, which its owner has confirmed, and the units as they were then.
    Confirmed(String, Vec<Unit>),
    /// Whose sheet it is, and the language in which its faults are told.
    Sheet(Vec<u8>, Box<Form>, Language),
    /// The plan whose sheet it is.
    Plan(Vec<u8>, Box<plans::Sent>),
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
    Units(Result<Judged, Faults>),
    Sheet(Result<Sheet, Faults>),
    Plan(Result<plans::Filled, Faults>),
}

/// A sound list, and what it would change.
#[derive(Debug)]
struct Judged {
    /// The list as it is stored.
    rows: String,
    /// The units that it was held against.
    before: Vec<Unit>,
    changes: Changes,
    /// What the audit is to keep of them.
    notes: Notes,
    digest: String,
}

impl Judged {
    fn of(list: UnitList, before: Vec<Unit>) -> Result<Self, Faults> {
        // A list of texts and numbers is always JSON.
        let rows = serde_json::to_string(&list).unwrap_or_default();
        let changes = list.plan(&before)?.changes(&before);
        Ok(Self {
            rows,
            before,
            notes: Notes::of(&changes),
            digest: changes.digest(),
            changes,
        })
    }
}

impl UnreadFile {
    /// Reads and judges it. This takes its time, and may break down.
    pub fn read(self) -> ReadFile {
        let content = match self.work {
            Work::Units(bytes, before) => Some(Content::Units(
                UnitList::read(&bytes).and_then(|list| Judged::of(list, before)),
            )),
            // What an older version stored may read differently now.
            Work::Confirmed(rows, before) => serde_json::from_str(&rows)
                .ok()
                .map(|list| Content::Units(Judged::of(list, before))),
            Work::Sheet(bytes, form, language) => {
                Some(Content::Sheet(Sheet::read(&form, &bytes, language)))
            }
            Work::Plan(bytes, sent) => Some(Content::Plan(sent.read(&bytes))),
        };
        ReadFile {
            id: self.id,
            content,
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

impl ReadFile {
    /// What there is to say if what was read cannot be taken in.
    pub fn broken(&self) -> Self {
        Self {
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
    pub async fn next_file(&self, tx: &mut Tx) -> Result<Option<UnreadFile>> {
        next(&mut Ctx::new(self, tx)).await
    }

    /// What follows from a file that was read.
    ///
    /// # Errors
    /// The database cannot be written now: nothing of it has happened.
    pub async fn on_file(&self, tx: &mut Tx, read: &ReadFile) -> Result {
        was_read(&mut Ctx::new(self, tx), read).await
    }
}

/// Takes an owner's document. `false` if it is no file of units.
pub(in crate::core) async fn received(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    document: &SentDocument,
) -> Result<bool> {
    if !officers::owns(ctx, caller.user) {
        return Ok(false);
    }
    let purpose = Purpose::Units(caller.user, caller.language);
    ctx.fetch(caller, document, purpose).await?;
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
pub(in crate::core) async fn overdue(ctx: &mut Ctx<'_>) -> Result {
    for purpose in store::outbox::overdue_fetches(ctx.tx).await? {
        store::unit_files::keep(ctx.tx, purpose, None).await?;
    }
    tell_lost(ctx).await
}

/// Tells those whose files could not be fetched.
pub(in crate::core) async fn tell_lost(ctx: &mut Ctx<'_>) -> Result {
    for file in store::unit_files::lost(ctx.tx).await? {
        let text = ctx.html(file.language, "units-file-lost", &[]);
        drop_with(ctx, &file, text).await?;
    }
    Ok(())
}

/// Tells those whose files were being read when the process ended.
pub(in crate::core) async fn tell_broken(ctx: &mut Ctx<'_>) -> Result {
    for file in store::unit_files::broken(ctx.tx).await? {
        let text = ctx.html(file.language, broke(&file), &[]);
        drop_with(ctx, &file, text).await?;
    }
    Ok(())
}

async fn drop_with(ctx: &mut Ctx<'_>, file: &UnitFile, text: String) -> Result {
    store::unit_files::forget(ctx.tx, file.user_id).await?;
    ctx.send(file.user_id, Screen::words(text), Purpose::Plain)
        .await
}

/// The next file to be read. Whatever reading it does, it is not handed out again.
async fn next(ctx: &mut Ctx<'_>) -> Result<Option<UnreadFile>> {
    let Some(taken) = store::unit_files::take(ctx.tx).await? else {
        return Ok(None);
    };
    let form = match taken.period_id {
        Some(period) => store::form_periods::by_id(ctx.tx, period).await?,
        None => None,
    };
    let form = form.and_then(|period| ctx.core.campaign.form(period.form));
    let sent = match taken.plan_id {
        Some(plan) => plans::unread(ctx, plan, taken.language).await?,
        None => None,
    };
    let bytes = taken.bytes.unwrap_or_default();
    let work = match (form, sent, taken.rows) {
        (_, Some(sent), _) => Work::Plan(bytes, Box::new(sent)),
        (Some(form), ..) => Work::Sheet(bytes, Box::new(form.clone()), taken.language),
        (None, None, Some(rows)) => Work::Confirmed(rows, store::units::all(ctx.tx).await?),
        (None, None, None) => Work::Units(bytes, store::units::all(ctx.tx).await?),
    };
    let id = taken.id;
    Ok(Some(UnreadFile { id, work }))
}

/// Shows what a file would change, or what is wrong with it; a list that was confirmed is imported.
async fn was_read(ctx: &mut Ctx<'_>, read: &ReadFile) -> Result {
    // Its owner may have sent another one meanwhile, or given this one up.
    let Some(file) = store::unit_files::by_id(ctx.tx, read.id).await? else {
        return Ok(());
    };
    let screen = match (&read.content, file.period_id, file.plan_id) {
        (Some(Content::Units(Ok(judged))), None, None)
            if still_holds(ctx, &file, judged).await? =>
        {
            imported(ctx, &file, judged).await?
        }
        // The units have changed since it was confirmed: what would happen now is shown first.
        (Some(Content::Units(judged)), None, None) => shown(ctx, &file, judged.as_ref()).await?,
        (Some(Content::Sheet(sheet)), Some(period), _) => {
            collect::shown(ctx, &file, period, sheet.as_ref()).await?
        }
        (Some(Content::Plan(sheet)), _, Some(plan)) => {
            plans::shown(ctx, &file, plan, sheet.as_ref()).await?
        }
        // Reading it broke down, or it is no longer what it was sent as.
        _ => {
            let text = ctx.html(file.language, broke(&file), &[]);
            return drop_with(ctx, &file, text).await;
        }
    };
    ctx.send(file.user_id, screen, Purpose::Plain).await
}

/// What is said of a file that ended the process.
fn broke(file: &UnitFile) -> &'static str {
    if file.confirmed {
        "units-import-broke"
    } else {
        "units-file-broke"
    }
}

/// Whether a list was confirmed, and would still change what was shown in the units as they are now.
async fn still_holds(ctx: &mut Ctx<'_>, file: &UnitFile, judged: &Judged) -> Result<bool> {
    Ok(file.confirmed
        && officers::owns(ctx, file.user_id)
        && file.judged.as_ref() == Some(&judged.digest)
        && store::units::all(ctx.tx).await? == judged.before)
}

async fn imported(ctx: &mut Ctx<'_>, file: &UnitFile, judged: &Judged) -> Result<Screen> {
    let Judged {
        changes,
        notes,
        before,
        ..
    } = judged;
    let owner = units::Importer::Owner(file.user_id);
    units::import_changes(ctx.tx, (changes, notes), before, owner).await?;
    store::unit_files::forget(ctx.tx, file.user_id).await?;
    overfull::check_imported(ctx).await?;
    let counts = changes.counts(&ctx.core.texts, file.language);
    Ok(Screen::words(ctx.html(
        file.language,
        "units-file-imported",
        &[("counts", counts.into())],
    )))
}

/// The screen for its owner; a file that cannot be imported is deleted.
async fn shown(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
    judged: Result<&Judged, &Faults>,
) -> Result<Screen> {
    let language = file.language;
    let judged = match judged {
        Err(faults) => sheets::Judged::Wrong("units-file-wrong", faults.clone()),
        Ok(judged) if !judged.changes.any() => {
            sheets::Judged::Same(ctx.html(language, "units-file-same", &[]))
        }
        Ok(judged) => sheets::Judged::Changes(sheets::Changes {
            text: offered(ctx, language, &judged.changes),
            rows: judged.rows.clone(),
            digest: judged.digest.clone(),
        }),
    };
    let keys = [Button::ImportUnits(file.id), Button::DropUnits(file.id)];
    sheets::shown(ctx, file, judged, keys).await
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

/// Has it imported, beside everything else, if it would still change what was shown.
pub(in crate::core) async fn import(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: UnitFileId,
) -> Result {
    let language = caller.language;
    if own(ctx, caller, id).await?.is_none() {
        return ctx.no_button(tap, language).await;
    }
    store::unit_files::confirm(ctx.tx, id).await?;
    ctx.ack(tap).await?;
    let screen = Screen::words(ctx.html(language, "units-file-importing", &[]));
    ctx.redraw(caller.user, tap, screen).await
}

pub(in crate::core) async fn give_up(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: UnitFileId,
) -> Result {
    let language = caller.language;
    if own(ctx, caller, id).await?.is_none() {
        return ctx.no_button(tap, language).await;
    }
    store::unit_files::forget(ctx.tx, caller.user).await?;
    ctx.ack(tap).await?;
    let screen = Screen::words(ctx.html(language, "units-file-dropped", &[]));
    ctx.redraw(caller.user, tap, screen).await
}

/// The file, if it is this person's and they are still an owner.
async fn own(ctx: &mut Ctx<'_>, caller: &Caller, id: UnitFileId) -> Result<Option<UnitFile>> {
    let file = sheets::own(ctx, caller, id).await?;
    let owner = officers::owns(ctx, caller.user);
    let units = |file: &UnitFile| file.period_id.is_none() && file.plan_id.is_none();
    Ok(file.filter(|file| owner && units(file)))
}
