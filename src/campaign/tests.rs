//! Loading: what is read, and what is refused with its place.

use super::*;
use crate::campaign::fixture::{files, tree};

fn sound() -> Campaign {
    Campaign::of(Ok(Tree::of(files()))).unwrap()
}

/// The one fault that stands in the way.
fn refusal(path: &str, from: &str, to: &str) -> String {
    let faults = Campaign::of(Ok(tree(path, from, to))).unwrap_err();
    assert_eq!(faults.0.len(), 1, "{faults}");
    faults.to_string()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn everything_written_can_be_found_by_its_id() {
    let campaign = sound();
    assert_eq!(campaign.criteria().count(), 12);
    assert_eq!(campaign.questions().count(), 240);
    assert_eq!(campaign.items().count(), 60);
    for question in campaign.questions() {
        assert_eq!(campaign.question(&question.id), Some(question));
        assert!(question.options.get(question.right()).unwrap().right);
    }
    for item in campaign.items() {
        assert_eq!(campaign.item(&item.id), Some(item));
    }
    for id in CriterionId::all() {
        assert_eq!(campaign.criterion(id).id, id);
    }
    assert_eq!(
        campaign.checkin("C-07").unwrap().prompts.len(),
        CHECKIN_PROMPTS
    );
    assert_eq!(campaign.question("Q-9.9-01"), None);
}

#[test]
fn a_source_reads_as_members_read_it() {
    let campaign = sound();
    let cite = |document: &str, place: Option<&str>| {
        campaign.cite(&Source {
            document: document.into(),
            place: place.map(str::to_owned),
        })
    };
    assert_eq!(
        cite("L-PCTN-2018", Some("Điều 22 khoản 2")),
        "Luật Phòng, chống tham nhũng số 36/2018/QH14, Điều 22 khoản 2"
    );
    assert_eq!(cite("HD09", Some("II.3.2")), "Hướng dẫn số 09, mục II.3.2");
    assert_eq!(
        cite("HD09", Some("Phần mở đầu")),
        "Hướng dẫn số 09, Phần mở đầu"
    );
    assert_eq!(cite("HD09", None), "Hướng dẫn số 09");
}

#[test]
fn holidays_are_days() {
    let campaign = sound();
    assert_eq!(campaign.holidays().len(), 6);
    assert!(campaign.holidays().contains(&day(2027, 2, 7)));
}

#[test]
fn a_superseded_question_is_drawn_until_its_successor_begins_and_never_lost() {
    let old = "  - id: Q-1.1-20\n";
    let mut files = files();
    let (_, text) = files
        .iter_mut()
        .find(|(path, _)| path == "1/1.1.yaml")
        .unwrap();
    let start = text.find(old).unwrap();
    let entry = text.get(start..).unwrap().to_owned();
    let next = entry.replace("Q-1.1-20", "Q-1.1-21").replace(
        "effective_from: \"23/11/2026\"",
        "effective_from: \"01/01/2027\"",
    );
    text.push_str("    superseded_by: Q-1.1-21\n");
    text.push_str(&next);
    let campaign = Campaign::of(Ok(Tree::of(files))).unwrap();
    let (old, new) = (
        campaign.question("Q-1.1-20").unwrap(),
        campaign.question("Q-1.1-21").unwrap(),
    );
    for (when, before, after) in [
        (day(2026, 11, 22), false, false),
        (day(2026, 12, 31), true, false),
        (day(2027, 1, 1), false, true),
    ] {
        assert_eq!(
            (old.active(when), new.active(when)),
            (before, after),
            "{when}"
        );
    }
}

#[test]
fn what_rests_on_a_document_is_sent_as_long_as_that_holds() {
    let mut files = files();
    let mut alter = |path: &str, from: &str, to: &str| {
        let (_, text) = files.iter_mut().find(|(name, _)| name == path).unwrap();
        assert!(text.contains(from), "{from}");
        *text = text.replacen(from, to, 1);
    };
    let law = "in_force_from: \"01/07/2019\"\n";
    let ended = format!("{law}    in_force_until: \"28/02/2027\"\n");
    alter("documents.yaml", law, &ended);
    // The card comes first, then the items, then the questions.
    alter("1/1.1.yaml", "document: HD09", "document: L-PCTN-2018");
    alter("1/1.1.yaml", "document: HD09", "document: L-PCTN-2018");
    alter(
        "1/1.1.yaml",
        "why: \"Vì thế.\"",
        "why: \"Theo Luật số 36/2018/QH14.\"",
    );
    let campaign = Campaign::of(Ok(Tree::of(files))).unwrap();
    let id = CriterionId {
        theme: 1,
        number: 1,
    };
    let sent = |day| {
        (
            campaign.questions_for(day).count(),
            campaign.items_for(id, day).count(),
        )
    };
    assert_eq!(sent(day(2027, 2, 28)), (240, 5));
    assert_eq!(sent(day(2027, 3, 1)), (239, 4));
    assert_eq!(campaign.not_sent(day(2027, 2, 28)), vec![]);
    let not_sent = campaign.not_sent(day(2027, 3, 1));
    let not_sent = not_sent
        .iter()
        .map(|(entry, document)| (*entry, document.id.as_str()));
    let law = "L-PCTN-2018";
    assert_eq!(
        not_sent.collect::<Vec<_>>(),
        [("I-1.1-1", law), ("Q-1.1-01", law)]
    );
}

#[test]
fn a_fault_has_its_place_and_a_remedy() {
    let fault = refusal(
        "3/3.1.yaml",
        "document: HD09, place",
        "document: HD9, place",
    );
    assert_eq!(
        fault,
        "messages/3/3.1.yaml:11:23: HD9 is no document of documents.yaml; name one that is listed there, or list it"
    );
}

#[test]
fn what_would_break_the_bot_is_refused() {
    for (path, from, to, told) in [
        (
            "1/1.1.yaml",
            "Q-1.1-07",
            "Q-1.1-08",
            "the id is Q-1.1-08, but here stands Q-1.1-07",
        ),
        ("1/1.1.yaml", "I-1.1-2", "I-1.2-2", "here stands I-1.1-2"),
        (
            "1/1.1.yaml",
            "criterion: \"1.1\"",
            "criterion: \"1.2\"",
            "the file of criterion 1.1",
        ),
        (
            "1/1.1.yaml",
            "right: true",
            "right: false",
            "0 options are marked as right",
        ),
        (
            "1/1.1.yaml",
            "why: \"Vì chưa đủ.\"",
            "right: true",
            "2 options are marked as right",
        ),
        (
            "1/1.1.yaml",
            "Chưa đúng 2",
            "chưa đúng 0",
            "this option stands here twice",
        ),
        (
            "1/1.1.yaml",
            "difficulty: 2",
            "difficulty: 4",
            "the difficulty is 4",
        ),
        (
            "1/1.1.yaml",
            "\"23/11/2026\"",
            "\"31/11/2026\"",
            "“31/11/2026” is no date",
        ),
        ("1/1.1.yaml", "kind: recall", "kind: recal", "recal"),
        ("1/1.1.yaml", "title:", "titel:", "titel"),
        (
            "1/1.1.yaml",
            "title: \"Thẻ\"",
            "title: \"Thẻ",
            "messages/1/1.1.yaml:",
        ),
        ("checkins/03.yaml", "C-03-3", "C-03-4", "here stands C-03-3"),
        (
            "checkins/03.yaml",
            "criterion: \"2.1\"",
            "criterion: \"3.1\"",
            "no criterion of theme 2",
        ),
        (
            "checkins/03.yaml",
            "\"Ít\", \"Vừa\", \"Nhiều\"",
            "\"Ít\", \"Vừa\"",
            "there are 2 choices",
        ),
        (
            "calendar.yaml",
            "to: \"09/02/2027\"",
            "to: \"09/02/2026\"",
            "cannot last",
        ),
        (
            "calendar.yaml",
            "28/7",
            "32/7",
            "“32/7” is no day of the year",
        ),
        (
            "suggestions.yaml",
            "  - { vi: \"Kế hoạch\", en: \"The plan\" }\n",
            "",
            "there are 10 topics",
        ),
        (
            "campaign.yaml",
            "number: 3",
            "number: 5",
            "the themes are numbered [1, 2, 5, 4]",
        ),
        (
            "documents.yaml",
            "id: L-PCTN-2018",
            "id: HD09",
            "listed twice",
        ),
    ] {
        let faults = Campaign::of(Ok(tree(path, from, to))).unwrap_err();
        let fault = faults.0.iter().find(|one| one.to_string().contains(told));
        let fault = fault.unwrap_or_else(|| panic!("{told}: {faults}"));
        assert!(fault.line > 1 || told.contains("criterion 1.1"), "{fault}");
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let mut files = files();
    for (path, text) in &mut files {
        if path.starts_with("checkins/") {
            *text = text.replacen("C-", "X-", 1);
        }
    }
    let faults = Campaign::of(Ok(Tree::of(files))).unwrap_err();
    assert!(faults.0.len() >= 12, "{faults}");
    assert_eq!(faults.to_string().lines().count(), faults.0.len());
}

#[test]
fn a_missing_file_is_told_by_its_name() {
    for name in [
        "campaign.yaml",
        "documents.yaml",
        "calendar.yaml",
        "2/2.3.yaml",
    ] {
        let mut files = files();
        files.retain(|(path, _)| path != name);
        let faults = Campaign::of(Ok(Tree::of(files))).unwrap_err().to_string();
        assert!(
            faults.contains(&format!("messages/{name}:1:1: the file is missing")),
            "{faults}"
        );
    }
}

#[test]
fn a_file_that_nobody_reads_is_told() {
    let mut files = files();
    files.push(("1/1.4.yaml".into(), "criterion: \"1.4\"".into()));
    files.push(("5/5.1.yaml".into(), String::new()));
    let faults = Campaign::of(Ok(Tree::of(files))).unwrap_err().to_string();
    assert!(
        faults.contains("5/5.1.yaml:1:1: no file is expected here"),
        "{faults}"
    );
}

#[test]
fn the_built_in_campaign_is_whole() {
    if let Err(faults) = Campaign::built_in() {
        panic!("{faults}");
    }
}

#[test]
fn a_form_that_would_break_a_dialogue_a_file_or_a_sum_is_refused_with_its_place() {
    assert_eq!(sound().forms().len(), 1);
    for (from, to, line, what) in [
        ("form: mau", "form: khac", 1, "its file mau"),
        ("periods: [year]", "periods: []", 5, "no period"),
        ("periods: [year]", "periods: [week]", 5, "week"),
        ("id: \"1.2\"", "id: \"1.1\"", 16, "1.1 does not follow"),
        ("id: \"2.1\"", "id: \"1.3\"", 23, "1.3 does not follow"),
        ("max: 500", "max: -1", 14, "the limits are 0 and -1"),
        ("report: 2", "report: 18", 15, "no row 18"),
        (
            "at_most: \"1.1\"",
            "at_most: \"9.9\"",
            19,
            "9.9 is no field",
        ),
        (
            "at_most: \"1.2\"",
            "at_most: \"9.9\"",
            30,
            "9.9 is no field",
        ),
        (
            "type: choice",
            "type: whole",
            27,
            "a field of this type has 2 options",
        ),
        ("type: choice", "type: dropdown", 25, "dropdown"),
        ("id: no,", "id: yes,", 28, "stands here twice"),
        ("id: no,", "id: \"không\",", 28, "is no id of an option"),
        ("max: 500", "maximum: 500", 14, "maximum"),
        (
            "\"Trong đó nữ\"",
            "\"Tổng số\"",
            17,
            "two fields are called “Tổng số”",
        ),
        (
            "type: choice",
            "type: choice\n        told: sum",
            23,
            "only whole numbers and money",
        ),
        (
            "type: choice",
            "type: choice\n        near: { known: declared, percent: 20 }",
            23,
            "near another",
        ),
        ("document: HD09", "document: HD10", 7, "HD10 is no document"),
    ] {
        let faults = Campaign::of(Ok(tree("forms/mau.yaml", from, to))).unwrap_err();
        let told = faults.0[0].to_string();
        let place = format!("messages/forms/mau.yaml:{line}:");
        assert!(
            told.starts_with(&place) && told.contains(what),
            "{from} → {to}: {told}"
        );
    }
}

/// A sound form of an author, in the place of the fixture's.
const AUTHOR: &str = r#"form: mau
version: 1
title: { vi: "Sáng kiến", en: "Initiative" }
asks: author
checked_on: "22/11/2026"
source: { document: HD09 }
prompts:
  - ask: { vi: "Tên", en: "Name" }
    fields:
      - { id: "1.1", name: { vi: "Tên", en: "Name" }, means: title, type: text, no_wish: true }
  - ask: { vi: "Thay đổi", en: "Change" }
    fields:
      - { id: "2.1", name: { vi: "Thay đổi", en: "Change" }, means: change, type: text, figure: true }
  - ask: { vi: "Từ tháng nào", en: "Since when" }
    fields:
      - { id: "3.1", name: { vi: "Từ tháng", en: "Since" }, means: since, type: month, not_future: true }
  - ask: { vi: "Tỷ lệ", en: "Shares" }
    fields:
      - { id: "4.1", name: { vi: "Tỷ lệ", en: "Shares" }, means: shares, type: shares }
"#;

#[test]
fn a_form_of_an_author_that_could_not_fill_a_register_is_refused_with_its_place() {
    let with = |text: &str| Campaign::of(Ok(tree("forms/mau.yaml", super::fixture::FORM, text)));
    let sound = with(AUTHOR).expect("a sound form");
    assert!(sound.forms().is_empty() && sound.surveys().is_empty());
    assert!(sound.initiative().is_some());
    for (from, to, line, what) in [
        (
            "means: since, type: month, not_future: true",
            "means: since, type: text",
            16,
            "asks for another type",
        ),
        ("means: shares", "means: title", 19, "asks for another type"),
        (
            "means: change",
            "means: before",
            1,
            "the first three questions",
        ),
        (
            "means: shares, type: shares",
            "type: whole, known: rounds",
            19,
            "fills in nothing by itself",
        ),
        (
            "type: month, not_future",
            "type: month, figure",
            16,
            "only a text can lack a figure",
        ),
        (
            "type: shares",
            "type: shares, no_files: true",
            19,
            "only a text can name the number",
        ),
        (
            "type: text, no_wish",
            "type: text, long_ago: { months: 3, say: { vi: a, en: b } }, no_wish",
            10,
            "only a day or a month",
        ),
        (
            "asks: author",
            "asks: below\nperiods: [year]",
            11,
            "only a form with “asks: author”",
        ),
    ] {
        let broken = AUTHOR.replacen(from, to, 1);
        assert_ne!(broken, AUTHOR, "{from}");
        let faults = with(&broken).unwrap_err();
        let told = faults.0[0].to_string();
        let place = format!("messages/forms/mau.yaml:{line}:");
        assert!(
            told.starts_with(&place) && told.contains(what),
            "{from}: {told}"
        );
    }
}
