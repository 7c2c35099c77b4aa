//! Every refusal known of the messenger, and what it means.

use serde_json::json;

use super::*;
use crate::telegram::Me;
use crate::types::UserId;

fn answered(status: u16, body: &str) -> HttpOutcome {
    HttpOutcome::Answered {
        status,
        retry_after: None,
        body: body.as_bytes().to_vec(),
    }
}

fn refusal(code: u16, description: &str) -> HttpOutcome {
    let body = json!({ "ok": false, "error_code": code, "description": description });
    answered(code, &body.to_string())
}

fn send() -> Call {
    Call::Send {
        chat: ChatId(1),
        thread: None,
        text: "x".to_owned(),
        keyboard: vec![],
        reply_to: None,
    }
}

fn edit() -> Call {
    Call::Edit {
        chat: ChatId(1),
        message: MessageId(9),
        text: "x".to_owned(),
        keyboard: vec![],
        or_send: true,
    }
}

fn toast() -> Call {
    Call::Toast {
        query: "1".to_owned(),
        text: None,
        alert: false,
    }
}

#[test]
fn a_sent_message_has_its_id_and_an_unreadable_reply_means_sent() {
    let sent = |call: &Call, status, body| of(call, answered(status, body));
    let message = r#"{"ok":true,"result":{"message_id":42,"something":"of tomorrow"},"more":1}"#;
    assert_eq!(
        sent(&send(), 200, message),
        Outcome::Sent(Some(MessageId(42)))
    );
    assert_eq!(
        sent(&edit(), 200, message),
        Outcome::Sent(Some(MessageId(9)))
    );
    assert_eq!(
        sent(&toast(), 200, r#"{"ok":true,"result":true}"#),
        Outcome::Sent(None)
    );
    assert_eq!(
        sent(&send(), 200, r#"{"ok":true,"result":{"messa"#),
        Outcome::Sent(None)
    );
    assert_eq!(sent(&send(), 200, ""), Outcome::Sent(None));
    assert_eq!(
        sent(&send(), 200, r#"{"ok":true,"result":true}"#),
        Outcome::Sent(None)
    );
}

#[test]
fn every_known_refusal_has_its_meaning() {
    let unreachable = |reason| Outcome::Unreachable { reason };
    let stale = |reason| Outcome::Stale { reason };
    let rejected = |reason| Outcome::Rejected { reason };
    for (code, description, expected) in [
        (
            403,
            "Forbidden: bot was blocked by the user",
            unreachable(Reason::Blocked),
        ),
        (
            403,
            "Forbidden: user is deactivated",
            unreachable(Reason::Deactivated),
        ),
        (
            403,
            "Forbidden: bot can't initiate conversation with a user",
            unreachable(Reason::NeverStarted),
        ),
        (
            403,
            "Forbidden: bot was kicked from the group chat",
            unreachable(Reason::Kicked),
        ),
        (
            403,
            "Forbidden: bot was kicked from the supergroup chat",
            unreachable(Reason::Kicked),
        ),
        (
            403,
            "Forbidden: bot was kicked from the channel chat",
            unreachable(Reason::Kicked),
        ),
        (
            403,
            "Forbidden: bot is not a member of the group chat",
            unreachable(Reason::NotAMember),
        ),
        (
            403,
            "Forbidden: bot is not a member of the supergroup chat",
            unreachable(Reason::NotAMember),
        ),
        (
            403,
            "Forbidden: bot is not a member of the channel chat",
            unreachable(Reason::NotAMember),
        ),
        (
            403,
            "Forbidden: the group chat was deleted",
            unreachable(Reason::ChatDeleted),
        ),
        (
            403,
            "Forbidden: words of tomorrow",
            unreachable(Reason::Forbidden),
        ),
        (
            400,
            "Bad Request: chat not found",
            unreachable(Reason::ChatNotFound),
        ),
        (
            400,
            "Bad Request: PEER_ID_INVALID",
            unreachable(Reason::ChatNotFound),
        ),
        (
            400,
            "Bad Request: USER_IS_BLOCKED",
            unreachable(Reason::Blocked),
        ),
        (
            400,
            "Bad Request: INPUT_USER_DEACTIVATED",
            unreachable(Reason::Deactivated),
        ),
        (
            400,
            "Bad Request: not enough rights to send text messages to the chat",
            unreachable(Reason::MayNotWrite),
        ),
        (
            400,
            "Bad Request: not enough rights to send photos to the chat",
            unreachable(Reason::MayNotWrite),
        ),
        (
            400,
            "Bad Request: have no write access to the chat",
            unreachable(Reason::MayNotWrite),
        ),
        (
            400,
            "Bad Request: have no rights to send a message",
            unreachable(Reason::MayNotWrite),
        ),
        (
            400,
            "Bad Request: need administrator rights in the channel chat",
            unreachable(Reason::MayNotWrite),
        ),
        (
            400,
            "Bad Request: CHAT_WRITE_FORBIDDEN",
            unreachable(Reason::MayNotWrite),
        ),
        (
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
            stale(Reason::TapTooOld),
        ),
        (
            400,
            "Bad Request: query is too old and response timeout expired or query id is invalid",
            stale(Reason::TapTooOld),
        ),
        (
            400,
            "Bad Request: message to edit not found",
            stale(Reason::MessageGone),
        ),
        (
            400,
            "Bad Request: message to delete not found",
            stale(Reason::MessageGone),
        ),
        (
            400,
            "Bad Request: message to be replied not found",
            stale(Reason::MessageGone),
        ),
        (
            400,
            "Bad Request: message can't be edited",
            stale(Reason::NotEditable),
        ),
        (
            400,
            "Bad Request: MESSAGE_ID_INVALID",
            stale(Reason::MessageGone),
        ),
        (
            400,
            "Bad Request: message thread not found",
            stale(Reason::TopicGone),
        ),
        (400, "Bad Request: TOPIC_CLOSED", stale(Reason::TopicClosed)),
        (
            400,
            "Bad Request: message is too long",
            rejected(Reason::TextTooLong),
        ),
        (
            400,
            "Bad Request: MESSAGE_TOO_LONG",
            rejected(Reason::TextTooLong),
        ),
        (
            400,
            "Bad Request: text is too long",
            rejected(Reason::TextTooLong),
        ),
        (
            400,
            "Bad Request: message caption is too long",
            rejected(Reason::TextTooLong),
        ),
        (
            400,
            "Bad Request: message text is empty",
            rejected(Reason::TextEmpty),
        ),
        (
            400,
            "Bad Request: can't parse entities: Unsupported start tag \"Ana\" at byte offset 5",
            rejected(Reason::WrongHtml),
        ),
        (
            400,
            "Bad Request: reply markup is too long",
            rejected(Reason::TooManyButtons),
        ),
        (
            400,
            "Bad Request: BUTTON_DATA_INVALID",
            rejected(Reason::WrongButton),
        ),
        (
            400,
            "Bad Request: wrong thing \"Ana Ngô\" 0912",
            rejected(Reason::of("refused: wrong thing")),
        ),
    ] {
        assert_eq!(
            of(&send(), refusal(code, description)),
            expected,
            "{description}"
        );
    }
}

#[test]
fn an_edit_that_changes_nothing_is_done() {
    let words = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    assert_eq!(
        of(&edit(), refusal(400, words)),
        Outcome::Sent(Some(MessageId(9)))
    );
    let words = "Bad Request: MESSAGE_NOT_MODIFIED";
    assert_eq!(
        of(&edit(), refusal(400, words)),
        Outcome::Sent(Some(MessageId(9)))
    );
}

#[test]
fn too_many_requests_says_how_long_in_one_of_three_places() {
    let wait = |seconds| Outcome::RetryAfter { seconds };
    let body = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7,"adaptive_retry":0.5}}"#;
    assert_eq!(of(&send(), answered(429, body)), wait(7));
    let header = |body: &str| HttpOutcome::Answered {
        status: 429,
        retry_after: Some(9),
        body: body.as_bytes().to_vec(),
    };
    assert_eq!(of(&send(), header("<html>")), wait(9));
    assert_eq!(of(&send(), header(r#"{"ok":false}"#)), wait(9));
    assert_eq!(of(&send(), answered(429, "<html>")), wait(WAIT));
}

#[test]
fn a_group_that_moved_names_its_new_id() {
    let body = r#"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001}}"#;
    assert_eq!(
        of(&send(), answered(400, body)),
        Outcome::Moved(ChatId(-1001))
    );
}

#[test]
fn trouble_on_the_way_is_in_doubt_only_where_it_is() {
    let failed = |reason, maybe_sent| Outcome::Failed { reason, maybe_sent };
    let html = "<html><h1>502 Bad Gateway</h1></html>";
    assert_eq!(
        of(&send(), refusal(500, "Internal Server Error")),
        failed(Reason::ServerError, false)
    );
    assert_eq!(
        of(&send(), answered(502, html)),
        failed(Reason::ServerError, true)
    );
    assert_eq!(
        of(&send(), answered(504, html)),
        failed(Reason::ServerError, true)
    );
    assert_eq!(
        of(&send(), answered(503, html)),
        failed(Reason::ServerError, false)
    );
    assert_eq!(
        of(&send(), answered(302, "")),
        failed(Reason::NotTheMessenger, false)
    );
    assert_eq!(
        of(&send(), answered(404, html)),
        failed(Reason::NotTheMessenger, false)
    );
    assert_eq!(
        of(&send(), HttpOutcome::Broken(Reason::NoAnswer)),
        failed(Reason::NoAnswer, true)
    );
    assert_eq!(of(&send(), HttpOutcome::Unreached), Outcome::Untried);
    assert_eq!(
        of(&send(), refusal(401, "Unauthorized")),
        failed(Reason::TokenRefused, false)
    );
    assert_eq!(
        of(&send(), refusal(404, "Not Found")),
        failed(Reason::TokenRefused, false)
    );
}

#[test]
fn a_poll_knows_why_it_gets_nothing() {
    for (code, description, expected) in [
        (401, "Unauthorized", PollError::Token),
        (404, "Not Found", PollError::Token),
        (
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
            PollError::SecondInstance,
        ),
        (
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            PollError::Webhook,
        ),
        (
            500,
            "Internal Server Error",
            PollError::Away(Reason::ServerError),
        ),
        (400, "Bad Request: x", PollError::Away(Reason::Forbidden)),
    ] {
        assert_eq!(
            updates(refusal(code, description)),
            Err(expected),
            "{description}"
        );
    }
    let unreadable = PollError::Away(Reason::NotTheMessenger);
    assert_eq!(updates(answered(200, "<html>")), Err(unreadable));
    assert_eq!(
        updates(HttpOutcome::Unreached),
        Err(PollError::Away(Reason::NoConnection))
    );
    assert_eq!(
        updates(answered(200, r#"{"ok":true,"result":[1]}"#)),
        Ok(vec![json!(1)])
    );
}

#[test]
fn the_bot_learns_who_it_is() {
    let body =
        r#"{"ok":true,"result":{"id":12,"is_bot":true,"first_name":"B","username":"b_bot"}}"#;
    let expected = Me {
        id: UserId(12),
        username: "b_bot".to_owned(),
    };
    assert_eq!(me(answered(200, body)), Ok(expected));
    assert_eq!(me(refusal(401, "Unauthorized")), Err(PollError::Token));
    assert_eq!(
        me(answered(200, r#"{"ok":true,"result":{"id":1}}"#)),
        Err(PollError::Away(Reason::NotTheMessenger))
    );
}
