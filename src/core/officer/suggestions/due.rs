//! What of suggestions stands in the officers' digest: those that wait for an answer, and the look at a meeting's resolution.
//!
//! Knows a line and its button. Must not know when the digest goes out, nor any text.

use crate::core::access::suggestions as access;
use crate::core::ctx::Ctx;
use crate::event::{Button, SuggestionAction};
use crate::outgoing::Key;
use crate::store::Result;
use crate::store::suggestions::figures::DueBox;
use crate::types::Language;

/// The lines about one unit: the numbers are those that its officer reads in the box.
pub(in crate::core) async fn lines(
    ctx: &mut Ctx<'_>,
    language: Language,
    due: &DueBox,
) -> Result<Vec<(String, Key)>> {
    let theirs = super::theirs(ctx, due.user, due.unit).await?;
    let (open, late) = access::waiting(ctx, &theirs);
    let day = due.checks_on.as_deref().unwrap_or_default();
    let day = day
        .parse()
        .map_or_else(|_| String::new(), crate::report::day);
    let args = [
        ("unit", due.name.as_str().into()),
        ("open", open.into()),
        ("late", late.into()),
        ("days", access::answer_days(ctx).into()),
        ("checks", day.into()),
    ];
    let line = |line: &str, label: &str, action| {
        let key = Button::Suggestion(action).key(ctx.plain(language, label, &args));
        (ctx.plain(language, line, &args), key)
    };
    let mut lines = Vec::new();
    if open > 0 {
        let desk = SuggestionAction::Desk(due.unit);
        lines.push(line(
            "digest-suggestions",
            "button-digest-suggestions",
            desk,
        ));
    }
    if due.checks_on.is_some() {
        let meeting = SuggestionAction::Meeting(due.unit);
        lines.push(line("digest-check", "button-digest-check", meeting));
    }
    Ok(lines)
}
