//! `/mydata`: everything held on whoever asks, as a text to read and as JSON.
//!
//! Knows how a row reads. Must not know tables' columns: rows come as they are, and each table has a text for one.

use chrono::{NaiveDate, TimeDelta};
use serde_json::{Map, Value as Json, json};

use crate::core::ctx::{Caller, Ctx};
use crate::core::member::logbook;
use crate::outgoing::{FileContent, Purpose, Upload};
use crate::store::{self, Result, StoreError};
use crate::text::Value;
use crate::types::{Language, Title};

const FILES: [&str; 2] = ["du-lieu-cua-toi.txt", "du-lieu-cua-toi.json"];

/// The queued files are dropped after this time: nowhere else is all of it in one place.
const HOURS: i64 = 1;

pub(in crate::core) async fn send(ctx: &mut Ctx<'_>, caller: &Caller) -> Result {
    // An export that still waits is replaced by this one, however often it is asked for.
    store::outbox::drop_exports(ctx.tx, caller.user.into()).await?;
    let member = caller.member.map(|member| member.id);
    let tables = store::mydata::of_person(ctx.tx, member, caller.user).await?;
    if tables.is_empty() {
        return ctx.say(caller, "mydata-none", &[]).await;
    }
    let today = ctx.tx.today().format("%d/%m/%Y").to_string();
    let language = caller.language;
    let text = text(ctx, language, &today, &tables);
    let all: Map<String, Json> = tables
        .into_iter()
        .map(|(table, rows)| (table.to_owned(), Json::Array(rows)))
        .collect();
    let json = serde_json::to_vec_pretty(&json!({ "day": today, "tables": all }))
        .map_err(|error| StoreError::Bug(format!("a person's data as JSON: {error}")))?;
    let until = ctx.tx.now() + TimeDelta::hours(HOURS);
    let captions = ["mydata-text", "mydata-json"];
    for ((name, bytes), caption) in FILES.iter().zip([text.into_bytes(), json]).zip(captions) {
        let Ok(upload) = Upload::new(name, bytes) else {
            return ctx.say(caller, "mydata-large", &[]).await;
        };
        let file = (
            FileContent::Upload(upload),
            ctx.html(language, caption, &[]),
        );
        ctx.send_file_until(caller.user, file, Purpose::Private, until)
            .await?;
    }
    Ok(())
}

fn text(
    ctx: &Ctx<'_>,
    language: Language,
    today: &str,
    tables: &[(&'static str, Vec<Json>)],
) -> String {
    let mut blocks = vec![ctx.plain(language, "mydata", &[("day", today.into())])];
    for (table, rows) in tables {
        let heading = ctx.plain(language, &format!("mydata-{table}"), &[]);
        let lines: Vec<String> = rows
            .iter()
            .map(|row| {
                format!(
                    "- {}",
                    ctx.plain(
                        language,
                        &format!("mydata-{table}-row"),
                        &args(ctx, language, row)
                    )
                )
            })
            .collect();
        blocks.push(format!("{heading}\n{}", lines.join("\n")));
    }
    blocks.push(ctx.plain(language, "mydata-hidden", &[]));
    blocks.push(ctx.plain(language, "mydata-end", &[]));
    blocks.join("\n\n")
}

/// The columns that texts may use. One that is not here is in the JSON only.
const COLUMNS: [&str; 55] = [
    "answer",
    "answered",
    "answered_on",
    "at_once",
    "broadcast",
    "bytes",
    "cards",
    "choice",
    "correct",
    "counted",
    "counts_from",
    "criterion",
    "day",
    "action",
    "delivered",
    "due_on",
    "ended_on",
    "ending",
    "entered",
    "field",
    "finished",
    "form",
    "given_on",
    "html",
    "item",
    "joined_on",
    "kind",
    "language",
    "letter",
    "monday",
    "month",
    "name",
    "next_place",
    "office",
    "part",
    "paused_until",
    "place",
    "question",
    "reached",
    "reachable",
    "read",
    "reason",
    "reminded",
    "role",
    "seen",
    "since",
    "state",
    "telegram_id",
    "thought_read",
    "title",
    "unit",
    "unreachable_on",
    "window",
    "withdrawn_on",
    "written",
];

/// The row's columns as arguments of its text. Small numbers stay numbers, so that texts can choose by them; long
/// ones are passed as they are written.
fn args(ctx: &Ctx<'_>, language: Language, row: &Json) -> Vec<(&'static str, Value)> {
    let value = |name: &str, value: &Json| match value {
        Json::Number(number) => match number.as_i64().filter(|number| (0..10).contains(number)) {
            Some(small) => Value::Number(small),
            None => Value::Text(number.to_string()),
        },
        Json::String(text) => Value::Text(read(ctx, language, name, text)),
        _ => Value::Text("–".to_owned()),
    };
    COLUMNS
        .into_iter()
        .filter_map(|name| Some((name, value(name, row.get(name)?))))
        .collect()
}

/// A value as people read it: days and months as written in Vietnam, a question by its words, an action as in
/// `/log`.
fn read(ctx: &Ctx<'_>, language: Language, column: &str, text: &str) -> String {
    if let Ok(day) = NaiveDate::parse_from_str(text, "%Y-%m-%d") {
        return day.format("%d/%m/%Y").to_string();
    }
    let other = match column {
        "month" => text
            .split_once('-')
            .map(|(year, month)| format!("{month}/{year}")),
        "question" => ctx
            .core
            .campaign
            .question(text)
            .map(|question| question.question.clone()),
        "title" => Some(ctx.plain(language, &format!("title-{text}"), &[])),
        "office" if Title::of_code(text).is_some() => {
            Some(ctx.plain(language, &format!("title-{text}"), &[]))
        }
        "action" => serde_json::from_value(Json::String(text.to_owned()))
            .ok()
            .map(|action| ctx.plain(language, logbook::action_key(action), &[])),
        "office" => Some(ctx.plain(language, &format!("log-office-{text}"), &[])),
        _ => None,
    };
    other.unwrap_or_else(|| text.to_owned())
}
