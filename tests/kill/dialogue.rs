//! The year's figures, and the lines of a plan, are asked in one message, and the process dies at every single step of it.

use crate::process::{Process, settles};
use testkit::world::World;

/// What is typed at each step, or tapped; and where the next one begins.
const STEPS: [(&str, &str); 20] = [
    ("12/KH-CĐCS ngày 15/01/2026", "2. Tổng số người"),
    ("45 28 19", "3. Số người đăng ký"),
    ("38", "4. Tuyên truyền"),
    ("12 180", "5. Đào tạo"),
    ("3 21", "6. Hội nghị"),
    ("20/02/2026", "7. Ý kiến"),
    ("14 12", "8. Cải cách"),
    ("3 2 87,5", "9. Phòng, chống"),
    ("[Chưa có số]", "10. Sáng kiến"),
    ("12 5 1 1,25", "11.1"),
    ("[Đạt]", "11.2"),
    ("95", "12. Xếp loại"),
    ("5 30 8 0", "13.1"),
    ("6", "13.2"),
    ("[Hoàn thành tốt nhiệm vụ]", "14. Số người bị"),
    ("[0]", "15. Khen thưởng"),
    ("1 2 0 1", "16.1"),
    ("Sinh hoạt chưa đều.", "16.2"),
    ("Việc gấp cuối quý.", "16.3"),
    ("[Bỏ qua]", "Nộp"),
];

/// What the officer sees last: words and buttons.
fn seen(world: &World) -> String {
    seen_by(world, world.officer().id())
}

pub fn seen_by(world: &World, person: i64) -> String {
    let newest = world.sandbox().recent(person, 1).pop().expect("a message");
    let labels = newest
        .keyboard
        .iter()
        .flatten()
        .map(|key| key.text.as_str());
    [newest.text.as_str()]
        .into_iter()
        .chain(labels)
        .collect::<Vec<_>>()
        .join("\n")
}

/// Does it, and nobody waits for what comes of it.
fn does(world: &World, act: &str) {
    does_as(world, world.officer().id(), act);
}

pub fn does_as(world: &World, person: i64, act: &str) {
    let (sandbox, officer) = (world.sandbox(), person);
    match act.strip_prefix('[').and_then(|act| act.strip_suffix(']')) {
        None => {
            sandbox.say(officer, officer, act);
        }
        Some(label) => {
            let newest = sandbox.recent(officer, 1).pop().expect("a message");
            let tapped = sandbox.tap(officer, officer, newest.id, label);
            tapped.expect("the button is there");
        }
    }
}

#[tokio::test]
async fn a_form_goes_on_wherever_the_process_died() {
    let world = World::start().await;
    world.settles().await;
    let officer = world.officer();
    officer.says("/sonam").await;
    officer.taps("Số liệu năm · Năm 2026").await;
    world.bot_stops().await;
    let mut process = Process::start(&world).await;
    for (act, next) in STEPS {
        does(&world, act);
        // At once: what was done lies with the messenger, half done in the process, or is done and not shown.
        process.dies();
        process = Process::start(&world).await;
        settles(&world).await;
        let shown = seen(&world);
        assert!(shown.contains(next), "after {act:?}: {shown}");
    }
    does(&world, "[Nộp]");
    process.dies();
    let process = Process::start(&world).await;
    settles(&world).await;
    process.stops(&world).await;
    let handed_in = world
        .database()
        .lines("SELECT revision FROM form_returns")
        .await;
    assert_eq!(handed_in, ["1"], "once");
    let fields =
        "SELECT count(*), count(DISTINCT field), min(revision), max(revision) FROM form_answers";
    assert_eq!(world.database().lines(fields).await, ["38 38 1 1"]);
    let noted = world
        .database()
        .lines("SELECT action FROM audit WHERE action = 'formsubmit'");
    assert_eq!(noted.await.len(), 1);
    world.ends_without_bot(&[]).await;
}

/// What a member types or taps about an initiative, and where the next one begins.
const TOLD: [(&str, &str); 11] = [
    ("[Đã làm rồi]", "1. Tên sáng kiến"),
    ("Gộp hai biểu mẫu xin nghỉ phép thành một", "2. Việc ấy"),
    (
        "Mỗi đơn từ 2 ngày còn nửa ngày, 12 đơn một tháng.",
        "3. Đã áp dụng",
    ),
    ("9/2026", "Áp dụng từ: 09/2026"),
    ("[7]", "Lợi ích ước tính trong một năm"),
    ("10tr", "10.000.000 đồng"),
    ("[8]", "Sáng kiến thuộc lĩnh vực nào?"),
    ("[Chuyển đổi số]", "Lĩnh vực: Chuyển đổi số"),
    ("[Đưa vào sổ của đơn vị]", "Là tác giả có tên"),
    ("[Đồng ý, đưa vào sổ]", "Xin gõ họ tên tác giả"),
    ("Nguyễn Thị An", "Tên tác giả sẽ được ghi"),
];

#[tokio::test]
async fn an_initiative_goes_on_wherever_the_process_died_and_is_entered_once() {
    let world = World::start().await;
    let ana = world.person("Nguyễn Thị An", "vi");
    ana.joins("SNV-VP").await;
    ana.says("/sangkien").await;
    world.bot_stops().await;
    let mut process = Process::start(&world).await;
    for (act, next) in TOLD {
        does_as(&world, ana.id(), act);
        process.dies();
        process = Process::start(&world).await;
        settles(&world).await;
        let shown = seen_by(&world, ana.id());
        assert!(shown.contains(next), "after {act:?}: {shown}");
    }
    does_as(&world, ana.id(), "[Đúng, dùng tên này]");
    process.dies();
    let process = Process::start(&world).await;
    settles(&world).await;
    process.stops(&world).await;
    let entered = "SELECT state, field, benefit FROM register_entries";
    assert_eq!(
        world.database().lines(entered).await,
        ["noted digital 10000000"],
        "once"
    );
    world.ends_without_bot(&[]).await;
}

/// The same of a plan: a line is written, the plan is issued, and its lines are answered for.
const PLAN: [(&str, &str); 17] = [
    ("[Khung 6 nhiệm vụ]", "III.1. Tuyên truyền"),
    ("[III.3]", "1. Lấy ý kiến đoàn viên"),
    (
        "[☑ 1. Lấy ý kiến đoàn viên về nhu cầu đào tạo,…]",
        "☐ 1. Lấy ý kiến",
    ),
    ("[＋ Thêm việc]", "Việc gì?"),
    ("Mở lớp kỹ năng số", "Chức danh nào phụ trách?"),
    ("[☐ Chủ tịch]", "☑ Chủ tịch"),
    ("[Tiếp tục]", "Chức danh nào phối hợp?"),
    ("UBKT", "Làm khi nào?"),
    ("Quý I", "Đo bằng gì?"),
    ("số lớp", "Chỉ tiêu là bao nhiêu?"),
    ("02 lớp", "Bỏ khỏi kế hoạch"),
    ("[Trở lại]", "3. Mở lớp kỹ năng số"),
    ("[Xem tất cả]", "Đã ký: ghi số, ngày"),
    ("[Đã ký: ghi số, ngày]", "Xin gõ số và ngày"),
    (
        "05/KH-CĐCS ngày 18/11/2026",
        "số 05/KH-CĐCS ngày 18/11/2026",
    ),
    ("[III.3]", "→ trễ hạn"),
    ("[2. Mở lớp kỹ năng số]", "Đã làm được bao nhiêu?"),
];

#[tokio::test]
async fn a_plan_goes_on_wherever_the_process_died() {
    let world = World::start().await;
    world.settles().await;
    let officer = world.officer();
    officer.says("/kehoach").await;
    officer.taps("Bắt đầu từ tháng khác").await;
    officer.taps("01/2026").await;
    world.bot_stops().await;
    let mut process = Process::start(&world).await;
    for (act, next) in PLAN {
        does(&world, act);
        process.dies();
        process = Process::start(&world).await;
        settles(&world).await;
        let shown = seen(&world);
        assert!(shown.contains(next), "after {act:?}: {shown}");
    }
    does(&world, "2");
    process.dies();
    let process = Process::start(&world).await;
    settles(&world).await;
    process.stops(&world).await;
    let lines = |sql| {
        let database = world.database();
        async move { database.lines(sql).await }
    };
    let plans = "SELECT number, version, current, (SELECT count(*) FROM plan_lines WHERE plan_id = p.id) FROM plans AS p";
    assert_eq!(lines(plans).await, ["05/KH-CĐCS 1 1 18"], "once");
    let written = "SELECT content, lead, support, first, last, state, result FROM plan_lines WHERE content LIKE 'Mở lớp%'";
    assert_eq!(
        lines(written).await,
        ["Mở lớp kỹ năng số chair audit 2026-01 2026-03 done 2"]
    );
    let noted = "SELECT action FROM audit WHERE action = 'planissue'";
    assert_eq!(lines(noted).await.len(), 1);
    world.ends_without_bot(&[]).await;
}
