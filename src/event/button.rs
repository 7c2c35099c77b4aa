//! Buttons: what a tap carries back, in at most 64 bytes.
//!
//! Anyone can forge any of this, so a button says only what is wanted; whose it is,
//! and whether it is still open, is looked up by the core. `parse(b.data()) == b`.

use super::broadcast::Steps;
use super::{
    CollectAction, Command, Commend, ConsentPart, ConsentSet, FormAction, InitiativeAction,
    JournalKey, NameForm, OfficerAction, PlanAction, Practice, RegisterAction, ReportAction,
    SuggestionAction, SurveyAction, UnitAction, Via,
};
use crate::types::{
    CheckinRoundId, CriterionId, Language, MessageId, QuizId, RoundId, UnitFileId, UnitId, UserId,
    Window,
};

/// Which words were shown when a consent was asked for: a tap under older words agrees to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsentVersion(pub u32);

/// What a button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// Show the consents for joining this unit.
    Join(UnitId),
    /// Tick or untick one consent, not yet given.
    Tick(Via, ConsentSet, ConsentPart, ConsentVersion),
    /// Give the ticked consents and join, or ask to be let in.
    Agree(Via, ConsentSet, ConsentVersion),
    /// Take the request to be let in back.
    Withdraw,
    /// Do not join.
    Decline,
    /// The item of this round was read.
    Read(RoundId),
    /// An answer: the quiz, the question's place in it (0 to 4), the letter (0 to 3).
    Answer(QuizId, u8, u8),
    /// Show the question at this place of the quiz.
    Next(QuizId, u8),
    /// Open this week's quiz.
    Quiz,
    /// Practise what was asked before.
    Practice(Practice),
    /// Open this month's check-in.
    Checkin,
    /// The theme 1 thought of a check-in was read.
    Thought(CheckinRoundId),
    /// A choice: the check-in, the prompt's place (0 to 2), the choice (0 to 3).
    Choice(CheckinRoundId, u8, u8),
    /// Show the prompt at this place of the check-in; 3 shows the summary.
    Prompt(CheckinRoundId, u8),
    /// Take back everything said in this check-in.
    Retract(CheckinRoundId),
    /// This page of the broadcasts.
    Broadcasts(u16),
    /// The four themes.
    Themes,
    /// The tasks.
    Tasks,
    /// One theme with its criteria.
    Theme(u8),
    /// One criterion.
    Criterion(CriterionId),
    /// The member's own progress, drawn on a dark ground or a light one.
    Me(bool),
    /// The settings.
    Settings,
    /// Be written to in this window.
    Window(Window),
    /// Read this language.
    Language(Language),
    /// No messages for this many days.
    Pause(u16),
    /// Messages again.
    Resume,
    /// Show what the consent to reflection means.
    AskReflection,
    /// Give the consent to reflection.
    GiveReflection(ConsentVersion),
    /// Tick or untick a consent whose words have changed, not yet given again.
    Retick(ConsentSet, ConsentPart, ConsentVersion),
    /// Give the ticked consents again.
    AgreeAgain(ConsentSet, ConsentVersion),
    /// What is held and who sees it, in short.
    Privacy,
    /// The same in full.
    PrivacyMore,
    /// Say what keeping a private journal means.
    JournalOffer,
    /// Begin a journal with what was said in the open check-in.
    JournalBegin,
    /// Show the journal.
    JournalOpen(JournalKey),
    /// Hide it again.
    JournalClose(JournalKey),
    /// Write what was said in the open check-in into it.
    JournalAdd(JournalKey),
    /// Ask whether it is to be deleted.
    JournalAskBurn(JournalKey),
    /// Delete it.
    JournalBurn(JournalKey),
    /// Ask whether it is to be deleted without its key.
    JournalAskForget,
    /// Delete it without its key: its message is lost.
    JournalForget,
    /// Withdraw the consent to reflection.
    WithdrawReflection,
    /// Show what being named means.
    AskNamed,
    /// Give the consent to be named.
    GiveNamed(ConsentVersion),
    /// Type the name.
    TypeName,
    /// The name is written so.
    KeepName(NameForm),
    /// Withdraw the consent to be named.
    WithdrawNamed,
    /// Say what leaving means, before anything is done.
    AskToLeave,
    /// Leave and have everything deleted.
    Leave,
    /// Close a question without doing anything.
    Stay,
    /// Import the file of units that was shown.
    ImportUnits(UnitFileId),
    /// Do not import it.
    DropUnits(UnitFileId),
    /// Tie this group to a unit, asked by this officer.
    Link(UnitId, UserId),
    /// In a group: post no weeks in it any more.
    WeeklyOff,
    /// Something about a broadcast.
    Broadcast(Steps),
    /// A report.
    Report(ReportAction),
    /// Who may act for a unit.
    Officer(OfficerAction),
    /// A unit's people, for its officers.
    Unit(UnitAction),
    /// Commending somebody.
    Commend(Commend),
    /// Filling in a form.
    Form(FormAction),
    /// Asking units below for a form.
    Collect(CollectAction),
    /// A yearly plan.
    Plan(PlanAction),
    /// A form that is for members themselves.
    Survey(SurveyAction),
    /// Suggestions to a unit.
    Suggestion(SuggestionAction),
    /// A member's own initiatives.
    Initiative(InitiativeAction),
    /// The register of initiatives.
    Register(RegisterAction),
    /// Say what moving to that unit means.
    AskMove(UnitId),
    /// Move to it, or ask to be let in.
    Move(Via),
    /// What was typed in this message is meant so, though it may name a person.
    Keep(MessageId),
    /// The commands: an officer's, or those of whoever takes part.
    Help(bool),
    /// Do the command of that name.
    Do(&'static str),
}

impl Button {
    /// What the button carries: ASCII, at most 64 bytes.
    pub fn data(self) -> String {
        match self {
            Self::Join(unit) => format!("join:{}", unit.0),
            Self::Tick(via, ticks, part, version) => {
                format!(
                    "tick:{}:{}:{}:{:x}",
                    via.data(),
                    ticks.bits(),
                    part.bit(),
                    version.0
                )
            }
            Self::Agree(via, ticks, version) => {
                format!("agree:{}:{}:{:x}", via.data(), ticks.bits(), version.0)
            }
            Self::Withdraw => "unask".into(),
            Self::Decline => "decline".into(),
            Self::Read(round) => format!("read:{}", round.0),
            Self::Answer(quiz, place, letter) => format!("a:{}:{place}:{letter}", quiz.0),
            Self::Next(quiz, place) => format!("n:{}:{place}", quiz.0),
            Self::Quiz => "quiz".into(),
            Self::Practice(practice) => format!("o:{}", practice.data()),
            Self::Checkin => "checkin".into(),
            Self::Thought(round) => format!("thought:{}", round.0),
            Self::Choice(round, place, choice) => format!("c:{}:{place}:{choice}", round.0),
            Self::Prompt(round, place) => format!("p:{}:{place}", round.0),
            Self::Retract(round) => format!("retract:{}", round.0),
            Self::Broadcasts(page) => format!("broadcasts:{page}"),
            Self::Themes => "themes".into(),
            Self::Tasks => "tasks".into(),
            Self::Theme(theme) => format!("theme:{theme}"),
            Self::Criterion(id) => format!("criterion:{}:{}", id.theme, id.number),
            Self::Me(true) => "me:dark".into(),
            Self::Me(false) => "me:light".into(),
            Self::Settings => "settings".into(),
            Self::Window(Window::Noon) => "window:noon".into(),
            Self::Window(Window::Evening) => "window:evening".into(),
            Self::Language(language) => format!("language:{}", language.code()),
            Self::Pause(days) => format!("pause:{days}"),
            Self::Resume => "resume".into(),
            Self::AskReflection => "reflect?".into(),
            Self::GiveReflection(version) => format!("reflect:1:{:x}", version.0),
            Self::Retick(ticks, part, version) => {
                format!("retick:{}:{}:{:x}", ticks.bits(), part.bit(), version.0)
            }
            Self::AgreeAgain(ticks, version) => format!("reagree:{}:{:x}", ticks.bits(), version.0),
            Self::AskToLeave => "leave?".into(),
            Self::Leave => "leave".into(),
            Self::Stay => "stay".into(),
            Self::Link(unit, by) => format!("link:{}:{}", unit.0, by.0),
            Self::WeeklyOff => "weekly:0".into(),
            Self::ImportUnits(id) => format!("units+:{}", id.0),
            Self::DropUnits(id) => format!("units-:{}", id.0),
            Self::Broadcast(steps) => format!("b:{}", steps.data()),
            Self::Report(look) => look.data(),
            Self::Officer(office) => format!("office:{}", office.data()),
            Self::Unit(unit_action) => format!("desk:{}", unit_action.data()),
            Self::Commend(commend) => format!("commend:{}", commend.data()),
            Self::Form(form) => format!("form:{}", form.data()),
            Self::Collect(collect) => format!("ask:{}", collect.data()),
            Self::Plan(plan) => format!("plan:{}", plan.data()),
            Self::AskMove(unit) => format!("move?:{}", unit.0),
            Self::Move(via) => format!("move:{}", via.data()),
            own => own.data_private(),
        }
    }

    /// Reads what a tap carried; `None` for anything a button of ours never carries.
    pub fn parse(data: &str) -> Option<Self> {
        let parts: Vec<&str> = data.split(':').collect();
        let button = match parts.as_slice() {
            ["join", unit] => Self::Join(UnitId(number(unit)?)),
            ["tick", via, ticks, bit, version] => Self::Tick(
                Via::parse(via)?,
                ConsentSet::parse(ticks)?,
                ConsentPart::parse(bit)?,
                parse_edition(version)?,
            ),
            ["agree", via, ticks, version] => Self::Agree(
                Via::parse(via)?,
                ConsentSet::parse(ticks)?,
                parse_edition(version)?,
            ),
            ["decline"] => Self::Decline,
            ["read", round] => Self::Read(RoundId(number(round)?)),
            ["a", quiz, place, letter] => Self::Answer(
                QuizId(number(quiz)?),
                below(place, crate::campaign::QUIZ_QUESTIONS)?,
                below(letter, crate::campaign::OPTIONS)?,
            ),
            ["n", quiz, place] => Self::Next(
                QuizId(number(quiz)?),
                below(place, crate::campaign::QUIZ_QUESTIONS)?,
            ),
            ["quiz"] => Self::Quiz,
            ["checkin"] => Self::Checkin,
            ["thought", round] => Self::Thought(CheckinRoundId(number(round)?)),
            ["c", round, place, choice] => Self::Choice(
                CheckinRoundId(number(round)?),
                below(place, crate::campaign::CHECKIN_PROMPTS)?,
                below(choice, crate::campaign::CHOICES_MAX)?,
            ),
            ["p", round, place] => Self::Prompt(
                CheckinRoundId(number(round)?),
                below(place, crate::campaign::CHECKIN_PROMPTS + 1)?,
            ),
            ["retract", round] => Self::Retract(CheckinRoundId(number(round)?)),
            ["broadcasts", page] => Self::Broadcasts(number(page)?),
            ["themes"] => Self::Themes,
            ["theme", theme] => Self::Theme(number(theme).filter(|n| (1..=4).contains(n))?),
            ["criterion", theme, criterion] => {
                Self::Criterion(format!("{theme}.{criterion}").parse().ok()?)
            }
            ["settings"] => Self::Settings,
            ["window", "noon"] => Self::Window(Window::Noon),
            ["window", "evening"] => Self::Window(Window::Evening),
            ["language", code] => Self::Language(Language::of_code(code)?),
            ["pause", days] => Self::Pause(number(days).filter(|n| (1..=366).contains(n))?),
            ["resume"] => Self::Resume,
            ["leave?"] => Self::AskToLeave,
            ["leave"] => Self::Leave,
            ["stay"] => Self::Stay,
            ["weekly", "0"] => Self::WeeklyOff,
            ["link", unit, by] => Self::Link(UnitId(number(unit)?), UserId(number(by)?)),
            ["units+", id] => Self::ImportUnits(UnitFileId(number(id)?)),
            ["units-", id] => Self::DropUnits(UnitFileId(number(id)?)),
            ["b", rest @ ..] => Self::Broadcast(Steps::parse(rest)?),
            [word, ..] if word.starts_with('r') && word.len() <= 2 => {
                Self::Report(ReportAction::parse(&parts)?)
            }
            ["office", rest @ ..] => Self::Officer(OfficerAction::parse(rest)?),
            ["desk", rest @ ..] => Self::Unit(UnitAction::parse(rest)?),
            ["commend", rest @ ..] => Self::Commend(Commend::parse(rest)?),
            ["move?", unit] => Self::AskMove(UnitId(number(unit)?)),
            ["move", via] => Self::Move(Via::parse(via)?),
            other => Self::parse_private(other)?,
        };
        // Only the spelling that we write ourselves: `a:007:1:1` is forged.
        (button.data() == data).then_some(button)
    }
}

impl Button {
    /// Of what is a member's own business.
    fn data_private(self) -> String {
        match self {
            Self::Privacy => "privacy".into(),
            Self::PrivacyMore => "privacy+".into(),
            Self::Keep(message) => format!("keep:{}", message.0),
            Self::Help(true) => "help:officer".into(),
            Self::Help(false) => "help:member".into(),
            Self::Do(name) => format!("do:{name}"),
            Self::Survey(survey) => format!("survey:{}", survey.data()),
            Self::Suggestion(action) => format!("gopy:{}", action.data()),
            Self::Initiative(action) => format!("init:{}", action.data()),
            Self::Register(action) => format!("reg:{}", action.data()),
            Self::JournalOffer => "journal?".into(),
            Self::JournalBegin => "journal".into(),
            Self::JournalOpen(key) => format!("jo:{}", key.text()),
            Self::JournalClose(key) => format!("jc:{}", key.text()),
            Self::JournalAdd(key) => format!("ja:{}", key.text()),
            Self::JournalAskBurn(key) => format!("jq:{}", key.text()),
            Self::JournalBurn(key) => format!("jb:{}", key.text()),
            Self::JournalAskForget => "journal-?".into(),
            Self::JournalForget => "journal-".into(),
            Self::WithdrawReflection => "reflect:0".into(),
            Self::AskNamed => "named?".into(),
            Self::GiveNamed(version) => format!("named:1:{:x}", version.0),
            Self::TypeName => "name".into(),
            Self::KeepName(form) => format!("name:{}", form.word()),
            Self::WithdrawNamed => "named:0".into(),
            // All others have their word in `data`.
            _ => String::new(),
        }
    }

    fn parse_private(parts: &[&str]) -> Option<Self> {
        let button = match parts {
            ["o", rest @ ..] => Self::Practice(Practice::parse(rest)?),
            ["tasks"] => Self::Tasks,
            ["keep", message] => Self::Keep(MessageId(number(message)?)),
            ["help", "officer"] => Self::Help(true),
            ["help", "member"] => Self::Help(false),
            ["do", name] => Self::Do(Command::known(name)?),
            ["me", "dark"] => Self::Me(true),
            ["me", "light"] => Self::Me(false),
            ["reflect?"] => Self::AskReflection,
            ["reflect", "1", version] => Self::GiveReflection(parse_edition(version)?),
            ["retick", ticks, bit, version] => Self::Retick(
                ConsentSet::parse(ticks)?,
                ConsentPart::parse(bit)?,
                parse_edition(version)?,
            ),
            ["reagree", ticks, version] => {
                Self::AgreeAgain(ConsentSet::parse(ticks)?, parse_edition(version)?)
            }
            ["privacy"] => Self::Privacy,
            ["privacy+"] => Self::PrivacyMore,
            ["journal?"] => Self::JournalOffer,
            ["journal"] => Self::JournalBegin,
            ["journal-?"] => Self::JournalAskForget,
            ["journal-"] => Self::JournalForget,
            [word, key] if word.len() == 2 => Self::keyed(word, JournalKey::parse(key)?)?,
            ["reflect", "0"] => Self::WithdrawReflection,
            ["named?"] => Self::AskNamed,
            ["named", "1", version] => Self::GiveNamed(parse_edition(version)?),
            ["name"] => Self::TypeName,
            ["name", word] => Self::KeepName(NameForm::parse(word)?),
            ["unask"] => Self::Withdraw,
            ["named", "0"] => Self::WithdrawNamed,
            ["form", rest @ ..] => Self::Form(FormAction::parse(rest)?),
            ["ask", rest @ ..] => Self::Collect(CollectAction::parse(rest)?),
            ["init", rest @ ..] => Self::Initiative(InitiativeAction::parse(rest)?),
            ["reg", rest @ ..] => Self::Register(RegisterAction::parse(rest)?),
            ["plan", rest @ ..] => Self::Plan(PlanAction::parse(rest)?),
            ["survey", rest @ ..] => Self::Survey(SurveyAction::parse(rest)?),
            ["gopy", rest @ ..] => Self::Suggestion(SuggestionAction::parse(rest)?),
            _ => return None,
        };
        Some(button)
    }
}

fn parse_edition(text: &str) -> Option<ConsentVersion> {
    u32::from_str_radix(text, 16).ok().map(ConsentVersion)
}

fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.parse().ok()
}

fn below(text: &str, limit: usize) -> Option<u8> {
    let value: u8 = number(text)?;
    (usize::from(value) < limit).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::ReportFormat;

    fn samples() -> Vec<Button> {
        let (unit, quiz, round) = (UnitId(i64::MAX), QuizId(i64::MAX), CheckinRoundId(7));
        let ticks = ConsentSet::default()
            .toggled(ConsentPart::Account)
            .toggled(ConsentPart::Abroad);
        let quarter = "q2026-07-01".parse().expect("a quarter");
        vec![
            Button::Join(unit),
            Button::Keep(crate::types::MessageId(7)),
            Button::Withdraw,
            Button::Decline,
            Button::Read(RoundId(3)),
            Button::Answer(quiz, 4, 3),
            Button::Next(quiz, 4),
            Button::Quiz,
            Button::Checkin,
            Button::Thought(round),
            Button::Choice(round, 2, 3),
            Button::Prompt(round, 3),
            Button::Retract(round),
            Button::Broadcasts(u16::MAX),
            Button::Themes,
            Button::Tasks,
            Button::Help(true),
            Button::Help(false),
            Button::Do("report"),
            Button::Theme(4),
            Button::Criterion(CriterionId {
                theme: 3,
                number: 2,
            }),
            Button::Me(true),
            Button::Me(false),
            Button::Settings,
            Button::Window(Window::Noon),
            Button::Window(Window::Evening),
            Button::Language(Language::Vi),
            Button::Pause(30),
            Button::Resume,
            Button::AskReflection,
            Button::GiveReflection(ConsentVersion(0xa0)),
            Button::Retick(ticks, ConsentPart::Account, ConsentVersion(1)),
            Button::AgreeAgain(ticks, ConsentVersion(u32::MAX)),
            Button::Privacy,
            Button::PrivacyMore,
            Button::JournalOffer,
            Button::JournalBegin,
            Button::JournalOpen(JournalKey::of([0xff; 32])),
            Button::JournalClose(JournalKey::of([0; 32])),
            Button::JournalAdd(JournalKey::of([7; 32])),
            Button::JournalAskBurn(JournalKey::of([0xfd; 32])),
            Button::JournalBurn(JournalKey::of([0xfe; 32])),
            Button::JournalAskForget,
            Button::JournalForget,
            Button::WithdrawReflection,
            Button::AskNamed,
            Button::GiveNamed(ConsentVersion(0xb1)),
            Button::TypeName,
            Button::KeepName(NameForm::Capitalised),
            Button::KeepName(NameForm::Typed),
            Button::WithdrawNamed,
            Button::AskToLeave,
            Button::Leave,
            Button::Stay,
            Button::ImportUnits(UnitFileId(i64::MAX)),
            Button::DropUnits(UnitFileId(1)),
            Button::Link(unit, UserId(i64::MAX)),
            Button::WeeklyOff,
            Button::AskMove(unit),
            Button::Report(ReportAction::At(unit, quarter)),
            Button::Report(ReportAction::File(unit, quarter, ReportFormat::Document)),
            Button::Report(ReportAction::Compare(unit, quarter)),
            Button::Report(ReportAction::Units(unit, quarter, u8::MAX)),
            Button::Report(ReportAction::Card(
                UnitId(1),
                "3.2".parse().expect("a criterion"),
            )),
        ]
        .into_iter()
        .chain(Practice::samples().into_iter().map(Button::Practice))
        .chain(OfficerAction::samples().into_iter().map(Button::Officer))
        .chain(UnitAction::samples().into_iter().map(Button::Unit))
        .chain(Commend::samples().into_iter().map(Button::Commend))
        .chain(crate::event::form_action::samples())
        .chain(crate::event::plan_action::samples())
        .chain(crate::event::survey_action::samples())
        .chain(crate::event::suggestion_action::samples())
        .chain(crate::event::initiative_action::samples())
        .chain(Via::samples().map(|via| {
            let part = ConsentPart::Reflection;
            Button::Tick(via, ticks, part, ConsentVersion(u32::MAX))
        }))
        .chain(Via::samples().map(|via| Button::Agree(via, ticks, ConsentVersion(0))))
        .chain(Via::samples().map(Button::Move))
        .collect()
    }

    #[test]
    fn every_button_comes_back_as_it_went_out_and_fits() {
        for button in samples() {
            let data = button.data();
            assert!(data.is_ascii() && (1..=64).contains(&data.len()), "{data}");
            assert_eq!(Button::parse(&data), Some(button));
        }
    }

    #[test]
    fn forged_data_is_no_button() {
        for data in [
            "",
            "a",
            "a:1",
            "a:1:5:0",
            "a:1:0:4",
            "a:x:0:0",
            "a:01:0:0",
            "a:1:0:0:0",
            "theme:5",
            "criterion:5:1",
            "pause:0",
            "pause:9999",
            "agree:1:8:0",
            "agree:1:7",
            "agree:1:7:0a",
            "agree:1:7:A",
            "tick:1:0:3:0",
            "reflect:2",
            "reflect:1",
            "jo:",
            "jo:AAAA",
            "jx:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "jo:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
            "язык:vi",
            "language:en-GB",
            "r:1",
            "r:1:q2026-07-02",
            "r:1:q+2026-07-01",
            "rf:1:q2026-07-01:x",
            "ru:1:q2026-07-01:256",
            "rk:1:5:1",
            "a:99999999999999999999:0:0",
            "office:accept:short",
            "office:invite:1:king",
            "office",
            "desk:count:1:-1",
            "desk:count:1:100000001",
            "desk:remind!:1",
            "tick:1:0:8:0",
            "agree:@short:7:0",
            "agree:@zzzzzzzzzzzzzzz_:7:0",
            "move:@",
            "named:2",
            "commend:post:1",
            "commend:choose:1:x",
            "o:begin:5.1",
            "o:a:m:1FF:0:1:0:0",
            "o:a:m:1ff:0:1:5:0",
            "form:o:1:sonam:y2026-09-02",
            "form:o:1:SoNam:y2026-09-01",
            "form:s:1:256",
            "plan:n:1:2026-13",
            "plan:t:1:7",
            "plan:h4:1:2026-9",
            "survey:t:vieclam:1:0f",
            "survey:p:1:0:256",
            "gopy:k:AAAA",
            "gopy:i:AAAAAAAAAAAAAAAAAAAAAA",
            "gopy:s:0f",
            "gopy:uf:1:2",
            "init:s:1:256",
            "init:k:1:small",
            "reg:u:1",
            "reg:q:1:256",
            "ask:b:1:sonam:y2026-01-01:999",
        ] {
            assert_eq!(Button::parse(data), None, "{data}");
        }
    }
}
