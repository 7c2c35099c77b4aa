//! The confirmation: what is looked at once more before anything leaves, and the second officer's part.
//!
//! Knows when a second officer is needed. Must not know how it goes afterwards.

use super::{copy, found, show};
use crate::core::access::officers;
use crate::core::officer::broadcast::refusal::refusal;
use crate::core::officer::broadcast::{asked, live, screens};
use crate::core::turn::{Tap, Turn, Visitor};
use crate::event::Steps;
use crate::outgoing::Purpose;
use crate::store::audit::Deed;
use crate::store::broadcasts::{Broadcast, Phase};
use crate::store::{self, Fault};
use crate::types::Language;

pub(super) async fn confirm(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    draft: Broadcast,
    steps: Steps,
) -> Result<(), Fault> {
    let language = visitor.language;
    if draft.version != steps.version {
        turn.alert(tap, language, "toast-broadcast-changed").await?;
        return show(turn, visitor, tap, draft.id).await;
    }
    let asked = asked(turn);
    let to = store::recipients::audience(turn.tx, draft.id, asked).await?;
    if let Some(refusal) = refusal(turn, &draft, &to).await? {
        return turn.alert(tap, language, refusal).await;
    }
    if to.members <= turn.core.sending.second_above {
        return live::begin(turn, tap, &draft, Phase::Draft, None).await;
    }
    let others = officers::others(turn, visitor.user, draft.unit).await?;
    if others.is_empty() {
        return turn.alert(tap, language, "toast-broadcast-no-second").await;
    }
    let step = (Phase::Draft, Phase::Waiting);
    if !store::broadcasts::turn(turn.tx, draft.id, draft.version, step).await? {
        return turn.toast(tap, language, "toast-broadcast-before").await;
    }
    let deed = match draft.answers {
        Some(_) => Deed::Respond,
        None => Deed::Broadcast,
    };
    store::audit::note(turn.tx, draft.unit, visitor.user, deed).await?;
    turn.toast(tap, language, "toast-broadcast-waiting").await?;
    if let Some(message) = tap.message {
        store::broadcasts::set_card(turn.tx, draft.id, message).await?;
    }
    screens::refresh(turn, draft.id).await?;
    let waiting = found(turn, draft.id).await?;
    for officer in others {
        let member = store::members::by_user(turn.tx, officer).await?;
        let second = Visitor {
            user: officer,
            language: member.map_or(Language::Vi, |member| member.language),
            member,
        };
        copy(turn, &second, &waiting).await?;
        let card = screens::for_second(turn, second.language, &waiting, &to).await?;
        turn.send(officer, card, Purpose::Plain).await?;
    }
    Ok(())
}
