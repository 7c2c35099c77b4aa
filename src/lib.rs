//! `nhip`: a Telegram bot that carries a union campaign to members' phones.

pub mod campaign;
pub mod check;
pub mod clock;
pub mod core;
pub mod db;
pub mod event;
pub mod fault;
mod messages;
pub mod outgoing;
pub mod schedule;
pub mod store;
pub mod text;
pub mod types;
pub mod units;
