//! The columns of a file of units, by their headings in English or Vietnamese.
//!
//! Knows what they are called. Must not know what may stand in them.

use crate::text::fold;

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

    /// What stands above it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Parent => "parent",
            Self::Kind => "kind",
            Self::Members => "members",
        }
    }

    /// The same in Vietnamese, as officers write it, folded.
    fn others(self) -> &'static [&'static str] {
        match self {
            Self::Code => &["ma", "ma don vi"],
            Self::Name => &["ten", "ten don vi"],
            Self::Parent => &["cap tren", "ma cap tren"],
            Self::Kind => &["cap", "loai"],
            Self::Members => &["so nguoi", "so doan vien"],
        }
    }

    /// Where it stands, by its heading.
    pub(super) fn place(self, header: &[String]) -> Option<usize> {
        let named = |cell: &String| {
            let cell = fold(cell);
            cell == self.name() || self.others().contains(&cell.as_str())
        };
        header.iter().position(named)
    }
}
