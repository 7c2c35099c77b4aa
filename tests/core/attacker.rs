//! An attacker has every report of every unit over a season: no group under the threshold can be derived.
//!
//! What is claimed: figures on what people knew and on reflection are frozen when their round closes, and no sum
//! or difference of those ever shown is about one to threshold-1 people. While a week runs
//! participation is told of the root alone, in steps of five. What else officers get is in [`crate::overheard`].

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use proptest::prelude::*;
use testkit::stage::{Actor, Group, Stage, cases};

use crate::overheard::{files_tell_no_more, officers, previews_tell_no_number};

/// The root, two grassroots unions, two groups below each, one below one of those.
const UNITS: &str = "code,name,parent,kind,members
U0,Tỉnh,,tỉnh,
U1,Cơ sở một,U0,cơ sở,
U2,Cơ sở hai,U0,cơ sở,
U3,Tổ ba,U1,tổ,
U4,Tổ bốn,U1,tổ,20
U5,Tổ năm,U2,tổ,20
U6,Tổ sáu,U2,tổ,20
U7,Nhóm bảy,U3,nhóm,20
";

/// Each unit's parent.
const PARENTS: [usize; 8] = [0, 0, 0, 1, 1, 2, 2, 3];

/// What a figure counts people of: participation at one moment, a theme of a closed week, a closed check-in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Reached(usize),
    Theme(String, String),
    Reflection(String),
}

/// All figures ever shown: people, by what and unit.
type Seen = BTreeMap<What, BTreeMap<usize, i64>>;

#[derive(Debug, Clone)]
enum Action {
    Joins(usize, usize),
    Leaves(usize),
    Moves(usize, usize),
    /// So many questions, so many of them right.
    Answers(usize, u8),
    Reflects(usize, usize),
    Retracts(usize),
    Withdraws(usize),
    Looks,
    /// A picture and files of a unit and a time.
    Asks(usize, usize),
}

fn actions() -> impl Strategy<Value = Vec<Action>> {
    let who = || 0..36_usize;
    let action = prop_oneof![
        5 => (who(), 0..8_usize).prop_map(|(who, unit)| Action::Joins(who, unit)),
        1 => who().prop_map(Action::Leaves),
        2 => (who(), 0..8_usize).prop_map(|(who, unit)| Action::Moves(who, unit)),
        5 => (who(), 1..6_u8).prop_map(|(who, count)| Action::Answers(who, count)),
        6 => (who(), 0..3_usize).prop_map(|(who, choice)| Action::Reflects(who, choice)),
        1 => who().prop_map(Action::Retracts),
        1 => who().prop_map(Action::Withdraws),
        1 => Just(Action::Looks),
        1 => (0..8_usize, 0..5_usize).prop_map(|(unit, period)| Action::Asks(unit, period)),
    ];
    prop::collection::vec(action, 60..90)
}

fn does(stage: &Rc<Stage>, people: &[Actor], action: &Action) {
    match action {
        Action::Joins(who, unit) => people[*who].forges(&stage.agreeing(&format!("U{unit}"))),
        Action::Leaves(who) => people[*who].forges("leave"),
        Action::Moves(who, unit) => {
            let invite = stage.invite(&format!("U{unit}"));
            people[*who].forges(&format!("move:@{invite}"));
        }
        Action::Answers(who, count) => {
            let person = &people[*who];
            if person.is_member() {
                person.says("/quiz");
                let (quiz, letter) = (person.quiz(), who % 4);
                for place in 0..*count {
                    person.forges(&format!("a:{quiz}:{place}:{letter}"));
                }
            }
        }
        Action::Reflects(who, choice) => {
            for place in 0..3 {
                people[*who].forges(&format!("c:7001:{place}:{choice}"));
            }
        }
        Action::Retracts(who) => people[*who].forges("retract:7001"),
        Action::Withdraws(who) => people[*who].forges("reflect:0"),
        Action::Looks | Action::Asks(..) => {}
    }
}

/// Every unit's report, read as an attacker would.
fn look(stage: &Rc<Stage>, groups: &[Group], moment: usize, seen: &mut Seen) {
    let officer = stage.officer();
    for (unit, group) in groups.iter().enumerate() {
        group.hears(&officer, "/report");
        let report = group.last().text;
        let mut period = String::new();
        for line in report.lines() {
            let people = |from: &str| -> i64 {
                let digits: String = from.chars().take_while(char::is_ascii_digit).collect();
                digits
                    .parse()
                    .unwrap_or_else(|_| panic!("no number in '{line}'"))
            };
            if let Some(rest) = line.strip_prefix("Đã nhận tin: ") {
                if !rest.starts_with("hơn") {
                    note(seen, What::Reached(moment), unit, people(rest));
                }
            } else if let Some((_, rest)) = line.split_once("(tuần đã kết thúc, ") {
                period = rest.trim_end_matches(')').to_owned();
            } else if let Some(rest) = line
                .strip_prefix("Suy ngẫm tháng ")
                .and_then(|rest| rest.split_once(": "))
                .map(|(_, rest)| rest)
            {
                note(seen, What::Reflection("7001".into()), unit, people(rest));
            } else if let (Some((theme, _)), Some((_, rest))) =
                (line.split_once(". "), line.rsplit_once(" ("))
                && rest.ends_with(" người)")
                && theme.len() == 1
            {
                let what = What::Theme(period.clone(), theme.to_owned());
                note(seen, what, unit, people(rest));
            }
        }
    }
}

/// What officers read of the closed check-in before they answer it; members get the same.
fn look_at_results(stage: &Rc<Stage>, seen: &mut Seen) {
    let officer = stage.officer();
    for unit in 0..PARENTS.len() {
        officer.says(&format!("/hoiam U{unit}"));
        let screen = officer.screen();
        let people = screen.lines().find_map(|line| {
            let (people, _) = line.split_once(" người đã tham gia")?;
            people.parse().ok()
        });
        if let Some(people) = people {
            note(seen, What::Reflection("7001".into()), unit, people);
        }
    }
}

/// A figure of a closed round is the same whenever it is shown.
fn note(seen: &mut Seen, what: What, unit: usize, people: i64) {
    let before = seen.entry(what.clone()).or_default().insert(unit, people);
    assert!(
        before.is_none_or(|before| before == people),
        "{what:?} of U{unit}: {before:?}, then {people}"
    );
}

/// Every sum and difference of what was shown that is about a set of people.
fn nothing_small_is_derived(what: &What, shown: &BTreeMap<usize, i64>) {
    let threshold = match what {
        What::Reached(_) | What::Theme(..) => 5,
        What::Reflection(_) => 10,
    };
    let below = |unit: usize| -> Vec<i64> {
        let within = |mut place: usize| loop {
            if place == unit {
                return 1;
            }
            if place == 0 {
                return 0;
            }
            place = PARENTS[place];
        };
        (0..PARENTS.len()).map(within).collect()
    };
    let figures: Vec<(i64, Vec<i64>)> = shown
        .iter()
        .map(|(unit, people)| (*people, below(*unit)))
        .collect();
    for code in 0..3_usize.pow(u32::try_from(figures.len()).expect("few")) {
        let (mut rest, mut sum, mut own) = (code, 0, vec![0; PARENTS.len()]);
        for (people, units) in &figures {
            let factor = i64::try_from(rest % 3).expect("small") - 1;
            rest /= 3;
            sum += factor * people;
            for (count, unit) in own.iter_mut().zip(units) {
                *count += factor * unit;
            }
        }
        if own.iter().all(|count| (0..=1).contains(count)) {
            assert!(
                sum == 0 || sum >= threshold,
                "{what:?}: {shown:?} tell of {sum} people in {own:?}"
            );
        }
    }
}

/// Nobody is counted twice in a week, however often they leave and come back.
fn nobody_counts_twice(stage: &Stage, weeks: &BTreeMap<String, BTreeSet<usize>>) {
    for (monday, members) in weeks {
        let people = i64::try_from(members.len()).expect("few");
        for figure in ["max(reached)", "max(answered)", "max(finished)"] {
            let counted = stage.number(&format!(
                "SELECT coalesce({figure}, 0) FROM tallies AS t JOIN rounds AS r ON r.id = t.round_id WHERE r.monday = '{monday}'"
            ));
            assert!(
                counted <= people,
                "{monday}: {figure} is {counted} of {people} people"
            );
        }
        let counted = stage.number(&format!(
            "SELECT coalesce(max(people), 0) FROM theme_tallies AS t JOIN rounds AS r ON r.id = t.round_id WHERE r.monday = '{monday}'"
        ));
        assert!(
            counted <= people,
            "{monday}: {counted} people answered, of {people}"
        );
    }
}

fn season(weeks: &[Vec<Action>]) -> Seen {
    let stage = Stage::with_units(UNITS);
    let officer = stage.officer();
    let groups: Vec<Group> = (0..PARENTS.len())
        .map(|unit| {
            let group = stage.group(-5_000 - i64::try_from(unit).expect("few"));
            group.hears(&officer, &format!("/link U{unit}"));
            group
        })
        .collect();
    let officers = officers(&stage, PARENTS.len());
    let people: Vec<Actor> = (0..36).map(|_| stage.stranger("Đoàn viên")).collect();
    for (who, person) in people.iter().enumerate() {
        person.forges(&stage.agreeing(&format!("U{}", who * 5 % 8)));
    }
    let (mut seen, mut moment, mut present) = (Seen::new(), 0, BTreeMap::new());
    for (monday, actions) in ["2026-11-30", "2026-12-07", "2026-12-14"].iter().zip(weeks) {
        stage.at(&format!("{monday} 07:00"));
        stage.at(&format!("{monday} 11:35"));
        let week: &mut BTreeSet<usize> = present.entry((*monday).to_owned()).or_default();
        let members = || (0..people.len()).filter(|who| people[*who].is_member());
        week.extend(members());
        for action in actions {
            does(&stage, &people, action);
            match action {
                Action::Looks => {
                    moment += 1;
                    look(&stage, &groups, moment, &mut seen);
                }
                Action::Asks(unit, period) => files_tell_no_more(&stage, *unit, *period),
                _ => {}
            }
            week.extend(members());
        }
        moment += 1;
        look(&stage, &groups, moment, &mut seen);
        stage.pass(3 * 24);
        previews_tell_no_number(&stage, &officers);
    }
    stage.at("2026-12-20 21:00");
    look(&stage, &groups, moment + 1, &mut seen);
    look_at_results(&stage, &mut seen);
    a_quarter_is_its_weeks(&stage, &groups);
    nobody_counts_twice(&stage, &present);
    seen
}

/// Whatever a longer time tells of a unit, the reports of its weeks tell as well.
fn a_quarter_is_its_weeks(stage: &Rc<Stage>, groups: &[Group]) {
    let officer = stage.officer();
    let lines = |unit: usize, period: &str| -> Vec<String> {
        let alone = stage.officer();
        alone.says(&format!("/report U{unit} {period}"));
        alone.screen().lines().map(str::to_owned).collect()
    };
    for (unit, group) in groups.iter().enumerate() {
        let count = |line: &str, from: &str| -> Option<i64> {
            let rest = line.strip_prefix(from)?;
            rest.split('/').next()?.parse().ok()
        };
        let of = |lines: &[String], from: &str| lines.iter().find_map(|line| count(line, from));
        // Back from the newest week, as an officer would.
        let mut weeks = vec![lines(unit, "tuần")];
        for _ in 0..2 {
            officer.taps("Trước");
            weeks.push(officer.screen().lines().map(str::to_owned).collect());
        }
        group.hears(&officer, "/report quý");
        let quarter: Vec<String> = group.last().text.lines().map(str::to_owned).collect();
        for from in [
            "Đã nhận tin: ",
            "Đã chạm “Đã đọc”: ",
            "Đã trả lời câu hỏi: ",
            "Đã xong năm câu: ",
        ] {
            let told: Vec<i64> = weeks.iter().filter_map(|week| of(week, from)).collect();
            let sum = (!told.is_empty()).then(|| told.iter().sum());
            assert_eq!(of(&quarter, from), sum, "U{unit}, {from}");
        }
    }
}

proptest! {
    #![proptest_config(cases(3))]
    #[test]
    fn nothing_under_the_floor_can_be_derived_from_a_season_of_reports(
        weeks in prop::collection::vec(actions(), 3),
    ) {
        let seen = season(&weeks);
        prop_assert!(seen.keys().any(|what| matches!(what, What::Theme(..))), "the reports were read");
        for (what, shown) in &seen {
            nothing_small_is_derived(what, shown);
        }
    }
}

/// The short form of `cargo bench --bench attacker`, which names a season by its seed.
#[test]
fn nothing_follows_from_a_season_in_which_everything_happens_at_any_moment() {
    let period = Cell::new(0);
    let files = |stage: &Rc<Stage>, unit: usize| {
        period.set(period.get() + 1);
        files_tell_no_more(stage, unit, period.get());
    };
    testkit::season::play(1, &files).unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn who_leaves_and_comes_back_in_a_week_is_one_person() {
    let stage = Stage::new();
    let group = stage.group(-1_001);
    group.hears(&stage.officer(), "/link VP");
    stage.at("2026-11-23 09:00");
    stage.members(3, "VP");
    let ana = stage.stranger("An");
    for _ in 0..4 {
        ana.joins("VP", 7);
        ana.finishes_the_quiz(2);
        ana.says("/stop");
        ana.taps("Dừng hẳn");
    }
    stage.at("2026-11-29 21:00");
    group.hears(&stage.officer(), "/report");
    group.sees("Chưa đủ số lượt");
    // From the next week on they count again.
    ana.joins("VP", 7);
    stage.at("2026-11-30 11:35");
    stage.members(1, "VP");
    stage.at("2026-12-06 21:00");
    group.hears(&stage.officer(), "/report");
    group.sees("Đã nhận tin: 5/");
}
