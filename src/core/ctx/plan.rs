//! A line of a plan as people read it, whoever they are.
//!
//! Knows which words say how far it is. Must not know who may see it.

use super::Ctx;
use crate::plan;
use crate::store::plans::{KeptLine, Plan};
use crate::types::{Language, LineState, Month};

impl Ctx<'_> {
    /// The year of a plan: “năm 2027”, or its months where it begins in another one than January.
    pub(in crate::core) fn plan_year(&self, language: Language, begins: Month) -> String {
        if begins.number() == 1 {
            let year = begins.first().format("%Y").to_string();
            return self.plain(language, "plan-year", &[("year", year.into())]);
        }
        let args = [
            ("first", begins.shown().into()),
            ("last", begins.end_of_plan().shown().into()),
        ];
        self.plain(language, "plan-span", &args)
    }

    /// A line with the posts that lead it, its months and what is to be reached.
    pub(in crate::core) fn plan_line(
        &self,
        language: Language,
        place: usize,
        kept: &KeptLine,
    ) -> String {
        self.renderer(language).plan_line(place, &kept.line)
    }

    /// How far it is, and why it is not done any more or what else was remarked.
    pub(in crate::core) fn plan_state(&self, language: Language, kept: &KeptLine) -> String {
        let state = self.plan_state_alone(language, kept);
        match &kept.note {
            None => state,
            Some(note) => {
                let args = [("state", state.into()), ("note", note.as_str().into())];
                let key = match kept.state {
                    LineState::Dropped => "plan-note",
                    _ => "plan-remark",
                };
                self.plain(language, key, &args)
            }
        }
    }

    /// How far it is.
    pub(in crate::core) fn plan_state_alone(&self, language: Language, kept: &KeptLine) -> String {
        let now = Month::of(self.tx.today());
        let key = match kept.state {
            LineState::Done => "plan-state-done",
            LineState::Dropped => "plan-state-dropped",
            _ if kept.is_late(now) => "plan-state-late",
            LineState::Doing => "plan-state-doing",
            LineState::Open if kept.due() == now => "plan-state-due",
            LineState::Open => "plan-state-open",
        };
        let mut parts = vec![self.plain(language, key, &[])];
        if let Some(result) = kept.result {
            let args = [
                ("result", result.into()),
                ("goal", plan::goal(&kept.line).unwrap_or(0).into()),
                ("percent", kept.line.target.contains('%').into()),
            ];
            parts.push(self.plain(language, "plan-reached", &args));
        }
        if let Some(moved) = kept.moved.filter(|_| !kept.state.is_over()) {
            let args = [("month", moved.shown().into())];
            parts.push(self.plain(language, "plan-moved", &args));
        }
        parts.join("; ")
    }

    /// Number and day of an issued plan.
    pub(in crate::core) fn plan_issued(&self, language: Language, plan: &Plan) -> String {
        match plan.issued() {
            Some((number, day)) => {
                let args = [
                    ("number", number.as_str().into()),
                    ("day", day.into()),
                    ("version", plan.version.into()),
                ];
                self.plain(language, "plan-issued", &args)
            }
            None => self.plain(language, "plan-draft", &[("version", plan.version.into())]),
        }
    }
}
