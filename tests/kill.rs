//! The real program as a process of its own: killed at every step, stopped, misused.
//!
//! Death comes by SIGKILL, so nothing is tidied up. What people see afterwards is what they would have
//! seen without it; only a message that was on its way may come a second time.

#[path = "kill/backups.rs"]
mod backups;
#[path = "kill/commands.rs"]
mod commands;
#[path = "kill/database.rs"]
mod database;
#[path = "kill/dialogue.rs"]
mod dialogue;
#[path = "kill/first_day.rs"]
mod first_day;
#[path = "kill/flows.rs"]
mod flows;
#[path = "kill/lifecycle.rs"]
mod lifecycle;
#[path = "kill/process.rs"]
mod process;
#[path = "kill/service.rs"]
mod service;
#[path = "kill/storm.rs"]
mod storm;
#[path = "kill/suggestion.rs"]
mod suggestion;
#[path = "kill/watch.rs"]
mod watch;
