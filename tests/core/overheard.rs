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

/// Each unit's officer asks whom a reminder, and a broadcast to those who have not answered, would go to.
pub fn previews_tell_no_number(stage: &Rc<Stage>, officers: &[Actor]) {
    let digits = |text: &str| text.chars().any(|letter| letter.is_ascii_digit());
    for officer in officers {
        officer.says("/remind");
        officer.sees("Bot nhắc những người chưa trả lời xong");
        let screen = officer.screen();
        let (_, whom) = screen.split_once("Bot nhắc").expect("whom it is for");
        let (whom, _) = whom.split_once("Bot gửi vào giờ").expect("when");
        assert!(!digits(whom), "{whom}");
        officer.says("/broadcast");
        officer.says("Còn kịp trả lời");
        officer.taps("Tùy chọn");
        officer.taps("Chỉ người chưa trả lời");
        officer.taps("Trở lại");
        let card = officer.screen();
        let (_, whom) = card.split_once("Sẽ nhận: ").expect("whom it is for");
        let (whom, _) = whom.split_once(", 0 nhóm").expect("those and no group");
        assert_eq!(whom, "những người chưa trả lời câu hỏi tuần này");
        officer.taps("Bỏ bản nháp");
    }
    assert_eq!(
        stage.number("SELECT count(*) FROM quiz_reminders"),
        0,
        "only asked"
    );
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

#[test]
fn reminding_those_who_have_not_answered_tells_nothing_of_who_has() {
    let seen = |answered: usize| {
        let stage = Stage::new();
        stage.at("2026-11-23 07:00");
        let members = stage.members(11, "VP");
        stage.at("2026-11-25 11:40");
        for member in &members[..answered] {
            member.finishes_the_quiz(3);
        }
        let officer = stage.officer();
        stage.at("2026-11-26 10:00");
        officer.clears();
        officer.says("/remind VP");
        officer.taps("Nhắc một lần");
        stage.at("2026-11-26 11:40");
        officer.says("/remind VP");
        stage.at("2026-11-27 11:40");
        officer.says("/broadcast VP");
        officer.says("Còn kịp trả lời");
        officer.taps("Tùy chọn");
        officer.taps("Chỉ người chưa trả lời");
        officer.taps("Trở lại");
        let draft = officer.screen();
        officer.taps("Xác nhận gửi");
        stage.deliver();
        officer.says("/dsthongbao");
        stage.at("2026-11-27 17:20");
        let mut seen: Vec<String> = officer.messages().into_iter().map(|one| one.text).collect();
        seen.push(draft);
        seen
    };
    let nobody = seen(0);
    assert!(
        nobody.iter().any(|text| text.contains("Đã xong")),
        "{nobody:?}"
    );
    for answered in [1, 7, 10, 11] {
        assert_eq!(seen(answered), nobody, "{answered} have answered");
    }
}
