//! A closed week as a group gets it by itself: a picture and five lines, and the words behind its button.
//!
//! Knows how little of a report that is. Must not know when it is posted.

use super::{Pictured, figures, known, look, picture, screens};
use crate::core::ctx::{Caller, Ctx, Screen};
use crate::report::{self, Figures};
use crate::store::{self, Result};
use crate::types::{Language, Span, UnitId};

/// A closed week as its unit's group gets it by itself, and nothing but that week; `None` if nothing of it may be told.
pub(in crate::core::officer) async fn of_week(
    ctx: &mut Ctx<'_>,
    unit: UnitId,
    week: Span,
) -> Result<Option<Pictured>> {
    let figures = figures::of(ctx, unit, week).await?.ok();
    let alone = figures.map(Figures::without_other_times);
    let Some(figures) = alone.filter(Figures::tells) else {
        return Ok(None);
    };
    let (file, _) = picture(ctx, Language::Vi, &figures);
    let thresholds = store::installation::thresholds(ctx.tx).await?;
    let texts = &ctx.core.texts;
    let caption = report::chat::brief(&figures, thresholds, texts, Language::Vi);
    Ok(Some((file, caption)))
}

/// The words of the report in a group.
pub(in crate::core::officer) async fn words(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    unit: UnitId,
    span: Span,
) -> Result<Screen> {
    let unit = known(ctx, unit).await?;
    match look(ctx, caller.user, &unit, span).await? {
        Ok(figures) => screens::in_group(ctx, caller.language, &unit, &figures).await,
        Err(missing) => Ok(screens::none(ctx, caller.language, span, missing)),
    }
}
