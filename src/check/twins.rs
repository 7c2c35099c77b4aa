//! Families of twins: one set of four options, scenes that differ in a fact, each with another key.
//!
//! Knows what questions have in common. Must not know when they are drawn. Options that are right
//! somewhere tell nothing by themselves: that is what families are for.

use std::collections::BTreeSet;

use crate::campaign::raw::{Choice, Criterion, Question};
use crate::campaign::read::{Content, ContentFile};
use crate::fault::Fault;
use crate::told;

pub(super) fn check(content: &Content, faults: &mut Vec<Fault>) {
    for page in &content.criteria {
        for twin in &page.raw.questions.value {
            faults.extend(member(page, twin));
        }
    }
}

/// What is wrong with a question as one more of the family of the one it names.
fn member(page: &ContentFile<Criterion>, twin: &Question) -> Vec<Fault> {
    let Some(named) = &twin.twin else {
        return Vec::new();
    };
    let questions = &page.raw.questions.value;
    // That there is none was told when the campaign was built.
    let Some(first) = questions.iter().find(|one| one.id.value == named.value) else {
        return Vec::new();
    };
    let mut faults = Vec::new();
    let mut fault = |what: String| faults.push(page.sheet.fault(named, what));
    if options(first) != options(twin) {
        fault(told!(
            "twins-options",
            first = first.id.value,
            second = twin.id.value
        ));
    } else if let Some(same) = above(questions, first, twin).find(|one| right(one) == right(twin)) {
        fault(told!(
            "twins-right",
            first = same.id.value,
            second = twin.id.value
        ));
    }
    faults
}

/// The members of the family that stand above this one; one that was superseded leaves its key to its successor.
fn above<'a>(
    questions: &'a [Question],
    first: &'a Question,
    twin: &'a Question,
) -> impl Iterator<Item = &'a Question> {
    let above = questions
        .iter()
        .take_while(|one| one.id.value != twin.id.value);
    above.filter(|one| {
        if one.superseded_by.is_some() {
            return false;
        }
        let named = one.twin.as_ref().map(|named| &named.value);
        one.id.value == first.id.value || named == Some(&first.id.value)
    })
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
