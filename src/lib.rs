//! `nhip`: a Telegram bot that carries a union campaign to members' phones.

pub mod campaign;
pub mod event;
pub mod outgoing;
pub mod text;
pub mod types;
