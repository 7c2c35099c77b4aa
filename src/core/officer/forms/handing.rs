//! All answers before they are handed in, the handing in, and a change afterwards.
//!
//! Knows when a change needs a reason. Must not know steps.

use super::filling::{Filling, filling};
use super::{show, still};
use crate::core::ctx::{Caller, Ctx, Screen, Tap};
use crate::event::{Button, FormAction};
use crate::forms;
use crate::outgoing::Purpose;
use crate::store::audit::AuditAction;
use crate::store::dialogs::Dialog;
use crate::store::forms::Origin;
use crate::store::{self, Result};
use crate::types::FormReturnId;

/// All answers with what can be done with them now.
pub(super) fn summary(ctx: &Ctx<'_>, caller: &Caller, filling: &Filling<'_>) -> Screen {
    let language = caller.language;
    let (one, renderer) = (&filling.one, ctx.renderer(language));
    let mut notes = Vec::new();
    if let Some(reason) = &one.returned {
        notes.push(ctx.plain(
            language,
            "form-returned",
            &[("reason", reason.as_str().into())],
        ));
    }
    if !filling.open() {
        let state = if filling.frozen {
            "form-frozen"
        } else {
            "form-handed-in"
        };
        notes.push(ctx.plain(language, state, &[]));
        let page = filling.page(ctx, caller, notes);
        let mut screen = renderer.form_answers(&page, &filling.steps);
        let amend = Button::Form(FormAction::Amend(one.id, one.revision));
        screen
            .keyboard
            .push(vec![ctx.key(language, "button-form-amend", amend)]);
        return screen;
    }
    let fields = filling.form.fields();
    let open = fields
        .filter(|field| !filling.answers.contains_key(&field.id))
        .count();
    if open > 0 {
        notes.push(ctx.plain(language, "form-unanswered", &[("count", open.into())]));
    }
    let wrong = forms::wrong(filling.form, &filling.answers, ctx.tx.today(), language);
    notes.extend(wrong.iter().map(|(field, trouble)| {
        let what = trouble.told(&ctx.core.texts, language);
        let args = [("field", field.id.as_str().into()), ("what", what.into())];
        ctx.plain(language, "form-wrong", &args)
    }));
    let sound = wrong.is_empty() && !filling.answers.is_empty();
    let page = filling.page(ctx, caller, notes);
    let mut screen = renderer.form_summary(&page, &filling.steps);
    if sound {
        let submit = Button::Form(FormAction::Submit(one.id, one.draft()));
        screen
            .keyboard
            .push(vec![ctx.key(language, "button-form-submit", submit)]);
    }
    screen
}

/// Hands in what is being written, if it is still that and nothing is wrong with it.
pub(in crate::core) async fn submit(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: FormReturnId,
    revision: i64,
) -> Result {
    let language = caller.language;
    let Some(filling) = still(ctx, caller, tap, id).await? else {
        return Ok(());
    };
    let wrong = forms::wrong(filling.form, &filling.answers, ctx.tx.today(), language);
    let ready = filling.writing && filling.open() && wrong.is_empty();
    if !ready || filling.one.draft() != revision {
        ctx.ack(tap).await?;
        return show_all(ctx, caller, tap, id).await;
    }
    let action = match filling.one.reason {
        Some(_) => AuditAction::FormAmend,
        None => AuditAction::FormSubmit,
    };
    store::forms::submit(ctx.tx, &filling.one, filling.form.version, Origin::Unit).await?;
    store::audit::note(ctx.tx, filling.unit.id, caller.user, action).await?;
    ctx.answer_callback(tap, language, "toast-form-submitted")
        .await?;
    show_all(ctx, caller, tap, id).await
}

/// Shows all answers as they are now.
async fn show_all(ctx: &mut Ctx<'_>, caller: &Caller, tap: &Tap, id: FormReturnId) -> Result {
    match filling(ctx, caller, id).await? {
        Some(filling) => show(ctx, caller, &filling, filling.steps.len(), tap.message).await,
        None => Ok(()),
    }
}

/// Begins to change what is handed in; once a period has closed, the reason comes first.
pub(in crate::core) async fn amend(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    tap: &Tap,
    id: FormReturnId,
    revision: i64,
) -> Result {
    let Some(filling) = still(ctx, caller, tap, id).await? else {
        return Ok(());
    };
    ctx.ack(tap).await?;
    if !filling.open() && filling.one.revision == revision {
        if filling.frozen {
            store::dialogs::ask(ctx.tx, caller.user, Dialog::Amend(id)).await?;
            return ctx.say(caller, "form-why", &[]).await;
        }
        store::forms::revise(ctx.tx, &filling.one, None).await?;
    }
    show_all(ctx, caller, tap, id).await
}

/// Takes a text as the reason of a change. `false` if it was not meant so.
pub(in crate::core) async fn wrote_reason(
    ctx: &mut Ctx<'_>,
    caller: &Caller,
    text: &str,
    id: FormReturnId,
) -> Result<bool> {
    let Some(filling) = filling(ctx, caller, id).await? else {
        return Ok(false);
    };
    let wrong = ("form-why-short", "form-why-long");
    let Some(reason) = ctx.sentence(caller, text, wrong).await? else {
        return Ok(true);
    };
    store::dialogs::leave(ctx.tx, caller.user).await?;
    store::forms::revise(ctx.tx, &filling.one, Some(&reason)).await?;
    if let Some(filling) = super::filling::filling(ctx, caller, id).await? {
        let screen = summary(ctx, caller, &filling);
        ctx.send(caller.user, screen, Purpose::Plain).await?;
    }
    Ok(true)
}
