//! How a button is written in its data, and read again: a word, then what it carries, with colons between them.
//!
//! Knows how each part is spelled. Must not know what a button is for. Whatever was forged is read as nothing.

use crate::types::{
    self, CriterionId, FormName, Language, Month, Span, SuggestionKey, SuggestionLabel, Title,
    Window,
};

/// What a button carries beside its word, or a kind of buttons.
pub(super) trait Part: Copy {
    /// Writes it behind what is there.
    fn write(self, data: &mut String);

    /// Takes it off the front of what is left.
    fn read(left: &mut &[&str]) -> Option<Self>;

    /// A long one and a short one.
    #[cfg(test)]
    fn samples() -> Vec<Self>;
}

/// Writes a piece behind what is there.
pub(super) fn put(data: &mut String, piece: &str) {
    if !(data.is_empty() || piece.is_empty()) {
        data.push(':');
    }
    data.push_str(piece);
}

/// Takes a piece off the front of what is left.
pub(super) fn take<'d>(left: &mut &[&'d str]) -> Option<&'d str> {
    let (first, others) = left.split_first()?;
    *left = others;
    Some(first)
}

/// What follows a word, if that is what the pieces begin with.
pub(super) fn after<'p, 'd>(pieces: &'p [&'d str], word: &str) -> Option<&'p [&'d str]> {
    let words = word.split(':').filter(|word| !word.is_empty());
    words.into_iter().try_fold(pieces, |left, word| {
        let (first, others) = left.split_first()?;
        (*first == word).then_some(others)
    })
}

/// Kinds of buttons: each with what it carries, and the word that it is written by. Words are on phones: never give one
/// another meaning. Whoever carries a kind of buttons carries it last.
macro_rules! buttons {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $(
                $(#[$what:meta])*
                $button:ident $(($($part:ident: $type:ty),+))? = $word:literal $(if $sound:expr)?
            ),+ $(,)?
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$what])* $button $(($($type),+))?),+
        }

        impl $crate::event::data::Part for $name {
            fn write(self, data: &mut String) {
                match self {
                    $(Self::$button $(($($part),+))? => {
                        $crate::event::data::put(data, $word);
                        $($($crate::event::data::Part::write($part, data);)+)?
                    })+
                }
            }

            fn read(left: &mut &[&str]) -> Option<Self> {
                let all = std::mem::take(left);
                $({
                    let read = || {
                        let left = &mut $crate::event::data::after(all, $word)?;
                        $($(let $part = <$type as $crate::event::data::Part>::read(left)?;)+)?
                        let sound = left.is_empty() $(&& $sound)?;
                        sound.then_some(Self::$button $(($($part),+))?)
                    };
                    if let Some(read) = read() {
                        return Some(read);
                    }
                })+
                None
            }

            #[cfg(test)]
            fn samples() -> Vec<Self> {
                let mut samples = Vec::new();
                $({
                    let before = samples.len();
                    let many = [1, $($(<$type as $crate::event::data::Part>::samples().len()),+)?];
                    $($(let mut $part = <$type as $crate::event::data::Part>::samples().into_iter().cycle();)+)?
                    for _ in 0..many.into_iter().max().unwrap_or(1) {
                        $($(let $part = $part.next().expect("a sample");)+)?
                        if true $(&& $sound)? {
                            samples.push(Self::$button $(($($part),+))?);
                        }
                    }
                    assert!(samples.len() > before, "no sample of {}", stringify!($button));
                })+
                samples
            }
        }
    };
}
pub(super) use buttons;

/// Parts that are one piece: how each is spelled and read, and samples of it.
macro_rules! pieces {
    ($($type:ty: $spelled:expr, $read:expr, $samples:expr;)+) => {$(
        impl $crate::event::data::Part for $type {
            fn write(self, data: &mut String) {
                let spelled: fn(Self) -> String = $spelled;
                $crate::event::data::put(data, &spelled(self));
            }

            fn read(left: &mut &[&str]) -> Option<Self> {
                let read: fn(&str) -> Option<Self> = $read;
                read($crate::event::data::take(left)?)
            }

            #[cfg(test)]
            fn samples() -> Vec<Self> {
                $samples.to_vec()
            }
        }
    )+};
}
pub(super) use pieces;

/// Ids of rows, ours and the messenger's.
macro_rules! ids {
    ($($id:ident),+ $(,)?) => {
        pieces! {$(
            types::$id: |id| id.0.to_string(), |text| text.parse().ok().map(Self), [Self(i64::MAX), Self(1)];
        )+}
    };
}

ids! {
    AppointmentId, BroadcastId, CheckinRoundId, CommendationDraftId, EntryId, FormPeriodId, FormReturnId,
    InitiativeId, JoinRequestId, MemberId, OfficerId, PlanId, PlanLineId, QuizId, RoundId, UnitFileId, UnitId, UserId,
}

/// What is spelled as it is shown.
macro_rules! shown {
    ($($type:ty: $samples:expr;)+) => {
        pieces! {$(
            $type: |one| one.to_string(), |text| text.parse().ok(), $samples;
        )+}
    };
}

shown! {
    u8: [Self::MAX, 1];
    u16: [Self::MAX, 1];
    i64: [Self::MAX, 1];
    Span: ["y2026-09-01", "q2026-07-01"].map(|span| span.parse().expect("a period"));
    Month: ["2026-09".parse().expect("a month")];
    FormName: ["khaosatbepan".parse().expect("a name")];
}

pieces! {
    types::MessageId: |id| id.0.to_string(), |text| text.parse().ok().map(Self), [Self(i32::MAX), Self(7)];
    // Nobody reads these numbers: they are as short as they can be.
    u32: |number| format!("{number:x}"), |text| Self::from_str_radix(text, 16).ok(), [Self::MAX, 0xa0];
    u64: |number| format!("{number:x}"), |text| Self::from_str_radix(text, 16).ok(), [Self::MAX, 0xa0];
    bool: |yes| u8::from(yes).to_string(), yes, [true, false];
    Window: |window| noon_or_evening(window).to_owned(), window, Self::ALL;
    Language: |language| language.code().to_owned(), Self::of_code, Self::ALL;
    Title: |title| title.code().to_owned(), Self::of_code, Self::ALL;
    SuggestionKey: Self::text, Self::parse, [Self::of([0xff; 16])];
    SuggestionLabel: Self::text, Self::parse, [[0xfe; 12], [0x3e; 12]].map(Self::of);
}

fn yes(text: &str) -> Option<bool> {
    match text {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

fn noon_or_evening(window: Window) -> &'static str {
    match window {
        Window::Noon => "noon",
        Window::Evening => "evening",
    }
}

fn window(text: &str) -> Option<Window> {
    let mut all = Window::ALL.into_iter();
    all.find(|window| noon_or_evening(*window) == text)
}

/// Two pieces.
impl Part for CriterionId {
    fn write(self, data: &mut String) {
        self.theme.write(data);
        self.number.write(data);
    }

    fn read(left: &mut &[&str]) -> Option<Self> {
        let (theme, number) = (take(left)?, take(left)?);
        format!("{theme}.{number}").parse().ok()
    }

    #[cfg(test)]
    fn samples() -> Vec<Self> {
        vec!["3.2".parse().expect("a criterion")]
    }
}
