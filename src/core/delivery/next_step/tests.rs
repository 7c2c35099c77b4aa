//! Each purpose beside each refusal: somebody is told, or the row says why not.

use super::*;
use crate::outgoing::{FileContent, FileKind, OnDoubt};
use crate::types::{
    BroadcastId, ChatId, CommendationId, FormPeriodId, MemberId, MessageId, PlanId, QuizId,
    RecipientId, RoundId, ThreadId, UnitId,
};

const OFFICER: UserId = UserId(11);
const GROUP: ChatId = ChatId(-1_001);

fn purposes() -> Vec<Purpose> {
    vec![
        Purpose::Plain,
        Purpose::Private,
        Purpose::InGroup(OFFICER),
        Purpose::Register(UnitId(1)),
        Purpose::Journal(MemberId(1)),
        Purpose::Item(MemberId(1), RoundId(1)),
        Purpose::Quiz(QuizId(1)),
        Purpose::Units(OFFICER, Language::Vi),
        Purpose::Sheet(OFFICER, Language::Vi, FormPeriodId(1)),
        Purpose::PlanSheet(OFFICER, Language::Vi, PlanId(1)),
        Purpose::Broadcast(BroadcastId(1), RecipientId(1)),
        Purpose::Unsend(BroadcastId(1), RecipientId(1)),
        Purpose::Card(BroadcastId(1)),
        Purpose::Commended(CommendationId(1)),
    ]
}

fn send(chat: ChatId, thread: Option<ThreadId>, reply_to: Option<MessageId>) -> Call {
    Call::Send {
        chat,
        thread,
        text: "x".to_owned(),
        keyboard: Vec::new(),
        reply_to,
    }
}

fn file(chat: ChatId, thread: Option<ThreadId>) -> Call {
    Call::File {
        chat,
        thread,
        kind: FileKind::Photo,
        content: FileContent::Known("f".to_owned()),
        caption: String::new(),
        keyboard: Vec::new(),
        reply_to: None,
    }
}

fn edit(chat: ChatId, or_send: bool) -> Call {
    Call::Edit {
        chat,
        message: MessageId(5),
        text: "x".to_owned(),
        keyboard: Vec::new(),
        or_send,
    }
}

fn owed(purpose: Purpose, call: &Call, lane: Lane) -> Owed {
    Owed {
        purpose,
        chat: call.chat(),
        lane,
        attempts: 1,
        on_doubt: OnDoubt::Again,
    }
}

fn refusals() -> Vec<Outcome> {
    let stale = [
        Reason::MessageGone,
        Reason::NotEditable,
        Reason::NotDeletable,
        Reason::TopicGone,
        Reason::TopicClosed,
        Reason::TapTooOld,
    ];
    let unreachable = [
        Reason::Blocked,
        Reason::Deactivated,
        Reason::NeverStarted,
        Reason::Kicked,
        Reason::NotAMember,
        Reason::ChatDeleted,
        Reason::ChatNotFound,
        Reason::MayNotWrite,
        Reason::Forbidden,
    ];
    let rejected = [
        Reason::TextTooLong,
        Reason::TextEmpty,
        Reason::WrongHtml,
        Reason::TooManyButtons,
        Reason::WrongButton,
        Reason::FileTooLarge,
        Reason::FileNotKnown,
        Reason::NoPicture,
        Reason::Refused("refused: x".to_owned()),
    ];
    let stale = stale.map(|reason| Outcome::Stale { reason });
    let unreachable = unreachable.map(|reason| Outcome::Unreachable { reason });
    let rejected = rejected.map(|reason| Outcome::Rejected { reason });
    let failed = [
        Reason::ServerError,
        Reason::NoAnswer,
        Reason::ConnectionBroke,
    ];
    let failed = failed
        .into_iter()
        .flat_map(|reason| [true, false].map(|maybe_sent| (reason.clone(), maybe_sent)))
        .map(|(reason, maybe_sent)| Outcome::Failed { reason, maybe_sent });
    stale
        .into_iter()
        .chain(unreachable)
        .chain(rejected)
        .chain(failed)
        .chain([
            Outcome::Moved(ChatId(-1_002)),
            Outcome::Moved(ChatId(5)),
            Outcome::Expired,
        ])
        .collect()
}

/// Why nothing follows, where nothing does.
fn excuse(owed: &Owed, call: &Call, outcome: &Outcome) -> Option<&'static str> {
    let private = owed.chat.is_some_and(|chat| !chat.is_group());
    match (owed.purpose, call, outcome) {
        (Purpose::Broadcast(..) | Purpose::Unsend(..), ..) => Some("the officer's card says it"),
        (.., Outcome::Expired) => {
            Some("it was worth sending for so long, and nobody waits any more")
        }
        (.., Outcome::Failed { .. } | Outcome::Moved(_)) if owed.attempts < ATTEMPTS_MAX => {
            Some("it is tried again")
        }
        (.., Outcome::Moved(_)) if private => Some("only groups move: no such answer is known"),
        _ if owed.lane != Lane::Reply => Some("nobody has asked for it"),
        (
            Purpose::Units(..) | Purpose::Sheet(..) | Purpose::PlanSheet(..),
            _,
            Outcome::Rejected { .. } | Outcome::Failed { .. } | Outcome::Moved(_),
        ) => Some("the list's own feature tells it"),
        (_, Call::Edit { or_send: false, .. }, Outcome::Stale { .. }) => {
            Some("nobody waits for that edit")
        }
        (_, _, Outcome::Unreachable { .. }) if private => Some("they cannot be written to"),
        (_, _, Outcome::Stale { .. }) if private => Some("the messenger says so of no such call"),
        // In groups what nobody has asked for is posted for all, and is looked after by its own feature.
        (purpose, ..) if !private && !matches!(purpose, Purpose::InGroup(_)) => {
            Some("no person is known who waits for it")
        }
        _ => None,
    }
}

#[test]
fn after_each_refusal_there_is_a_next_step_or_a_reason_why_not() {
    let mut seen = 0;
    for purpose in purposes() {
        for (lane, attempts) in [
            (Lane::Reply, 1),
            (Lane::Reply, ATTEMPTS_MAX),
            (Lane::Notice, ATTEMPTS_MAX),
        ] {
            for chat in [OFFICER.into(), GROUP] {
                let calls = [
                    send(chat, None, None),
                    send(chat, Some(ThreadId(2)), Some(MessageId(3))),
                    file(chat, None),
                    file(chat, Some(ThreadId(2))),
                    edit(chat, true),
                    edit(chat, false),
                ];
                for (call, outcome) in calls
                    .iter()
                    .flat_map(|call| refusals().into_iter().map(move |outcome| (call, outcome)))
                {
                    let owed = Owed {
                        attempts,
                        ..owed(purpose, call, lane)
                    };
                    let step = next_step(&owed, call.clone(), &outcome);
                    let excuse = excuse(&owed, call, &outcome);
                    assert!(
                        step != NextStep::Nothing || excuse.is_some(),
                        "silence: {purpose:?} {lane:?} {attempts} {call:?} {outcome:?}"
                    );
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 6_000, "{seen}");
}

#[test]
fn what_comes_instead_asks_for_less_and_ends() {
    for call in [
        send(GROUP, Some(ThreadId(2)), Some(MessageId(3))),
        file(GROUP, Some(ThreadId(2))),
        edit(OFFICER.into(), true),
    ] {
        for outcome in refusals() {
            let (mut call, mut steps) = (call.clone(), 0);
            let owed = owed(Purpose::InGroup(OFFICER), &call, Lane::Reply);
            while let NextStep::Instead(next) = next_step(&owed, call.clone(), &outcome) {
                (call, steps) = (next, steps + 1);
                assert!(steps < 4, "{outcome:?}");
            }
        }
    }
}

#[test]
fn a_card_that_a_group_does_not_take_is_told_to_whoever_posted_it() {
    let call = send(GROUP, None, None);
    let card = CommendationId(4);
    let owed = owed(Purpose::Commended(card), &call, Lane::Notice);
    let refused = Outcome::Unreachable {
        reason: Reason::Kicked,
    };
    assert_eq!(
        next_step(&owed, call, &refused),
        NextStep::TellAuthor(card, "why-kicked")
    );
}

#[test]
fn a_group_that_does_not_take_an_answer_is_told_of_in_private() {
    let call = send(GROUP, None, None);
    let owed = owed(Purpose::InGroup(OFFICER), &call, Lane::Reply);
    let refused = Outcome::Unreachable {
        reason: Reason::MayNotWrite,
    };
    assert_eq!(
        next_step(&owed, call, &refused),
        NextStep::Tell(OFFICER, Undelivered::InGroup("why-forbidden"))
    );
}
