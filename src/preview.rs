//! What a member will see, for whoever writes it: every screen of the content as plain text.
//!
//! Knows the order in which screens come. Must not make screens itself: `screens` does,
//! for the bot and for here.

use std::collections::BTreeMap;

use crate::campaign::form::{Asks, Form};
use crate::campaign::{Campaign, Checkin, OPTIONS, QUIZ_QUESTIONS, Question};
use crate::cli::PreviewKind;
use crate::event::Button;
use crate::forms::survey::{self, Ticks};
use crate::forms::{self, Facts, Step};
use crate::screens::{FormKeys, FormPage, Posed, Renderer, Screen};
use crate::text::Texts;
use crate::text::html::{strip, terminal};
use crate::told;
use crate::types::{
    Answers, CheckinRoundId, CriterionId, FormReturnId, InitiativeId, Language, Month, QuizId,
    RoundId,
};

/// A screen, so that it reads well on a phone.
const SCREEN_CHARS_MAX: usize = 2_000;

/// Stands where the bot writes until when a check-in is open.
const CLOSES: &str = "21:00 dd/mm/yyyy";

/// The round and the quiz that no button here will ever reach.
const NOWHERE: i64 = 1;

/// What the frame of a yearly plan is called among forms.
const PLAN: &str = "kehoach";
/// The year of a plan that nobody has.
const YEAR: i32 = 2027;

/// All screens of that criterion and kind, or of all; `styled` for a terminal.
pub fn pages(
    texts: &Texts,
    campaign: &Campaign,
    criterion: Option<CriterionId>,
    kind: Option<PreviewKind>,
    styled: bool,
) -> Vec<String> {
    let renderer = Renderer {
        texts,
        campaign,
        language: Language::Vi,
    };
    let mut pages = Vec::new();
    let mut show = |name: String, screen: &Screen| pages.push(page(&name, screen, styled));
    let wanted = |one: PreviewKind| kind.is_none_or(|kind| kind == one);
    let about = |id: CriterionId| criterion.is_none_or(|criterion| criterion == id);
    for one in campaign.criteria().filter(|one| about(one.id)) {
        if wanted(PreviewKind::Item) {
            for item in &one.items {
                let screen = renderer.item_to_read(item, RoundId(NOWHERE));
                show(item.id.clone(), &screen);
            }
        }
        if wanted(PreviewKind::Question) {
            for question in &one.questions {
                questions(&renderer, question, &mut show);
            }
        }
        if wanted(PreviewKind::Card) {
            show(one.card.id.clone(), &renderer.card(one));
        }
    }
    if wanted(PreviewKind::Checkin) {
        let subjects = |set: &Checkin| {
            let prompts = set.prompts.iter().map(|prompt| prompt.criterion);
            prompts.chain([set.criterion]).any(about)
        };
        for set in campaign.checkins().iter().filter(|set| subjects(set)) {
            checkin(&renderer, set, &mut show);
        }
    }
    pages
}

/// Each step of a form, then all of it.
///
/// # Errors
/// There is no form of this name; the names that there are.
pub fn form(
    texts: &Texts,
    campaign: &Campaign,
    name: &str,
    styled: bool,
) -> Result<Vec<String>, String> {
    if name == PLAN {
        return Ok(plan(texts, campaign, styled));
    }
    let all = campaign.forms().iter().chain(campaign.surveys());
    let all = all.chain(campaign.initiative());
    let Some(form) = all.clone().find(|form| form.name.as_str() == name) else {
        let names = all.map(|form| form.name.as_str());
        let names: Vec<&str> = names.chain([PLAN]).collect();
        return Err(told!(
            "preview-no-form",
            name = name,
            known = names.join(", ")
        ));
    };
    let renderer = Renderer {
        texts,
        campaign,
        language: Language::Vi,
    };
    if matches!(form.asks, Asks::Members | Asks::Oneself) {
        return Ok(for_members(&renderer, form, styled));
    }
    let answers = Answers::new();
    let shown = FormPage {
        form,
        keys: match form.asks {
            Asks::Author => FormKeys::Initiative(InitiativeId(NOWHERE)),
            _ => FormKeys::Return(FormReturnId(NOWHERE)),
        },
        unit: "…",
        period: "…".to_owned(),
        answers: &answers,
        own: true,
        notes: Vec::new(),
    };
    let steps = forms::steps(form);
    let screens = (0..=steps.len()).map(|place| {
        let number = steps.get(place).map_or("→", Step::number);
        let screen = renderer.form_step(&shown, &steps, place, &Facts::default());
        page(&format!("{name} {number}"), &screen, styled)
    });
    Ok(screens.collect())
}

/// The ready lines of a yearly plan, a screen a task.
fn plan(texts: &Texts, campaign: &Campaign, styled: bool) -> Vec<String> {
    let renderer = Renderer {
        texts,
        campaign,
        language: Language::Vi,
    };
    let Some(begins) = Month::new(YEAR, 1) else {
        return Vec::new();
    };
    let screens = (1..).zip(renderer.plan_frame(begins));
    let page = |(task, screen): (u8, Screen)| page(&format!("{PLAN} III.{task}"), &screen, styled);
    screens.map(page).collect()
}

/// Each question of a form for members, then all of it.
fn for_members(renderer: &Renderer<'_>, form: &Form, styled: bool) -> Vec<String> {
    let round = CheckinRoundId(NOWHERE);
    let said = BTreeMap::new();
    let steps = 0..=survey::questions(form).len();
    let screens = steps.map(|step| {
        let screen = match form.asks {
            Asks::Oneself => renderer.sheet_step(form, step, Ticks::default()),
            _ => renderer.survey_step(form, round, step, &said, CLOSES.into()),
        };
        page(&format!("{} {}", form.name, step + 1), &screen, styled)
    });
    screens.collect()
}

/// A question, then what is said to each answer when it was the last, the right one first.
fn questions(renderer: &Renderer<'_>, question: &Question, show: &mut impl FnMut(String, &Screen)) {
    let posed = Posed {
        question,
        shuffle: [0, 1, 2, 3],
        place: 0,
        of: QUIZ_QUESTIONS,
    };
    let id = &question.id;
    let answer = |letter| Button::Answer(QuizId(NOWHERE), 0, letter);
    show(id.clone(), &renderer.question(&posed, answer));
    let right = question.right();
    let wrong = (0..OPTIONS).filter(|letter| *letter != right);
    for letter in [right].into_iter().chain(wrong) {
        let name = ["A", "B", "C", "D"].get(letter).copied().unwrap_or("?");
        show(
            format!("{id} → {name}"),
            &renderer.explanation(&posed, letter),
        );
    }
}

fn checkin(renderer: &Renderer<'_>, set: &Checkin, show: &mut impl FnMut(String, &Screen)) {
    let round = CheckinRoundId(NOWHERE);
    show(set.id.clone(), &renderer.thought(set, round, CLOSES.into()));
    for (place, prompt) in (0..).zip(&set.prompts) {
        show(prompt.id.clone(), &renderer.prompt(set, round, place, None));
    }
    let skipped = renderer.summary(set, round, [None; 3], CLOSES.into());
    show(format!("{} →", set.id), &skipped);
}

/// A rule with its name and length, the words, the buttons.
fn page(name: &str, screen: &Screen, styled: bool) -> String {
    let chars = strip(&screen.text).chars().count();
    let mark = if chars > SCREEN_CHARS_MAX { " !" } else { "" };
    let rule = format!("── {name} ── {chars}/{SCREEN_CHARS_MAX}{mark} ");
    let rule = format!(
        "{rule}{}",
        "─".repeat(72_usize.saturating_sub(rule.chars().count()))
    );
    let rule = if styled {
        format!("\x1b[2m{rule}\x1b[0m")
    } else {
        rule
    };
    let mut page = format!("{rule}\n{}\n", terminal(&screen.text, styled));
    for row in &screen.keyboard {
        let keys: Vec<String> = row.iter().map(|key| format!("[ {} ]", key.label)).collect();
        page = format!("{page}\n  {}", keys.join(" "));
    }
    if !screen.keyboard.is_empty() {
        page.push('\n');
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Words;

    fn shown(criterion: Option<&str>, kind: Option<PreviewKind>, styled: bool) -> Vec<String> {
        let texts = Texts::built_in(&Words::default()).unwrap_or_else(|one| panic!("{one}"));
        let campaign = Campaign::built_in().unwrap_or_else(|one| panic!("{one}"));
        let criterion = criterion.map(|id| id.parse().unwrap());
        pages(&texts, &campaign, criterion, kind, styled)
    }

    #[test]
    fn everything_is_shown_and_may_be_chosen_from() {
        assert_eq!(shown(None, None, false).len(), 60 + 240 * 5 + 12 * 5 + 12);
        assert_eq!(shown(Some("3.2"), Some(PreviewKind::Card), false).len(), 1);
        assert_eq!(shown(Some("3.2"), Some(PreviewKind::Item), false).len(), 5);
        let checkins = shown(Some("1.3"), Some(PreviewKind::Checkin), false);
        assert!(checkins.iter().any(|page| page.contains("── C-03 ──")));
    }

    #[test]
    fn a_page_has_name_length_words_and_buttons() {
        let pages = shown(Some("3.2"), Some(PreviewKind::Question), false).concat();
        assert!(pages.contains("── Q-3.2-02 ── "), "{pages}");
        assert!(pages.contains("/2000 ─"), "{pages}");
        assert!(pages.contains("  [ A ] [ B ] [ C ] [ D ]\n"), "{pages}");
        assert!(!pages.contains(['{', '}']), "{pages}");
        assert!(!pages.contains("<b>") && !pages.contains('\x1b'), "{pages}");
    }

    #[test]
    fn a_terminal_gets_emphasis_and_quotations_get_a_bar() {
        let pages = shown(Some("1.1"), Some(PreviewKind::Item), true).concat();
        assert!(
            pages.contains("\x1b[1mTiêu chí 1.1 · Trung thành\x1b[0m"),
            "{pages}"
        );
        assert!(pages.contains("\n│ "), "{pages}");
    }
}
