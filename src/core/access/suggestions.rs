//! Suggestions: in which unit they are gathered, who reads them, and where they may be hidden.
//!
//! Knows offices and how many people stand behind a hidden one. Must not know what any of them says.

use crate::core::access::{officers, overfull};
use crate::core::ctx::Ctx;
use crate::schedule::CHECKIN_WEEKS_MIN;
use crate::store::suggestions::boxes::{self, SuggestionBox};
use crate::store::suggestions::{State, Suggestion};
use crate::store::units::Unit;
use crate::store::{self, Result};
use crate::types::{Language, Title, UnitId, UserId};

/// The topic that is the union itself.
pub(in crate::core) const UNION: u8 = 11;

/// A box in which nobody can know who is meant by “one of us” opens to two, or to nobody.
const READERS_MIN: usize = 2;

/// The grassroots unit of which a unit is a part: suggestions are gathered there, never in a section. `None`: there is none
/// above it.
pub(in crate::core) async fn home(ctx: &mut Ctx<'_>, unit: UnitId) -> Result<Option<Unit>> {
    let kinds = &ctx.core.grassroots;
    let mut line = store::units::above(ctx.tx, unit).await?;
    line.extend(store::units::by_id(ctx.tx, unit).await?);
    Ok(line.into_iter().find(|unit| kinds.has(&unit.kind)))
}

/// The box of a unit, where suggestions are on.
pub(in crate::core) async fn open_box(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
) -> Result<Option<SuggestionBox>> {
    if ctx.core.campaign.suggestions().topics.is_empty() {
        return Ok(None);
    }
    boxes::of(ctx.tx, unit).await
}

/// Who reads those about a topic: the chair and the head of the people's inspectorate, without one the deputy; what is about the
/// union the head of the inspectorate and the level above, not the chair. Nobody, if that makes no two.
pub(in crate::core) async fn readers(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    topic: u8,
) -> Result<Vec<UserId>> {
    let own = store::officers::of_unit(ctx.tx, unit).await?;
    let titled = |title: Title| {
        let those = own.iter().filter(move |officer| officer.title == title);
        those.map(|officer| officer.user)
    };
    let mut readers: Vec<UserId> = titled(Title::Inspector).collect();
    if topic == UNION {
        readers.extend(above(ctx, unit).await?);
        // Whatever else they are, an owner or an officer above: it may be about them.
        let chairs: Vec<UserId> = titled(Title::Chair).collect();
        readers.retain(|reader| !chairs.contains(reader));
    } else {
        if readers.is_empty() {
            readers.extend(titled(Title::Deputy));
        }
        // One of them alone is not enough, nor are two of the same office.
        if readers.is_empty() || titled(Title::Chair).next().is_none() {
            return Ok(Vec::new());
        }
        readers.extend(titled(Title::Chair));
    }
    readers.sort();
    readers.dedup();
    if readers.len() < READERS_MIN {
        readers.clear();
    }
    Ok(readers)
}

/// Chair and deputy of the nearest unit above that has any; the owners, if none has.
async fn above(ctx: &mut Ctx<'_>, unit: UnitId) -> Result<Vec<UserId>> {
    let line = store::units::above(ctx.tx, unit).await?;
    for unit in line.iter().rev() {
        let officers = store::officers::of_unit(ctx.tx, unit.id).await?;
        let heads = officers
            .iter()
            .filter(|officer| matches!(officer.title, Title::Chair | Title::Deputy));
        let heads: Vec<UserId> = heads.map(|officer| officer.user).collect();
        if !heads.is_empty() {
            return Ok(heads);
        }
    }
    Ok(ctx.core.rules.owners.iter().copied().collect())
}

/// Whether somebody reads those about a topic.
pub(in crate::core) async fn reads(
    ctx: &mut Ctx<'_>,
    user: UserId,
    (unit, topic): (UnitId, u8),
) -> Result<bool> {
    Ok(readers(ctx, unit, topic).await?.contains(&user))
}

/// Whether a unit has a box that this person reads anything of.
pub(in crate::core) async fn reads_any(
    ctx: &mut Ctx<'_>,
    user: UserId,
    unit: UnitId,
) -> Result<bool> {
    Ok(reads(ctx, user, (unit, UNION)).await? || reads(ctx, user, (unit, 1)).await?)
}

/// How many people must stand behind a hidden one.
pub(in crate::core) async fn people_min(ctx: &mut Ctx<'_>) -> Result<i64> {
    Ok(store::installation::thresholds(ctx.tx).await?.reflection)
}

/// Whether a hidden one can be anybody's of enough people: counted as for a check-in, officers and owners left out, and nobody
/// where there are more accounts than people.
pub(in crate::core) async fn may_hide(ctx: &mut Ctx<'_>, unit: &Unit) -> Result<bool> {
    if overfull::is_overfull(ctx, unit).await? {
        return Ok(false);
    }
    let least = people_min(ctx).await?;
    let owners: Vec<i64> = ctx.core.rules.owners.iter().map(|owner| owner.0).collect();
    let counted = (CHECKIN_WEEKS_MIN, least);
    let people = boxes::people(ctx.tx, unit.id, &owners, counted).await?;
    Ok(people >= least)
}

/// Whether somebody may say by which regulation a unit gathers suggestions: chair, deputy or head of the inspectorate, and
/// officers above.
pub(in crate::core) async fn may_regulate(
    ctx: &mut Ctx<'_>,
    user: UserId,
    unit: UnitId,
) -> Result<bool> {
    let title = store::officers::title_in(ctx.tx, user, unit).await?;
    match title {
        Some(title) => Ok(title <= Title::Inspector),
        None => officers::may(ctx, user, unit).await,
    }
}

/// The house rule: so many days for an answer.
pub(in crate::core) fn answer_days(ctx: &Ctx<'_>) -> i64 {
    ctx.core.campaign.suggestions().answer_days.into()
}

/// How many of some wait for an answer, and how many of those longer than the house allows.
pub(in crate::core) fn waiting(ctx: &Ctx<'_>, some: &[Suggestion]) -> (usize, usize) {
    let open = some.iter().filter(|one| one.state == State::Open);
    let late = open.clone().filter(|one| is_late(ctx, one));
    (open.count(), late.count())
}

/// Whether one has waited longer for an answer than the house allows.
pub(in crate::core) fn is_late(ctx: &Ctx<'_>, one: &Suggestion) -> bool {
    let days = (ctx.tx.today() - one.released_on).num_days();
    one.state == State::Open && days > answer_days(ctx)
}

/// What a topic is called.
pub(in crate::core) fn topic<'c>(ctx: &Ctx<'c>, language: Language, topic: u8) -> &'c str {
    ctx.core.campaign.suggestions().topic(topic, language)
}

/// The word by which one is answered.
pub(in crate::core) fn answer_word(ctx: &Ctx<'_>, language: Language, word: u8) -> String {
    ctx.plain(language, "suggest-word", &[("word", word.into())])
}

/// Why one is not published.
pub(in crate::core) fn refusal(ctx: &Ctx<'_>, language: Language, reason: u8) -> String {
    ctx.plain(language, "suggest-refusal", &[("reason", reason.into())])
}
