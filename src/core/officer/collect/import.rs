//! A period's sheet coming back, filled in for units that are not here themselves.
//!
//! Knows which rows may be taken. Must not know formats.

use std::collections::{BTreeMap, BTreeSet};

use super::theirs;
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::core::officer::sheets::{self, Changes, Judged};
use crate::event::{Button, CollectAction, SentDocument};
use crate::forms;
use crate::forms::sheet::{Sheet, SheetRow};
use crate::outgoing::Purpose;
use crate::store::audit::AuditAction;
use crate::store::form_periods::Asked;
use crate::store::forms::Origin;
use crate::store::unit_files::UnitFile;
use crate::store::{self, Result};
use crate::table::{Faults, Trouble, quoted};
use crate::text::fold;
use crate::types::{Answers, FormPeriodId, Language, UnitFileId, UnitId, sha256};

/// Has a sheet fetched that an officer was asked for. `false` if it was not meant so.
pub(in crate::core) async fn received(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    document: &SentDocument,
    id: FormPeriodId,
) -> Result<bool> {
    let collecting = theirs(ctx, caller, id).await?;
    if collecting.is_none_or(|one| one.period.closed) {
        return Ok(false);
    }
    let purpose = Purpose::Sheet(caller.user, caller.language, id);
    ctx.fetch(caller, document, purpose).await?;
    Ok(true)
}

/// What a sheet would change: units with all their answers.
struct Plan {
    changed: Vec<(UnitId, Answers)>,
    new: usize,
    same: usize,
}

impl Plan {
    fn digest(&self) -> String {
        let all: Vec<(i64, &Answers)> = self
            .changed
            .iter()
            .map(|(unit, one)| (unit.0, one))
            .collect();
        sha256(serde_json::to_string(&all).unwrap_or_default())
    }
}

/// The screen for who sent it.
pub(in crate::core) async fn shown(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
    id: FormPeriodId,
    sheet: Result<&Sheet, &Faults>,
) -> Result<Screen> {
    let language = file.language;
    let found = match sheet {
        Ok(sheet) => plan(ctx, file, id, sheet.clone())
            .await?
            .map(|plan| (plan, sheet)),
        Err(faults) => Err(faults.clone()),
    };
    let judged = match found {
        Err(faults) => Judged::Wrong("collect-sheet-wrong", faults),
        Ok((plan, _)) if plan.changed.is_empty() => {
            let args = [("same", plan.same.into())];
            Judged::Same(ctx.html(language, "collect-sheet-same", &args))
        }
        Ok((plan, sheet)) => {
            let args = [
                ("new", plan.new.into()),
                ("changed", (plan.changed.len() - plan.new).into()),
                ("same", plan.same.into()),
            ];
            let mut blocks = vec![ctx.html(language, "collect-sheet", &args)];
            blocks.extend(sheets::cells(ctx, language, &sheet.named, "sheet-names"));
            Judged::Changes(Changes {
                text: blocks.join("\n\n"),
                // Texts and numbers are always JSON.
                rows: serde_json::to_string(sheet).unwrap_or_default(),
                digest: plan.digest(),
            })
        }
    };
    let ways = [CollectAction::Take(file.id), CollectAction::Leave(file.id)];
    sheets::shown(ctx, file, judged, ways.map(Button::Collect)).await
}

/// Which units a sheet changes, or everything that is wrong with it.
async fn plan(
    ctx: &mut Ctx<'_>,
    file: &UnitFile,
    id: FormPeriodId,
    mut sheet: Sheet,
) -> Result<Result<Plan, Faults>> {
    let reader = sheets::sender(file);
    let collecting = theirs(ctx, &reader, id)
        .await?
        .filter(|one| !one.period.closed);
    let Some(collecting) = collecting else {
        return Ok(Err(Faults::one(Trouble::new("form-sheet-closed"))));
    };
    let period = &collecting.period;
    let asked = store::form_periods::asked(ctx.tx, period).await?;
    let by_code: BTreeMap<String, &Asked> = asked
        .iter()
        .map(|one| (one.code.to_lowercase(), one))
        .collect();
    let before: BTreeMap<UnitId, Answers> = store::form_periods::rows(ctx.tx, period)
        .await?
        .into_iter()
        .collect();
    let names = Language::ALL.map(|language| ctx.period(language, period.span));
    let mut plan = Plan {
        changed: Vec::new(),
        new: 0,
        same: 0,
    };
    let mut seen: BTreeSet<UnitId> = BTreeSet::new();
    for row in std::mem::take(&mut sheet.rows) {
        let Some(one) = by_code.get(&row.code.to_lowercase()) else {
            let trouble = Trouble::new("form-sheet-unit").with("value", quoted(&row.code));
            sheet.wrong_unit(row.line, trouble);
            continue;
        };
        if !seen.insert(one.unit_id) {
            let trouble = Trouble::new("form-sheet-twice").with("value", quoted(&row.code));
            sheet.wrong_unit(row.line, trouble);
        }
        if let Some(trouble) = other_period(&names, &row.period) {
            sheet.wrong_period(row.line, trouble);
        }
        let now = before.get(&one.unit_id);
        let all = merged(now, &row);
        if now == Some(&all) {
            plan.same += 1;
            continue;
        }
        if one.is_in() && !one.file {
            let trouble = Trouble::new("form-sheet-own").with("value", quoted(&one.name));
            sheet.wrong_unit(row.line, trouble);
        }
        let today = ctx.tx.today();
        for (field, trouble) in forms::wrong(collecting.form, &all, today, file.language) {
            sheet.wrong_answer(row.line, collecting.form, field, trouble);
        }
        plan.new += usize::from(one.revision == 0);
        plan.changed.push((one.unit_id, all));
    }
    if sheet.faults.is_empty() {
        Ok(Ok(plan))
    } else {
        Ok(Err(Faults(sheet.faults)))
    }
}

/// That a row is for a period with none of these names.
fn other_period(names: &[String; 2], said: &str) -> Option<Trouble> {
    let [wanted, _] = names;
    let other = !names.iter().any(|name| fold(name) == fold(said));
    other.then(|| {
        Trouble::new("form-sheet-period")
            .with("value", quoted(said))
            .with("wanted", wanted.as_str())
    })
}

/// What a unit answered, with what the row says; an empty cell leaves an answer as it is.
fn merged(now: Option<&Answers>, row: &SheetRow) -> Answers {
    let mut all = now.cloned().unwrap_or_default();
    all.extend(row.answers.clone());
    all
}

/// Takes a sheet over, if it would still change what was shown.
pub(super) async fn take(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, id: UnitFileId) -> Result {
    let language = caller.language;
    let file = sheets::own(ctx, caller, id).await?;
    let Some((file, period)) = file.and_then(|file| file.period_id.map(|period| (file, period)))
    else {
        return ctx.no_button(tap, language).await;
    };
    // What an older version stored may read differently now.
    let rows = file.rows.as_deref().unwrap_or_default();
    let Ok(sheet) = serde_json::from_str::<Sheet>(rows) else {
        return ctx.no_button(tap, language).await;
    };
    let screen = match plan(ctx, &file, period, sheet.clone()).await? {
        Ok(plan) if Some(plan.digest()) == file.judged => {
            import(ctx, caller, period, &plan).await?;
            store::unit_files::forget(ctx.tx, caller.user).await?;
            let args = [("count", plan.changed.len().into())];
            let show = Button::Collect(CollectAction::Show(period));
            Screen {
                text: ctx.html(language, "collect-sheet-taken", &args),
                keyboard: vec![vec![ctx.key(language, "button-collect-show", show)]],
            }
        }
        // Units have handed in since: what would happen now is shown first.
        _ => shown(ctx, &file, period, Ok(&sheet)).await?,
    };
    ctx.ack(tap).await?;
    ctx.redraw(caller.user, tap, screen).await
}

async fn import(ctx: &mut Ctx<'_>, caller: &Caller, id: FormPeriodId, plan: &Plan) -> Result {
    let Some(collecting) = theirs(ctx, caller, id).await? else {
        return Ok(());
    };
    let key = (collecting.period.form, collecting.period.span);
    for (unit, answers) in &plan.changed {
        let one = store::forms::begin(ctx.tx, key, *unit).await?;
        store::forms::replace(ctx.tx, &one, answers).await?;
        store::forms::submit(ctx.tx, &one, collecting.form.version, Origin::File).await?;
    }
    let unit = collecting.period.unit;
    store::audit::note(ctx.tx, unit, caller.user, AuditAction::FormImport).await
}
