//! The core by its three doors, over a database file, with a clock and a seed held by hand: no network.
//!
//! Each test is a story. People are actors (`ana.says("/start")`, `ana.taps("Đồng ý")`), the post
//! carries what is owed to their phones, and the phones show what a person would see.

#[path = "core/admission.rs"]
mod admission;
#[path = "core/anything.rs"]
mod anything;
#[path = "core/attacker.rs"]
mod attacker;
#[path = "core/audit.rs"]
mod audit;
#[path = "core/backups.rs"]
mod backups;
#[path = "core/broadcast.rs"]
mod broadcast;
#[path = "core/checkin.rs"]
mod checkin;
#[path = "core/clock.rs"]
mod clock;
#[path = "core/collect.rs"]
mod collect;
#[path = "core/commendation.rs"]
mod commendation;
#[path = "core/consent.rs"]
mod consent;
#[path = "core/digest.rs"]
mod digest;
#[path = "core/english.rs"]
mod english;
#[path = "core/english_officers.rs"]
mod english_officers;
#[path = "core/findings.rs"]
mod findings;
#[path = "core/first_version.rs"]
mod first_version;
#[path = "core/floods.rs"]
mod floods;
#[path = "core/forms.rs"]
mod forms;
#[path = "core/groups_and_report.rs"]
mod groups_and_report;
#[path = "core/initiatives.rs"]
mod initiatives;
#[path = "core/initiatives_badly_told.rs"]
mod initiatives_badly_told;
#[path = "core/items.rs"]
mod items;
#[path = "core/joining.rs"]
mod joining;
#[path = "core/journal.rs"]
mod journal;
#[path = "core/largest.rs"]
mod largest;
#[path = "core/leaving.rs"]
mod leaving;
#[path = "core/menus.rs"]
mod menus;
#[path = "core/migrations.rs"]
mod migrations;
#[path = "core/mischief.rs"]
mod mischief;
#[path = "core/mydata.rs"]
mod mydata;
#[path = "core/officers.rs"]
mod officers;
#[path = "core/outbox_and_delivery.rs"]
mod outbox_and_delivery;
#[path = "core/overheard.rs"]
mod overheard;
#[path = "core/pins.rs"]
mod pins;
#[path = "core/plans.rs"]
mod plans;
#[path = "core/plans_asked_back.rs"]
mod plans_asked_back;
#[path = "core/plans_carried_out.rs"]
mod plans_carried_out;
#[path = "core/practice.rs"]
mod practice;
#[path = "core/press_cost.rs"]
mod press_cost;
#[path = "core/progress.rs"]
mod progress;
#[path = "core/question_tallies.rs"]
mod question_tallies;
#[path = "core/quiz.rs"]
mod quiz;
#[path = "core/reconfirming.rs"]
mod reconfirming;
#[path = "core/replay.rs"]
mod replay;
#[path = "core/report_floors.rs"]
mod report_floors;
#[path = "core/report_periods.rs"]
mod report_periods;
#[path = "core/responding.rs"]
mod responding;
#[path = "core/retention.rs"]
mod retention;
#[path = "core/rounds_and_ticks.rs"]
mod rounds_and_ticks;
#[path = "core/second_officer.rs"]
mod second_officer;
#[path = "core/settings.rs"]
mod settings;
#[path = "core/statements.rs"]
mod statements;
#[path = "core/suggest.rs"]
mod suggest;
#[path = "core/suggest_attacked.rs"]
mod suggest_attacked;
#[path = "core/suggest_hidden.rs"]
mod suggest_hidden;
#[path = "core/suggest_log.rs"]
mod suggest_log;
#[path = "core/suggest_officers.rs"]
mod suggest_officers;
#[path = "core/suggest_stale.rs"]
mod suggest_stale;
#[path = "core/survey.rs"]
mod survey;
#[path = "core/tallies.rs"]
mod tallies;
#[path = "core/thief.rs"]
mod thief;
#[path = "core/unasked.rs"]
mod unasked;
#[path = "core/unit_files.rs"]
mod unit_files;
#[path = "core/unit_people.rs"]
mod unit_people;
#[path = "core/unnamed.rs"]
mod unnamed;
#[path = "core/waiting.rs"]
mod waiting;
