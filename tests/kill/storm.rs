//! A storm of answers with deaths at moments of chance: what was tapped counts exactly once.
//!
//! A model of each quiz follows the same updates in the same order; what is stored must agree.

use std::collections::BTreeMap;

use nhip::event::Button;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::process::{Process, at_rest, settles};
use testkit::world::{Actor, Mode, Setup, World};

/// Rounds of taps: enough for most to reach their fifth question.
const ROUNDS: usize = 16;
/// Of a hundred rounds, how many the process does not survive.
const DEATHS: u32 = 50;
/// A death comes within so many requests to the messenger.
const REQUESTS: u64 = 40;

/// A quiz as its member moves it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Quiz {
    place: u8,
    letters: Vec<u8>,
}

impl Quiz {
    fn finished(&self) -> bool {
        self.place == 5
    }

    fn answered(&mut self, letter: u8) {
        self.letters.push(letter);
        self.place += 1;
    }

    fn tapped(&mut self, button: Button) {
        match button {
            Button::Answer(_, place, letter) if place == self.place => self.answered(letter),
            _ => {}
        }
    }

    fn typed(&mut self, letter: u8) {
        if !self.finished() {
            self.answered(letter);
        }
    }
}

/// Taps something of what is on the screen, now and then twice; or types a letter, this likely.
fn acts(member: &Actor, world: &World, rng: &mut StdRng, quiz: &mut Quiz, types: f64) {
    for _ in 0..rng.random_range(0..3_u32) {
        let letter = rng.random_range(0..4_u8);
        if rng.random_bool(types) {
            member.types(["a", "B", "c.", "D)"][usize::from(letter)]);
            quiz.typed(letter);
            continue;
        }
        let messages = world.sandbox().recent(member.id(), 30);
        let of_quiz = |data: &&str| matches!(Button::parse(data), Some(Button::Answer(..)));
        let offered = messages.iter().rev().find_map(|message| {
            let keys = message.keyboard.iter().flatten();
            let data: Vec<&str> = keys
                .filter_map(|key| key.data.as_deref())
                .filter(of_quiz)
                .collect();
            let some = data.get(rng.random_range(0..data.len().max(1))).copied();
            some.map(|data| (message.id, data))
        });
        let Some((message, data)) = offered else {
            continue;
        };
        world
            .sandbox()
            .tap_data(member.id(), member.id(), message, data);
        quiz.tapped(Button::parse(data).expect("a button of ours"));
    }
}

/// Waits for a moment of chance in the middle of everything, or for its end.
async fn a_moment(world: &World, rng: &mut StdRng) {
    let moment = world.sandbox().requests() + rng.random_range(0..REQUESTS);
    let comes = async || world.sandbox().requests() >= moment || at_rest(world).await;
    world.until("a moment of chance", comes).await;
}

async fn storm(seed: u64, mode: Mode) {
    let world = World::with(Setup {
        moment: "2026-11-23 08:00",
        mode,
        ..Setup::default()
    })
    .await;
    world.bot_starts().await;
    let mut people = world.crowd(6, "SNV-VP").await;
    people.extend(world.crowd(6, "SNV-CB").await);
    people.iter().for_each(|one| one.types("/tracnghiem"));
    world.settles().await;
    world.bot_stops().await;
    let mut rng = StdRng::seed_from_u64(seed);
    let mut quizzes: BTreeMap<i64, Quiz> = BTreeMap::new();
    let mut process = Process::start(&world).await;
    for _ in 0..ROUNDS {
        for one in &people {
            let types = match mode {
                Mode::Polling => 0.2,
                // Delivered, a person's taps and messages keep no order among each other: each does one of both.
                Mode::Webhook => f64::from(u8::from(one.id() % 5 == 0)),
            };
            let quiz = quizzes.entry(one.id()).or_default();
            acts(one, &world, &mut rng, quiz, types);
        }
        if rng.random_ratio(DEATHS, 100) {
            a_moment(&world, &mut rng).await;
            process.dies();
            process = Process::start(&world).await;
        } else {
            settles(&world).await;
        }
    }
    settles(&world).await;
    process.stops(&world).await;
    let answers: usize = quizzes.values().map(|quiz| quiz.letters.len()).sum();
    assert!(answers > 40, "a storm, not a breeze: {answers} answers");
    assert_eq!(stored(&world).await, quizzes);
    tallies_are_a_recount(&world).await;
    let unsent = world.database().outbox().await;
    assert!(
        unsent.iter().all(|row| row.starts_with("stale")),
        "{unsent:?}"
    );
    let unsent: Vec<&str> = unsent.iter().map(String::as_str).collect();
    world.ends_without_bot(&unsent).await;
}

/// Every member's quiz as it is stored.
async fn stored(world: &World) -> BTreeMap<i64, Quiz> {
    let query = "SELECT user_id, quizzes.place, group_concat(letter, '' ORDER BY q.place)
                 FROM quizzes JOIN members ON member_id = members.id
                 JOIN quiz_questions q ON quiz_id = quizzes.id GROUP BY quizzes.id";
    let quiz = |line: String| {
        let mut cells = line.split(' ');
        let mut next = || cells.next().expect("three cells").to_owned();
        let (user, place, letters) = (next(), next(), next());
        let quiz = Quiz {
            place: place.parse().expect("a number"),
            letters: letters
                .bytes()
                .filter(u8::is_ascii_digit)
                .map(|byte| byte - b'0')
                .collect(),
        };
        (user.parse().expect("a number"), quiz)
    };
    world
        .database()
        .lines(query)
        .await
        .into_iter()
        .map(quiz)
        .collect()
}

/// The sums that reports are made of, counted once more from what members did.
async fn tallies_are_a_recount(world: &World) {
    let pairs = [
        (
            "SELECT unit_id, theme, people, answers, correct FROM theme_tallies ORDER BY 1, 2",
            "SELECT above.value, substr(question_id, 3, 1), count(DISTINCT quiz_id), count(*), sum(correct)
             FROM quiz_questions JOIN quizzes ON quiz_id = quizzes.id
             JOIN members ON member_id = members.id JOIN units ON unit_id = units.id
             JOIN json_each(lineage) above WHERE letter IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2",
        ),
        (
            "SELECT unit_id, reached, read, answered, finished FROM tallies ORDER BY 1",
            "SELECT above.value, sum(reached), sum(read), sum(answered), sum(finished)
             FROM participations JOIN units ON unit_id = units.id
             JOIN json_each(lineage) above GROUP BY 1 ORDER BY 1",
        ),
    ];
    for (kept, counted) in pairs {
        let (kept, counted) = (
            world.database().lines(kept).await,
            world.database().lines(counted).await,
        );
        assert_eq!(kept, counted);
    }
}

#[tokio::test]
async fn answers_survive_a_storm_of_deaths() {
    storm(1, Mode::Polling).await;
}

#[tokio::test]
async fn answers_survive_another_storm_of_deaths() {
    storm(2, Mode::Polling).await;
}

#[tokio::test]
async fn delivered_answers_survive_a_storm_of_deaths() {
    storm(1, Mode::Webhook).await;
}

#[tokio::test]
async fn delivered_answers_survive_another_storm_of_deaths() {
    storm(2, Mode::Webhook).await;
}
