//! A suggestion while the process dies: until the quarter of an hour nothing of it is in any file, and its author is told so;
//! a stop in order keeps it.

use testkit::world::World;

use crate::dialogue::{does_as, seen_by};
use crate::process::Process;

/// What a member types or taps, and what they see then.
const STEPS: [(&str, &str); 8] = [
    ("/gopy", "Viết góp ý"),
    ("[Viết góp ý]", "Góp ý về việc gì?"),
    ("[Kế hoạch công tác năm]", "Bước 1/2"),
    ("Hiện nay lịch họp báo muộn, khó sắp việc.", "Bước 2/2"),
    ("Đề nghị báo lịch họp trước hai ngày.", "Gửi, kèm tên"),
    ("[Gửi, kèm tên]", "họ tên"),
    ("Nguyễn Thị An", "Gửi, kèm tên này"),
    ("[Gửi, kèm tên này]", "Góp ý sẽ vào hộp lúc"),
];

/// Does these, each once the one before is seen.
async fn does_all(world: &World, person: i64, steps: &[(&str, &str)]) {
    for (act, next) in steps {
        does_as(world, person, act);
        let so = async || seen_by(world, person).contains(next);
        world.until(&format!("{next:?} after {act:?}"), so).await;
    }
}

#[tokio::test]
async fn wherever_the_process_dies_no_file_knows_of_it_and_a_stop_in_order_keeps_it() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    world.bot_stops().await;
    let lines = async |sql: &str| world.database().lines(sql).await;
    lines("UPDATE units SET kind = 'cơ sở' WHERE code = 'SNV'").await;
    lines(
        "INSERT INTO officers (user_id, unit_id, title, since)
         SELECT 77 + (title = 'chair'), id, title, '2026-01-01' FROM units, (SELECT 'chair' AS title UNION SELECT 'deputy')
         WHERE code = 'SNV'",
    )
    .await;
    lines(
        "INSERT INTO suggestion_boxes (unit_id, number, dated, opened_on, looked_on)
         SELECT id, '05/QC-SNV', '2025-03-12', '2026-11-20', '2026-11-23' FROM units WHERE code = 'SNV'",
    )
    .await;
    let kept =
        "SELECT held, waiting, (SELECT count(*) FROM suggestion_authors) FROM suggestion_boxes";
    for count in 1..=STEPS.len() {
        let process = Process::start(&world).await;
        does_all(&world, ana.id(), &STEPS[..count]).await;
        process.dies();
        assert_eq!(
            lines(kept).await,
            ["0 [] 0"],
            "after {:?}",
            STEPS[count - 1]
        );
    }
    let process = Process::start(&world).await;
    does_as(&world, ana.id(), "[Xem góp ý này]");
    let told = async || seen_by(&world, ana.id()).contains("Nội dung vẫn còn đây");
    world.until("she is told that it is lost", told).await;
    assert!(
        seen_by(&world, ana.id()).contains(STEPS[4].0),
        "her words are still there"
    );
    does_all(&world, ana.id(), &STEPS[5..]).await;
    process.stops(&world).await;
    let now = lines(kept).await.pop().expect("a box");
    assert!(now.starts_with("1 ") && now.ends_with(" 1"), "{now}");
    let process = Process::start(&world).await;
    does_as(&world, ana.id(), "[Xem góp ý này]");
    let so = async || seen_by(&world, ana.id()).contains("Đang trong hộp");
    world.until("it is in the box", so).await;
    process.stops(&world).await;
    world.ends_in_debt().await;
}
