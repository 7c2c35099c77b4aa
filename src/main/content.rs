//! The commands about content: check it, look at it, take it to Excel and back, see how hard it was.
//!
//! Knows how each is told to who sits at the terminal. Must not know what is right.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use nhip::bank::difficulty::OptionCounts;
use nhip::check::Findings;
use nhip::cli::{Given, Preview};
use nhip::config::Config;
use nhip::db::Tx;
use nhip::{bank, check, preview, store};

use super::{bounded, look, print, say, settings, today, words};

/// `nhip bank export`
pub fn export_bank(given: &Given, file: &Path, dir: &Path) -> anyhow::Result<()> {
    let book = given.blamed("dir", bank::export(dir))?;
    std::fs::write(file, book).with_context(|| format!("cannot write {}", file.display()))?;
    print(&format!("written: {}", file.display()));
    Ok(())
}

/// `nhip bank import`: all of the file, or nothing.
pub fn import_bank(file: &Path, dir: &Path, yes: bool) -> anyhow::Result<()> {
    let shown = file.display();
    let bytes = bounded(file)?;
    let review = bank::review(&bytes, dir, today())
        .map_err(|why| anyhow::anyhow!("{shown} was refused, nothing was written:\n{why}"))?;
    for column in review.strange() {
        print(&format!(
            "the column “{column}” is none of the export's and was not read"
        ));
    }
    if review.questions() == 0 {
        print("nothing differs");
        return Ok(());
    }
    print(&review.differences(std::io::stdout().is_terminal()));
    let (questions, files) = (review.questions(), review.files());
    if yes {
        review.write(dir)?;
        print(&format!("written: questions {questions}, files {files}"));
    } else {
        print(&format!(
            "would change: questions {questions}, files {files}; nothing was written: to write it, add --yes"
        ));
    }
    Ok(())
}

/// `nhip bank report`: how hard the questions turned out to be.
pub async fn report_difficulty(
    given: &Given,
    database: &Path,
    messages: Option<&Path>,
) -> anyhow::Result<()> {
    let (_, campaign) = words(given, messages, &Config::default())?;
    let (chosen, threshold) = look(given, database, async |tx: &mut Tx| {
        let threshold = store::installation::thresholds(tx).await?.quiz;
        Ok((
            store::question_tallies::all(tx, threshold).await?,
            threshold,
        ))
    })
    .await?;
    let chosen: Vec<OptionCounts> = chosen
        .into_iter()
        .map(|one| OptionCounts {
            question: one.question,
            version: one.version,
            answers: one.answers,
        })
        .collect();
    print(&bank::difficulty::report(&campaign, &chosen, threshold).to_string());
    Ok(())
}

/// `nhip preview`
pub fn show(given: &Given, options: &Preview) -> anyhow::Result<()> {
    let config = settings(given, options.config.as_deref())?;
    let dir = options.messages.as_deref().or_else(here);
    let (texts, campaign) = words(given, dir, &config)?;
    let styled = std::io::stdout().is_terminal();
    if let Some(name) = &options.form {
        let pages = preview::form(&texts, &campaign, name, styled);
        let pages = given.blamed("form", pages.map_err(anyhow::Error::msg))?;
        pages.iter().for_each(|page| print(page));
        return Ok(());
    }
    let pages = preview::pages(&texts, &campaign, options.criterion, options.kind, styled);
    if pages.is_empty() {
        bail!("nothing of this kind is about this criterion; leave out --kind or --criterion");
    }
    for page in pages {
        print(&page);
    }
    Ok(())
}

/// The folder in which texts are edited, if this is where it stands.
fn here<'a>() -> Option<&'a Path> {
    let here = Path::new("messages");
    here.is_dir().then_some(here)
}

/// `nhip check`: every fault and every warning, a line each; only faults make it fail.
pub fn report_faults(dir: Option<&Path>) -> anyhow::Result<ExitCode> {
    let Findings { faults, warnings } = match dir.or_else(here) {
        Some(dir) => check::check(dir, today()),
        None => check::check_built_in(today()),
    };
    for warning in &warnings {
        print(&format!("warning: {warning}"));
    }
    for fault in &faults {
        print(&fault.to_string());
    }
    if faults.is_empty() {
        print("no faults");
        return Ok(ExitCode::SUCCESS);
    }
    say(&match faults.len() {
        1 => "nhip: 1 fault".to_owned(),
        count => format!("nhip: {count} faults"),
    });
    Ok(ExitCode::FAILURE)
}

/// `nhip check --blind`: what the options alone tell.
pub fn guess(dir: Option<&Path>) -> anyhow::Result<ExitCode> {
    let (_, campaign) = words(&Given::default(), dir.or_else(here), &Config::default())?;
    let blind = check::blind::blind(&check::blind::blanks(&campaign));
    print(&blind.to_string());
    let faults = blind.faults();
    for fault in &faults {
        print(fault);
    }
    Ok(if faults.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
