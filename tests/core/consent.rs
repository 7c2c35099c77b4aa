//! Consent is consent to words: when they change, it is asked for again before anything new is stored.

use nhip::schedule::Cadence;
use nhip::text::{Texts, Words};
use testkit::stage::{Actor, Stage, core, core_saying};

/// A core whose texts differ in one word.
pub fn changed(from: &str, to: &str) -> nhip::core::Core {
    let folder = tempfile::tempdir().expect("a folder");
    let ui = folder.path().join("ui");
    std::fs::create_dir(&ui).expect("a folder");
    for name in ["vi.ftl", "en.ftl"] {
        let path = format!("{}/messages/ui/{name}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("the texts");
        if name == "vi.ftl" {
            assert!(text.contains(from), "'{from}' is in the texts");
        }
        std::fs::write(ui.join(name), text.replace(from, to)).expect("a file");
    }
    let texts = Texts::load(folder.path(), &Words::default()).expect("sound texts");
    core_saying(texts, Cadence::default())
}

fn account_changed() -> nhip::core::Core {
    changed(
        "Bot lưu mã tài khoản Telegram, đơn vị",
        "Lưu mã số tài khoản Telegram, đơn vị",
    )
}

fn reflection_changed() -> nhip::core::Core {
    changed("Mỗi tháng có một đợt", "Mỗi tháng mở một đợt")
}

/// All that is stored but consents.
fn stored(stage: &Stage) -> String {
    stage.dump(&["outbox", "updates", "consents", "consent_proofs", "stage"])
}

fn agrees_again(actor: &Actor) {
    actor.taps("1. Tài khoản");
    actor.taps("Đồng ý");
}

#[test]
fn changed_words_are_asked_for_again_before_anything_new_is_stored() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/quiz");
    let question = ana.tapping(ana.right_letter());
    stage.restart_with(account_changed());
    let before = stored(&stage);
    stage.updates(&[question]);
    stage.deliver();
    for words in ["/quiz", "/me", "/settings", "/checkin", "A"] {
        ana.says(words);
        ana.sees("Nội dung đồng ý đã được sửa");
        ana.sees("Lưu mã số tài khoản Telegram");
        assert!(
            !ana.screen().contains("Máy chủ ở nước ngoài"),
            "only what has changed is asked"
        );
    }
    ana.forges("window:evening");
    ana.taps("Đồng ý");
    assert!(
        ana.toast().contains("xin chọn mục 1"),
        "a fresh tick is needed: {}",
        ana.toast()
    );
    assert_eq!(stored(&stage), before, "nothing new was stored");
    agrees_again(&ana);
    ana.sees("Đã ghi nhận sự đồng ý với nội dung mới");
    ana.says("/quiz");
    ana.answers(true);
    ana.sees("Câu 1/5 · Đúng");
    assert_eq!(
        stage.rows("SELECT part || ' ' || ending FROM consent_proofs"),
        ["account renewed"],
        "proof of the older consent is kept"
    );
}

#[test]
fn until_then_they_are_asked_once_a_week_and_rights_remain() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    stage.restart_with(account_changed());
    stage.at("2026-11-29 21:00");
    let (before, stored_before) = (
        ana.count(),
        stage.rows("SELECT quote(member_id) FROM participations"),
    );
    stage.at("2026-11-30 07:00");
    for time in ["2026-11-30 11:35", "2026-12-02 11:35", "2026-12-04 11:35"] {
        stage.at(time);
    }
    assert_eq!(
        ana.got(before),
        1,
        "in the place of the item, and nothing else"
    );
    ana.sees("Nội dung đồng ý đã được sửa");
    assert_eq!(
        stage.rows("SELECT quote(member_id) FROM participations"),
        stored_before
    );
    for (words, answer) in [
        ("/help", "Các lệnh"),
        ("/privacy", "Bot giữ gì"),
        ("/nhatky", "Việc cán bộ đã làm"),
        ("/criteria", "Mục tiêu"),
        ("/xoadulieu", "xóa dữ liệu?"),
    ] {
        ana.says(words);
        ana.sees(answer);
    }
    ana.says("/dulieucuatoi");
    assert_eq!(stage.post.borrow_mut().files(ana.user).len(), 2);
    ana.taps("Dừng hẳn và xóa dữ liệu");
    assert!(!ana.is_member());
}

#[test]
fn a_changed_reflection_is_asked_for_where_it_is_used_and_nothing_else_stops() {
    let stage = Stage::new();
    stage.at("2026-11-30 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/checkin");
    ana.taps("Đã đọc và suy nghĩ");
    let round = stage.number("SELECT id FROM checkin_rounds");
    stage.restart_with(reflection_changed());
    let before = stored(&stage);
    ana.forges(&format!("c:{round}:0:0"));
    assert!(ana.toast().contains("chưa đồng ý dùng phần suy ngẫm"));
    assert_eq!(stored(&stage), before);
    ana.says("/quiz");
    ana.sees("Câu 1/5");
    ana.says("/checkin");
    ana.sees("Mỗi tháng mở một đợt");
    ana.taps("Đồng ý dùng phần suy ngẫm");
    ana.forges(&format!("c:{round}:0:0"));
    assert_eq!(stage.number("SELECT count(*) FROM checkin_answers"), 1);
}

#[test]
fn a_tap_under_older_words_agrees_to_nothing() {
    let stage = Stage::new();
    let (ana, binh) = (stage.stranger("An"), stage.stranger("Bình"));
    ana.says(&format!("/start {}", stage.invite("VP")));
    for part in ["1. Tài khoản", "2. Máy chủ"] {
        ana.taps(part);
    }
    binh.joins("VP", 1 | 4);
    binh.says("/privacy");
    binh.taps("Xem phần suy ngẫm");
    stage.restart_with(account_changed());
    ana.taps("Đồng ý");
    assert!(!ana.is_member(), "they agreed to words that are no longer");
    assert!(ana.toast().contains("Nội dung đồng ý vừa được sửa"));
    ana.sees_no("☑");
    ana.taps("1. Tài khoản");
    ana.taps("2. Máy chủ");
    ana.taps("Đồng ý");
    assert!(ana.is_member());
    binh.taps("Đồng ý dùng phần suy ngẫm");
    assert_eq!(
        stage.number(&format!(
            "SELECT count(*) FROM consents WHERE part = 'reflection' AND member_id = {}",
            binh.row()
        )),
        0
    );
}

#[test]
fn words_that_are_put_back_hold_again() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    stage.restart_with(account_changed());
    ana.says("/quiz");
    ana.sees("Nội dung đồng ý đã được sửa");
    stage.restart_with(core(Cadence::default()));
    ana.says("/quiz");
    ana.sees("Câu 1/5");
}

#[test]
fn proof_of_a_withdrawal_keeps_its_day_and_no_number() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    stage.at("2026-11-25 09:00");
    ana.says("/privacy");
    ana.taps("Không dùng phần suy ngẫm nữa");
    assert_eq!(
        stage.rows("SELECT withdrawn_on FROM consents WHERE part = 'reflection'"),
        ["2026-11-25"]
    );
    stage.at("2026-11-27 09:00");
    ana.says("/privacy");
    ana.taps("Xem phần suy ngẫm");
    ana.taps("Đồng ý dùng phần suy ngẫm");
    ana.says("/xoadulieu");
    ana.taps("Dừng hẳn và xóa dữ liệu");
    ana.sees("giữ 36 tháng");
    assert_eq!(
        stage.rows("SELECT part || ' ' || given_on || ' ' || ended_on || ' ' || ending FROM consent_proofs ORDER BY 1"),
        [
            "abroad 2026-11-23 2026-11-27 left",
            "account 2026-11-23 2026-11-27 left",
            "reflection 2026-11-23 2026-11-25 withdrawn",
            "reflection 2026-11-27 2026-11-27 left",
        ]
    );
    assert_eq!(
        stage.number("SELECT count(DISTINCT person) FROM consent_proofs WHERE length(person) = 64"),
        1
    );
    assert!(!stage.dump(&["updates"]).contains(&ana.user.to_string()));
}
