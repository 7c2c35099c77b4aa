//! A guided tour of the page: steps that each show one phone, say what to do there, and can do it for its reader.
//!
//! Knows: the form of a step. Must not know: what any bot is about, or how the page draws a step.

use serde::Serialize;

use crate::options::Label;

/// One step. The page shows its phone alone, until the reader goes on to the next or leaves the tour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// A few words above it.
    pub title: Label,
    /// What to do, and what to look at: two or three sentences.
    pub text: Label,
    /// The phone: who holds it, and which chat is open.
    pub phone: (i64, i64),
    /// What a button of the tour does in the reader's place.
    pub act: Option<Act>,
    /// The step is done when a message that has come or changed since it began holds one of these: words of its text, or a
    /// button's label. Without any it is done when the reader says so, which they may at any time.
    pub done: Vec<String>,
}

/// What a step's button does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// These are typed on the step's phone, one after the other, each when the bot has answered.
    Say(Vec<String>),
    /// The clock moves to whatever is due next.
    Advance,
}
