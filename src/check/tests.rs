//! The editors' rules, each broken once in a campaign without faults.

mod ledger;
mod twins;

use super::*;
use crate::campaign::fixture::{files, tree};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

/// What is found, leaving out that the fixture is not the guideline.
fn found(tree: &Tree) -> Vec<String> {
    let faults = check_tree(tree, today()).faults;
    let told = faults.iter().map(ToString::to_string);
    told.filter(|fault| !fault.contains("differs from the guideline"))
        .collect()
}

/// The one fault that comes of one change.
fn fault(path: &str, from: &str, to: &str) -> String {
    let found = found(&tree(path, from, to));
    assert_eq!(found.len(), 1, "{from} → {to}: {found:#?}");
    found.concat()
}

#[test]
fn a_campaign_without_faults_has_none() {
    assert_eq!(found(&Tree::of(files())), Vec::<String>::new());
}

#[test]
fn a_clause_that_was_corrected_is_told() {
    let faults = check_tree(&Tree::of(files()), today()).faults;
    let clauses = faults
        .iter()
        .filter(|one| one.what.contains("differs from the guideline"));
    assert_eq!(clauses.count(), 19);
}

#[test]
fn official_words_without_an_english_text_beside_them_are_told() {
    for (path, from, named) in [
        (
            "1/1.1.yaml",
            "text_en: \"Traditional values 1.1.\"\n",
            "text_en is missing",
        ),
        (
            "campaign.yaml",
            "title_en: \"The campaign\"\n",
            "title_en is missing",
        ),
        (
            "campaign.yaml",
            "objective_en: \"To help.\"\n",
            "objective_en is missing",
        ),
        (
            "campaign.yaml",
            " name_en: \"Theme 3\",",
            "name_en is missing",
        ),
        (
            "campaign.yaml",
            "  - \"Task 6.\"\n",
            "its line of tasks_en is missing",
        ),
    ] {
        let fault = fault(path, from, "");
        assert!(fault.contains(named), "{fault}");
    }
}

#[test]
fn slips_of_the_pen_are_told_with_their_place() {
    for (from, to, told) in [
        ("Có việc.", "Có  việc.", ":7:17: two spaces stand here"),
        (
            "Có việc.",
            "Có việc .",
            "a space stands before the last mark",
        ),
        (
            "Có việc.",
            "Có việc , và việc.",
            ":7:22: a space stands before “,”",
        ),
        ("Có việc.", "Có việc,và việc.", "no space stands after “,”"),
        ("Có việc.", "Có ( việc).", "a space stands after “(”"),
        ("Có việc.", "Có việc...", "three dots stand here"),
        (
            "Có việc.",
            "Có 'việc'.",
            "a straight quotation mark ' stands here",
        ),
        (
            "Có việc.",
            "Có vie\u{323}\u{302}c.",
            "is not in the normal form NFC",
        ),
        (
            "Có việc.",
            "Có\u{a0}việc.",
            "an invisible character (U+00A0)",
        ),
        ("Có việc.", " Có việc.", "it begins or ends with a space"),
        (
            "Có việc.",
            "Cã viÖc.",
            ":7:18: “viÖc.” is typed in an old font (TCVN3, VNI or VPS)",
        ),
        (
            "Có việc.",
            "CÃ³ viá»‡c.",
            "“CÃ³” was once opened in a wrong encoding",
        ),
        (
            "Có việc.",
            "Chào bạn.",
            ":7:20: “bạn” is not used here; write {đồng chí}",
        ),
        ("Có việc.", "Việc của Mình.", "“Mình” is not used here"),
        (
            "Có việc.",
            "Hiện đại hoá.",
            "“hoá” is spelled in the other system; write “hóa”",
        ),
        (
            "Có việc.",
            "Thuỷ lợi.",
            "“Thuỷ” is spelled in the other system; write “thủy”",
        ),
        ("Có việc.", "Có hàng năm.", "write “hằng năm”"),
        ("Có việc.", "Ngày 31/02/2026.", "“31/02/2026” is no date"),
        ("Có việc.", "Ngày 7/11/2017.", "“7/11/2017” is no date"),
        ("Có việc.", "Lúc 11:25.", "“11:25” is no time of day"),
        ("Có việc.", "Lúc 11h25.", "write the time as 11 giờ 25"),
        ("Có việc.", "Có 10000 người.", "write thousands with a dot"),
    ] {
        let fault = fault("1/1.1.yaml", from, to);
        assert!(fault.contains(told), "{to}: {fault}");
        assert!(fault.starts_with("messages/1/1.1.yaml:7:"), "{fault}");
    }
}

#[test]
fn what_only_looks_like_a_slip_is_none() {
    for text in [
        "Ngân hàng năm nay mở cửa lúc 7 giờ 30; mặt hàng ngày càng nhiều.",
        "Thư bạn đọc, trẻ em, tự mình làm.",
        "Em ruột chị Hà nói: “Em gửi bạn, chị giữ giúp mình.”",
        "Luật số 36/2018/QH14 ngày 05/3/2020, 10.000 đồng, 3,5 %, tên miền .gov.vn.",
        "Quý khóa, quỹ, khuỷu tay, thoải mái, ngoài, huỳnh, khoản, quá.",
        "Guideline: “văn hoá truyền thống”, giá trị văn hoá truyền thống.",
        "Nếu …, thì tôi sẽ …",
    ] {
        let found = found(&tree("1/1.1.yaml", "Có việc.", text));
        assert_eq!(found, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn counts_and_mix_are_kept() {
    for (from, to, told) in [
        (
            "kind: law",
            "kind: recall",
            "6 questions in use are of the kind recall; make it 5",
        ),
        (
            "questions: [\"Một?\", ",
            "questions: [",
            "the card has 2 questions; ask exactly three",
        ),
        (
            "try: \"Nếu có việc, thì tôi sẽ làm.\"",
            "try: \"Tôi sẽ làm.\"",
            "this is no if–then plan",
        ),
    ] {
        let found = found(&tree("1/1.1.yaml", from, to)).join("\n");
        assert!(found.contains(told), "{found}");
    }
    let mut files = files();
    files.retain(|(path, _)| path != "checkins/12.yaml");
    assert!(
        found(&Tree::of(files))
            .concat()
            .contains("checkins/12.yaml:1:1: the file is missing")
    );
}

#[test]
fn a_wrong_option_has_feedback() {
    let mut files = files();
    let (_, text) = files
        .iter_mut()
        .find(|(path, _)| path == "1/1.1.yaml")
        .unwrap();
    let last = text.rfind("        why: \"Vì chưa đủ.\"\n").unwrap();
    text.replace_range(last..last + "        why: \"Vì chưa đủ.\"\n".len(), "");
    let found = found(&Tree::of(files));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found.concat().contains("this wrong option has no feedback"),
        "{found:#?}"
    );
}

#[test]
fn a_question_has_an_estimate_and_a_place_that_begins_with_the_clause() {
    let told = fault("1/1.1.yaml", "    expect: 55\n", "");
    assert!(told.contains("nothing is expected of Q-1.1-01"), "{told}");
    let told = fault("1/1.1.yaml", "expect: 55", "expect: 99");
    assert!(
        told.contains("99 per cent are expected to get it right; write an estimate from 5 to 95"),
        "{told}"
    );
    let question = "why: \"Vì thế.\"\n    effective_from: \"23/11/2026\"\n    checked_on: \"22/11/2026\"\n    source: { document: HD09, place: \"II.1\"";
    let backwards = question.replace("II.1", "Điều 22 khoản 2");
    let told = fault("1/1.1.yaml", question, &backwards);
    assert!(
        told.contains("“Điều 22 khoản 2” begins with the article; write the clause first"),
        "{told}"
    );
    let right = question.replace("II.1", "điểm a khoản 2 Điều 22");
    assert_eq!(
        found(&tree("1/1.1.yaml", question, &right)),
        Vec::<String>::new()
    );
}

#[test]
fn right_answers_neither_stand_in_one_place_nor_stick_out() {
    let mut files = files();
    let (_, text) = files
        .iter_mut()
        .find(|(path, _)| path == "1/1.1.yaml")
        .unwrap();
    *text = text.replace("text: \"Đúng\"", "text: \"Đúng là phương án này\"");
    let told = found(&Tree::of(files.clone()));
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(
        told.concat()
            .contains("the right option is the longest in 20 questions (Q-1.1-01,")
    );

    let (_, text) = files
        .iter_mut()
        .find(|(path, _)| path == "1/1.1.yaml")
        .unwrap();
    for place in 0..3 {
        let (from, to) = (
            format!(
                "      - text: \"Đúng là phương án này\"\n        right: true\n      - text: \"Chưa đúng {}\"",
                place + 1
            ),
            format!(
                "      - text: \"Chưa đúng {}\"\n        why: \"Vì chưa đủ.\"\n      - text: \"Đúng\"\n        right: true\n        #",
                place + 1
            ),
        );
        *text = text.replace(&from, &to);
    }
    let told = found(&Tree::of(files)).join("\n");
    assert!(
        told.contains("the right answers stand 0, 5, 5 and 10 times"),
        "{told}"
    );
}

#[test]
fn lengths_are_kept() {
    let long = "a ".repeat(120);
    let fault = fault(
        "1/1.1.yaml",
        "title: \"Mục 1\"",
        &format!("title: \"{}\"", long.trim()),
    );
    assert!(
        fault.contains("the title has 239 characters; shorten it to 60"),
        "{fault}"
    );
    let long = "từ ".repeat(700);
    let told = found(&tree(
        "1/1.1.yaml",
        "question: \"Câu hỏi 1?\"",
        &format!("question: \"{}\"", long.trim()),
    ));
    assert!(
        told.join("\n").contains("Q-1.1-01 takes some 2"),
        "{told:#?}"
    );
}

#[test]
fn the_calendar_reaches_a_year_ahead_and_nothing_was_checked_tomorrow() {
    let later = NaiveDate::from_ymd_opt(2027, 1, 2).unwrap();
    let faults = check_tree(&Tree::of(files()), later).faults;
    assert!(faults.iter().any(|one| {
        one.what
            .starts_with("no holiday is listed on or after 02/01/2028;")
    }));
    let told = fault(
        "checkins/05.yaml",
        "checked_on: \"22/11/2026\"",
        "checked_on: \"23/11/2026\"",
    );
    assert!(
        told.contains("checked_on 23/11/2026 has not come yet"),
        "{told}"
    );
}

#[test]
fn interface_texts_are_alike_in_both_languages_and_fit() {
    let long = "từ ".repeat(70);
    for (path, text, told) in [
        (
            "ui/en.ftl",
            "helo = Hello.",
            "en.ftl:1:1: the text helo has no Vietnamese",
        ),
        (
            "ui/en.ftl",
            "helo = Hello.",
            "vi.ftl:1:1: the text help has no English",
        ),
        (
            "ui/en.ftl",
            "help = Hello, {$name}.",
            "uses [$name], in Vietnamese []",
        ),
        (
            "ui/vi.ftl",
            "a = b\nhelp = <b>Chào",
            "vi.ftl:2:1: the message help is no HTML of the messenger: <b> is never closed",
        ),
        ("ui/vi.ftl", "help = <h1>Chào</h1>", "<h1> is not allowed"),
        ("ui/vi.ftl", "help = R&D", "an “&” stands alone"),
        ("ui/vi.ftl", "help = Chào\n  .b = c", "has attributes"),
        (
            "ui/vi.ftl",
            "help = {help2}",
            "quotes help2, which does not exist",
        ),
        (
            "ui/vi.ftl",
            "help = a\nhelp = b",
            "vi.ftl:2:1: the text help is written twice",
        ),
        (
            "ui/vi.ftl",
            "help = a\nhelp {",
            "vi.ftl:2:6: this cannot be read",
        ),
        (
            "ui/vi.ftl",
            "help = Chào đồng chí.",
            "vi.ftl:1:13: “đồng chí” is written out",
        ),
        (
            "ui/vi.ftl",
            "help = a\n\n  Chào bạn.",
            "vi.ftl:3:8: “bạn” is not used here",
        ),
        (
            "ui/vi.ftl",
            "help = { $n ->\n    [0] <b>không\n   *[other] {$n}\n }",
            "<b> is never closed",
        ),
        (
            "ui/vi.ftl",
            "toast-a = <b>Xong</b>",
            "the toast toast-a has HTML in it",
        ),
        (
            "ui/vi.ftl",
            &format!("toast-a = {long}"),
            "has 209 characters or more; shorten it to 200",
        ),
        (
            "ui/vi.ftl",
            &format!("button-a = {long}"),
            "shorten it to 64",
        ),
    ] {
        let mut files = files();
        files.iter_mut().find(|(name, _)| name == path).unwrap().1 = text.to_owned();
        let told_all = found(&Tree::of(files)).join("\n");
        assert!(told_all.contains(told), "{text}: {told_all}");
    }
}

#[test]
fn the_built_in_texts_have_no_fault() {
    // Late enough that no date of checking lies ahead, early enough for the holidays.
    let someday = NaiveDate::from_ymd_opt(2030, 1, 1).unwrap();
    let faults = check_tree(&Tree::built_in().unwrap(), someday).faults;
    let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
