//! The columns of a file of units, by their headings in English or Vietnamese.
//!
//! Knows what they are called. Must not know what may stand in them.

use crate::table::{Arg, Heading};

/// A column of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UnitColumn {
    Code,
    Name,
    Parent,
    Kind,
    Members,
}

impl UnitColumn {
    /// In the order of the documentation; any order is read.
    pub(super) const ALL: [Self; 5] = [
        Self::Code,
        Self::Name,
        Self::Parent,
        Self::Kind,
        Self::Members,
    ];

    /// Its place in [`UnitColumn::ALL`].
    pub(super) fn place(self) -> usize {
        match self {
            Self::Code => 0,
            Self::Name => 1,
            Self::Parent => 2,
            Self::Kind => 3,
            Self::Members => 4,
        }
    }

    /// What stands above it: in English, or in Vietnamese as officers write it, folded.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Code => &["code", "ma", "ma don vi"],
            Self::Name => &["name", "ten", "ten don vi"],
            Self::Parent => &["parent", "cap tren", "ma cap tren"],
            Self::Kind => &["kind", "cap", "loai"],
            Self::Members => &["members", "so nguoi", "so doan vien"],
        }
    }

    pub(super) fn heading(self) -> Heading {
        let shown = match self {
            Self::Code => "units-column-code",
            Self::Name => "units-column-name",
            Self::Parent => "units-column-parent",
            Self::Kind => "units-column-kind",
            Self::Members => "units-column-members",
        };
        Heading {
            names: self.names().iter().map(|name| (*name).to_owned()).collect(),
            shown: Arg::Text(shown),
            fills: matches!(self, Self::Parent | Self::Kind),
        }
    }
}
