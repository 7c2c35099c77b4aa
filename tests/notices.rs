//! `THIRD-PARTY.md`: whose work is inside the shipped program, and under which terms.
//!
//! Knows what cargo says of the crates that are linked, and what their licence files are called. Must not know what the
//! program does with them. Which licences may come in at all is for `deny.toml`.
//!
//! After a change of dependencies: `NHIP_NOTICES=write cargo test --test notices`, and read what changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const PAGE: &str = "THIRD-PARTY.md";
/// Crates differ a little between systems; the notices are those of this one.
const SYSTEM: &str = "x86_64-unknown-linux-gnu";
/// Texts that do not stand beside their crate's manifest.
const DEEPER: [(&str, &str); 4] = [
    ("notosans", "fonts/LICENSE_OFL.txt"),
    ("regex-syntax", "src/unicode_tables/LICENSE-UNICODE"),
    ("ring", "third_party/fiat/LICENSE"),
    ("tracing-core", "src/spin/LICENSE"),
];
/// Of licences that a crate lets one choose from, the first of these.
const CHOICE: [&str; 2] = ["mit", "apache"];
/// What files are called after that hold a licence not chosen.
const OTHERS: [&str; 8] = [
    "apache",
    "mit",
    "unlicense",
    "copying",
    "zlib",
    "0bsd",
    "boost",
    "gpl",
];
/// Shorter files hold no terms.
const TERMS_BYTES_MIN: usize = 200;

const HEAD: &str = "\
# Third-party notices

`nhip` itself is under the MIT licence ([LICENSE](LICENSE)). The program that is built from it contains the crates below, SQLite
(in `libsqlite3-sys`; public domain) and the typeface Noto Sans, Copyright 2012 Google Inc. (in `notosans`, which gives it under the
SIL Open Font License 1.1; the font files themselves name the Apache License 2.0: both texts are below; Noto is a trademark of
Google Inc.). Whoever passes the program on passes this page on with it.

This page is written by `NHIP_NOTICES=write cargo test --test notices` and checked by `cargo test`. Where a crate
offers a choice of licences that includes MIT, MIT is chosen.

";

const MIT: &str = "\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the \"Software\"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
";

#[test]
fn the_notices_are_those_of_what_is_shipped() -> anyhow::Result<()> {
    let page = page(&shipped()?)?;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    if std::env::var_os("NHIP_NOTICES").is_some_and(|said| said == "write") {
        std::fs::write(&path, &page)?;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let first = kept.lines().zip(page.lines()).find(|(is, be)| is != be);
    assert!(
        kept == page,
        "{PAGE} is out of date: NHIP_NOTICES=write cargo test --test notices\n{first:#?}"
    );
    Ok(())
}

#[test]
fn what_must_be_in_it_is_in_it() -> anyhow::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    let page = std::fs::read_to_string(path)?;
    for owed in [
        "SIL OPEN FONT LICENSE Version 1.1",
        "Mozilla Public License",
        "BoringSSL",
        "- sqlx ",
    ] {
        assert!(page.contains(owed), "{PAGE} does not name {owed}");
    }
    Ok(())
}

struct Package {
    name: String,
    version: String,
    licence: String,
    source: String,
    authors: Vec<String>,
    folder: PathBuf,
}

/// The crates that are linked into `nhip`: no tests, no build scripts, no macros.
fn shipped() -> anyhow::Result<Vec<Package>> {
    let tree = cargo(&[
        "tree",
        "--package",
        "nhip",
        "--edges",
        "normal,no-proc-macro",
        "--target",
        SYSTEM,
        "--prefix",
        "none",
        "--format",
        "{p}",
    ])?;
    let linked: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter(|line| !line.contains("(/"))
        .filter_map(|line| line.split_once(" v"))
        .map(|(name, rest)| (name, rest.split(' ').next().unwrap_or_default()))
        .collect();
    let known = cargo(&[
        "metadata",
        "--format-version",
        "1",
        "--filter-platform",
        SYSTEM,
    ])?;
    let known: Value = serde_json::from_str(&known)?;
    let packages = known["packages"].as_array().into_iter().flatten();
    let mut shipped: Vec<Package> = packages
        .map(package)
        .filter(|package| linked.contains(&(&package.name, &package.version)))
        .collect();
    anyhow::ensure!(
        shipped.len() == linked.len(),
        "cargo tree and cargo metadata differ"
    );
    shipped.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Ok(shipped)
}

fn package(of: &Value) -> Package {
    let word = |key: &str| of[key].as_str().unwrap_or_default().to_owned();
    let manifest = PathBuf::from(word("manifest_path"));
    Package {
        name: word("name"),
        version: word("version"),
        licence: word("license").replace('/', " OR "),
        source: word("repository"),
        authors: of["authors"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|author| Some(author.as_str()?.to_owned()))
            .collect(),
        folder: manifest.parent().map(Path::to_owned).unwrap_or_default(),
    }
}

fn cargo(arguments: &[&str]) -> anyhow::Result<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let said = Command::new(cargo)
        .args(arguments)
        .args(["--locked", "--offline", "--manifest-path"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .output()?;
    anyhow::ensure!(
        said.status.success(),
        "cargo {arguments:?}: {}",
        String::from_utf8_lossy(&said.stderr)
    );
    Ok(String::from_utf8(said.stdout)?)
}

/// One licence text, and who asks for it.
#[derive(Default)]
struct Terms {
    text: String,
    askers: BTreeMap<String, BTreeSet<String>>,
}

fn page(packages: &[Package]) -> anyhow::Result<String> {
    let mut page = HEAD.to_owned();
    writeln!(page, "## The crates\n")?;
    let mut all: BTreeMap<String, Terms> = BTreeMap::new();
    for package in packages {
        let Package {
            name,
            version,
            licence,
            source,
            ..
        } = package;
        let licence = if licence.is_empty() {
            "see its text"
        } else {
            licence
        };
        writeln!(page, "- {name} {version}: {licence}; {source}")?;
        for text in texts(package)? {
            let (holders, words) = parted(&text);
            let terms = all.entry(essence(&words)).or_default();
            if terms.text.is_empty() {
                terms.text = words;
            }
            terms
                .askers
                .entry(format!("{name} {version}"))
                .or_default()
                .extend(holders);
        }
    }
    let mut all: Vec<Terms> = all.into_values().collect();
    all.sort_by(|a, b| {
        b.askers
            .len()
            .cmp(&a.askers.len())
            .then_with(|| a.text.cmp(&b.text))
    });
    for (at, terms) in all.iter().enumerate() {
        writeln!(page, "\n## Text {}\n", at + 1)?;
        for (asker, holders) in &terms.askers {
            let holders: Vec<&str> = holders.iter().map(String::as_str).collect();
            writeln!(page, "- {asker}: {}", holders.join("; "))?;
        }
        writeln!(
            page,
            "\n~~~~~~text\n{}\n~~~~~~",
            terms.text.trim_matches('\n')
        )?;
    }
    Ok(page
        .lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect())
}

/// The licence texts of a crate; of those it lets one choose from, MIT.
fn texts(package: &Package) -> anyhow::Result<Vec<String>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(&package.folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_file() && holds_terms(path))
        .collect();
    files.sort();
    let choice = !package.licence.contains("AND");
    let chosen = CHOICE
        .iter()
        .find(|one| files.iter().any(|file| name_of(file).contains(**one)));
    if let (true, Some(chosen)) = (choice, chosen) {
        let others = |name: &str| OTHERS.iter().any(|other| name.contains(other));
        files.retain(|file| name_of(file).contains(chosen) || !others(&name_of(file)));
    }
    for (_, file) in DEEPER.iter().filter(|(name, _)| *name == package.name) {
        files.push(package.folder.join(file));
    }
    let mut texts = Vec::new();
    for file in &files {
        let text = String::from_utf8_lossy(&std::fs::read(file)?).replace('\r', "");
        // Some crates were packed with a link to a file that was not, or only name their licences.
        if text.len() > TERMS_BYTES_MIN {
            texts.push(text);
        }
    }
    if texts.is_empty() {
        let (name, authors) = (&package.name, package.authors.join(", "));
        let may = package.licence.split(" OR ").any(|one| one == "MIT");
        anyhow::ensure!(
            may,
            "{name} has no licence text: find it, and say here where it stands"
        );
        texts.push(format!(
            "Copyright (c) {authors}, the authors of {name}\n\n{MIT}"
        ));
    }
    Ok(texts)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().to_lowercase())
        .unwrap_or_default()
}

fn holds_terms(path: &Path) -> bool {
    let name = name_of(path);
    let begins = ["licen", "copying", "notice", "unlicense"];
    begins.iter().any(|start| name.starts_with(start))
}

/// The lines that say whose it is, and the rest.
fn parted(text: &str) -> (Vec<String>, String) {
    let (mut holders, mut rest) = (Vec::new(), Vec::new());
    for line in text.lines() {
        let words = line.trim().trim_start_matches(['*', '#', '/', ' ']);
        let lower = words.to_lowercase();
        let claims = [
            "copyright (c)",
            "copyright ©",
            "copyright 1",
            "copyright 2",
            "(c) 1",
            "(c) 2",
            "© ",
        ];
        if claims.iter().any(|claim| lower.starts_with(claim)) {
            holders.push(words.trim().to_owned());
        } else if !(rest.is_empty() && line.trim().is_empty()) {
            rest.push(line.trim_end());
        }
    }
    (holders, rest.join("\n"))
}

/// What makes two texts the same: their words, without the title.
fn essence(words: &str) -> String {
    let plain = words
        .to_lowercase()
        .replace(|letter: char| !letter.is_alphanumeric(), " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let titles = [
        "the mit license mit",
        "the mit license",
        "mit license mit",
        "mit license",
    ];
    let untitled = titles.iter().find_map(|title| plain.strip_prefix(title));
    untitled.unwrap_or(&plain).trim().to_owned()
}
