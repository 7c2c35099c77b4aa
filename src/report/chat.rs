//! The report as a message, readable on one phone screen.
//!
//! Knows the order of its lines. Must not know which figures may be shown.

mod hidden;

use super::figures::{
    CheckinFigures, Figure, Figures, Fraction, Participation, Right, Share, Themes, Trend,
};
use super::picture::so_far_steps;
use super::words::{ReportWords, day};
use crate::text::{Texts, Value};
use crate::types::{Language, Thresholds};

/// Check-ins in a message: a quarter's. The files have all of them.
const CHECKINS_MAX: usize = 3;

/// The message's HTML.
pub fn text(
    figures: &Figures,
    thresholds: Thresholds,
    texts: &Texts,
    language: Language,
) -> String {
    let chat = ChatReport {
        figures,
        thresholds,
        texts,
        language,
    };
    let mut blocks = vec![chat.heading(), chat.participation()];
    blocks.extend(figures.themes.as_ref().map(|themes| chat.themes(themes)));
    blocks.extend(chat.reflection());
    blocks.extend(chat.hidden());
    blocks.push(chat.html("report-note", &[]));
    // A block whose figures are all hidden says nothing by itself.
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n")
}

/// The same in five lines at most, to stand below the picture of a week, in which the rest is.
pub fn brief(
    figures: &Figures,
    thresholds: Thresholds,
    texts: &Texts,
    language: Language,
) -> String {
    let chat = ChatReport {
        figures,
        thresholds,
        texts,
        language,
    };
    let mut lines = vec![super::caption(figures, texts, language)];
    if let Figure::Shown(people) = figures.participation {
        lines.push(chat.reached(people));
        lines.push(chat.html("report-answered", &counted(people.answers())));
    }
    if let Some(Figure::Shown(before)) = figures.before {
        let (key, points) = match figures.change {
            None => ("weekly-before", 0),
            Some(Trend::Up(points)) => ("weekly-up", points),
            Some(Trend::Down(points)) => ("weekly-down", points),
            Some(Trend::Unclear) => ("weekly-unclear", 0),
        };
        let percent = before.percent();
        let args = [("percent", percent.into()), ("points", points.into())];
        lines.push(chat.html(key, &args));
    }
    lines.join("\n")
}

struct ChatReport<'a> {
    figures: &'a Figures,
    thresholds: Thresholds,
    texts: &'a Texts,
    language: Language,
}

impl ChatReport<'_> {
    fn html(&self, key: &str, args: &[(&str, Value)]) -> String {
        self.texts.html(self.language, key, args)
    }

    fn heading(&self) -> String {
        let (unit, span) = (&self.figures.unit, self.figures.span);
        let Some(round) = &self.figures.round else {
            let period = super::period(span, self.texts, self.language);
            let args = [
                ("unit", unit.as_str().into()),
                ("period", period.into()),
                ("from", day(span.from()).into()),
                ("to", day(span.to()).into()),
                ("rounds", self.figures.rounds.into()),
                ("left_out", self.figures.left_out().into()),
            ];
            return self.html("report-period-head", &args);
        };
        let heading = self.html(
            "report",
            &[
                ("unit", unit.as_str().into()),
                ("from", day(span.from()).into()),
                ("to", day(span.to()).into()),
                ("number", round.criterion.as_str().into()),
            ],
        );
        let key = if round.closed {
            "report-closed"
        } else {
            "report-open"
        };
        let closes = self.texts.soon(self.language, round.closes);
        let state = self.html(key, &[("closes", closes.into())]);
        format!("{heading}\n{state}")
    }

    fn participation(&self) -> String {
        let mut lines = match &self.figures.round {
            Some(round) if !round.closed => self.so_far(),
            Some(round) if round.settling => vec![self.html("report-settling", &[])],
            _ => self.counted(),
        };
        let before = self.figures.before.as_ref().and_then(Figure::shown);
        lines.extend(before.map(|before| self.change(*before)));
        lines.join("\n")
    }

    /// A round that is open: how many there are more than, and no share.
    fn so_far(&self) -> Vec<String> {
        let Figure::Shown(so_far) = self.figures.so_far else {
            let key = if self.figures.overfull > 0 {
                "report-overfull"
            } else {
                "report-open-hidden"
            };
            return vec![self.html(key, &[])];
        };
        let mut lines = Vec::new();
        for (key, count) in so_far_steps(so_far) {
            let step = ("step", self.texts.plain(self.language, key, &[]).into());
            lines.push(match count {
                Some(count) => self.html("report-more-than", &[step, ("count", count.into())]),
                None => self.html("report-more-than-few", &[step]),
            });
        }
        if self.figures.members > 0 {
            let args = [("members", self.figures.members.into())];
            lines.push(self.html("report-open-members", &args));
        }
        lines.push(self.html("report-open-steps", &[]));
        lines
    }

    fn counted(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if let Figure::Shown(people) = self.figures.participation {
            lines.push(self.reached(people));
            for (key, count, of) in [
                ("report-read", people.read, people.reached),
                ("report-answered", people.answered, people.reached),
                ("report-finished", people.finished, people.reached),
            ] {
                lines.push(self.html(key, &counted(Fraction { count, of })));
            }
        }
        if self.figures.overfull > 0 {
            lines.push(self.html("report-overfull", &[]));
        }
        lines
    }

    fn reached(&self, people: Participation) -> String {
        let members = self.figures.turns;
        let key = match &self.figures.round {
            _ if members == 0 => "report-reached-undeclared",
            Some(_) => "report-reached",
            None => "report-reached-turns",
        };
        let (count, of) = (people.reached, members);
        self.html(key, &counted(Fraction { count, of }))
    }

    /// This period compared with the one before; for a week that is still running, only how the one before ended.
    fn change(&self, then: Fraction) -> String {
        let mut args = counted(then).to_vec();
        let (key, points) = match self.figures.change {
            // Not comparable: only shown.
            None => ("report-before", 0),
            Some(Trend::Up(points)) => ("report-change-up", points),
            Some(Trend::Down(points)) => ("report-change-down", points),
            Some(Trend::Unclear) => ("report-change-unclear", 0),
        };
        args.push(("points", points.into()));
        self.html(key, &args)
    }

    /// A number of people; over several weeks a person counts once in each of them.
    fn people(&self, people: i64) -> String {
        let key = match self.figures.round {
            Some(_) => "file-people",
            None => "report-turns",
        };
        let args = [("people", people.into())];
        self.texts.plain(self.language, key, &args)
    }

    fn themes(&self, themes: &Themes) -> String {
        let days = [
            ("from", day(themes.from).into()),
            ("to", day(themes.to).into()),
        ];
        let words = ReportWords::new(self.texts, self.language);
        let (mut lines, mut least) = (Vec::new(), None);
        for theme in &themes.all {
            let Figure::Shown(Right { share, people }) = theme.right else {
                continue;
            };
            let name = match (&theme.english, self.language) {
                (Some(english), Language::En) => format!("{} ({english})", theme.name),
                _ => theme.name.clone(),
            };
            if self.figures.least.map(|least| least.theme) == Some(theme.number) {
                let args = [
                    ("number", theme.number.into()),
                    ("name", name.as_str().into()),
                    ("share", words.share(share).into()),
                ];
                least = Some(self.html("report-least", &args));
            }
            let args = [
                ("number", theme.number.into()),
                ("name", name.into()),
                ("share", share.percent().into()),
                ("counted", self.people(people).into()),
            ];
            let key = match share {
                Share::Exactly(_) => "report-theme",
                Share::About(_) => "report-theme-about",
                Share::AtLeast(_) => "report-theme-most",
                Share::AtMost(_) => "report-theme-least",
            };
            lines.push(self.html(key, &args));
        }
        lines.extend(least);
        if !lines.is_empty() {
            lines.insert(0, self.html("report-themes", &days));
        }
        lines.join("\n")
    }

    fn newest_checkins(&self) -> &[CheckinFigures] {
        let all = &self.figures.checkins;
        all.get(all.len().saturating_sub(CHECKINS_MAX)..)
            .unwrap_or_default()
    }

    /// One line for each check-in, the newest ones.
    fn reflection(&self) -> Option<String> {
        if let Some(grassroots) = &self.figures.within {
            let args = [("unit", grassroots.as_str().into())];
            return Some(self.html("report-reflection-within", &args));
        }
        let lines: Vec<String> = self
            .newest_checkins()
            .iter()
            .filter_map(|checkin| {
                let people = *checkin.people.shown()?;
                let month = checkin.month.format("%m/%Y").to_string();
                let args = [("month", month.into()), ("people", people.into())];
                Some(self.html("report-reflection", &args))
            })
            .collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}

fn counted(part: Fraction) -> [(&'static str, Value); 3] {
    [
        ("count", part.count.into()),
        ("of", part.of.into()),
        ("percent", part.percent().into()),
    ]
}
