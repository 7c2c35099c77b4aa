//! Misfortunes on the way to the messenger, and what people notice of them: as little as can be.

use std::collections::BTreeSet;

use telegram_sandbox::{Fault, FaultKind};

use testkit::world::{Mode, Setup, World, glance};

fn once(method: &str, kind: FaultKind) -> Fault {
    Fault {
        method: Some(method.to_owned()),
        chat: None,
        times: Some(1),
        kind,
    }
}

#[tokio::test]
async fn a_chat_that_must_wait_holds_up_nobody_else_and_loses_nothing() {
    let world = World::start().await;
    let (ana, binh) = (
        world.person("Nguyễn Thị An", "vi"),
        world.person("Lê Văn Bình", "vi"),
    );
    world.sandbox().fault(Fault {
        method: Some("sendMessage".to_owned()),
        chat: Some(ana.id()),
        times: Some(1),
        kind: FaultKind::TooManyRequests { retry_after: 2 },
    });
    ana.types("/tieuchi");
    world
        .until("Ana's answer is refused", async || {
            calls(&world, "sendMessage") == 1
        })
        .await;
    ana.types("/caidat");
    ana.types("/trogiup");
    binh.types("/tieuchi");
    world
        .until("Bình is answered", async || binh.messages().len() == 2)
        .await;
    let waits = async || {
        let query = "SELECT state, attempts FROM outbox ORDER BY id";
        world.database().lines(query).await == ["queued 0"; 3]
    };
    world.until("Ana's answers wait, uncounted", waits).await;
    assert_eq!(ana.messages().len(), 3, "Ana still waits");
    world.settles().await;
    let answers = ana.messages().split_off(3);
    let first_lines: Vec<_> = answers
        .iter()
        .filter_map(|one| one.text.lines().next())
        .collect();
    insta::assert_snapshot!(first_lines.join("\n"), @r"
    Cuộc vận động xây dựng người cán bộ, công chức, viên chức “Trung thành, trách nhiệm, liêm chính, sáng tạo”
    Lệnh này dành cho người đã tham gia. Xin gửi /start để bắt đầu.
    Bot này đưa Cuộc vận động “Trung thành, trách nhiệm, liêm chính, sáng tạo” đến từng cán bộ, công chức, viên chức, mỗi tuần vài phút. Xin gửi /start để bắt đầu, /tieuchi để xem mười hai tiêu chí, /riengtu để biết bot giữ gì.
    ");
    world.ends().await;
}

/// How many such calls have reached the messenger, held ones too.
fn calls(world: &World, method: &str) -> usize {
    let calls = world.sandbox().calls();
    calls
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case(method))
        .count()
}

#[tokio::test]
async fn an_answer_survives_every_kind_of_bad_line() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    let kinds = [
        FaultKind::ServerError {
            code: 502,
            html_body: true,
        },
        FaultKind::ServerError {
            code: 500,
            html_body: false,
        },
        FaultKind::CutBefore,
        FaultKind::GarbledReply,
    ];
    for kind in kinds {
        let before = ana.messages().len();
        world.sandbox().fault(once("sendMessage", kind.clone()));
        ana.says("/cuatoi").await;
        assert_eq!(
            ana.messages().len(),
            before + 2,
            "one answer after {kind:?}"
        );
    }
    world.ends().await;
}

#[tokio::test]
async fn a_line_cut_after_the_messenger_handled_it_costs_at_most_a_second_copy() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    let before = ana.messages().len();
    world
        .sandbox()
        .fault(once("sendMessage", FaultKind::CutAfter));
    ana.says("/tracnghiem").await;
    let copies = ana.messages().len() - before - 1;
    assert_eq!(copies, 2, "a question may be asked twice, but not be lost");
    // Either copy may be answered, and the answer counts once.
    ana.taps("A").await;
    ana.forges("a:1:0:1").await;
    assert_eq!(ana.toast(), "Đồng chí đã trả lời câu này rồi.");
    // An edit that was handled is not repeated on the screen.
    world
        .sandbox()
        .fault(once("editMessageText", FaultKind::CutAfter));
    ana.taps("B").await;
    assert_eq!(ana.messages().len(), before + 3);
    world.ends().await;
}

#[tokio::test]
async fn who_blocked_the_bot_is_left_in_peace_and_comes_back_by_writing() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    let reachable = "SELECT reachable FROM members";
    world.sandbox().block(ana.id(), true);
    world.settles().await;
    assert_eq!(world.database().number(reachable).await, 0);
    let before = ana.messages().len();
    world.passes_to("2026-11-26 08:00").await;
    assert_eq!(ana.messages().len(), before);
    let to_ana = |call: &&(String, Option<i64>)| call.1 == Some(ana.id());
    let calls = world.sandbox().calls().iter().filter(to_ana).count();
    world.passes_to("2026-11-27 20:00").await;
    assert_eq!(
        world.sandbox().calls().iter().filter(to_ana).count(),
        calls,
        "nobody knocks"
    );
    ana.says("/tracnghiem").await;
    assert_eq!(world.database().number(reachable).await, 1);
    insta::assert_snapshot!(ana.glances_last(1), @r"
    nhip: Câu 1/5
      [A] [B] [C] [D]
    ");
    world.passes_to("2026-11-30 12:00").await;
    insta::assert_snapshot!(ana.glances_last(1), @r"
    nhip: Tiêu chí 2.1 · Trách nhiệm
      [Đã đọc]
      [Suy ngẫm tháng này (riêng tư)]
    ");
    world.ends().await;
}

#[tokio::test]
async fn who_is_gone_is_found_out_by_the_first_message_that_cannot_reach_them() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    world.sandbox().deactivate(ana.id());
    world.passes_to("2026-11-25 12:00").await;
    assert_eq!(
        world
            .database()
            .number("SELECT reachable FROM members")
            .await,
        0
    );
    world.passes_to("2026-11-28 12:00").await;
    world.ends_with(&["unreachable: deactivated"]).await;
}

#[tokio::test]
async fn taps_that_waited_longer_than_the_messenger_keeps_them_can_be_made_again() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    ana.says("/tracnghiem").await;
    world.bot_stops().await;
    ana.presses("B");
    world.jumps_to("2026-11-23 07:33");
    world.bot_starts().await;
    world.settles().await;
    let answered = "SELECT count(*) FROM quiz_questions WHERE letter IS NOT NULL";
    assert_eq!(
        world.database().number(answered).await,
        0,
        "the tap is lost at the messenger"
    );
    ana.says("b").await;
    assert_eq!(
        world.database().number(answered).await,
        1,
        "the question is still open"
    );
    world.ends().await;
}

#[tokio::test]
async fn a_toast_that_comes_too_late_is_let_go_and_the_answer_counts() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    ana.says("/tracnghiem").await;
    world.fault("answerCallbackQuery", FaultKind::HoldBefore);
    let before = calls(&world, "answerCallbackQuery");
    ana.presses("B");
    world
        .until("the toast is on its way", async || {
            calls(&world, "answerCallbackQuery") > before
        })
        .await;
    world.jumps_to("2026-11-23 07:33");
    world.sandbox().clear_faults();
    world.settles().await;
    let shown = ana.glances_last(1);
    assert!(shown.contains("Câu 1/5 · "), "{shown}");
    world.ends_with(&["stale: tap too old"]).await;
}

#[tokio::test]
async fn ids_that_jump_backwards_make_the_bot_neither_deaf_nor_forgetful() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    for next in [17, 2_000_000_000, 5] {
        world.sandbox().jump_ids(next);
        let before = ana.messages().len();
        ana.says("/cuatoi").await;
        ana.says("/caidat").await;
        assert_eq!(ana.messages().len(), before + 4, "after a jump to {next}");
    }
    world.ends().await;
}

#[tokio::test]
async fn a_batch_that_is_delivered_twice_changes_nothing() {
    let world = World::start().await;
    let officer = world.officer();
    let people = world.crowd(6, "SNV-VP").await;
    let group = world.group("Công đoàn Sở Nội vụ", &[&officer, &people[0]], false);
    world.settles().await;
    officer.says_in(&group, "/lienket SNV-VP").await;
    people.iter().for_each(|one| one.types("/tracnghiem"));
    world.settles().await;
    world.all_tap(&people, "A").await;
    people[1].says("c").await;
    officer.says_in(&group, "/baocao").await;
    let (dump, chats) = (world.database().dump().await, chats(&world));
    let count = world.sandbox().replay(100);
    assert!(count > 40, "only {count} updates");
    world.settles().await;
    assert_eq!(changed(&dump, &world.database().dump().await), [""; 0]);
    assert_eq!(self::chats(&world), chats);
    world.ends().await;
}

/// The lines that are in only one of them.
fn changed(before: &str, after: &str) -> Vec<String> {
    let (before, after): (BTreeSet<_>, BTreeSet<_>) =
        (before.lines().collect(), after.lines().collect());
    before
        .symmetric_difference(&after)
        .map(ToString::to_string)
        .collect()
}

/// Every chat as its people see it.
fn chats(world: &World) -> Vec<String> {
    let users = world.sandbox().users().into_iter();
    let ids = users.chain(world.sandbox().groups()).map(|(id, _)| id);
    ids.map(|id| glance(&world.sandbox().messages(id)))
        .collect()
}

#[tokio::test]
async fn after_a_long_outage_nobody_is_woken_with_what_is_no_longer_of_use() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    world.passes_to("2026-11-29 22:00").await;
    let before = ana.messages().len();
    world.bot_stops().await;
    world.jumps_to("2026-12-02 22:30");
    world.bot_starts().await;
    world.settles().await;
    assert_eq!(
        ana.messages().len(),
        before,
        "nothing of Monday on Wednesday night"
    );
    world.passes_to("2026-12-03 23:00").await;
    assert_eq!(ana.messages().len(), before, "nor of Wednesday on Thursday");
    world.passes_to("2026-12-04 12:00").await;
    insta::assert_snapshot!(ana.glances_last(1), @r"
    nhip: Năm câu hỏi tuần này: đồng chí còn 5 câu, mất chừng vài phút. Hạn trả lời: 21:00 Chủ nhật 06/12.
      [Năm câu hỏi tuần này]
    ");
    world.ends().await;
}

#[tokio::test]
async fn what_could_not_be_sent_in_its_window_is_not_sent_at_night() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    let before = ana.messages().len();
    // The messenger is away from before the quiz is due until the evening.
    world.fault("sendMessage", FaultKind::HoldBefore);
    world.jumps_to("2026-11-25 12:00");
    world
        .until("the quiz is on its way", async || {
            world.database().outbox().await == ["claimed"]
        })
        .await;
    world.bot_stops().await;
    world.jumps_to("2026-11-25 21:30");
    world.sandbox().clear_faults();
    world.bot_starts().await;
    world.settles().await;
    assert_eq!(ana.messages().len(), before);
    world.ends_with(&["expired: its time had passed"]).await;
}

#[tokio::test]
async fn an_update_that_breaks_the_bot_is_put_aside_alone() {
    for mode in Mode::ALL {
        put_aside_alone(mode).await;
    }
}

async fn put_aside_alone(mode: Mode) {
    let world = World::with(Setup {
        mode,
        ..Setup::default()
    })
    .await;
    world.bot_starts().await;
    world.settles().await;
    let people = world.crowd(3, "SNV-VP").await;
    people.iter().for_each(|one| one.types("/tracnghiem"));
    world.settles().await;
    // As when somebody deletes a question that has been asked.
    let broken = "UPDATE quiz_questions SET question_id = 'Q-gone' WHERE quiz_id = 2";
    world.database().lines(broken).await;
    world.all_tap(&people, "A").await;
    let explained = people.iter().map(|one| one.glances_last(1));
    let explained: Vec<_> = explained.map(|text| text.contains("Câu 1/5 · ")).collect();
    assert_eq!(explained, [true, false, true]);
    let aside = world.database().quarantine().await;
    insta::allow_duplicates! {
        insta::assert_snapshot!(aside.join("\n"), @"callback_query the question Q-gone was asked and is no longer in messages/: restore it and supersede it");
    }
    people[1].says("/cuatoi").await;
    insta::allow_duplicates! {
        insta::assert_snapshot!(people[1].glances_last(1), @"
        nhip: Tiến độ cá nhân
          [Nền tối]
        ");
    }
    world.database().lines("DELETE FROM quarantine").await;
    world.ends().await;
}
