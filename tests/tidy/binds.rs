//! The rules bind: each is broken once here, on a house of paper.
//!
//! Knows the rules by what they say. Must not know the real house.

use super::house::EXCUSES;
use super::rules::{
    FUNCTION_LINES_MAX, Fault, arrows, circles, heading, migrations, own_folders, places, sizes,
    verdict,
};
use super::source::Source;

fn said(faults: &[Fault]) -> Vec<&str> {
    faults.iter().map(|fault| fault.said.as_str()).collect()
}

#[test]
fn on_headings() {
    assert!(heading("src/a.rs", "//! A file.\n").is_none());
    assert!(heading("src/a.rs", "use b;\n").is_some());
    assert!(heading("src/a/mod.rs", "//! A file.\n").is_some());
}

#[test]
fn on_sizes() {
    let body = "    a();\n".repeat(FUNCTION_LINES_MAX - 1);
    let small = format!("fn a() {{\n{}}}\n", &body[9..]);
    assert!(sizes(&Source::new("src/a.rs", &small)).is_empty());
    let large = format!("fn a() {{\n{body}}}\n").repeat(6);
    let faults = sizes(&Source::new("src/a.rs", &large));
    assert_eq!(faults.len(), 7);
    assert!(
        faults[1]
            .said
            .starts_with("src/a.rs:1: size: `a` has 71 lines"),
        "{}",
        faults[1].said
    );
}

#[test]
fn on_arrows() {
    let drawn: &[(&str, &[&str])] = &[
        ("ground", &[]),
        ("store", &["ground"]),
        ("core", &["ground", "store"]),
    ];
    let house = [
        Source::new("src/ground.rs", "use crate::core::Core;"),
        Source::new("src/store/a.rs", "use super::b;\nuse super::super::ground;"),
        Source::new("src/core.rs", "fn a() { crate::store::b() }"),
        Source::new("src/cellar.rs", ""),
    ];
    let faults = arrows(&house, &[], drawn);
    let said = said(&faults);
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(said[0].starts_with("src/ground.rs:1: arrows: `ground` must not use `core`"));
    assert!(said[1].starts_with("src/cellar.rs:1: arrows: `cellar` is not drawn"));
    assert!(said[2].contains("`core` does not use `ground`"));
    assert_eq!(circles(&[("a", &["b"]), ("b", &["a"])]).len(), 1);
}

#[test]
fn on_places() {
    let text = "const A: u8 = b().expect(\"a\");\nfn c() {\n    d().unwrap();\n    // x.unwrap()\n    let y = \"dbg!\";\n}\n#[cfg(test)]\nmod tests {\n    fn e() { d().unwrap() }\n}\n";
    let faults = places(&Source::new("src/a.rs", text));
    assert_eq!(said(&faults).len(), 1);
    assert!(faults[0].said.starts_with("src/a.rs:3: place: `.unwrap()`"));
    assert!(places(&Source::new("src/telegram/a.rs", "use teloxide::Bot;")).is_empty());
    assert_eq!(
        places(&Source::new("src/telegrams.rs", "use teloxide::Bot;")).len(),
        1
    );
    assert!(places(&Source::new("src/a.rs", "fn a() { my_println!() }")).is_empty());
}

#[test]
fn on_migrations() {
    let file = |name: &str, text: &str| (format!("migrations/{name}"), text.to_owned());
    let good = "-- A table; of one column.\nCREATE TABLE a (\n  b INTEGER -- c)\n) STRICT;\nCREATE INDEX d ON a (b);\n";
    assert!(migrations(&[file("0001_a.sql", good)]).is_empty());
    let faults = migrations(&[
        file(
            "0001_a.sql",
            "\nCREATE TABLE a (b) STRICT;\n\nCREATE TABLE c (d);",
        ),
        file("0001_c.sql", ""),
        file("0020_b.sql", ""),
        file("4_d.sql", ""),
    ]);
    let said = said(&faults);
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(
        said[0].starts_with("migrations/0001_a.sql:4:"),
        "{}",
        said[0]
    );
    assert!(said[1].starts_with("migrations/0001_c.sql:1:") && said[1].contains("0002_word"));
    assert!(said[2].starts_with("migrations/4_d.sql:1:") && said[2].contains("0021_word"));
}

#[test]
fn on_folders() {
    let [mine, theirs] = ["home", "var"].map(|name| format!("see /{name}/anna/notes"));
    assert!(own_folders("a.md", &mine).is_some());
    assert!(own_folders("a.md", &theirs).is_none());
}

#[test]
fn on_excuses() {
    let idle = verdict("place", Vec::new());
    assert_eq!(
        idle.len(),
        EXCUSES
            .iter()
            .filter(|excuse| excuse.rule == "place")
            .count()
    );
}
