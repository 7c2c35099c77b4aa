//! Updates as the messenger sends them, and what is left of them.

use serde_json::json;

use super::*;

fn event(update: &Value) -> Event {
    inbound(update).expect("it has an id").event
}

fn ana() -> Value {
    json!({ "id": 11, "is_bot": false, "first_name": "Ana", "last_name": "Ngô", "username": "ana", "language_code": "vi" })
}

fn private() -> Value {
    json!({ "id": 11, "type": "private", "first_name": "Ana", "username": "ana" })
}

fn group() -> Value {
    json!({ "id": -1_001_234_567_890_i64, "type": "supergroup", "title": "Công đoàn", "is_forum": true })
}

/// A message in a private chat, with more fields or other ones.
fn message(more: &Value) -> Value {
    let mut message =
        json!({ "message_id": 5, "date": 1_700_000_000, "from": ana(), "chat": private() });
    merge(&mut message, more);
    json!({ "update_id": 7, "message": message })
}

fn merge(into: &mut Value, more: &Value) {
    for (name, value) in more.as_object().expect("an object") {
        into[name] = value.clone();
    }
}

fn person() -> Person {
    Person {
        user: UserId(11),
        language: Some(Language::Vi),
    }
}

fn at(chat: i64, kind: ChatKind, thread: Option<i32>) -> Place {
    Place {
        chat: ChatId(chat),
        kind,
        thread: thread.map(ThreadId),
    }
}

#[test]
fn a_command_in_a_private_chat() {
    let update = message(&json!({
        "text": "/start abc",
        "entities": [{ "type": "bot_command", "offset": 0, "length": 6 }],
    }));
    let expected = Inbound {
        id: UpdateId(7),
        kind: "message",
        written: Some(1_700_000_000),
        event: Event::Said(IncomingMessage {
            place: at(11, ChatKind::Private, None),
            author: Author::Person(person()),
            message: MessageId(5),
            text: Some("/start abc".to_owned()),
            forwarded: false,
            document: None,
            content: Formatting {
                own: MessagePart::Words("/start abc".to_owned()),
                quoted: MessagePart::Nothing,
            },
        }),
    };
    assert_eq!(inbound(&update), Some(expected));
}

#[test]
fn what_an_officer_writes_keeps_its_format_and_says_what_it_is_made_of() {
    let bold = json!([{ "type": "bold", "offset": 0, "length": 3 }]);
    let content = |body: &Value| said(&message(body)).content;
    let written = content(&json!({ "text": "Mời họp", "entities": bold }));
    assert_eq!(written.own, MessagePart::Words("<b>Mời</b> họp".to_owned()));
    let size = |id: &str| json!({ "file_id": id, "file_unique_id": "b", "width": 1, "height": 1, "file_size": 1 });
    let photo = json!([size("small"), size("large")]);
    let pictured =
        content(&json!({ "photo": photo, "caption": "Mời họp", "caption_entities": bold }));
    let words = "<b>Mời</b> họp".to_owned();
    assert_eq!(
        pictured.own,
        MessagePart::File(FileKind::Photo, "large".to_owned(), words)
    );
    let document = json!({ "file_id": "d", "file_unique_id": "b", "file_size": 1 });
    let filed = content(&json!({ "document": document }));
    assert_eq!(
        filed.own,
        MessagePart::File(FileKind::Document, "d".to_owned(), String::new())
    );
    let film = json!({ "file_id": "d", "file_unique_id": "b", "file_size": 1, "width": 1, "height": 1, "duration": 1 });
    let moving = content(&json!({ "document": document, "animation": film }));
    assert_eq!(
        moving.own,
        MessagePart::Other,
        "a moving picture is no document"
    );
    let album = content(&json!({ "photo": photo, "media_group_id": "77" }));
    assert_eq!(album.own, MessagePart::Album("77".to_owned()));
}

#[test]
fn the_message_that_is_answered_comes_along_but_only_in_private() {
    let quoted = |chat: Value| {
        let quoted = json!({
            "message_id": 4, "date": 0, "chat": chat.clone(), "text": "Cũ",
            "from": { "id": 12, "is_bot": false, "first_name": "A" },
        });
        let body = json!({ "chat": chat, "text": "/broadcast", "reply_to_message": quoted });
        said(&message(&body)).content
    };
    let private = quoted(json!({ "id": 11, "type": "private", "first_name": "Lan" }));
    assert_eq!(private.quoted, MessagePart::Words("Cũ".to_owned()));
    assert_eq!(quoted(group()), Formatting::default());
}

fn said(update: &Value) -> IncomingMessage {
    match event(update) {
        Event::Said(said) => said,
        other => panic!("not said, but {other:?}"),
    }
}

#[test]
fn a_text_with_an_entity_or_button_of_tomorrow_keeps_its_words() {
    let update = message(&json!({
        "text": "Hẹn 9:00",
        "entities": [{ "type": "date_time", "offset": 4, "length": 4, "unix_time": 1 }],
    }));
    assert_eq!(said(&update).text.as_deref(), Some("Hẹn 9:00"));
    let update = message(&json!({
        "text": "B",
        "reply_markup": { "inline_keyboard": [[{ "text": "x", "disabled": {} }]] },
    }));
    assert_eq!(said(&update).text.as_deref(), Some("B"));
}

#[test]
fn what_no_document_can_hold_becomes_a_space_and_formats_stay_where_they_are() {
    let bold = json!([{ "type": "bold", "offset": 5, "length": 3 }]);
    let update = message(&json!({ "text": "A\u{7}\u{fffe}\u{1fffe}B\u{202e}C", "entities": bold }));
    let said = said(&update);
    assert_eq!(said.text.as_deref(), Some("A   B C"));
    assert_eq!(
        said.content.own,
        MessagePart::Words("A   <b>B C</b>".into())
    );
}

#[test]
fn a_caption_is_no_text() {
    let photo =
        json!([{ "file_id": "a", "file_unique_id": "b", "width": 1, "height": 1, "file_size": 1 }]);
    let update = message(&json!({ "photo": photo, "caption": "B" }));
    assert_eq!(said(&update).text, None);
    let update = message(&json!({ "dice": { "emoji": "🎲", "value": 3 } }));
    assert_eq!(said(&update).text, None);
}

#[test]
fn only_a_real_topic_is_a_thread() {
    let topic = message(
        &json!({ "chat": group(), "text": "x", "message_thread_id": 9, "is_topic_message": true }),
    );
    let expected = at(-1_001_234_567_890, ChatKind::Group, Some(9));
    assert_eq!(said(&topic).place, expected);
    let reply = message(&json!({ "chat": group(), "text": "x", "message_thread_id": 9 }));
    assert_eq!(said(&reply).place.thread, None);
}

#[test]
fn who_hides_behind_a_group_or_channel_is_nobody() {
    let anonymous = json!({ "id": 1_087_968_824, "is_bot": true, "first_name": "Group", "username": "GroupAnonymousBot" });
    let channel = json!({ "id": 136_817_688, "is_bot": true, "first_name": "Channel", "username": "Channel_Bot" });
    let telegram = json!({ "id": 777_000, "is_bot": false, "first_name": "Telegram" });
    let news = json!({ "id": -1005, "type": "channel", "title": "Tin" });
    for more in [
        json!({ "from": anonymous, "sender_chat": group() }),
        json!({ "from": channel, "sender_chat": news }),
        json!({ "from": telegram, "sender_chat": news, "is_automatic_forward": true }),
        json!({ "from": ana(), "sender_chat": news }),
        // A sandbox or mirror that leaves out the sender.
        json!({ "from": anonymous }),
        json!({ "from": null }),
    ] {
        let mut update = message(&json!({ "chat": group(), "text": "/report" }));
        merge(&mut update["message"], &more);
        assert_eq!(said(&update).author, Author::Hidden, "{more}");
    }
}

#[test]
fn bots_service_messages_edits_and_channels_are_ignored() {
    let bot = json!({ "id": 12, "is_bot": true, "first_name": "B", "username": "b_bot" });
    let channel = json!({ "id": -1005, "type": "channel", "title": "Tin" });
    for update in [
        message(&json!({ "from": bot, "text": "/report" })),
        message(&json!({ "chat": group(), "new_chat_members": [bot] })),
        message(&json!({ "chat": group(), "left_chat_member": bot })),
        message(&json!({ "chat": group(), "new_chat_title": "x" })),
        message(
            &json!({ "chat": group(), "forum_topic_created": { "name": "x", "icon_color": 7_322_096 } }),
        ),
        message(&json!({ "pinned_message": {} })),
        message(&json!({ "chat": channel, "text": "x" })),
    ] {
        assert_eq!(
            inbound(&update).map(|i| (i.kind, i.event)),
            Some(("message", Event::Ignored)),
            "{update}"
        );
    }
    let mut edited = message(&json!({ "text": "/stop", "edit_date": 1_700_000_001 }));
    edited["edited_message"] = edited["message"].take();
    edited.as_object_mut().expect("an object").remove("message");
    let expected = Inbound {
        id: UpdateId(7),
        kind: "other",
        written: None,
        event: Event::Ignored,
    };
    assert_eq!(inbound(&edited), Some(expected.clone()));
    assert_eq!(
        inbound(&json!({ "update_id": 7, "tomorrow": { "a": 1 } })),
        Some(expected)
    );
}

#[test]
fn one_unreadable_update_is_only_itself() {
    for update in [
        json!({ "update_id": 7, "message": { "message_id": "no number" } }),
        json!({ "update_id": 7, "callback_query": { "id": 1 } }),
        json!({ "update_id": 7, "my_chat_member": null }),
    ] {
        let expected = Inbound {
            id: UpdateId(7),
            kind: "unreadable",
            written: None,
            event: Event::Ignored,
        };
        assert_eq!(inbound(&update), Some(expected), "{update}");
    }
    assert_eq!(inbound(&json!({ "message": {} })), None);
    assert_eq!(inbound(&json!("?")), None);
}

fn tap(more: &Value) -> Event {
    let mut query = json!({ "id": "77", "from": ana(), "chat_instance": "1", "data": "q:1:B" });
    merge(&mut query, more);
    event(&json!({ "update_id": 8, "callback_query": query }))
}

#[test]
fn a_tap_knows_its_message_as_far_as_the_messenger_does() {
    let expected = Tapped {
        query: "77".to_owned(),
        person: person(),
        place: Some(at(-1_001_234_567_890, ChatKind::Group, Some(9))),
        message: Some(MessageId(6)),
        words: Some("?".to_owned()),
        data: "q:1:B".to_owned(),
    };
    let bot = json!({ "id": 12, "is_bot": true, "first_name": "B", "username": "b_bot" });
    let present = json!({ "message_id": 6, "date": 1_700_000_000, "from": bot, "chat": group(), "text": "?",
        "message_thread_id": 9, "is_topic_message": true });
    assert_eq!(
        tap(&json!({ "message": present })),
        Event::Tapped(expected.clone())
    );
    let inaccessible = json!({ "message_id": 6, "date": 0, "chat": group() });
    let mut bare = expected.clone();
    bare.place = Some(at(-1_001_234_567_890, ChatKind::Group, None));
    bare.words = None;
    assert_eq!(
        tap(&json!({ "message": inaccessible })),
        Event::Tapped(bare)
    );
    let mut absent = expected;
    (absent.place, absent.message, absent.words) = (None, None, None);
    assert_eq!(
        tap(&json!({ "inline_message_id": "x" })),
        Event::Tapped(absent)
    );
    assert_eq!(
        tap(&json!({ "data": null, "game_short_name": "x" })),
        Event::Ignored
    );
}

fn change(chat: &Value, old: &Value, new: &Value) -> Standing {
    let bot = json!({ "id": 12, "is_bot": true, "first_name": "B", "username": "b_bot" });
    let member = |more: &Value| {
        let mut member = json!({ "user": bot });
        merge(&mut member, more);
        member
    };
    let update = json!({ "update_id": 9, "my_chat_member": {
        "chat": chat, "from": ana(), "date": 1_700_000_000,
        "old_chat_member": member(old), "new_chat_member": member(new),
    }});
    match event(&update) {
        Event::Standing(standing) => standing,
        other => panic!("no standing, but {other:?}"),
    }
}

#[test]
fn standing_tells_whether_the_bot_can_write() {
    let member = json!({ "status": "member" });
    let left = json!({ "status": "left" });
    let kicked = json!({ "status": "kicked", "until_date": 0 });
    let mute = |is_member: bool, can: bool| {
        json!({ "status": "restricted", "is_member": is_member, "until_date": 0, "can_send_messages": can,
            "can_send_audios": can, "can_send_documents": can, "can_send_photos": can, "can_send_videos": can,
            "can_send_video_notes": can, "can_send_voice_notes": can, "can_send_polls": can,
            "can_send_other_messages": can, "can_add_web_page_previews": can, "can_change_info": false,
            "can_invite_users": false, "can_pin_messages": false, "can_manage_topics": false })
    };
    let administrator = json!({ "status": "administrator", "can_be_edited": false, "is_anonymous": false,
        "can_manage_chat": true, "can_delete_messages": true, "can_manage_video_chats": true,
        "can_restrict_members": true, "can_promote_members": false, "can_change_info": true,
        "can_invite_users": true, "can_post_stories": true, "can_edit_stories": true, "can_delete_stories": true,
        "can_pin_messages": true, "can_manage_topics": true });
    for (chat, old, new, expected) in [
        (private(), &member, &kicked, (true, false)),
        (private(), &kicked, &member, (false, true)),
        (group(), &left, &member, (false, true)),
        (group(), &member, &administrator, (true, true)),
        (group(), &member, &mute(true, false), (true, false)),
        (
            group(),
            &mute(true, false),
            &mute(true, true),
            (false, true),
        ),
        (
            group(),
            &mute(true, true),
            &mute(false, true),
            (true, false),
        ),
        (group(), &member, &left, (true, false)),
    ] {
        let standing = change(&chat, old, new);
        assert_eq!(
            (standing.was_present, standing.present),
            expected,
            "{old} → {new}"
        );
        assert_eq!(standing.by, Author::Person(person()));
    }
}

#[test]
fn a_group_that_moved_says_so_from_both_sides() {
    let old =
        json!({ "id": -55, "type": "group", "title": "x", "all_members_are_administrators": true });
    let expected = Event::Moved {
        from: ChatId(-55),
        to: ChatId(-1_001_234_567_890),
    };
    let to = message(&json!({ "chat": old, "migrate_to_chat_id": -1_001_234_567_890_i64 }));
    assert_eq!(event(&to), expected);
    let from = message(&json!({ "chat": group(), "migrate_from_chat_id": -55 }));
    assert_eq!(event(&from), expected);
}

#[test]
fn the_messenger_is_asked_for_every_kind_we_act_on() {
    let me = json!({ "status": "member", "user": { "id": 12, "is_bot": true, "first_name": "B" } });
    let updates = [
        message(&json!({ "text": "x" })),
        json!({ "update_id": 1, "callback_query": { "id": "1", "from": ana(), "chat_instance": "1", "data": "x" } }),
        json!({ "update_id": 1, "my_chat_member": { "chat": private(), "from": ana(), "date": 1, "old_chat_member": me, "new_chat_member": me } }),
    ];
    let acted_on: Vec<_> = updates.iter().filter_map(inbound).collect();
    assert!(
        acted_on
            .iter()
            .all(|inbound| inbound.event != Event::Ignored)
    );
    assert_eq!(
        acted_on
            .iter()
            .map(|inbound| inbound.kind)
            .collect::<Vec<_>>(),
        ALLOWED
    );
}

#[test]
fn whatever_a_person_sends_is_heard_kinds_of_tomorrow_included() {
    let tomorrow = json!([{ "type": "of_tomorrow", "offset": 0, "length": 3 }]);
    let photo = json!([{ "file_id": "p", "file_unique_id": "b", "width": 1, "height": 1 }]);
    let captioned = json!({ "photo": photo, "caption": "Mời họp", "caption_entities": tomorrow });
    let words = "Mời họp".to_owned();
    assert_eq!(
        said(&message(&captioned)).content.own,
        MessagePart::File(FileKind::Photo, "p".to_owned(), words)
    );
    let buttons =
        json!({ "inline_keyboard": [[{ "text": "x", "button_of_tomorrow": { "a": 1 } }]] });
    let forwarded = json!({ "photo": photo, "reply_markup": buttons });
    assert!(matches!(
        said(&message(&forwarded)).content.own,
        MessagePart::File(..)
    ));
    for kind in [
        "voice",
        "video",
        "sticker",
        "poll",
        "story",
        "kind_of_tomorrow",
    ] {
        let sent = said(&message(&json!({ kind: { "file_id": "v" } })));
        assert_eq!(sent.text, None, "{kind}");
        assert_eq!(sent.content.own, MessagePart::Other, "{kind}");
    }
}

#[test]
fn a_tap_under_a_message_that_cannot_be_read_is_a_tap() {
    let under = json!({
        "message_id": 9, "chat": private(), "date": 1, "text": "?",
        "entities": [{ "type": "of_tomorrow", "offset": 0, "length": 1 }],
    });
    let Event::Tapped(tapped) = tap(&json!({ "message": under })) else {
        panic!("no tap");
    };
    assert_eq!(tapped.message, Some(MessageId(9)));
}
