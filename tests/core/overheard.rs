//! What officers hear besides the words of reports: pictures, files, and numbers before something is sent.
//!
//! **Pictures and files** must tell nothing that the words do not tell: each number in them stands in the unit's words
//! of that time, or of one of its weeks. What can be derived from words is the attacker's business.
//!
//! **Numbers of those who have not answered** change while the week runs and are told in steps. Whoever has those of every
//! unit at one moment must not know of any group of one to four people how many they are.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::rc::Rc;

use calamine::{Data, Reader, Xlsx};
use testkit::stage::{Actor, Stage};

use crate::checkin::reflects;

const PERIODS: [&str; 5] = ["tuần", "tháng", "quý", "6 tháng", "năm"];

/// What stands on pictures and files whatever they are about: the scale, the year.
const ALWAYS: [&str; 4] = ["0%", "50%", "100%", "2026"];

/// Rows of a document's form that officers fill in are numbered up to this.
const FORM_ROWS: usize = 10;

/// Numbers as they are written: `12`, `12/40`, `30%`, `07/12/2026`.
fn numbers(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for part in text.split(|letter: char| !letter.is_ascii_digit() && !"/%.".contains(letter)) {
        let part = part.trim_matches(['/', '.']);
        let date = part.matches('/').count() == 2;
        if !date && part.contains(|letter: char| letter.is_ascii_digit()) {
            found.insert(part.to_owned());
        }
    }
    found
}

/// The same, with the parts of each.
fn with_parts(text: &str) -> BTreeSet<String> {
    let whole = numbers(text);
    let parts = whole.iter().flat_map(|number| number.split('/'));
    let parts = parts.flat_map(|part| [part.to_owned(), part.trim_end_matches('%').to_owned()]);
    parts.chain(whole.iter().cloned()).collect()
}

/// What an officer reads of a unit and a time, and what they could read of its weeks.
fn words(officer: &Actor, unit: usize, period: &str) -> String {
    let (mut all, mut shares) = (Vec::new(), Vec::new());
    officer.says(&format!("/report U{unit} tuần"));
    for _ in 0..4 {
        let screen = officer.screen();
        shares.extend(screen.lines().find_map(answering));
        all.push(screen);
        officer.taps("Trước");
    }
    // The sheet tells the mean of the weeks, too; of a longer time, without the week that is running.
    for shares in [&shares[..], shares.get(1..).unwrap_or_default()] {
        let weeks = f64::from(u32::try_from(shares.len()).expect("few").max(1));
        all.push(percent(shares.iter().sum::<f64>() / weeks));
    }
    officer.says(&format!("/report U{unit} {period}"));
    all.push(officer.screen());
    all.join("\n")
}

fn answering(line: &str) -> Option<f64> {
    let rest = line.strip_prefix("Đã trả lời câu hỏi: ")?;
    let (count, rest) = rest.split_once('/')?;
    let of = rest.split(' ').next()?;
    Some(count.parse::<f64>().ok()? / of.parse::<f64>().ok()?)
}

/// As a spreadsheet shows it: halves are rounded up.
fn percent(share: f64) -> String {
    format!("{}%", (share * 100.0 + 0.5 + 1e-9).floor())
}

/// The file that a button of the officer's newest message brings: `p` a picture, `s` a sheet, `d` a document.
fn made(stage: &Stage, officer: &Actor, form: char) -> Option<Vec<u8>> {
    let message = officer.messages().pop()?;
    let mut keys = message.keyboard.iter().flatten();
    let key = keys.find(|key| key.data.starts_with("rf:") && key.data.ends_with(form))?;
    let before = stage.post.borrow().made.len();
    officer.forges(&key.data);
    let made = &stage.post.borrow().made;
    assert_eq!(made.len(), before + 1, "{} brings a file", key.label);
    made.last().cloned()
}

/// All texts between the tags.
fn drawn(svg: &[u8]) -> String {
    let svg = String::from_utf8_lossy(svg);
    let texts = svg.split('>').filter_map(|part| part.split('<').next());
    texts.collect::<Vec<_>>().join("\n")
}

/// All cells; a share as the whole per cents it shows.
fn tabled(xlsx: Vec<u8>) -> String {
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(xlsx)).expect("a workbook");
    let mut cells = Vec::new();
    for (_, range) in book.worksheets() {
        for (_, _, cell) in range.used_cells() {
            cells.push(match cell {
                // A date is none of the numbers.
                Data::DateTime(day) => {
                    let (year, month, day, ..) = day.to_ymd_hms_milli();
                    format!("{day:02}/{month:02}/{year}")
                }
                Data::Float(share) if share.fract() != 0.0 => percent(*share),
                cell => cell.to_string(),
            });
        }
    }
    // How exact a share is.
    cells.retain(|cell| !cell.starts_with("làm tròn đến"));
    cells.join("\n")
}

/// All texts of a document, without what is on its form.
fn written(docx: &[u8]) -> String {
    fn texts(json: &serde_json::Value, found: &mut Vec<String>) {
        match json {
            serde_json::Value::Object(map) => {
                if let Some(serde_json::Value::String(text)) = map.get("text") {
                    found.push(text.clone());
                }
                map.values().for_each(|value| texts(value, found));
            }
            serde_json::Value::Array(list) => list.iter().for_each(|value| texts(value, found)),
            _ => {}
        }
    }
    let document = docx_rs::read_docx(docx).expect("a document").json();
    let json = serde_json::from_str(&document).expect("JSON");
    let mut found = Vec::new();
    texts(&json, &mut found);
    for row in 1..=FORM_ROWS {
        let row = row.to_string();
        let place = found.iter().position(|text| *text == row);
        found.remove(place.expect("a row of the form"));
    }
    found.join("\n")
}

/// All that an officer is told of a unit and a time: the words, and the texts of the files below them.
pub fn told(stage: &Stage, officer: &Actor, asked: &str) -> Vec<String> {
    officer.says(&format!("/report {asked}"));
    let mut told = vec![officer.screen()];
    for form in ['p', 's', 'd'] {
        told.extend(made(stage, officer, form).map(|bytes| match form {
            'p' => drawn(&bytes),
            's' => tabled(bytes),
            _ => written(&bytes),
        }));
    }
    told
}

/// A picture, a sheet and a document of a unit and a time tell no number that words do not tell.
pub fn files_tell_no_more(stage: &Rc<Stage>, unit: usize, period: usize) {
    let officer = stage.officer();
    let period = PERIODS[period % PERIODS.len()];
    let words = words(&officer, unit, period);
    let mut told = with_parts(&words);
    told.extend(ALWAYS.map(str::to_owned));
    for form in ['p', 's', 'd'] {
        let Some(bytes) = made(stage, &officer, form) else {
            return;
        };
        let text = match form {
            'p' => drawn(&bytes),
            's' => tabled(bytes),
            _ => written(&bytes),
        };
        let more: Vec<String> = numbers(&text).difference(&told).cloned().collect();
        assert!(
            more.is_empty(),
            "U{unit}, {period}, {form}: {more:?} in\n{text}\n\nbut not in\n{words}"
        );
    }
}

/// Between how many and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Between(i64, i64);

/// More than any unit has.
const MANY: i64 = 1_000;

impl Between {
    /// What a sentence says of a number.
    fn told(text: &str) -> Self {
        let number = |words: &str| -> Option<i64> {
            let (_, rest) = text.split_once(words)?;
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        };
        match (number("ít hơn "), number("khoảng ")) {
            (Some(threshold), _) => Self(0, threshold - 1),
            (None, Some(about)) => {
                assert_eq!(about % 5, 0, "told in steps: {text}");
                Self(about, about + 4)
            }
            (None, None) => Self(0, MANY),
        }
    }

    fn pins_a_few(self) -> bool {
        self.0 == self.1 && (1..5).contains(&self.0)
    }
}

/// What all numbers together tell of each unit, of its own people, and of a parent without one of its children.
fn nobody_is_pinned(what: &str, parents: &[usize], told: &[Between]) {
    let children = |unit: usize| (1..parents.len()).filter(move |child| parents[*child] == unit);
    let mut known = told.to_vec();
    // A parent stands before its children.
    for unit in (0..parents.len()).rev() {
        let least = children(unit).map(|child| known[child].0).sum();
        known[unit].0 = known[unit].0.max(least);
    }
    for unit in 0..parents.len() {
        let least: i64 = children(unit).map(|child| known[child].0).sum();
        for child in children(unit) {
            let others = least - known[child].0;
            known[child].1 = known[child].1.min(known[unit].1 - others);
        }
        let most: i64 = children(unit).map(|child| known[child].1).sum();
        let own = Between((known[unit].0 - most).max(0), known[unit].1 - least);
        assert!(
            !own.pins_a_few(),
            "{what}: U{unit} itself, {own:?}, {told:?}"
        );
        for child in children(unit) {
            let (whole, part) = (known[unit], known[child]);
            let rest = Between((whole.0 - part.1).max(least - part.0), whole.1 - part.0);
            assert!(
                !rest.pins_a_few(),
                "{what}: U{unit} without U{child}, {rest:?}, {told:?}"
            );
        }
    }
    for (unit, between) in known.iter().enumerate() {
        assert!(
            !between.pins_a_few(),
            "{what}: U{unit}, {between:?}, {told:?}"
        );
    }
}

/// Each unit's officer asks whom a reminder, and a broadcast to those who have not answered, would go to.
pub fn previews_pin_nobody(stage: &Rc<Stage>, officers: &[Actor], parents: &[usize]) {
    let (mut reminders, mut broadcasts) = (Vec::new(), Vec::new());
    for officer in officers {
        officer.says("/remind");
        officer.sees("Sẽ nhắc:");
        reminders.push(Between::told(&officer.screen()));
        officer.says("/broadcast");
        officer.says("Còn kịp trả lời");
        officer.taps("Chỉ người chưa trả lời");
        let card = officer.screen();
        let (whom, _) = card.split_once("Ai đã chặn").expect("whom it is for");
        assert!(
            whom.contains("khoảng ") || whom.contains("Chưa đủ"),
            "{card}"
        );
        broadcasts.push(Between::told(whom));
        officer.taps("Bỏ bản nháp");
    }
    assert_eq!(
        stage.number("SELECT count(*) FROM quiz_reminders"),
        0,
        "only asked"
    );
    nobody_is_pinned("/remind", parents, &reminders);
    nobody_is_pinned("/broadcast", parents, &broadcasts);
}

/// An officer for each unit.
pub fn officers(stage: &Rc<Stage>, units: usize) -> Vec<Actor> {
    (0..units)
        .map(|unit| {
            let officer = stage.stranger("Cán bộ");
            stage.sabotage(&format!(
                "INSERT INTO officers (user_id, unit_id, title, since) VALUES ({}, {}, 'chair', '2026-11-20')",
                officer.user,
                stage.unit(&format!("U{unit}"))
            ));
            officer
        })
        .collect()
}

/// All that an officer sees of a broadcast to everybody: before, while and after it is sent, and its table.
fn seen_of_a_broadcast(officer: &Actor) -> Vec<String> {
    officer.says("/broadcast");
    officer.says("Mời họp");
    let mut seen = vec![officer.screen()];
    officer.taps("Xác nhận gửi");
    seen.extend(officer.messages().into_iter().map(|message| message.text));
    officer.taps("Bảng số liệu");
    let made = officer.stage.post.borrow().made.last().cloned();
    seen.push(tabled(made.expect("a table")));
    seen
}

#[test]
fn a_broadcast_tells_who_gets_it_and_nothing_of_what_they_did() {
    let seen = |busy: bool| {
        let stage = Stage::new();
        stage.at("2026-11-30 07:00");
        let mut members = stage.members(11, "VP");
        members.extend(stage.members(3, "SYT"));
        stage.at("2026-12-02 11:40");
        if busy {
            for (place, member) in members.iter().enumerate() {
                member.finishes_the_quiz(place % 6);
                reflects(member, [place % 3, 0, 1]);
            }
        }
        let answers = stage.number("SELECT count(*) FROM quiz_questions WHERE letter IS NOT NULL");
        assert_eq!(answers, if busy { 70 } else { 0 });
        seen_of_a_broadcast(&stage.officer())
    };
    let quiet = seen(false);
    assert!(quiet[0].contains("14 người"), "{}", quiet[0]);
    assert_eq!(seen(true), quiet);
}
