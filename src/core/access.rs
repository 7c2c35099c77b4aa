//! Who may do what: consents, officers' rights, and the command menus that follow from them.
//!
//! Knows who has agreed and who has been appointed. Must not know what members or officers do with it.

pub(super) mod admission;
pub(super) mod command_menu;
pub(super) mod consent;
pub(super) mod help;
pub(super) mod officers;
pub(super) mod overfull;
pub(super) mod settings;
pub(super) mod suggestions;
