//! The commands about content: check it, look at it, take it to Excel and back, see how hard it was.
//!
//! Knows how each is told to who sits at the terminal. Must not know what is right.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use nhip::bank::difficulty::OptionCounts;
use nhip::campaign::Campaign;
use nhip::check::{Findings, blind};
use nhip::cli::{BankCommand, Given, Preview};
use nhip::db::Tx;
use nhip::place::Place;
use nhip::text::{Texts, Words};
use nhip::told;
use nhip::types::Language;
use nhip::{bank, preview, store};

use super::{bounded, look, print, say, today};

/// `nhip bank`
pub async fn bank(
    command: &BankCommand,
    place: &Place,
    given: &Given,
    language: Language,
) -> anyhow::Result<()> {
    match command {
        BankCommand::Export { file } => export_bank(given, place, file),
        BankCommand::Import { file, yes } => import_bank(given, place, (file, *yes), language),
        BankCommand::Report => report_difficulty(given, place).await,
    }
}

fn export_bank(given: &Given, place: &Place, file: &Path) -> anyhow::Result<()> {
    let book = given.blamed("messages", bank::export(place.messages.as_deref()))?;
    std::fs::write(file, book).with_context(|| told!("file-unwritten", path = file.display()))?;
    print(&told!("file-written", path = file.display()));
    Ok(())
}

/// All of the file, or nothing.
fn import_bank(
    given: &Given,
    place: &Place,
    (file, yes): (&Path, bool),
    language: Language,
) -> anyhow::Result<()> {
    let Some(dir) = place.messages.as_deref() else {
        bail!(told!("bank-inside"));
    };
    let shown = file.display();
    let bytes = bounded(file)?;
    let folder = given.blamed("messages", bank::Folder::read(dir))?;
    let review = bank::review(&bytes, folder, (today(), language)).map_err(|why| {
        let heading = told!("bank-refused", path = shown);
        anyhow::anyhow!("{heading}\n{why}")
    })?;
    for column in review.strange() {
        print(&told!("bank-strange", column = column));
    }
    if review.questions() == 0 {
        print(&told!("bank-same"));
        return Ok(());
    }
    print(&review.differences(std::io::stdout().is_terminal()));
    let (questions, files) = (review.questions(), review.files());
    if yes {
        review.write(dir)?;
        print(&told!("bank-written", questions = questions, files = files));
    } else {
        print(&told!("bank-would", questions = questions, files = files));
    }
    Ok(())
}

/// How hard the questions turned out to be.
async fn report_difficulty(given: &Given, place: &Place) -> anyhow::Result<()> {
    let (_, campaign) = words(given, place)?;
    let (chosen, threshold) = look(given, place, async |tx: &mut Tx| {
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
pub fn show(given: &Given, place: &Place, options: &Preview) -> anyhow::Result<()> {
    let (texts, campaign) = words(given, place)?;
    let styled = std::io::stdout().is_terminal();
    if let Some(name) = &options.form {
        let pages = preview::form(&texts, &campaign, name, styled);
        let pages = given.blamed("form", pages.map_err(anyhow::Error::msg))?;
        pages.iter().for_each(|page| print(page));
        return Ok(());
    }
    let pages = preview::pages(&texts, &campaign, options.criterion, options.kind, styled);
    if pages.is_empty() {
        bail!(told!("preview-none"));
    }
    for page in pages {
        print(&page);
    }
    Ok(())
}

/// `nhip check`: every fault and every warning, a line each; only faults make it fail.
pub fn check(dir: Option<&Path>, blind: bool) -> anyhow::Result<ExitCode> {
    if blind {
        return guess(dir);
    }
    let Findings { faults, warnings } = findings(dir);
    for warning in &warnings {
        print(&told!("check-warning", what = warning));
    }
    for fault in &faults {
        print(&fault.to_string());
    }
    if faults.is_empty() {
        print(&told!("check-sound"));
        return Ok(ExitCode::SUCCESS);
    }
    let count = told!("check-faults", count = faults.len());
    say(&told!("failed", what = count));
    Ok(ExitCode::FAILURE)
}

/// What is wrong with a folder of texts, or with those inside the program.
pub fn findings(dir: Option<&Path>) -> Findings {
    match dir {
        Some(dir) => nhip::check::check(dir, today()),
        None => nhip::check::check_built_in(today()),
    }
}

/// The texts and the content of an installation.
pub fn words(given: &Given, place: &Place) -> anyhow::Result<(Texts, Campaign)> {
    given.blamed(
        "messages",
        read(place.messages.as_deref(), &place.config.words),
    )
}

fn read(dir: Option<&Path>, words: &Words) -> anyhow::Result<(Texts, Campaign)> {
    let read = match dir {
        Some(dir) => Texts::load(dir, words).and_then(|texts| Ok((texts, Campaign::load(dir)?))),
        None => Texts::built_in(words).and_then(|texts| Ok((texts, Campaign::built_in()?))),
    };
    read.with_context(|| told!("texts-unusable"))
}

/// What the options alone tell.
fn guess(dir: Option<&Path>) -> anyhow::Result<ExitCode> {
    let (_, campaign) = read(dir, &Words::default())?;
    let blind = blind::blind(&blind::blanks(&campaign));
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
