//! The frame of a yearly plan: its rules of form.
//!
//! Knows what would break a plan. Must not know what is planned.

use std::collections::BTreeSet;

use serde_saphyr::Spanned;

use super::draft::{FileDraft, values, wording};
use crate::campaign::form::Known;
use crate::campaign::ledger::Ledger;
use crate::campaign::plan::{FrameLine, PlanFrame, PlanTask, Post, TASKS};
use crate::campaign::raw::plan;
use crate::campaign::read::Content;
use crate::fault::Fault;
use crate::told;

/// Posts that there may be: their buttons fit a screen.
const POSTS_MAX: usize = 12;
/// Letters of a post's id.
const ID_CHARS: usize = 12;
/// Ready lines of a task.
const LINES_MAX: usize = 8;

type PlanFile<'a> = FileDraft<'a, plan::Plan>;

/// The frame; `None` if there is no such file.
pub(super) fn frame(
    content: &Content,
    ledger: &Ledger,
    faults: &mut Vec<Fault>,
) -> Option<PlanFrame> {
    let page = content.plan.as_ref()?;
    let mut draft = FileDraft::new(page, ledger, faults);
    let raw = &page.raw;
    for document in &raw.bases {
        draft.document(document);
    }
    let posts = posts(&mut draft);
    Some(PlanFrame {
        bases: values(&raw.bases),
        tasks: tasks(&mut draft, &posts),
        posts,
        source: draft.source(&raw.source),
        checked_on: draft.date(&raw.checked_on),
    })
}

fn posts(draft: &mut PlanFile<'_>) -> Vec<Post> {
    let listed = &draft.page.raw.posts;
    let count = listed.value.len();
    if !(1..=POSTS_MAX).contains(&count) {
        draft.fault(listed, told!("plan-posts", count = count));
    }
    let mut seen = BTreeSet::new();
    for post in &listed.value {
        let id = post.id.value.as_str();
        let sound =
            (1..=ID_CHARS).contains(&id.len()) && id.bytes().all(|c| c.is_ascii_alphanumeric());
        if !sound || !seen.insert(id) {
            draft.fault(&post.id, told!("plan-post-id", id = id));
        }
    }
    let post = |post: &plan::Post| Post {
        id: post.id.value.clone(),
        name: crate::campaign::form::Wording {
            vi: post.vi.value.clone(),
            en: post.en.value.clone(),
        },
        also: values(&post.also),
    };
    listed.value.iter().map(post).collect()
}

fn tasks(draft: &mut PlanFile<'_>, posts: &[Post]) -> Vec<PlanTask> {
    let listed = &draft.page.raw.tasks;
    let count = listed.value.len();
    if count != usize::from(TASKS) {
        draft.fault(listed, told!("plan-tasks", count = count));
    }
    let mut tasks = Vec::new();
    for task in &listed.value {
        let count = task.lines.value.len();
        if !(1..=LINES_MAX).contains(&count) {
            draft.fault(&task.lines, told!("plan-lines", count = count));
        }
        let lines = task.lines.value.iter();
        tasks.push(PlanTask {
            name: wording(&task.name),
            lines: lines.map(|one| line(draft, one, posts)).collect(),
        });
    }
    tasks
}

fn line(draft: &mut PlanFile<'_>, raw: &plan::Line, posts: &[Post]) -> FrameLine {
    if raw.lead.value.is_empty() {
        draft.fault(&raw.lead, told!("plan-no-lead"));
    }
    for named in raw.lead.value.iter().chain(&raw.support) {
        if !posts.iter().any(|post| post.id == named.value) {
            draft.fault(named, told!("plan-no-post", given = named.value));
        }
    }
    if let Some(counts) = raw
        .counts
        .as_ref()
        .filter(|one| one.value == Known::Declared)
    {
        draft.fault(counts, told!("plan-counts"));
    }
    FrameLine {
        content: wording(&raw.content),
        lead: values(&raw.lead.value),
        support: values(&raw.support),
        months: raw
            .months
            .as_ref()
            .and_then(|months| self::months(draft, months)),
        measure: wording(&raw.measure),
        target: wording(&raw.target),
        counts: raw.counts.as_ref().map(|counts| counts.value),
    }
}

/// From which month to which, in the order of the calendar.
fn months(draft: &mut PlanFile<'_>, raw: &Spanned<Vec<u32>>) -> Option<(u32, u32)> {
    match raw.value.as_slice() {
        [from, to] if (1..=12).contains(from) && (*from..=12).contains(to) => Some((*from, *to)),
        _ => {
            draft.fault(raw, told!("plan-months"));
            None
        }
    }
}
