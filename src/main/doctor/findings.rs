//! What was found, in the order in which it was looked at, each fault with its next step.
//!
//! Knows how a finding is shown. Must not know what is looked at.

use std::fmt;

#[derive(Debug, PartialEq, Eq)]
enum Finding {
    Fine(String),
    Wrong(String, String),
    Doubtful(String, String),
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
    pub fn wrong(&mut self, what: String, next: impl Into<String>) {
        self.0.push(Finding::Wrong(what, next.into()));
    }

    /// It works, but not for long, or not for all.
    pub fn doubtful(&mut self, what: String, next: impl Into<String>) {
        self.0.push(Finding::Doubtful(what, next.into()));
    }

    /// Could not be looked at, for a reason that was told before.
    pub fn unseen(&mut self, what: impl Into<String>) {
        self.0.push(Finding::Unseen(what.into()));
    }

    /// Whether anything must be mended.
    pub fn anything_wrong(&self) -> bool {
        self.wrongs() > 0
    }

    fn wrongs(&self) -> usize {
        let wrong = |one: &&Finding| matches!(one, Finding::Wrong(..));
        self.0.iter().filter(wrong).count()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for finding in &self.0 {
            match finding {
                Finding::Fine(what) => writeln!(f, "ok       {what}")?,
                Finding::Wrong(what, next) => {
                    writeln!(f, "WRONG    {what}\n         next: {next}")?
                }
                Finding::Doubtful(what, next) => {
                    writeln!(f, "warning  {what}\n         next: {next}")?;
                }
                Finding::Unseen(what) => writeln!(f, "?        not looked at: {what}")?,
            }
        }
        match self.wrongs() {
            0 => write!(f, "nothing must be mended"),
            wrong => write!(f, "to be mended: {wrong}"),
        }
    }
}
