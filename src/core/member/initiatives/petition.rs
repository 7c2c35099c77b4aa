//! An initiative as the form that is handed in on paper, for its author alone.
//!
//! Knows what the form is filled with. Must not know what it looks like.

use super::own::Own;
use super::row::{row, said};
use crate::campaign::form::Means;
use crate::core::ctx::{Ctx, Tap};
use crate::core::member::sheet;
use crate::report::document::initiative::{self, Petition};
use crate::store::Result;
use crate::store::members::Member;
use crate::types::{Answer, Language};

/// What the answer to “are parts of it secret” is called, where they are.
const SECRET: &str = "yes";

pub(super) async fn send(ctx: &mut Ctx<'_>, member: &Member, tap: &Tap, own: &Own<'_>) -> Result {
    if own.first_open().is_some() {
        return ctx
            .alert(tap, member.language, "toast-initiative-first")
            .await;
    }
    ctx.ack(tap).await?;
    // It is a paper of the unit and of its head: in Vietnamese, whatever its author reads.
    let (told, texts, language) = ((own.form, &own.answers), &ctx.core.texts, Language::Vi);
    let shares = said(told, Means::Shares, (texts, language));
    let shares = shares.split(" · ").filter(|share| !share.is_empty());
    let source = &own.form.source;
    let petition = Petition {
        told: row(told, (texts, language)),
        shares: shares.map(str::to_owned).collect(),
        secret: match own.answer(Means::Secret) {
            Some(Answer::Chosen(id)) => Some(id == SECRET),
            _ => None,
        },
        source: (ctx.core.campaign.ledger().cite(source), own.form.checked_on),
    };
    let bytes = initiative::petition(&petition, texts, language);
    let name = ctx.plain(language, "file-petition-file", &[]);
    sheet::send(ctx, member, &name, bytes, "initiative-form").await
}
