//! A thief has the database and its log, byte for byte: no reflection of anybody is in them, and no journal opens.

use std::rc::Rc;
use testkit::stage::{Actor, Stage};

/// The file and its log, as a thief finds them.
pub fn loot(stage: &Stage) -> Vec<u8> {
    let mut bytes = Vec::new();
    for end in ["", "-wal", "-shm"] {
        let path = format!("{}{end}", stage.path().display());
        bytes.extend(std::fs::read(path).unwrap_or_default());
    }
    bytes
}

pub fn count(loot: &[u8], needle: &[u8]) -> usize {
    loot.windows(needle.len())
        .filter(|window| *window == needle)
        .count()
}

/// A member whose row's number stands out among bytes.
fn sentinel(stage: &Rc<Stage>, number: i64, code: &str) -> Actor {
    stage.sabotage(&format!(
        "UPDATE sqlite_sequence SET seq = {} WHERE name = 'members'",
        number - 1
    ));
    let actor = stage.member("Đoàn viên", code);
    assert_eq!(actor.row(), number);
    actor
}

/// How SQLite writes a row that begins with this round and this member: two bytes and four.
fn row(round: i64, member: i64) -> Vec<u8> {
    let (round, member) = (round.to_be_bytes(), member.to_be_bytes());
    [&round[6..], &member[4..]].concat()
}

fn reflects(actor: &Actor, choices: [usize; 3]) {
    actor.says("/checkin");
    actor.taps("Đã đọc và suy nghĩ");
    for choice in choices {
        actor.taps_choice(choice);
    }
}

/// The words of every choice that was made, as they stand on people's screens.
fn chosen(actor: &Actor) -> Vec<String> {
    let lines: Vec<String> = actor.screen().lines().map(str::to_owned).collect();
    let choices = lines.iter().filter_map(|line| {
        let (number, choice) = line.split_once(' ')?;
        let (theme, criterion) = number.split_once('.')?;
        (theme.parse::<u8>().is_ok() && criterion.parse::<u8>().is_ok()).then(|| choice.to_owned())
    });
    choices.collect()
}

#[test]
fn after_closing_no_answer_of_anybody_is_in_the_file_or_its_log() {
    let stage = Stage::new();
    stage.at("2026-11-30 09:00");
    let round = stage.number("SELECT id FROM checkin_rounds");
    let people: Vec<Actor> = (0..40)
        .map(|number| {
            sentinel(
                &stage,
                1_590_000_000 + number * 1_000_003,
                ["VP", "TT", "SYT"][usize::try_from(number % 3).unwrap()],
            )
        })
        .collect();
    let mut words = Vec::new();
    for (place, person) in people.iter().enumerate() {
        reflects(person, [place % 3, (place / 3) % 3, (place / 9) % 3]);
        words.extend(chosen(person));
        if place % 5 == 0 {
            person.taps("Rút lại tất cả");
        }
        if place % 7 == 0 {
            person.finishes_the_quiz(2);
        }
    }
    words.sort();
    words.dedup();
    assert!(words.len() >= 6, "{words:?}");
    let open = loot(&stage);
    let found = people
        .iter()
        .filter(|person| count(&open, &row(round, person.row())) > 0)
        .count();
    assert!(
        found >= 30,
        "while the round is open they are there: {found}"
    );

    stage.settles();
    stage.at("2026-12-13 21:00");
    let closed = loot(&stage);
    for person in &people {
        assert_eq!(
            count(&closed, &row(round, person.row())),
            0,
            "an answer of {} survives",
            person.row()
        );
        assert!(
            count(&closed, &person.row().to_be_bytes()[4..]) > 0,
            "the search itself works"
        );
    }
    for words in &words {
        assert_eq!(count(&closed, words.as_bytes()), 0, "'{words}' survives");
    }
}

#[test]
fn what_is_withdrawn_is_gone_at_once() {
    let stage = Stage::new();
    stage.at("2026-11-30 09:00");
    let round = stage.number("SELECT id FROM checkin_rounds");
    // The one who leaves is not the newest: SQLite keeps the last number it has given.
    let (chi, ana, binh) = (
        sentinel(&stage, 1_591_111_111, "VP"),
        sentinel(&stage, 1_592_222_222, "VP"),
        sentinel(&stage, 1_593_333_333, "VP"),
    );
    for person in [&ana, &binh, &chi] {
        reflects(person, [0, 1, 2]);
    }
    let rows: Vec<Vec<u8>> = [&ana, &binh, &chi]
        .iter()
        .map(|person| row(round, person.row()))
        .collect();
    assert!(rows.iter().all(|row| count(&loot(&stage), row) > 0));
    ana.taps("Rút lại tất cả");
    binh.says("/privacy");
    binh.taps("Không dùng phần suy ngẫm");
    chi.says("/xoadulieu");
    let number = chi.row();
    chi.taps("Dừng hẳn");
    let loot = loot(&stage);
    for row in &rows {
        assert_eq!(count(&loot, row), 0);
    }
    assert_eq!(
        count(&loot, &number.to_be_bytes()[4..]),
        0,
        "nothing of who left"
    );
}

#[test]
fn no_journal_opens_and_its_key_leaves_no_trace() {
    let stage = Stage::new();
    stage.at("2026-11-30 09:00");
    let people: Vec<Actor> = (0..12).map(|_| stage.member("Đoàn viên", "VP")).collect();
    let mut secrets = Vec::new();
    for person in &people {
        reflects(person, [0, 1, 2]);
        person.taps("Giữ vào sổ riêng");
        let begin = person.tapping("Đã hiểu, lập sổ riêng");
        stage.updates(&[begin]);
        let owed = stage.rows("SELECT call FROM outbox WHERE call LIKE '%\"jo:%'");
        let key = owed[0].split("jo:").nth(1).expect("a key")[..43].to_owned();
        assert!(
            count(&loot(&stage), key.as_bytes()) > 0,
            "until it is sent, the row is there"
        );
        stage.deliver();
        secrets.push(key);
        person.taps("Mở sổ");
        person.taps("Đóng sổ");
    }
    stage.settles();
    stage.at("2026-12-13 21:00");
    for person in &people {
        person.taps("Mở sổ");
        person.sees("Tháng 11/2026");
    }
    let loot = loot(&stage);
    for key in &secrets {
        use base64::Engine;
        let raw = base64::engine::general_purpose::URL_SAFE_NO_PAD
            .decode(key)
            .expect("a key");
        assert_eq!(
            count(&loot, key.as_bytes()),
            0,
            "a key survives in a row or the log"
        );
        assert_eq!(count(&loot, &raw), 0);
    }
    for words in ["Tháng 11/2026", "2026-11 C-", "2026-11 c-"] {
        assert_eq!(
            count(&loot, words.as_bytes()),
            0,
            "'{words}' of an opened journal survives"
        );
    }
}
