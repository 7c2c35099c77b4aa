//! A broadcast in the list: when, how far, to whom, and its first words.
//!
//! Knows how little of each fits a phone. Must not know which are listed.

use super::card::phase;
use super::counts::counts;
use super::destination;
use crate::core::ctx::Ctx;
use crate::core::officer::broadcast::coming::waits_until;
use crate::outgoing::FileKind;
use crate::schedule::local;
use crate::store::Result;
use crate::store::broadcasts::{Body, Broadcast, Phase};
use crate::store::recipients::RecipientState;
use crate::text::{Value, html, one_line};
use crate::types::Language;

/// Letters of the message that are shown: a line and a half of a phone.
const LETTERS: usize = 60;

/// Its lines in the list.
pub(in crate::core::officer::broadcast) async fn entry(
    ctx: &mut Ctx<'_>,
    language: Language,
    broadcast: &Broadcast,
) -> Result<String> {
    let counts = counts(ctx, broadcast.id).await?;
    let phase = dated(ctx, language, broadcast).await?;
    let mut args = vec![
        ("number", broadcast.id.0.into()),
        ("phase", Value::Html(phase)),
    ];
    let head = if broadcast.rhythm.is_some() {
        ctx.html(language, "broadcasts-reminder", &args)
    } else if broadcast.round.is_some() {
        ctx.html(language, "broadcasts-line-untold", &args)
    } else {
        args.push(("count", counts.of(RecipientState::Sent).into()));
        args.push(("of", counts.all().into()));
        ctx.html(language, "broadcasts-line", &args)
    };
    let to = destination(ctx, language, broadcast).await?;
    let words = first_words(ctx, language, &broadcast.body);
    let lines = [Some(head), to, Some(words)];
    Ok(lines.into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// How far it is, behind its day; what is yet to come says itself when that will be.
async fn dated(ctx: &mut Ctx<'_>, language: Language, broadcast: &Broadcast) -> Result<String> {
    let mut phase = phase(ctx, language, broadcast).await?;
    if broadcast.urgent {
        let args = [("phase", Value::Html(phase))];
        phase = ctx.html(language, "broadcasts-urgent", &args);
    }
    let coming = broadcast.phase == Phase::Running && waits_until(ctx, broadcast).is_some();
    if coming || broadcast.rhythm.is_some() {
        return Ok(phase);
    }
    let began = broadcast.starts_at.map(|at| local(at).date_naive());
    let day = began.unwrap_or(broadcast.day).format("%d/%m/%Y");
    let args = [
        ("day", day.to_string().into()),
        ("phase", Value::Html(phase)),
    ];
    Ok(ctx.html(language, "broadcasts-day", &args))
}

/// How the message begins, in words alone.
fn first_words(ctx: &Ctx<'_>, language: Language, body: &Body) -> String {
    let said = one_line(&html::strip(&body.html));
    let kind = match (&body.file, said.is_empty()) {
        (Some((FileKind::Photo, _)), false) => "photo",
        (Some((FileKind::Photo, _)), true) => "photo_alone",
        (Some((FileKind::Document, _)), false) => "file",
        (Some((FileKind::Document, _)), true) => "file_alone",
        (None, false) => "words",
        (None, true) => "forgotten",
    };
    let args = [("kind", kind.into()), ("words", shortened(&said).into())];
    ctx.html(language, "broadcasts-words", &args)
}

/// So much of it as fits, cut between two words.
fn shortened(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LETTERS).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([',', '.', ':', ';', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_message_is_cut_between_two_words() {
        let long = "Chiều thứ Năm tuần sau, 16h30, hội trường tầng 2: sinh hoạt công đoàn.";
        let short = "Chiều thứ Năm tuần sau, 16h30, hội trường tầng 2: sinh hoạt…";
        assert_eq!(shortened(long), short);
        assert_eq!(shortened("Mời họp"), "Mời họp");
        assert_eq!(shortened(&"x".repeat(200)).chars().count(), LETTERS + 1);
    }
}
