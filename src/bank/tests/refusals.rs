//! What is refused, with its cell and what to do.

use super::*;

/// All that is told of these cells, changed at once.
fn told(changes: &[(&str, BankColumn, &str)]) -> String {
    let tree = in_order();
    let bytes = book(&tree, |rows| {
        for (id, column, value) in changes {
            row(rows, id).values.insert(*column, (*value).to_owned());
        }
    });
    imported(&tree, &bytes).unwrap_err().to_string()
}

#[test]
fn what_may_not_stand_in_a_cell_is_told_with_it() {
    let told = told(&[
        ("Q-3.2-07", BankColumn::Choice(0), ""),
        ("Q-3.2-08", BankColumn::Kind, "luật"),
        ("Q-3.2-07", BankColumn::Right, "E"),
        ("Q-3.2-07", BankColumn::Difficulty, "4"),
        ("Q-3.2-07", BankColumn::Criterion, "3.3"),
        ("Q-3.2-07", BankColumn::CheckedOn, "31/02/2026"),
    ]);
    assert_eq!(
        told.lines().collect::<Vec<_>>(),
        [
            "Q-3.2-07, cell B148: the criterion of a question does not change, and “3.3” stands here; write 3.2 again",
            "Q-3.2-07, cell D148: “4” is no difficulty; write one of 1, 2, 3",
            "Q-3.2-07, cell H148: the option A is empty; write it; what stood here before the export is in the YAML file",
            "Q-3.2-07, cell P148: “E” is no right option; write one of A, B, C, D",
            "Q-3.2-07, cell V148: “31/02/2026” is no date; write a day that exists as dd/mm/yyyy, as in 07/11/2017",
            "Q-3.2-08, cell C149: “luật” is no kind; write one of Nhớ lại tiêu chí, Quy định, Tình huống",
        ]
    );
}

#[test]
fn what_only_the_result_shows_is_told_with_its_cell() {
    let told = told(&[
        ("Q-3.2-07", BankColumn::Document, "HD9"),
        (
            "Q-3.2-07",
            BankColumn::Choice(0),
            "Chào bạn nhé, không nhận",
        ),
        (
            "Q-3.2-08",
            BankColumn::Question,
            "Đồng chí có được nhận quà không?",
        ),
        ("Q-3.2-07", BankColumn::Why, "Vì 10000 đồng."),
        ("Q-3.2-09", BankColumn::Choice(1), "03 ngày làm việc"),
        ("Q-3.2-07", BankColumn::SupersededBy, "Q-3.2-99"),
        ("Q-3.2-07", BankColumn::CheckedOn, "01/01/2031"),
        ("Q-1.1-01", BankColumn::Kind, "law"),
    ]);
    for part in [
        "Q-3.2-07, cell S148: HD9 is no document of documents.yaml; ",
        "Q-3.2-07, cell H148: “bạn” is not used here; ",
        "Q-3.2-08, cell G149: “Đồng chí” is written out; ",
        "Q-3.2-07, cell Q148: “10000” is hard to read; ",
        "Q-3.2-09, cell J150: this option stands here twice; ",
        "Q-3.2-07, cell W148: Q-3.2-99 is no entry of this list; ",
        "Q-3.2-07, cell V148: checked_on 01/01/2031 has not come yet; ",
        "4 questions in use are of the kind recall; make it 5",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn a_row_that_is_gone_new_or_there_twice_is_told() {
    let tree = in_order();
    let refused = |alter: &dyn Fn(&mut Vec<QuestionRow>)| {
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
        new.values.insert(BankColumn::Id, "Q-3.2-99".into());
        rows.push(new);
    });
    assert_eq!(
        unknown,
        "Q-3.2-99, cell A242: no question has this id; correct it, or leave it empty for a new question: the next one is Q-3.2-21"
    );
    let nameless = refused(&|rows| {
        rows[0].values.insert(BankColumn::Id, String::new());
    });
    assert!(
        nameless.starts_with("Q-1.1-01: its row is missing; "),
        "{nameless}"
    );
    assert!(
        nameless.contains("cell A2: Q-1.1-01 asks this already; write its id into this row"),
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
    let tree = in_order();
    let bytes = book(&tree, |rows| {
        for id in ["Q-1.1-01", "Q-4.3-20"] {
            row(rows, id).values.insert(BankColumn::Right, "X".into());
        }
    });
    assert_eq!(imported(&tree, &bytes).unwrap_err().0.len(), 2);
}

#[test]
fn what_is_no_workbook_of_ours_is_refused() {
    let tree = in_order();
    let told = |bytes: &[u8]| imported(&tree, bytes).unwrap_err().to_string();
    assert!(
        told(b"id;criterion")
            .starts_with("line 1: there is no line of headings. Found here: id | criterion. ")
    );
    assert!(told(b"PK\x03\x04").starts_with("the file: it is damaged or incomplete"));
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Một").unwrap();
    let other = told(&book.save_to_buffer().unwrap());
    assert!(
        other.contains("Found here: Một. Wanted is one line with all of these: “Mã câu hỏi”, "),
        "{other}"
    );
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 3, " Mã câu\u{a0}hỏi").unwrap();
    sheet.write(0, 4, "Tiêu chí").unwrap();
    let told = told(&book.save_to_buffer().unwrap());
    assert!(
        told.starts_with("line 1: the headings are: Mã câu hỏi | Tiêu chí. Missing: "),
        "{told}"
    );
}

#[test]
fn text_that_shows_as_nonsense_is_refused_in_the_workbook_and_in_the_files() {
    let told = told(&[
        ("Q-3.2-07", BankColumn::Why, "C«ng ®oµn lµ g×?"),
        ("Q-3.2-08", BankColumn::Why, "Coâng ñoaøn laø gì?"),
    ]);
    for cell in [
        "Q-3.2-07, cell Q148: typed in an old font (TCVN3, VNI or VPS)",
        "Q-3.2-08, cell Q149: typed in an old font",
    ] {
        assert!(told.contains(cell), "{told}");
    }
}

#[test]
fn a_number_a_formula_that_fails_and_a_date_are_no_text() {
    let tree = in_order();
    let content = content(&tree).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (place, column) in (0..).zip(BankColumn::ALL) {
        sheet.write(0, place, words().header(column)).unwrap();
        for (number, row) in (1..).zip(rows(&content)) {
            sheet.write(number, place, row.get(column)).unwrap();
        }
    }
    let date = ExcelDateTime::from_ymd(2026, 11, 23).unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write(1, 7, 0.875).unwrap();
    sheet.write(1, 9, true).unwrap();
    sheet.write_with_format(1, 11, &date, &day).unwrap();
    let refusal = imported(&tree, &book.save_to_buffer().unwrap()).unwrap_err();
    assert_eq!(
        refusal.0,
        [
            "Q-1.1-01, cell H2: Excel has made a number of it; format the cell as text and type it again",
            "Q-1.1-01, cell J2: Excel has made a truth value of it; format the cell as text and type it again",
            "Q-1.1-01, cell L2: Excel has made a date or a time of it; format the cell as text and type it again",
        ]
    );
}

#[test]
fn a_criterion_of_which_excel_has_made_a_number_is_what_it_shows() {
    let head: String = BankColumn::ALL
        .map(|column| {
            format!(
                "<c t=\"inlineStr\"><is><t>{}</t></is></c>",
                words().header(column)
            )
        })
        .concat();
    let rows = format!(
        "<row r=\"1\">{head}</row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Q-1.1-01</t></is></c><c r=\"B2\"><v>1.1</v></c></row>"
    );
    let bytes = crate::table::fixture::flat::sheet(&rows, "<sst/>");
    let sheet = cells::read(&bytes, words(), Language::En).unwrap();
    assert_eq!(sheet.lines[0].get(BankColumn::Criterion), "1.1");
}

#[test]
fn what_is_wrong_with_the_file_is_told_in_the_readers_language() {
    let told = |language| match cells::read(b"PK\x03\x04?", words(), language) {
        Err(refused) => refused.to_string(),
        Ok(_) => panic!("it is no workbook"),
    };
    assert!(
        told(Language::Vi).contains("tệp bị hỏng"),
        "{}",
        told(Language::Vi)
    );
    assert!(
        told(Language::En).contains("damaged"),
        "{}",
        told(Language::En)
    );
}
