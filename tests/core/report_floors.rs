//! No figure about fewer people than the threshold, shown or derivable.

use std::rc::Rc;

use nhip::core::{Grassroots, Retention};
use nhip::schedule::Cadence;
use nhip::types::Thresholds;

use crate::group::Group;
use crate::house::{House, UNITS, core};
use crate::people::Actor;

const TOO_FEW: &str = "Chưa đủ số lượt";

/// A group for each unit, all of them the officer's.
fn groups(house: &Rc<House>, codes: &[&str]) -> Vec<Group> {
    let officer = house.officer();
    let tie = |(number, code): (i64, &&str)| {
        let group = house.group(-4_000 - number);
        group.hears(&officer, &format!("/link {code}"));
        group
    };
    (1..).zip(codes).map(tie).collect()
}

fn reports(house: &Rc<House>, groups: &[Group]) -> Vec<String> {
    let officer = house.officer();
    let report = |group: &Group| {
        group.hears(&officer, "/report");
        group.last().text
    };
    groups.iter().map(report).collect()
}

fn shows(report: &str) -> bool {
    report.contains("Đã nhận tin")
}

#[test]
fn four_people_are_too_few_and_five_are_enough() {
    let house = House::with_units("code,name,parent,kind,members\nA,Một cơ sở,,cơ sở,30\n");
    let group = groups(&house, &["A"]);
    house.at("2026-11-23 09:00");
    house.members(4, "A");
    assert!(reports(&house, &group)[0].contains(TOO_FEW));
    house.member("Năm", "A");
    assert!(shows(&reports(&house, &group)[0]));
}

#[test]
fn a_small_unit_hides_its_sibling_too_but_not_the_unit_above() {
    let house = House::new();
    let groups = groups(&house, &["LD", "SNV", "SYT", "VP", "TT"]);
    house.at("2026-11-23 09:00");
    house.members(8, "VP");
    house.members(3, "TT");
    house.members(6, "SYT");
    let shown: Vec<bool> = reports(&house, &groups)
        .iter()
        .map(|report| shows(report))
        .collect();
    // TT has three; VP would give them away, being all the rest of SNV.
    assert_eq!(shown, [true, true, true, false, false]);
}

#[test]
fn one_person_beside_the_groups_of_a_unit_is_not_given_away_either() {
    let house = House::new();
    let groups = groups(&house, &["SNV", "VP", "TT"]);
    house.at("2026-11-23 09:00");
    house.members(8, "VP");
    house.members(6, "TT");
    house.member("Một mình", "SNV");
    let shown: Vec<bool> = reports(&house, &groups)
        .iter()
        .map(|report| shows(report))
        .collect();
    assert_eq!(
        shown,
        [true, true, false],
        "the smaller one hides the one who is alone"
    );
}

/// Everybody answers the whole quiz, so many right.
fn week(house: &House, people: &[Actor], right: impl Fn(usize) -> usize) {
    for (place, person) in people.iter().enumerate() {
        person.finishes_the_quiz(right(place));
    }
    house.at("2026-11-29 21:00");
}

#[test]
fn what_people_knew_is_shown_of_closed_rounds_only() {
    let house = House::new();
    let group = groups(&house, &["VP"]);
    house.at("2026-11-23 09:00");
    let people = house.members(6, "VP");
    people[0].finishes_the_quiz(5);
    assert!(!reports(&house, &group)[0].contains("Tỷ lệ đúng"));
    week(&house, &people[1..], |_| 5);
    let closed = reports(&house, &group)[0].clone();
    assert!(
        closed.contains("Tỷ lệ đúng theo nội dung (đợt đã khép 23/11 – 29/11)"),
        "{closed}"
    );
    assert!(
        closed.contains("đa số đúng, từ 90% trở lên"),
        "everybody was right, and that is not said: {closed}"
    );
    assert!(
        !closed.contains("100%") || !closed.contains(": 100%"),
        "{closed}"
    );
    house.at("2026-11-30 09:00");
    people[0].finishes_the_quiz(0);
    let open = reports(&house, &group)[0].clone();
    let themes = |report: &str| {
        report
            .split("\n\n")
            .find(|block| block.starts_with("Tỷ lệ đúng"))
            .map(str::to_owned)
    };
    assert_eq!(
        themes(&open),
        themes(&closed),
        "an answer of the open round changes none of it"
    );
}

#[test]
fn a_theme_that_few_have_answered_is_left_out() {
    let house = House::new();
    let group = groups(&house, &["VP"]);
    house.at("2026-11-23 09:00");
    let people = house.members(6, "VP");
    people[0].says("/quiz");
    people[0].answers(true);
    week(&house, &people[1..4], |_| 3);
    let report = &reports(&house, &group)[0];
    assert!(shows(report), "six were reached");
    assert_eq!(report.matches("chưa đủ số lượt").count(), 4, "{report}");
    assert!(!report.contains("% ("), "{report}");
}

#[test]
fn the_week_before_has_a_floor_of_its_own() {
    let house = House::new();
    let group = groups(&house, &["VP"]);
    house.at("2026-11-23 09:00");
    house.members(3, "VP");
    house.at("2026-11-30 09:00");
    house.members(5, "VP");
    let report = &reports(&house, &group)[0];
    assert!(
        shows(report) && report.contains("Kỳ trước: chưa đủ số lượt"),
        "{report}"
    );
}

/// So many members of a unit reflect in the check-in that is open.
fn reflect(house: &Rc<House>, count: usize, code: &str) {
    let round = house.number("SELECT max(id) FROM checkin_rounds");
    for person in house.members(count, code) {
        for place in 0..3 {
            person.forges(&format!("c:{round}:{place}:0"));
        }
    }
}

#[test]
fn reflection_needs_ten_and_shows_only_how_many() {
    let house = House::new();
    let groups = groups(&house, &["SNV", "SYT"]);
    house.at("2026-11-30 09:00");
    reflect(&house, 10, "SNV");
    reflect(&house, 10, "SYT");
    for report in reports(&house, &groups) {
        assert!(!report.contains("Suy ngẫm"), "it is still open: {report}");
    }
    house.at("2026-12-13 21:01");
    for report in reports(&house, &groups) {
        assert!(
            report.contains("Suy ngẫm tháng 11/2026: 10 người tham gia"),
            "{report}"
        );
    }
    house.at("2026-12-14 09:00");
    assert!(reports(&house, &groups)[0].contains("10 người tham gia"));
    house.at("2026-12-21 09:00");
    assert!(!reports(&house, &groups)[0].contains("Suy ngẫm"));
}

#[test]
fn a_reflection_is_told_of_a_grassroots_union_never_of_its_groups() {
    let house = House::new();
    let groups = groups(&house, &["SNV", "VP", "TT"]);
    house.at("2026-11-30 09:00");
    reflect(&house, 30, "VP");
    reflect(&house, 20, "TT");
    house.at("2026-12-13 21:01");
    let reports = reports(&house, &groups);
    assert!(reports[0].contains("Suy ngẫm tháng 11/2026: 50 người tham gia"));
    for report in &reports[1..] {
        assert!(
            report.contains(
                "chỉ tổng hợp từ cấp cơ sở trở lên; xin xem trong số liệu của Công đoàn Sở Nội vụ"
            ),
            "{report}"
        );
        assert!(!report.contains("tham gia"), "{report}");
    }
    // Where the organisation names no level so, the threshold alone decides: of what closes from then on.
    house.restart_with(core(Cadence::default()).with_grassroots(Grassroots::of([])));
    let later = self::reports(&house, &groups);
    assert!(later[1].contains("chưa đủ số lượt"), "{}", later[1]);
}

#[test]
fn nine_who_reflected_hide_themselves_and_the_ten_beside_them() {
    let house = House::new();
    let groups = groups(&house, &["LD", "SNV", "SYT"]);
    house.at("2026-11-30 09:00");
    reflect(&house, 10, "SNV");
    reflect(&house, 9, "SYT");
    house.at("2026-12-13 21:01");
    let shown: Vec<bool> = reports(&house, &groups)
        .iter()
        .map(|report| report.contains("người tham gia"))
        .collect();
    assert_eq!(shown, [true, false, false]);
}

/// The report of the week before, of each of these units, to the officer alone.
fn week_before(house: &Rc<House>, codes: &[&str]) -> Vec<bool> {
    let officer = house.officer();
    let shown = |code: &&str| {
        officer.says(&format!("/report {code} tuần trước"));
        shows(&officer.screen())
    };
    codes.iter().map(shown).collect()
}

/// Units, and whether they are told of after a week in which one of them would have given another away.
const WITHHOLDING: ([&str; 5], [bool; 5]) = (
    ["LD", "SNV", "SYT", "VP", "TT"],
    [true, true, true, false, false],
);

/// The week after that one.
fn withholding() -> Rc<House> {
    let house = House::new();
    house.at("2026-11-23 09:00");
    house.members(8, "VP");
    house.members(3, "TT");
    house.members(6, "SYT");
    house.at("2026-11-30 09:00");
    let (codes, told) = WITHHOLDING;
    assert_eq!(week_before(&house, &codes), told, "VP would give TT away");
    house
}

#[test]
fn a_unit_that_moves_after_its_week_gives_nothing_away() {
    let house = withholding();
    let (codes, told) = WITHHOLDING;
    // Below SYT it has no sibling that is too small; but the week was below SNV, which tells of eleven.
    house.import(&UNITS.replace("VP,Tổ Văn phòng,SNV", "VP,Tổ Văn phòng,SYT"));
    assert_eq!(week_before(&house, &codes), told);
}

#[test]
fn a_raised_threshold_holds_for_weeks_that_were_judged_before() {
    let house = House::new();
    house.at("2026-11-23 09:00");
    house.members(9, "SNV");
    house.members(6, "SYT");
    house.at("2026-11-30 09:00");
    let codes = ["LD", "SNV", "SYT"];
    assert_eq!(week_before(&house, &codes), [true, true, true]);
    raise(&house, 8, 10);
    let told = [true, false, false];
    assert_eq!(
        week_before(&house, &codes),
        told,
        "before it is judged anew"
    );
    house.tick();
    assert_eq!(
        house.rows(
            "SELECT u.code FROM suppressed AS w JOIN units AS u ON u.id = w.unit_id WHERE theme = 0"
        ),
        ["SNV"]
    );
    assert_eq!(week_before(&house, &codes), told);
}

/// Restarts with such thresholds.
fn raise(house: &House, quiz: i64, reflection: i64) {
    let floors = Thresholds { quiz, reflection };
    house.restart_with(core(Cadence::default()).with_retention(floors, Retention::default()));
}

#[test]
fn a_raised_threshold_gives_nothing_away_of_a_unit_that_has_moved() {
    let house = withholding();
    let (codes, told) = WITHHOLDING;
    // By today's tree nothing would speak against VP: only the verdict remembers whom it stood beside.
    house.import(&UNITS.replace("VP,Tổ Văn phòng,SNV", "VP,Tổ Văn phòng,SYT"));
    raise(&house, 5, 12);
    assert_eq!(
        house.number("SELECT count(*) FROM rounds WHERE closed = 1 AND judged < 5"),
        0,
        "the threshold of reflection is not theirs"
    );
    raise(&house, 6, 12);
    assert_eq!(
        week_before(&house, &codes),
        told,
        "before it is judged anew"
    );
    house.tick();
    assert_eq!(week_before(&house, &codes), told, "and afterwards");
}

#[test]
fn the_middle_of_units_that_is_reckoned_anew_has_none_of_what_was_withheld() {
    let groups = |parent: &str| {
        let group = |name: &str| format!("{name},Tổ {name},SYT,tổ,\n");
        ["A", "B", "C", "D", "E"].map(group).concat() + &format!("V,Tổ V,{parent},tổ,\n")
    };
    let units = |parent: &str| UNITS.to_owned() + &groups(parent);
    let house = House::with_units(&units("SNV"));
    house.at("2026-11-23 09:00");
    for code in ["A", "B", "C", "D", "E"] {
        house.members(6, code);
    }
    house.members(8, "V");
    house.members(3, "TT");
    house.at("2026-11-30 09:00");
    let medians =
        "SELECT u.code || ' ' || m.units FROM medians AS m JOIN units AS u ON u.id = m.parent_id";
    assert_eq!(house.rows(medians), ["SYT 5"]);
    house.import(&units("SYT"));
    raise(&house, 6, 10);
    house.tick();
    assert_eq!(
        house.rows(medians),
        ["SYT 5"],
        "not V, who would tell of TT"
    );
}
