//! Simulated colleagues: each answers in their own manner, by tapping what is on their screen.
//!
//! They see what a person sees, and know the question bank as a person knows their work. Must not know the
//! database or the rules.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::stage::Part;
use super::tale::Tale;
use crate::campaign::{Campaign, Question};
use crate::event::{Button as Data, SurveyAction};
use crate::text::Address;
use telegram_sandbox::{Button, Message, Sandbox};

/// How a colleague takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Reads and answers at once.
    Keen,
    /// Answers, and skips the reading.
    Quick,
    /// Waits for the reminder.
    Late,
    /// Reads, and never answers.
    Reader,
    /// Joined, and has been busy since.
    Busy,
}

/// In what share each manner occurs, in twentieths.
const MANNERS: [(Manner, u32); 5] = [
    (Manner::Keen, 8),
    (Manner::Quick, 4),
    (Manner::Late, 4),
    (Manner::Reader, 2),
    (Manner::Busy, 2),
];

/// How far a colleague is with agreeing to be named when commended.
#[derive(Debug)]
enum Naming {
    /// They do not want it, or have done it.
    Unwanted,
    /// They will ask for the page, once they have joined.
    Wanted(String),
    /// The page was asked for.
    Asked(String),
    /// They have agreed; what is left is the name.
    Agreed(String),
}

/// A colleague.
#[derive(Debug)]
pub(super) struct Colleague {
    user: i64,
    start: String,
    manner: Manner,
    /// Of a hundred answers, how many are right.
    right: u32,
    /// Whether they use the private part.
    reflects: bool,
    rng: StdRng,
    /// Whether the week's reminder has been followed, for those who wait for it.
    reminded: bool,
    /// Whether they agree to be named when commended.
    naming: Naming,
    /// What they tell of, if they do.
    tale: Option<Tale>,
    /// The state of the screen they last acted on, so that they act on each once.
    done: Option<(i64, String)>,
}

impl Colleague {
    /// The same number is the same colleague on every run.
    pub(super) fn new(part: Part) -> Self {
        let Part { user, name, start } = part;
        let mut rng = StdRng::seed_from_u64(u64::try_from(user).unwrap_or(0));
        let mut ticket = rng.random_range(0..MANNERS.iter().map(|(_, share)| share).sum());
        let mut manner = Manner::Busy;
        for (candidate, share) in MANNERS {
            if ticket < share {
                manner = candidate;
                break;
            }
            ticket -= share;
        }
        let (right, reflects) = (rng.random_range(45..95), rng.random_bool(0.6));
        let named = manner == Manner::Keen && rng.random_bool(0.6);
        Self {
            user,
            start,
            manner,
            right,
            reflects,
            rng,
            reminded: false,
            tale: Tale::of(user, &name),
            naming: match named {
                true => Naming::Wanted(name),
                false => Naming::Unwanted,
            },
            done: None,
        }
    }

    /// Their number.
    pub(super) fn user(&self) -> i64 {
        self.user
    }

    /// Opens the invite link.
    pub(super) fn join(&self, sandbox: &Sandbox) {
        sandbox.say(self.user, self.user, &format!("/start {}", self.start));
    }

    /// Looks at the newest messages and taps at most one button. `true` if one was tapped.
    pub(super) fn act(&mut self, sandbox: &Sandbox, campaign: &Campaign) -> bool {
        self.says(sandbox) || self.taps(sandbox, campaign)
    }

    /// Types what only typing can give. `true` if something was typed.
    fn says(&mut self, sandbox: &Sandbox) -> bool {
        let joined = || {
            sandbox
                .recent(self.user, 1)
                .iter()
                .any(|newest| newest.from_bot && !newest.keyboard.iter().flatten().any(is_consent))
        };
        let recent = sandbox.recent(self.user, 4);
        if let Some(tale) = &mut self.tale
            && let Some(text) = tale.says(joined(), &recent)
        {
            sandbox.say(self.user, self.user, &text);
            return true;
        }
        let (text, next) = match std::mem::replace(&mut self.naming, Naming::Unwanted) {
            Naming::Wanted(name) if joined() => ("/riengtu".to_owned(), Naming::Asked(name)),
            Naming::Agreed(name) => (name, Naming::Unwanted),
            other => {
                self.naming = other;
                return false;
            }
        };
        self.naming = next;
        sandbox.say(self.user, self.user, &text);
        true
    }

    fn taps(&mut self, sandbox: &Sandbox, campaign: &Campaign) -> bool {
        let recent = sandbox.recent(self.user, 4);
        for message in recent
            .iter()
            .rev()
            .filter(|message| message.from_bot && !message.keyboard.is_empty())
        {
            let seen = (
                message.id,
                format!("{}{:?}", message.text, message.keyboard),
            );
            if self.done.as_ref() == Some(&seen) {
                return false;
            }
            if let Some(data) = self.choose(message, campaign) {
                self.done = Some(seen);
                sandbox.tap_data(self.user, self.user, message.id, &data);
                return true;
            }
        }
        false
    }

    fn choose(&mut self, message: &Message, campaign: &Campaign) -> Option<String> {
        let offered: Vec<Data> = message
            .keyboard
            .iter()
            .flatten()
            .filter_map(|key| Data::parse(key.data.as_deref()?))
            .collect();
        let answers: Vec<Data> = offered
            .iter()
            .copied()
            .filter(|data| matches!(data, Data::Answer(..)))
            .collect();
        if !answers.is_empty() {
            return self
                .answer(&message.text, &answers, campaign)
                .map(Data::data);
        }
        if let Some(data) = self.is_asked(message, &offered) {
            return Some(data.data());
        }
        if let Some(data) = self.tale.as_ref().and_then(|tale| tale.taps(&offered)) {
            return Some(data.data());
        }
        if let Some(data) = self.names_themselves(&offered) {
            return Some(data.data());
        }
        let reminded = offered.contains(&Data::Quiz)
            && !offered.iter().any(|data| matches!(data, Data::Checkin));
        let wanted = |data: &Data| match data {
            Data::Tick(_, ticks, part, _) => {
                !ticks.has(*part)
                    && (self.reflects || *part != crate::event::ConsentPart::Reflection)
            }
            Data::Read(_) => matches!(self.manner, Manner::Keen | Manner::Reader),
            Data::Next(..) | Data::Thought(_) => true,
            Data::Quiz => reminded && self.manner == Manner::Late,
            Data::Checkin => {
                self.reflects
                    && matches!(self.manner, Manner::Keen | Manner::Quick | Manner::Reader)
            }
            _ => false,
        };
        if let Some(data) = offered.iter().find(|data| wanted(data)) {
            self.reminded =
                *data == Data::Quiz || (self.reminded && matches!(data, Data::Next(..)));
            return Some(data.data());
        }
        let choices: Vec<&Data> = offered
            .iter()
            .filter(|data| matches!(data, Data::Choice(..)))
            .collect();
        if let Some(index) = (!choices.is_empty()).then(|| self.rng.random_range(0..choices.len()))
        {
            return choices.get(index).map(|data| data.data());
        }
        offered
            .iter()
            .find(|data| matches!(data, Data::Agree(..)))
            .map(|data| data.data())
    }

    /// The way through a survey, for those who reflect: one option of each question.
    fn is_asked(&mut self, message: &Message, offered: &[Data]) -> Option<Data> {
        let keys = message.keyboard.iter().flatten();
        let chosen = keys.clone().any(|key| key.text.starts_with('☑'));
        let mut steps = offered
            .iter()
            .filter(|data| matches!(data, Data::Survey(SurveyAction::Step(..))));
        let picks: Vec<&Data> = offered
            .iter()
            .filter(|data| matches!(data, Data::Survey(SurveyAction::Pick(..))))
            .collect();
        if chosen {
            return steps.next_back().copied();
        }
        if !picks.is_empty() {
            let index = self.rng.random_range(0..picks.len());
            return picks.get(index).map(|data| **data);
        }
        let wanted = |data: &&Data| match data {
            Data::Do("year") | Data::Survey(SurveyAction::Begin(_)) => self.reflects,
            // The first screen has nothing else; the last offers to begin anew.
            Data::Survey(SurveyAction::Step(..)) => offered.len() == 1,
            _ => false,
        };
        offered.iter().find(wanted).copied()
    }

    /// The way to the consent to be named, for those who want it.
    fn names_themselves(&mut self, offered: &[Data]) -> Option<Data> {
        if !matches!(self.naming, Naming::Asked(_)) {
            return None;
        }
        let given = offered
            .iter()
            .find(|data| matches!(data, Data::GiveNamed(_)));
        if let Some(given) = given {
            if let Naming::Asked(name) = std::mem::replace(&mut self.naming, Naming::Unwanted) {
                self.naming = Naming::Agreed(name);
            }
            return Some(*given);
        }
        offered
            .iter()
            .find(|data| matches!(data, Data::AskNamed))
            .copied()
    }

    /// Finds the right letter by the words on the screen, or errs as often as this colleague does.
    fn answer(&mut self, text: &str, answers: &[Data], campaign: &Campaign) -> Option<Data> {
        let takes_part = match self.manner {
            Manner::Keen | Manner::Quick => true,
            Manner::Late => self.reminded,
            Manner::Reader | Manner::Busy => false,
        };
        if !takes_part {
            return None;
        }
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let screen = flat(text);
        let knows = self.rng.random_range(0..100) < self.right;
        let asked = |question: &&Question| {
            let forms = Address::ALL.map(|form| flat(&form.put(&question.question)));
            forms.iter().any(|words| screen.contains(words))
        };
        let question = campaign.questions().find(asked);
        let right = question.and_then(|question| {
            let right = question.options.get(question.right())?;
            let places = question
                .options
                .iter()
                .map(|option| screen.find(&flat(&option.text)));
            let place = screen.find(&flat(&right.text))?;
            Some(places.flatten().filter(|other| *other < place).count())
        });
        let index = match right {
            Some(index) if knows => index,
            _ => self.rng.random_range(0..answers.len()),
        };
        // The week is done; the next one waits for its own reminder.
        self.reminded &= !text.contains("5/5");
        answers.get(index).copied()
    }
}

fn is_consent(button: &Button) -> bool {
    let data = button.data.as_deref().and_then(Data::parse);
    matches!(data, Some(Data::Tick(..) | Data::Agree(..)))
}
