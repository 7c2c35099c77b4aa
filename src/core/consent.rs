//! Consents: three, each by itself, with proof of the words that were agreed to.
//!
//! Knows which words bind and what withdrawing takes with it. Must not know how consent is asked for.

use sha2::{Digest, Sha256};

use super::turn::Turn;
use crate::event::Part;
use crate::store::members::Member;
use crate::store::{self, Fault};
use crate::types::{Language, MemberId};

/// The text whose words a consent agrees to.
pub(super) fn words(part: Part) -> &'static str {
    match part {
        Part::Account => "consent-account",
        Part::Abroad => "consent-abroad",
        Part::Reflection => "consent-reflection",
    }
}

/// Writes a consent down with proof of the Vietnamese words, which are the ones that bind.
pub(super) async fn give(turn: &mut Turn<'_>, member: MemberId, part: Part) -> Result<(), Fault> {
    let words = turn.html(Language::Vi, words(part), &[]);
    let proof: String = Sha256::digest(words)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    store::members::give_consent(turn.tx, member, part, &proof).await
}

/// The consent to reflection is withdrawn: nothing that was said and not yet counted stays.
pub(super) async fn withdraw_reflection(turn: &mut Turn<'_>, member: &Member) -> Result<(), Fault> {
    store::members::withdraw_consent(turn.tx, member.id, Part::Reflection).await?;
    store::checkins::retract(turn.tx, member.id).await.map(drop)
}
