//! Each flow dies at each of its steps; restarted, it ends as if nothing had happened.

use telegram_sandbox::FaultKind;

use crate::process::{Process, nothing_due, settles};
use testkit::world::{Mode, Setup, World, glance, without_draw};

/// Where death comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Death {
    /// The update has been delivered, nothing of it is stored.
    BeforeCommit,
    /// Everything is done, but the messenger does not know that the update may be forgotten.
    AfterCommit,
    /// What is owed is stored, and nothing has reached the messenger.
    BeforeSend,
    /// The messenger has handled the call, and its answer has not arrived.
    AfterSend,
    /// All is told and recorded.
    AfterRecord,
}

const DEATHS: [Death; 5] = [
    Death::BeforeCommit,
    Death::AfterCommit,
    Death::BeforeSend,
    Death::AfterSend,
    Death::AfterRecord,
];

/// Something that happens, and what follows from it.
struct Flow {
    /// When.
    moment: &'static str,
    /// The call that carries the answer.
    answer: &'static str,
    /// What people do; `None`: the time has come by itself.
    act: Option<fn(&World)>,
}

/// What is to be seen afterwards: each chat's bubbles, and what is stored.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    chats: Vec<Vec<String>>,
    stored: Vec<String>,
}

impl Flow {
    /// Dies everywhere, however updates come in, each time in a new world, and compares with one in which nobody died.
    async fn dies_everywhere(&self, prepare: impl AsyncFn(&World)) {
        let undisturbed = self.run(&prepare, None, Mode::Polling).await;
        let delivered = self.run(&prepare, None, Mode::Webhook).await;
        assert_eq!(delivered, undisturbed, "people see no difference");
        let both = Mode::ALL.into_iter();
        for (mode, death) in both.flat_map(|mode| DEATHS.map(|death| (mode, death))) {
            let mut outcome = self.run(&prepare, Some(death), mode).await;
            if death == Death::AfterSend {
                forgive_one_copy(&mut outcome.chats, &undisturbed.chats);
            }
            for (chat, wanted) in outcome.chats.iter().zip(&undisturbed.chats) {
                assert_eq!(chat.join("\n"), wanted.join("\n"), "{mode:?}, {death:?}");
            }
            assert_eq!(outcome, undisturbed, "{mode:?}, {death:?}");
        }
    }

    async fn run(
        &self,
        prepare: &impl AsyncFn(&World),
        death: Option<Death>,
        mode: Mode,
    ) -> Outcome {
        let world = World::with(Setup {
            mode,
            ..Setup::default()
        })
        .await;
        world.bot_starts().await;
        world.settles().await;
        prepare(&world).await;
        world.bot_stops().await;
        world.jumps_to(self.moment);
        let process = match death {
            Some(death) => {
                self.dies(&world, death).await;
                reborn(&world).await
            }
            None => {
                let process = Process::start(&world).await;
                self.act.inspect(|act| act(&world));
                process
            }
        };
        settles(&world).await;
        process.stops(&world).await;
        let outcome = outcome(&world).await;
        let unsent = world.database().outbox().await;
        // A toast that was shown before the death cannot be shown again.
        assert!(
            unsent.iter().all(|row| row.starts_with("stale")),
            "{unsent:?}"
        );
        let unsent: Vec<&str> = unsent.iter().map(String::as_str).collect();
        world.ends_without_bot(&unsent).await;
        outcome
    }

    /// Lets it happen, and the process die of it.
    async fn dies(&self, world: &World, death: Death) {
        let process = match self.act {
            Some(_) => {
                let process = Process::start(world).await;
                settles(world).await;
                Some(process)
            }
            None => None,
        };
        self.hold(world, death);
        let before = Before::of(world).await;
        let lock = match (death, self.act) {
            (Death::BeforeCommit, Some(_)) => Some(world.database().lock().await),
            _ => None,
        };
        let mut process = match (process, self.act) {
            (Some(process), Some(act)) => {
                act(world);
                process
            }
            _ => Process::launch(world),
        };
        self.comes(world, death, &before, &mut process).await;
        process.dies();
        if let Some(lock) = lock {
            lock.release().await;
        }
    }

    /// Makes sure that it gets no further than that.
    fn hold(&self, world: &World, death: Death) {
        match death {
            // What comes by itself comes with the first tick: the process is held before that.
            Death::BeforeCommit if self.act.is_none() => {
                world.fault("getMe", FaultKind::HoldBefore);
            }
            Death::BeforeCommit | Death::AfterRecord => {}
            // The poll that waits already goes on; the one that would confirm does not. A delivery is answered, and
            // the answer does not arrive.
            Death::AfterCommit => {
                world.fault("getUpdates", FaultKind::HoldBefore);
                world.fault("webhook", FaultKind::HoldAfter);
            }
            Death::BeforeSend => {
                for method in [
                    "sendMessage",
                    "sendPhoto",
                    "editMessageText",
                    "answerCallbackQuery",
                ] {
                    world.fault(method, FaultKind::HoldBefore);
                }
            }
            Death::AfterSend => world.fault(self.answer, FaultKind::HoldAfter),
        }
    }

    /// Waits until it has got there.
    async fn comes(&self, world: &World, death: Death, before: &Before, process: &mut Process) {
        let by_itself = self.act.is_none();
        let there = async || match death {
            Death::BeforeCommit if by_itself => calls(world, "getMe") > before.introductions,
            Death::BeforeCommit => !world.sandbox().delivered_unconfirmed().is_empty(),
            Death::AfterCommit => {
                (by_itself || updates(world).await > before.updates) && done(world).await
            }
            Death::BeforeSend => answers(world) > before.answers,
            Death::AfterSend => bot_says(world) != before.said,
            Death::AfterRecord => world.sandbox().pending() == 0 && done(world).await,
        };
        if death != Death::BeforeCommit {
            process.runs(world).await;
        }
        world
            .until(&format!("the moment to die comes: {death:?}"), there)
            .await;
        if matches!(death, Death::AfterCommit | Death::AfterRecord) {
            assert_ne!(bot_says(world), before.said, "the answer was not sent");
        }
    }
}

/// How things stood before it happened.
struct Before {
    updates: i64,
    introductions: usize,
    answers: usize,
    said: Vec<String>,
}

/// The next process. What was held for the dead one is not let go before its lines are seen to be
/// closed: they were when this one began to speak.
async fn reborn(world: &World) -> Process {
    let before = calls(world, "getMe");
    let mut process = Process::launch(world);
    let speaks = async || calls(world, "getMe") > before;
    world.until("the next process speaks", speaks).await;
    world.sandbox().clear_faults();
    process.runs(world).await;
    process
}

impl Before {
    async fn of(world: &World) -> Before {
        Before {
            updates: updates(world).await,
            introductions: calls(world, "getMe"),
            answers: answers(world),
            said: bot_says(world),
        }
    }
}

/// Updates that are done with.
async fn updates(world: &World) -> i64 {
    world
        .database()
        .number("SELECT count(*) FROM updates")
        .await
}

/// Nothing is due, owed or on its way.
async fn done(world: &World) -> bool {
    nothing_due(world).await && world.database().in_hand(world.clock().now()).await == 0
}

/// How many calls that carry an answer have reached the messenger.
fn answers(world: &World) -> usize {
    ["sendMessage", "sendPhoto", "editMessageText"]
        .map(|method| calls(world, method))
        .into_iter()
        .sum()
}

/// How many such calls have reached the messenger, held ones too.
fn calls(world: &World, method: &str) -> usize {
    let calls = world.sandbox().calls();
    let same = |call: &&(String, Option<i64>)| call.0.eq_ignore_ascii_case(method);
    calls.iter().filter(same).count()
}

/// Everything the bot has said so far, as it stands now.
fn bot_says(world: &World) -> Vec<String> {
    let bubbles = chats(world).into_iter().flatten();
    bubbles
        .filter(|bubble| bubble.starts_with("nhip: "))
        .collect()
}

/// Each chat's bubbles, without what is drawn anew in every run.
fn chats(world: &World) -> Vec<Vec<String>> {
    let users = world.sandbox().users().into_iter();
    let ids = users.chain(world.sandbox().groups()).map(|(id, _)| id);
    let bubbles = |id| {
        let messages = world.sandbox().messages(id);
        let bubble = |message| without_draw(&glance(std::slice::from_ref(message)));
        // Whether the tapped letter was right is chance.
        let plain = |text: String| text.replace(" · Chưa đúng", " · Đúng");
        messages.iter().map(bubble).map(plain).collect()
    };
    ids.map(bubbles).collect()
}

async fn outcome(world: &World) -> Outcome {
    let mut stored = Vec::new();
    for query in [
        "SELECT member_id, part, withdrawn_on FROM consents ORDER BY 1, 2",
        "SELECT member_id, round_id, item_id, reached, read, answered, finished
         FROM participations ORDER BY 1, 2",
        "SELECT quiz_id, place, letter FROM quiz_questions ORDER BY 1, 2",
        "SELECT round_id, member_id, place, choice FROM checkin_answers ORDER BY 1, 2, 3",
        "SELECT round_id, unit_id, reached, read, answered, finished FROM tallies ORDER BY 1, 2",
        "SELECT chat_id, unit_id, posted_week FROM groups",
        "SELECT unit_id, user_id, action FROM audit ORDER BY id",
        "SELECT id, form, span, unit_id, revision FROM form_returns ORDER BY 1",
        "SELECT return_id, revision, field, number, chosen, words FROM form_answers ORDER BY 1, 2, 3",
        "SELECT p.id, p.calls, k.unit_id FROM form_periods AS p JOIN form_asked AS k ON k.period_id = p.id ORDER BY 1, 3",
    ] {
        stored.extend(world.database().lines(query).await);
    }
    let chats = chats(world);
    Outcome { chats, stored }
}

/// Takes away one second copy of something that was on its way, if it is there.
fn forgive_one_copy(chats: &mut [Vec<String>], wanted: &[Vec<String>]) {
    for (bubbles, wanted) in chats.iter_mut().zip(wanted) {
        let copy = |pair: &[String]| pair[0].starts_with("nhip: ") && pair[0] == pair[1];
        let copies = bubbles.windows(2).position(copy);
        if let Some(at) = copies.filter(|_| bubbles.len() == wanted.len() + 1) {
            bubbles.remove(at);
            return;
        }
    }
}

/// Somebody of this story; there is one of each name.
fn id_of(world: &World, name: &str) -> i64 {
    let users = world.sandbox().users().into_iter();
    let mut all = users.chain(world.sandbox().groups());
    all.find(|(_, known)| known == name)
        .expect("somebody of this story")
        .0
}

const ANA: &str = "Nguyễn Thị An";
const GROUP: &str = "Công đoàn Sở Nội vụ";

/// Ana taps the newest button that begins so.
fn ana_taps(world: &World, label: &str) {
    let ana = id_of(world, ANA);
    let newest = world.sandbox().recent(ana, 1).pop().expect("a message");
    let tapped = world.sandbox().tap(ana, ana, newest.id, label);
    tapped.expect("the button is there");
}

#[tokio::test]
async fn joining() {
    let flow = Flow {
        moment: "2026-11-23 07:30",
        answer: "sendMessage",
        act: Some(|world| ana_taps(world, "Đồng ý")),
    };
    flow.dies_everywhere(async |world| {
        let ana = world.person(ANA, "vi");
        ana.says(&format!("/start {}", world.invite("SNV-VP")))
            .await;
        for part in 1..=3 {
            ana.taps(&format!("☐ {part}")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_item_that_is_pushed() {
    let flow = Flow {
        moment: "2026-11-30 12:00",
        answer: "sendMessage",
        act: None,
    };
    flow.dies_everywhere(async |world| {
        world.person(ANA, "vi").joins("SNV-VP").await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_in_the_quiz() {
    let flow = Flow {
        moment: "2026-11-23 08:00",
        answer: "editMessageText",
        act: Some(|world| ana_taps(world, "A")),
    };
    flow.dies_everywhere(async |world| {
        let ana = world.person(ANA, "vi");
        ana.joins("SNV-VP").await;
        ana.says("/tracnghiem").await;
    })
    .await;
}

#[tokio::test]
async fn a_choice_in_the_reflection() {
    let flow = Flow {
        moment: "2026-11-30 08:00",
        answer: "editMessageText",
        act: Some(|world| {
            let ana = id_of(world, ANA);
            let newest = world.sandbox().recent(ana, 1).pop().expect("a prompt");
            let first = newest.keyboard.first().and_then(|row| row.first());
            ana_taps(world, &first.expect("a choice").text);
        }),
    };
    flow.dies_everywhere(async |world| {
        let ana = world.person(ANA, "vi");
        ana.joins("SNV-VP").await;
        world.passes_to("2026-11-30 08:00").await;
        ana.says("/suyngam").await;
        ana.taps("Đã đọc và suy nghĩ").await;
    })
    .await;
}

/// Ana has begun the survey of training needs, which is asked in autumn.
async fn asked_about_training(world: &World) {
    let ana = world.person(ANA, "vi");
    ana.joins("SNV-VP").await;
    // The machine was off all summer.
    world.bot_stops().await;
    world.jumps_to("2027-10-05 08:00");
    world.bot_starts().await;
    world.settles().await;
    ana.says("/hoctap").await;
    ana.taps("Đồng ý, bắt đầu").await;
}

#[tokio::test]
async fn a_choice_in_a_survey() {
    let flow = Flow {
        moment: "2027-10-05 08:00",
        answer: "editMessageText",
        act: Some(|world| ana_taps(world, "☐ Soạn thảo văn bản")),
    };
    flow.dies_everywhere(asked_about_training).await;
}

#[tokio::test]
async fn the_last_choice_in_a_survey() {
    let flow = Flow {
        moment: "2027-10-05 08:00",
        answer: "editMessageText",
        act: Some(|world| ana_taps(world, "Đường xa")),
    };
    flow.dies_everywhere(async |world| {
        asked_about_training(world).await;
        for _ in 0..4 {
            ana_taps(world, "Bỏ qua");
            world.settles().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_report() {
    let flow = Flow {
        moment: "2026-11-23 08:00",
        answer: "sendMessage",
        act: Some(|world| {
            let group = id_of(world, GROUP);
            world.sandbox().say(world.officer().id(), group, "/baocao");
        }),
    };
    flow.dies_everywhere(async |world| {
        let (officer, ana) = (world.officer(), world.person(ANA, "vi"));
        let group = world.group(GROUP, &[&officer, &ana], false);
        world.settles().await;
        officer.says_in(&group, "/lienket SNV-VP").await;
    })
    .await;
}

/// The group's week comes by itself on Monday at noon: once, and not lost.
#[tokio::test]
async fn a_week_in_a_group() {
    let flow = Flow {
        moment: "2026-11-30 11:40",
        answer: "sendPhoto",
        act: None,
    };
    flow.dies_everywhere(async |world| {
        let officer = world.officer();
        let people = world.crowd(6, "SNV-VP").await;
        let mut all: Vec<_> = people.iter().collect();
        all.push(&officer);
        let group = world.group(GROUP, &all, false);
        world.settles().await;
        officer.says_in(&group, "/lienket SNV-VP").await;
        // Their own items come in the evening, so that nothing else is on its way.
        let later = "UPDATE members SET window = 'evening' RETURNING id";
        assert_eq!(world.database().lines(later).await.len(), people.len());
        world.passes_to("2026-11-30 08:00").await;
    })
    .await;
}

/// The officer taps the newest button that begins so.
fn officer_taps(world: &World, label: &str) {
    let officer = world.officer().id();
    let newest = world.sandbox().recent(officer, 1).pop().expect("a message");
    let tapped = world.sandbox().tap(officer, officer, newest.id, label);
    tapped.expect("the button is there");
}

/// An officer who is asked for the courses: the step after has other buttons.
async fn asked_for_courses(world: &World) {
    let officer = world.officer();
    officer.says("/sonam").await;
    officer.taps("Số liệu năm · Năm 2026").await;
    for _ in 1..5 {
        officer.taps("Bỏ qua").await;
    }
}

#[tokio::test]
async fn an_answer_typed_in_a_form() {
    let flow = Flow {
        moment: "2026-11-23 08:00",
        answer: "editMessageText",
        act: Some(|world| {
            let officer = world.officer().id();
            world.sandbox().say(officer, officer, "3 61");
        }),
    };
    flow.dies_everywhere(asked_for_courses).await;
}

#[tokio::test]
async fn an_answer_tapped_in_a_form() {
    let flow = Flow {
        moment: "2026-11-23 08:00",
        answer: "editMessageText",
        act: Some(|world| officer_taps(world, "Chưa có số")),
    };
    flow.dies_everywhere(asked_for_courses).await;
}

#[tokio::test]
async fn a_form_that_is_handed_in() {
    let flow = Flow {
        moment: "2026-11-23 08:00",
        answer: "editMessageText",
        act: Some(|world| officer_taps(world, "Nộp")),
    };
    flow.dies_everywhere(async |world| {
        asked_for_courses(world).await;
        world.officer().says("3 61").await;
        world.officer().taps("Xem tất cả").await;
    })
    .await;
}

#[tokio::test]
async fn a_period_that_is_opened() {
    let flow = Flow {
        moment: "2026-11-23 08:00",
        answer: "editMessageText",
        act: Some(|world| officer_taps(world, "07/12/2026")),
    };
    flow.dies_everywhere(async |world| {
        let officer = world.officer();
        officer.says("/tonghop").await;
        officer.taps("＋ Mở: Số liệu năm · Năm 2026").await;
    })
    .await;
}
