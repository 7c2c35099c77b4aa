//! Files of suggestions: all of a unit as a table or document, the paper for the head of the agency, counts for the level above.

use crate::core::ctx::{Caller, Ctx, Tap};
use crate::store::StoreError;
use crate::store::suggestions::Suggestion;
use crate::types::UnitId;

pub(super) async fn all(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, (_unit, _document): (UnitId, bool)) -> Result<(), StoreError> {
    ctx.alert(tap, caller.language, "toast-no-right").await
}
pub(super) async fn counts(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, _unit: UnitId) -> Result<(), StoreError> {
    ctx.alert(tap, caller.language, "toast-no-right").await
}
pub(super) async fn forward(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, _one: &Suggestion) -> Result<(), StoreError> {
    ctx.alert(tap, caller.language, "toast-no-right").await
}
