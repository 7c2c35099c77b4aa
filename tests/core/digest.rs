//! Once a month officers are told what is due with their own units, and nobody else is told anything.

use testkit::stage::Stage;

use crate::collect::UNITS;
use crate::forms::officer_of;

#[test]
fn on_the_25th_who_has_something_due_is_told_and_nobody_else() {
    let stage = Stage::with_units(UNITS);
    let (lan, minh) = (
        officer_of(&stage, "Lan", "A"),
        officer_of(&stage, "Minh", "B"),
    );
    let ana = stage.member("An", "A");
    let above = officer_of(&stage, "Hùng", "LD");
    above.says("/tonghop");
    above.taps("＋ Mở: Số liệu năm · Năm 2026");
    above.taps("11/12/2026 (sau 21 ngày)");
    minh.says("/sonam");
    minh.taps("❗ Số liệu năm · Năm 2026");
    minh.taps("Bỏ qua");
    minh.says("40 20 9");
    minh.taps("Xem tất cả");
    minh.taps("Nộp");
    stage.at("2026-11-25 11:00");
    for one in [&lan, &minh, &above, &ana] {
        one.sees_no("Việc đến kỳ");
    }
    stage.at("2026-11-25 11:40");
    lan.sees("Việc đến kỳ, tháng 11/2026");
    lan.sees("Công đoàn Sở Nội vụ: nộp biểu Số liệu năm, Năm 2026. Hạn 11/12/2026.");
    above.sees(
        "Liên đoàn Lao động tỉnh đang tổng hợp biểu Số liệu năm, Năm 2026: đã nộp 1/5 đơn vị.",
    );
    minh.sees_no("Việc đến kỳ");
    ana.sees_no("Việc đến kỳ");
    lan.taps("Điền biểu Số liệu năm, Năm 2026");
    lan.sees("bước 1/20");
    above.taps("Xem kỳ Số liệu năm, Năm 2026");
    above.sees("Đã nộp 1/5 đơn vị");
    // Once a month.
    let count = lan.messages().len();
    stage.at("2026-11-26 12:00");
    assert_eq!(lan.messages().len(), count);
    // The word that the quarter ends comes before.
    stage.at("2026-12-22 11:40");
    // The next one is late, and on the Friday that is Christmas, a working day.
    stage.at("2026-12-25 11:40");
    lan.sees("chưa nộp biểu Số liệu năm, Năm 2026. Hạn là 11/12/2026, nay đã qua.");
    assert_eq!(
        stage.number("SELECT count(*) FROM digests WHERE done AND cursor = 0"),
        1
    );
}

#[test]
fn a_weekend_moves_it_to_monday_and_a_bot_that_was_off_is_a_day_late() {
    let stage = Stage::with_units(UNITS);
    let lan = officer_of(&stage, "Lan", "A");
    let above = officer_of(&stage, "Hùng", "LD");
    stage.at("2027-04-20 09:00");
    above.says("/tonghop");
    above.taps("＋ Mở: Số liệu năm · Năm 2026");
    above.taps("20/05/2027 (sau 30 ngày)");
    stage.tick();
    stage.deliver();
    // The 25th is a Sunday.
    stage.at("2027-04-25 12:00");
    lan.sees_no("Việc đến kỳ");
    stage.at("2027-04-26 09:00");
    lan.sees_no("Việc đến kỳ");
    stage.at("2027-04-26 12:00");
    lan.sees("Việc đến kỳ, tháng 04/2027");
    // Two days off: it comes in the hours of the day after.
    stage.set("2027-05-26 08:00");
    stage.tick();
    stage.deliver();
    lan.sees_no("tháng 05/2027");
    stage.at("2027-05-26 12:00");
    lan.sees("Việc đến kỳ, tháng 05/2027");
    assert!(
        lan.messages()
            .last()
            .is_some_and(|message| message.text.contains("nay đã qua"))
    );
}

#[test]
fn many_officers_are_told_in_portions_each_once() {
    let stage = Stage::with_units(UNITS);
    let above = officer_of(&stage, "Hùng", "LD");
    above.says("/tonghop");
    above.taps("＋ Mở: Số liệu năm · Năm 2026");
    above.taps("11/12/2026 (sau 21 ngày)");
    stage.tick();
    stage.deliver();
    let unit = stage.unit("A");
    stage.sabotage(&format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250)
         INSERT INTO officers (user_id, unit_id, title, since) SELECT 700000 + i, {unit}, 'assistant', '2026-01-01' FROM n"
    ));
    stage.set("2026-11-25 11:40");
    let told = "SELECT count(*) FROM outbox WHERE call LIKE '%tháng 11/2026%'";
    let mut seen = vec![0];
    loop {
        let tick = stage.tick_once();
        let now = stage.number(told);
        if seen.last() != Some(&now) {
            seen.push(now);
        }
        if !tick.again {
            break;
        }
    }
    assert_eq!(seen, [0, 100, 200, 251], "a hundred at a time");
}

/// How long the largest digest takes; `cargo test --release --test core sixty_thousand -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn what_the_digest_of_sixty_thousand_officers_costs() {
    let mut units =
        String::from("code,name,parent,kind,members\nLD,Liên đoàn Lao động tỉnh,,tỉnh,\n");
    for number in 0..20_000 {
        units.push_str(&format!(
            "U{number},Công đoàn cơ sở số {number},LD,cơ sở,40\n"
        ));
    }
    let stage = Stage::with_units(&units);
    // Three officers a unit; its plan with the frame's lines, two of them due and four that the bot counts itself.
    stage.sabotage(
        "WITH n(i) AS (VALUES (0), (1), (2)) INSERT INTO officers (user_id, unit_id, title, since)
         SELECT 5000000 + u.id * 3 + n.i, u.id, 'assistant', '2026-01-01' FROM units AS u, n WHERE u.parent_id IS NOT NULL",
    );
    stage.sabotage(
        "INSERT INTO plans (unit_id, begins, ends_on, version, number, issued_on, current)
         SELECT id, '2026-01', '2026-12-31', 1, '05/KH-CĐCS', '2026-01-10', 1 FROM units WHERE parent_id IS NOT NULL",
    );
    stage.sabotage(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 17)
         INSERT INTO plan_lines (plan_id, number, task, content, lead, support, first, last, measure, target, counted)
         SELECT p.id, n.i, 1, 'Việc số ' || n.i, 'chair', '', '2026-01', iif(n.i <= 2, '2026-11', '2026-12'), '', '12 lần',
             CASE n.i WHEN 3 THEN 'rounds' WHEN 4 THEN 'checkins' WHEN 5 THEN 'commended' WHEN 6 THEN 'broadcasts' END
         FROM plans AS p, n",
    );
    for day in ["2026-11-23 09:00", "2026-11-25 11:40"] {
        stage.set(day);
        while stage.tick_once().again && day.starts_with("2026-11-23") {}
    }
    let (mut times, told) = (Vec::new(), "SELECT count(*) FROM outbox");
    let before = stage.number(told);
    loop {
        let begin = std::time::Instant::now();
        let again = stage.tick_once().again;
        times.push(begin.elapsed().as_millis());
        if !again {
            break;
        }
    }
    let whole: u128 = times.iter().sum();
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100];
    println!(
        "{} officers told in {} portions, {whole} ms; a portion {} ms, 95 of 100 within {} ms, the longest {} ms",
        stage.number(told) - before,
        times.len(),
        at(50),
        at(95),
        at(100)
    );
}
