//! Figures of made-up units.

use chrono::{Days, NaiveDate};
use nhip::report::figures::*;
use nhip::types::{Length, Span};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn part(count: i64, of: i64) -> Figure<Fraction> {
    Figure::Shown(Fraction { count, of })
}

fn theme(number: u8, name: &str, right: Figure<Right>) -> ThemeFigures {
    let name = name.to_owned();
    ThemeFigures {
        number,
        name,
        english: None,
        right,
    }
}

fn right(share: Share, people: i64) -> Figure<Right> {
    Figure::Shown(Right { share, people })
}

/// A week; one theme and two weeks may not be shown.
pub fn week() -> Figures {
    let monday = day("2026-11-16");
    let answered = [12, 18, 0, 22, 25, 24, 0, 27, 29, 30, 33, 32];
    let weeks = (0..12_u64).zip(answered).map(|(place, count)| WeekFigures {
        monday: monday - Days::new(7 * (11 - place)),
        open: false,
        answered: if count == 0 {
            Figure::Hidden
        } else {
            part(count, 41)
        },
    });
    Figures {
        unit: "Công đoàn cơ sở Sở Nội vụ (minh họa)".to_owned(),
        parent: Some("Công đoàn Viên chức tỉnh (minh họa)".to_owned()),
        span: Span::around(Length::Week, monday),
        round: Some(RoundFigures {
            criterion: "3.2".to_owned(),
            closes: day("2026-11-22").and_hms_opt(21, 0, 0).unwrap(),
            closed: true,
            settling: false,
        }),
        members: 45,
        turns: 45,
        overfull: 0,
        rounds: 1,
        closed: 1,
        participation: Figure::Shown(Participation {
            reached: 41,
            read: 36,
            answered: 32,
            finished: 28,
        }),
        so_far: Figure::Hidden,
        before: Some(part(33, 41)),
        change: None,
        least: Some("3.2".parse().unwrap()),
        themes: Some(Themes {
            from: day("2026-11-09"),
            to: day("2026-11-15"),
            all: vec![
                theme(1, "Trung thành", right(Share::AtLeast(90), 33)),
                theme(2, "Trách nhiệm", right(Share::About(75), 31)),
                theme(3, "Liêm chính", right(Share::Exactly(58), 33)),
                theme(4, "Sáng tạo", Figure::Hidden),
            ],
        }),
        weeks: weeks.collect(),
        beside: Some(Beside {
            unit: 78,
            median: 71,
            units: 14,
        }),
        checkins: vec![CheckinFigures {
            month: day("2026-10-01"),
            people: Figure::Shown(23),
        }],
        commended: Vec::new(),
        entered: Vec::new(),
        plan: Vec::new(),
        within: None,
    }
}

/// The same week while it was open.
pub fn open() -> Figures {
    let mut figures = week();
    if let Some(round) = &mut figures.round {
        round.closed = false;
    }
    if let Some(last) = figures.weeks.last_mut() {
        (last.open, last.answered) = (true, Figure::Hidden);
    }
    Figures {
        participation: Figure::Hidden,
        so_far: Figure::Shown(SoFar {
            reached: 40,
            read: Some(35),
            answered: Some(5),
            finished: None,
        }),
        closed: 0,
        turns: 0,
        beside: None,
        ..figures
    }
}

fn commended(on: &str, name: Option<&str>) -> CommendedFigures {
    let reason =
        "Tham gia đều, chủ động giải thích quy định về quà tặng cho đồng nghiệp ở bộ phận một cửa.";
    CommendedFigures {
        day: day(on),
        name: name.map(str::to_owned),
        unit: "Công đoàn cơ sở Sở Nội vụ (minh họa)".to_owned(),
        reason: name.map_or_else(String::new, |_| reason.to_owned()),
    }
}

/// A group of that union, of whose reflections only the whole union is told.
pub fn group() -> Figures {
    let mut figures = week();
    figures.within = Some(std::mem::replace(
        &mut figures.unit,
        "Tổ công đoàn Văn phòng Sở".to_owned(),
    ));
    figures.checkins.clear();
    figures
}

/// The same unit's third quarter.
pub fn quarter() -> Figures {
    let week = week();
    Figures {
        span: Span::around(Length::Quarter, day("2026-07-01")),
        round: None,
        members: 98,
        turns: 98 * 13,
        rounds: 13,
        closed: 14,
        participation: Figure::Shown(Participation {
            reached: 1_234,
            read: 1_020,
            answered: 911,
            finished: 840,
        }),
        before: Some(part(702, 1_198)),
        change: Some(Trend::Up(15)),
        beside: Some(Beside {
            unit: 74,
            median: 71,
            units: 14,
        }),
        themes: week.themes.clone().map(|themes| Themes {
            from: day("2026-07-01"),
            to: day("2026-09-30"),
            ..themes
        }),
        checkins: vec![
            CheckinFigures {
                month: day("2026-07-01"),
                people: Figure::Shown(23),
            },
            CheckinFigures {
                month: day("2026-08-01"),
                people: Figure::Hidden,
            },
            CheckinFigures {
                month: day("2026-09-01"),
                people: Figure::Shown(26),
            },
        ],
        commended: vec![
            commended("2026-07-24", Some("Nguyễn Thị Lan")),
            commended("2026-09-18", None),
        ],
        ..week
    }
}

fn entered(row: u8, name: &str, value: &str) -> Entered {
    Entered {
        row,
        name: name.to_owned(),
        value: value.to_owned(),
        source: Source::Officer,
        day: Some(day("2026-12-02")),
    }
}

/// The same unit's year, with what its officers have entered.
pub fn year() -> Figures {
    let limits =
        "Sinh hoạt chuyên đề chưa đều ở hai phòng; một số đoàn viên chưa theo dõi thường xuyên.";
    Figures {
        span: Span::around(Length::Year, day("2026-01-01")),
        entered: vec![
            entered(1, "Kế hoạch năm", "12/KH-CĐCS ngày 15/01/2026"),
            entered(2, "Tổng số người", "98"),
            entered(2, "Nữ", "51"),
            entered(2, "Đảng viên", "40"),
            entered(4, "Số buổi tuyên truyền", "12"),
            entered(4, "Lượt người dự tuyên truyền", "480"),
            entered(7, "Số lớp đào tạo, bồi dưỡng", "3"),
            entered(7, "Lượt người học", "61"),
            entered(8, "Ngày họp hội nghị", "20/02/2026"),
            entered(8, "Ý kiến đã nhận", "14"),
            entered(8, "Ý kiến đã trả lời", "12"),
            entered(9, "Tỷ lệ hài lòng", "87,5%"),
            entered(11, "Sáng kiến đăng ký", "12"),
            entered(11, "Giá trị làm lợi", "1,25 triệu đồng"),
            entered(14, "Số người bị kỷ luật", "0"),
            entered(16, "Hạn chế", limits),
        ],
        ..quarter()
    }
}

/// A small unit, of which nothing may be shown yet.
pub fn hidden() -> Figures {
    let mut figures = week();
    figures.unit =
        "Tổ công đoàn Bộ phận Tiếp nhận và Trả kết quả thuộc Ủy ban nhân dân phường Nguyễn Thị Minh Khai"
            .to_owned();
    figures.participation = Figure::Hidden;
    figures.before = Some(Figure::Hidden);
    for week in &mut figures.weeks {
        week.answered = Figure::Hidden;
    }
    for theme in figures.themes.iter_mut().flat_map(|themes| &mut themes.all) {
        theme.right = Figure::Hidden;
    }
    figures.beside = None;
    figures.least = None;
    figures.checkins[0].people = Figure::Hidden;
    figures
}

/// A unit's very first week.
pub fn first() -> Figures {
    let mut figures = week();
    figures.weeks.drain(..9);
    figures.before = None;
    figures.themes = None;
    figures.least = None;
    figures.beside = None;
    figures.checkins.clear();
    figures
}
