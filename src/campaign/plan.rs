//! The frame of a yearly plan: the six tasks with ready lines, and the posts that may lead one.
//!
//! Knows what the file can say. Must not know units, nor what became of a line.

use chrono::NaiveDate;

use super::Source;
use super::form::{Known, Wording};
use crate::types::{Language, Month, PlanLine};

/// Tasks of the guideline.
pub const TASKS: u8 = 6;

/// The frame, read from `messages/plan.yaml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanFrame {
    /// The documents that a plan names as what it is based on.
    pub bases: Vec<String>,
    /// Who may lead or support: posts, never people.
    pub posts: Vec<Post>,
    /// The six tasks, in order.
    pub tasks: Vec<PlanTask>,
    /// Where it comes from.
    pub source: Source,
    /// When it was last compared with that.
    pub checked_on: NaiveDate,
}

/// A post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// As it is stored; for good.
    pub id: String,
    /// As it is read.
    pub name: Wording,
    /// What else people write for it.
    pub also: Vec<String>,
}

/// A task with lines to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTask {
    /// In few words; the guideline's own are the campaign's.
    pub name: Wording,
    /// The lines.
    pub lines: Vec<FrameLine>,
}

/// A line that is ready to be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameLine {
    /// What is to be done.
    pub content: Wording,
    /// The posts that lead.
    pub lead: Vec<String>,
    /// The posts that help.
    pub support: Vec<String>,
    /// From which month of the calendar to which; none: all of the plan's.
    pub months: Option<(u32, u32)>,
    /// How it is measured.
    pub measure: Wording,
    /// What is to be reached.
    pub target: Wording,
    /// What the bot counts itself.
    pub counts: Option<Known>,
}

impl PlanFrame {
    /// The names of the posts with these ids; an id that is none any more stays as it is.
    pub fn posts_named(&self, ids: &str, language: Language) -> String {
        let name = |id: &str| {
            let post = self.posts.iter().find(|post| post.id == id);
            post.map_or(id.to_owned(), |post| post.name.get(language).to_owned())
        };
        let names: Vec<String> = ids.split_whitespace().map(name).collect();
        names.join(", ")
    }

    /// What a task is called; 1 to 6.
    pub fn task(&self, number: u8, language: Language) -> &str {
        let place = usize::from(number).saturating_sub(1);
        self.tasks
            .get(place)
            .map_or("", |task| task.name.get(language))
    }

    /// The ready lines for a plan that begins with this month.
    pub fn lines(&self, begins: Month, language: Language) -> Vec<PlanLine> {
        let mut lines = Vec::new();
        for (task, frame) in (1..=TASKS).zip(&self.tasks) {
            lines.extend(
                frame
                    .lines
                    .iter()
                    .map(|line| line.of(task, begins, language)),
            );
        }
        lines
    }
}

impl FrameLine {
    /// The line in a plan.
    pub fn of(&self, task: u8, begins: Month, language: Language) -> PlanLine {
        let (first, last) = match self.months {
            None => (begins, begins.end_of_plan()),
            Some((from, to)) => {
                let (first, last) = (begins.in_plan(from), begins.in_plan(to));
                // What goes on over the plan's beginning begins with its first half.
                (
                    first,
                    if last < first {
                        begins.end_of_plan()
                    } else {
                        last
                    },
                )
            }
        };
        PlanLine {
            task,
            content: self.content.get(language).to_owned(),
            lead: self.lead.join(" "),
            support: self.support.join(" "),
            first,
            last,
            measure: self.measure.get(language).to_owned(),
            target: self.target.get(language).to_owned(),
            counted: self.counts.map(|counts| counts.name().to_owned()),
        }
    }
}
