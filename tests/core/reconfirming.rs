//! More accounts than people declared, and confirming anew.

use std::rc::Rc;

use testkit::stage::{Actor, Stage};

use crate::officers::appointed;

fn leader(stage: &Rc<Stage>) -> Actor {
    appointed(stage, &stage.officer(), "Tổ trưởng", "VP", "Tổ trưởng")
}

fn told(actor: &Actor, words: &str) -> usize {
    let messages = actor.messages();
    messages
        .iter()
        .filter(|one| one.text.contains(words))
        .count()
}

const OVERFULL: &str = "số tài khoản tham gia nhiều hơn tổng số người của đơn vị";

#[test]
fn more_accounts_than_people_declared_are_told_once_until_the_number_changes() {
    let stage = Stage::new();
    let chair = appointed(&stage, &stage.officer(), "Chủ tịch", "SNV", "Chủ tịch");
    let leader = leader(&stage);
    stage.members(30, "VP");
    assert_eq!(told(&leader, OVERFULL), 0);
    stage.members(2, "VP");
    assert_eq!(
        told(&leader, "của đơn vị (30, theo khai báo)"),
        1,
        "{}",
        leader.glance()
    );
    assert_eq!(told(&chair, OVERFULL), 0, "the union is declared with 50");
    leader.says("/moi");
    leader.sees("Lưu ý: số tài khoản tham gia nhiều hơn tổng số người của đơn vị");
    leader.forges(&format!("desk:declare:{}:31", stage.unit("VP")));
    assert_eq!(
        told(&leader, "của đơn vị (31, theo khai báo)"),
        1,
        "still more"
    );
    leader.forges(&format!("desk:declare:{}:32", stage.unit("VP")));
    leader.says("/moi");
    leader.sees_no("Lưu ý");
    // A file says fewer, and then enough.
    let owner = stage.officer();
    for (people, times) in [(7, 1), (32, 0)] {
        let before = told(&leader, OVERFULL);
        let file = format!("code,name,parent,kind,members\nVP,Tổ Văn phòng,SNV,tổ,{people}\n");
        owner.sends_a_document("units.csv", file.as_bytes());
        owner.taps("Nhập");
        assert_eq!(told(&leader, OVERFULL), before + times, "{people}");
    }
    // Enough for the section, too many for the union above it: its own officers are told.
    leader.forges(&format!("desk:declare:{}:60", stage.unit("VP")));
    chair.forges(&format!("desk:declare:{}:40", stage.unit("SNV")));
    stage.members(9, "TT");
    assert_eq!(
        told(
            &chair,
            "Công đoàn Sở Nội vụ: số tài khoản tham gia nhiều hơn"
        ),
        1
    );
}

#[test]
fn an_import_in_the_shell_that_declares_fewer_people_is_told_of_at_the_next_start() {
    let stage = Stage::new();
    let leader = leader(&stage);
    stage.members(7, "VP");
    let file = |people: i64, name: &str| {
        format!("code,name,parent,kind,members\nVP,{name},SNV,tổ,{people}\n")
    };
    stage.import(&file(6, "Tổ Văn phòng"));
    assert_eq!(told(&leader, OVERFULL), 0);
    stage.restart();
    stage.tick();
    stage.deliver();
    assert_eq!(told(&leader, "hơn tổng số người của đơn vị (6,"), 1);
    // The same number in another file is not told twice, a lower one is.
    stage.import(&file(6, "Tổ Hành chính"));
    stage.tick();
    stage.deliver();
    assert_eq!(told(&leader, OVERFULL), 1);
    stage.import(&file(5, "Tổ Hành chính"));
    stage.tick();
    stage.deliver();
    assert_eq!(told(&leader, "hơn tổng số người của đơn vị (5,"), 1);
    stage.import(&file(70, "Tổ Hành chính"));
    stage.tick();
    stage.deliver();
    assert_eq!(stage.number("SELECT count(*) FROM overfull_units"), 0);
}

#[test]
fn of_a_list_that_changes_every_number_units_with_nobody_are_not_looked_at() {
    let stage = Stage::new();
    stage.member("An", "VP");
    stage.import(
        "code,name,parent,kind,members\nVP,Tổ Văn phòng,SNV,tổ,31\nTT,Tổ Thanh tra,SNV,tổ,32\n\
         SNV,Công đoàn Sở Nội vụ,LD,công đoàn cơ sở,90\n",
    );
    let suspected =
        "SELECT count(*) FROM overfull_units JOIN units ON units.id = unit_id WHERE code =";
    assert_eq!(stage.number(&format!("{suspected} 'VP'")), 1, "An is there");
    assert_eq!(
        stage.number(&format!("{suspected} 'SNV'")),
        1,
        "An is below"
    );
    assert_eq!(stage.number(&format!("{suspected} 'TT'")), 0, "nobody is");
}

#[test]
fn a_unit_that_is_moved_below_another_may_be_too_much_for_it() {
    let stage = Stage::new();
    let chair = appointed(&stage, &stage.officer(), "Chủ tịch", "SNV", "Chủ tịch");
    stage.members(3, "SYT");
    stage.import("code,name,parent,kind,members\nSNV,Công đoàn Sở Nội vụ,LD,công đoàn cơ sở,2\n");
    stage.tick();
    stage.deliver();
    assert_eq!(told(&chair, OVERFULL), 0);
    stage.import("code,name,parent,kind,members\nSYT,Công đoàn Sở Y tế,SNV,tổ,3\n");
    stage.tick();
    stage.deliver();
    assert_eq!(
        told(
            &chair,
            "Công đoàn Sở Nội vụ: số tài khoản tham gia nhiều hơn"
        ),
        1
    );
}

#[test]
fn members_confirm_by_the_fresh_link_and_who_does_not_is_let_go_kindly() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let leader = leader(&stage);
    let people = stage.members(12, "VP");
    let (ana, binh, chi) = (&people[0], &people[1], &people[2]);
    binh.says("/caidat");
    binh.taps("17:15–20:30");
    let old = stage.invite("VP");
    leader.says("/moi");
    leader.taps("Đề nghị xác nhận lại");
    leader.sees("Việc này liên quan đến khoảng 10 người");
    assert_eq!(stage.invite("VP"), old, "only asked");
    leader.taps("Bắt đầu xác nhận lại");
    leader.sees("còn khoảng 10 người chưa mở liên kết mới");
    let fresh = stage.invite("VP");
    assert_ne!(old, fresh);
    leader.forges(&format!("desk:anew:{}", stage.unit("VP")));
    assert!(leader.toast().contains("đang xác nhận lại rồi"));
    assert_eq!(stage.invite("VP"), fresh);
    assert_eq!(told(ana, "Xin xác nhận lại"), 0, "not before their hours");
    // The process is killed in between, and goes on.
    stage.comes_to("2026-11-23 11:40");
    stage.restart();
    stage.at("2026-11-23 11:45");
    assert_eq!(
        (
            told(ana, "Xin xác nhận lại"),
            told(binh, "Xin xác nhận lại")
        ),
        (1, 0)
    );
    assert_eq!(told(ana, "trước ngày 07/12/2026"), 1);
    stage.at("2026-11-23 17:20");
    assert_eq!(told(binh, "Xin xác nhận lại"), 1);
    ana.says(&format!("/start {old}"));
    ana.sees("chưa xác nhận lại việc tham gia");
    ana.says(&format!("/start {fresh}"));
    ana.sees("Đã xác nhận lại");
    ana.says(&format!("/start {fresh}"));
    ana.sees("đang tham gia cùng");
    // Whoever moves away by a link has shown who they are.
    chi.says(&format!("/start {}", stage.invite("SYT")));
    chi.taps("Chuyển");
    for day in ["2026-11-30 11:40", "2026-11-30 17:20", "2026-12-01 11:40"] {
        stage.at(day);
    }
    assert_eq!(
        (
            told(ana, "chưa xác nhận lại"),
            told(binh, "chưa xác nhận lại")
        ),
        // She was told when she came by the old link, and is not reminded.
        (1, 1)
    );
    stage.at("2026-12-04 11:40");
    people[3].says(&format!("/start {fresh}"));
    let dau = &people[4];
    stage.at("2026-12-07 11:40");
    stage.at("2026-12-07 17:20");
    dau.sees("đã dừng và xóa dữ liệu của đồng chí");
    assert!(!dau.is_member() && !binh.is_member());
    assert!(ana.is_member() && chi.is_member() && people[3].is_member());
    assert_eq!(stage.number("SELECT count(*) FROM members"), 3);
    assert_eq!(
        stage.rows("SELECT DISTINCT ending FROM consent_proofs"),
        ["lapsed"]
    );
    assert!(!stage.dump(&["updates"]).contains(&dau.user.to_string()));
    dau.joins("VP", 5);
    assert!(dau.is_member(), "the way back is open");
    ana.says("/nhatky");
    ana.sees("đề nghị người tham gia xác nhận lại · Tổ trưởng · Tổ Văn phòng");
}

#[test]
fn nobody_is_let_go_without_a_reminder_and_a_week_after_it() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (leader, ana) = (leader(&stage), stage.member("An", "VP"));
    leader.says("/moi VP");
    leader.taps("Đề nghị xác nhận lại");
    leader.taps("Bắt đầu");
    stage.at("2026-11-23 11:45");
    // Nothing is sent for three weeks, as in days of mourning.
    stage.at("2026-12-14 11:40");
    stage.at("2026-12-14 11:50");
    assert!(ana.is_member(), "reminded only now");
    ana.sees("trước ngày 21/12/2026");
    stage.at("2026-12-21 11:40");
    assert!(!ana.is_member());
}

#[test]
fn an_officer_who_is_let_go_keeps_the_office_and_both_sides_are_told() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (owner, leader) = (stage.officer(), leader(&stage));
    leader.joins("VP", 7);
    leader.says("/moi VP");
    leader.taps("Đề nghị xác nhận lại");
    leader.taps("Bắt đầu");
    for day in ["2026-11-23 11:45", "2026-11-30 11:45", "2026-12-07 11:45"] {
        stage.at(day);
    }
    assert!(!leader.is_member());
    leader.sees("đã dừng và xóa dữ liệu");
    leader.sees("vẫn giữ quyền cán bộ phụ trách (Tổ Văn phòng)");
    owner.sees("Một cán bộ phụ trách (Tổ Văn phòng) không còn là người tham gia");
    owner.taps("Xem cán bộ của đơn vị");
    owner.sees("Tổ Văn phòng");
    leader.says("/moi VP");
    leader.sees("t.me/");
}

#[test]
fn of_a_unit_that_has_declared_nobody_nobody_says_that_it_is_overfull() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let leader = leader(&stage);
    stage.sabotage("UPDATE units SET members = 0 WHERE code = 'VP'");
    stage.member("An", "VP");
    leader.says("/moi VP");
    leader.sees_no("nhiều hơn");
    assert_eq!(stage.number("SELECT count(*) FROM overfull_units"), 0);
}

#[test]
fn officers_beside_and_members_have_nobody_confirm_anew() {
    let stage = Stage::new();
    let (leader, ana) = (leader(&stage), stage.member("An", "VP"));
    let kept = stage.kept();
    for actor in [&leader, &ana] {
        for unit in ["TT", "SNV"] {
            for step in ["anew?", "anew"] {
                actor.forges(&format!("desk:{step}:{}", stage.unit(unit)));
                assert!(actor.toast().contains("không có quyền"));
            }
        }
    }
    assert_eq!(stage.kept(), kept);
}
