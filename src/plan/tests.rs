//! Months, posts and targets as people write them.

use super::*;
use crate::campaign::Campaign;
use crate::text::{Texts, Words};
use crate::types::{Language, Month, PlanLine};

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn told(trouble: &Trouble) -> String {
    let texts = Texts::built_in(&Words::default()).unwrap();
    trouble.told(&texts, Language::Vi)
}

#[test]
fn months_are_read_as_people_write_them() {
    for (typed, first, last) in [
        ("tháng 9", "2026-09", "2026-09"),
        ("T9", "2026-09", "2026-09"),
        ("09/2026", "2026-09", "2026-09"),
        ("Tháng 9 năm 2026", "2026-09", "2026-09"),
        ("T9-T12", "2026-09", "2026-12"),
        ("T9–T12/2026", "2026-09", "2026-12"),
        ("từ tháng 3 đến tháng 5", "2026-03", "2026-05"),
        ("tháng 3, 6, 9", "2026-03", "2026-09"),
        ("Quý III", "2026-07", "2026-09"),
        ("quý 3/2026", "2026-07", "2026-09"),
        ("Q4", "2026-10", "2026-12"),
        ("Quý I, II", "2026-01", "2026-06"),
        ("Quý II-IV", "2026-04", "2026-12"),
        ("cả năm", "2026-01", "2026-12"),
        ("Thường xuyên", "2026-01", "2026-12"),
        ("hằng tháng", "2026-01", "2026-12"),
        ("6 tháng đầu năm", "2026-01", "2026-06"),
        ("trước 20/11", "2026-01", "2026-11"),
        ("Trước ngày 20/11/2026", "2026-01", "2026-11"),
        ("chậm nhất tháng 3", "2026-01", "2026-03"),
        ("20/11", "2026-11", "2026-11"),
        ("tuần 2 tháng 9", "2026-09", "2026-09"),
        // A day that has lost its format: 15/10/2026.
        ("46310", "2026-10", "2026-10"),
        ("9", "2026-09", "2026-09"),
    ] {
        let read = months(typed, month("2026-01")).map_err(|trouble| told(&trouble));
        assert_eq!(read, Ok((month(first), month(last))), "{typed}");
    }
}

#[test]
fn what_is_no_month_or_could_be_two_is_asked_back() {
    for (typed, sentence) in [
        ("khi có điều kiện", "chưa đọc được thành tháng"),
        ("tháng 13", "chưa đọc được thành tháng"),
        ("9/2025", "nằm ngoài kế hoạch"),
        ("T11-T2", "kết thúc trước khi bắt đầu"),
        ("", "chưa đọc được thành tháng"),
    ] {
        let read = months(typed, month("2026-01")).unwrap_err();
        assert!(told(&read).contains(sentence), "{typed}: {}", told(&read));
    }
    // In a school's year the third quarter is its beginning and its end.
    let september = month("2026-09");
    let read = months("Quý III", september).unwrap_err();
    assert!(told(&read).contains("hai đầu kế hoạch"), "{}", told(&read));
    let read = months("T11-T2", september);
    assert_eq!(read, Ok((month("2026-11"), month("2027-02"))));
    assert_eq!(
        months("Quý I", september),
        Ok((month("2027-01"), month("2027-03")))
    );
}

#[test]
fn posts_are_taken_and_people_are_not() {
    let campaign = Campaign::built_in().unwrap_or_else(|one| panic!("{one}"));
    let read = |typed: &str| posts(typed, campaign.plan(), Language::Vi);
    let sound = |typed: &str| {
        let read = read(typed).unwrap_or_else(|trouble| panic!("{}", told(&trouble)));
        (read.ids, read.dropped)
    };
    for (typed, ids, dropped) in [
        ("Chủ tịch", "chair", false),
        ("CHỦ TỊCH", "chair", false),
        ("Phó Chủ tịch, UBKT", "deputy audit", false),
        ("BCH và các tổ công đoàn", "committee leader", false),
        ("Ủy viên BCH", "member", false),
        ("Đ/c Chủ tịch", "chair", false),
        ("Chủ tịch Nguyễn Văn An", "chair", true),
        ("Đ/c An – Phó Chủ tịch", "deputy", true),
        ("Hiệu trưởng; Ban TTND", "head inspectorate", false),
    ] {
        assert_eq!(sound(typed), (ids.to_owned(), dropped), "{typed}");
    }
    for (typed, sentence) in [
        ("Nguyễn Văn An", "có vẻ là tên người"),
        ("Đ/c An", "có vẻ là tên người"),
        ("phòng tổ chức", "không có trong danh sách chức danh"),
        (
            "Chủ tịch và phòng hành chính",
            "không có trong danh sách chức danh",
        ),
    ] {
        let trouble = read(typed).unwrap_err();
        assert!(
            told(&trouble).contains(sentence),
            "{typed}: {}",
            told(&trouble)
        );
        assert!(told(&trouble).contains("Ban Thanh tra nhân dân"), "{typed}");
    }
}

#[test]
fn a_target_is_a_number_where_there_is_one() {
    let line = |target: &str, first: &str, last: &str| PlanLine {
        task: 1,
        content: "Sinh hoạt".to_owned(),
        lead: "chair".to_owned(),
        support: String::new(),
        first: month(first),
        last: month(last),
        measure: String::new(),
        target: target.to_owned(),
        counted: None,
    };
    for (target, wanted) in [
        ("100%", Some(100)),
        ("≥95%", Some(95)),
        ("≥ 95,5%", Some(96)),
        ("01 lần/quý", Some(4)),
        ("2 buổi/tháng", Some(24)),
        ("40 tuần", Some(40)),
        ("1.200 lượt", Some(1_200)),
        ("theo đề xuất", None),
        ("", None),
    ] {
        assert_eq!(
            goal(&line(target, "2026-01", "2026-12")),
            wanted,
            "{target}"
        );
    }
    assert_eq!(goal(&line("01 lần/quý", "2026-04", "2026-08")), Some(2));
}

#[test]
fn a_sentence_without_a_name_says_what_is_done() {
    assert_eq!(
        content(" Sinh  hoạt chuyên đề "),
        Ok("Sinh hoạt chuyên đề".to_owned())
    );
    let told_of = |typed: &str| told(&content(typed).unwrap_err());
    assert!(told_of("abc").contains("ít nhất 5"));
    assert!(told_of(&"dài ".repeat(80)).contains("tối đa 250"));
}

/// A workbook as people make it: merged cells, days of Excel, a number that shows per cent.
fn workbook() -> Vec<u8> {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let heads = [
        "TT",
        "Nhiệm vụ",
        "Nội dung",
        "Phụ trách (chức danh)",
        "Phối hợp",
        "Bắt đầu",
        "Hoàn thành",
        "Cách đo",
        "Chỉ tiêu",
        "Ghi chú",
    ];
    sheet.write(0, 2, "KẾ HOẠCH NĂM 2027").unwrap();
    for (column, head) in (0..).zip(heads) {
        sheet.write(2, column, head).unwrap();
    }
    let plain = Format::new();
    sheet.merge_range(3, 1, 4, 1, "III.4", &plain).unwrap();
    sheet.merge_range(3, 3, 4, 3, "Chủ tịch", &plain).unwrap();
    let day = ExcelDateTime::parse_from_str("2027-03-15").unwrap();
    let dated = Format::new().set_num_format("dd/mm/yyyy");
    let percent = Format::new().set_num_format("0%");
    for (row, content) in [(3, "Hội nghị"), (4, "Trả lời ý kiến")] {
        sheet.write(row, 2, content).unwrap();
        sheet.write_with_format(row, 5, &day, &dated).unwrap();
        // The same kind of day, whose cell has lost its format: 01/05/2027.
        sheet.write(row, 6, 46_508).unwrap();
        sheet.write_with_format(row, 8, 1.0, &percent).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn merged_cells_days_and_percents_are_what_they_look_like() {
    let campaign = Campaign::built_in().unwrap_or_else(|one| panic!("{one}"));
    let read = sheet::PlanSheet::read(&workbook(), campaign.plan(), month("2027-01"), Language::Vi);
    let read = read.unwrap_or_else(|faults| {
        panic!(
            "{}",
            faults.told(&Texts::built_in(&Words::default()).unwrap(), Language::Vi)
        )
    });
    let lines: Vec<_> = read
        .lines
        .iter()
        .map(|line| {
            format!(
                "{} {} {} {}-{} {}",
                line.task, line.content, line.lead, line.first, line.last, line.target
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "4 Hội nghị chair 2027-03-2027-05 100%",
            "4 Trả lời ý kiến chair 2027-03-2027-05 100%",
        ]
    );
}
