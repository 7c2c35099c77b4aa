//! Whatever people tap and type, and whatever becomes of the calls: nothing is put aside, nothing is
//! left claimed, and no sum is below what the rows say.

use nhip::outgoing::Reason;
use std::rc::Rc;

use nhip::event::{
    Button, CollectAction, Commend, ConsentPart, ConsentSet, ConsentVersion, FormAction, Inbound,
    InitiativeAction, JournalKey, NameForm, OfficerAction, PlanAction, Practice, PracticeSet,
    RegisterAction, Step, Steps, SuggestionAction, SurveyAction, UnitAction, Via, Walk,
};
use nhip::outgoing::Outcome;
use nhip::types::{
    AppointmentId, BroadcastId, CheckinRoundId, CommendationDraftId, CriterionId, EntryId,
    FormPeriodId, FormReturnId, InitiativeId, JoinRequestId, Language, MemberId, MessageId,
    OfficerId, PlanId, PlanLineId, QuizId, RoundId, SuggestionKey, Title, UnitFileId, UnitId,
    UserId, Window,
};
use proptest::prelude::*;
use testkit::stage::{Actor, Group, Stage, cases};

#[derive(Debug, Clone)]
enum Act {
    Tap(usize, Button),
    Say(usize, &'static str),
    InGroup(usize, &'static str),
    GroupTap(usize, Button),
    Fate(Outcome),
    LetIn(usize),
    Restart,
    Hours(u8),
}

/// Ids as they are given in these stories, and a few that are not.
fn buttons() -> impl Strategy<Value = Button> {
    let ticks = prop::sample::subsequence(ConsentPart::JOINING.to_vec(), 0..=3).prop_map(|parts| {
        parts
            .into_iter()
            .fold(ConsentSet::default(), ConsentSet::toggled)
    });
    let unit = (50..57_i64).prop_map(UnitId);
    let quiz = (40_000..40_006_i64).prop_map(QuizId);
    let checkin = (7_000..7_003_i64).prop_map(CheckinRoundId);
    let part = prop::sample::select(ConsentPart::JOINING.to_vec());
    let version = prop_oneof![4 => Just(testkit::stage::version()), 1 => Just(ConsentVersion(1))];
    let key = (0..3_u8).prop_map(|byte| JournalKey::of([byte; 32]));
    prop_oneof![
        1 => unit.clone().prop_map(Button::Join),
        1 => (unit.clone(), ticks.clone(), part.clone(), version.clone()).prop_map(|(unit, ticks, part, version)| Button::Tick(Via::Name(unit), ticks, part, version)),
        4 => (unit.clone(), ticks.clone(), version.clone()).prop_map(|(unit, ticks, version)| Button::Agree(Via::Name(unit), ticks, version)),
        1 => (ticks.clone(), part, version.clone()).prop_map(|(ticks, part, version)| Button::Retick(ticks, part, version)),
        1 => (ticks, version.clone()).prop_map(|(ticks, version)| Button::AgreeAgain(ticks, version)),
        1 => version.clone().prop_map(Button::GiveReflection),
        2 => version.prop_map(Button::GiveNamed),
        1 => key.clone().prop_map(Button::JournalOpen),
        1 => key.clone().prop_map(Button::JournalAdd),
        1 => key.clone().prop_map(Button::JournalAskBurn),
        1 => key.prop_map(Button::JournalBurn),
        2 => (2_000..2_004_i64).prop_map(|round| Button::Read(RoundId(round))),
        12 => (quiz.clone(), 0..5_u8, 0..4_u8).prop_map(|(quiz, place, letter)| Button::Answer(quiz, place, letter)),
        4 => (quiz, 0..5_u8).prop_map(|(quiz, place)| Button::Next(quiz, place)),
        3 => (quiz_row(), 0..5_u8, 0..4_u8).prop_map(|(quiz, place, letter)| Button::Practice(Practice::Answer(walk(letter), quiz, place, letter))),
        2 => checkin.clone().prop_map(Button::Thought),
        4 => (checkin.clone(), 0..3_u8, 0..4_u8).prop_map(|(round, place, choice)| Button::Choice(round, place, choice)),
        2 => (checkin.clone(), 0..4_u8).prop_map(|(round, place)| Button::Prompt(round, place)),
        1 => checkin.prop_map(Button::Retract),
        2 => unit.clone().prop_map(|unit| Button::Move(Via::Name(unit))),
        1 => unit.clone().prop_map(Button::AskMove),
        4 => (unit.clone(), 0..15_u8, 0..200_i64).prop_map(|(unit, kind, people)| Button::Unit(desk(unit, kind, people))),
        6 => (unit.clone(), 0..8_u8, 1..4_i64).prop_map(|(unit, kind, row)| Button::Officer(office(unit, kind, row))),
        2 => (unit.clone(), 0..5_u8, 1..4_i64).prop_map(|(unit, kind, row)| Button::Commend(commend(unit, kind, row))),
        6 => (unit.clone(), 0..9_u8, 1..4_i64).prop_map(|(unit, kind, row)| Button::Form(form(unit, kind, row))),
        6 => (unit.clone(), 0..9_u8, 0..14_u8).prop_map(|(unit, kind, step)| Button::Survey(survey(unit, kind, step))),
        6 => (unit.clone(), 0..36_u8, 0..12_u8).prop_map(|(unit, kind, step)| Button::Suggestion(suggestion(unit, kind, step))),
        6 => (unit.clone(), 0..14_u8, 1..4_i64).prop_map(|(unit, kind, row)| Button::Collect(collect(unit, kind, row))),
        10 => (0..17_u8, 1..4_i64, 0..12_u8).prop_map(|(kind, row, step)| Button::Initiative(initiative(kind, row, step))),
        6 => (unit.clone(), 0..13_u8, 1..4_i64).prop_map(|(unit, kind, row)| Button::Register(register(unit, kind, row))),
        9 => (unit.clone(), 0..35_u8, 1..4_i64).prop_map(|(unit, kind, row)| Button::Plan(plan(unit, kind, row))),
        10 => (unit.clone(), 0..STEPS.len() + 2, 1..4_i64, 1..9_i64).prop_map(|(unit, kind, id, version)| Button::Broadcast(broadcast(unit, kind, id, version))),
        1 => (0..2_u16).prop_map(Button::Broadcasts),
        1 => (0..400_i32).prop_map(|message| Button::Keep(MessageId(message))),
        1 => unit.prop_map(|unit| Button::Link(unit, UserId(testkit::stage::OFFICER))),
        12 => prop::sample::select(plain_buttons()),
    ]
}

fn quiz_row() -> impl Strategy<Value = QuizId> {
    (40_000..40_006_i64).prop_map(QuizId)
}

fn walk(kind: u8) -> Walk {
    let set = match kind {
        0 => PracticeSet::Missed,
        1 => PracticeSet::Mixed,
        _ => PracticeSet::Of("3.2".parse().expect("a criterion")),
    };
    Walk {
        set,
        seed: 7,
        step: kind,
    }
}

/// What may be done with a broadcast, but for its units.
const STEPS: [Step; 30] = [
    Step::Show,
    Step::Text,
    Step::Discard,
    Step::Options,
    Step::Reuse,
    Step::Whole,
    Step::Members,
    Step::Groups,
    Step::Unanswered,
    Step::Start,
    Step::Now,
    Step::Until,
    Step::Link,
    Step::AskSeen,
    Step::Urgent,
    Step::Rhythm,
    Step::Edit,
    Step::Ledger,
    Step::Saw,
    Step::Test,
    Step::Confirm,
    Step::Second,
    Step::Refuse,
    Step::Pause,
    Step::Resume,
    Step::Cancel,
    Step::AskUnsend,
    Step::Unsend,
    Step::ResendFailed,
    Step::ResendUnknown,
];

fn broadcast(unit: UnitId, kind: usize, id: i64, version: i64) -> Steps {
    let step = match STEPS.get(kind) {
        Some(step) => *step,
        None if kind == STEPS.len() => Step::Units(0),
        None => Step::Unit(unit),
    };
    Steps {
        broadcast: BroadcastId(id),
        version,
        step,
    }
}

fn desk(unit: UnitId, kind: u8, people: i64) -> UnitAction {
    match kind {
        0 => UnitAction::Invite(unit),
        1 => UnitAction::AskRenew(unit),
        2 => UnitAction::Renew(unit),
        3 => UnitAction::Count(unit, people),
        4 => UnitAction::Declare(unit, people),
        5 => UnitAction::Remind(unit),
        6 => UnitAction::Result(unit),
        8 => UnitAction::Waiting(unit),
        9 => UnitAction::Pick(unit, JoinRequestId(people % 4), 27),
        10 => UnitAction::Admit(unit, JoinRequestId(people % 4), 27),
        11 => UnitAction::Reject(unit, JoinRequestId(people % 4)),
        14 => UnitAction::WaitingAt(unit, JoinRequestId(people % 4)),
        15 => UnitAction::NoMatch(unit, JoinRequestId(people % 4)),
        12 => UnitAction::AskReconfirm(unit),
        13 => UnitAction::Reconfirm(unit),
        7 => UnitAction::Respond(CheckinRoundId(7_000 + people % 3), unit),
        _ => UnitAction::RemindNow(RoundId(2_000 + people % 4), unit),
    }
}

fn commend(unit: UnitId, kind: u8, row: i64) -> Commend {
    let draft = CommendationDraftId(row);
    match kind {
        0 => Commend::Draw(unit),
        1 => Commend::Choose(unit, MemberId(300 + row)),
        2 => Commend::Rewrite(draft),
        3 => Commend::Post(draft, row),
        _ => Commend::Drop(draft),
    }
}

fn initiative(kind: u8, row: i64, step: u8) -> InitiativeAction {
    let id = InitiativeId(row);
    match kind {
        0 | 1 => InitiativeAction::Begin,
        2 => InitiativeAction::All,
        3 => InitiativeAction::Wish,
        4 => InitiativeAction::Show(id),
        5 => InitiativeAction::Step(id, step),
        6 => InitiativeAction::Pick(id, step, step),
        7 => InitiativeAction::Empty(id, step),
        8 => InitiativeAction::AskDelete(id),
        9 => InitiativeAction::Delete(id),
        10 => InitiativeAction::Petition(id),
        11 => InitiativeAction::AskEnter(id),
        12 => InitiativeAction::Enter(id, testkit::stage::version()),
        13 => InitiativeAction::KeepName(id, NameForm::Capitalised),
        14 => InitiativeAction::AskTakeOut(id),
        15 => InitiativeAction::TakeOut(id),
        _ => InitiativeAction::Withdraw,
    }
}

fn register(unit: UnitId, kind: u8, row: i64) -> RegisterAction {
    let id = EntryId(row);
    match kind {
        0 => RegisterAction::Page(unit, 0),
        1 => RegisterAction::Show(id),
        2 => RegisterAction::Applied(id),
        3 => RegisterAction::Lodge(id),
        4 => RegisterAction::LodgedToday(id),
        5 => RegisterAction::Recognise(id),
        6 => RegisterAction::Level(id, 1),
        7 => RegisterAction::Decline(id),
        8 => RegisterAction::Back(id),
        9 => RegisterAction::Sums(unit),
        10 => RegisterAction::Sheet(unit),
        12 => RegisterAction::Certificate(id),
        _ => RegisterAction::Roll(unit),
    }
}

fn form(unit: UnitId, kind: u8, row: i64) -> FormAction {
    let (id, step) = (FormReturnId(row), u8::try_from(row * 5).unwrap_or(0));
    let span = "y2026-01-01".parse().expect("a year");
    match kind {
        0 => FormAction::Unit(unit),
        1 | 2 => FormAction::Open(unit, "sonam".parse().expect("a name"), span),
        3 => FormAction::Step(id, step),
        4 => FormAction::Zero(id, step),
        5 => FormAction::Unknown(id, step),
        6 => FormAction::Pick(id, step, 1),
        7 => FormAction::Submit(id, row),
        _ => FormAction::Amend(id, row - 1),
    }
}

fn survey(unit: UnitId, kind: u8, step: u8) -> SurveyAction {
    let round = CheckinRoundId(7_001 + i64::from(step % 3));
    let form = "vieclam".parse().expect("a name");
    match kind {
        0 => SurveyAction::Begin(round),
        1 => SurveyAction::Step(round, step),
        2 | 3 => SurveyAction::Pick(round, step % 6, step),
        4 => SurveyAction::Retract(round),
        5 => SurveyAction::Result(unit, round),
        6 => SurveyAction::Paper(unit, round),
        7 => SurveyAction::Sheet(form, step, u64::from(step) << 5),
        _ => SurveyAction::MyYear,
    }
}

fn suggestion(unit: UnitId, kind: u8, step: u8) -> SuggestionAction {
    use SuggestionAction as Act;
    let key = SuggestionKey::of([step; 16]);
    let (label, code) = (key.label(), u32::from(step));
    match kind {
        0 => Act::Open,
        1 => Act::Denounce,
        2 => Act::Topics,
        3 | 4 => Act::Topic(step),
        5 => Act::Send(code),
        6 => Act::AskName(code),
        7 => Act::SendNamed(code),
        8 => Act::Rewrite(code),
        9 => Act::Drop(code),
        10 => Act::Look(key),
        11 => Act::Hide(key),
        12 => Act::Withdraw(key),
        13 => Act::Sign(key),
        14 => Act::Add(key),
        15 => Act::Answered(u16::from(step)),
        16 => Act::Second(label),
        17 => Act::Desk(unit),
        18 | 19 => Act::Regulate(unit),
        20 => Act::Item(label),
        21 => Act::Answer(label),
        22 => Act::Word(label, step),
        23 => Act::Confirm(code),
        24 => Act::Same(label),
        25 => Act::SameAs(label, SuggestionKey::of([7; 16]).label()),
        26 => Act::NotSame(label),
        27 => Act::Forward(label),
        28 => Act::Ask(label),
        29 => Act::RefuseFor(label, step),
        30 => Act::Cut(label),
        31 => Act::File(unit, step.is_multiple_of(2)),
        32 => Act::Counts(unit),
        33 => Act::Plan(label),
        34 => Act::PlanTo(label, step),
        _ if step < 4 => Act::Meeting(unit),
        _ if step < 8 => Act::MeetingAsk(unit),
        _ => Act::MeetingFile(unit, step % 3),
    }
}

fn collect(unit: UnitId, kind: u8, row: i64) -> CollectAction {
    let (id, form) = (FormPeriodId(row), "sonam".parse().expect("a name"));
    let span = "y2026-01-01".parse().expect("a year");
    match kind {
        0 => CollectAction::Unit(unit),
        1 => CollectAction::Due(unit, form, span),
        2 | 3 => CollectAction::Begin(unit, form, span, 14),
        4 => CollectAction::Show(id),
        5 => CollectAction::Units(id, 9),
        6 => CollectAction::One(id, unit),
        7 => CollectAction::SendBack(id, unit),
        8 => CollectAction::Remind(id),
        9 => CollectAction::AskClose(id),
        10 => CollectAction::Close(id),
        11 => CollectAction::Sheet(id),
        12 => CollectAction::Import(id),
        _ => CollectAction::Take(UnitFileId(row)),
    }
}

fn plan(unit: UnitId, kind: u8, row: i64) -> PlanAction {
    let (id, line) = (PlanId(row), PlanLineId(row * 3));
    let begins = "2026-01".parse().expect("a month");
    let task = u8::try_from(row).unwrap_or(1);
    match kind {
        0 => PlanAction::Unit(unit),
        1 => PlanAction::New(unit, begins),
        2 => PlanAction::Starts(unit),
        3 | 4 => PlanAction::Frame(unit, begins),
        5 => PlanAction::Copy(unit, begins),
        6 => PlanAction::Begin(unit, begins),
        7 => PlanAction::Show(id),
        8 => PlanAction::Task(id, task),
        9 => PlanAction::Switch(line),
        10 => PlanAction::Line(line),
        11 => PlanAction::Part(line, task),
        12 => PlanAction::Post(line, 1, task),
        13 => PlanAction::Add(id, task),
        14 => PlanAction::Paper(id),
        15 => PlanAction::Sheet(id),
        16 => PlanAction::File(id),
        17 | 18 => PlanAction::Issue(id),
        19 => PlanAction::Change(id),
        20 => PlanAction::Discard(id),
        21 => PlanAction::Card(id),
        22 => PlanAction::Due(id),
        23 => PlanAction::Done(line),
        24 => PlanAction::MoveTo(line, begins),
        25 => PlanAction::Drop(line),
        26 => PlanAction::MonthPage(id),
        27 => PlanAction::Below(unit, 9),
        28 => PlanAction::BelowSheet(unit),
        29 => PlanAction::Remind(unit),
        30 => PlanAction::Take(UnitFileId(row)),
        31 => PlanAction::ReadTask(id, task),
        33 => PlanAction::Move(line),
        34 => PlanAction::Carry(line),
        _ => PlanAction::Read(id),
    }
}

fn office(unit: UnitId, kind: u8, row: i64) -> OfficerAction {
    match kind {
        0 => OfficerAction::Show(unit),
        1 => OfficerAction::Below(unit, 1),
        2 => OfficerAction::Titles(unit),
        3 => OfficerAction::Invite(unit, Title::Leader),
        4 => OfficerAction::Confirm(AppointmentId(row)),
        5 => OfficerAction::Refuse(AppointmentId(row)),
        6 => OfficerAction::AskDismiss(OfficerId(row)),
        _ => OfficerAction::Dismiss(OfficerId(row)),
    }
}

fn plain_buttons() -> Vec<Button> {
    let mut buttons = vec![
        Button::Decline,
        Button::Withdraw,
        Button::Quiz,
        Button::Practice(Practice::Menu),
        Button::Practice(Practice::Criteria),
        Button::Practice(Practice::Begin(PracticeSet::Missed)),
        Button::Practice(Practice::Begin(PracticeSet::Mixed)),
        Button::Checkin,
        Button::Themes,
        Button::Tasks,
        Button::HelpOfOfficers,
        Button::HelpOfMembers,
        Button::Do("report"),
        Button::Do("broadcast"),
        Button::Do("settings"),
        Button::Do("log"),
        Button::MeDark,
        Button::Settings,
        Button::Resume,
        Button::AskReflection,
        Button::Privacy,
        Button::PrivacyMore,
        Button::JournalOffer,
        Button::JournalBegin,
        Button::JournalAskForget,
        Button::JournalForget,
        Button::WithdrawReflection,
        Button::AskNamed,
        Button::TypeName,
        Button::WeeklyOff,
        Button::KeepName(nhip::event::NameForm::Typed),
        Button::WithdrawNamed,
        Button::Leave,
        Button::Stay,
        Button::Pause(7),
        Button::Theme(3),
    ];
    buttons.extend(Window::ALL.map(Button::Window));
    buttons.extend(Language::ALL.map(Button::Language));
    buttons.extend(CriterionId::all().map(Button::Criterion));
    buttons
}

const WORDS: [&str; 59] = [
    "/broadcast",
    "/broadcast",
    "/broadcasts",
    "mai 11h45",
    "/canbo",
    "/canbo to",
    "/moi",
    "/nhacnho",
    "/donvi",
    "/donvi so",
    "/start",
    "/start xyz",
    "/help",
    "/me",
    "/quiz",
    "/quiz",
    "/quiz",
    "/onlai",
    "/checkin",
    "/checkin",
    "/criteria",
    "/settings",
    "/privacy",
    "/mydata",
    "/deletemydata",
    "/log",
    "/sonam",
    "/tonghop",
    "/kehoach",
    "05/KH-CĐCS ngày 20/11/2026",
    "Sinh hoạt chuyên đề về văn hóa công vụ",
    "Quý III",
    "/viectrongnam",
    "/hoctap",
    "/gopy",
    "/hoinghi",
    "05/QC-SNV 12/03/2025",
    "Hiện nay việc này chậm, đề nghị làm nhanh.",
    "/namcuatoi",
    "41 28 19",
    "/sangkien",
    "/sosangkien",
    "Gộp hai biểu mẫu thành một",
    "Từ 5 ngày còn 2 ngày mỗi việc",
    "9/2026",
    "Nguyễn Thị An",
    "/journal",
    "/stop",
    "/report",
    "/link",
    "/nonsense",
    "A",
    "b)",
    "C.",
    "d",
    "so noi vu",
    "",
    "👍 <b>&",
    "/report tuần",
];

fn outcomes() -> Vec<Outcome> {
    vec![
        Outcome::Sent(None),
        Outcome::RetryAfter { seconds: 1 },
        Outcome::Untried,
        Outcome::Expired,
        Outcome::Failed {
            reason: Reason::ServerError,
            maybe_sent: true,
        },
        Outcome::Unreachable {
            reason: Reason::Blocked,
        },
        Outcome::Stale {
            reason: Reason::MessageGone,
        },
        Outcome::Moved(nhip::types::ChatId(-1_004_002)),
        Outcome::Rejected {
            reason: Reason::of("bad request"),
        },
    ]
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        12 => (0..4_usize, buttons()).prop_map(|(who, button)| Act::Tap(who, button)),
        8 => (0..4_usize, prop::sample::select(WORDS.to_vec())).prop_map(|(who, words)| Act::Say(who, words)),
        2 => (0..4_usize, prop::sample::select(WORDS.to_vec())).prop_map(|(who, words)| Act::InGroup(who, words)),
        1 => (0..4_usize, buttons()).prop_map(|(who, button)| Act::GroupTap(who, button)),
        2 => prop::sample::select(outcomes()).prop_map(Act::Fate),
        2 => (0..4_usize).prop_map(Act::LetIn),
        1 => Just(Act::Restart),
        3 => (1..40_u8).prop_map(Act::Hours),
    ];
    prop::collection::vec(act, 60..160)
}

fn act(stage: &Rc<Stage>, people: &[Actor], group: &Group, act: &Act) {
    let update: Inbound = match act {
        Act::Tap(who, button) => people[*who].tap(&button.data(), Some(1)),
        Act::Say(who, words) => people[*who].saying(words),
        Act::InGroup(who, words) => {
            group.hears(&people[*who], words);
            return;
        }
        Act::GroupTap(who, button) => return group.is_forged(&people[*who], &button.data(), 1),
        Act::Fate(outcome) => return stage.post.borrow_mut().fate.push_back(outcome.clone()),
        Act::LetIn(who) => {
            let admit =
                "SELECT 'desk:admit:' || unit_id || ':' || id || ':' || digits FROM join_requests";
            let Some(admit) = stage.rows(admit).pop() else {
                return;
            };
            people[*who].tap(&admit, Some(1))
        }
        Act::Restart => {
            stage.claim();
            return stage.restart();
        }
        Act::Hours(hours) => {
            stage.pass(i64::from(*hours));
            stage.tick();
            return stage.deliver();
        }
    };
    stage.updates(&[update]);
    stage.deliver();
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn nothing_people_do_is_put_aside_or_left_undone(acts in acts()) {
        let stage = Stage::new();
        stage.at("2026-11-27 09:00");
        let people = [stage.officer(), stage.stranger("An"), stage.stranger("Bình"), stage.stranger("Chi")];
        for (person, code) in people.iter().zip(["SNV", "VP", "TT"]) {
            person.forges(&stage.agreeing(code));
        }
        let group = stage.group(-4_001);
        group.hears(&people[0], "/link VP");
        for one in &acts {
            act(&stage, &people, &group, one);
        }
        let below = "SELECT count(*) FROM (
            SELECT round_id, sum(reached) AS reached, sum(answered) AS answered, sum(finished) AS finished
            FROM participations WHERE counted = 1 GROUP BY round_id) AS rows
            LEFT JOIN tallies AS t ON t.round_id = rows.round_id AND t.unit_id = 51
            WHERE coalesce(t.reached, 0) < rows.reached OR coalesce(t.answered, 0) < rows.answered OR coalesce(t.finished, 0) < rows.finished";
        prop_assert_eq!(stage.number(below), 0, "sums outlive rows, never the other way round");
        prop_assert_eq!(stage.number("SELECT count(*) FROM tallies WHERE read > reached OR answered > reached OR finished > answered"), 0);
        prop_assert_eq!(stage.number("SELECT count(*) FROM quizzes WHERE place <> (SELECT count(*) FROM quiz_questions WHERE quiz_id = quizzes.id AND letter IS NOT NULL)"), 0);
        prop_assert_eq!(stage.number("SELECT count(*) FROM checkin_answers AS a JOIN checkin_rounds AS r ON r.id = a.round_id WHERE r.form IS NULL AND member_id NOT IN (SELECT member_id FROM consents WHERE part = 'reflection' AND withdrawn_on IS NULL)"), 0);
        prop_assert_eq!(stage.number("SELECT count(*) FROM authors WHERE member_id NOT IN (SELECT member_id FROM consents WHERE part = 'author' AND withdrawn_on IS NULL)"), 0);
        prop_assert_eq!(stage.number("SELECT count(*) FROM register_entries AS e JOIN initiatives AS i ON i.id = e.initiative_id WHERE i.member_id NOT IN (SELECT member_id FROM authors WHERE name IS NOT NULL)"), 0);
        prop_assert_eq!(stage.number("SELECT count(*) FROM named_members WHERE member_id NOT IN (SELECT member_id FROM consents WHERE part = 'named' AND withdrawn_on IS NULL)"), 0);
    }
}
