//! Who may: consents, officers' rights, and the menus that follow from them.
//!
//! Knows who has agreed and who has been appointed. Must not know what members or officers do with it.

pub(super) mod consent;
pub(super) mod menus;
pub(super) mod officers;
