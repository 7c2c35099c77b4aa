//! The whole program, driven through the emulated Telegram as people drive it.
//!
//! The bot in these tests is the one of `nhip run`; only its address and its clock differ. A story's
//! assertions are transcripts: what a phone shows. Each test ends its world, and that checks that
//! nothing is left claimed, owed or put aside, that no loop died, and that the log names nobody.

#[path = "e2e/backups.rs"]
mod backups;
#[path = "e2e/broadcasts.rs"]
mod broadcasts;
#[path = "e2e/faults.rs"]
mod faults;
#[path = "e2e/files.rs"]
mod files;
#[path = "e2e/health.rs"]
mod health;
#[path = "e2e/joining.rs"]
mod joining;
#[path = "e2e/logs.rs"]
mod logs;
#[path = "e2e/officers.rs"]
mod officers;
#[path = "e2e/pages.rs"]
mod pages;
#[path = "e2e/proxy.rs"]
mod proxy;
#[path = "e2e/webhook.rs"]
mod webhook;
#[path = "e2e/week.rs"]
mod week;
#[path = "e2e/wire.rs"]
mod wire;
