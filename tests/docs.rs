//! The documents hold: settings and options are those of the program, links lead somewhere, lines fit.
//!
//! Knows what each document promises in a form that can be checked. Must not know how anything is done.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use nhip::cli::Cli;
use nhip::config::Config;
use nhip::event::Command;

/// Written for people, in the root and in `docs/`; the notices are written by a test.
const GENERATED: &str = "THIRD-PARTY.md";
const LINE_CHARS_MAX: usize = 140;
/// For members and officers: what they can press and type stands in them.
const HANDBOOKS: [&str; 3] = [
    "docs/so-tay-can-bo.md",
    "docs/huong-dan-doan-vien.md",
    "docs/rieng-tu.md",
];

/// In English and in Vietnamese, side by side.
const TRANSLATED: [[&str; 2]; 2] = [
    ["README.md", "README.vi.md"],
    ["docs/operating.md", "docs/van-hanh.md"],
];

/// Sections that are still understood under the name they had.
const OLD_NAMES: [&str; 1] = ["floors"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn the_settings_page_shows_every_setting_at_its_default() {
    let shown = fenced(&read("docs/settings.md"), "toml");
    let parsed: Config = toml::from_str(&shown).expect("the page can be read as settings");
    let default = Config::default();
    let none = BTreeSet::new();
    assert_eq!(parsed.words, default.words);
    assert_eq!(parsed.cadence(&none), default.cadence(&none));
    assert_eq!(parsed.pace, default.pace);
    assert_eq!(parsed.sending(), default.sending());
    assert_eq!(parsed.broadcasts.paid, default.broadcasts.paid);
    assert_eq!(parsed.grassroots(), default.grassroots());
    assert_eq!(parsed.thresholds, default.thresholds);
    assert_eq!(parsed.retention, default.retention);
    assert_eq!(parsed.telegram, default.telegram);
    assert_eq!(parsed.http, default.http);
    let table: toml::Table = toml::from_str(&shown).expect("a table");
    for section in known("nothing_like_it = 1") {
        if OLD_NAMES.contains(&section.as_str()) {
            continue;
        }
        let keys = table.get(&section).and_then(toml::Value::as_table);
        for key in known(&format!("[{section}]\nnothing_like_it = 1")) {
            let there = keys.is_some_and(|keys| keys.contains_key(&key));
            assert!(there, "docs/settings.md does not show [{section}] {key}");
        }
    }
}

/// What `nhip init` writes: each setting at its default, behind a `#` and below its explanation.
#[test]
fn an_installation_begins_with_every_setting_in_both_languages() {
    let page: toml::Table =
        toml::from_str(&fenced(&read("docs/settings.md"), "toml")).expect("a table");
    for language in ["vi", "en"] {
        let path = format!("messages/init/{language}/nhip.toml");
        let text = read(&path);
        let as_it_is: Config = toml::from_str(&text).expect("settings");
        assert_eq!(
            as_it_is,
            Config::default(),
            "{path} changes nothing by itself"
        );
        let mut explained = false;
        let mut active = String::new();
        for line in text.lines() {
            let setting = line
                .strip_prefix('#')
                .filter(|rest| rest.starts_with(|first: char| first.is_ascii_lowercase()));
            assert!(
                setting.is_none() || explained,
                "{path}: {line} is not explained"
            );
            explained = line.starts_with("# ") || (explained && !line.is_empty());
            active.push_str(setting.unwrap_or(line));
            active.push('\n');
        }
        let table: toml::Table = toml::from_str(&active).expect("settings");
        assert_eq!(
            table, page,
            "{path} and docs/settings.md show the same settings"
        );
    }
}

/// The names that the program's reader lists when it refuses one.
fn known(settings: &str) -> BTreeSet<String> {
    let refusal = toml::from_str::<Config>(settings).expect_err("no such setting");
    let said = refusal.message();
    let (_, names) = said.split_once("expected").expect("a list of names");
    names
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// What stands in the fences of this kind, one after the other.
fn fenced(page: &str, kind: &str) -> String {
    let mut inside = false;
    let mut all = String::new();
    for line in page.lines() {
        if let Some(fence) = line.trim_start().strip_prefix("```") {
            inside = !inside && fence == kind;
        } else if inside {
            all.push_str(line);
            all.push('\n');
        }
    }
    all
}

#[test]
fn the_settings_page_shows_every_option_with_its_variable_and_default() {
    let page = read("docs/settings.md");
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ")).collect();
    let mut variables =
        BTreeSet::from(["TELOXIDE_TOKEN", "TELOXIDE_TOKEN_FILE"].map(str::to_owned));
    for (option, variable, default) in options(&Cli::command()) {
        variables.extend(variable.clone());
        let words = [Some(format!("--{option}")), variable, default];
        let words: Vec<String> = words
            .into_iter()
            .flatten()
            .map(|word| format!("`{word}`"))
            .collect();
        let shown = rows
            .iter()
            .any(|row| words.iter().all(|word| row.contains(word)));
        assert!(shown, "docs/settings.md has no row with {words:?}");
    }
    for named in page.split('`').skip(1).step_by(2) {
        let variable = named.starts_with("NHIP_") || named.starts_with("TELOXIDE_");
        assert!(
            !variable || variables.contains(named),
            "{named} means nothing to the program"
        );
    }
}

/// Every option of every command: its name, its variable, its default.
fn options(command: &clap::Command) -> BTreeSet<(String, Option<String>, Option<String>)> {
    let own = command.get_arguments().filter_map(|option| {
        let variable = option
            .get_env()
            .map(|name| name.to_string_lossy().into_owned());
        let default = option.get_default_values().first();
        let default = default.map(|value| value.to_string_lossy().into_owned());
        let takes = option.get_action().takes_values();
        Some((
            option.get_long()?.to_owned(),
            variable,
            default.filter(|value| takes && !value.is_empty()),
        ))
    });
    own.chain(command.get_subcommands().flat_map(options))
        .collect()
}

#[test]
fn links_between_documents_lead_somewhere() {
    for page in pages() {
        let text = std::fs::read_to_string(&page).expect("a document");
        let folder = page.parent().expect("a folder");
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split([')', ' ']).next())
        {
            let (path, _) = target.split_once('#').unwrap_or((target, ""));
            let away = path.is_empty() || path.contains("://") || path.starts_with("tg:");
            assert!(
                away || folder.join(path).exists(),
                "{} links to {target}, which is not there",
                page.display()
            );
        }
    }
}

#[test]
fn lines_of_prose_fit() {
    for page in pages() {
        let text = std::fs::read_to_string(&page).expect("a document");
        for (at, line) in text.lines().enumerate() {
            let long = line.chars().count() > LINE_CHARS_MAX && !line.starts_with('|');
            assert!(
                !long,
                "{}:{}: over {LINE_CHARS_MAX} characters",
                page.display(),
                at + 1
            );
        }
    }
}

/// The documents of the root and of `docs/`.
fn pages() -> Vec<PathBuf> {
    let folders = [root().to_owned(), root().join("docs")];
    let files = folders
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("a folder"));
    let paths = files.map(|file| file.expect("a file").path());
    paths
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .filter(|path| !path.ends_with(GENERATED))
        .collect()
}

/// A button stands in a handbook as **[its words]**.
#[test]
fn every_button_in_the_handbooks_is_one_of_the_bot() {
    let texts = read("messages/ui/vi.ftl");
    let labels: Vec<Vec<&str>> = texts
        .lines()
        .filter(|line| line.starts_with("button-"))
        .filter_map(|line| Some(parts(line.split_once(" = ")?.1)))
        .collect();
    for page in HANDBOOKS {
        for said in read(page).split("**[").skip(1) {
            let (said, _) = said.split_once("]**").expect("a button's end");
            let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
            let known = labels.iter().any(|label| fits(label, &said));
            assert!(known, "{page}: no button of the bot says “{said}”");
        }
    }
}

/// A label without what is filled in.
fn parts(label: &str) -> Vec<&str> {
    label
        .split('{')
        .map(|part| part.rsplit('}').next().unwrap_or_default())
        .collect()
}

fn fits(label: &[&str], said: &str) -> bool {
    let (Some(first), Some(last)) = (label.first(), label.last()) else {
        return false;
    };
    let Some(mut rest) = said.strip_prefix(first) else {
        return false;
    };
    for part in label.iter().skip(1) {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    label.len() == 1 && rest.is_empty() || label.len() > 1 && said.ends_with(last)
}

#[test]
fn every_command_in_the_documents_is_one_of_the_bot() {
    let commands: BTreeMap<&str, BTreeSet<String>> = HANDBOOKS
        .iter()
        .chain(TRANSLATED.iter().flatten())
        .map(|page| (*page, commands(&read(page))))
        .collect();
    for (page, commands) in commands {
        for command in commands {
            let known =
                Command::parse(&command, "b").is_some_and(|command| command != Command::Unknown);
            assert!(known, "{page}: the bot does not know {command}");
        }
    }
}

/// Commands of @BotFather, which the documents name, too.
const OTHERS: [&str; 3] = ["/newbot", "/setprivacy", "/revoke"];

/// What is written as `/command`, alone or with something behind it.
fn commands(page: &str) -> BTreeSet<String> {
    let spans = page.split('`').skip(1).step_by(2);
    let heads = spans.filter_map(|span| span.split_whitespace().next());
    heads
        .filter(|head| !OTHERS.contains(head))
        .filter(|head| {
            head.starts_with('/') && !head.get(1..).unwrap_or_default().contains(['/', '.'])
        })
        .map(str::to_owned)
        .collect()
}

/// The same headings in the same order, the same commands to copy, and the same names of commands, options, settings,
/// files: only the words between them are another language's.
#[test]
fn what_stands_in_two_languages_keeps_in_step() {
    for [english, vietnamese] in TRANSLATED {
        let (en, vi) = (read(english), read(vietnamese));
        let (levels, theirs) = (levels(&en), levels(&vi));
        assert_eq!(levels, theirs, "headings of {english} and {vietnamese}");
        let (lines, theirs) = (copied(&en), copied(&vi));
        assert_eq!(
            lines, theirs,
            "what is copied from {english} and {vietnamese}"
        );
        let named = |page: &str| spans(page).map(str::to_owned).collect::<BTreeSet<_>>();
        let (named, theirs) = (named(&en), named(&vi));
        let apart: Vec<_> = named.symmetric_difference(&theirs).collect();
        assert!(
            apart.is_empty(),
            "only in {english} or only in {vietnamese}: {apart:?}"
        );
    }
}

/// How deep each heading is.
fn levels(page: &str) -> Vec<usize> {
    let mut fenced = false;
    let prose = page.lines().filter(|line| {
        fenced ^= line.starts_with("```");
        !fenced
    });
    let heading = |line: &str| line.chars().take_while(|mark| *mark == '#').count();
    prose.map(heading).filter(|level| *level > 0).collect()
}

/// The lines in fences, without what is said beside them.
fn copied(page: &str) -> Vec<String> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in page.lines() {
        if line.starts_with("```") {
            fenced = !fenced;
        } else if fenced {
            let said = line.find("# ").unwrap_or(line.len());
            lines.push(line[..said].trim_end().to_owned());
        }
    }
    lines
}

/// Documents that name files and names of the code.
#[test]
fn files_that_the_documents_name_are_there() {
    for page in pages() {
        let text = std::fs::read_to_string(&page).expect("a document");
        for span in spans(&text).filter(|span| is_file(span)) {
            let there = [root().to_owned(), root().join("src")];
            let there = there.iter().any(|folder| {
                folder.join(span).exists() || folder.join(format!("{span}.rs")).exists()
            });
            assert!(there, "{}: there is no `{span}`", page.display());
        }
    }
}

/// What stands between single backticks, outside fences.
fn spans(page: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    let prose = page.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    });
    prose.flat_map(|line| line.split('`').skip(1).step_by(2))
}

fn is_file(span: &str) -> bool {
    let folders = [
        "src/",
        "core/",
        "store/",
        "event/",
        "tests/",
        "docs/",
        "messages/",
        "migrations/",
        "crates/",
        "benches/",
    ];
    folders.iter().any(|folder| span.starts_with(folder))
        && !span.contains(['<', '*', ' ', '…', '{'])
}

#[test]
fn every_word_of_the_glossary_is_used_where_it_says() {
    let mut code = String::new();
    for folder in ["src", "migrations"] {
        gather(&root().join(folder), &mut code);
    }
    let page = read("docs/glossary.md");
    let rows = page.lines().filter(|line| line.starts_with("| "));
    let places = rows.filter_map(|row| row.rsplit('|').nth(1));
    let unused: Vec<&str> = places
        .flat_map(spans)
        .filter(|span| !span.contains('/') && !code.contains(*span))
        .collect();
    assert!(
        unused.is_empty(),
        "docs/glossary.md: nothing is called {unused:?}"
    );
}

fn gather(folder: &Path, all: &mut String) {
    for file in std::fs::read_dir(folder).expect("a folder") {
        let path = file.expect("a file").path();
        if path.is_dir() {
            gather(&path, all);
        } else if path
            .extension()
            .is_some_and(|end| end == "rs" || end == "sql")
        {
            all.push_str(&std::fs::read_to_string(&path).expect("text"));
        }
    }
}
