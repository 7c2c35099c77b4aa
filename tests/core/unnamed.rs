//! A commendation is undone as soon as who was commended says so, whatever is on its way just then.

use nhip::outgoing::Reason;
use std::rc::Rc;

use nhip::event::Inbound;
use nhip::outgoing::Outcome;
use testkit::stage::{Actor, Stage};

use crate::commendation::{NAME, REASON, drafts, prepared, reported};
use crate::thief::{count, loot};

#[test]
fn withdrawn_is_gone_everywhere_at_once() {
    let (stage, group, ana, _) = prepared();
    let officer = stage.officer();
    drafts(&officer);
    officer.taps("Đăng vào nhóm");
    drafts_again(&stage, &ana);
    ana.says("/dulieucuatoi");
    let files = stage.post.borrow_mut().files(ana.user);
    assert!(
        files.iter().any(|(_, text)| text.contains(REASON)),
        "they are told of it"
    );
    stage.at("2026-11-29 21:00");
    ana.says("/riengtu");
    ana.sees("đã đồng ý, với tên “Nguyễn Thị An”");
    ana.taps("Không nêu tên nữa");
    assert!(ana.toast().contains("đã xóa tên"));
    ana.sees("chưa đồng ý. Bot không lưu tên");
    let all = stage.dump(&[]);
    assert!(
        !all.contains(NAME) && !all.contains("Tham gia đều,"),
        "{all}"
    );
    let loot = loot(&stage);
    assert_eq!(count(&loot, NAME.as_bytes()), 0);
    assert_eq!(count(&loot, REASON.as_bytes()), 0);
    group.sees("đã được gỡ");
    assert!(
        !group
            .messages()
            .iter()
            .any(|message| message.text.contains(NAME))
    );
    assert_eq!(
        reported(&stage, &officer, "SNV"),
        [("(đã rút tên)".to_owned(), String::new())],
        "that somebody was commended stays"
    );
    officer.says("/bieuduong SNV");
    officer.sees("chưa có ai để gợi ý");
    assert_eq!(
        stage.rows("SELECT part FROM consents WHERE withdrawn_on IS NOT NULL"),
        ["named"]
    );
}

/// A second officer is writing about them, too.
fn drafts_again(stage: &Rc<Stage>, ana: &Actor) {
    stage.sabotage(&format!(
        "INSERT INTO commendation_drafts (officer, unit_id, member_id, reason, day)
         VALUES (77, {}, {}, '{REASON}', '2026-11-23')",
        stage.unit("SNV"),
        ana.row()
    ));
}

/// The officer is about to confirm, and the member to withdraw: what each taps.
fn together(stage: &Rc<Stage>, ana: &Actor, confirmation: &str) -> (Inbound, Inbound) {
    let officer = stage.officer();
    drafts(&officer);
    ana.says("/riengtu");
    (
        officer.tapping(confirmation),
        ana.tapping("Không nêu tên nữa"),
    )
}

#[test]
fn what_waits_to_be_posted_when_they_withdraw_never_is() {
    let (stage, group, ana, _) = prepared();
    let (post, withdraw) = together(&stage, &ana, "Đăng vào nhóm");
    stage.updates(&[post]);
    // The card is on its way, the thanks wait, when they withdraw.
    let flying = stage.claim();
    stage.updates(&[withdraw]);
    for row in &flying {
        let outcome = stage.post.borrow_mut().carry(row, stage.now());
        stage.outcome(row, outcome);
    }
    group.sees(NAME);
    stage.deliver();
    group.sees("đã được gỡ");
    assert!(!stage.dump(&[]).contains(NAME));
    stage.at("2026-11-23 11:35");
    assert!(
        !ana.messages()
            .iter()
            .any(|message| message.text.contains("chúc mừng"))
    );
}

#[test]
fn leaving_and_moving_end_it_too() {
    for leaves in [true, false] {
        let (stage, group, ana, _) = prepared();
        drafts(&stage.officer());
        stage.officer().taps("Đăng vào nhóm");
        if leaves {
            ana.says("/xoadulieu");
            ana.taps("Dừng hẳn");
        } else {
            ana.says(&format!("/start {}", stage.invite("SYT")));
            ana.sees("sự đồng ý này chỉ dành cho đơn vị cũ");
            ana.taps("Chuyển");
            ana.sees("Bot đã xóa tên để biểu dương");
        }
        group.sees("đã được gỡ");
        let all = stage.dump(&[]);
        assert!(
            !all.contains(NAME) && !all.contains(REASON),
            "{leaves}: {all}"
        );
        assert_eq!(stage.number("SELECT count(*) FROM commendations"), 1);
    }
}

#[test]
fn what_is_on_its_way_when_they_withdraw_and_comes_back_is_not_sent_again() {
    let later = || Outcome::RetryAfter { seconds: 5 };
    let failed = || Outcome::Failed {
        reason: Reason::NoAnswer,
        maybe_sent: false,
    };
    // Where there is no group there is only the word of thanks.
    for (outcome, with_group) in [(later(), true), (failed(), true), (later(), false)] {
        let (stage, group, ana, _) = prepared();
        if !with_group {
            group.hears(&stage.officer(), "/huylienket");
        }
        let label = match with_group {
            true => "Đăng vào nhóm",
            false => "Chỉ ghi vào báo cáo",
        };
        let (post, withdraw) = together(&stage, &ana, label);
        stage.updates(&[post]);
        stage.set("2026-11-23 11:35");
        let flying = stage.claim();
        stage.updates(&[withdraw]);
        for row in &flying {
            stage.outcome(row, outcome.clone());
        }
        stage.deliver();
        assert!(!group.glance().contains("BIỂU DƯƠNG"), "{outcome:?}");
        assert!(
            !ana.glance().contains("Trân trọng chúc mừng"),
            "{outcome:?}"
        );
        assert!(!stage.dump(&[]).contains(NAME));
    }
}

#[test]
fn what_was_on_its_way_when_the_process_stopped_is_not_sent_again_either() {
    let (stage, _group, ana, _) = prepared();
    let (post, withdraw) = together(&stage, &ana, "Đăng vào nhóm");
    stage.updates(&[post]);
    stage.set("2026-11-23 11:35");
    stage.claim();
    let owed = "SELECT count(*) FROM outbox WHERE kind = 'commended'";
    assert_eq!(stage.number(owed), 2, "the card and the word of thanks");
    stage.updates(&[withdraw]);
    stage
        .write(async |tx, core| core.on_start(tx).await)
        .expect("a start");
    assert_eq!(stage.number(owed), 0, "before anything is claimed");
    stage.restart();
}

#[test]
fn files_name_nobody_whose_words_have_changed_until_they_agree_again() {
    let (stage, _group, ana, _) = prepared();
    let officer = stage.officer();
    drafts(&officer);
    officer.taps("Đăng vào nhóm");
    stage.at("2026-11-29 21:00");
    let row = |name: &str, reason: &str| [(name.to_owned(), reason.to_owned())];
    assert_eq!(reported(&stage, &officer, "SNV"), row(NAME, REASON));
    stage.restart_with(crate::consent::changed(
        "Bot lưu một tên do",
        "Bot lưu một cái tên do",
    ));
    assert_eq!(reported(&stage, &officer, "SNV"), row("(đã rút tên)", ""));
    ana.says("/riengtu");
    ana.taps("Nêu tên khi biểu dương");
    ana.taps("Đồng ý được nêu tên");
    assert_eq!(reported(&stage, &officer, "SNV"), row(NAME, REASON));
}

#[test]
fn a_name_is_shown_with_its_capitals_and_used_once_it_is_confirmed() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let ana = stage.member("An", "VP");
    ana.says("/riengtu");
    ana.taps("Nêu tên khi biểu dương");
    ana.taps("Đồng ý được nêu tên");
    ana.says("nguyễn thị hạnh");
    ana.sees("Tên sẽ được viết như sau: Nguyễn Thị Hạnh");
    let kept = || stage.rows("SELECT coalesce(name, '-') FROM named_members");
    assert_eq!(kept(), ["-"], "not confirmed, not used");
    ana.taps("Đúng, dùng tên này");
    ana.sees("bot sẽ nêu đúng tên này: Nguyễn Thị Hạnh");
    assert_eq!(kept(), ["Nguyễn Thị Hạnh"]);
    // Who writes it otherwise keeps it so; until then the name before stays.
    ana.taps("Sửa tên");
    ana.says("hạnh nguyễn");
    assert_eq!(kept(), ["Nguyễn Thị Hạnh"]);
    ana.taps("Gõ lại");
    ana.says("hạnh ng. thị");
    ana.taps("Giữ như đã gõ");
    assert_eq!(kept(), ["hạnh ng. thị"]);
    // The same button once more finds nothing to confirm.
    ana.taps_again();
    assert_eq!(kept(), ["hạnh ng. thị"]);
}
