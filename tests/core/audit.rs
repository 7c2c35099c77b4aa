//! The audit: only added to, chained, readable by those it concerns. And thresholds that only rise.

use nhip::core::Retention;
use nhip::schedule::Cadence;
use nhip::store::audit::{self, Verdict};
use nhip::store::installation;
use nhip::types::Thresholds;

use crate::house::{House, core};

fn verdict(house: &House) -> Verdict {
    house
        .write(async |tx, _| audit::verify(tx).await)
        .expect("the file can be read")
}

/// A statement that the schema refuses.
fn refused(house: &House, statement: &str) -> bool {
    let before = house.kept();
    let eye = &mut *house.eye.borrow_mut();
    let done = house.runtime.block_on(async {
        sqlx::query(sqlx::AssertSqlSafe(statement.to_owned()))
            .execute(eye)
            .await
    });
    drop(before);
    done.is_err()
}

fn seen(house: &std::rc::Rc<House>, times: usize) {
    let officer = house.officer();
    let group = house.group(-1_001);
    group.hears(&officer, "/link VP");
    for _ in 0..times {
        group.hears(&officer, "/report");
    }
}

#[test]
fn lines_are_chained_and_any_change_shows() {
    let house = House::new();
    house.at("2026-11-23 09:00");
    seen(&house, 3);
    let Verdict::Sound { lines: 4, head } = verdict(&house) else {
        panic!("{:?}", verdict(&house));
    };
    assert_eq!((head.id, head.hash.len()), (4, 64));
    for statement in [
        "UPDATE audit SET day = '2020-01-01' WHERE id = 2",
        "UPDATE audit SET hash = 'x' WHERE id = 4",
        "DELETE FROM audit WHERE id = 4",
        "DELETE FROM audit",
    ] {
        assert!(refused(&house, statement), "{statement}");
    }
    // Whoever holds the file can take the fence away; the chain still tells.
    house.sabotage("DROP TRIGGER audit_is_not_changed");
    house.sabotage("DROP TRIGGER audit_is_not_deleted");
    house.sabotage("UPDATE audit SET user_id = 1 WHERE id = 3");
    assert_eq!(verdict(&house), Verdict::Broken(3));
    house.sabotage(&format!(
        "UPDATE audit SET user_id = {} WHERE id = 3",
        crate::house::OFFICER
    ));
    assert!(matches!(verdict(&house), Verdict::Sound { .. }));
    house.sabotage("DELETE FROM audit WHERE id = 2");
    assert_eq!(verdict(&house), Verdict::Broken(3));
}

#[test]
fn retention_shortens_it_from_the_beginning_and_the_rest_is_still_chained() {
    let house = House::new();
    house.at("2026-11-23 09:00");
    seen(&house, 2);
    house.at("2031-11-10 09:00");
    seen(&house, 1);
    house.at("2031-11-24 09:00");
    let Verdict::Sound { lines, head } = verdict(&house) else {
        panic!("{:?}", verdict(&house));
    };
    assert_eq!((lines, head.id), (2, 5), "the three of 2026 are gone");
    assert!(refused(&house, "DELETE FROM audit WHERE id = 4"));
    // All gone: the chain goes on where it was.
    house.at("2036-12-24 09:00");
    assert_eq!(house.number("SELECT count(*) FROM audit"), 0);
    seen(&house, 1);
    assert!(matches!(verdict(&house), Verdict::Sound { lines: 2, head } if head.id == 7));
}

#[test]
fn members_read_what_concerns_their_unit_without_names() {
    let house = House::new();
    house.at("2026-11-23 09:00");
    let (ana, bình) = (house.member("An", "VP"), house.member("Bình", "SYT"));
    seen(&house, 2);
    ana.says("/nhatky");
    ana.sees(
        "23/11/2026 · xem số liệu tổng hợp · cán bộ phụ trách cấp cao nhất · Tổ Văn phòng (×2)",
    );
    ana.sees("gắn nhóm với đơn vị");
    ana.sees("Mã kiểm tra của dòng 3");
    assert!(!ana.screen().contains(&crate::house::OFFICER.to_string()));
    bình.says("/nhatky");
    bình.sees("Chưa có việc nào");
}

#[test]
fn thresholds_rise_and_never_fall_and_the_audit_says_so() {
    let house = House::new();
    let group = house.group(-1_001);
    group.hears(&house.officer(), "/link VP");
    house.at("2026-11-23 09:00");
    house.members(6, "VP");
    let report = || {
        group.hears(&house.officer(), "/report");
        group.last().text
    };
    assert!(report().contains("Đã nhận tin"));
    let keeping = |quiz, reflection| {
        core(Cadence::default())
            .with_retention(Thresholds { quiz, reflection }, Retention::default())
    };
    house.restart_with(keeping(8, 12));
    let told = report();
    assert!(
        told.contains("dưới 8 người") && !told.contains("Đã nhận tin"),
        "{told}"
    );
    house.restart_with(keeping(5, 10));
    assert!(report().contains("dưới 8 người"), "it does not go back");
    let thresholds = house
        .write(async |tx, _| installation::thresholds(tx).await)
        .expect("thresholds");
    assert_eq!(
        thresholds,
        Thresholds {
            quiz: 8,
            reflection: 12
        }
    );
    assert_eq!(
        house.number("SELECT count(*) FROM audit WHERE action = 'thresholds'"),
        1
    );
    for statement in [
        "UPDATE installation SET threshold_quiz = 5",
        "UPDATE installation SET threshold_reflection = 10",
        "DELETE FROM installation",
    ] {
        assert!(refused(&house, statement), "{statement}");
    }
    let ana = house.member("An", "SYT");
    ana.says("/nhatky");
    ana.sees("nâng số người tối thiểu để công bố · người quản trị máy chủ · mọi đơn vị");
    ana.says("/privacy");
    ana.sees("từ 8 người, phần suy ngẫm từ 12 người");
}
