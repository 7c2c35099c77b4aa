//! Reminders: confirmed once, sent again and again on their days, put to rest, changed, dropped.
//!
//! Knows when the next time is. Must not know how a broadcast goes.

use super::{asked, rhythm, screens, stands};
use crate::core::turn::{Turn, Visitor};
use crate::store::audit::Deed;
use crate::store::broadcasts::{Broadcast, Phase, reminders};
use crate::store::{self, Fault};

/// A draft with a rhythm was confirmed: it takes the place of the one it was made from.
pub(super) async fn begin(turn: &mut Turn<'_>, draft: &Broadcast) -> Result<(), Fault> {
    let now = turn.tx.now();
    let next = rhythm(draft).and_then(|rhythm| rhythm.next(now));
    reminders::set_next(turn.tx, draft.id, next).await?;
    let Some(replaced) = draft.replaces else {
        return Ok(());
    };
    let before = store::broadcasts::by_id(turn.tx, replaced).await?;
    if let Some(before) = before.filter(|before| stands(before.phase)) {
        store::broadcasts::end(turn.tx, before.id, Phase::Cancelled).await?;
        screens::refresh(turn, before.id).await?;
    }
    Ok(())
}

/// Sends what is due. A time that has passed for good, because the bot was off, is left out.
pub(super) async fn remind(turn: &mut Turn<'_>) -> Result<(), Fault> {
    let now = turn.tx.now();
    for id in reminders::due(turn.tx).await? {
        let Some(reminder) = store::broadcasts::by_id(turn.tx, id).await? else {
            continue;
        };
        let planned = reminder.starts_at.unwrap_or(now);
        let term = turn.core.rules.cadence.usual_term(planned);
        if now < term {
            let sent = reminders::remind(turn.tx, &reminder, (planned, term)).await?;
            if let Some(sent) = sent {
                let asked = asked(turn);
                store::recipients::fix(turn.tx, sent, asked).await?;
                screens::refresh(turn, sent).await?;
            }
        }
        let next = rhythm(&reminder).and_then(|rhythm| rhythm.next(now));
        reminders::set_next(turn.tx, id, next).await?;
        screens::refresh(turn, id).await?;
    }
    Ok(())
}

/// A press on the reminder's card has moved it on.
pub(super) async fn moved(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    reminder: &Broadcast,
    to: Phase,
) -> Result<(), Fault> {
    let now = turn.tx.now();
    let deed = match to {
        Phase::Repeating => {
            let next = rhythm(reminder).and_then(|rhythm| rhythm.next(now));
            reminders::set_next(turn.tx, reminder.id, next).await?;
            Deed::ReminderWake
        }
        Phase::Resting => Deed::ReminderRest,
        _ => {
            store::broadcasts::end(turn.tx, reminder.id, Phase::Cancelled).await?;
            Deed::ReminderDrop
        }
    };
    store::audit::note(turn.tx, reminder.unit, visitor.user, deed).await
}
