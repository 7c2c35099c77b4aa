//! Twins: the same scene twice with one fact changed, the same options, another key.
//!
//! Knows what two questions have in common. Must not know when they are drawn.

use std::collections::BTreeSet;

use crate::campaign::raw::{Choice, Criterion, Question};
use crate::campaign::read::{Content, Page};
use crate::fault::Fault;

pub(super) fn check(content: &Content, faults: &mut Vec<Fault>) {
    for page in &content.criteria {
        for second in &page.raw.questions.value {
            faults.extend(pair(page, second));
        }
    }
}

/// What is wrong with a question as the twin of the one it names.
fn pair(page: &Page<Criterion>, second: &Question) -> Vec<Fault> {
    let Some(twin) = &second.twin else {
        return Vec::new();
    };
    let questions = &page.raw.questions.value;
    // That there is none was told when the campaign was built.
    let Some(first) = questions.iter().find(|one| one.id.value == twin.value) else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    let mut fault = |what: String, mend: &str| faults.push(page.sheet.fault(twin, what, mend));
    let ids = format!("{} and {}", first.id.value, second.id.value);
    if options(first) != options(second) {
        fault(
            format!("{ids} are twins and do not have the same four options"),
            "give both the same four, word for word, in any order: then options alone tell nothing",
        );
    } else if right(first) == right(second) {
        fault(
            format!("{ids} are twins and have the same right option"),
            "change one fact of the scene so that another option is right",
        );
    }
    if first.superseded_by.is_some() != second.superseded_by.is_some() {
        fault(
            format!("of the twins {ids} only one is superseded"),
            "supersede both, or neither: each explains the other",
        );
    }
    faults
}

fn options(question: &Question) -> BTreeSet<&str> {
    let options = question.options.value.iter();
    options.map(|choice| choice.text.value.trim()).collect()
}

fn right(question: &Question) -> Option<&str> {
    let mut options = question.options.value.iter();
    let right = options.find(|choice: &&Choice| choice.is_right());
    right.map(|choice| choice.text.value.trim())
}
