//! What is urgent: at night and on a Sunday, once somebody independent has agreed, and once a day.

use std::rc::Rc;

use nhip::schedule::Cadence;
use testkit::parts;
use testkit::stage::{OFFICER, Stage, UNITS};

use super::union::Union;
use crate::officers::appointed;

const STORM: &str = "Bão vào bờ đêm nay: xin ở yên trong nhà.";
/// As it is on a phone, above the line that says from whom.
const ON_A_PHONE: &str = "<b>THÔNG BÁO KHẨN</b>\n\nBão vào bờ đêm nay: xin ở yên trong nhà.";

/// The chair asks for it to be sent.
fn asks(union: &Union, words: &str) {
    union.chair.says("/thongbao");
    union.chair.says(words);
    union.chair.taps("Tùy chọn");
    union.chair.taps("Khẩn");
    union.chair.taps("Xác nhận gửi");
}

/// A Saturday, half past ten in the evening.
fn at_night() -> Union {
    let union = Union::new(5);
    union.stage.set("2026-11-21 22:30");
    union
}

#[test]
fn on_a_saturday_night_it_reaches_everybody_once_another_officer_has_agreed() {
    let union = at_night();
    union.chair.says("/thongbao");
    union.chair.says(STORM);
    union.chair.sees("rơi vào cuối tuần: lùi đến 11:35");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Khẩn");
    union.chair.sees("Bản nháp thông báo khẩn");
    union.chair.sees("kể cả ngoài giờ nhận tin và ngày nghỉ");
    union.chair.sees("Hạn đồng ý và gửi: 04:30");
    assert!(!union.chair.has_button("Hẹn giờ gửi"), "it goes at once");
    union.chair.taps("Xác nhận gửi");
    union.chair.sees("Thông báo khẩn số 1");
    union
        .chair
        .sees("Chờ cán bộ thứ hai đồng ý, muộn nhất là 04:30");
    union.stage.comes_to("2026-11-21 22:40");
    union.stage.deliver();
    assert_eq!(union.reached(ON_A_PHONE), 0);
    union.deputy.sees("Thông báo khẩn, cần");
    union.deputy.taps("Đồng ý gửi");
    union.stage.deliver();
    assert_eq!(union.reached(ON_A_PHONE), 10);
    let member = union.member(1_000);
    member.sees("Người gửi: người phụ trách cao nhất, Công đoàn tỉnh");
    member.sees("Tin khẩn gửi ngay, không chờ giờ nhận tin");
    union.chair.says("/dsthongbao");
    union.chair.sees("Khẩn · Đã xong · 10/10");
    union.chair.says("/nhatky");
    union.chair.sees("xin gửi một thông báo khẩn");
    union.chair.sees("xác nhận thông báo của cán bộ khác");
}

#[test]
fn if_nobody_agrees_it_is_not_sent_and_its_officer_is_told() {
    let union = at_night();
    asks(&union, STORM);
    union.stage.at("2026-11-22 04:30");
    union.chair.sees("Thông báo khẩn số 1 không được gửi");
    union.deputy.taps("Đồng ý gửi");
    assert!(
        union.deputy.toast().contains("Đã quá hạn đồng ý"),
        "{}",
        union.deputy.toast()
    );
    union.stage.comes_to("2026-11-23 11:40");
    union.stage.deliver();
    assert_eq!(union.reached(ON_A_PHONE), 0);
    union.chair.says("/dsthongbao");
    union.chair.sees("Không gửi: không có ai đồng ý trong hạn");
    // It does not count for the day: the words are at hand for another try.
    union.stage.set("2026-11-23 21:00");
    union.chair.taps("Mở thông báo số 1");
    union.chair.taps("Soạn lại từ tin này");
    union.chair.taps("Tùy chọn");
    union.chair.taps("Khẩn");
    union.chair.taps("Xác nhận gửi");
    union.deputy.taps("Đồng ý gửi");
    union.stage.deliver();
    assert_eq!(union.reached(ON_A_PHONE), 10);
}

#[test]
fn a_unit_sends_one_a_day_even_where_two_wait_for_somebody_to_agree() {
    let union = at_night();
    asks(&union, STORM);
    asks(&union, "Mất điện toàn tỉnh.");
    union.deputy.taps("Đồng ý gửi");
    union.deputy.says("/trogiup");
    let first = "SELECT id || ':' || version FROM broadcasts WHERE state = 'waiting'";
    let waiting = union.stage.rows(first);
    let (id, version) = waiting[0].split_once(':').expect("two numbers");
    union.deputy.forges(&format!("b:{id}:{version}:second"));
    assert!(
        union.deputy.toast().contains("mỗi ngày chỉ gửi được một"),
        "{}",
        union.deputy.toast()
    );
    asks(&union, "Cầu chính đang cấm xe.");
    assert!(union.chair.toast().contains("mỗi ngày chỉ gửi được một"));
    union.chair.sees("⚠ Hôm nay đơn vị đã gửi một tin khẩn");
    // As an ordinary one it goes when the hours open.
    union.chair.taps("Tùy chọn");
    union.chair.taps("Khẩn");
    union.chair.taps("Xác nhận gửi");
    union.stage.comes_to("2026-11-23 11:40");
    union.stage.deliver();
    assert_eq!(union.reached("Cầu chính đang cấm xe."), 10);
}

#[test]
fn a_pause_is_a_members_own_word_and_while_all_is_held_nothing_leaves() {
    let union = at_night();
    union
        .stage
        .change("UPDATE members SET paused_until = '2026-12-20' WHERE user_id = 1000");
    union.chair.says("/tamdungtatca");
    asks(&union, STORM);
    union.deputy.taps("Đồng ý gửi");
    union.stage.comes_to("2026-11-21 23:30");
    union.stage.deliver();
    assert_eq!(union.reached(ON_A_PHONE), 0, "a day of mourning");
    union.chair.says("/guitrolai");
    union.stage.deliver();
    assert_eq!(union.reached(ON_A_PHONE), 9);
    assert_eq!(union.copies(1_000, ON_A_PHONE), 0, "paused");
}

#[test]
fn what_waits_for_the_hours_is_no_reason_to_wait_for_what_is_urgent() {
    let union = at_night();
    union.broadcasts("Mời họp");
    asks(&union, STORM);
    union.deputy.taps("Đồng ý gửi");
    union.stage.deliver();
    assert_eq!(union.reached(ON_A_PHONE), 10);
    assert_eq!(union.reached("Mời họp"), 0);
    union.stage.comes_to("2026-11-23 11:40");
    union.stage.deliver();
    assert_eq!(union.reached("Mời họp"), 10);
}

#[test]
fn an_officers_own_second_account_agrees_to_nothing_however_few_get_it() {
    let core = parts::core(&[OFFICER], Cadence::default());
    let stage: Rc<Stage> = Stage::with_core(core, UNITS);
    stage.set("2026-11-13 11:40");
    stage.enrols(1_000..1_003, "SNV");
    let owner = stage.officer();
    let chair = appointed(&stage, &owner, "Chủ tịch", "SNV", "Chủ tịch");
    let account = appointed(&stage, &chair, "Máy thứ hai", "SNV", "Phó Chủ tịch");
    stage.set("2026-11-28 22:00");
    chair.says("/thongbao");
    chair.says(STORM);
    chair.taps("Tùy chọn");
    chair.taps("Khẩn");
    chair.taps("Xác nhận gửi");
    chair.sees("Người có thể xác nhận: người phụ trách cao nhất");
    let waiting = stage.rows("SELECT id || ':' || version FROM broadcasts WHERE state = 'waiting'");
    account.forges(&format!("b:{}:second", waiting[0]));
    assert!(
        account.toast().contains("cán bộ độc lập"),
        "{}",
        account.toast()
    );
    let got = || {
        let phones = 1_000..1_003;
        let mut post = stage.post.borrow_mut();
        let has = |user: i64| !post.messages(user).is_empty();
        phones.map(has).filter(|has| *has).count()
    };
    assert_eq!(got(), 0);
    owner.taps("Đồng ý gửi");
    stage.deliver();
    assert_eq!(got(), 3);
}

#[test]
fn the_day_is_the_one_on_which_it_is_sent_not_the_one_on_which_it_was_written() {
    let union = at_night();
    asks(&union, STORM);
    union.stage.comes_to("2026-11-22 00:10");
    union.deputy.taps("Đồng ý gửi");
    asks(&union, "Cầu chính đang cấm xe.");
    assert!(union.chair.toast().contains("mỗi ngày chỉ gửi được một"));
}

#[test]
fn where_nobody_can_agree_the_draft_says_so_before_it_is_confirmed() {
    let core = parts::core(&[OFFICER], Cadence::default());
    let stage: Rc<Stage> = Stage::with_core(core, UNITS);
    stage.set("2026-11-21 22:30");
    stage.enrols(1_000..1_003, "SNV");
    // The only owner, and nobody in office for a week.
    let owner = stage.officer();
    owner.says("/thongbao");
    owner.says(STORM);
    owner.taps("Tùy chọn");
    owner.sees_no("hiện chưa có ai");
    owner.taps("Khẩn");
    owner.sees("⚠ Tin khẩn cần một cán bộ thứ hai");
    owner.sees("hiện chưa có ai");
    owner.taps("Tùy chọn");
    owner.taps("Khẩn");
    owner.sees_no("hiện chưa có ai");
}
