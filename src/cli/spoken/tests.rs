//! Every command, option and choice has a help in both languages, and what was typed wrong is told in both.
//!
//! Knows which texts there must be. Must not know what they say.

use std::collections::BTreeSet;

use clap::CommandFactory;

use super::*;

/// The commands with their words, from the program itself on.
fn commands(command: &Command, path: &str) -> Vec<(String, Command)> {
    let below = command.get_subcommands();
    let below = below.flat_map(|below| commands(below, &format!("{path}-{}", below.get_name())));
    [(path.to_owned(), command.clone())]
        .into_iter()
        .chain(below)
        .collect()
}

#[cfg(feature = "demo")]
#[test]
fn every_command_and_option_has_its_text_and_no_text_is_left_over() {
    let mut wanted = BTreeSet::new();
    for (path, command) in commands(&Cli::command(), PROGRAM) {
        wanted.insert(format!("help-{path}"));
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str().replace('_', "-");
            let own = format!("option-{path}-{id}");
            let own = told::find(&own, &[]).map(|_| own);
            wanted.insert(own.unwrap_or_else(|| format!("option-{id}")));
        }
    }
    for code in ["vi", "en"] {
        let missing: Vec<_> = wanted
            .iter()
            .filter(|key| told::within(code, || told::find(key, &[])).is_none())
            .collect();
        assert!(
            missing.is_empty(),
            "not in messages/cli/{code}.ftl: {missing:?}"
        );
    }
    let steps = ["help-first-steps", "help-first-steps-without-demo"];
    let left_over: Vec<_> = include_str!("../../../messages/cli/en.ftl")
        .lines()
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .filter(|key| key.starts_with("help-") || key.starts_with("option-"))
        .map(|key| key.strip_suffix("-more").unwrap_or(key))
        .filter(|key| !wanted.contains(*key) && !steps.contains(key))
        .collect();
    assert!(left_over.is_empty(), "of no command: {left_over:?}");
}

/// What is printed for this.
fn told_in(code: &str, words: &[&str]) -> String {
    told::within(code, || {
        let words: Vec<_> = words.iter().map(OsString::from).collect();
        match Cli::read(&words, &|_| None, "1.2.3") {
            Err(why) if why.kind() == ErrorKind::DisplayHelp => own_words(&why.to_string()),
            Err(why) => complaint(&why),
            Ok(_) => panic!("{words:?} can be read"),
        }
    })
}

#[test]
fn the_help_of_every_command_is_vietnamese_in_vietnamese() {
    for (path, _) in commands(&Cli::command(), PROGRAM) {
        let words: Vec<&str> = path.split('-').chain(["--help"]).collect();
        let help = told_in("vi", &words);
        for english in [
            "Usage", "Options", "Commands", "Print", "[env", "[default", "values:",
        ] {
            assert!(!help.contains(english), "{path}: {english}\n{help}");
        }
    }
    let help = told_in("en", &["nhip", "units", "import", "--help"]);
    assert!(
        help.contains("Usage: nhip units import [OPTIONS] <FILE>"),
        "{help}"
    );
    assert!(help.contains("One line names the columns"), "{help}");
    let help = told_in("vi", &["nhip", "units", "import", "--help"]);
    assert!(
        help.contains("Cách dùng: nhip units import [TÙY CHỌN] <TỆP>"),
        "{help}"
    );
}

#[test]
fn what_was_typed_wrong_is_told_in_both_languages() {
    insta::assert_snapshot!(told_in("vi", &["nhip", "unit"]), @r"
    nhip: không có lệnh 'unit'
    gần giống nhất: units, init, audit, run
    Cách dùng: nhip [TÙY CHỌN] <LỆNH>
    Gõ thêm '--help' để xem có những gì.
    ");
    insta::assert_snapshot!(told_in("en", &["nhip", "units", "import"]), @r"
    nhip: this is missing: <FILE>
    Usage: nhip units import <FILE>
    '--help' tells what there is.
    ");
    for (words, vi, en) in [
        (
            &["nhip", "run", "--colour"][..],
            "ở đây không có '--colour'",
            "'--colour' means nothing here",
        ),
        (
            &["nhip", "units", "--lang", "fr"],
            "hãy viết vi hoặc en",
            "write vi or en",
        ),
        (
            &["nhip", "preview", "--kind", "x"],
            "có thể là item, question",
            "it can be item, question",
        ),
        (
            &["nhip", "preview", "--form", "a", "--kind", "item"],
            "không đi cùng với",
            "does not go together with",
        ),
        (
            &["nhip", "preview", "--kind"],
            "cần một giá trị",
            "needs a value",
        ),
        (&["nhip", "audit"], "Các lệnh:", "Commands:"),
        (&["nhip"], "Các lệnh:", "Commands:"),
    ] {
        for (code, said) in [("vi", vi), ("en", en)] {
            let told = told_in(code, words);
            assert!(told.contains(said), "{words:?}: {told}");
        }
    }
}

#[test]
fn the_language_is_known_before_the_command_line_is_read() {
    let language = |words: &[&str], set: &[(&str, &str)]| {
        let words: Vec<_> = words.iter().map(OsString::from).collect();
        let set: Vec<_> = set
            .iter()
            .map(|(name, value)| (name.to_string(), OsString::from(value)))
            .collect();
        Cli::language_of(&words, &|name| {
            let found = set.iter().find(|(set, _)| set == name);
            found.map(|(_, value)| value.clone())
        })
    };
    assert_eq!(language(&["nhip"], &[]), Language::Vi);
    assert_eq!(
        language(&["nhip"], &[("LANG", "en_GB.UTF-8")]),
        Language::En
    );
    // As POSIX has it, whatever is empty says nothing.
    for (set, speaks) in [
        (
            [("LANG", "vi_VN.UTF-8"), ("LC_MESSAGES", "en_GB")],
            Language::En,
        ),
        (
            [("LC_ALL", "vi_VN.UTF-8"), ("LC_MESSAGES", "en_GB")],
            Language::Vi,
        ),
        ([("LC_ALL", ""), ("LANG", "en_GB.UTF-8")], Language::En),
    ] {
        assert_eq!(language(&["nhip"], &set), speaks, "{set:?}");
    }
    let set = [("LANG", "vi_VN.UTF-8"), ("NHIP_LANG", "en")];
    assert_eq!(language(&["nhip", "--bad"], &set), Language::En);
    assert_eq!(
        language(&["nhip", "--lang", "vi", "--bad"], &set),
        Language::Vi
    );
    assert_eq!(language(&["nhip", "--lang=vi"], &set), Language::Vi);
}
