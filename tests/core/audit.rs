//! The audit: only added to, chained, readable by those it concerns. And thresholds that only rise.

use nhip::core::Retention;
use nhip::schedule::Cadence;
use nhip::store::audit::{self, Verdict};
use nhip::store::installation;
use nhip::types::Thresholds;
use testkit::stage::{Stage, core};

fn verdict(stage: &Stage) -> Verdict {
    stage
        .write(async |tx, _| audit::verify(tx).await)
        .expect("the file can be read")
}

/// A statement that the schema refuses.
fn refused(stage: &Stage, statement: &str) -> bool {
    let before = stage.kept();
    let eye = &mut *stage.eye.borrow_mut();
    let done = stage.runtime.block_on(async {
        sqlx::query(sqlx::AssertSqlSafe(statement.to_owned()))
            .execute(eye)
            .await
    });
    drop(before);
    done.is_err()
}

fn seen(stage: &std::rc::Rc<Stage>, times: usize) {
    let officer = stage.officer();
    let group = stage.group(-1_001);
    group.hears(&officer, "/link VP");
    for _ in 0..times {
        group.hears(&officer, "/report");
    }
}

#[test]
fn lines_are_chained_and_any_change_shows() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    seen(&stage, 3);
    let Verdict::Sound { lines: 4, head } = verdict(&stage) else {
        panic!("{:?}", verdict(&stage));
    };
    assert_eq!((head.id, head.hash.len()), (4, 64));
    for statement in [
        "UPDATE audit SET day = '2020-01-01' WHERE id = 2",
        "UPDATE audit SET hash = 'x' WHERE id = 4",
        "DELETE FROM audit WHERE id = 4",
        "DELETE FROM audit",
    ] {
        assert!(refused(&stage, statement), "{statement}");
    }
    // Whoever holds the file can take the fence away; the chain still tells.
    stage.sabotage("DROP TRIGGER audit_is_not_changed");
    stage.sabotage("DROP TRIGGER audit_is_not_deleted");
    stage.sabotage("UPDATE audit SET user_id = 1 WHERE id = 3");
    assert_eq!(verdict(&stage), Verdict::Broken(3));
    stage.sabotage(&format!(
        "UPDATE audit SET user_id = {} WHERE id = 3",
        testkit::stage::OFFICER
    ));
    assert!(matches!(verdict(&stage), Verdict::Sound { .. }));
    stage.sabotage("DELETE FROM audit WHERE id = 2");
    assert_eq!(verdict(&stage), Verdict::Broken(3));
}

#[test]
fn retention_shortens_it_from_the_beginning_and_the_rest_is_still_chained() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    seen(&stage, 2);
    stage.at("2031-11-10 09:00");
    seen(&stage, 1);
    stage.at("2031-11-24 09:00");
    let Verdict::Sound { lines, head } = verdict(&stage) else {
        panic!("{:?}", verdict(&stage));
    };
    assert_eq!((lines, head.id), (2, 5), "the three of 2026 are gone");
    assert!(refused(&stage, "DELETE FROM audit WHERE id = 4"));
    // All gone: the chain goes on where it was.
    stage.at("2036-12-24 09:00");
    assert_eq!(stage.number("SELECT count(*) FROM audit"), 0);
    seen(&stage, 1);
    assert!(matches!(verdict(&stage), Verdict::Sound { lines: 2, head } if head.id == 7));
}

#[test]
fn members_read_what_concerns_their_unit_without_names() {
    let stage = Stage::new();
    stage.at("2026-11-23 09:00");
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "SYT"));
    seen(&stage, 2);
    ana.says("/nhatky");
    ana.sees("23/11/2026 · xem số liệu tổng hợp · người phụ trách cao nhất · Tổ Văn phòng (×2)");
    ana.sees("gắn nhóm với đơn vị");
    ana.sees("Mã kiểm tra của dòng 3");
    assert!(!ana.screen().contains(&testkit::stage::OFFICER.to_string()));
    binh.says("/nhatky");
    binh.sees("Chưa có việc nào");
}

#[test]
fn thresholds_rise_and_never_fall_and_the_audit_says_so() {
    let stage = Stage::new();
    let group = stage.group(-1_001);
    group.hears(&stage.officer(), "/link VP");
    stage.at("2026-11-23 09:00");
    stage.members(6, "VP");
    let report = || {
        group.hears(&stage.officer(), "/report");
        group.last().text
    };
    stage.at("2026-11-29 21:00");
    assert!(report().contains("Đã nhận tin"));
    let keeping = |quiz, reflection| {
        core(Cadence::default())
            .with_retention(Thresholds { quiz, reflection }, Retention::default())
    };
    stage.restart_with(keeping(8, 12));
    stage.tick();
    let told = report();
    assert!(
        told.contains("từ 8 người trở lên") && !told.contains("Đã nhận tin"),
        "{told}"
    );
    stage.restart_with(keeping(5, 10));
    assert!(
        report().contains("từ 8 người trở lên"),
        "it does not go back"
    );
    let thresholds = stage
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
        stage.number("SELECT count(*) FROM audit WHERE action = 'thresholds'"),
        1
    );
    for statement in [
        "UPDATE installation SET threshold_quiz = 5",
        "UPDATE installation SET threshold_reflection = 10",
        "DELETE FROM installation",
    ] {
        assert!(refused(&stage, statement), "{statement}");
    }
    let ana = stage.member("An", "SYT");
    ana.says("/nhatky");
    ana.sees("nâng số người tối thiểu để nêu số liệu · người quản trị máy chủ · mọi đơn vị");
    ana.sees("phần câu hỏi 5 → 8 người; phần suy ngẫm 10 → 12 người");
    ana.says("/privacy");
    ana.sees("từ 8 người, phần suy ngẫm từ 12 người");
}

const MOVED: &str = "code,name,parent,kind,members
VP,Tổ Văn phòng,SYT,phòng,21
";

#[test]
fn an_import_in_the_shell_tells_the_members_it_concerns_what_it_has_changed() {
    let stage = Stage::new();
    let (ana, binh) = (stage.member("An", "VP"), stage.member("Bình", "TT"));
    stage.import(MOVED);
    ana.says("/nhatky");
    ana.sees("nhập danh sách đơn vị · người quản trị máy chủ · Tổ Văn phòng");
    ana.sees("VP: cấp trên SNV → SYT; VP: cấp “tổ” → “phòng”; VP: số người 30 → 21");
    // The union that it has left reads that it has gone, and nothing else of it.
    binh.says("/nhatky");
    binh.sees("người quản trị máy chủ · Công đoàn Sở Nội vụ");
    binh.sees("VP: cấp trên SNV → SYT");
    binh.sees_no("phòng");
    // What has changed is part of the line: it cannot be told otherwise afterwards.
    assert!(matches!(verdict(&stage), Verdict::Sound { lines: 3, .. }));
    stage.sabotage("DROP TRIGGER audit_is_not_changed");
    stage.sabotage("UPDATE audit SET changed = replace(changed, 'SYT', 'XYZ') WHERE id = 2");
    assert_eq!(verdict(&stage), Verdict::Broken(2));
    stage.sabotage("UPDATE audit SET changed = NULL WHERE id = 2");
    assert_eq!(verdict(&stage), Verdict::Broken(2));
}

#[test]
fn an_import_of_many_units_tells_each_unit_what_has_become_of_it() {
    let stage = Stage::new();
    let rows = |kind: &str| -> String {
        let units = (0..40).map(|n| format!("N{n},Tổ công đoàn {n},SYT,{kind},5\n"));
        units.collect()
    };
    stage.import(&format!("code,name,parent,kind,members\n{}", rows("tổ")));
    let (ana, binh) = (stage.member("An", "SYT"), stage.member("Bình", "N33"));
    ana.says("/nhatky");
    ana.sees("nhập danh sách đơn vị · người quản trị máy chủ · Công đoàn Sở Y tế");
    for unit in ["N0", "N17", "N39"] {
        ana.sees(&format!("{unit}: đơn vị mới, trực thuộc SYT"));
    }
    ana.sees_no("thay đổi nữa");
    stage.import(&format!("code,name,parent,kind,members\n{}", rows("phòng")));
    binh.says("/nhatky");
    binh.sees("N33: cấp “tổ” → “phòng”");
    binh.sees_no("N32: cấp");
    assert!(matches!(verdict(&stage), Verdict::Sound { .. }));
}

#[test]
fn owners_that_were_changed_at_the_server_are_a_line_and_nobodys_number_is_in_it() {
    let stage = Stage::new();
    let other = testkit::parts::core(&[testkit::stage::OFFICER, 9_000_101], Cadence::default());
    stage.restart_with(other);
    stage.restart();
    let ana = stage.member("An", "VP");
    ana.says("/nhatky");
    ana.sees("đổi thiết lập trên máy chủ · người quản trị máy chủ · mọi đơn vị");
    ana.sees("số người phụ trách cao nhất 1 → 2");
    ana.sees_no("(×");
    // Where an owner's menu stands is kept, so that it can be taken back; nothing else knows the number.
    assert!(!stage.dump(&["officer_chats"]).contains("9000101"));
}
