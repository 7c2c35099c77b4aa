//! What was found, in the order in which it was looked at, each fault with its next step on a line of its own.
//!
//! Knows how a finding is shown. Must not know what is looked at.

use std::fmt;

use nhip::told;

/// How wide the marks before the findings are.
const MARGIN: usize = 9;

#[derive(Debug, PartialEq, Eq)]
enum Finding {
    Fine(String),
    Wrong(String),
    Doubtful(String),
    Unseen(String),
}

/// All of it.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// As it should be.
    pub fn fine(&mut self, what: String) {
        self.0.push(Finding::Fine(what));
    }

    /// To be mended first.
    pub fn wrong(&mut self, what: String) {
        self.0.push(Finding::Wrong(what));
    }

    /// It works, but not for long, or not for all.
    pub fn doubtful(&mut self, what: String) {
        self.0.push(Finding::Doubtful(what));
    }

    /// Could not be looked at, for a reason that was told before.
    pub fn unseen(&mut self, what: String) {
        self.0.push(Finding::Unseen(what));
    }

    /// Whether anything must be mended.
    pub fn anything_wrong(&self) -> bool {
        self.wrongs() > 0
    }

    fn wrongs(&self) -> usize {
        let wrong = |one: &&Finding| matches!(one, Finding::Wrong(_));
        self.0.iter().filter(wrong).count()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.0 {
            let (mark, what) = match finding {
                Finding::Fine(what) => (told!("doctor-fine"), what.clone()),
                Finding::Wrong(what) => (told!("doctor-wrong"), what.clone()),
                Finding::Doubtful(what) => (told!("doctor-doubtful"), what.clone()),
                Finding::Unseen(what) => ("?".to_owned(), told!("doctor-unseen", what = what)),
            };
            let what = what.replace('\n', &format!("\n{:MARGIN$}", ""));
            writeln!(f, "{mark:MARGIN$}{what}")?;
        }
        match self.wrongs() {
            0 => write!(f, "{}", told!("doctor-sound")),
            wrong => write!(f, "{}", told!("doctor-to-mend", count = wrong)),
        }
    }
}
