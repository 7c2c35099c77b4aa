//! `nhip` (*nhịp*: a rhythm; *nhịp cầu*: the span of a bridge): a Telegram bot that carries a union
//! campaign to members' phones. This page is the map; `README.md` says how to run it.
//!
//! # Who lives where
//!
//! Arrows point one way: `types` ← `text`, `schedule`, `campaign`, `store`, `report` ← [`core`] ← `telegram` and the
//! three loops ← [`bot`] ← `main`. The emulated Telegram is a crate of its own (`crates/telegram-sandbox`) that knows
//! nothing of ours; only the demo uses it. `tests/tidy.rs` keeps it so.
//!
//! | place | knows | must not know |
//! |---|---|---|
//! | `main`, [`cli`], [`config`], [`log`] | commands, settings, wiring, signals | rules, SQL, wording |
//! | [`place`] | where settings, database and texts are: one rule for every command | what is in them |
//! | [`types`], [`event`], [`outgoing`] | ids; what happened; calls to be made | Telegram, SQL, time |
//! | [`mod@told`] | `messages/cli`: what is told at the terminal, in its language | who tells it |
//! | [`text`], `messages` | `messages/ui`: loading, rendering, escaping, folding | who reads it |
//! | [`campaign`] | criteria, items, questions, check-ins as content; which documents are in force | members |
//! | [`bank`] | the questions as a workbook: out, back in, and what would change; how hard they turned out to be | what makes a question good |
//! | `screens`, [`preview`] | what content looks like on a phone, for the bot and for who writes it | members, rounds, the database |
//! | [`check`], [`fault`] | every rule for `messages/`, with file and line | who looks |
//! | `forms` | filling in a form: its steps, what was typed, what is doubtful, its sheet | who answers, where answers are kept |
//! | `plan` | a yearly plan as people write it: months, posts, targets; its sheet | units, how far a line is |
//! | [`schedule`] | due dates, windows, holidays, streaks: pure functions | database, clock |
//! | [`clock`] | campaign time: real, faster, or moved by hand | what is due |
//! | [`db`], [`store`] | the one kind of transaction; all SQL, one file a group of tables | rules, wording |
//! | [`core`] | the rules: members, items, quiz, check-in, groups, report, thresholds | SQL text, Telegram, wording |
//! | [`report`] | figures as chat text, picture, spreadsheet, document | how figures were counted |
//! | [`drawing`] | SVG to PNG with the font inside the binary | what is drawn |
//! | `year` | a member's weeks and criteria as a drawing | whose they are |
//! | `poster` | an invitation as a drawing, with a code to be scanned | whose link it is |
//! | [`telegram`] | the only importer of teloxide: updates in, calls out, answers classified | rules, database |
//! | `poller`, `webhook`, `intake`, `sender` (+ [`pace`]), `ticker`, [`bot`] | the loops around the doors; updates that are asked for or delivered, kept in one way | what a quiz or a report is |
//! | `http` | the only user of axum: the program's own addresses | what is told there |
//! | `metrics`, [`health`] | what is counted; whether the bot works | who asks; who did what |
//! | [`heartbeat`] | what the bot notes of itself for other processes, and what is wrong with that | who asks |
//! | `reader` | the loop that has files read beside the others, each once | what a file is about |
//! | [`version`] | which program this is | who asks |
//! | [`units`] | a tree of units as a file; what importing it would change | formats, who uses it |
//! | `panics` | where a panic was | what it said |
//! | `table` | a table in a file, whichever program wrote it: its cells with their places, and what is wrong with them | what the table is about |
//! | `encoding` | bytes as text, and text that was typed for fonts from before Unicode | where the text stands |
//! | [`backup`] | copies of the database to be kept, and back | which rows a copy leaves out |
//! | [`privacy`] | a page for the data officer | how figures were counted |
//! | `demo` (a Cargo feature, on by default) | a stage, simulated colleagues, a clock that is moved | rules |
//!
//! # Three doors
//!
//! [`core::Core::on_updates`], [`core::Core::on_tick`] and [`core::Core::on_delivery`] are the ways into the rules
//! (`on_start` settles what an earlier process left; `next_file` and `on_file` stand around a file that is read). Each takes an open transaction that carries
//! `now` and a seeded random number generator. Same database, same input, same `now`, same seed: same rows.
//!
//! # Why …?
//!
//! **Why not teloxide's dispatcher?** It tells Telegram to forget a batch when the batch *arrives*: the
//! next poll confirms it while handlers still run. Here a batch is one transaction, committed with
//! `synchronous=FULL`, and only then the next poll confirms it. A kill at any instant loses nothing:
//! what was not committed is delivered again, what was is recognised by its row and skipped.
//!
//! **Why rows of done updates, and not "id ≤ last id"?** After an idle week Telegram picks its next id at
//! random, and an offset that is not in the queue is served from the head: comparing ids would make the bot deaf.
//!
//! **Why does nobody send from a handler?** A call is queued as a row in the transaction that caused it, so there is
//! no moment at which an answer is stored and its reply is not. One row is one call.
//!
//! **Why do statements run through a trait of ours?** So that none can fail without its place: what lies in
//! quarantine names operation, table, our own id and line, and nothing that was bound or read.
//!
//! **Why one database connection?** SQLite has one writer anyway, a handler takes well under a millisecond, and
//! nothing reads outside the doors but short commands that open the file by themselves. A pool of readers would
//! have nobody to serve.
//!
//! **Why are tallies kept for every unit above, too?** So that `/report` reads a handful of rows whatever the
//! size of the union: what a member does adds to three or four rows instead of one, and no report ever sums a subtree.
//!
//! **Why do consents travel in buttons?** Because nothing may be stored about somebody who has not agreed
//! yet, not even how far they have read. What is ticked is in the callback data until `Đồng ý`.
//!
//! **Why does the check-in have no message of its own?** Two messages a week and one reminder is what people
//! bear. The way to the monthly check-in rides on the item and on the quiz's result while one is open.
//!
//! **Why is what people know shown only for closed rounds?** Two reports taken before and after one
//! person's answer would reveal that answer. Participation is told live in steps; knowledge is not.
//!
//! **Why does a round keep a number of the tree?** Reports of a closed time must not change when units are moved,
//! renamed or counted anew, nor may two looks at two trees be subtracted. A copy for each round would be 52 times
//! 60,000 rows a year; a number and what has changed is enough.
//!
//! **Why does a picture wait as a drawing?** The core writes the report's picture as SVG: words and
//! rectangles, a tenth of a millisecond and ten kilobytes, the same for the same figures. Its pixels cost tens of
//! milliseconds, and a transaction that everybody waits for is no place for them, nor is the row for their
//! bytes: they are computed beside the sender's loop, just before the call leaves. A second try computes them again.

#![warn(missing_docs, unreachable_pub)]
#![cfg_attr(
    not(test),
    warn(
        clippy::allow_attributes,
        clippy::expect_used,
        clippy::print_stderr,
        clippy::print_stdout,
        clippy::too_many_lines,
        clippy::unwrap_used
    )
)]

mod backoff;
pub mod backup;
pub mod bank;
pub mod bot;
pub mod campaign;
pub mod check;
pub mod cli;
pub mod clock;
pub mod config;
pub mod core;
pub mod db;
#[cfg(feature = "demo")]
pub mod demo;
pub mod drawing;
mod encoding;
pub mod event;
pub mod fault;
mod forms;
pub mod health;
pub mod heartbeat;
mod http;
mod intake;
pub mod log;
pub mod messages;
mod metrics;
pub mod outgoing;
pub mod pace;
mod panics;
pub mod place;
mod plan;
mod poller;
mod poster;
pub mod preview;
pub mod privacy;
mod reader;
pub mod report;
pub mod schedule;
mod screens;
mod sender;
pub mod store;
mod table;
pub mod telegram;
pub mod text;
mod ticker;
pub mod told;
pub mod types;
pub mod units;
pub mod version;
mod webhook;
mod year;
