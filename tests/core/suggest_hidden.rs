//! Who wrote a hidden suggestion: somebody with the file, its log and every table, the list of members and the time of each update
//! does no better than by chance; a forged or foreign button gets nothing; a backup knows less still.

use testkit::stage::{Actor, Stage};

use crate::suggest::{SLOW, Unit};
use crate::thief::{count, loot};

/// What stands out among bytes.
const WORDS: (&str, &str) = (
    "Hiện nay chuông báo vang như zaphod trong hành lang.",
    "Đề nghị thay chuông bằng tiếng beeblebrox nhỏ hơn.",
);

fn is_in(stage: &Stage, words: &str) -> bool {
    count(&loot(stage), words.as_bytes()) > 0
}

/// How many wait in the box.
fn held(unit: &Unit) -> i64 {
    unit.stage.number("SELECT held FROM suggestion_boxes")
}

/// Everything of the world at this moment, as somebody finds it who has the file: all tables, labels alike.
fn seen(unit: &Unit) -> String {
    let mut dump = unit.stage.dump(&[]);
    for label in unit.stage.rows(
        "SELECT value ->> 'label' FROM suggestion_boxes, json_each(waiting) UNION ALL SELECT label FROM suggestions",
    ) {
        dump = dump.replace(&label, "LABEL");
    }
    dump
}

#[test]
fn nothing_that_is_being_written_is_in_the_file_at_any_moment() {
    let unit = Unit::open();
    let ana = &unit.people[0];
    let steps: [&dyn Fn(); 6] = [
        &|| ana.says("/gopy"),
        &|| ana.taps("Viết góp ý"),
        &|| ana.taps("Kế hoạch công tác năm"),
        &|| ana.says(WORDS.0),
        &|| ana.says(WORDS.1),
        &|| ana.taps("Bỏ"),
    ];
    let before = unit.stage.dump(&["updates"]);
    for step in steps {
        // Not even that she was answered: her replies wait in memory.
        step();
        assert!(unit.stage.dump(&["updates"]) == before);
        assert!(!is_in(&unit.stage, "zaphod") && !is_in(&unit.stage, "beeblebrox"));
    }
    ana.sees("Đã bỏ. Không có gì được lưu.");
}

#[test]
fn until_the_quarter_what_she_sent_is_in_no_file_and_a_kill_loses_it_as_her_card_says() {
    let unit = Unit::open();
    let ana = &unit.people[0];
    unit.writes(0, WORDS.0, WORDS.1);
    let before = unit.stage.dump(&["updates"]);
    let next = unit.stage.tick().next;
    ana.taps("Gửi, giấu tên");
    // When the next thing is due is written down with each sign of life: nothing is due for this.
    assert_eq!(unit.stage.tick().next, next);
    assert!(unit.stage.dump(&["updates"]) == before);
    assert!(!is_in(&unit.stage, "zaphod"));
    ana.says("/gopy");
    ana.sees("1 góp ý của đồng chí sẽ vào hộp lúc 09:15");
    unit.stage.restart();
    unit.stage.quarter();
    assert_eq!(held(&unit), 0, "the process died");
    let card = ana.messages();
    let card = card.iter().find(|message| message.text.contains("zaphod"));
    let card = card.expect("her words are still on her card");
    assert!(card.text.contains("Nếu sau 09:15 tin này vẫn như cũ"));
    ana.says("/gopy");
    ana.sees_no("sẽ vào hộp");
    // She does as it says.
    ana.forges_under(&card.keyboard[0][0].data, card.id);
    let find = || {
        let shown = ana.messages();
        shown
            .into_iter()
            .find(|message| message.id == card.id)
            .expect("it is there")
    };
    assert!(
        find()
            .text
            .contains("Nội dung vẫn còn đây, đồng chí gửi lại được")
    );
    let send = find().keyboard[0][0].data.clone();
    ana.forges_under(&send, card.id);
    assert!(find().text.contains("Góp ý sẽ vào hộp lúc 09:30"));
    unit.stage.quarter();
    let waiting = unit.stage.rows("SELECT waiting FROM suggestion_boxes");
    for words in [WORDS.0, WORDS.1, "\"topic\":2"] {
        assert!(waiting[0].contains(words), "{waiting:?}");
    }
}

#[test]
fn until_the_quarter_her_words_cannot_be_hidden_and_after_a_kill_she_sends_them_again() {
    let unit = Unit::open();
    let ana = unit.writes(0, WORDS.0, WORDS.1);
    ana.taps("Gửi, giấu tên");
    ana.taps("Xem góp ý này");
    assert!(!ana.has_button("Ẩn đi"), "nothing would be left of them");
    ana.sees("Nếu sau 09:15 tin này vẫn như cũ, xin chạm “Xem góp ý này”");
    unit.stage.restart();
    unit.stage.quarter();
    ana.taps("Xem góp ý này");
    ana.sees("Nội dung vẫn còn đây, đồng chí gửi lại được");
    ana.taps("Gửi, giấu tên");
    unit.stage.quarter();
    assert_eq!(held(&unit), 1);
    ana.taps("Xem góp ý này");
    assert!(ana.has_button("Ẩn đi"), "it is in the box");
}

#[test]
fn a_kill_after_the_quarter_loses_nothing_and_an_orderly_stop_before_it_neither() {
    let unit = Unit::open();
    let ana = unit.writes(0, WORDS.0, WORDS.1);
    ana.taps("Gửi, giấu tên");
    unit.stage.comes_to("2026-12-07 09:15");
    // It is in the box, and the process dies before her card says so.
    unit.stage.restart();
    assert_eq!(held(&unit), 1);
    ana.sees("Góp ý sẽ vào hộp lúc 09:15");
    ana.taps("Xem góp ý này");
    ana.sees("Đang trong hộp, chưa ai đọc");

    let binh = unit.writes(1, SLOW.0, SLOW.1);
    binh.taps("Gửi, giấu tên");
    unit.stage.stops();
    unit.stage.restart();
    assert_eq!(held(&unit), 2);
    binh.taps("Xem góp ý này");
    binh.sees("Đang trong hộp, chưa ai đọc");
}

#[test]
fn what_is_on_its_way_can_be_taken_back_signed_and_goes_with_whoever_leaves() {
    let unit = Unit::open();
    let ana = unit.writes(0, WORDS.0, WORDS.1);
    ana.taps("Gửi, giấu tên");
    ana.taps("Xem góp ý này");
    ana.taps("Rút lại");
    ana.sees("Đã rút lại. Góp ý này không còn trong hộp");
    let binh = unit.writes(1, SLOW.0, SLOW.1);
    binh.taps("Gửi, giấu tên");
    binh.taps("Xem góp ý này");
    binh.taps("Ghi tên tôi vào");
    binh.says("Trần Văn Bình");
    binh.sees("Đã ghi tên");
    let chi = unit.writes(2, WORDS.0, WORDS.1);
    chi.taps("Gửi, giấu tên");
    let card = chi.last().id;
    chi.says("/xoadulieu");
    chi.taps("Dừng hẳn");
    let shown = chi.messages();
    let card = shown.iter().find(|message| message.id == card);
    let card = card.expect("what she was shown");
    assert!(card.text.contains("đã được xóa cùng dữ liệu"));
    assert!(card.keyboard.is_empty());
    unit.stage.quarter();
    assert_eq!(held(&unit), 1);
    assert!(!is_in(&unit.stage, "zaphod"));
    let names = unit.stage.rows("SELECT name FROM suggestion_authors");
    assert_eq!(names, ["Trần Văn Bình"]);
}

#[test]
fn the_card_of_one_signed_on_its_way_says_that_its_readers_see_the_name() {
    let unit = Unit::open();
    let ana = unit.writes(0, SLOW.0, SLOW.1);
    ana.taps("Gửi, giấu tên");
    ana.taps("Xem góp ý này");
    let card = ana.last().id;
    ana.taps("Ghi tên tôi vào");
    ana.says("Nguyễn Thị An");
    unit.stage.quarter();
    let shown = ana.messages();
    let card = shown.iter().find(|message| message.id == card);
    let card = card.expect("her card");
    assert!(card.text.contains("Góp ý kèm tên đã vào hộp"));
    assert!(!card.text.contains("không biết góp ý nào của ai"));
    assert_eq!(card.keyboard[0][0].label, "Xem góp ý này", "the key");
}

/// Two members do the same at the same moments but for the last tap: one sends, the other gives up. Which of them it was is all that
/// differs between two worlds, and nothing in the files does.
fn world(sender: usize, forms: usize) -> (Unit, String) {
    let unit = Unit::open();
    for (minute, who) in [(1, 0), (2, forms)] {
        unit.stage.set(&format!("2026-12-07 09:0{minute}"));
        unit.writes(who, WORDS.0, WORDS.1);
    }
    for who in [0, forms] {
        let last = if who == sender {
            "Gửi, giấu tên"
        } else {
            "Bỏ"
        };
        unit.people[who].taps(last);
    }
    unit.stage.quarter();
    let seen = seen(&unit);
    (unit, seen)
}

#[test]
fn a_dump_with_the_list_of_members_and_the_times_of_all_updates_does_not_tell_the_author() {
    // In one section and in two, the first and the last who joined.
    for other in [1, 11] {
        let (first, one) = world(0, other);
        let (second, two) = world(other, other);
        assert!(one == two, "the worlds differ in nothing that is stored");
        for unit in [&first, &second] {
            unit.friday();
            unit.stage.deliver();
        }
        assert!(seen(&first) == seen(&second), "nor once the box has opened");
    }
}

#[test]
fn the_box_tells_no_time_and_is_emptied_all_at_once() {
    let unit = Unit::open();
    for (who, day) in [(3, 8), (0, 9), (7, 10)] {
        unit.stage.at(&format!("2026-12-{day:02} 10:00"));
        unit.sends(who, &format!("{} Lần {who}.", WORDS.0), WORDS.1);
    }
    let stored = unit.stage.rows("SELECT waiting FROM suggestion_boxes");
    for day in ["2026", "12-08", "12-09", "12-10"] {
        assert!(!stored[0].contains(day), "{}", stored[0]);
    }
    unit.friday();
    let days = unit
        .stage
        .rows("SELECT DISTINCT released_on FROM suggestions");
    assert_eq!(days, ["2026-12-11"]);
    let labels = unit.stage.rows("SELECT label FROM suggestions");
    assert_eq!(labels.len(), 3);
    assert_eq!(
        unit.stage.rows("SELECT waiting FROM suggestion_boxes"),
        ["[]"]
    );
    // Columns that could name a person, a moment or an order: none of what is released has one.
    let columns = unit
        .stage
        .rows("SELECT name FROM pragma_table_info('suggestions')");
    for column in [
        "member_id",
        "user_id",
        "created_at",
        "id",
        "message_id",
        "chat_id",
    ] {
        assert!(!columns.iter().any(|name| name == column), "{columns:?}");
    }
}

#[test]
fn the_fifth_does_not_open_the_box_only_the_hour_does() {
    let unit = Unit::open();
    for who in 0..4 {
        unit.sends(who, SLOW.0, SLOW.1);
    }
    unit.stage.at("2026-12-07 16:00");
    assert_eq!(unit.stage.number("SELECT count(*) FROM suggestions"), 0);
    unit.stage.at("2026-12-07 20:00");
    unit.sends(4, SLOW.0, SLOW.1);
    unit.stage.tick();
    assert_eq!(
        unit.stage.number("SELECT count(*) FROM suggestions"),
        0,
        "not at once"
    );
    unit.stage.at("2026-12-08 16:00");
    assert_eq!(unit.stage.number("SELECT count(*) FROM suggestions"), 5);
    unit.chair.sees("vừa mở: 5 góp ý");
}

#[test]
fn hidden_needs_ten_behind_it_when_it_is_sent_and_when_the_box_opens() {
    let few = Unit::of(9);
    few.chair.says("/gopy");
    few.chair.taps("Số, ngày của Quy chế");
    few.chair.says("05/QC-SNV 12/03/2025");
    let ana = few.writes(0, SLOW.0, SLOW.1);
    ana.sees("chưa giấu tên được");
    assert!(!ana.has_button("Gửi, giấu tên"));
    let (data, message) = ana.button("Gửi, kèm tên");
    ana.forges_under(&data.replace("n?:", "s:"), message);
    assert!(ana.toast().contains("chưa đủ số người"));
    assert_eq!(few.stage.number("SELECT held FROM suggestion_boxes"), 0);

    let unit = Unit::of(10);
    unit.chair.says("/gopy");
    unit.chair.taps("Số, ngày của Quy chế");
    unit.chair.says("05/QC-SNV 12/03/2025");
    unit.sends(0, SLOW.0, SLOW.1);
    let leaver = &unit.people[9];
    leaver.says("/xoadulieu");
    leaver.taps("Dừng hẳn");
    unit.friday();
    assert_eq!(
        unit.stage.number("SELECT count(*) FROM suggestions"),
        0,
        "it stays closed"
    );
    let new = unit.stage.member("Mới", "VP");
    unit.stage.settles();
    assert!(new.is_member());
    unit.stage.at("2026-12-14 16:00");
    assert_eq!(
        unit.stage.number("SELECT count(*) FROM suggestions"),
        1,
        "until there are ten again"
    );
}

#[test]
fn officers_and_second_accounts_do_not_stand_behind_anybody() {
    let unit = Unit::of(10);
    unit.stage.sabotage(&format!(
        "INSERT INTO officers (user_id, unit_id, title, since) VALUES ({}, {}, 'leader', '2026-01-01')",
        unit.people[4].user,
        unit.stage.unit("VP")
    ));
    unit.chair.says("/gopy");
    unit.chair.taps("Số, ngày của Quy chế");
    unit.chair.says("05/QC-SNV 12/03/2025");
    // An officer's own accounts, let in this morning, are no crowd.
    unit.stage.members(9, "VP");
    unit.people[0].says("/gopy");
    unit.people[0].sees("chỉ nhận góp ý kèm tên");
}

#[test]
fn only_the_key_opens_a_card_and_a_forged_one_opens_nothing() {
    let unit = Unit::open();
    let ana = unit.sends(0, WORDS.0, WORDS.1);
    let (data, _) = ana.button("Xem góp ý này");
    let key = data.strip_prefix("gopy:k:").expect("a key").to_owned();
    let label = unit
        .stage
        .rows("SELECT value ->> 'label' FROM suggestion_boxes, json_each(waiting)");
    let binh = &unit.people[1];
    for forged in [
        format!("gopy:k:{}", "A".repeat(22)),
        format!("gopy:k:{}AAAAAA", label[0]),
        format!("gopy:r:{}", "A".repeat(22)),
        format!("gopy:i:{}", label[0]),
        format!("gopy:2:{}", label[0]),
    ] {
        let shown = binh.screen();
        binh.forges(&forged);
        assert_eq!(binh.screen(), shown, "{forged}");
    }
    for officer in [&unit.chair, &unit.inspector] {
        officer.says("/gopy");
        officer.forges(&format!("gopy:i:{}", label[0]));
        officer.sees_no("zaphod");
    }
    // The key is the right, and nothing of it is stored: neither it nor anything from which it follows.
    assert_eq!(count(&loot(&unit.stage), key.as_bytes()), 0);
    ana.taps("Xem góp ý này");
    ana.sees("zaphod");
    ana.taps("Rút lại");
    ana.sees("Góp ý này sẽ được rút lúc 09:30");
    assert!(
        is_in(&unit.stage, "zaphod"),
        "the box is written at the quarters alone"
    );
    unit.stage.quarter();
    ana.sees("Đã rút lại. Góp ý này không còn trong hộp");
    assert!(!is_in(&unit.stage, "zaphod"), "not in free pages either");
    ana.forges(&format!("gopy:k:{key}"));
    assert!(ana.toast().contains("Không thấy góp ý này"));
}

#[test]
fn three_of_one_person_wait_at_most_and_how_many_is_in_no_file() {
    let unit = Unit::open();
    let before = unit.stage.dump(&["updates", "suggestion_boxes"]);
    for _ in 0..3 {
        unit.sends(0, SLOW.0, SLOW.1);
    }
    unit.writes(0, SLOW.0, SLOW.1).taps("Gửi, giấu tên");
    assert!(unit.people[0].toast().contains("ba góp ý"));
    assert!(unit.stage.dump(&["updates", "suggestion_boxes"]) == before);
    unit.friday();
    unit.people[0].taps("Gửi, giấu tên");
    assert!(
        unit.people[0].toast().contains("không còn"),
        "the draft is over"
    );
    unit.sends(0, SLOW.0, SLOW.1);
}

#[test]
fn what_is_taken_back_on_its_way_does_not_count_to_the_three() {
    let unit = Unit::open();
    let ana = &unit.people[0];
    for _ in 0..3 {
        unit.writes(0, SLOW.0, SLOW.1).taps("Gửi, giấu tên");
        ana.taps("Xem góp ý này");
        ana.taps("Rút lại");
        ana.sees("Đã rút lại");
    }
    for _ in 0..3 {
        unit.sends(0, SLOW.0, SLOW.1);
    }
    unit.writes(0, SLOW.0, SLOW.1).taps("Gửi, giấu tên");
    assert!(ana.toast().contains("ba góp ý"));
    assert_eq!(held(&unit), 3);
}

#[test]
fn a_novel_a_sticker_ok_a_file_a_forward_and_an_expired_draft_store_nothing() {
    let unit = Unit::open();
    let ana = &unit.people[0];
    ana.says("/gopy");
    ana.taps("Viết góp ý");
    ana.taps("Kế hoạch công tác năm");
    ana.says(&"Hiện nay việc này rất dài dòng. ".repeat(90));
    ana.sees("ký tự; tối đa 300");
    ana.says("ok");
    ana.sees("ngắn quá");
    ana.says("test");
    ana.sees("ngắn quá");
    ana.sends_a_sticker();
    ana.sees("chỉ nhận chữ");
    ana.sends_a_document("góp ý.docx", b"zaphod");
    ana.sees("chỉ nhận chữ");
    ana.forwards(WORDS.0);
    ana.sees("chỉ nhận chữ");
    ana.says("Hiện nay gọi số 0912 345 678 không ai nghe, PHÒNG 203 cũng vậy.");
    ana.says("Đề nghị đồng chí Lan trực máy hôm qua.");
    for warning in ["dãy số dài", "phòng, tầng", "tên người", "một cuộc họp"] {
        ana.sees(warning);
    }
    let (data, message) = ana.button("Gửi, giấu tên");
    unit.stage.at("2026-12-07 09:16");
    ana.forges_under(&data, message);
    assert!(ana.toast().contains("quá 15 phút"));
    ana.says("Đây không phải là góp ý nữa đâu.");
    assert_eq!(unit.stage.number("SELECT held FROM suggestion_boxes"), 0);
    assert!(!is_in(&unit.stage, "zaphod"));
}

#[test]
fn a_backup_holds_nothing_that_waits_and_a_restore_says_so() {
    let unit = Unit::open();
    let ana = unit.sends(0, WORDS.0, WORDS.1);
    let binh = unit.writes(1, SLOW.0, SLOW.1);
    binh.taps("Gửi, kèm tên");
    binh.says("Trần Văn Bình");
    binh.taps("Gửi, kèm tên này");
    unit.stage.quarter();
    binh.sees("Hai người đọc sẽ thấy tên đã ghi");
    assert_eq!(
        unit.stage.number("SELECT count(*) FROM suggestion_authors"),
        1
    );
    let folder = testkit::stage::folder();
    let made = unit.stage.backs_up(folder.path());
    let bytes = std::fs::read(&made.path).expect("a backup");
    for word in ["zaphod", "beeblebrox", "Trần Văn Bình"] {
        assert_eq!(count(&bytes, word.as_bytes()), 0, "{word}");
    }
    let (life, _) = unit.stage.restored(&made.path);
    let ana = ana.in_life(&life);
    ana.taps("Xem góp ý này");
    assert!(ana.toast().contains("Không thấy góp ý này"));
    ana.says("/gopy");
    ana.sees("khôi phục từ bản sao lưu ngày 07/12/2026");
}

#[test]
fn nothing_about_it_is_in_what_a_member_gets_of_their_own_but_a_name_they_gave() {
    let unit = Unit::open();
    let ana = unit.sends(0, WORDS.0, WORDS.1);
    let mine = |who: &Actor| {
        who.says("/dulieucuatoi");
        let files = unit.stage.post.borrow_mut().files(who.user);
        files.into_iter().map(|(_, text)| text).collect::<String>()
    };
    assert!(!mine(ana).contains("zaphod"));
    assert!(mine(ana).contains("Góp ý giấu tên (/gopy): trong dữ liệu không có gì"));
    let binh = unit.writes(1, SLOW.0, SLOW.1);
    binh.taps("Gửi, kèm tên");
    binh.says("Trần Văn Bình");
    binh.sees("Kèm tên: Trần Văn Bình");
    binh.taps("Gửi, kèm tên này");
    unit.stage.quarter();
    assert!(mine(binh).contains("Trần Văn Bình"));
    unit.friday();
    unit.chair.says("/gopy");
    assert_eq!(unit.stage.number("SELECT count(*) FROM suggestions"), 2);
    binh.says("/xoadulieu");
    binh.taps("Dừng hẳn");
    assert!(!is_in(&unit.stage, "Trần Văn Bình"));
    assert_eq!(
        unit.stage.number("SELECT count(*) FROM suggestions"),
        2,
        "the text stays, as hidden"
    );
}

#[test]
fn decoys_of_an_officer_teach_them_nothing_about_the_others() {
    let unit = Unit::open();
    // An officer who takes part as well sends decoys around somebody else's.
    let spy = unit.stage.member("Chủ tịch thứ hai", "VP");
    unit.stage.sabotage(&format!(
        "INSERT INTO officers (user_id, unit_id, title, since) VALUES ({}, {}, 'chair', '2026-01-01')",
        spy.user,
        unit.stage.unit("SNV")
    ));
    let sends = |who: &Actor, words: &str| {
        who.says("/gopy");
        who.taps("Viết góp ý");
        who.taps("Kế hoạch công tác năm");
        who.says(words);
        who.says(SLOW.1);
        who.taps("Gửi, giấu tên");
        unit.stage.quarter();
    };
    sends(&spy, "Hiện nay mồi thứ nhất để canh thời gian.");
    spy.says("/gopy");
    spy.taps("Hộp góp ý");
    let before = spy.screen();
    unit.sends(0, WORDS.0, WORDS.1);
    sends(&spy, "Hiện nay mồi thứ hai để canh thời gian.");
    spy.says("/gopy");
    spy.taps("Hộp góp ý");
    assert_eq!(
        spy.screen(),
        before,
        "the box does not say that anything has come"
    );
    unit.friday();
    spy.says("/gopy");
    spy.taps("Hộp góp ý");
    spy.sees("Đã nhận: 3");
    let shown = format!("{}{:?}", spy.screen(), spy.last().keyboard);
    assert!(!shown.contains(&unit.people[0].user.to_string()));
}
