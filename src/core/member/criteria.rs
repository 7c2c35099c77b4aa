//! The four themes and twelve criteria, browsable in one message.

use crate::core::turn::{Screen, Tap, Turn, Visitor};
use crate::event::Button;
use crate::outgoing::{Key, Purpose};
use crate::store::Fault;
use crate::types::{CriterionId, Language};

/// `/criteria`.
pub(in crate::core) async fn open(turn: &mut Turn<'_>, visitor: &Visitor) -> Result<(), Fault> {
    let screen = all(turn, visitor.language);
    turn.send(visitor.user, screen, Purpose::Plain).await
}

/// Back to the four themes.
pub(in crate::core) async fn themes(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    let screen = all(turn, visitor.language);
    turn.show(visitor.user, tap.message, screen, Purpose::Plain)
        .await
}

/// One theme.
pub(in crate::core) async fn theme(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    number: u8,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    let language = visitor.language;
    let name = turn
        .core
        .campaign
        .themes()
        .iter()
        .find(|theme| theme.number == number)
        .map_or("", |theme| &theme.name);
    let mut text = turn.html(
        language,
        "theme",
        &[("number", i64::from(number).into()), ("name", name.into())],
    );
    let mine: Vec<_> = turn
        .core
        .campaign
        .criteria()
        .filter(|criterion| criterion.id.theme == number)
        .collect();
    for criterion in &mine {
        let args = [
            ("number", criterion.id.to_string().into()),
            ("wording", criterion.text.as_str().into()),
        ];
        text = format!("{text}\n\n{}", turn.html(language, "criterion-line", &args));
    }
    let row = mine
        .iter()
        .map(|criterion| numbered(turn, language, criterion.id))
        .collect();
    let back = turn.key(language, "button-back", Button::Themes);
    turn.show(
        visitor.user,
        tap.message,
        Screen {
            text,
            keyboard: vec![row, vec![back]],
        },
        Purpose::Plain,
    )
    .await
}

/// One criterion, with something to think about.
pub(in crate::core) async fn criterion(
    turn: &mut Turn<'_>,
    visitor: &Visitor,
    tap: &Tap,
    id: CriterionId,
) -> Result<(), Fault> {
    turn.hush(tap).await?;
    let language = visitor.language;
    let criterion = turn.core.campaign.criterion(id);
    let args = [
        ("number", id.to_string().into()),
        ("wording", criterion.text.as_str().into()),
    ];
    let mut text = turn.html(language, "criterion", &args);
    let today = turn.tx.today();
    for item in criterion.items.iter().filter(|item| item.active(today)) {
        text = format!("{text}\n\n{}", turn.pen(language).item_line(item));
    }
    let keyboard = vec![vec![
        turn.key(language, "button-back", Button::Theme(id.theme)),
        turn.key(language, "button-themes", Button::Themes),
    ]];
    turn.show(
        visitor.user,
        tap.message,
        Screen { text, keyboard },
        Purpose::Plain,
    )
    .await
}

fn all(turn: &Turn<'_>, language: Language) -> Screen {
    let campaign = &turn.core.campaign;
    let args = [
        ("title", campaign.title().into()),
        ("objective", campaign.objective().into()),
    ];
    let key = |theme: &crate::campaign::Theme| {
        let args = [
            ("number", i64::from(theme.number).into()),
            ("name", theme.name.as_str().into()),
        ];
        vec![Key {
            label: turn.plain(language, "button-theme", &args),
            data: Button::Theme(theme.number).data(),
        }]
    };
    Screen {
        text: turn.html(language, "criteria", &args),
        keyboard: campaign.themes().iter().map(key).collect(),
    }
}

fn numbered(turn: &Turn<'_>, language: Language, id: CriterionId) -> Key {
    let label = turn.plain(
        language,
        "button-criterion",
        &[("number", id.to_string().into())],
    );
    Key {
        label,
        data: Button::Criterion(id).data(),
    }
}
