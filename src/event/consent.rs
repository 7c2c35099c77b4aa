//! The parts of the consent, and which of them are ticked.
//!
//! Knows how they are written in buttons. Must not know what each of them says.

use super::data::{buttons, pieces};

/// Which words were shown when a consent was asked for: a tap under older words agrees to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsentVersion(pub u32);

/// A consent that can be given and withdrawn by itself. The numbers are stored in buttons: never reuse one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum ConsentPart {
    /// The account and quiz answers.
    Account,
    /// Private reflection.
    Reflection,
    /// Chats pass through the messenger's servers abroad.
    Abroad,
    /// Being named when commended. Nobody is asked for it while joining.
    Named,
    /// Being named as the author of an initiative. Nor for this one.
    Author,
}

impl ConsentPart {
    /// The three that are asked for while joining, in the order they are shown.
    pub const JOINING: [Self; 3] = [Self::Account, Self::Abroad, Self::Reflection];

    /// All there are.
    pub const ALL: [Self; 5] = [
        Self::Account,
        Self::Abroad,
        Self::Reflection,
        Self::Named,
        Self::Author,
    ];

    fn bit(self) -> u8 {
        match self {
            Self::Account => 1,
            Self::Reflection => 2,
            Self::Abroad => 4,
            Self::Named => 8,
            Self::Author => 16,
        }
    }

    /// One of those that are asked for while joining.
    fn parse(bit: &str) -> Option<Self> {
        let bit: u8 = bit.parse().ok()?;
        Self::JOINING.into_iter().find(|part| part.bit() == bit)
    }
}

/// Which consents are ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConsentSet(u8);

impl ConsentSet {
    /// Whether this one is ticked.
    pub fn has(self, part: ConsentPart) -> bool {
        self.0 & part.bit() != 0
    }

    /// The same with this one changed.
    #[must_use]
    pub fn toggled(self, part: ConsentPart) -> Self {
        Self(self.0 ^ part.bit())
    }
}

pieces! {
    ConsentPart: |part| part.bit().to_string(), Self::parse, Self::JOINING;
    ConsentSet: |ticks| ticks.0.to_string(), |bits| bits.parse().ok().filter(|bits| *bits < 8).map(Self),
        [Self::default().toggled(ConsentPart::Account).toggled(ConsentPart::Abroad)];
    ConsentVersion: |version| format!("{:x}", version.0), |text| u32::from_str_radix(text, 16).ok().map(Self),
        [Self(u32::MAX), Self(0xa0)];
}

buttons! {
    /// How a name for commendations is written.
    pub enum NameForm {
        /// With a capital at the beginning of each part.
        Capitalised = "capital",
        /// As it was typed.
        Typed = "typed",
    }
}
