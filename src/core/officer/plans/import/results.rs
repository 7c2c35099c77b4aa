//! What the results, states and remarks of a sheet would change in an issued plan.
//!
//! Knows which line is which: the one of its task with its words. Must not know how a sheet is written.

use std::collections::HashSet;

use serde::Serialize;

use crate::core::ctx::Ctx;
use crate::core::officer::plans::counting::reached;
use crate::plan;
use crate::plan::results::{ResultRow, ResultSheet};
use crate::store::plans::KeptLine;
use crate::store::{self, Result};
use crate::table::Faults;
use crate::types::{Language, LineState, PlanLineId, sha256};

/// How far a line is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Standing {
    state: LineState,
    result: Option<i64>,
    note: Option<String>,
}

pub(super) struct Changes {
    changed: Vec<(PlanLineId, Standing)>,
    same: usize,
}

impl Changes {
    /// Lines that stand in no row stay as they are, and so does what the bot counts itself.
    pub(super) fn of(kept: &[KeptLine], sheet: &ResultSheet) -> Result<Self, Faults> {
        let (mut changed, mut same) = (Vec::new(), 0);
        let (mut faults, mut seen) = (Vec::new(), HashSet::new());
        for row in &sheet.rows {
            let said = plan::identity(row.task, &row.content);
            let is = |one: &&KeptLine| plan::identity(one.line.task, &one.line.content) == said;
            let Some(kept) = kept.iter().find(is) else {
                faults.push(sheet.wrong_content(row, "plan-result-unknown"));
                continue;
            };
            if !seen.insert(kept.id.0) {
                faults.push(sheet.wrong_content(row, "plan-twice"));
            }
            let (before, now) = (before(kept), standing(kept, row));
            if now.state == LineState::Dropped && now.note.is_none() {
                faults.push(sheet.no_reason(row));
            }
            match now == before {
                true => same += 1,
                false => changed.push((kept.id, now)),
            }
        }
        match faults.is_empty() {
            true => Ok(Self { changed, same }),
            false => Err(Faults(faults)),
        }
    }

    pub(super) fn any(&self) -> bool {
        !self.changed.is_empty()
    }

    pub(super) fn digest(&self) -> String {
        let changed: Vec<_> = self.changed.iter().map(|(id, now)| (id.0, now)).collect();
        sha256(serde_json::to_string(&changed).unwrap_or_default())
    }

    pub(super) fn told(&self, ctx: &Ctx<'_>, language: Language) -> String {
        let in_state = |state| {
            let of = self.changed.iter().filter(|(_, now)| now.state == state);
            of.count()
        };
        let args = [
            ("changed", self.changed.len().into()),
            ("done", in_state(LineState::Done).into()),
            ("doing", in_state(LineState::Doing).into()),
            ("dropped", in_state(LineState::Dropped).into()),
            ("same", self.same.into()),
        ];
        match self.any() {
            true => ctx.html(language, "plan-results", &args),
            false => ctx.html(language, "plan-results-same", &[("same", self.same.into())]),
        }
    }

    pub(super) async fn take(self, ctx: &mut Ctx<'_>) -> Result {
        for (line, now) in self.changed {
            let told = (now.state, now.result, now.note.as_deref());
            store::plan_progress::stand(ctx.tx, line, told).await?;
        }
        Ok(())
    }
}

fn before(kept: &KeptLine) -> Standing {
    Standing {
        state: kept.state,
        result: kept.result,
        note: kept.note.clone(),
    }
}

/// What a row makes of a line; an empty cell leaves what is known.
fn standing(kept: &KeptLine, row: &ResultRow) -> Standing {
    let before = before(kept);
    let note = row.remark.clone().or(before.note);
    if kept.line.counted.is_some() {
        return Standing { note, ..before };
    }
    let result = row.result.or(before.result);
    let said = row.state.filter(|state| *state != before.state);
    // Nobody has changed the state: it follows from the number where there is a goal.
    let follows = match result {
        Some(number) if result != before.result && plan::goal(&kept.line).is_some() => {
            Some(reached(kept, number))
        }
        _ => None,
    };
    Standing {
        state: said.or(follows).unwrap_or(before.state),
        result,
        note,
    }
}
