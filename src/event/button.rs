//! Buttons: what a tap carries back, in at most 64 bytes.
//!
//! Anyone can forge any of this, so a button says only what is wanted; whose it is,
//! and whether it is still open, is looked up by the core. `parse(b.data()) == b`.

use super::broadcast::Steps;
use super::data::{Part, buttons, pieces};
use super::practice::is_answer;
use super::{
    CollectAction, Command, Commend, ConsentPart, ConsentSet, ConsentVersion, FormAction,
    InitiativeAction, JournalKey, NameForm, OfficerAction, PlanAction, Practice, RegisterAction,
    ReportAction, SuggestionAction, SurveyAction, UnitAction, Via,
};
use crate::campaign::{CHECKIN_PROMPTS, CHOICES_MAX, QUIZ_QUESTIONS};
use crate::outgoing::Key;
use crate::types::{
    CheckinRoundId, CriterionId, Language, MessageId, QuizId, RoundId, UnitFileId, UnitId, UserId,
    Window,
};

// A command by its name.
pieces! { &'static str: str::to_owned, Command::known, ["report"]; }

buttons! {
    /// What a button asks for.
    pub enum Button {
        /// Show the consents for joining this unit.
        Join(unit: UnitId) = "join",
        /// Tick or untick one consent, not yet given.
        Tick(via: Via, ticks: ConsentSet, part: ConsentPart, version: ConsentVersion) = "tick",
        /// Give the ticked consents and join, or ask to be let in.
        Agree(via: Via, ticks: ConsentSet, version: ConsentVersion) = "agree",
        /// Take the request to be let in back.
        Withdraw = "unask",
        /// Do not join.
        Decline = "decline",
        /// The item of this round was read.
        Read(round: RoundId) = "read",
        /// An answer: the quiz, the question's place in it (0 to 4), the letter (0 to 3).
        Answer(quiz: QuizId, place: u8, letter: u8) = "a" if is_answer(place, letter),
        /// Show the question at this place of the quiz.
        Next(quiz: QuizId, place: u8) = "n" if usize::from(place) < QUIZ_QUESTIONS,
        /// Open this week's quiz.
        Quiz = "quiz",
        /// Practise what was asked before.
        Practice(practice: Practice) = "o",
        /// Open this month's check-in.
        Checkin = "checkin",
        /// The theme 1 thought of a check-in was read.
        Thought(round: CheckinRoundId) = "thought",
        /// A choice: the check-in, the prompt's place (0 to 2), the choice (0 to 3).
        Choice(round: CheckinRoundId, place: u8, choice: u8) = "c" if is_choice(place, choice),
        /// Show the prompt at this place of the check-in; 3 shows the summary.
        Prompt(round: CheckinRoundId, place: u8) = "p" if usize::from(place) <= CHECKIN_PROMPTS,
        /// Take back everything said in this check-in.
        Retract(round: CheckinRoundId) = "retract",
        /// This page of the broadcasts.
        Broadcasts(page: u16) = "broadcasts",
        /// The four themes.
        Themes = "themes",
        /// The tasks.
        Tasks = "tasks",
        /// One theme with its criteria.
        Theme(theme: u8) = "theme" if (1..=4).contains(&theme),
        /// One criterion.
        Criterion(id: CriterionId) = "criterion",
        /// The member's own progress, drawn on a dark ground.
        MeDark = "me:dark",
        /// The same on a light one.
        MeLight = "me:light",
        /// The settings.
        Settings = "settings",
        /// Be written to in this window.
        Window(window: Window) = "window",
        /// Read this language.
        Language(language: Language) = "language",
        /// No messages for this many days.
        Pause(days: u16) = "pause" if (1..=366).contains(&days),
        /// Messages again.
        Resume = "resume",
        /// Show what the consent to reflection means.
        AskReflection = "reflect?",
        /// Give the consent to reflection.
        GiveReflection(version: ConsentVersion) = "reflect:1",
        /// Tick or untick a consent whose words have changed, not yet given again.
        Retick(ticks: ConsentSet, part: ConsentPart, version: ConsentVersion) = "retick",
        /// Give the ticked consents again.
        AgreeAgain(ticks: ConsentSet, version: ConsentVersion) = "reagree",
        /// What is held and who sees it, in short.
        Privacy = "privacy",
        /// The same in full.
        PrivacyMore = "privacy+",
        /// Say what keeping a private journal means.
        JournalOffer = "journal?",
        /// Begin a journal with what was said in the open check-in.
        JournalBegin = "journal",
        /// Show the journal.
        JournalOpen(key: JournalKey) = "jo",
        /// Hide it again.
        JournalClose(key: JournalKey) = "jc",
        /// Write what was said in the open check-in into it.
        JournalAdd(key: JournalKey) = "ja",
        /// Ask whether it is to be deleted.
        JournalAskBurn(key: JournalKey) = "jq",
        /// Delete it.
        JournalBurn(key: JournalKey) = "jb",
        /// Ask whether it is to be deleted without its key.
        JournalAskForget = "journal-?",
        /// Delete it without its key: its message is lost.
        JournalForget = "journal-",
        /// Withdraw the consent to reflection.
        WithdrawReflection = "reflect:0",
        /// Show what being named means.
        AskNamed = "named?",
        /// Give the consent to be named.
        GiveNamed(version: ConsentVersion) = "named:1",
        /// Type the name.
        TypeName = "name",
        /// The name is written so.
        KeepName(form: NameForm) = "name",
        /// Withdraw the consent to be named.
        WithdrawNamed = "named:0",
        /// Say what leaving means, before anything is done.
        AskToLeave = "leave?",
        /// Leave and have everything deleted.
        Leave = "leave",
        /// Close a question without doing anything.
        Stay = "stay",
        /// Import the file of units that was shown.
        ImportUnits(file: UnitFileId) = "units+",
        /// Do not import it.
        DropUnits(file: UnitFileId) = "units-",
        /// Tie this group to a unit, asked by this officer.
        Link(unit: UnitId, officer: UserId) = "link",
        /// In a group: post no weeks in it any more.
        WeeklyOff = "weekly:0",
        /// Something about a broadcast.
        Broadcast(steps: Steps) = "b",
        /// A report: its buttons have words of their own.
        Report(action: ReportAction) = "",
        /// Who may act for a unit.
        Officer(action: OfficerAction) = "office",
        /// A unit's people, for its officers.
        Unit(action: UnitAction) = "desk",
        /// Commending somebody.
        Commend(commend: Commend) = "commend",
        /// Filling in a form.
        Form(action: FormAction) = "form",
        /// Asking units below for a form.
        Collect(action: CollectAction) = "ask",
        /// A yearly plan.
        Plan(action: PlanAction) = "plan",
        /// A form that is for members themselves.
        Survey(action: SurveyAction) = "survey",
        /// Suggestions to a unit.
        Suggestion(action: SuggestionAction) = "gopy",
        /// A member's own initiatives.
        Initiative(action: InitiativeAction) = "init",
        /// The register of initiatives.
        Register(action: RegisterAction) = "reg",
        /// Say what moving to that unit means.
        AskMove(unit: UnitId) = "move?",
        /// Move to it, or ask to be let in.
        Move(via: Via) = "move",
        /// What was typed in this message is meant so, though it may name a person.
        Keep(message: MessageId) = "keep",
        /// The commands of an officer.
        HelpOfOfficers = "help:officer",
        /// Those of whoever takes part.
        HelpOfMembers = "help:member",
        /// Do the command of that name.
        Do(name: &'static str) = "do",
    }
}

impl Button {
    /// What the button carries: ASCII, at most 64 bytes.
    pub fn data(self) -> String {
        let mut data = String::new();
        self.write(&mut data);
        data
    }

    /// The key that carries it, below a message.
    pub fn key(self, label: impl Into<String>) -> Key {
        Key {
            label: label.into(),
            data: self.data(),
        }
    }

    /// Reads what a tap carried; `None` for anything a button of ours never carries.
    pub fn parse(data: &str) -> Option<Self> {
        let pieces: Vec<&str> = data.split(':').collect();
        let button = Self::read(&mut pieces.as_slice())?;
        // Only the spelling that we write ourselves: `a:007:1:1` is forged.
        (button.data() == data).then_some(button)
    }
}

fn is_choice(place: u8, choice: u8) -> bool {
    usize::from(place) < CHECKIN_PROMPTS && usize::from(choice) < CHOICES_MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_comes_back_as_it_went_out_and_fits() {
        for button in Button::samples() {
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
