//! The report as a message, readable on one phone screen.
//!
//! Knows the order of its lines. Must not know which figures may be shown.

use super::figures::{Figure, Figures, Part, Right, Share, Themes};
use super::words::day;
use crate::text::{Texts, Value};
use crate::types::Language;

/// The fewest people that a hidden figure would have needed, for the sentence that says so.
#[derive(Debug, Clone, Copy)]
pub struct Floors {
    /// Behind a figure of participation or of a quiz.
    pub quiz: i64,
    /// Behind one of a check-in.
    pub reflection: i64,
}

/// The message's HTML.
pub fn text(figures: &Figures, floors: Floors, texts: &Texts, language: Language) -> String {
    let chat = Chat {
        figures,
        floors,
        texts,
        language,
    };
    let mut blocks = vec![chat.heading(), chat.participation()];
    blocks.extend(figures.themes.as_ref().map(|themes| chat.themes(themes)));
    blocks.extend(chat.reflection());
    blocks.push(chat.html("report-note", &[]));
    blocks.join("\n\n")
}

struct Chat<'a> {
    figures: &'a Figures,
    floors: Floors,
    texts: &'a Texts,
    language: Language,
}

impl Chat<'_> {
    fn html(&self, key: &str, args: &[(&str, Value)]) -> String {
        self.texts.html(self.language, key, args)
    }

    fn heading(&self) -> String {
        let Some(round) = &self.figures.round else {
            return String::new();
        };
        let heading = self.html(
            "report",
            &[
                ("unit", self.figures.unit.as_str().into()),
                ("from", day(self.figures.from).into()),
                ("to", day(self.figures.to).into()),
                ("number", round.criterion.as_str().into()),
            ],
        );
        let key = if round.closed {
            "report-closed"
        } else {
            "report-open"
        };
        let closes = round.closes.format("%H:%M %d/%m").to_string();
        let state = self.html(key, &[("closes", closes.into())]);
        format!("{heading}\n{state}")
    }

    fn participation(&self) -> String {
        let mut lines = Vec::new();
        match self.figures.participation {
            Figure::Shown(people) => {
                for (key, count, of) in [
                    ("report-reached", people.reached, self.figures.members),
                    ("report-read", people.read, people.reached),
                    ("report-answered", people.answered, people.reached),
                    ("report-finished", people.finished, people.reached),
                ] {
                    lines.push(self.html(key, &counted(Part { count, of })));
                }
            }
            Figure::Hidden => {
                lines.push(self.html("report-too-few", &[("floor", self.floors.quiz.into())]));
            }
        }
        lines.extend(self.figures.before.map(|before| self.change(before)));
        lines.join("\n")
    }

    /// The week before beside this one: as it ended, for a week still running; as a difference once both have.
    fn change(&self, before: Figure<Part>) -> String {
        let Figure::Shown(then) = before else {
            let floor = self.floors.quiz.into();
            return self.html("report-before-too-few", &[("floor", floor)]);
        };
        let closed = self.figures.round.as_ref().is_none_or(|round| round.closed);
        let mut args = counted(then).to_vec();
        // A week that is still running, or too small to show, is set beside, not compared.
        let Some(now) = self.figures.participation.shown().filter(|_| closed) else {
            return self.html("report-before", &args);
        };
        let points = now.answers().percent() - then.percent();
        let key = match points {
            0 => "report-change-none",
            1.. => "report-change-up",
            _ => "report-change-down",
        };
        args.push(("points", points.abs().into()));
        self.html(key, &args)
    }

    fn themes(&self, themes: &Themes) -> String {
        let days = [
            ("from", day(themes.from).into()),
            ("to", day(themes.to).into()),
        ];
        let mut lines = vec![self.html("report-themes", &days)];
        for theme in &themes.all {
            let mut args = vec![
                ("number", i64::from(theme.number).into()),
                ("name", theme.name.as_str().into()),
            ];
            let key = match theme.right {
                Figure::Hidden => {
                    args.push(("floor", self.floors.quiz.into()));
                    "report-theme-too-few"
                }
                Figure::Shown(Right { share, people }) => {
                    args.push(("share", share.percent().into()));
                    args.push(("people", people.into()));
                    match share {
                        Share::Exactly(_) => "report-theme",
                        Share::About(_) => "report-theme-about",
                        Share::AtLeast(_) => "report-theme-most",
                        Share::AtMost(_) => "report-theme-least",
                    }
                }
            };
            lines.push(self.html(key, &args));
        }
        lines.join("\n")
    }

    fn reflection(&self) -> Option<String> {
        let checkin = self.figures.checkins.last()?;
        Some(match checkin.people {
            Figure::Shown(people) => self.html("report-reflection", &[("people", people.into())]),
            Figure::Hidden => {
                let floor = self.floors.reflection.into();
                self.html("report-reflection-too-few", &[("floor", floor)])
            }
        })
    }
}

fn counted(part: Part) -> [(&'static str, Value); 3] {
    [
        ("count", part.count.into()),
        ("of", part.of.into()),
        ("percent", part.percent().into()),
    ]
}
