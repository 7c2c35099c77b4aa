//! A reviewer writes a new question below the others: it gets an id and its place in the file.

use super::*;

const PAGE: &str = "3-liem-chinh/3.2.yaml";

/// A row as somebody types it who has never seen YAML.
fn typed() -> QuestionRow {
    let values = [
        (BankColumn::Criterion, "3.2"),
        (BankColumn::Kind, "Tình huống"),
        (BankColumn::Difficulty, "2"),
        (BankColumn::Expect, "45 %"),
        (
            BankColumn::Question,
            "Khách để lại một phong bì trên bàn chị Hợi rồi đi; trong phòng không có ai khác. Chị làm gì?",
        ),
        (
            BankColumn::Choice(0),
            "Cất phong bì vào ngăn bàn, chờ khách quay lại nhận",
        ),
        (
            BankColumn::Feedback(0),
            "Chờ là giữ: thời hạn báo cáo vẫn tính từ hôm nay.",
        ),
        (
            BankColumn::Choice(1),
            "Báo cáo bằng văn bản và nộp phong bì cho thủ trưởng",
        ),
        (
            BankColumn::Choice(2),
            "Gửi phong bì vào quỹ thăm hỏi của công đoàn cơ sở",
        ),
        (
            BankColumn::Feedback(2),
            "Quỹ không phải nơi nhận quà phải nộp lại.",
        ),
        (
            BankColumn::Choice(3),
            "Nhờ bảo vệ mở camera tìm người, trả tận tay khách",
        ),
        (
            BankColumn::Feedback(3),
            "Trả được thì tốt, nhưng vẫn phải báo cáo.",
        ),
        (BankColumn::Right, "b"),
        (
            BankColumn::Why,
            "Không từ chối được thì báo cáo bằng văn bản và nộp lại trong 05 ngày làm việc kể từ ngày nhận được quà.",
        ),
        (
            BankColumn::DoNow,
            "Hỏi văn thư mẫu báo cáo nộp lại quà của cơ quan.",
        ),
        (BankColumn::Document, "ND30-2020"),
        (BankColumn::Place, "khoản 2 Điều 26"),
        (BankColumn::EffectiveFrom, "1/3/2027"),
        (BankColumn::CheckedOn, "28/11/2026"),
    ];
    QuestionRow {
        values: values
            .map(|(column, value)| (column, value.to_owned()))
            .into(),
    }
}

/// What becomes of it: the old one names it, and it stands below.
const ENTRY: &str = r#"    superseded_by: Q-3.2-21
  - id: Q-3.2-21
    kind: situation
    difficulty: 2
    expect: 45
    question: >-
      Khách để lại một phong bì trên bàn chị Hợi rồi đi; trong phòng không có ai khác. Chị làm gì?
    options:
      - text: "Cất phong bì vào ngăn bàn, chờ khách quay lại nhận"
        why: "Chờ là giữ: thời hạn báo cáo vẫn tính từ hôm nay."
      - text: "Báo cáo bằng văn bản và nộp phong bì cho thủ trưởng"
        right: true
      - text: "Gửi phong bì vào quỹ thăm hỏi của công đoàn cơ sở"
        why: "Quỹ không phải nơi nhận quà phải nộp lại."
      - text: "Nhờ bảo vệ mở camera tìm người, trả tận tay khách"
        why: "Trả được thì tốt, nhưng vẫn phải báo cáo."
    why: >-
      Không từ chối được thì báo cáo bằng văn bản và nộp lại trong 05 ngày làm việc kể từ ngày nhận được
      quà.
    do_now: "Hỏi văn thư mẫu báo cáo nộp lại quà của cơ quan."
    effective_from: "01/03/2027"
    checked_on: "28/11/2026"
    source: { document: ND30-2020, place: "khoản 2 Điều 26" }"#;

/// The typed question takes the place of the file's last one.
fn with_new(alter: impl Fn(&mut QuestionRow)) -> Vec<u8> {
    book(&in_order(), |rows| {
        let mut new = typed();
        alter(&mut new);
        rows.push(new);
        let old = row(rows, "Q-3.2-20");
        old.values
            .insert(BankColumn::SupersededBy, "Q-3.2-21".into());
    })
}

#[test]
fn a_new_question_stands_below_the_last_one_as_this_house_writes_it() {
    let review = imported(&in_order(), &with_new(|_| ())).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!((review.questions(), review.files()), (2, 1));
    let (old, new) = lines(&review);
    assert_eq!(old, Vec::<String>::new());
    assert_eq!(new.join("\n"), ENTRY);
    assert!(
        review
            .differences(false)
            .contains("Q-3.2-21 (messages/3-liem-chinh/3.2.yaml), new\n  kind\n    + situation\n")
    );
}

#[test]
fn what_was_written_is_exported_and_imported_again_without_a_change() {
    let mut tree = in_order();
    let bytes = with_new(|_| ());
    let review = imported(&tree, &bytes).unwrap_or_else(|why| panic!("{why}"));
    let [(_, new)] = review.texts().try_into().unwrap();
    tree.replace(PAGE, new.to_owned());
    assert_eq!(
        imported(&tree, &book(&tree, |_| ())).unwrap().questions(),
        0
    );
    // The very same workbook again: the row without an id is known by its words.
    let twice = imported(&tree, &bytes).unwrap_err().to_string();
    assert_eq!(
        twice,
        "cell A242: Q-3.2-21 asks this already; write its id into this row, or delete the row"
    );
}

#[test]
fn several_new_ones_are_numbered_in_the_order_of_their_rows() {
    let bytes = book(&in_order(), |rows| {
        for (id, question) in [("", "Câu thứ nhất?"), ("Q-3.2-22", "Câu thứ hai?")] {
            let mut new = typed();
            new.values.insert(BankColumn::Question, question.into());
            new.values.insert(BankColumn::Id, id.into());
            rows.push(new);
        }
    });
    // Two too many in use: that is told of the file, and of nothing else.
    let told = imported(&in_order(), &bytes).unwrap_err().to_string();
    assert!(
        told.contains("22 questions are in use; make it 20"),
        "{told}"
    );
    assert!(!told.contains("Q-3.2-2"), "{told}");
}

#[test]
fn what_is_wrong_with_a_new_question_is_told_with_its_cell() {
    let told = |column: BankColumn, value: &str| {
        let bytes = with_new(|row| drop(row.values.insert(column, value.to_owned())));
        imported(&in_order(), &bytes).unwrap_err().to_string()
    };
    for (column, value, expected) in [
        (
            BankColumn::Criterion,
            "5.1",
            "cell B242: “5.1” is no criterion; a row without an id is a new question: choose 1.1 to 4.3",
        ),
        (
            BankColumn::Question,
            "",
            "Q-3.2-21, cell G242: the question of this new question is empty; ",
        ),
        (
            BankColumn::Expect,
            "99",
            "Q-3.2-21, cell E242: “99” is no expected share; write one of 5 to 95, in per cent",
        ),
        (
            BankColumn::Right,
            "E",
            "Q-3.2-21, cell P242: “E” is no right option; ",
        ),
        (
            BankColumn::EffectiveFrom,
            "30/02/2027",
            "Q-3.2-21, cell U242: “30/02/2027” is no date; ",
        ),
        (
            BankColumn::Document,
            "QD874-2021",
            "Q-3.2-21, cell S242: Q-3.2-21 rests on QD874-2021, which has not been in force since 05/03/2026; ",
        ),
        (
            BankColumn::Twin,
            "Q-3.2-19",
            "Q-3.2-21, cell F242: Q-3.2-19 and Q-3.2-21 are twins and do not have the same four options; ",
        ),
        (
            BankColumn::Feedback(2),
            "",
            "Q-3.2-21, cell L242: this wrong option",
        ),
        (
            BankColumn::Id,
            "Q-3.2-23",
            "Q-3.2-23, cell A242: no question has this id; ",
        ),
    ] {
        let told = told(column, value);
        assert!(told.contains(expected), "{column:?} {value}: {told}");
    }
}
