//! A form that members answer with buttons: where each answer is counted, and what is chosen on a sheet.
//!
//! Knows a form and places. Must not know who answers, nor where places are kept.

use std::collections::BTreeMap;

use crate::campaign::form::{Field, FieldKind, Form, FormPrompt};

/// One question: a field, with the first of the places at which its answer is counted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question<'f> {
    pub(crate) prompt: &'f FormPrompt,
    pub(crate) field: &'f Field,
    pub(crate) place: u8,
}

/// What one tap makes of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Picked {
    /// There is no such option.
    Unknown,
    /// No more can be chosen.
    TooMany,
    /// What is chosen at each place now; `None`: nothing any more.
    Now(Vec<(u8, Option<u8>)>),
}

/// The questions of a form, in order.
pub(crate) fn questions(form: &Form) -> Vec<Question<'_>> {
    let mut all = Vec::new();
    let mut place = 0;
    for prompt in &form.prompts {
        for field in &prompt.fields {
            all.push(Question {
                prompt,
                field,
                place,
            });
            place += width(field);
        }
    }
    all
}

/// At how many places a field is counted: of several choices each option is one, so that no combination is kept.
fn width(field: &Field) -> u8 {
    match field.kind {
        FieldKind::Choices => u8::try_from(field.options.len()).unwrap_or(u8::MAX),
        _ => 1,
    }
}

impl Question<'_> {
    /// The options chosen, from 0.
    pub(crate) fn chosen(&self, said: &BTreeMap<u8, u8>) -> Vec<u8> {
        if self.field.kind != FieldKind::Choices {
            return said.get(&self.place).copied().into_iter().collect();
        }
        let options = 0..width(self.field);
        options
            .filter(|option| said.get(&(self.place + option)) == Some(&1))
            .collect()
    }

    /// How many may be chosen.
    pub(crate) fn most(&self) -> usize {
        let options = self.field.options.len();
        match self.field.kind {
            FieldKind::Choices => {
                usize::try_from(self.field.max).map_or(options, |max| max.min(options))
            }
            _ => 1,
        }
    }

    /// An option is tapped: chosen, or not any more.
    pub(crate) fn pick(&self, said: &BTreeMap<u8, u8>, option: u8) -> Picked {
        if usize::from(option) >= self.field.options.len() {
            return Picked::Unknown;
        }
        if self.field.kind != FieldKind::Choices {
            return Picked::Now(vec![(self.place, Some(option))]);
        }
        let mut chosen = self.chosen(said);
        match chosen.iter().position(|one| *one == option) {
            Some(at) => drop(chosen.remove(at)),
            None if chosen.len() >= self.most() => return Picked::TooMany,
            None => chosen.push(option),
        }
        // Whoever chose nothing has not answered; otherwise each option is answered, with yes or no.
        let answer = |option| match chosen.is_empty() {
            true => None,
            false => Some(u8::from(chosen.contains(&option))),
        };
        let all = 0..width(self.field);
        Picked::Now(
            all.map(|option| (self.place + option, answer(option)))
                .collect(),
        )
    }

    /// The place, and the choice there, that say that an option was chosen.
    pub(crate) fn counted_at(&self, option: u8) -> (u8, u8) {
        match self.field.kind {
            FieldKind::Choices => (self.place + option, 1),
            _ => (self.place, option),
        }
    }
}

/// What is chosen on a sheet that is kept nowhere: a bit for each option of its form, carried by its buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Ticks(pub(crate) u64);

impl Ticks {
    /// The options of a question that are ticked, from 0.
    pub(crate) fn of(self, form: &Form, step: usize) -> Vec<u8> {
        let (first, options) = bits(form, step);
        let ticked = (0_u8..).take(options);
        ticked
            .filter(|option| self.0 >> (first + u32::from(*option)) & 1 == 1)
            .collect()
    }

    /// With an option ticked, or not any more; of a question with a single choice it takes the other's place.
    pub(crate) fn pick(self, form: &Form, step: usize, option: u8) -> Option<Self> {
        let question = *questions(form).get(step)?;
        let (first, options) = bits(form, step);
        if usize::from(option) >= options {
            return None;
        }
        let bit = 1 << (first + u32::from(option));
        let chosen = self.of(form, step);
        if chosen.contains(&option) {
            return Some(Self(self.0 & !bit));
        }
        let others = chosen
            .iter()
            .fold(0, |all, one| all | 1 << (first + u32::from(*one)));
        match question.most() {
            1 => Some(Self(self.0 & !others | bit)),
            most if chosen.len() >= most => None,
            _ => Some(Self(self.0 | bit)),
        }
    }
}

/// The first bit of a question, and how many it has.
fn bits(form: &Form, step: usize) -> (u32, usize) {
    let questions = questions(form);
    let before = questions.iter().take(step);
    let first: usize = before.map(|one| one.field.options.len()).sum();
    let own = questions.get(step).map_or(0, |one| one.field.options.len());
    (u32::try_from(first).unwrap_or(0), own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Campaign;

    fn form(name: &str) -> Form {
        let campaign = Campaign::built_in().unwrap_or_else(|faults| panic!("{faults}"));
        campaign.survey(name.parse().unwrap()).unwrap().clone()
    }

    #[test]
    fn each_of_several_choices_is_counted_by_itself_and_no_more_than_allowed() {
        let form = form("hoctap");
        let all = questions(&form);
        assert_eq!(
            all.iter().map(|one| one.place).collect::<Vec<_>>(),
            [0, 12, 13, 14, 15]
        );
        let mut said = BTreeMap::new();
        let mut pick = |question: usize, option: u8| match all[question].pick(&said, option) {
            Picked::Now(now) => {
                for (place, choice) in now {
                    match choice {
                        Some(choice) => said.insert(place, choice),
                        None => said.remove(&place),
                    };
                }
                said.clone()
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(pick(0, 4).len(), 12, "yes of one is no of the others");
        assert_eq!(pick(0, 4).len(), 0, "nothing chosen is no answer");
        pick(0, 1);
        pick(0, 0);
        pick(0, 11);
        let said = pick(1, 3);
        assert_eq!(all[0].chosen(&said), [0, 1, 11]);
        assert_eq!(all[0].pick(&said, 2), Picked::TooMany);
        assert_eq!(all[0].pick(&said, 12), Picked::Unknown);
        assert_eq!(all[1].chosen(&said), [3]);
    }

    #[test]
    fn a_sheet_keeps_one_of_each_question_in_its_buttons() {
        let form = form("vieclam");
        let ticks = Ticks::default().pick(&form, 0, 1).unwrap();
        let ticks = ticks.pick(&form, 2, 3).unwrap();
        assert_eq!((ticks.of(&form, 0), ticks.of(&form, 1)), (vec![1], vec![]));
        let other = ticks.pick(&form, 0, 2).unwrap();
        assert_eq!((other.of(&form, 0), other.of(&form, 2)), (vec![2], vec![3]));
        assert_eq!(other.pick(&form, 0, 2).unwrap().of(&form, 0), [0_u8; 0]);
        assert_eq!(ticks.pick(&form, 0, 4), None);
        assert_eq!(ticks.pick(&form, 3, 0), None);
    }
}
