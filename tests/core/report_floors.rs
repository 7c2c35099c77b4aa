//! No figure about fewer people than the threshold, shown or derivable.

use std::rc::Rc;

use nhip::core::{Grassroots, Retention};
use nhip::schedule::Cadence;
use nhip::types::Thresholds;
use testkit::stage::{Actor, Group, Stage, UNITS, core};

const TOO_FEW: &str = "Chưa đủ số lượt";

/// A group for each unit, all of them the officer's.
fn groups(stage: &Rc<Stage>, codes: &[&str]) -> Vec<Group> {
    let officer = stage.officer();
    let tie = |(number, code): (i64, &&str)| {
        let group = stage.group(-4_000 - number);
        group.hears(&officer, &format!("/link {code}"));
        group
    };
    (1..).zip(codes).map(tie).collect()
}

fn reports(stage: &Rc<Stage>, groups: &[Group]) -> Vec<String> {
    let officer = stage.officer();
    let report = |group: &Group| {
        group.hears(&officer, "/report");
        group.last().text
    };
    groups.iter().map(report).collect()
}

fn shows(report: &str) -> bool {
    report.contains("Đã nhận tin")
}

/// Which of the reports show who took part.
fn shown(stage: &Rc<Stage>, groups: &[Group]) -> Vec<bool> {
    let reports = reports(stage, groups);
    reports.iter().map(|report| shows(report)).collect()
}

#[test]
fn four_people_are_too_few_and_five_are_enough() {
    let stage = Stage::with_units("code,name,parent,kind,members\nA,Một cơ sở,,cơ sở,30\n");
    let group = groups(&stage, &["A"]);
    stage.at("2026-11-23 09:00");
    stage.members(4, "A");
    stage.at("2026-11-29 21:00");
    let four = &reports(&stage, &group)[0];
    assert!(four.contains(TOO_FEW));
    assert!(
        four.ends_with(
            "Nên làm tiếp: mời thêm người bằng liên kết mời (gửi /moi cho bot).\n\n\
             Không dùng để xếp loại, bình xét cá nhân hay đơn vị."
        ),
        "nobody is above: {four}"
    );
    stage.at("2026-11-30 11:35");
    stage.member("Năm", "A");
    stage.at("2026-12-06 21:00");
    assert!(shows(&reports(&stage, &group)[0]));
}

#[test]
fn a_small_unit_hides_its_sibling_too_but_not_the_unit_above() {
    let stage = Stage::new();
    let groups = groups(&stage, &["LD", "SNV", "SYT", "VP", "TT"]);
    stage.at("2026-11-23 09:00");
    stage.members(8, "VP");
    stage.members(3, "TT");
    stage.members(6, "SYT");
    stage.at("2026-11-29 21:00");
    // TT has three; VP would give them away, being all the rest of SNV.
    assert_eq!(shown(&stage, &groups), [true, true, true, false, false]);
    let told = &reports(&stage, &groups)[3..];
    let said = |unit: &str, report: &str| {
        let (_, hidden) = report.split_once("21:00 Chủ nhật 29/11.").expect("a head");
        assert!(report.contains(unit));
        hidden.to_owned()
    };
    assert_eq!(
        said("Tổ Văn phòng", &told[0]),
        said("Tổ Thanh tra", &told[1]),
        "the large one and the small one read alike"
    );
    insta::assert_snapshot!(told[0], @r"
    SỐ LIỆU TỔNG HỢP (dự thảo, để tham khảo)
    Tổ Văn phòng
    Tuần 23/11 – 29/11 · tiêu chí 1.1
    Tuần đã kết thúc lúc 21:00 Chủ nhật 29/11.

    Chưa đủ số lượt để tổng hợp: số người tham gia; tỷ lệ đúng của nội dung 1. Trung thành, 2. Trách nhiệm, 3. Liêm chính, 4. Sáng tạo.
    Bot chỉ nêu số liệu từ 5 người trở lên (suy ngẫm: từ 10 người), và không nêu số mà từ đó suy ra được từng người.
    Nên làm tiếp: mời thêm người bằng liên kết mời (gửi /moi cho bot). Số liệu chung có trong báo cáo của Công đoàn Sở Nội vụ; cán bộ ở đó xem được.

    Không dùng để xếp loại, bình xét cá nhân hay đơn vị.
    ");
}

#[test]
fn one_person_beside_the_groups_of_a_unit_is_not_given_away_either() {
    let stage = Stage::new();
    let groups = groups(&stage, &["SNV", "VP", "TT"]);
    stage.at("2026-11-23 09:00");
    stage.members(8, "VP");
    stage.members(6, "TT");
    stage.member("Một mình", "SNV");
    stage.at("2026-11-29 21:00");
    assert_eq!(
        shown(&stage, &groups),
        [true, true, false],
        "the one with fewer people hides the one who is alone"
    );
}

/// Everybody answers the whole quiz, so many right.
fn week(stage: &Stage, people: &[Actor], right: impl Fn(usize) -> usize) {
    for (place, person) in people.iter().enumerate() {
        person.finishes_the_quiz(right(place));
    }
    stage.at("2026-11-29 21:00");
}

#[test]
fn what_people_knew_is_shown_of_closed_rounds_only() {
    let stage = Stage::new();
    let group = groups(&stage, &["VP"]);
    stage.at("2026-11-23 09:00");
    let people = stage.members(6, "VP");
    people[0].finishes_the_quiz(5);
    assert!(!reports(&stage, &group)[0].contains("Tỷ lệ đúng"));
    week(&stage, &people[1..], |_| 5);
    let closed = reports(&stage, &group)[0].clone();
    assert!(
        closed.contains("Tỷ lệ đúng theo nội dung (tuần đã kết thúc, 23/11 – 29/11)"),
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
    stage.at("2026-11-30 09:00");
    people[0].finishes_the_quiz(0);
    let open = reports(&stage, &group)[0].clone();
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
    let stage = Stage::new();
    let group = groups(&stage, &["VP"]);
    stage.at("2026-11-23 09:00");
    let people = stage.members(6, "VP");
    people[0].says("/quiz");
    people[0].answers(true);
    week(&stage, &people[1..4], |_| 3);
    let report = &reports(&stage, &group)[0];
    assert!(shows(report), "six were reached");
    assert!(
        report.contains(
            "tỷ lệ đúng của nội dung 1. Trung thành, 2. Trách nhiệm, 3. Liêm chính, 4. Sáng tạo"
        ),
        "{report}"
    );
    assert_eq!(
        report.matches("đủ số lượt").count(),
        1,
        "said once: {report}"
    );
    assert!(
        !report.contains("Nên làm tiếp"),
        "six were told of: {report}"
    );
    assert!(!report.contains("% ("), "{report}");
}

#[test]
fn the_week_before_has_a_floor_of_its_own() {
    let stage = Stage::new();
    let group = groups(&stage, &["VP"]);
    stage.at("2026-11-23 09:00");
    stage.members(3, "VP");
    stage.at("2026-11-30 09:00");
    stage.members(6, "VP");
    stage.at("2026-12-06 21:00");
    let report = &reports(&stage, &group)[0];
    assert!(
        shows(report) && report.contains("Chưa đủ số lượt để tổng hợp: kỳ trước; "),
        "{report}"
    );
}

/// So many members of a unit reflect in the check-in that is open.
fn reflect(stage: &Rc<Stage>, count: usize, code: &str) {
    let round = stage.number("SELECT max(id) FROM checkin_rounds");
    for person in stage.members(count, code) {
        for place in 0..3 {
            person.forges(&format!("c:{round}:{place}:0"));
        }
    }
}

#[test]
fn reflection_needs_ten_and_shows_only_how_many() {
    let stage = Stage::new();
    let groups = groups(&stage, &["SNV", "SYT"]);
    stage.at("2026-11-30 09:00");
    reflect(&stage, 10, "SNV");
    reflect(&stage, 10, "SYT");
    for report in reports(&stage, &groups) {
        assert!(!report.contains("Suy ngẫm"), "it is still open: {report}");
    }
    stage.at("2026-12-07 07:00");
    stage.settles();
    stage.at("2026-12-13 21:01");
    for report in reports(&stage, &groups) {
        assert!(
            report.contains("Suy ngẫm tháng 11/2026: 10 người tham gia"),
            "{report}"
        );
    }
    stage.at("2026-12-14 09:00");
    assert!(reports(&stage, &groups)[0].contains("10 người tham gia"));
    stage.at("2026-12-21 09:00");
    assert!(!reports(&stage, &groups)[0].contains("Suy ngẫm"));
}

#[test]
fn a_reflection_is_told_of_a_grassroots_union_never_of_its_groups() {
    let stage = Stage::new();
    let groups = groups(&stage, &["SNV", "VP", "TT"]);
    stage.at("2026-11-30 09:00");
    reflect(&stage, 30, "VP");
    reflect(&stage, 20, "TT");
    stage.at("2026-12-07 07:00");
    stage.settles();
    stage.at("2026-12-13 21:01");
    let reports = reports(&stage, &groups);
    assert!(reports[0].contains("Suy ngẫm tháng 11/2026: 50 người tham gia"));
    for report in &reports[1..] {
        assert!(
            report.contains(
                "chỉ tổng hợp từ cấp cơ sở trở lên; xin xem trong số liệu của Công đoàn Sở Nội vụ"
            ),
            "{report}"
        );
        assert!(!report.contains("0 người tham gia"), "{report}");
    }
    // Where the organisation names no level so, the threshold alone decides: of what closes from then on.
    stage.restart_with(core(Cadence::default()).with_grassroots(Grassroots::of([])));
    let later = self::reports(&stage, &groups);
    let hidden = later[1].contains("suy ngẫm tháng 11/2026") && later[1].contains(TOO_FEW);
    assert!(hidden, "{}", later[1]);
}

#[test]
fn nine_who_reflected_hide_themselves_and_the_ten_beside_them() {
    let stage = Stage::new();
    let groups = groups(&stage, &["LD", "SNV", "SYT"]);
    stage.at("2026-11-30 09:00");
    reflect(&stage, 10, "SNV");
    reflect(&stage, 9, "SYT");
    stage.at("2026-12-07 07:00");
    stage.settles();
    stage.at("2026-12-13 21:01");
    let shown: Vec<bool> = reports(&stage, &groups)
        .iter()
        .map(|report| report.contains("Suy ngẫm tháng 11/2026: "))
        .collect();
    assert_eq!(shown, [true, false, false]);
}

/// The report of the week before, of each of these units, to the officer alone.
fn week_before(stage: &Rc<Stage>, codes: &[&str]) -> Vec<bool> {
    let officer = stage.officer();
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
fn withholding() -> Rc<Stage> {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    stage.members(8, "VP");
    stage.members(3, "TT");
    stage.members(6, "SYT");
    stage.at("2026-11-30 09:00");
    let (codes, told) = WITHHOLDING;
    assert_eq!(week_before(&stage, &codes), told, "VP would give TT away");
    stage
}

#[test]
fn a_unit_that_moves_after_its_week_gives_nothing_away() {
    let stage = withholding();
    let (codes, told) = WITHHOLDING;
    // Below SYT it has no sibling that is too small; but the week was below SNV, which tells of eleven.
    stage.import(&UNITS.replace("VP,Tổ Văn phòng,SNV", "VP,Tổ Văn phòng,SYT"));
    assert_eq!(week_before(&stage, &codes), told);
}

#[test]
fn a_raised_threshold_holds_for_weeks_that_were_judged_before() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    stage.members(9, "SNV");
    stage.members(6, "SYT");
    stage.at("2026-11-30 09:00");
    let codes = ["LD", "SNV", "SYT"];
    assert_eq!(week_before(&stage, &codes), [true, true, true]);
    raise(&stage, 8, 10);
    assert_eq!(
        week_before(&stage, &codes),
        [false; 3],
        "nothing until it is judged anew"
    );
    stage.officer().sees("đang chốt số liệu");
    stage.tick();
    let told = [true, false, false];
    assert_eq!(
        stage.rows(
            "SELECT u.code FROM suppressed AS w JOIN units AS u ON u.id = w.unit_id WHERE theme = 0"
        ),
        ["SNV"]
    );
    assert_eq!(week_before(&stage, &codes), told);
}

/// Restarts with such thresholds.
pub fn raise(stage: &Stage, quiz: i64, reflection: i64) {
    let floors = Thresholds { quiz, reflection };
    stage.restart_with(core(Cadence::default()).with_retention(floors, Retention::default()));
}

#[test]
fn a_raised_threshold_gives_nothing_away_of_a_unit_that_has_moved() {
    let stage = withholding();
    let (codes, told) = WITHHOLDING;
    // By today's tree nothing would speak against VP: only the verdict remembers whom it stood beside.
    stage.import(&UNITS.replace("VP,Tổ Văn phòng,SNV", "VP,Tổ Văn phòng,SYT"));
    raise(&stage, 5, 12);
    assert_eq!(
        stage.number("SELECT count(*) FROM rounds WHERE closed = 1 AND judged < 5"),
        0,
        "the threshold of reflection is not theirs"
    );
    raise(&stage, 6, 12);
    stage.tick();
    assert_eq!(week_before(&stage, &codes), told, "judged by its own tree");
}

#[test]
fn the_middle_of_units_that_is_reckoned_anew_has_none_of_what_was_withheld() {
    let groups = |parent: &str| {
        let group = |name: &str| format!("{name},Tổ {name},SYT,tổ,\n");
        ["A", "B", "C", "D", "E"].map(group).concat() + &format!("V,Tổ V,{parent},tổ,\n")
    };
    let units = |parent: &str| UNITS.to_owned() + &groups(parent);
    let stage = Stage::with_units(&units("SNV"));
    stage.at("2026-11-23 09:00");
    for code in ["A", "B", "C", "D", "E"] {
        stage.members(6, code);
    }
    stage.members(8, "V");
    stage.members(3, "TT");
    stage.at("2026-11-30 09:00");
    let medians =
        "SELECT u.code || ' ' || m.units FROM medians AS m JOIN units AS u ON u.id = m.parent_id";
    assert_eq!(stage.rows(medians), ["SYT 5"]);
    stage.import(&units("SYT"));
    raise(&stage, 6, 10);
    stage.tick();
    assert_eq!(
        stage.rows(medians),
        ["SYT 5"],
        "not V, who would tell of TT"
    );
}
