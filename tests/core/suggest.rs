//! A member proposes something to the unit, hidden; two officers read it on a fixed day, and everybody reads the answer.

use std::rc::Rc;

use testkit::stage::{Actor, Stage};

/// A unit of twelve in which suggestions are on, and its two readers.
pub struct Unit {
    pub stage: Rc<Stage>,
    pub people: Vec<Actor>,
    pub chair: Actor,
    pub inspector: Actor,
}

/// An officer of that unit with that title who is nobody else.
pub fn titled(stage: &Rc<Stage>, name: &'static str, code: &str, title: &str) -> Actor {
    let actor = stage.stranger(name);
    stage.sabotage(&format!(
        "INSERT INTO officers (user_id, unit_id, title, since) VALUES ({}, {}, '{title}', '2026-01-01')",
        actor.user,
        stage.unit(code)
    ));
    actor
}

impl Unit {
    /// On a Monday morning.
    pub fn open() -> Self {
        Self::of(12).regulated()
    }

    fn regulated(self) -> Self {
        let unit = self;
        unit.chair.says("/gopy");
        unit.chair.taps("Số, ngày của Quy chế");
        unit.chair.says("Số 05/QC-SNV ngày 12/03/2025");
        unit.chair
            .sees("Đã ghi Quy chế số 05/QC-SNV ngày 12/03/2025");
        unit
    }

    pub fn of(count: usize) -> Self {
        let stage = Stage::new();
        stage.at("2026-12-07 09:00");
        let mut people = stage.members(count / 2, "VP");
        people.extend(stage.members(count - count / 2, "TT"));
        let chair = titled(&stage, "Chủ tịch", "SNV", "chair");
        let inspector = titled(&stage, "Thanh tra", "SNV", "inspector");
        stage.settles();
        Self {
            stage,
            people,
            chair,
            inspector,
        }
    }

    /// Writes one up to the preview.
    pub fn writes(&self, who: usize, situation: &str, proposal: &str) -> &Actor {
        let member = &self.people[who];
        member.says("/gopy");
        member.taps("Viết góp ý");
        member.taps("Kế hoạch công tác năm");
        member.says(situation);
        member.says(proposal);
        member.sees("Người đọc sẽ thấy đúng như sau");
        member
    }

    /// Sends one, hidden, and it enters the box at the next quarter of an hour.
    pub fn sends(&self, who: usize, situation: &str, proposal: &str) -> &Actor {
        let member = self.writes(who, situation, proposal);
        member.taps("Gửi, giấu tên");
        member.sees("Góp ý sẽ vào hộp lúc");
        self.stage.quarter();
        member.sees("✉️ Góp ý đã vào hộp");
        member
    }

    /// The Friday on which the box opens.
    pub fn friday(&self) {
        self.stage.at("2026-12-11 16:00");
    }

    /// A reader looks at the only one there is.
    pub fn item(&self, reader: &Actor) {
        reader.says("/gopy");
        reader.taps("📬");
    }
}

pub const SLOW: (&str, &str) = (
    "Hiện nay lịch họp báo muộn, khó sắp việc.",
    "Đề nghị báo lịch họp trước hai ngày.",
);

#[test]
fn it_is_written_hidden_read_by_two_answered_and_published() {
    let unit = Unit::open();
    let ana = &unit.people[0];
    ana.says("/viectrongnam");
    ana.taps("Góp ý với đơn vị");
    ana.sees("Luôn là hai người: Chủ tịch, Trưởng Ban Thanh tra nhân dân");
    ana.sees("số 05/QC-SNV ngày 12/03/2025");
    ana.taps("Đây là tố cáo / khiếu nại");
    ana.sees("Tố cáo, khiếu nại không gửi qua bot");
    ana.sees("Điều 22");
    ana.taps("Quay lại");
    ana.taps("Viết góp ý");
    let one = ana.count();
    ana.taps("Kế hoạch công tác năm");
    ana.sees("Bước 1/2");
    ana.says(SLOW.0);
    ana.sees("Bước 2/2");
    ana.says(SLOW.1);
    ana.sees("Hiện nay: Hiện nay lịch họp báo muộn");
    ana.sees_no("Xin xem lại");
    ana.taps("Sửa");
    ana.says(SLOW.0);
    ana.says(SLOW.1);
    ana.taps("Gửi, giấu tên");
    ana.sees("Góp ý sẽ vào hộp lúc 09:15");
    ana.sees(SLOW.1);
    ana.taps("Xem góp ý này");
    ana.sees("Sẽ vào hộp lúc 09:15");
    unit.stage.at("2026-12-07 09:14");
    ana.sees_no("✉️ Góp ý đã vào hộp");
    unit.stage.at("2026-12-07 09:15");
    ana.sees("✉️ Góp ý đã vào hộp");
    ana.sees("chìa khóa duy nhất");
    ana.sees_no(SLOW.1);
    assert_eq!(ana.count(), one, "one message, edited");
    ana.taps("Xem góp ý này");
    ana.sees("Đang trong hộp, chưa ai đọc");
    ana.taps("Ẩn đi");

    unit.chair.says("/gopy");
    unit.chair.sees("Đã nhận: 0");
    unit.stage.at("2026-12-11 15:59");
    unit.chair.says("/gopy");
    unit.chair.sees("Đã nhận: 0");
    let (chairs, inspectors) = (unit.chair.count(), unit.inspector.count());
    unit.friday();
    assert_eq!(
        (unit.chair.got(chairs), unit.inspector.got(inspectors)),
        (1, 1)
    );
    unit.chair.sees("vừa mở: 1 góp ý");
    unit.chair.taps("Hộp góp ý");
    unit.chair.taps("📬");
    unit.chair.sees("Giấu tên. Bot không biết người viết.");
    unit.item(&unit.inspector);
    unit.inspector.sees(SLOW.1);
    unit.inspector.taps("Trả lời");
    unit.inspector.taps("Tiếp thu");
    unit.inspector
        .says("Văn phòng báo lịch họp trước hai ngày, từ 01/01/2027.");
    unit.inspector.sees("Mọi người trong đơn vị sẽ đọc như sau");
    unit.inspector.taps("Công bố");
    unit.inspector.sees("✅ Tiếp thu");

    let binh = &unit.people[1];
    binh.says("/gopy");
    binh.taps("Đã trả lời");
    binh.sees("Đề nghị: Đề nghị báo lịch họp trước hai ngày.");
    binh.sees("Tiếp thu. Văn phòng báo lịch họp");
    ana.taps("Xem góp ý này");
    ana.sees("✅ Tiếp thu");
    ana.says("/nhatky");
    ana.sees("xem góp ý");
    ana.sees("trả lời một góp ý");
    ana.sees("Quy chế số 05/QC-SNV");
    unit.stage.at("2026-12-14 11:35");
    binh.sees("Có 1 góp ý vừa được trả lời");
}

#[test]
fn it_is_off_until_the_regulation_is_typed_and_closed_without_two_readers() {
    let unit = Unit::of(12);
    let ana = &unit.people[0];
    ana.says("/viectrongnam");
    ana.sees_no("Góp ý với đơn vị");
    ana.says("/gopy");
    ana.sees("Góp ý với đơn vị chưa mở");
    ana.forges("gopy:w:2");
    ana.says("Hiện nay không ai hỏi tôi điều này.");
    unit.chair.says("/gopy");
    unit.chair.sees("Đang tắt");
    unit.chair.taps("Số, ngày của Quy chế");
    unit.chair.says("đã có rồi");
    unit.chair.sees("Chưa đọc được");
    unit.chair.says("05/QC-SNV 12/03/2027");
    unit.chair.sees("Chưa đọc được");
    unit.chair.says("05/QC-SNV 12/03/2025");
    unit.stage
        .sabotage("DELETE FROM officers WHERE title = 'inspector'");
    ana.says("/gopy");
    ana.sees("Hộp góp ý đang đóng");
    unit.chair.says("/gopy");
    unit.chair.sees("cần hai người đọc");
    let deputy = titled(&unit.stage, "Phó", "SNV", "deputy");
    ana.says("/gopy");
    ana.sees("Chủ tịch, Phó Chủ tịch");
    let other = titled(&unit.stage, "Ủy viên", "SNV", "committee");
    unit.sends(0, SLOW.0, SLOW.1);
    unit.friday();
    unit.item(&deputy);
    deputy.sees(SLOW.0);
    other.says("/gopy");
    other.sees("Chỉ hai người đọc");
    let (data, message) = deputy.button("Trả lời");
    other.forges_under(&data, message);
    assert!(
        other.toast().contains("không có quyền"),
        "{}",
        other.toast()
    );
}
