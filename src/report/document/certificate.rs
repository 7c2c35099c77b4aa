//! The certificate of a recognised initiative, as a draft for the head who issues it.
//!
//! Knows its layout. Must not know who may be named. Who issues it is written by hand, and so are number, day, co-authors,
//! signature and seal.

use super::frame::signed;
use super::page::{Look, Page, cell, table};
use crate::report::WriteError;
use crate::report::register::RegisterRow;
use crate::report::words::ReportWords;
use crate::text::{Texts, grouped};
use crate::types::Language;

/// The bytes of a DOCX file.
///
/// # Errors
/// A mistake of ours.
pub fn certificate(
    row: &RegisterRow,
    texts: &Texts,
    language: Language,
) -> Result<Vec<u8>, WriteError> {
    let words = ReportWords::new(texts, language);
    let mut page = Page::new();
    page.line(&words.say("file-doc-draft"), Look::DRAFT);
    let left = cell(&[
        (words.say("file-certificate-issuer"), Look::NATION),
        (words.say("file-doc-dots"), Look::CENTRE),
        (words.say("file-certificate-number"), Look::CENTRE),
    ]);
    let right = cell(&[
        (words.say("file-doc-nation"), Look::NATION),
        (words.say("file-doc-motto"), Look::MOTTO),
        (words.say("file-doc-date"), Look::DATE),
    ]);
    page.table(table(&[3_900, 5_456], vec![vec![left, right]], false));
    page.line("", Look::CENTRE);
    page.line(&words.say("file-certificate-kind"), Look::TITLE);
    page.line("", Look::CENTRE);
    page.text(&words.say("file-certificate-head"));
    let or_dots = |text: &str| match text.is_empty() {
        true => words.say("file-petition-dots"),
        false => text.to_owned(),
    };
    let money = row.benefit.map(|dong| grouped(dong, '.'));
    let money = money.map(|money| words.with("form-dong", &[("number", money.into())]));
    for (key, text) in [
        ("file-certificate-author", row.author.clone()),
        ("file-certificate-place", String::new()),
        ("file-certificate-with", String::new()),
        ("file-certificate-title", row.title.clone()),
        ("file-certificate-owner", String::new()),
        ("file-certificate-what", in_short(row)),
        ("file-certificate-benefit", money.unwrap_or_default()),
        ("file-certificate-decision", row.decision.clone()),
    ] {
        page.text(&words.with(key, &[("text", or_dots(&text).into())]));
    }
    let right = signed(words, &["file-certificate-signer"], "file-certificate-sign");
    let left = cell(&[]);
    page.table(table(&[4_656, 4_700], vec![vec![left, right]], false));
    page.note(&words.say("file-certificate-note"));
    page.bytes()
}

/// What has changed, with the figures before and after where they are known.
fn in_short(row: &RegisterRow) -> String {
    let parts = [&row.change, &row.before, &row.after];
    let parts = parts.map(|part| part.trim_end_matches('.'));
    let told: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    told.join("; ")
}
