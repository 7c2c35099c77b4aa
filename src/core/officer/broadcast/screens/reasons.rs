//! Why something did not arrive, in words.
//!
//! Knows the classes of refusal. Must not know what is counted by them.

use crate::core::ctx::Ctx;
use crate::outgoing::Reason;
use crate::store::recipients::RecipientState;
use crate::types::Language;

/// The words for a class of refusal; those of one word are counted together.
fn why(reason: Option<&Reason>) -> &'static str {
    match reason {
        Some(Reason::Blocked) => "why-blocked",
        Some(Reason::Deactivated) => "why-deactivated",
        Some(Reason::Kicked | Reason::NotAMember) => "why-kicked",
        Some(Reason::MayNotWrite) => "why-forbidden",
        // A person's 403 without a word that is known, and who has never written to the bot.
        Some(Reason::Forbidden | Reason::NeverStarted) => "why-shut",
        Some(Reason::ChatNotFound | Reason::ChatDeleted) => "why-gone",
        Some(Reason::MovedNobodySaysWhere) => "why-moved",
        Some(Reason::TopicClosed | Reason::TopicGone) => "why-topic",
        Some(Reason::ServerError) => "why-server",
        Some(Reason::ConnectionBroke) => "why-broke",
        Some(Reason::StoppedWhileSending) => "why-stopped",
        Some(Reason::Restored) => "why-restored",
        _ => "why-other",
    }
}

/// How many for each reason, by the key of its words, the most frequent first. Reasons that are a member's own
/// choice are left out.
pub(in crate::core::officer::broadcast) fn sums(
    fates: &[(RecipientState, Option<Reason>, i64)],
) -> Vec<(&'static str, i64)> {
    let mut sums: Vec<(&'static str, i64)> = Vec::new();
    for (state, reason, people) in fates {
        let why = match state {
            RecipientState::Sent if reason.is_some() => "why-kept",
            RecipientState::Unreachable | RecipientState::Failed | RecipientState::Unknown => {
                why(reason.as_ref())
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

/// The lines of a card below the count of those in this state.
pub(super) fn lines(
    ctx: &Ctx<'_>,
    language: Language,
    fates: &[(RecipientState, Option<Reason>, i64)],
    state: RecipientState,
) -> Vec<String> {
    let fates = fates.iter().filter(|(known, ..)| *known == state);
    let sums = sums(&fates.cloned().collect::<Vec<_>>());
    let lines = sums.into_iter().map(|(why, people)| {
        let why = ctx.plain(language, why, &[]);
        let args = [("why", why.into()), ("count", people.into())];
        ctx.html(language, "reason-line", &args)
    });
    lines.collect()
}
