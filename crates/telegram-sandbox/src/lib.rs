//! The sandbox: a small strict Telegram over HTTP, with phones in a browser.
//!
//! Knows: its own world, clocks handed to it, loopback sockets. Must not know: anything else of this
//! program. Any long-polling bot can be driven against it; ours has no test mode.

pub use self::faults::{Fault, FaultKind};
pub use self::limits::Limits;
pub use self::options::{Advance, Label, Language, Now, Options, Page};
pub use self::sandbox::Sandbox;
pub use self::say::{Attached, Say};
pub use self::shown::{Button, Message};
pub use self::world::Toast;

mod acts;
mod api;
mod body;
mod connection;
mod control;
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
mod world;
