//! There and back: what comes back unchanged changes nothing, and what changed changes alone.

mod fresh;
mod property;
mod refusals;
mod writing;

use std::sync::LazyLock;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::row::{BankColumn, QuestionRow, rows};
use super::*;
use crate::campaign::fixture::{files, house};

static TEXTS: LazyLock<Texts> = LazyLock::new(|| {
    Texts::built_in(&text::Words::default()).unwrap_or_else(|faults| panic!("{faults}"))
});

fn words() -> WorkbookWords<'static> {
    WorkbookWords(&TEXTS)
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2030, 1, 1).unwrap()
}

/// A house in order, whose criterion 3.2 begins with ten questions such as people write.
static HOUSE: LazyLock<Tree> = LazyLock::new(|| {
    let mut files = house();
    let path = "3-liem-chinh/3.2.yaml";
    let (_, page) = files.iter_mut().find(|(name, _)| name == path).unwrap();
    let start = page.find("  - id: Q-3.2-01\n").unwrap();
    let end = page.find("  - id: Q-3.2-11\n").unwrap();
    page.replace_range(start..end, include_str!("tests/questions.yaml"));
    Tree::of(files)
});

fn in_order() -> Tree {
    HOUSE.clone()
}

/// The workbook of a tree, with its rows as `alter` leaves them.
fn book(tree: &Tree, alter: impl FnOnce(&mut Vec<QuestionRow>)) -> Vec<u8> {
    book_of(&content(tree).unwrap(), alter)
}

fn book_of(content: &Content, alter: impl FnOnce(&mut Vec<QuestionRow>)) -> Vec<u8> {
    let was = rows(content);
    let mut rows = was.clone();
    alter(&mut rows);
    workbook::write(&rows, &was, content, words()).unwrap()
}

fn imported(tree: &Tree, bytes: &[u8]) -> Result<Review, Refusal> {
    compare(bytes, tree.clone(), words(), (today(), Language::En))
}

fn row<'a>(rows: &'a mut [QuestionRow], id: &str) -> &'a mut QuestionRow {
    let mut found = rows.iter_mut().filter(|row| row.get(BankColumn::Id) == id);
    found.next().unwrap()
}

/// One cell changed in the built-in content.
fn changed(id: &str, column: BankColumn, value: &str) -> Result<Review, Refusal> {
    let tree = in_order();
    let bytes = book(&tree, |rows| {
        row(rows, id).values.insert(column, value.to_owned());
    });
    imported(&tree, &bytes)
}

/// The lines that go and the lines that come, in the one file that changes.
fn lines(review: &Review) -> (Vec<String>, Vec<String>) {
    let [(old, new)] = review.texts().try_into().unwrap();
    let old: Vec<&str> = old.split('\n').collect();
    let new: Vec<&str> = new.split('\n').collect();
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = old.iter().zip(&new).take_while(same).count();
    let tail = old.iter().rev().zip(new.iter().rev());
    let shorter = old.len().min(new.len());
    let tail = tail.take_while(same).count().min(shorter - head);
    let between = |all: &[&str]| -> Vec<String> {
        let lines = all[head..all.len() - tail].iter();
        lines.map(|line| (*line).to_owned()).collect()
    };
    (between(&old), between(&new))
}

#[test]
fn out_and_in_again_changes_nothing() {
    let tree = in_order();
    let review = imported(&tree, &book(&tree, |_| ())).unwrap();
    assert_eq!((review.questions(), review.files()), (0, 0));
    assert!(review.strange().is_empty());
}

#[test]
fn rows_may_be_sorted() {
    let tree = in_order();
    let review = imported(&tree, &book(&tree, |rows| rows.reverse())).unwrap();
    assert_eq!(review.questions(), 0);
}

#[test]
fn a_quoted_text_is_changed_on_its_line() {
    let review = changed(
        "Q-3.2-07",
        BankColumn::Choice(2),
        "Được nhận hiện vật giá trị thấp",
    )
    .unwrap();
    assert_eq!(
        lines(&review),
        (
            vec!["      - text: \"Được nhận hiện vật giá trị nhỏ\"".to_owned()],
            vec!["      - text: \"Được nhận hiện vật giá trị thấp\"".to_owned()]
        )
    );
    assert_eq!(
        review.differences(false),
        "Q-3.2-07 (messages/3-liem-chinh/3.2.yaml)\n  option C\n    - Được nhận hiện vật giá trị nhỏ\n    + Được nhận hiện vật giá trị thấp\n\n"
    );
}

#[test]
fn a_folded_text_stays_folded() {
    let words = "Khoản 2 Điều 22 nói rõ: không nhận quà dưới mọi hình thức từ tổ chức, cá nhân có liên quan đến công việc do người ấy giải quyết.";
    let review = changed("Q-3.2-07", BankColumn::Why, words).unwrap();
    let (old, new) = lines(&review);
    assert_eq!((old.len(), new.len()), (2, 2));
    for line in &new {
        assert!(
            line.starts_with("      ") && line.chars().count() <= 110,
            "{line}"
        );
    }
    assert_eq!(
        new.iter()
            .map(|line| line.trim())
            .collect::<Vec<_>>()
            .join(" "),
        words
    );
}

#[test]
fn many_columns_change_at_once_and_nothing_else_does() {
    let tree = in_order();
    let bytes = book(&tree, |rows| {
        let mut set = |id, column, value: &str| {
            row(rows, id).values.insert(column, value.to_owned());
        };
        set("Q-3.2-07", BankColumn::Kind, "situation");
        set("Q-3.2-07", BankColumn::Difficulty, "3");
        set("Q-3.2-07", BankColumn::Expect, "40");
        set("Q-3.2-07", BankColumn::CheckedOn, "1/12/2026");
        set("Q-3.2-07", BankColumn::Document, "ND30-2020");
        set("Q-3.2-09", BankColumn::Place, "");
        // The mix of kinds stays as it must be.
        set("Q-3.2-10", BankColumn::Kind, "law");
    });
    let review = imported(&tree, &bytes).unwrap_or_else(|why| panic!("{why}"));
    let [(before, after)] = review.texts().try_into().unwrap();
    assert_eq!(before.lines().count(), after.lines().count());
    let pairs = before.lines().zip(after.lines());
    let pairs: Vec<_> = pairs.filter(|(old, new)| old != new).collect();
    assert_eq!(
        pairs,
        [
            ("    kind: law", "    kind: situation"),
            ("    difficulty: 2", "    difficulty: 3"),
            ("    expect: 55", "    expect: 40"),
            (
                "    checked_on: \"22/11/2026\"",
                "    checked_on: \"01/12/2026\""
            ),
            (
                "    source: { document: L-PCTN-2018, place: \"khoản 2 Điều 22\" }",
                "    source: { document: ND30-2020, place: \"khoản 2 Điều 22\" }"
            ),
            (
                "    source: { document: ND30-2020, place: \"Điều 26\" }",
                "    source: { document: ND30-2020 }"
            ),
            ("    kind: situation", "    kind: law"),
        ]
    );
}

#[test]
fn what_was_not_there_gets_a_line_and_what_goes_takes_its_line() {
    let added = changed("Q-3.2-02", BankColumn::Feedback(0), "Đúng nguyên văn.").unwrap();
    let line = "        why: \"Đúng nguyên văn.\"".to_owned();
    assert_eq!(lines(&added), (vec![], vec![line]));

    let deed = "Đọc lại tiêu chí 3.2 một lần.";
    let added = changed("Q-3.2-02", BankColumn::DoNow, deed).unwrap();
    let line = format!("    do_now: \"{deed}\"");
    assert_eq!(lines(&added), (vec![], vec![line]));

    let gone = changed("Q-3.2-02", BankColumn::Expect, "").unwrap_err();
    assert!(
        gone.to_string()
            .contains("Q-3.2-02, cell A143: nothing is expected"),
        "{gone}"
    );

    let placed = changed("Q-3.2-08", BankColumn::Place, "Điều 25").unwrap();
    assert_eq!(
        lines(&placed).1,
        ["    source: { document: ND30-2020, place: \"Điều 25\" }"]
    );
}

#[test]
fn another_option_becomes_the_right_one() {
    let tree = in_order();
    let bytes = book(&tree, |rows| {
        let row = row(rows, "Q-3.2-02");
        assert_eq!(row.get(BankColumn::Right), "A");
        row.values.insert(BankColumn::Right, "b".into());
        let told = "Cụm này đứng ở tiêu chí khác.".to_owned();
        row.values.insert(BankColumn::Feedback(0), told);
    });
    let review = imported(&tree, &bytes).unwrap_or_else(|why| panic!("{why}"));
    let (old, new) = lines(&review);
    let right = "        right: true".to_owned();
    let text = "      - text: \"“quan liêu, cửa quyền”\"".to_owned();
    let told = "        why: \"Cụm này đứng ở tiêu chí khác.\"".to_owned();
    assert_eq!(old, [right.clone(), text.clone()]);
    assert_eq!(new, [told, text, right]);
    assert!(review.differences(true).contains("\x1b[32m    + B\x1b[0m"));
}

#[test]
fn a_successor_is_named_below_the_entry() {
    let mut files = files();
    // Twenty-one, of which the first is succeeded by the last: the count in use stays twenty.
    let (_, page) = files
        .iter_mut()
        .find(|(path, _)| path == "1/1.1.yaml")
        .unwrap();
    let first = page.split("  - id: Q-1.1-01").nth(1).unwrap();
    let first = first.split("  - id: Q-1.1-02").next().unwrap();
    let last = format!(
        "  - id: Q-1.1-21{}",
        first.replacen("23/11/2026", "23/11/2027", 1)
    );
    page.push_str(&last);
    let tree = Tree::of(files);
    let bytes = book(&tree, |rows| {
        let successor = "Q-1.1-21".to_owned();
        row(rows, "Q-1.1-01")
            .values
            .insert(BankColumn::SupersededBy, successor);
    });
    // The fixture is not the guideline, and its calendar is short: that is all there is to say.
    let refusal = imported(&tree, &bytes).unwrap_err();
    let known = ["differs from the guideline", "no holiday is listed"];
    let other = |told: &&String| !known.iter().any(|one| told.contains(one));
    assert_eq!(refusal.0.iter().find(other), None);

    let before = content(&tree).unwrap();
    let changes = &plan(&before, &bytes).changed[0].changes;
    let file = &before.criteria[0];
    let edits = edit::edits(&file.sheet.text, &file.raw.questions.value[0], changes).unwrap();
    let after = edit::apply(&file.sheet.text, edits).unwrap();
    let source = "    source: { document: HD09, place: \"II.1\" }\n";
    let named = format!("{source}    superseded_by: Q-1.1-21\n  - id: Q-1.1-02");
    assert!(after.contains(&named));
    assert_eq!(
        after.replacen("    superseded_by: Q-1.1-21\n", "", 1),
        file.sheet.text
    );
}

#[test]
fn what_people_type_is_tidied() {
    let typed = "Không được nha\u{323}\u{302}n,\u{a0}dưới \"bất cứ\"  hình thức nào ";
    let review = changed("Q-3.2-07", BankColumn::Choice(0), typed).unwrap();
    assert_eq!(
        lines(&review).1,
        ["      - text: \"Không được nhận, dưới “bất cứ” hình thức nào\""]
    );
    let same = "Không được nhận, dưới bất cứ hình\u{a0}thức nào\n";
    let review = changed("Q-3.2-07", BankColumn::Choice(0), same).unwrap();
    assert_eq!(review.questions(), 0);
}

#[test]
fn columns_may_move_and_others_may_be_added() {
    let tree = in_order();
    let content = content(&tree).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write(0, 0, "Ghi chú của tôi").unwrap();
    for (place, column) in (1..).zip(BankColumn::ALL.into_iter().rev()) {
        sheet.write(0, place, words().header(column)).unwrap();
        for (number, row) in (1..).zip(rows(&content)) {
            let value = row.get(column);
            match column {
                // As Excel itself would have stored it.
                BankColumn::CheckedOn => {
                    let date = crate::campaign::dates::parse(value).unwrap();
                    let date = ExcelDateTime::parse_from_str(&date.to_string()).unwrap();
                    sheet.write_with_format(number, place, &date, &day).unwrap();
                }
                BankColumn::Difficulty => {
                    sheet
                        .write(number, place, value.parse::<u8>().unwrap())
                        .unwrap();
                }
                _ => {
                    sheet.write(number, place, value).unwrap();
                }
            }
        }
    }
    let review =
        imported(&tree, &book.save_to_buffer().unwrap()).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(review.questions(), 0);
    assert_eq!(review.strange(), ["Ghi chú của tôi"]);
}

/// The plan alone: the fixture is not the guideline, so its check never passes.
fn plan(content: &Content, bytes: &[u8]) -> plan::Plan {
    let sheet = cells::read(bytes, words(), Language::En).unwrap();
    plan::Plan::new(&sheet, content, words()).unwrap()
}

#[test]
fn two_reviewers_do_not_undo_each_other() {
    let tree = in_order();
    let mut files: Vec<(String, String)> = Vec::new();
    for path in tree.paths() {
        let text = tree.get(path).unwrap();
        // Since the export somebody has changed two texts of the file.
        let text = text.replacen("hiện vật giá trị nhỏ", "hiện vật giá trị thấp", 1);
        let text = text.replacen("\"24 giờ\"", "\"48 giờ\"", 1);
        files.push((path.into(), text));
    }
    let now = Tree::of(files);
    let untouched = imported(&now, &book(&tree, |_| ())).unwrap();
    assert_eq!(untouched.questions(), 0);

    let change = |id: &str, column: BankColumn, value: &str| {
        let bytes = book(&tree, |rows| {
            row(rows, id).values.insert(column, value.to_owned());
        });
        let sheet = cells::read(&bytes, words(), Language::En).unwrap();
        plan::Plan::new(&sheet, &content(&now).unwrap(), words())
    };
    let other = change(
        "Q-3.2-07",
        BankColumn::Choice(1),
        "Được nhận khi việc đã xong",
    )
    .unwrap();
    assert_eq!(other.changed.len(), 1);
    let same = change(
        "Q-3.2-07",
        BankColumn::Choice(2),
        "Được nhận hiện vật giá trị thấp",
    )
    .unwrap();
    assert_eq!(same.changed, []);
    let both = change("Q-3.2-09", BankColumn::Choice(1), "36 giờ").unwrap_err();
    assert_eq!(
        both.to_string(),
        "Q-3.2-09, cell J150: this was changed here and, since the export, in the file too, where it says “48 giờ”; decide which it shall be: write the file's words here, or make the change in the file by hand"
    );
}
