//! What people type, as it is read or refused.
#![allow(clippy::unwrap_used, reason = "a test stops where it does not hold")]

use super::*;
use crate::campaign::Campaign;
use crate::text::{Texts, Words};
use crate::types::{Answer, Answers, Language, Span};

fn campaign() -> Campaign {
    Campaign::built_in().unwrap()
}

fn texts() -> Texts {
    Texts::built_in(&Words::default()).unwrap()
}

/// What is made of these words at a step of the year's figures: the answers, or the sentence.
fn typed(number: &str, words: &str) -> String {
    let campaign = campaign();
    let form = campaign.form("sonam".parse().unwrap()).unwrap();
    let steps = steps(form);
    let step = steps.iter().find(|step| step.number() == number).unwrap();
    match read(step, words, Language::Vi) {
        Ok(answers) => {
            let shown = step.fields.iter().zip(&answers);
            let shown = shown.map(|(field, one)| shown::shown(field, one, &texts(), Language::Vi));
            shown.collect::<Vec<_>>().join(" · ")
        }
        Err(trouble) => trouble.told(&texts(), Language::Vi),
    }
}

#[test]
fn numbers_are_read_as_people_type_them() {
    for (step, words, read) in [
        ("3", "1.234", "1.234"),
        ("3", "1,234", "1.234"),
        ("3", "1 234", "1.234"),
        ("3", "38 người", "38"),
        ("3", "không có", "0"),
        ("3", "/", "0"),
        ("3", "chưa có số", "chưa có số"),
        ("2", "41 28 19", "41 · 28 · 19"),
        ("2", "41/28/19", "41 · 28 · 19"),
        ("2", "41, 28, 19", "41 · 28 · 19"),
        ("2", "41 người, 28 nữ, 19 đảng viên", "41 · 28 · 19"),
        ("2", "41\n28\n19", "41 · 28 · 19"),
        ("2", "1.041 28 ?", "1.041 · 28 · chưa có số"),
        ("4", "12 480", "12 · 480"),
        ("8", "3 2 87,5", "3 · 2 · 87,5%"),
        ("8", "3 / 0 / 87.5%", "3 · 0 · 87,5%"),
        ("8", "3; không có; 100 %", "3 · 0 · 100%"),
        ("10", "12 5 1 1.500", "12 · 5 · 1 · 1.500 triệu đồng"),
        ("10", "12; 5; 1; 1,5 tỷ", "12 · 5 · 1 · 1.500 triệu đồng"),
        ("10", "12; 5; 1; 10tr", "12 · 5 · 1 · 10 triệu đồng"),
        (
            "10",
            "12; 5; 1; 2.500.000 đồng",
            "12 · 5 · 1 · 2,5 triệu đồng",
        ),
        ("6", "15/01/2026", "15/01/2026"),
        ("6", "ngày 5 tháng 3 năm 2026", "05/03/2026"),
        ("6", "chua to chuc", "Chưa tổ chức"),
        ("11.1", "đạt", "Đạt"),
        (
            "1",
            "12/KH-CĐCS  ngày 15/01/2026",
            "12/KH-CĐCS ngày 15/01/2026",
        ),
    ] {
        assert_eq!(typed(step, words), read, "{words}");
    }
}

#[test]
fn what_is_no_number_is_refused_with_a_sentence_of_its_own() {
    for (step, words, sentence) in [
        ("3", "khoảng 30", "“khoảng 30” là số ước chừng"),
        ("3", "hơn 30", "“hơn 30” là số ước chừng"),
        ("3", "30 trở lên", "là số ước chừng"),
        ("3", "~30", "là số ước chừng"),
        ("3", "30-35", "“30-35” là một khoảng"),
        ("3", "từ 30 đến 35", "là một khoảng"),
        ("3", "ba mươi", "“ba mươi” chưa đọc được thành số"),
        ("3", "x", "“x” chưa đọc được thành số"),
        ("3", "-5", "không thể là số âm"),
        (
            "3",
            "87,5%",
            "“87,5%” là tỷ lệ phần trăm; ở đây cần một con số",
        ),
        ("3", "12,5", "phải là số nguyên"),
        ("3", "99999999999", "không được lớn hơn"),
        ("2", "41 28", "Cần 3 số, mới thấy 2"),
        ("4", "1,234", "Cần 2 số, mới thấy 1"),
        ("2", "41", "Cần 3 số, mới thấy 1"),
        ("2", "41 28 19 5", "Cần 3 số, mà thấy 4"),
        ("8", "3 2 875", "không được lớn hơn 100"),
        ("8", "3; 2; 87,555555", "tối đa hai chữ số sau dấu phẩy"),
        ("10", "1; 1; 1; nhiều", "chưa đọc được thành số"),
        ("10", "1; 1; 1; 3 bao", "chưa đọc được thành số tiền"),
        ("6", "15/01", "còn thiếu năm"),
        ("6", "31/02/2026", "chưa phải là một ngày"),
        ("6", "tuần sau", "chưa phải là một ngày"),
        (
            "11.1",
            "có lẽ",
            "Xin chọn một trong: Đạt, Không đạt, Chưa xét",
        ),
        ("1", "C«ng ®oµn", "phông cũ"),
    ] {
        let told = typed(step, words);
        assert!(told.contains(sentence), "{words}: {told}");
    }
    let report = "Báo cáo của Ban Chấp hành. ".repeat(40);
    assert!(typed("16.1", &report).contains("dài 1.079 ký tự; tối đa 500"));
}

fn answers(list: &[(&str, i64)]) -> Answers {
    let answer = |(id, number): &(&str, i64)| ((*id).to_owned(), Answer::Number(*number));
    list.iter().map(answer).collect()
}

#[test]
fn answers_that_do_not_fit_each_other_are_told_where_they_are_mended() {
    let campaign = campaign();
    let form = campaign.form("sonam".parse().unwrap()).unwrap();
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 28).unwrap();
    let told = |list: &[(&str, i64)]| -> Vec<String> {
        let wrong = wrong(form, &answers(list), today, Language::Vi);
        let line = |(field, trouble): &(&_, crate::table::Trouble)| {
            let field: &crate::campaign::form::Field = field;
            format!("{}: {}", field.id, trouble.told(&texts(), Language::Vi))
        };
        wrong.iter().map(line).collect()
    };
    assert_eq!(told(&[("2.1", 41), ("2.2", 28), ("14.1", 0)]), [""; 0]);
    assert_eq!(
        told(&[("2.1", 28), ("2.2", 41)]),
        ["2.2: Nữ (41) không thể nhiều hơn Tổng số người (28)."]
    );
    let ratings = told(&[("2.1", 40), ("12.1", 8), ("12.2", 30), ("12.4", 3)]);
    assert!(
        ratings[0].starts_with("12.4: ") && ratings[0].contains("(41)"),
        "{ratings:?}"
    );
    assert_eq!(
        told(&[("6.1", 20_261_201)]),
        ["6.1: Ngày này chưa đến. Xin kiểm tra lại."]
    );
}

#[test]
fn what_is_unlikely_is_asked_back_and_not_refused() {
    let campaign = campaign();
    let form = campaign.form("sonam".parse().unwrap()).unwrap();
    let span: Span = "y2026-01-01".parse().unwrap();
    let mut facts = Facts::default();
    facts
        .known
        .insert(crate::campaign::form::Known::Declared, 50);
    let asked = |answers: &Answers| {
        let fields: Vec<_> = form.fields().cloned().collect();
        let texts = texts();
        doubts(&fields, answers, &facts, span, (&texts, Language::Vi))
    };
    assert_eq!(asked(&answers(&[("2.1", 41)])).len(), 0);
    let far = asked(&answers(&[("2.1", 31)]));
    assert!(far[0].contains("31") && far[0].contains("50"), "{far:?}");
    assert!(asked(&answers(&[("12.1", 9), ("12.2", 30)]))[0].contains("233/2026/NĐ-CP"));
    assert_eq!(asked(&answers(&[("12.1", 6), ("12.2", 30)])).len(), 0);
    assert!(asked(&answers(&[("6.1", 20_260_415)]))[0].contains("ba tháng"));
    let mut said = Answers::new();
    let words = |text: &str| Answer::Words(text.to_owned());
    said.insert("16.1".into(), words("Đồng chí Lan chưa nộp báo cáo"));
    assert!(asked(&said)[0].contains("tên"));
    said.insert(
        "16.1".into(),
        words("Nhiều đồng chí còn bận, bà con chờ lâu"),
    );
    assert_eq!(asked(&said).len(), 0);
}
