//! What is refused, with its cell and what to do.

use super::*;

#[test]
fn faults_are_refused_with_their_cell() {
    for (column, value, told) in [
        (
            Column::Choice(0),
            "",
            "Q-3.2-07, cell F148: the option A is empty; write it",
        ),
        (
            Column::Kind,
            "luật",
            "cell C148: “luật” is no kind; write one of Nhớ lại tiêu chí, Quy định, Tình huống",
        ),
        (
            Column::Right,
            "E",
            "cell N148: “E” is no letter of an option; write one of A, B, C, D",
        ),
        (
            Column::Difficulty,
            "4",
            "cell D148: “4” is no difficulty; write one of 1, 2, 3",
        ),
        (
            Column::Criterion,
            "3.3",
            "cell B148: the criterion of a question does not change, and “3.3” stands here; write 3.2 again",
        ),
        (
            Column::CheckedOn,
            "31/02/2026",
            "cell S148: “31/02/2026” is no date; write a day that exists",
        ),
        // What only the result shows.
        (
            Column::Document,
            "HD9",
            "Q-3.2-07, cell P148: HD9 is no document of documents.yaml",
        ),
        (
            Column::Choice(0),
            "Chào bạn nhé, không được nhận",
            "Q-3.2-07, cell F148: “bạn” is not used here",
        ),
        (
            Column::Question,
            "Đồng chí có được nhận quà không?",
            "Q-3.2-07, cell E148: “Đồng chí” is written out",
        ),
        (
            Column::Why,
            "Vì 10000 đồng.",
            "Q-3.2-07, cell O148: “10000” is hard to read",
        ),
        (
            Column::Choice(1),
            "Không được nhận, dưới bất cứ hình thức nào",
            "Q-3.2-07, cell H148: this option stands here twice",
        ),
        (
            Column::SupersededBy,
            "Q-3.2-99",
            "Q-3.2-07, cell T148: Q-3.2-99 is no entry of this list",
        ),
        (
            Column::CheckedOn,
            "01/01/2031",
            "Q-3.2-07, cell S148: checked_on 01/01/2031 has not come yet",
        ),
        (
            Column::Kind,
            "recall",
            "6 questions in use are of the kind recall; make it 5",
        ),
    ] {
        let refusal = changed("Q-3.2-07", column, value).unwrap_err().to_string();
        assert!(refusal.contains(told), "{value}: {refusal}");
    }
}

#[test]
fn a_row_that_is_gone_new_or_there_twice_is_told() {
    let tree = built_in();
    let refused = |alter: &dyn Fn(&mut Vec<Row>)| {
        let bytes = book(&tree, |rows| alter(rows));
        imported(&tree, &bytes).unwrap_err().to_string()
    };
    let gone = refused(&|rows| drop(rows.remove(146)));
    assert_eq!(
        gone,
        "Q-3.2-07: its row is missing; bring it back: a question is never deleted, but may name its successor in “Thay bằng câu”"
    );
    let unknown = refused(&|rows| {
        let mut new = rows[146].clone();
        new.values.insert(Column::Id, "Q-3.2-21".into());
        rows.push(new);
    });
    assert!(
        unknown.starts_with("Q-3.2-21, cell A242: no question has this id; "),
        "{unknown}"
    );
    let nameless = refused(&|rows| {
        rows[0].values.insert(Column::Id, String::new());
    });
    assert!(
        nameless.starts_with("cell A2: this row has no id; "),
        "{nameless}"
    );
    let twice = refused(&|rows| rows.push(rows[146].clone()));
    assert!(
        twice.starts_with("Q-3.2-07, cell A242: this question has a row already, 148; "),
        "{twice}"
    );
}

#[test]
fn all_faults_are_told_at_once_and_nothing_is_a_half() {
    let tree = built_in();
    let bytes = book(&tree, |rows| {
        for id in ["Q-1.1-01", "Q-4.3-20"] {
            row(rows, id).values.insert(Column::Right, "X".into());
        }
    });
    assert_eq!(imported(&tree, &bytes).unwrap_err().0.len(), 2);
}

#[test]
fn what_is_no_workbook_of_ours_is_refused() {
    let tree = built_in();
    let told = |bytes: &[u8]| imported(&tree, bytes).unwrap_err().to_string();
    assert!(told(b"id;criterion").starts_with("this is no Excel workbook ("));
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Một").unwrap();
    assert!(
        told(&book.save_to_buffer().unwrap())
            .contains("no sheet of the workbook has a column “Mã câu hỏi”")
    );
    let mut book = Workbook::new();
    book.add_worksheet()
        .write(0, 3, " Mã câu\u{a0}hỏi")
        .unwrap();
    let told = told(&book.save_to_buffer().unwrap());
    assert!(
        told.contains("row 1: no column is called “Phương án D”; "),
        "{told}"
    );
}

#[test]
fn a_number_a_formula_that_fails_and_a_date_are_no_text() {
    let tree = built_in();
    let content = content(&tree).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (place, column) in (0..).zip(Column::ALL) {
        sheet.write(0, place, words().header(column)).unwrap();
        for (number, row) in (1..).zip(rows(&content)) {
            sheet.write(number, place, row.get(column)).unwrap();
        }
    }
    let date = ExcelDateTime::from_ymd(2026, 11, 23).unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write(1, 5, 0.875).unwrap();
    sheet.write(1, 7, true).unwrap();
    sheet.write_with_format(1, 9, &date, &day).unwrap();
    let refusal = imported(&tree, &book.save_to_buffer().unwrap()).unwrap_err();
    assert_eq!(
        refusal.0,
        [
            "Q-1.1-01, cell F2: Excel has made a number of it; format the cell as text and type it again",
            "Q-1.1-01, cell H2: Excel has made a truth value of it; format the cell as text and type it again",
            "Q-1.1-01, cell J2: Excel has made a date or a time of it; format the cell as text and type it again",
        ]
    );
}
