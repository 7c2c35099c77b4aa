//! What the lines of a sheet would change in a draft.
//!
//! Knows which line is which: the one with its words. Must not know where a sheet comes from.

use crate::core::ctx::Ctx;
use crate::plan::sheet::PlanSheet;
use crate::store::plans::{KeptLine, Plan};
use crate::store::{self, Result};
use crate::text::fold;
use crate::types::{Language, PlanLine, PlanLineId, sha256};

pub(super) struct Changes {
    new: Vec<PlanLine>,
    changed: Vec<(PlanLineId, PlanLine)>,
    gone: Vec<PlanLineId>,
    same: usize,
}

impl Changes {
    /// What the bot counts of a line stays.
    pub(super) fn of(kept: &[KeptLine], sheet: &PlanSheet) -> Self {
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

    pub(super) fn any(&self) -> bool {
        !(self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty())
    }

    pub(super) fn digest(&self) -> String {
        let changed: Vec<_> = self.changed.iter().map(|(id, line)| (id.0, line)).collect();
        let gone: Vec<i64> = self.gone.iter().map(|id| id.0).collect();
        sha256(serde_json::to_string(&(&self.new, changed, gone)).unwrap_or_default())
    }

    pub(super) fn told(&self, ctx: &Ctx<'_>, language: Language) -> String {
        let args = [
            ("new", self.new.len().into()),
            ("changed", self.changed.len().into()),
            ("gone", self.gone.len().into()),
            ("same", self.same.into()),
        ];
        match self.any() {
            true => ctx.html(language, "plan-sheet", &args),
            false => ctx.html(language, "plan-sheet-same", &[("same", self.same.into())]),
        }
    }

    pub(super) async fn take(self, ctx: &mut Ctx<'_>, plan: &Plan) -> Result {
        for line in self.gone {
            store::plans::remove(ctx.tx, line).await?;
        }
        for (line, now) in &self.changed {
            store::plans::set(ctx.tx, *line, now).await?;
        }
        for line in &self.new {
            store::plans::add(ctx.tx, plan, line).await?;
        }
        Ok(())
    }
}
