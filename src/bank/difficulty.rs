//! How hard the questions turned out to be: what was chosen, beside what their writers expected.
//!
//! Knows sums over a whole installation. Must not know members, units or weeks. What is printed is
//! rounded to five, and nothing is printed of few answers.

use std::collections::BTreeMap;
use std::fmt;

use crate::campaign::{Campaign, OPTIONS, Question};
use crate::check::blind::Rate;
use crate::told;

/// Fewer answers say nothing of a question.
const ANSWERS_MIN: i64 = 20;
/// So many in a hundred are everybody.
const EVERYBODY_PERCENT: f64 = 95.0;
/// No more than a blind guess gets right.
const NOBODY_PERCENT: f64 = 25.0;
/// An estimate that is off by less was a good one.
const FAR_POINTS: f64 = 20.0;
/// Shares and counts are printed in steps of so many.
const STEP: f64 = 5.0;

/// What was chosen of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionCounts {
    /// Its id.
    pub question: String,
    /// Which version of its options and key it was.
    pub version: String,
    /// How often each option was, in the order of the file.
    pub answers: [i64; OPTIONS],
}

/// The questions worth looking at.
#[derive(Debug, Default)]
pub struct Report {
    /// Questions with enough answers.
    pub judged: usize,
    /// All questions in use.
    pub of: usize,
    /// Answers they need.
    pub answers_min: i64,
    everybody: Vec<String>,
    nobody: Vec<String>,
    beaten: Vec<String>,
    far: Vec<String>,
}

/// Compares what was chosen with what was expected. `threshold` people are the fewest behind any figure.
pub fn report(campaign: &Campaign, chosen: &[OptionCounts], threshold: i64) -> Report {
    let by_id: BTreeMap<(&str, &str), &OptionCounts> = chosen
        .iter()
        .map(|one| ((one.question.as_str(), one.version.as_str()), one))
        .collect();
    let mut report = Report {
        answers_min: ANSWERS_MIN.max(threshold),
        ..Report::default()
    };
    let used = campaign
        .questions()
        .filter(|one| one.superseded_by.is_none());
    for question in used {
        report.of += 1;
        let version = question.version();
        if let Some(chosen) = by_id.get(&(question.id.as_str(), version.as_str())) {
            report.judge(question, chosen.answers);
        }
    }
    report
}

impl Report {
    fn judge(&mut self, question: &Question, answers: [i64; OPTIONS]) {
        let all: i64 = answers.iter().sum();
        if all < self.answers_min {
            return;
        }
        self.judged += 1;
        let key = question.right();
        let right = answers.get(key).copied().unwrap_or(0);
        let id = &question.id;
        let percent = 100.0 * float(right) / float(all);
        let told = told!(
            "difficulty-share",
            percent = stepped(percent),
            all = stepped(float(all))
        );
        if percent >= EVERYBODY_PERCENT {
            self.everybody.push(format!("{id}  {told}"));
        }
        if percent <= NOBODY_PERCENT {
            self.nobody.push(format!("{id}  {told}"));
        }
        let most = (0..OPTIONS).max_by_key(|option| answers.get(*option).copied());
        if let Some(wrong) =
            most.filter(|option| answers.get(*option).is_some_and(|count| *count > right))
        {
            let count = answers.get(wrong).copied().unwrap_or(0);
            let share = stepped(100.0 * float(count) / float(all));
            let beats = told!(
                "difficulty-beats",
                wrong = letter(wrong),
                share = share,
                right = letter(key),
                told = told
            );
            self.beaten.push(format!("{id}  {beats}"));
        }
        if let Some(expect) = question
            .expect
            .filter(|expect| is_far(right, all, f64::from(*expect)))
        {
            let off = told!("difficulty-expected", told = told, expected = expect);
            self.far.push(format!("{id}  {off}"));
        }
    }
}

/// Off by more than a good estimate, and by more than chance.
fn is_far(right: i64, all: i64, expect: f64) -> bool {
    let rate = Rate {
        hits: float(right),
        of: usize::try_from(all).unwrap_or(usize::MAX),
    };
    let (low, high) = rate.interval();
    (rate.percent() - expect).abs() >= FAR_POINTS && (expect < low || high < expect)
}

fn stepped(value: f64) -> f64 {
    (value / STEP).round() * STEP
}

fn float(count: i64) -> f64 {
    f64::from(i32::try_from(count).unwrap_or(i32::MAX))
}

fn letter(option: usize) -> &'static str {
    ["A", "B", "C", "D"].get(option).copied().unwrap_or("?")
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let judged = told!(
            "difficulty-judged",
            judged = self.judged,
            all = self.of,
            least = self.answers_min
        );
        write!(f, "{judged}")?;
        for (heading, lines) in [
            (
                told!("difficulty-everybody", count = self.everybody.len()),
                &self.everybody,
            ),
            (
                told!("difficulty-nobody", count = self.nobody.len()),
                &self.nobody,
            ),
            (
                told!("difficulty-beaten", count = self.beaten.len()),
                &self.beaten,
            ),
            (told!("difficulty-far", count = self.far.len()), &self.far),
        ] {
            write!(f, "\n\n{heading}")?;
            for line in lines {
                write!(f, "\n  {line}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::Campaign;

    /// What is said when of four questions of a criterion such answers came.
    fn said(answers: &[[i64; OPTIONS]]) -> String {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in crate::campaign::fixture::files() {
            let file = dir.path().join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        let campaign = Campaign::load(dir.path()).unwrap();
        let chosen: Vec<OptionCounts> = campaign
            .questions()
            .zip(answers)
            .map(|(question, answers)| OptionCounts {
                question: question.id.clone(),
                version: question.version(),
                answers: *answers,
            })
            .collect();
        report(&campaign, &chosen, 5).to_string()
    }

    /// The right options of the first four stand at B, C, D and A; 55 % are expected.
    #[test]
    fn what_everybody_nobody_or_the_wrong_ones_get_is_named() {
        let said = said(&[[0, 61, 1, 0], [20, 8, 4, 8], [10, 10, 9, 11], [19, 0, 0, 0]]);
        assert_eq!(
            said,
            "3 of 240 questions have 20 answers or more; each person counts once, at first sight

everybody gets it right: 1
  Q-1.1-01  100 % of about 60

hardly anybody gets it right: 1
  Q-1.1-02  10 % of about 40

a wrong option is chosen more often than the right one: 1
  Q-1.1-02  A has 50 %, the right C has 10 % of about 40

far from the estimate: 3
  Q-1.1-01  100 % of about 60, expected 55 %
  Q-1.1-02  10 % of about 40, expected 55 %
  Q-1.1-03  30 % of about 40, expected 55 %"
        );
    }

    #[test]
    fn of_another_version_and_of_few_answers_nothing_is_said() {
        assert!(said(&[[1, 1, 1, 1]]).starts_with("0 of 240"));
        let campaign = Campaign::built_in().unwrap();
        let question = campaign.questions().next().unwrap();
        let old = OptionCounts {
            question: question.id.clone(),
            version: "of another day".into(),
            answers: [100, 0, 0, 0],
        };
        assert_eq!(report(&campaign, &[old], 5).judged, 0);
    }

    #[test]
    fn an_estimate_is_far_only_beyond_chance() {
        assert!(!is_far(10, 20, 70.0), "twenty points, but twenty people");
        assert!(is_far(50, 100, 70.0));
        assert!(!is_far(60, 100, 70.0), "ten points");
    }
}
