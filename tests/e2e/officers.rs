//! A group's unit and its figures: who may ask, where the answer goes, what it may show.

use nhip::sandbox::Say;

use crate::world::{Actor, Group, World, without_draw};

/// The officer, a member, and their group with the bot in it.
async fn group_of(world: &World, forum: bool) -> (Actor, Actor, Group) {
    let (officer, ana) = (world.officer(), world.person("Nguyễn Thị An", "vi"));
    let group = world.group("Công đoàn Sở Nội vụ", &[&officer, &ana], forum);
    world.settles().await;
    (officer, ana, group)
}

#[tokio::test]
async fn an_officer_ties_a_group_to_a_unit_by_choice_by_code_or_by_name() {
    let world = World::start().await;
    let (officer, ana, group) = group_of(&world, false).await;
    insta::assert_snapshot!(group.reads_last(1), @"");
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.reads_last(1), @"");
    officer.says_in(&group, "/lienket").await;
    insta::assert_snapshot!(group.reads_last(1), @"");
    ana.taps_in(&group, "Sở Nội vụ").await;
    insta::assert_snapshot!(ana.toast(), @"");
    officer.taps_in(&group, "Phòng Tổ chức cán bộ").await;
    insta::assert_snapshot!(group.reads_last(1), @"");
    for wanted in ["cai cach", "không có", "snv-cc", "SNV-CC"] {
        officer.says_in(&group, &format!("/lienket {wanted}")).await;
    }
    insta::assert_snapshot!(group.reads_last(8), @"");
    officer.says_in(&group, "/huylienket").await;
    officer.says_in(&group, "/unlink").await;
    insta::assert_snapshot!(group.reads_last(4), @"");
    let audit = world
        .database()
        .lines("SELECT unit_id, deed FROM audit ORDER BY id")
        .await;
    assert_eq!(
        audit.last().map(String::as_str),
        Some("4 unlink"),
        "{audit:?}"
    );
    world.ends().await;
}

#[tokio::test]
async fn who_is_no_officer_or_hides_behind_the_group_is_refused() {
    let world = World::start().await;
    let (officer, ana, group) = group_of(&world, false).await;
    ana.says_in(&group, "/baocao").await;
    ana.says_in(&group, "/lienket SNV").await;
    insta::assert_snapshot!(group.reads_last(4), @"");
    officer
        .says_with(Say {
            chat: group.id(),
            text: "/baocao".to_owned(),
            anonymous: true,
            ..Say::default()
        })
        .await;
    insta::assert_snapshot!(group.reads_last(2), @"");
    let before = group.messages().len();
    ana.says_in(&group, "Chiều nay họp lúc mấy giờ ạ?").await;
    ana.says_in(&group, "/baocao@other_bot").await;
    assert_eq!(
        group.messages().len(),
        before + 2,
        "people talk among themselves"
    );
    ana.says_in(&group, "/trachnghiem").await;
    ana.says_in(&group, "/trogiup@nhip_bot").await;
    insta::assert_snapshot!(group.reads_last(4), @"");
    assert_eq!(
        world.database().number("SELECT count(*) FROM groups").await,
        0
    );
    world.ends().await;
}

#[tokio::test]
async fn a_report_shows_the_week_and_what_people_knew_only_when_the_round_is_closed() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    officer.says_in(&group, "/lienket SNV").await;
    let few = world.crowd(3, "SNV-VP").await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.reads_last(1), @"");
    let more = world.crowd(9, "SNV-CB").await;
    let people: Vec<Actor> = few.into_iter().chain(more).collect();
    world.all_tap(&people[..6], "Đã đọc").await;
    world.passes_to("2026-11-25 11:35").await;
    for place in 1..=5 {
        world.all_tap(&people[..10], "A").await;
        if place < 5 {
            world.all_tap(&people[..8], "Câu tiếp theo").await;
            world.all_tap(&people[8..10], "Câu tiếp theo").await;
        }
    }
    officer.says_in(&group, "/baocao tuần").await;
    insta::assert_snapshot!(group.reads_last(1), @"");
    world.passes_to("2026-11-30 12:00").await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(without_draw(&group.reads_last(1)), @"");
    officer.says_in(&group, "/baocao tháng").await;
    insta::assert_snapshot!(group.reads_last(1), @"");
    world.speaks(&officer, "en");
    officer.says_in(&group, "/report week").await;
    insta::assert_snapshot!(without_draw(&group.reads_last(1)), @"");
    let reports = "SELECT count(*) FROM audit WHERE deed = 'report'";
    assert_eq!(world.database().number(reports).await, 4);
    world.ends().await;
}

#[tokio::test]
async fn a_small_unit_beside_one_other_stays_hidden_although_it_has_enough_people() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    world.crowd(6, "SNV-VP").await;
    world.crowd(3, "SNV-CB").await;
    officer.says_in(&group, "/lienket SNV-VP").await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.reads_last(1), @"");
    world.ends().await;
}

#[tokio::test]
async fn in_a_forum_the_answer_goes_to_the_topic_where_it_was_asked() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, true).await;
    let topic = world
        .sandbox()
        .add_topic(officer.id(), group.id(), "Cuộc vận động");
    let ask = |text: &str| Say {
        chat: group.id(),
        text: text.to_owned(),
        thread: Some(topic),
        ..Say::default()
    };
    officer.says_with(ask("/lienket SNV")).await;
    officer.says_with(ask("/baocao")).await;
    officer.says_in(&group, "/baocao").await;
    let threads: Vec<_> = group
        .messages()
        .iter()
        .rev()
        .take(6)
        .map(|m| m.thread)
        .collect();
    let (here, elsewhere) = (Some(topic), None);
    assert_eq!(threads, [elsewhere, elsewhere, here, here, here, here]);
    world.ends().await;
}

#[tokio::test]
async fn a_group_that_became_a_supergroup_keeps_its_unit() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    officer.says_in(&group, "/lienket SNV-VP").await;
    let new = world.sandbox().migrate(group.id());
    world.settles().await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.glances_last(2), @"");
    let linked = world
        .database()
        .lines("SELECT chat_id, unit_id FROM groups")
        .await;
    assert_eq!(linked, [format!("{new} 2")]);
    world.ends().await;
}

#[tokio::test]
async fn an_answer_owed_to_a_group_follows_it_to_the_supergroup() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    officer.says_in(&group, "/lienket SNV-VP").await;
    // The bot hears of the command and of the move together, after both have happened.
    world.bot_stops().await;
    world.sandbox().say(officer.id(), group.id(), "/baocao");
    let new = world.sandbox().migrate(group.id());
    world.bot_starts().await;
    world.settles().await;
    let newest = world.sandbox().messages(new).pop().unwrap();
    insta::assert_snapshot!(newest.text.lines().next().unwrap(), @"");
    world.ends().await;
}

#[tokio::test]
async fn a_bot_that_was_removed_forgets_the_group() {
    let world = World::start().await;
    let (officer, _, group) = group_of(&world, false).await;
    officer.says_in(&group, "/lienket SNV").await;
    world
        .sandbox()
        .remove_bot_from_group(officer.id(), group.id());
    world.settles().await;
    assert_eq!(
        world.database().number("SELECT count(*) FROM groups").await,
        0
    );
    world.sandbox().add_bot_to_group(officer.id(), group.id());
    world.settles().await;
    officer.says_in(&group, "/baocao").await;
    insta::assert_snapshot!(group.glances_last(4), @"");
    world.ends().await;
}
