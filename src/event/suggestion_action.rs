//! What buttons of suggestions ask for, a member's and an officer's.
//!
//! Knows how it is written. Must not know who may: anyone can forge any of this.

use crate::types::{SuggestionKey, SuggestionLabel, UnitId};

/// Which draft a button belongs to: one of an older draft means nothing.
pub type DraftCode = u32;

/// A button of suggestions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionAction {
    /// What suggestions are for, before anything is asked.
    Open,
    /// Where a denunciation or complaint goes instead.
    Denounce,
    /// The topics.
    Topics,
    /// Write about this topic.
    Topic(u8),
    /// Send it, hidden.
    Send(DraftCode),
    /// Say under which name it is sent.
    AskName(DraftCode),
    /// Send it with the name that was typed.
    SendNamed(DraftCode),
    /// Write it anew.
    Rewrite(DraftCode),
    /// Give it up.
    Drop(DraftCode),
    /// The author's own: show it.
    Look(SuggestionKey),
    /// Hide it again.
    Hide(SuggestionKey),
    /// Take it back.
    Withdraw(SuggestionKey),
    /// Put a name to it.
    Sign(SuggestionKey),
    /// Answer what officers asked about it.
    Add(SuggestionKey),
    /// What was answered, this page of it.
    Answered(u16),
    /// I see it so, too.
    Second(SuggestionLabel),
    /// For officers: the box of a unit.
    Desk(UnitId),
    /// Type number and date of the regulation.
    Regulate(UnitId),
    /// One suggestion.
    Item(SuggestionLabel),
    /// Which word it is answered by.
    Answer(SuggestionLabel),
    /// This one: now the sentence.
    Word(SuggestionLabel, u8),
    /// Do what was shown: publish the answer, cut the words out.
    Confirm(DraftCode),
    /// Which other one says the same.
    Same(SuggestionLabel),
    /// This one.
    SameAs(SuggestionLabel, SuggestionLabel),
    /// It does not after all.
    NotSame(SuggestionLabel),
    /// A paper for the head of the agency.
    Forward(SuggestionLabel),
    /// Ask its author.
    Ask(SuggestionLabel),
    /// Why it is not published.
    Refuse(SuggestionLabel),
    /// For this reason.
    RefuseFor(SuggestionLabel, u8),
    /// Cut words out of it.
    Cut(SuggestionLabel),
    /// Into which task of the yearly plan an accepted one goes.
    Plan(SuggestionLabel),
    /// Into this one, as a line that is written on.
    PlanTo(SuggestionLabel, u8),
    /// All of a unit as a table, or as a document.
    File(UnitId, bool),
    /// For the level above: counts of each unit.
    Counts(UnitId),
    /// Opinions before the yearly meeting of a unit.
    Meeting(UnitId),
    /// Ask for them until a day.
    MeetingAsk(UnitId),
    /// What they came to: a table (0), a document (1), the paper for half a year later (2).
    MeetingFile(UnitId, u8),
}

impl SuggestionAction {
    pub(super) fn data(self) -> String {
        match self {
            Self::Open => "o".into(),
            Self::Denounce => "t".into(),
            Self::Topics => "l".into(),
            Self::Topic(topic) => format!("w:{topic}"),
            Self::Send(draft) => format!("s:{draft:x}"),
            Self::AskName(draft) => format!("n?:{draft:x}"),
            Self::SendNamed(draft) => format!("n:{draft:x}"),
            Self::Rewrite(draft) => format!("e:{draft:x}"),
            Self::Drop(draft) => format!("x:{draft:x}"),
            Self::Look(key) => format!("k:{}", key.text()),
            Self::Hide(key) => format!("h:{}", key.text()),
            Self::Withdraw(key) => format!("r:{}", key.text()),
            Self::Sign(key) => format!("g:{}", key.text()),
            Self::Add(key) => format!("d:{}", key.text()),
            Self::Answered(page) => format!("a:{page}"),
            Self::Second(label) => format!("2:{}", label.text()),
            Self::Desk(unit) => format!("u:{}", unit.0),
            Self::Regulate(unit) => format!("u+:{}", unit.0),
            Self::Item(label) => format!("i:{}", label.text()),
            Self::Answer(label) => format!("i1:{}", label.text()),
            Self::Word(label, word) => format!("i2:{}:{word}", label.text()),
            Self::Confirm(draft) => format!("i3:{draft:x}"),
            Self::Same(label) => format!("i=:{}", label.text()),
            Self::SameAs(label, other) => format!("i=:{}:{}", label.text(), other.text()),
            Self::NotSame(label) => format!("i-:{}", label.text()),
            Self::Forward(label) => format!("if:{}", label.text()),
            Self::Ask(label) => format!("iq:{}", label.text()),
            Self::Refuse(label) => format!("ir:{}", label.text()),
            Self::RefuseFor(label, reason) => format!("ir:{}:{reason}", label.text()),
            Self::Cut(label) => format!("ic:{}", label.text()),
            Self::Plan(label) => format!("ip:{}", label.text()),
            Self::PlanTo(label, task) => format!("ip:{}:{task}", label.text()),
            Self::File(unit, document) => format!("uf:{}:{}", unit.0, u8::from(document)),
            Self::Counts(unit) => format!("uc:{}", unit.0),
            Self::Meeting(unit) => format!("m:{}", unit.0),
            Self::MeetingAsk(unit) => format!("m+:{}", unit.0),
            Self::MeetingFile(unit, kind) => format!("mf:{}:{kind}", unit.0),
        }
    }

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let draft = |text: &str| u32::from_str_radix(text, 16).ok();
        let key = SuggestionKey::parse;
        Some(match parts {
            ["o"] => Self::Open,
            ["t"] => Self::Denounce,
            ["l"] => Self::Topics,
            ["w", topic] => Self::Topic(topic.parse().ok()?),
            ["s", of] => Self::Send(draft(of)?),
            ["n?", of] => Self::AskName(draft(of)?),
            ["n", of] => Self::SendNamed(draft(of)?),
            ["e", of] => Self::Rewrite(draft(of)?),
            ["x", of] => Self::Drop(draft(of)?),
            ["k", of] => Self::Look(key(of)?),
            ["h", of] => Self::Hide(key(of)?),
            ["r", of] => Self::Withdraw(key(of)?),
            ["g", of] => Self::Sign(key(of)?),
            ["d", of] => Self::Add(key(of)?),
            ["a", page] => Self::Answered(page.parse().ok()?),
            officers => Self::parse_of_officers(officers)?,
        })
    }

    fn parse_of_officers(parts: &[&str]) -> Option<Self> {
        let label = SuggestionLabel::parse;
        let unit = |text: &str| text.parse().ok().map(UnitId);
        Some(match parts {
            ["2", of] => Self::Second(label(of)?),
            ["u", of] => Self::Desk(unit(of)?),
            ["u+", of] => Self::Regulate(unit(of)?),
            ["i", of] => Self::Item(label(of)?),
            ["i1", of] => Self::Answer(label(of)?),
            ["i2", of, word] => Self::Word(label(of)?, word.parse().ok()?),
            ["i3", of] => Self::Confirm(u32::from_str_radix(of, 16).ok()?),
            ["i=", of] => Self::Same(label(of)?),
            ["i=", of, other] => Self::SameAs(label(of)?, label(other)?),
            ["i-", of] => Self::NotSame(label(of)?),
            ["if", of] => Self::Forward(label(of)?),
            ["iq", of] => Self::Ask(label(of)?),
            ["ir", of] => Self::Refuse(label(of)?),
            ["ir", of, reason] => Self::RefuseFor(label(of)?, reason.parse().ok()?),
            ["ic", of] => Self::Cut(label(of)?),
            ["ip", of] => Self::Plan(label(of)?),
            ["ip", of, task] => Self::PlanTo(label(of)?, task.parse().ok()?),
            ["uf", of, "0"] => Self::File(unit(of)?, false),
            ["uf", of, "1"] => Self::File(unit(of)?, true),
            ["uc", of] => Self::Counts(unit(of)?),
            ["m", of] => Self::Meeting(unit(of)?),
            ["m+", of] => Self::MeetingAsk(unit(of)?),
            ["mf", of, kind] => Self::MeetingFile(unit(of)?, kind.parse().ok()?),
            _ => return None,
        })
    }
}

#[cfg(test)]
pub(super) fn samples() -> Vec<super::Button> {
    let key = SuggestionKey::of([0xff; 16]);
    let (label, other) = (
        SuggestionLabel::of([0xfe; 12]),
        SuggestionLabel::of([0x3e; 12]),
    );
    let unit = UnitId(i64::MAX);
    use SuggestionAction as Act;
    [
        Act::Open,
        Act::Denounce,
        Act::Topics,
        Act::Topic(u8::MAX),
        Act::Send(u32::MAX),
        Act::AskName(u32::MAX),
        Act::SendNamed(u32::MAX),
        Act::Rewrite(u32::MAX),
        Act::Drop(u32::MAX),
        Act::Look(key),
        Act::Hide(key),
        Act::Withdraw(key),
        Act::Sign(key),
        Act::Add(key),
        Act::Answered(u16::MAX),
        Act::Second(label),
        Act::Desk(unit),
        Act::Regulate(unit),
        Act::Item(label),
        Act::Answer(label),
        Act::Word(label, u8::MAX),
        Act::Confirm(u32::MAX),
        Act::Same(label),
        Act::SameAs(label, other),
        Act::NotSame(label),
        Act::Forward(label),
        Act::Ask(label),
        Act::Refuse(label),
        Act::RefuseFor(label, u8::MAX),
        Act::Cut(label),
        Act::Plan(label),
        Act::PlanTo(label, u8::MAX),
        Act::File(unit, false),
        Act::File(unit, true),
        Act::Counts(unit),
        Act::Meeting(unit),
        Act::MeetingAsk(unit),
        Act::MeetingFile(unit, u8::MAX),
    ]
    .map(super::Button::Suggestion)
    .into()
}
