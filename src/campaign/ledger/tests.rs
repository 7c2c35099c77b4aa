//! Days on which documents hold, and texts that rest on them.

use super::*;

pub(in crate::campaign) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn document(id: &str, cite: &str, number: &str) -> Document {
    Document {
        id: id.into(),
        cite: cite.into(),
        number: Some(number.into()),
        date: None,
        in_force_from: Some(day(2020, 1, 1)),
        ends: None,
        replaced_by: None,
        unsettled: false,
        checked_on: day(2026, 11, 28),
    }
}

fn ledger() -> Ledger {
    let resolution = |id: &str, date| Document {
        date: Some(date),
        ..document(id, "Nghị quyết số 04-NQ/TW", "04-NQ/TW")
    };
    Ledger::new([
        Document {
            ends: Some(day(2026, 3, 5)),
            replaced_by: Some("QD423-2026".into()),
            ..document("QD874-2021", "Quyết định số 874/QĐ-BTTTT", "874/QĐ-BTTTT")
        },
        document(
            "QD423-2026",
            "Quyết định số 423/QĐ-BVHTTDL",
            "423/QĐ-BVHTTDL",
        ),
        document(
            "ND13-2023",
            "Nghị định số 13/2023/NĐ-CP ngày 17/04/2023",
            "13/2023/NĐ-CP",
        ),
        document(
            "L-CBCC-2008",
            "Luật Cán bộ, công chức số 22/2008/QH12",
            "22/2008/QH12",
        ),
        resolution("NQ04-2016", day(2016, 10, 30)),
        resolution("NQ04-2026", day(2026, 4, 1)),
    ])
}

fn named(text: &str) -> Vec<String> {
    let ids = ledger().rests_on("HD09", [text]);
    ids.into_iter().filter(|id| id != "HD09").collect()
}

#[test]
fn a_document_holds_from_its_first_day_until_another_takes_its_place() {
    let ledger = ledger();
    let old = ledger.get("QD874-2021").unwrap();
    assert_eq!(
        old.lapse(day(2019, 12, 31)),
        Some(Lapse::NotBefore(day(2020, 1, 1)))
    );
    assert_eq!(old.lapse(day(2020, 1, 1)), None);
    assert_eq!(old.lapse(day(2026, 3, 4)), None);
    assert_eq!(
        old.lapse(day(2026, 3, 5)),
        Some(Lapse::Since(day(2026, 3, 5)))
    );
    let ids = ["QD423-2026".to_owned(), "QD874-2021".to_owned()];
    let (which, _) = ledger.lapse(&ids, day(2026, 11, 28)).unwrap();
    assert_eq!(which.id, "QD874-2021");
    assert_eq!(ledger.lapse(&ids, day(2026, 1, 1)), None);
}

#[test]
fn a_text_rests_on_what_it_names_by_its_number() {
    for (text, ids) in [
        (
            "Theo Quyết định số 874/QĐ-BTTTT, không chia sẻ.",
            vec!["QD874-2021"],
        ),
        ("Nghị định 13/2023 nêu tám loại dữ liệu.", vec!["ND13-2023"]),
        ("Nghị định số 13/2023 nêu tám loại.", vec!["ND13-2023"]),
        ("Luật số 22/2008 nêu bảy việc.", vec!["L-CBCC-2008"]),
        (
            "Nghị quyết số 04-NQ/TW ngày 30/10/2016 kể 27 biểu hiện.",
            vec!["NQ04-2016"],
        ),
    ] {
        assert_eq!(named(text), ids, "{text}");
    }
}

#[test]
fn a_text_does_not_rest_on_what_it_calls_past_nor_on_a_longer_number() {
    for text in [
        "Quyết định số 423/QĐ-BVHTTDL đã thay Quyết định số 874/QĐ-BTTTT.",
        "Nghị định 13/2023 đã hết hiệu lực.",
        "Theo văn bản cũ là Quyết định số 874/QĐ-BTTTT.",
        "Quyết định số 1874/QĐ-BTTTT không liên quan.",
        "Thông tư 13/2023 không phải là nghị định.",
        "Nghị định 13/2023/QH15 là cách ghi sai.",
        // Two documents have this number, and nothing says which.
        "Nghị quyết số 04-NQ/TW kể 27 biểu hiện.",
    ] {
        assert_eq!(named(text), Vec::<String>::new(), "{text}");
    }
    let changes = "Thay đổi theo Quyết định số 874/QĐ-BTTTT.";
    assert_eq!(named(changes), ["QD874-2021"]);
}
