//! Longer times and comparisons: whatever they tell follows from the weekly reports of the same day.
//!
//! Knows which weeks a longer time has. What follows from the weekly reports is for the attacker; must not know any rule.

use std::collections::BTreeMap;

use super::attacker::Attacker;
use super::{MONDAYS, Season, reading};

/// How it is asked for, and the weeks whose Monday is in it.
const TIMES: [(&str, &[&str]); 3] = [
    ("m2026-11-01", &[MONDAYS[0], MONDAYS[1]]),
    ("m2026-12-01", &[MONDAYS[2], MONDAYS[3]]),
    ("q2026-10-01", &MONDAYS),
];

/// What comparing the units below one said of a week that had closed.
#[derive(Default)]
pub(super) struct Compared(BTreeMap<(usize, &'static str), String>);

impl Compared {
    /// After a threshold rose, less may be told than before.
    pub(super) fn forgets(&mut self) {
        self.0.clear();
    }

    /// Of a week that is over it says the same for ever: two looks cannot be subtracted.
    fn reads(&mut self, unit: usize, monday: &'static str, screen: &str) -> Result<(), String> {
        if screen.contains("Tuần còn mở") {
            return Ok(());
        }
        let before = self.0.insert((unit, monday), screen.to_owned());
        match before.filter(|before| before != screen) {
            Some(before) => Err(format!(
                "below U{unit}, {monday}, was:\n{before}\nand is:\n{screen}"
            )),
            None => Ok(()),
        }
    }
}

impl Season {
    /// Months, the quarter, and comparisons of every unit, after the weekly reports were read.
    pub(super) fn looks_longer(&mut self) -> Result<(), String> {
        let officer = self.stage.officer();
        for unit in 0..self.units.len() {
            let id = self.stage.unit(&format!("U{unit}"));
            for (time, mondays) in TIMES {
                officer.forges(&format!("r:{id}:{time}"));
                is_its_weeks(&self.attacker, unit, mondays, &officer.screen())?;
            }
            for monday in MONDAYS.into_iter().take(self.attacker.weeks()) {
                officer.forges(&format!("rc:{id}:w{monday}"));
                self.compared.reads(unit, monday, &officer.screen())?;
            }
        }
        Ok(())
    }
}

/// A longer time tells the sums of those weeks that are told themselves, and nothing where there are none.
fn is_its_weeks(
    attacker: &Attacker,
    unit: usize,
    mondays: &[&'static str],
    screen: &str,
) -> Result<(), String> {
    let mut sums = [None; 4];
    for monday in mondays {
        let Some(week) = attacker.told(unit, monday) else {
            continue;
        };
        for (sum, told) in sums.iter_mut().zip(week.steps) {
            // Of a closed week both bounds are the number.
            if let Some((least, most)) = told.filter(|(least, most)| least == most) {
                *sum = Some(sum.unwrap_or(0.0) + (least + most) / 2.0);
            }
        }
    }
    let told = reading::longer(screen);
    if told == sums {
        return Ok(());
    }
    Err(format!(
        "U{unit}: the weeks {mondays:?} tell {sums:?}, together they tell {told:?}:\n{screen}"
    ))
}
