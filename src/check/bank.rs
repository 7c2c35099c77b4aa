//! What must be true of a whole file or of a whole entry: counts, mix, fairness, length.
//!
//! Knows the contract with the authors. Must not know single texts: that is `passages`.

use serde_saphyr::Spanned;

use crate::campaign::raw::{Card, Checkin, Choice, Criterion, Item, Kind, Question, Source};
use crate::campaign::read::{Content, ContentFile, missing};
use crate::campaign::{OPTIONS, cite};
use crate::fault::Fault;
use crate::messages::Tree;
use crate::told;

/// Items of a criterion.
const ITEMS: usize = 5;
/// Questions of a criterion, and how many of each kind.
const QUESTIONS: usize = 20;
const KINDS: [(Kind, &str, usize); 3] = [
    (Kind::Recall, "recall", 5),
    (Kind::Law, "law", 4),
    (Kind::Situation, "situation", 11),
];
/// About 7, 8 and 5 of difficulty 1, 2 and 3.
const DIFFICULTIES: [(u8, std::ops::RangeInclusive<usize>); 3] =
    [(1, 4..=10), (2, 5..=11), (3, 2..=8)];
/// How often the right answer stands at each of the four positions.
const POSITIONS: std::ops::RangeInclusive<usize> = 3..=7;
/// How often it may be the longest of the four; chance makes it five.
const LONGEST_MAX: usize = 6;
/// Open questions on a card.
const CARD_QUESTIONS: usize = 3;
/// Check-ins: one a month.
const CHECKINS: usize = 12;
/// A message on a phone, and what the interface's own words take of it.
const RENDERED_CHARS_MAX: usize = 2_000;
const FRAME_CHARS: usize = 200;

pub(super) fn check(tree: &Tree, content: &Content, faults: &mut Vec<Fault>) {
    for page in &content.criteria {
        Bank {
            page,
            content,
            faults,
        }
        .check();
    }
    for number in 1..=CHECKINS {
        let path = format!("checkins/{number:02}.yaml");
        if tree.get(&path).is_none() {
            faults.push(missing(tree, &path));
        }
    }
    for page in &content.checkins {
        let chars = checkin_chars(&page.raw);
        faults.extend(too_long(page, &page.raw.id, chars));
    }
}

struct Bank<'a> {
    page: &'a ContentFile<Criterion>,
    content: &'a Content,
    faults: &'a mut Vec<Fault>,
}

impl<'a> Bank<'a> {
    fn check(&mut self) {
        self.counts();
        self.positions();
        self.longest();
        let raw = &self.page.raw;
        raw.items.value.iter().for_each(|item| self.item(item));
        raw.questions
            .value
            .iter()
            .for_each(|one| self.question(one));
        self.card(&raw.card);
    }

    fn fault<T>(&mut self, at: &Spanned<T>, what: String) {
        self.faults.push(self.page.sheet.fault(at, what));
    }

    /// The questions in use, for whom the mix is made.
    fn questions(&self) -> Vec<&'a Question> {
        let all = self.page.raw.questions.value.iter();
        all.filter(|one| one.superseded_by.is_none()).collect()
    }

    fn counts(&mut self) {
        let raw = &self.page.raw;
        let items = raw.items.value.iter();
        let items = items.filter(|one| one.superseded_by.is_none()).count();
        if items != ITEMS {
            let what = told!("mix-items", count = items, wanted = ITEMS);
            self.fault(&raw.items, what);
        }
        let questions = self.questions();
        if questions.len() != QUESTIONS {
            let count = questions.len();
            let what = told!("mix-questions", count = count, wanted = QUESTIONS);
            self.fault(&raw.questions, what);
        }
        for (kind, name, wanted) in KINDS {
            let count = questions
                .iter()
                .filter(|one| one.kind.value == kind)
                .count();
            if count != wanted {
                let what = told!("mix-kind", count = count, kind = name, wanted = wanted);
                self.fault(&raw.questions, what);
            }
        }
        for (level, wanted) in DIFFICULTIES {
            let same = questions.iter().filter(|one| one.difficulty.value == level);
            let count = same.count();
            if !wanted.contains(&count) {
                let what = told!(
                    "mix-difficulty",
                    count = count,
                    level = level,
                    least = wanted.start(),
                    most = wanted.end()
                );
                self.fault(&raw.questions, what);
            }
        }
    }

    fn positions(&mut self) {
        let questions = self.questions();
        if questions.len() < QUESTIONS {
            return;
        }
        let mut counts = [0_usize; OPTIONS];
        for question in questions {
            let place = question.options.value.iter().position(Choice::is_right);
            if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
                *count += 1;
            }
        }
        if counts.iter().any(|count| !POSITIONS.contains(count)) {
            let [a, b, c, d] = counts;
            self.fault(
                &self.page.raw.questions,
                told!("mix-positions", a = a, b = b, c = c, d = d),
            );
        }
    }

    fn longest(&mut self) {
        let questions = self.questions().into_iter();
        let told: Vec<&Question> = questions.filter(|one| right_is_longest(one)).collect();
        let Some(first) = told.get(LONGEST_MAX) else {
            return;
        };
        let ids: Vec<&str> = told.iter().map(|one| one.id.value.as_str()).collect();
        self.fault(
            &first.id,
            told!(
                "mix-longest",
                count = told.len(),
                ids = ids.join(", "),
                most = LONGEST_MAX
            ),
        );
    }

    /// Point, clause, article: the order in which a law is quoted.
    fn place(&mut self, source: &Source) {
        let Some(place) = &source.place else { return };
        let backwards = |part: &str| {
            let article = part.find("Điều ");
            let clause = part.find(" khoản ");
            article
                .zip(clause)
                .is_some_and(|(article, clause)| article < clause)
        };
        if place.value.split([';', ',']).any(backwards) {
            self.fault(place, told!("place-backwards", given = place.value));
        }
    }

    fn item(&mut self, item: &Item) {
        self.place(&item.source);
        let attempt = &item.attempt.value;
        if !attempt.starts_with("Nếu ") || !attempt.contains(", thì tôi sẽ ") {
            self.fault(&item.attempt, told!("item-no-plan"));
        }
        let chars = [&self.page.raw.text, &item.title, &item.thought]
            .into_iter()
            .chain([&item.situation, &item.attempt])
            .map(|text| text.value.chars().count())
            .sum::<usize>();
        let chars = chars + self.cited(&item.source);
        self.faults.extend(too_long(self.page, &item.id, chars));
    }

    fn card(&mut self, card: &Card) {
        let questions = &card.questions;
        if questions.value.len() != CARD_QUESTIONS {
            let what = told!("card-questions", count = questions.value.len());
            self.fault(questions, what);
        }
        let chars = [&self.page.raw.text, &card.title, &card.situation]
            .into_iter()
            .chain(&questions.value)
            .map(|text| text.value.chars().count())
            .sum::<usize>();
        let chars = chars + self.cited(&card.source);
        self.faults.extend(too_long(self.page, &card.id, chars));
    }

    fn question(&mut self, question: &Question) {
        for choice in &question.options.value {
            if !choice.is_right() && choice.why.is_none() {
                self.fault(&choice.text, told!("choice-no-feedback"));
            }
        }
        if question.expect.is_none() && question.superseded_by.is_none() {
            let what = told!("question-no-expect", id = question.id.value);
            self.fault(&question.id, what);
        }
        self.place(&question.source);
        let options = &question.options.value;
        let chars = |text: &str| text.chars().count();
        let feedback = |choice: &Choice| choice.why.as_ref().map_or(0, |why| chars(&why.value));
        let total = chars(&question.question.value)
            + options
                .iter()
                .map(|one| chars(&one.text.value))
                .sum::<usize>()
            + options.iter().map(feedback).max().unwrap_or(0)
            + chars(&question.why.value)
            + question
                .do_now
                .as_ref()
                .map_or(0, |deed| chars(&deed.value))
            + self.cited(&question.source);
        self.faults.extend(too_long(self.page, &question.id, total));
    }

    fn cited(&self, source: &Source) -> usize {
        let documents = self
            .content
            .documents
            .iter()
            .flat_map(|page| &page.raw.documents);
        let mut documents = documents.filter(|one| one.id.value == source.document.value);
        let document = documents.next().map_or("", |one| &one.cite.value);
        let place = source.place.as_ref().map(|place| place.value.as_str());
        cite(document, place).chars().count()
    }
}

/// Longer than each of the others: people who guess take the longest.
fn right_is_longest(question: &Question) -> bool {
    let chars = |choice: &Choice| choice.text.value.chars().count();
    let options = &question.options.value;
    let right = options.iter().filter(|one| one.is_right()).map(chars).max();
    let wrong = options
        .iter()
        .filter(|one| !one.is_right())
        .map(chars)
        .max();
    right > wrong
}

/// A check-in shows one prompt at a time.
fn checkin_chars(checkin: &Checkin) -> usize {
    let chars = |text: &str| text.chars().count();
    let prompts = checkin.prompts.value.iter().map(|prompt| {
        let choices = prompt.choices.value.iter();
        chars(&prompt.question.value) + choices.map(|one| chars(&one.value)).sum::<usize>()
    });
    chars(&checkin.title.value)
        + chars(&checkin.read.thought.value)
        + prompts.max().unwrap_or(0)
        + chars(&checkin.closing.value)
}

fn too_long<T>(page: &ContentFile<T>, id: &Spanned<String>, chars: usize) -> Option<Fault> {
    let chars = chars + FRAME_CHARS;
    (chars > RENDERED_CHARS_MAX).then(|| {
        page.sheet.fault(
            id,
            told!(
                "screen-long",
                id = id.value,
                chars = chars,
                most = RENDERED_CHARS_MAX
            ),
        )
    })
}
