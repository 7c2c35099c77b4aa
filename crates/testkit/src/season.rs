//! A season in which everything happens at any moment of a week, and an attacker who has every report of every unit before
//! and after each: people join, leave, move, answer, reflect and take back; units are moved, renamed, called another kind,
//! counted anew, added; a threshold rises.
//!
//! Knows what can be done and asked for. What follows from all that was read is in `season/attacker.rs`; must not know any rule.

mod attacker;
mod longer;
mod reading;

use std::rc::Rc;

use nhip::core::Retention;
use nhip::schedule::Cadence;
use nhip::types::Thresholds;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use self::attacker::Attacker;
use self::longer::Compared;
use crate::stage::{Actor, Group, Stage, core};

/// Mondays of the season's weeks; the check-in is open in the second and the third.
pub const MONDAYS: [&str; 4] = ["2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"];

/// The day and the hour of the moments of a week, from its Monday on. The last but one is the last minute.
const MOMENTS: [(i64, &str); 6] = [
    (0, "11:35"),
    (1, "09:00"),
    (2, "11:40"),
    (3, "17:20"),
    (5, "08:00"),
    (6, "20:59"),
];

const KINDS: [&str; 4] = ["tỉnh", "cơ sở", "tổ", "nhóm"];

/// A unit as the newest file describes it.
#[derive(Debug, Clone)]
struct Unit {
    parent: Option<usize>,
    name: String,
    kind: &'static str,
    members: i64,
}

/// All that the season moves about.
pub struct Season {
    stage: Rc<Stage>,
    rng: StdRng,
    people: Vec<Actor>,
    groups: Vec<Group>,
    units: Vec<Unit>,
    raised: bool,
    attacker: Attacker,
    compared: Compared,
    log: Vec<String>,
}

/// Plays a season. `files` is called with a unit's place now and then, to look at its files.
///
/// # Errors
/// What follows from the reports and must not, with all that was done.
pub fn play(seed: u64, files: &dyn Fn(&Rc<Stage>, usize)) -> Result<(), String> {
    let mut season = Season::new(seed);
    let done = season.runs(files);
    done.map_err(|fault| format!("seed {seed}: {fault}\n{}", season.log.join("\n")))
}

impl Season {
    fn new(seed: u64) -> Self {
        let unit = |parent, name: &str, kind, members| Unit {
            parent,
            name: name.to_owned(),
            kind,
            members,
        };
        let units = vec![
            unit(None, "Tỉnh", "tỉnh", 0),
            unit(Some(0), "Cơ sở một", "cơ sở", 60),
            unit(Some(0), "Cơ sở hai", "cơ sở", 50),
            unit(Some(1), "Tổ ba", "tổ", 25),
            unit(Some(1), "Tổ bốn", "tổ", 20),
            unit(Some(2), "Tổ năm", "tổ", 20),
            unit(Some(2), "Tổ sáu", "tổ", 30),
            unit(Some(3), "Nhóm bảy", "nhóm", 12),
        ];
        let stage = Stage::with_units(&file(&units));
        let mut season = Self {
            rng: StdRng::seed_from_u64(seed),
            people: (0..48).map(|_| stage.stranger("Đoàn viên")).collect(),
            groups: Vec::new(),
            units,
            raised: false,
            attacker: Attacker::default(),
            compared: Compared::default(),
            log: Vec::new(),
            stage,
        };
        for unit in 0..season.units.len() {
            season.ties(unit);
        }
        for who in 0..36 {
            // Unevenly, so that small and large units come about.
            let unit = season.any(8).min(season.any(8));
            season.joins(who, unit);
        }
        season
    }

    fn any(&mut self, below: usize) -> usize {
        self.rng.random_range(0..below)
    }

    fn ties(&mut self, unit: usize) {
        let group = self.stage.group(-5_000 - i64::try_from(unit).expect("few"));
        group.hears(&self.stage.officer(), &format!("/link U{unit}"));
        self.groups.push(group);
    }

    fn joins(&self, who: usize, unit: usize) {
        self.people[who].forges(&self.stage.agreeing(&format!("U{unit}")));
    }

    fn runs(&mut self, files: &dyn Fn(&Rc<Stage>, usize)) -> Result<(), String> {
        for (week, monday) in MONDAYS.into_iter().enumerate() {
            self.stage.at(&format!("{monday} 07:00"));
            self.attacker.opens(monday, &self.tree());
            if week == 1 {
                self.attacker.reflects(&self.tree());
            }
            for (day, hour) in MOMENTS {
                let day = monday.parse::<chrono::NaiveDate>().expect("a day")
                    + chrono::TimeDelta::days(day);
                self.stage.at(&format!("{day} {hour}"));
                self.log.push(format!("{day} {hour}"));
                for _ in 0..self.any(8) + 4 {
                    self.does();
                    if self.any(12) == 0 {
                        self.looks(files)?;
                    }
                }
                self.looks(files)?;
            }
            self.looks_longer()?;
        }
        self.stage.at("2026-12-20 21:00");
        self.looks(files)?;
        self.looks_longer()?;
        self.looks_at_results();
        self.attacker.concludes()
    }

    /// What the attacker knows of the tree: the newest file.
    fn tree(&self) -> Vec<(Option<usize>, bool)> {
        let units = self.units.iter();
        units
            .map(|unit| (unit.parent, unit.kind == "cơ sở"))
            .collect()
    }

    fn does(&mut self) {
        let (who, unit) = (self.any(self.people.len()), self.any(self.units.len()));
        let person = self.people[who].clone();
        let what = self.any(24);
        match what {
            0..3 => self.joins(who, unit),
            3 => person.forges("leave"),
            4 => person.forges(&format!("move:{}", self.stage.unit(&format!("U{unit}")))),
            5..13 => self.answers(&person),
            13..17 => {
                for place in 0..self.any(3) + 1 {
                    person.forges(&format!("c:7001:{place}:{}", who % 3));
                }
            }
            17 => person.forges("retract:7001"),
            18..23 => self.changes_the_tree(unit),
            _ => self.raises(),
        }
        self.log.push(format!("  {what} of {who}, U{unit}"));
    }

    fn answers(&mut self, person: &Actor) {
        if !person.is_member() {
            return;
        }
        person.says("/quiz");
        if self
            .stage
            .number("SELECT count(*) FROM rounds WHERE closed = 0")
            == 0
        {
            return;
        }
        let quiz = person.quiz();
        for place in 0..self.any(5) + 1 {
            person.forges(&format!("a:{quiz}:{place}:{}", self.any(4)));
        }
    }

    fn raises(&mut self) {
        if std::mem::replace(&mut self.raised, true) {
            return;
        }
        let (quiz, reflection) = (6, 11);
        let rules = core(Cadence::default());
        let raised = rules.with_retention(Thresholds { quiz, reflection }, Retention::default());
        self.stage.restart_with(raised);
        self.stage.tick();
        self.attacker.forgets_screens();
        self.compared.forgets();
        self.log.push("  the thresholds rise".to_owned());
    }

    fn changes_the_tree(&mut self, unit: usize) {
        let other = self.any(self.units.len());
        let below = |mut place: usize| loop {
            if place == unit {
                return true;
            }
            match self.units[place].parent {
                Some(parent) => place = parent,
                None => return false,
            }
        };
        let (under_itself, what) = (below(other), self.any(6));
        let members = [0, 4, 7, 12, 25, 60, 200][self.any(7)];
        let kind = KINDS[self.any(KINDS.len())];
        match what {
            0 | 1 if unit > 0 && !under_itself => self.units[unit].parent = Some(other),
            2 => self.units[unit].name = format!("Đơn vị {}", self.rng.random_range(0..99)),
            3 if unit > 0 => self.units[unit].kind = kind,
            4 => self.units[unit].members = members,
            5 if self.units.len() < 11 => {
                let place = self.units.len();
                self.units.push(Unit {
                    parent: Some(unit),
                    name: format!("Tổ mới {place}"),
                    kind,
                    members,
                });
                self.attacker.adds(place, unit, kind == "cơ sở");
                self.stage.import(&file(&self.units));
                self.ties(place);
            }
            _ => return,
        }
        self.log.push(format!(
            "  file: {what}, other U{other}: {:?}",
            self.units[unit]
        ));
        self.stage.import(&file(&self.units));
    }

    /// Every report of every unit: in its group, alone, of every week so far, and now and then files.
    fn looks(&mut self, files: &dyn Fn(&Rc<Stage>, usize)) -> Result<(), String> {
        let officer = self.stage.officer();
        self.attacker.begins_to_look();
        for unit in 0..self.units.len() {
            self.groups[unit].hears(&officer, "/report");
            let in_group = self.groups[unit].last().text;
            officer.says(&format!("/report U{unit} tuần"));
            let alone = officer.screen();
            if alone != in_group {
                return Err(format!(
                    "U{unit} reads in its group:\n{in_group}\nand alone:\n{alone}"
                ));
            }
            for monday in MONDAYS.into_iter().take(self.attacker.weeks()) {
                let week = format!("r:{}:w{monday}", self.stage.unit(&format!("U{unit}")));
                officer.forges(&week);
                let screen = officer.screen();
                self.attacker.reads(unit, monday, &screen)?;
            }
        }
        if self.any(4) == 0 {
            let unit = self.any(8);
            files(&self.stage, unit);
        }
        Ok(())
    }

    fn looks_at_results(&mut self) {
        let officer = self.stage.officer();
        for unit in 0..self.units.len() {
            officer.says(&format!("/hoiam U{unit}"));
            self.attacker.reads_results(unit, &officer.screen());
        }
    }
}

fn file(units: &[Unit]) -> String {
    let line = |(place, unit): (usize, &Unit)| {
        let parent = unit
            .parent
            .map_or(String::new(), |parent| format!("U{parent}"));
        format!(
            "U{place},{},{parent},{},{}\n",
            unit.name, unit.kind, unit.members
        )
    };
    let lines = units.iter().enumerate().map(line);
    std::iter::once("code,name,parent,kind,members\n".to_owned())
        .chain(lines)
        .collect()
}
