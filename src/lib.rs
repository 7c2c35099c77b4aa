//! `nhip`: a Telegram bot that carries a union campaign to members' phones.

mod backoff;
pub mod bot;
pub mod campaign;
pub mod check;
pub mod cli;
pub mod clock;
pub mod config;
pub mod core;
pub mod db;
pub mod demo;
pub mod event;
pub mod fault;
pub mod log;
mod messages;
pub mod outgoing;
pub mod pace;
mod poller;
pub mod sandbox;
pub mod schedule;
mod screens;
mod sender;
pub mod store;
pub mod telegram;
pub mod text;
mod ticker;
pub mod types;
pub mod units;
