//! Everything held on one person, table by table, for the person themselves.
//!
//! Every table with something about a person is in [`TABLES`], or in [`ELSEWHERE`] with the reason why not;
//! a test walks the schema.

use serde_json::Value;

use super::{Result, StoreError, installation};
use crate::db::{Binds, Statement, Tx};
use crate::types::{MemberId, UserId};

/// A table and the question for a person's rows in it. $1: their row of `members`, $2: the messenger's number,
/// $3: the digest of it.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// The table.
    pub table: &'static str,
    query: &'static str,
}

/// Where something about a person may be.
pub const TABLES: [Held; 31] = [
    Held {
        table: "members",
        query: "SELECT json_object('telegram_id', m.user_id, 'unit', u.name, 'language', m.language, 'window', m.window,
                'paused_until', m.paused_until, 'reachable', m.reachable, 'unreachable_on', m.unreachable_on,
                'joined_on', m.joined_on, 'counts_from', m.counts_from)
            FROM members AS m JOIN units AS u ON u.id = m.unit_id WHERE m.id = $1",
    },
    Held {
        table: "consents",
        query: "SELECT json_object('part', part, 'text_sha256', text_hash, 'given_on', given_on, 'withdrawn_on', withdrawn_on)
            FROM consents WHERE member_id = $1 ORDER BY part",
    },
    Held {
        table: "join_requests",
        query: "SELECT json_object('day', j.asked_on, 'unit', u.name, 'language', j.language, 'digits', j.digits, 'choices', j.choices, 'raised', j.raised,
                'account_sha256', j.account, 'abroad_sha256', j.abroad, 'reflection_sha256', j.reflection)
            FROM join_requests AS j JOIN units AS u ON u.id = j.unit_id WHERE j.user_id = $2",
    },
    Held {
        table: "join_pauses",
        query: "SELECT json_object('day', until) FROM join_pauses WHERE person = $3",
    },
    Held {
        table: "unconfirmed_members",
        query: "SELECT json_object('day', told_on, 'reminded_on', reminded_on) FROM unconfirmed_members WHERE member_id = $1",
    },
    Held {
        table: "consent_proofs",
        query: "SELECT json_object('part', part, 'text_sha256', text_hash, 'given_on', given_on, 'ended_on', ended_on, 'ending', ending)
            FROM consent_proofs WHERE person = $3 ORDER BY ended_on, part, given_on, text_hash",
    },
    Held {
        table: "participations",
        query: "SELECT json_object('monday', r.monday, 'criterion', r.criterion, 'unit', u.name, 'item', p.item_id,
                'reached', p.reached, 'read', p.read, 'answered', p.answered, 'finished', p.finished, 'counted', p.counted,
                'reminded', p.reminded)
            FROM participations AS p JOIN rounds AS r ON r.id = p.round_id JOIN units AS u ON u.id = p.unit_id
            WHERE p.member_id = $1 ORDER BY r.monday",
    },
    Held {
        table: "quizzes",
        query: "SELECT json_object('monday', r.monday, 'message_id', q.message_id, 'next_place', q.place + 1, 'explaining', q.explaining)
            FROM quizzes AS q JOIN rounds AS r ON r.id = q.round_id WHERE q.member_id = $1 ORDER BY r.monday",
    },
    Held {
        table: "quiz_questions",
        query: "SELECT json_object('monday', r.monday, 'place', a.place + 1, 'question', a.question_id, 'shuffle', a.shuffle,
                'letter', CASE WHEN a.letter IS NULL THEN NULL ELSE char(65 + a.letter) END,
                'correct', a.correct, 'answered_on', a.answered_on)
            FROM quiz_questions AS a JOIN quizzes AS q ON q.id = a.quiz_id JOIN rounds AS r ON r.id = q.round_id
            WHERE q.member_id = $1 ORDER BY r.monday, a.place",
    },
    Held {
        table: "checkin_visits",
        query: "SELECT json_object('month', CASE WHEN r.form IS NULL THEN r.month END, 'form', coalesce(r.form, 'none'), 'unit', u.name, 'thought_read', v.thought)
            FROM checkin_visits AS v JOIN checkin_rounds AS r ON r.id = v.round_id JOIN units AS u ON u.id = v.unit_id WHERE v.member_id = $1 ORDER BY r.month",
    },
    Held {
        table: "checkin_answers",
        query: "SELECT json_object('month', CASE WHEN r.form IS NULL THEN r.month END, 'form', coalesce(r.form, 'none'), 'set', r.set_id,
                'place', a.place + 1, 'choice', a.choice + 1)
            FROM checkin_answers AS a JOIN checkin_rounds AS r ON r.id = a.round_id WHERE a.member_id = $1 ORDER BY r.month, a.place",
    },
    Held {
        table: "journals",
        query: "SELECT json_object('sealed_hex', hex(sealed), 'bytes', length(sealed), 'message_id', message_id, 'delivered', delivered)
            FROM journals WHERE member_id = $1",
    },
    Held {
        table: "unit_files",
        query: "SELECT json_object('bytes', coalesce(length(bytes), length(CAST(rows AS BLOB))), 'day', day, 'language', language,
                'judged', judged, 'tried', tried, 'rows', rows IS NOT NULL) FROM unit_files WHERE user_id = $2",
    },
    Held {
        table: "outbox",
        query: "SELECT json_object('state', state, 'at_once', due_at = 0, 'due_on', date(due_at, 'unixepoch', '+7 hours'), 'reason', reason,
                'call', CASE WHEN kind <> 'private' THEN call END)
            FROM outbox WHERE chat_id = $2 ORDER BY id",
    },
    Held {
        table: "recipients",
        query: "SELECT json_object('broadcast', r.broadcast_id, 'day', b.created_on, 'unit', u.name, 'state', r.state, 'reason', r.reason,
                'message_id', r.message_id, 'seen', r.seen)
            FROM recipients AS r JOIN broadcasts AS b ON b.id = r.broadcast_id JOIN units AS u ON u.id = b.unit_id
            WHERE r.member_id = $1 ORDER BY r.broadcast_id",
    },
    Held {
        table: "broadcasts",
        query: "SELECT json_object('broadcast', b.id, 'day', b.created_on, 'unit', u.name, 'state', b.state,
                'written', b.officer = $2, 'html', CASE WHEN b.officer = $2 THEN b.html END, 'file_id', b.file_id,
                'link_label', b.link_label, 'link_url', b.link_url,
                'answers', (SELECT month FROM checkin_rounds WHERE id = b.answers_id))
            FROM broadcasts AS b JOIN units AS u ON u.id = b.unit_id WHERE b.officer = $2 OR b.second = $2 ORDER BY b.id",
    },
    Held {
        table: "pause_all",
        query: "SELECT json_object('day', since_on) FROM pause_all WHERE officer = $2",
    },
    Held {
        table: "audit",
        query: "SELECT json_object('day', a.day, 'unit', u.name, 'office', a.office, 'action', a.action)
            FROM audit AS a LEFT JOIN units AS u ON u.id = a.unit_id WHERE a.user_id = $2 ORDER BY a.id",
    },
    Held {
        table: "officers",
        query: "SELECT json_object('title', o.title, 'unit', u.name, 'since', o.since,
                'role', CASE WHEN o.user_id = $2 THEN 'own' ELSE 'given' END)
            FROM officers AS o JOIN units AS u ON u.id = o.unit_id WHERE o.user_id = $2 OR o.appointed_by = $2 ORDER BY o.id",
    },
    Held {
        table: "officer_chats",
        query: "SELECT json_object('language', coalesce(language, '')) FROM officer_chats WHERE user_id = $2",
    },
    Held {
        table: "appointments",
        query: "SELECT json_object('title', a.title, 'unit', u.name, 'state', a.state,
                'due_on', date(a.expires_at, 'unixepoch', '+7 hours'),
                'role', CASE WHEN a.user_id = $2 THEN 'own' ELSE 'given' END)
            FROM appointments AS a JOIN units AS u ON u.id = a.unit_id WHERE a.user_id = $2 OR a.appointed_by = $2 ORDER BY a.id",
    },
    Held {
        table: "quiz_reminders",
        query: "SELECT json_object('monday', r.monday, 'unit', u.name, 'message_id', m.message_id)
            FROM quiz_reminders AS m JOIN rounds AS r ON r.id = m.round_id JOIN units AS u ON u.id = m.unit_id
            WHERE m.user_id = $2 ORDER BY m.id",
    },
    Held {
        table: "named_members",
        query: "SELECT json_object('name', coalesce(n.typed, n.name), 'unit', u.name)
            FROM named_members AS n JOIN units AS u ON u.id = n.unit_id WHERE n.member_id = $1",
    },
    Held {
        table: "suggestion_authors",
        query: "SELECT json_object('name', a.name, 'unit', u.name, 'day', s.released_on, 'situation', s.situation, 'proposal', s.proposal)
            FROM suggestion_authors AS a LEFT JOIN suggestions AS s ON s.label = a.label LEFT JOIN units AS u ON u.id = s.unit_id
            WHERE a.member_id = $1 ORDER BY a.label",
    },
    Held {
        table: "initiatives",
        query: "SELECT json_object('day', begun_on, 'entered', entered) FROM initiatives WHERE member_id = $1 ORDER BY id",
    },
    Held {
        table: "initiative_answers",
        query: "SELECT json_object('field', a.field, 'answer', CAST(coalesce(a.words, a.chosen, a.number, '') AS TEXT))
            FROM initiative_answers AS a JOIN initiatives AS i ON i.id = a.initiative_id WHERE i.member_id = $1
            ORDER BY a.initiative_id, CAST(a.field AS REAL)",
    },
    Held {
        table: "authors",
        query: "SELECT json_object('name', coalesce(typed, name)) FROM authors WHERE member_id = $1",
    },
    Held {
        table: "register_entries",
        query: "SELECT json_object('day', e.entered_on, 'unit', u.name, 'state', e.state, 'lodged_on', e.lodged_on, 'decided_on', e.decided_on,
                'decision', e.decision, 'level', e.level, 'reason', e.reason, 'field', e.field, 'benefit', e.benefit)
            FROM register_entries AS e JOIN initiatives AS i ON i.id = e.initiative_id JOIN units AS u ON u.id = e.unit_id
            WHERE i.member_id = $1 ORDER BY e.id",
    },
    Held {
        table: "dialogs",
        query: "SELECT json_object('day', asked_on, 'kind', kind, 'step', step, 'place', place, 'message_id', message_id) FROM dialogs WHERE user_id = $2",
    },
    Held {
        table: "commendations",
        query: "SELECT json_object('day', c.day, 'unit', u.name, 'reason', c.reason,
                'cards', (SELECT count(*) FROM commendation_cards AS k WHERE k.commendation_id = c.id))
            FROM commendations AS c JOIN units AS u ON u.id = c.unit_id WHERE c.member_id = $1 ORDER BY c.day, c.id",
    },
    Held {
        table: "commendation_drafts",
        query: "SELECT json_object('day', d.day, 'unit', u.name, 'reason', d.reason, 'version', d.version,
                'role', CASE WHEN d.officer = $2 THEN 'own' ELSE 'given' END)
            FROM commendation_drafts AS d JOIN units AS u ON u.id = d.unit_id
            WHERE d.officer = $2 OR d.member_id = $1 ORDER BY d.id",
    },
];

/// Tables with a column that could name a person and does not, and why.
pub const ELSEWHERE: [(&str, &str); 9] = [
    (
        "groups",
        "chat_id is a group's number, never a person's private chat",
    ),
    (
        "group_refusals",
        "chat_id is a group's number; when it was last told something, and not by whom it was asked",
    ),
    (
        "commendation_cards",
        "chat_id is a group's number; how many there are is told with the commendation",
    ),
    (
        "audiences",
        "how much of a ledger is written, for some seconds",
    ),
    (
        "form_answers",
        "what officers answered about their unit; a text that seems to name somebody is asked back",
    ),
    (
        "suggestion_boxes",
        "what waits, without anybody's name or number: nothing joins it with a member",
    ),
    (
        "suggestions",
        "what was released, without anybody's name or number: who put a name to one is in suggestion_authors",
    ),
    ("broadcast_units", "units chosen for a broadcast"),
    ("recipient_tallies", "how many people are in each state"),
];

/// All rows on a person, by table; tables without any are left out.
pub(crate) async fn of_person(
    tx: &mut Tx,
    member: Option<MemberId>,
    user: UserId,
) -> Result<Vec<(&'static str, Vec<Value>)>> {
    let person = installation::digest(tx, user).await?;
    let mut all = Vec::new();
    for held in TABLES {
        let rows: Vec<String> = sqlx::query_scalar(held.query)
            .binds((member, user, &person))
            .all(tx)
            .await?;
        let rows: Result<Vec<Value>, _> =
            rows.iter().map(|row| serde_json::from_str(row)).collect();
        let rows =
            rows.map_err(|error| StoreError::Bug(format!("rows of {}: {error}", held.table)))?;
        if !rows.is_empty() {
            all.push((held.table, rows));
        }
    }
    Ok(all)
}

/// How many rows each table has, by name.
///
/// # Errors
/// The database cannot be read.
pub async fn census(tx: &mut Tx) -> Result<Vec<(String, i64)>> {
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlx_%' ORDER BY name",
    )
    .all(tx)
    .await?;
    let mut all = Vec::new();
    for table in tables {
        // Safe: the names come from the schema itself.
        let query = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\""));
        let count = sqlx::query_scalar(query).one(tx).await?;
        all.push((table, count));
    }
    Ok(all)
}
