//! A plan's sheet coming back: its lines take the place of a draft's; of an issued plan it says how far they are.
//!
//! Knows which of both a sheet is. Must not know formats. The same sheet once more changes nothing.

mod lines;
mod results;

use serde::{Deserialize, Serialize};

use super::{Planning, draft, key, put, refuse, theirs};
use crate::campaign::plan::PlanFrame;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::sheets::{self, Judged};
use crate::event::{Button, PlanAction, SentDocument};
use crate::outgoing::Purpose;
use crate::plan::results::ResultSheet;
use crate::plan::sheet::PlanSheet;
use crate::store::dialogs::{Dialog, PlanQuestion};
use crate::store::plans::KeptLine;
use crate::store::unit_files::UnitFile;
use crate::store::{self, Result};
use crate::table::{Faults, Trouble};
use crate::types::{Language, Month, PlanId, UnitFileId};

/// Asks for a sheet.
pub(super) async fn ask(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    planning: &Planning,
) -> Result {
    let asked = Dialog::Plan(PlanQuestion::File(planning.plan.id));
    store::dialogs::ask(ctx.tx, caller.user, asked).await?;
    ctx.ack(tap).await?;
    let sheet = PlanAction::Sheet(planning.plan.id);
    let show = PlanAction::Show(planning.plan.id);
    let text = match planning.plan.is_draft() {
        true => "plan-send-sheet",
        false => "plan-send-results",
    };
    let screen = Screen::words(ctx.html(caller.language, text, &[]))
        .with(key(ctx, caller, "button-plan-sheet", sheet))
        .with(key(ctx, caller, "button-back", show));
    ctx.send(caller.user, screen, Purpose::Plain).await
}

/// Has a sheet fetched that an officer was asked for. `false` if it was not meant so.
pub(super) async fn received(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    document: &SentDocument,
    id: PlanId,
) -> Result<bool> {
    let planning = theirs(ctx, caller, id).await?;
    if planning.is_none_or(|planning| !is_open(&planning)) {
        return Ok(false);
    }
    let purpose = Purpose::PlanSheet(caller.user, caller.language, id);
    ctx.fetch(caller, document, purpose).await?;
    Ok(true)
}

/// Whether a sheet can change it.
fn is_open(planning: &Planning) -> bool {
    planning.plan.is_draft() || planning.plan.current
}

/// What reading a plan's sheet needs; it is read beside everything else.
#[derive(Debug)]
pub(in crate::core) struct Sent {
    frame: PlanFrame,
    begins: Month,
    language: Language,
    draft: bool,
}

/// What was read: lines for a draft, results of an issued plan.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(in crate::core) enum Filled {
    Lines(PlanSheet),
    Results(ResultSheet),
}

impl Sent {
    pub(in crate::core) fn read(&self, bytes: &[u8]) -> Result<Filled, Faults> {
        let (frame, language) = (&self.frame, self.language);
        match self.draft {
            true => PlanSheet::read(bytes, frame, self.begins, language).map(Filled::Lines),
            false => ResultSheet::read(bytes, frame).map(Filled::Results),
        }
    }
}

/// The same for this plan.
pub(in crate::core) async fn unread(
    ctx: &mut Ctx<'_>,
    id: PlanId,
    language: Language,
) -> Result<Option<Sent>> {
    let plan = store::plans::by_id(ctx.tx, id).await?;
    Ok(plan.map(|plan| Sent {
        frame: ctx.core.campaign.plan().clone(),
        begins: plan.begins,
        language,
        draft: plan.is_draft(),
    }))
}

/// What a sheet would change.
enum Changes {
    Lines(lines::Changes),
    Results(results::Changes),
}

impl Changes {
    fn of(planning: &Planning, kept: &[KeptLine], filled: &Filled) -> Result<Self, Faults> {
        match filled {
            Filled::Lines(sheet) if planning.plan.is_draft() => {
                Ok(Self::Lines(lines::Changes::of(kept, sheet)))
            }
            Filled::Results(sheet) if planning.plan.current => {
                match sheet.of_another_year(planning.plan.begins) {
                    Some(other) => Err(Faults(vec![other])),
                    None => results::Changes::of(kept, sheet).map(Self::Results),
                }
            }
            _ => Err(Faults::one(Trouble::new("plan-sheet-issued"))),
        }
    }

    fn any(&self) -> bool {
        match self {
            Self::Lines(changes) => changes.any(),
            Self::Results(changes) => changes.any(),
        }
    }

    fn digest(&self) -> String {
        match self {
            Self::Lines(changes) => changes.digest(),
            Self::Results(changes) => changes.digest(),
        }
    }

    /// In words, whether there are any or not. HTML.
    fn told(&self, ctx: &Ctx<'_>, language: Language) -> String {
        match self {
            Self::Lines(changes) => changes.told(ctx, language),
            Self::Results(changes) => changes.told(ctx, language),
        }
    }
}

/// What a sheet would change now, or why it can change nothing; with the plan.
async fn changes(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
    id: PlanId,
    filled: &Filled,
) -> Result<Result<(Changes, Planning), Faults>> {
    let Some(planning) = theirs(ctx, &sheets::sender(file), id).await? else {
        return Ok(Err(Faults::one(Trouble::new("plan-sheet-issued"))));
    };
    let kept = store::plans::lines(ctx.tx, id).await?;
    let changes = Changes::of(&planning, &kept, filled);
    Ok(changes.map(|changes| (changes, planning)))
}

/// The screen for who sent it.
pub(in crate::core) async fn shown(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
    id: PlanId,
    filled: Result<&Filled, &Faults>,
) -> Result<Screen> {
    let language = file.language;
    let found = match filled {
        Err(faults) => Err(faults.clone()),
        Ok(filled) => changes(ctx, file, id, filled)
            .await?
            .map(|found| (found, filled)),
    };
    let judged = match found {
        Err(faults) => Judged::Wrong("plan-sheet-wrong", faults),
        Ok(((changes, _), _)) if !changes.any() => Judged::Same(changes.told(ctx, language)),
        Ok(((changes, planning), filled)) => {
            let mut blocks = vec![planning.head(ctx, &sheets::sender(file))];
            blocks.extend(foreign(ctx, language, &planning, filled));
            blocks.push(changes.told(ctx, language));
            blocks.extend(warnings(ctx, language, filled));
            Judged::Changes(sheets::Changes {
                text: blocks.join("\n\n"),
                // Texts and numbers are always JSON.
                rows: serde_json::to_string(filled).unwrap_or_default(),
                digest: changes.digest(),
            })
        }
    };
    let ways = [PlanAction::Take(file.id), PlanAction::Leave(file.id)];
    sheets::shown(ctx, file, judged, ways.map(Button::Plan)).await
}

/// That a sheet with results says above its table whose it is, and not this unit's.
fn foreign(
    ctx: &Ctx<'_>,
    language: Language,
    planning: &Planning,
    filled: &Filled,
) -> Option<String> {
    let Filled::Results(sheet) = filled else {
        return None;
    };
    let unit = planning.unit.name.as_str();
    let found = sheet.of_whom_else(unit)?;
    let args = [("unit", unit.into()), ("found", found.into())];
    Some(ctx.html(language, "plan-result-unit", &args))
}

/// In which cells somebody is named.
fn warnings(ctx: &Ctx<'_>, language: Language, filled: &Filled) -> Vec<String> {
    let (dropped, named) = match filled {
        Filled::Lines(sheet) => (sheet.dropped.as_slice(), &sheet.named),
        Filled::Results(sheet) => (&[][..], &sheet.named),
    };
    let told = [
        (dropped, "plan-sheet-dropped"),
        (named.as_slice(), "sheet-names"),
    ];
    let told = told.into_iter();
    told.filter_map(|(cells, key)| sheets::cells(ctx, language, cells, key))
        .collect()
}

/// Takes a sheet over, if it would still change what was shown.
pub(super) async fn take(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, id: UnitFileId) -> Result {
    let file = sheets::own(ctx, caller, id).await?;
    let Some((file, plan)) = file.and_then(|file| file.plan_id.map(|plan| (file, plan))) else {
        return refuse(ctx, caller, tap).await;
    };
    // What an older version stored may read differently now.
    let rows = file.rows.as_deref().unwrap_or_default();
    let Ok(filled) = serde_json::from_str::<Filled>(rows) else {
        return refuse(ctx, caller, tap).await;
    };
    let now = changes(ctx, &file, plan, &filled).await?;
    ctx.ack(tap).await?;
    let as_shown = |changes: &Changes| Some(changes.digest()) == file.judged;
    let Some((changes, planning)) = now.ok().filter(|(changes, _)| as_shown(changes)) else {
        // The plan has changed since: what would happen now is shown first.
        let screen = shown(ctx, &file, plan, Ok(&filled)).await?;
        return put(ctx, caller, tap.message, screen).await;
    };
    match changes {
        Changes::Lines(changes) => changes.take(ctx, &planning.plan).await?,
        Changes::Results(changes) => changes.take(ctx).await?,
    }
    store::unit_files::forget(ctx.tx, caller.user).await?;
    draft::show(ctx, caller, &planning, tap.message).await
}
