//! A plan's lines on a phone.
//!
//! Knows which words belong together. Must not know whose plan it is, nor how far it is.

use super::{Renderer, Screen};
use crate::campaign::plan::TASKS;
use crate::types::{Month, PlanLine};

impl Renderer<'_> {
    /// What is done, who leads, from when to when, what is to be reached. HTML.
    pub(crate) fn plan_line(&self, place: usize, line: &PlanLine) -> String {
        let frame = self.campaign.plan();
        let months = match line.first == line.last {
            true => line.first.shown(),
            false => format!("{}–{}", line.first.shown(), line.last.shown()),
        };
        let args = [
            ("place", place.into()),
            ("content", line.content.as_str().into()),
            ("lead", frame.posts_named(&line.lead, self.language).into()),
            (
                "support",
                frame.posts_named(&line.support, self.language).into(),
            ),
            ("helped", (!line.support.is_empty()).into()),
            ("months", months.into()),
            ("measure", line.measure.as_str().into()),
            ("measured", (!line.measure.is_empty()).into()),
            ("target", line.target.as_str().into()),
            ("aimed", (!line.target.is_empty()).into()),
        ];
        self.texts.html(self.language, "plan-line", &args)
    }

    /// What a task is called, with the guideline's number. HTML.
    pub(crate) fn plan_task(&self, task: u8) -> String {
        let args = [
            ("task", task.into()),
            (
                "name",
                self.campaign.plan().task(task, self.language).into(),
            ),
        ];
        self.texts.html(self.language, "plan-task-name", &args)
    }

    /// The frame, a screen a task, as it would be in a plan that begins with this month.
    pub(crate) fn plan_frame(&self, begins: Month) -> Vec<Screen> {
        let lines = self.campaign.plan().lines(begins, self.language);
        let screen = |task: u8| {
            let of = lines.iter().filter(|line| line.task == task);
            let mut blocks = vec![self.plan_task(task)];
            blocks.extend(
                (1..)
                    .zip(of)
                    .map(|(place, line)| self.plan_line(place, line)),
            );
            Screen::words(blocks.join("\n\n"))
        };
        (1..=TASKS).map(screen).collect()
    }
}
