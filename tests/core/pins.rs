//! A round pins its world: whatever is imported, moved, renamed or counted anew afterwards, what a report says of a time
//! that is over stays as it was, and nothing follows from two looks.

use std::rc::Rc;

use testkit::stage::{Actor, Stage, UNITS};

use crate::checkin::reflects;
use crate::overheard::told;

/// A province, a union in it, a group of that; another union beside.
const TREE: &str = "code,name,parent,kind,members
R,Liên đoàn tỉnh,,tỉnh,200
M,Công đoàn Sở M,R,cơ sở,60
X,Tổ X,M,tổ,40
N,Công đoàn Sở N,R,cơ sở,90
";

/// All that an officer is told of these units, in words and files.
fn all(stage: &Rc<Stage>, codes: &[&str], times: &[&str]) -> Vec<Vec<String>> {
    let officer = stage.officer();
    let asked = codes
        .iter()
        .flat_map(|code| times.iter().map(move |time| format!("{code} {time}")));
    asked.map(|asked| told(stage, &officer, &asked)).collect()
}

fn lines<'a>(screen: &'a str, from: &str) -> Vec<&'a str> {
    screen
        .lines()
        .filter(|line| line.starts_with(from))
        .collect()
}

#[test]
fn a_unit_that_moves_in_mid_week_gives_nobody_away() {
    let stage = Stage::with_units(TREE);
    stage.at("2026-11-23 09:00");
    let people = stage.members(16, "X");
    stage.at("2026-11-25 11:35");
    for (place, person) in people[1..].iter().enumerate() {
        person.finishes_the_quiz(place % 5);
    }
    stage.import(&TREE.replace("X,Tổ X,M", "X,Tổ X,R"));
    people[0].finishes_the_quiz(3);
    stage.at("2026-11-30 07:00");
    let officer = stage.officer();
    let report = |code: &str| {
        officer.says(&format!("/report {code} tuần trước"));
        officer.screen()
    };
    let (of_m, of_x) = (report("M"), report("X"));
    assert_eq!(
        lines(&of_m, "Đã trả lời"),
        ["Đã trả lời câu hỏi: 16/16 (100%)"]
    );
    for theme in ["1. ", "2. ", "3. ", "4. ", "Đã trả lời"] {
        assert_eq!(lines(&of_m, theme), lines(&of_x, theme), "it was all of M");
    }
    // In the week that has opened since it stands below the province.
    assert_eq!(
        stage
            .rows(
                "SELECT v.lineage FROM unit_versions AS v JOIN units AS u ON u.id = v.unit_id
                    JOIN rounds AS r ON v.from_tree <= r.tree AND v.until_tree > r.tree
                    WHERE u.code = 'X' ORDER BY r.id"
            )
            .len(),
        2
    );
}

#[test]
fn a_group_that_is_moved_just_before_a_check_in_closes_is_told_of_no_more_than_before() {
    let stage = Stage::with_units(TREE);
    stage.at("2026-11-30 07:00");
    for person in stage.members(12, "X") {
        reflects(&person, [0, 1, 2]);
    }
    stage.settles();
    stage.set("2026-12-13 20:59");
    stage.import(&TREE.replace("X,Tổ X,M", "X,Tổ X,R"));
    stage.at("2026-12-13 21:00");
    let officer = stage.officer();
    for tree in [TREE.replace("X,Tổ X,M", "X,Tổ X,R"), TREE.to_owned()] {
        stage.import(&tree);
        officer.says("/hoiam X");
        officer.sees("Công đoàn Sở M");
        officer.sees_no("người đã tham gia");
        officer.says("/hoiam M");
        officer.sees("12 người đã tham gia");
    }
    // Nor does a word for its level that is changed afterwards make it one of which is told.
    stage.import(&TREE.replace("X,Tổ X,M,tổ", "X,Tổ X,R,cơ sở"));
    officer.says("/hoiam X");
    officer.sees_no("người đã tham gia");
}

/// Three weeks of two unions and a group, the third week still open.
fn weeks(stage: &Rc<Stage>) -> Vec<Actor> {
    stage.at("2026-11-23 09:00");
    let people = [
        stage.members(9, "X"),
        stage.members(7, "M"),
        stage.members(8, "N"),
    ]
    .concat();
    for (monday, wednesday) in [
        ("2026-11-23", "25"),
        ("2026-11-30", "02"),
        ("2026-12-07", "09"),
    ] {
        stage.at(&format!("{monday} 11:35"));
        let month = if wednesday == "25" { "11" } else { "12" };
        stage.at(&format!("2026-{month}-{wednesday} 11:35"));
        for (place, person) in people.iter().enumerate().filter(|(place, _)| place % 4 > 0) {
            person.finishes_the_quiz(place % 6);
        }
    }
    people
}

#[test]
fn a_report_about_a_time_that_is_over_is_a_constant() {
    let stage = Stage::with_units(TREE);
    let people = weeks(&stage);
    let (codes, times) = (
        ["R", "M", "X", "N"],
        ["tuần 30/11", "tuần trước", "tháng 11"],
    );
    let before = all(&stage, &codes, &times);
    assert!(before.iter().flatten().any(|text| text.contains("16/60")));
    let same = |what: &str| assert_eq!(all(&stage, &codes, &times), before, "after {what}");
    stage.import(&TREE.replace("X,Tổ X,M", "X,Tổ X,N"));
    same("a move");
    stage.import(&TREE.replace("Tổ X", "Tổ Mười").replace("Sở M", "Sở Mới"));
    same("other names");
    stage.import(
        &TREE
            .replace(",60", ",16")
            .replace(",90", ",9")
            .replace(",200", ",500"),
    );
    same("other numbers");
    stage.import(&TREE.replace("X,Tổ X,M,tổ", "X,Tổ X,,cơ sở"));
    same("another kind, without a parent");
    stage.import(&format!("{TREE}Y,Tổ Y,M,tổ,5\n"));
    for person in &people[..4] {
        person.says("/stop");
        person.taps("Dừng hẳn");
    }
    people[9].forges(&format!("move:{}", stage.unit("N")));
    stage.members(6, "Y");
    same("people who come, go and move");
    stage.restart();
    same("a start");
}

#[test]
fn another_declared_number_holds_from_the_next_round_on() {
    let stage = Stage::with_units(TREE);
    weeks(&stage);
    stage.import(&TREE.replace("M,Công đoàn Sở M,R,cơ sở,60", "M,Công đoàn Sở M,R,cơ sở,80"));
    stage.at("2026-12-14 11:35");
    stage.at("2026-12-20 21:00");
    let officer = stage.officer();
    officer.says("/report M tuần trước");
    officer.sees("Đã nhận tin: 16/60 người");
    officer.says("/report M tuần");
    officer.sees("Đã nhận tin: 16/80 người");
    officer.says("/report M quý");
    officer.sees("Đã nhận tin: 64/260 lượt");
}

#[test]
fn a_new_unit_counts_in_the_week_in_which_it_came_and_was_not_there_before() {
    let stage = Stage::with_units(TREE);
    stage.at("2026-11-23 09:00");
    stage.members(6, "M");
    stage.at("2026-11-30 11:35");
    stage.at("2026-12-01 09:00");
    // M moves from the next week on; what is new below it stands where M stands this week.
    stage.import(&format!(
        "{}Y,Tổ Y,M,tổ,20\nZ,Nhóm Z,Y,nhóm,9\n",
        TREE.replace("M,Công đoàn Sở M,R", "M,Công đoàn Sở M,N")
    ));
    stage.members(7, "Z");
    stage.at("2026-12-06 21:00");
    let officer = stage.officer();
    for (code, told) in [("Z", "7/9"), ("Y", "7/20"), ("M", "13/60"), ("R", "13/200")] {
        officer.says(&format!("/report {code}"));
        officer.sees(&format!("Đã nhận tin: {told} người"));
    }
    officer.says("/report N");
    officer.sees("Chưa đủ số lượt");
    officer.says("/report Y tuần trước");
    officer.sees("khi đó đơn vị này chưa có trong danh sách đơn vị");
    // What is below it cannot be compared either, whatever it is called now.
    officer.forges(&format!("rc:{}:w2026-11-23", stage.unit("Y")));
    officer.sees("khi đó đơn vị này chưa có trong danh sách đơn vị");
    stage.at("2026-12-07 11:35");
    stage.at("2026-12-13 21:00");
    officer.says("/report N");
    officer.sees("Đã nhận tin: 13/90 người");
}

#[test]
fn a_tree_costs_what_changed_and_goes_when_no_round_has_it() {
    let stage = Stage::with_units(TREE);
    let versions = || stage.number("SELECT count(*) FROM unit_versions");
    stage.at("2026-11-23 09:00");
    assert_eq!(versions(), 4);
    for name in ["Tổ Mười", "Tổ Mười một"] {
        stage.import(&TREE.replace("Tổ X", name));
        assert_eq!(
            versions(),
            5,
            "until the next round opens it is the same one"
        );
    }
    stage.at("2026-11-30 09:00");
    assert_eq!(versions(), 5);
    stage.import(&TREE.replace("Công đoàn Sở M", "Công đoàn Sở Mới"));
    // M, and X, which is called as before.
    assert_eq!(versions(), 7);
    stage.sabotage("DELETE FROM pushes");
    stage.sabotage("DELETE FROM rounds WHERE monday = '2026-11-23'");
    stage.at("2026-12-01 09:00");
    assert_eq!(versions(), 6, "X as the first week alone had it");
}

#[test]
fn more_people_than_a_unit_has_are_no_figure() {
    let stage =
        Stage::with_units(&UNITS.replace("TT,Tổ Thanh tra,SNV,tổ,20", "TT,Tổ Thanh tra,SNV,tổ,6"));
    stage.at("2026-11-23 09:00");
    stage.members(15, "TT");
    stage.members(9, "VP");
    stage.members(8, "SYT");
    // That there are more is an exact number: nothing of it before the end.
    for unit in ["TT", "SNV", "LD"] {
        for text in told(&stage, &stage.officer(), unit) {
            assert!(!text.contains("nhiều hơn số"), "{text}");
        }
    }
    stage.at("2026-11-29 21:00");
    let officer = stage.officer();
    officer.says("/report TT");
    officer.sees("nhiều hơn tổng số người đã khai báo");
    officer.sees_no("%");
    officer.says("/report VP");
    officer.sees("Chưa đủ số lượt");
    officer.says("/report SNV");
    officer.sees("Đã nhận tin: 24/36 người");
    // The number is put right, and from the next week on both are told of.
    officer.forges(&format!("desk:declare:{}:16", stage.unit("TT")));
    officer.says("/report TT");
    officer.sees("nhiều hơn tổng số người đã khai báo");
    stage.at("2026-11-30 11:35");
    stage.at("2026-12-06 21:00");
    officer.says("/report TT");
    officer.sees("Đã nhận tin: 15/16 người");
    officer.says("/report VP");
    officer.sees("Đã nhận tin: 9/30 người");
}

#[test]
fn of_a_check_in_with_more_accounts_than_people_nothing_is_kept() {
    let stage = Stage::with_units(
        &TREE.replace("N,Công đoàn Sở N,R,cơ sở,90", "N,Công đoàn Sở N,R,cơ sở,9"),
    );
    stage.at("2026-11-30 07:00");
    for code in ["N", "M"] {
        for person in stage.members(12, code) {
            reflects(&person, [2, 2, 2]);
        }
    }
    stage.settles();
    stage.at("2026-12-13 21:00");
    // M alone would leave N as what is left of the province.
    assert_eq!(
        stage.rows("SELECT u.code FROM checkin_people AS p JOIN units AS u ON u.id = p.unit_id"),
        ["R"]
    );
}

#[test]
fn officers_who_see_a_figure_are_not_among_those_behind_whom_others_stand() {
    let stage = Stage::with_units(TREE);
    stage.at("2026-11-30 07:00");
    let people = stage.members(10, "M");
    let more = stage.members(11, "N");
    for person in people.iter().chain(&more) {
        reflects(person, [0, 0, 0]);
    }
    for (person, code) in [(&people[0], "R"), (&more[0], "N")] {
        stage.sabotage(&format!(
            "INSERT INTO officers (user_id, unit_id, title, since) VALUES ({}, {}, 'chair', '2026-11-20')",
            person.user,
            stage.unit(code)
        ));
    }
    stage.settles();
    stage.at("2026-12-13 21:00");
    let kept = "SELECT u.code || ' ' || p.people || ' ' || p.counted FROM checkin_people AS p
                JOIN units AS u ON u.id = p.unit_id ORDER BY 1";
    // Nine beside the chair in M; with N told of, they would follow.
    assert_eq!(stage.rows(kept), ["R 21 19"]);
}

#[test]
fn who_came_after_a_check_in_had_opened_or_took_part_in_one_week_is_not_counted_and_knows_it() {
    let stage = Stage::with_units(TREE);
    stage.at("2026-11-23 09:00");
    let (steady, early) = (stage.members(11, "M"), stage.member("Bình", "M"));
    for person in &steady {
        person.finishes_the_quiz(3);
    }
    stage.at("2026-11-30 09:00");
    let late = stage.member("An", "M");
    late.says("/checkin");
    late.sees("tham gia sau khi đợt này mở");
    early.says("/checkin");
    early.sees("ít nhất 2 tuần");
    for person in steady.iter().chain([&early, &late]) {
        person.finishes_the_quiz(3);
        reflects(person, [0, 0, 0]);
    }
    steady[0].says("/checkin");
    stage.at("2026-12-07 09:00");
    late.finishes_the_quiz(3);
    steady[1].says("/checkin");
    steady[1].sees_no("ít nhất 2 tuần");
    stage.at("2026-12-13 21:00");
    assert_eq!(
        stage.rows("SELECT u.code || ' ' || p.people FROM checkin_people AS p JOIN units AS u ON u.id = p.unit_id ORDER BY 1"),
        ["M 11", "R 11"]
    );
}

#[test]
fn who_moves_takes_part_where_they_began() {
    let stage = Stage::with_units(TREE);
    stage.at("2026-11-30 07:00");
    let people = stage.members(12, "M");
    for person in &people {
        reflects(person, [0, 0, 0]);
        person.forges(&format!("move:{}", stage.unit("N")));
        reflects_anew(person);
    }
    stage.settles();
    stage.at("2026-12-13 21:00");
    assert_eq!(
        stage.rows("SELECT u.code || ' ' || p.people FROM checkin_people AS p JOIN units AS u ON u.id = p.unit_id ORDER BY 1"),
        ["M 12", "R 12"]
    );
}

fn reflects_anew(person: &Actor) {
    let round = person.stage.number("SELECT max(id) FROM checkin_rounds");
    for place in 0..3 {
        person.forges(&format!("c:{round}:{place}:1"));
    }
}

#[test]
fn while_a_round_is_open_numbers_are_steps_everywhere_and_small_ones_are_none() {
    let stage = Stage::with_units(TREE);
    stage.at("2026-11-23 09:00");
    let mut people = stage.members(5, "M");
    let officer = stage.officer();
    officer.says("/report R");
    officer.sees("Số liệu của riêng đơn vị này có sau khi tuần kết thúc");
    people.extend(stage.members(12, "N"));
    for person in &people[..7] {
        person.finishes_the_quiz(5);
    }
    let texts = told(&stage, &officer, "R");
    assert_eq!(texts.len(), 3, "words, a picture, a sheet");
    for text in &texts {
        assert!(text.contains("hơn 15") && text.contains("hơn 5"), "{text}");
        assert!(!text.contains("17") && !text.contains("7/"), "{text}");
    }
    // Of a unit below, when it is over: which of them could be told from others is not known before.
    officer.says("/report N");
    officer.sees("Số liệu của riêng đơn vị này có sau");
    officer.says("/report M");
    officer.sees("Số liệu của riêng đơn vị này có sau");
    assert!(!officer.has_button("So sánh"));
    officer.says("/report R");
    assert!(!officer.has_button("So sánh"));
    officer.forges(&format!("rc:{}:w2026-11-23", stage.unit("R")));
    officer.sees("Tuần còn mở thì chưa so sánh được");
}

#[test]
fn a_threshold_that_rises_while_a_round_is_open_silences_it_until_it_has_closed() {
    let stage = Stage::with_units(TREE);
    stage.at("2026-11-23 09:00");
    stage.members(12, "M");
    let officer = stage.officer();
    officer.says("/report R");
    officer.sees("hơn 10 người");
    crate::report_floors::raise(&stage, 8, 12);
    officer.says("/report R");
    officer.sees_no("hơn 10 người");
    stage.at("2026-11-29 21:00");
    officer.says("/report R");
    officer.sees("Đã nhận tin: 12/200 người");
}
