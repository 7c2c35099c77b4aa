//! A list of units, sent to the bot as a file by whoever owns the installation.

use std::rc::Rc;

use nhip::outgoing::{Outcome, Reason};
use testkit::stage::Stage;

const HEADER: &str = "Mã,Tên đơn vị,Mã cấp trên,Cấp,Số người\n";

fn units(stage: &Rc<Stage>) -> Vec<String> {
    stage.rows("SELECT code || ': ' || name || ' (' || members || ')' FROM units ORDER BY code")
}

#[test]
fn an_owner_sees_what_a_file_would_change_before_it_does() {
    let stage = Stage::new();
    let officer = stage.officer();
    let before = units(&stage);
    let file = format!("{HEADER}TC,Phòng Tổ chức,SNV,phòng,14\nVP,Văn phòng Sở,SNV,tổ,21\n");
    officer.sends_a_document("đơn vị.CSV", file.as_bytes());
    officer.sees("+ TC: Phòng Tổ chức");
    officer.sees("~ VP: tên “Tổ Văn phòng” → “Văn phòng Sở”");
    officer.sees("1 đơn vị mới, 1 thay đổi, 0 giữ nguyên. Chưa có gì được nhập.");
    assert_eq!(units(&stage), before, "only shown");
    officer.taps("Nhập");
    officer.sees("Đã nhập danh sách đơn vị: 1 đơn vị mới, 1 thay đổi");
    assert!(units(&stage).contains(&"TC: Phòng Tổ chức (14)".to_owned()));
    let ana = stage.member("An", "VP");
    ana.says("/nhatky");
    ana.sees("nhập danh sách đơn vị");
    assert_eq!(stage.number("SELECT count(*) FROM unit_files"), 0);
    // The same again changes nothing, and there is nothing to confirm.
    officer.sends_a_document("đơn vị.csv", file.as_bytes());
    officer.sees("giống hệt các đơn vị đang có");
    assert_eq!(stage.number("SELECT count(*) FROM unit_files"), 0);
}

#[test]
fn a_file_with_faults_is_refused_whole_and_each_fault_has_its_cell() {
    let stage = Stage::new();
    let officer = stage.officer();
    let kept = stage.kept();
    let wrong = format!("{HEADER}TC,Phòng Tổ chức,KHONG,phòng,nhiều\nTC 2,C«ng ®oµn,,tổ,3\n");
    officer.sends_a_document("units.csv", wrong.as_bytes());
    officer.sees("Tệp chưa nhập được");
    officer.sees("Ô E2: “nhiều” không phải là số người");
    officer.sees("Ô A3: “TC 2” chưa phải là mã");
    officer.sees("Ô B3: chữ gõ bằng phông cũ (TCVN3, VNI hoặc VPS)");
    let many: String = (0..60).map(|_| "?,,,,\n").collect();
    officer.sends_a_document("units.csv", format!("{HEADER}{many}").as_bytes());
    officer.sees("dòng nữa");
    for (name, bytes, answer) in [
        (
            "units.pdf",
            &b"%PDF"[..],
            "đây không phải là bảng tính. Xin dùng bảng ở dạng Excel (.xlsx)",
        ),
        (
            "units.xlsx",
            &b"PK\x03\x04?"[..],
            "tệp bị hỏng hoặc chưa tải xong",
        ),
        ("units.csv", &b"ten,S\xf4"[..], "không phải Unicode"),
        ("units.csv", &vec![b' '; 9 << 20][..], "tối đa 8 MB"),
    ] {
        officer.sends_a_document(name, bytes);
        officer.sees(answer);
    }
    assert_eq!(stage.kept(), kept);
}

#[test]
fn a_file_that_could_not_be_fetched_in_time_is_asked_for_again() {
    let stage = Stage::new();
    let officer = stage.officer();
    // The messenger answers nobody: by the tick, or by the sender that looks at the clock first.
    for by_tick in [true, false] {
        stage.updates(&[officer.document("units.csv", HEADER.as_bytes())]);
        stage.pass(1);
        if by_tick {
            stage.tick();
        }
        stage.deliver();
        officer.sees("Bot chưa tải được tệp. Xin gửi lại tệp sau ít phút.");
        assert_eq!(stage.number("SELECT count(*) FROM unit_files"), 0);
        let count = officer.count();
        stage.tick();
        assert_eq!(officer.count(), count, "told once");
        officer.clears();
    }
}

#[test]
fn what_is_imported_is_what_was_shown() {
    let stage = Stage::new();
    let officer = stage.officer();
    let one = format!("{HEADER}TC,Phòng Tổ chức,SNV,phòng,14\n");
    let two = format!("{HEADER}TC,Phòng Tổ chức cán bộ,SNV,phòng,15\n");
    officer.sends_a_document("1.csv", one.as_bytes());
    let first = officer.messages().pop().unwrap().keyboard[0][0]
        .data
        .clone();
    officer.sends_a_document("2.csv", two.as_bytes());
    officer.forges(&first);
    assert!(officer.toast().contains("không còn dùng được"));
    officer.taps("Nhập");
    assert!(units(&stage).contains(&"TC: Phòng Tổ chức cán bộ (15)".to_owned()));
    // The tree changes between the look and the tap: what would happen now is shown first.
    officer.sends_a_document("1.csv", one.as_bytes());
    stage.rows("UPDATE units SET members = 99 WHERE code = 'TC' RETURNING code");
    officer.taps("Nhập");
    officer.sees("số người 99 → 14");
    officer.taps("Bỏ");
    officer.sees("Không có gì thay đổi");
    assert!(units(&stage).contains(&"TC: Phòng Tổ chức cán bộ (99)".to_owned()));
}

#[test]
fn a_list_that_the_messenger_does_not_hand_out_is_told_of_once() {
    for outcome in [
        Outcome::Rejected {
            reason: Reason::TooManyButtons,
        },
        Outcome::Stale {
            reason: Reason::MessageGone,
        },
        Outcome::Expired,
    ] {
        let stage = Stage::new();
        let officer = stage.officer();
        let before = officer.count();
        stage.updates(&[officer.document("units.csv", HEADER.as_bytes())]);
        let fetch = stage.claim().pop().expect("a fetch");
        for _ in 0..2 {
            stage.outcome(&fetch, outcome.clone());
            stage.pass(1);
            stage.tick();
            stage.deliver();
        }
        assert_eq!(officer.got(before), 1, "{outcome:?}: {}", officer.glance());
        assert_eq!(stage.number("SELECT count(*) FROM unit_files"), 0);
        officer.sends_a_document(
            "units.csv",
            format!("{HEADER}A,Sở A,LD,cơ sở,9\n").as_bytes(),
        );
        officer.taps("Nhập");
        assert!(units(&stage).contains(&"A: Sở A (9)".to_owned()));
    }
}

#[test]
fn nobody_else_can_send_or_confirm_one_and_none_is_kept_for_long() {
    let stage = Stage::new();
    let (officer, ana) = (stage.officer(), stage.member("An", "VP"));
    let file = format!("{HEADER}TC,Phòng Tổ chức,SNV,phòng,14\n");
    let kept = stage.kept();
    ana.sends_a_document("units.csv", file.as_bytes());
    ana.sees("Bot không nhận và không lưu ảnh, tệp");
    assert_eq!(stage.kept(), kept);
    officer.sends_a_document("units.csv", file.as_bytes());
    let import = officer.messages().pop().unwrap().keyboard[0][0]
        .data
        .clone();
    ana.forges(&import);
    assert!(ana.toast().contains("không còn dùng được"));
    stage.at("2026-11-24 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM unit_files"), 0);
    officer.forges(&import);
    assert!(officer.toast().contains("không còn dùng được"));
    assert!(!units(&stage).iter().any(|unit| unit.starts_with("TC")));
}

/// The bot reads a file between two transactions, after it has noted that it does.
#[test]
fn a_file_that_ends_the_process_is_read_once_and_its_owner_is_told() {
    let stage = Stage::new();
    let officer = stage.officer();
    let file = format!("{HEADER}TC,Phòng Tổ chức,SNV,phòng,14\n");
    stage.updates(&[officer.document("units.csv", file.as_bytes())]);
    let fetch = stage.claim();
    stage.carry(&fetch);
    // It is taken to be read, and the process dies of it.
    drop(stage.takes_a_file().expect("a file that has come"));
    stage.restart();
    officer.sees("Lần trước bot dừng đột ngột khi đang đọc tệp này, nên không đọc lại.");
    assert!(stage.takes_a_file().is_none(), "it is not tried again");
    let told = officer.count();
    stage.restart();
    assert_eq!(officer.count(), told, "told once");
    // One that has come and was not taken yet is read after the start.
    officer.clears();
    stage.updates(&[officer.document("units.csv", file.as_bytes())]);
    let fetch = stage.claim();
    stage.carry(&fetch);
    stage.restart();
    officer.sees("+ TC: Phòng Tổ chức (14 người, thuộc SNV)");
}

#[test]
fn a_list_is_planned_beside_everything_else_and_a_kill_meanwhile_imports_nothing() {
    let stage = Stage::new();
    let officer = stage.officer();
    let file = format!("{HEADER}TC,Phòng Tổ chức,SNV,phòng,14\n");
    // The tap alone changes nothing but what the officer sees.
    officer.sends_a_document("units.csv", file.as_bytes());
    stage.updates(&[officer.tapping("Nhập")]);
    assert!(!units(&stage).iter().any(|unit| unit.starts_with("TC")));
    assert!(stage.tick().files, "the reader is woken");
    drop(stage.takes_a_file().expect("the list that was confirmed"));
    stage.restart();
    officer.sees("Bot dừng đột ngột khi đang nhập danh sách đơn vị, nên danh sách chưa được nhập.");
    assert!(!units(&stage).iter().any(|unit| unit.starts_with("TC")));
    // One that was confirmed and not taken yet is imported after the start.
    officer.sends_a_document("units.csv", file.as_bytes());
    stage.updates(&[officer.tapping("Nhập")]);
    stage.restart();
    officer.sees("Đã nhập danh sách đơn vị: 1 đơn vị mới");
    assert!(units(&stage).contains(&"TC: Phòng Tổ chức (14)".to_owned()));
}

#[test]
fn a_unit_that_changes_while_a_list_is_planned_is_shown_before_it_is_imported() {
    let stage = Stage::new();
    let officer = stage.officer();
    let file = format!("{HEADER}VP,Văn phòng,SNV,phòng,14\n");
    officer.sends_a_document("units.csv", file.as_bytes());
    stage.updates(&[officer.tapping("Nhập")]);
    let planned = stage
        .takes_a_file()
        .expect("the list that was confirmed")
        .read();
    stage.rows("UPDATE units SET members = 99 WHERE code = 'VP' RETURNING code");
    stage
        .write(async |tx, core| core.on_file(tx, &planned).await)
        .expect("it is judged");
    stage.deliver();
    officer.sees("Chưa có gì được nhập.");
    assert!(units(&stage).iter().any(|unit| unit.ends_with("(99)")));
}

#[test]
fn one_list_adds_moves_renames_and_counts_and_each_unit_stands_where_it_says() {
    let stage = Stage::new();
    stage.member("An", "VP");
    // VP goes below a unit that is new, which gets another new one below VP; TT changes in each other cell.
    stage.import(
        "code,name,parent,kind,members\nKH,Khối Văn phòng,SNV,khối,40\nVP,Tổ Văn phòng,KH,tổ,21\n\
         VT,Nhóm Văn thư,VP,nhóm,4\nTT,Phòng Thanh tra,SNV,phòng,33\n",
    );
    let lines = "SELECT u.code || ' ' || u.kind || ' ' || u.members || ' ' ||
        (SELECT group_concat(above.code, '>') FROM (SELECT a.code FROM json_each(u.lineage) AS l JOIN units AS a ON a.id = l.value
            ORDER BY l.key) AS above)
        FROM units AS u WHERE u.code IN ('KH', 'VP', 'VT', 'TT') ORDER BY u.code";
    assert_eq!(
        stage.rows(lines),
        [
            "KH khối 40 LD>SNV>KH",
            "TT phòng 33 LD>SNV>TT",
            "VP tổ 21 LD>SNV>KH>VP",
            "VT nhóm 4 LD>SNV>KH>VP>VT",
        ]
    );
    assert_eq!(
        stage.rows("SELECT name FROM units WHERE folded = 'phong thanh tra'"),
        ["Phòng Thanh tra"]
    );
    let pinned = "SELECT count(*) FROM unit_versions AS v JOIN units AS u ON u.id = v.unit_id
        WHERE v.until_tree = 9223372036854775807 AND (u.name, u.lineage, u.kind, u.members) IS (v.name, v.lineage, v.kind, v.members)";
    assert_eq!(
        stage.number(pinned),
        stage.number("SELECT count(*) FROM units")
    );
}

#[test]
fn a_reader_that_breaks_down_refuses_the_file_alone() {
    let stage = Stage::new();
    let officer = stage.officer();
    let file = format!("{HEADER}TC,Phòng Tổ chức,SNV,phòng,14\n");
    stage.updates(&[officer.document("units.csv", file.as_bytes())]);
    let fetch = stage.claim();
    stage.carry(&fetch);
    let broken = stage.takes_a_file().expect("a file that has come").broken();
    stage
        .write(async |tx, core| core.on_file(tx, &broken).await)
        .expect("it can be told");
    stage.deliver();
    officer.sees("nên không đọc lại. Không có gì thay đổi.");
    assert_eq!(stage.number("SELECT count(*) FROM unit_files"), 0);
}

#[test]
fn what_can_go_wrong_stands_at_the_top_of_what_is_shown() {
    let stage = Stage::new();
    let officer = stage.officer();
    let file = format!("{HEADER}snv,Công đoàn Sở Nội vụ,LD,cơ sở,510\nMOI,Sở Mới,,cơ sở,15.0\n");
    officer.sends_a_document("bảng.bin", file.as_bytes());
    officer.sees("Ô E3: “15.0” không phải là số người. Xin ghi số nguyên");
    officer.sends_a_document("bảng.bin", file.replace("15.0", "1.030").as_bytes());
    officer.sees(
        "⚠ Đơn vị không có cấp trên, xin xem lại nếu đây không phải là cấp cao nhất (1): MOI",
    );
    officer.sees("⚠ Số người thay đổi nhiều (1): SNV 50 → 510");
    officer.sees("⚠ Đơn vị đang có mà tệp không nhắc đến, vẫn giữ nguyên (4): LD, SYT, TT, VP");
    officer.sees("+ MOI: Sở Mới (1.030 người, không có cấp trên)");
    officer.taps("Nhập");
    assert!(units(&stage).contains(&"SNV: Công đoàn Sở Nội vụ (510)".to_owned()));
    assert!(!units(&stage).iter().any(|unit| unit.starts_with("snv")));
}
