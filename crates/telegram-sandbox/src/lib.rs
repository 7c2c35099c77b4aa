//! A small, strict Telegram Bot API on loopback, with phones in a browser: for tests and demos of any bot.
//!
//! Knows: its own world, clocks handed to it, loopback sockets. Must not know: any bot. What follows is
//! the crate's `README.md`.
//!
#![doc = include_str!("../README.md")]
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

pub use self::faults::{Fault, FaultKind};
pub use self::limits::Limits;
pub use self::options::{Advance, Label, Language, Now, Options, Page};
pub use self::sandbox::Sandbox;
pub use self::say::{Attached, Say};
pub use self::shown::{Button, Message};
pub use self::tour::{Act, Step};
pub use self::world::Toast;

mod acts;
mod api;
mod body;
mod connection;
mod control;
mod deliver;
mod entities;
mod events;
mod faults;
mod html;
mod inner;
mod limits;
mod lock;
mod looks;
mod options;
mod sandbox;
mod saving;
mod say;
mod server;
mod show;
mod shown;
mod state;
mod tour;
mod world;
