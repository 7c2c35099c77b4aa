//! The sandbox as bots and people meet it: over real HTTP, with teloxide's own requests and types.
//!
//! Each test is a story. The clock is moved by hand, and nobody sleeps to wait for something; the few
//! pauses are the subject of their story. One program, so that it is linked once.

mod commands;
mod faults;
mod files;
mod groups;
mod html;
mod limits;
mod messages;
mod modules;
mod page;
mod people;
mod polls;
mod requests;
mod stage;
mod state;
mod taps;
mod webhook;
