//! The rules bind: each is broken once here, on a house of paper.
//!
//! Knows the rules by what they say. Must not know the real house.

use super::rules::{
    FILE_LINES_MAX, arrows, circles, heading, migrations, own_folders, places, size,
};
use super::source::Source;

#[test]
fn on_headings() {
    assert!(heading("src/a.rs", "//! A file.\n").is_none());
    assert!(heading("src/a.rs", "use b;\n").is_some());
    assert!(heading("src/a/mod.rs", "//! A file.\n").is_some());
}

#[test]
fn on_sizes() {
    let full = "const A: u8 = 1;\n".repeat(FILE_LINES_MAX);
    let tests = "#[cfg(test)]\nmod tests {}\n";
    assert!(size(&Source::new("src/a.rs", &format!("{full}{tests}"))).is_none());
    let fault = size(&Source::new("src/a.rs", &format!("{full}fn a() {{}}\n")));
    assert!(fault.is_some_and(|fault| fault.starts_with("src/a.rs:401: size: 401 lines")));
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
    assert_eq!(faults.len(), 3, "{faults:#?}");
    assert!(faults[0].starts_with("src/ground.rs:1: arrows: `ground` must not use `core`"));
    assert!(faults[1].starts_with("src/cellar.rs:1: arrows: `cellar` is not drawn"));
    assert!(faults[2].contains("`core` does not use `ground`"));
    let upside_down: &[(&str, &[&str])] = &[("a", &["b"]), ("b", &[])];
    assert_eq!(arrows(&[], &[], upside_down).len(), 2);
}

#[test]
fn on_circles() {
    let house = [
        Source::new("src/a.rs", "mod x;\nmod y;\nfn f() { x::g() }"),
        Source::new("src/a/x.rs", "use super::y::h;\nuse crate::b::i;"),
        Source::new("src/a/y.rs", "fn h() { crate::a::z::i() }"),
        Source::new("src/a/z.rs", "use super::x;"),
        Source::new("src/b.rs", "use crate::c;"),
        Source::new("src/c.rs", ""),
    ];
    let faults = circles(&house);
    assert_eq!(faults.len(), 3, "{faults:#?}");
    assert!(faults[1].starts_with("src/a/y.rs:1: circle: `a::y` uses `a::z`"));
}

#[test]
fn on_places() {
    let text = "use sqlx::Row;\nfn a() { b!(sqlx::query(\"\")); my::sqlx::query() }\n#[cfg(test)]\nmod tests {\n    use teloxide::Bot;\n}\n";
    let faults = places(&Source::new("src/a.rs", text));
    assert_eq!(faults.len(), 1);
    assert!(faults[0].starts_with("src/a.rs:2: place: `sqlx::query`"));
    let bot = "use teloxide::Bot;";
    assert!(places(&Source::new("src/telegram/a.rs", bot)).is_empty());
    assert_eq!(places(&Source::new("src/telegrams.rs", bot)).len(), 1);
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
        file("0003_c.sql", ""),
        file("4_d.sql", ""),
    ]);
    assert_eq!(faults.len(), 3, "{faults:#?}");
    assert!(
        faults[0].starts_with("migrations/0001_a.sql:4:"),
        "{}",
        faults[0]
    );
    assert!(faults[1].starts_with("migrations/0003_c.sql:1:") && faults[1].contains("0002_word"));
}

#[test]
fn on_folders() {
    let [mine, theirs] = ["home", "var"].map(|name| format!("see /{name}/anna/notes"));
    assert!(own_folders("a.md", &mine).is_some());
    assert!(own_folders("a.md", &theirs).is_none());
}
