//! A plan's sheet coming back: its lines take the place of the draft's.
//!
//! Knows what a sheet would change. Must not know formats. It is taken whole or not at all, and only after it was shown what
//! that would change; the same sheet once more changes nothing.

use super::{Planning, key, put, refuse, theirs};
use crate::campaign::plan::PlanFrame;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{PlanAction, SentDocument};
use crate::outgoing::Purpose;
use crate::plan::sheet::PlanSheet;
use crate::store::dialogs::{Dialog, PlanQuestion};
use crate::store::plans::KeptLine;
use crate::store::unit_files::UnitFile;
use crate::store::{self, StoreError};
use crate::table::{Faults, Trouble};
use crate::text::fold;
use crate::types::{Language, Month, PlanId, PlanLine, PlanLineId, UnitFileId, sha256};

/// Cells that are named of those in which a person's name was left out.
const CELLS_MAX: usize = 10;

/// Asks for a sheet.
pub(super) async fn ask(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result<(), StoreError> {
    let asked = Dialog::Plan(PlanQuestion::File(planning.plan.id));
    store::dialogs::ask(ctx.tx, caller.user, asked).await?;
    ctx.ack(tap).await?;
    let sheet = PlanAction::Sheet(planning.plan.id);
    let show = PlanAction::Show(planning.plan.id);
    let screen = Screen {
        text: ctx.html(caller.language, "plan-send-sheet", &[]),
        keyboard: vec![
            vec![key(ctx, caller, "button-plan-sheet", sheet)],
            vec![key(ctx, caller, "button-back", show)],
        ],
    };
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// Has a sheet fetched that an officer was asked for. `false` if it was not meant so.
pub(super) async fn received(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    document: &SentDocument,
    id: PlanId,
) -> Result<bool, StoreError> {
    let planning = theirs(ctx, caller, id).await?;
    if planning.is_none_or(|planning| !planning.plan.is_draft()) {
        return Ok(false);
    }
    let purpose = Purpose::PlanSheet(caller.user, caller.language, id);
    ctx.fetch(caller, document, purpose).await?;
    Ok(true)
}

/// What reading a plan's sheet needs; it is read beside everything else.
#[derive(Debug)]
pub(in crate::core) struct Sent {
    frame: PlanFrame,
    begins: Month,
    language: Language,
}

impl Sent {
    pub(in crate::core) fn read(&self, bytes: &[u8]) -> Result<PlanSheet, Faults> {
        PlanSheet::read(bytes, &self.frame, self.begins, self.language)
    }
}

/// The same for this plan.
pub(in crate::core) async fn unread(
    ctx: &mut Ctx<'_>,
    id: PlanId,
    language: Language,
) -> Result<Option<Sent>, StoreError> {
    let plan = store::plans::by_id(ctx.tx, id).await?;
    Ok(plan.map(|plan| Sent {
        frame: ctx.core.campaign.plan().clone(),
        begins: plan.begins,
        language,
    }))
}

/// What a sheet would change.
struct Changes {
    new: Vec<PlanLine>,
    changed: Vec<(PlanLineId, PlanLine)>,
    gone: Vec<PlanLineId>,
    same: usize,
}

impl Changes {
    /// A line is the one with its words; what the bot counts of it stays.
    fn of(kept: &[KeptLine], sheet: &PlanSheet) -> Self {
        let mut left: Vec<&KeptLine> = kept.iter().collect();
        let mut changes = Self {
            new: Vec::new(),
            changed: Vec::new(),
            gone: Vec::new(),
            same: 0,
        };
        for line in &sheet.lines {
            let same = |kept: &&KeptLine| fold(&kept.line.content) == fold(&line.content);
            match left.iter().position(same).map(|place| left.remove(place)) {
                None => changes.new.push(line.clone()),
                Some(kept) => {
                    let line = PlanLine {
                        counted: kept.line.counted.clone(),
                        ..line.clone()
                    };
                    if kept.line == line && kept.used {
                        changes.same += 1;
                    } else {
                        changes.changed.push((kept.id, line));
                    }
                }
            }
        }
        changes.gone = left.into_iter().map(|kept| kept.id).collect();
        changes
    }

    fn any(&self) -> bool {
        !(self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty())
    }

    fn digest(&self) -> String {
        let changed: Vec<_> = self.changed.iter().map(|(id, line)| (id.0, line)).collect();
        let gone: Vec<i64> = self.gone.iter().map(|id| id.0).collect();
        sha256(serde_json::to_string(&(&self.new, changed, gone)).unwrap_or_default())
    }
}

async fn changes(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
    id: PlanId,
    sheet: &PlanSheet,
) -> Result<Option<Changes>, StoreError> {
    let reader = Caller {
        user: file.user_id,
        language: file.language,
        member: None,
    };
    let planning = theirs(ctx, &reader, id).await?;
    if planning.is_none_or(|planning| !planning.plan.is_draft()) {
        return Ok(None);
    }
    let kept = store::plans::lines(ctx.tx, id).await?;
    Ok(Some(Changes::of(&kept, sheet)))
}

/// The screen for who sent it; a sheet that changes nothing or cannot be taken is deleted.
pub(in crate::core) async fn shown(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
    id: PlanId,
    sheet: Result<&PlanSheet, &Faults>,
) -> Result<Screen, StoreError> {
    let language = file.language;
    let closed = Faults::one(Trouble::new("plan-sheet-issued"));
    let text = match sheet {
        Err(faults) => refused(ctx, language, faults),
        Ok(sheet) => match changes(ctx, file, id, sheet).await? {
            None => refused(ctx, language, &closed),
            Some(changes) if !changes.any() => {
                let args = [("same", changes.same.into())];
                ctx.html(language, "plan-sheet-same", &args)
            }
            Some(changes) => return offered(ctx, file, sheet, &changes).await,
        },
    };
    store::unit_files::forget(ctx.tx, file.user_id).await?;
    Ok(Screen::words(text))
}

fn refused(ctx: &Ctx<'_>, language: Language, faults: &Faults) -> String {
    let lines = faults.told(&ctx.core.texts, language);
    ctx.html(language, "plan-sheet-wrong", &[("lines", lines.into())])
}

async fn offered(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
    sheet: &PlanSheet,
    changes: &Changes,
) -> Result<Screen, StoreError> {
    let language = file.language;
    // Texts and numbers are always JSON.
    let rows = serde_json::to_string(sheet).unwrap_or_default();
    store::unit_files::judge(ctx.tx, file.id, &rows, &changes.digest()).await?;
    let args = [
        ("new", changes.new.len().into()),
        ("changed", changes.changed.len().into()),
        ("gone", changes.gone.len().into()),
        ("same", changes.same.into()),
    ];
    let mut blocks = vec![ctx.html(language, "plan-sheet", &args)];
    if !sheet.dropped.is_empty() {
        let cells: Vec<&str> = sheet
            .dropped
            .iter()
            .take(CELLS_MAX)
            .map(String::as_str)
            .collect();
        let args = [("cells", cells.join(", ").into())];
        blocks.push(ctx.html(language, "plan-sheet-dropped", &args));
    }
    let reader = Caller {
        user: file.user_id,
        language,
        member: None,
    };
    let one = |label, action| key(ctx, &reader, label, action);
    Ok(Screen {
        text: blocks.join("\n\n"),
        keyboard: vec![vec![
            one("button-units-import", PlanAction::Take(file.id)),
            one("button-units-drop", PlanAction::Leave(file.id)),
        ]],
    })
}

/// Takes a sheet over, if it would still change what was shown.
pub(super) async fn take(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: UnitFileId,
) -> Result<(), StoreError> {
    let Some((file, plan)) = own(ctx, caller, id).await? else {
        return refuse(ctx, caller, tap).await;
    };
    // What an older version stored may read differently now.
    let rows = file.rows.as_deref().unwrap_or_default();
    let Ok(sheet) = serde_json::from_str::<PlanSheet>(rows) else {
        return refuse(ctx, caller, tap).await;
    };
    let (changes, planning) = (
        changes(ctx, &file, plan, &sheet).await?,
        theirs(ctx, caller, plan).await?,
    );
    ctx.ack(tap).await?;
    let (Some(changes), Some(planning)) = (changes, planning) else {
        let screen = shown(ctx, &file, plan, Ok(&sheet)).await?;
        return put(ctx, caller, tap.message, screen).await;
    };
    if Some(changes.digest()) != file.judged {
        // The draft has changed since: what would happen now is shown first.
        let screen = shown(ctx, &file, plan, Ok(&sheet)).await?;
        return put(ctx, caller, tap.message, screen).await;
    }
    for line in changes.gone {
        store::plans::remove(ctx.tx, line).await?;
    }
    for (line, now) in &changes.changed {
        store::plans::set(ctx.tx, *line, now).await?;
    }
    for line in &changes.new {
        store::plans::add(ctx.tx, &planning.plan, line).await?;
    }
    store::unit_files::forget(ctx.tx, caller.user).await?;
    store::dialogs::leave(ctx.tx, caller.user).await?;
    super::draft::show(ctx, caller, &planning, tap.message).await
}

pub(super) async fn leave(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: UnitFileId,
) -> Result<(), StoreError> {
    if own(ctx, caller, id).await?.is_none() {
        return refuse(ctx, caller, tap).await;
    }
    store::unit_files::forget(ctx.tx, caller.user).await?;
    ctx.ack(tap).await?;
    let text = ctx.html(caller.language, "collect-sheet-left", &[]);
    put(ctx, caller, tap.message, Screen::words(text)).await
}

/// The file, if it is this person's and a plan's.
async fn own(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    id: UnitFileId,
) -> Result<Option<(UnitFile, PlanId)>, StoreError> {
    let file = store::unit_files::by_id(ctx.tx, id).await?;
    let own = file.filter(|file| file.user_id == caller.user);
    Ok(own.and_then(|file| file.plan_id.map(|plan| (file, plan))))
}
