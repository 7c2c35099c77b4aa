//! A question of the quiz, and what is said after an answer.

use super::{Renderer, Screen};
use crate::campaign::{Kind, Question};
use crate::event::Button;
use crate::text::Value;

const LETTERS: [&str; 4] = ["A", "B", "C", "D"];

/// A question as one member sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posed<'a> {
    /// The question.
    pub(crate) question: &'a Question,
    /// Which option of the file stands at A, B, C and D.
    pub(crate) shuffle: [u8; 4],
    /// Which question of the quiz, from 0.
    pub(crate) place: u8,
    /// Questions of the quiz.
    pub(crate) of: usize,
}

impl<'a> Posed<'a> {
    fn option(&self, letter: usize) -> Option<usize> {
        self.shuffle
            .get(letter)
            .map(|option| usize::from(*option))
            .filter(|option| *option < self.question.options.len())
    }

    fn options(&self) -> impl Iterator<Item = &'a str> {
        let options = &self.question.options;
        let text = |option: usize| options.get(option).map_or("", |choice| &choice.text);
        self.shuffle
            .map(|option| text(usize::from(option)))
            .into_iter()
    }

    fn right(&self) -> usize {
        let right = self.question.right();
        let mut letters = self.shuffle.iter();
        letters
            .position(|option| usize::from(*option) == right)
            .unwrap_or(0)
    }

    fn numbered(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("place", (i64::from(self.place) + 1).into()),
            ("of", self.of.into()),
        ]
    }
}

impl Renderer<'_> {
    /// A question to answer, by these buttons.
    pub(crate) fn question(&self, posed: &Posed<'_>, answer: impl Fn(u8) -> Button) -> Screen {
        let mut args = posed.numbered();
        args.push(("kind", self.kind(posed.question.kind).into()));
        args.push(("question", self.spoken(&posed.question.question)));
        for (slot, option) in ["a", "b", "c", "d"].into_iter().zip(posed.options()) {
            args.push((slot, self.spoken(option)));
        }
        let button = |(index, letter): (u8, &str)| answer(index).key(letter.to_owned());
        Screen {
            text: self.texts.html(self.language, "quiz-question", &args),
            keyboard: vec![(0..).zip(LETTERS).map(button).collect()],
        }
    }

    /// What is said to the last answer: right or wrong, why, and the source.
    pub(crate) fn explanation(&self, posed: &Posed<'_>, letter: usize) -> Screen {
        let keys = ["quiz-right", "quiz-wrong-because", "quiz-wrong"];
        Screen::words(self.judged(posed, letter, keys))
    }

    /// The same above the next question: the verdict in a line, the rest as a quotation that opens at a touch, so that
    /// both fit a phone's screen.
    pub(crate) fn told(&self, posed: &Posed<'_>, letter: usize) -> String {
        let keys = ["quiz-told-right", "quiz-told-because", "quiz-told-wrong"];
        self.judged(posed, letter, keys)
    }

    /// An answer in one of three texts: it was right; it was wrong and there is a reason why; it was just wrong.
    fn judged(&self, posed: &Posed<'_>, letter: usize, keys: [&str; 3]) -> String {
        let question = posed.question;
        let chosen = posed.option(letter);
        let right = posed.right();
        let words = |option: Option<usize>| {
            let choice = option.and_then(|option| question.options.get(option));
            self.spoken(choice.map_or("", |choice| choice.text.as_str()))
        };
        let because = chosen.and_then(|option| question.options.get(option)?.why.as_deref());
        let mut args = posed.numbered();
        args.push(("question", self.spoken(&question.question)));
        args.push(("letter", LETTERS.get(letter).copied().unwrap_or("?").into()));
        args.push(("chosen", words(chosen)));
        args.push(("why", self.why(question)));
        args.push(("source", self.campaign.cite(&question.source).into()));
        let correct = chosen == Some(question.right());
        if !correct {
            args.push(("because", self.spoken(because.unwrap_or(""))));
            args.push(("right", LETTERS.get(right).copied().unwrap_or("?").into()));
            args.push(("answer", words(Some(question.right()))));
        }
        let [told_right, told_because, told_wrong] = keys;
        let key = match (correct, because) {
            (true, _) => told_right,
            (false, Some(_)) => told_because,
            (false, None) => told_wrong,
        };
        self.texts.html(self.language, key, &args)
    }

    /// The explanation, with what can be done at once below it.
    fn why(&self, question: &Question) -> Value {
        let Some(deed) = &question.do_now else {
            return self.spoken(&question.why);
        };
        let args = [
            ("why", self.spoken(&question.why)),
            ("deed", self.spoken(deed)),
        ];
        Value::Html(self.texts.html(self.language, "quiz-why-now", &args))
    }

    fn kind(&self, kind: Kind) -> String {
        let key = match kind {
            Kind::Recall => "kind-recall",
            Kind::Law => "kind-law",
            Kind::Situation => "kind-situation",
        };
        self.texts.plain(self.language, key, &[])
    }
}
