//! A law is replaced, and what rested on it is told: before the day, on it, and never after a successor.

use super::*;

const LAW: &str = "in_force_from: \"01/07/2019\"\n";

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The fixture with the first question of 1.1 resting on the law, whose entry goes on with `more`.
fn resting(more: &str) -> Vec<(String, String)> {
    let mut files = files();
    alter(&mut files, "documents.yaml", LAW, &format!("{LAW}{more}"));
    let question = "why: \"Vì thế.\"\n    effective_from: \"23/11/2026\"\n    checked_on: \"22/11/2026\"\n    source: { document: HD09, place: \"II.1\" }";
    let changed = question.replace("HD09, place: \"II.1\"", "L-PCTN-2018");
    alter(&mut files, "1/1.1.yaml", question, &changed);
    files
}

fn alter(files: &mut [(String, String)], path: &str, from: &str, to: &str) {
    let (_, text) = files.iter_mut().find(|(name, _)| name == path).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    *text = text.replacen(from, to, 1);
}

/// Faults and warnings about documents on a day.
fn told(files: &[(String, String)], today: NaiveDate) -> (Vec<String>, Vec<String>) {
    let findings = check_tree(&Tree::of(files.to_vec()), today);
    let lines = |list: Vec<Fault>| {
        let lines = list.iter().map(ToString::to_string);
        lines.filter(|line| line.contains("rests on")).collect()
    };
    (lines(findings.faults), lines(findings.warnings))
}

#[test]
fn a_law_with_a_last_day_is_a_warning_before_it_and_a_fault_after() {
    let files = resting("    in_force_until: \"28/02/2027\"\n");
    let (faults, warnings) = told(&files, day(2027, 2, 28));
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(
        warnings,
        [
            "messages/1/1.1.yaml:81:25: Q-1.1-01 rests on L-PCTN-2018, which is not in force from 01/03/2027 on; write its successor with effective_from: \"01/03/2027\"; without one it is not sent from then on"
        ]
    );
    let (faults, warnings) = told(&files, day(2027, 3, 1));
    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!(
        faults,
        [
            "messages/1/1.1.yaml:81:25: Q-1.1-01 rests on L-PCTN-2018, which has not been in force since 01/03/2027; ask about what holds now, or write a successor and superseded_by"
        ]
    );
}

#[test]
fn the_document_that_took_the_place_is_named() {
    let mut files = resting("    replaced_by: HD09\n");
    alter(
        &mut files,
        "documents.yaml",
        "in_force_from: \"07/11/2017\"",
        "in_force_from: \"05/03/2026\"",
    );
    let (faults, _) = told(&files, day(2026, 11, 28));
    assert!(
        faults
            .concat()
            .contains("since 05/03/2026; ask about what holds now (HD09)"),
        "{faults:?}"
    );
}

#[test]
fn a_question_for_the_time_before_and_one_for_the_time_after_are_both_right() {
    let mut files = resting("    in_force_until: \"28/02/2027\"\n");
    let page = files.iter_mut().find(|(name, _)| name == "1/1.1.yaml");
    let (_, text) = page.unwrap();
    let start = text.find("  - id: Q-1.1-01\n").unwrap();
    let end = text.find("  - id: Q-1.1-02\n").unwrap();
    let old = text.get(start..end).unwrap().to_owned();
    let new = old
        .replace("Q-1.1-01", "Q-1.1-21")
        .replace(
            "effective_from: \"23/11/2026\"",
            "effective_from: \"01/03/2027\"",
        )
        .replace("L-PCTN-2018", "HD09");
    text.insert_str(end, "    superseded_by: Q-1.1-21\n");
    text.push_str(&new);
    for today in [
        day(2026, 11, 28),
        day(2027, 2, 28),
        day(2027, 3, 1),
        day(2028, 1, 1),
    ] {
        assert_eq!(told(&files, today), (vec![], vec![]), "{today}");
    }
    // A successor that begins too late leaves a gap, and that is told.
    alter(
        &mut files,
        "1/1.1.yaml",
        "effective_from: \"01/03/2027\"",
        "effective_from: \"08/03/2027\"",
    );
    assert_eq!(told(&files, day(2027, 2, 1)).1.len(), 1);
    assert_eq!(told(&files, day(2027, 3, 1)).0.len(), 1);
    assert_eq!(told(&files, day(2027, 3, 8)), (vec![], vec![]));
}

#[test]
fn a_law_of_next_year_is_not_asked_before() {
    let mut files = resting("");
    alter(
        &mut files,
        "documents.yaml",
        LAW,
        "in_force_from: \"01/01/2027\"\n",
    );
    let (faults, _) = told(&files, day(2026, 11, 28));
    assert!(
        faults
            .concat()
            .contains("is not in force before 01/01/2027; let it be used from that day on"),
        "{faults:?}"
    );
    alter(
        &mut files,
        "1/1.1.yaml",
        "    effective_from: \"23/11/2026\"\n    checked_on: \"22/11/2026\"\n    source: { document: L-PCTN-2018",
        "    effective_from: \"01/01/2027\"\n    checked_on: \"22/11/2026\"\n    source: { document: L-PCTN-2018",
    );
    assert_eq!(told(&files, day(2026, 11, 28)), (vec![], vec![]));
}

#[test]
fn an_explanation_rests_on_the_document_whose_number_it_gives() {
    let mut files = resting("    in_force_until: \"28/02/2026\"\n");
    alter(
        &mut files,
        "1/1.1.yaml",
        "document: L-PCTN-2018",
        "document: HD09",
    );
    assert_eq!(told(&files, today()), (vec![], vec![]));
    alter(
        &mut files,
        "1/1.1.yaml",
        "why: \"Vì chưa đủ.\"",
        "why: \"Theo Luật 36/2018/QH14 thì không.\"",
    );
    let (faults, _) = told(&files, today());
    assert!(
        faults
            .concat()
            .contains("1.1.yaml:71:14: Q-1.1-01 rests on L-PCTN-2018, which has not been in force"),
        "{faults:?}"
    );
    alter(&mut files, "1/1.1.yaml", "thì không.", "đã bị bãi bỏ.");
    assert_eq!(told(&files, today()), (vec![], vec![]));
}

#[test]
fn no_key_rests_on_what_is_not_settled() {
    let files = resting("    unsettled: \"Chưa mở văn bản.\"\n");
    let (faults, _) = told(&files, today());
    assert!(
        faults
            .concat()
            .contains("of which documents.yaml says that it is unsettled"),
        "{faults:?}"
    );
}

#[test]
fn an_amendment_stands_in_the_citation() {
    let fault = fault(
        "documents.yaml",
        LAW,
        &format!("{LAW}    amended_by: [\"Luật số 132/2025/QH15\"]\n"),
    );
    assert!(
        fault.contains("L-PCTN-2018 was amended, and its citation does not say so"),
        "{fault}"
    );
}

#[test]
fn what_was_looked_at_long_ago_is_a_warning_and_no_fault() {
    let findings = check_tree(&Tree::of(files()), day(2027, 5, 22));
    assert_eq!(findings.warnings, vec![]);
    let findings = check_tree(&Tree::of(files()), day(2027, 5, 23));
    assert_eq!(findings.warnings.len(), 12 + 12 + 1);
    let first = findings.warnings.first().unwrap().to_string();
    assert!(
        first.contains("last checked more than six months ago: I-1.1-1, I-1.1-2, "),
        "{first}"
    );
}
