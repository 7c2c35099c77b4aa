//! `/respond`: a unit's line on what it will do, sent to its members together with what they said in a check-in.
//!
//! Knows when there is something to answer and what the message is made of. It goes like any broadcast; what may be
//! told is decided in [`reflection`].

use unicode_normalization::UnicodeNormalization;

use super::draft;
use crate::campaign::Checkin;
use crate::core::officers;
use crate::core::reflection::{self, Answers, Untold};
use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::{Button, Desk, Written};
use crate::outgoing::Purpose;
use crate::report::figures::{Figure, Share};
use crate::store::audit::Deed;
use crate::store::broadcasts::Broadcast;
use crate::store::checkins::CheckinRound;
use crate::store::units::Unit;
use crate::store::{self, Fault};
use crate::text::{Value, html};
use crate::types::{CheckinRoundId, Language, UnitId};

/// Letters of the line: a sentence or two.
const LINE_CHARS: std::ops::RangeInclusive<usize> = 10..=300;

/// `/respond`, with or without a unit's name or code.
pub(in crate::core) async fn respond(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    words: &str,
) -> Result<(), Fault> {
    let button = |unit| Button::Desk(Desk::Result(unit));
    officers::open(turn, visitor, words, button, screen).await
}

/// The same from a button.
pub(in crate::core) async fn result(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    unit: UnitId,
) -> Result<(), Fault> {
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    turn.hush(tap).await?;
    let screen = screen(turn, visitor, &unit).await?;
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// What the unit said, as its members will read it, and the way to answer.
async fn screen(turn: &mut Turn<'_>, visitor: &Visitor, unit: &Unit) -> Result<Screen, Fault> {
    let language = visitor.language;
    let named = |key: &str| [("unit", Value::from(key))];
    let Some((round, set)) = newest(turn).await? else {
        return Ok(Screen::words(turn.html(language, "respond-none", &[])));
    };
    let answers = match told(turn, unit.id, &round, set).await? {
        Ok(answers) => answers,
        Err(Untold::Within(above)) => {
            let text = turn.html(language, "respond-within", &named(&above));
            return Ok(Screen::words(text));
        }
        Err(Untold::TooFew) => {
            let text = turn.html(language, "respond-too-few", &named(&unit.name));
            return Ok(Screen::words(text));
        }
    };
    store::audit::note(turn.tx, unit.id, visitor.user, Deed::Report).await?;
    let text = said(turn, unit, &round, set, &answers);
    let standing = store::broadcasts::answer_to(turn.tx, unit.id, round.id).await?;
    if let Some(number) = standing {
        let args = [("number", number.0.into())];
        let done = turn.html(language, "respond-done", &args);
        return Ok(Screen::words(format!("{text}\n\n{done}")));
    }
    let how = turn.html(language, "respond-how", &[]);
    let write = Button::Desk(Desk::Respond(round.id, unit.id));
    Ok(Screen {
        text: format!("{text}\n\n{how}"),
        keyboard: vec![vec![turn.key(language, "button-respond", write)]],
    })
}

/// The officer wants to write the line.
pub(in crate::core) async fn write(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: CheckinRoundId,
    unit: UnitId,
) -> Result<(), Fault> {
    let language = visitor.language;
    let Some(unit) = officers::theirs(turn, visitor, tap, unit).await? else {
        return Ok(());
    };
    if reflection::waiting(turn, unit.id).await? != Some(id) {
        return turn.alert(tap, language, "toast-respond-over").await;
    }
    let before = store::broadcasts::draft_of(turn.tx, visitor.user).await?;
    let id = match before {
        Some(draft) if draft.unit == unit.id && draft.answers == Some(id) => draft.id,
        Some(_) => {
            return turn
                .alert(tap, language, "toast-broadcast-draft-first")
                .await;
        }
        None => store::broadcasts::begin_answer(turn.tx, unit.id, visitor.user, id).await?,
    };
    turn.hush(tap).await?;
    draft::ask_for_text(turn, visitor, id).await
}

/// The message that a written line makes; otherwise a word to the officer, and `None`.
pub(super) async fn composed(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    draft: &Broadcast,
    written: &Written,
) -> Result<Option<String>, Fault> {
    let Written::Words(words) = written else {
        turn.say(visitor, "respond-only-words", &[]).await?;
        return Ok(None);
    };
    let plain = html::strip(words);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let line: String = words.join(" ").nfc().collect();
    let count = line.chars().count();
    if !LINE_CHARS.contains(&count) {
        let key = if count < *LINE_CHARS.start() {
            "respond-short"
        } else {
            "respond-long"
        };
        let number = |many: usize| Value::Number(i64::try_from(many).unwrap_or(i64::MAX));
        let args = [("max", number(*LINE_CHARS.end())), ("count", number(count))];
        turn.say(visitor, key, &args).await?;
        return Ok(None);
    }
    let unit = store::units::by_id(turn.tx, draft.unit).await?;
    let found = newest(turn).await?;
    let (Some(unit), Some((round, set))) = (unit, found) else {
        turn.say(visitor, "respond-none", &[]).await?;
        return Ok(None);
    };
    let told = told(turn, unit.id, &round, set).await?;
    let (Ok(answers), true) = (told, draft.answers == Some(round.id)) else {
        turn.say(visitor, "respond-none", &[]).await?;
        return Ok(None);
    };
    let said = said(turn, &unit, &round, set, &answers);
    let args = [
        ("unit", unit.name.into()),
        ("line", line.into()),
        ("month", month(&round).into()),
    ];
    // The news first: what was said fills a screen.
    let line = turn.html(Language::Vi, "respond-line", &args);
    let thanks = turn.html(Language::Vi, "respond-thanks", &[]);
    Ok(Some(format!("{line}\n\n{said}\n\n{thanks}")))
}

/// Why an answer cannot be sent now, if it is one.
pub(super) async fn refusal(
    turn: &mut Turn<'_>,
    draft: &Broadcast,
) -> Result<Option<&'static str>, Fault> {
    let Some(round) = draft.answers else {
        return Ok(None);
    };
    let standing = store::broadcasts::answer_to(turn.tx, draft.unit, round).await?;
    // One that waits for a second officer stands itself.
    let stands = standing.is_some_and(|standing| standing != draft.id);
    let newest = reflection::newest(turn).await?;
    let over = newest.is_none_or(|newest| newest.id != round);
    // Thresholds may have been raised since it was written.
    let untold = !reflection::tells(turn, draft.unit, round).await?;
    Ok((stands || over || untold).then_some("toast-respond-over"))
}

async fn newest<'a>(turn: &mut Turn<'a>) -> Result<Option<(CheckinRound, &'a Checkin)>, Fault> {
    let core = turn.core;
    let round = reflection::newest(turn).await?;
    // A set that is no longer in the texts has nothing to show.
    Ok(round.and_then(|round| {
        let set = core.campaign.checkin(&round.set)?;
        Some((round, set))
    }))
}

async fn told(
    turn: &mut Turn<'_>,
    unit: UnitId,
    round: &CheckinRound,
    set: &Checkin,
) -> Result<Result<Answers, Untold>, Fault> {
    let choices: Vec<usize> = set
        .prompts
        .iter()
        .map(|prompt| prompt.choices.len())
        .collect();
    reflection::answers(turn, unit, round.id, &choices).await
}

/// What was said: in Vietnamese, as prompts and choices are.
fn said(
    turn: &Turn<'_>,
    unit: &Unit,
    round: &CheckinRound,
    set: &Checkin,
    answers: &Answers,
) -> String {
    let say = |key: &str, args: &[(&str, Value)]| turn.html(Language::Vi, key, args);
    let spoken = |text: &str| Value::Text(turn.core.texts.addressed(text));
    let args = [
        ("month", month(round).into()),
        ("unit", unit.name.as_str().into()),
        ("people", answers.people.into()),
    ];
    let mut blocks = vec![say("respond-head", &args)];
    for (prompt, shares) in set.prompts.iter().zip(&answers.prompts) {
        let args = [
            ("number", prompt.criterion.to_string().into()),
            ("question", spoken(&prompt.question)),
        ];
        let mut lines = vec![say("respond-prompt", &args)];
        match shares {
            Figure::Hidden => lines.push(say("respond-hidden", &[])),
            Figure::Shown(shares) => {
                for (choice, share) in prompt.choices.iter().zip(shares) {
                    let key = match share {
                        Share::AtLeast(_) => "respond-choice-least",
                        Share::AtMost(_) => "respond-choice-most",
                        Share::About(_) | Share::Exactly(_) => "respond-choice",
                    };
                    let args = [
                        ("choice", spoken(choice)),
                        ("share", share.percent().into()),
                    ];
                    lines.push(say(key, &args));
                }
            }
        }
        blocks.push(lines.join("\n"));
    }
    blocks.join("\n\n")
}

fn month(round: &CheckinRound) -> String {
    let parts = round.month.split_once('-');
    parts.map_or_else(String::new, |(year, month)| format!("{month}/{year}"))
}
