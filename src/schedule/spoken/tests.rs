//! One table of how people write times, and one of what is not guessed.

use super::*;

fn moment_of(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

fn understood_at(now: &str, text: &str) -> String {
    let shown = |at| local(at).format("%a %d/%m/%Y %H:%M").to_string();
    match heard(text, crate::text::fold, moment_of(now)) {
        Heard::Moment(at) => shown(at),
        Heard::Past(at) => format!("past: {}", shown(at)),
        Heard::Unclear(Unclear::Unread) => "nothing".to_owned(),
        Heard::Unclear(Unclear::Two) => "two".to_owned(),
        Heard::Unclear(Unclear::Night(one, other)) => format!("{} or {}", shown(one), shown(other)),
        Heard::Unclear(Unclear::NoSuchDay) => "no such day".to_owned(),
        Heard::Unclear(Unclear::WhichDay) => "which day".to_owned(),
        Heard::Unclear(Unclear::NoHour(day)) => day.format("%a %d/%m: when?").to_string(),
        Heard::Unclear(Unclear::DayPart) => "day part".to_owned(),
    }
}

/// It is Friday, 20/11/2026, ten in the morning.
fn understood(text: &str) -> String {
    understood_at("2026-11-20T10:00:00+07:00", text)
}

#[test]
fn days_are_understood_as_people_write_them() {
    for (text, meant) in [
        ("20/11 11:45", "Fri 20/11/2026 11:45"),
        ("20/11, 11h45.", "Fri 20/11/2026 11:45"),
        ("1-12-2026 17:15", "Tue 01/12/2026 17:15"),
        ("1.12.26 17:15", "Tue 01/12/2026 17:15"),
        ("05/01 11h45", "Tue 05/01/2027 11:45"),
        ("ngày 20 tháng 11 lúc 11 giờ", "Fri 20/11/2026 11:00"),
        ("11 giờ ngày 20/11", "Fri 20/11/2026 11:00"),
        ("8 giờ 25 tháng 11", "Wed 25/11/2026 08:00"),
        ("5 tháng 1 năm 2027, 8h", "Tue 05/01/2027 08:00"),
        ("mai 17h30", "Sat 21/11/2026 17:30"),
        ("17h30 ngày mai", "Sat 21/11/2026 17:30"),
        ("vào lúc 8 giờ sáng mai", "Sat 21/11/2026 08:00"),
        ("sáng mai 8h", "Sat 21/11/2026 08:00"),
        ("Ngày kia lúc 8 giờ", "Sun 22/11/2026 08:00"),
        ("mốt 8h", "Sun 22/11/2026 08:00"),
        ("8h ngày mốt", "Sun 22/11/2026 08:00"),
        ("hôm nay 20h", "Fri 20/11/2026 20:00"),
        ("tối nay 8h", "Fri 20/11/2026 20:00"),
        ("THỨ HAI, 11 GIỜ 45", "Mon 23/11/2026 11:45"),
        ("thu hai 11 gio 45", "Mon 23/11/2026 11:45"),
        ("thứ 2 11h", "Mon 23/11/2026 11:00"),
        ("11g45 T2", "Mon 23/11/2026 11:45"),
        ("8h thứ 2 tới", "Mon 23/11/2026 08:00"),
        ("8h tối thứ 2", "Mon 23/11/2026 20:00"),
        ("8h toi thu 2", "Mon 23/11/2026 20:00"),
        ("thứ 2 tối 8h", "Mon 23/11/2026 20:00"),
        ("8h thu 2 tuan toi", "Mon 23/11/2026 08:00"),
        ("Thứ Sáu 17h", "Fri 27/11/2026 17:00"),
        ("thứ sáu này 17h", "Fri 20/11/2026 17:00"),
        ("thứ bảy tuần này 9h", "Sat 21/11/2026 09:00"),
        ("tuần sau thứ 4 9h", "Wed 25/11/2026 09:00"),
        ("9h thứ tư tuần tới", "Wed 25/11/2026 09:00"),
        ("9h CN tuần sau", "Sun 29/11/2026 09:00"),
        ("CN 9h", "Sun 22/11/2026 09:00"),
        ("chủ nhật 9h", "Sun 22/11/2026 09:00"),
        ("tomorrow 5pm", "Sat 21/11/2026 17:00"),
        ("day after tomorrow at 5 pm", "Sun 22/11/2026 17:00"),
        ("monday at 11:45", "Mon 23/11/2026 11:45"),
        ("mon 9:30", "Mon 23/11/2026 09:30"),
        ("wed next week 9:30", "Wed 25/11/2026 09:30"),
        ("11:45 thứ Sáu 20/11/2026", "Fri 20/11/2026 11:45"),
        ("thứ Hai, ngày 23/11, lúc 11 giờ 45", "Mon 23/11/2026 11:45"),
        ("“20/11 – 11:45”", "Fri 20/11/2026 11:45"),
        ("20/11 - 11:45", "Fri 20/11/2026 11:45"),
        ("mùng 1 tháng 12, 8h", "Tue 01/12/2026 08:00"),
        ("8h mồng 1/12", "Tue 01/12/2026 08:00"),
        ("T.2 11g45", "Mon 23/11/2026 11:45"),
        ("8 giờ tối mai ạ", "Sat 21/11/2026 20:00"),
        ("mai 8h nhé!", "Sat 21/11/2026 08:00"),
        ("tonight 8", "nothing"),
        ("20/12 lúc 8h", "Sun 20/12/2026 08:00"),
        ("2026-12-20 8h", "Sun 20/12/2026 08:00"),
        ("thứ Hai (23/11) 8h", "Mon 23/11/2026 08:00"),
        ("thứ Sáu 27/11 tuần sau 8h", "Fri 27/11/2026 08:00"),
        ("8h 10 ngày nữa", "Mon 30/11/2026 08:00"),
        ("8h ngày 25 tháng 11 năm nay", "Wed 25/11/2026 08:00"),
        ("8h 1 tuần nữa", "Fri 27/11/2026 08:00"),
        ("một tuần nữa, 8h", "Fri 27/11/2026 08:00"),
        ("3 ngày nữa 8h", "Mon 23/11/2026 08:00"),
        ("thứ 2 tuần sau nữa 8h", "Mon 30/11/2026 08:00"),
        ("2 tiếng nữa", "Fri 20/11/2026 12:00"),
        ("30 phút nữa nhé", "Fri 20/11/2026 10:30"),
        ("in 2 hours", "Fri 20/11/2026 12:00"),
        ("in 3 days at 8:00", "Mon 23/11/2026 08:00"),
        ("khoảng 8h mai", "Sat 21/11/2026 08:00"),
        ("đến 20h mai", "Sat 21/11/2026 20:00"),
        ("tonight 8:00", "Fri 20/11/2026 20:00"),
    ] {
        assert_eq!(understood(text), meant, "{text}");
    }
}

#[test]
fn hours_are_understood_as_people_write_them() {
    for (text, meant) in [
        ("11h45", "20/11 11:45"),
        ("11H45", "20/11 11:45"),
        ("11g45", "20/11 11:45"),
        ("11h45p", "20/11 11:45"),
        ("11h 45 phút", "20/11 11:45"),
        ("11 giờ đúng", "20/11 11:00"),
        ("11 h", "20/11 11:00"),
        ("20h", "20/11 20:00"),
        ("8:30 mai", "21/11 08:30"),
        ("8g30 mai.", "21/11 08:30"),
        ("mai 0 giờ", "21/11 00:00"),
        ("mai 1 giờ sáng", "21/11 01:00"),
        ("9 giờ sáng mai", "21/11 09:00"),
        ("11 giờ trưa", "20/11 11:00"),
        ("12 giờ trưa", "20/11 12:00"),
        ("1 giờ trưa", "20/11 13:00"),
        ("3 giờ chiều", "20/11 15:00"),
        ("14h chiều", "20/11 14:00"),
        ("5 giờ chiều", "20/11 17:00"),
        ("7 giờ tối", "20/11 19:00"),
        ("20h tối", "20/11 20:00"),
        ("11 giờ tối mai", "21/11 23:00"),
        ("10 giờ đêm", "20/11 22:00"),
        ("mai 7 rưỡi", "21/11 07:30"),
        ("7 rưỡi tối", "20/11 19:30"),
        ("5 giờ rưỡi chiều mai", "21/11 17:30"),
        ("mai 8 giờ kém 15", "21/11 07:45"),
        ("8 giờ kém 5 mai", "21/11 07:55"),
        ("14g", "20/11 14:00"),
        ("14g30", "20/11 14:30"),
        ("2 rưỡi chiều", "20/11 14:30"),
        ("hai rưỡi chiều", "20/11 14:30"),
        ("tám giờ tối", "20/11 20:00"),
        ("mười một giờ rưỡi trưa mai", "21/11 11:30"),
        ("14h30 phút", "20/11 14:30"),
        ("2 giờ rạng sáng mai", "21/11 02:00"),
        ("mai 8h kém 5 phút", "21/11 07:55"),
        ("kém 15 8 giờ mai", "21/11 07:45"),
        ("3 giờ kém 15 chiều", "20/11 14:45"),
        ("1 giờ kém 15 trưa", "20/11 12:45"),
        ("11giờ45", "20/11 11:45"),
        ("11 giờ 45’", "20/11 11:45"),
        ("11h45'", "20/11 11:45"),
        ("20giờ", "20/11 20:00"),
        ("11 giờ khuya mai", "21/11 23:00"),
        ("mai 11 giờ PM", "21/11 23:00"),
        ("noon", "20/11 12:00"),
        ("tomorrow noon", "21/11 12:00"),
        ("5:30pm", "20/11 17:30"),
        ("5:30 pm", "20/11 17:30"),
        ("12pm", "20/11 12:00"),
        ("7:30 in the evening", "20/11 19:30"),
    ] {
        let meant = meant.replace(' ', "/2026 ");
        assert!(
            understood(text).ends_with(&meant),
            "{text}: {}",
            understood(text)
        );
    }
}

#[test]
fn what_is_past_is_said_to_be() {
    for (text, meant) in [
        ("9h30", "past: Fri 20/11/2026 09:30"),
        ("0 giờ", "past: Fri 20/11/2026 00:00"),
        ("sáng nay 8h", "past: Fri 20/11/2026 08:00"),
        ("thứ 4 tuần này 8h", "past: Wed 18/11/2026 08:00"),
        ("19/11 11:45", "past: Thu 19/11/2026 11:45"),
        ("20/11/2025 11:45", "past: Thu 20/11/2025 11:45"),
    ] {
        assert_eq!(understood(text), meant, "{text}");
    }
}

#[test]
fn a_day_without_a_month_is_the_next_one() {
    for (text, meant) in [
        ("ngày 25 lúc 8h", "Wed 25/11/2026 08:00"),
        ("8h ngày 25 này", "Wed 25/11/2026 08:00"),
        ("ngày 19 8h", "Sat 19/12/2026 08:00"),
        ("ngày 31, 8h", "Thu 31/12/2026 08:00"),
        ("8h sáng thứ Tư ngày 25", "Wed 25/11/2026 08:00"),
        ("mùng 5 8h", "Sat 05/12/2026 08:00"),
        ("20 tháng này 15h", "Fri 20/11/2026 15:00"),
        ("15h ngày 20 tháng sau", "Sun 20/12/2026 15:00"),
        ("20 tháng tới 15h", "Sun 20/12/2026 15:00"),
        ("20 thang toi 15h", "Sun 20/12/2026 15:00"),
        // Today is the 20th.
        ("ngày 20 lúc 15h", "Fri 20/11/2026 15:00"),
        ("ngày 20 lúc 8h", "past: Fri 20/11/2026 08:00"),
        ("ngày 20 11 giờ", "Fri 20/11/2026 11:00"),
        ("ngày 20 tháng 11 lúc 11 giờ", "Fri 20/11/2026 11:00"),
        ("thứ Hai ngày 25 8h", "two"),
        ("ngày 32 8h", "no such day"),
    ] {
        assert_eq!(understood(text), meant, "{text}");
    }
    let in_january = |text| understood_at("2027-01-30T10:00:00+07:00", text);
    assert_eq!(in_january("ngày 29 8h"), "Mon 29/03/2027 08:00");
    assert_eq!(in_january("29 tháng sau 8h"), "no such day");
}

#[test]
fn a_night_is_asked_about_unless_only_one_is_to_come() {
    let tomorrows = "Sat 21/11/2026 00:00 or Sun 22/11/2026 00:00";
    for (text, meant) in [
        ("12h tối", "Sat 21/11/2026 00:00"),
        ("12h đêm nay", "Sat 21/11/2026 00:00"),
        ("12 giờ khuya", "Sat 21/11/2026 00:00"),
        ("nửa đêm", "Sat 21/11/2026 00:00"),
        ("nửa đêm nay", "Sat 21/11/2026 00:00"),
        ("midnight", "Sat 21/11/2026 00:00"),
        ("2 giờ đêm nay", "Sat 21/11/2026 02:00"),
        ("12h tối mai", tomorrows),
        ("12 giờ đêm mai", tomorrows),
        ("0h đêm mai", tomorrows),
        ("nửa đêm mai", tomorrows),
        ("midnight tomorrow", tomorrows),
        (
            "12h30 đêm thứ 7",
            "Sat 21/11/2026 00:30 or Sun 22/11/2026 00:30",
        ),
        (
            "2 giờ đêm mai",
            "Sat 21/11/2026 02:00 or Sun 22/11/2026 02:00",
        ),
        // The end of a day, in law as in speech, and its beginning.
        ("24h", "Sat 21/11/2026 00:00"),
        ("24h mai", "Sun 22/11/2026 00:00"),
        ("24:00 ngày 25/11", "Thu 26/11/2026 00:00"),
        ("24 giờ đêm mai", "Sun 22/11/2026 00:00"),
        ("0h", "past: Fri 20/11/2026 00:00"),
        ("0h mai", "Sat 21/11/2026 00:00"),
        ("0 giờ sáng mai", "Sat 21/11/2026 00:00"),
        ("24h30 mai", "day part"),
    ] {
        assert_eq!(understood(text), meant, "{text}");
    }
    assert_eq!(
        understood_at("2026-11-20T00:30:00+07:00", "2 giờ đêm nay"),
        "Fri 20/11/2026 02:00 or Sat 21/11/2026 02:00"
    );
}

#[test]
fn nothing_is_guessed_and_it_is_said_what_is_missing() {
    for (text, meant) in [
        ("", "nothing"),
        ("8", "nothing"),
        ("🙂", "nothing"),
        ("a", "nothing"),
        ("ngày", "nothing"),
        ("Kính gửi các đồng chí", "nothing"),
        ("11:4567", "nothing"),
        ("hôm qua 8h", "nothing"),
        ("next monday 8:00", "nothing"),
        ("8h thu 2 toi", "nothing"),
        // No such time or day.
        ("25:00", "day part"),
        ("8h75", "nothing"),
        ("30/2 8h", "no such day"),
        ("30/2", "no such day"),
        ("31/11 8h", "no such day"),
        ("29/2 8h", "no such day"),
        ("29/2/2027 8h", "no such day"),
        // Which of two?
        ("11:45 thứ Bảy 20/11/2026", "two"),
        ("11:45 12:45", "two"),
        ("8h-9h", "two"),
        ("8-9h mai", "two"),
        ("8h–9h", "two"),
        ("8h đến 9h", "two"),
        ("từ 8h tới 9h", "two"),
        ("8h30-9h30 sáng mai", "two"),
        ("20/11-22/11", "two"),
        ("mai 20/11 8h", "two"),
        ("thứ 4 mai 8h", "two"),
        ("20/11 tuần sau 8h", "two"),
        // They contradict each other.
        ("12 giờ sáng", "day part"),
        ("12 giờ chiều", "day part"),
        ("sáng mai 14h", "day part"),
        ("10 giờ sáng tối mai", "day part"),
        ("9 giờ trưa", "day part"),
        ("3 giờ tối", "day part"),
        ("17pm", "day part"),
        ("0 giờ kém 15 mai", "day part"),
        // No day, or no hour.
        ("tuần sau 8h", "which day"),
        ("cuối tuần 8h", "which day"),
        ("cuối tuần", "which day"),
        ("đầu tuần sau 8h", "which day"),
        ("cuối tháng", "which day"),
        ("weekend 8:00", "which day"),
        ("mai", "Sat 21/11: when?"),
        ("sáng mai", "Sat 21/11: when?"),
        ("trưa mai", "Sat 21/11: when?"),
        ("đầu giờ chiều", "Fri 20/11: when?"),
        ("đầu giờ chiều mai", "Sat 21/11: when?"),
        ("cuối buổi sáng mai", "Sat 21/11: when?"),
        ("đầu giờ mai", "Sat 21/11: when?"),
        ("T2", "Mon 23/11: when?"),
        ("CN", "Sun 22/11: when?"),
        ("thứ 2 tới", "Mon 23/11: when?"),
        ("ngày 25", "Wed 25/11: when?"),
        ("1 tuần nữa", "Fri 27/11: when?"),
        ("20/12", "Sun 20/12: when?"),
    ] {
        assert_eq!(understood(text), meant, "{text}");
    }
}

#[test]
fn a_leap_day_is_the_one_that_comes() {
    let on = |now, text| understood_at(now, text);
    assert_eq!(
        on("2027-11-20T10:00:00+07:00", "29/2 8h"),
        "Tue 29/02/2028 08:00"
    );
    assert_eq!(
        on("2028-01-20T10:00:00+07:00", "29/2 8h"),
        "Tue 29/02/2028 08:00"
    );
}

#[test]
fn the_examples_that_officers_are_shown_are_understood() {
    use crate::text::{Texts, Words};
    use crate::types::Language;
    let texts = Texts::built_in(&Words::default()).expect("the built-in texts");
    let keys = [
        "broadcast-when",
        "broadcast-until-when",
        "broadcast-time-unread",
        "broadcast-time-which-day",
        "broadcast-time-part",
    ];
    for (key, language) in keys
        .iter()
        .flat_map(|key| Language::ALL.map(|language| (key, language)))
    {
        let shown = texts.html(language, key, &[]);
        let examples: Vec<&str> = shown
            .split("<i>")
            .skip(1)
            .filter_map(|part| Some(part.split_once("</i>")?.0))
            .collect();
        assert!(examples.len() >= 2, "{shown}");
        for example in examples {
            let understood = heard(
                example,
                crate::text::fold,
                moment_of("2026-11-20T10:00:00+07:00"),
            );
            assert!(!matches!(understood, Heard::Unclear(_)), "{example}");
        }
    }
}
