//! What a report may not say, named once, with the reason and what to do about it.
//!
//! Knows how hidden figures are listed. Must not know why one is hidden: that it is small or that it could be
//! worked out is told in one breath, since telling them apart would tell more.

use super::ChatReport;
use crate::report::figures::{Figure, Figures};
use crate::report::words::ReportWords;

impl ChatReport<'_> {
    /// `None` if nothing is hidden.
    pub(super) fn hidden(&self) -> Option<String> {
        let what: Vec<String> = [
            self.hidden_participation(),
            self.hidden_before(),
            self.hidden_themes(),
            self.hidden_checkins(),
        ]
        .into_iter()
        .flatten()
        .collect();
        if what.is_empty() {
            return None;
        }
        let args = [
            ("what", what.join("; ").into()),
            ("quiz", self.thresholds.quiz.into()),
            ("reflection", self.thresholds.reflection.into()),
        ];
        let said = self.html("report-hidden", &args);
        Some(match self.advice() {
            Some(advice) => format!("{said}\n{advice}"),
            None => said,
        })
    }

    /// Where nothing at all is told because people are few: more people help, and so does the unit above.
    fn advice(&self) -> Option<String> {
        let Figures {
            overfull, parent, ..
        } = self.figures;
        if *overfull > 0 || self.figures.tells() {
            return None;
        }
        Some(match parent {
            Some(above) => self.html("report-hidden-next", &[("unit", above.as_str().into())]),
            None => self.html("report-hidden-next-top", &[]),
        })
    }

    fn plain(&self, key: &str) -> String {
        self.texts.plain(self.language, key, &[])
    }

    fn hidden_participation(&self) -> Option<String> {
        let closed = self
            .figures
            .round
            .as_ref()
            .is_none_or(|round| round.closed && !round.settling);
        let hidden = self.figures.participation == Figure::Hidden && self.figures.overfull == 0;
        (closed && hidden).then(|| self.plain("report-hidden-participation"))
    }

    fn hidden_before(&self) -> Option<String> {
        (self.figures.before == Some(Figure::Hidden)).then(|| self.plain("report-hidden-before"))
    }

    fn hidden_themes(&self) -> Option<String> {
        let words = ReportWords::new(self.texts, self.language);
        let all = self.figures.themes.iter().flat_map(|themes| &themes.all);
        let hidden: Vec<String> = all
            .filter(|theme| theme.right == Figure::Hidden)
            .map(|theme| words.theme(theme))
            .collect();
        let args = [("themes", hidden.join(", ").into())];
        (!hidden.is_empty()).then(|| {
            self.texts
                .plain(self.language, "report-hidden-themes", &args)
        })
    }

    fn hidden_checkins(&self) -> Option<String> {
        let hidden: Vec<String> = self
            .newest_checkins()
            .iter()
            .filter(|checkin| checkin.people == Figure::Hidden)
            .map(|checkin| checkin.month.format("%m/%Y").to_string())
            .collect();
        let args = [("months", hidden.join(", ").into())];
        (!hidden.is_empty()).then(|| {
            self.texts
                .plain(self.language, "report-hidden-reflection", &args)
        })
    }
}
