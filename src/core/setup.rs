//! Putting the rules together: words, content, and what this installation has set.
//!
//! Knows what can be set. Must not know what any of it does.

use std::collections::BTreeSet;

use super::access::consent;
use super::disclosure::reflection::Grassroots;
use super::{Core, Retention};
use crate::campaign::Campaign;
use crate::schedule::{Cadence, Sending};
use crate::text::Texts;
use crate::types::{Thresholds, UserId};

/// What the rules need to be told about this installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The bot's own username: `/report@other_bot` is not for us.
    pub username: String,
    /// Officers of the root unit, by their number on the messenger.
    pub owners: BTreeSet<UserId>,
    /// When people are written to.
    pub cadence: Cadence,
}

impl Core {
    /// Whose bot it is.
    pub(crate) fn username(&self) -> &str {
        &self.rules.username
    }

    /// With the default thresholds, periods, grassroots and rules for broadcasts; who names a unit asks to be let in.
    pub fn new(texts: Texts, campaign: Campaign, rules: Rules) -> Self {
        let binding = consent::Binding::of(&texts);
        Self {
            texts,
            campaign,
            rules,
            binding,
            thresholds: Thresholds::default(),
            grassroots: Grassroots::default(),
            retention: Retention::default(),
            sending: Sending::default(),
            open_joining: false,
            daily_backups: false,
            year_start: 1,
        }
    }

    /// The same with other rules for broadcasts.
    #[must_use]
    pub fn with_sending(self, sending: Sending) -> Self {
        Self { sending, ..self }
    }

    /// The same with these thresholds and periods.
    #[must_use]
    pub fn with_retention(self, thresholds: Thresholds, retention: Retention) -> Self {
        Self {
            thresholds,
            retention,
            ..self
        }
    }

    /// The same where units of these kinds are the grassroots.
    #[must_use]
    pub fn with_grassroots(self, grassroots: Grassroots) -> Self {
        Self { grassroots, ..self }
    }

    /// The same where anybody joins by a unit's name, or, if not `open`, asks an officer to be let in.
    #[must_use]
    pub fn with_open_joining(self, open: bool) -> Self {
        Self {
            open_joining: open,
            ..self
        }
    }

    /// The same where the working year begins in this month, 1 to 12: that of a school in September.
    #[must_use]
    pub fn with_year_start(self, month: u32) -> Self {
        Self {
            year_start: month,
            ..self
        }
    }

    /// The same where a backup is made every day: the owners hear when that fails.
    #[must_use]
    pub fn with_daily_backups(self, daily: bool) -> Self {
        Self {
            daily_backups: daily,
            ..self
        }
    }

    /// The first day of which proofs of ended consents are kept.
    pub fn proofs_since(&self, today: chrono::NaiveDate) -> chrono::NaiveDate {
        today - chrono::Months::new(self.retention.proof_months)
    }

    /// The hash under which a consent to the present words is written down.
    pub fn proof(&self, part: crate::event::ConsentPart) -> &str {
        self.binding.hash(part)
    }

    /// A short hash of the present words of all consents, small enough for buttons.
    pub fn version(&self) -> crate::event::ConsentVersion {
        self.binding.version()
    }

    /// The content that the rules work on.
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }
}
