//! The house rules as a test: small files that say what they know, arrows that point one way, one place for each thing.
//!
//! The house itself is data, in `tidy/house.rs`. A fault names file, line, rule and what to do.

#[path = "tidy/binds.rs"]
mod binds;
#[path = "tidy/house.rs"]
mod house;
#[path = "tidy/rules.rs"]
mod rules;
#[path = "tidy/source.rs"]
mod source;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use house::{CORE, MODULES};
use rules::{arrows, circles, heading, migrations, own_folders, places, size};
use source::{Source, files, program};

/// The program.
static OURS: LazyLock<Vec<Source>> = LazyLock::new(|| program(root(), "src"));
/// The emulated Telegram.
static SANDBOX: LazyLock<Vec<Source>> =
    LazyLock::new(|| program(root(), "crates/telegram-sandbox/src"));

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn none(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n\n{}\n", faults.join("\n"));
}

#[test]
fn each_file_begins_by_saying_what_it_knows() {
    let rust = ["src", "tests", "benches", "build.rs"]
        .into_iter()
        .filter(|name| root().join(name).exists());
    let all = rust.flat_map(|name| {
        if name.ends_with(".rs") {
            vec![name.to_owned()]
        } else {
            files(root(), name)
        }
    });
    let faults = all.filter(|path| path.ends_with(".rs")).filter_map(|path| {
        let text = fs::read_to_string(root().join(&path)).unwrap();
        heading(&path, &text)
    });
    none(faults.collect());
}

#[test]
fn files_stay_small() {
    none(OURS.iter().chain(&*SANDBOX).filter_map(size).collect());
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    none([circles(&OURS), circles(&SANDBOX)].concat());
}

#[test]
fn modules_use_only_what_the_house_has_drawn() {
    none(arrows(OURS.iter(), &[], MODULES));
}

#[test]
fn the_rooms_of_the_core_use_only_what_the_house_has_drawn() {
    let core = OURS
        .iter()
        .filter(|source| source.path.starts_with("src/core/"));
    none(arrows(core, &["core"], CORE));
}

#[test]
fn each_thing_has_one_place() {
    none(OURS.iter().flat_map(places).collect());
}

#[test]
fn migrations_are_numbered_and_strict() {
    let names = files(root(), "migrations");
    let read = |name: String| {
        let text = fs::read_to_string(root().join(&name)).unwrap();
        (name, text)
    };
    let all: Vec<(String, String)> = names.into_iter().map(read).collect();
    none(migrations(&all));
}

#[test]
fn nobody_s_own_folder_is_named() {
    let faults = files(root(), "").into_iter().filter_map(|path| {
        let text = String::from_utf8(fs::read(root().join(&path)).ok()?).ok()?;
        own_folders(&path, &text)
    });
    none(faults.collect());
}
