//! The test kit: what the stories in `tests/` and the benches in `benches/` play on.
//!
//! | place | what it is |
//! |---|---|
//! | [`measure`] | medians and processes, for the benches |
//! | [`parts`] | the bot's own parts as every stage puts them together |
//! | [`season`] | weeks in which everything happens, and an attacker who reads every report |
//! | [`solver`] | what follows from figures |
//! | [`stage`] | the core by its three doors over a database file, time and chance in the story's hand; no network |
//! | [`world`] | the whole program over HTTP, against the emulated Telegram, on a clock moved by hand |
//!
//! Knows how to drive and to look. Must not know any rule: what a story expects stands in the story.

pub mod measure;
pub mod parts;
pub mod season;
pub mod solver;
pub mod stage;
pub mod world;
