//! Broadcasts by the three doors, with a clock held by hand and a post that keeps every phone.

mod bodies;
mod house;
mod officer;
mod reminding;
mod sending;
mod stopping;
