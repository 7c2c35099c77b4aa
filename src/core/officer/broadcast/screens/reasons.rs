//! Why something did not arrive, in words.
//!
//! Knows the classes of refusal. Must not know what is counted by them.

use crate::core::ctx::Ctx;
use crate::store::recipients::RecipientState;
use crate::types::Language;

/// Reasons told one by one below the card; the rest are summed up.
const REASONS_MAX: usize = 4;

/// Classes of refusal that have words of their own.
const WHY: [(&str, &str); 12] = [
    ("blocked", "why-blocked"),
    ("deactivated", "why-deactivated"),
    ("kicked", "why-kicked"),
    ("not a member", "why-kicked"),
    ("may not write", "why-forbidden"),
    ("forbidden", "why-forbidden"),
    ("never started", "why-gone"),
    ("chat not found", "why-gone"),
    ("chat deleted", "why-gone"),
    ("server error", "why-server"),
    ("the connection broke", "why-broke"),
    ("stopped while sending", "why-stopped"),
];

/// How many for each reason, by the key of its words, the most frequent first. What members chose for themselves is
/// told by no reason.
pub(in crate::core::officer::broadcast) fn sums(
    fates: &[(RecipientState, String, i64)],
) -> Vec<(&'static str, i64)> {
    let mut sums: Vec<(&'static str, i64)> = Vec::new();
    for (state, class, people) in fates {
        let known = WHY.iter().find(|(known, _)| known == class);
        let why = match state {
            RecipientState::Sent if !class.is_empty() => "why-kept",
            RecipientState::Unreachable | RecipientState::Failed | RecipientState::Unknown => {
                known.map_or("why-other", |(_, why)| why)
            }
            _ => continue,
        };
        match sums.iter_mut().find(|(known, _)| *known == why) {
            Some((_, sum)) => *sum += people,
            None => sums.push((why, *people)),
        }
    }
    sums.sort_by_key(|(_, people)| std::cmp::Reverse(*people));
    sums
}

/// The lines of a card.
pub(super) fn told(
    ctx: &Ctx<'_>,
    language: Language,
    fates: &[(RecipientState, String, i64)],
) -> Vec<String> {
    let mut sums = sums(fates);
    if sums.len() > REASONS_MAX {
        let rest = sums.split_off(REASONS_MAX - 1);
        sums.push(("why-other", rest.iter().map(|(_, people)| people).sum()));
    }
    let lines = sums.into_iter().map(|(why, people)| {
        let why = ctx.plain(language, why, &[]);
        let args = [("why", why.into()), ("count", people.into())];
        ctx.html(language, "reason-line", &args)
    });
    lines.collect()
}
